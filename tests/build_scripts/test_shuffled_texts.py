"""No rule on texts breaks down, whatever it reads; the whole sweep runs by its own command."""

from __future__ import annotations

import pytest

from build_scripts.sweeps import shuffled_texts


def test_no_rule_breaks_down_over_shuffled_texts(capsys: pytest.CaptureFixture[str]) -> None:
    assert shuffled_texts.main(["--count", "120", "--seed", "3"]) == 0, capsys.readouterr().out


def test_a_rule_that_breaks_down_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(_line: object) -> None:
        raise StopIteration

    monkeypatch.setattr(shuffled_texts, "findings_of", broken)
    assert shuffled_texts.main(["--count", "2"]) == 1
    assert "2 段文字，2 段使规则出错" in capsys.readouterr().out
