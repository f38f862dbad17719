"""The rule book with the rules and lists of everything that an office does around a report."""

from __future__ import annotations

from core.form.form_definition import FormDefinition
from core.office.collection.desk_rules import desk_rules
from core.office.papers.placeholder_list import placeholder_list_html
from core.office.register.vocabulary import register_rules
from core.validation.local_rules import LocalRules
from core.validation.rule_book import rule_book_html


def whole_rule_book(form: FormDefinition, local: LocalRules | None) -> str:
    """Return the rule book of a form as one HTML page: its rules, those of registers and of a folder of reports."""
    others = [*register_rules().values(), *desk_rules().values()]
    return rule_book_html(form, local, others, more=placeholder_list_html(form))
