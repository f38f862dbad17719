"""Results told of a right number before them are no more than the table has of such (N-05, N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import claims_in, filled, wrong_claims, wrong_quotes

UNIT = "石浦市商务局"
CELLS = {
    "t3.R01.C1": 14,
    "t3.R01.C2": 6,
    "t3.R01.C5": 3,
    "t3.R03.C1": 5,
    "t3.R03.C2": 3,
    "t3.R03.C5": 1,
    "t3.R04.C1": 2,
    "t3.R04.C2": 1,
    "t3.R13.C1": 5,
    "t3.R13.C2": 2,
    "t3.R13.C5": 2,
    "t3.R25.C1": 2,
}
REVIEWS = {"t4.review.upheld": 2, "t4.review.corrected": 1}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("商业企业申请6件，其中3件予以公开，2件部分公开，1件不掌握。", "t3.R04.C2"),
        ("商业企业申请6件，其中4件予以公开，2件不掌握。", "t3.R03.C2"),
        ("法律服务机构申请3件，其中2件予以公开，1件不掌握。", "t3.R03.C5"),
        ("商业企业年内提出的6件申请，内容涉及展会补贴，经审查均予以公开。", "t3.R03.C2"),
        ("法律服务机构全年提交申请3件，多为代理案件所需，经研究全部予以公开。", "t3.R03.C5"),
        ("律师事务所递交的3件申请，均予以公开。", "t3.R03.C5"),
        ("自然人申请14件，主要涉及征收，均在法定期限内答复。", "t3.R24.C1"),
        ("法律服务机构申请3件，围绕招商合同，全部部分公开。", "t3.R04.C5"),
    ],
)
def test_more_than_the_column_of_a_kind_has(text: str, cell: str) -> None:
    wrong = wrong_claims(filled(UNIT, "s3", text, CELLS))
    assert [claim.cells[0] for claim in wrong] == [cell]


@pytest.mark.parametrize(
    "text",
    [
        "商业企业申请6件，其中3件予以公开，1件部分公开，2件不掌握。",
        "商业企业申请6件，其中公开4件，不掌握2件。",
        "自然人14件、商业企业6件，其中部分公开3件。",
        "自然人14件；商业企业6件，其中部分公开3件、不掌握3件。",
        "商业企业申请6件，其中2件部分公开。",
        "商业企业申请6件，能够公开的均予以公开。",
        "商业企业申请6件，符合条件的全部予以公开。",
        "商业企业申请6件，答复文书均予以公开。",
        "商业企业申请6件，均已按期答复。",
        "商业企业申请6件，均在10个工作日内答复。",
        "商业企业申请6件，第三方均同意公开。",
        "自然人申请14件，均在承诺时限内答复，尚有2件未到期。",
        "2022年商业企业申请6件，均予以公开。",
        "不予公开0件，商业企业申请6件，其中4件予以公开，2件不掌握；",
    ],
)
def test_what_may_be_right_of_a_kind(text: str) -> None:
    assert wrong_quotes(filled(UNIT, "s3", text, CELLS)) == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("集团收到用户提交的信息公开申请3件，内容涉及管网改造，3件均予以公开。", True),
        ("集团收到用水户提交的信息公开申请3件，2件予以公开，1件不掌握。", False),
        ("集团收到用水户提交的信息公开申请2件，2件均予以公开。", False),
        ("集团收到新用户提交的信息公开申请2件，均予以公开。", False),
    ],
)
def test_all_there_are_whoever_asked(text: str, is_wrong: bool) -> None:
    cells = {"t3.R01.C1": 3, "t3.R03.C1": 2, "t3.R13.C1": 1}
    assert bool(wrong_quotes(filled("石浦水务集团有限公司", "s3", text, cells))) == is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("因林权档案公开引发行政复议3件，县政府均维持了我局的答复。", True),
        ("围绕摊位招租合同答复引发行政复议3件，复议机关维持3件。", True),
        ("围绕摊位招租合同答复引发行政复议3件，复议机关维持2件、纠正1件。", False),
        ("摊位招租行政复议3件，复议机关均维持。", False),
        ("因林权档案公开引发行政复议2件，县政府均维持了我局的答复。", False),
    ],
)
def test_all_cases_whatever_they_are_about(text: str, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled(UNIT, "s4", text, REVIEWS))) == is_wrong


def test_a_total_that_is_that_of_those_upheld_is_one_slip() -> None:
    report = filled(UNIT, "s4", "我局因政府信息公开被申请行政复议2件，均获维持。", REVIEWS)
    assert wrong_quotes(report) == ["我局因政府信息公开被申请行政复议2件"]


@pytest.mark.parametrize("office", ["市水利局", "市自然资源和规划局"])
def test_all_of_a_number_that_nothing_is_known_of(office: str) -> None:
    report = filled("石浦市人民政府", "s3", f"{office}收到申请4件，均已按期办结。", CELLS)
    assert not any(claim.agrees is False for claim in claims_in(report))


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        ("石浦市自然资源和规划局", "市自然资源和规划局共收到申请23件，"),
        ("石浦市规划局", "2024年度市规划局收到申请23件，"),
        ("石浦市医疗保障局", "全年市医保局收到政府信息公开申请23件，"),
        ("石浦市公证和招标采购局", "市公证和招标采购局受理申请23件，"),
    ],
)
def test_names_of_offices_are_no_services(unit: str, head: str) -> None:
    assert wrong_quotes(filled(unit, "s3", f"{head}全部按期办结。", CELLS)) == ["全部按期办结"]


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        ("石浦县人力资源和社会保障局", "县人力资源和社会保障局"),
        ("石浦市安平区工业和信息化局", "区工业和信息化局"),
        ("石浦县文化广电和旅游局", "2024年县文化广电和旅游局"),
    ],
)
def test_own_names_without_their_place(unit: str, head: str) -> None:
    report = filled(unit, "s3", f"{head}新收申请19件。", CELLS)
    assert len(wrong_quotes(report)) == 1
    other = filled(unit, "s3", f"{head}下属单位新收申请19件。", CELLS)
    assert wrong_quotes(other) == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("对不予处理的2件申请，认定为重复申请。", True),
        ("不予处理2件，经审查认定为重复申请，不再处理。", True),
        ("不予处理2件，认定为信访事项1件、重复申请1件。", False),
        ("不予处理2件，认定为信访事项或重复申请。", False),
        ("经检索无法提供的10件，均因相关信息不属于本局职责范围、本机关不掌握。", True),
        ("经检索无法提供的10件，多因相关信息不属于本局职责范围。", False),
        ("另有来信10件，不属于本局职责范围。", False),
    ],
)
def test_all_of_a_group_in_one_row(text: str, is_wrong: bool) -> None:
    cells = {"t3.R01.C1": 12, "t3.R13.C1": 9, "t3.R14.C1": 1, "t3.R16.C1": 1, "t3.R17.C1": 1}
    assert bool(wrong_quotes(filled(UNIT, "s3", text, cells))) == is_wrong
