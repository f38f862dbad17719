"""Finds totals that differ from their parts inside a text, without knowing what is counted.

Total before its parts: 公开信息284条，其中机构职能类46条、政策文件类73条、其他37条.
Total behind its parts: 行政许可126件、行政处罚88件，以上合计214件.
All and what is left: 复议案件8件，审结6件，尚未审结1件.

What is not understood is left alone: parts may be less than their total unless the list is closed (其他37条, 分别为),
another number of the frame may be the total meant, and a number behind 增加, 较上年 or 含 is no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.numbers import NUMERALS, han_number, plain_text

_UNITS = "件次|人次|期次|场次|件|条|篇|期|场|个|次|份|宗|例|户|名|家|项|处|起|批|册|部|万元|元|人"
_NUMBER = pattern(
    rf"(?=[\d{NUMERALS}])(?:(?P<arabic>(?<![\d.])\d{{1,3}}(?:[,，]\d{{3}})+|(?<![\d.])\d{{1,12}}(?:\.\d{{1,6}})?)(?P<ten_thousand>万(?!元))?|(?P<han>(?<![第\d.{NUMERALS}])[{NUMERALS}]++))"
    rf"(?P<rough>余|多|来|左右)?(?P<unit>{_UNITS})(?!月|工作日|分(?!别)|号|百分点|相加|共|[\u4e00-\u9fff]{{0,4}}(?:合计|总计|共计))"
)
_DIGIT = pattern(rf"\d|[{NUMERALS}][{_UNITS.replace('|', '')}]")
_FRAME = pattern(r"[^。！？\n]+")
"""A sentence; a list may also begin the one behind it (…345条。其中：…)."""
_TOTAL = pattern(
    r"^(?:以上|上述|三者|两者|[两三四五六七八九](?:个|项|大?类|种|者|方面|部分)[\u4e00-\u9fff]{0,4}?|前述|应?办理?的?|需办理?的?|全年|年内|，)*(?:共计|合计|总计|总共|一共|共|累计)(?:为|有|是|办理|收到|受理|评估|清理|审查|检查|发布|公开|制发|接收|答复)*$"
)
_SURE_TOTAL = pattern("合计|总计|共计|一共")
_SURE_LIST = pattern("分别|季度[^季]*季度|上半年[^。]*下半年")
"""Parts that are the whole: 一季度42条、二季度51条……全年共200条."""
_LISTS = pattern("其中|包括|包含|主要|涉及|涵盖|分|具体|：|（")
_OPENING = pattern(
    r"(?<=[件条篇期场个次份宗例户名家项处起批])(?:[^，；：。、（）\d]{0,8})中[，：]|(?:^|[，；。：（])(?:其中|包括|包含|主要(?:包括|有|是|为)|涉及|涵盖|分为|分别为|分别是|具体为|具体包括)[：，]?|(?<=[件条篇期场个次份宗例户名家项处起批])分别(?:为|是)：?|：|(?<=[件条篇期场个次份宗例户名家项处起批])（"
)
_NO_PART = pattern(
    "增加|减少|增长|下降|上升|多于|少于|较(?![大重])|同比|比上|上年|去年|含(?![义量])|包括|平均|每|超过|占(?![用地道])|其中|约$|近$|(?<![送到抵])达$|^另|此外|不含|连同|(?:共|合计|总计|累计)(?:计|有|为)?$"
)
_CLOSING = pattern(
    r"^(?:(?:其他|其它|其余|另有其他)(?:各?类|信息|方面|政府信息|政务信息|公开信息|事项|领域|内容|各项|业务|文件|公告|类信息|类别)*|(?:其余|剩余|剩下|余下)的?)$"
)
_CASES_IN = ("件", "宗", "起", "例")
"""Units of applications and cases, of which a sentence tells one thing after the other."""
_STATE = pattern("已")
"""已判4件: what became of parts."""
_KINDS_OF_DOCUMENTS = ("主动公开", "依申请公开", "不予公开")
_NEW_FRAME = pattern(
    "(?:全年|年内|并|还|已|累计|共|依法)*(?:收到|受理|新收|办结|答复|召开|举办|组织|开展|回应|更新|培训|印发|制发|发放|接待|处理|审查|检查"
    "|推送|转发|阅读|访问|关注|结转)"
)
"""What begins another clause (，回应关切230条), not one more part."""
_SHARE = pattern(r"[，（]?(?:约|分别)?占[^，；。、）（]{0,14}%[）]?|[，（]占[^，；。、）（]{1,8}成[）]?|（[\d.]+%）")
_BRACKETS = pattern(r"（[^（）]*）")
_CLOSED = pattern("已?(?:审结|结案)$")
_OPEN = pattern("(?:尚未审结|未审结|未结|尚在审理|正在审理|在审)(?:中|的)?$")
_OPEN_BEHIND = pattern("(?:尚|仍|还)?(?:未审结|未结|在审理|正在审理)")
_DONE = pattern("(?:办结|完成|整改|答复|解决|审结)$")
_LEFT = pattern("(?:剩余|其余|剩下|余下|尚余|还剩)(?:的)?$")
_REACH = 8
_CASES = pattern("复议|诉讼|应诉|被诉|起诉|案件")
_COMPARED = pattern("，?(?:比|较)[^，；。、（）]{0,14}?的?")
"""，比2024年的(800条)"""
_MOVED = pattern("，?(?:净)?(?:增加|增长|增|多|上升|(?P<less>减少|下降|少|减))了?")
_BESIDES = pattern("[^，；]*?(?:另|单独)")
"""行政处罚信息1320条(另行归集): no part of the total."""
_FEWEST = 3
"""Numbers of a total and its parts."""
_MOST = 60
"""A sentence with more numbers than a person would write is left alone."""
_MARKS = "、，；"
_MARK = pattern("[，；：、（）]")
_ROUGH = ("约", "近", "超", "逾", "超过")


@dataclass(frozen=True, slots=True)
class WrongSum:
    """A total that its parts do not add up to: places in the printed text, all of it as printed and reckoned."""

    start: int
    end: int
    total: Number
    parts: tuple[Number, ...]
    unit: str
    is_open: bool
    numbers: tuple[tuple[int, int], ...]


class Count(NamedTuple):
    """A number of a sentence: its place, value and unit, the sentence, and where the words for it begin at most."""

    start: int
    end: int
    value: Number
    unit: str
    is_said_rough: bool
    text: str
    words_from: int

    @property
    def head(self) -> str:
        """The words between it and the mark or number before it."""
        return _MARK.split(self.text[self.words_from : self.start])[-1].strip()

    @property
    def is_rough(self) -> bool:
        """Whether it is said to be approximate."""
        return self.is_said_rough or self.head.endswith(_ROUGH)


@lru_cache(maxsize=256)
def wrong_sums(printed: str, year: int | None) -> tuple[WrongSum, ...]:
    """Return the totals of a text that differ from their parts, in reading order."""
    plain = plain_text(printed, year)
    found: list[WrongSum] = []
    before: tuple[Count, ...] = ()
    for sentence in _FRAME.finditer(plain.text):
        text = _blanked(sentence[0])
        counts = counts_in(text) if _DIGIT.search(text) else ()
        for total, parts, is_open in _sums(text, counts, before):
            used = [*parts] if total in before else [total, *parts]
            shift = [(c.start + sentence.start(), c.end + sentence.start()) for c in used]
            spans = tuple((plain.places[a], plain.places[b - 1] + 1) for a, b in shift)
            start, end = min(s for s, _ in spans), max(e for _, e in spans)
            values = tuple(part.value for part in parts)
            found.append(WrongSum(start, end, total.value, values, total.unit, is_open, spans))
        before = counts
    return tuple(found)


def _blanked(text: str) -> str:
    """Return a sentence with shares (占12%) replaced by nothing that counts, of the same length."""
    return _SHARE.sub(lambda match: " " * len(match[0]), text) if "占" in text or "%" in text else text


def counts_in(text: str) -> tuple[Count, ...]:
    """Return the counts of a sentence."""
    found: list[Count] = []
    last = 0
    for match in _NUMBER.finditer(text):
        value = _value(match)
        if value is None:
            continue
        is_rough = bool(match["rough"] or match["ten_thousand"])
        found.append(Count(match.start(), match.end(), value, match["unit"], is_rough, text, last))
        last = match.end()
    return tuple(found)


def _value(match: re.Match[str]) -> Number | None:
    if match["han"]:
        return han_number(match["han"])
    digits = match["arabic"].replace(",", "").replace("，", "")
    return Decimal(digits) if "." in digits else int(digits)


def _sums(text: str, counts: Sequence[Count], before: Sequence[Count]) -> Iterator[tuple[Count, Sequence[Count], bool]]:
    if len(counts) + len(before) < _FEWEST or len(counts) > _MOST:
        return
    if _LISTS.search(text) or "中" in text:
        yield from _lists_behind(text, counts, before)
    if "计" in text or "共" in text:
        yield from _totals_behind(text, counts)
    if "结" in text and "审" in text:
        yield from _all_and_left(text, counts)
    if "余" in text or "剩" in text:
        yield from _matters_left(text, counts)
    if "不予公开" in text and "主动公开" in text:
        yield from _documents(text, counts)
    if "比" in text or "较" in text:
        yield from _differences(text, counts)


def _lists_behind(
    text: str, counts: Sequence[Count], before: Sequence[Count]
) -> Iterator[tuple[Count, Sequence[Count], bool]]:
    """Yield totals with a list behind them that is more than they are, or closed and different."""
    for opening in _OPENING.finditer(text):
        frame = max(text.rfind("；", 0, opening.start()), text.rfind("）", 0, opening.start())) + 1
        if opening[0].startswith("；"):
            frame = max(text.rfind("；", 0, opening.start() - 1), -1) + 1
        totals = [c for c in counts if frame <= c.start and c.end <= opening.start() + 1]
        if not totals and opening.start() == 0:
            totals = [c for c in before[:_MOST] if not _NO_PART.search(c.head)]
            totals = totals if len(totals) == 1 else []
        parts, closing = _parts(text, counts, opening.end(), is_bracket=opening[0].endswith("（"))
        if len(parts) > 1 and _is_nested(text, opening, parts, [c for c in totals if c in counts]):
            continue
        totals = [c for c in totals if parts and c.unit == parts[0].unit]
        if len(parts) < 2 or not totals or any(c.is_rough for c in (*totals, *parts)):
            continue
        if _BESIDES.match(text, parts[-1].end):
            continue
        is_closed = closing > 0 or "分别" in opening[0] or _is_complete(parts)
        lists = [parts[:closing], parts] if closing else [parts]  # 维持4件、其他2件、未审结1件: 其他 is a result
        if all(_differs(totals, listed, is_closed=is_closed) for listed in lists):
            yield totals[-1], parts, not is_closed


def _is_nested(text: str, opening: re.Match[str], parts: Sequence[Count], before: Sequence[Count]) -> bool:
    """Whether parts behind a plain 其中 may be those of a longer list around it.

    予以公开36件，其中涉及档案的33件，部分公开10件，不予公开7件: between commas the list may end anywhere.
    """
    is_plain = opening[0].endswith("其中") and text[parts[0].end : parts[1].start].startswith("，")
    return is_plain and (parts[0].unit in _CASES_IN or len([c for c in before if c.unit == parts[0].unit]) > 1)


def _is_complete(parts: Sequence[Count]) -> bool:
    """Whether the parts are all that there can be: documents that are published, on application, or not at all."""
    return len(parts) == len(_KINDS_OF_DOCUMENTS) and all(
        any(part.head.endswith(kind) for part in parts) for kind in _KINDS_OF_DOCUMENTS
    )


def _differs(totals: Sequence[Count], parts: Sequence[Count], *, is_closed: bool) -> bool:
    """Whether the parts add up to none of the numbers that may be the total, nor (an open list) to less.

    Where one part is as large as the total, the others lie within it.
    """
    added = sum(part.value for part in parts)
    wholes = [count.value for count in totals]
    wholes += [a + b for a, b in pairwise(wholes)]
    if any(sum(part.value for part in parts[:n]) in wholes for n in range(2, len(parts))):
        return False  # 诉讼5件：直接起诉3件，复议后起诉2件，已审结的4件: complete before its last number
    overlap = any(part.value in wholes for part in parts)
    return added not in wholes and (is_closed or (added > max(wholes) and not overlap))


def _parts(text: str, counts: Sequence[Count], start: int, *, is_bracket: bool) -> tuple[list[Count], int]:
    """Return the parts of a list between marks of one kind, and how many they are up to one that closes it (其他)."""
    end = text.find("）", start) if is_bracket else len(text)
    parts: list[Count] = []
    between, closing, place = "", 0, start
    for count in counts:
        if count.start < start:
            continue
        if count.start >= end:
            break
        gap = _BRACKETS.sub("", text[place : count.start]).strip()
        if "（" in gap or "）" in gap:
            if "）" in gap:
                break
            continue  # a part in brackets is one of the part before
        mark = gap[:1] if parts else ""
        said = gap[1:] if parts else gap
        if not said and (not parts or mark in _MARKS):
            return [], 0  # 1件正在审理: what is counted is said behind
        closes = bool(_CLOSING.match(re.split(r"[，；：、]", said)[-1]))
        if parts and mark not in _MARKS:
            break
        if len(parts) > 1 and mark != between and not closes:
            break
        if count.unit != (parts[0].unit if parts else count.unit) or _NO_PART.search(said):
            break
        if any(m in said for m in "，；") or (parts and _NEW_FRAME.match(said) and mark != "、"):
            break
        if parts and _STATE.match(said) and not _STATE.match(parts[0].head.removeprefix("其中")):
            break  # 直接起诉6件，已判4件: another way to look at them
        between = mark if len(parts) == 1 else between
        parts.append(count)
        place = count.end
        closing = closing or len(parts) * closes
    return parts, closing


def _totals_behind(text: str, counts: Sequence[Count]) -> Iterator[tuple[Count, Sequence[Count], bool]]:
    """Yield totals (以上合计214件) that no run of the numbers directly before them adds up to."""
    for i, total in enumerate(counts[2:], 2):
        said = text[counts[i - 1].end : total.start].strip()
        if not _TOTAL.match(said.lstrip("，；")) or total.is_rough:
            continue
        frame = text.rfind("；", 0, counts[i - 1].start) + 1
        listed_from = max((m.end() for m in _OPENING.finditer(text, frame, total.start)), default=frame)
        run = [c for c in counts[:i] if c.start >= listed_from]
        run = run if len(run) > 1 else [c for c in counts[:i] if c.start >= frame]
        listed = text[frame : total.start]
        if not (_SURE_TOTAL.search(said) or _SURE_LIST.search(listed) or _is_alike(run)):
            continue
        if len(run) < 2 or any(
            c.unit != total.unit or c.is_rough or _NO_PART.search(c.head.removeprefix("其中")) for c in run
        ):
            continue
        sums = [sum(c.value for c in run[j:]) for j in range(len(run) - 1)]
        if (
            total.value not in sums
            and "（" not in listed
            and not re.search("其中|包括", text[run[0].end : total.start])
        ):
            yield total, run, False


def _is_alike(run: Sequence[Count]) -> bool:
    """Whether the heads of all numbers begin alike: 建议保留58件，建议修改9件，建议废止6件."""
    return len(run) >= _FEWEST and len({count.head[:2] for count in run}) == 1 and len(run[0].head) > 2


def _documents(text: str, counts: Sequence[Count]) -> Iterator[tuple[Count, Sequence[Count], bool]]:
    """Yield documents that are not as many as those published, on application and not: 信息12条，主动公开9条，…."""
    for i in range(len(counts) - len(_KINDS_OF_DOCUMENTS)):
        total, *parts = counts[i : i + 1 + len(_KINDS_OF_DOCUMENTS)]
        between = text[total.end : parts[0].start]
        is_listed = "其中" not in between and "：" not in between and _is_complete(parts)  # else read as a list
        is_sure = {c.unit for c in parts} == {total.unit} and not any(c.is_rough for c in (total, *parts))
        if is_listed and is_sure and "；" not in between and sum(c.value for c in parts) != total.value:
            yield total, parts, False


def _matters_left(text: str, counts: Sequence[Count]) -> Iterator[tuple[Count, Sequence[Count], bool]]:
    """Yield matters that are neither done nor left: 督办提案189件，办结185件，剩余5件; no applications."""
    for whole, done, left in zip(counts, counts[1:], counts[2:], strict=False):
        if not (_DONE.search(done.head) and _LEFT.match(left.head)) or len({whole.unit, done.unit, left.unit}) > 1:
            continue
        between = text[whole.end : left.start]
        if "申请" in text[: whole.start] or re.search("[；：（其]", between) or whole.is_rough or done.is_rough:
            continue
        if done.value + left.value != whole.value:
            yield whole, (done, left), False


def _all_and_left(text: str, counts: Sequence[Count]) -> Iterator[tuple[Count, Sequence[Count], bool]]:
    """Yield cases that are neither closed nor pending: 复议案件8件，审结6件，尚未审结1件."""
    for i, (closed, pending) in enumerate(pairwise(counts)):
        behind = text[pending.end : pending.end + _REACH]
        is_pending = _OPEN.search(pending.head) or (not _NO_PART.search(pending.head) and _OPEN_BEHIND.match(behind))
        wholes = [c for c in counts[:i] if c.unit == closed.unit]
        if not wholes or not _CASES.search(text[: wholes[0].start]) or not is_pending:
            continue
        if not _CLOSED.search(closed.head) or closed.unit != pending.unit or "其中" in text[closed.end : pending.start]:
            continue
        if _differs(wholes, [closed, pending], is_closed=True):
            yield wholes[0], (closed, pending), False


def _differences(text: str, counts: Sequence[Count]) -> Iterator[tuple[Count, Sequence[Count], bool]]:
    """Yield 826条，比2024年的800条增加36条: a difference that is none."""
    for now, before, change in zip(counts, counts[1:], counts[2:], strict=False):
        gap, verb = text[now.end : before.start], text[before.end : change.start]
        moved = _MOVED.fullmatch(verb)
        if not moved or not _COMPARED.fullmatch(gap) or any(c.is_rough for c in (now, before, change)):
            continue
        if now.unit != before.unit or change.unit != now.unit:
            continue
        added = -change.value if moved["less"] else change.value
        earlier = [c.value for c in counts if c.end <= now.end and c.unit == now.unit]
        if before.value + added not in earlier:
            yield now, (before, change._replace(value=added)), False
