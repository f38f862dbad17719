"""Patterns of the words by which reviews and lawsuits are not, or not all, about 信息公开: 与信息公开没有关系."""

from __future__ import annotations

from core.base.patterns import pattern

OTHER_KIND = pattern(r"[\u4e00-\u9fff](?![两二三这该])[\u4e00-\u9fff]类(?:案件)?的?(?:行政)?(?:复议|诉讼|应诉)")
"""政府采购类行政复议."""

_DISCLOSURE = "(?:政府)?信息公开"
_NOTHING_TO_DO = (
    "[与跟同和][^，；。]{0,10}信息公开[^，；。]{0,6}"
    "(?:无关|不(?:相[关干]|沾边)|[无没][有任何什么直接必然]{0,6}(?:关[系联]|联系|牵连|干系))"
)
SOME_OF_THEM = pattern(
    "[；。](?:(?:其中，?|上述案件中，?)?(?:涉及?|因|与|关于)(?:政府)?信息公开[^，。；\\d]{0,10}(?:仅|只有|只)"
    f"|(?:[该此]|[两上前]述?|以上|这些|[该此这上述以]*[一两三四五六七八九十\\d]*[件起宗])案?件?[均都也，]*(?:{_NOTHING_TO_DO}|(?:不涉及|并?非|不[是属]于?)(?:政府)?信息公开))"
)
"""复议46件、诉讼12件。涉及信息公开的仅1件: most are not."""
SOME_OR_AMONG_THEM = pattern(
    f"{SOME_OF_THEM.pattern}|[；。]其中，?(?:涉及?|因|与|关于|属于?)(?:政府)?信息公开[^，。；\\d]{{0,14}}\\d+[件起宗]"
)
"""复议4件、诉讼2件，多为林权纠纷(。其中因政府信息公开提起的行政复议1件)"""
UNRELATED = pattern(
    "|".join([
        r"，均?(?:为|系|属于?)(?![^，；。]{0,12}(?:信息公开|复议|起诉|审|维持|纠|公民|自然人))[^，；。\d]{2,12}类",
        "，(?:均|全部|其中)?(?:包含|包括|涵盖|涉及)(?:各类|各种|其他)",
        rf"，涉(?:及)?{_DISCLOSURE}(?:类|的)*(?:案件)?(?:\d|另|单独|不)",  # 复议9件，涉信息公开2件
        rf"\A(?:(?!另[外有]?[^，；。]{{0,8}}\d+[件起宗]).)*?{_NOTHING_TO_DO}",
        rf"不涉及{_DISCLOSURE}|均?非{_DISCLOSURE}|均?不(?:是|属于|因){_DISCLOSURE}",
        rf"(?:无|没有)(?:涉及|因)?{_DISCLOSURE}",
        rf"(?:其中|另有|另).{{0,6}}(?:涉及?|因|关于|有关)?{_DISCLOSURE}",  # 其中因信息公开1件
        rf"，[^，。；]{{0,6}}{_DISCLOSURE}类",
        rf"，(?:仅|只有)?(?:涉及|属于){_DISCLOSURE}(?:类|的|案件)",
    ])
)  # fmt: skip
"""复议案件5件，均为治安类: words behind a number by which not all of the cases are about 信息公开."""
NAMED = pattern(
    f"(?:因|就|针对|涉及?){_DISCLOSURE}[^，；。、\\d]{{0,12}}(?:复议|诉讼|起诉|应诉|案件)[^，；。\\d]{{0,6}}$"
)
"""(因政府信息公开被申请行政复议)1件，…；没有因政府信息公开被提起诉讼: what is denied behind it is another kind."""
BUT_DISCLOSURE = pattern(
    "除了?(?:上述|以上|前述|因|涉及?|与|的)*(?:政府)?信息公开(?:类|方面|领域|相关|有关|引发|引起|的|行政)*(?:复议|诉讼|应诉|案件|案)"
    "(?:复议|诉讼|应诉|案件|案|行政|的|\\d+[件起宗]|、|和|及|与)*(?:之|以)?外(?!.*信息公开)"
    "|(?:因此|由此|对此)而?被?(?:申请|提起)?(?:行政)?(?:复议|诉讼)的$",
    needs=["除", "因此", "由此", "对此"],
)
"""(除政府信息公开案件外)，全年还办理其他复议应诉案件214件，其中复议127件: what is counted behind is not about it.

So are some: 案卷类35件，(因此被申请复议的)9件.
"""
_THE_REST = pattern("[；，]其余的?(?:行政)?(?:复议|诉讼)(?:案件|案)?$", needs=["其余"])
_SOME_DISCLOSED = pattern("其中，?(?:政府)?信息公开", needs=["信息公开"])
"""复议8件，其中信息公开类3件(；其余复议)5件: the rest is not about it."""


def is_of_the_rest(before: str) -> bool:
    """Whether the words of a sentence before a number of cases tell that these are not, or not all, about 信息公开."""
    is_rest = _THE_REST.search(before) and _SOME_DISCLOSED.search(before)
    return bool(is_rest or BUT_DISCLOSURE.search(before))
