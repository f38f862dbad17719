"""Sentences that tell nothing are passed over; in none of them would a reader find anything."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_scripts.sweeps.measure_narrative import text_code
from core.form.form_reader import load_form
from core.texts.reading import reader

_SENTENCES = Path(__file__).parent.parent.parent / "data" / "narrative" / "sentences.jsonl"
_LINES = [json.loads(line) for line in _SENTENCES.read_text(encoding="utf-8").splitlines()]
_WITHOUT_NUMBERS = (
    ("s1.request", "未收到政府信息公开申请。"),
    ("s1.request", "申请均由企业提出。"),
    ("s1.request", "过半数申请予以公开。"),
    ("s1.request", "申请人以企业为主。"),
    ("s4", "某村民不服我局答复，向县政府申请复议，县政府维持了答复。"),
    ("s4", "加强培训，提升能力。"),
)


def test_what_is_read_is_the_same_where_no_sentence_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(text_code(line["section"], line["text"]), line["text"], line["year"]) for line in _LINES]
    texts += [(code, text, 2025) for code, text in _WITHOUT_NUMBERS]

    def read() -> list[object]:
        return [reader.read_text.__wrapped__(code, text, int(year), load_form().id) for code, text, year in texts]

    before = read()
    assert any(before[-len(_WITHOUT_NUMBERS) :])
    monkeypatch.setattr(reader, "_TOLD_WITHOUT_NUMBERS", re.compile(""))
    assert read() == before
