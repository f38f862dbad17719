"""Makes folders as an office that collects reports gets them: units in all readable shapes, with planted faults.

Everything comes from one generator of random numbers. Each fault knows whom it is about and by which rules it may be
told, so that nothing of the program is needed to judge what it says.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.sweeps.desk_texts import COUNTY, GOVERNMENT, TextMaker, unit_names
from core.draft.workbook import draft_bytes
from core.report.linked_text import literal, resolve
from core.report.report import Report, new_report
from core.report.shown_report import shown_report
from core.report.totals import report_numbers
from core.web.html_report import report_html, report_text
from core.word.report import report_bytes
from tests.core.published import published_shapes as shapes
from tests.core.published.published_samples import Sample

RESULTS = [f"R{i:02}" for i in range(3, 24)]
LIST_HEADER = ("序号", "单位全称", "单位类型", "应报", "计入汇总", "联系人", "电话", "备注")


@dataclass(frozen=True)
class Fault:
    """A planted fault.

    Attributes:
        kind: Its class.
        units: Whom it is about.
        rules: Rules of the report by which the letter may tell it.
        batch: Rules of the desk that must name the unit or the file.
        file: A file that must be named; "" for none.
    """

    kind: str
    units: tuple[str, ...]
    rules: tuple[str, ...] = ()
    batch: tuple[str, ...] = ()
    file: str = ""


@dataclass
class Folder:
    """What was made.

    Attributes:
        units: Name and type of each unit, in the order of the list.
        reports: The report of each unit as it was written, faults included.
        faults: What was planted.
        files: Name and bytes of each file, in the order of their making.
    """

    year: int
    units: list[tuple[str, str]]
    reports: dict[str, Report] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    def write(self, folder: Path, rng: random.Random | None = None) -> None:
        """Write the files; with a generator under other names, some of them in folders, in another order."""
        names = list(self.files)
        if rng is not None:
            rng.shuffle(names)
        for number, name in enumerate(names):
            suffix = name[name.rindex(".") :]
            other = (
                name if rng is None else f"{rng.choice(['', '来件/', '补/a/'])}{number}-{rng.randint(0, 999)}{suffix}"
            )
            path = folder / other
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.files[name])


# ---------------------------------------------------------------- reports without faults


def clean_report(rng: random.Random, maker: TextMaker, unit: str, unit_type: str, year: int) -> Report:
    """Return a report in which nothing is to be found."""
    report = new_report(unit, unit_type, year, with_zeros=True)
    cells: dict[str, int] = {}
    for column in rng.sample(["C1", "C2", "C3", "C4", "C5", "C6"], rng.randint(1, 3)):
        results = {row: rng.randint(1, 9) for row in rng.sample(RESULTS[:2] + RESULTS[8:12], 2)}
        pending, total = rng.randint(0, 1), sum(results.values())
        carried = rng.randint(0, min(2, total))
        rows = results | {"R25": pending, "R02": carried, "R01": total + pending - carried}
        cells |= {f"t3.{row}.{column}": value for row, value in rows.items()}
    issued, licences = rng.randint(0, 4), rng.randint(0, 500)
    cells |= {code: 0 for code in report.form.entered if report.form.cells[code].table == "t2"}
    cells |= {"t2.normative.issued": issued, "t2.normative.in_force": issued + rng.randint(0, 20)}
    cells |= {"t2.licensing.decisions": licences, "t2.penalty.decisions": rng.randint(0, 60)}
    report = report.with_cells(cells).with_cells(dict.fromkeys(report.form.outside_tables, 0))
    texts = maker.texts(unit, year) | {
        "s2": "本年度相关数据见下表。",
        "s4": "本年度未发生因政府信息公开工作被申请行政复议、被提起行政诉讼的情况。",
        "meta.level": "县级",
        "meta.scope": "本机关",
    }
    numbers = report_numbers(report)
    plain = {code: text if code[:4] == "meta" else literal(resolve(text, numbers)) for code, text in texts.items()}
    return report.with_texts(plain)


# ---------------------------------------------------------------- shapes


def sample_of(report: Report) -> Sample:
    """Return a report as the makers of foreign shapes take it."""
    shown = shown_report(report)
    printed = {code: shown.numbers.get(code, "") for table in report.form.tables.values() for code in table.cells}
    texts = {code: list(lines) for code, lines in shown.texts.items()}
    return Sample(report.unit, report.form_id, report.year or 0, report.unit, printed, {}, [shown.title], texts)


def _pieces(report: Report, slip: dict[str, str]) -> list[shapes.Piece]:
    sample = sample_of(report)
    sample.printed |= slip
    return shapes.pieces(sample)


SHAPES: dict[str, Callable[[Report, dict[str, str]], tuple[str, bytes]]] = {
    "word": lambda r, s: (".docx", shapes.docx(shapes.word_body(_pieces(r, s)))),
    "edited word": lambda r, s: (".docx", shapes.docx(shapes.word_body(_pieces(r, s), shapes.broken_runs))),
    "page": lambda r, s: (".html", shapes.portal(shapes.web_body(_pieces(r, s))).encode()),
    "short page": lambda r, s: (".htm", shapes.portal(shapes.web_body(_pieces(r, s))).encode()),
    "workbook": lambda r, s: (".xlsx", shapes.workbook({"报告": _pieces(r, s)})),
    "text": lambda r, s: (".txt", shapes.rows_as_lines(_pieces(r, s)).encode()),
    "own word": lambda r, _: (".docx", report_bytes(r)),
    "own page": lambda r, _: (".html", report_html(r)),
    "own text": lambda r, _: (".txt", report_text(r).encode()),
    "draft": lambda r, _: (".xlsx", draft_bytes(r)),
}
"""How a report can be written; the first six print also what is wrong in a total."""

FOREIGN = list(SHAPES)[:6]

# ---------------------------------------------------------------- faults of one report


def _wrong_balance(report: Report, rng: random.Random) -> tuple[Report, tuple[str, ...]]:
    code = f"t3.R25.{rng.choice(['C1', 'C2', 'C3'])}"
    entry = report.cells[code]
    assert isinstance(entry, int)
    changed = report.with_cells({code: entry + rng.randint(3, 7)})
    return changed, ("T3-01", "T3-11", "N-03")


def _blank(report: Report, rng: random.Random) -> tuple[Report, tuple[str, ...]]:
    code = rng.choice(["t4.review.other", "t3.R19.C4", "t3.R21.C5", "t2.coercion.decisions", "t4.direct.pending"])
    return report.with_cells({code: None}), ("C-03", "C-06", "N-20")


def _text(code: str, rules: tuple[str, ...], old: str, new: str) -> Callable[..., tuple[Report, tuple[str, ...]]]:
    def change(report: Report, _: random.Random) -> tuple[Report, tuple[str, ...]]:
        text = report.texts[code]
        changed = text.replace(old, new) if old else new
        assert changed != text, (code, old)
        return report.with_texts({code: changed}), rules

    return change


def _wrong_period(report: Report, _: random.Random) -> tuple[Report, tuple[str, ...]]:
    year = report.year or 0
    lead = report.texts["lead"].replace(f"至{year}年12月31日", f"至{year}年11月30日")
    return report.with_texts({"lead": lead}), ("N-09",)


def _wrong_count(report: Report, _: random.Random) -> tuple[Report, tuple[str, ...]]:
    number = report_numbers(report)["t3.R24.C7"]
    text = report.texts["s1.request"].replace(f"办结{number}件", f"办结{number + 21}件")
    return report.with_texts({"s1.request": text}), ("N-04", "N-01", "N-24")


def _title(words: str, rules: tuple[str, ...]) -> Callable[..., tuple[Report, tuple[str, ...]]]:
    def change(report: Report, _: random.Random) -> tuple[Report, tuple[str, ...]]:
        return report.with_texts({"meta.title": f"{report.unit}{report.year}年政府信息公开工作{words}"}), rules

    return change


CONTENT: dict[str, Callable[[Report, random.Random], tuple[Report, tuple[str, ...]]]] = {
    "balance": _wrong_balance,
    "blank": _blank,
    "count in text": _wrong_count,
    "period": _wrong_period,
    "decree": _text("lead", ("N-11",), "国务院令第711号", "国务院令第771号"),
    "section five": _text("s5", ("C-03", "N-16"), "", "无"),
    "section six": _text("s6", ("N-17",), "", "没有其他需要报告的事项。"),
    "placeholder": _text("s1.manage", ("N-12",), "。", "，涉及××项。"),
    "title": _title("总结", ("F-05", "F-01")),
    "no section six": _text("s6", ("C-03",), "", ""),
    "oversight": _text("s1.oversight", ("N-14c", "N-14", "C-03"), "", ""),
}
"""Faults in what a unit wrote, each with the rules that may tell it."""

_EXCLUDING = (
    {"title", "period"},
    {"section six", "no section six"},
    {"decree", "period"},
    {"balance", "count in text"},
    {"blank", "count in text"},
)
ALONE = ("year", "name", "missing", "letter", "old format", "damaged", "two versions")
"""Faults that leave nothing of a report to be judged."""

_YEAR = 2025
_SLIPS = 2
"""Printed totals that are not the sum of their parts."""

# ---------------------------------------------------------------- the folder


def make_folder(seed: int, *, units: int = 40, faults: int = 60) -> Folder:
    """Return a folder of so many units with so many planted faults; a fifth of the units have none."""
    rng = random.Random(seed)
    folder = Folder(_YEAR, unit_names(units))
    maker = TextMaker(rng)
    for unit, unit_type in folder.units:
        folder.reports[unit] = clean_report(rng, maker, unit, unit_type, _YEAR)
    names = [unit for unit, _ in folder.units[1:]]
    rng.shuffle(names)
    faulty = names[: units - units // 5]
    alone = dict(zip(faulty, ALONE * 2, strict=False)) if faults > len(ALONE) * 2 else {}
    others = [unit for unit in faulty if unit not in alone]
    planted: dict[str, list[str]] = {unit: [] for unit in others}
    pairs = _plant_together(folder, rng, others) if faults else set()
    while others and len(folder.faults) + len(alone) + _SLIPS < faults:
        unit = min(rng.sample(others, min(3, len(others))), key=lambda u: len(planted[u]))
        if not _plant_content(folder, rng, unit, planted[unit]) and all(len(p) > 4 for p in planted.values()):
            break
    fitting = [unit for unit in others if not {"balance", "blank", "count in text"} & set(planted[unit])]
    slips = {unit: _slip(folder, rng, unit) for unit in fitting[:_SLIPS] if faults}
    for unit, _ in folder.units:
        _write_unit(folder, rng, unit, alone.get(unit, ""), slips.get(unit, {}), pairs)
    return folder


def _plant_content(folder: Folder, rng: random.Random, unit: str, done: list[str]) -> bool:
    fitting = [
        kind
        for kind in CONTENT
        if kind not in done and not any(kind in group and group & set(done) for group in _EXCLUDING)
    ]
    alike = {u for fault in folder.faults if fault.kind == "alike" for u in fault.units}
    if unit in alike:
        fitting = [kind for kind in fitting if kind not in ("section five", "oversight", "placeholder")]
    if not fitting:
        return False
    kind = rng.choice(fitting)
    folder.reports[unit], rules = CONTENT[kind](folder.reports[unit], rng)
    folder.faults.append(Fault(kind, (unit,), rules))
    done.append(kind)
    return True


def _plant_together(folder: Folder, rng: random.Random, others: list[str]) -> set[str]:
    """Plant what is about several units; return those with a second copy of their report."""
    chosen = rng.sample(others, min(8, len(others) // 2 * 2))
    copies = set(chosen[:2])
    folder.faults += [Fault("copy", (unit,), batch=("B-02",)) for unit in copies]
    if len(chosen) < 8:
        return copies
    for one, other in (chosen[2:4], chosen[4:6]):
        text = folder.reports[one].texts["s5"].replace("办公室", "综合科", 1)
        folder.reports[other] = folder.reports[other].with_texts({"s5": text})
        folder.faults.append(Fault("alike", (one, other), batch=("B-05",)))
    for unit, other in ((chosen[6], chosen[7]),):
        text = folder.reports[unit].texts["s1.platform"].removesuffix("。") + f"，{other}按月检查。"
        folder.reports[unit] = folder.reports[unit].with_texts({"s1.platform": text})
        folder.faults.append(Fault("other name", (unit,), ("B-06", "N-10"), ("B-06",)))
    return copies


def _slip(folder: Folder, rng: random.Random, unit: str) -> dict[str, str]:
    """Plant a printed total that is not the sum; return what is printed there."""
    code = rng.choice(["t3.R24.C1", "t3.R03.C7", "t4.review.total", "t3.R25.C7"])
    number = report_numbers(folder.reports[unit])[code]
    folder.faults.append(
        Fault("total", (unit,), ("T3-01", "T3-02", "T3-03", "T4-01", "T4-02", "T4-03", "N-03", "N-06"))
    )
    return {code: str(number + rng.randint(2, 5))}


def _write_unit(
    folder: Folder, rng: random.Random, unit: str, alone: str, slip: dict[str, str], copies: set[str]
) -> None:
    report, year = folder.reports[unit], folder.year
    if alone:
        del folder.reports[unit]
    has_title = not any(fault.kind == "title" and unit in fault.units for fault in folder.faults)
    # What a draft is called is no matter of how it names its unit
    shape = rng.choice(FOREIGN if slip else [name for name in SHAPES if has_title or name != "draft"])
    faults: list[Fault] = []
    if alone == "year":
        maker = TextMaker(rng)
        report = clean_report(rng, maker, unit, report.meta["meta.unit_type"], year - 1)
        faults.append(Fault("year", (unit,), ("B-03",), ("B-03",)))
    elif alone == "name":
        report = report.with_texts({"meta.unit": unit.replace(COUNTY, f"{COUNTY}县城")})
    suffix, data = SHAPES[shape](report, slip)
    name = f"{unit}{suffix}"
    if alone == "name":
        faults.append(Fault("name", (unit,), batch=("B-01", "B-04"), file=name))
    elif alone == "missing":
        folder.faults.append(Fault("missing", (unit,), batch=("B-01",)))
        return
    elif alone == "letter":
        name, data = f"{unit}函.docx", covering_letter(unit, year)
        faults.append(Fault("letter", (unit,), ("B-10",), ("B-10",)))
    elif alone == "old format":
        name, data = (
            f"{unit}.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"),
        )
        faults.append(Fault("old format", (unit,), batch=("B-01",), file=name))
    elif alone == "damaged":
        name, data = f"{unit}.docx", report_bytes(report)[: rng.randint(300, 3000)]
        faults.append(Fault("damaged", (unit,), batch=("B-01",), file=name))
    elif alone == "two versions":
        other = report.with_cells({"t2.licensing.decisions": 777})
        folder.files[f"{unit}改.docx"] = report_bytes(other)
        faults.append(Fault("two versions", (unit,), batch=("B-02",)))
    folder.files[name] = data
    folder.faults += faults
    if unit in copies:
        folder.files[f"副本{name}"] = data


def covering_letter(unit: str, year: int) -> bytes:
    """Return a covering letter without the report that it speaks of."""
    lines = [
        f"关于报送{year}年政府信息公开工作年度报告的函",
        f"{GOVERNMENT}办公室：",
        f"按照要求，现将我单位{year}年政府信息公开工作年度报告报上，请审阅。",
        f"附件：{unit}{year}年政府信息公开工作年度报告",
        unit,
        f"{year + 1}年1月12日",
    ]
    return shapes.docx("".join(f"<w:p>{shapes.plain_runs(line)}</w:p>" for line in lines))


def list_bytes(folder: Folder) -> bytes:
    """Return 名单.xlsx; all units count in the sum."""
    from io import BytesIO

    import xlsxwriter

    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("名单")
    rows = [LIST_HEADER]
    for number, (unit, unit_type) in enumerate(folder.units, 1):
        rows.append((str(number), unit, unit_type, "是", "是", "王某某", "0000-1234567", ""))
    for row, texts in enumerate(rows):
        sheet.write_row(row, 0, texts)
    book.close()
    return stream.getvalue()


def kinds(folder: Folder) -> Counter[str]:
    """Return how many faults of each class were planted."""
    return Counter(fault.kind for fault in folder.faults)
