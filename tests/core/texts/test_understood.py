"""A number is judged only where all the words around it are known; what is not understood is listed and left alone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.report.entry_text import Number
from core.texts.claims.claim import Claim
from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import claims_in, filled

CELLS = {
    "t3.R01.C1": 15,
    "t3.R02.C1": 2,
    "t3.R03.C1": 12,
    "t3.R05.C1": 4,
    "t3.R25.C1": 1,
    "t4.review.upheld": 2,
    "t4.review.corrected": 1,
    "t4.after_review.upheld": 1,
    "t2.normative.in_force": 8,
}


def claims_of(text: str, code: str = "s1.request", cells: Mapping[str, Number] = CELLS) -> list[Claim]:
    return claims_in(filled("青原县住房和城乡建设局", code, text, cells))


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("依申请公开中，引导撤回重复申请3件。", "引导撤回"),
        ("管委会直接收到的政府信息公开申请9件。", "管委会直"),
        ("各村收到信息公开申请9件。", "村"),
        ("代县政府办公室受理政府信息公开申请4件。", "代"),
        ("政府信息公开申请答复规范；受理群众爆料60件，答复58件。", "爆料"),
        ("下属学校未收到政府信息公开申请。", "下、学校"),
    ],
)
def test_a_number_among_unknown_words_is_listed_and_not_judged(text: str, unknown: str) -> None:
    found = claims_of(text)
    assert all(claim.agrees is not False for claim in found)
    assert any(f"“{unknown}" in claim.meaning and "未识别" in claim.meaning for claim in found), found


@pytest.mark.parametrize(
    "text",
    [
        "我局共收到政府信息公开申请16件。",
        "县住建局全年收到政府信息公开申请16件。",
        "青原县住房和城乡建设局本年度共收到公民、法人和其他组织提出的政府信息公开申请16件。",
        "2024年，我局通过网络、信函等渠道收到信息公开申请共计16件。",
        "因需征求第三方意见等原因，结转下年度继续办理3件。",
        "依申请公开方面，收到申请17件，办结10件。",
        "青原县共收到政府信息公开申请19件。",
        "政府信息公开申请办结20件，7件在法定期限内继续办理。",
    ],
)
def test_a_wrong_number_among_known_words_is_found(text: str) -> None:
    assert any(claim.agrees is False for claim in claims_of(text))


def test_what_stands_in_brackets_behind_another_year_is_of_that_year() -> None:
    text = "政府信息公开行政复议3件，与2023年（复议5件）相比有所下降。"
    assert [claim.agrees for claim in claims_of(text, "s4")] == [True, None]


def test_those_dealt_with_of_the_new_ones_are_no_total() -> None:
    text = "新收申请15件，答复14件，结转1件到2025年；上年度结转的2件，已于2024年1月办结。"
    assert all(claim.agrees is not False for claim in claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "办结的16件申请中，按期答复13件，延期答复3件。",
        "向3名申请人各答复1件政府信息公开申请。",
        "政府信息公开申请予以公开12件，其余6件为不予公开、无法提供等情形。",
        "政府信息公开申请总量由9件增至15件，不予公开由7件降至4件。",
        "第一季度收到政府信息公开申请3件、二季度5件。",
    ],
)
def test_a_part_is_no_total(text: str) -> None:
    assert all(claim.agrees is not False for claim in claims_of(text))


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("县住建局主动公开政府信息310条；办理行政许可50件，行政处罚9件，行政事业性收费3.5万元。", 3),
        ("全年公开行政许可50件、行政处罚9件；行政强制2件。", 0),
        ("主动公开政府信息310条；其中行政许可50件，行政处罚9件。", 0),
        ("公开行政许可信息50件，行政事业性收费3.5万元。", 1),
    ],
)
def test_what_was_published_ends_with_its_own_total(text: str, judged: int) -> None:
    assert [claim.agrees for claim in claims_of(text, "s1.active")].count(False) == judged


ROWS = {
    "t3.R01.C1": 9,
    "t3.R02.C1": 2,
    "t2.normative.in_force": 5,
    "t3.R08.C1": 1,
    "t3.R09.C1": 2,
    "t3.R13.C1": 5,
    "t3.R14.C1": 3,
}


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("不掌握或需制作而无法提供的8件。", True),
        ("不掌握或需制作而无法提供的5件。", False),
        ("因第三方不同意而不公开1件。", True),
        ("因第三方不同意而不公开3件。", False),
        ("其中因商户反对而不公开1件。", None),
        ("不掌握或者商户反对无法提供的4件。", None),
        ("12件申请由自然人提出9件。", True),
        ("去年转入本年的3件，连同本年新收的9件，共计12件。", None),
        ("2023年底未办结的2件，2024年1月均已答复；新收申请9件，年内答复9件。", None),
        ("自然人和企业申请合计9件。", True),
        ("自然人和企业申请合计8件。", False),
        ("自然人和公民申请合计9件。", True),  # the same ones, named twice
        ("媒体和自然人申请合计8件。", None),
    ],
)
def test_rows_are_narrowed_or_added_as_the_words_say(text: str, agrees: bool | None) -> None:
    assert claims_of(text, "note.t3", ROWS)[-1].agrees is agrees


def test_numbers_of_a_whole_place_are_not_those_of_a_bureau() -> None:
    assert all(claim.agrees is not False for claim in claims_of("全县共收到政府信息公开申请210件。"))


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("因政府信息公开被诉的案件均为复议后起诉。", True),
        ("因政府信息公开被诉的案件均为未经复议直接起诉。", False),
        ("没有复议后再起诉的案件。", False),
        ("政府信息公开复议案件没有一件被撤销、变更。", False),
        ("政府信息公开行政复议案件无一败诉。", False),
        ("政府信息公开行政复议中，确认违法1件。", True),
        ("政府信息公开行政复议3件，还没有审完1件。", False),
        ("政府信息公开行政诉讼1件，对被纠正的1件复议案件已重新答复。", True),
        ("政府信息公开案件中，经复议起诉1件。", True),
        ("政府信息公开行政诉讼1件，未出现败诉。", True),
        ("因征收补偿信息公开引发行政复议4件。", False),
        ("因征收补偿信息公开引发行政复议2件。", None),
    ],
)
def test_what_is_said_of_all_cases(text: str, agrees: bool) -> None:
    found = [claim.agrees for claim in claims_of(text, "s4") if claim.key != "unknown"]
    assert found[-1] is agrees


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("政府信息公开申请中，未收到商业企业、科研机构的申请。", True),
        ("未收到自然人提出的政府信息公开申请。", False),
        ("政府信息公开申请无部分公开、无法提供情形。", True),
        ("政府信息公开申请没有不予公开的。", False),
        ("上年与下年均无结转。", False),
    ],
)
def test_lists_of_what_there_is_none_of(text: str, agrees: bool) -> None:
    found = claims_of(text)
    assert found
    assert all(claim.agrees is agrees for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "公开信息156条，其中网站131条，占84%；微信25条，占16%。",
        "发放问卷200份，收回185份，满意174份，满意率94.1%。",
        "满意174份，满意率97.0%。",
        "公开信息135条，比上年的120条增长12.5%。",
        "新收126件（去年是88件），增长43.2%。",
        "公开信息156条，约占全市的30%。",
        "网站131条、微信25条，分别占84%、16%。",
        "办理提案12件，办结率100%。",
        "公开信息135条，同比增长12.5%。",
        "公开信息约135条，比上年的120条增长15%。",
        "发布信息约30篇，同比增加10篇，增长60%。",
        "受理咨询18件，与上年的约14件相比增加4件，增长25%。",
        "收到申请约16件，较上年增长33.3%（2023年为10件）。",
        "主动公开政府信息300条，占比由40%提高到45%。",
        "培训120人，合格率98.5%。",
        "开展检查4次，发现问题26个，整改25个，整改率96.2%。",
    ],
)
def test_true_percentages_are_silent(text: str) -> None:
    assert wrong_ratios(text, 2024) == ()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("公开信息156条，其中网站131条，占84%；微信25条，占26%。", "16%"),
        ("收回185份，满意174份，满意率97.0%。", "94.1%"),
        ("公开信息135条，比上年的120条增长15%。", "12%"),
        ("公开信息96条，较上年的120条下降25%。", "20%"),
    ],
)
def test_a_percentage_that_its_numbers_do_not_give_is_named(text: str, right: str) -> None:
    assert [wrong.right for wrong in wrong_ratios(text, 2024)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "予以公开36件，其中涉及档案的33件，部分公开10件，不予公开7件。",
        "行政诉讼5件：未经复议直接起诉3件，复议后起诉2件，已审结的4件均未被纠正。",
        "行政诉讼共9件：直接起诉6件，已判4件，其中败诉1件；复议后起诉3件，维持2件。",
        "年内答复234件中，20个工作日内答复201件，延期后答复33件。",
    ],
)
def test_lists_that_may_end_anywhere_are_left_alone(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "办理行政许可519件，包括林木采伐402件、林地占用38件、其他82件。",
        "制发公文512份，其中主动公开191份，依申请公开136份，不予公开175份。",
        "发现问题26个，其中已整改23个，正在整改4个。",
        "21件办结答复中，以电子邮件方式送达12件，邮政快递送达7件，当面领取3件。",
        "公开408条，涉及保障房96条、物业43条、工程128条，以上三大类合计418条。",
    ],
)
def test_lists_that_differ_from_their_total(text: str) -> None:
    assert len(wrong_sums(text, 2024)) == 1


def test_the_outcome_that_the_only_case_had_is_named_beside_the_wrong_one() -> None:
    *_, claim = claims_of("行政复议1件，结果维持。", "s4", {"t4.review.corrected": 1, "t4.direct.upheld": 1})
    assert claim.cells == ("t4.review.upheld", "t4.review.corrected")


def test_the_applicants_of_some_results_are_not_those_of_all_applications() -> None:
    cells = {"t3.R01.C1": 10, "t3.R01.C2": 14, "t3.R03.C1": 10}
    found = claims_of("予以公开10件，申请人均为自然人。", cells=cells)
    assert {claim.agrees for claim in found} == {True}


@pytest.mark.parametrize(("cells", "agrees"), [((12, 3), True), ((3, 12), False)])
def test_the_main_kind_of_applicants_is_compared_with_the_others(cells: tuple[int, int], *, agrees: bool) -> None:
    given = {"t3.R01.C1": cells[0], "t3.R01.C2": cells[1]}
    (claim,) = claims_of("申请人以自然人为主。", cells=given)
    assert claim.agrees is agrees
