"""What came of the case of a person named by surname, told without a number: 王某不服答复申请复议，…维持 (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

STORIES = {
    "upheld": (
        "王某对我处“本机关不掌握”的答复不服，11月向区政府申请复议，区政府经审理于12月作出维持决定。除此1件外，无其他复议、诉讼案件。",
        "刘某不服我处答复，3月申请行政复议，区政府5月维持了我处答复。",
        "钱女士认为我处公开不全，9月提出复议，区政府经审查后维持我处答复。此外没有其他复议诉讼。",
        "张先生对答复有异议，申请了行政复议，要求撤销我处答复，复议机关予以维持。",
    ),
    "corrected": (
        "赵某对我处答复不服，向区政府申请复议，区政府决定撤销该答复，责令重新作出。除该案外，全年无其他复议和诉讼。",
        "村民孙某某就我处答复提出复议，复议机关责令重新答复。",
    ),
    "pending": ("周某某对我处答复不服，12月向区政府申请行政复议，现仍在审理中。除此1件外，没有发生其他复议、诉讼。",),
}


def wrong(text: str, cells: dict[str, int]) -> list[str]:
    found = wrong_claims(filled("双桥区城北街道办事处", "s4", text, cells))
    return [claim.cells[0] for claim in found if claim.rule_id == "N-06"]


@pytest.mark.parametrize(("told", "text"), [(end, text) for end, texts in STORIES.items() for text in texts])
@pytest.mark.parametrize("end", STORIES)
def test_what_came_of_it(told: str, text: str, end: str) -> None:
    assert wrong(text, {f"t4.review.{end}": 1}) == ([f"t4.review.{told}"] if told != end else [])


@pytest.mark.parametrize(
    "text",
    [
        "王某对处罚不服，向区政府申请复议，区政府维持。",
        "王某对区自然资源局的答复不服，向区政府申请复议，区政府维持。",
        "王某对我处答复不服，向区政府申请复议，区政府维持后又向法院起诉，法院驳回其诉讼请求。",
        "王某要求公开案卷，我处答复不予公开，后又申请复议要求撤销我处答复。",
        "王某对我处答复不服，11月向区政府申请复议，要求撤销我处答复，区政府12月作出决定。",
        "上年，王某对我处答复不服申请复议，区政府维持。",
        "王某不服我处答复，表示将申请复议，经解释后未提起。",
    ],
)
def test_what_is_not_told(text: str) -> None:
    assert wrong(text, {"t4.review.pending": 1}) == []
