"""What every placeholder of a paper stands for: numbers, last year's and the change, texts, dates, findings, rounds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from core.base.day_words import day_in_words, iso_in_words
from core.checks.findings import CheckResult
from core.form.form_definition import LEVEL_NAMES, FormDefinition, Section, Table
from core.office.carry_over import last_figures
from core.office.review import round_on_its_way
from core.office.signoff import signoff_values
from core.office.signoff_fields import placeholders
from core.report.entry_text import Number, Refused, format_number
from core.report.report import Report
from core.report.shown_report import TITLE, one_line, shown_report, without_colon
from core.report.stages import STAGE_NAMES
from core.report.totals import report_numbers
from core.validation.progress import unfilled_in_words
from core.word.placeholders import UNFILLED
from core.word.report import stage_mark

_WEBSITE, _SIGNED, _DATE = "meta.website", "meta.sign_off", "meta.date"
LAST, CHANGE = "上年·", "增减·"
"""What stands before the name of a number for that of last year, and for how much it grew."""
COMPARED = "与上年·"
"""The same for both in words: 上年12件，减少5件."""

NO_LAST_YEAR = "—"
"""What stands for a number of last year where there is none to be had."""
NO_COMPARISON = "（没有上年数字）"
"""The same in a sentence."""

ADDRESSEE = "主送机关"
TEXTS = "文字"
"""The group of the placeholders that stand for texts."""
_SAME_SIGNS = str.maketrans({"・": "·", "•": "·", "‧": "·", "“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Known:
    """A placeholder.

    Attributes:
        name: What stands between 【 and 】.
        help: What is put there.
        group: Under which heading it is listed.
        code: For a number its code, for a sum the codes of its parts with blanks between; "" for anything else.
        unit: For a number its unit; "" for anything else.
    """

    name: str
    help: str
    group: str
    code: str = ""
    unit: str = ""


@cache
def known_placeholders(form: FormDefinition) -> tuple[Known, ...]:
    """Return all placeholders, group by group; not listed are those with 上年·, 增减· or 与上年· before a number."""
    return (*_facts(form), *_texts(form), *_numbers(form))


@lru_cache(maxsize=4096)
def spelling(name: str) -> str:
    """Return a name without what makes no difference: blanks, invisible signs, width, the look of dots and quotes."""
    seen = "".join(sign for sign in name.translate(_SAME_SIGNS) if unicodedata.category(sign) != "Cf")
    return "".join(unicodedata.normalize("NFKC", seen).split())


def number_units(form: FormDefinition) -> dict[str, str]:
    """Return the unit of each placeholder that stands for a number of the form, by its spelling."""
    units = {known.name: known.unit for known in _numbers(form)}
    units |= {label: units[name] for label, name in _printed_labels(form)}
    return {spelling(begin + name): unit for name, unit in units.items() for begin in ("", LAST, CHANGE, COMPARED)}


def paper_values(
    report: Report, result: CheckResult, *, today: date, last_year: Report | None
) -> dict[str, str | Number]:
    """Return what is put in place of every placeholder, by its spelling (see ``spelling``).

    A blank number or text is "", a section that must not be blank says so; what was refused stands as it was typed; a
    number of last year is — where there is none.
    """
    values: dict[str, str | Number] = {**_fact_values(report, result, today), **_text_values(report)}
    refused = {code: entry.text for code, entry in report.cells.items() if isinstance(entry, Refused)}
    figures = last_figures(last_year, report.form)[0] if last_year is not None else {}
    now, before = report_numbers(report), {code: figure.number for code, figure in figures.items()}
    for known in _numbers(report.form):
        codes = known.code.split()
        mine, theirs = _sum(codes, now), _sum(codes, before)
        values[known.name] = one_line(refused.get(known.code, "")) if mine is None else mine
        values[LAST + known.name] = NO_LAST_YEAR if theirs is None else theirs
        values[COMPARED + known.name] = _compared(mine, theirs, known.unit)
        is_both = mine is not None and theirs is not None
        values[CHANGE + known.name] = mine - theirs if is_both else NO_LAST_YEAR  # type: ignore[operator]
    by_spelling = {spelling(name): value for name, value in values.items()}
    for label, name in _printed_labels(report.form):
        for before_it in ("", LAST, CHANGE, COMPARED):
            by_spelling.setdefault(spelling(before_it + label), values[before_it + name])
    return by_spelling


def _compared(mine: Number | None, theirs: Number | None, unit: str) -> str:
    """Return last year's number and the change as a clause: 上年12件，减少5件."""
    if theirs is None:
        return NO_COMPARISON
    before = f"上年{format_number(theirs)}{unit}"
    if mine is None:
        return f"{before}，本年{UNFILLED}"
    if mine == theirs:
        return f"{before}，持平"
    more = Decimal(mine) - Decimal(theirs)
    return f"{before}，{'增加' if more > 0 else '减少'}{format_number(abs(more))}{unit}"


def _sum(codes: list[str], numbers: Mapping[str, Number]) -> Number | None:
    """Return the sum of numbers; None where one of them is missing."""
    found = [numbers.get(code) for code in codes]
    known = [number for number in found if number is not None]
    if len(known) < len(found):
        return None
    return known[0] if len(known) == 1 else sum(known[1:], known[0])


# ------------------------------------------------------------------ numbers


def _numbers(form: FormDefinition) -> Iterator[Known]:
    for table in form.tables.values():
        begin = _table_name(form, table)
        for code in table.cells:
            cell = form.cells[code]
            yield Known(f"{begin}·{cell.name}", "", f"{begin}　{table.name}", code, cell.unit)
        for label, rows in _groups(form, table):
            for column in table.columns.values():
                codes = [f"{table.id}.{row}.{column.key}" for row in rows]
                if all(code in form.cells for code in codes):
                    name = f"{begin}·{label}·{column.name}"
                    yield Known(name, "各行相加", f"{begin}　小计", " ".join(codes), form.cells[codes[0]].unit)
    for cell in form.cells.values():
        if not cell.table:
            yield Known(cell.name, "", "其他数字", cell.code, cell.unit)


def _table_name(form: FormDefinition, table: Table) -> str:
    """Return what a table is called for short, by the part it stands in: 表三."""
    return f"表{form.sections[table.section].title[0]}"


def _groups(form: FormDefinition, table: Table) -> Iterator[tuple[str, list[str]]]:
    """Yield what is printed over several rows, such as （三）不予公开, with these rows; no group with a total in it."""
    rows = {item.top: item.row_key for items in table.grid for item in items if item.row_key}
    entered = {form.cells[code].row for code in table.cells if not form.cells[code].is_derived}
    for items in table.grid:
        for item in items:
            if item.label and not (item.is_header or item.row_key):
                keys = [rows[top] for top in range(item.top, item.top + item.height)]
                if entered.issuperset(keys):
                    yield item.label, keys


def _printed_labels(form: FormDefinition) -> Iterator[tuple[str, str]]:
    """Yield each number as the official form prints row and column, with the name it has here."""
    for table in form.tables.values():
        begin = _table_name(form, table)
        for code in table.cells:
            cell = form.cells[code]
            row, column = table.rows[cell.row].label, table.columns[cell.column].label
            yield f"{begin}·{row}·{column}", f"{begin}·{cell.name}"


# ------------------------------------------------------------------ texts


def _texts(form: FormDefinition) -> Iterator[Known]:
    for text in form.texts.values():
        if not text.section:
            yield Known(text.name, f"{text.name}全文", TEXTS)
    for section in form.sections.values():
        yield Known(section.name, f"“{section.title}”的全部文字，不含表", TEXTS)
        codes = form.texts_of(section.key)
        for code in codes if len(codes) > 1 else ():
            yield Known(f"{section.name}·{form.texts[code].name}", "这一段的文字", TEXTS)


def _text_values(report: Report) -> dict[str, str]:
    form, shown = report.form, shown_report(report)
    texts = {code: "\n".join(shown.texts.get(code, ())) for code in form.texts}
    values = {text.name: texts[text.code] for text in form.texts.values() if not text.section}
    for section in form.sections.values():
        values[section.name] = _section(form, section, texts) or (UNFILLED if section.is_demanded else "")
        for code in section.contents:
            if code in form.texts:
                values[f"{section.name}·{form.texts[code].name}"] = texts[code]
    return values


def _section(form: FormDefinition, section: Section, texts: Mapping[str, str]) -> str:
    """Return all that is written in a section, with the sub-headings of what is there."""
    lines: list[str] = []
    for code in section.contents:
        if texts.get(code):
            lines += filter(None, (form.texts[code].heading, texts[code]))
    return "\n".join(lines)


# ------------------------------------------------------------------ everything else

_OTHERS = (
    ("年度", "报告年度，只有数字，例如 2025", "单位和报告"),
    ("上年度", "报告年度的上一年，只有数字", "单位和报告"),
    ("下年度", "报告年度的下一年，只有数字", "单位和报告"),
    ("今天", "生成材料的日期，例如 2026年1月12日", "日期"),
    ("定稿日期", "生成定稿的日期", "日期"),
    ("公布日期", "登记的公布日期", "日期"),
    ("登记的公布网址", "登记公布时写的网址；还没有登记的，是基本信息中的公布网址", "日期"),
    ("最近送审日期", "最近一稿送审稿的日期", "日期"),
    ("结论", "填写中、有错误、待核实或可送审", "检查"),
    ("错误数", "错误的个数", "检查"),
    ("疑点数", "疑点的个数，含已说明的", "检查"),
    ("待核实疑点数", "没有核实或说明的疑点个数", "检查"),
    ("提示数", "提示的个数", "检查"),
    ("未填", "还有多少没有填，例如 6格；没有为0格", "检查"),
    ("错误清单", "错误逐条列出", "检查"),
    ("疑点清单", "疑点逐条列出，已说明的附说明", "检查"),
    ("提示清单", "提示逐条列出", "检查"),
    ("送审次数", "送审稿共有几稿", "送审"),
    ("送审记录", "每一稿的日期、校验码、退回人和退回日期，逐条列出", "送审"),
    ("退回意见", "全部退回意见和处理，逐条列出", "送审"),
)


def _facts(form: FormDefinition) -> Iterator[Known]:
    listed = {placeholder.name for placeholder in placeholders()}
    yield from (Known(p.name, p.help, "审签单也用的") for p in placeholders())
    for field in form.meta.values():
        if field.name not in listed and not field.is_hidden:
            more = "；没有填写的是填报单位" if field.code == _SIGNED else ""
            yield Known(field.name, f"基本信息中的{field.name}{more}", "单位和报告")
    yield from (Known(*other) for other in _OTHERS)


def _fact_values(report: Report, result: CheckResult, today: date) -> dict[str, str | Number]:
    status = report.status
    fields = {field.name: one_line(report.meta.get(code, "")) for code, field in report.form.meta.items()}
    shown = shown_report(report)
    fields[report.form.meta[TITLE].name] = shown.title
    fields[report.form.meta[_DATE].name] = shown.others.get(_DATE, "")
    fields[ADDRESSEE] = without_colon(fields[ADDRESSEE])
    signed = report.form.meta[_SIGNED].name
    fields[signed] = fields[signed] or one_line(report.unit)
    sent = [made for made in report.rounds if made.number]
    years = {name: str(report.year + more) if report.year else "" for name, more in _YEARS}
    values: dict[str, str | Number] = {
        **fields,
        **years,
        **signoff_values(report, result, today=today, stage=stage_word(report)),
        "今天": day_in_words(today),
        "定稿日期": iso_in_words(status.get("locked_on", "")),
        "公布日期": iso_in_words(status.get("published_on", "")),
        "登记的公布网址": one_line(status.get("published_url", "") or report.meta.get(_WEBSITE, "")),
        "最近送审日期": iso_in_words(sent[-1].date) if sent else "",
        "结论": result.verdict,
        "待核实疑点数": len(result.open_warnings),
        "未填": unfilled_in_words(report, result) or "0格",
        "送审次数": len(sent),
        "送审记录": _rounds(report),
        "退回意见": _remarks(report),
    }
    for level, name in LEVEL_NAMES.items():
        values[f"{name}数"] = result.count(level)
        listed = [finding for finding in result.findings if finding.level == level]
        reasons = [f"——说明：{one_line(f.explained.reason)}" if f.explained else "" for f in listed]
        lines = [f"{n}.{one_line(f.message)}{r}" for n, (f, r) in enumerate(zip(listed, reasons, strict=True), 1)]
        values[f"{name}清单"] = "\n".join(lines) or "无"
    return values


_YEARS = (("年度", 0), ("上年度", -1), ("下年度", 1))


def stage_word(report: Report) -> str:
    """Return what the report is called now: 草稿, 送审稿第N稿 while that is on its way, or 定稿."""
    if report.status.get("locked_on"):
        return STAGE_NAMES["final"]
    sent = round_on_its_way(report)
    return stage_mark("review", sent.number) if sent else STAGE_NAMES["draft"]


def _rounds(report: Report) -> str:
    lines = []
    for made in report.rounds:
        back = f"，{one_line(made.returned_by)}{iso_in_words(made.returned_on)}退回" if made.returned_on else ""
        sent = f"{iso_in_words(made.date)}送审，" if made.number else ""
        lines.append(f"{made.short_name}：{sent}校验码{made.checksum}{back}")
    return "\n".join(lines) or "无"


def _remarks(report: Report) -> str:
    remarks = [remark for made in report.rounds for remark in made.remarks]
    lines = []
    for number, remark in enumerate(remarks, 1):
        answer = (remark.answer or "未处理") + (f"：{one_line(remark.reason)}" if remark.reason else "")
        lines.append(f"{number}.{one_line(remark.text)}——{answer}")
    return "\n".join(lines) or "无"
