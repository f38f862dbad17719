"""The Word files of the annexes: 修改情况 and 问题清单."""

from __future__ import annotations

from core.office.annex import Annex, Line
from core.report.title_lines import title_lines
from core.word.elements import add_paragraph, add_runs, element, new_document, saved
from core.word.style_profile import StyleProfile

_TITLE_CHARACTERS = 20  # of a line of the type area at title size


def annex_bytes(annex: Annex, facts: str, *, unit: str, mark: str, profile: StyleProfile) -> bytes:
    """Return an annex as .docx, what changed underlined.

    Args:
        annex: Title and lines.
        facts: What stands under the title.
        unit: Name of the unit, for the properties of the file.
        mark: What stands at the head of each page, as in the report.
        profile: Style profile.
    """
    document = new_document(profile, annex.title, unit, mark)
    for part in title_lines(annex.title, _TITLE_CHARACTERS):
        add_paragraph(document, "Title", part)
    add_runs(document, "Normal", [(facts, False)], element("w:jc", {"val": "center"}))
    add_paragraph(document, "AfterTitle", "")
    for heading, lines in annex.parts:
        add_paragraph(document, "Heading1", heading)
        for line in lines:
            add_runs(document, "BodyText", _pieces(line))
    return saved(document)


def _pieces(line: Line) -> list[tuple[str, bool]]:
    """Return the pieces of a line, each with whether it is underlined."""
    pieces, end = [], 0
    for first, last in line.marks:
        pieces += [(line.text[end:first], False), (line.text[first:last], True)]
        end = last
    return [(text, is_marked) for text, is_marked in [*pieces, (line.text[end:], False)] if text]
