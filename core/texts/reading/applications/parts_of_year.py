"""Reads numbers told for all parts of a year as the number of the year: 上半年收到申请30件，下半年收到34件.

Two halves, four quarters, or a half and the two quarters of the other one are the whole year. What is counted must
be said, alike wherever it is: 收到, 办结, 许可, 处罚. Where the sentence tells the total too, that one is compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_WHOLES = (
    ("上半年", "下半年"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("上半年", "三季度", "四季度"),
    ("一季度", "二季度", "下半年"),
    ("前三季度", "四季度"),
)
_NOUN = "(?:新的?|的|政府信息公开|信息公开|依申请公开|公开|申请|件数|数量|数|量|决定|案件|行政)*"
_DID = {
    "received": f"(?:新?收到了?|新收|受理了?|登记了?|接收了?|接到){_NOUN}",
    "handled": f"(?:办结了?|答复了?|办理完毕){_NOUN}",
    "licensing": f"(?:作出|办理|办结|颁发|准予|核发)*{_NOUN}许可{_NOUN}",
    "penalty": f"(?:作出|办理|办结|实施|下达)*{_NOUN}处罚{_NOUN}",
}
_ROLES = {key: pattern(said) for key, said in _DID.items()}
_ANY = "(?:" + "|".join(_DID.values()) + ")"
_NAME = "(?:前三季度|第?[一二三四]季度|[上下]半年)"
_AMOUNT = "(?:共计?|分别|依次|又|再|有|为|是|计|增至|降至|升至|减至|回落至|回升至|达到?)*"
_OPENING = (
    "(?:其中，?|□□□本年度?，?|本年度?，?|今年，?|全年，?|年内，?|当年，?|[我本全][局委办厅院镇乡县区市州旗省](?:机关)?，?|街道，?|我?单位，?"
    "|(?:从|按照?|分)?(?:各)?(?:季度|时间|时段|时间段|月份|进度)(?:分布|情况|进度)?(?:上?看|来看|统计|分布看)?，"
    "|按季度(?:分|计)?，?|共)*"
)
_EACH = pattern(
    f"(?:^|(?<=[。；\\n]))[ \u3000]*(?P<head>{_OPENING}(?P<first>{_ANY})?(?:情况)?(?:中|里|方面)?[，：]?)"
    f"(?P<list>(?:在?{_NAME}(?:末|里|内|共|，)*(?:{_ANY})?{_AMOUNT}\\d+[件宗份](?:申请)?(?:[、，；]|和|及|与|以及)*)+)"
    "(?=[，；。（\\n]|$|(?<=[、，；]))"
)
"""(上半年收到申请30件，下半年收到34件)"""
_PART = pattern(f"(?P<name>{_NAME})(?:末|里|内|共|，)*(?P<did>{_ANY})?{_AMOUNT}(?P<number>\\d+)[件宗份]")
_TOGETHER = pattern(
    f"(?:^|(?<=[。；\\n]))[ \u3000]*(?P<head>{_OPENING})"
    "(?P<name>上、?下半年|上半年(?:、|和|与)下半年|[四4](?:个|大)?季度|各季度|[一1]至[四4]季度|[一1][—-][四4]季度)"
    f"，?(?:分别|先后|依次|逐季)*(?P<first>{_ANY}){_AMOUNT}(?P<list>\\d+[件宗份](?:(?:、|，|和|及|与)\\d+[件宗份])+)(?=[，；。（\\n]|$)"
)
"""四个季度(先后登记申请4件、6件、5件、5件)"""
_NUMBER = pattern("\\d+")
_HALVES, _QUARTERS = 2, 4
_COUNT = pattern("(?<![\\d.])(?P<n>\\d{1,9})[件宗份]")
_TOTAL = pattern(
    "[，；（]?(?:全年|年内|本年|以上|四个?季度|两者|两个半年|总|共|合计|总计|累计|计|收到|受理|办结|答复|为|是|有)+(?:\\d|共|合计)"
)
"""一季度15件……四季度15件(，全年共)60件"""
_KEY = "of_all_year"


@count_pass(words=["季度", "半年"])
def parts_of_year(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, numbers of all parts of the year as one of the year."""
    found = [*readings]
    for key, start, end in _told(source, sentence):
        role = source.vocabulary.role(key)
        is_due = source.topic_at(sentence, end) in ("request", "") or source.code in REQUEST_TEXTS
        if role.rule_id in ("N-01", "N-04") and not is_due:
            continue
        first, last = source.span(start, end)
        inside = [reading for reading in found if first <= reading.start < last]
        is_told = bool(_TOTAL.search(source.text, end, sentence.end))
        is_told = is_told or any(r.key == key and r.kind == "count" for r in found if r not in inside)
        if len(inside) < _HALVES or is_told or any(r.kind == "share" for r in inside):
            continue
        added = sum(reading.value for reading in inside)
        if _is_told(source.printed[source.printed.rfind("\n", 0, first) + 1 : first], added):
            continue  # 网络渠道收到18件。上半年12件，下半年6件: of these
        quote, meaning = f"{source.quote(start, end)}（相加{added}件）", f"{role.name}（全年各段相加）"
        ways, scope = role.alternatives("request"), source.scope(start)
        total = NumberReading(first, last, quote, added, "count", _KEY, meaning, role.rule_id, ways, scope)
        found = [*(reading for reading in found if reading not in inside), total]
    return sorted(found, key=lambda reading: reading.start)


def _told(source: SourceText, sentence: SentenceState) -> list[tuple[str, int, int]]:
    """Return what is told for all parts of the year, by the key of its role, and where its numbers stand."""
    told = []
    for match in _EACH.finditer(source.text, sentence.start, sentence.end):
        parts = [*_PART.finditer(match["list"])]
        names = tuple(part["name"].removeprefix("第") for part in parts)
        keys = {_key(did) for did in (match["first"], *(part["did"] for part in parts)) if did}
        if names in _WHOLES and len(keys) == 1 and source.is_this_year(sentence, match.start("head")):
            begin = match.start("list")
            told.append((keys.pop(), begin + parts[0].start(), begin + parts[-1].end()))
    for match in _TOGETHER.finditer(source.text, sentence.start, sentence.end):
        many = _HALVES if "半年" in match["name"] else _QUARTERS
        is_whole = len(_NUMBER.findall(match["list"])) == many
        if is_whole and source.is_this_year(sentence, match.start("head")):
            told.append((_key(match["first"]), match.start("name"), match.end("list")))
    return told


def _key(did: str) -> str:
    return next(key for key in ("licensing", "penalty", "handled", "received") if _ROLES[key].fullmatch(did))


def _is_told(before: str, added: Number) -> bool:
    """Whether a number is told in the paragraph before its parts."""
    return any(int(told["n"]) == added for told in _COUNT.finditer(before))
