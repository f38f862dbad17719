"""Which 送审稿 a 修改情况 in an archive goes with, and which is missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.base.file_kinds import FileKind
from core.office.annex import annex_facts, change_annex
from core.office.annex_layout import annex_bytes
from core.office.archive.found_files import look_at
from core.office.archive.selection import choose_files, way_to
from core.office.review import submit
from core.report.checksum import report_checksum
from core.report.report import Report
from core.word.style_profile import preset
from tests.core.office.archives import NOW, Published, published


def in_rounds(made: Published) -> tuple[Published, list[bytes]]:
    """The published report with three 送审稿, and the 修改情况 of the second, the third, and of another report."""
    report, second = made.report, made.report.with_texts({"s2": "第二次修改。"})
    lists = []
    for version in (made.report.with_texts({"s2": "第一次修改。"}), second):
        one = replace(version, rounds=report.rounds)
        lists.append(change_list(one))
        report = replace(report, rounds=submit(replace(one, status={}), NOW.date()).applied_to(one).rounds)
    return replace(made, report=report), [*lists, change_list(replace(second, rounds=report.rounds[:1], texts={}))]


def change_list(report: Report) -> bytes:
    """Return the 修改情况 as it is saved before the 送审稿 is made."""
    facts = annex_facts(report, "草稿", NOW.date())
    return annex_bytes(change_annex(report), facts, unit="", mark="草稿", profile=preset("windows"))


@pytest.mark.parametrize("what", ["修改情况", "审签单"])
def test_a_paper_printed_as_pdf_is_told_with_the_copy_it_goes_with(tmp_path: Path, what: str) -> None:
    made, _ = in_rounds(published(tmp_path))
    name = f"{what}第2稿.pdf"
    before = look_at(made.draft)
    scan = replace(before, path=made.files / name, kind=FileKind.PDF, is_draft=False, checksum="")

    def piece(code: str) -> tuple[str, str]:
        chosen = choose_files(made.report, before, [replace(scan, codes=frozenset({code} - {""}))], None)
        return next((p.checksum, p.note) for p in chosen.pieces if p.name == name)

    second = made.report.rounds[1].checksum
    assert piece(second) == (second, f"送审稿第2稿的{what}")
    assert piece("0000-0000") == ("", "校验码与各次送审稿、定稿都不相同")
    no_code = "没有读到校验码，没有核对是哪一稿的" if what == "修改情况" else ""  # a signed sheet is mostly scanned
    assert piece("") == ("", no_code)


def test_a_change_list_is_taken_with_the_copy_it_goes_with_and_that_of_the_last_one_is_missed(tmp_path: Path) -> None:
    made, (second, third, other) = in_rounds(published(tmp_path))
    (made.files / "第2稿修改情况.txt").unlink()

    def said(**files: bytes) -> tuple[list[tuple[str, str]], list[str]]:
        for path in made.files.glob("修改情况*"):
            path.unlink()
        for name, data in files.items():
            (made.files / f"修改情况{name}").write_bytes(data)
        chosen = made.chosen()
        missing = [what for what in chosen.missing if what.startswith("修改情况")]
        return [(p.checksum, p.note) for p in chosen.pieces if p.what == "修改情况"], missing

    codes = [one.checksum for one in made.report.rounds]
    assert said() == ([], ["修改情况"])
    of_second, of_third = (codes[1], "送审稿第2稿的修改情况"), (codes[2], "送审稿第3稿的修改情况")
    assert said(**{".docx": second}) == ([of_second], ["修改情况（送审稿第3稿的）"])
    assert "“修改情况（Word）”可以存" in way_to("修改情况（送审稿第3稿的）")
    assert said(**{".docx": second, "2.docx": third}) == ([of_second, of_third], [])
    unknown = [("", "校验码与各次送审稿、定稿都不相同")]
    assert said(**{".docx": other}) == (unknown, ["修改情况（送审稿第3稿的）"])
    assert said(**{".jpg": b"\xff\xd8\xff"}) == ([("", "没有读到校验码，没有核对是哪一稿的")], [])
    final = change_list(made.report)
    assert said(**{".docx": final}) == ([(report_checksum(made.report), "送审稿第1稿的修改情况")], [])
