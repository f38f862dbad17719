"""The topics of help: every one has a source and concerns rows that exist."""

import pytest

from core.form.form_reader import load_form
from core.form.help_topics import HelpTopic, help_topics, topics_for

ASKED_FOR = ["三类内部事务信息", "四类过程性信息", "部分公开", "业务查询", "共同被告"]


@pytest.mark.parametrize("topic", help_topics(), ids=lambda topic: topic.key)
def test_a_topic_concerns_rows_and_kinds_of_unit_that_exist(topic: HelpTopic) -> None:
    form = load_form("2021")
    rows = {f"{table.id}.{key}" for table in form.tables.values() for key in table.rows}
    assert topic.rows
    assert set(topic.rows) <= rows
    assert set(topic.unit_types) <= set(form.meta["meta.unit_type"].choices)


@pytest.mark.parametrize("topic", help_topics(), ids=lambda topic: topic.key)
def test_a_topic_says_where_it_comes_from_and_calls_nothing_official_that_is_not(topic: HelpTopic) -> None:
    assert topic.source
    assert "官方" not in topic.text + topic.source
    assert topic.source.startswith(("国办", "表", "行标签", "参考", "建议"))


@pytest.mark.parametrize("words", ASKED_FOR)
def test_the_common_confusions_are_there(words: str) -> None:
    assert any(words in topic.title for topic in help_topics())


def test_co_defendants_concern_governments_and_superior_departments_only() -> None:
    assert "co-defendant" in [t.key for t in topics_for("t4.after_review", "各级人民政府")]
    assert "co-defendant" not in [t.key for t in topics_for("t4.after_review", "街道办事处")]
    assert "co-defendant" in [t.key for t in topics_for("t4.after_review", "")]
