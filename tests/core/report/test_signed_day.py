"""The day of signing is shown as a paper writes it, whichever way it was typed; the draft keeps what was typed."""

import pytest

from core.report.checksum import report_checksum
from core.report.report import Report
from core.report.shown_report import shown_report


def _shown(written: str) -> str:
    report = Report(meta={"meta.unit": "某某县水利局", "meta.year": "2025", "meta.date": written})
    assert report.meta["meta.date"] == written
    assert report_checksum(report) == report_checksum(report.with_texts({"meta.date": ""}))
    return shown_report(report).others.get("meta.date", "")


@pytest.mark.parametrize(
    "written",
    [
        *("2026-01-15", "2026.1.15", "2026/01/15", "2026．1．15", "2026年1月15日", "2026年01月15日", "2026年1月15号"),
        *("2026 年 1 月 15 日", "２０２６年１月１５日", "二〇二六年一月十五日", "二○二六年一月十五日"),
    ],
)
def test_a_day_is_shown_in_one_form(written: str) -> None:
    assert _shown(written) == "2026年1月15日"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        *[(open_day, "2026年3月　日") for open_day in ("2026年3月", "2026年03月　日", "2026年3月 日", "2026年3月__日")],
        *[(open_month, "2026年　月　日") for open_month in ("2026年　月　日", "2026年 月 日")],
        *[("二〇二六年十二月三十一日", "2026年12月31日"), ("二〇二六年十月二十日", "2026年10月20日")],
    ],
)
def test_an_open_day_has_room_for_the_pen(written: str, shown: str) -> None:
    assert _shown(written) == shown


@pytest.mark.parametrize(
    "written",
    [
        *("", "1月15日", "2026年13月", "2026年2月30日", "2026-02-30", "2026年1月155日", "明年一月", "2026年×月"),
        *("年　月　日", "2026年1月15日（公章）", "2026年　月5日", "二〇二六年二十二月三日", "2026年十十日"),
    ],
)
def test_what_is_no_day_is_shown_as_it_was_typed(written: str) -> None:
    assert _shown(written) == written
