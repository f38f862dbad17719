"""The passes over claims: each function that takes the claims and returns them stands in the one table."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

from core.texts import claims as room
from core.texts.claims import passes

ASKED_BY_ANOTHER = {"outcomes_of_kind_left_out"}
"""Asked by ``subset_parts_left_out`` where there is an outcome that is wrong."""


def test_every_pass_stands_in_the_table() -> None:
    written = set()
    for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and inspect.signature(function).return_annotation == "Found":
                written.add(name)
    known = {name for name in vars(passes) if name in written}
    assert written - known == ASKED_BY_ANOTHER
    assert len(known) == len(passes.PASSES)
