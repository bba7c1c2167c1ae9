import json
import shutil

from benchmarks import node
from coaching.paths import ROOT

FOLDER = ROOT / "benchmarks"


def test_without_node_the_two_lines_are_left_out_with_a_message(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert node.install() == "node and npm not found: write-good and alex are left out"


def test_the_packages_are_pinned_by_hash_and_to_no_registry():
    wanted = json.loads((FOLDER / "package.json").read_text())["dependencies"]
    locked = json.loads((FOLDER / "package-lock.json").read_text())["packages"]
    own = locked.pop("")
    assert own["dependencies"] == wanted
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, package in locked.items() if "integrity" not in package or "resolved" in package] == []
