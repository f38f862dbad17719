"""A true text stays true, and a wrong one wrong, however its numbers are written and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_scripts.sweeps.measure_narrative import measure, read_set

BATCHES = Path(__file__).parent.parent.parent / "data" / "narrative"
DIGITS = "零一二三四五六七八九"
COUNT = re.compile(r"(?<![\d.,，〔年])(\d{1,3}(?:,\d{3})+|\d+)(?=件)")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def value(match: re.Match[str]) -> int:
    return int(match[1].replace(",", ""))


def han(match: re.Match[str]) -> str:
    number = value(match)
    tens, ones = divmod(number, 10)
    if number < 10:
        return DIGITS[number]
    if number < 100:
        return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")
    return match[0]


OTHERWISE: dict[str, Callable[[str], str]] = {
    "full-width digits": lambda text: COUNT.sub(lambda m: m[0].translate(WIDE), text),
    "with separators": lambda text: COUNT.sub(lambda m: f"{value(m):,}", text),
    "without separators": lambda text: COUNT.sub(lambda m: str(value(m)), text),
    "Chinese numerals": lambda text: COUNT.sub(han, text),
    "blanks around": lambda text: COUNT.sub(r" \1 ", text),
    "another measure word": lambda text: re.sub(r"(?<=\d)件", "宗", text),
    "a sentence before": lambda text: "本机关高度重视政府信息公开工作，明确专人负责。" + text,
    "a sentence behind": lambda text: text + "今后，将继续做好相关工作，不断提升公开水平。",
}


ELSEWHERE = (
    "全年接待来访群众32批次，办理12345热线工单1,204件，办结1,198件。",
    "受理不动产登记申请5,321件，办结5,300件，退件21件。",
    "作为复议机关，全年审理行政复议案件45件，审结41件，其中维持30件。",
    "协助区政府办公室答复政府信息公开申请3件，由其统一登记。",
    "全县各乡镇共收到政府信息公开申请66件，由各乡镇自行报告。",
    "组织清理规范性文件30件，保留25件，拟修改5件。",
    "因征地引发的行政诉讼6件，均与信息公开无关。",
    "另收到咨询类来电210个，引导撤回申请2件。",
    "市级抽查我局答复文书10件，合格9件，合格率90%。",
    "下属学校未收到信息公开申请。",
    "各村均未收到上级转办申请。",
    "未因政府采购被提起行政诉讼。",
    "办理人大代表建议12件，均已办结。",
    "涉及个人隐私的信息均不予公开。",
)
"""Sentences on other matters, true beside any report."""


@cache
def lines() -> list[dict[str, Any]]:
    return [line for name in ("batch_ar", "batch_as", "batch_aw") for line in read_set(BATCHES / f"{name}.jsonl")]


@pytest.mark.parametrize("way", OTHERWISE)
def test_a_true_text_written_otherwise_raises_nothing(way: str) -> None:
    true = [{**line, "text": OTHERWISE[way](line["text"])} for line in lines() if not line["expect"]]
    assert measure(true)["problems"] == []


@pytest.mark.parametrize("way", OTHERWISE)
def test_a_wrong_text_written_otherwise_is_still_found(way: str) -> None:
    wrong = [{**line, "text": OTHERWISE[way](line["text"])} for line in lines() if line["expect"]]
    result = measure(wrong)
    assert result["recall"] >= 0.95, result["problems"]


@pytest.mark.parametrize("sentence", ELSEWHERE)
def test_a_sentence_on_another_matter_raises_nothing(sentence: str) -> None:
    true = [line for line in lines() if not line["expect"]][::3]
    assert measure([{**line, "text": line["text"] + sentence} for line in true])["problems"] == []
