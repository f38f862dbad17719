"""What is told of cases of a sort named in the sentence before, or joined to reviews that were closed (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t4.review.upheld": 8, "t4.review.pending": 1,
    "t4.direct.upheld": 3, "t4.direct.corrected": 1, "t4.after_review.upheld": 4, "t4.after_review.pending": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("复议后起诉的案件是应诉工作的重点。2024年此类案件6件，法院维持4件，没有一件被判决撤销。", []),
        ("复议后起诉的案件是应诉工作的重点。2024年此类案件6件，法院维持3件，没有一件被判决撤销。", ["法院维持3件"]),
        (
            "直接起诉的案件是应诉工作的重点。2024年这类案件4件，法院维持3件，没有一件被判决撤销。",
            ["没有一件被判决撤销"],
        ),
        ("应诉是工作的重点。2024年法院维持4件，被判决纠正1件。", ["法院维持4件"]),
        ("已审结的8件复议案件和8件诉讼案件中，由法制科承办12件。", []),
        ("已审结的8件复议案件和9件诉讼案件中，由法制科承办12件。", ["9件诉讼"]),
    ],
)
def test_cases_of_that_sort(text: str, wrong: list[str]) -> None:
    found = wrong_quotes(filled("溪口县交通运输局", "s4", text, CELLS))
    assert len(found) == len(wrong)
    assert all(said in quote for said, quote in zip(wrong, found, strict=True))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("予以公开79件，部分公开19件，两种结果占办结总量的半数以上。", ""),
        ("予以公开79件，部分公开19件，两种结果占办结总量的64.9%。", ""),
        ("予以公开79件，部分公开19件，两种结果占办结总量的54.9%。", "54.9%"),
        ("我局作为被告的行政诉讼共10件，未经复议直接起诉的4件，复议后起诉的7件。", "复议后起诉的7件"),
    ],
)
def test_two_results_together_and_suits_against_us(text: str, wrong: str) -> None:
    cells = {"t3.R01.C1": 151, "t3.R03.C1": 79, "t3.R04.C1": 19, "t3.R05.C1": 17, "t3.R13.C1": 36}
    found = wrong_quotes(filled("溪口县交通运输局", "s4" if "诉" in text else "s3", text, {**CELLS, **cells}))
    assert [wrong in quote for quote in found] == [True] * bool(wrong)
