"""Characters in place of the radicals that stand for them in PDF files.

Many fonts draw a character and its radical (人 and ⼈, 民 and ⺠) with one glyph, and programs that make a PDF name the
first code point of a glyph: the page looks right, and a search for 人民 finds nothing.
"""

from __future__ import annotations

from unicodedata import normalize

_KANGXI = range(0x2F00, 0x2FE0)  # known to NFKC, which gives the traditional forms of ⼾ and ⾭
_SAME = str.maketrans(
    "⺅⺉⺎⺐⺒⺓⺕⺖⺘⺙⺟⺠⺡⺣⺦⺨⺭⺰⺺⺾⻁⻂⻄⻅⻆⻈⻉⻋⻌⻐⻓⻔⻖⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⼾⾭\u2329\u232a",
    "亻刂兀尢巳幺彐忄扌攵母民氵灬丬犭礻纟肀艹虎衤西见角讠贝车辶钅长门阝青韦页风飞食饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟户青〈〉",
)


def character_of(sign: str) -> str:
    """Return the character that a simplified text means by a radical; anything else as it is."""
    plain = sign.translate(_SAME)
    return normalize("NFKC", plain) if ord(plain) in _KANGXI else plain


def without_radicals(text: str) -> str:
    """Return a text with the characters that its radicals stand for; what NFKC gives back itself is left to that."""
    return text.translate(_SAME)
