"""What a person reads where the program writes something else than was kept."""

from pathlib import Path

import pytest

from tests.kept import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "KEPT", tmp_path)
    kept.keep("room", {"letter": "one\ntwo\nthree\n", "gone": "x\n"})
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_what_is_as_it_was_kept_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(kept.KEEP_ANEW, raising=False)
    kept.check("room", {"letter": "one\ntwo\nthree\n", "gone": "x\n"})


@pytest.mark.usefixtures("folder")
def test_the_fault_names_files_lines_and_what_to_do() -> None:
    fault = kept.differing("room", {"letter": "one\n2\nthree\n", "more": "y\n"})
    assert "tests/data/kept/room/letter.txt differs; its first lines that do:\n@@ -2 +2 @@\n-two\n+2\n" in fault
    assert "tests/data/kept/room/gone.txt is no longer written" in fault
    assert "tests/data/kept/room/more.txt is new" in fault
    assert "run python -m build_scripts.make.kept_documents, read what it changed" in fault


def test_what_is_kept_anew_is_named_and_nothing_else_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(kept.KEEP_ANEW, "1")
    kept.check("room", {"letter": "\ufeffone\r\n"})
    assert capsys.readouterr().out == "room/gone.txt\nroom/letter.txt\n"
    assert [(path.name, path.read_bytes()) for path in (folder / "room").iterdir()] == [
        ("letter.txt", b"(BOM)one(CR)\n")
    ]
    kept.check("room", {"letter": "\ufeffone\r\n"})
    assert capsys.readouterr().out == ""
    monkeypatch.delenv(kept.KEEP_ANEW)
    kept.check("room", {"letter": "\ufeffone\r\n"})


def test_a_text_beside_another_one_holds_what_is_other() -> None:
    assert kept.beside("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n") == "~ B\n@ instead of 0 lines:\ne\n"
