"""Sentences whose end was cut off, and clauses with words too many (N-12, in sentences on cases N-20)."""

from __future__ import annotations

import time

import pytest

from core.texts.rules.debris.missing_numbers import missing_numbers
from tests.core.texts.filled_reports import filled, findings_of

_BUREAU = "云岭县林业局"
_SOME_CASES = {"t4.review.upheld": 3, "t4.review.other": 1, "t4.direct.upheld": 1}


def told(text: str) -> list[tuple[str, str]]:
    return [(span.what, text[span.start : span.end]) for span in missing_numbers(text)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("全部申请均在法定期限内予以。", "全部申请均在法定期限内予以"),
        ("直接起诉3件，结果维持的均已。", "结果维持的均已"),
        ("没有现成信息需要另行，不予处理8件。", "没有现成信息需要另行"),
        ("复议1件维持，无行政诉讼的被。", "无行政诉讼的被"),
        ("申请人撤回的，其余均予以了，没有逾期。", "其余均予以了"),
        ("诉讼均由局领导出庭并对。", "诉讼均由局领导出庭并对"),
        ("公开渠道逐步健全，并且。", "并且"),
        ("收到申请33件，较上年同期。办理中注重沟通。", "较上年同期"),
        ("全年受理申请20件，数量同比", "数量同比"),
        ("（二）诉讼。全年没有收到涉及政府信息公开的行政", "全年没有收到涉及政府信息公开的行政"),
        ("本机关不掌握的，告知申请人向。", "告知申请人向"),
        ("其余5件由法规科统一登记并；另有2件转办。", "其余5件由法规科统一登记并"),
        ("需要补正的，一次性告知补正的事项以及，不得反复要求补正。", "一次性告知补正的事项以及"),
        ("没有公民就信息公开事项提起行政复。", "没有公民就信息公开事项提起行政复"),
        ("予以公开的占多数，部分公开和不予公。", "部分公开和不予公"),
        ("未经审核的不予。", "未经审核的不予"),
        ("答复工作按照，做到件件有回音。", "答复工作按照"),
        ("行政诉讼案件都，均按时答辩。", "行政诉讼案件都"),
    ],
)
def test_a_word_that_cannot_end_a_sentence_is_told(text: str, part: str) -> None:
    assert told(text) == [("word", part)]


@pytest.mark.parametrize(
    "text",
    [
        "较上年同期，申请量增加3件；与上年相比，内容更集中。",
        "申请量不及上年同期，质量高于上年。",
        "恢复林草植被，发放棉被，学校拆并，村庄迁并，一并公开。",
        "申请分布不均，人均，户均都有下降，把把关而已。",
        "坚持依法行政，建设服务行政。",
        "说明理由，群众参与，科学普及，应对，回应，由县政府受理。",
        "能给的给予，不能给的不给予，予以公开，不予公开。",
        "两者没有分别，以上增幅均为同比。",
        "原因有二，方向不变，以问题为导向，所需经费从财政列支。",
        "群众关切得到回应，并且，答复质量有所提高。",
        "如实记载，有根有据，有法律根据。",
        "这既是必须，也是责任所在。",
    ],
)
def test_correct_prose_ends_otherwise(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "全年未因政府信息公开被提起行政诉讼的行政复议2件，均维持。",
            "全年未因政府信息公开被提起行政诉讼的行政复议2件",
        ),
        ("结果维持5件，结果纠正其他1件4件，尚未审结2件。", "结果纠正其他1件4件"),
        ("没有行政诉讼案件4件。", "没有行政诉讼案件4件"),
        ("本年没有收取信息处理费用的收取情况。", "本年没有收取信息处理费用的收取情况"),
        ("全年未产生信息处理费的产生。", "全年未产生信息处理费的产生"),
    ],
)
def test_words_too_many_are_told(text: str, part: str) -> None:
    assert told(text) == [("order", part)]


@pytest.mark.parametrize(
    "text",
    [
        "复议后未提起诉讼2件，提起诉讼1件。",
        "没有被纠正的行政复议，维持2件。",
        "无行政诉讼，行政复议2件。",
        "逐件1件1件地复盘。",
        "没有收取信息处理费，收取情况为零。",
        "未发生应收取费用的情况，未收取信息处理费的0元。",
        "未被申请行政复议0件。",
    ],
)
def test_what_can_be_said_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_messages_say_what_is_wrong_whatever_table_four_says() -> None:
    text = "行政复议4件，维持2件，纠正其他1件1件，其余均已。"
    for cells in ({}, _SOME_CASES):
        found = findings_of(filled(_BUREAU, "s4", text, cells), "N-12", "N-20")
        assert {(one.rule_id, one.message) for one in found} == {
            ("N-20", "第四部分表前文字的“纠正其他1件1件”语句不通，像是改动时留下了多余的字，请核对语句。"),
            ("N-20", "第四部分表前文字的“其余均已”像是缺了字，请核对语句。"),
        }
    (fee,) = findings_of(filled(_BUREAU, "s6", "没有收取信息处理费的收取情况。", {}), "N-12")
    assert fee.message == "第六部分的“没有收取信息处理费的收取情况”语句不通，像是改动时留下了多余的字，请核对语句。"


@pytest.mark.parametrize("again", ["被，", "未被行政复议2件，", "没有收取费用", "1件2件，", "局对"])
def test_a_giant_text_takes_no_longer_than_its_length(again: str) -> None:
    start = time.process_time()
    missing_numbers(again * (40_000 // len(again)))
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "text",
    [
        "直接起诉一件，胜；复议后再起诉二件，一件胜，一件原告撤诉。",
        "诉讼2件，赢。",
        "复议1件，维。",
        "应诉1件，驳。",
        "1件复议被撤，1件起诉被驳。",
        "答复说理不足，致复议被纠。",
    ],
)
def test_an_outcome_in_one_sign_lacks_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["行政诉讼1件，被。", "行政复议1件，结。", "均已答复，维。"])
def test_one_sign_behind_a_comma_is_otherwise_told(text: str) -> None:
    assert [what for what, _ in told(text)] == ["word"]
