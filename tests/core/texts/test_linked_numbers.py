"""A text says the same whether its right numbers are typed or linked to the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_scripts.sweeps.measure_narrative import context_of, findings_of, read_set
from core.texts.claims.claims import claims
from core.texts.claims.linking import linked
from tests.core.texts.filled_reports import filled
from tests.core.texts.filled_reports import findings_of as findings_of_report

BATCHES = Path(__file__).parent.parent.parent / "data" / "narrative"
ROWS = {"t3.R01.C1": 70, "t3.R02.C1": 9, "t3.R03.C1": 24, "t3.R13.C1": 51, "t3.R25.C1": 4}


@pytest.mark.parametrize(
    "text",
    [
        "上年结转的{t3.R02.C7}件，公开4件、本机关不掌握5件；新收的{t3.R01.C7}件办结66件，公开20件、本机关不掌握46件。",
        "全年办结75件，其中上年结转{t3.R02.C7}件，本年新收66件。",
        "予以公开{t3.R03.C7}件（其中上年转来4件）。",
        "不掌握{t3.R13.C7}件。这51件里，属上级机关制作的12件、应由镇里制作的39件。",
        "新收{t3.R01.C7}件，连同上年结转的{t3.R02.C7}件，应办{t3.R24.C7}件和未办4件，合计79件。",
    ],
)
def test_what_is_told_of_a_linked_number_is_judged_by_it(text: str) -> None:
    report = filled("某某县水利局", "s3", text, ROWS)
    assert findings_of_report(report, "N-01", "N-03", "N-04", "N-05") == []


def test_a_wrong_number_behind_a_linked_one_is_found() -> None:
    report = filled("某某县水利局", "s3", "新收{t3.R01.C7}件，办结{t3.R24.C7}件，予以公开42件，不掌握51件。", ROWS)
    (found,) = findings_of_report(report, "N-05")
    assert "42" in found.message
    (place,) = found.places
    assert report.texts["s3"][place.start : place.end] == "42件"


def numbers_linked(line: dict[str, Any]) -> Iterator[str]:
    """Yield the text of a line with each of its right numbers linked in turn."""
    context = context_of(line)
    for claim in claims(context):
        is_of_cell = claim.agrees and bool(claim.cells) and context.numbers.get(claim.cells[0]) == claim.number
        words = line["text"][claim.place.start : claim.place.end]
        if is_of_cell and not claim.is_share and str(claim.number) in words:
            link = linked(context.form, words, claim.cells[0])
            yield line["text"][: claim.place.start] + link + line["text"][claim.place.end :]


@pytest.mark.parametrize("batch", ["batch_ar", "batch_fj"])
def test_linking_a_right_number_changes_nothing_that_is_said(batch: str) -> None:
    changed = []
    for line in read_set(BATCHES / f"{batch}.jsonl"):
        said = sorted(finding.rule_id for finding in findings_of(line))
        changed += [
            text
            for text in numbers_linked(line)
            if sorted(finding.rule_id for finding in findings_of({**line, "text": text})) != said
        ]
    assert changed == []
