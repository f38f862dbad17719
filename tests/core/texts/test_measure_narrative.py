"""The labelled sentences: what the rules find in them and what they must not say."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.sweeps import measure_narrative as script

ROOT = Path(__file__).parent.parent.parent.parent
SENTENCES = ROOT / "tests" / "data" / "narrative" / "sentences.jsonl"
KNOWN = json.loads((SENTENCES.parent / "known_problems.json").read_text(encoding="utf-8"))
"""By batch: the texts that are judged wrongly, and how many hints that no text expects are given."""
NONE: dict[str, Any] = {"hints": 0, "problems": []}


def test_precision_and_recall_over_the_labelled_sentences() -> None:
    result = script.measure(script.read_set(SENTENCES))
    assert result["precision"] >= 0.98, result["problems"]
    assert result["recall"] >= 0.95, result["problems"]
    assert result["false_alarms"] <= 0.02, result["problems"]


@pytest.mark.parametrize("batch", sorted(SENTENCES.parent.glob("batch_*.jsonl")), ids=lambda path: path.stem)
def test_precision_and_recall_that_are_kept_of_a_batch_of_another_author(batch: Path) -> None:
    lines = script.read_set(batch)
    problems = [problem.split() for problem in KNOWN.get(batch.stem, NONE)["problems"]]
    wrong, missed = ([line_id for line_id, kind, _ in problems if kind == one] for one in ("误报", "漏报"))
    right = sum(len(line["expect"]) for line in lines) - len(missed)
    correct = {line["id"] for line in lines if not line["expect"]}
    assert right >= 0.98 * (right + len(wrong))
    assert right >= 0.91 * (right + len(missed))
    assert len(correct.intersection(wrong)) <= 0.01 * len(correct)


@pytest.mark.parametrize("one", sorted(SENTENCES.parent.glob("[bo]*_*.jsonl")), ids=lambda path: path.stem)
def test_every_tenth_text_of_a_set_is_judged_as_before(one: Path) -> None:
    """Whoever wants a text judged otherwise writes what is kept of all texts anew, as CONTRIBUTING.md says."""
    kept = (one.parent / "judged" / f"{one.stem}.txt").read_text(encoding="utf-8").splitlines()
    known = KNOWN.get(one.stem, NONE)["problems"]
    lines = script.read_set(one)
    assert len(kept) == len(lines)

    some = range(len(lines))[sum(map(ord, one.stem)) % 10 :: 10]
    result = script.measure([lines[index] for index in some])

    assert [(kept[i], now) for i, now in zip(some, result["judged"], strict=True) if kept[i] != now] == []
    ids = {lines[index]["id"] for index in some}
    problems = sorted(map(script.shortened, result["problems"]))
    assert problems == [problem for problem in known if problem.split()[0] in ids]


def test_half_of_the_labelled_sentences_are_correct() -> None:
    lines = script.read_set(SENTENCES)
    correct = sum(not line["expect"] for line in lines)
    assert len(lines) >= 200
    assert 0.4 <= correct / len(lines) <= 0.6
    assert len({line["text"] for line in lines}) >= 0.95 * len(lines)


def test_cells_of_a_line_are_zero_where_the_given_ones_leave_room() -> None:
    numbers = script.numbers_of({"t3.R01.C1": 2, "t3.R03.C1": 2})
    assert (numbers["t3.R01.C7"], numbers["t3.R24.C7"], numbers["t3.R25.C7"]) == (2, 2, 0)
    assert "t4.review.total" not in numbers

    received_only = script.numbers_of({"t3.R01.C7": 5})
    assert set(received_only) & {"t3.R03.C7", "t3.R13.C7", "t3.R24.C7", "t3.R25.C7"} == set()

    totals_only = script.numbers_of({"t3.R01.C7": 12, "t3.R24.C7": 12})
    assert totals_only["t3.R02.C7"] == 0
    assert "t3.R01.C1" not in totals_only
    assert "t3.R03.C7" not in totals_only


def test_the_script_prints_and_writes_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = {
        "id": "a", "year": 2024, "section": "三", "unit": "某县水利局", "text": "收到政府信息公开申请5件。",
        "cells": {"t3.R01.C7": 6}, "expect": [{"rule": "N-01", "about": ["t3.R01.C7"]}],
    }  # fmt: skip
    (tmp_path / "set.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")

    assert script.main([str(tmp_path / "set.jsonl"), "--out", str(tmp_path / "found.jsonl")]) == 0

    assert "precision 1.0000" in capsys.readouterr().out
    assert json.loads((tmp_path / "found.jsonl").read_text(encoding="utf-8")) == {
        "id": "a",
        "found": [{"rule": "N-01", "level": "warning", "about": ["t3.R01.C7"]}],
    }


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "不是 JSON"),
        ("[1]", "应是一个对象"),
        ('{"id": "a", "year": 2024}', "缺少 text"),
        ('{"id": "a", "year": "去年", "text": "无"}', "不是四位数的年份"),
        ('{"id": "a", "year": 2024, "text": "无", "cells": {"t3.R99.C7": 1}}', "t3.R99.C7"),
        ('{"id": "a", "year": 2024, "text": "无", "cells": {"t3.R01.C7": "十"}}', "不是数字"),
        ('{"id": "a", "year": 2024, "text": "无", "expect": [{"rule": "N99"}]}', "规则编号"),
        ('{"id": "a", "year": 2024, "text": "无", "may": ["N-01"]}', "规则编号"),
    ],
)
def test_a_line_that_cannot_be_measured_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, said: str
) -> None:
    (tmp_path / "set.jsonl").write_text(f"\n{row}\n", encoding="utf-8")

    assert script.main([str(tmp_path / "set.jsonl")]) == 2

    sentence = capsys.readouterr().err
    assert said in sentence
    assert sentence.startswith("第2行")


def test_a_rule_about_a_text_is_met_whatever_text_code_is_named() -> None:
    line = {
        "id": "a",
        "year": 2024,
        "section": "lead",
        "unit": "某县水利局",
        "text": "统计期限为2023年1月1日至12月31日。",
    }
    for about in ([], ["lead"], ["s1"]):
        result = script.measure([{**line, "cells": {}, "expect": [{"rule": "N-09", "about": about}]}])
        assert (result["right"], result["wrong"], result["missed"]) == (1, 0, 0)


def test_a_finding_may_be_of_another_rule_and_a_rule_that_does_not_exist_is_missed() -> None:
    line = {"id": "a", "year": 2024, "section": "lead", "unit": "某县水利局", "cells": {}}
    line["text"] = "统计期限为2023年1月1日至12月31日。"
    other = {"rule": "N-99", "about": ["lead"]}
    for record, counts in (
        ({"expect": [{**other, "alt": ["N-09"]}]}, (1, 0, 0)),
        ({"expect": [other]}, (0, 1, 1)),
        ({"expect": [], "may": [{"rule": "N-09", "about": ["lead"]}]}, (0, 0, 0)),
    ):
        result = script.measure([{**line, **record}])
        assert (result["right"], result["wrong"], result["missed"]) == counts


def test_what_a_section_lacks_as_a_whole_is_counted_only_where_it_is_expected() -> None:
    line = {"id": "a", "year": 2024, "section": "s5", "unit": "某县水利局", "cells": {}, "text": "无。"}
    result = script.measure([{**line, "expect": []}])
    assert (result["wrong"], result["wholes"]) == (0, 1)
    result = script.measure([{**line, "expect": [{"rule": "N-16", "about": ["s5"]}]}])
    assert (result["right"], result["wholes"]) == (1, 0)
