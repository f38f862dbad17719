"""The web page in a single file (.mht), as browsers, Word and WPS save it: a message with page and pictures in it."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

from core.base.errors import DamagedFileError
from core.base.markup_limits import TOO_LARGE

_MOST_LINES = 1_000_000  # a page with ten photographs has a hundred thousand
_MOST_LEVELS = 100  # parts that may hold parts


def page_in(data: bytes, path: Path) -> bytes:
    """Return the largest page of a web archive; ``path`` is the file to be named if it fails.

    Raises:
        DamagedFileError: There is no page in it.
        FileError: It has too many lines or parts.
    """
    if data.count(b"\n") + data.count(b"\r") > 2 * _MOST_LINES or data.lower().count(b"multipart/") > _MOST_LEVELS:
        raise TOO_LARGE.of(path)
    parts = [part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html"]
    pages = [page for part in parts if isinstance(page := part.get_payload(decode=True), bytes)]
    if not any(pages):
        raise DamagedFileError(path)
    return max(pages, key=len)
