"""People made known, changed, deactivated, and given links, by admins."""

from __future__ import annotations

from assistant_api.entry_rules import access_rules
from assistant_api.people.audit import audit
from assistant_api.people.current import current_person
from assistant_api.services import services
from assistant_api.store.people import Person
from assistant_api.store.people_errors import NoSuchPerson
from assistant_api.store.people_links import INVITATION, PASSWORD
from assistant_api.store.people_roster import Entry


def invite(entry: Entry) -> tuple[Person, str]:
    """Make somebody known, with the secret of the link by which they come in first.

    Raises:
        LoginTaken: Somebody else signs in so.
        NoSuchTeam: One of their teams is none.
    """
    person = services().people.roster.add(entry)
    audit("change", "person", person.id, {"what": "invited", "role": person.role})
    return person, _link(person, INVITATION)


def change(person_id: str, entry: Entry, active: bool) -> Person:
    """Have this said of somebody from now on; one who is deactivated is out at once.

    Raises:
        NoSuchPerson: There is nobody of the kind.
        LoginTaken: Somebody else signs in so.
        NoSuchTeam: One of their teams is none.
        LastAdmin: Nobody else is an admin, and they would be none any more.
    """
    roster = services().people.roster
    before = roster.get(person_id)
    changed = roster.change(person_id, entry)
    if before.active != active:
        changed = roster.set_active(person_id, active)
    changes = [name for name, value in vars(changed).items() if getattr(before, name) != value]
    if changes:
        audit("change", "person", person_id, {"what": changes, "role": changed.role, "active": changed.active})
    return changed


def new_link(person_id: str) -> tuple[Person, str, str]:
    """A link by which somebody chooses a password, its kind, and whom it is for; earlier ones do not work any more.

    Raises:
        NoSuchPerson: There is nobody of the kind, or they are deactivated.
    """
    person = services().people.roster.get(person_id)
    if not person.active:
        raise NoSuchPerson
    kind = INVITATION if services().people.roster.password_of(person_id) is None else PASSWORD
    secret = _link(person, kind)
    audit("change", "person", person_id, {"what": f"link: {kind}"})
    return person, secret, kind


def _link(person: Person, kind: str) -> str:
    return services().people.links.make(kind, access_rules().links[kind], person.id, current_person().id)
