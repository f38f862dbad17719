"""A short name of the unit where its lead announces the report (N-10): 现公布…2025年政府信息公开工作年度报告."""

from __future__ import annotations

from functools import lru_cache

from core.base.patterns import pattern
from core.texts.language.phrases import ALIAS
from core.texts.rules.names.authors import is_own
from core.texts.rules.views import Span

_HAN = "[\u4e00-\u9fff]"
_ANNOUNCED = pattern(
    rf"现(?:(?:向社会)?(?:公布|发布|公开)|将)(?![我本该各])(?P<name>{_HAN}{{2,24}}?(?:局|委|委员会|厅|办|办公室))"
    r"(?=(?:20\d\d年|本年度)度?政府信息公开)",
    needs=["现公", "现发", "现向", "现将"],
)
"""现公布(市监局)2025年政府信息公开工作年度报告; 现公布我局…… is daily wording."""


@lru_cache(maxsize=256)
def short_in_lead(lead: str, unit: str) -> Span | None:
    """Return the short name of the unit that a lead announces the report by; None where it is full or explained."""
    match = _ANNOUNCED.search(lead)
    if match is None or unit in match["name"] or not is_own(match["name"], unit):
        return None
    if any(explained[1] == match["name"] for explained in ALIAS.finditer(lead)):
        return None
    return Span(*match.span("name"), match["name"])
