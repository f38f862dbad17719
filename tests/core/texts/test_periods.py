"""Parts of a year and their whole, and changes told with the number that they are since."""

from __future__ import annotations

import pytest

from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("全年共组织村级公开培训3次，第一季度1次、第二季度1次、第四季度2次，参训85人次。", 3, (1, 1, 2)),
        ("全年召开例会4次，其中一季度2次、三季度3次。", 4, (2, 3)),
        ("举办开放日2场：第二季度1场，第三季度2场。", 2, (1, 2)),
        ("组织培训6期，第一季度组织3期、第三季度组织4期。", 6, (3, 4)),
    ],
)
def test_some_quarters_are_no_more_than_their_whole(text: str, total: int, parts: tuple[int, ...]) -> None:
    (wrong,) = wrong_sums(text, 2024)
    assert (wrong.total, wrong.parts) == (total, parts)


@pytest.mark.parametrize(
    "text",
    [
        "全年共组织村级公开培训5次，第一季度1次、第二季度1次、第四季度2次。",
        "每季度召开例会1次，一季度2次、三季度3次。",
        "较上年增加3次，一季度2次、三季度3次。",
        "培训3次，第一季度测试2次、第二季度测试2次。",
        "收到8件，第一季度办结6件、第二季度办结5件。",
        "其中专题会2次，一季度3次、二季度4次。",
        "开展检查4次，第三季度2次、下半年3次。",
    ],
)
def test_quarters_that_may_be_of_another_whole_are_left_alone(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "一季度收到申请11件，比上年同期多4件；二季度6件，同比持平；三季度8件、四季度5件，全年共30件。",
        "一季度收到申请11件；二季度6件；三季度8件、四季度5件，合计30件。",
        "一季度收到申请11件，办结9件；二季度6件，办结7件；三季度8件、四季度5件，全年共30件。",
        "上半年收到申请17件，同比增加2件；三季度8件、四季度5件，全年合计30件。",
        "一季度收到申请11件；二季度6件；三季度8件、四季度5件，下半年共13件。",
        "上半年收到申请17件，同比增加2件；下半年收到13件，其中网上8件，全年共30件。",
    ],
)
def test_quarters_are_added_up_over_a_semicolon(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


def test_quarters_that_are_not_the_whole_are_found_over_a_semicolon() -> None:
    text = "一季度收到申请11件，比上年同期多4件；二季度6件，同比持平；三季度8件、四季度5件，全年共31件。"
    (wrong,) = wrong_sums(text, 2024)
    assert (wrong.total, wrong.parts) == (31, (11, 6, 8, 5))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024年行政诉讼5件，而2023年仅有1件，增加4件，是上年的5倍。", ()),
        ("全年培训8次，上年4次，增加4次，是上年的2倍。", ()),
        ("全年培训8次，上年4次，增加4次，增长一倍。", ()),
        ("全年培训8次，比上年的4次多4次，是上年的2倍。", ()),
        ("全年培训8次（上年4次），增加4次，同比增长一倍。", ()),
        ("全年培训8次，上年4次，增加4次，是上年的3倍。", (12,)),
        ("全年培训8次，上年为4次，是上年的3倍。", (12,)),
    ],
)
def test_times_behind_a_change_are_of_the_number_before_it(text: str, parts: tuple[int, ...]) -> None:
    assert [wrong.parts for wrong in wrong_sums(text, 2024)] == ([parts] if parts else [])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("全年收到申请34件，由上年的37件减少3件，下降8.8%。", "8.1%"),
        ("全年收到申请34件，在上年37件的基础上减少3件，下降8.8%。", "8.1%"),
        ("上年收到申请37件，今年减少3件，降幅8.8%。", "8.1%"),
        ("全年公开信息240条，从上年的200条增加40条，增长16.7%。", "20.0%"),
        ("全年举办培训6次，由2023年的4次增加2次，增幅33.3%。", "50.0%"),
    ],
)
def test_a_change_in_percent_is_of_the_number_it_starts_from(text: str, right: str) -> None:
    assert [wrong.right for wrong in wrong_ratios(text, 2024)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "全年收到申请34件，由上年的37件减少3件，下降8.1%。",
        "上年收到申请37件，其中自然人减少3件，下降10%。",
        "上年结转2件，今年增加3件，增长9.7%。",
        "公开信息240条，由各科室报送200条，增加40条，增长16.7%。",
        "由县局转来12件，较上年增加3件，增长33.3%。",
    ],
)
def test_a_change_from_another_number_is_left_alone(text: str) -> None:
    assert wrong_ratios(text, 2024) == ()


def test_a_number_is_that_of_last_year_and_its_change() -> None:
    (wrong,) = wrong_sums("全年收到申请34件，由上年的38件减少3件。", 2024)
    assert (wrong.total, wrong.parts) == (34, (38, -3))


@pytest.mark.parametrize(
    "text",
    [
        "一季度发布6条，二季度7条，三季度8条，四季度9条，全年召开例会12次。",
        "全年召开例会12次，一季度发布6条，二季度7条，三季度8条，四季度9条。",
    ],
)
def test_a_year_told_in_another_unit_is_not_that_of_its_quarters(text: str) -> None:
    assert wrong_sums(text, 2024) == ()
