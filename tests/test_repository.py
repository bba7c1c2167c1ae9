"""The house rules that a machine can check."""

import re
import statistics
import subprocess
from importlib.metadata import entry_points

import pytest

from coaching.paths import ROOT

SOURCES = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py", "*.js", "*.css", "*.html"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    if "vendor" not in name and "migrations/versions" not in name and (ROOT / name).exists()
]


def test_files_hold_one_idea():
    lengths = {path: len(path.read_text().splitlines()) for path in SOURCES}
    assert {str(path): length for path, length in lengths.items() if length > 350} == {}
    assert statistics.median(lengths.values()) < 120


def test_every_setting_is_in_the_readme():
    python = [path for path in SOURCES if path.suffix == ".py" and "tests" not in path.parts]
    used = set().union(*(re.findall(r"\bHEARD_[A-Z_]+\b", path.read_text()) for path in python))
    documented = set(re.findall(r"^\| `(HEARD_[A-Z_]+)`", (ROOT / "README.md").read_text(), re.M))
    assert used == documented


def test_every_command_is_in_the_readme():
    from coaching.cli.main import COMMANDS, HOST_COMMANDS

    documented = set(re.findall(r"^\| `coach (\w+)", (ROOT / "README.md").read_text(), re.M))
    hosts = {entry.name for entry in entry_points(group=HOST_COMMANDS)}
    assert hosts == {"backup", "corrections_export", "erase", "restore", "token"}
    # That one is an action of the core's `corrections`.
    assert documented == {*COMMANDS, *hosts} - {"corrections_export"}


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("coaching", r"flask|rasa|rasa_sdk|sqlalchemy|assistant_api|bot|launcher"),
        ("assistant_api", r"rasa|rasa_sdk|tensorflow|bot|launcher"),
        ("bot", r"flask|sqlalchemy|assistant_api|launcher"),
    ],
)
def test_arrows_point_one_way(package, forbidden):
    pattern = re.compile(rf"^\s*(?:from|import) (?:{forbidden})\b", re.M)
    wrong = [str(path) for path in (ROOT / package).rglob("*.py") if pattern.search(path.read_text())]
    assert wrong == []


def test_every_make_target_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text()
    named = set(re.findall(r"^([a-z0-9-]+):.*## \S", makefile, re.M))
    assert {"run", "test", "train", "lint", "bench", "e2e", "clean", "help"} <= named
