"""Reads shares told in words or by a bound: 过半数予以公开, 企业占比不足一成, 不掌握的不到八成, 纠错率不足一成.

How much is said by ``word_shares``: the least and the most that the share may be. Of what: all other words of the
clause, or the number right before it. Of which: what is named beside it (占办结总数的), the clause before (在无法提供的
95件中), the group counted last (不予处理3件，多数属), or any that may be meant. What is not understood as a whole is
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from core.base.patterns import holds_one, pattern
from core.form.known_cells import CARRIED_IN, HANDLED, OF_ALL_KINDS, RECEIVED
from core.report.entry_text import Number, format_number
from core.texts.language.meanings import Alternatives
from core.texts.language.phrase_said import Phrase
from core.texts.language.word_shares import SAID, THAN, WORDS, WordShare, share_of
from core.texts.reading.sentence.case_shares import is_of_either, ways_of_share
from core.texts.reading.sentence.frames import frame_of, is_all, is_of_years_at
from core.texts.reading.sentence.sentences import (
    CASE_TEXTS,
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)
from core.texts.reading.sentence.share_checks import added
from core.texts.reading.shares.kinds_within import WITHIN
from core.texts.reading.shares.largest import is_of_all, subject_of

KIND = "word_share"
_TEXTS = (*REQUEST_TEXTS, *OVERVIEW_TEXTS, *CASE_TEXTS, "s5")
_CLAUSE = pattern(
    "(?:[^，；：。！？—（）\\n]|（(?:[^（）\\d]*|\\d+[件宗份起](?=）的))）)+(?:，(?:答复|办理|处理)结果(?:为|是|系|都|均)[^，；：。（）\\d]+)?"
)
"""With its remarks and bases in brackets, and with what came of it: 四分之三以上的办结申请，答复结果为予以公开."""
_REMARK = pattern("（(?:(?:含|包括|包含)(?P<with>部分公开)|[^（）]*)）")
"""予以公开（不含部分公开）"""
_LINK = (
    "(?:[控限]制在|[保维]持在|稳定在|降[至到]|比重|比例|占比|份额|(?<!案)数量|件数|所占|占[到去了]?|的|为|是|达到?|仅|只"
    "|也|就|还|已|有|共|均|都|则)*$"
)
_LINKED = pattern(
    f"(?:(?:在|(?:只|仅|也|已|就|才|共|还)*占(?:了|到|比|去|的)*|(?P<than>{THAN})了?)(?P<base>[^，；：。（）占]{{2,14}}?)(?:[当之]?[中里])?的?)?{_LINK}"
)
"""予以公开件(在办结件中的比重为)五成四; 予以公开(超过办结总数的)一半; 不掌握(的)不到八成"""
_LINK_ALONE = pattern(_LINK)
_FRAME = pattern(
    "^(?:其中|在|从|这|上述|以上|对)*(?P<base>(?:[^，；：。（）在]|(?<=[正现])在|在(?=办)){0,16}?)(?:的?申请|的?答复)?(?:当|之)?[中里]头?"
    "(?:共|仅|只|尚|仍|还|均|有|，)*"
)
"""(办结件中)半数予以公开; (新老申请合计中尚有)一成以上"""
_WITHIN = ("中", "里")
_BASE_BEHIND = pattern(
    "^的?(?P<base>[^，；：。（）]{0,8}?(?:申请|答复|办件|件))(?!人)(?:，(?:答复|办理|处理)结果)?(?=.)"
)
"""四分之三以上(的办结申请，答复结果)为予以公开"""
_LEAD = pattern("^(?:其中|另(?!行)|单是|仅是|光是|单|仅|光|从[^，；。]{2,8}看)+")
_OF_THOSE = pattern("^(?:这?其中|[这此其]?当中|[这此]中|[这其]?里[面头]|这里)(?:，|有|又有|约有)?")
"""不予公开占28.6%，(其中)四分之三是行政执法案卷: of those that the share before is told of."""
_NAMED_AHEAD = pattern(
    "^(?:在|对|对于|上述|以上|这|此类|这类|该)*(?P<base>[^，；：。（）]{0,24}?(?:申请|办件|办结件|的\\d+件|[的类件部有述供开理]答复))$"
)
"""(无法提供的申请)，八成以上是因为不掌握; (新收和结转的111件申请)，九成五以上当年办结"""
_SOME_AHEAD = pattern(
    "(?!.*(?:看|构成|结构|主体|申请人|结果|类型|情况)(?:上|方面|来看)?$)"
    "[^\\d]*(?:(?:申请(?!数?量|总量|总数|工作)|诉求|事项|类|问题)[^\\d]*|领域|(?<!公开)方面|业务)$"
)
"""(征地类诉求居多)，八成以上不予公开; not 从答复类型看"""
_BASE_COUNTED = pattern("（\\d+[件宗份起]）的")
"""占应办总量(（111件）的)8.1%: nothing else reads it."""
_NUMBERED = pattern("^.*\\d.*$")
_OF_APPLICATIONS = pattern("占[^，；。]{0,12}(?<!复议)(?<!诉讼)申请(?!复议|行政)")
_COUNT = pattern("\\d+[件宗份起]")
_SO_MANY = pattern(
    "(?:(?:这|等)?[两二三][类项者种](?:答复|结果|情形|申请[人者]?|主体)?)?(?:合计|之和|共计|共|加起来|合起来|相加|合在一起)?的?$"
)
"""予以公开和部分公开(两类合计)不到一成"""
_JOINT = pattern("、|以及|和|及|与|或者?")
_RATE = pattern("(?P<what>维持|支持|纠错|纠正|败诉)率")
"""纠错率(不足一成)"""
_OUTCOMES = {"支持": "维持", "纠错": "纠正"}
_EXACTLY_BEHIND = pattern("(?:，(?:也?即|也?就是|具体为|具体是|为|达到?|是)约?|（约?)\\d{1,3}(?:\\.\\d+)?%")
"""个人占八成有余(，即81.2%): compared by itself."""
_OF_BOTH = pattern("占(?:了|到|全部|所有|两类|各类)*案件(?:的?(?:总数|总量|数量))?的?$")
"""行政复议(占案件总数): of reviews and lawsuits."""
_OF_THE_CASES = pattern("[^\\d]*\\d+[件起宗][^\\d]{0,24}[中里]$")
"""(27件信息公开复议诉讼案件中)，结果维持的占比超过六成: of these, whether closed or not."""
_OF_PAPERS = pattern("公文|属性|清单|目录|稿件")
"""属性为主动公开的公文占六成，不予公开的不足一成: no applications."""
_NOT_PARTLY = "公开部分"
"""公开部分过半: whatever was made public, not 部分公开."""
_BECAUSE = pattern("(?:都|均)?(?:是|系)?(?:因为?|由于|缘于|出于)")
_GROUPS = ("denied", "unavailable", "not_processed", "not_provided", "other_result", "unknown")
"""无法提供的22件，一大半(是因为)本局没有那份材料: most of these, not of all."""
_LONGEST = 60
_OF_REQUESTS = ("申请", "办件")
_STATES, _COME_IN = ("handled", "carried_out"), ("carried_in", "received_new")
"""What may be told by a percentage in digits too: 35%的申请年内未能办结; 上年结转的占应办总量的8%, of these only."""
_EXACTLY_HERE = pattern("[结毕未没年新和与及、或两三]|^(?:只|仅|也|已|约)?占")
"""What a clause holds whose percentage in digits nothing else may read."""
_AND = "、"
_OF_ALL = ("received", "received_new", "mentioned", "processed", "handled", "handled_all", "due", "carried_in")
_ROWS: Mapping[str, Alternatives] = {
    "办理总计": ((HANDLED,),),
    "新收申请": ((RECEIVED,),),
    "应办申请": ((RECEIVED, CARRIED_IN),),
    "收到的申请": ((RECEIVED,), (RECEIVED, CARRIED_IN)),
    "申请": ((HANDLED,), (RECEIVED,), (RECEIVED, CARRIED_IN)),
}
"""In which cells all applications may be counted, by what a share is told of."""
_NAMES = (("DUE", "应办申请"), ("DONE", "办理总计"), ("NEW", "新收申请"), ("RECV", "收到的申请"))


class _Part(NamedTuple):
    """What a share is told of: its key, name, rule, ways to reckon it, and whether it is a kind of applicants.

    ``counted`` is the number by which it is told.
    """

    key: str
    name: str
    rule_id: str
    ways: Alternatives
    is_applicant: bool = False
    counted: Number = 0


class _Whole(NamedTuple):
    """What a share is of: its name and ways to reckon it."""

    name: str
    ways: Alternatives


class _Told(NamedTuple):
    """A clause that tells a share: its place, the words before and behind the share, how much it is.

    ``ahead`` is the clause before, ``before`` the numbers before, ``shares`` the shares before, ``is_partial_told``
    whether 部分公开 has a number.
    """

    start: int
    end: int
    head: str
    tail: str
    share: WordShare
    ahead: str
    before: Sequence[NumberReading]
    shares: Sequence[NumberReading]
    is_partial_told: bool


def shares_in_words(
    source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]
) -> Iterator[NumberReading]:
    """Yield the shares in words of a sentence; ``said`` is what was read in it already."""
    if source.code not in _TEXTS or not holds_one(sentence.text, WORDS) or _OF_PAPERS.search(sentence.text):
        return
    shares, said = [(r.start, r.end) for r in said if r.kind == "share"], [*said]
    for told in _clauses(source, sentence, said):
        is_of_years = is_of_years_at(source, sentence, told.end) or not source.is_this_year(sentence, told.start)
        if is_of_years or _EXACTLY_BEHIND.match(source.text, told.end):
            continue
        if _BECAUSE.match(told.tail) and told.before and told.before[-1].key in _GROUPS and len(told.head) <= 1:
            continue
        found = (_of_cases if source.code in CASE_TEXTS else _of_requests)(source, sentence, told)
        first, last = source.span(told.start, told.end)
        if found and (
            (found[0].is_applicant and not told.share.is_exact) or not any(a < last and first < b for a, b in shares)
        ):
            said.append(_reading(source, told, *found))
            yield said[-1]


def _clauses(source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]) -> Iterator[_Told]:
    """Yield the clauses of a sentence that tell a share and compare it with nothing else."""
    ahead, text, is_partial_told = "", sentence.text, any(r.key == "partial" for r in said)
    for clause in _CLAUSE.finditer(text):
        words, place = clause[0], sentence.start + clause.start()
        if len(words) <= _LONGEST and holds_one(words, WORDS):
            plain = _REMARK.sub(lambda remark: remark["with"] or "", words) if "（" in words else words
            match = SAID.search(plain)
            share = _share(plain[: match.start()], match) if match else None
            if match and share and not source.words["not_shared"].search(plain):
                first = source.span(place, place + 1)[0]
                above = [r for r in said if r.end <= first]
                before = [r for r in above if r.kind in ("count", "other")]
                shares = [r for r in above if r.kind in ("share", KIND)]
                head, tail, end = plain[: match.start()], plain[match.end() :], sentence.start + clause.end()
                share = share._replace(is_exact=share.is_exact and not _BASE_COUNTED.search(words))
                yield _Told(place, end, head, tail, share, ahead, before, shares, is_partial_told)
        ahead = words if text[clause.end() : clause.end() + 1] in ("，", "：") else ""


def _share(head: str, said: re.Match[str]) -> WordShare | None:
    """Return how much is told, also where it says of what in between: 超过(办结总数的)一半."""
    linked = _LINKED.search(head)
    whole = SAID.fullmatch(linked["than"] + said[0]) if linked and linked["than"] else said
    return share_of(whole) if whole else None


def _of_requests(source: SourceText, sentence: SentenceState, told: _Told) -> tuple[_Part, _Whole] | None:
    """Return what a share of applications is told of, and of which."""
    if told.share.is_exact and not _EXACTLY_HERE.search(told.head + told.tail):
        return None
    if _is_other(source, sentence, told):
        return None
    head, tail = _LEAD.sub("", _OF_THOSE.sub("", told.head)), told.tail
    frame = _FRAME.match(head) if holds_one(head, _WITHIN) else None
    whole = _whole(source, frame["base"]) if frame else None
    if frame and not whole and frame.end() == len(head):
        return None  # 涉及征地的申请中，…
    head = head[frame.end() :] if frame and whole else head
    behind = _BASE_BEHIND.match(tail)
    if behind and (of := _whole(source, behind["base"])):
        tail, whole = tail[behind.end() :], whole or of
    linked = _LINKED.search(head)
    if linked and linked["base"] and not (whole := _whole(source, linked["base"])):
        return None
    words = head[: linked.start() if linked else None] + tail
    own = words if _SO_MANY.sub("", words) else ""
    words = own or subject_of(told.ahead) or _NUMBERED.sub("", told.ahead)
    part = _part(source, words, told) if words else _counted(source, told)
    if part is None or (told.share.is_exact and not _only_here(part, words, own)):
        return None
    if part.is_applicant and told.before and told.before[-1].meaning.endswith(f"（{WITHIN}）"):
        return None
    whole = whole or _unnamed(source, sentence, told, part)
    if whole is None or (part.key in _COME_IN and whole.ways != _ROWS["应办申请"]):
        return None
    is_of_all = all(way in _ROWS["申请"] for way in whole.ways)
    is_within = not part.is_applicant and set(part.ways[0]) < set(whole.ways[0])
    return (part, whole) if is_of_all or is_within else None


def _only_here(part: _Part, words: str, own: str) -> bool:
    """Whether a percentage in digits is read by nothing else: 35%的申请年内未能办结, 决定公开的，占35%."""
    return part.key in (*_STATES, *_COME_IN) or _AND in part.name or bool(words and not own)


def _is_other(source: SourceText, sentence: SentenceState, told: _Told) -> bool:
    return source.topic_at(sentence, told.end) == "other"


def _whole(source: SourceText, words: str) -> _Whole | None:
    """Return what words name of which a share may be told: all applications, or a group of results."""
    concepts = source.vocabulary.concepts
    words = _COUNT.sub("", words)
    group, said = concepts.shared(words, "request"), concepts.said(words)
    if group and group.is_result and not group.word:
        return _Whole(group.name, group.alternatives("request")[:1])
    if said is None or not is_all(said):
        return None
    name = next((name for concept, name in _NAMES if concept in said), "申请")
    return _Whole(name, _ROWS[name])


def _unnamed(source: SourceText, sentence: SentenceState, told: _Told, part: _Part) -> _Whole | None:
    """Return what a share is of that does not say so: what the sentence narrows it to, or the group counted last."""
    groups = frame_of(source, sentence, told.start)
    if groups is not None:
        return _Whole("其中", groups) if groups else None
    frame = _FRAME.match(told.ahead)
    if frame and frame.end() == len(told.ahead):
        return _whole(source, frame["base"])
    if named := _NAMED_AHEAD.match(told.ahead):
        return _whole(source, named["base"])
    is_of_those = bool(_OF_THOSE.match(told.head))
    for group in sorted((*told.before, *told.shares), key=lambda r: -r.end):
        if group.rule_id != "N-05" or not group.ways or not set(part.ways[0]) < set(group.ways[0]):
            continue
        if group.kind == "count":
            return _Whole(group.meaning, group.ways[:1])
        if group in told.shares:
            return _Whole("其中" if is_of_those else "申请", (group.ways[0], *_ROWS["申请"]))
    is_of_done = bool(told.shares) and told.shares[-1].rule_id == "N-04"
    if is_of_those and not is_of_done and SAID.search(told.ahead or _sentence_before(source, sentence, told)):
        return None
    is_of_some = is_of_those and not is_of_all(source, told.before)
    if (
        _SOME_AHEAD.match(told.ahead)
        and not SAID.search(told.ahead)
        and source.vocabulary.concepts.said(told.ahead) is None
    ):
        return None  # 征地类诉求居多，八成以上不予公开
    if part.key in _STATES and not holds_one(told.head + told.tail, _OF_REQUESTS):
        return None  # 八成以上已办结: of what is not said
    return None if is_of_some or sentence.part_of is not None else _whole(source, "")


def _sentence_before(source: SourceText, sentence: SentenceState, told: _Told) -> str:
    """Return the sentence before, where a clause is the first one of its own."""
    is_first = not source.text[sentence.start : told.start].strip()
    return source.text[: sentence.start].rstrip("。；\n").rpartition("。")[2] if is_first else ""


def _part(source: SourceText, words: str, told: _Told) -> _Part | None:
    """Return what a share is told of; None where the words are not understood as a whole."""
    concepts = source.vocabulary.concepts
    words = _SO_MANY.sub("", words)
    if _NOT_PARTLY in words:
        return None
    role = concepts.shared(words, "request") or concepts.row(words)
    if role is None and _JOINT.search(words):
        roles = [concepts.shared(name, "request") for name in _JOINT.split(words)]
        is_of_kinds = "其他" not in words and all(one and one.is_applicant for one in roles)
        known = [one for one in roles if one and (is_of_kinds or one.is_result)]
        cells = tuple(dict.fromkeys(cell for one in known for cell in one.alternatives("request")[0]))
        name = _AND.join(one.name for one in known)
        part = _Part(known[0].key, name, known[0].rule_id, (cells,), is_of_kinds) if known else None
        return part if len(known) == len(roles) else None
    if role is None:
        made = concepts.composed(Phrase("", words, "", "request", "件"))
        role = made.role if made and made.role.key in (*_STATES, *_COME_IN) else None
    ways = role.alternatives("request")[: 1 if told.is_partial_told else None] if role else ()
    return _Part(role.key, role.name, role.rule_id, ways, role.is_applicant) if role else None


def _counted(source: SourceText, told: _Told) -> _Part | None:
    """企业提交申请34件，(占新收总数的三成以上): return the kind of applicants that the number right before counts.

    The shares of results that are told so are read with their numbers (``shares``), since they may be of one of these.
    """
    last = told.before[-1] if told.before else None
    is_next = last is not None and source.span(told.start, told.start)[0] - last.end <= 1
    if last is None or not is_next or any(count.key not in (*_OF_ALL, "applicants") for count in told.before):
        return None
    is_kind = last.kind == "count" and last.key == "applicants" and bool(last.ways)
    return _Part(last.key, last.meaning, last.rule_id, last.ways, True, last.value) if is_kind else None


def _of_cases(source: SourceText, sentence: SentenceState, told: _Told) -> tuple[_Part, _Whole] | None:
    """Return the outcome, or the way to court, that a share of cases is told of, and the cases that it is of."""
    is_of_some = any(count.kind == "other" for count in told.before)  # 因征地引发的8件中，维持的不足半数
    base = told.before[-1] if told.before and _OF_THE_CASES.match(told.ahead) else None
    is_open = base is None and is_of_either(sentence, told.start, told.head + told.tail)
    if is_of_some or is_open or frame_of(source, sentence, told.start) is not None:
        return None
    rate, words = _RATE.search(told.head), _LINK_ALONE.sub("", _LEAD.sub("", told.head) + told.tail)
    words = _OUTCOMES.get(rate["what"], rate["what"]) if rate else words
    words = told.ahead + words if words.startswith("占") and told.ahead.endswith("的") else words
    if (told.share.is_exact and words.startswith("占")) or _OF_APPLICATIONS.search(words):
        return None  # 维持118件，占审结量的67.4%: of the number before it; 复议量占办结申请的7.7%: of other things
    topic = source.topic_at(sentence, told.end)
    made = source.vocabulary.concepts.composed(Phrase("", words, "", topic, "件"))
    ways = made.role.alternatives(made.topic) if made else ()
    ways = ways[:1] if base and base.key == "cases_both" else ways
    is_of_both = bool(_OF_BOTH.search(words))
    ways = ways_of_share(ways[0], is_narrow=True, of_both=is_of_both) if len(ways) == 1 else ()
    if made is None or not ways or (told.share.is_exact and rate):
        return None
    wholes = base.ways if base and base.ways in (ways[1:2], ways[2:3]) else ways[1:]
    return _Part(made.role.key, made.role.name, made.role.rule_id, ways[:1]), _Whole("该类案件", wholes)


def _reading(source: SourceText, told: _Told, part: _Part, whole: _Whole) -> NumberReading:
    """Return a share with each way to reckon its part beside the whole that it then is of."""
    pairs = [*product(part.ways, whole.ways)]
    if part.is_applicant:
        columns = dict.fromkeys(cell[-3:] for cell in part.ways[0])
        wholes = sorted(whole.ways, key=lambda way: way == (HANDLED,))  # of those received first
        pairs = [
            (tuple(c.removesuffix(OF_ALL_KINDS) + column for c in way for column in columns), way) for way in wholes
        ]
    ways, groups = zip(*pairs, strict=True)
    start = told.start - (len(told.ahead) + 1 if part.counted else 0)
    span, quote = source.span(start, told.end), source.quote(start, told.end)
    name, scope = f"{part.name}占{whole.name}的比例", source.scope(told.start)
    what = NumberReading(*span, quote, told.share.middle, KIND, f"{KIND}_{part.key}", name, part.rule_id, ways, scope)
    return what._replace(counted=part.counted, bases=(told.share.least, told.share.most), groups=groups)


def judged_share_in_words(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, bool | None]:
    """Return the first share that the tables give, and whether one of them is as much as is told."""
    pairs = [(added(way, numbers), added(of, numbers)) for way, of in zip(reading.ways, reading.groups, strict=True)]
    known = [(part, whole) for part, whole in pairs if part is not None and whole is not None]
    if len(known) < len(pairs) or not known[0][1]:
        return "", None
    least, most = reading.bases
    part, whole = known[0]
    if part > whole:
        return "", None  # 未公开的89件中，无法提供过半: of more than was understood
    shown = f"{float(part) * 100 / float(whole):.2f}%（{format_number(whole)}件中{format_number(part)}件）"
    known += [(reading.counted or part, whole) for part, whole in known]
    return shown, any(least <= Decimal(part) * 100 / Decimal(whole) <= most for part, whole in known if whole)
