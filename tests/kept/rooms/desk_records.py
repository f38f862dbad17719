"""What small desks are made of: files, units, findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from core.form.form_reader import load_form
from core.office.collection.decisions import Decision
from core.office.collection.desk import DeskFile
from core.office.collection.file_record import LETTER, UNREAD, FileRecord
from core.office.collection.last_year import LastReports
from core.office.collection.letter_items import LetterItem
from core.office.collection.unit_list import ListedUnit
from tests.core.office.collection import desk_samples
from tests.core.office.collection.desk_samples import FINDING


class Scene(NamedTuple):
    """What lies on a desk.

    Attributes:
        listed: None where the units are those of the files.
        last: Last year's reports; None where they are not compared.
    """

    files: list[DeskFile]
    listed: list[ListedUnit] | None = None
    decisions: Mapping[str, Decision] = {}
    last: LastReports | None = None


def file(unit: str, name: str = "", **facts: Any) -> DeskFile:
    """Return the file of a report whose numbers are 0 where others are not given."""
    form = load_form()
    zeros = dict.fromkeys((*form.entered, *form.outside_tables), 0)
    return desk_samples.file(unit, name, **{**facts, "figures": {**zeros, **facts.get("figures", {})}})


def units(names: str, **facts: Any) -> list[ListedUnit]:
    return [ListedUnit(f"青澜县{name}", **facts) for name in names.split()]


def letter(name: str, *lines: str) -> DeskFile:
    return DeskFile(name, FileRecord(f"d-{name}", LETTER, lines=lines))


def unread(
    name: str, why: str = "“{file}”打不开。请重新保存。", digest: str = "x", lines: tuple[str, ...] = ()
) -> DeskFile:
    return DeskFile(name, FileRecord(digest, UNREAD, why=why, lines=lines))


DOUBT = LetterItem(
    "T2-03",
    "warning",
    "第二部分",
    "行政许可",
    "空白",
    "“行政许可”没有填，请核实。",
    "T2-03，惯例",
    ("t2.licensing.decisions",),
)
NAMED = LetterItem(
    "N-10",
    "warning",
    "整份报告",
    "引言、落款",
    "青澜县教育局",
    "引言写的是“青澜县教育局”，标题是“青澜县水利局”。",
    "N-10",
)
DOUBTED = {**FINDING, "rule": "T2-03", "level": "warning", "cells": ["t2.licensing.decisions"], "message": "没有填。"}
HINT = {**FINDING, "rule": "N-99", "level": "hint", "message": "可以写得短些。"}
PRIVATE = {
    **FINDING,
    "rule": "N-21",
    "level": "hint",
    "cells": [],
    "places": [{"text": "s5", "start": 0, "end": 5}],
    "message": "第五部分出现身份证号“11010519491231002X”，请核实能否公开。",
}
MAIL = {**PRIVATE, "places": [], "message": "出现邮箱“zhangsan@example.com”。"}
MANY = {f"t3.R{row:02}.C1": row for row in range(1, 14)}
FIRST = (
    "一年来，聚焦防汛抗旱和农村饮水工程，在门户网站开设专栏三个，逐月发布水库蓄水、河道流量和水质监测的结果。"
    "围绕灌区改造，召开新闻发布会两场，邀请村民代表走进泵站察看施工；办理来信时先打电话问清需要哪一年的图纸，再逐件登记。"
    "档案室补录移民安置的旧表册，凡能公开的都贴在村务栏，并请驻村干部逐户讲明。"
    "对外公布的号码有专人值守，节假日也有人接听，所提意见在五个工作日内答复，并把办理的情形登在月报上。"
)
SCATTERED = (
    FIRST.replace("三个", "四处")
    .replace("两场", "一次")
    .replace("旧表册", "老册子")
    .replace("月报", "周报")
    .replace("逐户", "挨家")
)
