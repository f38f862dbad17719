"""The form of a published report that mixes the tables of several formats, derived from those formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.form.form_definition import Cell, FormDefinition, Rule, Table


def mixed_form(form_id: str, forms: Sequence[FormDefinition]) -> FormDefinition:
    """Return the mixture of these formats.

    Each format gives one table and the rules on it (T2, T3, T4 by their numbers); everything else is that of the
    newest of them.

    Args:
        form_id: Id of the mixture.
        forms: The format of each table, in the order of the tables.
    """
    made_of = sorted(dict.fromkeys(forms), key=lambda form: -form.first_year)
    newest = made_of[0]
    given = dict(zip([table.section for table in newest.tables.values()], forms, strict=True))
    sections = dict(newest.sections)
    tables: dict[str, Table] = {}
    cells: dict[str, Cell] = {}
    rules: dict[str, tuple[FormDefinition, Rule]] = {}
    for key, form in given.items():
        own = {table.id: table for table in form.tables.values() if table.section == key}
        tables.update(own)
        cells.update({code: form.cells[code] for table in own.values() for code in table.cells})
        texts = [code for code in newest.sections[key].contents if code in newest.texts]
        before = [code for code in texts if not newest.texts[code].is_note]
        notes = [code for code in texts if newest.texts[code].is_note]
        sections[key] = newest.sections[key]._replace(contents=(*before, *own, *notes))
    for rule in newest.rules.values():
        form = _owner(rule.id, given, newest)
        if rule.id in form.rules:
            rules[rule.id] = form, form.rules[rule.id]
    return replace(
        newest,
        id=form_id,
        name=" 年与 ".join(dict.fromkeys(str(form.first_year) for form in forms)) + " 年格式混用",
        formats=tuple(form.id for form in made_of),
        sections=sections,
        tables=tables,
        cells={**cells, **{code: newest.cells[code] for code in newest.outside_tables}},
        rules={rule_id: rule for rule_id, (_, rule) in rules.items()},
        equations=tuple(e for rule_id, (form, _) in rules.items() for e in form.equations if e.rule_id == rule_id),
    )


def _owner(rule_id: str, given: dict[str, FormDefinition], newest: FormDefinition) -> FormDefinition:
    """Return the format whose rule holds: that of the table of its section for T2, T3 and T4."""
    return next((form for key, form in given.items() if rule_id.startswith(f"T{key[1:]}-")), newest)
