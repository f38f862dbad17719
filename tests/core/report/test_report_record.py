"""Reports as records: exact, quick, and nothing but a record is read as one."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.report.entry_text import Refused
from core.report.report import Explanation, LogEntry, Origin, Remark, Report, ReviewRound, new_report
from core.report.report_record import RecordDamagedError, RecordNewerError, read_record, record_bytes


def full_report() -> Report:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells(
        {
            "t2.fees.amount": Decimal("12.345678"),
            "t3.R01.C1": Refused("3件多", "C-04", "“件多”不是数字，请只填整数"),
            "t3.R01.C7": 16,
        }
    )
    report = report.with_texts({"s1.active": "第一段\n第二段 {t3.R01.C7} 件 𠮷"})
    report = replace(
        report,
        explanations={**report.explanations, "N-02:t2.rules": Explanation("清理", "张三", "2026-01-15", "现行有效……")},
    )
    report = replace(report, log=(*report.log, LogEntry("2026-01-15 09:30", "表三：5个空白格填0")))
    report = replace(
        report,
        rounds=(
            *report.rounds,
            ReviewRound(
                1, "2026-01-15", "3F7A-91C2", {"s1": "文字"}, "李四", "2026-01-16", (Remark("补数", "已改", ""),)
            ),
        ),
    )
    report = replace(report, origins={**report.origins, "t2.penalty": Origin("执法科", "王五", "2026-01-10", "台账")})
    return replace(report, status={**report.status, "printed_on": "2026-01-16"})


def test_a_record_reads_back_equal_with_its_identity() -> None:
    report = full_report()

    read, identity = read_record(record_bytes(report, {"draft": "/甲/乙.xlsx", "year": 2025}))

    assert read == report
    assert {code: type(entry) for code, entry in read.cells.items()} == {c: type(e) for c, e in report.cells.items()}
    assert identity == {"draft": "/甲/乙.xlsx", "year": 2025}


@given(
    st.text(st.characters(exclude_categories=())),
    st.one_of(
        st.integers(0, 10**12),
        st.decimals(0, 10**9, places=6),
        st.builds(Refused, st.text(), st.just("C-01"), st.text()),
    ),
)
def test_any_text_and_any_entry_read_back_equal(text: str, entry: int | Decimal | Refused) -> None:
    report = Report(texts={"s5": text}, cells={"t3.R01.C1": entry}, meta={"meta.unit": text})

    assert read_record(record_bytes(report, {}))[0] == report


def test_a_cut_off_record_is_never_taken_for_a_report() -> None:
    data = record_bytes(full_report(), {})

    for length in range(0, len(data) - 1, 7):
        with pytest.raises(RecordDamagedError):
            read_record(data[:length])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'{"format":"1"}',
        b'{"format":1}',
        b"\xff\xfe",
        b"[" * 100_000,
        record_bytes(Report(), {}).replace(b'"cells":{}', b'"cells":{"t3.R01.C1":true}'),
        record_bytes(Report(), {}).replace(b'"texts":{}', b'"texts":{"s5":5}'),
        record_bytes(Report(), {}).replace(b'"log":[]', b'"log":[{"a":"b"}]'),
    ],
)
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(RecordDamagedError):
        read_record(data)


def test_a_record_of_a_newer_program_is_told_from_a_damaged_one() -> None:
    with pytest.raises(RecordNewerError):
        read_record(record_bytes(Report(), {}).replace(b'"format":1', b'"format":99'))
    with pytest.raises(RecordNewerError):
        read_record(record_bytes(Report(form_id="2031"), {}))
