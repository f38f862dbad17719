"""A report is a value: it refuses to be changed, and no module of the program tries to."""

import ast
import pickle
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

import core
import gui
from core.report.report import MAPPINGS, Report
from tests.core.report.sample_reports import written_report

FIELDS = {field.name for field in fields(Report)}
ROOMS = [Path(place) for package in (core, gui) for place in package.__path__]
OWN = {"report.py", "change.py", "open_report.py"}
CHANGING = {"update", "pop", "popitem", "clear", "setdefault", "append", "extend", "insert", "remove", "sort"}


def writers(source: str) -> list[str]:
    """Return what a module writes to a field of a report; a builder, which is none yet, is called so."""
    found = []
    for node in ast.walk(ast.parse(source)):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign | ast.Delete):
            targets = list(node.targets)
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
            targets = [node.func.value]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("setattr", "object.__setattr__"):
            targets = [ast.Attribute(node.args[0], str(getattr(node.args[1], "value", "")))]
        for target in targets:
            place = target.value if isinstance(target, ast.Subscript) else target
            if isinstance(place, ast.Attribute) and place.attr in FIELDS and _may_be_a_report(place.value):
                found.append(ast.unparse(node))
    return found


def _may_be_a_report(holder: ast.expr) -> bool:
    """Whether an object may be a report by its name; the classes with fields of these names are called otherwise."""
    name = ast.unparse(holder).rpartition(".")[2]
    return name not in (
        "self",
        "builder",
        "sheet",
        "target",
        "result",
        "imported",
        "change",
        "table",
        "head",
        "row",
        "below",
    )


def test_no_module_writes_to_a_report() -> None:
    found = {}
    for path in (path for room in ROOMS for path in room.rglob("*.py")):
        if path.parent.name == "report" and path.name in OWN:
            continue
        found.update({f"{path.name}: {line}": line for line in writers(path.read_text(encoding="utf-8"))})
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "report.status['locked_on'] = day",
        "self._session.report.rounds += [made]",
        "session.report.log.append(entry)",
        "theirs.cells.update(mine)",
        "del report.texts['s5']",
        "report.meta = {}",
        "setattr(report, 'cells', {})",
    ],
)
def test_a_writer_would_be_found(line: str) -> None:
    assert writers(line) == [ast.unparse(ast.parse(line)).strip()]


def test_a_report_refuses_to_be_changed() -> None:
    report = Report()
    given = {"t3.R01.C1": 1}
    made = Report(cells=given)
    given["t3.R01.C1"] = 2
    assert made.cells == {"t3.R01.C1": 1}
    for name in FIELDS:
        with pytest.raises(FrozenInstanceError):
            setattr(report, name, None)
    for name in MAPPINGS:
        with pytest.raises(TypeError):
            getattr(report, name)["x"] = "y"


def test_a_report_travels_between_processes() -> None:
    """A file of others is read in another process, which hands the report over."""
    report = written_report()

    travelled = pickle.loads(pickle.dumps(report))

    assert travelled == report
    with pytest.raises(TypeError):
        travelled.cells["t3.R01.C1"] = 1
