"""Invented reports of different kinds, with what is printed in each cell and what it must be read as."""

import random
from dataclasses import dataclass, field
from decimal import Decimal

from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.report.entry_text import Entry, format_number
from core.report.totals import compute_totals

WANTED_REFUSED = "refused"
ONE_FEE = "信息处理费的1个数字读自第六部分"
"""What is told of a sample, which says 未收取信息处理费."""


@dataclass
class Sample:
    """A report as it is printed.

    Attributes:
        printed: Printed text by code.
        expected: What each code must be read as; the word "refused" where it must not become a number.
        title: Lines of the title.
        texts: Paragraphs by text code.
    """

    name: str
    form_id: str
    year: int
    unit: str
    printed: dict[str, str]
    expected: dict[str, Entry | str]
    title: list[str]
    texts: dict[str, list[str]] = field(default_factory=dict)

    @property
    def form(self) -> FormDefinition:
        return load_form(self.form_id)


def texts_of(unit: str, year: int, salt: str) -> dict[str, list[str]]:
    return {
        "lead": [
            f"根据《中华人民共和国政府信息公开条例》要求，{unit}编制本报告。所列数据统计期限自{year}年1月1日至{year}年12月31日。",
            f"联系地址：某某路1号；联系电话：0000-{salt}。",
        ],
        "s1": [f"{year}年，{unit}认真落实条例要求，各项工作有序开展（{salt}）。"],
        "s1.active": [f"全年主动公开政府信息{salt}条。", "其中网站公开80条，政务新媒体公开12条。"],
        "s1.request": ["收到申请后依法答复，未发生投诉。"],
        "s1.manage": ["落实发布审查制度，1.严格把关；2.及时清理。"],
        "s1.platform": ["维护网站专栏，更新公开指南。"],
        "s1.oversight": ["开展培训2次，接受社会监督。"],
        "s2": ["本年度办理情况见下表。"],
        "s3": ["（一）申请情况见下表。"],
        "s4": [],
        "s5": [f"存在的问题：公开内容不够丰富（{salt}）。", "改进措施：一是加强学习；二是完善制度。"],
        "s6": ["1.本年度未收取信息处理费。", "2.无其他需要报告的事项。"],
        "note.t2": ["注：规范性文件的数字按清理后的结果填报。"],
    }


def base_numbers(form: FormDefinition, seed: int, most: int) -> dict[str, int | Decimal]:
    """Numbers that satisfy all equalities; zero for most = 0."""
    chance = random.Random(seed)
    numbers: dict[str, int | Decimal] = {c: chance.randint(0, most) for c in form.entered}
    for column in ("C1", "C2", "C3", "C4", "C5", "C6"):
        rows = [r for r in form.tables["t3"].rows if r not in ("R01", "R02", "R24", "R25")]
        done = sum(int(numbers[f"t3.{r}.{column}"]) for r in rows)
        rest = numbers[f"t3.R25.{column}"] = chance.randint(0, most)
        last = numbers[f"t3.R02.{column}"] = chance.randint(0, min(most, done + rest))
        numbers[f"t3.R01.{column}"] = done + rest - last
    for code, cell in form.cells.items():
        if code in numbers and cell.decimals and most:
            numbers[code] = Decimal(chance.randint(1, 99_999_999)) / 10_000
    return {**numbers, **compute_totals(form, numbers)}


def sample(name: str, form_id: str, year: int, seed: int, most: int, unit: str = "东平县水利局") -> Sample:
    form = load_form(form_id)
    numbers = base_numbers(form, seed, most)
    printed = {code: format_number(number) for code, number in numbers.items() if form.cells[code].table}
    expected: dict[str, Entry | str] = {code: numbers[code] for code in printed}
    title = [f"{unit}{year}年政府信息公开工作年度报告"]
    return Sample(name, form_id, year, unit, printed, expected, title, texts_of(unit, year, str(1000 + seed)))


def _print(made: Sample, code: str, text: str, wanted: Entry | str) -> None:
    made.printed[code] = text
    made.expected[code] = wanted


def all_samples() -> list[Sample]:
    """Return one report of each kind."""
    samples = [
        sample("all zeros", "2021", 2023, 1, 0),
        sample("small", "2021", 2022, 2, 9, "安丰镇人民政府"),
        sample("large", "2021", 2024, 3, 3_000_000, "某某市人民政府"),
        sample("trial format", "2019", 2019, 4, 40, "中共某某县委机构编制委员会办公室（某某县事业单位登记管理局）"),
        sample("mixed", "mixed", 2020, 5, 12),
        sample("mixed the other way", "mixed_2019_t2", 2021, 6, 12),
    ]
    thousands = sample("thousands separators", "2021", 2024, 7, 40_000)
    for code, text in thousands.printed.items():
        if text.isdecimal():
            thousands.printed[code] = f"{int(text):,}"
    samples.append(thousands)

    wrong = sample("wrong totals", "2021", 2023, 8, 30)
    for code in ("t3.R24.C1", "t3.R05.C7", "t4.direct.total"):
        value = int(wrong.printed[code]) + 1
        _print(wrong, code, str(value), value)
    samples.append(wrong)

    blanks = sample("blanks as in real reports", "2021", 2023, 9, 0)
    for column in range(1, 8):
        _print(blanks, f"t3.R25.C{column}", ("", " ", "\u3000", "\xa0", "&nbsp;"[:0], "\u200b", "")[column - 1], None)
    for row in ("R05", "R13", "R20"):
        _print(blanks, f"t3.{row}.C7", "", None)
    samples.append(blanks)

    dashes = sample("dashes for nothing", "2021", 2022, 10, 3)
    for code, mark in zip(
        ["t2.rules.issued", "t2.rules.repealed", "t2.rules.in_force", "t3.R19.C2", "t3.R19.C3", "t4.review.other"],
        ["/", "-", "—", "无", "——", "／"],
        strict=True,
    ):
        _print(dashes, code, mark, None)
    samples.append(dashes)

    remarks = sample("remarks in number cells", "2021", 2022, 11, 30)
    _print(remarks, "t2.normative.issued", "22（其中修订 16 件）", 22)
    _print(remarks, "t2.normative.repealed", "29(含自然失效29件)", 29)
    _print(remarks, "t2.fees.amount", "251000元", Decimal("25.1"))
    _print(remarks, "t2.licensing.decisions", "656件", 656)
    _print(remarks, "t3.R03.C1", "　１２", 12)
    _print(remarks, "t3.R04.C1", "\xa07\u200b", 7)
    _print(remarks, "t3.R05.C1", "3或4", WANTED_REFUSED)
    _print(remarks, "t3.R06.C1", "1O", WANTED_REFUSED)
    _print(remarks, "t3.R07.C1", "-1", WANTED_REFUSED)
    samples.append(remarks)

    signed = sample("negative changes and yuan", "2019", 2020, 12, 50)
    _print(signed, "t2_2019.licensing.change", "-8", -8)
    _print(signed, "t2_2019.penalty.change", "－3", -3)
    _print(signed, "t2_2019.fees.change", "+2", 2)
    _print(signed, "t2_2019.procurement.amount", "251000元", Decimal("25.1"))
    for column in range(1, 8):
        _print(signed, f"t3.R24.C{column}", "", None)
    samples.append(signed)
    return samples
