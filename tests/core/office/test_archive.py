"""归档: what goes in, whole or not at all, every changed byte named, and next year's report made from it."""

import errno
import os
import re
import shutil
import socket
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from core.base.errors import ReportError
from core.base.file_kinds import FileKind
from core.base.on_disk import entries_in
from core.base.resources import resource_path
from core.draft.workbook import load_draft, save_draft
from core.draft.workbook.sheet_plan import SheetPlan, Style
from core.draft.workbook.writer import workbook_bytes
from core.office.archive import check_list
from core.office.archive.catalogue import read_catalogue
from core.office.archive.check_list import CHECK_NAME, LIST_NAME, Listed, check_bytes, read_check
from core.office.archive.found_files import files_in, look_at, numbers_in
from core.office.archive.selection import choose_files
from core.office.archive.verification import verified, verify_archive
from core.office.archive.writing import write_archive
from core.office.carry_over import PROFILE as PROFILE_NAMES
from core.office.carry_over import carry_over
from core.office.papers.known import paper_values
from core.office.papers.paper import fill_paper
from core.office.report_source import open_report
from core.office.signoff import signoff_bytes
from core.report.checksum import report_checksum
from core.report.shown_report import shown_report
from core.validation.validation import check_report
from core.word.report import report_file_name
from tests.core.office.archives import CARRIED, NOW, PDF, PROFILE, Published, published
from tests.core.published.published_pdf import report_pdf
from tests.core.published.published_samples import sample
from tests.core.published.published_shapes import pieces, web_body
from tests.core.word.word_edits import text_box


@pytest.fixture
def made(tmp_path: Path) -> Published:
    return published(tmp_path)


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive made once, for copies."""
    folder = tmp_path_factory.mktemp("archived")
    return published(folder).archived(folder)


@pytest.fixture
def archive(archived: Path, tmp_path: Path) -> Path:
    return shutil.copytree(archived, tmp_path / archived.name)


def named(folder: Path) -> list[str]:
    """Return the files that the command names."""
    return [difference.name for difference in verified(folder).differences]


def test_what_went_out_is_chosen_by_what_it_shows(made: Published) -> None:
    chosen = made.chosen()
    final = Path(report_file_name(made.report, "final"))
    assert [(piece.what, piece.name) for piece in chosen.pieces] == [
        ("草稿", "草稿.xlsx"),
        ("定稿（Word）", final.name),
        ("定稿（PDF）", final.with_suffix(".pdf").name),
        ("定稿（网页版）", final.with_suffix(".html").name),
        ("审签单", "审签单.docx"),
        ("修改情况", "第2稿修改情况.txt"),
        ("上年报告", "2024年.xlsx"),
    ]
    now = report_checksum(made.report)
    assert [piece.checksum for piece in chosen.pieces][:5] == [now, now, "", now, now]
    assert chosen.pieces[2].pages == "2"
    assert chosen.missing == ()
    stays = {name.partition("（")[0] for name in chosen.left}
    assert stays == {"草稿.docx", "旧的定稿.docx", "审签单", "无关.txt"}
    assert any(f"草稿是{now}" in name for name in chosen.left)


def test_what_cannot_belong_into_an_archive_is_not_read(made: Published) -> None:
    video = made.files / "会议.mp4"
    with video.open("wb") as stream:
        stream.truncate(10**12)
    for name in ("~$草稿.xlsx", ".~lock.草稿.xlsx#"):
        (made.files / name).write_bytes(b"x")
    left = made.chosen().left
    assert "会议.mp4" in left
    assert not any("草稿.xlsx" in name for name in left)


def test_what_is_missing_is_said(made: Published) -> None:
    for path in entries_in(made.files) or ():
        path.unlink()
    made.last_year.rename(made.last_year.with_name("x.xlsx"))
    draft = load_draft(made.draft).report
    assert choose_files(draft, look_at(made.draft), [], None).missing == (
        *("定稿（Word）", "定稿（PDF）", "定稿（网页版）", "审签单", "上年报告"),
    )
    changed = draft.with_cells({"t2.licensing.decisions": 1})
    assert any(m.startswith("与定稿一致的草稿") for m in choose_files(changed, look_at(made.draft), [], None).missing)


def test_sheet_and_outline_are_known_by_what_they_say_of_themselves(made: Published) -> None:
    (made.files / "审签单.docx").rename(made.files / "签发.docx")
    values = paper_values(made.report, check_report(made.report), today=NOW.date(), last_year=None)
    outline = fill_paper(resource_path("papers", "解读提纲.docx"), made.report.form_id, values)
    (made.files / "提纲.docx").write_bytes(outline.data)
    chosen = made.chosen()
    assert [piece.name for piece in chosen.pieces if piece.what == "审签单"] == ["签发.docx"]
    assert "提纲.docx" in chosen.left  # and it is not said that its content is not that of the draft


def test_a_sheet_of_another_content_is_taken_with_a_warning(made: Published) -> None:
    (made.files / "审签单.docx").unlink()
    (sheet,) = [piece for piece in made.chosen().pieces if piece.what == "审签单"]
    assert sheet.note == f"审签单上没有定稿的校验码{report_checksum(made.report)}"


def test_a_stripped_copy_of_the_page_is_not_taken_for_it_and_alone_it_is_said(made: Published) -> None:
    page = made.files / Path(report_file_name(made.report, "final")).with_suffix(".html")
    stripped = re.sub(rb' (?:style|align|width)="[^"]*"', b"", page.read_bytes())
    page.rename(made.files / "网页.html").touch()
    (made.files / page.name).write_bytes(stripped)
    os.utime(made.files / page.name, (4e9, 4e9))  # newer, and with the usual name
    assert [(p.name, p.note) for p in made.chosen().pieces if p.what == "定稿（网页版）"] == [("网页.html", "")]
    (made.files / "网页.html").unlink()
    (alone,) = [p for p in made.chosen().pieces if p.what == "定稿（网页版）"]
    assert (alone.name, alone.note) == (page.name, "文字和数字与草稿一致，但样式与程序生成的网页版不同")


def test_a_sheet_of_the_final_goes_before_a_newer_one_of_a_round(made: Published) -> None:
    for name, stage, time in (("甲审签单.docx", "定稿", 3e9), ("乙审签单.docx", "送审稿第2稿", 4e9)):
        sheet = signoff_bytes(made.report, check_report(made.report), today=NOW.date(), stage=stage)
        (made.files / name).write_bytes(sheet)
        os.utime(made.files / name, (time, time))
    assert [(p.name, p.note) for p in made.chosen().pieces if p.what == "审签单"] == [("甲审签单.docx", "")]
    for name in ("甲审签单.docx", "审签单.docx"):
        (made.files / name).unlink()
    (alone,) = [p for p in made.chosen().pieces if p.what == "审签单"]  # signed, and of what the 定稿 shows
    assert (alone.name, alone.note, alone.checksum) == ("乙审签单.docx", "", report_checksum(made.report))


def test_a_copy_that_stays_out_is_told_from_the_file_that_goes_in(made: Published) -> None:
    shutil.copy(made.draft, made.files)
    shutil.copy(made.last_year, made.files)
    left = made.chosen().left
    there = f"（收入的是“{made.draft.parent.name}”文件夹中的同名文件）"
    assert [name for name in left if "同名" in name] == [f"2024年.xlsx{there}", f"草稿.xlsx{there}"]


def test_an_archive_holds_what_it_lists_and_verifies(made: Published, tmp_path: Path) -> None:
    archive = made.archived(tmp_path)
    outcome = verify_archive(archive)
    assert outcome.differences == ()
    assert outcome.count == 9  # seven, 公布信息, 目录
    assert outcome.report == archive / "草稿.xlsx"
    assert archive.name == "某某县水利局_2025_归档"
    assert load_draft(archive / "草稿.xlsx").report == made.report
    assert "公布网址：https://www.example.gov.cn/1.html" in (archive / "公布信息.txt").read_text("utf-8-sig")
    rows = read_catalogue(archive / LIST_NAME)
    assert [row.what for row in rows][-2:] == ["上年报告", "公布信息"]
    assert re.fullmatch("([0-9A-F]{4}-){3}[0-9A-F]{4}", outcome.code)
    assert outcome.code in (archive / CHECK_NAME).read_text("utf-8-sig")


def test_one_changed_byte_in_any_file_is_named(archive: Path) -> None:
    files = entries_in(archive) or []
    assert len(files) == 10
    for path in files:
        data = path.read_bytes()
        for at in sorted({0, 1, len(data) // 3, len(data) // 2, len(data) - 1}):
            path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            assert named(archive) == [path.name], (path.name, at)
        path.write_bytes(data)
    assert named(archive) == []


def test_every_byte_of_the_check_list_counts(archive: Path) -> None:
    data = (archive / CHECK_NAME).read_bytes()
    listed = read_check(data)
    assert listed is not None
    for at in range(len(data)):
        assert read_check(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]) is None, at
    for other in (data + b"\r\n", data[:-1], b"", b"\xff\xfe"):
        assert read_check(other) is None


def test_missing_and_added_files_and_folders_are_named(archive: Path) -> None:
    (archive / "草稿.xlsx").unlink()
    (archive / "多.txt").write_bytes(b"")
    (archive / "夹").mkdir()
    assert [d.sentence for d in verified(archive).differences] == [
        "多.txt：多出的，归档时没有",
        "夹：多出的，归档时没有",
        "草稿.xlsx：缺少",
    ]
    shutil.rmtree(archive / "夹")


@pytest.mark.parametrize("lost", [CHECK_NAME, LIST_NAME])
def test_one_list_does_where_the_other_is_lost(archive: Path, lost: str) -> None:
    (archive / lost).unlink()
    assert named(archive) == [lost]
    page = next(path for path in entries_in(archive) or () if path.suffix == ".html")
    page.write_bytes(page.read_bytes() + b" ")
    assert set(named(archive)) == {lost, page.name}


def test_a_rewritten_check_list_is_caught_by_the_other_list(archive: Path) -> None:
    word = next(path for path in entries_in(archive) or () if path.suffix == ".docx")
    word.write_bytes(b"forged")
    listed = read_check((archive / CHECK_NAME).read_bytes()) or []
    digest = check_list.hash_file(word, 6) or ""
    forged = [Listed(f.name, digest, 6) if f.name == word.name else f for f in listed]
    (archive / CHECK_NAME).write_bytes(check_bytes(forged))
    assert named(archive) == [word.name]


def test_links_and_pipes_are_named_and_never_opened(archive: Path, tmp_path: Path) -> None:
    word = next(path for path in entries_in(archive) or () if path.suffix == ".docx")
    kept = tmp_path / "kept"
    word.rename(kept)
    word.symlink_to(kept)  # the content is the same
    page = archive / "公布信息.txt"
    page.unlink()
    os.mkfifo(page)  # reading it would never end
    (archive / LIST_NAME).unlink()
    (archive / LIST_NAME).symlink_to("/dev/zero")
    assert set(named(archive)) == {word.name, page.name, LIST_NAME}


def test_a_huge_file_is_named_without_reading_it(archive: Path) -> None:
    draft = archive / "草稿.xlsx"
    with draft.open("r+b") as stream:
        stream.truncate(10**13)  # hours to read
    assert named(archive) == [draft.name]
    assert check_list.hash_file(draft, 10**13) is None  # a list may say so, too


LABELS = ("文件", "内容", "大小（字节）", "SHA-256")


def hostile_list(rows: list[tuple[str, str, str]], labels: Sequence[str] = LABELS) -> bytes:
    sheet = SheetPlan("archive", "目录")
    for column, label in enumerate(labels, 1):
        sheet.put(1, column, label, Style.HEADER)
    for row, (name, what, size) in enumerate(rows, 2):
        for column, text in enumerate((name, what, size, "0" * 64), 1):
            sheet.put(row, column, text, Style.LABEL)
    sheet.finish()
    return workbook_bytes([sheet], "目录")


def test_names_that_lead_out_of_the_folder_are_named_and_never_opened(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.xlsx").write_bytes(b"")
    names = ["../outside.xlsx", "/etc/passwd", "..", "C:\\x.xlsx", "\\\\server\\x", "a\x1b[2J.txt", "x" * 300]
    (archive / CHECK_NAME).unlink()
    (archive / LIST_NAME).write_bytes(hostile_list([(name.replace("\x1b", ""), "草稿", "0") for name in names]))
    outcome = verify_archive(archive)
    assert outcome.report is None
    assert {d.name for d in outcome.differences if "没有打开" in d.what} >= {"../outside.xlsx", "/etc/passwd", ".."}
    assert (archive / CHECK_NAME).parent.exists()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 no zip", b"\x00" * 10_000, hostile_list([])[:500], hostile_list([], LABELS[1:])]
)
def test_a_spoilt_list_beside_a_spoilt_check_list_is_said(archive: Path, content: bytes) -> None:
    (archive / CHECK_NAME).write_bytes(b"x")
    (archive / LIST_NAME).write_bytes(content)
    assert named(archive) == sorted([CHECK_NAME, LIST_NAME])


def test_what_is_no_archive_is_refused(tmp_path: Path, made: Published) -> None:
    for path, words in ((made.files, "不是归档文件夹"), (made.draft, "不是文件夹"), (tmp_path / "无", "找不到文件夹")):
        with pytest.raises(ReportError, match=words):
            verified(path)


def test_nothing_is_left_where_an_archive_cannot_be_written(
    made: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(entries_in(tmp_path) or ())
    chosen = made.chosen()
    written = 0
    original = Path.replace

    def full(self: Path, target: Path) -> Path:
        nonlocal written
        written += 1
        if written > limit:
            raise OSError(errno.ENOSPC, "full")
        return original(self, target)

    monkeypatch.setattr(Path, "replace", full)
    for limit in range(11):  # noqa: B007 - `full` reads it; nine files, the check list, the folder itself
        written = 0
        with pytest.raises(ReportError, match="磁盘空间不足"):
            write_archive(tmp_path / "归档", made.report, chosen, NOW)
        assert sorted(entries_in(tmp_path) or ()) == before


def test_what_is_there_already_is_never_replaced(made: Published, tmp_path: Path) -> None:
    target = made.archived(tmp_path)
    (target / "多.txt").write_bytes(b"")
    for path in (target, made.draft):
        with pytest.raises(ReportError, match="已经存在"):
            write_archive(path, made.report, made.chosen(), NOW)
    assert (target / "多.txt").exists()


def test_two_files_of_one_name_both_go_in(made: Published, tmp_path: Path) -> None:
    (tmp_path / "年前").mkdir()
    last = made.last_year.rename(tmp_path / "年前" / "草稿.xlsx")
    other = Published(made.report, made.draft, made.files, last)
    assert [piece.name for piece in other.chosen().pieces][-1] == "草稿(1).xlsx"
    assert verified(other.archived(tmp_path)).differences == ()


def test_next_years_report_from_the_archive_carries_seven_numbers_and_the_profile(archive: Path) -> None:
    report = verify_archive(archive).report
    assert report is not None
    carried = carry_over(open_report(report).report)
    assert [item.number for item in carried.carried] == [*CARRIED.values(), 23]
    started = carried.start_report()
    assert {code: started.cells[code] for code in started.cells} == {
        f"t3.R02.C{column}": number for column, number in enumerate(CARRIED.values(), 1)
    }
    assert started.year == 2026
    assert {code: started.meta[code] for code in PROFILE} == PROFILE
    assert {f"meta.{name}" for name in PROFILE_NAMES} >= started.meta.keys() - {"meta.year", "meta.form"}


def test_the_word_report_stands_in_where_the_draft_was_changed(made: Published, tmp_path: Path) -> None:
    archive = made.archived(tmp_path)
    save_draft(made.report.with_cells({"t3.R25.C1": 99}), archive / "草稿.xlsx")
    outcome = verify_archive(archive)
    assert outcome.report is not None
    assert outcome.report.name == report_file_name(made.report, "final")
    outcome.report.unlink()
    assert verify_archive(archive).report is None


def test_a_socket_among_the_files_is_passed_over(made: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made.files)  # its name must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert len(made.chosen().pieces) == 7


def test_a_pdf_is_last_years_report_where_nothing_better_is_there(made: Published) -> None:
    for name, year in (("公布稿.pdf", 2024), ("2023年.pdf", 2023)):
        (made.files / name).write_bytes(report_pdf(pieces(sample("last", "2021", year, 7, 40, made.report.unit))))
    (made.files / "扫描.pdf").write_bytes(PDF)
    found = [look_at(path) for path in files_in(made.files)]
    pdfs = {file.path.name: file.year for file in found if file.kind is FileKind.PDF and file.year}
    assert pdfs == {"公布稿.pdf": 2024, "2023年.pdf": 2023}

    chosen = choose_files(made.report, look_at(made.draft), found, None)
    assert [piece.name for piece in chosen.pieces if piece.what == "上年报告"] == ["公布稿.pdf"]
    beside = choose_files(made.report, look_at(made.draft), [*found, look_at(made.last_year)], None)
    assert [piece.name for piece in beside.pieces if piece.what == "上年报告"] == ["2024年.xlsx"]


def test_a_page_saved_in_a_single_file_is_last_years_report_too(made: Published) -> None:
    page = web_body(pieces(sample("last", "2021", 2024, 7, 40, made.report.unit)))
    head = "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x-x\n"
    part = f"--x-x\nContent-Type: text/html; charset=utf-8\n\n{page}\n--x-x--\n"
    (made.files / "公布的报告.mht").write_text(f"{head}\n{part}", "utf-8")

    found = [look_at(path) for path in files_in(made.files)]
    chosen = choose_files(made.report, look_at(made.draft), found, None)
    assert [piece.name for piece in chosen.pieces if piece.what == "上年报告"] == ["公布的报告.mht"]


def test_the_pdf_of_the_final_report_is_found_by_what_it_shows(made: Published) -> None:
    usual = made.files / Path(report_file_name(made.report, "final")).with_suffix(".pdf").name
    usual.rename(made.files / "final.pdf")
    found = [look_at(path) for path in files_in(made.files)]
    shown = report_checksum(made.report)
    for checksum, mark, taken, left in (
        (shown, "", ["final.pdf"], ""),
        ("0000-0000", "", [], f"final.pdf（内容与草稿不一致：校验码0000-0000，草稿是{shown}）"),
        (shown, "送审稿第1稿", [], "final.pdf（送审稿第1稿）"),
        ("", "", [], "final.pdf"),
    ):
        files = [
            replace(file, checksum=checksum, mark=mark, year=made.report.year) if file.path.suffix == ".pdf" else file
            for file in found
        ]
        chosen = choose_files(made.report, look_at(made.draft), files, None)
        assert [piece.name for piece in chosen.pieces if piece.what == "定稿（PDF）"] == taken
        assert ("定稿（PDF）" in chosen.missing) is not bool(taken)
        assert taken or left in chosen.left


@pytest.mark.parametrize("mark", ["草稿", "草稿　有2个错误", "送审稿第12稿　校验码 AB12-0FA7", "送审稿的说明", ""])
def test_the_stage_of_a_pdf_stands_at_its_head(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.pdf"
    head = [("text", mark)] if mark else []
    path.write_bytes(report_pdf([*head, *pieces(sample("last", "2021", 2025, 7, 40, "某局"))]))
    assert look_at(path).mark == (mark.partition("　")[0] if "的" not in mark else "")


def test_a_pdf_of_the_final_report_is_held_against_the_draft(made: Published) -> None:
    final = Path(report_file_name(made.report, "final")).with_suffix(".pdf")
    found = [look_at(path) for path in files_in(made.files)]
    for checksum, note in ((report_checksum(made.report), ""), ("0000-0000", "PDF 的内容没有与草稿核对")):
        files = [replace(file, checksum=checksum) if file.path.name == final.name else file for file in found]
        chosen = choose_files(made.report, look_at(made.draft), files, None)
        assert [piece.note for piece in chosen.pieces if piece.what == "定稿（PDF）"] == [note]


@pytest.mark.parametrize(
    ("printed", "texts", "why"),
    [
        ({"t2.licensing.decisions": "{}"}, {}, ""),
        ({"t2.licensing.decisions": "7"}, {}, "（数字与草稿不一致：“行政许可·本年处理决定数量”是7，草稿是"),
        ({}, {"s5": ("95",)}, "中的数字不同）"),
    ],
)
def test_a_pdf_with_other_numbers_than_the_final_is_not_taken_whatever_its_name(
    made: Published, printed: dict[str, str], texts: dict[str, tuple[str, ...]], why: str
) -> None:
    final = Path(report_file_name(made.report, "final")).with_suffix(".pdf").name
    now = shown_report(made.report).numbers["t2.licensing.decisions"]
    given = {code: number.format(now) for code, number in printed.items()}
    found = [look_at(path) for path in files_in(made.files)]
    files = [
        replace(file, checksum="0000-0000", year=made.report.year, numbers=given, counted=texts)
        if file.path.name == final
        else file
        for file in found
    ]
    chosen = choose_files(made.report, look_at(made.draft), files, None)
    assert ("定稿（PDF）" in chosen.missing) is bool(why)
    assert [final in left and why in left for left in chosen.left if final in left] == [True] * bool(why)


def test_numbers_of_a_pdf_are_read_with_its_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(report_pdf(pieces(sample("last", "2021", 2025, 7, 40, "某局"))))
    found = look_at(path)
    assert len(found.numbers) == 200
    assert any(found.counted.values())
    assert numbers_in({"s5": ["全年１,234 件，占9.5%；", "20 25年"]}) == {"s5": ("1234", "9.5", "2025")}


@pytest.mark.parametrize(
    ("said", "is_taken"), [("新收申请46件", False), ("（新收申请４６ 件）", False), ("内部资料", True)]
)
@pytest.mark.parametrize("place", ["box", "header"])
def test_a_final_with_numbers_outside_its_text_is_not_taken(
    made: Published, said: str, place: str, *, is_taken: bool
) -> None:
    path = made.files / report_file_name(made.report, "final")
    document = docx.Document(str(path))
    if place == "box":
        text_box(document, said)
    else:
        document.sections[0].header.paragraphs[0].text = said
    document.save(str(path))
    chosen = made.chosen()
    taken = [piece for piece in chosen.pieces if piece.what == "定稿（Word）"]
    assert bool(taken) is is_taken
    assert all(said in piece.note for piece in taken)
    assert is_taken or any("正文以外有数字，定稿没有" in left for left in chosen.left)
