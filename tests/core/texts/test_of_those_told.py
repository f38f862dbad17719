"""Numbers of those told just before, and what goes on with them: 这29件均已答复, 审结案件中 (N-01, N-04 to N-07)."""

from __future__ import annotations

from datetime import date

import pytest

from core.validation.validation import check_report
from tests.core.texts.filled_reports import filled, wrong_quotes

UNIT = "云溪县人民政府"
# fmt: off
CASES = {
    "t4.review.upheld": 6, "t4.review.corrected": 2, "t4.review.other": 1, "t4.review.pending": 1,
    "t4.review.total": 10, "t4.direct.upheld": 3, "t4.direct.other": 1, "t4.direct.total": 4,
}
REQUESTS = {
    "t3.R01.C1": 178, "t3.R02.C1": 1, "t3.R03.C1": 171, "t3.R16.C1": 1, "t3.R22.C1": 1, "t3.R25.C1": 6,
}
FIRMS = {
    "t3.R01.C1": 80, "t3.R01.C5": 40, "t3.R02.C5": 2, "t3.R03.C1": 60, "t3.R03.C5": 30, "t3.R05.C1": 2,
    "t3.R07.C1": 3, "t3.R13.C1": 15, "t3.R13.C5": 8, "t3.R25.C5": 4,
}
DOCUMENTS = {"t2.normative.issued": 9, "t2.normative.repealed": 5, "t2.normative.in_force": 63}
# fmt: on


def wrong(code: str, text: str, unit: str = UNIT) -> list[str]:
    cells = {"s2": DOCUMENTS, "s3": REQUESTS, "s4": CASES}[code]
    return wrong_quotes(filled(unit, code, text, cells))


@pytest.mark.parametrize(
    "text",
    [
        "县政府本级新收的29件中，16件要求公开土地征收批复。这29件均在收到之日起20个工作日内答复，没有申请延期。",
        "县政府本级新收29件。这29件均按期答复。",
        "全年新收178件，其中县政府本级29件。29件均按期答复。",
        "教育领域的申请有31件。上述31件申请均已办结。",
        "涉及征地的90件。以上90件都在法定期限内答复。",
    ],
)
def test_all_of_so_many_told_before_are_not_all(text: str) -> None:
    assert wrong("s3", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年新收178件。这178件均按期答复。", "均按期答复"),
        ("全年新收187件。上述187件均按期答复。", "上述187件均按期答复"),
        ("教育领域的申请有31件。全部申请均已办结。", "均已办结"),
    ],
)
def test_all_of_all_told_before_are_all(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong("s3", text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s4", "行政复议案件中，征地拆迁类5件、产业政策类4件、其他1件。"),
        ("s4", "复议案件10件：自然资源类6件、住建类2件、其他2件。"),
        ("s4", "从管辖法院看，铁路运输法院2件、其他法院2件。"),
        ("s3", "码头街11户居民联名申请公开投票记录。街道按1件登记，经征求意见后公开。"),
        ("s3", "同一申请人一日内提交12份申请，我们按3件受理。"),
        ("s2", "上年末有效的59件中除废止的5件外，其余54件继续有效，加上本年新制发的9件，现行有效63件。"),
        ("s2", "废止5件，剩余54件继续有效，再加本年制发9件，年末现行有效63件。"),
        ("s2", "开展规范性文件全面清理，废止5件、修改7件、继续有效48件。年末现行有效63件。"),
        ("s2", "组织文件清理工作，修订3件，废止5件，继续有效51件。"),
        ("s3", "其余2件作不予处理和其他处理各1件。"),
        ("s3", "剩余2件为不予处理、其他处理各1件。"),
    ],
)
def test_parts_and_ways_of_counting(code: str, text: str) -> None:
    assert wrong(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s4", "行政复议10件，其中结果维持6件、结果纠正2件、其他2件。", "其他2件"),
        ("s2", "全年制发行政规范性文件9件，废止5件，其余54件继续有效。", "54件"),
        ("s2", "行政规范性文件现行有效36件，其中本年新制发9件。", "36件"),
        ("s2", "规范性文件经清理，废止5件，现行有效36件。", "36件"),
        ("s2", "组织开展文件清理，废止5件，继续有效36件。", "36件"),
        ("s3", "其余3件作不予处理和其他处理各1件。", "3件"),
        ("s3", "我局按要求登记187件申请。", "187件"),
    ],
)
def test_outcomes_and_stocks_beside_them_are_judged(code: str, text: str, quote: str) -> None:
    assert any(quote in one for one in wrong(code, text))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("因政府信息公开被申请行政复议11件，复议机关为市人民政府；没有因政府信息公开被提起应诉调解。", "11件"),
        ("因政府信息公开被申请行政复议10件，同比增长25%。审结案件中，结果纠正3件，主要集中在征收领域。", "3件"),
        ("政府信息公开行政复议10件。已审结的案件里，结果维持5件，其他结果1件。", "5件"),
    ],
)
def test_cases_named_as_ours_stay_ours(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong("s4", text))


@pytest.mark.parametrize(
    "text",
    [
        "因政府信息公开被申请行政复议10件。审结案件中，结果纠正2件，主要集中在征收领域。",
        "全年办理行政复议案件312件，没有因政府信息公开引发的诉讼进入二审。",
        "全年行政复议46件，不涉及信息公开的36件。审结案件中，结果纠正9件。",
    ],
)
def test_right_cases_and_those_of_others(text: str) -> None:
    assert wrong("s4", text) == []


def test_an_office_that_passes_on_what_came_in_is_no_scope() -> None:
    text = "收到申请178件，上年结转1件。{office}收到申请后及时登记、转交有关站所，179件申请均已予以公开。"
    for office in ("乡党政综合办公室", "乡政府办公室", "综合办"):
        assert any("179件" in one for one in wrong("s3", text.format(office=office), "云溪乡人民政府"))
    assert not any("29件" in one for one in wrong("s3", "县政府办公室收到申请29件，均已登记。"))


def wrong_of_firms(text: str, code: str = "s3") -> list[str]:
    return wrong_quotes(filled("云溪县教育局", code, text, FIRMS))


@pytest.mark.parametrize(
    "text",
    [
        "律师事务所等法律服务机构申请明显增多，全年新收40件，占新收总量的33.3%；办结38件，其中予以公开30件。",
        "法律服务机构的申请较多，全年新收40件；办结38件，结转下年4件。",
        "年末4件申请尚在补正过程中，将结转至下年办理。",
        "截至年底，尚有4件申请处于征求第三方意见阶段，结转下年度继续办理。",
        "逾期未缴纳的100元视为放弃申请，对应的1件申请不再处理。",
        "没有因个人隐私或者商业秘密而不予公开的情形。",
    ],
)
def test_a_kind_holds_for_what_goes_on_behind_it(text: str) -> None:
    assert wrong_of_firms(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("法律服务机构申请增多，全年新收40件；办结37件，其中予以公开30件。", "办结37件"),
        ("法律服务机构申请增多，全年新收40件；办结38件，其中予以公开31件。", "31件"),
        ("年末14件申请尚在补正过程中，将结转至下年办理。", "14件"),
        ("截至年底，尚有6件申请处于征求第三方意见、补正或者延期办理阶段，结转下年度继续办理。", "6件"),
        ("没有因涉及国家秘密或者危及“三安全一稳定”而不予公开的情形。", "没有因涉及国家秘密"),
        ("全年未出现以属于国家秘密或者危及国家安全、公共安全、经济安全、社会稳定为由不予公开的情况。", "为由不予公开"),
    ],
)
def test_what_is_wrong_for_the_kind_or_the_rows_too_is_found(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong_of_firms(text))


@pytest.mark.parametrize(
    "text",
    [
        "被纠正的2件，我局重新答复后，当事人未再提起行政诉讼。",
        "被纠正的2件，复议机关责令重新答复。我局在第8个工作日重新作出答复，申请人没有再申请复议。",
        "除政府信息公开案件外，全年还办理其他行政复议应诉案件214件，其中复议127件、应诉87件。",
        "另收到行政处罚类复议申请31件，其中规划类12件、收费类9件、处罚类10件，均由法规科办理，不计入本表统计。",
    ],
)
def test_one_case_and_cases_of_others(text: str) -> None:
    assert wrong("s4", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年未再发生行政诉讼。", "未再发生"),
        ("我局重新作出答复后，申请人均未提起行政诉讼。", "未提起"),
        ("全年办理行政复议案件46件，其中因信息公开11件。", "11件"),
    ],
)
def test_none_at_all_and_our_cases_among_all_are_judged(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong("s4", text))


def test_a_list_of_which_nothing_is_counted_must_add_up() -> None:
    text = "另收到行政处罚类复议申请31件，其中规划类12件、收费类9件、处罚类11件，均由法规科办理，不计入本表统计。"
    found = check_report(filled("云溪县教育局", "s4", text, CASES), today=date(2026, 1, 8)).findings
    assert "N-24" in [one.rule_id for one in found]


def test_the_year_in_which_a_document_was_made_is_no_frame() -> None:
    text = "规范性文件制发9件，同时废止2019年印发的原办法5件，截至年底现行有效{}件。"
    assert wrong("s2", text.format(63)) == []
    assert any("现行有效36件" in one for one in wrong("s2", text.format(36)))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s4", "本年度行政诉讼总计4件，结果维持3件、纠正0件、其他1件。"),
        ("s4", "未经复议直接起诉4件，复议后起诉的，一件也没有。"),
        ("s4", "因为拆违被告了14件。因为信息公开打官司的，有4件。"),
        ("s3", "上年结转的申请，没有一件超期。"),
        ("s3", "收到的179件申请，由办公室登记，各科分头承办，其中171件予以公开。"),
    ],
)
def test_what_is_said_of_one_or_of_some_is_silent(code: str, text: str) -> None:
    assert wrong(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s4", "因为拆违被告了14件。因为信息公开被告到法院的，一件也没有。", "一件也没有"),
        ("s4", "因政府信息公开被起诉的，全年没有。", "没有"),
        ("s3", "本年结转下年度继续办理的申请：无。", "无"),
        ("s3", "收到的178件申请，由办公室登记，各科分头承办，已全部办结并答复申请人。", "全部办结"),
        ("s3", "新收的178件申请，由办公室统一登记，已全部办结。", "全部办结"),
    ],
)
def test_none_or_all_said_in_two_clauses_is_judged(code: str, text: str, quote: str) -> None:
    assert any(quote in one for one in wrong(code, text, "云溪县教育局"))


def test_an_only_case_whose_outcomes_are_counted_is_judged_by_these() -> None:
    cells = {"t4.review.corrected": 1, "t4.review.total": 1}
    text = "本年度行政复议总计1件，结果维持{}件、纠正{}件、其他0件。"
    assert wrong_quotes(filled(UNIT, "s4", text.format(0, 1), cells)) == []
    assert wrong_quotes(filled(UNIT, "s4", text.format(1, 0), cells)) == ["结果维持1件", "纠正0件"]


def test_third_parties_have_fifteen_days() -> None:
    for who, is_wrong in (("对方", False), ("权利人", False), ("我局", True)):
        text = f"有一件申请涉及经营信息，我局依法书面征求意见，{who}在15个工作日内答复申请人。"
        found = check_report(filled("云溪县教育局", "s3", text, REQUESTS), today=date(2026, 1, 8)).findings
        assert ("N-25" in [one.rule_id for one in found]) == is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "其中维持的6件，纠正的4件，当事人均未提起行政诉讼。",
        "收到政府信息公开申请20件。全年有10件行政复议。申请人未提起行政诉讼。",
        "全年被申请行政复议10件，均重新作出答复，申请人没有提起行政诉讼。",
    ],
)
def test_what_all_did_not_do_is_judged(text: str) -> None:
    said = text if text.startswith("收到") else f"被申请行政复议10件，{text}" if text.startswith("其中") else text
    assert any("提起行政诉讼" in one for one in wrong("s4", said))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("除政府信息公开申请外，我局被申请行政复议11件，被提起行政诉讼5件。", ["11件", "5件"]),
        ("行政复议10件，被复议机关认可类6件、其他7件。", ["其他7件"]),
    ],
)
def test_cases_beside_applications_are_judged(text: str, quotes: list[str]) -> None:
    found = wrong("s4", text)
    assert all(any(quote in one for one in found) for quote in quotes)


def test_outcomes_of_a_way_that_count_towards_one_cell_are_no_list_of_it() -> None:
    cells = {"t4.direct.upheld": 2, "t4.direct.corrected": 3, "t4.direct.total": 5}
    assert wrong_quotes(filled(UNIT, "s4", "直接起诉5件，维持2件，撤销2件，确认违法1件。", cells)) == []
    assert wrong_quotes(filled(UNIT, "s4", "直接起诉5件，维持3件、纠正2件。", cells)) == ["维持3件", "纠正2件"]


def test_numbers_of_the_office_are_not_those_of_the_kind_told_before() -> None:
    cells = {
        "t3.R01.C1": 80, "t3.R01.C5": 23, "t3.R03.C1": 78, "t3.R03.C5": 21, "t3.R04.C1": 2, "t3.R25.C5": 2,
    }  # fmt: skip
    text = "全年自然人新收80件，我局全年办结80件，结转2件。"
    assert any("办结80件" in one for one in wrong_quotes(filled("云溪县教育局", "s3", text, cells)))


def test_a_word_that_begins_with_即_opens_no_list() -> None:
    for text in ("全年受理咨询100件，即办件20件、承诺件50件、特办件20件。", "发布100条，即时发布20条、定期发布50条。"):
        found = check_report(filled("云溪县教育局", "s1", text, REQUESTS), today=date(2026, 1, 8)).findings
        assert "N-24" not in [one.rule_id for one in found]
