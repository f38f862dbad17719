"""Narrows the numbers of a sentence on one kind of applicants to its column: 商业企业申请37件，已办结38件，结转1件.

They are compared with that column and never with 总计; so are those of the sentences that go on from it (办结件中…),
and the percentages of them: 企业申请办结24件，公开和部分公开12件，占50%.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from core.base.patterns import pattern
from core.form.known_cells import HANDLED_ROW, OF_ALL_KINDS, RECEIVED_ROW, in_row
from core.texts.language.grammar import BREAK
from core.texts.language.role_keys import NEW, ONE_KIND
from core.texts.reading.kinds.kind_shares import rates_of_kinds, shares_in_words_of_kind, shares_of_kind
from core.texts.reading.kinds.kinds_with_old import column_of_last, narrowed_with_old, tells_old_ones
from core.texts.reading.sentence.sentences import NumberReading, SourceText

_PART = pattern("[^。！？；\n]+")
_HEAD = pattern(
    "(?:(?:□□□本年|今年|本年)度?，?)?[^，；：。（）、\\d□]{2,10}?(?:全年|共|一共)?(?:提出|提交|递交)?了?的?"
    "(?:政府)?(?:信息)?(?:公开)?申请(?:全年|年内)?(?:共计|共|有|为|计)?"
)
_NO_HEAD = pattern("其中|收到|受理|接收|新收|办[结理]|答复|公开[的了]|不予|结转|较|比")
_OTHER_KINDS = pattern(
    "自然人|公民|个人|企业|法人|科研|公益|法律服务|律师|律所|其他(?:申请人|组织)|其余(?:均|都)?(?:为|由|是)"
)
_OF_ALL = pattern(
    "全[年部局市区县州省]|总数|总量|总计|各类|所有|首位|最多|我[局区市县办委院]|本[局区市县办委院]|本机(?!关(?:不|未|没|无))|申请人"
)
_WHOLE_YEAR = pattern("全年")
_RECEIVED = pattern("收到|新收|接收|受理")
_GOES_ON = pattern(
    "(?:已?办结|已?答复|已?处理)(?:的|件|申请)*[中里]|其中|(?:上述|以上|这些|该类|此类)(?:申请)?|这\\d+件"
)
_DEALT_WITH = pattern("已?(?:办结|答复|处理)")
"""自然人申请268件，占84.8%。(办结)件中: of the kind only where those of it that were dealt with are told."""
_HEAD_NEW = pattern(
    "(?:(?:其中|□□□本年|今年|本年|全年)度?，?)*(?P<kind>[^，；：。（）、\\d□]{2,10}?)的?(?:申请)?(?:新收|收到|受理)(?:申请|的|了|共)*"
)
"""(自然人新收)180件"""
_NEW_OF_KIND = pattern("(?:人|民|业|公司|院所|机构|组织|团体|律师|律所|务所)的?(?:申请)?(?:新收|收到|受理)")
"""Without such words, no number of received ones is that of a kind."""
_BASE = pattern("占[^，；。：]*")
"""自然人办结91件，(占全部)101件的90.1%: still of the kind."""
_HEAD_DONE = pattern(
    "(?:(?:其中|□□□本年|今年|本年|全年)度?，?)*(?P<kind>[^，；：。（）、\\d□]{2,10}?)(?:提出|提交|递交)?了?的?"
    "(?:政府)?(?:信息)?(?:公开)?(?:申请)?的?(?:全年|年内|共|已|按期)*(?:办结|答复)(?:的|件|办件|申请|了)*(?:共计|共|有|为|计)?"
)
"""企业申请办结, 律师事务所申请的办结件"""
_BRACKETS = pattern("[件宗份]?（[^）]*）")
_COMPARED = pattern("(?:比|较|与|占|高于|低于|超过|多于|少于|不及)[^，；。：]*")
"""比自然人高4.5个百分点, 占企业办结量的: no other kind is told of."""
_DONE = pattern("(?:办结|答复)(?:的|件|办件|申请|了)*(?:共计|共|有|为|计)?\\d+件$")
_SUBJECT = pattern(
    "(?:[^，；：。\\d□]{0,10}最[多大高]的[是为系](?P<most>[^，；：。（）、\\d□]{2,8}?)|"
    "(?P<kind>[^，；：。（）、\\d□]{2,8}?)(?:的?申请)?(?:方面|来看|上看|一类|这一类|"
    "的?(?:申请)?的?(?:办理|处理|办结|答复)(?:情况|结果))(?:（[^）]*）)?(?:为|是|如下)?)[，：]"
    "|(?P<head>[^，；：。（）、\\d□]{2,8}?)(?:提出|提交|递交)?的?(?:申请)?的?(?:办理|处理|办结|答复)?(?:情况|结果|去向)?(?:如下)?："
    "|(?:面向|针对|对|给|就)(?P<to>[^，；：。（）\\d□]{2,8}?)的?(?:申请)?的?(?:答复|办理|处理|回复)(?:工作|方面)?，"
    "|(?P<whose>[^，；：。（）\\d□]{2,8}?)(?:所)?(?:提出|提交|递交)的(?:政府)?(?:信息)?(?:公开)?申请[^，；：。\\d]{0,2}(?:办得|办理得|答复得|处理得|办起来)"
    "[^，；：。\\d]{1,8}，"
    "|(?P<within>[^，；：。（）、\\d□]{2,8}?)(?:所)?(?:提出|提交|递交)?了?的?(?:政府)?(?:信息)?(?:公开)?申请(?:件|事项)?(?:之|当)?[中里]，?"
)
"""企业方面，…; (自然人申请中)予以公开6件; 企业的办理情况（含上年结转2件）为：…; 最多的是自然人，…; 企业申请结果：…"""
_MAY_BE_SUBJECT = pattern(
    "(?:面向|针对|对|给|就)[^，；。\\d]{2,14}，|[办理复]得|办起来|申请(?:件|事项)?(?:之|当)?[中里]|：|最[多大高]的[是为系]|(?:方面|来看|上看|一类|情况|结果)(?:（[^）]*）)?(?:为|是|如下)?，"
)
"""What each subject holds; the words before it cost more to look for."""
_BESIDE = pattern(
    "(?:与|和|同|较|比|相比|相较|不同)于?[^，；。：\\d]{2,14}?(?:的?申请)?(?:相比较?|比较|不同|相对照|对比)?，"
)
"""(与自然人相比，)企业所需信息"""
_ALL_OF_IT = pattern("全部(?=[已按依办答公予于在如及处])")
"""企业申请18件，当年(全部)办结"""
_DENIED = "none_"
"""全部办结 is judged by how many that are, and never denied of one kind."""
_RULES = ("N-01", "N-03", "N-04", "N-05")


def of_one_kind(source: SourceText, found: Sequence[NumberReading]) -> list[NumberReading]:
    """Return all readings of a text, those on one kind of applicants with its column in place of 总计."""
    found = rates_of_kinds(source, found)
    is_told = any(r.key in ONE_KIND or _may_be_done_of_kind(r) for r in found)
    has_old_ones = tells_old_ones(source.text)
    if not (has_old_ones or is_told or _MAY_BE_SUBJECT.search(source.text) or _NEW_OF_KIND.search(source.text)):
        return list(found)
    starts = [reading.start for reading in found]
    narrowed: dict[int, NumberReading] = {}
    shares: list[NumberReading] = []
    column = ""
    for part in _PART.finditer(source.text):
        start, end = source.span(*part.span())
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        if not inside:
            column = ""
            continue
        if subject := _column_of_subject(source, part[0]):
            rows = {i: _of_subject(found[i], subject) for i in inside if _is_row(found[i])}
            narrowed, column = narrowed | rows | _denied(source, found, inside, subject), subject
            continue
        rows = {i: found[i] for i in inside if _is_row(found[i])} if has_old_ones else {}
        if told := narrowed_with_old(source, part, found, rows, _of_column) if rows else {}:
            narrowed, column = narrowed | told, column_of_last(told)
            narrowed |= _denied(source, found, inside, column)
            continue
        narrowed |= _done_by_kind(source, start, {i: found[i] for i in inside if i not in narrowed})
        head = _column_of(source, part.start(), part[0], found[inside[0]])
        is_alone = bool(column) and not _OTHER_KINDS.search(part[0])
        goes_on = is_alone and bool(_GOES_ON.match(part[0])) and (bool(narrowed) or not _DEALT_WITH.match(part[0]))
        may_go_on = source.text[part.start() - 1] == "；" if is_alone else _is_of_same_kind(source, part[0], column)
        column = head or (column if goes_on or may_go_on else "")
        if head and found[inside[0]].key == "unknown":
            narrowed[inside[0]] = _all_done(source, found[inside[0]], head)
        elif head and found[inside[0]].key in NEW:
            narrowed[inside[0]] = _narrowed(found[inside[0]], head, is_sure=True)._replace(words=())
        for i in inside[bool(head) :] if column else ():
            since = source.printed[max(start, found[i - 1].end if i else 0) : found[i].start]
            if _OF_ALL.search(_BASE.sub("", since)) and not (
                head and _is_of_its_year(found[i], found[inside[0]], narrowed, since)
            ):
                column = ""
                break
            if "占" not in since and _is_of_kind(found[i], BREAK.split(source.printed[start : found[i].start])):
                narrowed[i] = _narrowed(found[i], column, is_sure=bool(head) or goes_on)
        narrowed |= _denied(source, found, inside, head or column * goes_on)
        shares += _shares(source, part, column, found, narrowed, inside) if column else ()
    places = {share.start for share in shares}
    kept = [narrowed.get(i, reading) for i, reading in enumerate(found) if reading.start not in places]
    return sorted([*kept, *shares], key=lambda reading: (reading.start, reading.end))


def _shares(
    source: SourceText,
    part: re.Match[str],
    column: str,
    found: Sequence[NumberReading],
    narrowed: Mapping[int, NumberReading],
    inside: Sequence[int],
) -> list[NumberReading]:
    """Return the shares that a part tells of the results of its kind, in digits or in words."""
    shares = shares_of_kind(source, part, column, [narrowed[i] for i in inside if i in narrowed])
    places = {share.start for share in shares}
    others = [narrowed.get(i, found[i]) for i in inside if found[i].start not in places]
    return shares + shares_in_words_of_kind(others, column)


def _denied(
    source: SourceText, found: Sequence[NumberReading], inside: Sequence[int], column: str
) -> dict[int, NumberReading]:
    """商业企业申请18件，…，没有结转下年的情况: return what a part says there is none of as said of its kind."""
    narrowed: dict[int, NumberReading] = {}
    numbers = [i for i in inside if found[i].kind == "count"]
    for i in inside if numbers and column else ():
        reading = found[i]
        if reading.kind == "none" and reading.rule_id in _RULES and reading.key.startswith(_DENIED) and i > numbers[0]:
            since = source.printed[found[numbers[0]].end : reading.end]
            if _OF_ALL.search(_ALL_OF_IT.sub("", since)) or _OTHER_KINDS.search(_COMPARED.sub("", since)):
                break
            narrowed[i] = _narrowed(reading, column, is_sure=True)
    return narrowed


def _is_of_same_kind(source: SourceText, part: str, column: str) -> bool:
    """Whether a sentence names the kind of the one before again and no other: 与自然人相比，企业所需信息…."""
    if not column:
        return False
    names = {name[0] for name in _OTHER_KINDS.finditer(_BESIDE.sub("", part))}
    kinds = [source.vocabulary.concepts.shared(name, "request") for name in names]
    cells = {cell for kind in kinds if kind and kind.is_applicant for cell in kind.alternatives("")[0]}
    return bool(cells) and None not in kinds and all(cell.endswith(column) for cell in cells)


def _is_of_its_year(
    reading: NumberReading, head: NumberReading, narrowed: Mapping[int, NumberReading], since: str
) -> bool:
    """Whether 全年 is that of a kind, told with its old ones: 律所7件、上年结转1件，(全年)办结7件."""
    told = [r for r in narrowed.values() if r.key in ("carried_in", "carried") and head.end <= r.start < reading.start]
    due = head.value + sum(one.value for one in told)
    return bool(told) and reading.value <= due and not _OF_ALL.search(_WHOLE_YEAR.sub("", since))


def _column_of_subject(source: SourceText, part: str) -> str:
    """企业方面，新收14件、办结13件: return the column of the only kind a part is on, or ""."""
    subject = _SUBJECT.match(part)
    if subject is None or _OTHER_KINDS.search(part, subject.end()):
        return ""
    if subject["within"] and _OF_ALL.search(part.replace("全部公开", ""), subject.end()):
        return ""  # 自然人申请中公开6件，全局共公开9件
    kind = source.vocabulary.concepts.shared(next(filter(None, subject.groups())), "request")
    cells = kind.alternatives("")[0] if kind and kind.is_applicant else ()
    return cells[0][-3:] if len(cells) == 1 else ""


def _of_subject(reading: NumberReading, column: str) -> NumberReading:
    """Return a number as one of the kind that its part is on, without the words for that, which are understood."""
    own = _SUBJECT.sub("", reading.words[0], count=1) if reading.words else ""
    return _narrowed(reading, column, is_sure=True)._replace(words=(own, *reading.words[1:]) if reading.words else ())


def _of_column(reading: NumberReading, column: str) -> NumberReading:
    """Return a number as one of a kind, whose words are understood with the head of the kind."""
    return _narrowed(reading, column, is_sure=True)._replace(
        words=reading.words[:1] if reading.rule_id == "N-05" else ()
    )


def _done_by_kind(source: SourceText, start: int, readings: Mapping[int, NumberReading]) -> dict[int, NumberReading]:
    """Return the numbers of a list where each kind has its own: 自然人办结35件（…），企业办结7件（公开3件）."""
    found: dict[int, NumberReading] = {}
    column, end = "", 0
    for i, reading in readings.items():
        if reading.start < end and _is_row(reading):  # in the brackets behind
            narrowed = _narrowed(reading, column, is_sure=True)
            found[i] = narrowed._replace(ways=narrowed.ways[:1])
        elif reading.key in NEW and reading.kind == "count":
            clause = BREAK.split(source.printed[start : reading.start])[-1]
            if column := _done_of_kind(source, clause, "", _HEAD_NEW):
                found[i] = _narrowed(reading, column, is_sure=True)._replace(words=())
        elif reading.key == "handled" and _may_be_done_of_kind(reading):
            column = _done_of_kind(source, BREAK.split(source.printed[start : reading.start])[-1], "")
            brackets = _BRACKETS.match(source.printed, reading.end) if column else None
            end = brackets.end() if brackets else 0
            if column:
                found[i] = _all_done(source, reading, column)._replace(words=(), phrase=None)  # each is known
    return found


def _is_row(reading: NumberReading) -> bool:
    return reading.kind == "count" and reading.rule_id in _RULES and reading.key not in ONE_KIND


def _may_be_done_of_kind(reading: NumberReading) -> bool:
    """Whether a number may be that of the applications of one kind that were dealt with: 律所申请的办结件11件."""
    if reading.key == "handled":
        return bool(reading.ways) and not reading.ways[0][0].endswith(OF_ALL_KINDS)
    return reading.key == "unknown" and bool(_DONE.search(reading.quote))


def _all_done(source: SourceText, reading: NumberReading, column: str) -> NumberReading:
    """Return a number that was not understood as that of the applications of a kind that were dealt with."""
    role = source.vocabulary.role("handled")
    ways = ((HANDLED_ROW + column,),)
    return reading._replace(kind="count", key=role.key, meaning=role.name, rule_id=role.rule_id, ways=ways)


def _done_of_kind(source: SourceText, head: str, rest: str, told: re.Pattern[str] = _HEAD_DONE) -> str:
    """Return the column of the only kind whose applications are told as dealt with, or received; "" for none."""
    done = told.fullmatch(head)
    if done is None or _OTHER_KINDS.search(_COMPARED.sub("", rest)):
        return ""
    kind = source.vocabulary.concepts.shared(done["kind"], "request")
    cells = kind.alternatives("")[0] if kind and kind.is_applicant else ()
    return cells[0][-3:] if len(cells) == 1 else ""


def _column_of(source: SourceText, place: int, part: str, first: NumberReading) -> str:
    """Return the column of the only kind of applicants that a part of a sentence begins with; "" for none."""
    digits = next((i for i, c in enumerate(part) if c.isdigit()), len(part))
    head = part[:digits]
    if source.span(place + digits, place + digits)[0] != first.start:
        return ""
    if _may_be_done_of_kind(first):
        return _done_of_kind(source, head, part[digits:])
    if first.key in NEW:
        return _done_of_kind(source, head, part[digits:], _HEAD_NEW)
    if first.key not in ONE_KIND or first.kind != "count" or not first.ways or len(first.ways[0]) != 1:
        return ""
    cell = first.ways[0][0]
    if not in_row(cell, RECEIVED_ROW) or cell.endswith(OF_ALL_KINDS):
        return ""
    if not _HEAD.fullmatch(head) or _NO_HEAD.search(head) or _OTHER_KINDS.search(part, digits):
        return ""
    return cell[-3:]


def _is_of_kind(reading: NumberReading, before: Sequence[str]) -> bool:
    """Whether a number may be one of the kind spoken of; what is received in all, only where old ones are added."""
    if reading.kind != "count" or reading.rule_id not in _RULES or reading.key in ONE_KIND:
        return False
    if reading.rule_id == "N-01" and _RECEIVED.search(before[-1]):
        return any("结转" in clause for clause in before)
    return True


def _narrowed(reading: NumberReading, column: str, *, is_sure: bool) -> NumberReading:
    """Return a number as one of a kind; behind a semicolon it may be one of all as well."""
    ways = tuple(
        tuple(cell.removesuffix(OF_ALL_KINDS) + column if cell.endswith(OF_ALL_KINDS) else cell for cell in way)
        for way in reading.ways
    )
    return reading._replace(ways=tuple(dict.fromkeys(ways if is_sure else (*ways, *reading.ways))), phrase=None)
