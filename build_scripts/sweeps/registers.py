"""Makes registers whose table 三, table 四 and 信息处理费 are known, in many layouts and spellings.

The numbers are counted while the cases are made, by what each case was made to be: nothing of the program's own
counting is used, so that both can be compared.
"""

import csv
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from random import Random

YEAR = 2025
KINDS = {"C1": "自然人", "C2": "商业企业", "C3": "科研机构", "C4": "社会公益组织", "C5": "法律服务机构", "C6": "其他"}
OUTCOMES = {
    "R03": "（一）予以公开",
    "R04": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "R05": "1.属于国家秘密",
    "R06": "2.其他法律行政法规禁止公开",
    "R07": "3.危及“三安全一稳定”",
    "R08": "4.保护第三方合法权益",
    "R09": "5.属于三类内部事务信息",
    "R10": "6.属于四类过程性信息",
    "R11": "7.属于行政执法案卷",
    "R12": "8.属于行政查询事项",
    "R13": "1.本机关不掌握相关政府信息",
    "R14": "2.没有现成信息需要另行制作",
    "R15": "3.补正后申请内容仍不明确",
    "R16": "1.信访举报投诉类申请",
    "R17": "2.重复申请",
    "R18": "3.要求提供公开出版物",
    "R19": "4.无正当理由大量反复申请",
    "R20": "5.要求行政机关确认或重新出具已获取信息",
    "R21": "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "R22": "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "R23": "3.其他",
}
WORDS = {
    "R03": "同意公开",
    "R04": "区分处理",
    "R08": "商业秘密",
    "R12": "不动产登记查询",
    "R13": "信息不存在",
    "R23": "撤回",
}
KIND_WORDS = {"C1": "公民", "C2": "企业", "C6": "其他组织"}
RESULTS = {"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果", "pending": "尚未审结"}
LAWSUITS = {"direct": "未经复议直接起诉", "after_review": "复议后起诉"}
FIELDS = (
    *("登记号", "收到日期", "申请人类别", "办结日期", "办理结果", "申请人", "内容", "方式", "补正告知日", "延期告知日"),
    *("收费通知日", "收费金额", "实收金额", "复议结果", "诉讼类型", "诉讼结果", "承办科室", "备注"),
)
DAYS = ("收到日期", "办结日期", "补正告知日", "延期告知日", "收费通知日")
NAMES = ("赵钱孙李秘密人", "周吴郑王有限公司", "冯陈褚卫研究院")
CONTENT = "某某地块征收补偿方案秘密内容"

Row = dict[str, object]


@dataclass
class KnownRegister:
    """A register as it was meant.

    Attributes:
        rows: Value by field; a day is a date, what is missing is blank.
        cells: Number by code of what is not 0, totals left out.
        cases: 登记号 by code.
    """

    rows: list[Row] = field(default_factory=list)
    cells: Counter[str] = field(default_factory=Counter)
    cases: dict[str, list[str]] = field(default_factory=dict)

    def count(self, code: str, number: str, amount: int = 1) -> None:
        """Note that a case counts in a cell."""
        self.cells[code] += amount
        self.cases.setdefault(code, []).append(number)


def make_register(random: Random, rows: int) -> KnownRegister:
    """Return a register without anything that a rule would find."""
    known = KnownRegister()
    for n in range(1, rows + 1):
        _add_case(known, random, f"依申请{YEAR}-{n:04}")
    random.shuffle(known.rows)
    return known


def _day(random: Random, first: date, last: date) -> date:
    return first + timedelta(days=random.randint(0, (last - first).days))


def _add_case(known: KnownRegister, random: Random, number: str) -> None:
    kind = random.choice(list(KINDS))
    row: Row = {"登记号": number, "申请人类别": kind, "申请人": random.choice(NAMES), "内容": f"{CONTENT}{number}"}
    known.rows.append(row)
    way = random.choice(("whole", "whole", "whole", "whole", "in", "out", "out_closed", "through", "not_counted"))
    start, end = date(YEAR, 1, 1), date(YEAR, 12, 31)
    late = end - timedelta(days=20)
    if way == "not_counted":
        row |= {"收到日期": _day(random, start, end), "办理结果": "不计"}
        return
    if way in ("in", "through"):
        row["收到日期"] = _day(random, date(YEAR - 1, 11, 20), date(YEAR - 1, 12, 31))
        known.count(f"t3.R02.{kind}", number)
    else:
        is_late = way in ("out", "out_closed")
        row["收到日期"] = _day(random, late if is_late else start, end)
        known.count(f"t3.R01.{kind}", number)
    received = row["收到日期"]
    assert isinstance(received, date)
    if way in ("whole", "in"):
        _close(known, row, random, kind, _day(random, max(received, start), end))
    else:
        known.count(f"t3.R25.{kind}", number)
        if way == "through":
            row["延期告知日"] = received + timedelta(days=15)
        if way == "out_closed":
            row |= {"办结日期": date(YEAR + 1, 1, random.randint(1, 20)), "办理结果": random.choice(list(OUTCOMES))}
        elif random.random() < 0.5:
            row["办理结果"] = "尚未办结"
    if random.random() < 0.15:
        _contest(known, row, random)


def _close(known: KnownRegister, row: Row, random: Random, kind: str, day: date) -> None:
    """Close a case in the year; some outcomes are several in one cell."""
    number, outcome = str(row["登记号"]), random.choice(list(OUTCOMES))
    received = row["收到日期"]
    assert isinstance(received, date)
    row |= {"办结日期": day, "办理结果": outcome}
    if outcome == "R04" and random.random() < 0.5:
        first, last = random.choice((("R03", 10), ("R04", 18)))  # R03 beside 无法提供 is not sure
        row["办理结果"] = (first, random.choice(list(OUTCOMES)[2:last]))
    known.count(f"t3.{outcome}.{kind}", number)
    if outcome == "R21":
        row["补正告知日"] = received
    if outcome == "R22" or random.random() < 0.1:
        amount = random.choice((100, 250, 40))
        paid = 0 if outcome == "R22" else amount
        noticed = _day(random, received, day)
        row |= {"收费通知日": noticed, "收费金额": amount, "实收金额": paid}
        if noticed.year == YEAR:
            known.count("fee.notices", number)
            known.count("fee.billed", number, amount)
            known.count("fee.collected", number, paid)


def _contest(known: KnownRegister, row: Row, random: Random) -> None:
    number = str(row["登记号"])
    if random.random() < 0.7:
        result = random.choice(list(RESULTS))
        row["复议结果"] = result
        known.count(f"t4.review.{result}", number)
    if random.random() < 0.5:
        kind, result = random.choice(list(LAWSUITS)), random.choice(list(RESULTS))
        row |= {"诉讼类型": kind, "诉讼结果": result}
        known.count(f"t4.{kind}.{result}", number)


# ---------------------------------------------------------------- layouts


@dataclass(frozen=True)
class Layout:
    """How a register is written down.

    Attributes:
        heads: Header by the key of the field, where it is not the field's own name.
        order: The fields in their order.
        spelling: Which spellings of days and words are used, by number.
        encoding: Of a text file; "" for a workbook.
        title: Whether a title and a line of remarks stand above the header.
        is_tall: Whether the header has two rows, with merged cells.
        sheets: How many sheets it is spread over.
        has_totals: Whether total rows stand between.
        hides: Whether some rows are hidden.
        is_1904: Whether days count from 1904 on.
        left: Empty columns at the left.
    """

    heads: dict[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = FIELDS
    spelling: int = 0
    encoding: str = ""
    title: bool = False
    is_tall: bool = False
    sheets: int = 1
    has_totals: bool = False
    hides: bool = False
    is_1904: bool = False
    left: int = 0

    @property
    def suffix(self) -> str:
        """What the name of the file ends with."""
        return ".csv" if self.encoding else ".xlsx"


_OTHER = {
    "登记号": "编号",
    "收到日期": "收件日期",
    "申请人类别": "申请人类型",
    "办结日期": "答复日期",
    "办理结果": "答复结果",
}
_LONG = {"登记号": "申请登记编号", "收到日期": "收到申请日期", "办结日期": "办理完毕日期", "复议结果": "行政复议情况"}
LAYOUTS = (
    Layout(),
    Layout(heads=_OTHER, spelling=1, title=True),
    Layout(order=FIELDS[::-1], spelling=2, has_totals=True),
    Layout(heads=_LONG, spelling=3, is_tall=True, title=True),
    Layout(spelling=4, sheets=12),
    Layout(heads=_OTHER, spelling=5, hides=True, left=2),
    Layout(spelling=6, is_1904=True),
    Layout(spelling=3, encoding="utf-8"),
    Layout(heads=_LONG, spelling=4, encoding="utf-8-sig", title=True),
    Layout(heads=_OTHER, spelling=1, encoding="gb18030", has_totals=True),
    Layout(order=(*FIELDS[5:], *FIELDS[:5]), spelling=7, sheets=3, title=True, has_totals=True, hides=True),
    Layout(heads={**_OTHER, "收费金额": "应收金额"}, spelling=8, is_tall=True, is_1904=True, sheets=2, left=1),
)
_FORMS = (
    lambda d: d,
    lambda d: f"{d.year}-{d.month}-{d.day}",
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.year}.{d.month}.{d.day}",
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: int(f"{d:%Y%m%d}"),
    None,  # a bare number of days
    lambda d: f" {d.year}－{d.month:02}－{d.day:02} ",
    lambda d: f"{d:%Y-%m-%d} 09:30:00",
)


def map_toml(layout: Layout) -> str:
    """Return the MAP.toml of a layout."""
    lines = ["[columns]", *(f'"{key}" = "{head}"' for key, head in layout.heads.items())]
    lines += ["[outcomes]", *(f'"{word}" = "{row}"' for row, word in WORDS.items())]
    lines += ["[kinds]", *(f'"{word}" = "{column}"' for column, word in KIND_WORDS.items())]
    return "\n".join(lines) + "\n"


def write_register(known: KnownRegister, layout: Layout, path: Path, random: Random) -> None:
    """Write a register down."""
    rows = [{name: _written(row.get(name), name, layout, random) for name in layout.order} for row in known.rows]
    if layout.encoding:
        _write_text(rows, layout, path)
    else:
        _write_book(rows, layout, path)


def _written(value: object, name: str, layout: Layout, random: Random) -> object:
    if value is None:
        return None
    if name in DAYS and isinstance(value, date):
        return _written_day(value, layout, random)
    if name == "申请人类别" and value in KINDS:
        word = KIND_WORDS.get(str(value), "")
        return word if word and layout.spelling % 2 else KINDS[str(value)]
    if name == "办理结果" and isinstance(value, tuple):
        return random.choice(("；", "/", "\n", "、")).join(OUTCOMES[key] for key in value)
    if name == "办理结果" and value in OUTCOMES:
        return _written_outcome(str(value), layout, random)
    if name in ("复议结果", "诉讼结果"):
        return RESULTS.get(str(value), value)
    return LAWSUITS.get(str(value), value) if name == "诉讼类型" else value


def _written_day(day: date, layout: Layout, random: Random) -> object:
    form = _FORMS[layout.spelling] if layout.spelling < 6 else random.choice(_FORMS)
    if form is None:
        zero = date(1904, 1, 1) if layout.is_1904 else date(1899, 12, 30)
        return (day - zero).days
    return form(day)


def _written_outcome(key: str, layout: Layout, random: Random) -> str:
    label = OUTCOMES[key]
    bare = label.partition("）")[2] if label.startswith("（") else label.partition(".")[2]
    forms = [label, bare, f" {bare} "]
    if key in WORDS:
        forms.append(WORDS[key])
    if "R05" <= key <= "R12":
        forms.append(f"不予公开－{bare}")
    return random.choice(forms) if layout.spelling % 2 else bare


def _write_text(rows: list[Row], layout: Layout, path: Path) -> None:
    stream = StringIO()
    writer = csv.writer(stream)
    if layout.title:
        writer.writerow([f"{YEAR}年依申请公开台账"])
    writer.writerow([layout.heads.get(name, name) for name in layout.order])
    for row in rows:
        writer.writerow(["" if row[name] is None else row[name] for name in layout.order])
    if layout.has_totals:
        at = layout.order.index("登记号")
        writer.writerow(["合计" if n == at else "" for n in range(len(layout.order))])
    path.write_bytes(stream.getvalue().encode(layout.encoding))


def _write_book(rows: list[Row], layout: Layout, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    if layout.is_1904:
        book.epoch = CALENDAR_MAC_1904
    book.remove(book.worksheets[0])
    if layout.sheets > 1:
        book.create_sheet("说明").append(["填表说明"])
    for n in range(layout.sheets):
        sheet = book.create_sheet(f"{n + 1}月")
        top = 1
        if layout.title:
            sheet.cell(1, 1, f"{YEAR}年依申请公开台账")
            sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=8)
            sheet.cell(2, 1, "填报单位：某某局")
            top = 3
        for at, name in enumerate(layout.order, 1 + layout.left):
            head = layout.heads.get(name, name)
            if not layout.is_tall:
                sheet.cell(top, at, head)
            elif at % 3 == 0:
                sheet.cell(top, at, "办理情况")
                sheet.cell(top + 1, at, head)
            else:
                sheet.cell(top, at, head)
                sheet.merge_cells(start_row=top, start_column=at, end_row=top + 1, end_column=at)
        top += 2 if layout.is_tall else 1
        for row_at, row in enumerate(rows[n :: layout.sheets]):
            for at, name in enumerate(layout.order, 1 + layout.left):
                if row[name] is not None:
                    sheet.cell(top + row_at, at, row[name])
            if layout.hides and row_at % 5 == 0:
                sheet.row_dimensions[top + row_at].hidden = True
        if layout.has_totals:
            sheet.cell(sheet.max_row + 1, 1 + layout.left + layout.order.index("登记号"), "合 计")
    book.save(path)
