"""The process of the web application loads the recogniser by itself: nobody signs in for it, nor waits for it."""

import pytest
from launched import launched, until

from coaching.paths import recogniser_model


@pytest.mark.parametrize("sign_in", ["0", "1"])
def test_it_is_loaded_before_anybody_asks(settings, tmp_path, sign_in):
    if not recogniser_model().exists():
        pytest.fail(f"{recogniser_model().name} is missing or older than its sources; run `make train`.")
    with launched(settings, tmp_path, HEARD_SIGN_IN=sign_in, HEARD_REQUIRE_TOKEN="1") as web:
        detail = until(
            lambda: (one := web.made("GET", "/health")["parts"]["recogniser"]["detail"]).startswith("version") and one
        )
        assert "restart" not in detail
        # No door was opened for it.
        refused = web.ask("POST", "/drafts/check", {"draft": "Hello."})
        assert refused.status_code == 401


def test_without_it_the_rest_is_served(settings, tmp_path):
    with launched(settings, tmp_path, HEARD_RECOGNISER=str(tmp_path / "missing.joblib")) as web:
        assert web.made("GET", "/health")["parts"]["recogniser"]["status"] == "down"
        assert web.made("GET", "/moves")["moves"]
        log = tmp_path / "log" / "web.log"
        until(lambda: "the recogniser is not loaded: The recogniser is not trained yet" in log.read_text())
        assert "Traceback" not in log.read_text()
