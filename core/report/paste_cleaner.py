"""Puts pasted texts in order: what Word and web pages drag along goes, punctuation becomes that of Chinese print.

Linked numbers such as ``{t3.R01.C7}``, addresses, telephone numbers and decimal points stay as they are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.base.patterns import pattern
from core.base.wide_digits import HALF_DIGITS
from core.form.debris import markup
from core.report.entry_text import clean_text
from core.report.pasted_rows import cells_of, rows_in_words, stretches

_HAN = "\u3400-\u9fff"
_CLOSING = f"[{_HAN}）”’》〕】}}]"
_OPENING = f"[{_HAN}（“‘《〔【{{]"

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_HALF_MARK = re.compile(
    rf"[,;:!?.](?:(?<={_CLOSING}[,;:!?])(?={_OPENING}|\d|$)"  # 件,其中  电话:0311
    rf"|(?<=[{_HAN}]:)(?=[A-Za-z])"  # 网址:www
    rf"|(?<=[\dA-Za-z%％][,;])(?=[{_HAN}“《])"  # 5,部分公开
    rf"|(?<=[{_HAN}）”》]\.)(?=[{_HAN}“《]|$))",
    re.MULTILINE,
)
_HALF_PAIR = pattern(r"\(([^()\n]*)\)", needs=["("])
_DOUBLED = re.compile(
    r"([，；：、。])(?:(?<=。)[，；、。]+|(?<=[，；、])[，；、]*。[，；、。]*|(?<=[，；、])[，；、]+|\1+)"
)
_OF_BOTH_WIDTHS = re.compile(r"([，；：、。])[,;:.](?![0-9A-Za-z.])|(?<![0-9A-Za-z.,;:])[,;:.]([，；：、。])")
"""流程，,更新: a mark and the same or another one of half its width."""
_FULL_DIGITS = re.compile(r"[０-９][０-９]*")
_FULL_POINT = pattern(r"(^[ \u3000]*\d{1,2}．)|(?<=\d)[．﹒](?=\d)", re.MULTILINE, needs="．﹒")
"""The point of a number, 8．8％; at the beginning of a paragraph it is that of its own number: 1．2025年."""
_WIDE_DASH = re.compile(r"(?<![\d.])(0\d{2,3}[)）]?) ?[—－–−]{1,2} ?(?=\d{7,8}(?!\d))")
"""0736—5283117: the dash of a telephone number with the code of its place."""
_HALF_QUOTES = re.compile(rf'(?<!")"([^"“”\n]*[{_HAN}][^"“”\n]*)"(?!")')
_BLANK_BETWEEN = re.compile(rf"(?<=[{_HAN}，。；：、！？）》”])[ \u3000\u00a0]+(?=[{_HAN}（《“，。；：、！？）》”])")
_BETWEEN_CELLS = re.compile(rf"(?<=[{_HAN}])\t+(?=[{_HAN}])")
_BLANKS = re.compile(r"[ \u00a0]{2,}|\u00a0")

_UNITS = "件宗份条次个起例项人篇期家部年月日号元万亿%％"
_BLANK_BEFORE_UNIT = re.compile(rf"(?<=\d)[ \u3000\u00a0]+(?=[{_UNITS}])")  # 1,234 条
_BLANK_BEFORE_COUNT = re.compile(  # 收到 3件, 2026年 1月; not between the cells of a table: 张三 12 3
    rf"(?<=[{_HAN}，。；：、）])[ \u3000\u00a0]+(?=\d[\d,.]*[{_UNITS}])"
)
_BLANK_BEHIND_MARK = re.compile(
    rf"(?:(?<={_CLOSING})[,;:!?]|(?<=[\dA-Za-z%％])[,;])(?=[ \u3000\u00a0]+[{_HAN}“《（])[ \u3000\u00a0]+"  # 12条, 解读
)
_MIXED_PAIR = re.compile(r"（([^（）()\n]*)\)|\(([^（）()\n]*)）")  # （1)
_STOP_BEHIND_PERCENT = re.compile(rf"(?<=[%％])\.(?=[{_HAN}“《]|$)", re.MULTILINE)

_SPACE = re.compile(r"\s+")
_BLANK = re.compile("[ \t\u00a0\u3000]")
_BULLET = re.compile("^[ \u3000]*(?:[•●■◆▪◦➢✓❖·]|[\ue000-\uf8ff])[ \u3000]*", re.MULTILINE)
_HAN_NUMERALS = "一二三四五六七八九十"
_NUMBERING = re.compile(
    rf"^([ \u3000]*(?:\d{{1,2}}[.．、)）]|[（(][{_HAN_NUMERALS}\d]{{1,3}}[)）]|[{_HAN_NUMERALS}]+、))[ \u3000\u00a0]+",
    re.MULTILINE,
)
_STARTS_NEW = re.compile(
    rf"[ \u3000]{{2}}|\u3000|[ \u3000]*(?:\d{{1,2}}[.．、]|[（(][{_HAN_NUMERALS}\d]|[{_HAN_NUMERALS}]+(?:、|是))"
)
_ENDS_OLD = tuple("。！？；：.!?;:）)”】》")
_MOST_NESTED = 40
_SHORTEST_WRAPPED = 20  # a line broken by the page is longer than a heading

PAIRS = {"（": "）", "“": "”", "‘": "’", "《": "》", "〈": "〉", "〔": "〕", "【": "】"}
_CLOSERS = {close: start for start, close in PAIRS.items()}
_PAIR_MARK = re.compile(f"[{''.join(PAIRS)}{''.join(PAIRS.values())}]")
_LIST_NUMBER = re.compile(r"）(?:(?<=^\d.)|(?<=^\d\d.)|(?<=[。；：，\s]\d.)|(?<=[。；：，\s]\d\d.))")


@dataclass(frozen=True, slots=True)
class PunctuationSlip:
    """A slip of punctuation: first character, character after the last, and what is wrong in Chinese."""

    start: int
    end: int
    what: str


def tidy_punctuation(text: str) -> str:
    """Return the text with full-width punctuation between Chinese characters and half-width digits.

    Doubled marks become one, straight quotes curly ones, brackets around Chinese full-width; blanks between Chinese
    characters, and between a number and its unit, go. Unpaired quotes and brackets stay: only a person knows where the
    other one belongs.
    """
    for _ in range(_MOST_NESTED):  # brackets in brackets are reached from within
        before, text = text, _tidied_once(text)
        if text == before:
            break
    return text


def _tidied_once(text: str) -> str:
    text = text.translate(HALF_DIGITS)
    text = _FULL_POINT.sub(lambda m: m[1] or ".", text)
    text = _WIDE_DASH.sub(r"\1-", text)
    text = _HALF_QUOTES.sub(r"“\1”", text)
    text = _MIXED_PAIR.sub(lambda m: f"（{m[1] or m[2] or ''}）", text)
    text = _HALF_PAIR.sub(_full_pair, text)
    text = _BLANK_BEFORE_COUNT.sub("", _BLANK_BEFORE_UNIT.sub("", text))
    text = _BLANK_BEHIND_MARK.sub(lambda m: _FULL[m[0][0]], text)
    text = _STOP_BEHIND_PERCENT.sub("。", text)
    text = _HALF_MARK.sub(lambda m: _FULL[m[0]], text)
    text = _BLANK_BETWEEN.sub("", text)
    text = _OF_BOTH_WIDTHS.sub(lambda m: m[1] or m[2], text)
    return _DOUBLED.sub(lambda m: next((mark for mark in "。；" if mark in m[0]), m[0][0]), text)


def clean_pasted(text: str) -> str:
    """Return pasted text as plain paragraphs without what Word or a web page dragged along.

    Fields, bookmarks, tags, bullets and blanks in the line go; lines that a page broke in the middle of a sentence
    are joined; punctuation is put right by ``tidy_punctuation``. No word or number of the text is changed; each row of
    a table becomes a line by ``rows_in_words``.
    """
    cleaned = [
        "\n".join(rows_in_words(map(cells_of, lines)) if is_table else _cleaned(lines))
        for is_table, lines in stretches(_unescaped(text))
    ]
    return tidy_punctuation("\n".join(filter(None, cleaned)))


def _cleaned(lines: Sequence[str]) -> list[str]:
    """Return lines that are no table as paragraphs without what was dragged along."""
    text = clean_text(_BETWEEN_CELLS.sub("、", "\n".join(lines)))
    text = _BULLET.sub("", markup().sub("", text))
    text = _NUMBERING.sub(r"\1", text)
    text = _BLANKS.sub(" ", text)
    return [line for line in _joined_lines(text.split("\n")) if line.strip()]


def what_was_mended(pasted: str, cleaned: str) -> tuple[str, ...]:
    """Return what ``clean_pasted`` put right in a text, a word or two each; none where only its edges changed."""
    before, after = clean_text(pasted).strip(), cleaned.strip()
    debris = markup().search(before) or _BULLET.search(before) or _unescaped(before) != before
    bare = _SPACE.sub("", _BULLET.sub("", markup().sub("", _unescaped(before)))).translate(HALF_DIGITS)
    said = {
        "多带的代码和符号": bool(debris),
        "全角数字": bool(_FULL_DIGITS.search(before)),
        "空格": len(_BLANK.findall(before)) > len(_BLANK.findall(after)),
        "断行和空行": before.count("\n") > after.count("\n"),
        "标点": bare != _SPACE.sub("", after),
    }
    return tuple(what for what, is_so in said.items() if is_so)


def punctuation_slips(text: str) -> list[PunctuationSlip]:
    """Return the slips of punctuation in reading order (rule N-22)."""
    found = [PunctuationSlip(m.start(), m.end(), "中文之间用了半角标点") for m in _HALF_MARK.finditer(text)]
    doubled = (*_DOUBLED.finditer(text), *_OF_BOTH_WIDTHS.finditer(text))
    found += [PunctuationSlip(m.start(), m.end(), "重复的标点") for m in doubled]
    found += [PunctuationSlip(m.start(), m.end(), "全角数字") for m in _FULL_DIGITS.finditer(text)]
    found += [PunctuationSlip(m.start(), m.end(), "全角的小数点") for m in _FULL_POINT.finditer(text) if not m[1]]
    found += [PunctuationSlip(m.end(1), m.end(), "电话号码中的全角横线") for m in _WIDE_DASH.finditer(text)]
    found += [
        PunctuationSlip(m.start(), m.start() + 1, "半角括号")
        for m in _HALF_PAIR.finditer(text)
        if _full_pair(m) != m[0]
    ]
    return sorted([*found, *_unpaired(text)], key=lambda slip: slip.start)


def _full_pair(match: re.Match[str]) -> str:
    around = match.string[max(match.start() - 1, 0) : match.end() + 1]
    return f"（{match[1]}）" if re.search(rf"[{_HAN}]", around) else match[0]


def _unescaped(text: str) -> str:
    return html.unescape(text) if re.search(r"&(?:[a-z]{2,8}|#\d{2,5});", text) else text


def _joined_lines(lines: list[str]) -> list[str]:
    """Join a line to the one before where a page broke it in the middle of a sentence."""
    result: list[str] = []
    for line in lines:
        last = result[-1] if result else ""
        is_open = len(last) >= _SHORTEST_WRAPPED and not last.endswith(_ENDS_OLD)
        if is_open and line.strip() and not _STARTS_NEW.match(line):
            result[-1] = last + line.strip()
        else:
            result.append(line)
    return result


def _unpaired(text: str) -> list[PunctuationSlip]:
    """Return the quotes and brackets without their other half, paragraph by paragraph."""
    found: list[PunctuationSlip] = []
    if not _PAIR_MARK.search(text):
        return found
    offset = 0
    for paragraph in text.split("\n"):
        numbers = {m.start() for m in _LIST_NUMBER.finditer(paragraph)}  # 1）is no bracket
        waiting: list[tuple[str, int]] = []
        for match in _PAIR_MARK.finditer(paragraph):
            i, char = match.start(), match[0]
            if char in PAIRS:
                waiting.append((char, i))
            elif i not in numbers:
                if waiting and waiting[-1][0] == _CLOSERS[char]:
                    waiting.pop()
                else:
                    found.append(PunctuationSlip(offset + i, offset + i + 1, f"{char} 没有配对"))
        found += [PunctuationSlip(offset + i, offset + i + 1, f"{char} 没有配对") for char, i in waiting]
        offset += len(paragraph) + 1
    return found
