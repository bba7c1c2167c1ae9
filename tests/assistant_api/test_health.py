"""How the parts are."""

from dataclasses import replace

from api_client import Api

from assistant_api import create_app
from assistant_api.drafts import Drafts
from assistant_api.health import Health


def health(app, model):
    services = app.extensions["heard"]
    found = services.health
    return {
        name: (part.works, part.detail)
        for name, part in Health(found._database, Drafts(model), found._customer).parts().items()
    }


def test_all_is_well(app, tmp_path):
    model = tmp_path / "heard.joblib"
    model.write_bytes(b"a model")
    assert health(app, model) == {
        "database": (True, "can be written, and its tables are up to date"),
        "recogniser": (True, "version 97ff8a35544d, loaded with the first draft"),
        "rasa": (True, "model heard-test.tar.gz"),
        "actions": (True, "answers"),
    }


def test_nothing_runs(app, rasa, tmp_path):
    rasa.stop()
    parts = health(app, tmp_path / "missing")
    assert parts["recogniser"] == (False, "The recogniser is not trained yet; run `make train`.")
    assert parts["rasa"][0] is parts["actions"][0] is False
    assert parts["database"][0] is True


def test_rasa_without_a_model(app, rasa, tmp_path):
    rasa.model = ""
    assert health(app, tmp_path / "missing")["rasa"] == (False, "Rasa's server answers, but it has loaded no model.")


def test_the_answer_is_200_and_says_degraded(api, rasa):
    rasa.stop()
    answer = api.get("/health")
    assert (answer.status_code, answer.json["status"]) == (200, "degraded")
    assert answer.json["parts"]["rasa"]["status"] == "down"
    assert answer.json["parts"]["database"]["status"] == "ok"


def test_nothing_connects_when_the_application_is_made(settings):
    away = replace(settings, database_url="postgresql://nobody@127.0.0.1:1/none", rasa_url="http://127.0.0.1:1")
    api = Api(create_app(away))
    assert api.get("/moves").status_code == 200
    parts = api.get("/health").json["parts"]
    assert parts["database"]["detail"].startswith("The database does not answer.")
