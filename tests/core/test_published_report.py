"""Published reports in all shapes: every cell right, blanks as blanks, texts right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.entry_text import Refused
from core.linked_text import resolve
from core.published_report import Imported, import_report
from tests.core import published_grids as grids
from tests.core import published_shapes as shapes
from tests.core.published_samples import WANTED_REFUSED, Sample, all_samples
from tests.core.published_shapes import Piece, pieces

SAMPLES = {s.name: s for s in all_samples()}


def check(imported: Imported, sample: Sample, *, texts: bool = True) -> None:
    """Compare everything that was read with what was printed."""
    report = imported.report
    assert imported.form == ("mixed" if sample.form_id.startswith("mixed") else sample.form_id)
    assert imported.summary == {t: f"{len(table.cells)}/{len(table.cells)}" for t, table in sample.form.tables.items()}
    wrong = {}
    for code, wanted in sample.expected.items():
        got = imported.printed[code]
        same = isinstance(got, Refused) if wanted == WANTED_REFUSED else (got == wanted and type(got) is not Refused)
        if not same:
            wrong[code] = (sample.printed[code], wanted, got)
    assert wrong == {}
    for code, entry in imported.printed.items():
        place = report.controls if sample.form.cells[code].is_derived else report.cells
        assert place.get(code) == entry
    assert report.unit == sample.unit
    assert report.year == sample.year
    assert report.title == "".join(sample.title)
    if texts:
        got_texts = {code: resolve(text, {}).split("\n") for code, text in report.texts.items()}
        assert got_texts == {code: lines for code, lines in sample.texts.items() if lines}


Maker = Callable[[Sample], tuple[str, bytes]]


def each(change: Callable[[grids.Grid], list[grids.Grid]]) -> shapes.Change:
    return lambda _, grid: change(grid)


def only(table_id: str, change: Callable[[grids.Grid], list[grids.Grid]]) -> shapes.Change:
    return lambda name, grid: change(grid) if name == table_id else [grid]


def word(report: list[Piece], **options: object) -> tuple[str, bytes]:
    numbered = bool(options.get("numbered"))
    return "a.docx", shapes.docx(shapes.word_body(report, **options), numbering=numbered)  # type: ignore[arg-type]


def page(report: list[Piece], charset: str = "utf-8", encoding: str = "utf-8", **options: object) -> tuple[str, bytes]:
    body = shapes.web_body(report, **options)  # type: ignore[arg-type]
    return "a.html", shapes.portal(body, charset=charset).encode(encoding)


MISPRINTED = each(lambda grid: [grids.relabelled(grid, grids.MISPRINTS)])
CUT = only("t3", lambda grid: grids.cut(grid, 12, repeat_header=False))
CUT_WITH_HEADER = only("t3", lambda grid: grids.cut(grid, 17, repeat_header=True))
LOOSE_TITLES = {
    "s1": "1、总体情况",
    "s2": "二、 主动公开政府信息的情况",
    "s3": "３．收到和处理政府信息公开申请情况",
    "s4": "四、政府信息公开行政复议及行政诉讼情况",
    "s5": "五、存在问题及改进情况",
    "s6": "6、 其他需要报告的事项",
}

SHAPES: dict[str, Maker] = {
    "word": lambda s: word(pieces(s)),
    "word, runs broken": lambda s: word(pieces(s), runs=shapes.broken_runs),
    "word, tracked changes": lambda s: word(pieces(s), runs=shapes.tracked_runs),
    "word, content controls": lambda s: word(pieces(s), runs=shapes.controlled_runs),
    "word, dragged edges": lambda s: word(pieces(s), drag=True),
    "word, headings numbered by Word": lambda s: word(pieces(s), numbered=True),
    "word, misprints": lambda s: word(pieces(s, MISPRINTED, LOOSE_TITLES)),
    "word, table cut": lambda s: word(pieces(s, CUT)),
    "word, table cut, header repeated": lambda s: word(pieces(s, CUT_WITH_HEADER)),
    "word, strict": lambda s: ("a.docx", shapes.docx(shapes.word_body(pieces(s)), namespace=shapes.STRICT)),
    "word, text box": lambda s: ("a.docx", shapes.docx(shapes.text_box(shapes.word_body(pieces(s))))),
    "word, foreign tables": lambda s: word(shapes.with_foreign_tables(pieces(s))),
    "word, no merged cells": lambda s: word(pieces(s, each(lambda grid: [grids.padded(grid)]))),
    "word, layout table": lambda s: (
        "a.docx",
        shapes.docx(f"<w:tbl><w:tr><w:tc>{shapes.word_body(pieces(s))}<w:p/></w:tc></w:tr></w:tbl>"),
    ),
    "page": lambda s: page(pieces(s)),
    "page, GB18030": lambda s: page(pieces(s), "gb2312", "gb18030"),
    "page, wrong charset": lambda s: page(pieces(s), "gb2312", "utf-8"),
    "page, no charset, GB18030": lambda s: page(pieces(s), "", "gb18030"),
    "page, UTF-16": lambda s: page(pieces(s), "utf-16", "utf-16"),
    "page, misprints": lambda s: page(pieces(s, MISPRINTED, LOOSE_TITLES)),
    "page, no spans": lambda s: page(pieces(s), table=lambda g: shapes.web_table(g, spans=False)),
    "page, paragraphs in cells": lambda s: page(
        pieces(s), table=lambda g: shapes.web_table(g, cell="<p><span>&nbsp;{}</span></p><p></p>")
    ),
    "page, nested layout": lambda s: page(
        pieces(s), table=lambda g: f"<table><tr><td><table><tr><td>{shapes.web_table(g)}</td></tr></table></td></tr></table>"
    ),
    "page, nested cells": lambda s: page(
        pieces(s), table=lambda g: shapes.web_table(g, cell="<table><tr><td>{}</td></tr></table>")
    ),
    "page, lines in one block": lambda s: page(pieces(s), paragraph="{}<br>"),
    "page, table cut": lambda s: page(pieces(s, CUT)),
    "page, split header": lambda s: page(pieces(s, only("t3", lambda g: [grids.with_split_header(g)]))),
    "page, foreign tables": lambda s: page(shapes.with_foreign_tables(pieces(s))),
    "page, everything in one table": lambda s: (
        "a.html",
        shapes.portal(f"<table><tr><td>{shapes.web_body(pieces(s))}</td></tr></table>").encode(),
    ),
    "page, hidden old tables": lambda s: (
        "a.html",
        shapes.portal(
            f"<!-- {shapes.web_body(pieces(SAMPLES['large']))} --><div class='old'>{shapes.web_body(pieces(SAMPLES['large']))}</div>"
            f"<div style='color:red; DISPLAY: none'>{shapes.web_body(pieces(SAMPLES['large']))}</div>{shapes.web_body(pieces(s))}"
        ).encode(),
    ),
    "workbook": lambda s: ("a.xlsx", shapes.workbook({"报告": pieces(s)})),
    "workbook, no merged cells": lambda s: ("a.xlsx", shapes.workbook({"报告": pieces(s)}, merged=False)),
    "text, cells as lines": lambda s: ("a.txt", shapes.cells_as_lines(pieces(s)).encode()),
    "text, GB18030": lambda s: ("a.txt", shapes.cells_as_lines(pieces(s)).encode("gb18030")),
    "text, rows as lines": lambda s: ("a.txt", shapes.rows_as_lines(pieces(s)).encode()),
    "text, rows without blanks": lambda s: ("a.txt", shapes.rows_as_lines(pieces(s), blanks=False).encode()),
    "text, alternating": lambda s: ("a.txt", shapes.alternating_lines(pieces(s)).encode()),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_cell_and_text_is_read_as_it_is_printed(name: str, shape: str, tmp_path: Path) -> None:
    file_name, data = SHAPES[shape](SAMPLES[name])
    path = tmp_path / file_name
    path.write_bytes(data)
    check(import_report(path), SAMPLES[name])
