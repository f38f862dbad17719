"""The TOML files of a format, joined with those of the format it is based on.

A format is a folder. Where its ``form.toml`` says ``based_on``, one rule holds for every file: a file that is missing
is that of the other format; one that is there says only what differs: a record with the key of a record there changes
it, another one joins them behind the record that it follows, and ``without`` names records that are left out. What a
format calls itself is never taken over.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

HEAD = "form.toml"
_OWN = ("id", "name", "first_year", "last_year", "document")
"""What each ``form.toml`` says for itself."""


class FormDefinitionError(Exception):
    """A form definition that contradicts itself: a bug of the program, never the clerk's."""


class FormatFolder:
    """The folder of a format.

    Attributes:
        base: The folder of the format it is based on; None for one that stands alone.
    """

    def __init__(self, path: Path, known: dict[str, FormatFolder] | None = None) -> None:
        """Read what the format is based on.

        Args:
            path: The folder.
            known: The folders beside it that were read, by name; this one and those below it join them.

        Raises:
            FormDefinitionError: There is no ``form.toml``, or it is no TOML.
        """
        known = {} if known is None else known
        known[path.name] = self
        self.path = path
        self._head = _plain_toml(path / HEAD)
        base = self._head.pop("based_on", "")
        self.base = known.get(base) or FormatFolder(path.parent / base, known) if base else None

    def names(self, pattern: str) -> list[str]:
        """Return the names of the files of this kind, here or in the format below, in order."""
        own = {path.name for path in self.path.glob(pattern)}
        return sorted(own.union(self.base.names(pattern) if self.base else ()))

    def toml(self, name: str) -> dict[str, Any]:
        """Return a file of the format.

        Raises:
            FormDefinitionError: The file is missing or no TOML, or leaves out what is not there.
        """
        path = self.path / name
        if self.base is None or not self.base.names(name):
            return self._own(path)
        below = self.base.toml(name)
        if name == HEAD:
            below = {key: value for key, value in below.items() if key not in _OWN}
        if not path.exists():
            return below
        own = self._own(path)
        without = own.pop("without", [])
        there = {_key(record) for records in below.values() for record in _records(records)}
        if unknown := [key for key in without if key not in there]:
            fail(f"{self.path.name}/{name}", f"leaves out {unknown}, which {self.base.path.name} does not have")
        return _joined(below, own, set(without))

    def _own(self, path: Path) -> dict[str, Any]:
        return dict(self._head) if path.name == HEAD else _plain_toml(path)


def fail(place: str, problem: str) -> NoReturn:
    """Refuse a format whose data contradict themselves.

    Raises:
        FormDefinitionError: Always.
    """
    raise FormDefinitionError(f"{place}: {problem}")


def _plain_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormDefinitionError(f"{path.name}: {error}") from error


def _joined(base: dict[str, Any], own: dict[str, Any], without: set[str]) -> dict[str, Any]:
    """Lay the own values over those of the base; records of a list meet by their key, of several the first."""
    result = {**base, **own}
    for name, below in base.items():
        if isinstance(below, dict):
            result[name] = {**below, **own.get(name, {})}
        if records := _records(below):
            result[name] = _records_joined([r for r in records if _key(r) not in without], own.get(name, ()))
    return result


def _records_joined(below: list[dict[str, Any]], own: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the records of the base as changed; a new one follows the one before it in the own file."""
    joined = list(below)
    place = len(joined)
    for record in own:
        at = next((i for i, known in enumerate(joined) if _key(known) == _key(record)), None)
        if at is None:
            joined.insert(place, record)
        else:
            joined[at] = {**joined[at], **record}
        place = (place if at is None else at) + 1
    return joined


def _records(value: object) -> list[dict[str, Any]]:
    """Return the records of a list of records with keys; none for any other value."""
    is_records = isinstance(value, list) and all(isinstance(r, dict) and _key(r) for r in value)
    return value if is_records else []  # type: ignore[return-value]  # mypy does not look into all()


def _key(record: dict[str, Any]) -> str:
    return str(record.get("key") or record.get("code") or record.get("id") or record.get("old") or "")


class Record:
    """A TOML table whose keys are taken one by one, so that an unknown one is noticed.

    Attributes:
        data: What was not taken yet.
        place: File and record, for naming what is wrong.
    """

    def __init__(self, data: dict[str, Any], place: str) -> None:
        self.data = dict(data)
        self.place = place

    def take(self, key: str, kind: type | tuple[type, ...], default: Any) -> Any:  # noqa: ANN401  what TOML hands over
        """Take a value of this kind."""
        value = self.data.pop(key, default)
        if not isinstance(value, kind):
            fail(self.place, f"{key!r} is {value!r}, which is no {kind}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text."""
        return str(self.take(key, str, default))

    def number(self, key: str, default: int | None = None) -> int:
        """Take a whole number."""
        return int(self.take(key, int, default))

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Take a yes or no."""
        return bool(self.take(key, bool, default))

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; none where the key is missing."""
        return tuple(str(v) for v in self.take(key, list, []))

    def mapping(self, key: str) -> dict[str, Any]:
        """Take a table; an empty one where the key is missing."""
        return dict(self.take(key, dict, {}))

    def records(self, key: str) -> list[Record]:
        """Take a list of tables; none where the key is missing."""
        items = self.take(key, list, [])
        return [
            Record(item, f"{self.place}, {key} {item.get('id') or item.get('key') or item.get('code') or i}")
            for i, item in enumerate(items)
        ]

    def done(self) -> None:
        """Refuse what was not taken."""
        if self.data:
            fail(self.place, f"unknown key {', '.join(map(repr, self.data))}")
