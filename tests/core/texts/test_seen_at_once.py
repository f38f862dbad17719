"""Faults that a careful reader sees at once: all in hand done, 同期, who reviewed, what posts are counted by."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of, told, wrong_claims, wrong_quotes

SOME_LEFT = {"t3.R01.C1": 228, "t3.R02.C1": 12, "t3.R03.C1": 226, "t3.R25.C1": 14}
ONE_OLD = {"t3.R01.C1": 8, "t3.R02.C1": 1, "t3.R03.C1": 9}
# fmt: off
CASES = {
    "t4.review.upheld": 4, "t4.review.corrected": 1, "t4.review.other": 1, "t4.review.total": 6,
    "t4.direct.upheld": 1, "t4.direct.other": 1, "t4.direct.total": 2,
    "t4.after_review.upheld": 2, "t4.after_review.pending": 1, "t4.after_review.total": 3,
}
# fmt: on


@pytest.mark.parametrize(
    "text",
    [
        "本年度连同上年结转的12件在内，240件申请已在法定期限内全部答复完毕。",
        "全年在办的240件申请全部按期办结。",
        "年内在办240件申请，均在规定时限内办结。",
        "今年在办的240件申请都已按时办完。",
        "连同上年结转的12件在内，全年240件申请全部办结。",
    ],
)
def test_all_in_hand_are_not_done_where_some_are_carried_over(text: str) -> None:
    (claim,) = wrong_claims(filled("柏川县水利局", "s3", text, SOME_LEFT))
    assert claim.rule_id == "N-04"
    done = {**SOME_LEFT, "t3.R03.C1": 240, "t3.R25.C1": 0}
    assert wrong_claims(filled("柏川县水利局", "s3", text, done)) == []


@pytest.mark.parametrize(
    "text",
    [
        "连同上年结转的12件在内，226件申请已在法定期限内全部答复完毕。",
        "把上年结转的12件算上，226件申请全部办结。",
        "全年在办的240件申请，到期的全部按期办结。",
        "全年在办的240件申请，除结转下年的14件外全部按期办结。",
        "全年在办的240件申请中，226件全部按期办结，14件结转下年。",
        "全年在办的240件申请全部按期办结，年末在办14件均在期限内。",
    ],
)
def test_those_that_are_done_may_all_be_done(text: str) -> None:
    assert wrong_claims(filled("柏川县水利局", "s3", text, SOME_LEFT)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("今年收到居民申请9件，再加上去年结转过来的1件，手上一共要办10件。", "手上一共要办10件"),
        ("今年收到居民申请8件，再加上去年结转过来的1件，手上一共要办9件。", ""),
        ("今年收到申请8件，连同去年结转的1件，手里共10件。", "手里共10件"),
        ("今年收到申请8件，连同去年结转的1件，手里共9件。", ""),
    ],
)
def test_what_is_in_hand_is_the_sum_of_new_and_old(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("柏川县水利局", "s3", text, ONE_OLD)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("被申请行政复议6件，同期行政诉讼4件，其中一半是复议后再起诉的。", "同期行政诉讼4件"),
        ("被申请行政复议6件，同期行政诉讼5件。", ""),
        ("上半年复议2件，同期诉讼1件。", ""),
        ("2023年被申请复议3件，同期诉讼1件。", ""),
        ("上年复议20件，同期行政诉讼9件。", ""),
        ("行政诉讼5件：直接起诉2件，复议后起诉3件。五件都已宣判，法院均驳回原告诉求。", "五件都已宣判"),
        ("行政诉讼5件，均已宣判。", "均已宣判"),
        ("行政诉讼5件，宣判4件，1件未宣判。", ""),
        ("行政诉讼5件，一审均已宣判。", ""),
        ("行政诉讼5件，一审均已审结。", ""),
        ("信访5件都已办结，行政诉讼5件。", ""),
        ("因信访投诉引发的行政诉讼5件均已审结。", "均已审结"),
        ("直接起诉的2件都已宣判。", ""),
        ("复议六件。一件被撤销原答复、责令重答——算“结果纠正”一件。", ""),
        ("复议六件——算“结果纠正”两件，其余维持四件。", "算“结果纠正”两件"),
    ],
)
def test_cases_by_other_hands(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("柏川县水利局", "s4", text, CASES)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("我县本级被申请行政复议6件，市政府审理后维持5件，纠正1件。", "市政府审理后维持5件"),
        ("我县本级被申请行政复议6件，市政府审理后维持4件，纠正1件，其他1件。", ""),
        ("县政府本级被申请行政复议5件，市政府维持3件。", ""),
        ("县政府本级行政复议6件，均获维持。", "均获维持"),
    ],
)
def test_all_cases_may_be_those_of_the_government_itself(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("柏川县人民政府", "s4", text, CASES)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("被申请行政复议6件，市税务局均维持原答复。", "均维持"),
        ("被申请行政复议6件，上级税务局均维持原决定。", "均维持"),
        ("市税务局被申请行政复议8件。", ""),
        ("市税务局被申请行政复议8件，均维持。", ""),
    ],
)
def test_an_office_above_upheld_them(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("国家税务总局柏川县税务局", "s4", text, CASES)), quote)


@pytest.mark.parametrize(
    ("unit", "text", "quote"),
    [
        ("柏川县城市管理局", "全系统行政处罚案件3695件；行政强制218件。", "全系统行政处罚案件3695件"),
        ("柏川县城市管理局", "全系统行政处罚案件13965件；行政强制218件。", ""),
        ("柏川县城市管理局", "全系统行政处罚案件695件。", ""),
        ("柏川县桐山镇人民政府", "镇综合执法办公室作出行政处罚3980件。", "行政处罚3980件"),
        ("柏川县桐山镇人民政府", "镇综合执法办公室作出行政处罚12件，镇应急办6件。", ""),
    ],
)
def test_decisions_of_all_are_no_fewer_than_of_some(unit: str, text: str, quote: str) -> None:
    cells = {"t2.penalty.decisions": 3965, "t2.coercion.decisions": 218}
    assert told(wrong_quotes(filled(unit, "s2", text, cells)), quote)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("全年发布停水公告87则：计划停水61则，抢修停水36则。", 87),
        ("发布通知公告120则，其中停水类61则、水质类49则、其他20则。", 120),
        ("制作短视频38支，其中政策类20支，便民类21支。", 38),
        ("公众号推送图文386篇，短视频57条，新媒体发布量合计433条次。", 433),
        ("微信公众号发布386篇，微博发布57条，新媒体合计发布433条。", 433),
        ("网站发布文章86篇，公众号推文120篇，短视频30条，合计246条。", 246),
        ("网站公开信息312条，公众号推送信息188条，两个平台合计发布信息510条。", 510),
        ("制作图解18幅：教育类10幅，医疗类9幅。", 18),
        ("开展解读28篇次，其中文字解读15篇次，图表解读9篇次，视频解读6篇次。", 28),
        ("拍摄短视频12集，其中政策解读7集、便民服务4集、其他2集。", 12),
    ],
)
def test_units_of_what_is_published(text: str, total: int) -> None:
    (wrong,) = wrong_sums(text, 2024)
    assert wrong.total == total
    assert wrong_sums(text.replace(str(total), str(sum(wrong.parts)), 1), 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "网站发布386篇，微博发布57条，新媒体合计发布57条。",
        "门户网站发布信息312条，解读回应20条，全年合计发布信息512条。",
        "编发简报12期，刊发信息150条，合计转载信息150条。",
        "一则是人手不足，二则是经费有限，三则是业务生疏，合计三条。",
        "公众号推送图文386篇，阅读量57万人次，累计发布1200条。",
        "发布视频15条，图解20张，累计发布政策解读42条。",
    ],
)
def test_what_is_no_total_of_posts_is_left_alone(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "不予公开共9件，理由依次为过程性信息4件、内部事务2件、涉密1件、公共安全1件、第三方不同意2件。",
            "第三方不同意2件",
        ),
        ("不予公开9件，主要情形有过程性信息4件、第三方不同意2件。", "第三方不同意2件"),
        ("不予公开9件，理由为第三方不同意1件、其余8件另有法定事由。", ""),
        ("不予公开9件。就3件申请征求第三方意见，第三方不同意2件，同意1件。", ""),
        ("不予公开9件，作出决定前就涉商业秘密的征求意见，第三方不同意公开2件、同意1件。", ""),
    ],
)
def test_what_third_parties_refused_among_reasons(text: str, quote: str) -> None:
    cells = {"t3.R01.C1": 9, "t3.R05.C1": 1, "t3.R07.C1": 1, "t3.R08.C1": 1, "t3.R09.C1": 2, "t3.R10.C1": 4}
    assert told(wrong_quotes(filled("柏川县水利局", "s3", text, cells)), quote)


@pytest.mark.parametrize(
    ("text", "is_more"),
    [
        ("全年收到申请31件，自然人26件，企业7件。", True),
        ("全年收到申请31件，其中自然人26件，企业7件。", True),
        ("全年收到申请31件，自然人22件，企业7件。", False),
        ("全年收到申请31件，其中自然人26件，企业7件，网上提交的自然人申请14件。", False),
    ],
)
def test_kinds_that_are_more_than_all_name_both(text: str, *, is_more: bool) -> None:
    cells: Mapping[str, int] = {"t3.R01.C1": 24, "t3.R01.C2": 7, "t3.R03.C1": 31}
    (found,) = findings_of(filled("柏川县水利局", "s3", text, cells), "N-01")
    assert ("t3.R01.C7" in found.cells) is is_more
    assert ("文中各类申请人相加是33件，多于写的31件" in found.message) is is_more


COMPANY = "柏川市公共交通集团有限公司"


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("本报告由柏川市轨道交通集团有限公司根据《中华人民共和国政府信息公开条例》编制。", True),
        ("本年度报告由柏川市水务集团有限公司编制并公布。", True),
        ("本报告由柏川市公共交通集团有限公司编制。", False),
        ("本报告由柏川市公共交通集团编制。", False),
        ("本报告由集团办公室编制。", False),
        ("本报告由政府信息公开工作领导小组办公室编制。", False),
        ("本报告由综合管理部汇总各部门材料编制。", False),
    ],
)
def test_who_compiled_this_report_is_the_unit(text: str, *, is_found: bool) -> None:
    assert bool(findings_of(filled(COMPANY, "s1.active", text, {}), "N-10")) is is_found
