"""Frames that hold over a list: one kind of applicants, the two results just named, parts of an outcome."""

from __future__ import annotations

import pytest

from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, told, wrong_claims

ROWS = {  # 自然人, 企业, 法律服务机构
    "R01": (180, 24, 10), "R02": (8, 2, 1), "R03": (70, 9, 3), "R04": (20, 3, 1), "R08": (5, 3, 0), "R10": (3, 0, 0),
    "R11": (10, 2, 1), "R12": (12, 0, 2), "R13": (40, 5, 2), "R14": (6, 1, 0), "R16": (8, 0, 0), "R17": (5, 1, 0),
    "R21": (5, 0, 0), "R25": (4, 2, 2),
}  # fmt: skip
COLUMNS = ("C1", "C2", "C5")
CELLS = {f"t3.{row}.{c}": n for row, numbers in ROWS.items() for c, n in zip(COLUMNS, numbers, strict=True)}
CASES = {
    "t4.review.upheld": 6, "t4.review.corrected": 5, "t4.review.pending": 1,
    "t4.direct.upheld": 2, "t4.after_review.upheld": 3, "t4.after_review.pending": 1,
}  # fmt: skip
DECISIONS = {
    "t2.normative.issued": 6, "t2.normative.repealed": 2, "t2.normative.in_force": 31,
    "t2.licensing.decisions": 1250, "t2.penalty.decisions": 318, "t2.coercion.decisions": 45,
}  # fmt: skip


def wrong(text: str, code: str = "s3", unit: str = "岚江市自然资源和规划局") -> list[str]:
    report = filled(unit, code, text, {**CELLS, **CASES, **DECISIONS})
    return [f"{claim.quote} {claim.cells[0]}" for claim in wrong_claims(report)]


ONE_KIND = [
    ("企业申请24件、上年结转2件，全年办结24件，其中予以公开9件、部分公开3件。", ""),
    ("律师事务所提出申请10件，加上上年结转1件，全年共办结9件，予以公开3件。", ""),
    ("企业提交申请24件，上年结转2件，全年答复24件；全年共办结217件。", ""),
    ("商业企业全年办结24件，其中予以公开9件、部分公开3件，二者占50.0%；自然人办结184件。", ""),
    ("企业申请办结24件，公开9件、部分公开3件，两项合计占50%。", ""),
    ("法律服务机构办结9件，予以公开3件、部分公开1件，两者之和占44.4%；企业办结24件。", ""),
    ("自然人新收180件，结转8件，全年共办结184件，余4件结转下年。", ""),
    ("自然人办结184件：公开70件，部分公开20件，两项占48.9%；不予公开30件。", ""),
    ("自然人新收180件，结转8件，全年共办结148件，余4件结转下年。", "全年共办结148件 t3.R24.C1"),
    ("自然人新收180件、办结184件，企业新收24件、办结24件，律所新收10件、办结9件。", ""),
    ("企业新收24件，自然人新收108件，律所新收10件。", "自然人新收108件 t3.R01.C1"),
    ("企业新收42件，办结24件。", "企业新收42件 t3.R01.C2"),
    ("自然人办结184件：公开70件，部分公开20件，两项占38.0%；不予公开30件。", "两项占38.0% t3.R04.C1"),
    ("企业申请24件、上年结转2件，全年办结26件，其中予以公开9件、部分公开3件。", "全年办结26件 t3.R24.C2"),
    ("律师事务所提出申请10件，上年结转1件，全年共办结10件，予以公开3件。", "全年共办结10件 t3.R24.C5"),
    ("法律服务机构申请10件、上年结转1件，全年办结9件，予以公开2件、部分公开1件。", "予以公开2件 t3.R03.C5"),
    ("商业企业全年办结24件，其中予以公开9件、部分公开3件，二者占55.3%；自然人办结184件。", "二者占55.3% t3.R04.C2"),
    ("法律服务机构办结9件，予以公开3件、部分公开1件，两者之和占54.4%；企业办结24件。", "两者之和占54.4% t3.R04.C5"),
]


@pytest.mark.parametrize(("text", "quote"), ONE_KIND)
def test_the_whole_year_of_a_kind_is_compared_with_its_column(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


LAST_YEARS = [
    ("全年新收政府信息公开申请214件，加上年初在办的11件，已办结217件，结转8件。", ""),
    ("年初未办结申请11件，本年新收214件，办结217件。", ""),
    ("本年新收申请214件，期初结存11件，年末结转8件。", ""),
    ("新收申请214件，连同年初待办的11件，共应办理225件。", ""),
    ("全年新收政府信息公开申请214件，加上年初在办的8件，已办结217件。", "年初在办的8件 t3.R02.C7"),
    ("年初未办结申请17件，本年新收214件，办结217件。", "年初未办结申请17件 t3.R02.C7"),
    ("本年新收申请214件，加上年初在办的11件，225件申请均在法定期限内办结。", "均在法定期限内办结 t3.R25.C7"),
    ("本年新收申请214件，期初结存9件，年末结转8件。", "期初结存9件 t3.R02.C7"),
]


@pytest.mark.parametrize(("text", "quote"), LAST_YEARS)
def test_what_was_open_at_the_begin_of_the_year_is_carried_in(text: str, quote: str) -> None:
    assert told(wrong(text, "s1.request"), quote)


LISTED_KINDS = [
    ("s1.request", "收到的申请全部来自个人、企业和律师事务所，件数依次为180件、24件、10件。", ""),
    ("s1.request", "新收申请214件，均由自然人、商业企业以及法律服务机构提出。", ""),
    ("s1.request", "新收申请214件，均为自然人（180件）、商业企业（24件）或律师事务所（10件）提出。", ""),
    ("s3", "不予处理14件，均为信访举报投诉（8件）或重复申请（6件）。", ""),
    ("s3", "不予公开38件，都是执法案卷（13件）、行政查询事项（14件）、第三方合法权益（8件）或过程性信息（3件）。", ""),
    ("s3", "年末结转8件，均由自然人（4件）、企业（2件）和律师事务所（2件）提出。", ""),
    ("s1.request", "新收申请214件，均由自然人、商业企业以及科研机构提出。", "均由自然人 t3.R01.C4"),
    ("s3", "不予处理14件，均为信访举报投诉。", "均为信访举报投诉 t3.R16.C7"),
    ("s3", "不予处理14件，均为信访举报投诉（9件）或重复申请（5件）。", "重复申请（5件 t3.R17.C7"),
]


@pytest.mark.parametrize(("code", "text", "quote"), LISTED_KINDS)
def test_all_of_several_kinds_are_not_all_of_the_first(code: str, text: str, quote: str) -> None:
    assert told(wrong(text, code), quote)


PENDING = [
    ("诉讼6件，已结5件，尚有1件复议后起诉案件未结。", ""),
    ("诉讼6件，其中直接起诉2件，复议后起诉4件；1件经复议后起诉的案件尚未审结。", ""),
    ("行政诉讼6件，1件复议后起诉案件正在审理。", ""),
    ("诉讼6件，尚有2件复议后起诉案件未结。", "尚有2件复议后起诉 t4.after_review.pending"),
    ("诉讼6件，还有1件直接起诉案件没有审结。", "还有1件直接起诉 t4.direct.pending"),
    ("行政诉讼6件，其中5件复议后起诉，1件尚未审结。", "其中5件复议后起诉 t4.after_review.total"),
]


@pytest.mark.parametrize(("text", "quote"), PENDING)
def test_what_is_pending_of_one_way_to_court_is_no_total(text: str, quote: str) -> None:
    assert told(wrong(text, "s4"), quote)


SUMS = [
    (
        "不予公开占比较高，达38件，其中执法案卷13件、行政查询14件，两项合计27件；予以公开82件、部分公开24件，合计106件。",
        "",
    ),
    ("予以公开82件、部分公开24件，两项合计106件，占48.8%；不予公开38件，占17.5%。", ""),
    ("不予公开38件，其中执法案卷13件、行政查询事项14件，合计27件，占71.1%。", ""),
    ("信访类8件、重复申请6件，共计14件，占6.5%。", ""),
    ("执法案卷13件；不掌握47件、需另行制作7件，合计54件，占办结总数的24.9%。", ""),
    ("办结217件，予以公开82件、部分公开24件，两项合计106件，占37.8%。", "106件，占37.8% t3.R03.C7"),
    ("予以公开82件、部分公开24件，合计106件，占11.1%；不予公开38件。", "106件，占11.1% t3.R03.C7"),
    ("予以公开82件、不予公开38件，合计办结120件。", "合计办结120件 t3.R24.C7"),
    ("予以公开82件、部分公开24件、不予公开38件、无法提供54件，合计办结198件。", "合计办结198件 t3.R24.C7"),
]


@pytest.mark.parametrize(("text", "quote"), SUMS)
def test_a_bare_sum_is_that_of_the_results_just_named(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


MATTERS = [
    ("申请内容主要涉及企业登记档案、投诉举报处理、行政处罚三类，分别为71件、64件、58件，合计193件。", ""),
    ("从内容看，集中在行政许可和行政处罚两个方面，分别为30件和20件。", ""),
    ("申请事项涉及行政处罚、规划许可、征地拆迁，依次为12件、30件、41件。", ""),
    ("申请内容多涉及土地审批、行政强制，分别为12件、3件。", ""),
    ("涉及行政处罚的18件，涉及行政许可的22件，均已答复申请。", ""),
    ("作出行政许可、行政处罚决定分别为1250件、381件。", "381件 t2.penalty.decisions"),
    ("行政许可、行政处罚、行政强制分别为1520件、318件、45件。", "1520件 t2.licensing.decisions"),
    ("全年作出行政许可、行政处罚、行政强制决定，依次为1250件、318件、54件。", "54件 t2.coercion.decisions"),
]


@pytest.mark.parametrize(("text", "quote"), MATTERS)
def test_what_is_asked_for_is_no_decision_of_table_two(text: str, quote: str) -> None:
    assert told(wrong(text, "s1.request" if "申请" in text or "内容" in text else "s2"), quote)


@pytest.mark.parametrize(
    "text",
    [
        "新收申请1018件，上年结转59件，应办总量1077件，同比增长8.3%。",
        "上年结转20件，新收申请150件，比上年增长12.8%。",
        "上年末未办结6件，新收62件，同比增加40%。",
        "去年遗留3件，今年新收24件，同比上升20%，增加4件。",
    ],
)
def test_growth_is_not_reckoned_from_what_was_carried_in(text: str) -> None:
    assert wrong_ratios(text, 2024) == ()
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "上年收到申请940件，今年收到1077件，同比增长8.3%。",
        "去年为150件，新收申请169件，比上年增长22.7%。",
        "2023年新收62件，2024年新收93件，同比增长40%。",
    ],
)
def test_growth_is_reckoned_from_the_number_of_last_year(text: str) -> None:
    assert wrong_ratios(text, 2024)


SPLIT = [
    ("行政复议纠正率按已审结11件计算为45.5%，其中因程序瑕疵被确认违法或责令重新答复3件，因事实不清被撤销2件。", ""),
    ("复议机关因超越职权类瑕疵纠正4件，因事实不清被撤销1件。", ""),
    ("复议12件，因告知形式欠妥被责令重新答复2件，被撤销3件。", ""),
    ("复议12件，因程序瑕疵被撤销3件，因事实不清被撤销3件。", "因事实不清被撤销3件 t4.review.corrected"),
    ("行政复议12件，因告知形式欠妥被责令重新答复2件，被撤销4件。", "被撤销4件 t4.review.corrected"),
    ("复议12件，被撤销6件。", "被撤销6件 t4.review.corrected"),
]


@pytest.mark.parametrize(("text", "quote"), SPLIT)
def test_reasons_of_one_outcome_are_added_up(text: str, quote: str) -> None:
    assert told(wrong(text, "s4"), quote)


THINGS = [
    ("全市房屋征收项目较多的三个区来件量占53.6%。", ""),
    ("收到申请214件，来自5个街道的申请占70.1%。", ""),
    ("收到申请214件，其中两个行业申请占38.5%。", ""),
    ("收到申请214件，4家企业申请量占9.3%。", ""),
    ("收到申请214件，涉及征收的20件，占53.6%。", "20件，占53.6% t3.R24.C7"),
    ("收到申请214件，涉及学籍的30件占41.0%。", "30件占41.0% t3.R24.C7"),
    ("收到申请214件，涉及补偿的50宗，占32.4%。", "50宗，占32.4% t3.R24.C7"),
]


@pytest.mark.parametrize(("text", "quote"), THINGS)
def test_a_share_of_applications_is_not_one_of_districts(text: str, quote: str) -> None:
    assert told(wrong(text, "s1.request"), quote)


MEANT = [
    ("因本机关未掌握相关数据无法提供47件；需对现有数据加工、汇总的7件，已向申请人说明。", ""),
    ("无法提供54件：没有掌握有关资料的47件，需要将既有台账进行整理的7件。", ""),
    ("我局未保存该档案的47件，要对原始记录重新统计的7件。", ""),
    ("对现有信息进行汇总、分析才能提供的7件，告知无法提供。", ""),
    ("因本机关未掌握相关数据无法提供7件；需对现有数据加工、汇总的47件。", "相关数据无法提供7件 t3.R13.C7"),
    ("因本机关未掌握相关数据无法提供47件；需对现有数据加工、汇总的9件。", "加工、汇总的9件 t3.R14.C7"),
    ("无法提供54件：没有掌握有关资料的44件，需要将既有台账进行整理的10件。", "没有掌握有关资料的44件 t3.R13.C7"),
    ("我局未保存该档案的47件，要对原始记录重新统计的17件。", "重新统计的17件 t3.R14.C7"),
]


@pytest.mark.parametrize(("text", "quote"), MEANT)
def test_rows_are_known_by_what_they_mean(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


OWN_FIELD = [
    ("冀河市统计局", "作出统计行政处罚决定318件，办理许可1250件。", 0),
    ("冀河市统计局", "作出统计行政处罚决定381件。", 1),
    ("岚江市市场监督管理局", "全年实施市场监管行政处罚381件。", 1),
    ("岚江市水利局", "办理水利行政许可1520件。", 1),
    ("岚江市自然资源和规划局", "全年办理规划行政许可152件。", 0),
    ("岚江市教育体育局", "实施体育行政处罚12件。", 0),
    ("岚江市人民政府", "作出交通行政处罚98件、水利行政处罚12件。", 0),
    ("岚江市统计局", "作出治安行政处罚12件。", 0),
]


@pytest.mark.parametrize(("unit", "text", "many"), OWN_FIELD)
def test_the_whole_field_of_a_unit_narrows_none_of_its_decisions(unit: str, text: str, many: int) -> None:
    assert len(wrong(text, "s1.active", unit)) == many


MANY = [
    ("存在问题：行政查询类申请偏多，全年达14件，占不予公开总数的36.8%。", ""),
    ("不掌握的申请占比较高，达47件；答复说理不够充分。", ""),
    ("行政查询事项14件，占不予公开的36.8%，分流引导不足。", ""),
    ("不动产查询类申请偏多，全年达140件，群众跑腿次数多。", ""),
    ("来访查询较多，达320件，窗口力量不足。", ""),
    ("存在问题：行政查询类申请偏多，全年达14件，占不予公开总数的63.8%。", "占不予公开总数的63.8% t3.R12.C7"),
    ("不掌握的申请占比较高，达74件；答复说理不够充分。", "达74件 t3.R13.C7"),
    ("行政查询类申请较多，达41件，分流引导不足。", "达41件 t3.R12.C7"),
]


@pytest.mark.parametrize(("text", "quote"), MANY)
def test_what_is_said_to_be_many_is_counted_behind(text: str, quote: str) -> None:
    assert told(wrong(text, "s5"), quote)


SYSTEMS = [
    ("全市自然资源部门收到申请214件；上年结转11件，结转下年度8件，办结217件。", 0),
    ("全市公安机关收到申请890件；上年结转41件，结转下年度80件，办结851件。", 0),
    ("全市自然资源部门收到申请890件；上年结转41件，结转下年度80件，办结851件。", 0),
    ("全市自然资源部门收到申请214件；上年结转8件，结转下年度11件，办结271件。", 3),
    ("全市规划部门收到申请214件，上年结转11件，办结271件。", 1),
    ("全市自然资源和规划系统收到申请214件，上年结转11件，办结271件。", 1),
]


@pytest.mark.parametrize(("text", "many"), SYSTEMS)
def test_the_offices_of_the_own_field_are_those_of_the_table_if_one_number_is(text: str, many: int) -> None:
    assert len(wrong(text, "s1.request")) == many


NAMES = [
    ("以区政府、区政府办公室名义制发行政规范性文件6件，废止2件，现行有效31件。", 0),
    ("区政府办公室制发行政规范性文件3件，废止1件，现行有效13件。", 0),
    ("以区政府办公室名义制发行政规范性文件2件，废止2件，现行有效13件。", 0),
    ("以区政府、区政府办公室名义制发行政规范性文件6件，废止2件，现行有效13件。", 1),
    ("区政府办公室印发行政规范性文件6件，废止3件，现行有效31件。", 1),
    ("以市政府和市政府办公室名义制发规范性文件8件，废止2件，现行有效31件。", 0),
    ("全区制发行政规范性文件6件，其中区政府办公室制发2件；废止2件；现行有效31件。", 0),
]


@pytest.mark.parametrize(("text", "many"), NAMES)
def test_the_third_number_of_a_row_is_compared_where_two_are_those_of_the_table(text: str, many: int) -> None:
    assert len(wrong(text, "s1.manage", "桐湖区人民政府")) == many


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s3", "不予处理的14件全部为信访举报投诉（8件）、重复申请（6件）。", ""),
        ("s3", "执法案卷13件、行政查询14件、第三方8件、过程性信息3件，合计38件，全部为不予公开。", ""),
        ("s4", "行政复议12件，纠正5件；纠正的5件中，因程序违法被确认违法2件，因事实不清被撤销3件。", ""),
        ("s1.request", "上年年末在办的11件均已办结，新收214件办结206件。", ""),
        ("s3", "不予处理的14件全部为信访举报投诉。", "不予处理的14件 t3.R16.C7"),
        ("s1.request", "上年年末在办的21件均已办结。", "上年年末在办的21件 t3.R02.C7"),
        ("s4", "行政复议12件，其中纠正5件，被诉9件。", "被诉9件 t4.direct.total"),
    ],
)
def test_frames_that_hold_for_all_of_a_list(code: str, text: str, quote: str) -> None:
    assert told(wrong(text, code), quote)


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s1.request", "214件申请涉及征收补偿98件、规划许可62件、行政处罚14件、其他40件。", ""),
        ("s3", "自然人申请予以公开70件、部分公开20件，占自然人办结数的48.9%。", ""),
        ("s3", "企业申请公开9件、部分公开3件、不予公开5件。", ""),
        ("s3", "申请予以公开70件、部分公开24件。", "予以公开70件 t3.R03.C7"),
        ("s1.request", "收到申请214件，作出行政处罚14件。", "行政处罚14件 t2.penalty.decisions"),
        ("s1.request", "企业申请42件，自然人申请180件。", "企业申请42件 t3.R01.C2"),
    ],
)
def test_lists_of_matters_and_of_one_kind(code: str, text: str, quote: str) -> None:
    assert told(wrong(text, code), quote)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("不掌握47件、需制作7件，合计54件，占24.9%；信访8件、重复6件，合计14件，占6.5%。", False),
        ("公开行政许可1250条、行政处罚318条，占公开总量的35.2%。", False),
        ("发放问卷200份，回收有效问卷150份、占82%。", True),
        ("公开信息1200条，其中政策文件300条，占35%。", True),
    ],
)
def test_what_stands_beside_a_number_is_no_whole_of_it(text: str, is_wrong: bool) -> None:
    assert bool(wrong_ratios(text, 2024)) is is_wrong


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("办结217件，其中不予公开38件、不予处理14件、其他处理5件，合计占26.3%。", ""),
        ("无法提供54件、不予公开38件、不予处理14件，三项合计占48.8%。", ""),
        ("公开和部分公开106件，不予处理14件、其他处理5件，合计占8.8%。", ""),
        ("公开82件、部分公开24件，不予处理14件、其他处理5件，两项合计占8.8%。", ""),
        ("办结217件，其中不予公开38件、不予处理14件、其他处理5件，合计占28.3%。", "合计占28.3%"),
        ("无法提供54件、不予公开38件、不予处理14件，三项合计占24.0%。", "三项合计占24.0%"),
        ("公开82件、部分公开24件，不予处理14件、其他处理5件，两项合计占6.5%。", "合计占6.5%"),
    ],
)
def test_a_percentage_of_several_results_is_that_of_all_of_them(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("商业企业申请结果：公开9件，部分公开3件，本机关不掌握5件，需另行制作1件，结转下年2件。", ""),
        ("法律服务机构：予以公开3件、部分公开1件，结转下年2件。", ""),
        ("企业申请的处理去向：公开9件，部分公开3件，不予公开5件。", ""),
        ("自然人申请：公开70件，部分公开20件；企业申请：公开9件，部分公开3件。", ""),
        ("企业：24件，占11.2%。其中予以公开9件，占37.5%。", ""),
        ("企业申请办理情况：公开9件；部分公开3件；结转下年2件。", ""),
        ("企业申请的处理去向：已办结24件。其中公开9件、部分公开6件。", "部分公开6件 t3.R04.C2"),
        ("企业：公开9件，部分公开3件，本机关不掌握7件。", "不掌握7件 t3.R13.C2"),
        ("商业企业申请结果：公开9件，结转下年4件。", "结转下年4件 t3.R25.C2"),
        ("自然人申请：公开72件，部分公开20件。", "公开72件 t3.R03.C1"),
        ("申请结果：公开82件，部分公开29件。", "部分公开29件 t3.R04.C7"),
    ],
)
def test_a_kind_before_a_colon_holds_for_all_behind_it(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("新收214件，上年结转11件。内容集中在征地拆迁、规划许可和不动产三类，合计158件。", False),
        ("今年收到214件，其中个人180件。申请主要涉及补偿标准、用地批文，共计97件。", False),
        ("新收24件，结转2件。诉求多围绕工资支付、社保缴纳，总计19件。", False),
        ("新收214件，上年结转11件。合计235件。", True),
        ("全年新收24件，结转2件。以上合计28件。", True),
        ("新收24件，结转2件，情况属实。全部办理，合计28件。", True),
    ],
)
def test_a_total_of_matters_that_are_named_refers_to_nothing_above(text: str, is_wrong: bool) -> None:
    assert any(one.kind == "refers" for one in wrong_sums(text, 2024)) is is_wrong


@pytest.mark.parametrize(("total", "is_wrong"), [(152, False), (153, True), (331, True)])
def test_numbers_compared_with_are_no_parts_of_a_total(total: int, is_wrong: bool) -> None:
    text = f"收到申请146件，较2022年的173件减少27件；另承接上年未办结的6件。{total}件中已答复148件。"
    assert any(one.kind == "refers" for one in wrong_sums(text, 2024)) is is_wrong
