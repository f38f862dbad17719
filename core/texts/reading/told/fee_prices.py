"""Tells the amounts of fees that are of one application, or of some: 每件收取100元, 另两件各收取100元."""

from __future__ import annotations

from core.base.patterns import pattern

_GREATEST = pattern("(?:[名人户家位][^，；。\\d]*分别[^，；。\\d]*)$|(?:最[高低多少大小]|单[笔件])[^，；。]*$")
"""(最高)一件应收900元; 向3名申请人(分别发出)1份"""
_PRICE = pattern(
    "(?:每[件份页次宗个笔单]|逐[件份笔]|(?<![所上])[件份户]分别|(?<![共合总]计)(?<!以)各(?:自|应|按|计|再)*[收缴]"
    "|[页件份]单价)[^，；。\\d共合总]*$"
)
"""超出的4件(每件收取)100元, 4件(分别收取)100元"""
_OF_SOME = pattern("(?:其中|另外?|其余|余下|剩余)的?(?:\\d+|[一二两三四五六七八九十])[件份名户笔][^，；。\\d]*$")
"""(其中一件收取)200元，(另两件收取)100元"""
_UNPAID = pattern("元?的?，?(?:至今|[尚仍还均]|逾期)*(?:未|没有?|欠)")
_NEAR = 40


def is_of_one_fee(text: str, start: int, at: int, end: int) -> bool:
    """Whether a number at a place, in a sentence that begins at ``start``, is of one application, or of some."""
    if _GREATEST.search(text, start, at):
        return True
    if text[end - 1] != "元" and not text.startswith("元", end):
        return False
    if _PRICE.search(text, start, at):
        return True
    if _UNPAID.match(text, end):
        return False  # 另1件应缴180元尚未缴纳: billed, less what was collected
    others = text[start:at] + text[end + 1 : end + _NEAR].partition("。")[0]
    return "元" in others and _OF_SOME.search(text, start, at) is not None
