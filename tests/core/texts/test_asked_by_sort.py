"""How many asked for one sort of information is no number of all: 内部工作流程，有人申请9回，均未公开 (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, wrong_quotes


def _wrong(text: str) -> list[str]:
    return wrong_quotes(filled("青岚县教育局", "s3", text, HUNDRED))


@pytest.mark.parametrize(
    "text",
    [
        "机关内部的人事、后勤、工作流程，有人申请了9回，按条例第十六条第一款均未公开。",
        "我局从未制作、也从未获取过的信息，群众和律师一年里问了7件，答复都是“查无”。",
        "家属楼的分配台账，职工要了5件，均未公开。",
        "尚未定稿的规划方案，居民问了6件，一律未予公开。",
        "涉及企业配方的材料，全年有人申请了4次，都没有公开。",
        "执法卷宗，律师申请公开了8件，均不予公开。",
        "历史征地批复，村民一年来先后索要11件，全部提供。",
        "旧房改造的合同，业主申请公开6件，均予以公开。",
        "内部讨论的草稿，记者申请了3件，无一公开。",
        "工资名册，职工查了2回，答复都是不予公开。",
    ],
)
def test_what_is_told_of_a_sort(text: str) -> None:
    assert _wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "本年度，群众共申请了15件，均未公开。",
        "群众关心的信息，今年申请了15件，均未公开。",
        "所有信息，群众申请了15件，均已公开。",
        "依申请公开方面，群众申请了15件，全部公开。",
        "机关内部的工作流程，有人申请了999件，均未公开。",
        "公民提出的申请，一年里共15件，均未公开。",
        "政府信息公开申请，收到15件，均未公开。",
        "今年收到申请15件，均未公开。",
        "各类信息，群众问了15件，均不予公开。",
    ],
)
def test_what_is_told_of_all(text: str) -> None:
    assert _wrong(text)
