"""Which list and which reports of last year a desk was worked at with, for who opens it later and names none.

Without the list other units would be added up, and without last year doubts would be gone: neither may happen only
because a colleague left a field blank.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from core.base.errors import ErrorText
from core.base.on_disk import followed, is_file, is_folder
from core.office.collection.collected import Request
from core.office.collection.state import LAST, DeskState, known_head

_LIST, _LAST_YEAR, _CONTACT, _FOLDER = "list", "last_year", "contact", "folder"
_LIST_KEPT = "没有选名单，沿用上次的名单{name}（{count}个单位）；不用它的，请另选一个结果文件夹。"
_LAST_KEPT = "没有选上年的报告，沿用上次的“{name}”。"
_LAST_LEFT = "上次对照了上年的报告，这次没有选上年，与上年有关的没有核对；要核对的，请选上年再读一次。"
_LAST_GONE = ErrorText(
    "这里上次对照的上年报告“{name}”找不到了，没有继续：不与上年对照，疑点和汇总的核对会不同。",
    "请重新选择上年的报告；不对照上年的，请另选一个结果文件夹。",
)
_OTHERS = "结果文件夹里是“{before}”的结果，这次读的是“{now}”"
_OTHERS_TOLD = "；不是同一批单位的，请另选一个结果文件夹。"
_OTHERS_REFUSED = ErrorText(
    "{others}，没有继续，什么也没有写。",
    "请另选一个结果文件夹；就是同一批单位的，请在窗口的“汇总审核”里用这两个文件夹打开一次，以后再运行。",
)


class GivenBefore(NamedTuple):
    """What a year was worked at with in an output folder; 0 and "" where that is not known, or cannot be read now.

    Attributes:
        units: How many units the list has.
        last_year: Name of where last year's reports lie.
        contact: Whom the units were asked to answer to.
        folder: Path of where the reports lay.
    """

    units: int = 0
    last_year: str = ""
    contact: str = ""
    folder: str = ""

    def other_folder(self, folder: Path) -> str:
        """Return what to say where the results are those of another folder of reports; "" where they are not.

        The disk is not asked, so that a window may ask this: the same folder by another path counts as another.
        """
        return _told(_others(self.folder, folder))


def as_given_before(request: Request, state: DeskState) -> Request:
    """Return a request with list and last year as they were given before, where it names none; note what it names.

    Raises:
        ReportError: Last year's reports were given before and are not there any more.
    """
    out, told = request.out, state.told
    told += filter(None, [_told(_others(_whole(out, state.places.get(_FOLDER, "")), request.folder, followed))])
    if request.unit_list is None and state.listed[1]:
        path = _place(out, state.places.get(_LIST, ""))
        request = replace(request, unit_list=path if path is not None and is_file(path) else None)
        told.append(_LIST_KEPT.format(name=f"“{path.name}”" if path else "", count=len(state.listed[1])))
    if request.last_year is None and (path := _place(out, state.places.get(_LAST_YEAR, ""))) is not None:
        if not is_file(path) and not is_folder(path):
            raise _LAST_GONE.of(path)
        request = replace(request, last_year=path)
        told.append(_LAST_KEPT.format(name=path.name))
    elif request.last_year is None and any(key.startswith(LAST) for key in state.records):
        told.append(_LAST_LEFT)  # kept by a program that did not keep where they lay
    given = {_FOLDER: request.folder, _LIST: request.unit_list, _LAST_YEAR: request.last_year}
    note_contact(request.facts.contact, state)
    state.places |= {key: _written(path, out) for key, path in given.items() if path is not None}
    return request


def note_contact(contact: str, state: DeskState) -> None:
    """Remember whom the units are asked to answer to, for who writes the next letters."""
    if contact:
        state.places[_CONTACT] = contact


def given_before(out: Path, year: int) -> GivenBefore:
    """Return what a year was worked at with in an output folder: it is only a hint."""
    listed, places = known_head(out, year)
    last = Path(places.get(_LAST_YEAR, "")).name
    return GivenBefore(listed, last, places.get(_CONTACT, ""), _whole(out, places.get(_FOLDER, "")))


def refuse_other_folder(request: Request) -> None:
    """Refuse to write over the results of another folder of reports, where nobody can be asked.

    Raises:
        ReportError: They are the results of another folder.
    """
    before = given_before(request.out, request.year).folder
    others = _others(before, request.folder, followed)
    if others and is_folder(request.folder):  # of one that is not there something else is said
        raise _OTHERS_REFUSED.error(others=others)


def _others(before: str, folder: Path, made_whole: Callable[[Path], Path] = Path.absolute) -> str:
    """Return the clause that the results are those of another folder of reports; "" where they are not.

    Args:
        before: Path of the folder whose results they are; "" where that is not known.
        folder: The folder that is read now.
        made_whole: Makes paths comparable: `followed` follows links, for which it asks the disk.
    """
    paths = (Path(before), folder.absolute())
    if not before or len({_plain(made_whole(path)) for path in paths}) == 1:
        return ""
    whole = [Path(os.path.normpath(path)) for path in paths]
    names = [path.name for path in whole]
    if not all(names) or names[0] == names[1]:  # a drive, or two that lie in different places
        names = [str(path) for path in whole]
    return _OTHERS.format(before=names[0], now=names[1])


def _told(others: str) -> str:
    return others and others + _OTHERS_TOLD


def _place(out: Path, written: str) -> Path | None:
    return Path(os.path.normpath(out.absolute() / written)) if written else None


def _whole(out: Path, written: str) -> str:
    path = _place(out, written)
    return str(path) if path else ""


def _plain(path: Path) -> str:
    return os.path.normcase(os.path.normpath(path))


def _written(path: Path, out: Path) -> str:
    """Return a path as seen from the output folder, since a colleague may have the disk at another letter."""
    try:
        return Path(os.path.relpath(path.absolute(), out.absolute())).as_posix()
    except ValueError:  # another disk of Windows
        return str(path.absolute())
