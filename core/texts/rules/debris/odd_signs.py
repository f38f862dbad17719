"""Finds numbers written with signs that only look like digits, and signs that do not print (N-12).

Such a number is compared with nothing: the sentence it stands in is passed over, though a reader sees a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from core.texts.language.numbers import BULLETS
from core.texts.rules.views import Span

NUMBER, SIGN = "unread", "sign"
"""What is wrong, as the messages are called."""

_LETTERS = "OoＯｏlIｌＩ|｜ZＺ"
"""What is typed, or read from a picture, in place of 0, 1 and 2."""
_NUMERALS = "".join(
    map(
        chr,
        chain(
            (0xB2, 0xB3, 0xB9),
            range(0x2070, 0x208A),  # raised and lowered
            range(0x2150, 0x218A),  # fractions and Roman
            range(0x2460, 0x249C),  # in circles, in brackets, with a point
            range(0x24EA, 0x2500),
            range(0x2776, 0x2794),
            range(0x3021, 0x302A),  # of Suzhou
            range(0x3220, 0x322A),
            range(0x3251, 0x3260),
            range(0x3280, 0x328A),
            range(0x32B1, 0x32C0),
        ),
    )
)
_UNIT = "(?=\\s*[余多]?(?:件(?![数均])|宗|份(?!额)|条(?![例款目])|人?次(?![年日月])|起|万?元(?!旦)|%|％))"
_WITH_LETTERS = re.compile(f"(?<![A-Za-z\\d])(?=[{_LETTERS}]*\\d)(?=\\d*[{_LETTERS}])[\\d{_LETTERS}]{{2,12}}{_UNIT}")
"""4O件, l46件"""
_WITH_NUMERALS = re.compile(
    f"[\\d{_NUMERALS}]*[{_NUMERALS}](?<=[\\d{_NUMERALS}].)[\\d{_NUMERALS}]*{_UNIT}|(?<=[\u4e00-\u9fff])(?<!第)[{_NUMERALS}]{_UNIT}"
)
"""④⑥件; but ①件数 and 。①条例"""
_HAN = "\u4e00-\u9fff"
_WITH_MARKS = re.compile(
    f"[十百千（(\\-－−/／](?=\\d)(?:(?<=\\d[十百千])(?<![A-Za-z.]\\d.)\\d+{_UNIT}"
    f"|(?<=[{_HAN}][（(])(?<![件宗份条次元年月日是点项].)\\d+[）)]{_UNIT}"
    f"|(?<=[{_HAN}][-－−])(?<![件宗份条次元年月日是点项].)\\d+(?!\\s*[%％]){_UNIT}"
    f"|(?:(?<=[{_HAN}]\\d[/／])|(?<=[{_HAN}]\\d\\d[/／]))(?<!第\\d.)(?<!第\\d\\d.)\\d+{_UNIT})"
)
"""4十6件, 申请(46)件, 申请-46件, 92/2件; each begins with what is rare, so that most places are passed over."""
_ONES = "〇零一二两三四五六七八九"
_PIECES = "(?=\\s*余?[件宗起](?![数均次]))"
_RECKONED = re.compile(
    f"[·＋+*＊^×xXeE](?<=\\d.)(?<![A-Za-z]\\d.)\\d+{_PIECES}|点(?<=[{_ONES}十百千\\d].)[{_ONES}\\d]+{_PIECES}"
    f"|负(?<![担肩背抱自胜欺辜减]负)(?<!增[长加幅].)(?<!同比.)\\d+{_PIECES}|下(?<=零下)\\d+{_PIECES}"
    f"|[×*](?<=[件宗起].)\\d++(?!\\s*[元份张页次%％.．年月日=＝])"
    f"|[（(](?<=\\d.)[十百千万亿]+[）)]{_PIECES}|[%％倍](?<=\\d.)(?=件(?!均))"
)
"""45·5件, 四十五点五件, 45×10件, 45件×2, 负45件, 45（百）件, 45%件"""
_MAY_BE_SIGN = re.compile("[\u0300-\u036f\u20d0-\u20ff\ue000-\uf8ff\ufffc]")
_SIGN = re.compile(f"(?:[\ufffc\u20d0-\u20ff]|(?<![A-Za-z])[\u0300-\u036f]|(?![{BULLETS}])[\ue000-\uf8ff])+")
"""A picture pasted as a character, a number struck out by signs upon it, a sign of a font that others do not have."""
_GUARDED = ((re.compile(f"[{_LETTERS}]"), _WITH_LETTERS), (re.compile(f"[{_NUMERALS}]"), _WITH_NUMERALS))
_AROUND = 6


@lru_cache(maxsize=64)
def odd_signs(text: str) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """Return, by what is wrong, where a text holds numbers that nobody can read, and signs that do not print."""
    patterns = [_WITH_MARKS, _RECKONED, *(one for signs, one in _GUARDED if signs.search(text))]
    numbers = _spans(text, chain.from_iterable(one.finditer(text) for one in patterns))
    signs = _spans(text, _SIGN.finditer(text)) if _MAY_BE_SIGN.search(text) else ()
    return tuple((variant, found) for variant, found in ((NUMBER, numbers), (SIGN, signs)) if found)


def _spans(text: str, matches: Iterable[re.Match[str]]) -> tuple[Span, ...]:
    """Return where they stand, with a few characters around: alone they show nothing."""
    return tuple(_with_words(text, *match.span()) for match in matches)


def _with_words(text: str, start: int, end: int) -> Span:
    line = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    last = min(end + _AROUND, after if after >= 0 else len(text))
    return Span(max(start - _AROUND, line), last)
