"""Totals of the first ones of a list, of one answer among others, and shares of so many kinds together."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, wrong_claims

CELLS = {
    "t3.R01.C1": 186, "t3.R01.C2": 50, "t3.R03.C1": 60, "t3.R13.C1": 79, "t3.R14.C1": 10, "t3.R15.C1": 3,
    "t3.R08.C1": 5, "t3.R16.C1": 79,
}  # fmt: skip


def wrong(text: str) -> list[object]:
    return [claim.number for claim in wrong_claims(filled("岭东省住房和城乡建设厅", "s3", text, CELLS))]


@pytest.mark.parametrize(
    "text",
    [
        "受理量前三位的是区住建局、自然资源分局、东湖街道，合计301件。",
        "收件较多的为城关镇、河东镇，合计88件。",
        "排在前两位的分别是人社局和教育局，合计88件。",
        "申请量居首的是自然资源局，其次是住建局，合计88件。",
        "市住建局、人社局承办的，合计98件。",
    ],
)
def test_a_total_of_those_that_its_sentence_names(text: str) -> None:
    assert wrong(f"新收236件，上年结转17件。{text}") == [17]  # none is carried in
    assert wrong_sums(f"新收236件，上年结转17件。{text}", 2024) == ()


def test_a_total_of_what_stands_above() -> None:
    assert len(wrong_sums("新收236件，上年结转17件。综上，合计255件。", 2024)) == 1


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("“本机关不掌握”是最常见的一种答复，共79件。", []),
        ("“本机关不掌握”是最常见的一种答复，共77件。", [77]),
        ("不掌握是最主要的答复，共79件。", []),
        ("不掌握的较多，合计79件。", []),
        ("不予公开中最多的是第三方权益，共6件。", [6]),
        ("办理申请最多的是城建科，共100件。", []),
        ("今年申请量居全市前列，共236件。", []),
    ],
)
def test_what_is_said_to_be_one_of_the_answers_is_counted(text: str, numbers: list[object]) -> None:
    assert wrong(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("不掌握79件，需要加工汇总10件、补正后仍不明确3件，三类合起来占办结件的39.0%。", []),
        ("不掌握79件，需要加工汇总10件、补正后仍不明确3件，三类合计占办结件的39.0%。", []),
        ("不掌握79件，需要加工汇总10件、补正后仍不明确3件，三类合计占办结总数的36.0%。", [36]),
        ("不掌握79件。另有需要加工汇总10件、补正后仍不明确3件，三类合计占办结件的39.0%。", []),
        ("不掌握79件。需要加工汇总10件、补正后仍不明确3件，两类合计占办结件的5.5%。", []),
    ],
)
def test_a_share_of_so_many_kinds(text: str, numbers: list[object]) -> None:
    assert wrong(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "论新收，部门当中水利局52件最多，住建局31件次之，公安局9件，其余部门25件；部门之外，乡镇38件。",
        "征地类52件居首，规划类31件，不动产类9件，其余25件。",
        "征地类以52件居首，规划类31件居次，不动产类9件，其余25件。",
        "征地类52件，占比最大；规划类31件，不动产类9件，其余25件。",
        "收件最多的是水利局，52件；住建局31件次之，公安局9件，其余25件。",
        "收件最多的是水利局52件，其次是住建局31件，再次是公安局9件，其余部门25件。",
        "水利局52件排在首位，住建局31件紧随其后，公安局9件，其余部门25件。",
        "征地类52件为最，规划31件、不动产9件，其余25件。",
        "动态52条最多，公告31条次之，解读9条，其余25条。",
        "水利局117件最多，其中征地52件，规划31件，其余34件。",
    ],
)
def test_the_first_of_a_ranking_is_no_total_of_the_others(text: str) -> None:
    assert not wrong_sums(text, 2024)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("水利局52件最多，其中征地31件，规划9件，其余25件。", 52),
        ("全年发布信息520条，数量居全县第一，其中网站310条，公众号90条，其他25条。", 520),
        ("全年发布信息520条居全县首位，网站310条，公众号90条，其余25条。", 520),
        ("征地类52件，规划类31件，不动产类9件，其余25件。", 52),
    ],
)
def test_a_number_with_a_list_of_its_own_is_its_total(text: str, total: int) -> None:
    assert [wrong.total for wrong in wrong_sums(text, 2024)] == [total]
