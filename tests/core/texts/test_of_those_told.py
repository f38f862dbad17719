"""Numbers of those told just before, and what goes on with them: 这29件均已答复, 审结案件中 (N-01, N-04 to N-07)."""

from __future__ import annotations

import pytest

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
