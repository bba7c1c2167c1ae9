from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coaching.errors import CoachError, MissingResourceError
from coaching.moves import LABELS
from coaching.recognition import RecognisedSentence, Recogniser, Row, weights
from coaching.recognition.encoder import DIMENSIONS, Encoder
from coaching.recognition.examples import TrainingRow
from coaching.recognition.head import Head
from coaching.recognition.model import load_model
from coaching.recognition.training import fingerprint, train


def test_what_was_taught_is_recognised_in_new_sentences(recogniser: Recogniser) -> None:
    found = recogniser.recognise("The apologize word stands in line 40 here. The blame word stands in line 41 here.")
    assert [sentence.labels for sentence in found] == [("apologize",), ("blame",)]


def test_offsets_point_into_the_message(recogniser: Recogniser) -> None:
    text = "  hi there..\n\nthe thank word 😀 stands here!  "
    for sentence in recogniser.recognise(text, "where is it?"):
        assert text[sentence.start : sentence.end] == sentence.text
        assert set(sentence.confidence) == set(LABELS)
        assert all(0 <= value <= 1 for value in sentence.confidence.values())


def test_labelling_takes_each_row_as_one_sentence(recogniser: Recogniser) -> None:
    found = recogniser.label([Row("One. Two. Three."), Row(""), Row("the thank word", "where is it", "before")])
    assert [sentence.text for sentence in found] == ["One. Two. Three.", "", "the thank word"]
    assert found[1].labels == ()
    assert recogniser.label([]) == []


def test_a_sentence_is_judged_alike_alone_and_among_others(recogniser: Recogniser, model_file: Path) -> None:
    rows = [Row(f"the {label} word stands here" + " and there" * index) for index, label in enumerate(LABELS)]
    among = recogniser.probabilities(rows)
    for row, chances in zip(reversed(rows), reversed(among), strict=True):
        assert Recogniser(load_model(model_file), Head()).probabilities([row])[0] == pytest.approx(chances, abs=1e-6)


HARD = [
    *("@" * 20_000, "a" * 20_000),
    *("", "   ", "😀😀", "word " * 10_000, "\x00\x01\x1b[0m", "<script>alert('x')</script>", "Где моя посылка?"),
    *("你好。谢谢", "\u202e\u200b", "(((", "\ud800"),
]


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_no_text_is_too_hard(recogniser: Recogniser, text: str) -> None:
    for sentence in [*recogniser.recognise(text, text), *recogniser.label([Row(text, text, text)])]:
        assert all(np.isfinite(value) for value in sentence.confidence.values())


def test_json_and_back(recogniser: Recogniser) -> None:
    (sentence,) = recogniser.recognise("the thank word stands here")
    again = RecognisedSentence.from_json(sentence.to_json())
    assert (again.text, again.labels) == (sentence.text, sentence.labels)


def test_the_same_data_gives_the_same_file(
    taught_rows: Sequence[TrainingRow], model_file: Path, tmp_path: Path
) -> None:
    train(list(reversed(taught_rows)), tmp_path / "again.joblib")
    assert Recogniser.load(tmp_path / "again.joblib").version == Recogniser.load(model_file).version


def test_the_fingerprint_follows_the_data_but_not_its_order(taught_rows: Sequence[TrainingRow]) -> None:
    first = fingerprint(taught_rows)
    assert fingerprint(list(reversed(taught_rows))) == first
    assert fingerprint([replace(taught_rows[0], text="other"), *taught_rows[1:]]) != first
    assert fingerprint([replace(taught_rows[0], labels=()), *taught_rows[1:]]) != first


def test_too_little_data_is_told_by_label(taught_rows: Sequence[TrainingRow], tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="labelled blame"):
        train([row for row in taught_rows if "blame" not in row.labels], tmp_path / "model")
    with pytest.raises(CoachError, match="of 0 sentences"):
        train([replace(row, conversation="one") for row in taught_rows], tmp_path / "model")


def test_a_file_of_an_earlier_version_is_refused(model_file: Path, tmp_path: Path) -> None:
    model = load_model(model_file)
    del vars(model)["weights"]
    model.save(tmp_path / "old.joblib")
    with pytest.raises(MissingResourceError, match="make train"):
        Recogniser.load(tmp_path / "old.joblib")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"labels": ["other"], "files": {}, "parts": 3}'])
def test_an_unsound_manifest_is_told(content: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(content)
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    with pytest.raises(MissingResourceError, match="make finetune"):
        weights.manifest()


def test_a_missing_or_damaged_model_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(MissingResourceError, match="make train"):
        Recogniser.load(tmp_path / "none.joblib")
    (tmp_path / "bad.joblib").write_bytes(b"not a model")
    with pytest.raises(MissingResourceError, match="make train"):
        Recogniser.load(tmp_path / "bad.joblib")


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("encoder.onnx", "head.npz", "manifest.json"):
        shutil.copy(weights.FOLDER / name, tmp_path / name)
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    (tmp_path / "encoder.onnx").write_bytes(b"other")
    with pytest.raises(MissingResourceError, match="encoder.onnx have sha256"):
        Encoder()
    (tmp_path / "encoder.onnx").unlink()
    with pytest.raises(MissingResourceError, match="lack encoder.onnx"):
        Encoder()


def test_a_model_taught_beside_other_weights_is_refused(model_file: Path, tmp_path: Path) -> None:
    replace(load_model(model_file), weights="other").save(tmp_path / "heard.joblib")
    with pytest.raises(MissingResourceError, match="make train"):
        Recogniser.load(tmp_path / "heard.joblib")


def test_near_sentences_have_near_vectors() -> None:
    vectors = Encoder().encode(["I am sorry it broke.", "Apologies that it is broken.", "Tap Settings."])
    assert vectors.shape == (3, DIMENSIONS)
    first, second, far = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    assert first @ second > first @ far


def test_a_text_gives_the_same_vector_however_much_follows_what_is_read() -> None:
    beginning = "word " * 200
    first, second = Encoder().encode([beginning, beginning + "other " * 9_000])
    assert first == pytest.approx(second)


def test_the_customer_s_message_is_part_of_what_is_judged(recogniser: Recogniser) -> None:
    rows = [Row("So it never came.", "my parcel never came"), Row("So it never came.", "how do I change my password")]
    first, second = recogniser.probabilities(rows)
    assert first != pytest.approx(second, abs=1e-6)


def test_what_lies_just_below_the_threshold_is_unsure(recogniser: Recogniser, model_file: Path) -> None:
    (found,) = recogniser.label([Row("the thank word stands in line 3 here")])
    assert found.labels == ("thank",)
    assert "thank" not in found.unsure
    model = load_model(model_file)
    column = LABELS.index("thank")
    raised = model.thresholds.copy()
    raised[column] = min(1.0, found.confidence["thank"] * 1.2)
    (other,) = Recogniser(replace(model, thresholds=raised), Head()).label([Row(found.text)])
    assert "thank" not in other.labels
    assert "thank" in other.unsure


def test_no_heavy_framework_is_imported() -> None:
    code = "import sys, coaching.recognition; print({'rasa', 'tensorflow', 'torch', 'flask'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.model
def test_the_trained_file_knows_the_codebook_s_plain_cases() -> None:
    trained = Recogniser.load()
    found = trained.recognise(
        "I am sorry we lost your parcel. I have refunded the £20 to your card. Thank you for bearing with me."
    )
    for sentence, label in zip(found, ("apologize", "resolve", "thank"), strict=True):
        assert label in sentence.labels
