"""What the reader of published reports makes of sentences on 信息处理费: sums in digits, numbers, questions."""

from __future__ import annotations

from collections.abc import Iterable

from core.published import FEES_UNREAD, Imported
from core.published.fee_amounts import in_plain_digits
from core.published.fee_numerals import NUMERAL, Numeral, is_nothing, is_sum_of_money, plain_fees
from core.published.fees import fees_unread, fill_fees
from core.published.unread_fees import ReadFees, table_tells_more, tells_more
from core.report.report import Report
from tests.core.published.test_unread_fees import NOT_READ

_UNIT = "清溪县公安局"
_READ = {
    "a": ReadFees(None, None, None),
    "b": ReadFees(0, 0, 0),
    "c": ReadFees(None, None, 0),
    "d": ReadFees(3, 450, 450),
    "e": ReadFees(2, 260, 200),
    "f": ReadFees(1, 120, None),
}
"""What may have been read: who has read so asks of the sentences where the letter stands."""
_SENTENCES = (
    *(
        "收取信息处理费一千零五元。",
        "收取信息处理费1千元整。",
        "收取信息处理费壹佰贰拾元叁角。",
        "收取信息处理费12.50元。",
    ),
    *(
        "收取信息处理费RMB1,200.00元、CNY 80。",
        "收取信息处理费￥１，２００。",
        "收取信息处理费3.5百元。",
        "收取信息处理费万元。",
    ),
    *(
        "收取信息处理费二百五元。",
        "收取信息处理费三千零二十元。",
        "收取信息处理费1,2元。",
        "收取信息处理费12,345.60元。",
    ),
    *("收取信息处理费第一百元。", "收取信息处理费约3百元。", "收取信息处理费3（万元）。", "收取信息处理费 1 2 0 元。"),
    *(
        "收取信息处理费1.2.3元。",
        "收取信息处理费1亿元。",
        "收取信息处理费2万3千元。",
        "收取信息处理费几元。",
        "收取数十元。",
    ),
    *(
        "2024年收取信息处理费80元，本年未收取。",
        "去年收取信息处理费80元。",
        "上一年结转的收费通知1件于本年缴清，共120元。",
    ),
    *(
        "发出收费通知3件，共450元，其中2024年发出的1件150元。",
        "发出收费通知3件，共450元，其中减免60元。",
        "尚有60元未缴。",
    ),
    *(
        "收取信息处理费260元，退还60元。",
        "全年收费情况如下：\n通知2件。\n金额260元。",
        "收费情况如下。\n部门预算300元。\n金额70元。",
    ),
    *(
        "信息公开费450元，经费支出3万元。",
        "经费3万元，其中收取信息处理费120元。",
        "罚款200元。",
        "补贴申请人120元。",
        "免费提供3件。",
    ),
    *(
        "对3人收取信息处理费。",
        "未对3人收取信息处理费。",
        "向5家企业实收。",
        "共3页。",
        "每件收取信息处理费10元，共3件。",
        "每页0.5元。",
    ),
    *(
        "超过30件的部分每件100元。",
        "10件以下不收费。",
        "31—100页10元/页×20。",
        "信息处理费 3件/450元/450元",
        "第3期收费通知。",
    ),
    *(
        "按国办函〔2020〕109号，三月二十日收取一百二十元。",
        "《收费通知》3份，《某办法（试行）》第5条。",
        "12月收取90元。",
        "（1）收取3元。",
    ),
    *(
        "（三）件。",
        "1.收取90元",
        "身份证110105-19491231-0021。",
        "电话0571-88001234，收取5元。",
        "12345热线收费。",
        "百分之二十的费用。",
    ),
    *(
        "“十四五”期间收费9元。",
        "收取Ⅲ元、③元、３元、٣元、五〇元、廿元。",
        "费用;3元:5元(7元)!9元?",
        "费用，,3,000，4,00元。",
        "无。",
        "",
    ),
    *(
        "收费见附表。",
        "收费标准见附件。",
        "收费已缴清若干。",
        "信息处理费：无，见附表。",
        "二〇二四年收取90元。",
        "二〇二五年收取90元。",
    ),
)
_TABLES = (
    "收费金额 120",
    "收费 3 450 450",
    "金额 0",
    "件数 5",
    "实收 120元",
    "收费 一百二十元 3件",
    "费用 120.00",
    "收费 无",
)


def documents() -> dict[str, str]:
    """Return what is made of each sentence."""
    return {"fees": "\n".join([*_told(), *_of_tables()]) + "\n"}


def _told() -> Iterable[str]:
    for text in (*_SENTENCES, *NOT_READ):
        yield repr(text)
        digits, plain, bare = in_plain_digits(text), plain_fees(text, 2025), plain_fees(text, None, with_prices=False)
        numerals = [Numeral.of(match) for match in NUMERAL.finditer(plain)]
        asked = "".join(letter for letter, read in _READ.items() if tells_more(text, 2025, read))
        others = (letter for letter, read in _READ.items() if tells_more(text, 2025, read, is_section_six=False))
        elsewhere = "".join(others) or "–"
        said = [*map(_numeral, numerals), f"asked of {asked or '–'}", f"elsewhere {elsewhere}" * (elsewhere != asked)]
        yield f"  {' '.join(filter(None, said))}"
        if text in _SENTENCES:
            lines = [("digits", digits, text), ("plain", plain, digits), ("without prices", bare, plain)]
            yield from (f"  {name} {said!r}" for name, said, other in lines if said != other)
            filled = _filled(text)
            cells = [f"{code}={number}" for code, number in filled.report.cells.items()]
            unread = fees_unread(filled.report)
            yield from [f"  read {' '.join(cells)}{'; unread' * (unread == [FEES_UNREAD])}"] * bool(cells or unread)


def _numeral(one: Numeral) -> str:
    value = "?" if one.value is None else str(one.value)
    kinds = "元" * one.is_money + "件" * one.is_count + "∅" * is_nothing(one) + "Σ" * is_sum_of_money(one.text)
    return f"{one.text}={value}{kinds}"


def _filled(text: str, **others: str) -> Imported:
    texts = {"meta.unit": _UNIT, "meta.year": "2025", "s6": text, **others}
    imported = Imported(Report("2021").with_texts(texts), {})
    fill_fees(imported)
    return imported


def _of_tables() -> Iterable[str]:
    for text in _TABLES:
        asked = [name for name, read in _READ.items() if table_tells_more(text, read)]
        yield f"table {text!r}: asked of {''.join(asked) or '–'}"
    for text in ("收取信息处理费120元。", "未收取信息处理费。", "收费通知3件。", "经费3万元。"):
        report = _filled("", s5=text, lead=text).report
        yield f"section five {text!r}: {fees_unread(report)}"
    for place in ("第六部分的第4个表格", "第五部分的第4个表格", "说明"):
        for text in _TABLES[:3]:
            lost = [(place, f"信息处理费 {text}"), (place, text)]
            yield f"{place} {text!r}: {fees_unread(_filled('无。').report, lost)}"
    old = Imported(Report("2019").with_texts({"s6": "收取信息处理费120元。"}), {})
    fill_fees(old)
    yield f"2019: {dict(old.report.cells)} {fees_unread(old.report)}"
