"""What adds all units up, ready to be written: 核查情况, 汇总稿, 公布情况, and the list where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.base.on_disk import is_file
from core.office.collection import desk_workbook, outputs, publication, summed_draft, summed_file
from core.office.collection.collected import Collected, Request
from core.office.collection.state import DeskState

CHECKED, PUBLISHING, LIST = "核查情况.xlsx", "公布情况.docx", "名单.xlsx"
"""The files that are written beside the letters and the sum; the list only where none was given and none lies there."""


def sum_outputs(
    collected: Collected, request: Request, state: DeskState, is_open: Callable[[Path], bool], *, has_list: bool
) -> dict[Path, bytes | None]:
    """Return what is to be written, in the order of reading; None for a file that shows the same already.

    Args:
        collected: How the desk stands; is told what was left as it is.
        request: What was asked for.
        state: What the desk remembers; it is on the disk before the files are.
        is_open: Whether a draft is open with changes that its file does not hold, or at somebody else's.
        has_list: Whether a list was given.

    Raises:
        FileError: A file cannot be read, or a copy of one not be kept.
    """
    desk, ledger, out = collected.desk, collected.ledger, request.out
    paper = publication.publication_contents(desk, ledger)
    plain: dict[str, tuple[str, Callable[[], bytes]]] = {
        CHECKED: (
            desk_workbook.contents_digest(desk, ledger),
            lambda: desk_workbook.desk_workbook(desk, ledger, request.today),
        ),
        PUBLISHING: (outputs.text_digest(repr(paper)), lambda: publication.publication_paper(desk, ledger)),
    }
    if not has_list and not is_file(out / LIST):
        plain[LIST] = ("", lambda: desk_workbook.list_workbook(desk, request.today))
    found: dict[Path, bytes | None] = {}
    for name, (shown, made) in plain.items():
        if current := outputs.current_of(out, name, shown, state, is_open):
            found[current] = None
            continue
        path, there = outputs.place_of(out, name, state, collected.told, is_open)
        found[path] = outputs.made_anew(state, path.name, there, shown, made)
    fresh = summed_draft.summed_report(desk, ledger, request.today)
    summed = summed_file.place_of_sum(out, fresh, state, collected.told, is_open, request.today)
    name, make = summed.path.name, summed.make
    found[summed.path] = outputs.made_anew(state, name, summed.there, summed.shown, make) if make else None
    return found
