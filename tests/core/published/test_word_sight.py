"""Text of a Word document that nobody sees, formulas and turned digits in an imported report: no number joins them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from core.report.entry_text import Refused
from core.visible.word_math import formula_text
from tests.core.published.test_word_signs import CELL, imported, run

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
NUMBER = run("<w:t>656</w:t>")


def told(found: object) -> str:
    return "\n".join(text for _, text in found.reported)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
        '<w:color w:val="FAFAFA"/>',
        '<w:sz w:val="2"/>',
        '<w:color w:val="1F4E79"/><w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>',
    ],
)
def test_digits_that_nobody_sees_are_left_out_and_told(look: str, tmp_path: Path) -> None:
    found = imported(tmp_path, "98765", NUMBER + run("<w:t>9</w:t>", look))
    assert found.report.cells[CELL] == 656
    assert "表格里有1处隐藏的文字没有读入：第1个表格第7行“9”，请核对" in told(found)


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="DDDDDD"/>',
        '<w:sz w:val="6"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="pct50" w:color="auto" w:fill="auto"/>',
    ],
)
def test_digits_that_not_everybody_sees_are_no_number_and_told(look: str, tmp_path: Path) -> None:
    found = imported(tmp_path, "98765", NUMBER + run("<w:t>9</w:t>", look))
    assert isinstance(found.printed[CELL], Refused)
    assert "表格里有1处数字颜色太淡或太小，不知是否看得见，用“〓”代替" in told(found)


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="FF0000"/>',
        '<w:color w:val="auto"/>',
        '<w:sz w:val="9"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>',
    ],
)
def test_digits_in_a_colour_that_is_seen_are_read(look: str, tmp_path: Path) -> None:
    found = imported(tmp_path, "98765", run("<w:t>656</w:t>", look))
    assert found.report.cells[CELL] == 656


def formula(inner: str) -> str:
    return f'<m:oMath xmlns:m="{M}">{inner}</m:oMath>'


def part(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


FRACTION = f"<m:f><m:fPr/><m:num>{part('4')}</m:num><m:den>{part('2')}</m:den></m:f>"


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        (part("40"), "40"),
        (part("4") + part("0"), "40"),
        (FRACTION, "4/2"),
        (part("3") + FRACTION, "3 4/2"),
        (f"<m:sSup><m:e>{part('4')}</m:e><m:sup>{part('2')}</m:sup></m:sSup>", "4²"),
        (f"<m:sSub><m:e>{part('4')}</m:e><m:sub>{part('2')}</m:sub></m:sSub>", "4₂"),
        (f"<m:m><m:mr><m:e>{part('4')}</m:e></m:mr><m:mr><m:e>{part('2')}</m:e></m:mr></m:m>", "4  2"),
        (f"<m:rad><m:deg>{part('3')}</m:deg><m:e>{part('8')}</m:e></m:rad>", "3  8"),
    ],
)
def test_a_formula_joins_no_numbers_that_stand_apart(inner: str, wanted: str) -> None:
    assert formula_text(etree.fromstring(formula(inner))) == wanted


def test_a_fraction_in_a_cell_is_no_number(tmp_path: Path) -> None:
    found = imported(tmp_path, "98765", formula(FRACTION))
    entry = found.printed[CELL]
    assert isinstance(entry, Refused)
    assert entry.text == "4/2"
    assert "印的是“4/2”，没有读成数字" in told(found)


def test_digits_that_are_shown_from_right_to_left_are_no_number(tmp_path: Path) -> None:
    found = imported(tmp_path, "98765", f'<w:bdo w:val="rtl">{run("<w:t>14</w:t>")}</w:bdo>')
    assert isinstance(found.printed[CELL], Refused)
    assert "从右到左显示" in told(found)


def test_digits_that_only_stand_in_a_line_from_left_to_right_are_read(tmp_path: Path) -> None:
    found = imported(tmp_path, "98765", f'<w:bdo w:val="ltr">{NUMBER}</w:bdo>')
    assert found.report.cells[CELL] == 656
