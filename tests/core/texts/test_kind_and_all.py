"""What is said of one kind of applicants or of all, and where a text tells which: denials, shares, rates, results."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import HUNDRED, filled, wrong_quotes

# fmt: off
KINDS: Mapping[str, Number] = {
    "t3.R01.C1": 82, "t3.R01.C2": 14, "t3.R01.C5": 4, "t3.R02.C1": 4, "t3.R02.C2": 2,
    "t3.R03.C1": 38, "t3.R03.C2": 8, "t3.R03.C5": 1, "t3.R04.C1": 8, "t3.R04.C2": 2,
    "t3.R13.C1": 36, "t3.R13.C2": 6, "t3.R13.C5": 2, "t3.R25.C1": 4, "t3.R25.C5": 1,
}
"""100 new ones and 6 old ones; all 16 of companies were dealt with, 5 others are carried over."""
# fmt: on


def wrong(text: str, cells: Mapping[str, Number] = HUNDRED, code: str = "s3") -> list[str]:
    return wrong_quotes(filled("澄江市住房和城乡建设局", code, text, cells))


@pytest.mark.parametrize(
    "text",
    [
        "商业企业申请16件（含上年结转2件）年内全部办结，予以公开8件，无结转下年度的申请。",
        "企业申请14件，加上上年结转的2件，办结16件，没有结转至下年的件。",
        "企业方面，新收14件，办结16件，无结转下年情况。",
        "企业申请全年14件，予以公开8件，部分公开2件，没有结转下年度继续办理的。",
    ],
)
def test_a_denial_behind_one_kind_is_of_that_kind(text: str) -> None:
    assert wrong(text, KINDS) == []


@pytest.mark.parametrize(
    "text",
    [
        "自然人申请86件（含上年结转4件）年内全部办结，予以公开38件，没有结转下年的情况。",
        "自然人申请82件，予以公开38件，没有结转下年度继续办理的。",
        "企业申请14件，全局没有结转下年度的申请。",
        "企业申请14件，自然人申请82件，没有结转下年度的申请。",
    ],
)
def test_a_denial_that_the_kind_or_all_belie_is_told(text: str) -> None:
    assert len(wrong(text, KINDS)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "企业申请全年14件，加之上年转入2件，办结16件。与自然人相比，企业关注的是招标和用地，予以公开8件，占办结量的一半。",
        "企业申请14件，办结16件。和个人不同，企业要的多是批文，予以公开8件，占办结总数的五成。",
        "企业提出的申请全年共14件，多与用地有关。其中予以公开8件，达到办结量的一半。",
        "企业申请全年14件，办结16件，予以公开8件，恰好占办结量的一半。",
    ],
)
def test_a_share_in_words_goes_on_with_its_kind(text: str) -> None:
    assert wrong(text, KINDS) == []


@pytest.mark.parametrize(
    "text",
    [
        "企业申请全年14件，办结16件。与自然人相比，企业关注的是招标和用地，予以公开8件，占办结量的七成。",
        "企业申请全年14件，办结16件，予以公开8件，占办结量的八成以上。",
        "企业申请14件，办结16件。全局共予以公开47件，占办结量的三成。",
        "自然人申请82件，办结82件。予以公开47件，占办结量的三成。",
    ],
)
def test_a_share_in_words_of_neither_is_told(text: str) -> None:
    assert len(wrong(text, KINDS)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "对100件新收申请和5件上年结转件逐周调度，全部申请已于年内办结并送达。",
        "对新收的100件和上年结转的5件一视同仁，所有申请均在年内办结并答复申请人。",
        "全年新收申请100件、上年结转5件，实行台账管理，全部办件已办结并及时告知。",
        "新收和上年结转的105件申请，经逐件核对，全部申请均已办结、送达。",
    ],
)
def test_all_of_new_and_old_ones_done_is_told_where_some_are_left(text: str) -> None:
    assert len(wrong(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "对100件新收申请和5件上年结转件逐周调度，全部申请人已收到受理通知。",
        "对100件新收申请和5件上年结转件逐周调度，到期的全部申请已办结并送达。",
        "对100件新收申请和5件上年结转件逐周调度，全部申请已登记并送达承办科室。",
        "对100件新收申请和5件上年结转件逐周调度，除6件结转外，全部申请已于年内办结并送达。",
    ],
)
def test_what_is_not_all_done_is_left_alone(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "99件申请经办公室与各科室联合研判，均予以公开。",
        "全年100件申请经集体会审后，均予以公开。",
        "局里要求“应公开尽公开”，99件申请由办公室统一登记、业务科室分头办理，全部予以公开。",
        "58件申请，经法制科逐件审核，均作出不予公开决定。",
    ],
)
def test_that_all_of_so_many_had_one_result_is_told(text: str) -> None:
    cells = {**HUNDRED, "t3.R03.C1": 30, "t3.R04.C1": 0, "t3.R04.C2": 0, "t3.R13.C1": 33}
    assert len(wrong(text, cells)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "12件申请经办公室与各科室联合研判，均予以公开。",
        "46件申请经办公室与各科室联合研判，均在期限内答复。",
        "涉及征地的96件申请经会审，均予以公开示范文本。",
        "上年96件申请经集体研判，均予以公开。",
    ],
)
def test_some_with_a_result_are_left_alone(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "上年提出的“提升质效”目标基本实现，全年应办申请105件，办结率97.1%，复议纠正件控制在3件。",
        "全年应办申请105件（其中上年结转5件），办结率为96.2%。",
        "上年确定的目标已如期完成，应办申请105件，办结率91.3%。",
        "全年应办申请105件，年度办结率93.4%。",
    ],
)
def test_a_rate_right_behind_what_was_due_is_of_that(text: str) -> None:
    assert len(wrong(text, code="s5")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "上年提出的“提升质效”目标基本实现，全年应办申请105件，办结率94.3%，复议纠正件控制在3件。",
        "全年应办申请105件（其中上年结转5件），办结率为94.29%。",
        "明年的目标是办结率98%以上，确保应办申请全部按期办结。",
        "全年应办申请105件，按期办结率98.9%。",
        "全年应办申请105件，其中新收申请100件，办结率99%。",
    ],
)
def test_other_rates_behind_what_was_due_are_left_alone(text: str) -> None:
    assert wrong(text, code="s5") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("自然人申请82件，办结率为90.1%。", []),
        ("自然人申请82件；办结率为90.1%。", []),
        ("自然人申请82件。申请办结率为90.1%。", ["办结率为90.1%"]),
        ("自然人申请82件，全年办结率为90.1%。", ["办结率为90.1%"]),
    ],
)
def test_a_rate_is_of_the_kind_that_its_own_sentence_names(text: str, told: list[str]) -> None:
    assert wrong(text) == told


@pytest.mark.parametrize("before", ["", "自然人申请82件。", "2023年收到自然人申请70件。今年"])
def test_a_wrong_result_of_a_kind_is_told_once(before: str) -> None:
    assert wrong(f"{before}企业的14件申请，7件予以公开、7件部分公开。") == ["7件部分公开"]
