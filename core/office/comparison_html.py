"""A comparison of two reports as a page that can be opened, printed and sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from core.office.compare import CellPair, Chain, ChainLink, Comparison, ParagraphPair, TextPair, number_marks
from core.report.differences import BLANK

_STYLE = (
    "body{font:14px/1.6 'Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#222;background:#fff;margin:24px auto;"
    "max-width:1080px;padding:0 16px}h1{font-size:20px}h2{font-size:16px;margin-top:28px}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #888;padding:4px 8px;vertical-align:top;text-align:left}"
    ".n{text-align:right;white-space:nowrap}tr.d,li.b{background:#fff4d6}td.t{width:50%}"
    "del{background:#fde0dc;text-decoration:line-through}ins{background:#d8f0d8;text-decoration:underline}"
    "mark{background:none;font-weight:bold;border-bottom:2px dotted #b35c00}.s{font-weight:bold}.q{color:#555}"
    "@media print{body{margin:0}tr{break-inside:avoid}}"
)
_TABLE = '<table border="1" cellspacing="0" cellpadding="4" width="100%">'  # for readers without style sheets
_TABLE_END = "</table><br>"  # such readers put the next heading right under the table
_NO_CELL = "（表样无此格）"
_TEXTS = "文字"


def comparison_html(
    comparison: Comparison,
    *,
    only_differences: bool = False,
    marks_numbers: bool = False,
    notes: Sequence[str] = (),
) -> str:
    """Return a comparison as a whole page.

    Args:
        comparison: The two reports.
        only_differences: Whether what is equal is left out.
        notes: What was told when last year's report was read.
        marks_numbers: Whether years and numbers in the right texts are marked (last year's text beside the new one).
    """
    more = "增减" if marks_numbers else "相差"  # from year to year, or between what should be the same
    parts = [
        f'<p class="s">{escape(comparison.summary)}</p>',
        *([] if only_differences else _where(comparison)),
        *_tables(comparison, more, only_differences=only_differences),
    ]
    if notes:
        lines = "".join(f"<li>{escape(note)}</li>" for note in notes)
        parts.insert(1, f"<p>读入{escape(comparison.right_name)}报告时要核对的（{len(notes)}处）：</p><ul>{lines}</ul>")
    texts = comparison.different_texts if only_differences else comparison.texts
    if texts:
        parts.append(f'<h2><a name="{_TEXTS}"></a>{_TEXTS}</h2>')
        parts.append(f"{_TABLE}<tr>{_head(comparison.left_name)}{_head(comparison.right_name)}</tr>")
        parts += [_text(pair, only_differences=only_differences, marks_numbers=marks_numbers) for pair in texts]
        parts.append(_TABLE_END)
    return _page(f"{comparison.left_name}与{comparison.right_name}对照", parts)


def chain_html(chain: Chain) -> str:
    """Return the chain of 结转 over several years as a whole page."""
    parts = []
    if chain.units:
        parts.append(
            f"<p>这些报告的单位不同：{escape('、'.join(chain.units))}。请核对是同一单位更名，还是选错了文件。</p>"
        )
    if chain.doubled:
        parts.append(
            f"<p>{_years(chain.doubled)}有不止一份报告，只用了一份（本报告或排在最后的）。请每年只选一份。</p>"
        )
    if chain.missing:
        parts.append(f"<p>{_years(chain.missing)}没有报告，中断处无法核对。</p>")
    count = len(chain.broken)
    parts.append(f'<p class="s">{f"有{count}处不一致，请核对。" if count else "没有发现不一致。"}</p>')
    for (earlier, later), links in groupby(chain.links, key=lambda link: (link.earlier, link.later)):
        parts.append(f"<h2>{earlier}年 → {later}年</h2><ul>")
        parts += [_link(link) for link in links]
        parts.append("</ul>")
    return _page("各年结转核对", parts)


def _link(link: ChainLink) -> str:
    """Return one line of the chain; one that does not hold stands out."""
    line = escape(link.sentence)
    return f'<li class="b"><b>{line}</b></li>' if link.holds is False else f"<li>{line}</li>"


def _years(years: Iterable[int]) -> str:
    return "、".join(f"{year}年" for year in years)


def _page(title: str, parts: list[str]) -> str:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    body = "\n".join([f"<h1>{escape(title)}</h1>", *parts])
    return f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}</head><body>\n{body}\n</body></html>\n'


def _head(text: str) -> str:
    return f"<th>{escape(text)}</th>"


def _tables(comparison: Comparison, more: str, *, only_differences: bool) -> list[str]:
    cells = comparison.different_cells if only_differences else comparison.cells
    left, right = escape(comparison.left_name), escape(comparison.right_name)
    heads = (
        f'<th width="44%">项目</th><th class="n" width="13%">{left}</th><th class="n" width="13%">{right}</th>'
        f'<th class="n" width="10%">{more}</th><th width="20%">说明</th>'
    )
    parts: list[str] = []
    for table, pairs in groupby(cells, key=lambda pair: pair.table):
        name = escape(table)
        parts.append(f'<h2><a name="{name}"></a>{name}</h2>{_TABLE}<tr>{heads}</tr>')
        parts += [_cell(pair) for pair in pairs]
        parts.append(_TABLE_END)
    return parts


def _where(comparison: Comparison) -> list[str]:
    """Return a line that leads to the tables and texts with differences: most lines above the first may be equal."""
    counts = Counter(pair.table for pair in comparison.different_cells)
    counts[_TEXTS] += len(comparison.different_texts)
    links = (f'<a href="#{escape(name)}">{escape(name)}（{count}处）</a>' for name, count in counts.items() if count)
    line = "　".join(links)
    return [f"<p>有不同的：{line}</p>"] if line else []


def _cell(pair: CellPair) -> str:
    left, right = (_NO_CELL if text is None else text or BLANK for text in (pair.left, pair.right))
    start = "<tr>" if pair.is_equal else '<tr class="d">'
    numbers = "".join(f'<td class="n">{escape(text)}</td>' for text in (left, right, pair.change))
    return f"{start}<td>{escape(pair.name)}</td>{numbers}<td>{escape(pair.note)}</td></tr>"


def _text(pair: TextPair, *, only_differences: bool, marks_numbers: bool) -> str:
    rows = [f'<tr><th colspan="2">{escape(pair.name)}{"" if pair.is_equal else "（有不同）"}</th></tr>']
    for paragraph in pair.paragraphs:
        if only_differences and paragraph.is_equal:
            continue
        start = "<tr>" if paragraph.is_equal else '<tr class="d">'
        left = _side(paragraph, "left", marks_numbers=False)
        right = _side(paragraph, "right", marks_numbers=marks_numbers)
        rows.append(f'{start}<td class="t">{left}</td><td class="t">{right}</td></tr>')
    return "\n".join(rows)


def _side(paragraph: ParagraphPair, side: str, *, marks_numbers: bool) -> str:
    """Return one side of a paragraph with its own stretches marked; marking must not rely on colour alone."""
    if marks_numbers:
        return _with_marks(paragraph.left if side == "left" else paragraph.right)
    tag = "del" if side == "right" else "ins"
    made = []
    for kind, text in paragraph.pieces:
        if kind == "same":
            made.append(escape(text))
        elif kind == side:
            made.append(f"<{tag}>{escape(text)}</{tag}>")
    return "".join(made)


def _with_marks(text: str) -> str:
    made, last = [], 0
    for start, end in number_marks(text):
        made.append(f"{escape(text[last:start])}<mark>{escape(text[start:end])}</mark>")
        last = end
    return "".join([*made, escape(text[last:])])
