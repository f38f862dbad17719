"""Which rules a change concerns: the function rules of a form by the codes that they read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from core.checks.rules import CONTROLS, FUNCTIONS, REFUSED, codes_read, readable_rules
from core.form.form_definition import FormDefinition


@cache
def rules_by_code(form: FormDefinition) -> Mapping[str, tuple[str, ...]]:
    """For every cell, text and metadata code the function rules that read it."""
    index: dict[str, list[str]] = {}
    for rule in readable_rules(form):
        for read in () if FUNCTIONS[rule.function].final_only else FUNCTIONS[rule.function].reads:
            for code in codes_read(form, read):
                index.setdefault(code, []).append(rule.id)
    return {code: tuple(dict.fromkeys(ids)) for code, ids in {REFUSED: [], CONTROLS: [], **index}.items()}


@cache
def rules_on_texts(form: FormDefinition) -> frozenset[str]:
    """The rules that read texts."""
    index = rules_by_code(form)
    return frozenset(rule for code in form.texts for rule in index.get(code, ()))
