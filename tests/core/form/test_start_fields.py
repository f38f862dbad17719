"""The words of the start page are those of the form."""

from __future__ import annotations

from core.form.form_reader import load_form
from core.form.start_fields import NEWEST_FORM, start_fields


def test_the_start_page_asks_as_the_form_does() -> None:
    form, fields = load_form(NEWEST_FORM), start_fields()
    assert fields.first_year == form.first_year
    for code, field in form.meta.items():
        assert fields.names[code] == field.name
        assert fields.hints[code] == field.hint
        assert fields.choices[code] == field.choices
