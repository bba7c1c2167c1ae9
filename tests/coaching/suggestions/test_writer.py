import pytest

from coaching.moves import STEPS
from coaching.suggestions.templates import Template, step_wording
from coaching.suggestions.writer import Writer


def perfect(text):
    return 0


class Nothing:
    """Finds no move in any text, and notes which ones it was told of ahead."""

    def __init__(self):
        self.ahead = []

    def moves(self, text):
        return frozenset()

    def read_ahead(self, texts):
        self.ahead += texts


def writer(facts, draft="", **more):
    return Writer(facts, draft, "Hello?", Nothing(), **more)


@pytest.mark.parametrize("step", STEPS)
def test_every_step_can_be_worded_without_a_fact(step):
    assert writer({}).choose(step_wording()[step].say, step, perfect) is not None


def test_a_known_fact_is_preferred_until_it_is_worn_out():
    say = [Template(f"about{number}", f"{number} {{thing}}", ("thing",)) for number in range(5)]
    say.append(Template("bare", "nothing", ()))
    one = writer({"thing": "your bag"})
    chosen = []
    for _ in range(4):
        wording = one.choose(say, "seed", perfect)
        one.use(wording)
        chosen.append(bool(wording.says))
    assert chosen == [True, True, True, False]


def test_two_facts_with_the_same_words_wear_out_together():
    say = [
        Template("a", "{statement}", ("statement",)),
        Template("b", "{problem}", ("problem",)),
        Template("c", "{thing}", ("thing",)),
    ]
    one = writer({"statement": "we lost it", "problem": "we lost it", "thing": "your bag"})
    one.use(one.choose(say[:1], "seed", perfect))
    assert one.choose(say, "seed", perfect).rule == "c"


def test_nobody_who_told_it_is_asked_to_tell_it():
    facts = {"statement": "we lost it", "thing": "your bag", "order": "4711", "told": "your message"}
    say = step_wording()["hear"].say
    chosen = {writer(facts).choose(say, str(seed), perfect).rule for seed in range(30)}
    assert not chosen & {"hear.thing", "hear.order", "hear.open"}
    assert len(chosen) > 1


def test_wording_with_a_fault_is_passed_over():
    say = step_wording()["apologize"].say
    first = writer({"thing": "your bag"}).choose(say, "seed", perfect)
    other = writer({"thing": "your bag"}).choose(say, "seed", lambda text: text == first.text)
    assert other.text != first.text


def test_where_all_have_faults_the_one_with_the_fewest_is_taken():
    say = [Template(name, name, ()) for name in ("aaa", "bb", "c")]
    assert writer({}).choose(say, "seed", len).rule == "c"


def test_without_the_facts_there_is_no_wording():
    assert writer({}).choose([Template("a", "{thing}", ("thing",))], "seed", perfect) is None


def test_what_the_draft_says_already_counts_as_said():
    say = [Template("a", "about {thing}", ("thing",)), Template("b", "for {occasion}", ("occasion",))]
    facts = {"thing": "your bag", "occasion": "the wedding"}
    assert writer(facts, "We found your bag.").choose(say, "seed", perfect).rule == "b"
    assert writer(facts, "Before the wedding").choose(say, "seed", perfect).rule == "a"


def test_wording_follows_channel_and_feeling():
    say = [
        Template("any", "Sorry.", ()),
        Template("short", "Sorry about {thing}.", ("thing",), channels=("social",)),
        Template("calm", "About {thing}.", ("thing",), emotions=("calm",)),
    ]
    facts = {"thing": "your bag"}
    assert writer(facts, channel="social", emotion="angry").choose(say, "seed", perfect).rule == "short"
    assert writer(facts, channel="email", emotion="calm").choose(say, "seed", perfect).rule == "calm"
    assert writer(facts, channel="email", emotion="angry").choose(say, "seed", perfect).rule == "any"


def test_a_clause_wears_out_sooner_than_a_word():
    say = [Template("clause", "{problem}", ("problem",)), Template("word", "{thing}", ("thing",))]
    one = writer({"problem": "we charged you twice", "thing": "your bag"})
    for wording in ("clause", "word"):
        one.use(next(each for each in (one.choose([t], "seed", perfect) for t in say) if each.rule == wording))
    assert one.choose(say, "seed", perfect).rule == "word"


def test_a_fact_said_inside_another_counts_as_said():
    say = [Template("contacts", "{contacts}", ("contacts",)), Template("day", "{day}", ("day",))]
    facts = {
        "statement": "you wrote and nobody answered your emails",
        "contacts": "nobody answered your emails",
        "day": "Friday",
    }
    one = writer(facts)
    one.use(one.choose([Template("all", "{statement}", ("statement",))], "seed", perfect))
    assert one.choose(say, "seed", perfect).rule == "day"


def test_likely_texts_are_those_that_are_chosen_where_nothing_is_wrong():
    facts = {"thing": "your bag", "statement": "we lost it", "told": "your message"}
    one = writer(facts)
    choices = [(step_wording()[step].say, step) for step in STEPS]
    likely = one.likely(choices)
    chosen = []
    for templates, seed in choices:
        wording = one.choose(templates, seed, perfect)
        one.use(wording)
        chosen.append(wording.text)
    assert likely == chosen
