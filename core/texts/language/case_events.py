"""Sentences on cases of an office that had none, which tell them as if there were some, or of which nothing is told.

The clauses are taken apart into words, a letter each (``case_clauses``): 发生因政府信息公开引起的行政复议 (vcisdr)
tells a case, for lack of 未; 全年因政府信息公开引起的行政复议 (cisdr) names it, and nothing is told of it. A clause
with a word that is not known is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.base.patterns import pattern
from core.texts.language.case_clauses import clauses_of, letters_of

_HAPPENED = pattern("[ijc]*[ayg]*v(?!d)[cijdpsreEb]*(?:[rbe]|(?<=d)E)v?|[cijdpsreEb]*[rbeE][ay]*v")
"""发生因政府信息公开引起的行政复议、行政诉讼案件, 行政复议案件均发生: a case and that there was one."""
_BROUGHT = pattern("[ij]*c[ij]+(?:p?s|p)[rb]e?(?:j*(?:p?s|p)?[rb]e?)*")
"""因信息公开被申请行政复议、被提起行政诉讼."""
_ONE_OF_TWO = pattern("[ij]*(?:c[ij]+)?a?(?:ps|v)[rb]e?")
_OTHER_OF_TWO = pattern("y?[nmx](?:c[ij]+)?(?:ps|v)[rb]e?")
"""被申请行政复议, (未被提起行政诉讼)."""
_DENIAL_ALONE, _DENIED_BEFORE = pattern("a?[nm]v?"), pattern("[^U]*[nm][^Unmx]*[rb]e?")
"""未发生行政复议案件，(未发生): denied twice."""
_FALSELY_DENIED = pattern("[ij]*c[ij]+n(?:p?s|v)d[ij]*[rb]e?(?:j[rb]e?)*")
"""因政府信息公开未引起的行政复议."""
_ONLY_NAMED = pattern("[ij]*[rb]e?(?:j[rb]e?)*(?:d?E)?")
_COUNTED, _BARE = pattern(".*[rb]e?l?[gvw]*(?:f|ok?)"), pattern("[ij]*[rb]e?l?")
"""行政复议0件，(行政诉讼)."""
_NAMED = pattern("(?=.*[rb])(?=.*[cps])[cijdpsreEbv]*(?P<last>[cijdpsreEbv])")
"""因政府信息公开引起的行政复议、行政诉讼案件的: named by what caused them or who brought them, and no more."""
_CASES = pattern("[rb]")
_YEARS = pattern("20\\d\\d(?=年)")
_NO_VERB = pattern("涉及?(?=行政|复议|诉讼)")
_IN_TIME = pattern("20\\d\\d年|[本今全]年|年内|一年来|年度|年以来")
_ANSWER = pattern("i?(?:a|g|y)*(?:[nmx]+v?|t[nmx]v?|[gw]*v?[fto]|w?h|mt|w?x|v?wh)[dE]*")
"""均未发生, 为0件, 见下表: what is told of the cases of the clause before."""
_DENIED = pattern("[无未没零〇不]|(?<![\\d.])[0０](?!\\d)")
_TOLD = pattern(
    "[无未没零〇○不]|(?<![\\d.])[0０](?!\\d)|[见如][上下附]?表|如下|空白|审结|结案|绝迹|责令|(?:维持|撤销|纠正|驳回)了"
    "|[1-9一二两三四五六七八九十]\\d*[件宗起例]"
)
_OTHER_CASES = pattern(
    "[如若倘凡防免]|一旦|可能|容易|将|会|减少|杜绝|确保|力争|争取|上一?年|去年|往年|历年|前年|以前|此前|曾|累计|连续|处理|化解|应对"
    "|是|指|包括|含|为|即|以及|等|时|后"
)
"""如发生行政复议案件, 去年发生行政诉讼: no case of this year is told; 包括(因政府信息公开引起的行政复议)."""
_SOMEBODY = pattern(
    "(?<![没未如若凡虽])有[^，。；]{0,6}(?:公民|申请人|群众|法人|企业|当事人|村民|居民|个人|组织|人)(?:因|就|对|向|不服)[^，。；]{0,40}"
    "(?:申请|提起|提出)[^，。；]{0,12}(?:复议|诉讼|起诉)(?:的?(?:情况|情形))?$"
)
_NOT_DONE = pattern("扬言|表示|准备|打算|[想欲拟要没未无]|咨询|询问|撤回")
"""有公民因政府信息公开申请行政复议; but 有人想申请行政复议."""
_ABOUT = pattern("围绕|对")
_SO = pattern("因此|所以|因而|故(?!障|意|事)|据此|为此|从而|于是")
_ITEM = pattern("[（(]?(?:[一二三四五六七八九十]{1,2}|\\d{1,2})[)）、.．是]")
"""What makes a heading or an item of a list of a sentence: （五）, 二是."""


class _Clause(NamedTuple):
    """A clause and the letters of its words."""

    words: str
    letters: str


class Place(NamedTuple):
    """Where a sentence stands.

    Attributes:
        is_own_section: Whether it is the section on cases.
        is_first: Whether no sentence stands before it in its paragraph, so that it may be a heading.
        is_last: Whether none stands behind it there.
    """

    is_own_section: bool
    is_first: bool
    is_last: bool


def tells_some_or_nothing(sentence: str, place: Place, year: int) -> bool:
    """Whether a sentence of an office without cases tells some, or names them and tells nothing of them.

    What is told of another year than that of the report is left alone.
    """
    if any(int(named) != year for named in _YEARS.findall(sentence)):
        return False
    clauses = list(_clauses(sentence))
    for i, clause in enumerate(clauses):
        if i and _DENIAL_ALONE.fullmatch(clause.letters) and _DENIED_BEFORE.fullmatch(clauses[i - 1].letters):
            return True
        if _is_told_of_somebody(clause, _joined(clauses[:i])):
            return True
        if not _CASES.search(clause.letters) or "U" in clause.letters:
            continue
        if _FALSELY_DENIED.fullmatch(clause.letters):
            return True
        before, behind = _joined(clauses[:i]), clauses[i + 1 :]
        if _is_told_as_some(clause, before, behind, place):
            return True
        if behind and _is_denied_of_the_other(clause, before, behind[0]):
            return True
        if _tells_nothing(clause, before, behind, place):
            return True
    return False


def _clauses(sentence: str) -> Iterator[_Clause]:
    for words in clauses_of(sentence):
        yield _Clause(words.strip(), letters_of(words.strip()))


def _joined(clauses: list[_Clause]) -> str:
    return "，".join([clause.words for clause in clauses])


def _is_told_as_some(clause: _Clause, before: str, behind: list[_Clause], place: Place) -> bool:
    """Whether cases are told that happened in the year: 本年度发生行政复议案件，(行政诉讼案件也没有发生)."""
    if not _HAPPENED.fullmatch(clause.letters) or _NO_VERB.search(clause.words):
        return False
    if _OTHER_CASES.search(before + clause.words) or _DENIED.search(before):
        return False
    if behind and _ANSWER.fullmatch(behind[0].letters):
        return False
    return bool(_IN_TIME.search(before + clause.words)) or (place.is_own_section and not behind)


def _is_told_of_somebody(clause: _Clause, before: str) -> bool:
    """Whether somebody is told to have gone to law in the year: 有公民因政府信息公开申请行政复议."""
    said = before + clause.words
    if not _SOMEBODY.search(clause.words) or _OTHER_CASES.search(before) or _DENIED.search(before):
        return False
    return bool(_IN_TIME.search(said)) and not _NOT_DONE.search(said)


def _is_denied_of_the_other(clause: _Clause, before: str, behind: _Clause) -> bool:
    """Whether there were some and yet none: 被申请行政复议，(因此)各项均填写0; 被申请行政复议，(未被提起行政诉讼)."""
    if _BROUGHT.fullmatch(clause.letters) and _SO.match(behind.words):
        return True
    if not _ONE_OF_TWO.fullmatch(clause.letters) or not _OTHER_OF_TWO.fullmatch(behind.letters):
        return False
    return not _DENIED.search(before) and not _OTHER_CASES.search(before + clause.words.replace("曾", ""))


def _tells_nothing(clause: _Clause, before: str, behind: list[_Clause], place: Place) -> bool:
    """Whether cases are named and neither this clause nor one behind tells how many there were; headings aside."""
    last = before.rpartition("，")[2]
    if _BARE.fullmatch(clause.letters) and _COUNTED.fullmatch(letters_of(last)):
        return place.is_own_section and not (behind and _ANSWER.fullmatch(behind[0].letters))
    named = _NAMED.fullmatch(clause.letters)
    if not behind and _SO.match(clause.words) and (named or _ONLY_NAMED.fullmatch(clause.letters)):
        return True
    if not named or _OTHER_CASES.search(before + clause.words) or _DENIED.search(before):
        return False
    if behind:
        is_told = place.is_own_section or _BROUGHT.fullmatch(clause.letters)
        return bool(is_told and _IN_TIME.search(before + clause.words)) and not _TOLD.search(_joined(behind))
    if named["last"] == "d":
        return True
    if _ABOUT.search(before + clause.words) or _ITEM.match(before or clause.words):
        return False
    is_heading = named["last"] == "E" and place.is_last
    return bool(before) or not place.is_first or (not is_heading and bool(_IN_TIME.search(clause.words)))
