import json
import re
import subprocess
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import html
from typing_extensions import override

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.published import import_report
from core.report.report import Report, new_report
from core.report.shown_report import shown_report
from core.report.totals import report_numbers
from core.web.html_report import report_fragment, report_html, report_text, signature_fault
from core.word.report import report_bytes
from tests.core.report.sample_reports import random_report, written_report

VOID = {"meta"}


def _page(report: Report) -> Any:
    return html.document_fromstring(report_html(report))


def _grids(report: Report) -> list[dict[tuple[int, int], str]]:
    """The text at each place of each table, spans filled out as a browser does."""
    grids = []
    for table in _page(report).iter("table"):
        grid: dict[tuple[int, int], str] = {}
        for top, row in enumerate(table.iter("tr")):
            left = 0
            for cell in row:
                while (top, left) in grid:
                    left += 1
                for down in range(int(cell.get("rowspan", "1"))):
                    for right in range(int(cell.get("colspan", "1"))):
                        assert (top + down, left + right) not in grid
                        grid[top + down, left + right] = cell.text_content()
        grids.append(grid)
    return grids


@pytest.mark.parametrize("seed", range(10))
def test_every_number_and_label_stands_in_its_cell(seed: int) -> None:
    report = random_report(seed)
    shown = shown_report(report)
    grids = _grids(report)
    for grid, table in zip(grids, report.form.tables.values(), strict=True):
        assert set(grid) == {(top, left) for top in range(len(table.grid)) for left in range(table.width)}
        for row in table.grid:
            for item in row:
                wanted = shown.numbers.get(item.code, "") if item.code else item.label
                for top in range(item.top, item.top + item.height):
                    for left in range(item.left, item.left + item.width):
                        assert grid[top, left] == wanted


@pytest.mark.parametrize("seed", range(10))
def test_title_headings_and_texts_are_those_of_the_report(seed: int) -> None:
    report = random_report(seed)
    shown = shown_report(report)
    page = _page(report)
    assert [h.text_content() for h in page.iter("h1")] == [shown.title]
    assert [h.text_content() for h in page.iter("h2")] == [s.title for s in report.form.sections.values()]
    texts = [p.text_content() for p in page.iter("p")]
    assert texts[: sum(map(len, shown.texts.values()))] == [p for text in shown.texts.values() for p in text]


class _Strict(HTMLParser):
    """Counts what is opened and closed; nothing may be left open or closed twice."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: set[str] = set()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {tag, *(name for name, _ in attrs)}
        assert len({name for name, _ in attrs}) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("seed", range(10))
def test_page_is_well_formed_and_has_no_scripts_classes_or_style_sheets(seed: int) -> None:
    parser = _Strict()
    parser.feed(report_html(random_report(seed)).decode())
    parser.close()
    assert not parser.open
    assert not parser.seen & {"script", "class", "id", "link", "onclick", "font", "img"}


def test_tables_have_borders_a_caption_and_labels_that_say_what_they_head() -> None:
    report = written_report()
    page = _page(report)
    for table, form_table in zip(page.iter("table"), report.form.tables.values(), strict=True):
        assert (table.get("border"), table.get("cellspacing"), table.get("width")) == ("1", "0", "100%")
        assert table.findtext("caption") == form_table.name
        labels = [item.label for row in form_table.grid for item in row if not item.code]
        assert [cell.text_content() for cell in table.iter("td") if cell.get("scope")] == labels
    first, third, fourth = page.iter("table")
    scopes = {cell.text_content(): cell.get("scope") for t in (first, third, fourth) for cell in t.iter("td")}
    assert scopes["法人或其他组织"] == scopes["行政诉讼"] == scopes["第二十条第（五）项"] == "colgroup"
    assert scopes["自然人"] == scopes["本年处理决定数量"] == "col"
    assert scopes["三、本年度办理结果"] == scopes["（三）不予公开"] == "rowgroup"
    assert scopes["（七）总计"] == scopes["行政许可"] == "row"
    assert len(third.findall("thead/tr")) == 3
    assert len(third.findall("tbody/tr")) == 25
    assert not first.findall("thead")


def test_nothing_depends_on_style_or_header_cells_which_portal_editors_drop() -> None:
    report = written_report()
    page = _page(report)
    assert not list(page.iter("th"))
    aligned = {cell.text_content(): cell.get("align") for cell in page.iter("td")}
    assert aligned["1.属于国家秘密"] == aligned["（七）总计"] == "left"
    assert aligned["（三）不予公开"] == aligned["自然人"] == aligned["0"] == "center"


@pytest.mark.parametrize("dropped", [("style",), ("style", "scope", "align"), ("style", "caption"), ("thead", "tbody")])
def test_a_stripped_web_version_still_reads_as_all_numbers_and_texts(tmp_path: Path, dropped: tuple[str, ...]) -> None:
    sample = load_draft(resource_path("samples", "示例.xlsx")).report
    report = sample.with_cells({code: 1000 + i for i, code in enumerate(sample.form.entered)})
    page = _page(report)
    for element in list(page.iter()):
        for name in dropped:
            element.attrib.pop(name, None)
        if element.tag in dropped:
            element.drop_tag()
    path = tmp_path / "page.html"
    path.write_bytes(html.tostring(page, encoding="utf-8"))
    read = import_report(path)
    shown_numbers = {code: n for code, n in report_numbers(report).items() if report.form.cells[code].table}
    assert len(shown_numbers) == 200
    assert report_numbers(read.report).items() >= shown_numbers.items()
    assert shown_report(read.report).texts == shown_report(report).texts


def test_blank_cells_stay_empty_and_empty_texts_print_nothing() -> None:
    page = _page(new_report("某某县水利局", "政府部门", 2025))
    assert {cell.text_content() for cell in page.iter("td") if not cell.get("scope")} == {""}
    assert not list(page.iter("p"))
    assert not list(page.iter("h3"))


def test_what_looks_like_markup_is_text() -> None:
    report = written_report(unit="<b>某局</b>&amp;")
    report = report.with_texts({"s6": "<script>alert(1)</script>\x00\ud800&nbsp;"})
    page = report_html(report).decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;nbsp;" in page
    assert "<title>&lt;b&gt;某局&lt;/b&gt;&amp;amp;2025年" in page


def test_draft_is_marked_and_the_version_for_the_portal_is_not() -> None:
    assert '<p align="right" style="text-align:right">草稿</p>' in report_fragment(written_report(), mark="草稿")
    assert "草稿" not in report_fragment(written_report())


def test_an_open_day_is_not_put_on_the_web() -> None:
    report = written_report()
    report = report.with_texts({"meta.sign_off": "某某县水利局", "meta.date": "2026年1月", "meta.author": "张小三"})
    assert "2026年1月" not in report_fragment(report)
    fault = signature_fault(report)
    assert fault is not None
    assert fault.summary == "成文日期没有写到日，网页版没有印落款和日期。"
    assert signature_fault(written_report().with_texts({"meta.sign_off": "", "meta.date": ""})) is None
    report = report.with_texts({"meta.date": "2026年1月15日"})
    assert signature_fault(report) is None
    fragment = report_fragment(report)
    assert '<p align="right" style="text-align:right">2026年1月15日</p>' in fragment
    assert "张小三" not in fragment


def test_a_report_without_its_date_ends_on_the_web_as_in_word() -> None:
    report = written_report().with_texts({"meta.sign_off": "某某县水利局", "meta.date": ""})
    assert report_fragment(report).endswith('<p align="right" style="text-align:right">某某县水利局</p>\n')
    assert report_text(report).endswith("\n某某县水利局\n")
    word = Document(BytesIO(report_bytes(report, stage="final")))
    assert [p.text for p in word.paragraphs if p.text][-1] == "某某县水利局"
    fault = signature_fault(report)
    assert fault is not None
    assert fault.summary == "成文日期没有填，Word 和网页版的末尾只有落款单位，没有日期。"


def test_plain_text_has_all_numbers_in_the_columns_of_the_table() -> None:
    report = written_report()
    lines = report_text(report).split("\n")
    numbers = report_numbers(report)
    row = next(line for line in lines if line.startswith("一、本年新收政府信息公开申请数量"))
    assert row.split("\t")[3:] == [str(numbers[f"t3.R01.C{i}"]) for i in range(1, 8)]
    assert lines[0] == shown_report(report).title
    assert "（一）主动公开" in lines


@pytest.mark.needs_browser
@pytest.mark.parametrize("seed", range(3))
def test_a_validator_finds_nothing(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(report_html(random_report(seed)))
    checked = subprocess.run(["tidy", "-q", "-e", "-utf8", path], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_heads_of_number_columns_keep_their_width_and_short_ones_their_line() -> None:
    root = html.document_fromstring(report_html(written_report()))
    cells = {"".join(map(str, cell.itertext())): cell for cell in root.iter("td") if cell.get("scope") == "col"}
    for label in ("自然人", "其他", "总计"):
        assert (cells[label].get("nowrap"), "white-space:nowrap" in str(cells[label].get("style"))) == ("nowrap", True)
    assert cells["商业企业"].get("width") == "7%"  # the labels of the rows leave it so much
    assert cells["商业企业"].get("nowrap") is None
    assert not any(cell.get("width") for cell in root.iter("td") if cell.get("colspan"))  # the head of the labels
    wide = [table for table in root.iter("table") if "font-size" in str(table.get("style"))]
    assert [str(table.get("summary")).endswith("15列") for table in wide] == [True]  # numbers of seven digits fit


@pytest.mark.slow
@pytest.mark.needs_browser
def test_a_browser_shows_every_number_in_its_cell(tmp_path: Path) -> None:
    report = written_report()
    path = tmp_path / "a.html"
    script = (
        "<script>document.title = JSON.stringify([...document.querySelectorAll('table')].map(t => [...t.rows].map("
        "r => [...r.cells].map(c => [c.innerText, Math.round(c.getBoundingClientRect().width) > 9]))))</script>"
    )
    path.write_text(report_html(report).decode().replace("</body>", f"{script}</body>"), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'browser'}", "--dump-dom"]
    page = subprocess.run(["chromium", *flags, path.as_uri()], capture_output=True, text=True, check=True).stdout
    tables = json.loads(html.document_fromstring(page).findtext("head/title") or "")
    shown = shown_report(report)
    for table, form_table in zip(tables, report.form.tables.values(), strict=True):
        for row, form_row in zip(table, form_table.grid, strict=True):
            wanted = [shown.numbers[item.code] if item.code else item.label for item in form_row]
            assert [text for text, _ in row] == wanted
            assert all(is_wide for _, is_wide in row)


def test_a_title_and_the_heads_of_narrow_columns_are_broken_between_words() -> None:
    unit = "白云鄂博矿区经济技术开发区管理委员会政务服务和数据管理局"
    page = report_html(new_report(unit, "政府部门", 2025)).decode()
    whole = '<span style="white-space:nowrap">'
    (title,) = re.findall("<h1.*?>(.*)</h1>", page)
    pieces = [piece.removesuffix("</span>") for piece in title.split(whole)[1:]]
    assert pieces[:3] == ["白云鄂博矿区", "经济技术开发区", "管理委员会"]
    assert pieces[-3:] == ["2025年", "政府信息公开", "工作年度报告"]
    assert "".join(pieces) == f"{unit}2025年政府信息公开工作年度报告"
    for words in (["商业", "企业"], ["社会", "公益", "组织"]):
        assert f">{''.join(f'{whole}{word}</span>' for word in words)}</td>" in page
    assert f"<title>{unit}2025年" in page
