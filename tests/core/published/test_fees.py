"""信息处理费 stands in no table: its three numbers are read from section six where it is beyond doubt."""

from __future__ import annotations

import pytest

from core.published import Imported
from core.published.fees import fees_unread, fill_fees
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
        ("2025年向申请人发出收费通知两件，收取信息处理费三百元。", (2, None, 300)),
        ("2025年发出收费通知3份，应收金额0.06万元，实收0.02万元。", (3, 600, 200)),
        ("本年度收取信息处理费贰佰元整。", (None, None, 200)),
        ("本年度收取信息处理费0.03万元。", (None, None, 300)),
        ("收取信息处理费1,250元。", (None, None, 1250)),
        ("收取信息处理费 300（元）。", (None, None, 300)),
        ("本年度收取信息处理费 壹仟贰佰 元，无其他事项。", (None, None, 1200)),
        ("收取信息处理费2百元。", (None, None, 200)),
        ("收取信息处理费约三百元。", (None, None, None)),
        ("收取信息处理费三百余元。", (None, None, None)),
        ("收取信息处理费贰佰元伍角。", (None, None, None)),
        ("收取信息处理费三点五万元。", (None, None, None)),
        ("收取信息处理费一百二元。", (None, None, None)),
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


@pytest.mark.parametrize(
    ("text", "is_unread"),
    [
        ("全年依申请公开信息处理费共计1,250元，涉及4件。", True),
        ("本年度收取资料复印、邮寄等费用80元。", True),
        ("全年依申请公开收费共计 300（元）。", True),
        ("收取信息处理费约三百元。", True),
        ("收取信息处理费贰佰元伍角。", True),
        ("收取信息处理费数百元。", True),
        ("信息处理费情况如下：\n对一家企业，三点五万元。", True),
        ("对2件申请收取了信息处理费。", True),
        ("收费金额：300", True),
        ("收取信息处理费三百元。", False),
        ("发出收费通知一件，金额一百元，已收讫。", True),
        ("发出收费通知3件，收费总金额60元，实际收取40元。", False),
        ("按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），2025年未收取信息处理费。", False),
        ("本机关没有收取信息处理费。2024年发出收费通知5件、收取500元。", False),
        ("受理申请3件，未收取信息处理费。", False),
        ("未对12件申请收取任何费用。", False),
        ("收取信息处理费0件、0元（单位：万元）。", False),
        ("收取信息处理费情况：无，公开涉企收费清单3项、惠民补贴资金1200万元。", False),
        ("没有收取信息处理费。公开部门预算3份，安排经费2万元，组织培训3次。", False),
        ("无其他需要报告的事项。", False),
    ],
)
def test_a_number_about_fees_that_no_cell_holds_is_noticed(text: str, is_unread: bool) -> None:
    imported = Imported(Report("2021").with_texts({"meta.unit": "清溪县公安局", "meta.year": "2025", "s6": text}), {})
    fill_fees(imported)
    assert bool(fees_unread(imported.report)) == is_unread
