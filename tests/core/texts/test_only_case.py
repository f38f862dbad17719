"""What came of the only review, or the only lawsuit, is compared with its outcome in the table (N-06)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

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
