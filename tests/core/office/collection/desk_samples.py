"""Records as the reading process makes them, for tests that need no files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.form.form_reader import load_form
from core.office.collection.desk import Desk, DeskFile, UnitResult
from core.office.collection.desk_rules import desk_settings
from core.office.collection.file_record import REPORT, FileRecord
from core.office.collection.letter_items import LetterItem
from core.office.collection.make_desk import make_desk
from core.office.collection.unit_list import ListedUnit

YEAR = 2025
ITEM = LetterItem("T3-01", "error", "第三部分", "自然人列", "新收3", "“自然人”列：相差1。", "T3-01，官方表样")
FINDING: dict[str, Any] = {
    "rule": "T3-01",
    "level": "error",
    "cells": ["t3.R01.C1"],
    "places": [],
    "message": "“自然人”列：相差1。",
    "repairs": [],
    "explained": None,
}
FIVE = (
    "存在的主要问题：一是政策解读的形式偏少，图文解读所占比重低；二是部分栏目内容更新间隔较长，信息时效性不强；"
    "三是答复文书的说理部分写得过于简单。改进情况：一是制作流程图和短视频，与文件同一天发布解读；"
    "二是建立栏目责任清单，由办公室每月提醒一次；三是邀请法律顾问讲解案例，修改答复模板。"
)


def record(unit: str, digest: str = "", **facts: Any) -> FileRecord:
    """Return the record of a report of this unit in which nothing was found."""
    known = {"year": YEAR, "form": "2021", "judged_as": YEAR, "verdict": "可送审", "shown": digest or unit}
    return FileRecord(digest or f"d-{unit}", REPORT, unit, **{**known, **facts})


def file(unit: str, name: str = "", **facts: Any) -> DeskFile:
    return DeskFile(name or f"{unit}.docx", record(unit, **facts))


def desk(files: list[DeskFile], listed: Sequence[str | ListedUnit] | None = None) -> Desk:
    units = None if listed is None else [u if isinstance(u, ListedUnit) else ListedUnit(u) for u in listed]
    return make_desk(files, units, YEAR, load_form(), desk_settings())


def said(made: Desk) -> list[tuple[str, tuple[str, ...], str]]:
    return [(found.rule_id, found.units, found.message) for found in made.batch]


def unit(made: Desk, name: str) -> UnitResult:
    return next(found for found in made.units if found.name == name)
