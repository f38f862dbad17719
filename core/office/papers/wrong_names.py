"""Tells which names in 【】 stand for nothing and which brackets are not whole, each with its places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition
from core.office.papers.known import spelling
from core.office.papers.nearest import doubled_lines, unclosed_lines, unknown_lines, unopened_lines
from core.word.placeholders import doubled_in, names_in, unclosed_in, unopened_in

Placed = Iterable[tuple[str, str]]
"""Texts, each behind its place in words."""
_MOST_PLACES = 3


def wrong_name_lines(
    texts: Sequence[str], placed: Placed, form: FormDefinition, known: Collection[str]
) -> Iterator[str]:
    """Yield a line for each name that is unknown, each bracket without its other one, and those that stand twice.

    Args:
        texts: The texts in which placeholders are filled.
        placed: The same with their places, where these are known.
        form: The format of the report.
        known: The spelling of every placeholder.
    """
    places = list(placed)
    names = dict.fromkeys(name for text in texts for name in names_in(text))
    unknown = [name for name in names if spelling(name) not in known]
    yield from _with_places(unknown, unknown_lines(unknown, form), names_in, places)
    for sought, lines_of in ((unclosed_in, unclosed_lines), (unopened_in, unopened_lines)):
        found = list(dict.fromkeys(name for text in texts for name in sought(text)))
        yield from _with_places(found, lines_of(found, form), sought, places)
    doubled = list(dict.fromkeys(name for text in texts for name in doubled_in(text)))
    yield from _with_places(doubled, doubled_lines(doubled), doubled_in, places)


def _with_places(
    found: Sequence[str], lines: Iterable[str], sought: Callable[[str], list[str]], placed: Placed
) -> Iterator[str]:
    """Yield lines, one for each name that was found, with the places in which it is found."""
    places: dict[str, dict[str, None]] = {}
    for place, text in placed if found else ():
        for name in sought(text):
            places.setdefault(spelling(name), {})[place] = None
    for name, line in zip(found, lines, strict=True):
        at = some_of([*places.get(spelling(name), ())], _MOST_PLACES, "处")
        yield f"{at}：{line}" if at else line
