"""What is wrong in a pack is told with file, line, what was found and what was expected."""

import pytest

from coaching.errors import DataError
from coaching.suggestions.rulefile import read_pack

PACK = """\
title: House words
label: rush
message: A message.
why: A reason.
source: A source.
rules:
  - id: phrase
    note: A phrase.
    words: [asap]
    when: {at_least: 2, customer: [angry]}
    channels: [chat]
    replaces: words
    replace: ["by [time]", "for {thing}"]
    severity: low
    fires: ["Asap.", {text: "It comes asap.", customer: "I am furious!", channel: chat, labels: [resolve]}]
    quiet: ["Soon.", "By noon."]
    better: ["By [time]."]
    alone: {pattern: "asap", fires: ["Asap."], quiet: ["Soon."]}
  - id: grammar
    note: Grammar.
    dependency:
      - - {RIGHT_ID: verb, RIGHT_ATTRS: {TAG: VBN}}
        - {LEFT_ID: verb, REL_OP: ">", RIGHT_ID: subject, RIGHT_ATTRS: {DEP: nsubjpass}}
    mark: [verb]
    replaces: words
    replace: ["we {verb:VBD} {subject}"]
    severity: low
    fires: ["It was lost.", "It was sent."]
    quiet: ["We lost it.", "We sent it."]
  - id: token
    note: Tokens.
    tokens:
      - [{LOWER: "very"}, {POS: ADJ}]
    replaces: words
    replace: [""]
    severity: low
    fires: ["It is very late.", "Very good."]
    quiet: ["It is late.", "Good."]
  - id: rest
    note: The rest.
    replaces: sentence
    replace: ["Take your time."]
    severity: low
    fires: ["One.", "Two."]
    quiet: ["Three.", "Four."]
"""


def read_changed(tmp_path, old, new):
    assert old in PACK
    file = tmp_path / "house.yml"
    file.write_text(PACK.replace(old, new, 1), "utf-8")
    return read_pack(file)


def test_a_pack_is_read(tmp_path):
    pack = read_changed(tmp_path, "title", "title")
    assert (pack.id, pack.title, pack.label) == ("house", "House words", "rush")
    phrase, grammar, token, rest = pack.rules
    assert phrase.id == "house.phrase"
    assert [example.labels for example in phrase.fires] == [("rush",), ("resolve", "rush")]
    assert phrase.channels == ("chat",)
    assert grammar.replace[0].places == ("verb_VBD", "subject")
    assert token.replace[0].text == ""
    assert rest.look is None


@pytest.mark.parametrize(
    ("old", "new", "line", "found", "expected"),
    [
        ("label: rush", "label: hurry", 2, "label: 'hurry'", "weak_apology, blame"),
        ("title: House words", "titel: House words", 1, "the key 'titel'", "title"),
        ("message: A message.\n", "", 6, "no 'message'", "here or for the whole pack"),
        ("id: grammar", "id: phrase", 19, "id: 'phrase'", "that no other rule of the pack has"),
        ("id: grammar", "id: Gram mar", 19, "id: 'Gram mar'", "small letters"),
        ("severity: low", "severity: grave", 14, "severity: 'grave'", "low, medium, high"),
        ("replaces: words", "replaces: all", 12, "replaces: 'all'", "words, sentence"),
        ("channels: [chat]", "channels: [fax]", 11, "'fax'", "chat, email, social, phone"),
        ("channels: [chat]", "channels: []", 11, "channels: a list", "at least one of chat"),
        ("at_least: 2", "at_most: 2", 10, "the key 'at_most'", "at_least"),
        ("at_least: 2", "at_least: 1.5", 10, "at_least: 1.5", "a whole number"),
        ("[angry]", "[cross]", 10, "'cross'", "angry"),
        ("[angry]", "[angry], unsaid: [thin]", 10, "'thin'", "thing"),
        ("[angry]", "[angry], confident: 2", 10, "confident: 2", "a number from 0 to 1"),
        ("labels: [resolve]", "labels: [solve]", 15, "'solve'", "resolve"),
        ("for {thing}", "for {thin}", 13, "{thin}", "thing"),
        ("for {thing}", "for {thing", 13, "replace[1]", "closed braces"),
        ('"by [time]", "for {thing}"', '"for {thing}"', 13, "replace: a list", "without the customer's facts"),
        ("words: [asap]", "words: []", 9, "words: a list", "at least one phrase"),
        ("words: [asap]", 'pattern: "(asap"', 9, "pattern:", "a regular expression"),
        ("words: [asap]", "words: [asap]\n    pattern: asap", 10, "words and pattern", "one of words, pattern, tokens"),
        ("    words: [asap]\n", "", 7, "'phrase' without a pattern", "only the last rule"),
        ("words: [asap]", "words: [asap]\n    mark: [verb]", 10, "'mark' without 'dependency'", "dependency patterns"),
        ('"Soon.", "By noon."', '"Soon."', 16, "1 in 'quiet'", "at least 2 examples"),
        ('better: ["By [time]."]', "better: [a, b, c]", 17, "3 in 'better'", "no more than the 2"),
        ('fires: ["Asap."], quiet', "fires: [], quiet", 18, "fires: a list", "at least one text"),
        ("label: rush\n", "", 17, "'alone' in a pack without a label", "packs with a label"),
        ("TAG: VBN", "TAGG: VBN", 22, "the token attribute 'TAGG'", "LEMMA"),
        ("TAG: VBN", "TAG: VBX", 22, "TAG: 'VBX'", "a tag such as VBN"),
        ("LEFT_ID: verb", "LEFT_ID: noun", 22, "dependency[0]: RIGHT_ID should be a new node", "as spaCy takes it"),
        ('REL_OP: ">"', 'REL_OP: "=>"', 22, "'=>'", "as spaCy takes it"),
        ("RIGHT_ID: subject", "RIGHTID: subject", 23, "the key 'RIGHTID'", "RIGHT_ID"),
        ("mark: [verb]", "mark: [verbs]", 24, "mark: 'verbs'", "one of the RIGHT_IDs subject, verb"),
        ("{verb:VBD}", "{verb:PAST}", 26, "the form 'PAST'", "VBD"),
        ("{verb:VBD}", "{verbs:VBD}", 26, "{verbs_VBD}", "verb"),
        ("{POS: ADJ}", "{POS: ADJECTIVE}", 33, "POS: 'ADJECTIVE'", "a part of speech"),
        ("{POS: ADJ}", "{POS: {INN: [ADJ]}}", 33, "the token attribute 'POS -> INN'", "REGEX"),
        ("{POS: ADJ}", "{LENGTH: many}", 33, "the token {'LENGTH': 'many'}", "a token as spaCy's Matcher takes it"),
        ("{POS: ADJ}", '{LOWER: {REGEX: "(a"}}', 33, "tokens[0][1]:", "a token as spaCy's Matcher takes it"),
        ('[{LOWER: "very"}, {POS: ADJ}]', "[]", 33, "tokens[0]: a list", "at least one token"),
        ('fires: ["Asap.",', 'fires: ["Asap.,', None, "", "YAML"),
    ],
)
def test_an_error_names_file_line_found_and_expected(tmp_path, old, new, line, found, expected):
    with pytest.raises(DataError) as caught:
        read_changed(tmp_path, old, new)
    assert line is None or caught.value.line == line
    assert str(tmp_path / "house.yml") in str(caught.value)
    before, after = str(caught.value).split("; expected ")
    assert found in before
    assert expected in after


def test_a_fact_that_a_rule_asks_for_may_stand_in_all_its_replacements(tmp_path):
    changed = PACK.replace("at_least: 2,", "unsaid: [thing],").replace('"by [time]", "for {thing}"', '"for {thing}"')
    file = tmp_path / "house.yml"
    file.write_text(changed, "utf-8")
    assert read_pack(file).rules[0].replace[0].places == ("thing",)


def test_confidence_is_asked_for_in_packs_with_a_label_only(tmp_path):
    file = tmp_path / "house.yml"
    file.write_text(PACK.replace("label: rush\n", "").replace("at_least: 2", "confident: 0.5"), "utf-8")
    with pytest.raises(DataError, match="'confident' in a pack without a label"):
        read_pack(file)


def test_a_pack_without_a_label_has_a_pattern_in_every_rule(tmp_path):
    read_changed(tmp_path, '    alone: {pattern: "asap", fires: ["Asap."], quiet: ["Soon."]}\n', "")
    text = (tmp_path / "house.yml").read_text("utf-8").replace("label: rush\n", "")
    (tmp_path / "house.yml").write_text(text, "utf-8")
    with pytest.raises(DataError, match="'rest' without a pattern"):
        read_pack(tmp_path / "house.yml")


def test_a_file_name_is_an_id(tmp_path):
    (tmp_path / "House Words.yml").write_text(PACK, "utf-8")
    with pytest.raises(DataError, match="the file name 'House Words.yml'"):
        read_pack(tmp_path / "House Words.yml")
