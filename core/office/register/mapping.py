"""What the headers and words of a register stand for: made once by the clerk, kept, and written as MAP.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.base.archive_limits import read_limited
from core.base.errors import ErrorText
from core.base.toml_files import NOT_UTF8, TomlError, read_toml
from core.office.register.vocabulary import NOT_COUNTED, OPEN, UNDECIDED, kind_word, outcome_word, vocabulary

COLUMNS, OUTCOMES, KINDS = "columns", "outcomes", "kinds"

# TOML wants a key in Chinese between quotes, which nobody who writes one by hand would think of.
_BARE_KEY = re.compile(r"^([ \t]*)([^\s\"'=#\[\]{}]++)([ \t]*=)", re.MULTILINE)

_WRONG = ErrorText("对照表“{name}”不能用：{problem}。", "请对照手册“用台账数出表三”一节改正后再试。")


@dataclass(frozen=True, slots=True)
class RegisterMapping:
    """What headers and words stand for.

    Attributes:
        columns: Header in the file by the key of the field; a field that is missing has its own name.
        outcomes: Key of the row, 尚未办结, 不计 or 请选择 by word.
        kinds: Key of the column by word.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)

    def outcome_of(self, text: str) -> str | None:
        """Return what an outcome counts as; None where it is not known. What the clerk said comes first."""
        return self.said_of(OUTCOMES, text) or vocabulary().outcomes.get(outcome_word(text))

    def kind_of(self, text: str) -> str | None:
        """Return the column of a kind of applicant; None where it is not known."""
        return self.said_of(KINDS, text) or vocabulary().kinds.get(kind_word(text))

    def said_of(self, part: str, text: str) -> str | None:
        """Return what the clerk said of a word of the outcomes or kinds; None where nothing was said."""
        if part == OUTCOMES:
            return _said(self.outcomes, text, outcome_word)
        return _said(self.kinds, text, kind_word)

    def with_words(self, outcomes: Mapping[str, str], kinds: Mapping[str, str]) -> RegisterMapping:
        """Return the mapping with more words."""
        return replace(self, outcomes={**self.outcomes, **outcomes}, kinds={**self.kinds, **kinds})

    def without_word(self, part: str, text: str) -> RegisterMapping:
        """Return the mapping without what was said of a word, however it is written."""
        compare = outcome_word if part == OUTCOMES else kind_word
        words = self.outcomes if part == OUTCOMES else self.kinds
        kept = {word: target for word, target in words.items() if compare(word) != compare(text)}
        return replace(self, outcomes=kept) if part == OUTCOMES else replace(self, kinds=kept)

    def as_record(self) -> dict[str, dict[str, str]]:
        """Return the mapping as what JSON can hold."""
        return {COLUMNS: dict(self.columns), OUTCOMES: dict(self.outcomes), KINDS: dict(self.kinds)}


def _said(words: Mapping[str, str], text: str, compare: Callable[[str], str]) -> str | None:
    """Return what the clerk said of a word; written just so, else as nearly so as the words of the form may be."""
    if text in words:
        return words[text]
    wanted = compare(text)
    return next((target for word, target in words.items() if compare(word) == wanted), None)


def read_mapping(path: Path) -> RegisterMapping:
    """Read a MAP.toml.

    Raises:
        FileError: It cannot be read, is no TOML, or names what there is not.
    """
    data = read_limited(path)
    try:
        text = data.decode("utf-8-sig")
        record = read_toml(_BARE_KEY.sub(_quoted, text).encode("utf-8"))
    except UnicodeDecodeError as error:
        raise _WRONG.of(path, problem=NOT_UTF8) from error
    except TomlError as error:
        raise _WRONG.of(path, problem=error.reason) from error
    problem = mapping_problem(record) or contradiction(record)
    if problem:
        raise _WRONG.of(path, problem=problem)
    return mapping_of(record)


def _quoted(match: re.Match[str]) -> str:
    return match[0] if match[2].isascii() else f'{match[1]}"{match[2]}"{match[3]}'


def mapping_of(record: Mapping[str, object]) -> RegisterMapping:
    """Return the mapping of a record that has no problem."""
    parts = {name: dict(record.get(name) or {}) for name in (COLUMNS, OUTCOMES, KINDS)}  # type: ignore[call-overload]
    return RegisterMapping(**parts)


def mapping_problem(record: Mapping[str, object]) -> str:
    """Return what is wrong with a record of a mapping, as a Chinese clause; "" where nothing is."""
    if unknown := next((name for name in record if name not in (COLUMNS, OUTCOMES, KINDS)), ""):
        return f"只能有 [columns]、[outcomes]、[kinds] 三段，没有“{unknown}”这一段"
    words = vocabulary()
    allowed: dict[str, Callable[[str, str], str]] = {
        COLUMNS: lambda key, _: "" if key in words.fields else f"没有“{key}”这一栏",
        OUTCOMES: lambda key, target: (
            ""
            if target in {*words.outcome_labels, OPEN, NOT_COUNTED, UNDECIDED}
            else f"办理结果“{key}”不能对应“{target}”，只能是 R03 至 R23、{OPEN}、{NOT_COUNTED}"
        ),
        KINDS: lambda key, target: (
            "" if target in words.kind_labels else f"申请人类别“{key}”不能对应“{target}”，只能是 C1 至 C6"
        ),
    }
    for name, problem_of in allowed.items():
        part = record.get(name, {})
        if not isinstance(part, dict):
            return f"[{name}] 应是一段，每行一个对照"
        for key, target in part.items():
            if not isinstance(target, str):
                return f"[{name}] 中“{key}”后面应是引号中的文字"
            if problem := problem_of(key, target):
                return problem
    headers = list(dict(record.get(COLUMNS) or {}).values())  # type: ignore[call-overload]
    twice = next((header for header in headers if headers.count(header) > 1), "")
    return f"列“{twice}”对应了两栏" if twice else ""


def contradiction(record: Mapping[str, object]) -> str:
    """Return what of a record without a problem contradicts itself or the form, as a Chinese clause; "" for nothing.

    A word of the form counts by itself; an office's word can stand for it, never the other way round.
    """
    words = vocabulary()
    labels = {**words.outcome_labels, **words.kind_labels}
    for name, official, compare in ((OUTCOMES, words.outcomes, outcome_word), (KINDS, words.kinds, kind_word)):
        said: dict[str, tuple[str, str]] = {}
        for word, target in dict(record.get(name) or {}).items():  # type: ignore[call-overload]
            key = compare(word)
            other, earlier = said.setdefault(key, (word, target))
            if earlier != target:
                return f"[{name}] 中“{other}”和“{word}”是同一种写法，却分别对应 {earlier} 和 {target}"
            own = official.get(key, target)
            if own != target:
                named = f"{own}（{labels[own]}）" if own in labels else f"“{own}”"
                return f"[{name}] 中“{word}”是表样上的名称，计入 {named}，不能对应 {target}"
    return ""
