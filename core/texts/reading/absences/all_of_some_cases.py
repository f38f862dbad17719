"""Knows that 全部维持 and 均已审结 are said of some cases only: 诉讼5件，其中一个小区3件，全部维持；另2件1件纠正."""

from __future__ import annotations

from core.base.patterns import pattern

_SOME_NAMED = pattern(
    "(?P<whole>\\d+)[件起宗](?:[^；。\\d]|\\d+(?![\\d件起宗]))*其中(?![^；。\\d]{0,20}公开)[^；。\\d]{2,20}(?P<some>\\d+)[件起宗][^；。\\d]*$"
)
"""5件诉讼，其中一个小区3件，法院合并审理，(全部维持)"""
_REST_BEHIND = pattern(
    "[，；。](?:另外?有?|其余|余下|剩余|剩下|还有)的?\\d+[件起宗](?![^，；。\\d]{0,6}(?:复议|诉讼|应诉|案件|未(?:审?结|判|决)|在审|尚在|仍在|正在审|待[审判决]))"
)
"""全部维持(；另2件)1件纠正、1件撤诉"""
_OLD_ONES = pattern(
    "(?:20\\d\\d年|上年|去年|上一年)度?[底末]?(?:尚?未(?:审?结|决|判|审理完)|在审|待审|结转|遗留|转入|留下)[^，；。\\d]{0,4}\\d+[件起宗](?:[^；。\\d]|\\d(?![\\d件起宗]))*$"
)
"""上年未审结的2件诉讼在本年审结，结果(均为维持)"""
_REST_LISTED = pattern(
    "(?:其余|余下|剩余|剩下)[^，；。（）]{0,10}(?:（[^（）]*）[^，；。]{0,4}|，(?:其中|包括|包含|含|有)[^，；。]*，)$"
    "|(?:其他|其它)(?:案件|各案|的)*$|除\\d+[件起宗](?:案件)?(?:之|以)?外，[^，；。\\d]{0,10}$"
)
"""除1件复议在审外，其余5件（复议4件、诉讼1件）(均已审结)"""
_COUNT = pattern("\\d+[件起宗]")


def is_of_some_cases(before: str, behind: str) -> bool:
    """Whether what is said of all is said of those told last: of one part of a whole, or with the rest told behind it.

    So are those of the year before told apart: 上年未审结的2件均维持.

    Args:
        before: The sentence up to the statement.
        behind: What follows the statement.
    """
    part = before.rpartition("；")[2]
    if _OLD_ONES.search(part) or _REST_LISTED.search(part):
        return True
    named = _SOME_NAMED.search(part)
    if named and int(named["some"]) < int(named["whole"]):
        return True
    return len(_COUNT.findall(part)) > 1 and bool(_REST_BEHIND.match(behind))
