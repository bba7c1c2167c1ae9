"""The only file that talks to Rasa, which plays the customer.

Rasa's tracker forgets when Rasa starts anew; the store does not. So a request that failed, or that found the tracker
out of step, is tried once more after the tracker has been made anew from the stored turns: what a try that got half way
may have left is then gone, and no turn is played upon another's remains.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import requests
from pydantic import ValidationError
from requests.adapters import HTTPAdapter

from assistant_api.settings import Settings
from assistant_api.shapes import CustomerReply, Sentence
from assistant_api.store.records import Json, StoredSession
from assistant_api.tracker import tracker_events
from coaching.errors import CoachError

HEALTH_SECONDS = (0.5, 1.5)
"""For a connection, and for the answer."""
ERASE_SECONDS = 3.0
_CONNECT_SECONDS = 3.0
_CONNECTIONS = 16

log = logging.getLogger(__name__)


class CustomerUnreachable(CoachError):
    """The customer did not answer; the message says what happened. Asking again is safe."""


class CustomerRefused(CoachError):
    """The customer cannot do what was asked, and will not when asked again; the message says why."""


class _OutOfStep(Exception):
    """The tracker knows another number of turns than the store."""


class Answer(CustomerReply):
    """The customer's answer.

    Attributes:
        sentences: The agent's sentences as they were recognised; empty unless a turn was answered.
        recogniser: Version of the recogniser that read them; empty likewise.
    """

    sentences: list[Sentence] = []
    recogniser: str = ""

    def reply(self) -> Json:
        """The answer as a ``Reply`` in JSON, state included, sentences left out."""
        return self.dict(include=set(CustomerReply.__fields__))


class CustomerClient:
    """Asks the customer; safe to use from several threads."""

    def __init__(self, settings: Settings) -> None:
        """Prepare the connections; nothing connects yet."""
        self._url = settings.rasa_url
        self._actions_url = settings.actions_url
        self._token = settings.rasa_token
        self._timeout = (min(_CONNECT_SECONDS, settings.customer_timeout), settings.customer_timeout)
        self._http = requests.Session()
        # Rasa is a neighbour: a proxy of the environment has no part in this, nor has a .netrc.
        self._http.trust_env = False
        self._http.mount("http://", HTTPAdapter(pool_maxsize=_CONNECTIONS))
        self._http.mount("https://", HTTPAdapter(pool_maxsize=_CONNECTIONS))

    @property
    def longest_step(self) -> float:
        """Seconds that one request to Rasa may take, a slow connection included."""
        return sum(self._timeout)

    def start(self, session_id: str, scenario: str, persona: str, seed: int, level: int) -> Answer:
        """Have the customer open a conversation.

        Raises:
            CustomerUnreachable: No answer, twice.
            CustomerRefused: The customer knows no such scenario or persona.
        """
        asked = {"scenario": scenario, "persona": persona, "seed": seed, "level": level}
        body = {"session": session_id, "event": "start", **asked}
        return self._twice(body, (CustomerUnreachable,), between=lambda: None)

    def turn(self, session: StoredSession, text: str, keep: Callable[[], None]) -> Answer:
        """Have the customer answer the agent's next message.

        Args:
            session: The conversation so far; the turns that were answered count.
            text: The message.
            keep: Called before each further request, so that the caller keeps hold of the session; what it raises ends
                the asking.

        Raises:
            CustomerUnreachable: No answer, twice.
            CustomerRefused: The customer cannot take this turn.
        """
        last_lines = session.reply["lines"]
        body = {
            "session": session.id,
            "event": "turn",
            "turn": len(session.answered) + 1,
            "text": text,
            "customer": "\n".join(last_lines),
        }
        return self._in_step(session, body, keep)

    def end(self, session: StoredSession, keep: Callable[[], None]) -> Answer:
        """Have the customer react to an agent who closes the conversation.

        Raises:
            CustomerUnreachable: No answer, twice.
            CustomerRefused: The conversation has ended already.
        """
        return self._in_step(session, {"session": session.id, "event": "end", "turn": len(session.answered)}, keep)

    def forget(self, session_id: str) -> None:
        """Empty the conversation's tracker; where Rasa cannot be asked it is left to Rasa's next start."""
        try:
            self._put_events(session_id, [{"event": "restart"}], (ERASE_SECONDS, ERASE_SECONDS))
        except CustomerUnreachable as error:
            log.warning("session %s is erased here, but not in Rasa's memory: %s", session_id, error)

    def rasa_health(self) -> str:
        """The name of the model that Rasa's server has loaded.

        Raises:
            CustomerUnreachable: It does not answer, or has no model.
        """
        status = self._request("GET", f"{self._url}/status", timeout=HEALTH_SECONDS, token=True)
        model = status.get("model_file")
        if not model:
            raise CustomerUnreachable("Rasa's server answers, but it has loaded no model.")
        return str(model).rsplit("/", 1)[-1]

    def actions_health(self) -> None:
        """Ask Rasa's action server whether it works.

        Raises:
            CustomerUnreachable: It does not.
        """
        url = f"{self._actions_url}/health"
        try:
            healthy = self._http.get(url, timeout=HEALTH_SECONDS).status_code == 200
        except requests.RequestException:
            healthy = False
        if not healthy:
            raise CustomerUnreachable("Rasa's action server does not answer.")

    def _in_step(self, session: StoredSession, body: Json, keep: Callable[[], None]) -> Answer:
        def rebuild() -> None:
            keep()
            self._put_events(session.id, tracker_events(session), self._timeout)
            keep()

        # A refusal may come from an answer that was lost on its way here: the tracker has ended, the store has not.
        return self._twice(body, (CustomerUnreachable, CustomerRefused, _OutOfStep), between=rebuild)

    def _twice(self, body: Json, mend: tuple[type[Exception], ...], between: Callable[[], None]) -> Answer:
        try:
            return self._ask(body)
        except mend as error:
            log.warning("the customer is asked a second time: %s", error)
        try:
            between()
            return self._ask(body)
        except _OutOfStep as error:
            raise CustomerUnreachable("The customer lost the thread of this conversation.") from error

    def _ask(self, body: Json) -> Answer:
        answer = self._request(
            "POST",
            f"{self._url}/webhooks/practice/webhook",
            json=body,
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=self._timeout,
        )
        if "out_of_step" in answer:
            raise _OutOfStep("its tracker is out of step")
        if "refused" in answer:
            raise CustomerRefused(str(answer["refused"]))
        try:
            return Answer.parse_obj(answer.get("reply"))
        except ValidationError:
            # Without its cause, which quotes what was said.
            raise CustomerUnreachable("The customer's answer was not understood.") from None

    def _put_events(self, session_id: str, events: list[Json], timeout: tuple[float, float]) -> None:
        url = f"{self._url}/conversations/{session_id}/tracker/events?include_events=NONE"
        self._request("PUT", url, json=events, timeout=timeout, token=True)

    def _request(self, method: str, url: str, *, token: bool = False, **options: Any) -> Json:  # noqa: ANN401
        # What requests says of a failure holds the address, and so the token: none of it goes further.
        if token:
            options["params"] = {"token": self._token}
        try:
            response = self._http.request(method, url, allow_redirects=False, **options)
            answer = response.json() if response.content else {}
        except requests.Timeout:
            raise CustomerUnreachable("The customer took too long to answer.") from None
        except requests.JSONDecodeError:
            answer = {}
        except requests.RequestException:
            raise CustomerUnreachable("The customer cannot be reached: nothing answers at Rasa's address.") from None
        if response.status_code == 502 and isinstance(answer, dict) and answer.get("error") == "action_server":
            raise CustomerUnreachable("The customer cannot think: Rasa's action server does not answer.")
        if response.status_code in (401, 403):
            raise CustomerUnreachable("Rasa refuses our token: HEARD_RASA_TOKEN differs between the two.")
        if response.status_code != 200:
            raise CustomerUnreachable(f"The customer could not answer: Rasa's status was {response.status_code}.")
        if not isinstance(answer, dict):
            raise CustomerUnreachable("The customer's answer was not understood.")
        return answer
