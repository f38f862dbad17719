"""What the office is told on many ways of a report, and of many remarks, copies, days and returned sheets."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from core.base.errors import ReportError
from core.form.form_reader import load_form
from core.office import deadline, review
from core.office.annex import annex_facts, changes
from core.office.remark_list import remarks_in_words, remarks_to_do, unchanged_remarks, unfound_numbers
from core.office.remark_numbers import missing_numbers
from core.office.remark_places import find_place
from core.office.returned_copy import returned_copy
from core.office.signoff import note_printed
from core.office.summary import summary, unfinished
from core.office.way import way
from core.report.report import Report
from core.report.shown_report import Shown, shown_report
from core.validation.validation import Checker
from tests.kept import reports

_LONGEST = 90
_REMARKS = (
    "行政许可7件改为9件",
    "第五部分写具体",
    "表三自然人新收应为25件",
    "落款日期补全",
    "（一）主动公开补写3项",
    "全文通读",
    "1.标题不用改",
)


def documents() -> dict[str, str]:
    """Return what is told."""
    return {
        "walks": "\n".join(_walks()) + "\n",
        "places": "\n".join([*_places(), *_wanted()]) + "\n",
        "copies": "\n".join(_copies()) + "\n",
        "days": "\n".join(_days()) + "\n",
    }


def in_short(lines: Iterable[object]) -> str:
    """Return lines in one, the begin with a digest of all where they are long."""
    text = " ; ".join(map(str, lines)).replace("\n", "↵")
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST]}… {hashlib.sha256(text.encode()).hexdigest()[:6]}"


# ---------------------------------------------------------------- the way of a report


Step = Callable[[Report, random.Random, date], tuple[str, Report]]


def _change(report: Report, chance: random.Random, day: date) -> tuple[str, Report]:
    code = chance.choice(("t2.licensing.decisions", "t3.R01.C1", "s5", "meta.date"))
    if code.startswith("t"):
        return f"{code} changed", report.with_cells({code: chance.randrange(20)})
    return f"{code} changed", report.with_texts(
        {code: chance.choice(("", "一是公开2项。", "2026年1月", "2026年1月12日"))}
    )


def _submit(report: Report, chance: random.Random, day: date) -> tuple[str, Report]:
    return "submitted", review.submit(report, day).applied_to(report)


def _print(report: Report, chance: random.Random, day: date) -> tuple[str, Report]:
    return "printed", note_printed(report, day).applied_to(report)


def _return(report: Report, chance: random.Random, day: date) -> tuple[str, Report]:
    remarks = chance.sample(_REMARKS, chance.randrange(4))
    rounds = review.rounds_to_return(report, day)
    came_back = chance.choice((None, rounds[0]))
    by = chance.choice(("李主任", ""))
    if report.rounds and chance.random() < 0.4:
        return f"{len(remarks)} more remarks", review.add_remarks(report, by, day, remarks, came_back).applied_to(
            report
        )
    return f"returned with {len(remarks)}", review.register_return(report, by, day, remarks, came_back).applied_to(
        report
    )


def _answer(report: Report, chance: random.Random, day: date) -> tuple[str, Report]:
    waiting = remarks_to_do(report)
    if not waiting:
        return "nothing to answer", report
    answer, reason = chance.choice((("已改", ""), ("不改", "以公章为准"), ("", "")))
    one = chance.choice(waiting)
    return f"{one.at} {one.number} answered {answer!r}", review.answer_remark(report, one, answer, reason).applied_to(
        report
    )


def _finalise(report: Report, chance: random.Random, day: date) -> tuple[str, Report]:
    return "locked", review.finalise(report, day).applied_to(report)


def _unlock(report: Report, chance: random.Random, day: date) -> tuple[str, Report]:
    return "unlocked", review.unlock(report, "漏计一类", day).applied_to(report)


def _publish(report: Report, chance: random.Random, day: date) -> tuple[str, Report]:
    url = chance.choice(("https://www.example.gov.cn/1.html", "https://www.example.gov.cn/"))
    doubts = review.publication_doubts(report, url, day, day - timedelta(days=chance.choice((0, 400))))
    return f"published {in_short(doubts)}", review.note_publication(report, url, day).applied_to(report)


def _page(report: Report, chance: random.Random, day: date) -> tuple[str, Report]:
    return "page compared", review.note_page_check(report, chance.choice(("", "3处")), day).applied_to(report)


_STEPS: tuple[Step, ...] = (
    _change,
    _change,
    _submit,
    _submit,
    _print,
    _return,
    _answer,
    _finalise,
    _unlock,
    _publish,
    _page,
)


def _walks() -> Iterable[str]:
    for number in range(12):
        chance = random.Random(number)
        report, day = (
            chance.choice((reports.sample(), reports.sample(), reports.large(), reports.returned())),
            date(2026, 1, 5),
        )
        yield f"=== {number}"
        for _ in range(7):
            try:
                name, report = chance.choice(_STEPS)(report, chance, day)
            except ReportError as error:
                yield f"! {error.summary}"
                continue
            day += timedelta(days=chance.randrange(3))
            yield f"{name}: {in_short(_stand(report, day))}"


def _stand(report: Report, day: date) -> list[str]:
    checker = Checker(report, today=day)
    result = checker.result()
    told = [str(way(report, result)), review.report_state(report, result), str(review.next_round(report))]
    told += [str(review.round_on_its_way(report) is not None), str(review.is_as_locked(report))]
    left = review.round_left_behind(report)
    told += [left.name if left else "", *(made.name for made in review.rounds_to_return(report, day))]
    told += [annex_facts(report, "草稿", day), remarks_in_words(report), str(len(review.open_remarks(report)))]
    told += [f"{one.number} {one.remark.text}" for one in (*remarks_to_do(report), *unchanged_remarks(report))]
    told += [f"{one.number} {missing}" for one, missing in unfound_numbers(report)]
    told += [f"{part.heading} {part.lines}" for part in unfinished(report, "final")]
    told += [str(len(changes(report)))] if report.rounds else []
    final = summary(checker, "final")
    return [*told, final.proof, *(f"{part.heading} {part.lines} {part.is_question}" for part in final.parts)]


# ---------------------------------------------------------------- remarks


_SAID = (
    "表{n}{row}{column}改为5",
    "{row}的{column}数不对",
    "{column}{row}应为5件",
    "第{n}部分{row}",
    "{row}",
    "{column}",
)


def _places() -> Iterable[str]:
    """Which cell is found where row and column are named in some ways; those that are not found as they were meant."""
    for form_id in ("2021", "2019"):
        form = load_form(form_id)
        for table in form.tables.values() if form_id == "2021" else list(form.tables.values())[:1]:
            number = form.sections[table.section].title[0]
            for said in _SAID:
                found, others = 0, []
                for code in table.cells:
                    cell = form.cells[code]
                    row, column = table.rows[cell.row], table.columns[cell.column]
                    for names in ((row.label, column.label), (row.name, column.name)):
                        place = find_place(form, said.format(n=number, row=names[0], column=names[1]))
                        found += place.code == code
                        others += [f"{code}→{place.code or place.page or '–'}"] * (place.code != code)
                yield f"{form_id} {table.id} {said}: {found} found; {in_short(dict.fromkeys(others))}"
        for text in form.texts.values():
            said_so = (
                text.heading,
                text.name,
                f"第{text.section[1:]}部分{text.name}" if text.section else "",
                *text.synonyms,
            )
            told = (find_place(form, f"{name}写具体些") for name in said_so if name)
            yield f"{form_id} {text.code}: {' '.join(place.code or place.page or '–' for place in told)}"
        for code, item in form.meta.items():
            yield f"{form_id} {code}: {tuple(find_place(form, item.name + '不对'))}"
        for group in (
            "不予公开第3项",
            "（三）3",
            "无法提供第9项",
            "其他处理的第1点",
            "三、（五）第2项",
            "表三（一）",
            "表4第2项",
            "表五",
            "第7部分",
        ):
            yield f"{form_id} {group}: {tuple(find_place(form, group))}"


def _wanted() -> Iterable[str]:
    report = reports.sample()
    for remark in (
        *(
            "应为5件",
            "改为12件",
            "由64件改为63件",
            "不是7件，应是9件",
            "补充3项、5项",
            "增加1,234件",
            "写明第3号文件",
            "应为2026年",
            "应改成零",
        ),
        *(
            "实际有三百件",
            "更正为12.5%",
            "应为656件",
            "第五部分应写3个问题",
            "表三自然人应为0",
            "表二行政许可应为656",
            "加上5人次",
            "应该填 7",
            "",
        ),
        *("原为5件", "“5件”改成“六件”", "应为第5条", "调整为5；由7改成8", "写上12345"),
    ):
        yield f"{remark}: {missing_numbers(report, remark)}"


# ---------------------------------------------------------------- copies that came back


def _copies() -> Iterable[str]:
    """What a copy of the first 送审稿 changed, while the report went on."""
    for number in range(24):
        chance = random.Random(number)
        report = reports.returned() if number % 3 else reports.returned_twice()
        copy = _edited(shown_report(reports.large()), chance)
        mark = chance.choice((f"送审稿第1稿　校验码 {report.rounds[0].checksum}", "送审稿第1稿", "草稿", ""))
        found = returned_copy(report, copy._replace(mark=mark))
        told = [
            f"{one.code} {one.kind} {one.start} {one.ours} → {one.theirs} {one.sent} {one.is_offered}"
            for one in found.differences
        ]
        name = found.made and found.made.name
        yield f"{number} {mark[:6]} of {name}: {len(told)}, {found.settled} settled; {in_short(told)}"


def _edited(shown: Shown, chance: random.Random) -> Shown:
    texts = {code: list(lines) for code, lines in shown.texts.items()}
    numbers = dict(shown.numbers)
    for _ in range(chance.randrange(1, 5)):
        code = chance.choice([code for code, lines in texts.items() if lines])
        lines, kind = texts[code], chance.randrange(5)
        at = chance.randrange(len(lines)) if lines else 0
        if kind == 0 and lines:
            lines[at] = lines[at].replace("98.5%", "99%").replace("一是", "首先") + "又及。"
        elif kind == 1:
            lines.insert(at, "新加的一段，写在这里。")
        elif kind == 2 and lines:
            del lines[at]
        elif kind == 3:
            lines.reverse()
        else:
            numbers[chance.choice(sorted(numbers))] = str(chance.randrange(9))
    title = chance.choice((shown.title, "另一个标题"))
    return shown._replace(title=title, numbers=numbers, texts={code: tuple(lines) for code, lines in texts.items()})


# ---------------------------------------------------------------- deadlines


def _days() -> Iterable[str]:
    local = {
        "departments": "01-08",
        "submit": "01-15",
        "file": "12-20",
        "publish": "03-26",
        "summary": "02-29",
        "x": "01-01",
    }
    kinds = (
        ("各级人民政府", "市级"),
        ("各级人民政府", "乡镇级"),
        ("政府部门", "县级"),
        ("街道办事处", ""),
        ("企业事业单位", "县级"),
        ("", ""),
    )
    for year in (2025,):
        for unit_type, level in kinds:
            for given in ({}, local):
                for today in (
                    date(year, 12, 31),
                    date(year + 1, 1, 31),
                    date(year + 1, 2, 1),
                    date(year + 1, 4, 1),
                    date(year + 1, 7, 1),
                ):
                    told = deadline.deadlines(year, unit_type, given, today, level=level)
                    said = in_short(f"{one.sentence} {one.entry}" for one in told)
                    report = reports.sample().with_texts(
                        {"meta.year": str(year), "meta.unit_type": unit_type, "meta.level": level}
                    )
                    line = deadline.deadline_line(report, given, today)
                    yield f"{year} {unit_type} {level} {len(given)} {today}: {said} | {line}"
    for report in (reports.signed(), reports.returned(), reports.corrected()):
        yield f"{deadline.next_deadline(report, local, date(2026, 1, 10))}"
    for text in ("01-31", "1-31", "02-30", "02-29", "13-01", "00-10", "0131", " 01-31 ", "01-31x", ""):
        yield f"{text!r}: {deadline.month_and_day(text)}"
    for year_ in (None, 2019, 2024, 2025, 2026, 2027, 2030):
        yield f"{year_}: {[deadline.clock_fault(year_, date(on, 1, 5)) for on in (1970, 2019, 2020, 2026, 2100, 2101)]}"
