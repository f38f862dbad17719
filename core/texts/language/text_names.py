"""What messages call a text: 第一部分“依申请公开”, 第三部分表前文字."""

from __future__ import annotations

from core.form.form_definition import FormDefinition


def text_name(form: FormDefinition, code: str) -> str:
    """Return the name of a text, with the part of the report it stands in."""
    text = form.texts[code]
    if not text.section:
        return text.name
    section = form.sections[text.section]
    if text.heading:
        return f"{section.part}“{text.name}”"
    return section.part if form.texts_of(text.section) == [code] else f"{section.part}{text.name}"
