"""What the numbers in a text are taken for, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.checks.findings import Place
from core.report.report import new_report
from core.texts.claims.claim import Claim
from core.texts.language.numbers import COUNT_UNITS, han_number, numbers_in, plain_text
from core.texts.reading.reader import read_text
from tests.core.texts.filled_reports import claims_in, filled


def claims_of(text: str, code: str = "s1.request", *, unit: str = "青原县水利局", **meta: str) -> list[Claim]:
    cells = {"t3.R01.C1": 15, "t3.R02.C1": 2, "t3.R03.C1": 16, "t3.R25.C1": 1}
    report = filled(unit, code, text, cells)
    return claims_in(report.with_texts({f"meta.{key}": value for key, value in meta.items()}))


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("零", 0), ("〇", 0), ("一", 1), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23),
        ("一百", 100), ("一百零二", 102), ("一百一十五", 115), ("一百二", 120), ("两千三百五十", 2350),
        ("一千零二十", 1020), ("三万", 30000), ("一万二", 12000), ("二三", 23),
    ],
)  # fmt: skip
def test_numerals_are_read(numeral: str, value: int) -> None:
    assert han_number(numeral) == value


@given(st.text(alphabet="零〇一二两三四五六七八九十百千万", min_size=1, max_size=8))
def test_no_numeral_breaks_the_reader(numeral: str) -> None:
    assert han_number(numeral) is None or han_number(numeral) >= 0  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("收到1,234件", [(1234, "件")]),
        ("收到１，２３４件", [(1234, "件")]),
        ("共 15 件", [(15, "件")]),
        ("占18.75%", [("18.75", "%")]),
        ("《2023年第15件提案》", []),
        ("国办公开办函〔2021〕30号", []),
        ("2024年1月1日至12月31日", []),
        ("电话：0571-87654321，邮编：310000", []),
        ("https://www.a.gov.cn/2024/15.html", []),
        ("12345热线", []),
        ("第十五条", []),
        ("7×24小时", []),
    ],
)
def test_what_is_no_count_is_passed_over(text: str, values: list[tuple[object, str]]) -> None:
    found = [(str(n.value), n.unit) for n in numbers_in(plain_text(text, 2024).text)]
    assert found == [(str(value), unit) for value, unit in values]


def test_a_claim_says_what_it_was_taken_for_and_where_it_stands() -> None:
    text = "2024年，我局 共收到政府信息公开申请 １５ 件。"
    (claim,) = claims_of(text)
    assert text[claim.place.start : claim.place.end] == "１５ 件"
    assert (claim.meaning, claim.number, claim.table_value, claim.agrees) == ("收到的申请", 15, "15或17", True)
    assert claim.cells == ("t3.R01.C7", "t3.R02.C7")


def test_places_lie_in_the_source_behind_linked_numbers() -> None:
    text = "上年结转{t3.R02.C7}件，{{旁注}}收到申请14件，未收取费用。"
    linked, typed = claims_of(text)
    assert text[linked.place.start : linked.place.end] == "{t3.R02.C7}"
    assert (linked.is_linked, linked.key, linked.agrees, linked.table_value) == (True, "carried_in", True, "2")
    assert text[typed.place.start : typed.place.end] == "14件"
    assert typed.agrees is False


def test_a_linked_number_in_the_wrong_place_is_judged_like_a_typed_one() -> None:
    (wrong,) = claims_of("收到政府信息公开申请{t3.R25.C7}件。")
    assert (wrong.key, wrong.agrees, wrong.place) == ("received", False, Place("s1.request", 10, 22))
    (right,) = claims_of("收到政府信息公开申请{t3.R01.C7}件。")
    assert (right.is_linked, right.key, right.agrees) == (True, "received", True)
    assert [c.agrees for c in claims_of("收到政府信息公开申请1{t3.R25.C7}件。")] == [False]  # no number by itself


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("其中信函申请5件。", "收到的申请（按渠道分列，不核对）"),
        ("收到网上申请5件。", "收到的申请（按渠道分列，不核对）"),
        ("2023年收到申请19件。", "收到的申请（其他年度，不核对）"),
        ("收到申请近20件。", "收到的申请（约数，不核对）"),
        ("上半年收到申请9件。", "收到的申请（一年中的一段时间，不核对）"),
        ("全年办理行政复议案件312件。", "行政复议（并非都因信息公开，不核对）"),
    ],
)
def test_numbers_that_are_not_about_the_tables_say_why(text: str, meaning: str) -> None:
    found = [c for c in claims_of(text) if c.agrees is None and c.key != "unknown"]
    assert [c.meaning for c in found][:1] in ([meaning], [])
    assert all(c.agrees is None for c in claims_of(text))


def test_a_bare_total_behind_its_parts_is_what_they_add_up_to() -> None:
    *parts, total = claims_of("收到申请：信函5件、当面3件、网络8件，共16件。")
    assert {(part.meaning, part.agrees) for part in parts} == {("未识别：不与表格核对", None)}
    assert (total.key, total.number, total.agrees) == ("received", 16, False)


@pytest.mark.parametrize("before", ["", "已受理，", "已办结，"])
def test_the_result_of_an_only_case_is_found_behind_what_was_done_with_it(before: str) -> None:
    assert [c.key for c in claims_of(f"收到申请1件，{before}不予公开。")] == ["received", "denied"]


def test_blank_cells_leave_a_claim_open() -> None:
    report = new_report("青原县水利局", "政府部门", 2024)
    report = report.with_cells({"t3.R01.C1": 3})
    report = report.with_texts({"s3": "收到政府信息公开申请5件，办结4件。"})
    assert [c.agrees for c in claims_in(report)] == [None, None]


def test_the_own_numbers_of_an_office_are_not_compared_in_a_summed_report() -> None:
    text = "县政府办公室收到政府信息公开申请7件。"
    assert [c.agrees for c in claims_of(text, unit="青原县人民政府")] == [None]
    assert [c.agrees for c in claims_of(text, unit="青原县人民政府办公室", scope="汇总")] == [None]
    assert [c.agrees for c in claims_of(text, unit="青原县人民政府办公室")] == [False]


def test_wider_numbers_beside_the_own_ones_are_not_compared() -> None:
    text = "县政府办公室收到政府信息公开申请15件，全县收到申请95件。"
    assert [c.agrees for c in claims_of(text, unit="青原县人民政府办公室")] == [True, None]


WORDS = (
    *("收到", "申请", "办结", "上年结转", "予以公开", "不予公开", "行政复议", "无", "未", "其中", "占", "2024年", "共"),
    *(
        "{t3.R01.C7}",
        "{",
        "}",
        "{{",
        "5",
        "12",
        "1,234",
        "０",
        "%",
        "，",
        "。",
        "、",
        "（",
        "）",
        " ",
        "\n",
        *COUNT_UNITS,
    ),
)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
@example("上年结转{t3.R02.C7}件，{{收到申请5件。")
def test_no_text_breaks_the_reader_and_places_lie_inside(text: str) -> None:
    for reading in read_text("s1.request", text, 2024, "2021"):
        assert 0 <= reading.start <= reading.end <= len(text)
    report = new_report("青原县水利局", "政府部门", 2024, with_zeros=True)
    report = report.with_texts({"s3": text})
    for claim in claims_in(report):
        assert 0 <= claim.place.start <= claim.place.end <= len(text)
