"""What a number means by all words around it, where no pattern knows them: understood as a whole or left alone."""

from __future__ import annotations

import pytest

from core.texts.claims.claim import Claim
from core.texts.language.phrase_said import Phrase
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.reader import read_text
from tests.core.texts.test_understood import claims_of


def meant(code: str, text: str) -> list[tuple[int, str]]:
    """Return the values and roles of the numbers of a text that are compared with the tables."""
    readings = read_text(code, text, 2024, "2021")
    return [(int(reading.value), reading.key) for reading in readings if reading.kind == "count"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("s3", "年初在手未办2件，年内进件30件，年末还在手上1件。", ["carried_in", "received", "carried_out"]),
        ("s3", "上年度转下来的2件申请已于1月份全部答复。", ["carried_in"]),
        ("s3", "能给的都给了，有13件；给了部分内容的5件；不能给的4件。", ["granted_or_partial", "partial", "denied"]),
        ("s3", "检索不到的4件，申请人没有按期补正、视为放弃的1件。", ["single_results", "single_results"]),
        ("s4", "复议5件：撤销重作1件，申请人撤回终止1件。", ["cases_review", "corrected", "other_outcome"]),
        ("s4", "裁定驳回起诉2件。", ["other_outcome"]),
        ("s2", "许可112件、处罚23件、强制4件。", ["licensing", "penalty", "coercion"]),
    ],
)  # fmt: skip
def test_words_in_any_order_make_up_a_meaning(code: str, text: str, expected: list[str]) -> None:
    assert [key for _, key in meant(code, text)] == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "家长问学区的11件。"),
        ("s3", "第三方同意公开2件。"),
        ("s2", "以县政府名义印发的3件。"),
        ("s4", "以我局名义协助审理的3件。"),
    ],
)
def test_a_phrase_with_a_word_that_is_not_known_is_left_alone(code: str, text: str) -> None:
    assert all(claim.agrees is not False for claim in claims_of(text, code))


def test_words_with_choices_are_all_spelled_out() -> None:
    concepts = load_vocabulary("2021").concepts
    for said in ("补正后仍不明确", "经补正后内容还是说不清"):
        composed = concepts.composed(Phrase("", said, "。", "request", "件"))
        assert composed is not None
        assert composed.role.alternatives("") == (("t3.R15.C7",),)


@pytest.mark.parametrize(
    ("code", "text", "rule_id"),
    [
        ("s3", "今年一件申请也没有收到。", "N-02"),
        ("s3", "没有跨年件。", "N-03"),
        ("s4", "继续保持零复议零诉讼。", "N-06"),
        ("s4", "复议机关全部支持了我局的答复。", "N-06"),
        ("s2", "没有现行有效的规范性文件。", "N-07"),
        ("s3", "所有申请都作了公开答复。", "N-05"),
        ("s3", "申请人清一色是企业。", "N-01"),
    ],
)
def test_what_there_is_none_of_is_read_by_all_words_of_its_clause(code: str, text: str, rule_id: str) -> None:
    found: list[Claim] = [claim for claim in claims_of(text, code) if claim.agrees is False]
    assert {claim.rule_id for claim in found} == {rule_id}


def test_what_became_of_all_that_the_whole_county_received_is_not_compared() -> None:
    text = "全县共收到申请1210件，所有申请都作了公开答复。"
    assert all(claim.agrees is not False for claim in claims_of(text, "s3"))


def test_where_all_are_answered_none_is_carried_over() -> None:
    (reading,) = read_text("s1.request", "我局对所有申请都作了答复。", 2024, "2021")
    assert (reading.rule_id, reading.value, reading.ways) == ("N-04", 0, (("t3.R25.C7",),))
    still_open = read_text("s1.request", "我局对所有申请都作了答复。正在办理1件。", 2024, "2021")
    assert [reading.key for reading in still_open] == ["carried_out"]
