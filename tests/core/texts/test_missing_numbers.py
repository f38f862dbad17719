"""Numbers and words that were cut out of a sentence and left a hole (N-12, in sentences on cases N-20)."""

from __future__ import annotations

import pytest

from core.texts.rules.debris.missing_numbers import missing_numbers
from tests.core.texts.filled_reports import filled, findings_of

_BUREAU = "云岭县林业局"
_SOME_CASES = {"t4.review.upheld": 3, "t4.review.other": 1, "t4.direct.upheld": 1}


def holes(text: str) -> list[str]:
    return [text[span.start : span.end] for span in missing_numbers(text)]


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        # a unit without a number, in a list of numbers
        ("全年收到申请30件，其中自然人29件，科研机构件。", "科研机构件"),
        ("办理结果为予以公开9件、部分公开件、无法提供4件。", "部分公开件"),
        ("从来源看，网上提交7件，当面递交件，邮寄3件。", "当面递交件"),
        ("不予处理件，其他处理2件，均已告知理由。", "不予处理件"),
        ("上年结转申请件，本年新收9件，合计11件。", "上年结转申请件"),
        ("因政府信息公开被申请行政复议宗，被提起行政诉讼1宗。", "因政府信息公开被申请行政复议宗"),
        ("修改完善制度项，新建制度2项。", "修改完善制度项"),
        ("开放日26场，其中线上14场、线下场，参与群众800人。", "线下场"),
        ("县住建局41件、县农业农村局件、县交通局9件。", "县农业农村局件"),
        ("发布政策文件15件、解读材料篇、图解6幅。", "解读材料篇"),
        ("收到申请件，同比减少2件。", "收到申请件"),
        # a unit that cannot stand there
        ("本年度收取信息处理费元，发出收费通知0件。", "本年度收取信息处理费元"),
        ("发出收费通知件，收取信息处理费200元。", "发出收费通知件"),
        ("微信公众号推送条，阅读量超过3万。", "微信公众号推送条"),
        ("清理规范性文件件，废止3件。", "清理规范性文件件"),
        ("现有政务新媒体个，全年发布信息900条。", "现有政务新媒体个"),
        ("全年重复申请占新收总量的%，较为集中。", "全年重复申请占新收总量的%"),
        # nothing behind 为, 共计, 占
        ("本机关被申请行政复议为，被提起行政诉讼0件。", "本机关被申请行政复议为"),
        ("未经复议直接起诉1件，结果为，生效文书均已履行。", "结果为"),
        ("我局本年度收到行政复议共计，由法规科办理。", "我局本年度收到行政复议共计"),
        ("自然人申请占，企业申请占20%。", "自然人申请占"),
        ("发出收费通知的件数为，总金额为0元。", "发出收费通知的件数为"),
        ("予以公开9件，结转下年度办理的为。", "结转下年度办理的为"),
        ("没有收到申请，予以公开、不予公开的申请均，另有电话咨询21次。", "不予公开的申请均"),
        ("主动公开政府信息达，比上年多出31条。", "主动公开政府信息达"),
        # one noun of a numbered list alone
        ("被申请行政复议5件，其中结果维持4件，其他结果，复议后起诉1件。", "其他结果"),
        ("予以公开5件，不予公开，无法提供2件，共办结9件。", "不予公开"),
        ("复议案件4件（维持3件，纠正，尚未审结1件）。", "纠正"),
        ("被申请行政复议3件，结果维持2件，结果纠正。", "结果纠正"),
        ("予以公开12件、不予公开1件、无法提供。", "无法提供"),
        ("行政诉讼2件：直接起诉1件，复议后起诉，均已审结。", "复议后起诉"),
        # a word or a number within
        ("其中维持19件、纠正5件、其他结果7件、尚未2件；均由司法局应诉。", "尚未2件"),
        ("直接起诉3件其中维持其他结果1件，复议后起诉2件。", "直接起诉3件其中维持其他结果1件"),
        ("我局无因信息公开引起的行政复议和行政，将继续加强审核。", "我局无因信息公开引起的行政复议和行政"),
        # at the end of a line, and of the text
        ("本机关被申请行政复议为\n被提起行政诉讼0件。", "本机关被申请行政复议为"),
        ("本年度收取信息处理费元", "本年度收取信息处理费元"),
        ("被申请行政复议0件，被提起行政件。", "被提起行政件"),
    ],
)
def test_a_hole_is_found(text: str, hole: str) -> None:
    assert holes(text) == [hole]


@pytest.mark.parametrize(
    "text",
    [
        "办理结果分别为：予以公开9件、部分公开1件、无法提供4件。",
        "申请件、答复件一并归档，件件有着落。",
        "对转办件、交办件实行台账管理，全年登记12件，按期办结12件。",
        "重复申请件，按规定不予处理，共2件。",
        "经核实均为重复提交的测试件，实际收到申请0件。",
        "均为征求意见件，第三方同意公开1件、部分同意2件。",
        "我局共接到信息公开申请19件次，较去年减少4件次。",
        "组织培训2次、会议4次，参训人次，比上年增加30人次。",
        "行政事业性收费412.5万元，比上年减少37.5万元。",
        "全年接听咨询电话1.3万个，公开信息1.2万条，其中行政许可9412条。",
        "考核占4分，评议占1分，2025年起列入年终打分，占3分。",
        "除行政事业性收费单位为万元外，其余均为件。",
        "计量单位除注明外均为件。",
        "除另有说明的外，均为件。",
        "以公开为常态，不公开为例外，以网络提交为主，信函提交次之。",
        "对行政处罚决定的行政行为，逐一复核，答复书均已送达。",
        "复议机关的决定为维持，法院的判决为驳回。",
        "全年接待量与上年持平，人均，月均均有下降，以书面答复的为主。",
        "办理情况为，予以公开3件；结果为，维持1件。",
        "办理结果总计为33件，新收、结转合计，亦为33件。",
        "自然人申请占比最高，商业企业次之，两者合计占96%。",
        "新收申请63件，同比减少，均由公民个人提出。",
        "行政复议4件，维持、纠正各2件，其他结果和尚未审结均无。",
        "复议维持、驳回共3件，纠正、其他结果均为0件。",
        "维持2件，纠正、其他结果各1件。",
        "维持2件，纠正，没有；其他结果，0件。",
        "诉讼2件：未经复议直接起诉1件，维持；复议后起诉1件，尚未审结。",
        "申请人先行复议，复议维持，复议后起诉，法院维持，共计1件。",
        "未经复议直接起诉1件，复议后起诉，无。",
        "未结案2件，未审结1件，尚未有1件被纠正。",
        "网上来的13件，信函来的4件；加8件旧件，共25件。",
        "维持、纠正、其他结果、尚未审结四栏分别填报2、0、1、0件。",
        "予以公开的当场提供，不予公开的书面说明，无法提供的告知去向，全年12件。",
        "现行有效45件，拟废止件，拟修订件，均列入清理计划。",
        "",
    ],
)
def test_what_is_complete_is_left_alone(text: str) -> None:
    assert holes(text) == []


def test_what_debris_tells_is_not_told_again() -> None:
    assert holes("复议维持件，结果纠正2件。") == []


def test_a_part_is_looked_at_in_its_own_sentence() -> None:
    assert holes("维持2件。其他结果，另见下表。维持1件。") == []
    assert holes("收到企业申请。企业件\n企业2件。") == []


def test_a_hole_in_a_sentence_on_cases_is_n_20_whatever_table_four_says() -> None:
    text = "被申请行政复议4件，其中维持3件，其他结果，直接起诉1件。"
    for cells in ({}, _SOME_CASES):
        (told,) = findings_of(filled(_BUREAU, "s4", text, cells), "N-12", "N-20")
        assert told.rule_id == "N-20"
        assert told.message == "第四部分表前文字的“其他结果”像是缺了数字，请核对语句。"
        assert [text[place.start : place.end] for place in told.places] == ["其他结果"]


def test_in_section_one_the_sentence_says_which_rule_it_is() -> None:
    text = "被申请行政复议为，被提起诉讼0件。收取信息处理费元。"
    told = findings_of(filled(_BUREAU, "s1.request", text, _SOME_CASES), "N-12", "N-20")
    assert {(one.rule_id, text[one.places[0].start : one.places[0].end]) for one in told} == {
        ("N-20", "被申请行政复议为"),
        ("N-12", "收取信息处理费元"),
    }


def test_several_holes_are_one_finding_and_a_lost_word_is_called_so() -> None:
    (told,) = findings_of(filled(_BUREAU, "s3", "自然人件，企业2件；维修费、收费元。", {}), "N-12")
    assert told.message == "第三部分表前文字的“自然人件”、“收费元”像是缺了数字，请核对语句。"
    (told,) = findings_of(filled(_BUREAU, "s4", "行政复议3件，维持1件，尚未2件。", _SOME_CASES), "N-20")
    assert told.message == "第四部分表前文字的“尚未2件”像是缺了字，请核对语句。"


def test_a_sentence_with_a_hole_is_told_once_by_n_20() -> None:
    assert len(findings_of(filled(_BUREAU, "s4", "行政复议、行政诉讼的结果均为，由法规科跟踪。", {}), "N-20")) == 1


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        ("另有5件由市政府受理，二者相加24件，即表中行政复议总计。", []),
        ("两项填入表内行政诉讼案件合计。", []),
        ("两项之和就是表中行政复议总计。", []),
        ("全年行政复议案件合计，行政诉讼3件。", ["全年行政复议案件合计"]),
        ("表中行政复议总计为，维持1件。", ["表中行政复议总计为"]),
    ],
)
def test_a_total_of_the_table_may_be_named(text: str, hole: list[str]) -> None:
    assert holes(text) == hole
