"""Texts that the format demands and that are blank, and how all that is blank is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.form.form_definition import FormDefinition


def blank_texts(form: FormDefinition, texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the sections whose demanded text is blank, each with the texts to be written, in the order of the form.

    A section counts as a whole: one text of it is enough. Marks alone, such as ——, say nothing.
    """
    return {
        section.key: tuple(code for code in form.texts_of(section.key) if form.texts[code].is_required)
        for section in form.sections.values()
        if section.is_demanded and all(says_nothing(texts.get(code, "")) for code in section.contents)
    }


def says_nothing(text: str) -> bool:
    """Return whether a text has neither a word nor a number."""
    return not any(map(str.isalnum, text))


def unfilled(form: FormDefinition, blanks: Iterable[str]) -> str:
    """Return what is blank in words, such as 6格、第五部分文字; "" for nothing."""
    codes = list(blanks)
    cells = sum(code in form.cells for code in codes)
    texts = [f"{form.sections[form.texts[code].section].part}文字" for code in codes if code in form.texts]
    return "、".join([f"{cells}格"] * bool(cells) + texts)


def counted(form: FormDefinition, codes: Iterable[str]) -> str:
    """Return how many cells and texts are to be filled in and which fields, such as 169格、7处文字、行政层级.

    Texts of one part alone are said by its name; "" for nothing.
    """
    of, known = list(codes), form.cells
    others = [code for code in of if code not in known]  # few: said anew at each key
    cells = len(of) - len(others)
    texts = [code for code in others if code in form.texts]
    parts = list(dict.fromkeys(form.sections[form.texts[code].section].part for code in texts))
    count = f"{len(texts)}处" if len(texts) > 1 else ""
    told = [f"{parts[0] if len(parts) == 1 else ''}{count}文字"] * bool(texts)
    fields = [form.meta[code].name for code in others if code in form.meta]
    return "、".join([f"{cells}格"] * bool(cells) + told + fields)
