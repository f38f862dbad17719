"""Whose report a file is: the title says so, unless the name of the file and the texts say otherwise (rule B-04).

A title that was left over from the report of another unit would give the numbers, and the letter, to that one. So the
file goes to whom most signs name, and never silently: where title and name of the file disagree, somebody looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from core.form.form_reader import form_for_year
from core.office.collection.desk import DeskFile
from core.office.collection.file_record import REPORT, FileRecord, names_in_letter
from core.office.collection.other_names import short_names
from core.office.collection.short_unit_names import units_named
from core.office.collection.unit_list import plain_name

_UNIT_RULE = "N-10"
_BASELINE_RULE = "Y-05"
"""Speaks of the report of last year itself, also where nothing is compared with it."""
_NO_NAME = re.compile(
    r"(?:政府|政务)?信息公开|工作|年度|年报|报告|报送|修改[后稿]?|[终定正]稿|最终|最新|盖章|扫描件?|年|[^\u4e00-\u9fff]"
)


class Owner(NamedTuple):
    """Whose a file is.

    Attributes:
        unit: Plain name of the unit; "" where the title names none of the list.
        titled: Plain name of the unit in its title, where the file is another one's; else "".
        by_name: Plain name of the unit that the name of the file names, where the file is another one's; else "".
    """

    unit: str
    titled: str = ""
    by_name: str = ""


class FileNames:
    """The units of a list, by their plain names, as names of files hold them, in full or short.

    A short name (应急管理局) is taken for that of a unit only if it fits no other unit of the list. Make it once for a
    list: among a thousand units to find the short names takes as long as all else.
    """

    def __init__(self, units: Iterable[str]) -> None:
        self.units = list(units)
        self._owners = short_names(self.units)

    def named(self, name: str) -> str:
        """Return the only unit that the name of a file holds in full, else by a short name; "" for none or several."""
        stem = plain_name(PurePosixPath(name).stem)
        found = names_in_letter([stem], self.units) or self._short_in(stem)
        return found[0] if len(found) == 1 else ""

    def unread(self, records: Mapping[str, FileRecord]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Return for each unit the unread files that name it in full, and those that may be its by a short name.

        What such a file says at its beginning counts as its name does, where it could be read at all.

        Args:
            records: The unread files by their names.
        """
        named: dict[str, list[str]] = {}
        likely: dict[str, list[str]] = {}
        for name in sorted(records):
            stem = plain_name(PurePosixPath(name).stem)
            full = names_in_letter([stem], self.units) or names_in_letter(records[name].lines, self.units)
            held = [] if full else units_named(_NO_NAME.sub("", stem), self.units) or self._short_in(stem)
            for found, known in ((full, named), (held, likely)):
                if len(found) == 1:
                    known.setdefault(found[0], []).append(name)
        return named, likely

    def _short_in(self, stem: str) -> list[str]:
        return [self._owners[short] for short in names_in_letter([stem], list(self._owners))]


def owner_of(file: DeskFile, names: FileNames) -> Owner:
    """Return whose report a file is, as its title, its name and its texts say; a letter has no title."""
    record = file.record
    titled = plain_name(record.unit)
    named = names.named(file.name) if record.kind == REPORT else ""
    if titled not in names.units:
        return Owner("", by_name=named)
    if not named or named in titled or titled in named:  # a government and its office, a bureau and its branch
        return Owner(titled)
    if _is_about(record, named, titled):
        return Owner(named, titled=titled)
    return Owner(titled, by_name=named)


def as_that_of(file: DeskFile, unit: str, titled: str) -> DeskFile:
    """Return a file as that of another unit than its title names: what was found only because of that is left out."""
    record, plain = file.record, plain_name(unit)
    is_with_another = record.judged_for != plain
    rules = form_for_year(record.judged_as).rules

    def rests_on_title(rule_id: str, message: str) -> bool:
        if is_with_another and (rule_id == _BASELINE_RULE or (rule_id in rules and rules[rule_id].needs_last_year)):
            return True  # compared with what the unit in the title had a year ago
        said = plain_name(message)
        return rule_id == _UNIT_RULE and plain in said and titled in said

    items = (item for item in record.items if not rests_on_title(item.rule_id, item.check))
    findings = (found for found in record.findings if not rests_on_title(found["rule"], found["message"]))
    repeated = "" if is_with_another else record.repeated
    record = replace(record, unit=unit, items=tuple(items), findings=tuple(findings), repeated=repeated)
    return DeskFile(file.name, record)


def _is_about(record: FileRecord, named: str, titled: str) -> bool:
    """Whether the texts speak of the one unit more often than of the other: in the lead, else in all of them."""
    for texts in ([record.texts.get("lead", "")], list(record.texts.values())):
        one, other = _mentions(texts, named), _mentions(texts, titled)
        if one != other:
            return one > other
    return False


def _mentions(texts: Iterable[str], unit: str) -> int:
    return sum(plain_name(text).count(unit) for text in texts)
