"""Two changes of one text go together where they touch different words."""

import pytest

from core.report.merging import merged


@pytest.mark.parametrize(
    ("before", "mine", "theirs", "both"),
    [
        ("公开92条，动态23条。", "公开95条，动态23条。", "公开92条，动态24条。", "公开95条，动态24条。"),
        ("公开92条，动态23条。", "公开95条，动态23条。", "公开95条，动态23条。", "公开95条，动态23条。"),
        ("公开192条。", "公开195条。", "公开292条。", None),
        ("公开九十二条。", "公开九十五条。", "公开八十二条。", None),
        ("公开信息。", "主动公开信息。", "公开信息和文件。", "主动公开信息和文件。"),
        ("", "一是公开。", "二是解读。", None),
    ],
)
def test_changes_of_different_words_go_together(before: str, mine: str, theirs: str, both: str | None) -> None:
    assert merged(before, mine, theirs) == both
    assert merged(before, theirs, mine) == both


def test_a_giant_paragraph_is_left_to_the_reader() -> None:
    long = "公开信息。" * 2000
    assert merged(long, f"{long}一", f"二{long}") is None
    assert merged(long[:-1], long[:-1], long[:-1]) == long[:-1]
