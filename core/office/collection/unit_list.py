"""名单.xlsx: the units that report to this office, and how a name in a report is set against it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from pathlib import Path

from core.base import archive_limits
from core.base.errors import ErrorText
from core.base.radicals import without_radicals
from core.base.short_texts import some_of
from core.draft import workbook as drafts
from core.office.collection import not_a_list
from core.office.register import closing_rows

NAME = "单位全称"
COLUMNS = ("序号", NAME, "单位类型", "应报", "计入汇总", "联系人", "电话", "备注")
"""The headers of the list, in their order."""

MORE_COLUMNS = ("公布日期", "公布网址")
"""Headers that a list may have besides: where and when a unit published."""

YES, NO, APART = "是", "否", "另行说明"
"""What stands below 计入汇总; below 应报 the first two."""

_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
"""White space, and signs that make no mark of their own but make two names of one."""

_NO_NAMES = ErrorText(
    "“{name}”不能用作名单：没有找到“单位全称”一栏。",
    "请在第一张表中写一行表头：序号、单位全称、单位类型、应报、计入汇总、联系人、电话、备注，每个单位一行。",
)
_EMPTY = ErrorText("名单“{name}”中一个单位也没有。", "请在“单位全称”下面每行写一个单位。")
_UNCLEAR = ErrorText("名单“{name}”{rows}，看不出是哪一种，没有猜。", "请在名单中改为{choices}，保存后再试一次。")
_TWICE = ErrorText(
    "名单“{name}”第{row}行的“{unit}”前面已有一行，“应报”或“计入汇总”写得不同。", "请每个单位只留一行，保存后再试一次。"
)
_OTHER_HEADS = {"单位名称": NAME, "单位类别": "单位类型", "类型": "单位类型", "联系电话": "电话"}
_SHORT_HEAD = "单位"
"""A header that may as well stand above 人, 件 or 元: it is that of the names where names stand below it."""

_UNIT_END = re.compile("(?:[局委办部厅室心处府会馆院社站队所校团区镇乡]|街道|公司|集团|联社|银行)$")
_IN_SUM = re.compile("[计纳列]入|汇总")
"""What a header speaks of that says whether a unit is added up; one that is not understood must not be passed over."""

_PLACE = re.compile("[省市县区州旗盟]")
_KIND = re.compile(
    "(?:管理|服务)?(?:局|委员会|委|办公室|办|中心|(?:街道)?办事处|(?:民族)?[乡镇]?(?:人民)?政府|有限(?:责任)?公司)$"
)
"""How the names of most units end: it tells none from another."""

_JOINT = re.compile("(?:[局委办部会馆院室心处府]|公司)[、，,；;/／](?=.*(?:[局委办部会馆院室心处府]|公司)$)")
"""Between two units that stand in one line."""
_ONE_LINE = "名单这一行像是几个单位，现按一个单位计；是几个单位的请分行写"
_COUNT = re.compile(r"(?:以上)?共?\d+[家个](?:单位)?")
_YES = {YES, "应报", "计入", "√", "1", "y", "yes"}
_NO = {NO, "不", "不报", "不计", "不计入", "×", "x", "0", "n", "no"}
_CHOICES = {"应报": (YES, NO), "计入汇总": (YES, NO, APART)}
_MOST_HEADER_ROWS = 20
_LEFT_OUT = "名单中不是单位的行没有计入：{rows}。"
_STRUCK = "名单中划了删除线的单位没有计入：{rows}。"
_HIDDEN = "名单中隐藏的行照常计入，请核对：{rows}。"
_STRUCK_ANSWER = "{text}（划了删除线）"
_NO_LIST = ErrorText(
    "“{name}”是{kind}，不是名单。", "请选应报单位的名单（.xlsx），其中有“单位全称”一栏，每个单位一行。"
)
_MOST_NAMED = 8
_LONGEST_NAMED = 20
_Cells = Mapping[tuple[int, int], "drafts.raw_workbook.RawCell"]


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A unit of the list.

    Attributes:
        name: Its full name as written.
        unit_type: As written; "" for blank.
        must_report: Whether a report is expected; yes where nothing is said.
        counts: ``YES``, ``NO`` or ``APART``: whether its numbers are added up; "" where nothing is said.
    """

    name: str
    unit_type: str = ""
    must_report: bool = True
    counts: str = ""
    contact: str = ""
    phone: str = ""
    note: str = ""
    published_on: str = ""
    published_url: str = ""


@dataclass(frozen=True, slots=True)
class UnitList:
    """What was read of a list.

    Attributes:
        units: Its units, in its order.
        left_out: Chinese sentences about the rows that are no units, totals and who filled it in, about those that
            are struck out, and about hidden ones, which count; "" for none.
    """

    units: tuple[ListedUnit, ...]
    left_out: str = ""


def plain_name(name: str) -> str:
    """Return a name as it is compared: no blanks and nothing unseen, marks of one width, characters for radicals."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", without_radicals(name)))


def types_in(units: Iterable[ListedUnit] | None) -> dict[str, str]:
    """Return the type of each unit of a list, by plain name; without those of which it says nothing."""
    return {plain_name(unit.name): unit.unit_type for unit in units or () if unit.unit_type}


def nearest(name: str, names: Iterable[str], least: int) -> str:
    """Return the name that is most like another one, from a likeness of ``least`` percent; "" for none.

    What tells units from one another must be alike too, not only the place and how most names end.
    """
    plain = plain_name(name)
    best, found = least / 100, ""
    for other in names:
        matcher = SequenceMatcher(None, plain, plain_name(other), autojunk=False)
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best or matcher.ratio() <= best:
            continue
        if _tells_alike(plain, plain_name(other), least):
            best, found = matcher.ratio(), other
    return found


def _tells_alike(one: str, other: str, least: int) -> bool:
    """Whether two names are alike but for the place that both begin with, and how they end."""
    shared = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    places = [match.end() for match in _PLACE.finditer(shared)]
    start = places[-1] if places else 0
    short, long = sorted((_KIND.sub("", name[start:]) for name in (one, other)), key=len)
    if short == long or (len(short) > 1 and long.endswith(short)):
        return True  # as where the place is left out
    if len(short) == len(long) == 2:  # 水力 for 水利; but 财政 is not 民政
        return short[0] == long[0]
    return SequenceMatcher(None, short, long, autojunk=False).ratio() * 100 >= least


def read_unit_list(path: Path) -> UnitList:
    """Read a list; a unit that stands there twice is taken once, totals and what is struck out are left out.

    Raises:
        ReportError: The file cannot be read, is a report or a register, has no column of names or no unit, says
            neither yes nor no, or says both of one unit.
    """
    workbook = drafts.raw_workbook.read_workbook(archive_limits.checked_workbook_bytes(path), path)
    kind = not_a_list.what_it_is(workbook, path)
    if kind:
        raise _NO_LIST.of(path, kind=kind)
    for title, cells in workbook.sheets.items():
        header = _header(cells) if title not in workbook.hidden else None
        if header is not None:
            found = _units(cells, *header, path, workbook.unseen[title][0] if title in workbook.unseen else ())
            if not found.units:
                raise _EMPTY.of(path)
            return found
    raise _NO_NAMES.of(path)


def _header(cells: _Cells) -> tuple[int, dict[str, int]] | None:
    """Return the row of the header and the column of each of its labels; None where there is none."""
    for row in sorted({row for row, _ in cells})[:_MOST_HEADER_ROWS]:
        texts = {column: plain_name(cell.text) for (r, column), cell in cells.items() if r == row}
        found = {_label(text): column for column, text in texts.items()} | {t: column for column, t in texts.items()}
        short = found.get(_SHORT_HEAD)
        if NAME not in found and short is not None and _holds_names(cells, row, short):
            found[NAME] = short
        if NAME in found:
            return row, {label: found[label] for label in (*COLUMNS, *MORE_COLUMNS) if label in found}
    return None


def _holds_names(cells: _Cells, top: int, column: int) -> bool:
    """Whether most of what stands in a column ends like the name of a unit."""
    texts = [plain_name(cell.text) for (row, c), cell in cells.items() if c == column and row > top]
    texts = [text for text in texts if text not in ("", _SHORT_HEAD)]
    return 2 * sum(len(text) > 1 and bool(_UNIT_END.search(text)) for text in texts) > len(texts)


def _label(text: str) -> str:
    """Return the header that a plain text means: 是否应报, 单位名称, 计入汇总(是/否) are read as well."""
    plain = text.partition("(")[0].removeprefix("是否")
    return "计入汇总" if _IN_SUM.search(plain) else _OTHER_HEADS.get(plain, plain)


def _units(cells: _Cells, top: int, columns: Mapping[str, int], path: Path, hidden: Collection[int] = ()) -> UnitList:
    units: dict[str, ListedUnit] = {}
    left_out, struck, unseen = [], [], []
    unclear: dict[str, str] = {}
    firsts = {row: cell.text for (row, _), cell in sorted(cells.items(), reverse=True) if cell.text.strip()}
    for row in sorted({row for row, _ in cells if row > top}):
        texts = {label: _text(cells[row, c], label) for label, c in columns.items() if (row, c) in cells}
        name = "".join(texts.get(NAME, "").split())
        shown = (firsts.get(row, ""), name)
        closing = next((t for t in shown if closing_rows.is_total(t) or closing_rows.is_footer(t)), "")
        if not closing and (_COUNT.fullmatch(plain_name(name)) or _label(plain_name(name)) in (NAME, _SHORT_HEAD)):
            closing = name  # 共25家, or the header once more
        if closing:
            left_out.append(f"第{row + 1}行“{' '.join(closing.split())[:_LONGEST_NAMED]}”")
            continue
        if not name:
            gone = cells[row, columns[NAME]].struck if (row, columns[NAME]) in cells else ""
            struck += [f"第{row + 1}行“{' '.join(gone.split())[:_LONGEST_NAMED]}”"] if gone.strip() else []
            continue
        unseen += [f"第{row + 1}行“{name[:_LONGEST_NAMED]}”"] if row in hidden else []
        if _JOINT.search(name):
            texts["备注"] = "；".join(filter(None, (texts.get("备注", ""), _ONE_LINE)))
        must, counts = (_answer(texts, column, row, unclear) for column in _CHOICES)
        unit = ListedUnit(
            name,
            texts.get("单位类型", ""),
            must != NO,
            counts,
            texts.get("联系人", ""),
            texts.get("电话", ""),
            texts.get("备注", ""),
            texts.get("公布日期", ""),
            texts.get("公布网址", ""),
        )
        same = units.setdefault(plain_name(name), unit)
        if (same.must_report, same.counts) != (unit.must_report, unit.counts):
            raise _TWICE.of(path, row=row + 1, unit=name)
    if unclear:
        named = some_of(list(unclear), _MOST_NAMED, between="，")
        choices = "；".join(f"{column}写{'、'.join(_CHOICES[column])}" for column in dict.fromkeys(unclear.values()))
        raise _UNCLEAR.of(path, rows=named, choices=choices)
    said = ((_LEFT_OUT, left_out), (_STRUCK, struck), (_HIDDEN, unseen))
    told = "".join(sentence.format(rows=some_of(rows, _MOST_NAMED)) for sentence, rows in said if rows)
    return UnitList(tuple(units.values()), told)


def _text(cell: drafts.raw_workbook.RawCell, label: str) -> str:
    """Return what a cell of the list says: a choice that is struck out is not the one that a blank stands for."""
    text = " ".join(cell.text.split())
    return _STRUCK_ANSWER.format(text=cell.struck.strip()) if label in _CHOICES and cell.struck and not text else text


def _answer(texts: Mapping[str, str], column: str, row: int, unclear: dict[str, str]) -> str:
    """Return one of the choices of a column, or "" for a blank; anything else, 否（待定） too, is noted as unclear."""
    text = texts.get(column, "")
    plain = plain_name(text).lower()
    if plain in _YES:
        return YES
    if plain in _NO:
        return NO
    if plain in _CHOICES[column]:
        return plain
    if plain:
        unclear[f"第{row + 1}行“{column}”写的是“{text[:_LONGEST_NAMED]}”"] = column
    return ""
