"""Names that the unit had before, left in the texts: the lead and its standard sentences hold the whole name (N-10)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from core.base.patterns import pattern
from core.checks.findings import Finding, Place
from core.checks.rules import CheckContext
from core.report.former_units import former_units
from core.report.linked_text import literal
from core.report.report import Report
from core.report.same_unit import is_said_same
from core.texts.language.phrases import ALIAS, FULL_NAME
from core.texts.rules.views import Span, places, sentence_around, typed_texts

VARIANT = "former"
_AUTHOR = pattern(
    r"(?:^|(?<=[，。；：\n由])|(?<=现公布)|(?<=现发布)|(?<=现将))[ \u3000]*"
    r"(?P<name>[\u4e00-\u9fff]{4,30}?[局委厅会办室处])"
    r"(?=(?:编制|编写|组织编制|20\d\d年(?:度)?政府信息公开|本年度政府信息公开))"
)
"""(云岭县林业局)编制本年度报告, 现公布(云岭县林业局)2026年政府信息公开…"""
_TOLD_AS_FORMER = pattern(
    "更名|改名|改称|名称(?:变更|更改|调整)|变更为|更改为|组建|挂牌|整合|划转|划入|撤销|机构改革|前身|合并|职责"
)
"""What tells of the old name as of an old one."""
_BEFORE = ("原", "原来的", "前", "（原", "(原", "《")
_TITLES = pattern("《[^《》]*》")
_OFFICE = pattern("(?:局|委|委员会|厅|办|办公室|中心|队|院|所|站|馆|社|会|处)$")
"""How a name ends that is one within its place too: 县林业局; no 县人民政府."""
_WITHIN = pattern("^[\u4e00-\u9fff]{2,}[省市县区州盟旗镇乡](?![场政容民域村])")
"""云岭县 of 云岭县林业局, and of 云岭县市场监督管理局."""
_OURS = pattern(
    "(?:^|(?<=[，。；：、（(“”！？\n \u3000])|[由经向对在是为到以被将把给从我本]|"
    "20\\d\\d年度?|[今全本]年|年[内来]|本年度|以来|期间)$"
)
"""What stands before the name of the unit within a sentence; 配合县林业局 speaks of another, 大河县林业局 too."""
_OTHERS = pattern(
    "(?:[省市州区]|邻|外|兄弟|友|其他|各)、$|(?:转|移|送|报|抄|配合|联合|协助|支持|协调)[^，。；：]{0,4}(?:给|到|由)$"
)
"""(省、市、)县林业局; 移送给县林业局"""
_BEHIND = pattern(
    "(?:、[^，。；：]{2,12}[局委办]){2,}|等(?:[^，。；：]{0,4})(?:部门|单位)|（原|[\u4e00-\u9fff]{1,6}(?:分局|支局|工作站)"
)
"""县林业局(等5个部门): told as one of several."""
_SHORTEST = 3
_NEAR = 8
_SHORTEST_GAP = 2
_LINES = ("meta.title", "meta.sign_off")
_LEFT_OUT = ("人民",)
"""What everyday names of a government and its office leave out."""


def former_names(context: CheckContext) -> Iterator[tuple[str, list[str], list[Place]]]:
    """Yield each old name that the texts still hold as the present one, or its short form.

    Yields:
        The name, what the texts hold of name and short form, and the places of both in reading order.
    """
    unit, texts = context.report.unit, typed_texts(context)
    if not unit:
        return
    names = [*former_units(context.report), *_of_last_year(context), *_leading(texts.get("lead", ""), unit)]
    for name in dict.fromkeys(names):
        if name in unit:
            continue
        found: list[Place] = []
        held: dict[str, None] = {}
        short = _short_forms(name, unit)[0]
        is_short = bool(short) and not any(_is_explained(text, short) for text in texts.values())
        for code, text in texts.items():
            spots = _spots(text, name, unit) if name in text and not _is_explained(text, name) else []
            spots += _short_spots(text, short, name, unit) if is_short and short in text else []
            held |= dict.fromkeys(spot.what for spot in spots)
            found += places(context, code, sorted(spots, key=attrgetter("start"))) if spots else []
        if found:
            yield name, sorted(held, key=len, reverse=True), found


def renamed_texts(report: Report, finding: Finding) -> dict[str, str]:
    """Return the texts of a finding on an old name with the present one, by code; nothing for another finding.

    A short form gets the short form of the present one (县林业局, 县林业和草原局).
    A title and a signature that hold the old name too come with them.
    """
    former = str(finding.values.get("former", "")) if finding.variant == VARIANT else ""
    short, new_short = _short_forms(former, report.unit)
    present = {former: report.unit, short: new_short}
    texts: dict[str, str] = {}
    for code, start, end in sorted(finding.places, reverse=True):
        text = texts.get(code, report.texts.get(code, ""))
        name = present.get(text[start:end], "")
        if former and name:  # else it was changed meanwhile
            texts[code] = text[:start] + literal(name) + text[end:]
    lines = {code: report.meta.get(code, "") for code in _LINES} if texts else {}
    is_old = {code: former in line and report.unit not in line for code, line in lines.items()}
    return texts | {code: line.replace(former, report.unit) for code, line in lines.items() if is_old[code]}


def _spots(text: str, name: str, unit: str) -> list[Span]:
    """Return where a text holds a name as the unit's: not within its present one, a title, or told as the old one."""
    titles = [match.span() for match in _TITLES.finditer(text)]
    wholes = [(at, at + len(unit)) for at in _starts(text, unit)]
    spots = []
    for at in _starts(text, name):
        end = at + len(name)
        is_within = any(start <= at and end <= last for start, last in (*titles, *wholes))
        if is_within or text[:at].endswith(_BEFORE) or _TOLD_AS_FORMER.search(sentence_around(text, at, end)):
            continue
        spots.append(Span(at, end, name))
    return spots


def _short_forms(name: str, unit: str) -> tuple[str, str]:
    """Return what an old name and the present one are called within their place; "" where that is no name."""
    place, ours = _WITHIN.match(name), _WITHIN.match(unit)
    if not place or not ours or place[0] != ours[0] or not _OFFICE.search(name) or not _OFFICE.search(unit):
        return "", ""
    old, new = (one[place.end() - 1 :] for one in (name, unit))
    return (old, new) if len(old) >= _SHORTEST and old not in new else ("", "")


def _short_spots(text: str, short: str, name: str, unit: str) -> list[Span]:
    """Return where a text holds the short form of an old name for the unit itself, and for no other office."""
    wholes = [(at, at + len(name)) for at in _starts(text, name)]
    return [
        spot
        for spot in _spots(text, short, unit)
        if not any(start <= spot.start < end for start, end in wholes)
        and _OURS.search(text, max(spot.start - _NEAR, 0), spot.start)
        and not _OTHERS.search(text, max(spot.start - _NEAR, 0), spot.start)
        and not _BEHIND.match(text, spot.end)
    ]


def _starts(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _is_explained(text: str, name: str) -> bool:
    return any(match[1].strip() == name for match in ALIAS.finditer(text))


def _of_last_year(context: CheckContext) -> tuple[str, ...]:
    """Return the name in last year's report, where that is said to be of this unit or looks like it."""
    last, report = context.last_year, context.report
    if last is None or not last.unit or last.unit == report.unit:
        return ()
    is_ours = is_said_same(report, last.unit) or _is_older(last.unit, report.unit)
    return (last.unit,) if is_ours else ()


@lru_cache(maxsize=64)
def _leading(lead: str, unit: str) -> tuple[str, ...]:
    """Return the names that a lead has in place of the unit's, and that lack one part of it."""
    found = [match["name"] for match in _AUTHOR.finditer(lead)]
    return tuple(name for name in found if _is_older(name, unit))


def _is_older(name: str, unit: str) -> bool:
    """Whether a name is the unit's without one part of it: 林业局 of 林业和草原局; 卫健局 is short."""
    gap = len(unit) - len(name)
    place, ours = FULL_NAME.match(name), FULL_NAME.match(unit)
    if gap < _SHORTEST_GAP or name in unit or not place or not ours or place[0] != ours[0]:
        return False
    same = next((i for i, (a, b) in enumerate(zip(name, unit, strict=False)) if a != b), len(name))
    at = next((i for i in range(same, 1, -1) if name[i:] == unit[i + gap :]), 0)
    return bool(at) and unit[at : at + gap] not in _LEFT_OUT
