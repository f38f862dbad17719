"""Rough numbers are compared as what they leave open: 2000余件 is 2000 to 3000 (N-01, N-04, N-06, N-07)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, wrong_claims


def wrong(code: str, text: str) -> list[tuple[str, str]]:
    return [(claim.rule_id, claim.quote) for claim in wrong_claims(filled("临江市水利局", code, text, HUNDRED))]


@pytest.mark.parametrize(
    ("code", "text", "rule", "quote"),
    [
        ("s1.request", "全年共收到政府信息公开申请200余件，办理质量稳步提升。", "N-01", "息公开申请200余件"),
        ("s1.request", "本年度累计受理政府信息公开申请近150件，同比有所增长。", "N-01", "息公开申请近150件"),
        ("s1.request", "全年收到申请约为150件。", "N-01", "全年收到申请约为150件"),
        ("s1.request", "全年收到申请约89件。", "N-01", "全年收到申请约89件"),
        ("s1.request", "全年办结政府信息公开申请超过120件，无一件逾期。", "N-04", "公开申请超过120件"),
        ("s4", "全年行政诉讼30余件，均已依法应诉。", "N-06", "全年行政诉讼30余件"),
        ("s4", "全年共发生行政复议近40件，同比略有下降。", "N-06", "发生行政复议近40件"),
        ("s2", "全年作出行政许可决定近2000件，均在7个工作日内公示。", "N-07", "许可决定近2000件"),
        ("s2", "本年度作出行政处罚决定500余件。", "N-07", "政处罚决定500余件"),
    ],
)
def test_rough_numbers_that_the_tables_do_not_bear_out(code: str, text: str, rule: str, quote: str) -> None:
    assert any(told == rule and quote in said for told, said in wrong(code, text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s1.request", "全年共收到政府信息公开申请100余件，办理质量稳步提升。"),
        ("s1.request", "本年度累计受理政府信息公开申请近百件，同比有所增长。"),
        ("s1.request", "全年收到申请约为100件。"),
        ("s1.request", "全年收到申请约91件。"),
        ("s1.request", "全年收到申请约112件。"),
        ("s1.request", "全年办结政府信息公开申请接近100件，无一件逾期。"),
        ("s4", "全年行政诉讼10余件，均已依法应诉。"),
        ("s2", "全年作出行政许可决定1000余件，均在7个工作日内公示。"),
        ("s2", "本年度作出行政处罚决定300余件。"),
        ("s2", "月均办理行政许可近100件。"),
    ],
)
def test_rough_numbers_that_is_right_or_of_something_else(code: str, text: str) -> None:
    assert wrong(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "rule", "quote"),
    [
        ("s3", "办理完成十二件。", "N-04", "办理完成十二件"),
        ("s3", "全年办结数十二件。", "N-04", "办结数十二件"),
        ("s3", "答复数十八件，予以公开数十二件。", "N-05", "予以公开数十二件"),
        ("s3", "网上十二件予以公开。", "N-05", "网上十二件予以公开"),
        ("s3", "全年收到申请数十五件。", "N-01", "收到申请数十五件"),
        ("s2", "全年办成十五件行政许可。", "N-07", "办成十五件"),
    ],
)
def test_numerals_behind_a_number_of_them_are_no_rough_ones(code: str, text: str, rule: str, quote: str) -> None:
    assert any(told == rule and quote in said for told, said in wrong(code, text))


@pytest.mark.parametrize(
    "text", ["全年收到申请上百件。", "全年收到申请数百件。", "网上办结成百件。", "全年收到几十件申请。"]
)
def test_round_numerals_behind_such_words_are_rough(text: str) -> None:
    assert not wrong("s3", text)


def test_the_number_of_a_year_behind_words_for_many() -> None:
    text = "多年来，我局坚持把依申请公开作为联系群众的窗口，全年新收申请88件，办结66件。"
    assert {rule for rule, _ in wrong("s3", text)} == {"N-01", "N-04"}
    assert not wrong("s3", "多年来，我局坚持依申请公开，截至今年底共收到申请888件。")
