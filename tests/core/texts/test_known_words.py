"""Words with choices: few spellings are kept, of very many those that a phrase holds."""

import tomllib

import pytest

from core.base.resources import FORMS
from core.texts.language import known_words
from core.texts.language.known_words import KnownWords

WORDS = {"UNCLEAR": ["(|经)补正(后|以后)仍(不明确|不清楚)"], "REQ": ["申请"]}
OTHERS = {"我局": ""}


def test_few_spellings_are_all_kept() -> None:
    known = KnownWords(WORDS, OTHERS)
    assert len(known.concepts) == 8 + 2
    assert known.concepts["经补正以后仍不清楚"] == "UNCLEAR"
    assert known.lengths["请"] == [2]
    assert known.lengths["楚"] == [9, 8, 7]


def test_of_many_spellings_those_are_kept_that_are_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_words, "MOST_SPELLINGS", 7)
    known = KnownWords(WORDS, OTHERS)
    assert known.concepts == {"申请": "REQ", "我局": ""}
    known.meet("我局收到的申请")
    known.meet("补正后不明确")
    assert known.concepts == {"申请": "REQ", "我局": ""}
    known.meet("申请经补正后仍不清楚，另一件补正以后仍不清楚")
    assert {word for word, concept in known.concepts.items() if concept == "UNCLEAR"} == {
        "经补正后仍不清楚",
        "补正以后仍不清楚",
    }
    assert known.lengths["楚"] == [8]


def test_the_vocabulary_takes_little_memory() -> None:
    words = KnownWords(tomllib.loads((FORMS / "2021" / "narrative.toml").read_text(encoding="utf-8"))["concepts"], {})
    assert len(words.concepts) < 31_000
