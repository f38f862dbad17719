"""Finds clauses with words too many: 未被提起诉讼的行政复议2件, 结果纠正其他1件4件 (N-12, N-20)."""

from __future__ import annotations

from core.base.patterns import pattern

_UNITS = "[件宗起例]"
_OF_CASES = (
    "(?:因|被|由|对|涉及|有关|相关|(?:政府)?信息公开|政务公开|工作|答复|行为|申请|提起|提出|发生|收到|出现|产生|引[发起]|导致"
    "|的|和|、|或|及|行政|复议|诉讼|案件)"
)
_FEES = "(?:政府|信息|公开|依申请|申请|任何|处理|相关|有关|的|费用?)"
_EXTRA = pattern(
    f"[未没无件宗起例](?:(?<=[未没无])(?:曾|有)?(?:(?!提起|提出|申请){_OF_CASES}*(?:复议|诉讼)(?:案件)?[1-9]\\d*{_UNITS}(?=[，。；、\n])"
    f"|(?P<verb>收取|收缴|征收|产生|发生|收到){_FEES}*费用?的?(?P=verb))"
    f"|(?:(?<=\\d[件例])[1-9]\\d*{_UNITS}|(?<=\\d[宗起])[1-9]\\d*[宗起例])(?=[，。；、\n]))"
)
"""None of which there are some (but 未提起诉讼2件 can be said), a verb said twice, two numbers side by side
(but 类似申请还有2起7件: so many in so many rounds)."""


def extra_words(text: str) -> list[int]:
    """Return where in a text, which ends in a line feed, a clause goes wrong."""
    return [extra.end() for extra in _EXTRA.finditer(text)] if _EXTRA.search(text) else []
