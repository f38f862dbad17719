"""A way to court whose noun is that of the heading: 行政诉讼方面，未经复议直接提起的13件, 经复议后又提起的27件."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t4.review.upheld": 88, "t4.review.corrected": 31, "t4.review.other": 22, "t4.review.pending": 9,
    "t4.direct.upheld": 6, "t4.direct.corrected": 1, "t4.direct.other": 2, "t4.direct.pending": 4,
    "t4.after_review.upheld": 17, "t4.after_review.corrected": 2, "t4.after_review.other": 3,
    "t4.after_review.pending": 5,
}  # fmt: skip
TEXT = (
    "行政诉讼方面，{direct}{all}件，结果维持6件、纠正1件、其他{other}件、未审结4件；"
    "{after}27件，结果维持17件、纠正2件、其他3件、未审结5件。"
)
WAYS = [
    ("未经复议直接提起的", "经复议后又提起的"),
    ("不经行政复议直接提起", "经行政复议后再次提起"),
    ("直接提起的", "复议后提起的"),
    ("未申请复议直接提起的", "申请复议后提起的"),
    ("未经复议环节直接起诉", "经复议环节后起诉"),
    ("不经复议而直接提起的", "复议后仍不服提起的"),
    ("未经复议前置程序直接提起诉讼", "对复议决定不服提起诉讼"),
    ("直接向法院提起的", "复议后向法院提起的"),
]


@pytest.mark.parametrize(("direct", "after"), WAYS)
@pytest.mark.parametrize(
    ("count", "other", "wrong"), [(13, 2, False), (15, 2, True), (13, 3, True)], ids=["right", "total", "outcome"]
)
def test_outcomes_are_those_of_the_way_that_was_brought(
    direct: str, after: str, count: int, other: int, wrong: bool
) -> None:
    text = TEXT.format(direct=direct, after=after, all=count, other=other)
    found = wrong_quotes(filled("泽安市人民政府", "s4", text, CELLS, unit_type="各级人民政府"))
    assert len(found) == wrong
    assert all("15件" in quote or "其他3件" in quote for quote in found)
