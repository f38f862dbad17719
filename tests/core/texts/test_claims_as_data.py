"""What a claim is (a share, a number that may be reckoned in two ways) is data; words for the eye decide nothing."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from build_scripts.sweeps.measure_narrative import numbers_of, read_set, text_code
from core.base import resources
from core.checks.rules import CheckContext
from core.report.report import Report
from core.texts.claims.claim import Claim, different
from core.texts.claims.claims import claims
from tests.core.texts.filled_reports import claims_in, filled

ROOT = Path(resources.__file__).parent.parent.parent
SETS = ROOT / "tests" / "data" / "narrative"
OTHER = "2090"
"""A format whose words for the eye differ from those of 2021, and nothing else."""


@pytest.fixture
def other_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(shutil.copytree(resources.FORMS, tmp_path / "form"))
    (root / OTHER).mkdir()
    head = {"based_on": "2021", "id": OTHER, "name": "别的叫法", "document": "国办公开办函〔2090〕1号"}
    lines = [*(f'{key} = "{value}"' for key, value in head.items()), f"first_year = {OTHER}"]
    (root / OTHER / "form.toml").write_text("\n".join(lines), encoding="utf-8")
    known = tomllib.loads((root / "2021" / "narrative.toml").read_text(encoding="utf-8"))
    names = {role["key"]: role["name"] for role in reversed(known["roles"])}
    renamed = [f'[[roles]]\nkey = "{key}"\nname = "{name}或其中一部分的比例"\n' for key, name in names.items()]
    (root / OTHER / "narrative.toml").write_text("\n".join(renamed), encoding="utf-8")
    monkeypatch.setattr(resources, "FORMS", root)


def lines() -> list[dict[str, Any]]:
    """Sentences of which many are wrong, with shares and several numbers each."""
    sets = [read_set(SETS / f"batch_{name}.jsonl") for name in ("a", "bd", "dh")]
    return [line for known in sets for line in known if len(re.findall(r"\d+", line["text"])) > 2][:250]


def judged(line: dict[str, Any], form_id: str) -> list[tuple[object, ...]]:
    meta = {"meta.unit": line.get("unit", ""), "meta.year": str(line["year"]), "meta.form": form_id}
    code = text_code(str(line.get("section", "")), line["text"])
    numbers = {cell: number + (len(cell) % 3 == 0) for cell, number in numbers_of(line.get("cells", {})).items()}
    report = Report(form_id, meta=meta).with_texts({code: line["text"]})
    found = claims(CheckContext(report, numbers, None, date(int(line["year"]) + 1, 1, 10)))
    return [(c.place, c.number, c.cells, c.sums, c.agrees, c.rule_id, c.key, c.kind) for c in found]


@pytest.mark.usefixtures("other_words")
def test_other_words_for_the_eye_change_no_verdict() -> None:
    told = [line for line in lines() if judged(line, "2021") != judged(line, OTHER)]
    assert [line["text"] for line in told] == []


def of(text: str) -> list[Claim]:
    cells = {"t3.R01.C1": 80, "t3.R02.C1": 3, "t3.R03.C1": 60, "t3.R05.C1": 23}
    return claims_in(filled("溪川县水利局", "s3", text, cells))


def test_a_share_says_so_itself() -> None:
    count, share = of("予以公开60件，占72.3%。")
    assert (count.is_share, share.is_share) == (False, True)
    assert (share.sums, share.table_value) == ((), "72.29%")
    assert share._replace(meaning="随便").is_share


def test_a_share_that_is_left_alone_is_no_number_of_applications() -> None:
    cells = {
        "t3.R03.C5": 2,
        "t3.R04.C5": 1,
        "t3.R05.C5": 2,
        "t3.R03.C4": 1,
        "t3.R05.C4": 1,
        "t3.R01.C5": 5,
        "t3.R01.C4": 2,
    }
    cells |= {"t3.R03.C1": 40, "t3.R05.C1": 20, "t3.R01.C1": 60}
    text = "法律服务机构申请办结21件，其中公开和部分公开10件，占47.6%；"
    text += "社会公益组织申请办结4件，其中公开和部分公开3件，占75%。"
    quotes = [c.quote for c in claims_in(filled("溪川县水利局", "s3", text, cells)) if c.agrees is False]
    assert "社会公益组织申请办结4件" in quotes  # not one of 47.6


def test_ways_to_reckon_are_numbers() -> None:
    (claim,) = of("共收到政府信息公开申请83件。")
    assert claim.sums == (80, 83)
    assert claim.table_value == "80或83"
    assert different([2, None, 2, 5]) == (2, 5)


def _asked(path: Path) -> Iterator[str]:
    """Yield where a module asks what stands for the eye: the words of a share, the numbers as printed."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr == "table_value":
            yield f"{path.name}:{node.lineno} {node.attr}"
        if isinstance(node, ast.Constant) and node.value in ("比例", "或"):
            yield f"{path.name}:{node.lineno} {node.value}"


def test_no_pass_asks_for_the_words_of_a_share_or_of_two_ways() -> None:
    asked = [place for path in (ROOT / "core/texts/claims").rglob("*.py") for place in _asked(path)]
    assert [place for place in asked if not place.startswith("claim.py")] == []
