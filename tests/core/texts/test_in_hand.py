"""What was in hand over the year, came and goes on by its dates, or was all that came."""

from __future__ import annotations

import pytest

from tests.core.texts.nine_offices import CITY, INSURANCE, LAND, MARKET, SCHOOLS, TOWN, WATER, Office, rules_found


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (TOWN, "全年在办8件，其中上年留下的1件，年底全部答复。", ""),
        (TOWN, "全年在办9件，其中上年留下的1件，年底全部答复。", "N-01"),
        (LAND, "在办58件（含上年4件），办完53件。", ""),
        (LAND, "在办57件（含上年4件），办完53件。", "N-01"),
        (LAND, "连同去年底没有办完的4件，局里全年手头要办的申请一共58件。", ""),
        (LAND, "连同去年底没有办完的4件，局里全年手头要办的申请一共54件。", "N-01"),
        (LAND, "我局今年需要办的申请共59件。", "N-01"),
        (LAND, "全年共有58件在办，办完53件。", ""),
        (LAND, "全年共有57件在办，办完53件。", "N-01"),
        (LAND, "在办数58件，包括去年的4件。", ""),
        (LAND, "年末在办5件。", ""),
        (LAND, "年末在办6件。", "N-03"),
        (LAND, "目前在办5件。", ""),
        (LAND, "在办7件。", "N-03"),
    ],
)
def test_in_hand_over_the_year_is_all_that_was_due(office: Office, text: str, rule: str) -> None:
    assert rules_found(office, "s3", text) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (CITY, "尚有1件正在审查，将于2025年1月底前答复申请人。", ""),
        (CITY, "尚有2件正在审查，将于2025年1月底前答复申请人。", "N-03"),
        (CITY, "截至本年度末，还有3件正在征求第三方意见，要到明年答复。", "N-03"),
        (CITY, "最后2件因申请人12月27日才补正，要到明年1月答复。", "N-03"),
        (CITY, "除2件正在征求企业意见、要到下一年度答复外，其余都已给出书面答复。", "N-03"),
        (CITY, "除1件正在征求企业意见、要到下一年度答复外，其余都已给出书面答复。", ""),
        (LAND, "年末结转5件。尚有2件正在审查，将于2025年1月底前答复。", ""),
        (LAND, "还有2件正在征求意见，将于2025年1月答复；另有3件等待补正，也要到明年答复。", ""),
        (LAND, "尚有2件正在审查，将于2025年1月底前答复申请人。另有3件等待补正。", ""),
        (LAND, "尚有2件正在审查，将于2025年1月底前答复，另有3件等待补正。", ""),
        (LAND, "征求意见的6件中，尚有2件正在等第三方回函，将于2025年1月答复。", ""),
        (LAND, "截至10月底，尚有2件正在审查，将于2025年1月答复。", ""),
        (LAND, "截至12月31日，尚有2件正在审查，将于2025年1月答复。", "N-03"),
        (LAND, "企业申请的1件正在审查，将于2025年1月底前答复。", ""),
        (LAND, "企业申请的3件正在审查，将于2025年1月底前答复。", "N-03"),
        (SCHOOLS, "去年12月下旬收到、跨到今年的2件已于1月中旬答复。", ""),
        (SCHOOLS, "去年12月下旬收到、跨到今年的1件已于1月中旬答复。", "N-03"),
        (CITY, "年内办理的申请中，有1件是2023年12月下旬收到、转到今年答复的。", "N-03"),
        (CITY, "有1件是去年底收到、当年答复的。", ""),
        (LAND, "企业申请中，有1件是去年底收到、拖到今年答复的。", ""),
    ],
)
def test_dates_tell_what_was_carried(office: Office, text: str, rule: str) -> None:
    assert rules_found(office, "s3", text) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (INSURANCE, "除了1件由快递寄来、索要参保数据的申请外，我局没有再接到其他公开申请。", "N-02"),
        (WATER, "除了5件由村民寄来的申请外，我局没有再接到其他公开申请。", ""),
        (WATER, "除4件由村民寄来的申请外，全年没有收到其他申请。", "N-01"),
        (WATER, "除4件个人申请外，没有收到其他申请。", ""),
        (INSURANCE, "年内2件申请均在法定期限内作了书面答复。", "N-02"),
        (TOWN, "年内9件申请均作出了书面答复。", "N-04"),
        (TOWN, "年内8件申请均作出了书面答复。", ""),
        (TOWN, "全年镇里接到村民递来的申请9件。", "N-01"),
        (TOWN, "全年镇里接到村民递来的申请6件。", ""),
        (TOWN, "全年镇里接到村民递来的宅基地申请9件。", ""),
    ],
)
def test_all_that_came(office: Office, text: str, rule: str) -> None:
    assert rules_found(office, "s3", text) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (MARKET, "没有出现同一申请人就同样内容再次提出申请的情形。", "N-05"),
        (MARKET, "没有一件申请因补正以后仍说不清所要内容而落空。", "N-05"),
        (LAND, "没有出现同一申请人就同样内容再次提出申请的情形。", ""),
        (LAND, "没有一件申请因补正以后仍说不清所要内容而落空。", ""),
        (MARKET, "申请人收到答复后没有再次提出申请。", ""),
        (MARKET, "没有一件申请落空。", ""),
        (SCHOOLS, "全年没有收到律所的申请。", ""),
        (SCHOOLS, "没有收到过以公司身份提交的申请。", ""),
        (SCHOOLS, "年内没有接到过企业名义的申请。", ""),
        (SCHOOLS, "没有收到群众的申请。", "N-02"),
        (LAND, "没有收到过以公司身份提交的申请。", "N-01"),
        (LAND, "年内没有接到过企业名义的申请。", "N-01"),
        (MARKET, "新收的118件申请中，有一半左右是经营主体提出来的。", "N-01"),
        (MARKET, "新收的118件申请中，有四分之一左右是经营主体提出来的。", ""),
        (MARKET, "普通群众是绝对主力，占到当年新提申请的近九成。", "N-01"),
        (MARKET, "普通群众是绝对主力，占到当年新提申请的近七成。", ""),
    ],
)
def test_denials_and_shares_in_plain_words(office: Office, text: str, rule: str) -> None:
    assert rules_found(office, "s3", text) == ({rule} if rule else set())
