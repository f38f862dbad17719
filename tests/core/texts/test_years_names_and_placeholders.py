"""Years of last year's report, publishing before its end, other names, words in no order, what is not filled in."""

from __future__ import annotations

import pytest

from core.texts.rules.names.foreign_units import foreign_units
from tests.core.texts.filled_reports import filled, findings_of

UNIT = "溪川县水利局"


def count(rule: str, code: str, text: str, unit: str = UNIT) -> int:
    return len(findings_of(filled(unit, code, text, {}), rule))


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("s1.oversight", "2023年，县水利局把政务公开纳入清单，全年召开专题会2次，对连续两个季度零报送的站所约谈。", 1),
        ("s1.oversight", "2023年，我局连续三年获评优秀单位。", 0),
        ("s5", "下步打算如下：2024年，县局将分三批组织培训。", 1),
        ("s5", "下步打算如下：2025年，县局将分三批组织培训。", 0),
        ("s5", "2024年，县局将进一步拓宽公开渠道。", 1),
        ("s1.oversight", "2024年，县局将分三批组织的培训已全部完成。", 0),
        ("s1.request", "截至2023年底结转8件，2024年新收214件。", 0),
        ("s1.request", "截至2023年底，主动公开信息214条。", 1),
    ],
)
def test_years_of_last_year(code: str, text: str, found: int) -> None:
    assert count("N-08", code, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("报告电子版于2024年12月26日在县政府门户网站公布。", 1),
        ("本报告于2024年12月20日经局长办公会审议通过，并于当日发布。", 1),
        ("本报告于2025年1月20日经局长办公会审议通过，并于当日发布。", 0),
        ("本报告所列数据期限为2024年1月1日至12月31日，已于2024年12月18日在县政府网站公布。", 1),
        ("本报告所列数据期限为2024年1月1日至12月31日，已于2025年1月18日在县政府网站公布。", 0),
        ("报告于2024年1月25日公布。", 0),
        ("决算报告于2024年9月20日在门户网站公布。", 0),
        ("本报告引用的规范性文件于2024年11月8日公布。", 0),
        ("要求各承办单位自收到申请之日起15个工作日内予以答复，即《条例》规定的法定答复期限。", 1),
        ("承办科室在15个工作日内提出意见，办公室在20个工作日内答复申请人。", 0),
    ],
)
def test_times_that_cannot_be(text: str, found: int) -> None:
    assert count("N-25", "s1.request", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("年度报告共分六个部分：总体情况，主动公开情况，收到和处理情况，存在的问题，其他需要报告的事项。", 1),
        ("本报告包括六个部分，即总体情况、主动公开情况、依申请公开情况、复议诉讼情况、存在问题及改进情况。", 1),
        ("报告共六章，包括总体情况、主动公开情况、依申请公开情况、复议诉讼情况、存在问题和其他需要报告的事项。", 0),
        ("年报共设六个部分，包括总体情况、依申请公开情况、复议诉讼情况、存在问题等。", 0),
    ],
)  # fmt: skip
def test_parts_of_the_report_listed(text: str, found: int) -> None:
    assert count("N-26", "s1.oversight", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("因政府信息公开引起的行政复议、行政诉讼未发生情况案件数。", 1),
        ("我镇没有发生因政府信息公开被申请行政复议、提起行政诉讼0起的情况未发生。", 1),
        ("我镇没有因政府信息公开申请行政复议、提起行政诉讼被0件纠正的情况。", 1),
        ("我镇未发生行政复议，行政诉讼也未发生。", 0),
        ("我镇行政复议、行政诉讼均未发生，被纠正0件。", 0),
        ("未发生行政复议、行政诉讼案件，情况为零。", 0),
    ],
)
def test_words_in_no_order(text: str, found: int) -> None:
    assert count("N-20", "s4", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("下一步，由（填写牵头科室）负责，逐项细化。", 1),
        ("全年召开会议（填写次数）次。", 1),
        ("申请表（填写说明见背面）可在窗口领取。", 0),
        ("可在线提交申请（填写姓名、联系电话）。", 0),
        ("由办公室（政务公开科）负责。", 0),
    ],
)
def test_what_is_still_to_be_filled_in(text: str, found: int) -> None:
    assert count("N-12", "s5", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("如对报告有疑问，请在工作时间与溪川县民政局办公室联系。", 1),
        ("如对报告有疑问，请在上班时间与溪川县水利局办公室联系。", 0),
        ("县水务局办公室负责本报告的编制。", 1),
        ("县水利局办公室负责本报告的编制。", 0),
        ("对县林业局职责范围内的事项，请在工作时间与县林业局联系。", 0),
    ],
)
def test_another_contact(text: str, found: int) -> None:
    assert count("N-10", "s1", text) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县民政局高度重视政务公开工作，调整领导小组，局长任组长，我局12个科室各明确1名联络员。", ["县民政局"]),
        ("县水利局高度重视政务公开工作，调整领导小组，局长任组长，我局12个科室各明确1名联络员。", []),
        ("市水利局高度重视政务公开工作，调整领导小组，我局12个科室各明确1名联络员。", []),
        ("县民政局高度重视政务公开工作，调整领导小组，我局按要求参加。", []),
        ("县政务服务局高度重视政务公开工作，调整领导小组，我局明确1名联络员。", []),
    ],
)
def test_a_neighbour_told_as_ourselves(text: str, names: list[str]) -> None:
    assert [span.what for span in foreign_units(text, UNIT)] == names


def test_a_mark_within_a_year_stops_no_rule() -> None:
    assert count("N-08", "s1", "2“023年，溪川县水利局作出许可51件。") == 1
