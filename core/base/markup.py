"""XML and HTML from others are parsed here, within limits and with nothing fetched, expanded or run."""

from pathlib import Path

from lxml import etree

from core.base.errors import DamagedFileError
from core.base.markup_limits import (
    MAX_DEPTH,
    MAX_GRID_CELLS,
    TOO_LARGE,
    check_markup,
    limited_span,
    page_bytes,
    utf8_xml,
)


def parse_xml(data: bytes, path: Path) -> etree._Element:
    """Return the root of the XML `data`; comments and processing instructions are left out.

    `path` is the file to be named if it fails. Entities stay unexpanded and nothing is fetched.

    Raises:
        FileError: Too many bytes, tags or attributes.
        DamagedFileError: The XML is not well-formed, too deeply nested, or has a document type with entities.
    """
    data = utf8_xml(data, path)
    check_markup(data, path)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,  # libxml2's own limits, a depth of 256 among them, stay on
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFileError(path) from error
    if _is_too_deep(root):
        raise DamagedFileError(path)
    return root


def parse_html(page: str | bytes, path: Path) -> etree._Element:
    """Return the root of a web page, given as text (pasted) or as bytes in whatever encoding it declares.

    Spans are within `limited_span`, and with them the page's tables have at most `MAX_GRID_CELLS` cells.

    Raises:
        FileError: Too many bytes, tags, attributes (in all, or of one element) or spanned cells.
        DamagedFileError: There is no element at all, or they are too deeply nested.
        UnreadableTextError: The bytes are in no known encoding.
    """
    data = page_bytes(page, path)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root: etree._Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFileError(path) from error
    if root is None or _is_too_deep(root):
        raise DamagedFileError(path)
    covered = sum(
        limited_span(cell.get("colspan")) * limited_span(cell.get("rowspan")) for cell in root.iter("td", "th")
    )
    if covered > MAX_GRID_CELLS:
        raise TOO_LARGE.of(path)
    return root


def _is_too_deep(root: etree._Element) -> bool:
    """Tell whether elements are nested deeper than `MAX_DEPTH`."""
    return bool(root.xpath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")"))
