"""What papers are filled with, what is said of their placeholders, and what two reports show side by side."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment

from core.base.errors import ReportError
from core.form.form_reader import load_form
from core.office.carry_over import as_same_unit, carry_over, figures_in, imbalances, last_figures
from core.office.compare import check_chain, compare_reports, number_marks, paragraph_pairs, side_of
from core.office.papers.known import known_placeholders, paper_values, spelling
from core.office.papers.nearest import doubled_lines, nearest, unclosed_lines, unknown_lines, unopened_lines
from core.office.papers.paper import fill_paper, paper_name, report_remarks
from core.report.entry_text import Number, Refused
from core.report.report import Report
from tests.kept import reports
from tests.kept.rooms.office_walks import in_short
from tests.kept.workbook_dump import workbook_text

_NAMES = (
    *(
        "年度",
        "年份",
        "填报单位",
        "单位",
        "单位名称",
        "上年度",
        "去年",
        "主送",
        "公布日",
        "错误",
        "错误数",
        "疑点",
        "送审",
        "退回",
        "结论",
    ),
    *(
        "表三·本年新收·总计",
        "表三·新收·总计",
        "表三·本年新收",
        "上年表三·本年新收·总计",
        "去年新收总计",
        "增长表三·本年新收·自然人",
    ),
    *(
        "表二·行政许可",
        "行政许可",
        "许可",
        "同比·行政许可",
        "表四·行政复议·总计",
        "总计",
        "不予公开小计",
        "表三·不予公开·总计",
        "第五部分",
    ),
    *(
        "总体情况·主动公开",
        "主动公开",
        "引言",
        "信息处理费",
        "收费通知",
        "XYZ",
        "一",
        "",
        "完全不相干的一个很长很长的名字而且没有谁会这样写",
        "较上年·规章",
    ),
)
_UNCLOSED = (
    "年度 年",
    "填报单位的报告",
    "表三·本年新收·总计件",
    "没有这个",
    "上年·表三·本年新收·总计，",
    "字" * 50,
    "",
)
_UNOPENED = ("本报告的年度", "共表三·本年新收·总计", "没有这个", "字" * 50, "增减·表三·本年新收·总计")
_CELLS = (
    *(
        "【年度】",
        "【年度】年",
        "【表三·本年新收·总计】",
        "【上年·表三·本年新收·总计】",
        "【增减·表三·本年新收·总计】",
        "普通文字",
    ),
    *(
        "【与上年·表三·本年新收·总计】",
        "新收【表三·本年新收·总计】件",
        "【表二·行政事业性收费·本年收费金额】",
        "【 填报单位 】",
    ),
    *(
        "【主送机关】：",
        "【引言】",
        "=SUM(A1:A2)",
        "【疑点清单】",
        "【总体情况】",
        "【表二·规章·本年制发件数】",
        "【公布日期】公布",
    ),
    *("【表三·（三）不予公开·总计】", "＝【年度】", "【第五部分】", "【年度", "年度】", "【【年度】】"),
)
_WRONG = 4
"""How many at the end of them are no placeholders."""
_FORMATS = ("General", "0", "0.00", "#,##0", "#,##0.0000", "0%", "@", '0"元"', "yyyy", "[Red]0.0")
_REFUSED = ("0%", '0"元"', "yyyy")
"""Those that show another number; they stand in each sixth workbook."""


def documents(folder: Path) -> dict[str, str]:
    """Return what is made and told."""
    return {
        "placeholders": "\n".join([*_names(), *_values(), *_paper_names()]) + "\n",
        "filled": "\n".join(_filled(folder)) + "\n",
        "side-by-side": "\n".join([*_compared(), *_paragraphs(), *_carried()]) + "\n",
    }


# ---------------------------------------------------------------- placeholders


def _names() -> Iterable[str]:
    for form_id in ("2021", "2019"):
        form = load_form(form_id)
        for name in _NAMES if form_id == "2021" else _NAMES[::3]:
            yield f"{form_id} {name} {spelling(name)}: {nearest(name, form) or '–'}"
        yield in_short(known_placeholders(form))
    form = load_form("2021")
    yield from unknown_lines(_NAMES[:4], form)
    yield from unclosed_lines(_UNCLOSED, form)
    yield from unopened_lines(_UNOPENED, form)
    yield from doubled_lines(("年度", "字" * 50))
    yield f"spelled {spelling('表 三・“本年”•ＡＢ' + chr(0x200B))!r}"


def _values() -> Iterable[str]:
    """Some of the values of each kind of report, and a digest of all of them."""
    for name in ("empty", "large", "returned_twice", "signed", "form_2019"):
        report: Report = getattr(reports, name)()
        for last in (None, reports.year_before()):
            values = paper_values(report, reports.checked(report, last), today=reports.TODAY, last_year=last)
            lines = [f"{key}={value!r}" for key, value in sorted(values.items())]
            digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]
            yield f"{name}{' after last year' * bool(last)}: {len(lines)} {digest}"
            chance = random.Random(name)
            yield from (f"  {line[:100]}" for line in sorted(chance.sample(lines, 8)))


def _paper_names() -> Iterable[str]:
    report = reports.sample()
    values = paper_values(report, reports.checked(report), today=reports.TODAY, last_year=None)
    for pattern in (
        "【年度】年报告",
        "【填报单位】/【年度】",
        "【没有】",
        "【年度",
        "年度】",
        "【【年度】】",
        "报告",
        "【表三·本年新收·总计】件",
        "",
    ):
        for suffix in (".docx", ".xlsx"):
            try:
                yield f"{pattern}{suffix}: {paper_name(pattern, report.form, values, suffix)}"
            except ReportError as error:
                yield f"{pattern}{suffix}: {error.summary!r}"


# ---------------------------------------------------------------- workbooks that an office made itself


def _template(number: int) -> bytes:
    """Return a workbook with placeholders at random places and in random looks."""
    chance = random.Random(number)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "表"
    for at in range(14):
        cell = sheet.cell(at // 3 + 1, at % 3 + 1)
        cell.value = chance.choice(_CELLS if number % 6 == 0 else _CELLS[:-_WRONG])
        code = chance.choice(_FORMATS)
        cell.number_format = "0.0" if code in _REFUSED and number % 6 else code
        if chance.random() < 0.3:
            cell.alignment = Alignment(wrap_text=True, horizontal="center")
    if chance.random() < 0.5:
        assert sheet.oddHeader is not None
        sheet.oddHeader.center.text = chance.choice(("【年度】年", "&12【年度】", "【填报单位】&R", "【主送机关】"))
        sheet["B2"].comment = Comment("见【年度】年【公布日期】", "李")
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _filled(folder: Path) -> Iterable[str]:
    many = {
        "empty": (reports.empty(), None),
        "large": (reports.large(), reports.year_before()),
        "sample": (reports.sample(), reports.large()),
    }
    given = {
        name: (report, paper_values(report, reports.checked(report, last), today=reports.TODAY, last_year=last))
        for name, (report, last) in many.items()
    }
    given["odd"] = reports.large(), {**given["large"][1], **_odd()}
    for number in range(12):
        name = list(given)[number % len(given)]
        report, values = given[name]
        path = folder / f"{number}.xlsx"
        path.write_bytes(_template(number))
        try:
            made = fill_paper(path, report.form_id, values)
        except ReportError as error:
            yield f"=== {number} {name}: {error.summary!r}"
            continue
        cells = [line for line in workbook_text(made.data).split("\n") if line[:1] in "ABC" and line[1:2].isdigit()]
        yield f"=== {number} {name}: {made.count} filled, {in_short(made.remarks)}"
        yield f"  without {made.without_last_year} blank {made.blank} rounded {made.rounded} compares {made.compares}"
        yield f"  {in_short(report_remarks(reports.checked(report), made))}"
        yield from (f"  {line[:90]}" for line in cells)
        yield f"  all {hashlib.sha256(workbook_text(made.data).encode()).hexdigest()[:8]}"


def _odd() -> dict[str, str | Number]:
    """Return values of unusual length."""
    odd: dict[str, str | Number] = {
        "表三·本年新收·总计": Decimal("9876543.123456"),
        "上年·表三·本年新收·总计": 10**16,
        "增减·表三·本年新收·总计": -8,
        "表二·规章·本年制发件数": 1234567890,
        "表二·行政事业性收费·本年收费金额": Decimal("1234567.5"),
        "填报单位": "=某&局",
    }
    return {spelling(name): value for name, value in odd.items()}


# ---------------------------------------------------------------- reports side by side


def _compared() -> Iterable[str]:
    changed = reports.large().with_cells({"t3.R01.C1": 7, "t2.fees.amount": Decimal("0.5"), "t2.rules.issued": None})
    changed = changed.with_cells({"t3.R05.C3": 3, "t3.R06.C1": Refused("约3", "C-04", "不是数字")})
    many = {"large": reports.large(), "changed": changed, "empty": reports.empty(), "2019": reports.form_2019()}
    many |= {"sample": reports.sample(), "before": reports.year_before(), "returned": reports.returned()}
    for one, mine in many.items():
        for other, theirs in many.items():
            if one in ("returned", "before") or (one == other and one != "large"):
                continue
            for only_filled in (False, True):
                found = compare_reports(side_of(mine, "本年"), side_of(theirs, "上年"), only_filled=only_filled)
                cells = [f"{p.code} {p.left} {p.right} {p.change} {p.note}" for p in found.different_cells]
                yield f"{one} {other}{' filled' * only_filled}: {found.summary} {len(found.cells)} {len(found.texts)}"
                yield f"  {in_short(cells)} | {in_short(pair.code for pair in found.different_texts)}"
    dated = {
        year: reports.filled(reports.empty().with_texts({"meta.year": str(year)}), step)
        for year, step in ((2022, 1), (2023, 5), (2024, 1), (2026, 1))
    }
    for years in ((2022, 2023), (2022, 2023, 2024), (2022, 2024), (2024, 2026), (2023, 2022, 2023), ()):
        chain = check_chain([*(dated[year] for year in years), *([reports.sample()] if len(years) == 3 else [])])
        yield f"{years}: {in_short(link.sentence for link in chain.links)} broken {len(chain.broken)}"
        yield f"  missing {chain.missing} doubled {chain.doubled} units {chain.units}"


def _paragraphs() -> Iterable[str]:
    """Paragraphs of two versions beside each other, and the numbers in a text."""
    words = ("全年主动公开信息", "新收申请五件", "落实审查制度", "更新公开指南", "开展培训两次", "接受社会监督")
    for number in range(16):
        chance = random.Random(number)
        one = ["，".join(chance.sample(words, 3)) + "。" for _ in range(chance.randrange(1, 5))]
        other = [
            line.replace(chance.choice(words), chance.choice(("改过的字", ""))) for line in one if chance.random() < 0.8
        ]
        other.insert(chance.randrange(len(other) + 1), "另加的一段话。")
        told = [
            f"{'=' if pair.is_equal else '≠'}{''.join(f'[{kind[0]} {text}]' for kind, text in pair.pieces)}"
            for pair in paragraph_pairs(one, other)
        ]
        yield f"{number}: {' / '.join(told)}"
    for text in (
        "2024年收到12件，占98.5%",
        "〔2021〕30号、第711号、第3条",
        "1,234件，12％",
        "(2021)30号 2021 号",
        "19年2025年度",
        "第 3 款1234,5",
    ):
        yield f"{text}: {[text[start:end] for start, end in number_marks(text)]}"
    long = "字" * 2001
    yield in_short(paragraph_pairs([long, "甲"], [long + "改", "乙"]))


def _carried() -> Iterable[str]:
    for name in ("sample", "large", "form_2019", "signed", "corrected", "empty"):
        report: Report = getattr(reports, name)()
        carried = carry_over(report)
        start = carried.start_report()
        yield f"{name}: {in_short(carried.remarks)} | {in_short(imbalances(report))}"
        begun = (f"{code}={value}" for code, value in {**start.meta, **start.cells}.items())
        yield f"  {in_short(begun)} | {in_short(start.status.items())}"
        for form_id in ("2021", "2019"):
            found, history = last_figures(report, load_form(form_id))
            told = [f"{code}={one.number} {one.note}" for code, one in found.items()]
            said = figures_in(report, load_form(form_id))[1]
            yield f"  {form_id}: {len(told)} {in_short(told)} | {in_short(history)} | {in_short(said)}"
        renamed = as_same_unit(report, report.unit, "新的单位")
        yield f"  {in_short(renamed.meta.items())} {in_short(renamed.texts.get('lead', '').split('，')[:3])}"
