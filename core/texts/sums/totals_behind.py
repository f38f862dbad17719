"""Finds totals behind their parts that no run of the numbers before them adds up to: 许可126件、处罚88件，合计214件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.language.periods import are_all_of_year, is_of_part_of_year, periods_told
from core.texts.language.slips import is_one_digit_off
from core.texts.language.things import Count
from core.texts.sums.closing import CLOSING
from core.texts.sums.joined_totals import comes_to_it, is_excepted
from core.texts.sums.other_totals import is_of_another_state, is_of_another_thing, is_some_of_list, some_of_list
from core.texts.sums.so_many_parts import so_many_last, with_parts_before
from core.texts.sums.sum_shapes import NO_PART, OPENING, Sums, is_alike, is_row, is_whole_facet, remarks_blanked

_TOTAL = pattern(
    r"^(?!，?(?:全年|年内)[^，；]*(?:信息|消息|文章|资讯|内容)$)(?:[\u4e00-\u9fff]{2,6}(?=一共|总共|总计|合计)|以上|上述|三者|两者|这(?=[两三四五])|[两三四五六七八九](?:个|项|样|块|大?类|种|者|级|方面|部分)[\u4e00-\u9fff]{0,4}?|前述|应?办理?的?|需办理?的?|全年|年内|，)*(?:共计|合计|总计|小计|总共|一共|合起来|加起来|[加合]在一起|相加|加总|之和|总[量数]|共|计|累计|(?:共同)?(?:构成|组成)了?(?:全年|本年度?|今年|当年|□□□本年度?)?(?:新收|公开|发布)?的?)(?:为|有|是|正好|恰好|刚好|正是|恰是|恰为|就是|正|恰|等于|得出?|新收的?|全年的?|办理|收到|受理|评估|清理|审查|检查|发布|公开|制发|接收|答复|登记|记|推文|推送|刊发|刊登|发文|编发|推出|转发|更新|上传)*了?(?:各类)?(?:政府信息|政务信息|信息|消息|文章|资讯|内容)?$"
)
_SURE_TOTAL = pattern("^[，；]?计$|构成|组成|合计|总计|小计|共计|一共|合起来|加起来|[加合]在一起|相加|加总|之和")
_ABOVE = pattern("以上|上述|前述")
"""公开9件，不予公开1件。不掌握3件，(以上合计)13件: the numbers of the sentences before may be meant too."""
_STOCK, _MOVED = pattern("总[量数]"), pattern("新增|废止|减少|增加|清退|注销|关停|新开|净|更新|修订")
"""新增2件、废止5件，(总量)64件: what there is in all."""
_CAME_THERE = pattern(
    "^(?:人员|干部|同志|职工|群众|代表)?(?:分别)?(?:参加|参训|参与|参会|参学|受训|到场|出席|报名|听课|接受|观看)了?(?:学习|培训|活动|测试|考试|会议|教育|授课|讲座|宣讲|轮训){0,2}(?=[，；])"
)
"""机关86人次、乡镇142人次(参加)，共计228人次: what all of them did."""
_PEOPLE = ("人", "人次", "名", "位")
_OF_ONE_OUTCOME = pattern(
    "[，；、](?:被|由|经)?(?:复议机关|(?:人民)?法院)?(?:判决|决定|依法)?(?P<what>纠正|纠错|维持|撤销|驳回|败诉|胜诉|公开)的?"
    "(?:一共|总共|总计|合计|共计|共|累计)"
)
"""(法院纠正合计)5件: of all that were corrected."""
_BESIDES = pattern("[，；、](?:另|此外|还有|尚)")
_SO_MANY = pattern("([两三四五六七八九])(?:种|类|个|项|者|级)")
"""网上70件、邮寄15件、当面7件，(三种)渠道共92件"""
_SURE_LIST = pattern("分别|依次|季度[^季]*季度|上半年[^。]*下半年")
"""Parts that are the whole: 一季度42条、二季度51条……全年共200条."""
_DEALT_WITH = pattern("(?:已|均|全部|按期|按时)*(?:办结|答复|办完|回复|办理完毕)")
_NAME_IN_BRACKETS = pattern("（[\u4e00-\u9fff、]{1,8}）")
"""乡镇（街道）49件, 县（市、区）98件"""
_AS_PART = pattern("(?:□□□)?(?:上年|去年|上一年)度?的?(?:结转|转入|遗留|转来|未结|未审结|未办结)|^达到?$")
"""(上年结转)3件，共23件: a part, though of the year before; 征地类最多，(达)174件."""
_ITEM = pattern(rf"^\s*（[{NUMERALS}]+）")
"""(（二）)承办建议21件: the number of a paragraph."""
_OF_TIMES = frozenset(["件", "件次", "个", "次", "人次", "条", "起", "宗", "份"])
"""Units of what people bring, ask and get, which may be added up in another one."""
_OF_POSTS = frozenset(["条", "篇", "则", "条次", "篇次"])
"""Units of what is published, which may be added up in another one: 图文386篇，短视频57条，合计443条次."""
_ADDED_UP = (_OF_TIMES, _OF_POSTS)
_OF_EACH = pattern(
    "各自?(?:公示|公开|发布|报送|推送|收到|受理|办理|办结|答复|编发|制发|印发|举办|开展|刊发|提供|完成|发出|寄送|送达|出具|开具|下达|有|为|是)?了?(?:(?:信息处理费?|收费|缴费)*(?:通知书?|告知书))?$"
)
"""三个(环节各公示)204条: as many for each of them."""
_PAPERS = frozenset(["件", "份"])
_MORE = pattern(f"[\\d（）{NUMERALS}]")
"""来信(十二封): a number whose unit is not known may be a part."""


def totals_behind(text: str, counts: Sequence[Count], earlier: Sequence[Count] = ()) -> Sums:
    """Yield totals (以上合计214件) that no run of the numbers before them, or in ``earlier`` sentences, adds up to."""
    for i, total in enumerate(counts[2:], 2):
        said = _said_before(text, counts[i - 1], total)
        if _is_of_others(said, counts[:i]):
            continue
        is_dealt_with = bool(_DEALT_WITH.match(text, total.end))  # 新收25件，结转2件，总计24件办结
        is_some = is_some_of_list(said)
        if not (is_some or _TOTAL.match(said.lstrip("，；"))) or total.is_rough or is_dealt_with:
            continue
        frame = text.rfind("；", 0, counts[i - 1].start) + 1
        text_of_list = remarks_blanked(text)
        listed_from = max((m.end() for m in OPENING.finditer(text_of_list, frame, total.start)), default=frame)
        told = [c for c in counts[:i] if c.start >= frame and not is_excepted(c)]
        run = [c for c in told if c.start >= listed_from]
        run = run if len(run) > 1 else told
        others = [j for j, c in enumerate(run) if c.unit != total.unit]
        periods = periods_told(counts[:i], frame)
        run = run[others[-1] + 1 :] if others and "、" in text[counts[i - 2].end : counts[i - 1].start] else run
        if periods and not are_all_of_year(periods):
            continue  # 上半年17件；三季度8件、四季度5件，全年共30件
        run, frame = ([*periods], periods[0].start) if periods else (so_many_last(run, said), frame)
        first = max(frame, run[0].start) if run else frame
        listed = _ITEM.sub("", text_of_list[frame:first] + text[first : total.start])
        if not (is_some or _is_sure(text, run, said, listed)):
            continue
        kinds = _SO_MANY.search(said)
        if said.startswith("；") and kinds and (frame or (han_number(kinds[1]) or 0) < len(run)):
            continue  # 宅基地类52件，…；种业类38件，企业19件、个人19件；两类相加90件
        if len(run) < 2 or not all(_may_be_added(c, total) for c in run):
            continue
        is_other = is_of_another_thing(said, run) or is_of_part_of_year(said, run)
        if is_other or is_of_another_state(text, said, run, total):
            continue
        parts, sums = some_of_list(said, run) if is_some else (run, _sums_to_the_end(run))
        # 公开3件；涉及商密1件，不掌握9件，合计13件
        if text.endswith("涉及", frame, listed_from) or listed_from == frame:
            sums |= _sums_to_the_end([c for c in counts[:i] if c.unit == total.unit and not is_excepted(c)])
        above = [*earlier, *(c for c in counts if c.end <= run[0].start)]
        all_above = _sums_to_the_end([*above, *run]) if _ABOVE.search(said) else frozenset()
        sums |= all_above | _sums_with_whole(told, run) | _sums_with_other_units(text, told, run)
        parts = parts if is_some else with_parts_before(parts, said, total, above)
        behind = text[run[0].end : counts[i - 1].end if is_some else total.start]
        if (
            parts
            and total.value not in sums
            and "（" not in _NAME_IN_BRACKETS.sub("", listed)
            and not re.search("其中|包括", behind)
        ):
            yield total, parts, ""


def _said_before(text: str, last: Count, total: Count) -> str:
    """Return the words between a list and its total, without what all the people of the list did."""
    said = text[last.end : total.start].strip()
    return _CAME_THERE.sub("", said) if total.unit in _PEOPLE else said


def _may_be_added(count: Count, total: Count) -> bool:
    """Whether a number may be one of those that a total is of."""
    said = _AS_PART.sub("", count.head.removeprefix("其中"))
    return count.unit == total.unit and not (count.is_rough or NO_PART.search(said))


def _is_of_others(said: str, told: Sequence[Count]) -> bool:
    """Whether the words between some numbers and a total say that it is not theirs."""
    outcome = _OF_ONE_OUTCOME.match(said)
    if outcome and outcome["what"] not in told[-1].head:
        return True  # 直接起诉20件，复议后起诉42件，法院纠正合计5件: of those corrected
    if said.lstrip("，；") == "计" and not any(CLOSING.match(count.head) for count in told):
        return True  # 个人63件，计占七成
    return bool(_BESIDES.match(said))  # 维持9件、纠正2件，另有其他结果合计3件


def people_of_lists(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals in 人次 of people in a list before them: 县直部门参训212人、乡镇参训168人，共计390人次.

    One may come more than once, so that more of them are wrong only where one digit makes the difference.
    """
    for i, total in enumerate(counts):
        said = text[counts[i - 1].end : total.start].strip() if i >= 2 and total.unit == "人次" else ""
        if not said or not _TOTAL.match(said.lstrip("，；")):
            continue
        run = [c for c in counts[:i] if c.unit == "人"]
        if not (_SURE_TOTAL.search(said) or (run and "分别" in run[0].head)):
            continue
        is_row = len(run) >= 2 and all(text[one.end] == "、" for one in run[:-1])
        is_row = is_row and run == [*counts[i - len(run) : i]]
        if not is_row or total.is_rough or any(c.is_rough or NO_PART.search(c.head) for c in run):
            continue
        added = sum(c.value for c in run)
        if total.value < added or is_one_digit_off(total.value, added):
            yield total, run, ""


def _is_sure(text: str, run: Sequence[Count], said: str, listed: str) -> bool:
    """Whether a total is surely that of the numbers before it: by its words, or because they are told alike."""
    if _STOCK.search(said) and _MOVED.search(listed):
        return False
    kinds = _SO_MANY.search(said)
    return bool(
        (kinds and han_number(kinds[1]) == len(run))
        or _SURE_TOTAL.search(said)
        or _SURE_LIST.search(listed)
        or is_alike(run)
        or is_whole_facet("".join(c.head for c in run[-1:]), run)
        or is_row(text, run, said)
    )


def _sums_to_the_end(run: Sequence[Count]) -> frozenset[Number]:
    """Return what two numbers at least make together that stand right before a total.

    What comes to a number may come to any one told before it: 新收12件，信函仅2件，加上上年结转1件，合计13件.
    """
    *others, last = run
    joined = [c.value + last.value for c in others] if comes_to_it(last) else []
    return frozenset([*(sum(c.value for c in run[j:]) for j in range(len(run) - 1)), *joined])


def _sums_with_whole(told: Sequence[Count], run: Sequence[Count]) -> frozenset[Number]:
    """Return what a number whose parts are listed makes with those before: 结转1件，新收17件，其中14件、3件."""
    above = [c for c in told if c.end <= run[0].start]
    is_whole = above and above[-1].value == sum(c.value for c in run)
    is_plain = is_whole and not any(c.is_rough or c.unit != run[0].unit for c in above)
    return _sums_to_the_end(above) if is_plain and len(above) > 1 else frozenset()


def _sums_with_other_units(text: str, told: Sequence[Count], run: Sequence[Count]) -> frozenset[Number]:
    """Return what a list comes to with its items in other units: 月报12期、停水通知87条、公示3条，合计102条."""
    row = [*run]
    for count in reversed([c for c in told if c.end <= run[0].start]):
        gap = text[count.end : row[0].start]
        if not gap.startswith(("、", "，", "和", "及")) or "：" in gap or "其中" in gap:
            break
        row.insert(0, count)
    is_mixed = len({c.unit for c in row}) > 1
    return _sums_to_the_end(row) if is_mixed else frozenset()


def totals_in_other_units(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals of what is counted by several words: 留言35件，来信12件，咨询电话48个，合计97件次."""
    for i, total in enumerate(counts[2:], 2):
        said = text[counts[i - 1].end : total.start].strip()
        if (
            not any(total.unit in units for units in _ADDED_UP)
            or not _SURE_TOTAL.search(said)
            or not _TOTAL.match(said.lstrip("，；"))
        ):
            continue
        frame = text.rfind("；", 0, counts[i - 1].start) + 1
        frame = max((m.end() for m in OPENING.finditer(text, frame, total.start)), default=frame)
        run = [c for c in counts[:i] if c.start >= frame]
        if any(_OF_EACH.search(c.head) for c in run):
            yield from _total_of_each(run, total)
            continue
        run = run[1:] if _is_of_times(text, run, total) else run
        told = {total.unit, *(c.unit for c in run)}
        if len(run) < 2 or len(told) < 2 or not any(told <= units for units in _ADDED_UP):
            continue
        if is_of_another_thing(said, run):
            continue
        is_plain = not total.is_rough and not any(c.is_rough or NO_PART.search(c.head) for c in run)
        gaps = zip((frame, *(c.end for c in run)), (c.start for c in (*run, total)), strict=True)
        is_plain = is_plain and not any(_MORE.search(text[a:b]) for a, b in gaps)
        if is_plain and total.value not in _sums_to_the_end(run):
            yield total, run, ""


def _is_of_times(text: str, run: Sequence[Count], total: Count) -> bool:
    """Whether a list of people stands behind how often they came: 培训4次，机关86人次、乡镇142人次，共计228人次."""
    is_list = len(run) > 2 and text[run[0].end] == "，" and all(text[c.end] == "、" for c in run[1:-1])
    return is_list and run[0].unit != total.unit and all(c.unit == total.unit for c in run[1:])


def _total_of_each(run: Sequence[Count], total: Count) -> Sums:
    """Yield the total of as many for each of some: 三个环节各公示204条，合计621条."""
    if len(run) != 2 or any(c.is_rough for c in (*run, total)):
        return
    many, each = run
    product = many.value * each.value
    is_same = each.unit == total.unit or {each.unit, total.unit} <= _PAPERS
    if _OF_EACH.search(each.head) and many.unit != each.unit and is_same and product != total.value:
        yield total, (each._replace(value=product),), "reckoned"
