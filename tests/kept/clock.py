"""The day on which the kept documents are made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from typing import Self
from unittest.mock import patch

from typing_extensions import override

_WHERE = (
    *("core.cli.command_line.date", "core.cli.command_line.datetime", "core.cli.count_command.date"),
    *("core.cli.paper_command.datetime", "core.cli.archive_commands.datetime", "core.cli.collect.date"),
    "core.validation.validation.date",
)


class _Date(date):
    @override
    @classmethod
    def today(cls) -> Self:
        return cls(2026, 1, 12)


class _DateTime(datetime):
    @override
    @classmethod
    def now(cls, tz: object = None) -> Self:
        return cls(2026, 1, 12, 9, 30)


@contextmanager
def on_the_day() -> Iterator[None]:
    """Let the commands think that it is 12 January 2026."""
    with ExitStack() as stack:
        for place in _WHERE:
            stack.enter_context(patch(place, _DateTime if place.endswith("datetime") else _Date))
        yield
