"""What came of the only review, or the only lawsuit, is compared with its outcome in the table (N-06)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_claims

REVIEWS = {
    "upheld": "因信息公开引发行政复议1件，系职工遗属申请抚恤发放表一事，复议机关审理后维持了我局的告知；无行政诉讼。",
    "corrected": "全年发生行政复议1件，因征地材料公开引起，县政府经审理撤销了我局答复；未发生行政诉讼。",
    "other": "因政府信息公开被申请行政复议1件，为一村民就补偿协议提出，后申请人自愿撤回；无诉讼。",
    "pending": "发生信息公开行政复议1件，系12月提出，目前尚在审理；无诉讼。",
}
LAWSUITS = {
    "upheld": "被提起信息公开行政诉讼1件，为一企业索要评审记录所起，法院一审驳回了其诉讼请求；无复议。",
    "corrected": "因政府信息公开被提起行政诉讼1件，涉及宅基地档案，县人民法院判决责令我局重新答复；无复议。",
    "other": "因政府信息公开被起诉1件，原告自行撤诉；无行政复议。",
}


def wrong(text: str, cells: Mapping[str, int]) -> list[str]:
    return [claim.cells[0] for claim in wrong_claims(filled("柏川县民政局", "s4", text, cells))]


@pytest.mark.parametrize("end", REVIEWS)
@pytest.mark.parametrize("told", REVIEWS)
def test_the_only_review(told: str, end: str) -> None:
    assert wrong(REVIEWS[told], {f"t4.review.{end}": 1}) == ([f"t4.review.{told}"] if told != end else [])


@pytest.mark.parametrize("end", LAWSUITS)
@pytest.mark.parametrize("told", LAWSUITS)
@pytest.mark.parametrize("way", ["direct", "after_review"])
def test_the_only_lawsuit(told: str, end: str, way: str) -> None:
    assert wrong(LAWSUITS[told], {f"t4.{way}.{end}": 1}) == ([f"t4.direct.{told}"] if told != end else [])


@pytest.mark.parametrize(
    "text",
    [
        "因信息公开引发行政复议1件，申请人不服县政府维持的决定一事，已了结。",
        "因信息公开被提起行政诉讼1件，复议机关维持了我局答复，法院尚未开庭。",
        "因信息公开引发行政复议1件，要求撤销我局答复，已了结。",
        "因信息公开被提起诉讼1件，法院一审维持我局答复，原告上诉，二审改判。",
        "因信息公开被提起诉讼1件，法院驳回其诉讼请求，列入其他结果。",
        "因信息公开引发行政复议1件，复议机关维持了部分内容。",
        "因信息公开被提起诉讼1件，原告请求撤销我局答复，已结案。",
    ],
)
def test_what_is_not_sure_is_left(text: str) -> None:
    told = wrong(text, {"t4.review.other": 1, "t4.after_review.other": 1})
    assert [cell for cell in told if not cell.endswith("total")] == []


@pytest.mark.parametrize(
    "text", ["法院一审维持我局答复，原告未上诉。", "系一企业所提，法院审理后维持我局答复，原告没有上诉。"]
)
def test_there_was_no_second_instance(text: str) -> None:
    told = f"因信息公开被提起诉讼1件，{text}"
    assert wrong(told, {"t4.direct.other": 1}) == ["t4.direct.upheld"]
    assert wrong(told, {"t4.direct.upheld": 1}) == []


@pytest.mark.parametrize(
    "text",
    [
        "发生行政复议1件，上一级税务局复议后维持我局答复；当事人对此仍不服，向县人民法院起诉，案件至年底尚未宣判。",
        "全年行政复议1件，省厅维持；当事人到法院打官司，案件尚未审结。",
        "全年行政复议1件，省厅维持；当事人向县人民法院提起诉讼，法院判决确认违法。",
        "全年行政复议1件，市政府维持我局答复；对方又提起行政诉讼，年末尚未开庭。",
    ],
)
def test_a_review_and_the_lawsuit_after_it(text: str) -> None:
    end = "corrected" if "违法" in text else "pending"
    assert wrong(text, {"t4.review.upheld": 1, f"t4.after_review.{end}": 1}) == []


ONE_DIRECT = {"t4.review.upheld": 1, "t4.review.pending": 1, "t4.direct.other": 1}
ONE_AFTER = {"t4.review.upheld": 1, "t4.review.pending": 1, "t4.after_review.other": 1}
BEHIND_REVIEWS = (
    "行政诉讼1件，为当事人经复议后仍不服再行起诉，后撤回起诉，人民法院裁定准许。",
    "行政诉讼1件，系复议后起诉，原告撤诉。",
    "被提起行政诉讼1件，是对复议决定不服起诉到法院的，后撤诉。",
    "行政诉讼1件（复议后起诉），原告撤诉。",
    "行政诉讼1件，申请人收到复议决定后仍不服而诉至法院，后原告撤回起诉。",
    "行政诉讼1件，当事人先申请复议、不服后起诉，法院准许撤诉。",
)
STRAIGHT = (
    "行政诉讼1件，系未经复议直接起诉，原告撤诉。",
    "行政诉讼1件，当事人未申请复议，直接向法院起诉，后撤诉。",
    "被提起行政诉讼1件，原告没有经过复议就起诉，后撤回起诉。",
    "行政诉讼1件，申请人放弃复议直接起诉，后撤诉。",
    "行政诉讼1件，原告撤诉。该案为直接起诉。",
)


@pytest.mark.parametrize(
    ("cells", "texts", "cell"),
    [
        (ONE_DIRECT, BEHIND_REVIEWS, "t4.after_review.total"),
        (ONE_AFTER, STRAIGHT, "t4.direct.total"),
        (ONE_AFTER, BEHIND_REVIEWS, ""),
        (ONE_DIRECT, STRAIGHT, ""),
    ],
)
def test_the_way_of_the_only_lawsuit(cells: dict[str, int], texts: tuple[str, ...], cell: str) -> None:
    for text in texts:
        found = findings_of(filled("白鹭海关", "s4", f"行政复议2件，1件维持，1件在审；{text}", cells), "N-06")
        assert [cell in finding.cells for finding in found] == [True][: bool(cell)], text


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (ONE_AFTER, "行政诉讼1件，没有未经复议直接起诉的案件，原告撤诉。"),
        (ONE_AFTER, "行政诉讼1件，不属于未经复议直接起诉情形，原告撤诉。"),
        (ONE_AFTER, "行政诉讼1件，其中未经复议直接起诉0件、复议后起诉1件，原告撤诉。"),
        (ONE_DIRECT, "行政诉讼1件，未发生复议后起诉案件，原告撤诉。"),
        (ONE_DIRECT, "行政诉讼1件，当事人认为复议耗时较长，直接向法院起诉，后撤诉。"),
        (ONE_DIRECT, "行政诉讼1件，原告起诉后又申请复议，最终撤诉。"),
    ],
)
def test_another_way_is_denied(cells: dict[str, int], text: str) -> None:
    assert findings_of(filled("白鹭海关", "s4", text, cells), "N-06") == []


@pytest.mark.parametrize(("outcome", "is_wrong"), [("upheld", False), ("pending", True)])
@pytest.mark.parametrize(
    "text",
    [
        "对维持决定不服，申请人于9月提起行政诉讼1件，区人民法院经审理判决驳回其诉讼请求，本局胜诉。",
        "10月发生行政诉讼1件，为复议后起诉，法院已判决维持。",
    ],
)
def test_a_case_of_one_month(outcome: str, text: str, *, is_wrong: bool) -> None:
    cells = {"t4.review.upheld": 1, "t4.review.other": 1, f"t4.after_review.{outcome}": 1}
    text = f"因政府信息公开被申请行政复议2件，维持1件、其他结果1件。{text}"
    assert bool(findings_of(filled("临渡区审计局", "s4", text, cells), "N-06")) == is_wrong
