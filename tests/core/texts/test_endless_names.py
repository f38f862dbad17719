"""A name of a unit without end is not looked for slip by slip: a person who pastes a text into it can go on working."""

import pytest

from core.texts.rules.cited import fixed_strings
from core.texts.rules.cited.fixed_strings import misspelt_unit


def test_an_endless_name_is_compared_with_no_place_of_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def noted(said: str, unit: str) -> int:
        compared.append(said)
        return len(unit)

    monkeypatch.setattr(fixed_strings, "distance", noted)

    assert misspelt_unit(f"乙{'甲' * 300}乙", f"{'甲' * 150}局{'甲' * 50}", is_lead=True) == ()
    assert compared == []


def test_a_slip_in_a_name_of_usual_length_is_found() -> None:
    text = "青山县水利局局高度重视。青山县水力局坚持公开。"
    assert [span.what for span in misspelt_unit(text, "青山县水利局", is_lead=True)] == ["青山县水力局"]
