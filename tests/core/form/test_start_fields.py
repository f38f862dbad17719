"""The words of the start page are those of the form."""

from core.form.form_reader import form_for_year
from core.form.start_fields import start_fields


def test_the_start_page_asks_as_the_form_does() -> None:
    form, fields = form_for_year(2025), start_fields(2025)
    assert fields.first_year == form.first_year
    assert fields.document == form.document
    for code, field in form.meta.items():
        assert fields.names[code] == field.name
        assert fields.hints[code] == field.hint
        assert fields.choices[code] == field.choices
