"""Finds amounts of money where things are counted: 办理行政许可656元 (N-12)."""

from __future__ import annotations

from functools import lru_cache

from core.base.patterns import pattern
from core.texts.rules.views import Span

_COUNTED_IN_MONEY = pattern(
    "(?:行政(?:许可|强制)(?:决定)?|行政处罚决定|规范性文件|(?:信息公开|依申请公开)的?申请|行政(?:复议|诉讼)(?:案件)?)"
    r"(?:共计?|合计|总计|为|是|：)?[\d０-９][\d０-９,，.．]*\s*[余多]?[万亿]?元(?![旦宵])",
    needs=["元"],
)
_OF_MONEY = pattern("费|金额|罚款|罚没|收取|收缴|缴纳|成本|支出|经费|资金|补[贴助偿]|奖")
_CLAUSE = "，。；：\n"


@lru_cache(maxsize=64)
def counted_in_money(text: str) -> tuple[Span, ...]:
    """Return where decisions, documents, applications or cases are counted in 元; nothing where fees are spoken of."""
    found = []
    for match in _COUNTED_IN_MONEY.finditer(text):
        begin = max(text.rfind(mark, 0, match.start()) for mark in _CLAUSE) + 1
        if not _OF_MONEY.search(text, begin, match.start()):
            found.append(Span(*match.span()))
    return tuple(found)
