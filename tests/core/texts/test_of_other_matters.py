"""What is told of other matters beside the own ones: not counted here, by other hands, of other cases (N-04 … N-24)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of, found_in, told, wrong_claims, wrong_quotes

_CELLS: dict[str, Number] = {
    "t2.fees.amount": 3,
    "t3.R01.C1": 30, "t3.R01.C2": 8, "t3.R03.C1": 20, "t3.R03.C2": 8, "t3.R13.C1": 10,
    "t4.review.upheld": 9, "t4.review.corrected": 2, "t4.review.other": 3, "t4.review.pending": 2,
    "t4.direct.upheld": 5, "t4.direct.pending": 2, "t4.after_review.upheld": 4, "t4.after_review.other": 4,
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        # by what cases are about, and what came of them
        ("s4", "全年行政复议16件，按答复类型分，针对无法提供的9件、针对不予公开的7件；已审结的14件中，9件维持。", ""),
        ("s4", "行政复议16件，针对无法提供的9件、针对不予公开的7件；已审结的13件中，9件维持。", "已审结的13件"),
        ("s4", "行政复议16件，由省公安厅审理5件，由市人民政府审理11件。", ""),
        ("s4", "行政复议16件，截至年底正在审理5件。", "正在审理5件"),
        # said to be no part of the report
        ("s4", "行政复议16件。分局案件由各分局统计，全年合计复议22件、诉讼9件，不含在上列数字内。", ""),
        ("s4", "行政复议22件、诉讼9件，均已按要求填报。", "行政复议22件、诉讼9件"),
        ("s2", "行政事业性收费3万元。自来水费由村集体收取，共计61.3万元，与本栏无关。", ""),
        ("s2", "行政事业性收费61.3万元，与上年持平。", "61.3万元"),
        ("s4", "全县局委共发生复议案件19件，其中我局16件；二审案件24件，均与我局无关。", ""),
        ("s4", "行政复议16件；诉讼案件24件，均与我局无关。", ""),
        ("s4", "行政复议16件；诉讼案件24件，均不涉及我局。", ""),
        ("s4", "行政复议16件；诉讼案件24件，无一涉及我局。", ""),
        ("s4", "行政复议16件；诉讼案件24件，均涉及我局。", "诉讼案件24件"),
        ("s4", "行政复议16件；诉讼案件24件，其中2件与我局无关。", "诉讼案件24件"),
        ("s4", "行政复议16件；诉讼案件24件，部分诉求与我局无关。", "诉讼案件24件"),
        # what came of a case that is not the office's own
        ("s4", "行政处罚引发的复议1件，结果维持，不属于本部分统计内容。", ""),
        # whose office: 县局 of a county's bureau
        ("s4", "涉县局政府信息公开行政复议案件16件，其中维持9件，纠正3件。", "纠正3件"),
        # bases of percentages, and what both are together
        ("s4", "行政复议16件、诉讼15件，分别占全县同类行政复议案件（164件）的9.8%、行政诉讼案件（58件）的25.9%。", ""),
        ("s4", "行政复议16件（与上年持平），行政诉讼案件（18件）均已应诉。", "行政诉讼案件（18件"),
        ("s4", "行政复议16件。复议量占当年办结申请的42.1%。", ""),
        ("s3", "予以公开的28件占办结数的73.7%，加上无法提供的10件，达到全部。", ""),
        ("s3", "上年结转的1月已办结。当年的38件办结36件，其中延期的4件。", ""),
        ("s3", "当年的38件办结36件，其中延期的4件。", "办结36件"),
        # what stands near a number need not be said of it
        ("s4", "行政复议9件，申请人均未提起行政诉讼。", "行政复议9件"),
        ("s3", "全年新收申请39件，与本机关无关的均告知申请人向有关单位提出。", "新收申请39件"),
        ("s3", "上年结转的已办结，收到申请39件，今年增加6件。", "收到申请39件"),
        ("s3", "本年新收申请39件，本年同比增加5件。", "新收申请39件"),
        ("s4", "行政诉讼15件，直接起诉1件，目前在审。", "直接起诉1件"),
        ("s4", "全市共被申请复议132件，维持80件，纠正21件，我局16件。", ""),
        ("s4", "全市共被申请复议132件，我局17件。", "我局17件"),
        # names of some bodies for all of them
        ("s3", "自然人提交30件，企业、律所等单位提交的8件。", ""),
        ("s3", "自然人提交30件，企业、律所等单位提交的9件。", "提交的9件"),
        ("s3", "其中自然人提交20件，企业、律所等单位填写了回执的9件。", "自然人提交20件"),
        ("s4", "涉市局政府信息公开行政复议案件18件，其中维持9件。", ""),
    ],
)  # fmt: skip
def test_of_other_matters(code: str, text: str, quote: str) -> None:
    found = wrong_quotes(filled("平川县水利局", code, text, _CELLS))
    assert told(found, quote) or (quote and any(quote.startswith(one) for one in found))


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("行政复议16件，已审结14件。行政诉讼方面，15件中直接起诉7件、复议后起诉8件。", False),
        ("收到申请16件，办结14件。15件中自然人提出7件。", True),
        ("编发简报18期，比上年减少4期，上年为24期。", True),
        ("编发简报18期，比上年减少6期，上年为24期。", False),
        ("编发简报18期，比2023年减少6期（2023年为24期）。", False),
    ],
)
def test_numbers_that_stand_above(text: str, is_wrong: bool) -> None:
    assert bool(wrong_sums(text, 2024)) == is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("受训民警964人次。委托代理律师4名，出庭应诉负责人11人次，出庭率91.67%。", False),
        ("行政诉讼开庭12人次，负责人出庭应诉11人次，出庭率95%。", True),
        ("行政诉讼开庭12人次，负责人出庭应诉11人次，出庭率91.67%。", False),
    ],
)
def test_who_went_to_court(text: str, is_wrong: bool) -> None:
    assert bool(wrong_ratios(text, 2024)) == is_wrong


def test_a_total_that_a_list_comes_to_is_of_its_cells() -> None:
    text = "予以公开28件、无法提供10件，两项合计38件，占办理结果总数38件的97%。"
    (claim,) = wrong_claims(filled("平川县水利局", "s3", text, _CELLS))
    assert {"t3.R03.C7", "t3.R13.C7"} <= set(claim.cells)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("石桥街道2024年因政府信息公开被提起行政诉讼情况。", True),
        ("我局全年因政府信息公开被提起行政诉讼的情况。", True),
        ("石桥街道2024年因政府信息公开被提起行政诉讼1件。", False),
    ],
)
def test_a_name_of_cases_behind_the_year(text: str, is_wrong: bool) -> None:
    report = filled("东屏区石桥街道办事处", "s4", f"行政复议1件，结果维持。{text}", {"t4.review.upheld": 1})
    assert bool(findings_of(report, "N-20")) == is_wrong


def test_a_time_is_no_name_of_a_street() -> None:
    unit = "东屏区石桥街道办事处"
    assert not found_in("N-10", 2024, "s5", unit, "当前街道政府信息公开工作存在两个问题。")
    assert found_in("N-10", 2024, "s5", unit, "永宁街道政府信息公开工作存在两个问题。")


def test_pages_are_counted_each_time() -> None:
    (wrong,) = wrong_sums("抽查网站和政务新媒体共326个次，其中政府网站118个次，政务新媒体218个次。", 2024)
    assert (wrong.total, wrong.parts) == (326, (118, 218))


@pytest.mark.parametrize(
    ("unit", "text", "quote"),
    [
        ("江岚区人民政府", "区政府本机关新收12件、办结11件，分别占全区的31.6%和28.9%。", ""),
        ("江岚区人民政府", "38件新收申请中区政府本机关12件，区政府部门20件，镇（街道）6件。", ""),
        ("江岚市公安局", "局本机关新收12件、办结11件，分局新收26件。", ""),
        ("江岚区人民政府", "区政府本机关新收38件、办结39件。", "办结39件"),
        ("江岚区人民政府", "本机关新收12件。", "新收12件"),
        ("江岚区人民政府", "全区新收39件，区政府本机关办结11件。", "新收39件"),
    ],
)
def test_a_government_s_own_office_is_less_than_all(unit: str, text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(unit, "s3", text, _CELLS)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("没有予以公开或部分公开的10件，均说明了理由。", ""),
        ("既没有公开也没有部分公开的10件，均说明了理由。", ""),
        ("未获公开或部分公开的申请10件。", ""),
        ("没有公开和部分公开的10件，均说明了理由。", ""),
        ("没有予以公开或部分公开的12件，均说明了理由。", "12件"),
        ("没有公开或部分公开的28件，均说明了理由。", "28件"),
        ("没有一件超期，予以公开或部分公开的10件。", "10件"),
        # of those told in the sentence before
        ("8件企业申请来自两家机构，要的是评标结果。我局对其中8件予以公开。", ""),
        ("关于学区的申请有6件，多为家长提出。经审查，我局对其中5件予以公开，1件无法提供。", ""),
        ("企业申请8件，多是培训机构提的。我局对其中7件予以公开。", "7件"),
        ("新收申请38件，多于上年。我局对其中18件予以公开。", "18件"),
    ],
)
def test_what_is_told_of_some_of_them(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("平川县教育局", "s3", text, _CELLS)), quote)
