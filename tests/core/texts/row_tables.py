"""Offices with their tables three for tests of rows, and which rules find a text on requests wrong beside them."""

from __future__ import annotations

from collections.abc import Mapping

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of

_RULES = ("N-01", "N-02", "N-03", "N-04", "N-05", "N-24")

Table = tuple[str, int, Mapping[str, Number]]

# fmt: off
BUREAU: Table = ("望江区住房和城乡建设局", 2024, {
    "t3.R01.C1": 86, "t3.R01.C2": 12, "t3.R01.C4": 2, "t3.R01.C5": 3, "t3.R01.C6": 1, "t3.R02.C1": 5,
    "t3.R02.C2": 1, "t3.R02.C5": 1, "t3.R03.C1": 38, "t3.R03.C2": 5, "t3.R03.C4": 1, "t3.R03.C5": 2,
    "t3.R03.C6": 1, "t3.R04.C1": 9, "t3.R04.C2": 1, "t3.R08.C1": 3, "t3.R08.C2": 2, "t3.R10.C1": 5,
    "t3.R12.C1": 4, "t3.R12.C2": 1, "t3.R13.C1": 12, "t3.R13.C2": 2, "t3.R13.C4": 1, "t3.R13.C5": 1,
    "t3.R14.C1": 4, "t3.R15.C1": 1, "t3.R15.C5": 1, "t3.R17.C1": 2, "t3.R19.C1": 3, "t3.R21.C1": 2,
    "t3.R23.C1": 1, "t3.R25.C1": 7, "t3.R25.C2": 2,
})
COUNTY: Table = ("禾川县农业农村局", 2025, {
    "t3.R01.C1": 14, "t3.R01.C2": 5, "t3.R01.C3": 1, "t3.R01.C6": 2, "t3.R02.C2": 1, "t3.R03.C1": 8,
    "t3.R03.C2": 4, "t3.R03.C3": 1, "t3.R03.C6": 1, "t3.R04.C1": 1, "t3.R04.C2": 1, "t3.R08.C2": 1,
    "t3.R13.C1": 3, "t3.R13.C6": 1, "t3.R14.C1": 1, "t3.R22.C1": 1,
})
TOWN: Table = ("青湾县柳河镇人民政府", 2024, {
    "t3.R01.C1": 11, "t3.R01.C2": 3, "t3.R02.C1": 1, "t3.R03.C1": 6, "t3.R03.C2": 1, "t3.R04.C1": 2,
    "t3.R08.C1": 1, "t3.R13.C1": 2, "t3.R13.C2": 1, "t3.R17.C1": 1, "t3.R25.C2": 1,
})
STREET: Table = ("永宁市市场监督管理局", 2023, {
    "t3.R01.C1": 25, "t3.R01.C2": 7, "t3.R01.C5": 4, "t3.R03.C1": 9, "t3.R03.C2": 3, "t3.R03.C5": 2,
    "t3.R04.C1": 3, "t3.R04.C2": 1, "t3.R08.C1": 1, "t3.R08.C2": 2, "t3.R11.C1": 4, "t3.R13.C1": 4,
    "t3.R13.C2": 1, "t3.R13.C5": 1, "t3.R16.C1": 2, "t3.R25.C1": 2, "t3.R25.C5": 1,
})
CITY: Table = ("云陵市自然资源和规划局", 2024, {
    "t3.R01.C1": 163, "t3.R01.C2": 21, "t3.R01.C5": 4, "t3.R02.C1": 9, "t3.R02.C2": 2, "t3.R03.C1": 71,
    "t3.R03.C2": 9, "t3.R03.C5": 2, "t3.R04.C1": 14, "t3.R04.C2": 3, "t3.R08.C1": 5, "t3.R08.C2": 1,
    "t3.R09.C1": 3, "t3.R10.C1": 4, "t3.R10.C2": 2, "t3.R11.C1": 7, "t3.R12.C1": 6, "t3.R12.C2": 2,
    "t3.R13.C1": 29, "t3.R13.C2": 4, "t3.R13.C5": 2, "t3.R14.C1": 8, "t3.R15.C1": 2, "t3.R16.C1": 4,
    "t3.R17.C1": 3, "t3.R17.C2": 1, "t3.R21.C1": 4, "t3.R25.C1": 12, "t3.R25.C2": 1,
})
DISTRICT: Table = ("宁川市公安局", 2025, {
    "t3.R01.C1": 57, "t3.R02.C1": 4, "t3.R03.C1": 20, "t3.R04.C1": 4, "t3.R06.C1": 3, "t3.R07.C1": 2,
    "t3.R11.C1": 9, "t3.R12.C1": 5, "t3.R13.C1": 6, "t3.R16.C1": 3, "t3.R20.C1": 1, "t3.R21.C1": 2,
    "t3.R25.C1": 6,
})
HARBOUR: Table = ("东湾区柳巷街道办事处", 2024, {
    "t3.R01.C1": 8, "t3.R01.C2": 1, "t3.R03.C1": 4, "t3.R03.C2": 1, "t3.R13.C1": 3, "t3.R15.C1": 1,
})
VALLEY: Table = ("青岩县城关镇人民政府", 2023, {
    "t3.R01.C1": 10, "t3.R01.C2": 1, "t3.R01.C6": 1, "t3.R02.C1": 1, "t3.R03.C1": 5, "t3.R03.C2": 1,
    "t3.R03.C6": 1, "t3.R04.C1": 1, "t3.R09.C1": 1, "t3.R13.C1": 2, "t3.R14.C1": 1, "t3.R19.C1": 1,
})
HILL: Table = ("平岗岭镇人民政府", 2025, {
    "t3.R01.C1": 3, "t3.R02.C1": 1, "t3.R03.C1": 2, "t3.R14.C1": 1, "t3.R17.C1": 1,
})
HIGHLAND: Table = ("白石县人民政府", 2023, {
    "t3.R01.C1": 42, "t3.R01.C2": 6, "t3.R01.C4": 1, "t3.R02.C1": 3, "t3.R03.C1": 17, "t3.R03.C2": 3,
    "t3.R03.C4": 1, "t3.R04.C1": 5, "t3.R04.C2": 1, "t3.R05.C1": 1, "t3.R07.C1": 1, "t3.R10.C1": 2,
    "t3.R11.C1": 1, "t3.R13.C1": 6, "t3.R13.C2": 2, "t3.R14.C1": 2, "t3.R16.C1": 2, "t3.R17.C1": 1,
    "t3.R23.C1": 2, "t3.R25.C1": 5,
})
LAKE: Table = ("海岭经济技术开发区管理委员会", 2024, {
    "t3.R02.C2": 2, "t3.R03.C2": 1, "t3.R04.C2": 1,
})
FOREST: Table = ("临江市公安局", 2023, {
    "t3.R01.C1": 268, "t3.R01.C2": 12, "t3.R01.C5": 17, "t3.R01.C6": 2, "t3.R02.C1": 11, "t3.R02.C5": 1,
    "t3.R03.C1": 61, "t3.R03.C2": 3, "t3.R03.C5": 4, "t3.R03.C6": 1, "t3.R04.C1": 24, "t3.R04.C2": 1,
    "t3.R04.C5": 3, "t3.R05.C1": 3, "t3.R07.C1": 2, "t3.R08.C1": 7, "t3.R08.C5": 1, "t3.R09.C1": 4,
    "t3.R10.C1": 3, "t3.R11.C1": 58, "t3.R11.C2": 2, "t3.R11.C5": 5, "t3.R12.C1": 9, "t3.R12.C2": 1,
    "t3.R12.C5": 1, "t3.R13.C1": 47, "t3.R13.C2": 3, "t3.R13.C5": 2, "t3.R13.C6": 1, "t3.R14.C1": 6,
    "t3.R15.C1": 8, "t3.R15.C2": 1, "t3.R16.C1": 21, "t3.R17.C1": 5, "t3.R20.C1": 2, "t3.R21.C1": 4,
    "t3.R21.C5": 1, "t3.R23.C1": 3, "t3.R25.C1": 12, "t3.R25.C2": 1, "t3.R25.C5": 1,
})
MEADOW: Table = ("临水县柳溪镇人民政府", 2023, {
    "t3.R01.C1": 4, "t3.R01.C2": 1, "t3.R03.C1": 2, "t3.R04.C1": 1, "t3.R13.C1": 1, "t3.R25.C2": 1,
})
# fmt: on


def rules_told(table: Table, text: str) -> set[str]:
    unit, year, cells = table
    report = filled(unit, "s1.request", text, cells, year=year)
    return {finding.rule_id for finding in findings_of(report, *_RULES)}
