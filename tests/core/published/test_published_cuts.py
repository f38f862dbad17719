"""Tables cut at page breaks, run together with text, or with numbers below the wrong headers."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.published import Imported
from tests.core.published import published_grids as grids
from tests.core.published import published_shapes as shapes
from tests.core.published.published_grids import Grid, Item
from tests.core.published.published_samples import Sample
from tests.core.published.published_shapes import Piece, pieces
from tests.core.published.test_published_report import SAMPLES, check, only, page, read, word

SAMPLE = SAMPLES["large"]
LONG = "收到和处理申请的情况见下表，各栏数字以申请台账为准，统计截止到十二月三十一日，与以往年度口径一致。"


def _cut(at: int, *, header: bool = False) -> Callable[[Grid], list[Grid]]:
    return lambda grid: grids.cut(grid, at, repeat_header=header)


def _unmerged(grid: Grid) -> list[Grid]:
    """No merged cells, and no label where a merged one went on."""
    rows = grids.padded(grid)
    return [rows[:14], rows[14:]]


def _numbers_below(grid: Grid) -> list[Grid]:
    """The last label above the break, its numbers below it."""
    above, below = _unmerged(grid)
    labels = [item if not item.code else Item("") for item in below[0]]
    numbers = [item if item.code else Item("") for item in below[0]]
    return [[*above, labels], [numbers, *below[1:]]]


def _label_in_two(grid: Grid) -> list[Grid]:
    """The last label cut in two, the second half below the break without numbers."""
    above, below = _unmerged(grid)
    at = max(n for n, item in enumerate(below[0]) if item.text and not item.code)
    label = below[0][at].text
    first = [replace(item, text=label[:4]) if n == at else item for n, item in enumerate(below[0])]
    second = [Item(label[4:]) if n == at else Item("") for n in range(len(first))]
    return [[*above, first], [second, *below[1:]]]


def _three(grid: Grid) -> list[Grid]:
    first, rest = grids.cut(grid, 9, repeat_header=False)
    return [first, *grids.cut(rest, 8, repeat_header=False)]


def _labels_alone(grid: Grid) -> list[Grid]:
    """Below the break only the innermost labels and the numbers."""
    above, below = _unmerged(grid)
    inner = [[item for item in row if item.text and not item.code][-1:] for row in below]
    return [above, [[*label, *(i for i in row if i.code)] for label, row in zip(inner, below, strict=True)]]


def _below_text(grid: Grid) -> list[Grid]:
    above, below = grids.cut(grid, 13, repeat_header=False)
    return [[[Item(LONG, 10)], *above], below]


CUTS: dict[str, Callable[[Grid], list[Grid]]] = {
    "without header": _cut(12),
    "with header": _cut(17, header=True),
    "one row above": _cut(4),
    "within the header": _cut(2),
    "one row below": _cut(27),
    "in three": _three,
    "unmerged": _unmerged,
    "numbers below the break": _numbers_below,
    "label in two": _label_in_two,
    "labels and numbers alone": _labels_alone,
}


def same(imported: Imported, sample: Sample) -> None:
    assert {code: entry for code, entry in imported.printed.items() if entry != sample.expected[code]} == {}


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize(
    "make",
    [
        word,
        page,
        lambda report: ("a.txt", shapes.cells_as_lines(report).encode()),
        lambda report: ("a.xlsx", shapes.workbook({"报告": report}, merged=False)),
    ],
    ids=["word", "page", "text", "workbook"],
)
def test_a_table_is_read_as_a_whole_wherever_a_page_break_cut_it(
    cut: str, make: Callable[[list[Piece]], tuple[str, bytes]], tmp_path: Path
) -> None:
    same(read(tmp_path, *make(pieces(SAMPLE, only("t3", CUTS[cut])))), SAMPLE)


def test_a_table_whose_first_part_ran_together_with_the_text_above_is_read(tmp_path: Path) -> None:
    imported = read(tmp_path, *word(pieces(SAMPLE, only("t3", _below_text))))

    same(imported, SAMPLE)
    assert imported.report.texts["s3"].endswith(LONG)


def test_a_table_that_holds_its_section_title_and_text_in_a_cell_is_read(tmp_path: Path) -> None:
    title, lines = SAMPLE.form.sections["s3"].title, SAMPLE.texts["s3"]
    first, rest = grids.cut(grids.grid_of(SAMPLE, SAMPLE.form.tables["t3"]), 13, repeat_header=False)
    paragraphs = "".join(f"<w:p>{shapes.plain_runs(line)}</w:p>" for line in (title, *lines))
    row = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="10"/></w:tcPr>{paragraphs}</w:tc></w:tr>'
    table = shapes.word_table(first).replace("</w:tblGrid>", f"</w:tblGrid>{row}", 1) + "<w:p/>"
    plain = shapes.word_body(pieces(SAMPLE, only("t3", lambda _: [first, rest])))
    apart = shapes.word_body([("heading", title), *[("text", line) for line in lines], ("grid", first)])
    assert plain.count(apart) == 1
    imported = read(tmp_path, "a.docx", shapes.docx(plain.replace(apart, table)))

    check(imported, SAMPLE)


# ---------------------------------------------------------------- shifted columns


def _shifted(grid: Grid) -> Grid:
    """The header one column to the left: its first label is gone, and a blank stands at its end."""
    rows = grids.padded(grid)
    head = [[*row[:3], *row[4:], Item("", is_header=True)] for row in rows[:3]]
    return [*head, *rows[3:]]


@pytest.mark.parametrize("make", [word, page])
def test_numbers_below_shifted_headers_are_read_if_the_sums_prove_it_and_that_is_said(
    make: Callable[[list[Piece]], tuple[str, bytes]], tmp_path: Path
) -> None:
    imported = read(tmp_path, *make(pieces(SAMPLE, only("t3", lambda g: [_shifted(g)]))))

    same(imported, SAMPLE)
    assert any("按勾稽关系核对后读入" in remark for remark in imported.remarks)


@pytest.mark.parametrize("code", ["t3.R05.C7", "t3.R24.C3", "t3.R25.C1"])
@pytest.mark.parametrize("change", [lambda g: [_shifted(g)], CUTS["within the header"]], ids=["shifted", "cut"])
def test_numbers_below_shifted_headers_are_listed_and_not_read_if_a_sum_is_wrong(
    change: Callable[[Grid], list[Grid]], code: str, tmp_path: Path
) -> None:
    value = int(SAMPLE.printed[code]) + 1
    wrong = replace(SAMPLE, printed={**SAMPLE.printed, code: str(value)}, expected={**SAMPLE.expected, code: value})
    imported = read(tmp_path, *word(pieces(wrong, only("t3", change))))

    blank = [c for c, entry in imported.printed.items() if entry is None]
    assert blank
    assert all(entry == wrong.expected[c] for c, entry in imported.printed.items() if c not in blank)
    listed = [text for place, text in imported.unrecognised if "申请情况表" in place]
    assert all(any(wrong.printed[c] in text for text in listed) for c in blank)
    assert not any("按勾稽关系核对后读入" in remark for remark in imported.remarks)


@pytest.mark.parametrize("change", [_numbers_below, _label_in_two, _labels_alone, _unmerged, _cut(2)])
@pytest.mark.parametrize(
    "make", [word, lambda report: ("a.xlsx", shapes.workbook({"报告": report}, merged=False))], ids=["word", "workbook"]
)
def test_columns_in_another_order_are_never_read_in_that_of_the_form(
    make: Callable[[list[Piece]], tuple[str, bytes]], change: Callable[[Grid], list[Grid]], tmp_path: Path
) -> None:
    """The sums hold in every order of the six kinds of applicants: only the header tells it."""
    imported = read(tmp_path, *make(pieces(SAMPLE, only("t3", lambda g: change(grids.reordered(g))))))
    assert {c for c, entry in imported.printed.items() if entry not in (None, SAMPLE.expected[c])} == set()


def test_rows_that_no_sum_proves_are_listed_as_before(tmp_path: Path) -> None:
    wrong = replace(SAMPLE, printed={**SAMPLE.printed, "t3.R20.C2": "1"})
    name, data = "a.xlsx", shapes.workbook({"报告": pieces(wrong, only("t3", _labels_alone))}, merged=False)
    imported = read(tmp_path, name, data)

    assert imported.printed["t3.R20.C2"] is None
    assert any("5.要求行政机关确认" in text for _, text in imported.unrecognised)


@pytest.mark.parametrize("name", ["trial format", "mixed"])
def test_other_results_of_the_trial_format_stay_one_row_whatever_the_label_says(name: str, tmp_path: Path) -> None:
    change = only("t3", lambda g: [grids.relabelled(g, {"（六）其他处理": "（六）其他"})])
    check(read(tmp_path, *word(pieces(SAMPLES[name], change))), SAMPLES[name])
    late = replace(SAMPLES[name], year=2022)
    imported = read(tmp_path, *word(pieces(late, change)))
    assert imported.printed["t3.other_2019.C1"] == late.expected["t3.other_2019.C1"]
