"""信息处理费 stands in no table: its three numbers are read from section six where it is beyond doubt."""

from __future__ import annotations

import pytest

from core.published import Imported
from core.published.fees import fill_fees
from core.report.report import Report


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2025年，本机关发出收费通知3件，收费总金额60元，实际收取总金额40元。", (3, 60, 40)),
        ("本年度发出信息处理费收费通知的件数为3件、总金额为60元，实际收取的总金额为40元。", (3, 60, 40)),
        ("依申请提供政府信息收取信息处理费40元。无其他需要报告的事项。", (None, None, 40)),
        ("本年度发出收费通知3件，总金额60元，实际收取40元。", (3, 60, 40)),
        ("本年度未发出信息处理费收费通知，未收取信息处理费。", (0, 0, 0)),
        ("本年度未收取信息处理费。", (None, None, 0)),
        ("本年度没有收取信息处理费。除此之外无其他事项。", (None, None, 0)),
        ("2025年没有发生信息处理费收费。", (None, None, 0)),
        ("没有发生收费。", (None, None, 0)),
        ("本机关2025年度未收取费用。", (None, None, 0)),
        ("2025年度，清溪县公安局未收取依申请公开信息处理费。", (None, None, 0)),
        ("本年度信息处理费收取情况：未收取。", (None, None, 0)),
        ("收取信息处理费0元。", (None, None, 0)),
        ("本年度发出收费通知2件，总金额60元，没有发生信息处理费收费。", (2, 60, 0)),
        ("下属单位没有收取信息处理费。", (None, None, None)),
        ("收取信息处理费0件、0元。", (None, None, 0)),
        ("上年没有发生收费。", (None, None, None)),
        ("没有发生收费，退还信息处理费30元。", (None, None, 0)),
        ("发出信息公开处理费收费通知2件，总金额300元，实际收取300元。", (2, 300, 300)),
        ("本年度发出政府信息公开费收费通知2件，总金额300元，实际收取100元。", (2, 300, 100)),
        ("全县发出收费通知30件，总金额600元，实际收取400元。", (None, None, None)),
        ("上半年发出收费通知3件，总金额60元，实际收取40元。", (None, None, None)),
        ("发出收费通知3件，个人收取信息处理费10元，企业收取信息处理费30元。", (3, None, None)),
        ("无其他需要报告的事项。", (None, None, None)),
    ],
)
def test_what_is_told_once_and_beyond_doubt_is_read(text: str, wanted: tuple[int | None, ...]) -> None:
    report = Report("2021").with_texts({"meta.unit": "清溪县公安局", "meta.year": "2025", "s6": text})
    imported = Imported(report, {})
    fill_fees(imported)
    cells = imported.report.cells
    assert tuple(cells.get(f"fee.{key}") for key in ("notices", "billed", "collected")) == wanted
    count = 3 - wanted.count(None)
    assert imported.remarks == ([f"信息处理费的{count}个数字读自第六部分"] if count else [])
