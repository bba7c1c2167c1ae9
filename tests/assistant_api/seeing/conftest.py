import threading
from dataclasses import replace

import pytest
from cohort import Cohort
from werkzeug.serving import WSGIRequestHandler, make_server

from assistant_api import create_app
from assistant_api.store import TokenStore


@pytest.fixture
def cohort(settings, database):
    """An application where people sign in, with a team that has practised."""
    return Cohort(create_app(replace(settings, sign_in=True)), database, TokenStore(database))


class Quiet(WSGIRequestHandler):
    def log_request(self, code="-", size="-"):
        pass


@pytest.fixture
def at(cohort, open_page):
    """Opens a page of the application as somebody."""
    server = make_server("127.0.0.1", 0, cohort.app, threaded=True, request_handler=Quiet)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()

    def open_as(name, path, **options):
        page = open_page(extra_http_headers={"Authorization": f"Bearer {cohort[name].token}"}, **options)
        page.goto(f"http://127.0.0.1:{server.server_port}{path}")
        return page

    yield open_as
    server.shutdown()
    thread.join()
    server.server_close()
