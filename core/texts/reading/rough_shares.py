"""Reads shares told in words or by a bound: 予以公开占了办结件的一半以上, 半数以上申请年内未能办结, 不掌握的不到八成.

The part is a result, a kind of applicants, or what was or was not dealt with; the whole is named, stands in the clause
before (在无法提供的95件中), or is any that may be meant. A part that is not understood as a whole is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from core.base.patterns import holds_one, pattern
from core.form.known_cells import CARRIED_IN, CARRIED_OUT, HANDLED, RECEIVED
from core.report.entry_text import Number
from core.texts.language.fractions import FRACTION, Bounds, bounds, exactly
from core.texts.language.meanings import Alternatives
from core.texts.reading.sentences import OVERVIEW_TEXTS, REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.share_checks import added

KIND = "word_share"
_SAYS_SO = ("成", "分之", "半", "%")
_FRACTION = pattern("[一二两三四五六七八九]成|分之|半数|一半|过半|%")
_YEAR = "(?:全部|所有|当年|全年|年内|□□□本年度?|本年度?|各类|已|的)*"
_NOUN = "(?:的|了|政府信息公开|信息公开|公开|申请|办件|件|答复|总数|总量|总件数|件数|数量|数|量|合计|中|里|当中|之中)*"
_BASES = (
    ("due", pattern("新老|新旧|应办|结转")),
    ("group", pattern("不予公开|无法提供|不予处理|其他处理")),
    ("done", pattern("办结|答复|办复|办理总|处理总")),
    ("new", pattern("新收|收到|受理|接收")),
    ("any", pattern("申请|办理|处理")),
)
_OF = (
    f"(?:{_YEAR}(?:新老申请|新旧申请|应办|(?:新收|收到)[和与及、]结转|办结|答复|办复|办理总|处理总|新收|收到|受理|接收|申请|办理|处理){_NOUN}"
    f"|(?:不予公开|无法提供|不予处理|其他处理)(?:类|的|决定|告知|处理|情形)*{_NOUN})"
)
"""What a share may be of, told beside it."""
_IS = (
    "(?:[控限]制在|[保维]持在|稳定在|比重|比例|占比|份额|数量|件数|所占|占到|占去|占了|占|的|为|是"
    "|达到|达|仅|只有|只|也|就|还|已|有|共|均|则)*"
)
_BOUNDS = "不到|不足|不及|未到|未达|低于|超过|逾|接近|近"
_BOUND = f"(?P<prefix>{_BOUNDS})?"
_LEAD = "(?:其中|另|单是|仅是|光是|单|仅|光|从[^，；。]{2,8}看)*"
_TAIL = pattern(
    f"^{_LEAD}(?P<what>[^，；：。（）\\d]{{2,24}}?)(?:(?:在|(?:就|也|还|只|仅|已|共)*占(?:了|到|比|去|的)*|(?={_BOUNDS})){_BOUND}(?:了)?(?P<base>{_OF}))??{_IS}{FRACTION}$"
)
"""予以公开件在办结件中的比重为五成四; 予以公开超过办结总数的一半; 不掌握的不到八成"""
_BEHIND = pattern(
    f"^(?:(?:以上|上述|这)?(?P<sum>[两二三])[类项者种](?:答复|结果|申请|情形)?(?:合计|之和|共计|共|加起来|相加)?)?"
    f"(?:其|约|仅|只|已|大约)*(?:(?:占(?:了|到|比|去|的)*|(?={_BOUNDS})){_BOUND}了?(?P<base>{_OF}))?{_IS}{FRACTION}$"
)
"""(34件，)占新收总数的三成以上; (47件、部分公开11件，)两类合计占办结总数的七成以上"""
_NUMERALS = "零一二三"
_HEAD = pattern(
    f"^(?:(?P<frame>{_OF}))?(?:其中|全年|年内|还|尚|仍|有|共)*{FRACTION}的?(?P<base>{_OF})?"
    "，?(?:答复结果|办理结果|处理结果|答复|结果)?(?:为|是|系|都|均|被|得到|获得|获)*(?P<what>[^，；：。（）\\d]{2,30})$"
)
"""四分之三以上的办结申请，答复结果为予以公开; 半数以上申请年内未能办结; 新老申请合计中尚有一成以上未能在年内办结"""
_CLAUSE = pattern(
    "(?:[^，；：。（）]|（[^（）\\d]*）|（(?=[^（）]*\\d))+(?:，(?:答复结果|办理结果|处理结果|答复|结果)(?:为|是|系|都|均)[^，；：。（）\\d]+)?"
)
_REMARK = pattern("（(?:(?:含|包括|包含)(?P<with>部分公开)|[^（）]*)）")
"""予以公开（不含部分公开）"""
_JOINT = pattern("、|以及|和|及|与|或者?")
_OF_REQUESTS = pattern("申请|办件")
_EXACTLY_BEHIND = pattern("(?:，(?:也?即|也?就是|具体为|具体是|为|达到?|是)约?|（约?)\\d{1,3}(?:\\.\\d+)?%")
"""个人占八成有余(，即81.2%): compared by itself."""
_SO_MANY = pattern("(?:这|等)?[两二三][类项者种](?:答复|结果|情形|申请)?(?:合计|之和|共计|共|加起来|相加)?的?$")
_WITHIN_GROUP = pattern("(?:公开|提供|处理|办结|其)[^，；。\\d]{0,6}[中里]|其中")
_FRAME = pattern(
    f"^(?:其中|在|这|上述|以上)*(?P<base>{_OF})(?:\\d+[件宗份])?(?:的?申请|的?答复)?(?:当中|之中|里头|中|里)$"
)
"""在无法提供的95件中"""
_NO_SHARE = pattern(
    "各占|较|(?<!占)比(?![例重])|同比|上年|去年|他年|增|减|提高|下降|上升|其余|其他(?!处理|申请人|组织)|另"
)
_WHEN = "(?:在|于|到)?(?:年内|当年|全年|□□□本年|□□□本年度|本年度|今年|年底|年末|期末|年底前|年末前)?"
_UNDONE = pattern(
    f"^(?:申请)?(?:的)?{_WHEN}(?:仍|还|尚|均|都)*(?:未能?|没有?|没能)(?:够|及时)?{_WHEN}(?:办结|办完|答复|得到答复|了结|办理完毕|办结答复)的?(?:申请|件)?$"
)
_DONE = pattern(
    f"^(?:申请)?(?:的)?{_WHEN}(?:已经?|均|都|得以|顺利)*{_WHEN}(?:办结|办完|得到答复|办理完毕|有了结果|有了答复)的?(?:申请|件|量|数)?$"
)
_LONGEST = 60
_WITHIN = ("中", "里")
_ALL = frozenset(["received", "received_new", "mentioned", "processed", "handled", "handled_all", "due", "carried_in"])
_GROUPS = ("denied", "unavailable", "not_processed", "other_result")
_LEFT_CELLS: Alternatives = ((CARRIED_OUT,),)
_WHOLES: Mapping[str, Alternatives] = {
    "done": ((HANDLED,),),
    "new": ((RECEIVED,), (RECEIVED, CARRIED_IN)),
    "due": ((RECEIVED, CARRIED_IN),),
    "any": ((HANDLED,), (RECEIVED,), (RECEIVED, CARRIED_IN)),
}
_NAMES = {"done": "办理总计", "new": "收到的申请", "due": "应办的申请", "any": "申请"}


class _Whole(NamedTuple):
    """What a share is of: its name and cells, and whether the clause before says so."""

    name: str
    ways: Alternatives
    is_framed: bool = False


class _Part(NamedTuple):
    """What a share is told of: its key, name, rule and cells."""

    key: str
    name: str
    rule_id: str
    ways: Alternatives


def rough_shares(source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]) -> Iterator[NumberReading]:
    """Yield the shares of a sentence that are told in words or by a bound and understood as a whole."""
    text = sentence.text
    if not holds_one(text, _SAYS_SO) or "公文" in text or source.code not in (*REQUEST_TEXTS, *OVERVIEW_TEXTS, "s5"):
        return
    shares = [(r.start, r.end) for r in said if r.kind == "share"]
    for start, clause, before in _clauses(text, sentence.start):
        if not _FRACTION.search(clause) or _NO_SHARE.search(clause) or len(clause) > _LONGEST:
            continue
        if clause.startswith("其中"):  # of what stands before it, which is understood elsewhere or not at all
            continue
        if _EXACTLY_BEHIND.match(source.text, start + len(clause)):
            continue
        is_behind = source.text[start - 1] == "，"
        plain = _REMARK.sub(lambda found: found["with"] or "", clause)
        match = (is_behind and _BEHIND.match(plain)) or _TAIL.match(plain) or _HEAD.match(plain)
        span = source.span(start, start + len(clause))
        if not match or any(a < span[1] and span[0] < b for a, b in shares) or not source.is_this_year(sentence, start):
            continue
        told = bounds(match, match.groupdict().get("prefix") or "")
        counts = [r for r in said if r.end <= span[0] and r.kind in ("count", "other")]
        words = match.groupdict().get("what")
        part = _part(source, words) if words else _of_number(counts, span[0], told, match)
        whole = _whole(source, match, before, counts if words else []) if part else None
        if not words and _WITHIN_GROUP.search(before) and not match["base"]:
            continue  # 不予公开中执法案卷15件，接近一半
        told = told or (exactly(match) if part and part.rule_id == "N-04" else None)
        if told is None or part is None or whole is None:
            continue
        is_of_any, wholes = whole.name == _NAMES["any"], whole.ways
        if set(part.ways[0]) >= set(wholes[0]) or source.topic_at(sentence, start + len(clause)) == "other":
            continue
        if part.rule_id == "N-04" and is_of_any and not _OF_REQUESTS.search(clause):
            continue  # 八成以上已办结: of what is not said
        begin = start - (len(before) + 1) * whole.is_framed  # 在不予公开的答复中，涉及第三方的不足三分之一
        span = source.span(begin, start + len(clause))
        quote, meaning = source.quote(begin, start + len(clause)), f"{part.name}占{whole.name}的比例"
        reading = NumberReading(*span, quote, told.said, KIND, part.key, meaning, part.rule_id, part.ways)
        yield reading._replace(scope=source.scope(start), bases=(told.low, told.high), groups=wholes)


def _clauses(text: str, place: int) -> Iterator[tuple[int, str, str]]:
    """Yield the clauses of a sentence: place, words with brackets and what came of it, and the clause before."""
    before = ""
    for match in _CLAUSE.finditer(text):
        yield place + match.start(), match[0], before
        before = match[0] if text[match.end() : match.end() + 1] in ("，", "：") else ""


def _of_number(counts: Sequence[NumberReading], place: int, told: Bounds | None, match: re.Match[str]) -> _Part | None:
    """企业提交申请34件，(占新收总数的三成以上): return what the number right before a share counts.

    None where it is such a share of another number told before it: 不予公开10件，其中涉及第三方6件，占六成以上.
    """
    last = counts[-1] if counts and place - counts[-1].end <= 1 else None
    if told is None or last is None or last.kind != "count" or not last.ways:
        return None
    if last.rule_id != "N-05":
        return None
    many = _NUMERALS.index(match["sum"].replace("两", "二")) if match["sum"] else 1
    part, value = _together(counts[-many:]), sum(count.value for count in counts[-many:])
    if part is None or match["base"]:
        return part
    for count in counts[:-many]:
        is_group = count.kind == "count" and count.rule_id == "N-05" and count.ways
        if is_group and set(part.ways[0]) < set(count.ways[0]):
            return None  # 不予公开12件中，执法案卷7件、查询4件，两类占九成以上
        if count.value and told.low <= value * 100 / count.value <= told.high:
            return None
    return part


def _together(counts: Sequence[NumberReading]) -> _Part | None:
    """Return what the last counts are together: 予以公开47件、部分公开11件，(两类合计)."""
    last = counts[-1]
    if len(counts) == 1:
        return _Part(f"rough_{last.key}", last.meaning, last.rule_id, last.ways)
    if any(count.kind != "count" or count.rule_id != "N-05" or not count.ways for count in counts):
        return None
    cells = tuple(cell for count in counts for cell in count.ways[0])
    return _Part(f"rough_{last.key}", "、".join(count.meaning for count in counts), "N-05", (cells,))


def _part(source: SourceText, words: str) -> _Part | None:
    """Return what a share is told of; None where the words are not understood as a whole."""
    if _UNDONE.match(words):
        return _Part("rough_undone", "未办结", "N-04", _LEFT_CELLS)
    if _DONE.match(words):
        return _Part("rough_done", "办结", "N-04", ((HANDLED,),))
    concepts = source.vocabulary.concepts
    words = _SO_MANY.sub("", words)
    role = concepts.shared(words, "request")
    names = _JOINT.split(words)
    if role is None and len(names) > 1:
        roles = [concepts.shared(name, "request") for name in names]
        known = [one for one in roles if one and one.is_result]
        if len(known) < len(names):
            return None
        cells = tuple(dict.fromkeys(cell for one in known for cell in one.alternatives("request")[0]))
        return _Part(f"rough_{known[0].key}", "、".join(one.name for one in known), known[0].rule_id, (cells,))
    if role is None or not role.is_result:
        return None  # kinds of applicants are told of what they asked
    ways = role.alternatives("request")
    is_sure = "予以公开" in words and "部分" not in words
    return _Part(f"rough_{role.key}", role.name, role.rule_id, ways[:1] if is_sure else ways)


def _whole(source: SourceText, match: re.Match[str], before: str, counts: Sequence[NumberReading]) -> _Whole | None:
    """Return what a share is of: what is said beside it or in the clause before, what was counted last, or any."""
    named = match["base"] or match.groupdict().get("frame")
    frame = None if named else _FRAME.match(before)
    named = frame["base"] if frame else named
    if not named and (before.endswith(_WITHIN) or (counts and not _is_of_all(counts[-1]))):
        last = counts[-1] if counts else None
        is_group = last is not None and last.kind == "count" and last.rule_id == "N-05" and last.key in _GROUPS
        return _Whole(last.meaning, last.ways[:1]) if last and is_group else None
    key = next((key for key, words in _BASES if words.search(named or "")), "any")
    if key != "group":
        return _Whole(_NAMES[key], _WHOLES[key], bool(frame))
    roles = [source.vocabulary.role(key) for key in _GROUPS]
    group = next(role for role in roles if named and role.name in named)
    return _Whole(group.name, group.alternatives("request")[:1], bool(frame))


def _is_of_all(count: NumberReading) -> bool:
    """Whether a number counts all applications, or a part beside which another share is told of all."""
    return count.kind == "count" and (count.key in _ALL or count.key == "applicants")


def judged_rough(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, bool | None]:
    """Compare a share that is only bounded with those that the tables give."""
    parts, wholes = ([added(way, numbers) for way in ways] for ways in (reading.ways, reading.groups))
    if None in parts or None in wholes or not wholes[0]:
        return "", None
    low, high = reading.bases
    shares = [float(part or 0) * 100 / float(whole) for part in parts for whole in wholes if whole]
    return f"{shares[0]:.1f}%", any(low <= share <= high for share in shares)
