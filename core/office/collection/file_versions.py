"""In what several reports of one unit differ, so that the office can decide which of them holds (rule B-02)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.form.form_definition import FormDefinition
from core.office.collection.desk import DeskFile
from core.office.collection.file_record import FileRecord
from core.report.entry_text import Number, format_number
from core.texts.language.text_names import text_name

_MOST_CELLS = 6
_BLANK, _TEXT = "空白", "正文"
_ELSEWHERE = "表中数字和各部分文字相同，标题等处不同"


def content(form: FormDefinition, record: FileRecord) -> object:
    """Return what two files must have in common to hold the same report, whatever kinds of files they are."""
    numbers = {code: n for code, n in record.printed(form).items() if code not in form.outside_tables}
    return record.shown, record.refused, numbers


def differing_cells(form: FormDefinition, records: Sequence[FileRecord]) -> list[str]:
    """Return the entered cells that are not the same in all reports; where all are, the totals that are not."""
    entered = [code for code in form.cells if len({_entry(record, code) for record in records}) > 1]
    printed = [record.printed(form) for record in records]
    return entered or [code for code in form.cells if len({numbers.get(code) for numbers in printed}) > 1]


def differences_in_words(form: FormDefinition, files: Sequence[DeskFile]) -> str:
    """Return in which numbers, with those of each file, and in which texts reports differ."""
    records = [file.record for file in files]
    codes = differing_cells(form, records)
    cells = "；".join(_cell(form, code, files) for code in codes[:_MOST_CELLS])
    more = f"；还有{len(codes) - _MOST_CELLS}格" if len(codes) > _MOST_CELLS else ""
    known = dict.fromkeys(code for record in records for code in record.texts)
    texts = [code for code in known if len({record.letters(code) for record in records}) > 1]
    parts = [f"数字不同的有{len(codes)}格：{cells}{more}"] * bool(codes)
    parts += [f"文字不同：{text_names(form, texts)}"] * bool(texts)
    return "".join(f"{part}。" for part in parts or [_ELSEWHERE])


def text_names(form: FormDefinition, codes: Sequence[str]) -> str:
    """Return the names of texts, each once; those of another format by its code's section."""
    return "、".join(dict.fromkeys(text_name(form, code) if code in form.texts else _TEXT for code in codes))


def _cell(form: FormDefinition, code: str, files: Iterable[DeskFile]) -> str:
    said = "、".join(f"“{file.name}”是{_value(form, file.record, code)}" for file in files)
    return f"{form.cells[code].name}（{said}）"


def _value(form: FormDefinition, record: FileRecord, code: str) -> str:
    number = record.printed(form).get(code)
    return record.refused.get(code) or (_BLANK if number is None else format_number(number))


def _entry(record: FileRecord, code: str) -> tuple[Number | None, str]:
    return record.figures.get(code), record.refused.get(code, "")
