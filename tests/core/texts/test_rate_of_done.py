"""A rate of those granted behind 已办结的26件中 is one of these, and of no others (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

CELLS = {
    "t3.R01.C1": 11, "t3.R01.C2": 13, "t3.R01.C5": 2, "t3.R02.C2": 2,
    "t3.R03.C1": 5, "t3.R03.C2": 6, "t3.R03.C5": 1, "t3.R04.C2": 3, "t3.R13.C1": 5, "t3.R13.C2": 5, "t3.R13.C5": 1,
    "t3.R25.C1": 1, "t3.R25.C2": 1,
}  # fmt: skip
TEXTS = [
    "已办结的26件中，予以公开12件，公开率{}%。",
    "全年办结申请26件，其中予以公开12件、部分公开3件，公开率{}%。",
    "办结的26件申请里，予以公开12件，公开率为{}%，部分公开3件。",
]


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("北岭县民政局", "s3", text, CELLS))


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_of_these(text: str) -> None:
    assert wrong(text.format("42.9"))
    assert wrong(text.format("46.2")) == []
    assert wrong(text.format("57.7")) == []  # with those granted in part


@pytest.mark.parametrize(
    "text",
    [
        "全年收到和结转申请28件，予以公开12件，公开率42.9%。",
        "已办结的26件中，予以公开12件；按全部28件计算，公开率42.9%。",
        "全年办结26件，公开率42.9%。",
    ],
)
def test_another_base_may_be_meant(text: str) -> None:
    assert wrong(text) == []


def test_what_it_is_not_of_is_not_reckoned() -> None:
    found = findings_of(filled("北岭县民政局", "s3", TEXTS[0].format("42.9"), CELLS), "N-05")
    assert "12÷26＝46.15%" in found[0].message
    assert "÷28＝42" not in found[0].message
