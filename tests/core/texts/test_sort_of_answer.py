"""Which answer was upheld, and what neither kind of cases had (N-06); documents at the end of the year (N-07)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

_CASES = {"t4.review.corrected": 1, "t4.direct.upheld": 1, "t4.direct.other": 1}
_DOCUMENTS = {"t2.normative.issued": 4, "t2.normative.repealed": 2, "t2.normative.in_force": 23}


@pytest.mark.parametrize(
    "text",
    [
        "被申请行政复议1件，县政府维持了我镇作出的部分公开答复。",
        "被申请行政复议1件，申请人为青溪村村民，县政府经审理，维持了我镇作出的不予公开决定。",
        "1件行政复议和2件行政诉讼均已审结，没有被纠正的情形。",
        "1件行政复议和2件行政诉讼均已在年内审结，没有出现答复行为被纠正的情形。",
        "行政复议1件和行政诉讼2件全部审结，没有被纠正的情形。",
    ],
)
def test_a_review_that_was_put_right(text: str) -> None:
    assert len(wrong_quotes(filled("青源县柳溪镇人民政府", "s4", text, _CASES))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "被申请行政复议1件，县政府撤销了我镇作出的部分公开答复。",
        "被申请行政复议1件，申请人请求维持我镇作出的不予公开答复。",
        "1件行政复议和2件行政诉讼均已审结，诉讼没有败诉。",
        "行政复议1件，被纠正。2件行政诉讼均已审结，没有被纠正的情形。",
    ],
)
def test_a_review_told_rightly(text: str) -> None:
    assert wrong_quotes(filled("青源县柳溪镇人民政府", "s4", text, _CASES)) == []


@pytest.mark.parametrize(
    "text",
    [
        "制发行政规范性文件4件，文件及解读材料均已上网，现行有效{}件。",
        "制发行政规范性文件4件，涉及民办教育收费、校外培训机构设置；对2013年以前出台的文件开展清理，废止2件，截至2024年12月31日现行有效{}件。",
    ],
)
def test_documents_in_force_behind_what_else_is_told(text: str) -> None:
    assert wrong_quotes(filled("临澜市教育局", "s2", text.format(23), _DOCUMENTS)) == []
    assert len(wrong_quotes(filled("临澜市教育局", "s2", text.format(21), _DOCUMENTS))) == 1
