"""Names of other units, of whatever kind, that a text calls ours or gives the numbers of our tables (N-10)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.claims.claim import Claim
from core.texts.language.phrases import FULL_NAME, VAGUE_NAME
from core.texts.rules.names.authors import is_own
from core.texts.rules.names.names_of_units import may_be_second_name
from core.texts.rules.views import Span

_HAN = "[\u4e00-\u9fff]"
_HEAD = (
    r"(?:^|(?<=[。；\n]))[ \u3000]*(?:(?:20\d\d年度?|本年度?|今年|全年|报告期内|一年来)(?:以来|内|里)?，?)?"
    rf"(?P<name>{_HAN}{{2,24}}?(?:局|委员会|厅|办公室|人民政府|街道办事处|管理委员会|管委会|中心))"
)
_RECEIVED = pattern(
    _HEAD + "(?:机关|本级)?(?:20\\d\\d年度?)?，?(?:全年|本年度?|年内)?(?:共|累计|共计)?(?:收到|受理|新收|接收|办理)"
    "[^，；。：\\d]{0,16}$",
    re.MULTILINE,
)
_ALIASED = pattern(
    _HEAD + '(?=[（(]\\s*(?:以下|下)?(?:统一)?简?称(?:为|：)?[“"]?'
    '(?:我|本)(?:局|委|办|厅|镇|乡|街道|中心|管委会|单位|机关)[”"]?[）)])',
    re.MULTILINE,
    needs=["称我", "称本", "“我", "“本"],
)
"""(云陵县人民政府办公室)（以下简称我办）以门户网站为第一平台"""
_OURSELVES = pattern(
    r"(?:^|(?<=[，。；：、\n由经与向同]))[ \u3000]*[我本](?P<kind>局|委|办|厅|镇|乡|街道|中心|管委会"
    r"|机关|行政机关|单位|部门)[（(]\s*(?:即)?"
    rf"(?P<name>(?!原|含|即|包括|应|由|向){_HAN}{{4,30}}?"
    r"(?:局|委员会|厅|办公室|人民政府|街道办事处|管理委员会|管委会|中心))\s*[）)]",
    re.MULTILINE,
    needs=["我", "本"],
)
"""我局（(祁北县林业和草原局)）在县政府网站的专栏更新信息"""
_MEANT = pattern(
    '[我本](?P<kind>局|委|厅|镇|乡|街道|机关|行政机关|单位)[”"]?(?:均|系|是|即)?指(?P<name>'
    rf"{_HAN}{{4,30}}?(?:局|委员会|厅|办公室|人民政府|街道办事处|管理委员会|管委会|中心))",
    needs=["指"],
)
"""本报告中“本机关”指(望禾县水利局)"""
_KINDS_OF_OURS = {"办": ("办公室", "街道办事处"), "委": ("委员会",), "镇": ("镇人民政府",), "乡": ("乡人民政府",)}
_OF_ANY_KIND = ("机关", "行政机关", "单位", "部门")
_OFFICES = ("局", "委员会", "厅", "人民政府", "街道办事处", "管理委员会", "管委会")
_OFFICES_WITHIN = pattern("领导小组|联席会议|协调小组|指挥部|委员会办公室|工作办公室|分局|合署")
"""我办（县政务公开工作领导小组办公室）: another name of the unit, or an office within it."""
_OWN_NUMBERS = ("received", "received_new", "handled")
_FEWEST = 10
"""A smaller number is that of this report by chance."""


def other_heads(text: str, code: str, unit: str, claims: Sequence[Claim]) -> list[Span]:
    """Return the names of other units that a text calls ours or says to have received what our tables hold."""
    found = [*_aliased(text, unit)]
    for claim in claims:
        is_told = claim.place.text == code and claim.key in _OWN_NUMBERS and claim.agrees
        if is_told and (claim.number or 0) >= _FEWEST:
            head = _RECEIVED.search(*_to_number(text, claim))
            if head and _is_other(head["name"], unit):
                found.append(Span(*head.span("name"), head["name"]))
    return found


@lru_cache(maxsize=256)
def _aliased(text: str, unit: str) -> tuple[Span, ...]:
    """Return other units that a text calls 我局, 我办 in brackets."""
    named = [Span(*m.span("name"), m["name"]) for m in _ALIASED.finditer(text)]
    for match in (*_OURSELVES.finditer(text), *_MEANT.finditer(text)):
        ends = _OFFICES if match["kind"] in _OF_ANY_KIND else _KINDS_OF_OURS.get(match["kind"], (match["kind"],))
        is_second = may_be_second_name(match["name"], unit)
        if match["name"].endswith(ends) and not (is_second or _OFFICES_WITHIN.search(match["name"])):
            named.append(Span(*match.span("name"), match["name"]))
    return tuple(span for span in named if _is_other(span.what, unit))


def _to_number(text: str, claim: Claim) -> tuple[str, int]:
    """Return a text up to the first digit of the number of a claim, and where the part begins that it stands in."""
    head = text[: claim.place.start].rstrip("0123456789,")
    return head, max(head.rfind(mark) for mark in "。；\n") + 1


def _is_other(name: str, unit: str) -> bool:
    if "各" in name:
        return False  # 阳河区各街道办事处
    return bool(FULL_NAME.match(name)) and not VAGUE_NAME.match(name) and not is_own(name, unit)
