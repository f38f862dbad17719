"""Which rules a change concerns: the function rules of a form by the codes that they read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from core.checks.rules import CONTROLS, FUNCTIONS, REFUSED, CheckFunction, codes_read, readable_rules
from core.form.form_definition import FormDefinition, Rule

ValidRules = Mapping[str, tuple[CheckFunction, Rule]]
"""Rules by number, each with its function."""


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


@cache
def function_rules(form: FormDefinition) -> frozenset[str]:
    """The rules that have a function."""
    return frozenset(rule.id for rule in form.rules.values() if rule.kind == "function")


def valid_rules(
    form: FormDefinition, rules: Mapping[str, Rule], year: int | None, *, with_last_year: bool, final_only: bool
) -> ValidRules:
    """Return the function rules that hold for a year and can be asked."""
    how = {"with_last_year": with_last_year, "final_only": final_only}
    return _valid_of_form(form, year, **how) if rules is form.rules else _valid(form, rules, year, **how)


@cache
def _valid_of_form(form: FormDefinition, year: int | None, *, with_last_year: bool, final_only: bool) -> ValidRules:
    return _valid(form, form.rules, year, with_last_year=with_last_year, final_only=final_only)


def _valid(
    form: FormDefinition, rules: Mapping[str, Rule], year: int | None, *, with_last_year: bool, final_only: bool
) -> ValidRules:
    readable = {rule.id for rule in readable_rules(form)}
    return {
        rule.id: (FUNCTIONS[rule.function].function, rule)
        for rule in rules.values()
        if rule.id in readable
        and FUNCTIONS[rule.function].final_only == final_only
        and (year is None or rule.first_year <= year <= rule.last_year)
        and (with_last_year or not rule.needs_last_year)
    }
