"""Finds totals that differ from their parts inside a text, without knowing what is counted.

Total before its parts: 公开信息284条，其中机构职能类46条、政策文件类73条、其他37条.
Total behind its parts: 行政许可126件、行政处罚88件，以上合计214件.
All and what is left: 复议案件8件，审结6件，尚未审结1件.

What is not understood is left alone: parts may be less than their total unless the list is closed (其他37条, 分别为),
another number of the frame may be the total meant, and a number behind 增加, 较上年 or 含 is no part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from core.base.patterns import holds_one, last_of, pattern
from core.report.entry_text import Number
from core.texts.language.numbers import NUMERALS, plain_text
from core.texts.language.things import FRAME, UNITS, Count
from core.texts.sums.bounded_sums import BOUND, bounded_sums
from core.texts.sums.changes import changes_told
from core.texts.sums.channels import CHANNEL, is_one_list, least_share, sums_of_channels, ways_in_listed
from core.texts.sums.closed_rows import closed_rows
from core.texts.sums.complete_lists import complete_lists, is_kind_beside
from core.texts.sums.counted_first import counted_first
from core.texts.sums.done_and_pending import done_and_pending
from core.texts.sums.each_of_names import totals_of_each
from core.texts.sums.far_apart import is_far_apart, nearest, weighed
from core.texts.sums.joined_totals import wholes_of_list
from core.texts.sums.letters import are_subjects_of_letters
from core.texts.sums.levels import sums_of_levels
from core.texts.sums.list_parts import parts_listed
from core.texts.sums.lists_ended import ends_a_list, is_head_of_list, is_part_beside, lacks_nothing
from core.texts.sums.named_in_order import named_in_order
from core.texts.sums.names_of_each import each_counted
from core.texts.sums.not_counted import is_not_counted
from core.texts.sums.one_part import one_part_too_many
from core.texts.sums.other_totals import is_of_another_year, is_told_otherwise
from core.texts.sums.outcomes_told import DONE_HERE, are_outcomes_of_first, is_given_of_done
from core.texts.sums.parts_in_order import parts_in_order
from core.texts.sums.ranked import is_ranked
from core.texts.sums.rests import are_all_with_open, are_so_many, is_rest_behind, is_rest_told, others_too_many
from core.texts.sums.result_sums import RESULT, is_over, more_results
from core.texts.sums.right_otherwise import is_right_otherwise
from core.texts.sums.said_above import are_sum_above, referred
from core.texts.sums.second_lists import lists_apart
from core.texts.sums.so_many_parts import sums_of_so_many
from core.texts.sums.stocks import is_flow
from core.texts.sums.stories_told import tells_story
from core.texts.sums.sum_pairs import sums_of_pairs
from core.texts.sums.sum_shapes import (
    FEWEST,
    OPENING,
    Sums,
    differs,
    is_complete,
    is_most,
    is_whole_facet,
    sums_by_shape,
)
from core.texts.sums.ten_thousands import counts_told, may_be_rounded
from core.texts.sums.told_before import bases_of_shares, possible_totals, told_before
from core.texts.sums.totals_behind import people_of_lists, totals_behind, totals_in_other_units
from core.texts.sums.turns import are_all_turns
from core.texts.sums.turns_told import sums_of_turns
from core.texts.sums.ways_turned import ways_turned

_DIGIT = pattern(rf"\d|[{NUMERALS}][{UNITS.replace('|', '')}]")
_COUNT = pattern(rf"[\d{NUMERALS}](?:余|多|来|左右)?(?:{UNITS})")
"""The end of a count: a text with one of them alone has no sum, but for a list without units behind a colon."""
_LISTS = pattern(
    "的[^，；。]{2,5}，|看，|分，|[归分]类，|归[集纳]，|统计，|，即|其中|包括|包含|主要|涉及|涵盖|构成|组成|分|具体|：|（"
)
_BY_CHANNEL = pattern("(?:从|按|就|以)[^，；。：]{0,8}(?:渠道|途径|方式|形式|来源)[^，；。：]{0,4}$")
_CASES_IN = ("件", "宗", "起", "例")
"""Units of applications and cases, of which a sentence tells one thing after the other."""
_EACH_NAMED = pattern("[件宗份起条]?，?分别(?:为|是)：?$")
_GREW_BY = pattern("(?:同比|(?:比|较)(?:□□□上年|上年|去年)度?)(?:净)?(?:增加|减少|增长|下降|[多少增减])了?")
"""(比上年增加)24件: no whole of what follows."""
_IN_DETAIL = pattern("具体(?:情况)?(?:为|是)")
_NOT_ALL_NAMED = pattern("主要|集中|较多|居多|典型|重点|突出|热点|最多|部分(?!公开)|其中|如|例")
_AND_SO_ON = pattern("(?:[^，；。]{0,8})等|[，、；]?(?:其他|其它|另|还|以及|部分)")
_SHARE = pattern(r"[，（]?(?:约|分别)?占[^，；。、）（]{0,14}%[）]?|[，（]占[^，；。、）（]{1,8}成[）]?|（[\d.]+%）")
_ALONE = pattern(rf"（(\d+(?:{UNITS}))）")
"""核酸检测机构资质（14件）、疫苗采购（9件）"""
_BESIDES = pattern(
    "[^，；]*?(?:另|单独)|[，（][^，；。（）]{0,10}(?:套开|重复|交叉|重叠|合并|兼|同时(?:涉及|属于|包含|包括|含))"
)
"""行政处罚信息1320条(另行归集): no part of the total; 专题会4次(（含套开): counted twice."""
_MOST = 60  # numbers of a sentence that a person would write
_CAME_IN = pattern("新收|收到|受理|结转|应办|需办")
_REST_SAID = pattern(
    "[，；、](?:其余|余下|剩余|剩下|其他|其它)(?:的|申请|部分|均|都|则|全部)*(?:为|是|系|采[用取]|选择|以|由|通过)"
)
"""邮寄答复22件，电子邮件9件(，其余为)现场领取: no number says how many these are."""


@dataclass(frozen=True, slots=True)
class WrongSum:
    """A total that its parts do not add up to: places in the printed text, all of it as printed and reckoned.

    ``kind`` is how they differ (see ``Sums``).
    """

    start: int
    end: int
    total: Number
    parts: tuple[Number, ...]
    unit: str
    kind: str
    numbers: tuple[tuple[int, int], ...]


@lru_cache(maxsize=256)
def wrong_sums(printed: str, year: int | None) -> tuple[WrongSum, ...]:
    """Return the totals of a text that differ from their parts, in reading order."""
    plain = plain_text(printed, year)
    if len([*islice(_COUNT.finditer(plain.text), 2)]) < 2 - ("：" in plain.text):
        return ()
    found: list[WrongSum] = []
    before: tuple[Count, ...] = ()
    earlier: list[Count] = []
    line = 0
    for sentence in FRAME.finditer(plain.text):
        text, *others = map(_blanked, lists_apart(sentence[0]))
        counts = counts_told(text) if _DIGIT.search(text) else ()
        line = line if plain.text[sentence.start() - 1 : sentence.start()] != "\n" else len(earlier) - len(before)
        sums = _sums_of(text, counts, before, earlier, line)
        sums += [one for one in referred(counts, earlier) if one[0] not in [total for total, _, _ in sums]]
        more = [(other, counts_told(other)) for other in others]
        sums += [one for other, told in more for one in _sums_of(other, told, (), (), 0)]
        here = {*counts, *(count for _, told in more for count in told)}
        earlier += [*bases_of_shares(sentence[0]), *counts]
        for total, parts, kind in sums:
            values = tuple(part.value for part in parts)
            if kind == "less" and is_rest_behind(plain.text[sentence.end() :], total, parts):
                continue
            if (not kind and sum(values) == total.value) or may_be_rounded(total, values):
                continue  # 办结95件中维持34、纠正19、其余42，另有8件跨年: what is told besides is none of the parts
            kind = weighed(kind, total, parts)
            here_too = [part for part in parts if part.text is total.text]
            used = [total, *(here_too or parts)] if total in here or kind == BOUND else [*parts]
            used = used[:1] if kind == "refers" or (kind == BOUND and parts[0].text is not total.text) else used
            shift = [(c.start + sentence.start(), c.end + sentence.start()) for c in used]
            spans = tuple((plain.places[a], plain.places[b - 1] + 1) for a, b in shift)
            start, end = min(s for s, _ in spans), max(e for _, e in spans)
            found.append(WrongSum(start, end, total.value, values, total.unit, kind, spans))
        before = counts
    return tuple({(wrong.numbers, wrong.parts): wrong for wrong in found[::-1]}.values())[::-1]


def _sums_of(
    text: str, counts: Sequence[Count], before: Sequence[Count], earlier: Sequence[Count], line: int
) -> list[tuple[Count, Sequence[Count], str]]:
    """Return the wrong totals of a sentence but those that its words excuse; its line begins at ``line`` in all."""
    return [
        one
        for one in _sums(text, counts, before, earlier)
        if not _is_of_more(*one, earlier[line:], counts)
        and not (is_kind_beside(*one[:2]) or is_of_another_year(*one[:2]) or is_told_otherwise(text, one[1]))
        and not (tells_story(*one[:2]) or is_right_otherwise(text, *one[:2], counts))
        and not (sum(c.value for c in one[1]) < one[0].value and _is_rest_said(text, *one[:2], counts))
        and not (is_ranked(*one[:2], counts) or is_far_apart(*one, counts, earlier[line:]))
    ]


def _is_rest_said(text: str, total: Count, parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether what parts leave over is told behind them, with or without its number."""
    return bool(_REST_SAID.match(text, parts[-1].end)) or is_rest_told([total], parts, counts)


def _is_of_more(
    total: Count, parts: Sequence[Count], kind: str, above: Sequence[Count], behind: Sequence[Count]
) -> bool:
    """Whether what was taken for a total is one more part of another number, or its parts are those of one above.

    信息942条。其中抽查188条，食品52条、处罚331条、其余371条: all four are parts. Applications are received and dealt
    with by turns, so that their parts fit another number by chance.
    """
    if kind not in ("", "more", "less") or total.start > parts[-1].start:
        return False
    if total.text is parts[0].text and _EACH_NAMED.search(total.text, total.end, parts[0].start):
        return False  # 不予公开的4件，分别为2件…，1件…: nothing but the 4 is told in parts
    told = [c.value for c in above if c.unit == total.unit and not c.is_rough]
    added = sum(part.value for part in parts)
    later = [c.value for c in behind if c.start > parts[-1].start and c.unit == total.unit and not c.is_rough]
    if kind == "less" and lacks_nothing(total, parts, behind):
        return True
    if added + total.value in later:
        return True  # 信访投诉3件，涉及重复申请1件，不掌握9件，以上合计13件
    if ends_a_list([*above, *behind], total, added) or is_head_of_list(parts, behind):
        return True  # 42件，其中案卷22件；查询类5件；涉及国家秘密1件，…，其余9件: all of them of the 42
    is_one_of_list = any(total.start < c.start < parts[0].start and c.unit == total.unit for c in behind)
    if added in later and is_one_of_list and total.unit in _CASES_IN:
        return True  # 网上388件，邮寄297件，当面64件，涉及征地312件，…，其他91件，占新收749件的41.7%
    return added + total.value in told or (added in told and total.unit not in _CASES_IN)


def _blanked(text: str) -> str:
    """Return a sentence without shares (占12%) and the brackets of single numbers, of the same length."""
    text = _SHARE.sub(lambda match: " " * len(match[0]), text) if "占" in text or "%" in text else text
    return _ALONE.sub(r" \1 ", text) if "（" in text else text


def _sums(text: str, counts: Sequence[Count], before: Sequence[Count], earlier: Sequence[Count]) -> Sums:
    yield from sums_of_channels(text, counts)
    if len(counts) > 1:
        yield from changes_told(text, counts)
        turns = [*sums_of_turns(text, counts)]
        yield from turns
        yield from (one for one in totals_of_each(text, counts) if one[0] not in [total for total, _, _ in turns])
        yield from one_part_too_many(text, counts) if "其中" in text else ()
    yield from bounded_sums(text, counts, before)
    if len(counts) + len(before) < FEWEST or len(counts) > _MOST:
        return
    if _LISTS.search(text) or "中" in text:
        yield from _lists_behind(text, counts, before, earlier)
    if holds_one(text, ("计", "共", "总量", "总数", "构成", "组成", "起来", "相加", "加总", "之和", "一起")):
        yield from totals_behind(text, each_counted(counts), earlier)
        for totals in (totals_in_other_units, sums_of_so_many, people_of_lists):
            yield from totals(text, counts)
    yield from counted_first(text, counts)
    yield from sums_by_shape(text, counts)
    if holds_one(text, ("分别", "依次", "顺次")):
        yield from named_in_order(text, counts)
    yield from sums_of_levels(text, counts)
    yield from done_and_pending(text, counts)
    yield from more_results(text, counts)
    yield from complete_lists(text, counts)
    yield from ways_in_listed(text, counts)
    yield from ways_turned(text, counts)
    yield from closed_rows(text, counts)
    yield from parts_in_order(text, counts, before)
    if holds_one(text, ("中", "里")) and holds_one(text, ("另", "余", "剩", "还有")):
        yield from others_too_many(text, counts)


def _lists_behind(text: str, counts: Sequence[Count], before: Sequence[Count], earlier: Sequence[Count]) -> Sums:
    """Yield totals with a list behind them that is more than they are, or closed and different."""
    for opening in OPENING.finditer(text):
        frame = max(text.rfind("；", 0, opening.start()), text.rfind("）", 0, opening.start())) + 1
        if opening[0].startswith("；"):
            frame = max(text.rfind("；", 0, opening.start() - 1), -1) + 1
        end = opening.start() + 1
        if frame and frame == opening.start() and text[frame - 1] == "）":  # 办结62件（上年办结48件），其中
            end = text.rfind("（", 0, frame) + 1
            frame = max(text.rfind(mark, 0, end - 1) for mark in "；）") + 1
        totals = [c for c in counts if frame <= c.start and c.end <= end]
        yield from sums_of_pairs(text, counts, opening)
        if not totals:
            totals = told_before(text[: opening.end()], before, earlier)
        parts, closing = parts_listed(text, counts, opening)
        added = sum(part.value for part in parts)
        totals = [c for c in totals if c.value >= added or not _GREW_BY.fullmatch(c.head)]
        if totals and totals[-1] not in counts and are_sum_above(parts, earlier):
            continue  # 自然人47件，企业3件，律所2件。按提交方式分，邮寄29件、…: together 52
        told, totals = totals, wholes_of_list(totals, parts, counts, before)
        if is_flow(parts) or (len(parts) > 1 and totals and _are_done_ones(totals[-1], parts)):
            continue
        if len(parts) > 1 and (are_outcomes_of_first(parts) or is_given_of_done(parts)):
            continue  # 法院审结21件，维持14件: of the 21
        is_facet = _is_facet(totals, parts, counts)
        if len(parts) > 1 and not is_facet and _is_nested(text, opening, parts, [c for c in totals if c in counts]):
            continue
        totals = possible_totals(totals, parts, counts)
        if "涉及" in opening[0] and totals and is_part_beside(text, opening, totals[-1]):
            continue
        if len(parts) < 2 or not totals or any(c.is_rough for c in (*totals, *parts)):
            continue
        if _BESIDES.match(text, parts[-1].end) or is_not_counted(text, parts[-1].end):
            continue
        lists = [parts[:closing], parts] if closing else [parts]  # 维持4件、其他2件、未审结1件: 其他 is a result
        is_too_many = len(parts) >= FEWEST and is_over(totals, parts) and all(RESULT.search(c.head) for c in parts)
        is_different = is_too_many or all(differs(totals, listed, is_closed=True) for listed in lists)
        if not is_different and not (is_facet and added not in [c.value for c in totals]):
            continue
        is_closed = closing > 0 or "分别" in opening[0] or is_complete(parts) or _is_by_channel(text, opening, parts)
        is_closed = is_closed or _is_all_named(text, opening, parts, counts, totals)
        is_closed = is_closed or are_so_many(text[totals[-1].end : parts[0].start], parts)
        is_closed = is_closed or are_all_turns(text[: opening.start()], [part.head for part in parts])
        is_closed = (is_closed or is_facet) and totals[-1] in told  # else no number says how many they are
        if are_all_with_open(totals, parts, counts):
            continue
        if is_closed or is_too_many or all(differs(totals, listed, is_closed=False) for listed in lists):
            yield nearest(totals, parts), parts, "" if is_closed else "more"
        elif totals[-1] in told and _is_nearly_all(text, totals, parts) and not is_rest_told(totals, parts, counts):
            yield nearest(totals, parts), parts, "less"


def _named(total: Count) -> str:
    """Return the words before a total up to a mark that ends its clause: 人大代表建议、政协委员提案(86件)."""
    begin = last_of("，；：（）", total.text, 0, total.start) + 1
    said = total.text[begin : total.start]
    return total.head if any(char.isdigit() for char in said) else said


def _is_facet(totals: Sequence[Count], parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether parts are all that there can be of the last total, and hardly less, with nothing told as the rest."""
    is_whole = bool(totals) and is_whole_facet(_named(totals[-1]), parts) and is_most(totals[-1], parts)
    return is_whole and not is_rest_told(totals, parts, counts)


def _is_all_named(
    text: str, opening: re.Match[str], parts: Sequence[Count], counts: Sequence[Count], totals: Sequence[Count]
) -> bool:
    """Whether a list is one of all that there is: behind 具体为, up to the end of the sentence, of no chosen ones.

    不予公开的15件，逐件说明理由，(具体为)：国家秘密1件，第三方权益4件，内部事务2件，过程性信息2件
    """
    if not _IN_DETAIL.search(opening[0]) or len(parts) < FEWEST or totals[-1].end > opening.start() + 1:
        return False
    end = text.find("；", parts[-1].end) % (len(text) + 1)
    listed = [c for c in counts if opening.end() <= c.start < end]
    is_open = _NOT_ALL_NAMED.search(text, totals[-1].start, opening.end()) or _AND_SO_ON.match(text, parts[-1].end)
    return listed == [*parts] and not is_open


def _are_done_ones(total: Count, parts: Sequence[Count]) -> bool:
    """Whether parts are those that were dealt with, of a total that may hold others too, and no more than it is."""
    is_less = sum(part.value for part in parts) <= total.value
    return is_less and bool(_CAME_IN.search(total.head)) and all(DONE_HERE.search(part.head) for part in parts)


def _is_nearly_all(text: str, totals: Sequence[Count], parts: Sequence[Count]) -> bool:
    """Whether hardly anything of a total is missing from an open list, which then may be meant to be all of it."""
    added = sum(part.value for part in parts)
    goes_on = text.startswith(("、", "，其余", "，余下", "，剩余"), parts[-1].end)
    goes_on = goes_on or ("；" in text[parts[0].end : parts[-1].start] and "；" in text[parts[-1].end :])
    return not goes_on and least_share([part.head for part in parts]) * totals[-1].value <= added < totals[-1].value


def _is_nested(text: str, opening: re.Match[str], parts: Sequence[Count], before: Sequence[Count]) -> bool:
    """Whether parts behind a plain 其中 may be those of a longer list around it.

    予以公开36件，其中涉及档案的33件，部分公开10件，不予公开7件: between commas the list may end anywhere.
    """
    if len(parts) >= FEWEST and is_one_list([p.head for p in parts]):
        return False  # 涉及征收的16件，涉及物业的9件: of one list
    if all(CHANNEL.search(part.head) for part in parts):
        return False  # 网络9件，信函5件，当面4件: no results
    is_plain = opening[0].endswith("其中") and text[parts[0].end : parts[1].start].startswith("，")
    if is_plain and are_subjects_of_letters(text, opening.start(), parts, before):
        return False
    return is_plain and (parts[0].unit in _CASES_IN or len([c for c in before if c.unit == parts[0].unit]) > 1)


def _is_by_channel(text: str, opening: re.Match[str], parts: Sequence[Count]) -> bool:
    """Whether the parts are all ways in: 从渠道看：邮寄3件，网上4件，当面1件."""
    is_said = bool(_BY_CHANNEL.search(text[: opening.end()].rstrip("，：为")))
    return is_said and all(CHANNEL.search(part.head) for part in parts)
