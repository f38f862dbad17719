"""How many more there are than before is no count (N-04, N-05); what last year carried on came in this year (N-03)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

CELLS = {"t3.R01.C1": 80, "t3.R01.C2": 4, "t3.R02.C1": 7, "t3.R03.C1": 61, "t3.R13.C1": 25, "t3.R25.C1": 5}


def wrong(text: str, code: str = "s3") -> list[str]:
    return wrong_quotes(filled("溪川县水利局", code, text, CELLS))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2023年办结66件，本年多办结20件。", ""),
        ("去年收到70件，今年多收到14件。", ""),
        ("上年予以公开52件，本年度多公开了9件。", ""),
        ("去年答复91件，我局今年少答复5件。", ""),
        ("2023年新收64件，今年，我局多受理申请20件。", ""),
        ("2023年办结66件，本年办结20件。", "本年办结20件"),
        ("去年收到70件，今年收到14件。", "今年收到14件"),
        ("上年予以公开52件，本年度予以公开9件。", "本年度予以公开9件"),
        ("去年办结91件，今年多办结5件，共办结申请68件。", "共办结申请68件"),
    ],
)
def test_more_done_than_before_is_a_difference(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2023年结转下年7件。", ""),
        ("2023年度转入下一年度继续办理的7件，均已办结。", ""),
        ("2023年末结转下年度7件，其中自然人7件。", ""),
        ("去年结转下年的7件均由自然人提出。", ""),
        ("2023年结转下年7件，2024年结转下年5件，减少2件。", ""),
        ("2023年新收58件、办结51件、结转下年7件；2024年新收84件，结转下年5件。", ""),
        ("2024年结转下年5件。", ""),
        ("年末结转下年5件。", ""),
        ("2023年结转下年8件。", "2023年结转下年8件"),
        ("2023年结转下年度继续办理9件。", "2023年结转下年度继续办理9件"),
        ("2023年结转下年7件，其中自然人6件。", "其中自然人6件"),
        ("2024年结转下年7件。", "2024年结转下年7件"),
        ("2023年新收58件、办结51件、结转下年4件；2024年新收84件，结转下年5件。", "结转下年4件"),
        ("2024年新收84件、结转下年7件。", "结转下年7件"),
    ],
)
def test_what_last_year_carried_on_came_in_this_year(text: str, quote: str) -> None:
    assert told(wrong(text), quote)
