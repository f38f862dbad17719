"""Not one application was left over: 没有一件遗留, 无一未办结 (N-03), nor of those carried in (N-04)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims

CELLS = {"t3.R01.C1": 110, "t3.R02.C1": 5, "t3.R03.C1": 107, "t3.R25.C1": 8}


def wrong(text: str) -> list[str]:
    report = new_report("临塘县人民政府", "各级人民政府", 2024)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({"s1.request": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    return [claim.rule_id for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    "text",
    [
        "全县受理公开申请110件，没有一件遗留。",
        "全年新收申请110件，到年底无一遗留。",
        "收到申请110件，没有一件转入次年。",
        "收到申请110件，无一未办结。",
        "年末盘点台账，全年没有一件积压到下年度。",
        "收到申请110件，没有一件遗留到次年。",
        "来一件办一件，经手的申请没有一件拖过2024年底。",
        "收到申请110件，年末没有一件留到次年。",
        "收到申请110件，连同上年结转的5件，无一遗留。",
        "新收申请110件，没有一件申请跨年办理。",
        "收到申请110件，均由自然人提出，没有一件留到下年。",
        "新收申请110件，上年结转5件，全部在年底受理，无一件结转下年度。",
    ],
)
def test_not_one_is_left(text: str) -> None:
    assert wrong(text) == ["N-03"]


def test_old_ones_that_were_moved_here_are_those_carried_in() -> None:
    text = "受理申请110件，其中县政府办公室21件、部门68件、乡镇21件；连同上一年度移来的{}件，均在法定时限内办理完毕。"
    assert wrong(text.format(5)) == ["N-04"]
    assert "N-03" in wrong(text.format(6))


@pytest.mark.parametrize(
    "text",
    [
        "收到申请110件，没有一件逾期。",
        "上年移来的5件没有一件遗留。",
        "收到申请110件，其中网上80件，没有一件遗留问题。",
        "收到申请110件，办结107件，没有一件超期未答复。",
        "各乡镇收到的申请中，没有一件未办结。",
        "收到申请110件，自然人申请没有一件遗留。",
        "到期的申请没有一件未办结。",
        "到期的申请没有一件积压到下年度。",
        "到期的申请没有一件拖过年底。",
        "收到申请110件，全部办结到期件，没有一件未答复。",
    ],
)
def test_not_one_of_some_is_left(text: str) -> None:
    assert wrong(text) == []
