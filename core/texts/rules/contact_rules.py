"""The rule on how to reach the unit (N-27): what the lead says, and what 基本信息 has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from core.base.addresses import plain_address
from core.base.patterns import pattern
from core.checks.findings import Finding
from core.checks.rules import CheckContext, check_function, finding
from core.form.form_definition import Rule
from core.texts.rules.cited.fixed_strings import distance
from core.texts.rules.views import Span, places

_LEAD, _PHONE, _WEBSITE, _CONTACT = "lead", "meta.phone", "meta.website", "meta.contact"
_ALIKE = str.maketrans("０１２３４５６７８９（）／　—－–‐−﹣", "0123456789()/ ------")
"""Sign for sign, so that what is found in the one stands at the same place in the other: 0736－５２８３１１７."""
_DASH = "(?: ?--? ?| )"
_CODE = rf"(?:\(?(?P<code>0\d{{2,3}})\)?{_DASH}?)"
_NUMBER = re.compile(
    rf"(?<![\d.]){_CODE}?(?P<own>\d{{3,4}}{_DASH}\d{{4}}|\d{{7,8}}|(?<=[- )])\d{{4,9}})"
    r"(?:[-转]\d{1,5}|/\d{1,4})?(?!\d)",
    re.ASCII,
)
"""0571-87654321, (0571)8765 4321转801, 87654321/22, also one with too few digits behind its code; no mobile phone."""
_NAMED = pattern("(?:电话|热线|联系方式|致电|拨打)(?:号码)?[^，；。\\n\\d]{0,8}$")
_TO_REACH = pattern("联系[，：:(]?$")
_IS_REACHED = pattern("\\)?(?:进行)?联系")
"""请与办公室联系，0571-87654321; 请与办公室(0571-87654321)联系: no other word says what the number is."""
_OFFICE = re.compile(r"[\u3400-\u9fff]*?(?:办公室|[科股处室])(?![\u3400-\u9fff])")
_ASKED_OFFICE = re.compile(
    r"(?:与|和|向|同)(?P<who>[\u3400-\u9fff]{0,30}?(?:办公室|[科股处室]))(?:\([^()\n]{0,80}\))?(?:进行)?(?:联系|咨询)"
)
"""请与县水利局政务公开股(电话：…)联系."""
_ABOVE_OFFICE = re.compile(r".*[局委厅府院镇乡会]")
_OF_ANOTHER = pattern("(?:传真|监督|投诉|举报|值班|总机|政务服务|12345|大厅|窗口|中心|平台)[^；。\\n]{0,12}$")
"""(监督电话：)0571-87654321, (政务服务中心，电话：)0571-87654322: another one than that of the contact."""
_BEFORE = 16
_BESIDE = pattern("[、，,/ ]|或者?|和")
_ADDRESS = re.compile(r"(?:https?://|www\.)(?P<host>[a-z0-9.-]{1,80}\.[a-z]{2,12})", re.IGNORECASE)
_SLIP = 3
"""Addresses that differ by no more characters are hardly two."""
_OF_ALL = ("gov.cn",)
"""中国政府网 is that of no unit."""


@check_function("contacts_agree", _LEAD, "meta.")
def contacts_agree(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-27: phone, website and office of the lead are those of 基本信息; what is not entered is not asked for."""
    text = context.texts.get(_LEAD, "")
    phone, website = (context.report.meta.get(code, "").strip() for code in (_PHONE, _WEBSITE))
    alike = text.translate(_ALIKE)
    told = [*_numbers(alike)] if phone else []
    entered = [*_NUMBER.finditer(phone.translate(_ALIKE))]
    if told and entered and not any(_is_same(one, other) for one, other in product(told, entered)):
        nearest = min(told, key=lambda one: min(distance(one["own"], other["own"]) for other in entered))
        start, end = nearest.span()
        start += nearest[0].startswith("(") and ")" not in nearest[0]  # 请与办公室（0571-87654321）联系
        spot = Span(start, end, text[start:end])
        yield finding(rule, "phone", places=places(context, _LEAD, [spot]), quote=spot.what, phone=phone)
    named = [Span(*match.span("host"), match["host"]) for match in _ADDRESS.finditer(text)] if website else []
    hosts = [host for host in named if plain_address(host.what) not in _OF_ALL]
    known = [plain_address(match["host"]) for match in _ADDRESS.finditer(website)]
    if hosts and known and not {plain_address(host.what) for host in hosts} & {*known}:
        apart, nearest_host = min(
            (distance(plain_address(host.what), one), host) for host, one in product(hosts, known)
        )
        variant = "website" if apart <= _SLIP else "other_website"
        values = {"quote": nearest_host.what, "website": website}
        yield finding(rule, variant, places=places(context, _LEAD, [nearest_host]), **values)
    contact = context.report.meta.get(_CONTACT, "").strip()
    known_offices = [match[0] for match in _OFFICE.finditer(contact)]
    asked = [Span(*match.span("who"), match["who"]) for match in _ASKED_OFFICE.finditer(alike)] if known_offices else []
    if asked and not any(_is_same_office(one.what, other) for one, other in product(asked, known_offices)):
        yield finding(rule, "contact", places=places(context, _LEAD, asked[:1]), quote=asked[0].what, contact=contact)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of the contact in a text, each with those set beside it: 电话：87654321、87654322."""
    end = -1
    for match in _NUMBER.finditer(text):
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        is_beside = end >= 0 and _BESIDE.fullmatch(text, end, match.start())
        is_told = _NAMED.search(before) or (
            match["code"] and (_TO_REACH.search(before) or _IS_REACHED.match(text, match.end()))
        )
        if is_beside or (is_told and not _OF_ANOTHER.search(before)):
            end = match.end()
            yield match


def _is_same(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two numbers are one: in one of them the code of the place may be left out."""
    own = [re.sub(r"\D", "", number["own"]) for number in (one, other)]
    codes = {number["code"] for number in (one, other)} - {None}
    is_short = any("/" in number[0] for number in (one, other))  # 87654321/22
    return len(codes) < 2 and (own[0] == own[1] or (is_short and own[0][:-4] == own[1][:-4]))


def _is_same_office(one: str, other: str) -> bool:
    """Whether two names are of one office: 青原县水利局办公室, 局办公室, 党政综合办公室."""
    bare = [_ABOVE_OFFICE.sub("", name) for name in (one, other)]
    return bare[0].endswith(bare[1]) or bare[1].endswith(bare[0])
