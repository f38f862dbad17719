"""Finds applications of a whole place that its own offices and those of the level below do not make up.

全市新收申请1612件，其中市级部门收到604件，县（市、区）收到998件: the two levels of a place are all there are, so that
a sum which is near the total and not the same is wrong, whether it is more or less.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import NO_PART, Sums

_PLACE = "[省市县区州盟旗]"
_OWN = (
    f"(?:{_PLACE}(?:委、?)?政府(?:办公[室厅])?(?:[及和与、]))?{_PLACE}(?:政府|本级|[级直属]+(?:各|政府|行政)?(?:部门|单位|机关)?)"
    "(?:各?(?:部门|单位|机关))?"
)
_TOWNS = "(?:乡镇（街道）|乡（镇、街道）|镇（街道）|镇（街）|乡镇、?街道|乡镇|镇街|街镇)"
_COUNTIES = (
    "(?:县（市、区）|县（区）|县、区|市（县、区）|区（县）|区（市）|区（市、县）|县（市）|旗（县）|旗县区?|县市区|市县区|[县区市]{2})"
    "(?:政府|级)?(?:部门)?"
)
_BELOW = f"各?(?:下辖|所辖|辖)?(?:{_COUNTIES}(?:[及和与、]{_TOWNS})?|{_TOWNS})"
_DID = "(?:行政机关|机关|单位)?(?:共|合计|分别)?(?:新收|收到|受理|接收|办理|办结|答复|收件|的)*(?:申请)?"
_OF_PLACE = pattern(f"[，：（](?:其中)?[，：]?(?:由)?{_OWN}{_DID}")
_OF_BELOW = pattern(f"[，、；和及与]*{_BELOW}{_DID}")
_FIRST = pattern(f"(?:^|[，；。：])(?:全年|年内|其中)*{_OWN}{_DID}$")
_ALL_OF_PLACE = pattern(f"[，；](?:两级|全{_PLACE})?(?:合计|共计|总计|共)(?:新收|收到|受理|办结|答复)?(?:申请)?")
"""市本级收到604件，县（市、区）收到1001件(，全市合计)1605件"""
_MORE_OF_THEM = pattern("[，、；]?(?:[^，；。\\d]{0,16}\\d+[件宗]|等|另|其[他它余]|还有|以及|开发区|功能区|园区)")
_IS_TOLD = pattern("申请|收到|新收|受理|办结|答复")
_OTHERS_BESIDE = pattern("驻|垂管|垂直|中央|省属|省级以上|开发区|功能区|管委会|国企|公用")
_UNITS = ("件", "宗", "起", "份")
_LEAST = 0.9


def applications_of_place(text: str, counts: Sequence[Count]) -> Sums:
    """Yield such totals, which stand before the two levels or behind them."""
    for one, two, three in zip(counts, counts[1:], counts[2:], strict=False):
        if any(c.is_rough or c.unit != one.unit for c in (one, two, three)) or one.unit not in _UNITS:
            continue
        if _OF_PLACE.fullmatch(text, one.end, two.start) and _OF_BELOW.fullmatch(text, two.end, three.start):
            is_total = not (NO_PART.search(one.head) or _OTHERS_BESIDE.search(text)) and _IS_TOLD.search(one.head)
            if is_total and _is_near(one, (two, three)) and not _MORE_OF_THEM.match(text, three.end):
                yield one, (two, three), ""
            continue
        is_behind = _OF_BELOW.fullmatch(text, one.end, two.start) and _ALL_OF_PLACE.fullmatch(
            text, two.end, three.start
        )
        if (
            is_behind
            and _FIRST.search(text[: one.start])
            and not _OTHERS_BESIDE.search(text)
            and _is_near(three, (one, two))
        ):
            yield three, (one, two), ""


def _is_near(total: Count, parts: Sequence[Count]) -> bool:
    """Whether parts make another number than their total, and hardly more or less."""
    added: Number = sum(part.value for part in parts)
    return added != total.value and _LEAST * float(total.value) <= float(added) <= float(total.value) / _LEAST
