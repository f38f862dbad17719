"""Knows a number that is said to be no part of this report: 另收到28件，由各街道自行编制年度报告; 4件，均与我乡无关."""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told, ways_of
from core.texts.reading.sentence.share_checks import added

_US = "(?:我[局委办厅院镇乡市县区]|我?街道|本[局委办厅院镇乡市县区]|本?机关|本?单位)"
_NOT_COUNTED = pattern(
    "未计入|不计入|未纳入|不纳入|未列入|不列入|未统计在内|不在[^，；。\\d]{0,6}统计|(?:自行|单独|另行|分别)(?:编制|填报|统计|发布|公布)"
    "|由[^，；。\\d]{2,16}(?:编制|填报|统计)|分开统计|单列统计"
    f"|(?:(?<=[，（均都部])|^)[与和跟同]{_US}(?:无关|不相[关干]|没有关系|无涉)(?!的)"
    f"|(?:(?<=[，（])|^)(?:(?:均|都|全部|也|但)*(?:[不未]涉及|不是|非)|无[一1]件?(?:涉及|是)){_US}的?(?:案件|件|案)?(?=[，；。）])"
    "|不属于?(?:本|上|表|此)[^，；。\\d]{0,8}(?:统计|内容|范围|口径)|不(?:包?含|包括)在(?:上|以上|本|表|内)|与(?:本|上述)[^，；。\\d]{0,6}[栏表分]无关"
    "|[未没不]有?在(?:此|本|上|表|年报|其中)[^，；。\\d]{0,8}(?:统计|反映|填[报列]|列[出入示]|体现)"
    "|没有?(?:计入|列入|纳入|算[入进]|放[入进]|填[入进]|写[入进]|统计在)|[表分]中?未(?:予|作|再)?(?:反映|统计|填[报列])"
)
_NOT_COUNTED_HERE = pattern("[^；。]{1,41}?(?P<mark>" + _NOT_COUNTED.pattern + ")(?P<behind>[^，；。]*)")
_ALL_OF_THEM = pattern(
    "\\d[件宗起份]，(?:均|都|一并)[^，；。\\d]*(?:，[^，；。\\d]*)?$|^[件宗起份]、[^，；。\\d]{0,6}\\d+[件宗起份]，$"
)
"""新收15件、办结14件，均由镇里自行编制年报; 复议22件、诉讼9件，不含在上列数字内"""
_DOCUMENT = pattern("〔\\d{4}〕\\d+号")
_COUNT = pattern("(?P<n>\\d+)[件宗起份]")


def is_not_counted(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is said to be no part of this report: 街道另收到28件，由各街道自行编制年度报告."""
    claim = told.claim
    if claim.number is None:
        return False
    if _NOT_COUNTED.search(told.own):
        return True
    behind = _DOCUMENT.sub("", told.text[max(claim.place.end - 1, 0) :].partition("\n")[0])
    said = _NOT_COUNTED_HERE.match(behind)
    if said is None or "（" in behind[: said.start("mark")]:
        return False
    if _COUNT.search(behind, 1, said.start("mark")) and not _ALL_OF_THEM.search(behind, 0, said.start("mark")):
        return False
    left_out = _COUNT.search(said["behind"])
    return left_out is None or int(left_out["n"]) in [added(way, numbers) for way in (*ways_of(claim), claim.cells)]
