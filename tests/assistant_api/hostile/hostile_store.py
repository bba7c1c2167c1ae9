"""A store in which every text that can be one is hostile; a column that is new is so, too, or the tests tell of it."""

from datetime import timedelta

from full_store import ADA, SESSION, TOM, rows, session, turn
from hostile_text import hostile, poison
from sqlalchemy import JSON, String, insert, select

from assistant_api.api.examples import examples
from assistant_api.store import now
from assistant_api.store.tables import metadata

IMPORTED, OPEN = (f"{letter}" * 8 + "-0000-4000-8000-" + f"{letter}" * 12 for letter in "de")
GONE = "gone"
"""An assignment whose scenario is hostile."""
FIXED = {
    "an id, a digest or a key that the program makes and nobody writes": """
        people.id teams.id team_members.team_id team_members.person_id visits.digest visits.person_id links.digest
        links.person_id links.made_by attempts.key audit.person_id sessions.id sessions.person_id
        sessions.assignment_id sessions.parent_id sessions.claim turns.session_id turns.turn_id results.session_id
        results.person_id comments.id comments.session_id comments.author_id comments.mentions overrules.id
        overrules.session_id overrules.made_by disputes.id disputes.session_id disputes.person_id
        disputes.answered_by ratings.session_id ratings.rater_id assignments.id assignments.made_by
        assignment_targets.assignment_id assignment_targets.person_id assignment_targets.team_id certificates.code
        certificates.assignment_id certificates.person_id certificates.session_id goals.id goals.team_id
        goals.made_by webhooks.id outbox.target tokens.digest tokens.person_id kept_drafts.id kept_drafts.person_id
        """,
    "a word of a list, which the database checks": """
        people.role links.kind overrules.kind disputes.upheld turns.status goals.measure
        """,
    "words of a list, which the program writes and looks up": """
        sessions.kind sessions.hints sessions.hints_taken results.face results.mistakes overrules.labels
        ratings.labels tokens.scopes webhooks.events
        """,
    "figures": "turns.state",
}
"""Columns that stay as they are, by the reason."""
UNSHOWN = {
    "the API alone tells it, and answers with JSON": """
        kept_drafts.draft kept_drafts.customer kept_drafts.channel kept_drafts.rubric kept_drafts.rules
        kept_drafts.recogniser outbox.payload
        """,
    "nobody is told it": "people.password webhooks.secret sessions.search_text turns.recogniser",
    "it is looked up, and what it names is shown": "sessions.scenario_id sessions.persona_id overrules.rule",
    "its hyphens are shown as spaces": "audit.action",
}
"""Columns that no page shows as they are, by the reason."""
KEPT = frozenset({"kind", "band", "on", "by", "labels", "unsure", "rule", "face", "step", "strength"})
"""Keys in JSON that hold words of a list, which the program looks up."""


def listed(by_reason):
    """The columns of such a list."""
    return {name for names in by_reason.values() for name in names.split()}


def text_columns():
    """Every column that can hold a text and is not fixed, as table.column."""
    found = {
        f"{table.name}.{column.name}": column
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, String | JSON)
    }
    fixed = listed(FIXED)
    assert fixed <= set(found), f"there are no such columns: {sorted(fixed - set(found))}"
    return {name: column for name, column in found.items() if name not in fixed}


def hostile_rows():
    """Table to its rows, as ``full_store`` has them and a few more."""
    moment, filled = now() - timedelta(days=3), rows()
    told = examples()["get_review_session"]["answer"]
    said = told["turns"][0]["agent"]["sentences"]
    filled["sessions"] += [
        {**session(IMPORTED, ADA), "kind": "imported"},
        {**session(OPEN, ADA), "hints": "on_request"},
    ]
    filled["turns"] += [turn(IMPORTED), turn(OPEN)]
    for one in filled["turns"]:
        reply = {**one["reply"], "changes": told["turns"][0]["changes"]}
        one.update(sentences=said, reply=reply)
    for one in filled["sessions"]:
        times = {"started_at": moment, "touched_at": moment, "ended_at": moment + timedelta(minutes=5)}
        one.update(
            times,
            debrief=examples()["get_debrief"]["answer"],
            hints_taken=[{"turn": 0, "kind": "hint", "step": "hear"}],
        )
        if one["id"] == OPEN:
            one.update(touched_at=now(), ended_at=None, ending=None, closing=None, scorecard=None, debrief=None)
    filled["results"][0]["ended_at"] = moment
    for one in filled["results"], filled["overrules"]:
        one[0]["session_id"] = SESSION
    filled["overrules"] += [
        {**filled["overrules"][0], "id": "points", "kind": "point", "rule": "step.hear", "points": 3, "turn": None,
         "sentence": None, "labels": None},
    ]  # fmt: skip
    filled["assignments"] += [{**filled["assignments"][0], "id": GONE}]
    filled["assignment_targets"] += [{"assignment_id": GONE, "person_id": ADA}]
    filled["outbox"][0]["target"] = "hook"
    filled["kept_drafts"] += [{**filled["kept_drafts"][0], "id": "kept-too", "person_id": TOM}]
    for one in filled["kept_drafts"]:
        one["rules"] = ["cold.be_advised"]
    return filled


REAL = ("sessions", SESSION), ("sessions", OPEN), ("assignments", "assignment")
"""Rows that keep the ids of their scenario and persona, so that the rest of them is shown."""
NAMES_THINGS = frozenset({"scenario_id", "persona_id"})


def fill_hostile(database):
    """Put them in, and see that each column that can hold a text holds a hostile one."""
    wanted = text_columns()
    with database.writing() as connection:
        for table in metadata.sorted_tables:
            for number, row in enumerate(hostile_rows()[table.name]):
                values = dict(row)
                for column in table.columns:
                    name = f"{table.name}.{column.name}"
                    real = (table.name, row.get("id")) in REAL and column.name in NAMES_THINGS
                    if name in wanted and not real and not (row.get(column.name) is None and _is_json(column)):
                        values[column.name] = _hostile(column, name, row, number)
                connection.execute(insert(table).values(**values))
        for name, column in wanted.items():
            held = repr(connection.execute(select(column)).scalars().all())
            assert f"⟦{name}" in held, f"{name} holds nothing hostile; fill it, or say in FIXED why it need not"


def _is_json(column):
    return isinstance(column.type, JSON)


def _hostile(column, name, row, number):
    if _is_json(column):
        return poison(row[column.name], name, KEPT)
    return hostile(f"{name} {number}" if column.unique else name)
