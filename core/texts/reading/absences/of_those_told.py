"""Knows that what somebody did not do is said of the cases told before it: 被纠正的1件…，申请人未再提起行政诉讼.

Whoever it was that a case of several was told of did not go on with that one; of the others it says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import holds_one, pattern

_PERSONS = "(?:申请人|当事人|原告|对方|[^，；。：（）\\d]{0,6}(?:村民|居民|职工|企业|公司|业主))"
_SUBJECT = pattern(
    f"(?:{_PERSONS}|其)(?:对(?:此|新的?答复|答复)[^，；。\\d]{{0,8}}|(?:在)?(?:收到|接到|签收)[^，；。\\d]{{0,12}}后|此后|之后|其后|随后|后|也|亦|均|都|全部)*$"
)
"""(申请人收到新答复后)未再提起诉讼"""
_THAT_ONE = pattern(
    f"(?:该|此|这[一名位个家起件]|上述|其他|其余|余下)(?:案|件)?的?{_PERSONS}(?:此后|之后|后|也|亦|均|都)*$|(?:该|此|这)(?:起|件|宗)?案(?:件)?(?:此后|之后|后|也|亦)*$"
)
"""(该申请人)未提起诉讼"""
_COUNT = pattern("(?P<of>的|其中，?(?:的|有)?)?(?P<n>\\d{1,9})[件起宗](?!(?:政府信息公开|信息公开|公开)?的?申请)")
_OF_APPLICATIONS = pattern("(?<!被)(?<!复议)申请(?:[^，；。\\d复诉]{0,6})$|依申请公开$")
"""收到政府信息公开申请(20)件, not 被申请行政复议20件."""
_NEAR = 12
_ALL_OF_THEM = ("均", "都", "全部")
_ANSWERED_ANEW = pattern(
    "重新(?:依法|按期|及时|予以)*(?:作出|制作|进行)?[^，；。]{0,4}(?:答复|处理|告知|决定)|补充(?:答复|公开)"
)
"""(我局重新作出答复，)申请人没有再申请复议"""
_BACK = pattern("全年|本年|年内|全部案件|所有|各|总|共|合计")
"""What leads back from one of them to all cases."""
_CLAUSE = pattern("[，；：。（）！？\n]")


def is_of_those_told(before: str) -> bool:
    """Whether a denial behind these words of a text is said of some cases that were told of before it."""
    before = before.rpartition("\n")[2]
    clause = _CLAUSE.split(before)[-1]
    counts = [c for c in _COUNT.finditer(before) if not _is_of_applications(before, c.start("n"))]
    if not counts:
        return False
    if _THAT_ONE.search(clause):
        return True
    is_of_all = holds_one(clause, _ALL_OF_THEM)
    values, last = [int(count["n"]) for count in counts], counts[-1]
    if not _SUBJECT.match(clause) or (is_of_all and _are_parts(values)):
        return False
    if last["of"] == "的" and not is_of_all and _ANSWERED_ANEW.search(before, last.end()):
        return True
    is_some = bool(last["of"]) and any(value > values[-1] for value in values[:-1])
    is_narrowed = is_some and (last["of"] == "的" or values[-1] == 1)
    return is_narrowed and not _BACK.search(before, last.end())


def _is_of_applications(before: str, number: int) -> bool:
    return bool(_OF_APPLICATIONS.search(before, max(number - _NEAR, 0), number))


def _are_parts(values: Sequence[int]) -> bool:
    """Whether the last numbers make up one told before them: 复议5件，其中维持的4件，纠正的1件."""
    return any(sum(values[i + 1 :]) == whole for i, whole in enumerate(values[:-2]))
