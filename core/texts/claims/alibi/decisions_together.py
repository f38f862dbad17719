"""Compares one number of several sorts of decisions with their sum: 作出行政许可、行政处罚决定共157件."""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.form.known_cells import COERCIONS, LICENCES, PENALTIES
from core.report.entry_text import Number
from core.texts.claims.claim import Claim
from core.texts.reading.sentence.share_checks import added

_CELLS = {"许可": LICENCES, "处罚": PENALTIES, "强制": COERCIONS}
_TOGETHER = pattern(
    "(?P<names>(?:行政)?(?:许可|处罚|强制)(?:决定|措施)?书?"
    "(?:(?:、|，|和|以?及|与)+(?:行政)?(?:许可|处罚|强制)(?:决定|措施)?书?)+)(?:[^，。；、\\d]{0,4}决定)?"
    "(?P<sum>，?(?:共计?|合计|总计|总共|两项|三项|两类|三类|事项|计|有|为|达|了|各类|案件)*)\\d+件$"
)
_NAMES = pattern("许可|处罚|强制")


def decisions_together(claim: Claim, numbers: Mapping[str, Number]) -> Claim | None:
    """Return a claim on several sorts of decisions, compared with the sum of their cells; None for one on one sort."""
    said = _TOGETHER.search(claim.quote)
    if said is None or claim.number is None:
        return None
    cells = tuple(dict.fromkeys(_CELLS[name] for name in _NAMES.findall(said["names"])))
    known = added(cells, numbers)
    if len(cells) == 1 or known is None:
        return None
    return claim._replace(cells=cells, sums=(known,), agrees=claim.number == known, meaning="各项行政决定")
