"""A lawsuit after a review, or without one, however it is named; what is told of kinds of applicants by row."""

from __future__ import annotations

import pytest

from core.checks.findings import Finding
from tests.core.texts.filled_reports import filled, findings_of

COURT = {
    "t4.review.upheld": 6, "t4.review.corrected": 2, "t4.review.other": 1, "t4.review.pending": 2,
    "t4.after_review.upheld": 2, "t4.after_review.corrected": 1, "t4.after_review.pending": 1,
    "t4.direct.upheld": 3, "t4.direct.other": 1,
}  # fmt: skip
REQUESTS = {
    "t3.R01.C1": 13, "t3.R01.C2": 2, "t3.R02.C1": 2, "t3.R03.C1": 8, "t3.R03.C2": 1, "t3.R04.C1": 2, "t3.R08.C1": 1,
    "t3.R13.C1": 2, "t3.R13.C2": 1, "t3.R14.C1": 1, "t3.R25.C1": 1,
}  # fmt: skip


def found(text: str, code: str, *rules: str) -> list[Finding]:
    return findings_of(filled("云屏县卫生健康局", code, text, {**COURT, **REQUESTS}), *rules)


@pytest.mark.parametrize(
    "named",
    [
        *("复议后又诉至法院的", "复议后诉至法院", "经复议后诉诸法院的", "不服复议决定诉至法院的", "经复议再诉的"),
        *("对复议结果不服诉至人民法院的", "申请人不服复议结果向县法院提起行政诉讼的", "复议之后再打官司的"),
        *("复议后走到法院的", "复议后又告到法院的", "复议维持后又起诉的", "对复议决定不服又向法院起诉的"),
    ],
)
@pytest.mark.parametrize(("upheld", "wrong"), [(2, 0), (6, 1)])
def test_outcomes_behind_a_lawsuit_after_review_are_those_of_lawsuits(named: str, upheld: int, wrong: int) -> None:
    text = f"复议11件：维持6件，纠正2件，其他结果1件，未结2件。{named}4件，维持{upheld}件、纠正1件、在审1件。"
    assert len(found(text, "s4", "N-06")) == wrong


@pytest.mark.parametrize(
    "named", ["未经复议诉至法院的", "直接诉至法院的", "未经复议径行诉至法院的", "未复议即起诉的", "绕过复议直接起诉的"]
)
@pytest.mark.parametrize(("upheld", "wrong"), [(3, 0), (6, 1)])
def test_outcomes_behind_a_lawsuit_without_review_are_its_own(named: str, upheld: int, wrong: int) -> None:
    text = f"复议11件：维持6件，纠正2件，其他结果1件，未结2件。{named}4件，维持{upheld}件、其他结果1件。"
    assert len(found(text, "s4", "N-06")) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "未收到法人或其他组织提出的申请，全年15件申请均由自然人提出。",
        "本年没有收到法人和其他组织的政府信息公开申请。",
        "全年无法人和其他组织提出政府信息公开申请。",
    ],
)
def test_a_denial_about_a_kind_of_applicants_is_judged_as_that_kind(text: str) -> None:
    assert [f.cells[0] for f in found(text, "s1.request", "N-01", "N-02")] == ["t3.R01.C2"]


@pytest.mark.parametrize("text", ["未收到公民、法人或其他组织提出的申请。", "无公民、法人和其他组织提出申请。"])
def test_a_denial_about_all_applicants_is_one_about_all(text: str) -> None:
    assert [(f.rule_id, f.cells) for f in found(text, "s1.request", "N-01", "N-02")] == [("N-02", ("t3.R01.C7",))]


def test_kinds_of_a_row_are_told_by_the_rule_of_the_row() -> None:
    (finding,) = found("予以公开9件中，自然人3件、商业企业1件。", "s3", "N-01", "N-05")
    assert (finding.rule_id, finding.cells) == ("N-05", ("t3.R03.C1",))
    assert "“自然人3件”" in finding.message


@pytest.mark.parametrize(
    ("text", "rule", "cells"),
    [
        ("不予公开1件，不予公开的理由均为过程性信息。", "N-05", [("t3.R10.C7",)]),
        ("不予公开1件，不予公开的理由均为保护第三方合法权益。", "N-05", []),
        ("年末结转的1件里自然人1件。", "N-01", []),
        ("企业方面，新收2件、办结2件。", "N-01", []),
        ("企业方面，新收3件、办结2件。", "N-01", [("t3.R01.C2",)]),
        ("公益组织提交的2件申请，1件部分公开，1件因不掌握无法提供。", "N-05", []),
    ],
)
def test_what_is_said_of_a_row_or_a_kind(text: str, rule: str, cells: list[tuple[str, ...]]) -> None:
    assert [finding.cells for finding in found(text, "s3", rule)] == cells


def test_the_applications_of_a_sentence_on_their_number_are_read_in_section_five() -> None:
    (finding,) = found("当前申请办理压力较大，全年新收11件，人均承办量偏高。", "s5", "N-01")
    assert finding.cells[0] == "t3.R01.C7"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("行政诉讼8件，均由当事人未经复议直接起诉，其中维持5件。", 1),
        ("行政诉讼8件，均未经复议直接向法院起诉。", 1),
        ("行政诉讼8件，都是原告没有申请复议就直接起诉的。", 1),
        ("行政诉讼8件，均由当事人不服复议决定后起诉。", 1),
        ("行政诉讼8件，其中维持5件、纠正1件、其他结果1件、在审1件，均经复议后起诉。", 1),
        ("行政诉讼8件，其中纠正1件，为复议后起诉。", 0),
        ("行政诉讼8件，其中纠正的1件经复议后起诉。", 0),
        ("行政诉讼8件。其他结果的1件均由当事人直接起诉。", 0),
    ],
)
def test_all_came_to_court_one_way(text: str, wrong: int) -> None:
    assert len(found(text, "s4", "N-06")) == wrong


@pytest.mark.parametrize("way", ["经过复议", "经复议", "经行政复议"])
def test_how_many_were_reviewed_before_leaves_the_lawsuits_the_topic(way: str) -> None:
    told = f"行政诉讼8件，4件为直接起诉，4件{way}。"
    assert found(f"{told}已审结7件。", "s4", "N-06") == []
    assert len(found(f"{told}已审结6件。", "s4", "N-06")) == 1


SUED = {
    "t4.direct.upheld": 2, "t4.direct.corrected": 1, "t4.direct.other": 1,
    "t4.after_review.upheld": 5, "t4.after_review.corrected": 1, "t4.after_review.pending": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("行政诉讼12件，维持7件，败诉2件，撤诉1件，剩余2件跨年审理，均为复议后起诉案件。", 0),
        ("行政诉讼12件，维持7件，败诉2件，撤诉1件，其余2件仍在法院，均系先复议后起诉。", 0),
        ("行政诉讼12件，胜诉7件、败诉2件、原告撤诉1件，还有2件转到下年，都是经复议后起诉的。", 0),
        ("诉讼12件，其中2件未能在年内等到判决，这2件均为复议后起诉案件。", 0),
        ("行政诉讼12件，维持7件，败诉2件，撤诉1件，其余2件仍在法院，均为直接起诉。", 1),
        ("行政诉讼12件，均为复议后起诉，其中维持7件。", 1),
        ("行政诉讼12件，其中维持7件、败诉2件、撤诉1件、未结2件，全部为复议后起诉。", 1),
    ],
)
def test_the_rest_of_a_list_came_so(text: str, wrong: int) -> None:
    assert len(findings_of(filled("云屏县卫生健康局", "s4", text, SUED), "N-06")) == wrong


AGAINST_REVIEWS = {
    "t4.review.upheld": 4, "t4.review.pending": 1, "t4.after_review.upheld": 2, "t4.after_review.other": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("upheld", "others", "cells"),
    [(2, 1, []), (3, 1, ["t4.after_review.upheld"]), (2, 2, ["t4.after_review.other"])],
)
@pytest.mark.parametrize(
    "told",
    [
        "诉讼3件都是对复议维持决定不服提起，法院已结3件，{}件驳回诉讼请求，{}件准许撤诉。",
        "诉讼3件均系不服复议维持决定而起诉，其中{}件判决驳回原告诉讼请求，{}件原告撤诉。",
        "诉讼3件，都是当事人对市政府的复议维持决定不服而提起，{}件维持，{}件其他结果。",
        "3件诉讼由复议维持后的当事人提出，现已全部审结，{}件驳回诉讼请求，{}件撤诉。",
        "诉讼案件3件，全部针对复议维持决定提起，驳回诉讼请求{}件、准予撤诉{}件。",
    ],
)
def test_lawsuits_against_what_reviews_upheld(told: str, upheld: int, others: int, cells: list[str]) -> None:
    text = f"本年行政复议为5件，已审结的4件复议全部维持，剩余1件在审。{told.format(upheld, others)}"
    report = filled("柳河县水利局", "s4", text, AGAINST_REVIEWS)
    assert [f.cells[0] for f in findings_of(report, "N-06")] == cells


BY_WAY = {
    "t4.review.upheld": 2, "t4.review.corrected": 1, "t4.review.other": 1,
    "t4.direct.upheld": 2, "t4.direct.other": 1, "t4.after_review.upheld": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        "诉讼{}件中，直接起诉3件，维持2件、原告撤诉1件；复议后起诉1件，结果为维持。",
        "诉讼{}件：直接起诉3件，维持2件、其他结果1件；复议后起诉1件，维持。",
        "诉讼{}件，包括直接起诉3件，驳回2件、撤诉1件；先复议后诉讼1件，驳回1件。",
        "{}件诉讼中，直接起诉3件，判决驳回2件、裁定准予撤诉1件；复议后起诉1件，判决驳回。",
        "诉讼{}件中，直接起诉3件，维持2件、原告撤诉1件，复议后起诉1件，结果为维持。",
        "诉讼{}件（直接起诉3件，维持2件、其他1件；复议后起诉1件，维持1件）。",
    ],
)
@pytest.mark.parametrize(("all_of_them", "wrong"), [(4, 0), (3, 1)])
def test_outcomes_of_a_way_are_no_further_parts(told: str, all_of_them: int, wrong: int) -> None:
    text = f"全年复议4件、诉讼4件，合计8件。{told.format(all_of_them)}"
    report = filled("柳河县水利局", "s4", text, BY_WAY)
    assert len(findings_of(report, "N-06", "N-24")) == wrong


@pytest.mark.parametrize(("number", "wrong"), [(4, 0), (8, 1)])
@pytest.mark.parametrize("named", ["未经复议的诉讼", "未经行政复议的行政诉讼案件", "没有经过复议的诉讼"])
def test_lawsuits_without_review_are_no_reviews(named: str, number: int, wrong: int) -> None:
    assert len(found(f"全年{named}{number}件，维持3件。", "s4", "N-06")) == wrong


def test_a_review_that_came_first_is_the_way_to_court() -> None:
    reviews = "因答复被复议11件，6件维持、2件纠正、1件申请人撤回、2件未结；"
    told = "应诉8件，4件是直接起诉，4件先经复议，裁判结果为5件驳回原告诉请，1件准予撤诉。"
    assert found(reviews + told, "s4", "N-06") == []
    assert found("复议和诉讼两个环节被纠正的共3件，复议2件、诉讼1件。", "s4", "N-06") == []
