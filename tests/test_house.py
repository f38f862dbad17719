"""The house keeps its sizes: no circle of files, and nothing larger than a reader can take in."""

import ast
from functools import cache
from pathlib import Path

import core
import gui

LONGEST_FUNCTION, MOST_METHODS, LONGEST_FILE = 50, 25, 400
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def modules() -> dict[str, str]:
    """Return the source of each module of the product by its name."""
    found = {}
    for package in (core, gui):
        root = Path(package.__path__[0])
        for path in root.rglob("*.py"):
            parts = path.relative_to(root.parent).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return found


def imported(name: str, source: str, known: set[str]) -> set[str]:
    """Return the modules that one imports, also inside functions and for annotations; not the packages it lies in."""
    wanted: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            wanted |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            wanted |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {other for other in wanted & known if other != name and not name.startswith(f"{other}.")}


def circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Return the modules that reach themselves, together with those they reach that way."""
    reached: dict[str, set[str]] = {}
    for start in edges:
        seen: set[str] = set()
        waiting = list(edges[start])
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += edges[name]
        reached[start] = seen
    rings = {frozenset(other for other in reached[name] if name in reached[other]) for name in edges}
    return sorted(sorted(ring) for ring in rings if ring)


def test_no_files_import_each_other_in_a_circle() -> None:
    sources = modules()
    assert circles({name: imported(name, source, set(sources)) for name, source in sources.items()}) == []


def test_a_circle_would_be_found() -> None:
    sources = {
        "gui.a": "def f():\n    from gui import b",
        "gui.b": "if TYPE_CHECKING:\n    from gui.c import C",
        "gui.c": "import gui.a",
        "gui.d": "import gui.a",
    }
    edges = {name: imported(name, source, set(sources)) for name, source in sources.items()}
    assert circles(edges) == [["gui.a", "gui.b", "gui.c"]]


def too_large(name: str, source: str) -> list[str]:
    """Return what is over a limit in a module, with its size."""
    lines = source.count("\n")
    found = [f"{name}: {lines} lines"] if lines > LONGEST_FILE else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, _FUNCTIONS) and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION:
            found.append(f"{name}.{node.name}: {length} lines")
        elif isinstance(node, ast.ClassDef):
            methods = sum(isinstance(part, _FUNCTIONS) for part in node.body)
            if methods > MOST_METHODS:
                found.append(f"{name}.{node.name}: {methods} methods")
    return found


def test_no_file_class_or_function_is_too_large() -> None:
    assert [line for name, source in modules().items() for line in too_large(name, source)] == []


def test_what_is_too_large_would_be_found() -> None:
    source = "class A:\n" + "".join(f"    def f{number}(self): ...\n" for number in range(26))
    source += "def g():\n" + "    pass\n" * 50
    source += "\n" * (401 - source.count("\n"))
    assert too_large("gui.a", source) == ["gui.a: 401 lines", "gui.a.A: 26 methods", "gui.a.g: 51 lines"]
