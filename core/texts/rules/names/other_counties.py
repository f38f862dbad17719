"""Other counties than the one a unit lies in, where its own must stand (N-10): its address, its site, its towns.

怀岭县自然资源局 has its office in 怀岭县 and its column on the site of that county. A neighbour is named there only
where its paragraph was copied.
"""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.texts.rules.names import reasons
from core.texts.rules.names.foreign_units import is_no_county, is_no_place
from core.texts.rules.names.names_of_units import PLACE_SIGN, Named, named_units, parts_of, sort_of
from core.texts.rules.views import Span, sentence_around

_OURS = re.compile("(?:[\u4e00-\u9fff]{2,4}?[省市州盟])?(?P<county>[^省市州盟]{1,6}?[县旗区])")
_ADDRESS = pattern(
    rf"地址(?:为|是|在|位于|：|:)*(?P<city>{PLACE_SIGN}{{2,4}}?[省市州盟])*(?P<name>{PLACE_SIGN}{{1,6}}?[县旗])(?!级|城(?!关)|属|委|[，。；])",
    needs=["地址"],
)
"""地址：(望禾县)城关镇人民路1号"""
_SITE = pattern("(?:人民政府|政府)?(?:门户|政务|官方)*(?:网站|官网)")
_TOWNS = pattern("各(?:乡?镇|街道|部门|村|社区|学校|医疗)|(?:政务|政府信息)公开|主动公开|共?(?:新收|收到)")
"""What a county has or does that a bureau or a town tells of its own."""


def other_counties(text: str, unit: str) -> tuple[Span, ...]:
    """Return the counties that a text names as that of a unit, and that are not."""
    ours = _OURS.match(unit) if sort_of(unit) in ("bureau", "town") and parts_of(unit) else None
    if ours is None or ("县" not in text and "旗" not in text and "区" not in text):
        return ()
    county = ours["county"]
    found = [Span(*m.span("name"), m["name"]) for m in _ADDRESS.finditer(text) if m["name"][-1] == county[-1]]
    counties = (n for n in named_units(text, "county") if n.kind == county[-1] and _stands_for_ours(text, n))
    found += [Span(named.start, named.end, named.name) for named in counties]
    return tuple(span for span in found if not _is_ours(span.what, unit, county))


def _is_ours(name: str, unit: str, county: str) -> bool:
    """Whether a county is ours, by whatever part of its name."""
    place = re.sub("(?:人民)?政府.*$", "", name)
    return place in unit or place.endswith(county)


def _stands_for_ours(text: str, named: Named) -> bool:
    """Whether a text names a county as the owner of our site, or tells of it as of our own."""
    if is_no_place(named.place) or is_no_county(named) or named.place[-1] in "省市县区州盟旗":
        return False
    said = sentence_around(text, named.start, named.end).replace(named.name, "□")
    is_site = named.lead == "shows" and _SITE.match(text, named.end)
    is_told = named.lead == "" and _TOWNS.match(text, named.end) and reasons.PUBLIC_WORK.search(said)
    return bool(is_site or is_told) and not (reasons.REASON.search(said) or reasons.OF_OTHERS.search(said))
