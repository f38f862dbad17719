"""The number of a kind of applicants with 全年 before it: what follows is still of that kind (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 186, "t3.R01.C2": 23, "t3.R01.C5": 4,
    "t3.R03.C1": 71, "t3.R03.C2": 9, "t3.R03.C5": 2,
    "t3.R04.C1": 26, "t3.R04.C2": 4,
    "t3.R12.C1": 11, "t3.R12.C5": 1,
    "t3.R13.C1": 78, "t3.R13.C2": 10, "t3.R13.C5": 1,
}  # fmt: skip


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("青崖市自然资源和规划局", "s3", text, CELLS))


@pytest.mark.parametrize(
    "text",
    [
        "律师事务所等法律服务机构提出的申请全年有4件，材料往往横跨多个年度。其中予以公开2件，1件查无此信息。",
        "律师事务所的申请4件，数量不多。经检索，予以公开2件，查询类1件，查无此信息1件。",
        "自然人提出的申请全年共186件，涉及面广，办理难度较大。其中予以公开71件，部分公开26件。",
        "商业企业提出的申请全年共23件，多与用地手续有关。其中予以公开9件，部分公开4件。",
    ],
)
def test_the_results_of_a_kind_are_its_own(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "自然人提出的申请全年共186件，涉及面广，办理难度较大。其中予以公开76件，部分公开26件。",
        "自然人提出186件。全局共收到213件，涉及面广。其中予以公开71件，部分公开30件。",
        "自然人提出的申请占大多数，全年共213件，涉及面广。其中予以公开76件，部分公开30件。",
    ],
)
def test_other_numbers_are_told(text: str) -> None:
    assert len(wrong(text)) == 1
