"""没有其他复议、诉讼 behind the cases of a story: no more than those told, which is compared with the table (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

ONE = {"t4.review.upheld": 1}
THREE = {"t4.review.upheld": 2, "t4.direct.upheld": 1}


def wrong(text: str, cells: dict[str, int]) -> list[str]:
    found = wrong_claims(filled("青峰县白石镇人民政府", "s4", text, cells))
    return [claim.quote for claim in found if claim.rule_id == "N-06"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("村民李某不服答复，向县政府申请行政复议1件，县政府维持了答复。全年无其他复议、诉讼案件。", ONE),
        ("行政复议1件，结果维持。此外没有其他行政复议、行政诉讼。", ONE),
        ("年内行政复议2件、行政诉讼1件，均获维持。未发生其他复议、诉讼案件。", THREE),
        ("行政复议2件，全部维持；直接起诉1件，法院驳回诉讼请求。全年再无其他复议、诉讼。", THREE),
        ("因公开引发行政复议1件，复议机关予以维持；没有别的复议、诉讼案件。", ONE),
    ],
)
def test_they_are_those_beside_the_ones_told(text: str, cells: dict[str, int]) -> None:
    assert wrong(text, cells) == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("全年无其他复议、诉讼案件。", ONE),
        ("受理申请1件，按期答复。全年无其他复议、诉讼案件。", ONE),
        ("上年行政复议1件已审结。全年无其他复议、诉讼案件。", ONE),
        ("行政复议1件，结果维持。全年无其他复议、诉讼案件。", THREE),
        ("行政复议1件，结果维持。全年未发生复议、诉讼案件。", ONE),
    ],
)
def test_more_of_them_in_the_table_are_told(text: str, cells: dict[str, int]) -> None:
    assert wrong(text, cells) != []


@pytest.mark.parametrize(
    "text",
    [
        "李某不服答复申请复议，后自愿撤回。除此案外，再无其他行政复议和行政诉讼。",
        "除该案外，本年度没有发生其他行政复议和行政诉讼。",
        "除王某一案外，本年度没有发生其他行政复议和行政诉讼。",
        "除这起复议外，我镇没有其他复议和诉讼案件。",
        "陈某向县政府申请行政复议，后撤回。全年没有其他行政复议和行政诉讼。",
    ],
)
def test_but_for_the_one_told(text: str) -> None:
    assert wrong(text, {"t4.review.other": 1}) == []


@pytest.mark.parametrize(
    "text", ["除该案外，没有其他行政诉讼。", "除这起诉讼外，没有其他行政诉讼。", "本年度没有其他行政诉讼。"]
)
def test_but_there_are_two(text: str) -> None:
    assert len(wrong(text, {"t4.direct.upheld": 2})) == 1


@pytest.mark.parametrize(("cells", "wrong_ones"), [(THREE, 0), (ONE, 1), ({"t4.review.upheld": 4}, 1)])
def test_but_for_those_counted(cells: dict[str, int], wrong_ones: int) -> None:
    text = "除上述复议2件、诉讼1件外，无其他行政复议、行政诉讼案件。"
    assert [quote for quote in wrong(text, cells) if "无其他" in quote] == ["无其他行政复议、行政诉讼案件"] * wrong_ones
