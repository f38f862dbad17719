"""Cases told in 监督保障 without saying that they are about 信息公开: 全年未发生行政诉讼; 行政诉讼1件，被纠正.

They may be all cases of the office, of which table four holds some. So no more is judged than is true of all if it is
true of some: there cannot be fewer cases than in the table, and where there are as many they are the same ones. Where
the paragraph speaks of other work, such as 执法 or 出庭应诉, nothing is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import holds_one, pattern
from core.form.known_cells import REVIEW_ROW, REVIEWS, in_row
from core.report.entry_text import Number
from core.texts.reading.sentence.sentences import NumberReading, SourceText
from core.texts.reading.sentence.share_checks import added

_TEXT = "s1.oversight"
_NAMED = ("复议", "诉")
_OTHER_WORK = pattern(
    "执法|处罚|许可|强制|法治|法制(?!审核)|依法行政|出庭|应诉|办理|审理|承办|代理|代办|调解|仲裁|信访|征收|拆迁|工伤|治安"
    "|案卷|普法|合同|赔偿|检察|败诉率|行政行为|规范性文件|合法性|决策|法律顾问|受理|投诉|举报|纠纷|引发|引起|领域|方面的?(?:行政)?(?:复议|诉讼)|类(?:行政)?(?:复议|诉讼|案件)"
)
_RULE, _CASES = "N-06", "cases_"
_THREE_KINDS = {"cases_review": "review", "cases_direct": "direct", "cases_after": "after_review"}
_WHY = "可能并非都因信息公开"
_ENOUGH = 4
"""So many numbers of reviews are not the table's by chance."""
_BEHIND = 12
"""Characters behind a number that may say what it is about."""


def is_bare(source: SourceText, place: int) -> bool:
    """Whether the paragraph at a place tells cases of which it says nothing else than that they are there or not."""
    if source.code != _TEXT or not holds_one(source.text, _NAMED):
        return False
    text = source.text
    begin, end = text.rfind("\n", 0, place) + 1, text.find("\n", place) % (len(text) + 1)
    return not _OTHER_WORK.search(text, begin, end)


def all_cases_left_out(
    readings: Sequence[NumberReading], code: str, printed: str, numbers: Mapping[str, Number]
) -> Sequence[NumberReading]:
    """Return the readings; those of bare cases left alone where one tells more of them than the table has."""
    if code != _TEXT:
        return readings
    bare = [r for r in readings if r.rule_id == _RULE and not _names_disclosure(printed, r)]
    if not any(_is_more(r, numbers) for r in bare) or _are_swapped(bare, numbers) or _are_those(bare, numbers):
        return readings
    return [r._replace(kind="other", meaning=f"{r.meaning}（{_WHY}，不核对）") if r in bare else r for r in readings]


def _names_disclosure(printed: str, reading: NumberReading) -> bool:
    begin = max(printed.rfind(mark, 0, reading.start) for mark in "。！？\n") + 1
    return "公开" in printed[begin : reading.end + _BEHIND]


def _are_swapped(readings: Sequence[NumberReading], numbers: Mapping[str, Number]) -> bool:
    """Whether three kinds of cases have the numbers of the table in another order, which all would not just have."""
    told = {r.key: r.value for r in readings if r.kind == "count" and r.key in _THREE_KINDS}
    known = [numbers.get(f"t4.{group}.total", 0) for group in _THREE_KINDS.values()]
    is_telling = len(told) == len(_THREE_KINDS) and 0 not in known
    return is_telling and sorted(told.values()) == sorted(known) and [*map(told.get, _THREE_KINDS)] != known


def _are_those(readings: Sequence[NumberReading], numbers: Mapping[str, Number]) -> bool:
    """Whether so many reviews are told with all that became of them that they are the table's: 复议8件，维持4件、…."""
    told = [r for r in readings if r.kind == "count" and any(all(in_row(c, REVIEW_ROW) for c in way) for way in r.ways)]
    right = {r.key for r in told if r.value and r.value in [added(way, numbers) for way in r.ways]}
    return len(right) == len(told) >= _ENOUGH and "cases_review" in right and numbers.get(REVIEWS, 0) >= _ENOUGH


def _is_more(reading: NumberReading, numbers: Mapping[str, Number]) -> bool:
    if reading.kind != "count" or not reading.key.startswith(_CASES):
        return False
    known = [added(way, numbers) for way in reading.ways]
    return all(total is not None and reading.value > total for total in known)
