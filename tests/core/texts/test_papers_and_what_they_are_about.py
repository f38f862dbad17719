"""What stands behind a paper and tells why it was made out counts something else than the paper (N-24)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

STORIES = (
    "全年发出信息处理费收费通知1件：同一申请人在4月份内交来13件，超出免费10件的3件按件计收，应收300元，实收300元。",
    "开具收费通知1件：某申请人全年提出42件，超过30件的12件按件收取。",
    "全年作出收费通知书2件：一人提交16件，另一人提交21件，均超出每月10件的上限。",
    "我局发出收费通知1件（同一申请人当月递交12件，超出10件的2件应收200元）。",
    "下达收费告知书1件：申请人一次寄来15件，免费部分10件，超出部分5件。",
    "发出补正通知书1件：申请人一次提交申请14件，其中内容重复的6件。",
    "制发收费决定书1件：同一人累计申请37件，超出免费30件的7件按阶梯收取。",
    "寄出缴款书2件：甲当月提出18件，乙当月提出14件。",
    "全年开具票据1件：对应申请人提出的11件，按件计收的1件。",
    "出具收费通知2件：两名申请人分别申请13件、17件。",
    "发出催告书1件：申请人收到通知后未缴，涉及申请9件，标准内4件。",
    "发出提示函1件：该申请人累计提出24件，同一事项19件。",
)
WRONG = (
    "发出补正通知书9件：内容不明确发出6件、材料不全发出2件、其他发出3件。",
    "制发答复书20件：予以公开12件、部分公开6件、其他4件。",
)


@pytest.mark.parametrize("text", STORIES)
def test_the_story_of_a_paper_is_no_list_of_its_parts(text: str) -> None:
    assert findings_of(filled("陶江市人力资源和社会保障局", "s6", text, {}, year=2025), "N-24") == []


@pytest.mark.parametrize("text", WRONG)
def test_parts_of_papers_are_still_added_up(text: str) -> None:
    assert findings_of(filled("陶江市人力资源和社会保障局", "s6", text, {}, year=2025), "N-24")
