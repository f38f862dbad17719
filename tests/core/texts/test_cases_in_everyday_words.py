"""Cases told in everyday words: courts and those who review as actors, outcomes as what they did."""

from __future__ import annotations

import re

import pytest

from core.checks.findings import Finding
from tests.core.texts.filled_reports import filled, findings_of

CELLS = {
    "t4.review.upheld": 9,
    "t4.review.corrected": 4,
    "t4.review.other": 3,
    "t4.review.pending": 2,
    "t4.direct.upheld": 7,
    "t4.direct.corrected": 5,
    "t4.direct.other": 1,
    "t4.direct.pending": 6,
    "t4.after_review.upheld": 11,
    "t4.after_review.corrected": 8,
    "t4.after_review.other": 10,
    "t4.after_review.pending": 12,
}
WRONG = 77


def found(text: str, cells: dict[str, int] = CELLS) -> list[Finding]:
    return findings_of(filled("临岐市水利局", "s4", text, cells), "N-06")


@pytest.mark.parametrize(
    "text",
    [
        "上级复议机关站在我局这一边、维持原答复的9件。",
        "市政府复议审查后认为我局答复并无不当的9件。",
        "行政复议中，我局的信息公开答复站住了脚的9件。",
        "复议机关撤销、变更我局答复或者责令重新答复的4件。",
        "复议机关认定我局所作告知有误、责令限期重办的有4件。",
        "以撤回、终止等方式收尾、既没维持也没纠正的复议案3件。",
        "年底仍压在复议机关手里、没有下结论的2件。",
        "复议这一边，还没等来决定书的2件。",
        "对公开答复不服、把我局告到市政府申请复议的18件。",
        "绕开复议、一纸诉状把我局告上法庭的19件。",
        "不经复议直奔法院的19件。",
        "跳过复议直接起诉的案件里，法院判我局胜诉的7件。",
        "没有走复议的官司，判我局输的5件。",
        "绕开复议告来的案子里，原告撤诉、法院裁定准许而收场的1件。",
        "没走复议就起诉的，年末还没判下来的6件。",
        "走完复议又把我局诉到法院的41件。",
        "拿到复议决定仍不服、再打官司的共41件。",
        "复议之后再起诉，判决书认可我局做法的有11件。",
        "先复议、后诉讼的，法院撤销我局答复并责令重作的8件。",
        "经复议再到法院的案件，还压在法院等判决的12件。",
        "全年坐上被告席60件。",
        "法院最终站在我局一边的18件，判我局败诉的13件。",
        "尚等法院宣判的信息公开案件18件。",
        "年底悬而未决的，复议有2件，诉讼有18件。",
        "2件复议案，年末还没有等到决定书。",
        "6件未走复议就起诉的案子，到年底法官还没下判。",
    ],
)
def test_everyday_words_tell_the_cell(text: str) -> None:
    assert found(text) == []
    wrong = re.sub(r"\d+(?=件)", r"1\g<0>", text, count=1)
    assert found(wrong), wrong


@pytest.mark.parametrize(
    "text",
    [
        "1件败诉案件已按判决重新答复，申请人未再提起诉讼。",
        "被纠正的事项已全部整改到位，未再被提起诉讼。",
        "维持的9件中有5件当事人继续起诉。",
        "市政府行政复议委员会全年受理复议案件268件，审结251件。",
        "县人民政府因复议维持而成为共同被告的案件4件。",
        "与上年相比，复议增加5件，诉讼持平。",
        "全年审查答复文书17份，提出意见9条。",
        "对被纠正的事项，组织复盘会3次，整改问题15个。",
        "上年绕开复议起诉的27件，均已审结。",
        "下一步，力争把被撤销的答复压到1件以内。",
        "在法院审理的25件案件中，涉及征地的居多。",
        "复议机关就我局3件答复召开听证会。",
        "法院旁听庭审2次，负责人出庭应诉3次。",
        "涉土地征收的案件25件，多数由法院驳回。",
    ],
)
def test_what_is_none_of_the_cells_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("我局全年没有因为信息公开被人告上法庭。", {"t4.direct.upheld": 2}),
        ("全年没有人因信息公开的事把我局告上法庭。", {"t4.after_review.upheld": 2}),
        ("无论何人，都没有因信息公开让我局当过被告。", {}),
        ("复议机关没有改动过我局的任何一份公开答复。", {"t4.review.corrected": 2}),
    ],
)
def test_denials_in_everyday_words(text: str, cells: dict[str, int]) -> None:
    assert bool(found(text, {"t4.review.upheld": 3, **cells})) == bool(cells)


def test_halves_of_the_pending_ones() -> None:
    cells = {**CELLS, "t4.direct.pending": 1, "t4.after_review.pending": 1}
    assert found("未审结的4件，复议、诉讼各占一半。", cells) == []
    assert found("未审结的4件，复议、诉讼各占一半。", {**cells, "t4.direct.pending": 9})
