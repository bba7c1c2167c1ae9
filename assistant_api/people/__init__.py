"""Who asks, what they may see of others, and the record of what they did.

Without sign-in there is one person, ``OWNER_PERSON``, to whom everything belongs.
"""

from assistant_api.people.audit import audit
from assistant_api.people.current import current_person, signed_in_person
from assistant_api.people.seeing import may_see, visible_people
from assistant_api.store.people import OWNER_PERSON, Person

__all__ = [
    "OWNER_PERSON",
    "Person",
    "audit",
    "current_person",
    "may_see",
    "signed_in_person",
    "visible_people",
]
