"""What the list says of a unit below 备注, where its answers say otherwise: abolished, joined with another one (B-14).

Such a unit is asked about, and is not added up before somebody has decided.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.office.collection.decisions import Decision
from core.office.collection.desk import Desk, UnitResult
from core.office.collection.desk_rules import batch_finding
from core.office.collection.unit_list import YES, plain_name

RULE = "B-14"
_CLAUSE = re.compile("[，,。；;、\n]")
_END = "(?=$|[)(了的])"
_BODY = "[局委办部厅室心处会馆院社站所校团区镇乡队]|街道|公司|单位|机构"
_GONE = re.compile(
    f"(?:撤销|裁撤|撤并|撤消|注销|解散|停办)(?!前|级|.*(?:并入|划入|划归)(?:本|我))|已撤{_END}"
    f"|(?:不再|不用|不需要?|无需|不必|停止|免于?|不){{1,2}}(?:单独)?(?:上报|报送|填报|编报|报){_END}"
    f"|(?:不再|不用|不需要?|无需|不必|停止|免于?|不)(?:单独)?(?:上报|报送|填报|编报|报|编制|编写)年(?:度报告|报)"
    "|(?:并入|划入|划归|归并到|合并[到至入]|整合[到至入])(?!本|我|的)"
    "|(?:由|随|与).{2,20}(?:代报|合报|(?:合并|一并|统一|一起)(?:上报|报送|填报|编报|报))"
)
_NOT_COUNTED = re.compile(
    f"不(?:再|予)?(?:计入|纳入|列入|加入|参与|参加)(?:(?:本级|全县|全市|全区|政府)?(?:汇总|合计|总数)|{_END})"
    f"|不(?:再|予)?(?:汇总|合计|计数|加总|计{_END})|(?:另|单独)(?:行)?(?:计|汇总){_END}"
    f"|(?:数据|数字|数)?已?(?:含|包含|包括|计|统计|合并)在.{{2,20}}"
)
_OTHERS = re.compile(f"(?:{_BODY})(?:已|于|现|将|[0-9]+[年月日])*(?:撤销|撤并|裁撤|并入|划入|划归|合并|整合)")
"""科技局并入: it is the unit of the row that took another one in."""
_STILL = re.compile("(?:仍|照常|照旧|照样|继续|正常|今年|本年)[^不未]{0,4}(?:报|计)|^(?:计入|纳入|列入)(?:汇总|合计)")
"""已撤销，今年仍报: the note itself says that the unit reports, or is added up."""
_OF_PAPERS = re.compile("(?:件|材料|纸质|公章|考核|评分)[^，]{0,4}不")
_DENIED = re.compile("(?:未|没有|没|拟|不|暂不|尚未|是否|待|如)(?:被|再|予以?)?(?:撤|裁|并入|划入|划归|归并|合并|整合)")


def hold_by_notes(desk: Desk, decided: Mapping[str, Decision]) -> set[str]:
    """B-14: note the units of whose rows the note says that they are not to be added; return those held back.

    Whether a unit counts may have been decided in the window; then nobody is asked once more.
    """
    held = set()
    for unit in desk.units:
        if not unit.listed.note:
            continue
        is_gone, is_apart = _says(unit)
        is_decided = bool(decided.get(unit.plain, Decision()).counts)
        is_counted = unit.counts_in_words == YES and not is_decided
        if (is_gone or is_apart) and is_counted and unit.reports:
            variant = ""
            held.add(unit.plain)
        elif is_gone and unit.listed.must_report and not unit.reports:
            variant = "missing"
        else:
            continue
        values = {"unit": unit.name, "note": unit.listed.note}
        desk.batch.append(batch_finding(RULE, values, variant, units=[unit.name]))
        unit.doubts.append(RULE)
    return held


def _says(unit: UnitResult) -> tuple[bool, bool]:
    """Return whether the note says that the unit is no more or does not report, and that it is not added up."""
    clauses = [plain_name(clause) for clause in _CLAUSE.split(unit.listed.note)]
    if any(map(_STILL.search, clauses)):
        return False, False
    passed = (_OTHERS, _OF_PAPERS, _DENIED)
    own = [clause for clause in clauses if not any(pattern.search(clause) for pattern in passed)]
    return any(map(_GONE.search, own)), any(map(_NOT_COUNTED.search, own))
