"""Columns that look like the one a field was read from, and were not used: 最终办理结果 beside 办理结果."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.office.register.headers import Header
from core.office.register.values import RegisterSheet, value_text
from core.office.register.vocabulary import CLOSED, KIND, OUTCOME, RECEIVED, plain, vocabulary

_TOLD = "“{field}”按“{used}”列读，没有用“{others}”列，请核对该用哪一列"
_OTHERS = re.compile("应|限|拟|计划|复议|诉讼|补正|延期|收费|姓名|名称|方式|文号")
_SHORT = 2


def unused_columns(sheet: RegisterSheet, header: Header) -> list[str]:
    """Say which columns look like those that decide what is counted, and hold something else than the ones used."""
    said = []
    for field in (RECEIVED, KIND, CLOSED, OUTCOME):
        used = header.columns[field]
        others = [header.names[column] for column in _alike(header, field) if _differs(sheet, header, used, column)]
        if others:
            names = "”“".join(dict.fromkeys(others))
            said.append(_TOLD.format(field=field, used=header.names[used], others=names))
    return said


def _alike(header: Header, field: str) -> Iterator[int]:
    """Yield the columns that no field uses, and whose name is or holds one that the field often has."""
    words = vocabulary().fields
    usual = {plain(name) for name in (field, *words[field].names)}
    of_others = {plain(n) for key, other in words.items() if key != field for n in (key, *other.names)}
    taken = set(header.columns.values())
    for column, shown in header.names.items():
        name = plain(shown)
        is_alike = name in usual or any(len(word) > _SHORT and word in name for word in usual)
        if column not in taken and is_alike and name not in of_others and not _OTHERS.search(name):
            yield column


def _differs(sheet: RegisterSheet, header: Header, used: int, column: int) -> bool:
    rows = (row.values for row in sheet.rows if row.number > header.last and column in row.values)
    return any(value_text(values[column]).strip() != value_text(values.get(used)).strip() for values in rows)
