"""One's own tokens over the API: made, listed, revoked."""

from __future__ import annotations

from assistant_api.access import Scope
from assistant_api.api.operation import Routes
from assistant_api.api.people_answers import MadeToken, TokenAnswer, TokensAnswer
from assistant_api.api.people_bodies import NewToken
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.people import audit, current_person
from assistant_api.services import services
from assistant_api.store import StoredToken
from assistant_api.store.people_errors import NoSuchToken


def get_tokens() -> TokensAnswer:
    """One's tokens."""
    return TokensAnswer(tokens=[_answer(one) for one in services().tokens.all(current_person().id)])


def make_token(body: NewToken) -> MadeToken:
    """A new token, told this once."""
    person, store = current_person(), services().tokens
    if Scope.ADMIN.value in body.scopes and not person.is_admin:
        raise InvalidRequest(FieldError("scopes", "scopes that your role reaches; admin is for admins"))
    scopes = tuple(dict.fromkeys(body.scopes))
    secret = store.add(body.name, body.days, person.id, scopes)
    made = next(one for one in store.all(person.id) if one.name == body.name)
    audit("change", "token", str(made.id), {"what": "made", "scopes": list(scopes)})
    return MadeToken(token=_answer(made), secret=secret)


def revoke_token(token_id: str) -> None:
    """A token is refused from now on."""
    if not (token_id.isascii() and token_id.isdigit() and len(token_id) < 10):
        raise NoSuchToken
    services().tokens.revoke_own(current_person().id, int(token_id))
    audit("change", "token", token_id, {"what": "revoked"})


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route("GET", "/tokens", "One's tokens, without what they are known by", answer=TokensAnswer)(get_tokens)
    routes.route(
        "POST",
        "/tokens",
        "Make a token: it acts as oneself within its scopes, and is told this once",
        body=NewToken,
        answer=MadeToken,
        status=201,
        problems=("token-taken",),
    )(make_token)
    routes.route("DELETE", "/tokens/<token_id>", "Refuse a token from now on", answer=None, status=204)(revoke_token)


def _answer(one: StoredToken) -> TokenAnswer:
    return TokenAnswer(
        id=str(one.id),
        name=one.name,
        scopes=list(one.scopes),
        created_at=one.created_at,
        used_at=one.used_at,
        expires_at=one.expires_at,
        expired=one.has_expired,
    )
