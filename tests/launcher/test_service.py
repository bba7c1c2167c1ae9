import os
import socket
import sys
import time

import pytest

from coaching.errors import CoachError
from launcher.ports import require_free
from launcher.service import Service
from launcher.settings import Place
from launcher.stack import raise_for_dead, wait_until_ready


def _service(tmp_path, code, url="http://127.0.0.1:9/"):
    return Service("the sample", [sys.executable, "-c", code], url, tmp_path / "sample.log", os.environ)


def _wait_for_exit(service):
    deadline = time.monotonic() + 30
    while service.exit_code() is None and time.monotonic() < deadline:
        time.sleep(0.02)


def test_taken_port_is_named_with_its_setting():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CoachError, match=rf"port {port} .* HEARD_PORT"):
            require_free([Place("127.0.0.1", port, "HEARD_PORT")])
    require_free([Place("127.0.0.1", port, "HEARD_PORT")])


def test_a_port_given_twice_is_told():
    places = [Place("127.0.0.1", 40001, "HEARD_PORT"), Place("127.0.0.1", 40001, "HEARD_RASA_URL")]
    with pytest.raises(CoachError, match="HEARD_PORT and HEARD_RASA_URL"):
        require_free(places)


def test_death_is_told_with_the_end_of_the_log(tmp_path):
    service = _service(tmp_path, "print('first'); print('the reason'); raise SystemExit(3)")
    service.start()
    _wait_for_exit(service)
    with pytest.raises(CoachError, match=r"the sample ended with status 3(.|\n)*the reason"):
        raise_for_dead([service])
    with pytest.raises(CoachError, match="the reason"):
        wait_until_ready([service], print)


def test_stop_ends_the_children_too(tmp_path):
    child_pid = tmp_path / "child"
    code = (
        "import pathlib, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"pathlib.Path({str(child_pid)!r}).write_text(str(child.pid))\n"
        "time.sleep(600)"
    )
    service = _service(tmp_path, code)
    service.start()
    deadline = time.monotonic() + 30
    while not (child_pid.exists() and child_pid.read_text()) and time.monotonic() < deadline:
        time.sleep(0.02)
    pid = int(child_pid.read_text())
    service.stop()
    assert service.exit_code() is not None
    while _running(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _running(pid)


def _running(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
