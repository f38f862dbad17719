"""Where a new 汇总稿 goes: in place of the former one, with the texts that were written there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from core.base.archive_limits import read_limited
from core.base.atomic_file import free_sibling, replace_file
from core.base.day_words import day_in_words
from core.base.errors import ReportError
from core.base.on_disk import is_file, size_and_time
from core.base.short_texts import some_of
from core.draft import workbook as drafts
from core.office.collection import outputs
from core.office.collection.letters import digest_of
from core.office.collection.renewed_sum import RenewedSum, goes_on, is_locked, renewed_sum
from core.office.collection.state import DeskState
from core.report.report import Report

SUMMED = "汇总稿.xlsx"

_MOST_NAMED = 5
_RENEWED = "“{name}”的数字已换成新的（{changed}），已写的文字保留{copied}。"
_COPIED = "；原来的一份留存为“{copy}”"
_TYPED_OVER = "其中改过的{count}格也换成了合计：{names}；改的数在留存的一份里。"
_DROPPED = "手工填的{count}个合计与新的数字不再相符，已去掉，由程序计算：{names}。"
_FOREIGN = "自己加的工作表、批注等只在留存的一份里。"
_CARRIED = "“{name}”里保存过的文字已带到“{target}”。"
_NOT_READ = "“{name}”里的文字没有带过去：{why}"
_OLDER = "“{other}”是以前的结果，现在以“{name}”为准。"
_TWO = "“{other}”也有人改过，没有动；文字取自“{name}”。"


class PlacedSum(NamedTuple):
    """Where a 汇总稿 goes.

    Attributes:
        path: The file.
        make: Makes its content; None where the file stays as it is.
        shown: Digest of what it is to show.
        there: Digest of what lies there.
    """

    path: Path
    make: Callable[[], bytes] | None
    shown: str
    there: str = ""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The former 汇总稿 that a new one goes on from.

    Attributes:
        edited: Whether somebody changed it since it was written.
        is_fixed: Whether it may not be changed: it is open with changes, or a 定稿.
        there: Digest of the file.
        others: Names of others that somebody changed, whose texts are not taken.
    """

    path: Path
    report: Report
    edited: bool
    is_fixed: bool
    there: str
    others: tuple[str, ...]


def place_of_sum(
    out: Path, fresh: Report, state: DeskState, told: list[str], is_open: Callable[[Path], bool], today: date
) -> PlacedSum:
    """Return where a 汇总稿 goes, and what makes it.

    One that somebody worked on keeps the texts, and is kept itself as a copy with the day in its name.

    Args:
        out: The output folder.
        fresh: The new sum, without texts.
        state: What the desk remembers.
        told: Takes Chinese sentences about what was kept, and where.
        is_open: Whether a draft is open with changes that its file does not hold, or at somebody else's.
        today: The day.
    """
    own, shown = out / SUMMED, shown_by(fresh)
    current = outputs.current_of(out, SUMMED, shown, state, is_open)
    if current and not outputs.is_as_written(current, state):
        current = None  # its numbers may be others: saved over it from a window, or typed
    if current == own:
        return PlacedSum(own, None, shown)
    kept = _kept(out, fresh, state, told, is_open)
    if current and (kept is None or kept.is_fixed or kept.path == current):
        return PlacedSum(current, None, shown)  # the newest beside one that is left alone

    if kept is None:
        path, there = outputs.place_of(out, SUMMED, state, told, is_open)
        return PlacedSum(path, lambda: drafts.draft_bytes(fresh, day=today), shown, there)
    found = renewed_sum(kept.report, fresh)
    if kept.edited and found.report == kept.report:  # somebody's file shows the new sum already
        state.shown[kept.path.name] = shown
        return PlacedSum(kept.path, None, shown)

    told += _left_beside(kept, outputs.family_of(out, SUMMED, state))
    if kept.edited and not kept.is_fixed and not outputs.is_free(own, state, is_open):
        path, there = kept.path, kept.there
        told.append(_renewal(path, found, _copied(path, today)))
    else:
        path, there = outputs.place_of(out, SUMMED, state, told, is_open)
        if kept.report.texts:
            is_same = path == kept.path
            carried = _CARRIED.format(name=kept.path.name, target=path.name)
            told.append(_renewal(path, found, None) if is_same else carried)
    return PlacedSum(path, lambda: drafts.draft_bytes(found.report, day=today), shown, there)


def shown_by(fresh: Report) -> str:
    """Return a digest of a sum, whatever the day on which it was added up."""
    undated = {code: origin._replace(date="") for code, origin in fresh.origins.items()}
    return outputs.text_digest(repr(replace(fresh, origins=undated)))


def _kept(out: Path, fresh: Report, state: DeskState, told: list[str], is_open: Callable[[Path], bool]) -> _Kept | None:
    """Return the former 汇总稿 in which somebody worked last; None for none that can be read."""
    there = {path: digest_of(path) for path in outputs.family_of(out, SUMMED, state)}
    edited = [path for path, digest in there.items() if digest not in state.outputs.get(path.name, ())]
    latest = outputs.latest_of(out, SUMMED, state)
    path = latest if not edited or latest in edited else edited[-1]
    if path is None:
        return None
    try:
        report = drafts.load_draft(path).report
    except ReportError as error:
        told.append(_NOT_READ.format(name=path.name, why=error.summary))
        return None
    if not goes_on(report, fresh):
        return None
    others = tuple(other.name for other in edited if other != path)
    return _Kept(path, report, path in edited, is_locked(report) or is_open(path), there[path], others)


def _left_beside(kept: _Kept, family: list[Path]) -> list[str]:
    """Say which other 汇总稿 are left as they are: those that somebody changed too, and older results."""
    said = [_TWO.format(other=other, name=kept.path.name) for other in kept.others]
    if kept.path.name == SUMMED and not kept.is_fixed:
        older = [path.name for path in family if path != kept.path and path.name not in kept.others]
        said += [_OLDER.format(other=other, name=SUMMED) for other in older]
    return said


def _copied(path: Path, today: date) -> Path:
    """Keep a file as it is under a name with the day; one that holds the same is kept already.

    Of several of a day, all but the first have in their names when they were saved last.

    Raises:
        FileError: It cannot be written; nothing was changed.
    """
    data, state = read_limited(path), size_and_time(path)
    saved = datetime.fromtimestamp(state[1] // 1_000_000_000) if state else None
    when = f"，{saved.hour}时{saved.minute:02}分保存的" if saved else ""
    kept = f"{path.stem}（{day_in_words(today)}留存"
    first, timed = (path.with_name(f"{kept}{more}）{path.suffix}") for more in ("", when))
    for copy in (first, timed, free_sibling(timed)):
        if digest_of(copy) == digest_of(path):
            return copy
        if not is_file(copy):
            break
    replace_file(copy, data)
    return copy


def _renewal(path: Path, found: RenewedSum, copy: Path | None) -> str:
    """Say what became of a former 汇总稿."""
    cells = found.report.form.cells
    changed = f"改了{len(found.changed)}格" if found.changed else "合计没有变，只更新了来自哪些单位、缺哪些"
    copied = _COPIED.format(copy=copy.name) if copy else ""
    parts = [_RENEWED.format(name=path.name, changed=changed, copied=copied)]
    if copy and found.typed_over:
        names = some_of([cells[code].name for code in found.typed_over], _MOST_NAMED)
        parts.append(_TYPED_OVER.format(count=len(found.typed_over), names=names))
    if found.dropped:
        names = some_of([cells[code].name for code in found.dropped], _MOST_NAMED)
        parts.append(_DROPPED.format(count=len(found.dropped), names=names))
    if copy and _has_foreign(copy):
        parts.append(_FOREIGN)
    return "".join(parts)


def _has_foreign(path: Path) -> bool:
    try:
        return bool(drafts.foreign_content(path))
    except ReportError:
        return False
