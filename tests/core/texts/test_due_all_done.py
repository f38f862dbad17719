"""Section five tells by the way that all that had to be dealt with was (N-04): 应办的46件虽已全部办结，却有6件……."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

CELLS = {"t3.R01.C1": 20, "t3.R01.C2": 22, "t3.R02.C2": 4, "t3.R03.C1": 20, "t3.R03.C2": 23, "t3.R25.C2": 3}
BEHIND = "下一步，拟对企业申请实行首问负责。"


def wrong(text: str, code: str = "s5") -> list[tuple[str, tuple[str, ...], str]]:
    report = filled("江堤市水利局", code, text + BEHIND, CELLS)
    return [(claim.rule_id, claim.cells, claim.quote) for claim in wrong_claims(report)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("不足在于答复偏晚：本年应办的46件虽已全部办结，却有6件用足了20个工作日。", "全部办结"),
        ("不足在于说明偏少：应办理的46件均已办结，但回访不多。", "均已办结"),
        ("答复偏慢：需办的46件尽管都已办完，有几件用足了时限。", "都已办完"),
        ("答复书过于简略：须办理的46件虽然已全部办理完毕，群众并不满意。", "全部办理完毕"),
    ],
)
def test_those_carried_over_are_not(text: str, quote: str) -> None:
    assert wrong(text) == [("N-04", ("t3.R25.C7",), quote)]


@pytest.mark.parametrize(
    "text",
    [
        "不足在于答复偏晚：应办的43件虽已全部办结，却有6件用足了20个工作日。",
        "不足在于答复偏晚：应办的46件除3件外虽已全部办结，却有6件用足了20个工作日。",
        "不足在于答复偏晚：应办的46件虽已全部办结，另有3件结转下年。",
        "不足在于督办偏少：应办的46件建议提案虽已全部办结，回访不多。",
        "不足在于督办偏少：全年应办的46件人大代表建议和政协提案，虽已全部办结，回访不多。",
        "不足在于督办偏少：热线工单应办的46件虽已全部办结，回访不多。",
        "不足在于答复偏晚：上年应办的46件虽已全部办结，今年仍有6件用足了20个工作日。",
        "不足在于答复偏晚：应办的46件虽已全部按期答复，却有6件用足了20个工作日。",
        "不足在于答复偏晚：截至目前，应办的46件虽已全部办结，却有6件用足了20个工作日。",
        "不足在于答复偏晚：应办的46件尚未全部办结，有6件用足了20个工作日。",
    ],
)
def test_all_were_or_something_else_is_told(text: str) -> None:
    assert wrong(text) == []


def test_nothing_is_carried_over() -> None:
    cells = {**CELLS, "t3.R03.C2": 26, "t3.R25.C2": 0}
    report = filled("江堤市水利局", "s5", f"应办的46件虽已全部办结，却偏慢。{BEHIND}", cells)
    assert wrong_claims(report) == []


def test_it_is_told_once() -> None:
    assert len(wrong("不足在于答复偏晚：应办的46件申请虽已全部办结，却有6件偏慢。")) == 1
