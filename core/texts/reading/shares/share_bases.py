"""Reads what a percentage says itself that it is a share of: 占无法提供总数的80.4%, 占办结总数的34.6%."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.grammar import OF_THE_YEAR
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.numbers import COUNT_UNITS, PrintedNumber
from core.texts.language.vocabulary import TextVocabulary
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.share_checks import SHARE_OF_GROUP, SHARE_OF_KIND

_SHARE_OF = pattern(
    rf"^(?P<part>[^占]*)占(?:{OF_THE_YEAR}|了|到|其(?![他它])|全部|所有|各类|整个|的)*(?P<base>[^占]{{2,18}}?)"
    r"(?:的?(?:总数|总量|总件数|合计|件数|数量|数|量))?的?(?:比例|比重)?(?:约|为|是|达到?)*$"
)
"""行政查询事项占(不予公开)总数的"""
_OF_HANDLED = pattern(
    f"占(?:{OF_THE_YEAR}|了|到|全部|所有|各类|的|已)*(?:办结|答复)(?:申请|件|的|了)*(?:总数|总量|总额|总件数|件数|数|量)?的?(?:比例|比重)?(?:约|为|是|达到?)*$"
)
"""占办结总数的, 占全部答复的: of those dealt with, not of those received."""
_NOUN = pattern("(?:类|的)?(?:答复|决定|告知|处理|结果|情形|申请|办件|事项|件)*$")
"""不予公开(类答复)"""
_AMONG = pattern(
    "^(?P<part>[^占]{2,14}?)(?:所?在|于)(?P<base>[^占]{2,14}?)(?:当|之)?[中里]的?(?:约)?占比?(?:约|为|是|达到?)*$"
)
"""信访投诉类(在不予处理中占比)"""
_LINK = pattern("^(?:其中|，|的|申请|事项|、)*")
_SO_MANY = pattern("[两二三四五][者项类种样块]|合计|之和|共计|总计|相加")
"""(两项)占不予公开总数的79.5%"""
_SUM_ALONE = pattern(
    "(?:以上|上述|这|前|后)?(?:[两二三四五][者项类种样块](?:理由|原因|情形|答复|结果|申请)?)?"
    "(?:合计|之和|共计|总计|相加|合起来|加起来|[加合放]在一起|加总|合并|一加|共|总共|一共|就|已经?|约|都)*(?:要|能)?"
)
"""(两者相加)占不予公开总数的六成多: of the numbers before."""
_SO_MANY_TOLD = pattern("[两二三四五][者项类种样块]")
_PAIR = 2
_LIST = pattern(
    r"(?:\d[件宗份]、[^，；。：（）\d]{2,20}|(?:加上|连同|算上|连带|再加)[^，；。\d]{0,16})\d+[件宗份]，[^，；。\d]*$"
)
_NUMERALS = "〇一二三四五"
_GROUPS = ("denied", "unavailable", "not_processed", "other_result")
_MOST_BASES = 12


_DONE_AMONG = pattern(
    "(?:^|[，；：。])(?:全年|年内|□□□本年度?|本年度?|今年|我局|本局|已|共)*(?:办结|办复|答复|办理完毕|(?:作出|发出)(?=的?答复))的?"
    "(?:依申请公开|政府信息公开|信息公开|公开)?的?(?:申请|办结件|办件|答复件|件|答复|事项)+(?:之|当)?[中里]，?[^，；：。\\d]{2,20}\\d+[件宗份]，?$",
    needs=["中", "里"],
)
"""今年办结的依申请公开件中无法提供的有12件，(占比达24.5%)"""
_BARE = pattern("占比?(?:例|重)?(?:约|为|是|达到?|到)*")


def is_of_handled(own: str, before: str = "") -> bool:
    """Whether the words before a percentage say that it is a share of all that was dealt with.

    Args:
        own: Its own clause.
        before: The sentence before that clause.
    """
    return bool(_OF_HANDLED.search(own) or (_BARE.fullmatch(own) and _DONE_AMONG.search(before)))


def share_of_group(
    source: SourceText, sentence: SentenceState, number: PrintedNumber, own: str, seen: Sequence[PrintedNumber]
) -> tuple[bool, NumberReading | None]:
    """Return whether a group is named before a percentage, and what is the share of it, if that is known."""
    said = _SHARE_OF.match(_AMONG.sub(r"\g<part>占\g<base>", own))
    if said is None or source.topic_at(sentence, number.start) != "request" or number.is_rough:
        return False, None
    concepts = source.vocabulary.concepts
    is_alone = bool(_SUM_ALONE.fullmatch(said["part"]))
    group = concepts.shared(said["base"], "request") or concepts.shared(_NOUN.sub("", said["base"]), "request")
    part = None if is_alone else concepts.shared(_LINK.sub("", said["part"]), "request")
    before = sentence.last if is_alone else None
    if before and before.kind == "share":  # 行政查询20件，占12.7%、占不予公开的71.4%
        before = next((one for one in reversed(sentence.told) if one.kind != "share"), None)
    since = source.text[seen[-2].end if len(seen) > 1 else 0 : number.start]
    if before and not said["part"] and _LIST.search(source.text, sentence.start, number.start):
        return bool(group), None  # 查询类4件、案卷2件，占不予公开的54.5%: of both, or of the last
    sums: tuple[Number, ...] = ()
    if before and group and said["part"] and not _SO_MANY_TOLD.search(since):
        before, sums = _all_within(sentence, group)
    elif before and (many := _SO_MANY.search(since)):
        before = _together(sentence, _NUMERALS.find(many[0][0].replace("两", "二")))
    told = before if before and before.kind == "count" and before.rule_id in ("N-05", "N-01") else None
    ways = part.alternatives("")[:1] if part else told.ways[:1] if told else ()
    if group is None or not ways or not _is_within(ways[0], group):
        return group is not None and not is_of_handled(own), None
    start, end = source.span(number.start, number.end)
    name = part.name if part else told.meaning if told else ""
    counted = told.value if told else 0
    bases = tuple(one.value for one in seen[-_MOST_BASES:-1] if one.unit in COUNT_UNITS and one.value >= counted)
    quote, key = source.quote(number.start - len(own), number.end), SHARE_OF_KIND if sums else SHARE_OF_GROUP
    name = f"{name}占{group.name}的比例"
    what = number.value, "share", key, name, "N-05", (*ways, *group.alternatives(""))
    share = NumberReading(start, end, quote, *what, slack=number.slack)
    return True, share._replace(bases=sums) if sums else share._replace(counted=counted, bases=bases if told else ())


def _all_within(sentence: SentenceState, group: Role) -> tuple[NumberReading | None, tuple[Number, ...]]:
    """Return the results of a group as one, and what two of its last, three of them, … are together.

    第三方21件，行政查询22件，加起来占不予公开的五成多: of how many is not said.
    """
    inside = [one for one in sentence.results if one.ways and _is_within(one.ways[0], group)]
    if len(inside) < _PAIR:
        return None, ()
    ways = (tuple(dict.fromkeys(cell for one in inside for cell in one.ways[0])),)
    sums = tuple(sum(one.value for one in inside[-n:]) for n in range(_PAIR, len(inside) + 1))
    return inside[-1]._replace(ways=ways, value=sums[-1]), sums


def _together(sentence: SentenceState, many: int) -> NumberReading | None:
    """Return the last results of a sentence as one: 行政查询21件和执法案卷14件，两项占不予公开总数的79.5%."""
    results = sentence.results[-many:] if many > 1 else []
    if len(results) < many or not results:
        return None
    ways = (tuple(cell for result in results for cell in result.ways[0]),)
    return results[-1]._replace(ways=ways, value=sum(result.value for result in results))


def groups_of(source: SourceText, ways: Alternatives) -> Alternatives:
    """Return the groups of results that some rows are a part of: a share of one may be meant by 查询类占56%."""
    if not ways:
        return ()
    return tuple(group.alternatives("")[0] for group in _groups(source.vocabulary) if _is_within(ways[0], group))


@cache
def _groups(vocabulary: TextVocabulary) -> tuple[Role, ...]:
    return tuple(role for role in vocabulary.roles if role.key in _GROUPS and not role.word)


def _is_within(cells: Sequence[str], group: Role) -> bool:
    """Whether some cells are a part of those of a group, and not all of them."""
    whole = set(group.alternatives("")[0])
    return bool(cells) and set(cells) < whole
