"""Finds fixed strings that are almost right, by edit distance: names of documents, document numbers, names of units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.rules.views import Span

TITLES = (
    "中华人民共和国政府信息公开条例",
    "中华人民共和国政府信息公开工作年度报告格式",
    "政府信息公开信息处理费管理办法",
)
"""Titles that reports cite, without the office before them."""
OFFICE = "国务院办公厅政府信息与政务公开办公室"
"""Who issued the notice on the format."""

_SHORT_TITLE = "政府信息公开条例"
_MAY_LACK = {
    TITLES[0]: ("政府",),
    TITLES[1]: ("政府", "工作", "年度", "格式"),
    TITLES[2]: ("政府", "信息", "公开", "管理"),
    _SHORT_TITLE: ("政府",),
}
"""Titles, and the words that a short form leaves out of them; 《政府信息条例》 is none."""

_MOST = 2
_QUOTED = pattern(r"[《〈]\s*([^《》〈〉\n]{6,40}?)\s*[》〉]")
_OFFICE = pattern(r"国务院办公厅[^，。；《》、\n]{4,14}?办公[室厅]")
_CITED = pattern(r"([\u4e00-\u9fff]{2,8})\s*〔(\d{4})〕\s*(\d{1,4})\s*号")
_OF_STATE = pattern(r"国[\u4e00-\u9fff]{1,6}$")
_NAMED_BESIDE = pattern("年度报告格式|信息处理费")
_AROUND = 40
"""How far from a document number what it is on may be named."""
_FEE_NUMBER = pattern(r"[《〈](?P<title>[^《》〈〉\n]{4,40})[》〉]\s*[（(]\s*国办函〔2020〕109号")
_OTHER_KIND = {"局": "厅", "厅": "局"}
"""江州市生态环境厅 for 局: no place has both."""
_LEFT_OUT = frozenset("和与及的市县区省州镇乡")
"""Characters that a short form of a unit's name leaves out."""
_SHORTEST_NAME, _LONGEST_NAME = 5, 100
"""Of a unit: names are compared sign by sign with each place of a text, which takes for ever with endless ones."""


def distance(one: str, other: str) -> int:
    """Return how many characters to replace, insert, leave out or swap with the next make one of two short texts."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_slip(said: str, name: str, most: int = _MOST) -> bool:
    """Whether a text is a name with up to ``most`` slips; a name that only leaves something out is a short form."""
    if abs(len(said) - len(name)) > most or len(set(said) ^ set(name)) > 2 * most:
        return False  # so many slips at least, told without comparing sign by sign
    if _leaves_out(said, name):
        return name in _MAY_LACK and not _is_short_form(said, name)
    return distance(said, name) <= most


def _is_short_form(said: str, name: str) -> bool:
    """Whether a title lacks no more than one of the words that may be left out of it; 年报 is short for 年度报告."""
    said = said.replace("年报", "年度报告") if name == TITLES[1] else said
    cut = {
        name[:i] + name[i + len(word) :]
        for word in _MAY_LACK[name]
        for i in range(len(name))
        if name.startswith(word, i)
    }
    return said == name or said in cut


def _leaves_out(said: str, name: str) -> bool:
    rest = iter(name)
    return all(char in rest for char in said)


@lru_cache(maxsize=256)
def wrong_names(text: str) -> tuple[Span, ...]:
    """Return names of documents and of the office behind them that are almost right."""
    found: list[Span] = []
    for match in _QUOTED.finditer(text):
        said = re.sub(r"\s", "", match[1])
        right = next((name for name in TITLES if is_slip(said, name)), "")
        if said != _SHORT_TITLE and is_slip(said, _SHORT_TITLE, 2 if _leaves_out(said, _SHORT_TITLE) else 1):
            right = _SHORT_TITLE
        if right:
            found.append(Span(*match.span(1), f"“{said}”应为“{right}”"))
    found += [
        Span(*match.span("title"), f"“{match['title']}”应为“{TITLES[2]}”")
        for match in _FEE_NUMBER.finditer(text)
        if "处理费" in match["title"] and match["title"] not in TITLES[2] and not is_slip(match["title"], TITLES[2])
    ]
    offices = [match for match in _OFFICE.finditer(text) if is_slip(match[0], OFFICE)]
    return (*found, *(Span(*match.span(), f"“{match[0]}”应为“{OFFICE}”") for match in offices))


@lru_cache(maxsize=256)
def wrong_numbers(text: str, known: tuple[tuple[str, str, str], ...]) -> tuple[Span, ...]:
    """Return document numbers whose year and number are those of a known one, its office almost (国办公开办涵)."""
    found: list[Span] = []
    for match in _CITED.finditer(text) if "〔" in text else ():
        for office, year, number in known:
            if (match[2], match[3]) != (year, number) or match[1].endswith(office):
                continue
            tails = [match[1][-length:] for length in range(len(office) - 1, len(office) + 2)]
            near = [tail for tail in tails if tail[:1] == office[0] and distance(tail, office) <= 1]
            beside = text[max(match.start() - _AROUND, 0) : match.end() + _AROUND]
            of_state = _OF_STATE.search(match[1])
            if not near and of_state and _NAMED_BESIDE.search(beside):
                near = [of_state[0]]  # 国办发〔2021〕30号
            if near:
                start = match.end(1) - len(near[-1])
                found.append(Span(start, match.end(), f"“{text[start : match.end()]}”应为{office}〔{year}〕{number}号"))
    return tuple(found)


_KIND = pattern("(?<=[省市县区州盟旗])[^省市县区州盟旗分]{5,}(?:局|委员会|厅)$")
_TELLS_APART = pattern("[一二三四五六七八九十东西南北中上下前后左右大小新老甲乙丙]")
"""第一…局, 第二…局: two offices whose names differ by one sign."""


@lru_cache(maxsize=256)
def misspelt_unit(text: str, unit: str, *, is_lead: bool) -> tuple[Span, ...]:
    """Return where the name of the unit is written with one slip.

    One character replaced by another may be the name of another office, of which only a lead, or the begin of a text,
    would hardly speak.
    """
    other = _OTHER_KIND.get(unit[-1:])
    if other and len(unit) > _SHORTEST_NAME and unit[:-1] + other in text:
        start = text.index(unit[:-1] + other)
        return (Span(start, start + len(unit), unit[:-1] + other),)
    if not _SHORTEST_NAME <= len(unit) <= _LONGEST_NAME or not (unit[:2] in text or unit[-3:] in text):
        return ()
    return tuple(_near(text, unit, is_lead=is_lead))


def _near(text: str, unit: str, *, is_lead: bool) -> Iterator[Span]:
    seen = -1
    for match in re.finditer(f"{re.escape(unit[:2])}|{re.escape(unit[-3:])}", text):
        if text.startswith(unit, match.start()) or text.startswith(unit, match.end() - len(unit)):
            continue
        for length in (len(unit), len(unit) - 1, len(unit) + 1):
            start = match.start() if match[0] == unit[:2] else match.end() - length
            said = text[max(start, 0) : start + length]
            if start <= seen or said == unit or len(said) != length or said[-1] != unit[-1] or said[0] != unit[0]:
                continue
            around = text[max(start - 1, 0) : start + length + 1]
            if (
                unit in around
                or "\n" in said
                or distance(said, unit) != 1
                or not _is_misspelt(said, unit, is_lead or start == 0 or _is_line(text, start, start + length))
            ):
                continue
            seen = start
            yield Span(start, start + length, said)
            break


def _is_line(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a line of its own, as a signature is."""
    return text[start - 1 : start] == "\n" and text[end : end + 1] in ("", "\n")


def _is_misspelt(said: str, unit: str, is_lead: bool) -> bool:
    if len(said) == len(unit):
        return is_lead or sorted(said) == sorted(unit) or _is_slip_in_kind(said, unit)
    longer, shorter = sorted((said, unit), key=len, reverse=True)
    extra = next((a for a, b in zip(longer, f"{shorter}\0", strict=True) if a != b), "")
    return extra not in _LEFT_OUT and bool(re.fullmatch(r"[\u4e00-\u9fff]+", said))


def _is_slip_in_kind(said: str, unit: str) -> bool:
    """Whether a sign of what a bureau is for is another one: 自然资源和规化局, as no office beside it is called."""
    kind = _KIND.search(unit)
    at = next((i for i, (a, b) in enumerate(zip(said, unit, strict=True)) if a != b), 0)
    return kind is not None and kind.start() <= at < len(unit) - 1 and not _TELLS_APART.search(said[at] + unit[at])
