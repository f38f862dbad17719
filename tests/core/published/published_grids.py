"""The printed tables of a sample as plain grids, and what editors, portals and page breaks do to them."""

import random
from dataclasses import dataclass, replace

from core.form.form_definition import Table
from tests.core.published.published_samples import Sample


@dataclass(frozen=True)
class Item:
    """A cell with its spans."""

    text: str
    width: int = 1
    height: int = 1
    code: str = ""
    is_header: bool = False


Grid = list[list[Item]]


def grid_of(sample: Sample, table: Table) -> Grid:
    return [
        [Item(sample.printed[i.code] if i.code else i.label, i.width, i.height, i.code, i.is_header) for i in row]
        for row in table.grid
    ]


def relabelled(grid: Grid, changes: dict[str, str]) -> Grid:
    """Replace labels, to the letter."""
    return [[i if i.code else replace(i, text=changes.get(i.text, i.text)) for i in row] for row in grid]


MISPRINTS = {
    "一、本年新收政府信息公开申请数量": "一、 本年度新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量": "2、上年结转政府信息公开的申请数量",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
    "1.属于国家秘密": "1、属于国家秘密",
    "2.其他法律行政法规禁止公开": "2．其它法律、行政法规禁止公开",
    "3.危及“三安全一稳定”": '3. 危及 "三安全一稳定"',
    "6.属于四类过程性信息": "6.属于四类过程信息",
    "1.本机关不掌握相关政府信息": "⑴本机关不掌握相关政府信息",
    "5.要求行政机关确认或重新出具已获取信息": "5要求行政机关确认或者重新出具已获取的信息",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": (
        "1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请"
    ),
    "3.其他": "3．其它",
    "（七）总计": "（七）合计",
    "四、结转下年度继续办理": "四、结转下年度\n继续办理",
    "本年制发件数": "本年\n制发件数",
    "现行有效件数": "现行有效\n件数",
    "本年收费金额（单位：万元）": "本年收费金额\n(单位:万元)",
    "行政事业性收费": "行政事业收费",
    "行政规范性文件": "规范性文件",
    "商业企业": "商业\n企业",
    "社会公益组织": "社会公益\n组织",
    "尚未审结": "尚未\n审结",
    "本年新制作数量": "本年新\n制作数量",
}


def padded(grid: Grid) -> Grid:
    """No merged cells: blanks stand where a merged cell went on."""
    height = len(grid)
    places: dict[tuple[int, int], Item] = {}
    for top, row in enumerate(grid):
        left = 0
        for item in row:
            while (top, left) in places:
                left += 1
            for i in range(item.height):
                for j in range(item.width):
                    places[top + i, left + j] = (
                        replace(item, width=1, height=1) if not i and not j else Item("", is_header=item.is_header)
                    )
            left += item.width
    width = max(c for _, c in places) + 1
    return [[places.get((r, c), Item("")) for c in range(width)] for r in range(height)]


def without_sideways_merges(grid: Grid) -> Grid:
    """What a text taken out of Word shows: blanks below a merged cell, nothing beside it."""
    open_below: dict[int, int] = {}
    result: Grid = []
    for row in grid:
        line: list[Item] = []
        left = 0
        items = list(row)
        while items or open_below.get(left, 0) > 0:
            if open_below.get(left, 0) > 0:
                width = _widths.get((id(grid), left), 1)
                open_below[left] -= 1
                line.append(Item(""))
                left += width
                continue
            item = items.pop(0)
            line.append(replace(item, width=1, height=1))
            open_below[left] = item.height - 1
            _widths[id(grid), left] = item.width
            left += item.width
        result.append(line)
    return result


_widths: dict[tuple[int, int], int] = {}


def with_subtotal_column(grid: Grid) -> Grid:
    """Table 三 with a column 小计 behind the five kinds of organisations."""
    result: Grid = []
    for row in grid:
        line: list[Item] = []
        for item in row:
            if item.text == "申请人情况" or item.text == "法人或其他组织":
                line.append(replace(item, width=item.width + 1))
                continue
            line.append(item)
            if item.code.endswith(".C6"):
                line.append(Item("99"))
            elif item.text == "其他" and item.is_header:
                line.append(Item("小计", is_header=True))
        result.append(line)
    return result


def with_subtotal_rows(grid: Grid) -> Grid:
    """Table 三 with a row of subtotals for （三）不予公开, and a local row at the end of a table 二."""
    result: Grid = []
    for row in grid:
        label = next((i for i in row if i.text == "（三）不予公开"), None)
        if label is None:
            result.append([replace(i, height=i.height + 1) if i.text == "三、本年度办理结果" else i for i in row])
            continue
        values = [Item("5") for i in row if i.code]
        result.append([Item("（三）不予公开小计", 2), *values])
        result.append(list(row))
    if any(i.text == "第二十条第（一）项" for i in grid[0]):
        result.append([Item("其他主动公开文件"), Item("33"), Item("4"), Item("5")])
    return result


def with_split_header(grid: Grid) -> Grid:
    """Table 三 whose labels of organisations are cut over two rows (商业 / 企业)."""
    result: Grid = []
    for row in grid:
        if not any(i.text == "商业企业" for i in row):
            result.append(
                [replace(i, height=i.height + 1) if i.is_header and i.text in _ABOVE_SPLIT else i for i in row]
            )
            continue
        half = [(i.text[: len(i.text) // 2], i.text[len(i.text) // 2 :]) for i in row]
        result.append([Item(first, is_header=True) for first, _ in half])
        result.append([Item(second, is_header=True) for _, second in half])
    return result


_ABOVE_SPLIT = ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "自然人", "总计")


def cut(grid: Grid, at: int, *, repeat_header: bool) -> list[Grid]:
    """Cut a table in two by a page break; merged labels go on as blanks, or their words are cut in two."""
    rows = [list(row) for row in grid]
    open_labels: list[tuple[int, Item]] = []
    for top, row in enumerate(rows[:at]):
        for place, item in enumerate(row):
            if top + item.height > at:
                row[place] = replace(item, height=at - top, text=item.text[:4] if item.width == 1 else item.text)
                open_labels.append((place, replace(item, height=top + item.height - at, text=item.text[4:])))
    below = rows[at:]
    below[0] = [*(item for _, item in open_labels), *below[0]]
    header = [row for row in grid if all(i.is_header for i in row)] if repeat_header else []
    return [rows[:at], [*header, *below]]


def reordered(grid: Grid) -> Grid:
    """Table 三 with two rows and two columns changed places."""
    rows = [list(row) for row in grid]
    for row in rows:
        second = [n for n, i in enumerate(row) if i.code.endswith((".C2", ".C3")) or i.text in ("商业企业", "科研机构")]
        if len(second) == 2:
            row[second[0]], row[second[1]] = row[second[1]], row[second[0]]
    at = next(n for n, row in enumerate(rows) if any(i.text == "2.重复申请" for i in row))
    rows[at], rows[at + 1] = rows[at + 1], rows[at]
    return rows


FOREIGN: Grid = [
    [Item("财政拨款收支预算总表", 4)],
    [Item("项目"), Item("预算数"), Item("决算数"), Item("总计")],
    [Item("一、本年收入"), Item("120"), Item("130"), Item("250")],
    [Item("行政事业性收费收入"), Item("7"), Item("8"), Item("15")],
    [Item("二、上年结转"), Item("1"), Item("2"), Item("3")],
    [Item("其他"), Item("4"), Item("5"), Item("9")],
    [Item("四、结转下年"), Item("1"), Item("1"), Item("2")],
    [Item("总计"), Item("133"), Item("146"), Item("279")],
]


def disturbed(grid: Grid, chance: random.Random) -> Grid:
    """Do to a table what careless editing does: spans, cells, rows and header cells changed at random."""
    rows = [list(row) for row in grid]
    # Cells taken out of a row and others put into it would be a shift that nobody can see.
    kinds = chance.choice([(0, 1, 2, 4, 5, 6), (0, 1, 3, 4, 5, 6), (0, 1, 4, 5, 6, 7)])
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(rows))
        row = rows[at]
        if not row:
            continue
        place = chance.randrange(len(row))
        kind = chance.choice(kinds)
        if kind == 0:
            row[place] = replace(row[place], width=chance.randrange(1, 5))
        elif kind == 1:
            row[place] = replace(row[place], height=chance.randrange(1, 9))
        elif kind == 2:
            row.insert(place, Item(""))
        elif kind == 3:
            del row[place]
        elif kind == 4:
            row[place] = replace(row[place], text="")
        elif kind == 5:
            other = chance.randrange(len(rows))
            rows[at], rows[other] = rows[other], rows[at]
        elif kind == 6:
            del rows[at]
        else:
            row.append(Item(chance.choice(["", "备注", "5"])))
    return rows


def lopsided(grid: Grid) -> Grid:
    """Lose all sideways merges and let the last cell of each row take the room, as programs do that mend tables."""
    height: dict[int, int] = {}
    width = sum(item.width for item in grid[0])
    result: Grid = []
    for top, row in enumerate(grid):
        line: list[Item] = []
        left = 0
        for number, item in enumerate(row):
            while height.get(left, 0) > top:
                left += 1
            wide = 1 if number + 1 < len(row) else max(width - left, 1)
            line.append(replace(item, width=wide))
            height.update(dict.fromkeys(range(left, left + wide), top + item.height))
            left += wide
        result.append(line)
    return result
