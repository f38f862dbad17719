"""What is struck out in a row: the whole of it does not count, a part of it says nothing that can be counted."""

from __future__ import annotations

from collections.abc import Mapping

from core.office.register.values import RegisterRow
from core.office.register.vocabulary import COUNTED, vocabulary

_STRUCK = "“{fields}”划了删除线，看不出是整行不计，还是只改了这一处；不计的请整行划去，要计的请去掉划线的内容或删除线"


def is_struck_out(row: RegisterRow, columns: Mapping[str, int]) -> bool:
    """Whether all that stands in the needed columns of a row is struck out, whatever remark is left beside it."""
    given = [column for key in vocabulary().needed if (column := columns[key]) in row.values]
    return bool(given) and all(row.struck.get(column) for column in given)


def struck_fields(row: RegisterRow, columns: Mapping[str, int]) -> list[str]:
    """Return as a Chinese clause which counted fields are struck out, in a row that as a whole is not; [] for none."""
    struck = [key for key, column in columns.items() if key in COUNTED and column in row.struck]
    return [_STRUCK.format(fields="”“".join(struck))] if struck else []
