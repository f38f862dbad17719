"""The register and what is counted of it, as they were kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import register, register_decided, register_words, register_workbooks, registers


def test_the_register_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("register", register.documents(tmp_path))


def test_many_small_registers_are_counted_as_was_kept(tmp_path: Path) -> None:
    found = registers.documents()
    found |= {"words": register_words.words(), "decided": register_decided.decided_registers()}
    kept.check("registers", {**found, "files": register_workbooks.read_files(tmp_path)})
