import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.errors import DataError
from coaching.moves import LABELS, MISTAKES
from coaching.recognition import Recogniser
from coaching.tone import tone_profile
from coaching.tone.scales import SCALES, SCALES_FILE, load_scales, tone_rules
from coaching.understanding import understand

CUSTOMER = "My parcel was due on Friday and it was for my son's birthday. Three emails, no answer! Regards,\nAnna"
EVER = 1e-9
TEXTS = [
    ("I have sent a new parcel today, and it is with you on Friday.", "resolve"),
    ("Unfortunately, we cannot do anything about this matter.", "dismiss"),
    ("I am sorry for the {pain} delay.", "apologize"),
    ("You waited three {pain} weeks for your parcel.", "hear"),
    ("As per our policy, the refund was denied.", "policy"),
    ("You should have read the terms.", "blame"),
    ("Kindly note that the aforementioned consignment has been escalated.", ""),
    ("hey, no worries :)", "courtesy"),
    ("Thank you for your patience, Anna!", "thank"),
]
PAIN = ["terrible", "upsetting", "frustrating", "awful", "horrendous", "stressful"]
NAMED = [
    "I completely understand how frustrating and upsetting this must be.",
    "What a terrible, humiliating situation to be in!",
    "I can't imagine how hard it was that nobody was able to help you.",
    "You must have been worried sick, and you were left alone with it.",
]


def values(profile):
    return {scale.name: scale.value for scale in profile}


@pytest.fixture(scope="module")
def profile(labelled):
    def make(*pairs):
        draft, sentences = labelled(*pairs)
        return tone_profile(draft, sentences, understand(CUSTOMER), CUSTOMER)

    return make


def test_every_scale_comes_in_order_and_is_traceable(profile):
    found = profile(*[(text.format(pain="long"), labels) for text, labels in TEXTS])
    assert tuple(scale.name for scale in found) == SCALES
    draft = " ".join(text.format(pain="long") for text, _ in TEXTS)
    for scale, rules in zip(found, tone_rules().scales, strict=True):
        assert 0 < scale.value < 1
        assert scale.meaning.endswith(".")
        assert scale.value == pytest.approx(rules.base + sum(word.by for word in scale.words), abs=0.005)
        for word in scale.words:
            assert draft[word.start : word.end] == word.text
            assert word.rule.startswith(f"tone.{scale.name}.")
        assert json.loads(json.dumps(scale.to_json())) == scale.to_json()


@pytest.mark.parametrize("text", ["", "ok", "Thanks"])
def test_without_evidence_every_scale_stays_near_its_base(profile, text):
    for scale, rules in zip(profile(*([(text, "")] if text else [])), tone_rules().scales, strict=True):
        assert abs(scale.value - rules.base) < 0.2


@pytest.mark.parametrize(
    ("scale", "low", "high"),
    [
        ("empathy", ("You should have checked.", "blame"), ("No wonder you are upset.", "empathize")),
        ("empathy", ("I see how it is.", "empathize"), ("With your son's birthday, I see how it is.", "empathize")),
        ("apology", ("Sorry if you were upset.", "apologize+weak_apology"), ("I am sorry it is late.", "apologize")),
        ("ownership", ("The parcel was lost.", ""), ("We lost the parcel.", "")),
        ("ownership", ("Please ring the courier.", "deflect"), ("I am ringing the courier.", "resolve")),
        ("positivity", ("Unfortunately, we cannot send it before Monday.", ""), ("We can send it on Monday.", "")),
        ("warmth", ("Dear valued customer, it is late.", ""), ("Dear Anna, it is late.", "")),
        ("warmth", ("Just wait.", "rush"), ("Please take your time.", "courtesy")),
        ("clarity", ("The ticket was escalated pursuant to our SLA.", ""), ("I have asked our technician.", "")),
        ("clarity", ("Contractual stipulations necessitate verification.", ""), ("We check it and pay you.", "")),
        ("formality", ("hey, it's gonna be sorted", ""), ("We assure you that it will be provided.", "")),
        ("concreteness", ("The issue will be handled shortly.", ""), ("It is with you on Friday at 5 pm.", "")),
    ],
)  # fmt: skip
def test_each_scale_tells_low_from_high(profile, scale, low, high):
    assert values(profile(low))[scale] < values(profile(high))[scale] - 0.02


def test_the_customers_own_name_is_warm(profile):
    assert values(profile(("Good morning Anna.", "")))["warmth"] > values(profile(("Good morning Paul.", "")))["warmth"]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(TEXTS), max_size=5),
    st.lists(st.sampled_from(LABELS), max_size=3, unique=True),
    st.sampled_from(NAMED),
    st.sampled_from(PAIN),
    st.integers(0, 5),
)
def test_naming_the_pain_never_lowers_any_scale(labelled, texts, more, named, pain, place):
    """Neither a sentence that names it, whatever other good move it makes, nor a word of pain in another sentence."""

    def read(word, *, naming):
        pairs = [(" ".join(text.format(pain=word).split()), labels) for text, labels in texts]
        if naming:
            moves = "+".join({"empathize", *more} - set(MISTAKES))
            pairs.insert(min(place, len(pairs)), (named, moves))
        draft, sentences = labelled(*pairs)
        return values(tone_profile(draft, sentences, understand(CUSTOMER), CUSTOMER))

    without = read("", naming=False)
    for better in (read(pain, naming=False), read("", naming=True)):
        assert all(better[name] >= value - EVER for name, value in without.items()), (without, better)


@pytest.mark.model
def test_the_terrible_delay_sounds_kinder_than_the_policy_by_the_real_recogniser():
    recogniser = Recogniser.load()
    kind = "I am so sorry for the terrible delay. I completely understand how frustrating and upsetting this must be."
    cold = "As per our policy, we cannot do that."
    plain = "I am so sorry for the delay."
    kind, cold, plain = (
        values(tone_profile(text, recogniser.recognise(text, CUSTOMER), understand(CUSTOMER), CUSTOMER))
        for text in (kind, cold, plain)
    )
    for scale in ("empathy", "apology", "ownership", "positivity", "warmth", "clarity"):
        assert kind[scale] > cold[scale] + 0.05
    assert all(kind[scale] >= plain[scale] - EVER for scale in SCALES)


def test_the_same_text_has_the_same_profile(profile):
    pairs = [(text.format(pain="long"), labels) for text, labels in TEXTS]
    assert profile(*pairs) == profile(*pairs)


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ("prior: 1.2", "prior: much", "prior: 'much'", "a number"),
        ("signs: {deed: 0.3, passive: -0.3}", "signs: {did: 0.3}", "'did'", "deed"),
        ("reading: 1\n", "reeding: 1\n", "'reeding'", "reading"),
        ("not_in: [hear, apologize]", "not_in: [listen]", "'listen'", "hear"),
        ("  clarity:\n", "  clearness:\n", "'clearness'", "clarity"),
    ],
)
def test_an_error_names_line_found_and_expected(tmp_path, old, new, found, expected):
    text = SCALES_FILE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / "scales.yml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_scales(path)
    assert caught.value.line == text[: text.index(old)].count("\n") + 1
    assert found in str(caught.value)
    assert expected in str(caught.value)
