"""Rule records: read from every rules file of the format, refused where they contradict themselves."""

import re
import shutil
from pathlib import Path

import pytest

from core.base.resources import resource_path
from core.form.form_files import FormatFolder, FormDefinitionError
from core.form.form_reader import load_form, read_form

RECORD = """
[[rules]]
id = "Z-01"
name = "试验"
level = "warning"
basis = "inferred"
kind = "function"
function = "identity"
why = "试验"
source = "试验"
[rules.messages]
"" = "甲"
mild = "乙"
[rules.levels]
mild = "{level}"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource_path("form", "2021"), tmp_path / "form"))


def test_rules_of_every_rules_file_are_read_and_a_sentence_may_have_a_level_of_its_own(folder: Path) -> None:
    (folder / "rules_zz.toml").write_text(RECORD.format(level="hint"), encoding="utf-8")

    rule = read_form(FormatFolder(folder)).rules["Z-01"]

    assert (rule.level_of(""), rule.level_of("mild")) == ("warning", "hint")


def test_several_findings_have_no_heading_that_says_what_should_hold() -> None:
    """“主动公开数字与表一致（7处）” above seven that do not agree reads the opposite."""
    headings = {rule.id: rule.fault or rule.name for rule in load_form().rules.values()}
    assert headings["N-07"] == "主动公开数字与表不一致"
    assert [
        text for text in headings.values() if re.search("(?<!不)(?:一致|连续|衔接)$|不少于|不多于|为整数|^只填", text)
    ] == []


def test_a_level_for_a_sentence_that_is_not_there_or_no_level_at_all_is_refused(folder: Path) -> None:
    (folder / "rules_zz.toml").write_text(RECORD.format(level="grave"), encoding="utf-8")
    with pytest.raises(FormDefinitionError, match="Z-01"):
        read_form(FormatFolder(folder))


def test_a_rule_number_that_stands_in_two_files_is_refused(folder: Path) -> None:
    record = RECORD.format(level="hint").replace("Z-01", "T3-01")
    (folder / "rules_zz.toml").write_text(record, encoding="utf-8")
    with pytest.raises(FormDefinitionError, match="T3-01 stands twice"):
        read_form(FormatFolder(folder))


def test_sentences_of_a_rule_that_does_not_stand_before_are_refused(folder: Path) -> None:
    record = RECORD.format(level="hint").replace("why =", 'sentences_of = "Z-02"\nwhy =')
    (folder / "rules_zz.toml").write_text(record, encoding="utf-8")
    with pytest.raises(FormDefinitionError, match="sentences of Z-02, which does not stand before it"):
        read_form(FormatFolder(folder))


def test_only_what_the_form_or_a_statute_says_is_called_official() -> None:
    for rule in load_form().rules.values():
        if rule.basis in ("practice", "inferred"):
            assert "官方" not in rule.source, rule.id
