"""The changes of the code: what the tests of a tiny package notice is told from what they do not."""

from pathlib import Path

import pytest

from build_scripts.sweeps import mutate_code
from build_scripts.sweeps.code_changes import changes_of, sample
from build_scripts.sweeps.mutate_code import Trial, copy_checkout

SOURCE = """\
'''A module，with text whose letters are of several bytes.'''
from functools import cache

LARGEST = 9

@cache
def is_large(number: int) -> bool:
    return number > LARGEST

def count(words: list[str], /, *, at_least: int = 1) -> int:
    while not words:
        return 0
    return len([word for word in words if len(word) >= at_least and word])
"""
TESTS = """\
from core.base.words import count, is_large

def test_large_numbers():
    assert is_large(50)

def test_words_are_counted():
    assert count(["a", "bc"], at_least=2) == 1
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for file, text in (("core/base/words.py", SOURCE), ("tests/core/base/test_words.py", TESTS)):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    plugin = tmp_path / "build_scripts/sweeps"
    plugin.mkdir(parents=True)
    original = mutate_code._ROOT / "build_scripts/sweeps/chosen_tests.py"
    (plugin / original.name).write_bytes(original.read_bytes())
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\npythonpath = ['.']\n", encoding="utf-8")
    return tmp_path


def test_each_change_is_of_one_place(root: Path) -> None:
    source = SOURCE.encode()
    shown = {change.shown(source)[1:] for change in changes_of(root / "core/base/words.py", root)}

    assert ("LARGEST = 9", "LARGEST = 10") in shown
    assert ("return number > LARGEST", "return not (number > LARGEST)") in shown
    assert ("return number > LARGEST", "return (number >= LARGEST)") in shown
    assert ("while not words:", "while (not (not words)):") in shown
    counted = "return len([word for word in words if len(word) >= at_least and word])"
    assert (counted, "return 0") in shown
    assert (counted, counted.replace("len(word) >= at_least and word", "(len(word) >= at_least or word)")) in shown
    assert all(line.startswith(("LARGEST", "def", "while", "return")) for line, _ in shown)


def test_a_sample_is_the_same_for_the_same_seed(root: Path) -> None:
    chosen = sample(root, ["core"], 4, seed=1)

    assert chosen == sample(root, ["core"], 4, seed=1)
    assert chosen != sample(root, ["core"], 4, seed=2)
    assert len({change.line for change in chosen}) == len(chosen) == 4


def test_a_sample_stays_when_other_code_is_written(root: Path) -> None:
    before = {change.shown(SOURCE.encode())[1:] for change in sample(root, ["core"], 2, seed=1)}
    longer = SOURCE.replace("LARGEST = 9", "NAMES = ()\n\nLARGEST = 9")
    (root / "core/base/words.py").write_text(longer, encoding="utf-8")

    assert {change.shown(longer.encode())[1:] for change in sample(root, ["core"], 2, seed=1)} == before


def test_what_no_test_notices_is_reported(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("records")))
    copy = copy_checkout(root, tmp_path_factory.mktemp("trial") / "copy")
    found = {change.shown(SOURCE.encode())[2]: change for change in changes_of(copy / "core/base/words.py", copy)}
    trial = Trial(copy, [found["LARGEST = 10"], found["return not (number > LARGEST)"]], ["tests"])

    assert [trial.is_noticed(number) for number in range(2)] == [False, True]
    assert trial.report(0).splitlines()[:4] == [
        "core/base/words.py:4 (constant)",
        "    - LARGEST = 9",
        "    + LARGEST = 10",
        "    run by 0 tests",
    ]
    assert (copy / "core/base/words.py").read_bytes() == SOURCE.encode()
