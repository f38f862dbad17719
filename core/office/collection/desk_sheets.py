"""The sheets of 核查情况.xlsx by their titles."""

UNITS, FINDINGS, ALIKE, LEDGER = "各单位", "问题清单", "雷同", "汇总台账"
