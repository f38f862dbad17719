"""Claims on results of some applications only, which the words or the number before them tell: 信函申请41件，公开20件.

A result is compared with all results of the table only where it is of all applications. What stands before it in its
part of the sentence is its frame: a number (补正28件，公开13件), words before 中 (自然人申请中，公开128件), or the
result before it that was left alone itself (经延期的公开12件、不予公开5件).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS, HANDLED, OF_ALL_KINDS
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ANSWERED
from core.texts.language.vocabulary import TextVocabulary, load_vocabulary
from core.texts.reading.sentence.share_checks import added

_OPINION = "第三方的意见"
_NEAR = 18
"""How far behind a number its percentage may stand."""
_OF_OTHER_TIMES = pattern("其他年度|约数|多年累计|计划或标准|某一天|年初|不计入")
"""Why a number is no frame, though it was left alone."""
_NARROWED = pattern("未识别，|其中一部分|被申请复议|第三方的意见|另有所指|一段时间|渠道")
"""Why a result was left alone, and those joined to it are too."""
_THE_REST = pattern("其余|余下|剩余|剩下|其他的?$")
"""(其余)8件分别为不予公开1件、无法提供5件: what is left of all."""
_BARE = pattern(
    "(?:[在对其中这些上述以的，]|全年|共有?)*[\\d〇一二两三四五六七八九十百]+[件宗份](?:政府信息公开)?(?:申请)?"
)
"""(12件申请)中: nothing narrows them."""
_BEHIND = pattern(
    "(?:政府信息公开|信息公开)?(?:申请)?(?:事项)?(?:当?中|里|之中)?(?:均|都|全部|已|经|予以|按期|依法|办结|答复|公开|不予|部分|的)*(?P<words>[^，；。：、（）\\d]*)"
)
_WITHIN = pattern("(?:的)?(?:申请)?(?:当?中|里|之中)[，有]{0,2}[^，；。：\\d]{0,8}")
"""延期的18件(中公开)5件: of the number before it, whatever stands before that."""
_MODIFIED = pattern("[的经被由因对]|原")
"""(经延期的)予以公开12件: words that narrow a result."""
_JOINED = pattern("(?:[、，和及与]|以及|另有|另)*[^，。；：、（）\\d]{0,12}")
_NEAR_WHOLE = 8
"""How many numbers before a result the whole of its list may stand."""
_NEXT_OF_LIST = pattern("(?:[、，]|以及|和|及)(?!全[年局市县区省]|[共合总]|其中|另)(?:[^，；。：（）\\d中里]{1,24})")
"""公开13件(，不予公开)20件: of the same list, with no frame of its own."""
_PART, _SENTENCE = "。；！？\n", "。！？\n"
_ASKER = pattern(
    "(?:某|[一有][位名户家]|这[位名户家]|该)[^，；。]{0,6}|(?:拆迁户|村民|居民|业主|市民|住户|商户|当事人|老人)(?=[^，；。]{0,24}(?:递交|提交|提出|申请|来问))"
    "|(?:^|[，；。])[他她]"
)
_THESE = pattern("[，；](?:\\d+|[一二两三四五六七八九十])[件宗份](?:申请)?(?:都|均|全部|全都)")
"""要评估报告和安置方案(，2件都)给了"""
_FRAME = pattern(
    "(?:^|[，：])(?:其中，?|在|对|就|从)*(?P<set>[^，。；：、（）\\d]{2,24}?)(?:当中|之中|(?<!集)中|里)(?:有|，|：)*$"
)
"""(自然人申请)中，; not 原因集中，"""
_FRAME_BEFORE = pattern(
    "^(?:其中，?|在|对|就|从)*(?P<set>[^，。；：（）\\d]{2,24}?)(?:当中|之中|(?<!集)中|里)"
    "(?:[，：]|(?=(?:以)?(?:自然人|公民|个人|企业|商业企业|法人|科研|社会公益|律师|法律服务)))"
)
"""(网上申请)中自然人占80%"""
_OLD_ONES = pattern(
    "^(?:其中，?|在|对|就|从|至于)*(?:(?:20\\d\\d年|上年|去年|上一年)度?(?:结转|遗留|转入|转来|带|留|拖|剩|未办|没办)[^，。；：、（）\\d]{0,8}?(?:的|件|案|申请)"
    "|结转(?:过来|下来|来)?的?(?:件|申请|的)|(?:旧|老)(?:件|案|申请))(?:当中|之中|中|里|方面)?[，：]?(?:予以|均|都|有|已|全部|部分|不予|公开|无法|提供)*$"
)
"""(旧件里)3件公开, (去年带过来的件，)公开3件"""
_BEHIND_A_STEP = pattern(
    "(?:^|，)(?:其中，?)?(?:经)?(?:征求|补正|延期|会商|沟通|协商|复核)[^，；。：、（）\\d]{0,10}后，?(?:予以|同意|全部|部分)?公开"
)
"""(征求第三方意见后公开)5件、不公开4件: of those that came to it."""
_KIND_FIRST = pattern(
    "(?:^|，)(?:其中，?)?(?:自然人|公民|个人|商业企业|企业|公司|科研机构|社会公益组织|法律服务机构|律师事务所|律所|律师|法人)"
    "(?:提出|提交|递交)?的?申请(?:中)?(?:予以|部分|不予|无法|公开)"
)
"""(自然人申请予以)公开70件、部分公开20件"""
_OF_A_KIND = pattern("(?:^|，)(?:其中，?)?(?P<kind>[^，；。：、（）\\d各]{2,12}类)(?:的|政府信息公开)*申请")
"""(征地类)申请占46.2%，其中无法提供占28.6%"""
_OF_ALL = pattern("全[年局市县区省州委厅镇乡](?:共|累计)?(?!.*类)")
"""受执法案卷类申请增多影响，(全年)不予公开7件: of all."""
_ON_A_MATTER = ("涉及", "针对", "关于")
_OF_WHOLE_OFFICE = pattern("全(?:[局市县区省州委厅镇乡旗关]|分局|系统|街道)")
"""临港所的申请里，要看案卷的多，(全分局)不予公开4件: of all, where a clause stands between it and the frame."""
_DIMENSION = pattern("(?:类别|结果|构成|类型|情况|方式|形式|去向|分布|总数|总量)$")
"""(答复类别)中，予以公开占45%: of all."""
_CHANGED_TO = pattern(
    "(?:大幅|明显|进一步)?(?:降|增|升|减|回落|增长|上升|下降|提高|压减|减少|增加|锐减|猛增|缩减)(?:至|到|为)[^，；。\\d]{0,6}\\d"
)
_CHANGED_FROM = pattern("[由从](?:上年|去年|上一年|20\\d\\d年)[^，；。\\d]{0,6}\\d")
_SAYS_OF_ALL = pattern(
    "占(?:全[年局市县区省州镇乡旗]度?|本年度?|年度)(?:政府信息公开|信息公开)?(?:新收|收到|受理|收件|来件|申请)[^，；。]{0,8}\\d"
)
"""三个科室收到269件，占(全局新收申请的)70.4%: it says itself that it is of all."""
_GOES_ON = pattern(
    "^(?:(?:[我本](?:[局委办厅镇乡县市区]|机关|单位|街道)|经[^，；。\\d]{2,6}，)*[对就在从]?其中|这些|上述|以上)"
)
_ALL_APPLICATIONS = frozenset(["REQ", "RECV", "NEW", "THING", "ALL", "DONE", "PROC", "INFO", "DUE", "DECIDE", "AND"])
_WHOLES = frozenset(
    ["received", "received_new", "received_and_handled", "mentioned", "processed", "due", "linked", *ANSWERED]
)
_OF_APPLICATIONS = ("件", "宗", "份")


def subsets_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge results that are told of some applications, nor the percentages behind them."""
    if not any(claim.agrees is False and claim.rule_id == "N-05" for claim, _ in found):
        return found
    vocabulary = load_vocabulary(context.report.form_id)
    results = frozenset(role.key for role in vocabulary.roles if role.is_result)
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.rule_id != "N-05" or claim.number is None:
            continue
        if claim.kind == "some" and not any(cell.endswith(OF_ALL_KINDS) for cell in claim.cells):
            continue  # 公益组织提出的2件申请均部分公开, where it has none
        if claim.is_share:
            is_of_some = _is_share_of_some(context, vocabulary, [c for c, _ in found[: i + 1]])
            is_of_some = is_of_some or (i > 0 and _is_next(found[i - 1][0], claim))
            is_of_some = is_of_some and not (claim.key == "share_of_count" and _SAYS_OF_ALL.search(claim.quote))
        else:
            told = [c for c, _ in found[: i + 1]]
            is_listed = any(c.agrees and set(claim.cells) < {*c.cells} for c in told[-_NEAR_WHOLE:])
            more = _joined_behind(context, results, [c for c, _ in found[i:]]) if is_listed else 0
            is_of_some = _is_of_some(context, vocabulary, results, told, more)
        if is_of_some:
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_share_of_some(context: CheckContext, vocabulary: TextVocabulary, told: Sequence[Claim]) -> bool:
    """Whether a percentage is that of some applications which the words before it name: 网络申请中，予以公开占47%."""
    claim = told[-1]
    text = context.report.texts[claim.place.text]
    start = max(text.rfind(mark, 0, claim.place.start) for mark in _PART) + 1
    return _names_some(vocabulary, text[start : claim.place.start], claim)


def _is_next(before: Claim, claim: Claim) -> bool:
    """Whether a percentage stands directly behind a result that was left alone."""
    is_left_alone = before.agrees is None and bool(_NARROWED.search(before.meaning))
    is_left_alone = is_left_alone and before.place.text == claim.place.text
    return is_left_alone and claim.place.start - before.place.end < _NEAR


def _joined_behind(context: CheckContext, results: frozenset[str], told: Sequence[Claim]) -> Number:
    """Return the sum of the results of the list that goes on behind the first of some claims: they have one frame."""
    text = context.report.texts[told[0].place.text]
    counts = [c for c in told if not c.is_share and c.number is not None]
    more: Number = 0
    for before, claim in pairwise(counts):
        is_next = claim.place.text == before.place.text and claim.key in results
        if not is_next or not _NEXT_OF_LIST.fullmatch(text, before.place.end, claim.place.start):
            break
        more += claim.number or 0
    return more


def _is_of_some(
    context: CheckContext, vocabulary: TextVocabulary, results: frozenset[str], told: Sequence[Claim], more: Number
) -> bool:
    """Whether the last of some claims, a result, is told of some applications only.

    What the results joined behind it add up to (``more``) has the same frame where their whole is told: 不予公开44件，
    其中第三方不同意的9件，属于查询的6件，过程性信息7件 are parts of that, not the last two of the 9.
    """
    claim = told[-1]
    text = context.report.texts[claim.place.text]
    if _is_of_one_asker(text, told[:-1], claim):
        return True
    start = max(text.rfind(mark, 0, claim.place.start) for mark in _PART) + 1
    here = [
        c for c in told[:-1] if c.place.text == claim.place.text and c.place.start >= start and c.number is not None
    ]
    here = [c for c in here if not (c.is_share or _is_no_frame(c, claim))]
    _, *between, own = ["", *text[start : claim.place.start].split("，")]
    if len(between) > 1 and _OF_WHOLE_OFFICE.match(own) and all(c.key in results for c in here):
        return False
    if here and here[-1].key in results and _is_joined(text, here[-1], claim):
        return True
    run: Number = (claim.number or 0) + more
    first = claim
    while here and here[-1].key in results and not _is_of_matters(text, here[-1]):
        first = here.pop()
        run += first.number or 0
    if here:
        is_within = _WITHIN.fullmatch(text, here[-1].place.end, first.place.start)
        return _is_frame(context, here[-1:] if is_within else here, run)
    if _names_some(vocabulary, text[start : first.place.start], claim):
        return True
    if text[start - 1 : start] == "；" and _goes_on(told, text, start, results):
        return True
    before = [c for c in told[:-1] if c.place.text == claim.place.text and c.place.start < start]
    before = [c for c in before if c.number is not None and not c.is_share]
    goes_on = bool(_GOES_ON.match(text[start:])) and bool(before) and before[-1].key not in results
    return goes_on and text[before[-1].place.end : start].count("。") < 2 and _is_frame(context, before[-1:], run)


def _is_of_one_asker(text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a bare number is that of what one person asked for: 拆迁户3月、5月各递交1件申请，2件都给了."""
    start = max(text.rfind(mark, 0, claim.place.start) for mark in _SENTENCE) + 1
    asker = _ASKER.search(text, start, claim.place.start)
    these = _THESE.search(text, claim.place.start - 1, claim.place.end + len("申请全都")) if asker else None
    if these is None or (claim.number or 0) > max(claim.sums, default=0):
        return False
    return not any(
        c.key in _WHOLES and c.agrees and c.place.start >= start for c in before if c.place.text == claim.place.text
    )


def _goes_on(told: Sequence[Claim], text: str, start: int, results: frozenset[str]) -> bool:
    """Whether the part before ends with results of some: 企业申请21件，其中公开9件，占42.9%；部分公开4件."""
    begin = max(text.rfind(mark, 0, start - 1) for mark in _PART) + 1
    before = [c for c in told[:-1] if c.place.text == told[-1].place.text and begin <= c.place.start < start]
    last = [c for c in before if c.number is not None and not c.is_share][-1:]
    return bool(last) and last[0].key in results and last[0].agrees is None and OF_SOME in last[0].meaning


def _is_of_matters(text: str, told: Claim) -> bool:
    """Whether what was read as a result tells what others said, or what is asked for: 对涉及隐私的9件申请."""
    return _OPINION in told.meaning or (OF_SOME in told.meaning and text.startswith("申请", told.place.end))


def _is_no_frame(told: Claim, claim: Claim) -> bool:
    """Whether a number is of another time, is what is left of all, or is that of the claim itself."""
    is_itself = told.place.start < claim.place.end and claim.place.start < told.place.end
    if _CHANGED_TO.match(claim.quote) and _CHANGED_FROM.search(told.quote):
        return True  # 不掌握类由上年的92件降至81件
    return is_itself or bool(_OF_OTHER_TIMES.search(told.meaning) or _THE_REST.search(told.quote))


def _is_joined(text: str, before: Claim, claim: Claim) -> bool:
    """Whether a result stands behind one that was left alone, with nothing but words of its own between them."""
    between = text[before.place.end : claim.place.start]
    if before.agrees is not None or not _NARROWED.search(before.meaning) or not _JOINED.fullmatch(between):
        return False
    clause = text[: before.place.start]
    return bool(_MODIFIED.search(clause, max(map(clause.rfind, "，。；：\n")) + 1))


def _is_frame(context: CheckContext, told: Sequence[Claim], run: Number) -> bool:
    """Whether the last number before a run of results is that of the applications they are of, and not of all.

    延期答复21件，其中征求意见14件、信息量大7件，公开9件: behind parts that are left alone their whole counts.
    """
    text = context.report.texts[told[-1].place.text]
    wholes = [added(way, context.numbers) for way in ALL_WAYS]
    is_list = len(told) > 1 and told[-1].key not in _WHOLES
    for n, last in enumerate(reversed(told)):
        if last.rule_id == "N-06" or last.key in ("upheld", "corrected"):
            return n == 0 and (last.number or 0) >= run
        if last.agrees is not None or last.is_linked or last.number in wholes:
            return False
        if n == 0 and not is_list:
            return (last.number or 0) >= run and _is_narrowed(text, last)
    return (told[0].number or 0) >= run and _is_narrowed(text, told[0])


def _is_narrowed(text: str, told: Claim) -> bool:
    """Whether words before a number of applications, or behind it, narrow them: 312件申请通过网络提交."""
    if not text[: told.place.end].endswith(_OF_APPLICATIONS):
        return False
    behind = _BEHIND.match(text, told.place.end)
    is_bare = told.rule_id == "" and _BARE.fullmatch(told.quote.rpartition("，")[2])
    return not is_bare or len(behind["words"] if behind else "") > 1


def _names_some(vocabulary: TextVocabulary, head: str, claim: Claim) -> bool:
    """Whether the words before a run of results name some applications: 自然人申请中，公开128件."""
    if _OLD_ONES.match(head) or _BEHIND_A_STEP.search(head):
        return True
    columns = {cell[-3:] for cell in claim.cells}
    is_of_kind = len(columns) == 1 and not columns & {OF_ALL_KINDS}
    if _KIND_FIRST.search(head):
        return not is_of_kind  # compared with the column of the kind already
    named = _FRAME_BEFORE.match(head) or _FRAME.search(head)
    if named is None:
        kind = _OF_A_KIND.search(head) if not _OF_ALL.match(head.rpartition("，")[2]) else None
        said = vocabulary.concepts.said(kind["kind"]) if kind else frozenset()
        return said is None
    if _DIMENSION.search(named["set"]):
        return False
    if named["set"].startswith(_ON_A_MATTER) and "公开" not in named["set"]:
        return True
    said = vocabulary.concepts.said(named["set"])
    group = vocabulary.concepts.shared(named["set"], "request")
    if group and group.is_applicant and is_of_kind:
        return False
    if group and group.is_result and is_of_kind:  # 部分公开的答复中，自然人8件
        return not {cell[:-2] for cell in claim.cells} <= {c[:-2] for way in group.alternatives("") for c in way}
    if group and group.is_result:
        own = set(claim.cells) - {HANDLED} if claim.is_share else set(claim.cells)
        return not own < {cell for way in group.alternatives("") for cell in way}
    return said is None or not said <= _ALL_APPLICATIONS
