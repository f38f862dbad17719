"""Finds numbers that are said to stand above and do not, nor are they a sum of those: 收到40件。上述41件均已答复."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import holds_one, pattern
from core.report.entry_text import Number
from core.texts.language.first_of_list import FIRST_OF_LIST
from core.texts.language.things import Count
from core.texts.sums.names_of_each import names_of_each
from core.texts.sums.sum_shapes import TOTAL_ALONE, Sums

_ABOVE = pattern("(?:上述|前述|^(?:对|在)?(?:以上|这)|^(?:以上|上述)(?:合计|共计|总计))$")
"""(上述)28件: a number that was told."""
_OF_THOSE = pattern(
    "(?:政府信息公开)?(?:申请|办件|事项)?(?:均|都|全部|(?:中|当中|里|之中)(?:，|：|有)?[^，；：。、（）\\d]{0,24}\\d|的?(?:办理|处理)?(?:结果|去向)[^，；。]{0,6}(?:为|是|：))"
)
"""12件(申请中，8件): a number that was told, in the begin of a sentence."""
_OF_LAST_YEAR = pattern("(?:□□□(?:上年|他年)|上年|去年)度?(?:同期)?(?:为|是|的|收到)?")
"""收到73件（(2023年)60件），上年结转5件，合计78件: no part of the total."""
_COMPARED = pattern("(?:比|较|与|同)[^，；。]{0,10}(?:的|为|是)?$|(?:增加|减少|增长|下降|上升|多|少)了?$")
"""146件，(较2022年的)173件(减少)27件；另承接上年的6件。152件中: no parts of the total."""
_OF_SOME = pattern(f"{FIRST_OF_LIST.pattern}|的(?:分别|依次|主要)?(?:是|为|有)[^，；。]*、|的，?[^，；。]{{0,3}}$")
"""(受理量前三位的是住建局、人社局、东湖街道，合计)301件: a total of those that its own sentence names."""
_NO_TOPIC = pattern(
    "(?:[^，；]*，)*?(?:(?:截至|截止|至|到|经|从|按|就|据|自)[^，；]*|(?:对此|目前|全年|年内|当年|本年度?|其中|总体(?:上|看|来看)?|整体(?:上|看|来看)?|此外|同时|最终|"
    "结果|实际|□□□本年度?|今年|[◇◆]*)|[^，；]{0,8}(?:看|方面|上|来说|来讲|情况|统计|汇总)|[^，；]*(?:均|都|已|被)[^，；]*)，"
)
"""(截至年底，)41件均已答复; not 征地补偿一类的信息，41件里有36件: a topic named right before it owns the number."""
_OTHER_CASES = pattern("(?:^|[；，])(?:在)?(?:行政)?(?:复议|诉讼|应诉)(?:案件)?(?:方面|情况|工作)?，$")
"""复议16件，……。(行政诉讼方面，)15件中直接起诉7件: the next matter, with a number of its own."""
_EACH = pattern("各|每")
_NAMES = pattern(r"[，；：。（）]|\d[件宗份起条次]、?")
_MOST_ABOVE = 8
"""Numbers above one, of which all sums are looked at."""


def referred(counts: Sequence[Count], earlier: Sequence[Count]) -> Sums:
    """Yield numbers that are said to stand above and do not, nor are they a sum: 收到40件。上述41件均已答复."""
    for i, count in enumerate(counts):
        is_first = not i or count.text[count.start - 1] == "；"
        is_told_of = not count.head and is_first and _OF_THOSE.match(count.text, count.end)
        is_reference = bool(is_told_of) and not _has_topic(count)
        is_total = not i and "计" in count.text and bool(TOTAL_ALONE.fullmatch(count.text, 0, count.start))
        is_total = is_total and not _OF_SOME.search(count.text, 0, count.start)
        is_above = holds_one(count.head, "上述这") and _ABOVE.search(count.head)
        if not (is_above or is_reference or is_total):
            continue
        above = [*earlier, *counts[:i]]
        alike = [c for c in above if c.unit == count.unit]
        if not alike or len(above) > _MOST_ABOVE or any(c.is_rough for c in (*above, count)):
            continue
        names = [names_of_each(_NAMES.split(c.text[: c.start])[-1]) for c in above]
        if any(many == 1 and _EACH.search(c.head) for c, many in zip(above, names, strict=True)):
            continue  # 四个街道各收2件: of how many is not known
        values = [c.value for c in above]
        sums = _sums_of_runs([value * many for value, many in zip(values, names, strict=True)])
        sums |= _sums_of_runs(values) | _sums_of_runs([c.value for c in above if not _OF_LAST_YEAR.fullmatch(c.head)])
        sums |= _sums_of_runs([c.value for c in above if not _COMPARED.search(c.head)])
        sums |= {a - b for a in sums for b in values if not is_total}
        if count.value not in sums:
            yield count, alike[-1:], "refers"


def _has_topic(count: Count) -> bool:
    """Whether words before a number name what it is told of: 征地补偿一类的信息，41件里有36件."""
    if _OTHER_CASES.search(count.text, 0, count.start):
        return True
    begin = count.text.rfind("；", 0, count.start) + 1
    return begin < count.start and not _NO_TOPIC.fullmatch(count.text, begin, count.start)


def _sums_of_runs(values: Sequence[Number]) -> set[Number]:
    """Return the sums of all runs of numbers that stand one behind the other."""
    return {sum(values[a:b]) for a in range(len(values)) for b in range(a + 1, len(values) + 1)}


def are_sum_above(parts: Sequence[Count], earlier: Sequence[Count]) -> bool:
    """Whether the parts of a list add up to what some numbers of the sentences before it make together."""
    above = [c.value for c in earlier[-_MOST_ABOVE:] if parts and c.unit == parts[0].unit]
    return len(parts) > 1 and sum(part.value for part in parts) in _sums_of_runs(above)
