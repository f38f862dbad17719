"""What is not filled in yet, as lines of the list of findings: each table, the fees, each text and field."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from core.checks.findings import Finding, Place
from core.form.form_definition import FormDefinition
from core.texts.language.text_names import text_name
from core.validation.progress import may_fill, to_fill
from gui.report.session import ReportSession

BLANK = "○ "
"""The sign before what the list says of blanks."""

_FEES = "信息处理费"
_MAY_STAY = "（可不填）"


class BlankGroup(NamedTuple):
    """Blanks that belong together.

    Attributes:
        name: What they belong to.
        codes: Their codes in the order of the form.
        may_be_zero: Whether they are numbers.
        is_asked: Whether they are to be filled in; else they may stay empty.
    """

    name: str
    codes: tuple[str, ...]
    may_be_zero: bool
    is_asked: bool = True

    @property
    def line(self) -> str:
        """What the list says."""
        if self.may_be_zero:
            return f"{BLANK}{self.name}：未填{len(self.codes)}格"
        if self.codes[0].startswith("meta."):
            return f"{BLANK}{self.name}：未填"
        said = f"{f'{len(self.codes)}处' * (len(self.codes) > 1)}没有文字"
        return f"{BLANK}{self.name}：{said}{'' if self.is_asked else _MAY_STAY}"

    @property
    def first(self) -> Finding:
        """The place of the first one, as a finding of no rule."""
        code = self.codes[0]
        if self.may_be_zero or code.startswith("meta."):
            return Finding("", "hint", self.line, (code,))
        return Finding("", "hint", self.line, (), (Place(code, 0, 0),))


def blank_groups(session: ReportSession) -> list[BlankGroup]:
    """Return all that is to be filled in yet, then what may stay empty but seldom does."""
    optional = [group._replace(is_asked=False) for group in _groups(session.form, may_fill(session.report))]
    return [*_groups(session.form, to_fill(session.facts.progress(), session.facts.told)), *optional]


@lru_cache(maxsize=4)
def _groups(form: FormDefinition, blanks: tuple[str, ...]) -> tuple[BlankGroup, ...]:
    """Return blanks in groups, in the order in which they are given."""
    groups: dict[str, list[str]] = {}
    for code in blanks:
        cell = form.cells.get(code)
        if code in form.meta:
            name = form.meta[code].name
        elif cell is None:
            text = form.texts[code]
            name = form.sections[text.section].part if text.heading else text_name(form, code)
        elif cell.table:
            name = f"{form.sections[form.tables[cell.table].section].part}的表"
        else:
            name = _FEES
        groups.setdefault(name, []).append(code)
    named = {text_name(form, c[0]) if len(c) == 1 and c[0] in form.texts else name: c for name, c in groups.items()}
    return tuple([BlankGroup(name, tuple(codes), codes[0] in form.cells) for name, codes in named.items()])
