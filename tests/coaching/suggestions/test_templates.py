import pytest

from coaching.channels import CHANNELS
from coaching.errors import DataError
from coaching.moves import STEPS
from coaching.suggestions.templates import TEMPLATES_FILE, Template, read_steps, step_wording
from coaching.understanding import CALM, EMOTIONS


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("{reference}", "{refrence}", "{refrence}"),
        ("unless: statement", "unless: statment", "unless: 'statment'"),
        ("  hear:\n", "  listen:\n", "'listen'"),
        ("unless: statement", "without: statement", "'without'"),
        ("needs: asked", "needs: askt", "needs: 'askt'"),
        ("[email, phone]", "[email, fax]", "channels[1]: 'fax'"),
        ("[angry]", "[cross]", "emotion[0]: 'cross'"),
    ],
)
def test_an_error_names_line_and_what_was_found(tmp_path, old, new, found):
    text = TEMPLATES_FILE.read_text(encoding="utf-8")
    path = tmp_path / "templates.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_steps(path)
    assert caught.value.line == text[: text.index(old)].count("\n") + 1
    assert found in str(caught.value)


def test_a_step_needs_a_wording_for_a_message_that_tells_nothing(tmp_path):
    text = TEMPLATES_FILE.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if "hear.open" not in line]
    path = tmp_path / "templates.yml"
    path.write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(DataError, match="a text for chat that needs no fact"):
        read_steps(path)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_has_plenty_of_wording(step):
    say = step_wording()[step].say
    assert len(say) >= 14
    assert len({one.text for one in say}) == len({one.id for one in say}) == len(say)


def test_wording_suits_channel_and_feeling():
    short = Template("short", "Sorry.", (), channels=("social",), emotions=("angry",))
    assert short.fits({}, "social", "angry")
    assert not short.fits({}, "email", "angry")
    assert not short.fits({}, "social", "sad")
    assert all(Template("any", "Sorry.", ()).fits({}, channel, name) for channel in CHANNELS for name in EMOTIONS)


def test_wording_fits_only_where_its_facts_are_known_and_differ():
    both = Template("both", "{problem}, {thing}", ("problem", "thing"))
    assert both.fits({"problem": "we lost it", "thing": "your bag"}, "chat", CALM)
    assert not both.fits({"thing": "your bag"}, "chat", CALM)
    assert not both.fits({"problem": "we lost your bag", "thing": "your bag"}, "chat", CALM)


def test_wording_may_need_or_shun_a_fact_that_it_does_not_say():
    asked = Template("asked", "Here is how.", (), needs="asked", unless="problem")
    assert asked.fits({"asked": "your question"}, "chat", CALM)
    assert not asked.fits({}, "chat", CALM)
    assert not asked.fits({"asked": "your question", "problem": "we lost it"}, "chat", CALM)


def test_a_suggestion_says_which_of_their_words_it_takes_up():
    hear = step_wording()["hear"]
    assert hear.because([]) == hear.why
    assert "“your bag”, “three weeks”" in hear.because(["your bag", "three weeks"])
