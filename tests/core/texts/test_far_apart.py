"""Numbers that are far from each other are hardly a total and its parts; of two small ones it is only asked."""

import pytest

from core.texts.sums.sums import wrong_sums

_YEAR = 2024


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息628条，其中公告323条、公示218条、其他97条。",
        "举办培训23场，其中线上19场、线下14场。",
        "县直部门报送34件、乡镇报送27件，合计71件。",
        "发布动态528条，其中转载238条、原创380条。",
    ],
)
def test_one_slip_is_told(text: str) -> None:
    assert [wrong.kind for wrong in wrong_sums(text, _YEAR)] in ([""], ["more"])


@pytest.mark.parametrize(
    "text",
    [
        "受理8件咨询，其中涉及征地118件、拆迁97件、其他34件。",
        "全年公开信息142条，其中公告261条、公示135条、其他56条。",
        "全年办理建议33件，其中主办38件、会办16件。",
        "发布动态30条，其中转载58条、原创47条。",
    ],
)
def test_what_is_twice_as_much_is_of_something_else(text: str) -> None:
    assert wrong_sums(text, _YEAR) == ()


@pytest.mark.parametrize(
    "text",
    [
        "办理建议21件、提案33件，其中主办48件、会办16件。",  # 64 and 54, told as 21 and 33
        "举办培训6场、座谈会4场，其中线上9场、线下3场。",
        "公开信息628条，分别为公告313条、公示62条、其他97条。",  # a closed list may lack most
        "全年开展检查12次、抽查8次，其中自查6次、互查17次。",
    ],
)
def test_numbers_beside_the_total_and_closed_lists_are_reckoned_too(text: str) -> None:
    assert len(wrong_sums(text, _YEAR)) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全年公开信息400条，其中政策120条、动态100条、公告1800条。", "more"),
        ("开展培训3次，其中线上2次、线下2次。", "few"),
        ("维持4件、撤销3件，共8件。", "few"),
        ("开展培训13次，其中线上9次、线下5次。", ""),
        ("开展培训5次，其中线上2次、线下2次、其他2次。", ""),
    ],
)
def test_two_small_numbers_are_asked_about(text: str, kind: str) -> None:
    assert [wrong.kind for wrong in wrong_sums(text, _YEAR)] == [kind]
