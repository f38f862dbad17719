"""Limits of published reports: what is as long as the limit is read, one more is refused, or taken otherwise."""

from pathlib import Path

import pytest

from core.base.errors import FileError
from core.published import plain_text, web_archives
from core.published.frame import foot_of
from core.published.number_cells import is_value, shortened
from core.published.pdf_file import pages_of
from core.published.pdf_told import in_two_lines
from core.published.title import find_title, is_frame
from core.visible.blocks import Paragraph
from tests.core.published.published_pdf import Sheet, pdf

PATH = Path("年报.txt")


def test_a_value_has_less_than_a_hundred_characters() -> None:
    assert is_value("1" + " " * 98)
    assert not is_value("1" + " " * 99)
    assert shortened("数" * 100) == "数" * 100
    assert shortened("数" * 101) == "数" * 100 + "…"


def test_a_plain_text_has_a_million_characters() -> None:
    plain_text.read_plain_text("数" * 1_000_000, PATH)

    with pytest.raises(FileError, match="过大"):
        plain_text.read_plain_text("数" * 1_000_001, PATH)


@pytest.mark.parametrize(("lines", "is_kept"), [(20_000, False), (20_001, True)])
def test_indents_are_taken_away_in_a_text_no_longer_than_a_report(lines: int, is_kept: bool) -> None:
    text = "\n".join(["甲", "\t乙。", *["丙"] * (lines - 2)])

    blocks = plain_text.read_plain_text(text, PATH).blocks

    assert any(not isinstance(block, Paragraph) for block in blocks) == is_kept


def test_a_pdf_has_a_hundred_pages() -> None:
    assert len(list(pages_of(pdf([Sheet() for _ in range(100)]), PATH))) == 100

    with pytest.raises(FileError, match="有101页，最多能读100页"):
        list(pages_of(pdf([Sheet() for _ in range(101)]), PATH))


def test_a_web_archive_has_a_hundred_parts_with_parts() -> None:
    page = b"Content-Type: text/html\n\n<p>1</p>"
    web_archives.page_in(page + b"multipart/" * 100, PATH)

    with pytest.raises(FileError, match="过大"):
        web_archives.page_in(page + b"multipart/" * 101, PATH)


def test_a_line_of_the_portal_has_eighty_characters() -> None:
    assert is_frame("发布时间：2024-01-20" + " " * (80 - len("发布时间：2024-01-20")))
    assert not is_frame("发布时间：2024-01-20" + " " * (81 - len("发布时间：2024-01-20")))


def test_a_foot_of_a_page_has_a_hundred_and_twenty_characters() -> None:
    foot = "主办单位：某局"
    assert foot_of(["正文。", foot + "a" * (120 - len(foot))]) == 1
    assert foot_of(["正文。", foot + "a" * (121 - len(foot))]) == 2


def test_a_title_has_a_hundred_characters() -> None:
    end = "2024年政府信息公开工作年度报告"
    whole = find_title([Paragraph("某" * (100 - len(end)) + end)], "")
    assert len(whole.text) == 100
    assert not find_title([Paragraph("某" * (101 - len(end)) + end)], "").text


@pytest.mark.parametrize(("unit", "is_found"), [(["某某县水利局"], True), (["某某县", "水利局"], False)])
def test_a_title_has_five_lines(unit: list[str], is_found: bool) -> None:
    parts = [*unit, "2024年", "政府信息公开", "工作", "年度报告"]

    found = find_title([Paragraph(part, 1) for part in parts], "某某县水利局")

    assert (found.text == "".join(parts)) == is_found


def test_three_numbers_in_two_lines_are_named() -> None:
    assert in_two_lines(["1", "2", "3"]) == ["表格中的“1”、“2”、“3”分两行印在一格里，按一个数读入，请核对"]
    assert in_two_lines(["1", "2", "3", "4"]) == ["表格中的“1”、“2”、“3”等4个数分两行印在一格里，按一个数读入，请核对"]
