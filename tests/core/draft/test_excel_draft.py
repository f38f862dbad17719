"""The draft workbook: what is written reads back equal, whatever a report holds."""

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_scripts.sweeps.mutate_drafts import LONGEST, sweep
from core.base.errors import DamagedFileError, FileError, ReportError
from core.draft.workbook import NotADraftError, blank_workbook, draft_bytes, load_draft, save_draft
from core.draft.workbook.codes import codes_by_name, codes_of, name_of
from core.draft.workbook.raw_workbook import number_text
from core.draft.workbook.sheet_plan import areas_of, cell_pieces, number_value
from core.form.form_reader import load_form
from core.report.entry_text import Refused, clean_text
from core.report.report import Explanation, LogEntry, Origin, Remark, Report, ReviewRound, new_report, parse_cell

FORMS = ("2021", "2019", "mixed", "mixed_2019_t2")
REPOSITORY = Path(__file__).parent.parent.parent.parent
DRAFTS = REPOSITORY / "tests" / "data" / "drafts"


@pytest.fixture
def full_report() -> Report:
    return everything()


def everything() -> Report:
    """A report with something in every corner."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    form = report.form
    report = report.with_texts(
        {
            "lead": "引言一段。",
            "s1.active": "第一段\n\n　　第三段\n=SUM(1)\n" + "长" * 70_000 + "\n@尾\n+1\n-1",
            "s6": "收到{t3.R01.C7}件",
        }
    )
    report = report.with_cells(
        {
            "t2.fees.amount": Decimal("12.345678"),
            "fee.billed": Decimal("400.5"),
            "t3.R01.C1": parse_cell(form, "t3.R01.C1", "12abc"),
            "t3.R01.C2": 3,
            "t3.R02.C2": parse_cell(form, "t3.R02.C2", "=3+4"),
            "t3.R01.C7": 5,
            "t3.R02.C7": parse_cell(form, "t3.R02.C7", "1O"),
        }
    )
    report = replace(
        report,
        explanations={
            **report.explanations,
            "T2-01:t2.rules.in_force": Explanation("清" * 40_000, "王", "2026-01-05", "现行有效对不上"),
        },
    )
    report = replace(report, log=(*report.log, LogEntry("2026-01-05 10:00", "空白格全部填0")))
    shown = {"s1": "原文\n" * 9_000 + "完", "t3.R01.C7": "3"}
    remarks = (Remark("第一条", "已改"), Remark("第二条", "不改", "数字属实"), Remark("第三条"))
    report = replace(
        report,
        rounds=(*report.rounds, ReviewRound(1, "2026-01-06", "3F7A-91C2", shown, "李主任", "2026-01-07", remarks)),
    )
    report = replace(report, rounds=(*report.rounds, ReviewRound(2, "2026-01-08", "3F7A-91C3", {})))
    report = replace(report, origins={**report.origins, "t2.penalty": Origin("法规科", "赵", "2026-01-03", "处罚台账")})
    return replace(report, status={**report.status, "locked_on": "2026-01-09"})


# ---------------------------------------------------------------- round trip


def test_everything_in_a_report_reads_back_equal(tmp_path: Path, full_report: Report) -> None:
    path = tmp_path / "草稿.xlsx"

    save_draft(full_report, path)
    loaded = load_draft(path)

    assert loaded.report == full_report
    assert loaded.remarks == ()


@pytest.mark.parametrize("form_id", FORMS)
def test_a_report_of_each_form_reads_back_equal(tmp_path: Path, form_id: str) -> None:
    report = new_report("某局", "政府部门", 2020, form_id=form_id, with_zeros=True)
    for number, code in enumerate(report.form.derived):
        report = report.with_cells({code: number})

    save_draft(report, tmp_path / "d.xlsx")

    assert load_draft(tmp_path / "d.xlsx").report == report


def test_what_the_form_has_no_place_for_is_kept(tmp_path: Path) -> None:
    report = Report(
        meta={"meta.old_name": "旧名"},
        texts={"s9": "多出的一段"},
        cells={"t3.other_2019.C1": 4},
        controls={"t3.other_2019.C7": Decimal("4.5")},
    )

    save_draft(report, tmp_path / "d.xlsx")

    assert load_draft(tmp_path / "d.xlsx").report == report


def _texts(longest: int) -> st.SearchStrategy[str]:
    """Any text as the program keeps it, of all planes, with what workbooks are known to stumble over."""
    pieces = st.one_of(
        st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=longest),
        st.sampled_from(
            [
                "_x000D_",
                "_x005F_",
                "x005F_",
                "_x0041_x0042_x0043_",
                "=1+1",
                "+1",
                "-1",
                "@a",
                "'a",
                "\n\n",
                "　　",
                "接上格",
            ]
        ),
        st.sampled_from(
            ["<r>", "</r>", "<r><t>a</t></r>", "{t3.R01.C7}", "{{", "\u200b", "\ufffe", "\r\n", "\x0b", " "]
        ),
    )
    return st.lists(pieces, max_size=4).map("".join).map(clean_text)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report: a few of everything, since the workbook treats all alike."""
    form = load_form()
    report = Report()
    for codes in (list(form.meta), list(form.texts)):
        for code in draw(st.lists(st.sampled_from(codes), max_size=4, unique=True)):
            report = report.with_texts({code: draw(_texts(30)) or "无"})
    for code in draw(st.lists(st.sampled_from(list(form.cells)), max_size=12, unique=True)):
        cell = form.cells[code]
        if draw(st.booleans()):
            number: int | Decimal = draw(st.integers(0, 10**12 - 1))
            if cell.decimals:
                number += Decimal(draw(st.integers(0, 10**cell.decimals - 1))).scaleb(-cell.decimals)
            report = report.with_cells({code: parse_cell(form, code, format(number, "f"))})
        else:
            report = report.with_cells({code: parse_cell(form, code, draw(_texts(6)))})
    for key in draw(st.lists(_texts(8).filter(bool), max_size=2, unique=True)):
        report = replace(
            report, explanations={**report.explanations, key: Explanation(*(draw(_texts(12)) for _ in range(4)))}
        )
        report = replace(report, origins={**report.origins, key: Origin(*(draw(_texts(12)) for _ in range(4)))})
        report = replace(report, status={**report.status, key: draw(_texts(12))})
        report = replace(report, log=(*report.log, LogEntry(draw(_texts(5)), draw(_texts(20)))))
        remarks = tuple(Remark(draw(_texts(9)), draw(_texts(9)), draw(_texts(9))) for _ in range(2))
        shown = {key: draw(_texts(20))}
        number = draw(st.integers(0, 99))
        report = replace(
            report,
            rounds=(*report.rounds, ReviewRound(number, draw(_texts(9)), draw(_texts(9)), shown, remarks=remarks)),
        )
    return report


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_any_report_reads_back_equal(tmp_path_factory: pytest.TempPathFactory, report: Report) -> None:
    path = tmp_path_factory.mktemp("any") / "d.xlsx"

    save_draft(report, path)
    loaded = load_draft(path)

    assert loaded.report == report
    asked = ((field, report.meta.get(code, "").strip()) for code, field in report.form.meta.items())
    unknown = [field.name for field, said in asked if said and not field.knows(said)]
    assert [remark.sentence.partition("填的是")[0] for remark in loaded.remarks] == unknown


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.characters(exclude_categories=["Cs", "Cc"]), st.integers(32_000, 100_000))
@example("\U0002070e", 40_000)  # two UTF-16 units each
@example("_x0041_", 9_000)
@example("<r>", 20_000)
def test_texts_longer_than_a_cell_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory, piece: str, length: int
) -> None:
    report = Report()
    for code in ("s5", "meta.title"):
        report = report.with_texts({code: clean_text(piece * length + "尾\n\n第二段</r>")})
    path = tmp_path_factory.mktemp("long") / "d.xlsx"

    save_draft(report, path)

    assert load_draft(path).report == report


@given(_texts(200) | st.just("𠜎" * 40_000) | st.just("_x0041" * 9_000 + "_") | st.just("<r>" * 20_000 + "</r>"))
def test_pieces_of_a_text_fit_into_cells_and_make_up_the_text(text: str) -> None:
    pieces = cell_pieces(text)

    assert clean_text("".join(pieces)) == text
    assert all(len(piece.encode("utf-16-le")) <= 2 * 32_767 for piece in pieces)
    assert not any(piece.startswith("<r>") for piece in pieces)


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6))))
def test_rectangles_cover_each_cell_once(cells: set[tuple[int, int]]) -> None:
    covered = [
        (r, c)
        for top, left, bottom, right in areas_of(cells)
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
    ]

    assert sorted(covered) == sorted(cells)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (1.5, "1.5"),
        (0.1 + 0.2, "0.3"),
        (0.000001, "0.000001"),
        (0.00001234, "0.00001234"),
        (123456789012.12, "123456789012.12"),
        (-1.0, "-1"),
        (1e300, "1e+300"),
    ],
)
def test_a_number_is_read_as_excel_means_it(value: float, text: str) -> None:
    assert number_text(value) == text


def test_an_amount_with_more_digits_than_excel_keeps_is_written_as_text() -> None:
    assert number_value(Decimal("123456789012.123456")) == "123456789012.123456"
    assert number_value(Decimal("999999999.123456")) == 999999999.123456


# ---------------------------------------------------------------- names and form


@pytest.mark.parametrize("form_id", FORMS)
def test_each_code_has_a_name_of_its_own(form_id: str) -> None:
    form = load_form(form_id)

    assert len(codes_by_name(form)) == len(codes_of(form))
    assert name_of("t3.R01.C1") == "nb_t3_R01_C1"


def test_every_code_is_a_defined_name_of_the_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(draft_bytes(Report())))

    assert {name_of(code) for code in codes_of(load_form())} <= set(book.defined_names)


def test_a_draft_of_the_first_format_still_opens() -> None:
    paths = sorted(DRAFTS.glob("v1-*.xlsx"))
    assert paths

    for path in paths:
        loaded = load_draft(path)
        assert loaded.report == everything()
        assert loaded.remarks == ()


def test_a_blank_workbook_is_a_draft_with_unit_and_year(tmp_path: Path) -> None:
    path = tmp_path / "空白填报表.xlsx"
    path.write_bytes(blank_workbook(load_form(), "某某镇人民政府", 2025))

    report = load_draft(path).report

    assert report.unit == "某某镇人民政府"
    assert report.year == 2025
    assert report.cells == {}
    assert report.texts == {}


# ---------------------------------------------------------------- files that are no drafts


def test_a_workbook_of_somebody_else_is_no_draft(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["一", 2])  # type: ignore[union-attr]
    book.save(tmp_path / "别的.xlsx")

    with pytest.raises(NotADraftError, match="不是本程序保存的年度报告草稿"):
        load_draft(tmp_path / "别的.xlsx")


def test_a_draft_of_a_newer_format_names_the_version_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "d.xlsx"
    save_draft(Report(), path)
    book = openpyxl.load_workbook(path)
    sheet = book["基本信息"]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "草稿格式版本":
                cell.offset(0, 1).value = "2"
            if cell.value == "程序版本":
                cell.offset(0, 1).value = "7.3.0"
    book.save(path)

    with pytest.raises(FileError, match="较新的程序保存") as caught:
        load_draft(path)

    assert "需要 7.3.0 或更高版本" in caught.value.summary


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.xlsx", b"", "是空文件"),
        ("a.xlsx", b"PK\x03\x04 cut off", "已损坏或不完整"),
        ("a.txt", "文字".encode(), "这里需要的是"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "不能直接读取"),
    ],
)
def test_what_is_no_workbook_is_named_as_such(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(FileError, match=sentence):
        load_draft(tmp_path / name)


def test_a_truncated_draft_is_damaged(tmp_path: Path, full_report: Report) -> None:
    path = tmp_path / "d.xlsx"
    data = draft_bytes(full_report)
    path.write_bytes(data[: len(data) * 2 // 3])

    with pytest.raises(DamagedFileError):
        load_draft(path)


def test_damaged_drafts_open_or_are_refused_by_a_clear_error(tmp_path: Path) -> None:
    outcomes, slowest = sweep(60, 3, tmp_path)

    assert not [outcome for outcome in outcomes if outcome.startswith("BUG")]
    assert len(outcomes) >= 3
    assert slowest < LONGEST


def test_a_failed_save_leaves_the_old_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "d.xlsx"
    save_draft(new_report("旧", "政府部门", 2024), path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ReportError):
        save_draft(new_report("新", "政府部门", 2025), path)

    assert load_draft(path).report.unit == "旧"


def test_the_libraries_are_not_imported_before_a_draft_is_read() -> None:
    code = "import sys, core.draft.workbook; print({'openpyxl', 'xlsxwriter', 'lxml'} & set(sys.modules))"
    command = [sys.executable, "-c", code]

    result = subprocess.run(command, check=True, capture_output=True, text=True, cwd=REPOSITORY)

    assert result.stdout.strip() == "set()"


def test_a_formula_in_a_count_is_refused_with_its_reason(full_report: Report) -> None:
    entry = full_report.cells["t3.R02.C2"]

    assert isinstance(entry, Refused)
    assert entry.reason == "请填数字，不要填公式"
