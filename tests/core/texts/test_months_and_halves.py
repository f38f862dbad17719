"""Numbers up to a day within the year, and of the month that had most or fewest, are not those of the whole year."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

_CELLS = {"t3.R01.C1": 73, "t3.R02.C1": 4, "t3.R03.C1": 72, "t3.R25.C1": 5}


def _told(text: str) -> list[str]:
    return [f.rule_id for f in findings_of(filled("沙原县林业局", "s3", text, _CELLS), "N-01", "N-02")]


@pytest.mark.parametrize(
    "text",
    [
        "截至6月30日，当年已收到申请41件，下半年又收到32件。",
        "年初至5月31日，收件40件，6月起收件33件。",
        "截至8月15日，已收到申请60件，此后又来13件。",
        "新收的73件里，3月收到16件，为全年最多；10月最少，只收到1件。",
        "全年新收73件，月度分布不均，2月最少，仅收到申请2件，9月最为集中，收到申请14件。",
        "5月为全年申请量最低的月份，收到3件；11月次之，收到4件。",
        "四月份收件居首，收到11件，八月份垫底，收到2件。",
        "一月份最为清闲，没有收到申请；三月份最忙，收到申请16件。",
    ],
)
def test_parts_of_the_year_are_left_alone(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "截至12月31日，当年已收到申请41件。",
        "截至年底，收到申请41件。",
        "截至6月30日，收到申请41件，全年收到71件。",
        "截至6月30日，收到申请90件，下半年又收到12件。",
        "3月最多，收到16件，全年收到63件。",
        "10月迎来低谷，收到申请1件。全年收到申请63件。",
        "全年没有收到申请，10月最为清闲。",
        "10月最为清闲，全年没有收到申请。",
        "3月最多，收到16件，全年收到30件。",
    ],
)
def test_the_whole_year_is_compared(text: str) -> None:
    assert _told(text)
