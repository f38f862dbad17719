"""The address of a page or of a site, as a browser shows it or as reports print it; judged alike everywhere."""

from __future__ import annotations

import re

NO_ADDRESS = "网址“{}”不是完整的网址"
"""What is wrong with a text that should be one; it is put into the brackets."""

_ADDRESS = re.compile(
    r"https?://[^\s/]+\.\S+"
    r"|(?:www(?:\.[a-z0-9-]+){2,}|(?:[a-z0-9-]+\.)+(?:cn|com|net|org))(?::\d+)?(?:[/?#]\S*)?",
    re.IGNORECASE | re.ASCII,
)
"""Browsers show and offices print it without its https:// (www.x.gov.cn/1.html); a name of a file is none."""

_A_SECOND_ONE = re.compile(r"(?<=[^=])https?://|(?<!www)\.(?:cn|com|net|org)www\.", re.IGNORECASE)
"""Pasted behind the first one (a.gov.cnwww.a.gov.cn); what a page is asked for may hold one: ?url=https://…."""

_SCHEME_AND_SITE = re.compile(r"(?:https?://)?(?:www\.)?([^/?#]*)", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Return whether a text is one, with or without its https://; blanks around it are no part of one."""
    return _ADDRESS.fullmatch(text) is not None and _A_SECOND_ONE.search(text) is None


def plain_address(text: str) -> str:
    """Return what all spellings of one address share, to compare by: a.gov.cn/1 for https://www.A.gov.cn/1/.

    Offices print it with and without its https://, its www. and its last slash; capitals count behind the site only.
    """
    return _SCHEME_AND_SITE.sub(lambda match: match[1].lower(), text.strip(), count=1).rstrip("/")
