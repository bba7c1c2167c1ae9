"""An application on a real port, for tests that open its pages in a browser."""

import threading
from contextlib import contextmanager

from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    def log_request(self, code="-", size="-"):
        pass


@contextmanager
def served(app):
    """The application's address, for as long as it is served."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    # Its threads may sit in a held request when the test ends.
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def opening(address, open_page, cast):
    """Opens a page of the served application as one of the cast: ``at("tess", "/review")``."""

    def open_as(name, path, **options):
        page = open_page(extra_http_headers={"Authorization": f"Bearer {cast[name].token}"}, **options)
        page.goto(f"{address}{path}")
        return page

    return open_as
