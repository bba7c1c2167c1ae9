from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from coaching.paths import ROOT
from coaching.recognition import language_of
from coaching.recognition.examples import TrainingRow, read_examples
from coaching.recognition.language_of import spoken_language

HERE = Path(__file__).parent
OTHERS = yaml.safe_load((HERE / "other_languages.yml").read_text("utf-8"))["languages"]
ENGLISH = yaml.safe_load((HERE / "hard_english.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def rows() -> list[TrainingRow]:
    return read_examples(ROOT / "training_data" / "nlu")


def unjudged(texts: list[str]) -> list[str]:
    return [text for text in texts if not spoken_language(text).judged]


def test_other_languages_of_six_words_or_more_are_told() -> None:
    texts = [text for one in OTHERS.values() for size in ("middle", "long") for text in one[size]]
    assert len(texts) == 160
    assert len(unjudged(texts)) >= 0.97 * len(texts)


def test_long_messages_are_given_their_language() -> None:
    told = {(code, text): spoken_language(text) for code, one in OTHERS.items() for text in one["long"]}
    wrong = [(code, text, said) for (code, text), said in told.items() if said.code != code]
    assert len(wrong) <= 0.03 * len(told), wrong
    assert all(said.name == OTHERS[code]["name"] for (code, _), said in told.items() if said.code == code)


def test_short_messages_are_told_where_the_letters_tell_it() -> None:
    for code in ("ru", "uk", "ar", "hi", "ur", "zh", "ja", "ko", "el"):
        assert unjudged(OTHERS[code]["short"]) == OTHERS[code]["short"]


def test_english_sentences_are_judged(rows: list[TrainingRow]) -> None:
    texts = [row.text for row in rows if len(row.text.split()) >= 4]
    wrong = unjudged(texts)
    assert len(wrong) < 0.001 * len(texts), wrong


def test_english_messages_are_judged(rows: list[TrainingRow]) -> None:
    messages, begun = [], dict.fromkeys((row.conversation for row in rows), "")
    for row in rows:
        begun[row.conversation] = f"{begun[row.conversation]} {row.text}".strip()
        if len(begun[row.conversation].split()) >= 12:
            messages.append(begun[row.conversation])
            begun[row.conversation] = ""
    assert unjudged(messages) == []
    assert unjudged([message.upper() for message in messages[::4]]) == []


def test_customers_messages_are_nearly_all_read_as_english(rows: list[TrainingRow]) -> None:
    # Shorter and wilder than agents', and some do write a line of French or Pidgin.
    texts = sorted({row.customer for row in rows})
    assert len(unjudged(texts)) < 0.002 * len(texts)


def test_what_chats_hold_does_not_fool_it() -> None:
    assert unjudged(ENGLISH["seen"]) == []
    wrong = unjudged(ENGLISH["unseen"])
    assert len(wrong) <= 0.04 * len(ENGLISH["unseen"]), wrong


@pytest.mark.parametrize(
    "text", ["", " \n", "🙏 🙏", "12345", "+44 20 7946 0958", "#NAME# #NUMBER#", "?!", "https://x.de/a"]
)
def test_without_letters_no_language_is_named(text: str) -> None:
    assert spoken_language(text).to_json() == {"code": None, "name": None, "confidence": 0.0, "judged": True}


@pytest.mark.parametrize("text", ["Ok", "Merci!", "Gracias Ana", "Danke Jürgen!", "(ﾉ◕ヮ◕)ﾉ", "ಠ_ಠ"])
def test_fragments_are_taken_for_english(text: str) -> None:
    assert (spoken_language(text).code, spoken_language(text).judged) == ("en", True)


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("Hola Ana, gracias por escribirnos. I have refunded your order today, it takes three days.", True),
        ("Wir haben Ihre Bestellung gefunden. Your parcel leaves tomorrow and I will write again then.", True),
        ('The customer wrote: "Ich habe mein Paket nicht bekommen, wo ist es?" Can someone translate?', True),
        ("Hello Саша, your order has been sent.", True),
        (
            "Je suis désolée pour le retard de votre colis, nous vérifions avec le transporteur. Best regards, Julie",
            False,
        ),
        ("Ihr Ticket wurde eskaliert, unser Support Team prüft das Update und meldet sich heute noch.", False),
        ('Bitte klicken Sie auf "Forgot your password" und geben Sie dann Ihre E-Mail-Adresse ein.', False),
        ("您好 #NAME#，您的订单 #NUMBER# 已经发货。", False),
        ("<p>Guten Tag Frau Klein,</p><p>vielen Dank für Ihre Geduld.</p>", False),
        ("LO SENTIMOS MUCHO, SU PEDIDO LLEGARÁ MAÑANA", False),
    ],
)
def test_a_mixed_message_is_judged_if_a_good_part_is_english(text: str, judged: bool) -> None:
    assert spoken_language(text).judged is judged


def test_half_a_character_is_no_trouble() -> None:
    assert not spoken_language("\ud83d Das tut mir wirklich sehr leid, Frau Klein.").judged


def test_it_needs_no_network_and_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network is asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    language_of._detector.cache_clear()
    language_of._known.clear()
    first = spoken_language("Das tut mir wirklich sehr leid.")
    assert (first.code, first.name) == ("de", "German") and first.confidence > 0.9
    monkeypatch.setattr(language_of, "_detector", refuse)
    assert spoken_language("Das tut mir wirklich sehr leid.") is first


def test_threads_agree() -> None:
    texts = [text for one in OTHERS.values() for text in one["long"]]
    language_of._known.clear()
    alone = [spoken_language(text) for text in texts]
    language_of._known.clear()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(spoken_language, texts)) == alone


def test_the_latest_are_remembered_by_their_hash_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_of, "_REMEMBERED", 2)
    language_of._known.clear()
    first, second = spoken_language("First of all, hello."), spoken_language("And then goodbye.")
    spoken_language("First of all, hello.")
    spoken_language("The third one is here.")
    assert len(language_of._known) == 2
    assert spoken_language("First of all, hello.") is first and spoken_language("And then goodbye.") is not second
    assert all(isinstance(key, bytes) and len(key) == 32 for key in language_of._known)


@pytest.mark.parametrize("text", ["ཀཁག ཀཁ", "ᎣᏏᏲ ᎣᏏᏲ", "ནགངཅ ཆཇཉཏ ཐདན"])
def test_letters_of_no_named_language_are_given_no_other_ones(text: str) -> None:
    assert (spoken_language(text).code, spoken_language(text).judged) == ("en", True)


@pytest.mark.parametrize(("text", "code"), [("ئەم کاڵایە زۆر باشە", "ar"), ("ជំរាបសួរ អ្នកសុខសប្បាយ", "km")])
def test_a_language_is_named_only_if_it_uses_the_letters(text: str, code: str) -> None:
    assert spoken_language(text).code == code


def test_a_code_of_other_letters_gives_way_to_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_of, "_probabilities", lambda words: {"sv": 0.9, "en": 0.1})
    language_of._known.clear()
    assert (spoken_language("Добрый вечер всем").code, spoken_language("Добрый вечер всем").confidence) == ("ru", 1.0)
    language_of._known.clear()
