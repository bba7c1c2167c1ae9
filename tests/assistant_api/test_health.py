"""How the parts are."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from api_client import Api

from assistant_api import create_app
from assistant_api.customer_client import HEALTH_SECONDS
from assistant_api.drafts import Drafts
from assistant_api.health import PART_SECONDS, Health
from coaching.recognition import model as recogniser_model
from coaching.recognition.weights import weights_version


def health(app, model):
    services = app.extensions["heard"]
    found = services.health
    return {
        name: (part.works, part.detail)
        for name, part in Health(found._database, Drafts(model), found._customer).parts().items()
    }


@pytest.fixture
def model(tmp_path, monkeypatch):
    """A model file that says it was trained beside the weights there are."""
    file = tmp_path / "heard.joblib"
    file.write_bytes(b"a model")
    monkeypatch.setattr(recogniser_model, "load_model", lambda _: SimpleNamespace(weights=weights_version()))
    return file


def test_all_is_well(app, model):
    assert health(app, model) == {
        "database": (True, "can be written, and its tables are up to date"),
        "recogniser": (True, "trained, loaded with the first draft"),
        "rasa": (True, "model heard-test.tar.gz"),
        "actions": (True, "answers"),
    }


def test_nothing_runs(app, rasa, tmp_path):
    rasa.stop()
    parts = health(app, tmp_path / "missing")
    assert parts["recogniser"] == (False, "The recogniser is not trained yet; run `make train`.")
    assert parts["rasa"][0] is parts["actions"][0] is False
    assert parts["database"][0] is True


def test_a_model_of_other_weights(app, model, monkeypatch):
    monkeypatch.setattr(recogniser_model, "load_model", lambda _: SimpleNamespace(weights="000000000000"))
    assert health(app, model)["recogniser"] == (
        False,
        "The recogniser was trained beside other weights; run `make train`.",
    )


def test_a_model_is_opened_again_only_when_it_has_changed(app, model, monkeypatch):
    opened = []

    def load(path):
        opened.append(path)
        return SimpleNamespace(weights=weights_version())

    monkeypatch.setattr(recogniser_model, "load_model", load)
    assert health(app, model)["recogniser"] == health(app, model)["recogniser"]
    assert len(opened) == 1
    model.write_bytes(b"a newer model")
    health(app, model)
    assert len(opened) == 2


def test_a_damaged_model(app, tmp_path):
    (tmp_path / "heard.joblib").write_bytes(b"no model")
    works, detail = health(app, tmp_path / "heard.joblib")["recogniser"]
    assert not works and "make train" in detail


def test_rasa_without_a_model(app, rasa, tmp_path):
    rasa.model = ""
    assert health(app, tmp_path / "missing")["rasa"] == (False, "Rasa's server answers, but it has loaded no model.")


def test_the_answer_is_200_and_says_degraded(api, rasa):
    rasa.stop()
    answer = api.get("/health")
    assert (answer.status_code, answer.json["status"]) == (200, "degraded")
    assert answer.json["parts"]["rasa"]["status"] == "down"
    assert answer.json["parts"]["database"]["status"] == "ok"


@pytest.mark.parametrize(("timeout", "waits"), [(30.0, 2000), (0.2, 200)])
def test_no_part_is_waited_for_longer_than_two_seconds(settings, database, timeout, waits):
    asked = create_app(replace(settings, database_timeout=timeout)).extensions["heard"].health._database
    with asked.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == waits
    assert sum(HEALTH_SECONDS) <= PART_SECONDS == 2.0


def test_nothing_connects_when_the_application_is_made(settings):
    away = replace(settings, database_url="postgresql://nobody@127.0.0.1:1/none", rasa_url="http://127.0.0.1:1")
    api = Api(create_app(away))
    assert api.get("/moves").status_code == 200
    parts = api.get("/health").json["parts"]
    assert parts["database"]["detail"].startswith("The database does not answer.")
