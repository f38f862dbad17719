"""Shuffles the clauses of known texts and lets all rules on texts read them: none may break down.

    python -m build_scripts.sweeps.shuffled_texts [--count 5000] [--seed 1]

Clauses change places, are left out or come from another text; numbers change; cells and sections are those of other
texts; marks and small words stand where they do not belong; some name no unit, or another. What the rules find there is
not judged. Exit code 1 where a rule raises an exception; the text is printed.
"""

import argparse
import json
import random
import re
import sys
import traceback
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from build_scripts.sweeps.measure_narrative import findings_of

_SETS = Path(__file__).resolve().parent.parent.parent / "tests" / "data" / "narrative"
_SECTIONS = ("lead", "s1.request", "s1.active", "s2", "s3", "s4", "s5", "s6")
_CLAUSE = re.compile("(?<=[，；。：、])")
_MOST_TAKEN, _MOST_STRAY = 3, 4
_STRAY = (
    *("", "、", "，", "；", "。", "（", "）", "“", "”", "%", "-"),
    *("其中", "合计", "和", "与", "共", "分别", "占", "由", "至", "上年", "3件", "0", "12.5%"),
)
"""What is put into a text, over one or two characters of it or none."""


def main(arguments: list[str] | None = None) -> int:
    """Read so many texts; print those that broke a rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    broken = list(sweep(options.count, options.seed))
    for line, fault in broken:
        print(json.dumps(line, ensure_ascii=False, default=str), fault, sep="\n")
    print(f"{options.count} 段文字，{len(broken)} 段使规则出错")
    return 1 if broken else 0


def sweep(count: int, seed: int) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each text that broke a rule, as a line of a set, and how."""
    rng = random.Random(seed)
    for _ in range(count):
        line = _shuffled(rng)
        try:
            findings_of(line)
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            yield line, traceback.format_exc()


@cache
def _lines() -> tuple[dict[str, Any], ...]:
    found = [
        json.loads(line, parse_float=Decimal)
        for path in sorted(_SETS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return tuple(line for line in found if {"text", "year", "cells"} <= line.keys() and isinstance(line["cells"], dict))


def _shuffled(rng: random.Random) -> dict[str, Any]:
    lines = _lines()
    line = dict(rng.choice(lines))
    clauses = _CLAUSE.split(line["text"])
    way = rng.randrange(3)
    if way == 0:
        rng.shuffle(clauses)
    elif way == 1:
        clauses = [clause for clause in clauses if rng.random() > 0.2]
    else:
        others = _CLAUSE.split(rng.choice(lines)["text"])
        place = rng.randrange(len(clauses) + 1)
        clauses[place:place] = rng.sample(others, min(len(others), _MOST_TAKEN))
    line["text"] = _strewn(re.sub(r"\d+", lambda found: _number(found[0], rng), "".join(clauses)), rng)
    if rng.random() < 0.3:
        line["cells"] = rng.choice(lines)["cells"]
    if rng.random() < 0.3:
        line["section"] = rng.choice(_SECTIONS)
    if rng.random() < 0.2:
        line["unit"] = rng.choice(["", "局", "某县档案馆"])
    return line


def _strewn(text: str, rng: random.Random) -> str:
    """Return a text with some marks and small words where they do not belong."""
    for _ in range(rng.randint(0, _MOST_STRAY)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(_STRAY) + text[at + rng.randint(0, 2) :]
    return text


def _number(digits: str, rng: random.Random) -> str:
    return rng.choice([digits, digits, "0", "1", str(rng.randint(0, 500))])


if __name__ == "__main__":
    sys.exit(main())
