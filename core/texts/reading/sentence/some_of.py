"""Whether a number counts some of those that are told before it."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language import grammar
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText

ADDED_UP = ("received", "received_new", "carried_in")
DEALT_WITH = ("handled", "processed")
OF_PLACE = (*ADDED_UP, *DEALT_WITH, "licensing", "penalty", "coercion")
"""全县作出行政处罚395件，其中我局(371件): what is told of a whole place, and then of us."""
_SUBSETS = ("applicants", "carried_in")
_OF_A_KIND = pattern(
    "(?:自然人|公民|个人|企业|公司|机构|院所|组织|团体|律所|律师事务所)所?(?:提交|提出|递交|申请)的(?:共|有)?\\d+[件份宗]"
)
"""公益组织提交的2件申请"""
_OTHER_WHOLES = (
    *_SUBSETS,
    *ADDED_UP,
    *DEALT_WITH,
    "mentioned",
    "due",
    "other_applicants",
    "society",
    "applicants_together",
)
ALL_OUTCOMES = ("upheld", "corrected", "pending", "other_outcome")
_BUT_FOR = pattern(
    "(?:申请)?(?:[之以]?外|(?:、[^，；。、\\d]{2,10}\\d+[件宗份](?:申请)?)+[之以]?外"
    "|(?:、?(?:\\d+[件宗份])?(?:申请)?(?:由|来自|出自|系|为|是)[^，；。：（）、\\d]{2,10}?(?:提出|提交|递交)?的?(?:申请)?)+[之以]?外"
    "，(?:新收的?)?(?:其余|其他|其它|余下|剩下)[^，；。\\d]{0,10}(?:自然人|个人|公民|居民|村民|市民|企业))"
)
"""除公益组织提出的2件(外), 除2件(由企业提出外，其余均为自然人)"""
_ONE_OF_SEVERAL = pattern(
    "的(?:另外?|[那这]另外?|[那这头前后首]|第|最[先早初后]|其中|最近)$"
    "|(?:维持|纠正|撤销|审结|结案)的?(?:行政)?(?:复议|诉讼)?案件当?中的$"
)
"""企业提出的(另)一件申请, 被纠正的(头)一件, 维持案件中的1件: a story of one of them."""
_AND_MORE = pattern("(?:由|来自|系|为)?[^，；。、\\d]{2,8}(?:提出|提交|递交)(?:并|且|而)")
"""其中5件(由自然人提出并)已征求第三方意见"""


def is_some_of(sentence: SentenceState, role: Role, left: str, *, joined: str) -> bool:
    """Whether a number counts some of those before it: 办结的208件中，按期答复(205件).

    被纠正的3件复议案件和(1件诉讼案件): the words before the first are of both.
    """
    if _ONE_OF_SEVERAL.search(left):
        return True
    last = sentence.last_told if left.startswith("）") else sentence.last  # 办结62件（…48件），其中按期办结64件
    if last is None:
        return False
    if (
        last.key == role.key
        and (role.key in DEALT_WITH or role.rule_id == "N-17")
        and grammar.OF_THOSE.match(left.lstrip("），"))
    ):
        return True
    return bool(last.key in ALL_OUTCOMES and grammar.JOINED.search(joined))


_BARE = pattern("(?:其中，?)?(?:已经?|共)?(?:答复|办结|办理完毕|办毕|办复|回复)(?:的|了|申请|件)*")
_REST = pattern(
    "(?:件)?(?:申请)?[，、；](?:其余|余下|剩余|另有|另|尚有|还有|尚|仍有)?(?:\0|[^，；。\0]{0,4})?(?:的)?"
    "(?:正在(?:办理|处理)|在办|未办结|尚未办结|结转|待办|待答复|未答复|尚在办理)"
)
"""办理426件，其中已答复412件，(正在办理)14件: all of them, so that those answered are no part of a part."""


_ALL_OF_A_KIND = pattern("\\d+件(?:政府信息公开)?的?申请(?:人)?(?:全部|均|都)(?:由|为|是|系|来自|出自)")


def _is_all_dealt_with(whole: NumberReading, role: Role, own: str, right: str) -> bool:
    """Whether a number is all that was answered, since what is left of 办理 is told behind it."""
    if whole.key not in ("processed", "received", "mentioned") or role.key != "handled":
        return False
    return bool(_BARE.fullmatch(own) and _REST.match(right))


def is_told_of_all(whole: NumberReading) -> bool:
    """Whether one kind of applicants is said to have made all applications of a number: 3件申请全部由自然人提出."""
    return bool(_ALL_OF_A_KIND.search(whole.quote))


def is_part(whole: NumberReading | None, role: Role, topic: str, number: PrintedNumber, phrase: Phrase) -> bool:
    """Whether a number counts some of the one whose parts are listed: 年末结转8件，其中5件等待第三方意见."""
    if whole is None or whole.kind != "count" or whole.scope or number.value > whole.value:
        return False
    if role.key.startswith("cases_") and whole.key in ALL_OUTCOMES:
        return True  # 复议维持6件，其中2件又提起诉讼
    if role.is_result and whole.key in ("applicants", "applicants_together"):
        return not is_told_of_all(whole)  # 12件企业申请中，5件公开
    if _is_all_dealt_with(whole, role, phrase.own, phrase.behind):
        return False
    if role.is_applicant and whole.key == "applicants":  # 自然人申请的284件中，村民171件
        return bool(whole.ways) and whole.ways[:1] == role.alternatives(topic)[:1]
    if role.key in ADDED_UP and whole.key in ("applicants", "applicants_together"):
        return not is_told_of_all(whole)  # 律所的4件申请中，3件为本年新收、1件为上年结转
    if role.rule_id == "N-01":  # 办结24件，其中上年结转2件、当年新收22件
        return whole.key == "handled" and role.key in ADDED_UP
    ways = role.alternatives(topic)
    return bool(whole.ways) and whole.ways[0] in (ways if role.is_result else ways[:1])


def is_sum_of_kinds(sentence: SentenceState, total: Number) -> bool:
    """Whether a total is that of the last kinds of applicants before it, not of all applications.

    自然人180件（加上结转8件，共188件）: in brackets behind a kind it is of that kind.
    """
    kinds, before = sentence.kinds, sentence.outer_last if sentence.outer is not None else None
    return before in kinds or any(sum(kind.value for kind in kinds[i:]) == total for i in range(len(kinds) - 1))


_CAME_IN = pattern("新收|收到|受理|接收")


def is_of_subset(told: Sequence[NumberReading], role: Role, value: Number) -> bool:
    """Whether a result is that of some applications its part of the sentence begins with: 律所申请4件，公开2件."""
    if not role.is_result or not told or told[0].kind != "count":
        return False
    if told[0].key not in _SUBSETS and not (told[0].key == "mentioned" and _OF_A_KIND.search(told[0].quote)):
        return False
    if is_told_of_all(told[0]):
        return False
    return value <= told[0].value and not any(count.key in _OTHER_WHOLES for count in told[1:])


def is_kind_of_some(source: SourceText, own: str, end: int) -> bool:
    """Whether a kind of applicants is told of some only: 除自然人3件结转下年外, 其中5件由自然人提出并已征求意见.

    In section four it is told of those who asked for a review or went to court.
    """
    is_but = own.startswith("除") and not _BUT_FOR.match(source.text, end)
    is_some = is_but or ("其中" in own and bool(_AND_MORE.match(source.text, end)))
    return is_some or (source.code in CASE_TEXTS and not _CAME_IN.search(source.text, 0, end))


def is_all_but_left(source: SourceText, sentence: SentenceState, role: Role, number: PrintedNumber) -> bool:
    """Whether the rest are all dealt with, since only those left are told before: 除3件跨年外，其余42件办结."""
    last = sentence.last
    is_left = last is not None and last.key == "carried_out" and last.kind == "count" and len(sentence.told) == 1
    return (
        is_left and role.key.startswith("handled") and bool(_BUT_LEFT.match(source.text, sentence.start, number.start))
    )


_BUT_LEFT = pattern(
    "(?:[^，；。\\d收]{0,12}，)?(?:除了?|除去|刨去|刨除|扣除|减去|去掉|撇开)(?!.*(?:新收|收到|应办|受理))"
)
