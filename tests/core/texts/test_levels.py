"""Totals told with the office itself and those below it as their parts (N-24)."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("共举办信息公开业务培训6期，局机关2期，县区分局3期，累计参训310人次。", True),
        ("共举办信息公开业务培训6期，局机关2期，县区分局4期，累计参训310人次。", False),
        ("共举办信息公开业务培训6期，局机关2期，县区分局3期，与司法局联合举办1期。", False),
        ("共举办信息公开业务培训6期，局机关2期，县区分局3期，社会组织1期。", False),
        ("共举办信息公开业务培训6期，其中局机关2期，县区分局3期。", True),
        ("专区建成24个，市级4个，县级9个，乡镇12个。", True),
        ("举办专题讲座6场，线上2场，线下3场。", True),
        ("培训6期，局机关主要领导参加2次，分局负责同志参加3次。", False),
        ("抽查12次，涉及局机关5次，涉及基层所9次，部分抽查同时涉及机关和基层。", False),
        ("收到申请60件，本级9件，乡镇13件。", False),
        ("开放日活动9次，上半年4次，下半年6次。", True),
    ],
)
def test_the_office_and_those_below_it_make_up_the_total(text: str, is_wrong: bool) -> None:
    assert bool(wrong_sums(text, 2023)) is is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("全年申请信函62件、网上198件、当面27件，均已答复。", False),
        ("申请中信函62件、网上198件、当面27件。", False),
        ("全年287件申请，信函62件、网上198件、当面37件。", True),
    ],
)
def test_the_first_way_in_is_no_total_of_the_others(text: str, is_wrong: bool) -> None:
    assert bool(wrong_sums(text, 2023)) is is_wrong
