"""行政规范性文件 told with the noun left out: 同步废止8件, 年末保留54件."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {"t2.normative.issued": 7, "t2.normative.repealed": 4, "t2.normative.in_force": 58}


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("临溪县人民政府", "s1.active", text, CELLS))


@pytest.mark.parametrize(
    "text",
    [
        "行政规范性文件清理之后年末保留{}件；当年制发7件、废止4件。",
        "制发规范性文件7件，废止4件，目前保留规范性文件{}件。",
        "制发规范性文件7件，相应废止4件，年底现存{}件。",
        "规范性文件经清理，截至年底共保留{}件。",
        "年末现有规范性文件{}件。",
        "现存规范性文件{}件。",
    ],
)
def test_what_is_kept_at_the_end_of_the_year_is_in_force(text: str) -> None:
    assert wrong(text.format(58)) == []
    (quote,) = wrong(text.format(54))
    assert quote.endswith("54件")


@pytest.mark.parametrize(
    "text",
    [
        "以县政府名义印发的规范性文件7件，同步废止{}件，有效件数保持58件。",
        "制发行政规范性文件7件，同步废止{}件，现行有效58件。",
        "印发规范性文件7件，随之废止{}件。",
    ],
)
def test_what_is_repealed_at_the_same_time_is_compared(text: str) -> None:
    assert wrong(text.format(4)) == []
    (quote,) = wrong(text.format(7))
    assert quote.endswith("废止7件")


@pytest.mark.parametrize(
    "text",
    [
        "清理规范性文件40件，年末保留25件。",
        "梳理2020年以前的规范性文件40件，年底保留25件，同步废止15件。",
        "清理规范性文件后废止4件，整合政务新媒体账号12个，年末保留29个。",
        "制发规范性文件7件；网站栏目调整后，年底现存30个。",
        "评估规范性文件12件，年底仍保留9件。",
        "规范性文件专栏年底现有信息120条，保留栏目6个。",
        "制发规范性文件7件，同步解读7件，建议保留25件、拟废止15件。",
    ],
)
def test_what_is_kept_of_those_looked_through_is_left_alone(text: str) -> None:
    assert wrong(text) == []
