"""The TOML files of a format, joined with those of the format they are based on.

A file with ``based_on = "2021"`` says only what differs from that format: records with the key of a record there
change or join it, ``without`` names records that are left out, and a table file that is missing is that of the other
format. Rules are taken over by their numbers (``inherit``), so that none comes in unseen.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, NoReturn

from core.form.form_definition import FormDefinitionError

if TYPE_CHECKING:
    from pathlib import Path


def form_toml(path: Path) -> dict[str, Any]:
    """Return a file of a format, joined with the file of the format it is based on.

    Raises:
        FormDefinitionError: The file is missing or no TOML.
    """
    data = _plain_toml(path)
    base = data.pop("based_on", "")
    without = set(data.pop("without", ()))
    return _joined(form_toml(path.parent.parent / base / path.name), data, without) if base else data


def table_toml(folder: Path, name: str) -> dict[str, Any]:
    """Return a table file of the format in this folder, or that of the format it is based on.

    Raises:
        FormDefinitionError: The file is missing or no TOML.
    """
    own = folder / name
    return form_toml(own if own.exists() else (_base_folder(folder / "form.toml") or folder) / name)


def rules_toml(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return name and content of each rules file of a format, with the rules it takes over.

    Raises:
        FormDefinitionError: A file is no TOML, or takes over a rule that is not there.
    """
    found = []
    for path in sorted(folder.glob("rules*.toml")):
        data = _plain_toml(path)
        base_id = data.pop("based_on", "")
        if base_id:
            base = folder.parent / base_id
            there = {_key(r): r for _, file in rules_toml(base) for r in file.get("rules", ())}
            own = {_key(r): r for r in data.get("rules", ())}
            taken = dict.fromkeys([*data.pop("inherit", ()), *own])
            if unknown := [i for i in taken if i not in there and i not in own]:
                raise FormDefinitionError(f"{path.name}: {base.name} has no rule {unknown}")
            data["rules"] = [{**there.get(rule_id, {}), **own.get(rule_id, {})} for rule_id in taken]
        found.append((path.name, data))
    return found


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


def _base_folder(path: Path) -> Path | None:
    """Return the folder of the format that a file is based on; None for a file that stands alone."""
    base = _plain_toml(path).get("based_on", "")
    return path.parent.parent / base if base else None


def _joined(base: dict[str, Any], own: dict[str, Any], without: set[str]) -> dict[str, Any]:
    """Lay the own values over those of the base; records of a list meet by their key, of several the first."""
    result = {**base, **own}
    for name, records in base.items():
        if isinstance(records, dict):
            result[name] = {**records, **own.get(name, {})}
        if not isinstance(records, list) or not all(isinstance(r, dict) and _key(r) for r in records):
            continue
        changes = {_key(record): record for record in own.get(name, ())}
        kept = [{**r, **changes.pop(_key(r), {})} for r in records if _key(r) not in without]
        result[name] = [*kept, *changes.values()]
    return result


def _key(record: dict[str, Any]) -> str:
    return str(record.get("key") or record.get("code") or record.get("id") or "")


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
