"""One run of the desk without a window: read, judge, add up, write all letters and everything else."""

from __future__ import annotations

from collections.abc import Callable

from core.base.errors import ErrorText
from core.draft.draft_lock import held_lock
from core.office.collection.collected import Collected, Request
from core.office.collection.given_places import refuse_other_folder
from core.office.collection.open_desk import OpenDesk
from core.office.collection.state import STATE_FILE

_HELD = ErrorText("“{name}”中的汇总审核正在窗口中打开：{who}。", "请先关闭那个窗口，再运行一次。")


def run_collection(request: Request, told: Callable[[int, int], None] | None = None) -> Collected:
    """Read the folder, judge, add up, and write everything below the output folder.

    Args:
        request: What is asked for.
        told: Is called with how many files were read, and how many there are to read.

    Raises:
        ReportError: The folder, the list or last year's file cannot be used, something cannot be written, somebody has
            the desk open in a window, or the output folder holds the results of another folder.
    """
    refuse_other_folder(request)
    with OpenDesk(request) as desk:
        refuse_held(request, "")
        return desk.finish(desk.read(told))


def refuse_held(request: Request, instance_id: str) -> None:
    """Refuse a desk that somebody else has open.

    Raises:
        ReportError: Somebody has.
    """
    held = held_lock(request.out / STATE_FILE, instance_id)
    if held is not None:
        raise _HELD.of(request.out, who=held.sentence)
