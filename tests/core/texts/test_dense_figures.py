"""Numbers of dense paragraphs, known by their figures: cases of other rows, parts of few, lists of areas, shares."""

from __future__ import annotations

import pytest

from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import HUNDRED, filled, findings_of, told, wrong_quotes

_UNIT = "东岭县人民政府"
_FEES = {**HUNDRED, "fee.notices": 4, "fee.billed": 1860, "fee.collected": 1240}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("信息公开复议20件、诉讼15件。已审结的14件诉讼中，被纠正1件，已重新答复。", ""),
        ("信息公开复议20件、诉讼15件。已审结的12件诉讼案件中，被纠正1件，已重新答复。", "已审结的12件"),
        ("信息公开复议20件。全县4件被纠正的案件里，2件属于答复超期，2件属于检索不到位。", ""),
        ("复议、诉讼合计35件，比上年减少2件。其中复议20件；诉讼15件。已审结的33件中，维持26件，被纠正4件。", ""),
        ("22件无法提供中有6件检索不充分，其中3件经复议被纠正。", ""),
        ("22件无法提供中有6件检索不充分，其中3件经行政复议被责令重新答复。", ""),
        ("15件不予公开答复中有2件说理不足，被复议机关纠正1件、调解1件。", ""),
        ("22件无法提供答复质量不高，全年信息公开案件35件。", ""),
        ("信息公开复议20件，申请人不服其中14件复议决定，诉至法院。", "14件复议"),
        ("信息公开复议20件，维持14件、纠正5件、其他2件、未审结1件。", "纠正5件"),
        ("信息公开复议案件17件，维持11件、纠正5件、其他1件。", "复议案件17件"),
    ],
)
def test_outcomes_of_other_cases(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(_UNIT, "s5", text, HUNDRED)), quote)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("法律服务机构提交申请31件，占21.68%，上年24件、占18.90%。", False),
        ("自然人提交1012件，占78.69%，上年为921件、占78.45%。", False),
        ("新收申请200件，其中自然人31件，占21.68%。", True),
    ],
)
def test_a_share_of_last_year_has_its_own_base(text: str, is_wrong: bool) -> None:
    assert bool(list(wrong_ratios(text, 2024))) is is_wrong


@pytest.mark.parametrize(
    ("said", "is_wrong"),
    [
        ("其余单位均未收取信息处理费。", False),
        ("除此之外没有收取信息处理费。", False),
        ("除上述申请外，再未收取信息处理费。", False),
        ("全年没有收取信息处理费。", True),
    ],
)
def test_what_was_not_collected_besides(said: str, is_wrong: bool) -> None:
    text = "区司法局发出收费通知4件，金额1860元，申请人缴纳1240元。" + said
    assert bool(findings_of(filled(_UNIT, "s6", text, _FEES), "N-17")) is is_wrong


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("申请人：本区居民61件，外区26件，外省13件。", ""),
        ("申请人：自然人61件，企业26件，律所13件。", "自然人61件"),
        ("新收申请100件，上年结转5件，均为自然人。", "均为自然人"),
        ("企业的13件：公开6件、部分公开2件、不予公开2件、不掌握3件。", ""),
        ("个人申请获公开38件、部分公开8件；单位申请18件，公开7件、部分公开2件。", ""),
        (
            "两级答复151件，局机关99件、县区52件；局机关公开45件、部分公开10件，县区公开26件、部分公开14件、无法提供9件、其他3件。",
            "",
        ),
        ("律所新收3件，公开1件、不掌握1件，在办1件；科研院所1件，不掌握1件。", ""),
        ("对不予公开15件和无法提供22件共37件申请，逐件附告知书。", ""),
        ("公开45件、部分公开10件，共收到申请112件。", "收到申请112件"),
        ("申请复议20件中有15件出自此类，其余5件出自部分公开答复。", ""),
        ("不予公开的15件中，行政查询7件，其余8件为第三方权益。", "其余8件"),
        ("新收100件占全县部门申请量1286件的7.8%，办结99件。", ""),
        ("首次申请人69件，重复申请人31件；重复申请1件。", ""),
        ("重复申请31件，信访类3件。", "重复申请31件"),
        ("一件申请含多项内容的19件，分拆办理41项，统计仍按100件计。", ""),
        ("不予公开的15件中，行政查询7件；执法案卷5件；另有第三方、内部事务、过程性各1件，合计占20.0%。", "第三方"),
        ("不予处理4件，较上年6件减少2件，占办结总数99件的4.0%。", ""),
        ("不予处理4件，较上年6件减少2件，占办结总数99件的9.0%。", "9.0%"),
        (
            "三级办理177件：局机关99件，学校78件（公开39件）；共177件，公开108件、部分公开26件、其他43件，公开率75.7%。",
            "",
        ),
    ],
)
def test_requests_of_a_scope(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(_UNIT, "s1.request", text, HUNDRED)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("发出收费通知4件，实收1240元；按标准共计收1860元。", ""),
        ("发出收费通知4件，实收1640元。", "1640元"),
    ],
)
def test_what_was_charged_beside_what_was_paid(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(_UNIT, "s6", text, _FEES)), quote)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("成员9人，设专职1人、兼职2人、村级信息员13人。", None),
        ("成员9人，设专职4人、兼职2人。", 9),
        (
            "网络提出388件，邮寄提出297件，当面提出64件，涉及征地312件，城建96件，其他341件，占新收749件的比重下降。",
            None,
        ),
        ("许可582件中，不见面审批512件；处罚163件中，简易程序98件、普通程序65件。", None),
        ("许可582件中，工程类512件、社会类80件；处罚163件中，简易程序98件、普通程序65件。", 582),
        ("自然资源局118件（办结115件，公开42件）。", None),
        ("基层所93件的答复情况：公开31件、部分公开9件、不予公开49件、其他1件，未办结3件。", None),
        ("基层所93件的答复情况：公开31件、部分公开9件、不予公开49件、其他1件，未办结5件。", 93),
        ("公开186件/171件，部分公开49件/44件，其他261件/213件，合计496件/428件。", None),
        ("公开186件/171件，部分公开49件/44件，其他261件/213件，合计496件/438件。", 438),
        ("全年新收申请214件，其中网络提交139件，占65.0%；信函邮寄61件，占28.5%；当面递交19件，其余5件为传真。", 214),
        ("全年新收申请224件，其中网络提交139件，占62.1%；信函邮寄61件，占27.2%；当面递交19件，其余5件为传真。", None),
        ("许可412件，比上年增加24件，其中办学许可64件、教师资格358件。", 412),
        ("许可412件，比上年增加24件，其中办学许可15件、其他9件。", None),
        ("石桥村7件、河口村5件、南坪村4件、其他8个村4件、社区2件，共22件。", None),
    ],
)
def test_lists_that_end_elsewhere(text: str, total: int | None) -> None:
    assert [int(found.total) for found in wrong_sums(text, 2024)] == ([] if total is None else [total])


@pytest.mark.parametrize(
    ("text", "are_wrong"),
    [
        ("拆违31件、停车53件，合计84件。拆违31件中，加装18件、拆除8件、举报5件，占全部申请的36.9%。", False),
        ("拆违31件、停车53件，合计84件。拆违31件中，加装18件、拆除8件、举报5件，占全部申请的39.6%。", True),
    ],
)
def test_a_share_of_the_whole_list(text: str, are_wrong: bool) -> None:
    assert bool(wrong_ratios(text, 2024)) == are_wrong


@pytest.mark.parametrize(
    ("text", "are_wrong"),
    [
        ("我局一是受理申请100件；二是办结99件；三是沟通4次。", False),
        ("我局二是受理申请100件；三是办结99件。二是沟通4次。", False),
        ("工作措施：二是受理申请100件；三是办结99件。", True),
    ],
)
def test_the_first_point_within_a_clause(text: str, are_wrong: bool) -> None:
    assert bool(findings_of(filled(_UNIT, "s1.request", text, HUNDRED), "N-13")) == are_wrong


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("复议20件，维持14件、纠正3件、其他2件、未审结1件；诉讼17件，比上年增加1件。培训2次84人次。", "诉讼17件"),
        ("复议24件，维持18件、纠正3件、其他2件、未审结1件；诉讼17件，比上年增加1件。培训2次84人次。", ""),
        ("复议20件；诉讼17件，比上年增加1件。培训2次84人次。", ""),
    ],
)
def test_reviews_that_are_the_tables(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(_UNIT, "s1.oversight", text, HUNDRED)), quote)
