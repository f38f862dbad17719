"""Says what speaks against a page being that of the report: an address of a column, a page of another year or unit."""

from __future__ import annotations

import re

from core.base.addresses import plain_address
from core.office.collection.short_unit_names import is_short_for
from core.report.report import Report

_COLUMN = re.compile(r"^(?:https?://)?[^/]+/?$|/(?:index|default|list)[^/]*$", re.IGNORECASE)
"""An address without a page of its own: a site, the index of a folder."""
_FOLDER = re.compile(r"/(?![^/]*\d{3})[^/]*/$")
"""/zwgk/ is a column; /content/20260112/ may be a page."""
_NO_PAGE = re.compile(rf"{_COLUMN.pattern}|/$|/[^/.?]*$", re.IGNORECASE)
"""What is hardly a page where 基本信息 has it for the column."""


def address_doubt(report: Report, url: str) -> str:
    """Return what speaks against an address being that of the report's own page, a sentence; "" for nothing."""
    is_of_site = plain_address(url) == plain_address(report.meta.get("meta.website", ""))
    if is_of_site and _NO_PAGE.search(url):
        return "网址与基本信息中的公布网址相同，像是栏目首页，不是这份报告的网页。"
    if _COLUMN.search(url) or _FOLDER.search(url):
        return "网址像是网站或栏目的首页，不是这份报告的网页。"
    return ""


def page_doubt(report: Report, page: Report) -> str:
    """Return what a page is that is not this report's: 2024年的报告, or that of another unit; "" for this one.

    A page that names no year or no unit may be this report's.
    """
    is_other_year = None not in (page.year, report.year) and page.year != report.year
    ours, theirs = ("".join(name.split()) for name in (report.unit, page.unit))
    is_short = is_short_for(theirs, ours) or is_short_for(ours, theirs)
    is_other_unit = bool(ours and theirs) and ours != theirs and not is_short
    if not (is_other_year or is_other_unit):
        return ""
    return f"{page.unit if is_other_unit else ''}{f'{page.year}年' if page.year else ''}的报告"
