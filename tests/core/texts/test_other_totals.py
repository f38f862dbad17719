"""Totals behind their parts: of another noun, of the first ones alone, of what is counted by several words."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

CELLS = {
    "t3.R01.C1": 102, "t3.R05.C1": 2, "t3.R06.C1": 4, "t3.R07.C1": 4, "t3.R08.C1": 20, "t3.R09.C1": 13,
    "t3.R10.C1": 17, "t3.R11.C1": 18, "t3.R12.C1": 24, "t4.review.upheld": 11, "t4.review.corrected": 3,
    "t4.review.other": 5, "t4.review.pending": 4, "t4.direct.upheld": 6, "t4.direct.corrected": 1,
    "t4.direct.other": 2, "t4.direct.pending": 3, "t4.after_review.upheld": 4, "t4.after_review.other": 1,
    "t4.after_review.pending": 2,
}  # fmt: skip
_REASONS = "不予公开的理由：行政查询24件、第三方权益20件、执法案卷18件、过程性信息17件、内部事务13件，"


def is_wrong(text: str, code: str) -> bool:
    report = filled("江澜省自然资源厅", code, text.replace("◎", _REASONS), CELLS)
    return bool(findings_of(report, "N-24") or wrong_quotes(report))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "因政府信息公开引发的行政复议案件23件，其中维持11件、纠正3件、其他结果5件、未审结4件，行政诉讼合计19件。",
            "s4",
        ),
        ("因政府信息公开引发的行政复议23件：维持11件、纠正3件、其他5件、未结4件；被诉案件共计19件。", "s4"),
        ("因政府信息公开引发的行政诉讼：直接起诉12件、复议后起诉7件；行政复议总计23件。", "s4"),
        ("行政复议案件维持11件、纠正3件、其他结果5件、未审结4件；行政诉讼案件合计19件。", "s4"),
        ("行政复议案件维持11件、纠正3件、其他结果5件、未审结4件，以上合计23件。", "s4"),
        ("全年发布信息45条，其中要闻20条、公告15条、其他10条；政策解读合计12条，其中图解7条、文字5条。", "s1.active"),
        ("发布要闻20条、公告15条、其他信息10条，网站信息合计45条。", "s1.active"),
        ("制发文件20件、公告15件、通知10件；答复提案合计12件。", "s1.active"),
        ("召开发布会3场、座谈会2场、培训会4场；观看直播人数合计2000人。", "s1.active"),
        ("公开机构职能3条、人事信息5条、财政信息4条；政务微博合计发布90条。", "s1.active"),
        ("依法答复102件，其中当面22件、邮寄30件、网络50件；电话咨询合计67件。", "s1.request"),
        ("◎前两项合计44件。", "s1.request"),
        ("◎排名前三位的合计62件。", "s1.request"),
        ("◎后两类合计30件。", "s1.request"),
        ("◎五类合计92件。", "s1.request"),
        ("按内容分，征地37件、规划21件、执法12件、财政10件，前两类共58件。", "s1.request"),
        ("按内容分，征地37件、规划21件、执法12件、财政10件，前三类合计占比七成。", "s1.request"),
        ("局网站留言35件，来信12件，咨询电话48个，合计95件次，回复及时。", "s1.platform"),
        ("网上留言35条、来电48次、来访12人次，合计95件次。", "s1.platform"),
        ("受理咨询35件、电话48个，共计83次。", "s1.platform"),
        ("来信12封，留言35件，咨询电话48个，合计95件次。", "s1.platform"),
        ("网站留言35件，来信十二封，咨询电话48个，合计95件次。", "s1.platform"),
        ("留言35件，来信12件，合计47件次。", "s1.platform"),
        ("网站办事指南更新35个，答复咨询48件；举办活动3次、接待群众60人次，共计服务63人次。", "s1.platform"),
        ("全年办理市长热线350件、网民留言24条、信箱来信16件，总计390件。", "s1.platform"),
        ("网站留言35件（其中投诉5件），咨询电话48个，合计83件次。", "s1.platform"),
        ("召开会议3次，培训20人次，检查4次，合计27次。", "s1.platform"),
    ],
)
def test_a_total_of_these_parts_or_of_something_else_is_right(text: str, code: str) -> None:
    assert not is_wrong(text, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "因政府信息公开引发的行政复议案件23件，其中结果维持11件、纠正3件、其他结果5件、尚未审结4件；行政诉讼案件合计19件，其中未经复议直接起诉12件，经复议后起诉8件。",
            "s4",
        ),
        ("因政府信息公开引发的行政诉讼：直接起诉12件、复议后起诉7件；行政复议总计25件。", "s4"),
        ("行政复议案件维持11件、纠正3件、其他结果5件、未审结4件，以上合计22件。", "s4"),
        ("全年发布信息45条，其中要闻20条、公告15条、其他10条；政策解读合计12条，其中图解7条、其他6条。", "s1.active"),
        ("发布要闻20条、公告15条、其他信息10条，信息合计46条。", "s1.active"),
        ("答复建议8件、提案15件，建议提案合计24件。", "s1.active"),
        ("答复建议8件、提案15件、社情民意2件，三类合计26件。", "s1.active"),
        ("公开机构职能3条、人事信息5条、财政信息4条，合计13条。", "s1.active"),
        ("◎前两项合计46件。", "s1.request"),
        ("◎其中前三项共计63件。", "s1.request"),
        ("◎后两类合计40件。", "s1.request"),
        ("◎五类合计93件。", "s1.request"),
        ("按内容分，征地37件、规划21件、执法12件、财政10件，前两类共68件。", "s1.request"),
        ("局网站留言35件，来信12件，咨询电话48个，合计97件次，回复及时。", "s1.platform"),
        ("网上留言35条、来电48次、来访12人次，合计105件次。", "s1.platform"),
        ("受理咨询35件、电话48个，共计93次。", "s1.platform"),
        ("留言35件，来信12件，合计57件次。", "s1.platform"),
        ("全年办理市长热线350件、网民留言24条、信箱来信16件，总计399件。", "s1.platform"),
    ],
)
def test_a_total_that_its_parts_do_not_make_is_wrong(text: str, code: str) -> None:
    assert is_wrong(text, code)


_FOUR = "不予公开79件，无法提供47件，不予处理34件，其他处理9件，"


@pytest.mark.parametrize(
    "text",
    [
        f"公开96件，约三分之一；部分公开22件；两者118件，四成略多。另外，{_FOUR}六项相加287件。",
        f"公开96件，部分公开22件；{_FOUR}六项相加287件。",
        f"公开96件，部分公开22件。{_FOUR}六项合计287件。",
        f"公开96件，部分公开22件。{_FOUR}四项合计169件。",
        "网上187件。信函71件，窗口19件，传真5件，四种渠道合计282件。",
        "办结287件：公开96件。不予公开79件，无法提供47件，三类共222件。",
        "网站发布870条。公众号发布520条，微博发布90条，三个平台共1480条。",
        "公开96件。不予公开79件，无法提供47件，三个街道合计19件。",
    ],
)
def test_parts_told_in_sentences_before_are_of_the_total_that_counts_them(text: str) -> None:
    assert not wrong_sums(text, 2024)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"公开96件；部分公开22件；两者118件。另外，{_FOUR}六项相加285件。", (96, 22, 79, 47, 34, 9)),
        (f"公开96件，部分公开22件；{_FOUR}六项相加285件。", (96, 22, 79, 47, 34, 9)),
        (f"公开96件，部分公开22件。{_FOUR}四项合计179件。", (79, 47, 34, 9)),
        ("网上187件。信函71件，窗口19件，传真5件，四种渠道合计292件。", (187, 71, 19, 5)),
        ("公开96件。不予公开79件，无法提供47件，两项相加128件。", (79, 47)),
    ],
)
def test_parts_told_before_are_added_to_those_of_the_sentence(text: str, parts: tuple[int, ...]) -> None:
    found = wrong_sums(text, 2024)
    assert [wrong.parts for wrong in found] == [parts]
    assert all(text[start:end].endswith(wrong.unit) for wrong in found for start, end in wrong.numbers)
