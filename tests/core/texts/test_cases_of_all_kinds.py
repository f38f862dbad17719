"""Cases of all kinds told beside those about 信息公开, and denials of all but those pending (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims, wrong_quotes

CELLS = {"t4.review.upheld": 4, "t4.review.corrected": 1, "t4.review.pending": 1, "t4.direct.upheld": 2}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全局办理行政复议19件。其中涉及政府信息公开的复议6件，维持4件。", []),
        ("全局办理行政复议19件。其中涉及政府信息公开的复议7件，维持4件。", ["政府信息公开的复议7件"]),
        ("因政府信息公开被申请行政复议9件。涉及信息公开的复议6件中维持4件。", ["行政复议9件"]),
        ("各类行政行为被申请行政复议19件。涉及政府信息公开的复议6件。19件复议案件中由市政府审理12件。", []),
        ("涉及政府信息公开的复议6件。26件复议案件中由市政府审理12件。", ["26件复议"]),
        (
            "信息公开复议由上年的3件增加到6件。全年街道作为被申请人的复议案件共11件，除上述6件外，其余5件不在本部分统计。",
            [],
        ),
        (
            "信息公开复议由上年的3件增加到6件。全年街道作为被申请人的复议案件共11件，除上述6件外，其余6件不在本部分统计。",
            ["复议案件共11件"],
        ),
        ("政府信息公开复议6件。与投诉有关的复议案件全年有63件，不在口径内；经调解结案的25件中也没有信息公开案件。", []),
    ],
)
def test_cases_of_all_kinds_beside_those_on_disclosure(text: str, wrong: list[str]) -> None:
    found = wrong_quotes(filled("溪口县交通运输局", "s4", text, CELLS))
    assert len(found) == len(wrong)
    assert all(said in quote for said, quote in zip(wrong, found, strict=True))


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("行政复议6件。除1件尚未审结外，已对5件作出处理，没有一件被纠正。", True),
        ("行政复议6件。除1件尚未审结外，其余均已办结，无一件被法院撤销。", False),
    ],
)
def test_none_of_all_but_those_pending(text: str, is_wrong: bool) -> None:
    assert bool(wrong_claims(filled("溪口县交通运输局", "s4", text, CELLS))) is is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("复议未审结1件，直接起诉未审结2件，复议后起诉未审结1件，在审案件共4件。", False),
        ("复议未审结1件，直接起诉未审结2件，复议后起诉未审结1件，在审案件共5件。", True),
    ],
)
def test_pending_cases_of_all_three_ways(text: str, is_wrong: bool) -> None:
    cells = {"t4.review.pending": 1, "t4.direct.pending": 2, "t4.after_review.pending": 1}
    assert bool(wrong_claims(filled("溪口县交通运输局", "s4", text, cells))) is is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "行政诉讼1件，系申请人不服复议维持决定而起诉，12月31日前未审结。",
        "行政诉讼1件，为复议维持后起诉，法院尚在审理。",
    ],
)
def test_why_somebody_sued_is_no_outcome(text: str) -> None:
    cells = {"t4.review.upheld": 1, "t4.after_review.pending": 1}
    assert wrong_claims(filled("溪口县交通运输局", "s4", text, cells)) == []
    assert wrong_claims(filled("溪口县交通运输局", "s4", text.replace("诉讼1件", "诉讼3件"), cells))


def test_what_a_person_took_to_a_review_is_of_some() -> None:
    text = "周某先后提交申请14件。周某对其中{}件申请复议，区政府均予维持。"
    cells = {"t4.review.upheld": 14, "t4.review.corrected": 2, "t3.R01.C1": 30, "t3.R03.C1": 30}
    assert wrong_claims(filled("溪口县交通运输局", "s3", text.format(2), cells)) == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("实行疑难申请联席会审，会审的26件目前只有1件引发复议。", False),
        ("全年办结的26件申请只有1件引发复议。", True),
    ],
)
def test_cases_that_came_of_some_answers(text: str, is_wrong: bool) -> None:
    cells = {"t3.R01.C1": 26, "t3.R03.C1": 26, **CELLS}
    assert bool(wrong_claims(filled("溪口县交通运输局", "s4", text, cells))) is is_wrong
