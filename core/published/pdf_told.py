"""What the clerk is told of a PDF: what was seen and not read, what is not seen, what had to be put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.base.short_texts import some_of
from core.published.pdf_file import PdfPage
from core.visible.word_symbols import UNKNOWN

LEAST_TEXT = 50
"""Characters that a file must show to be read; less is a picture with a stamp or a page number."""

SLANTED = "斜排或转了方向的“{}”（如水印）没有读入"
_UNSEEN = "有{count}处看不见的字（与底色相同、极小或被盖住）没有读入：{where}，请对照原文"
_CROSSED = "有{count}处数字被斜线划过，不知是否作废，没有读入：{where}，请对照原文填写"
_FAINT = f"有{{count}}处数字颜色太淡或太小，不知是否看得见，用“{UNKNOWN}”代替，没有当作数字：{{where}}，请对照原文改正"
_MOST_SHOWN = 3


def told_of(pages: Sequence[PdfPage]) -> list[str]:
    """Return what the clerk is told of what was seen and not read, and of what is not seen."""
    numbered = list(enumerate(pages, 1))
    pictures = [n for n, page in numbered if page.has_picture and len(page.glyphs) < LEAST_TEXT]
    said = [f"第{listed(pictures)}页是图片，其中的内容没有读入，请对照原文"] if pictures else []
    if hidden := sum(page.hidden for page in pages):
        said.append(f"有{hidden}个看不见的字（图片识别的结果）没有读入，请对照原文")
    if outside := [n for n, page in numbered if page.outside]:
        count = sum(len(page.outside) for page in pages)
        said.append(f"第{listed(outside)}页有{count}个字超出页边，看不见，没有读入，请核对表格是否印全")
    for sentence, of_pages in (
        (_UNSEEN, [page.unseen for page in pages]),
        (_CROSSED, [page.crossed for page in pages]),
        (_FAINT, [page.faint for page in pages]),
    ):
        places = [f"第{n}页“{text}”" for n, texts in enumerate(of_pages, 1) for text in texts]
        said += [sentence.format(count=len(places), where=some_of(places, _MOST_SHOWN))] if places else []
    if added := [n for n, page in numbered if page.added]:
        said.append(f"第{listed(added)}页上另加的批注、表单或印章没有读入，请对照原文")
    return said + [SLANTED.format(page.slanted) for page in pages if page.slanted]


def in_two_lines(broken: Sequence[str]) -> list[str]:
    """Return what the clerk is told of numbers that had to be put together from two lines."""
    shown = some_of([f"“{text}”" for text in broken], _MOST_SHOWN, "个数")
    return [f"表格中的{shown}分两行印在一格里，按一个数读入，请核对"] if broken else []


def listed(numbers: Iterable[int]) -> str:
    """Return numbers as they stand in a sentence."""
    return "、".join(map(str, numbers))
