"""XML and HTML of others: none costs too much memory or time, nothing is fetched, and no encoding hides anything."""

import time
from pathlib import Path

import pytest

from core.base import markup_limits
from core.base.archive_limits import decode_text, limited_span
from core.base.errors import DamagedFileError, FileError, UnreadableTextError
from core.base.markup import parse_html, parse_xml

NAMED = Path("去年.docx")


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)


@pytest.mark.parametrize(
    "data",
    [
        LAUGHS + b"]><a>&j;</a>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x">%x;]><a/>',
        b'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "y">]><a/>'.decode().encode("utf-16"),
        b"<a>&unknown;</a>",
        b"<a>",
        b"",
        b"text",
        b"<a>" * 201 + b"</a>" * 201,
        b"<a>" * 100_000 + b"</a>" * 100_000,
        b"<a>\xff</a>",
    ],
    ids=range(11),
)
def test_harmful_or_broken_xml_is_damage(data: bytes) -> None:
    with pytest.raises(DamagedFileError):
        parse_xml(data, NAMED)


def test_a_document_type_outside_is_neither_fetched_nor_refused() -> None:
    root = parse_xml(b'<!DOCTYPE html PUBLIC "-//W3C//DTD" "http://127.0.0.1:1/x.dtd"><html>a</html>', NAMED)

    assert root.text == "a"


def test_good_xml_is_parsed_without_comments() -> None:
    root = parse_xml('<?xml version="1.0" encoding="GBK"?><a>合<!-- x -->计</a>'.encode("gbk"), NAMED)

    assert root.tag == "a"
    assert root.text == "合计"
    assert parse_xml(b"<a>" * 200 + b"</a>" * 200, NAMED) is not None


@pytest.mark.parametrize("data", [b"<a/>" * 800_001, b"<a b=''/>" * 800_001, b"<a>" + b"x" * 2**25 + b"</a>"])
def test_giant_xml_is_refused_before_it_is_parsed(data: bytes) -> None:
    start = time.process_time()
    with pytest.raises(FileError, match="内容过大"):
        parse_xml(data, NAMED)
    assert time.process_time() - start < 20  # seconds for anything, as promised


PAGE = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body><p>合计</p></body></html>'
)


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "utf-8", "utf-16"])
def test_a_web_page_is_read_in_the_encoding_it_declares(encoding: str) -> None:
    root = parse_html(PAGE.format(encoding).encode(encoding), NAMED)

    assert root.findtext(".//p") == "合计"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "nonsense"])
def test_a_web_page_that_declares_a_wrong_encoding_is_read_all_the_same(encoding: str, declared: str) -> None:
    page = PAGE.format(declared) + "一、总体情况" * 20

    assert parse_html(page.encode(encoding), NAMED).findtext(".//p") == "合计"


def test_a_pasted_page_is_text_already() -> None:
    assert parse_html(PAGE.format("gb2312"), NAMED).findtext(".//p") == "合计"


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 800_001,
        "<p " + "a=b " * 800_001 + ">",
        "<p>" + "x" * 12_000_000 + "</p><p>末段</p>",
        "<table><tr>" + '<td colspan="99999999" rowspan="99999999">' * 3,
        "<table>" + '<tr><td colspan="400">1' * 501,
    ],
    ids=["tags", "attributes", "text", "spans", "many spans"],
)
def test_a_giant_page_is_refused(page: str) -> None:
    with pytest.raises(FileError, match="内容过大"):
        parse_html(page, NAMED)


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{number}=1" for number in range(50_000)),
        " ".join(f"a{number}" for number in range(50_000)),
        "".join(f"a{number}='>'" for number in range(50_000)),
        "/".join(f'a{number}="<b"' for number in range(501)),
    ],
    ids=["with values", "without", "glued", "just too many"],
)
def test_an_element_with_more_attributes_than_anybody_writes_is_refused(attributes: str) -> None:
    with pytest.raises(FileError, match="内容过大"):  # 10 s for 50,000, a minute for 500,000
        parse_html(f"<p>一</p><td {attributes}>二</td>", NAMED)


@pytest.mark.parametrize(("limit", "piece"), [("MAX_TAGS", "<br>"), ("MAX_ATTRIBUTES", "<br id=1>")])
def test_a_page_may_have_so_many_tags_and_attributes_and_no_more(
    limit: str, piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markup_limits, limit, 6_000)  # beyond what is too small to be counted in
    parse_html(piece * 6_000, NAMED)
    with pytest.raises(FileError, match="内容过大"):
        parse_html(piece * 6_001, NAMED)


@pytest.mark.parametrize(
    "page",
    [
        "<td " + " ".join(f"a{number}=1" for number in range(500)) + ">二</td>" + "<td a=1>二</td>" * 1_000,
        "<script>for(i=0;i<n;i++) " + "a b c;" * 1_000 + "</script><td>二</td>",
        "<!-- <td " + "a " * 1_000 + "--><td>二</td>",
        "<style>a<b " + "c d " * 1_000 + "</STYLE><td>二</td>",
    ],
    ids=["500", "script", "comment", "style"],
)
def test_scripts_and_comments_are_not_taken_for_attributes(page: str) -> None:
    assert parse_html(page, NAMED).xpath("string(//td)") == "二"


def test_markup_may_be_as_long_as_the_limit_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "<p>合计</p>".encode()
    monkeypatch.setattr(markup_limits, "MAX_MARKUP_BYTES", len(data))

    markup_limits.check_markup(data, NAMED)
    with pytest.raises(FileError, match="内容过大"):
        markup_limits.check_markup(data + b" ", NAMED)


def test_pictures_inside_a_page_do_not_push_the_rest_out() -> None:
    page = f'<p><img src="data:image/png;base64,{"A" * 12_000_000}"></p><p id="z">末段</p>'

    assert parse_html(page, NAMED).xpath("string(//p[@id='z'])") == "末段"


@pytest.mark.parametrize("page", ["<div>" * 1000, "<div>" * 100_000, ""], ids=["1000", "100000", "empty"])
def test_a_page_nested_too_deep_or_empty_is_damage(page: str) -> None:
    with pytest.raises(DamagedFileError):
        parse_html(page, NAMED)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (None, 1),
        ("", 1),
        ("3", 3),
        (" 7 ", 7),
        ("0", 1),
        ("-2", 1),
        ("2.5", 1),
        ("²", 1),
        ("９", 1),
        ("9" * 5000, markup_limits.MAX_SPAN),
    ],
)
def test_a_span_is_a_small_number_or_one(text: str | None, span: int) -> None:
    assert limited_span(text) == span


def test_text_is_read_in_the_usual_encodings() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"):
        assert decode_text("一、总体情况".encode(encoding), NAMED) == "一、总体情况"


def test_a_cut_download_is_still_read_as_utf_8() -> None:
    data = ("一、总体情况" * 50).encode()[:-1]

    assert decode_text(data, NAMED).startswith("一、总体情况一")
    assert decode_text(data, NAMED).endswith("\ufffd")


def test_bytes_in_no_known_encoding_are_said_to_be_so() -> None:
    with pytest.raises(UnreadableTextError):
        decode_text(b"\xff\xff\x80\x81\xff" * 10, NAMED)
