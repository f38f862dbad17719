"""The words of a register: its fields, the labels of the form that count by themselves, and what is only proposed.

The data stand in ``resources/register``; labels come from the newest form, without the numbers before them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from core.base.toml_files import shipped_toml
from core.form.form_definition import Rule, Table
from core.form.form_files import Record
from core.form.form_reader import load_form

NUMBER, RECEIVED, KIND, CLOSED, OUTCOME = "登记号", "收到日期", "申请人类别", "办结日期", "办理结果"
APPLICANT, CONTENT, REMARK = "申请人", "内容", "备注"
COMPLETED_ON, EXTENDED_ON, BILLED_ON = "补正告知日", "延期告知日", "收费通知日"
BILLED, COLLECTED = "收费金额", "实收金额"
REVIEW, LAWSUIT, JUDGEMENT = "复议结果", "诉讼类型", "诉讼结果"
COUNTED = frozenset(
    (
        *(NUMBER, RECEIVED, KIND, CLOSED, OUTCOME, COMPLETED_ON, EXTENDED_ON),
        *(BILLED_ON, BILLED, COLLECTED, REVIEW, LAWSUIT, JUDGEMENT),
    )
)
"""The fields that decide what is counted or found; the others are the office's own."""
OPEN, NOT_COUNTED, UNDECIDED = "尚未办结", "不计", "请选择"

_MARKS = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x1f\x7f-\x9f“”\"‘’'「」*＊]+")
_NUMBERING = re.compile(r"^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、])+")
_JOINTS = re.compile(r"^[-—–―:/·>→,、;]+")
_IN_BRACKETS = re.compile(r"^\(([^()]+)\)$")
_JOINTS_BEHIND = re.compile(r"[-—–―:/·>→,、;(]+$")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row.

    Attributes:
        key: Its own name, the header of the program's own register.
        is_needed: Whether a sheet without it is no register.
        names: Other headers that are proposed for it.
    """

    key: str
    is_needed: bool
    names: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """All words of a register.

    Attributes:
        fields: The fields in order, by key.
        outcomes: Key of the row, 尚未办结 or 不计 by the plain form of what counts by itself.
        kinds: Key of the column by the plain form of its label.
        offered_outcomes: What is only proposed, likewise.
        offered_kinds: Likewise.
        ends: Ends of applicants' names with the column that they propose, the longest first.
        outcome_labels: Label of each outcome without its number, by its key.
        outcome_choices: Label of each outcome as printed, with the group above it: （六）其他处理：3.其他.
        carried_out: Label of the row of what is not closed by the end of the year.
        kind_labels: Label of each column by its key.
        reviews: Key of the column of table 四 by the plain form of its labels.
        lawsuits: Key of the row of table 四, likewise.
        data: The rest of the data.
    """

    fields: Mapping[str, Field]
    outcomes: Mapping[str, str]
    kinds: Mapping[str, str]
    offered_outcomes: Mapping[str, str]
    offered_kinds: Mapping[str, str]
    ends: tuple[tuple[str, str], ...]
    outcome_labels: Mapping[str, str]
    outcome_choices: Mapping[str, str]
    carried_out: str
    kind_labels: Mapping[str, str]
    reviews: Mapping[str, str]
    lawsuits: Mapping[str, str]
    data: Mapping[str, Any]

    @property
    def needed(self) -> tuple[str, ...]:
        """Keys of the fields without which a sheet is no register."""
        return tuple(field.key for field in self.fields.values() if field.is_needed)

    def row_named(self, outcome: str) -> str:
        """Return the row of table 三 that an outcome counts in, as printed; that of what is carried on for 尚未办结."""
        return self.carried_out if outcome == OPEN else self.outcome_choices.get(outcome, "")


@lru_cache(maxsize=4096)  # the same words stand in row after row
def plain(text: str) -> str:
    """Return a word for comparing: half-width, without blanks, quotes and signs that nobody sees."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).strip(":。.")


def plain_label(text: str) -> str:
    """Return a label for comparing, without the number before it."""
    return _NUMBERING.sub("", plain(text))


@cache
def vocabulary() -> Vocabulary:
    """Return the words of registers, read once."""
    data = shipped_toml("register", "register.toml")
    tables = load_form().tables
    outcomes, kinds, cases = data["outcomes"], data["kinds"], data["cases"]
    table, other = tables[outcomes["table"]], tables[cases["table"]]
    rows = {key: table.rows[key].label for key in outcomes["answered"]}
    columns = {key: table.columns[key].label for key in kinds["columns"]}
    return Vocabulary(
        fields={f["key"]: Field(f["key"], f.get("needed", False), tuple(f.get("names", ()))) for f in data["fields"]},
        outcomes={**_outcome_words(table, rows), OPEN: OPEN, NOT_COUNTED: NOT_COUNTED},
        kinds={plain_label(label): key for key, label in columns.items()},
        offered_outcomes={
            **{plain_label(word): key for key in rows for word in table.rows[key].synonyms},
            **{plain_label(word): key for key, words in outcomes["offered"].items() for word in words},
        },
        offered_kinds={plain_label(word): key for key, words in kinds["offered"].items() for word in words},
        ends=tuple(
            sorted(((end, key) for key, ends in kinds["ends"].items() for end in ends), key=lambda e: -len(e[0]))
        ),
        outcome_labels={key: _NUMBERING_AS_PRINTED.sub("", label) for key, label in rows.items()},
        outcome_choices=_outcome_choices(table, rows),
        carried_out=table.rows[outcomes["carried_out"]].label,
        kind_labels=columns,
        reviews=_words({key: other.columns[key] for key in cases["results"]}),
        lawsuits=_words({key: other.rows[key] for key in cases["lawsuits"]}),
        data=data,
    )


_NUMBERING_AS_PRINTED = re.compile(r"^(?:（[一二三四五六七八九十]+）|\d+\.)")


def _words(lines: Mapping[str, Any]) -> dict[str, str]:
    return {plain_label(word): key for key, line in lines.items() for word in (line.label, *line.synonyms)}


def _outcome_words(table: Table, rows: Mapping[str, str]) -> dict[str, str]:
    """Return the labels that count by themselves: alone, and with what stands in brackets left out."""
    words: dict[str, str] = {}
    for key, label in rows.items():
        whole = plain_label(label)
        words[whole] = key
        words.setdefault(whole.partition("(")[0], key)
    return words | {
        plain_label(group) + word: key
        for key, group in _groups(table).items()
        if key in rows
        for word, row in list(words.items())
        if row == key
    }


def _groups(table: Table) -> dict[str, str]:
    """Return for each row the label of the group beside it, such as （三）不予公开."""
    groups: dict[str, str] = {}
    labels = [item for row in table.grid for item in row if item.label and item.height > 1 and not item.is_header]
    for item in (item for row in table.grid for item in row if item.row_key):
        beside = [g for g in labels if g.left + g.width == item.left and g.top <= item.top < g.top + g.height]
        if beside:
            groups[item.row_key] = beside[0].label
    return groups


def _outcome_choices(table: Table, rows: Mapping[str, str]) -> dict[str, str]:
    groups = _groups(table)
    return {key: f"{groups[key]}：{label}" if label[0].isdecimal() else label for key, label in rows.items()}


def kind_word(text: str) -> str:
    """Return the plain form of a kind of applicant, without the label above it, as in “法人或其他组织－商业企业”."""
    word = plain_label(text)
    for group in _kind_groups():
        if word.startswith(group) and word != group:
            return _JOINTS.sub("", word[len(group) :])
    return word


@cache
def _kind_groups() -> tuple[str, ...]:
    """Return the labels above the columns of the kinds."""
    grid = load_form().tables[vocabulary().data["kinds"]["table"]].grid
    kinds = {item.left for row in grid for item in row if item.column_key in vocabulary().kind_labels}
    above = [item for row in grid for item in row if item.is_header and item.label and not item.column_key]
    return tuple(plain_label(item.label) for item in above if item.left in kinds)


def outcome_word(text: str) -> str:
    """Return the plain form of an outcome: no numbers, “不予公开：1.属于国家秘密” as one word, as with brackets."""
    word = plain_label(text)
    for group in _group_words():
        if word.startswith(group) and word != group:
            reason = _JOINTS.sub("", word[len(group) :])
            return group + _NUMBERING.sub("", _IN_BRACKETS.sub(r"\1", reason))
    return word


def offered_outcome(text: str) -> str:
    """Return what is proposed for an outcome that is no official one; "" for nothing.

    The group may stand behind its reason instead of before it: 行政执法案卷，不予公开.
    """
    words, word = vocabulary(), outcome_word(text)
    if offered := words.offered_outcomes.get(word, ""):
        return offered
    if _carried_on().fullmatch(word):
        return OPEN
    word = word.removesuffix(")")
    group = next((group for group in _group_words() if word.endswith(group) and word != group), "")
    reason = _JOINTS_BEHIND.sub("", word.removesuffix(group)) if group else ""
    found = words.offered_outcomes.get(reason) or words.outcomes.get(reason) or words.outcomes.get(group + reason)
    return found or ""


@cache
def _carried_on() -> re.Pattern[str]:
    """Return how 结转下年度 and the like are written."""
    return re.compile("|".join(vocabulary().data["outcomes"]["carried_on"]))


@cache
def _group_words() -> tuple[str, ...]:
    table = load_form().tables[vocabulary().data["outcomes"]["table"]]
    answered = vocabulary().outcome_labels
    return tuple({plain_label(label) for key, label in _groups(table).items() if key in answered})


@cache
def register_rules() -> dict[str, Rule]:
    """Return the rules REG-1 to REG-16 by number, read once."""
    data = shipped_toml("register", "rules.toml")
    top = Record(data, "register/rules.toml")
    rules = {}
    for record in top.records("rules"):
        messages = record.mapping("messages")
        rule = Rule(
            id=record.text("id"),
            name=record.text("name"),
            level=record.take("level", str, None),
            basis=record.text("basis"),
            kind="function",
            messages=messages,
            formula="",
            why=record.text("why"),
            source=record.text("source"),
            params=record.mapping("params"),
        )
        record.done()
        rules[rule.id] = rule
    top.done()
    return rules
