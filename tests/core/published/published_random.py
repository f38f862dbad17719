"""Reports as careless hands leave them, each from its number, and what of their words was lost when they were read."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.checks.findings import Finding
from core.draft.workbook import save_draft
from core.office.report_source import open_report
from core.published import Imported, import_report
from core.report.entry_text import Entry, Refused, format_number
from core.report.linked_text import resolve
from core.validation.validation import check_report
from tests.core.published import published_grids as grids
from tests.core.published import published_shapes as shapes
from tests.core.published.published_grids import Grid, Item
from tests.core.published.published_pdf import HEIGHT, WIDTH, report_pdf
from tests.core.published.published_samples import Sample, sample
from tests.core.published.published_shapes import Piece

# Lines that look like something else: headings, frames of portals, feet, signatures, labels.
LINES = (
    "（二）收到依申请公开9{n}件，均已答复。",
    "（三）依申请公开方面，收到9{n}件，全部办结。",
    "2.监督保障到位，开展检查{n}次。",
    "（六）政策解读{n}",
    "（一）主动公开{n}条",
    "（四）平台建设情况：改版网站{n}个。",
    "五、加强平台建设，新建专栏{n}个",
    "二、主动公开工作有序开展{n}",
    "六、其他工作{n}项。",
    "1、总体平稳{n}",
    "来源：县水利局统计{n}",
    "发布日期：{n}年",
    "附件：{n}号申请表",
    "主办单位：第{n}科",
    "联系电话：0000-{n}",
    "注：含自然失效{n}件",
    "单位：{n}件",
    "一是加强学习{n}；二是完善制度。",
    "某府办〔2024〕{n}号",
    "县人民政府办公室第{n}科：",
    "东平县第{n}水利局",
    "2024年1月{n}日印",
    "其他{n}",
    "总计{n}",
    "（三）不予公开{n}",
    "第二十条第（一）项{n}",
    "全年公开政府信息{n}条，其中网站公开{n}条，政务新媒体公开若干条，群众满意度进一步提升。",
)
PARTS = {
    "s1.active": ("（一）主动公开", "（一）主动公开情况", "1.主动公开政府信息情况", "（一）扎实推进主动公开工作"),
    "s1.request": ("（二）依申请公开", "（二）依申请公开方面", "2.政府信息依申请公开", "（二） 依 申 请 公 开"),
    "s1.manage": ("（三）政府信息管理", "（三）信息管理情况", "3.信息管理", "（三）平台建设和监督保障"),
    "s1.platform": ("（四）政府信息公开平台建设", "（四）加强平台建设", "4.平台建设方面", "（四）网上办事"),
    "s1.oversight": ("（五）监督保障", "（五）监督管理情况", "5.强化监督保障", "（五）主动公开"),
}
TITLES = {
    "s1": ("一、总体情况", "一、概述", "第一部分 总体情况"),
    "s3": ("三、收到和处理政府信息公开申请情况", "三、政府信息公开申请的收到和处理情况"),
    "s5": ("五、存在的主要问题及改进情况", "五、主要问题和改进措施", "五、存在的问题及改进情况"),
    "s6": ("六、其他需要报告的事项", "6、 其他需要报告的事项", "六、其他需要报告的事项："),
}
_ROW: Grid = [[Item("其他主动公开文件"), Item("70001"), Item("70002"), Item("70003")]]

Change = Callable[[Grid, random.Random], list[Grid]]
CHANGES: tuple[Change, ...] = (
    lambda grid, _: [grid],
    lambda grid, _: [grids.relabelled(grid, grids.MISPRINTS)],
    lambda grid, chance: grids.cut(grid, chance.randrange(1, len(grid)), repeat_header=False),
    lambda grid, chance: grids.cut(grid, chance.randrange(1, len(grid)), repeat_header=True),
    lambda grid, _: [grids.with_subtotal_column(grids.with_subtotal_rows(grid))],
    lambda grid, _: [grids.lopsided(grid)],
    lambda grid, _: [grids.padded(grid)],
    lambda grid, _: [[*grid, *_ROW]],
    lambda grid, _: [[[Item("备注八八八", sum(i.width for i in grid[0]))], *grid]],
    lambda grid, _: [grid, grids.FOREIGN],
)
DISTURBED: Change = lambda grid, chance: [grids.disturbed(grid, chance)]  # noqa: E731  spans that only a page can hold


@dataclass
class Made:
    """A file and all that is printed in it between its first and its last line.

    Attributes:
        said: What must be found again: lines and cells, those that are the form's own left out.
        numbers: What each place of the tables must be read as, if it is read.
    """

    name: str
    data: bytes
    said: list[str]
    numbers: dict[str, Entry | str]


def random_file(number: int) -> Made:
    """Return the file with this number."""
    chance = random.Random(number)
    made = sample("random", chance.choice(("2021", "2019")), 2024, number, 3_000_000)
    name, write = chance.choice(SHAPES)
    report = _pieces(made, chance, (*CHANGES, DISTURBED) if name == ".html" else CHANGES)
    said: list[str] = []
    own = {i.label for t in made.form.tables.values() for row in t.grid for i in row} | set(_own(made))
    for kind, content in report:
        if isinstance(content, list):
            texts = (i.text for row in content for i in row)
            said += [t for t in texts if t and not any(_signs(t) in _signs(label) for label in own)]
        elif kind == "text" or content not in own:
            said.append(content)
    return Made(f"{number}{name}", write(report, chance), said, made.expected)


def _own(made: Sample) -> list[str]:
    """What stands for itself: the form's titles with their synonyms, its sub-headings with 情况 or 方面."""
    titles = [t for s in made.form.sections.values() for t in (s.title, *s.synonyms)]
    headings = [t.heading + end for t in made.form.texts.values() if t.heading for end in ("", "情况", "方面")]
    headings += ["（二） 依 申 请 公 开", "第一部分 总体情况"]
    return [*titles, *headings, *(line for lines in TITLES.values() for line in lines[:1]), *grids.MISPRINTS.values()]


def _pieces(made: Sample, chance: random.Random, changes: tuple[Change, ...]) -> list[Piece]:
    """Return the report with lines, headings and tables changed here and there."""
    change = {t: chance.choice(changes) for t in made.form.tables}
    headings = {key: chance.choice(titles) for key, titles in TITLES.items() if chance.random() < 0.3}
    report = shapes.pieces(
        made, lambda name, grid: change[name](grid, chance), headings, chance.choice(("", "（续表八）"))
    )
    parts = {made.form.texts[code].heading: printed for code, printed in PARTS.items()}
    result: list[Piece] = []
    for kind, content in report:
        if kind == "part" and isinstance(content, str):
            content = chance.choice(parts[content])
        result.append((kind, content))
        if chance.random() < 0.15 and kind != "title":
            result.append(("text", chance.choice(LINES).format(n=chance.randrange(10_000, 99_999))))
    return result


def _page(report: list[Piece], chance: random.Random) -> bytes:
    paragraph = chance.choice(("<p>{}</p>", "{}<br>", "<div><span>{}</span></div>"))
    return shapes.portal(shapes.web_body(report, paragraph=paragraph)).encode()


def _word(report: list[Piece], chance: random.Random) -> bytes:
    runs = chance.choice((shapes.plain_runs, shapes.broken_runs, shapes.controlled_runs))
    return shapes.docx(shapes.word_body(report, runs, drag=chance.random() < 0.2))


SHAPES: tuple[tuple[str, Callable[[list[Piece], random.Random], bytes]], ...] = (
    (".docx", _word),
    (".docx", _word),
    (".html", _page),
    (".html", _page),
    (".txt", lambda report, _: shapes.cells_as_lines(report).encode()),
    (".txt", lambda report, chance: shapes.rows_as_lines(report, blanks=chance.random() < 0.5).encode()),
    (".txt", lambda report, chance: chance.choice((shapes.drawn, shapes.marked_down))(report).encode()),
    (".txt", lambda report, _: shapes.indented(report, shapes.rows_as_lines).encode()),
    (".pdf", lambda report, chance: report_pdf(report, size=chance.choice((10.5, 14, 16)))),
    (".pdf", lambda report, chance: report_pdf(report, width=chance.choice((WIDTH, HEIGHT)))),
    (".xlsx", lambda report, chance: shapes.workbook({"报告": report}, merged=chance.random() < 0.5)),
)


def lost(made: Made, folder: Path) -> list[str]:
    """Read a file; return the lines and cells of it that stand in no text, no cell and no list, and wrong numbers."""
    path = folder / made.name
    path.write_bytes(made.data)
    imported = import_report(path)
    kept = kept_words(imported)
    wrong = [f"{c}={e}" for c, e in imported.printed.items() if e is not None and e != made.numbers.get(c)]
    return [text for text in made.said if not _is_kept(text, kept)] + wrong


OF_THE_PRINT = ("C-06", "T3-10", "N-13")
"""Rules about how a published report prints the form: a draft prints it itself, and rightly, so that import tells."""


def differing(path: Path, folder: Path) -> set[str]:
    """Return what `check` says of a published file or of the draft imported from it, but not of both.

    Left out are F-01, which asks a draft for more, and what only the printed form itself can get wrong, if it stands in
    the list of the import.
    """
    draft = folder / "草稿.xlsx"
    save_draft(open_report(path).report, draft)
    told = {sentence.removesuffix("，请核对") for _, sentence in open_report(path).remarks}
    said: list[set[str]] = []
    for file in (path, draft):
        opened = open_report(file)
        result = check_report(opened.report, today=date(2026, 1, 10), printed_form=opened.printed_form)
        said.append({f"{f.rule_id} {f.cells} {f.places} {f.message}" for f in result.findings if not _is_told(f, told)})
    return said[0] ^ said[1]


def _is_told(finding: Finding, told: set[str]) -> bool:
    """Whether a finding of the print stands in the list of the import."""
    bare = finding.message.removesuffix("。").removesuffix("，请核对")
    is_of_print = finding.rule_id in OF_THE_PRINT and not finding.places
    return finding.rule_id == "F-01" or (is_of_print and bare in told)


def kept_words(imported: Imported) -> str:
    """Return everything that an import kept or told, without marks, each piece apart from the next."""
    report = imported.report
    entries = [
        e.text if isinstance(e, Refused) else format_number(e) for e in imported.printed.values() if e is not None
    ]
    lines = [line for text in report.texts.values() for line in resolve(text, {}).split("\n")]
    told = [word for pair in imported.reported for word in pair]
    return "|".join(map(_signs, [*entries, *lines, *told, *report.meta.values(), report.title]))


def _is_kept(text: str, kept: str) -> bool:
    """Whether a line was kept: as it is, without its number, or as heading and text apart."""
    signs = _signs(text)
    bare = _signs(text.lstrip("（一二三四五六七八九十）123456、. "))
    head, _, rest = text.partition("：")
    return signs in kept or bare in kept or (bool(rest) and _signs(rest) in kept and _bare_head(head) in kept)


def _bare_head(head: str) -> str:
    return _signs(head.lstrip("（一二三四五六七八九十）123456、. "))


def _signs(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
