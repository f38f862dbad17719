"""The passes over claims: each function that takes the claims and returns them stands in the one table."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

from core.texts import claims as room
from core.texts.claims import passes
from tests.core.texts.filled_reports import claims_in, context_of, filled

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


def test_no_pass_makes_claims_where_nothing_is_written() -> None:
    """A report without texts is not handed to them, so that it needs no vocabulary."""
    report = filled("某某县司法局", "s1", "", {"t3.R01.C1": 12, "t3.R03.C1": 12, "t4.review.upheld": 1})
    assert not any(judged(context_of(report), []) for judged in passes.PASSES)


def test_a_text_without_numbers_is_handed_to_them() -> None:
    """全部办结 is said of all cases, and no number beside it is read."""
    text = "当年新收和上年转来的政府信息公开申请，已在2024年年底前全部办结。"
    report = filled(
        "清溪县人民政府", "s1.request", text, {"t3.R01.C1": 96, "t3.R02.C1": 4, "t3.R03.C1": 97, "t3.R25.C1": 3}
    )
    assert [claim.agrees for claim in claims_in(report)] == [False]
