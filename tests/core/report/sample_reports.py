"""Reports for the tests of what is printed: one as an office would write it, and random ones."""

import random
from decimal import Decimal

from core.report.report import Report, new_report

PARAGRAPH = (
    "2025年，本局认真贯彻落实《中华人民共和国政府信息公开条例》（国务院令第711号），坚持“以公开为常态、不公开为例外”，"
    "全年主动公开政府信息92条——其中通过门户网站公开75条……各项工作有序推进。"
)
_CHARACTERS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "“”‘’（）《》〈〉—…，。；：！？、·〔〕％0123456789ABCxyz <>&\"'{}=+-@_/\\\t　\u00a0𠮷龘囧﨑\ue000"
)


def written_report(seed: int = 0, *, unit: str = "某某县水利局") -> Report:
    """Return a complete report with plausible texts; numbers by the seed."""
    chance = random.Random(seed)
    report = new_report(unit, "政府部门", 2025, with_zeros=True)
    for code in report.form.entered:
        report = report.with_cells({code: chance.choice([0, 0, 0, 1, 5, 23, 656])})
    report = report.with_texts({"lead": PARAGRAPH})
    for code, text in report.form.texts.items():
        if text.is_required:
            report = report.with_texts({code: PARAGRAPH})
    report = report.with_texts(
        {"s1.request": "本年新收政府信息公开申请{t3.R01.C7}件，上年结转{t3.R02.C7}件，均已答复。"}
    )
    return report.with_texts(
        {
            "s2": "行政许可{t2.licensing.decisions}件。",
            "note.t2": "注：行政规范性文件数含清理后重新统计的16件。",
            "s5": f"（一）存在的主要问题\n一是公开内容不够丰富。\n（二）改进措施\n{PARAGRAPH}",
        }
    )


def random_report(seed: int) -> Report:
    """Return a report with anything in it that a clerk might type or paste; some cells and texts stay blank."""
    chance = random.Random(seed)
    unit = "".join(chance.choices("某县市局委员会𠮷龘镇厅", k=chance.randint(1, 30)))
    report = new_report(unit, "政府部门", chance.randint(2021, 2030))
    for code in report.form.entered:
        if chance.random() < 0.9:
            report = report.with_cells({code: chance.choice([0, chance.randint(1, 99), chance.randint(1, 99_999_999)])})
    if chance.random() < 0.5:
        report = report.with_cells({"t2.fees.amount": Decimal(chance.randint(0, 10**9)) / 10**6})
    for code in [*report.form.texts, "meta.title", "meta.doc_number", "meta.addressee", "meta.sign_off", "meta.date"]:
        if chance.random() < 0.7:
            report = report.with_texts({code: _random_text(chance, report)})
    return report


def _random_text(chance: random.Random, report: Report) -> str:
    paragraphs = []
    for _ in range(chance.randint(1, 4)):
        pieces = ["".join(chance.choices(_CHARACTERS, k=chance.randint(0, 60))) for _ in range(2)]
        pieces.insert(
            1, chance.choice(["", "{t3.R01.C7}", "{t4.review.total}", "（一）主动公开", "六、其他需要报告的事项"])
        )
        paragraphs.append("".join(pieces))
    if chance.random() < 0.3:
        paragraphs.append(chance.choice([s.title for s in report.form.sections.values()] + ["（二）依申请公开"]))
    return "\n".join(paragraphs)
