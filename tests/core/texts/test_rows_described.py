"""Rows of 无法提供, 不予处理 and 其他处理 are understood in everyday words, over several clauses."""

from __future__ import annotations

import json

import pytest

from build_scripts.sweeps.measure_narrative import _checked, findings_of

_CELLS = {
    "t3.R01.C1": 90,
    "t3.R03.C1": 20,
    "t3.R13.C1": 7,
    "t3.R13.C2": 2,
    "t3.R14.C1": 5,
    "t3.R15.C1": 3,
    "t3.R16.C1": 14,
    "t3.R17.C1": 11,
    "t3.R18.C1": 4,
    "t3.R19.C1": 6,
    "t3.R20.C1": 1,
    "t3.R21.C1": 8,
    "t3.R22.C1": 2,
    "t3.R23.C1": 7,
}


def _told(text: str) -> list[str]:
    case = {"id": "one", "year": 2024, "section": "s3", "unit": "临川县水利局", "cells": _CELLS, "expect": []}
    found = findings_of(_checked(1, json.dumps({**case, "text": text}, ensure_ascii=False)))
    return [finding.rule_id for finding in found if finding.rule_id in ("N-01", "N-03", "N-04", "N-05")]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("我局从未制作也没有保存过这份材料、只能如实相告的{}件。", 9, 12),
        ("查遍库房仍没找到，据实告知对方的{}件。", 9, 12),
        ("要另行汇总、重新编表才能给出，手头没有成品，因而给不了的{}件。", 5, 8),
        ("改过一次申请书，还是看不明白到底要什么，{}件只好答复无法提供。", 3, 5),
        ("说到底是在告状、不是要信息的来件{}件，没有按公开申请办。", 14, 16),
        ("同一个人就同一内容又来要、不再答复的有{}件。", 11, 13),
        ("书店里买得到的年鉴、县志，却向我们申请来要，这样的{}件没有处理。", 4, 7),
        ("没有正当理由、接二连三大量提申请，{}件不再办理。", 6, 9),
        ("早已拿到的文件，要求我局再盖章确认的{}件，依规没有处理。", 1, 4),
        ("补正通知发出后石沉大海，我局不再往下办的{}件。", 8, 10),
        ("缴费通知寄出后一直没有交钱，我局依规停办{}件。", 2, 4),
        ("前述哪一种情形都套不上、单独兜底登记的还有{}件。", 7, 9),
        ("有{}件是请我们把先前给过的信息重新出一份，依规不予处理。", 1, 4),
    ],
)
def test_row_is_compared(text: str, right: int, wrong: int) -> None:
    assert _told(text.format(right)) == []
    assert "N-05" in _told(text.format(wrong))


def test_narrowed_row_has_at_least_so_many() -> None:
    assert _told("借申请公开投诉物业的9件，告知其走信访渠道。") == []
    assert "N-05" in _told("借申请公开投诉物业的17件，告知其走信访渠道。")


def test_what_is_told_behind_a_number_is_not_of_the_next_one() -> None:
    told = "8件为经书面告知补正、申请人无正当理由逾期不补正，7件为申请人自愿撤回。"
    assert _told(f"其他处理的17件，{told}") == []
    assert "N-05" in _told("其他处理的17件，2件为逾期不缴费、不再办理的，逾期不补正的9件。")


def test_parts_that_make_up_their_group_are_whole_rows() -> None:
    text = "不予处理36件。其中反映物业纠纷、质量投诉等信访举报投诉类{}件，同一申请人就同一楼盘反复提出的重复申请{}件，"
    text += "想要县志等公开出版物的4件，大量、反复提出的6件，要求对已获取信息重新出具的1件。"
    assert _told(text.format(14, 11)) == []
    assert "N-05" in _told(text.format(11, 14))


@pytest.mark.parametrize(
    "text",
    [
        "因不掌握相关信息等原因未提供的2件。",
        "除8件逾期未补正和14件信访类外，均作了答复。",
        "针对补正后仍不明确的问题，制作填写样本5件。",
        "不掌握的由69件降至9件。",
        "一组是不掌握、需制作和不明确，17件。",
        "上半年同一人就同一内容再次来要的有13件。",
        "我局没有一件逾期答复。",
        "引导撤回重复来要的3件。",
        "12345热线收到翻来覆去来问的投诉45件。",
        "拟把重复来要的30件合并答复。",
    ],
)
def test_other_matters_are_left_alone(text: str) -> None:
    assert _told(text) == []


def test_share_with_its_base_in_front() -> None:
    assert _told("无法提供的17件在全年办结的90件中占到18.9%，原因大体相同。") == []
    assert "N-05" in _told("无法提供的17件在全年办结的90件中占到28.6%，原因大体相同。")


def test_most_of_a_group_is_not_most_of_all() -> None:
    assert _told("归入无法提供一栏的总共17件，一大半是因为本局根本没有那份材料。") == []
