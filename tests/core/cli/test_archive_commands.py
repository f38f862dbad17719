"""``archive`` and ``verify`` as they are measured from outside."""

import os
from pathlib import Path

import pytest

from core.cli.command_line import main
from tests.core.office.archives import published


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_an_archive_is_made_verified_and_named_where_it_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, archive = published(tmp_path), tmp_path / "归档"
    code, out, err = run(capsys, "archive", made.draft, "--files", made.files, "-o", archive)
    assert (code, err) == (0, "")
    assert "上年报告：2024年.xlsx" in out  # in the draft's own folder: it may be opened unasked
    assert "没有收入  旧的定稿.docx（内容与草稿不一致" in out
    sealed = out.splitlines()[-1].partition("（")[0]
    code, out, _ = run(capsys, "verify", archive)
    assert code == 0
    assert sealed in out
    (archive / "审签单.docx").write_bytes(b"")
    code, out, _ = run(capsys, "verify", archive)
    assert code == 1
    assert "  审签单.docx：内容已改变" in out.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_links_and_pipes_are_named_as_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = published(tmp_path)
    (made.files / "链接.docx").symlink_to(made.files / "没有.docx")
    os.mkfifo(made.files / "管道.docx")
    code, out, _ = run(capsys, "archive", made.draft, "--files", made.files, "-o", tmp_path / "归档")
    assert code == 0
    assert "  没有收入  链接.docx（是链接，请放入文件本身）" in out.splitlines()
    assert "  没有收入  管道.docx（不是普通文件）" in out.splitlines()


def test_what_is_missing_is_said_and_the_rest_is_archived(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, files, archive = tmp_path / "草稿.xlsx", tmp_path / "空", tmp_path / "归档"
    files.mkdir()
    assert main(["new", "-o", str(draft), "--unit", "某局", "--year", "2025"]) == 0
    code, out, err = run(capsys, "archive", draft, "--files", files, "-o", archive)
    assert code == 0
    assert err.startswith("归档已写好，但不全，缺少6项：定稿（Word）、")
    assert err.endswith("\n请补齐后再归档一次，换一个归档文件夹；确实没有的，目录中已注明“没有收入”。\n")
    for what in ("定稿（Word）", "定稿（PDF）", "定稿（网页版）", "审签单", "定稿登记", "公布信息"):
        assert f"  缺少  {what}" in out
    assert run(capsys, "verify", archive)[0] == 0


def test_what_cannot_be_used_gives_code_2_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, archive = published(tmp_path), tmp_path / "归档"
    for arguments in (
        ("archive", made.draft, "--files", tmp_path / "无", "-o", archive),
        ("archive", made.draft, "--files", made.draft, "-o", archive),
        ("archive", tmp_path / "无.xlsx", "--files", made.files, "-o", archive),
        ("archive", made.files / "无关.txt", "--files", made.files, "-o", archive),
        ("archive", made.draft, "--files", made.files, "-o", tmp_path / "无" / "归档"),
        ("archive", made.draft, "--files", made.files, "-o", made.files),
        ("archive", made.draft, "--files", made.files, "-o", tmp_path / "a:b"),
        ("archive", made.draft, "-o", archive),
        ("verify", made.files),
        ("verify", made.draft),
        ("verify", tmp_path / "无"),
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (2, ""), arguments
        assert len(err.splitlines()) == 2, err
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["2024年.xlsx", "成稿", "草稿.xlsx"])
