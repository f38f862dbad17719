"""What the glyphs of a paper stand for: Qt names them in a PDF by the first character that a font draws with each.

So it names none for those that stand in place of another beside certain neighbours, such as digits in a web address,
nor for characters beyond U+FFFF, and a tab for the space: right on paper, but lost for a search, a copy, and for who
reads the PDF next year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import category, normalize

from PySide6.QtGui import QFont, QGlyphRun, QRawFont, QTextLayout

from core.base.radicals import character_of

_WITH_PLACES = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


@dataclass(frozen=True, slots=True)
class _Face:
    """A font with the texts of its glyphs in the order in which they were drawn first, as in the PDF."""

    raw: QRawFont
    texts: dict[int, str] = field(default_factory=dict)

    def fits(self, names: Sequence[str]) -> bool:
        """Whether these are the names of its glyphs: each that Qt has given leads to the glyph at its place."""
        return len(names) == len(self.texts) and all(
            glyph in self.raw.glyphIndexesForString(name) for glyph, name in zip(self.texts, names, strict=True) if name
        )


class DrawnGlyphs:
    """Takes in what is drawn, and tells the texts of the glyphs in the PDF."""

    def __init__(self) -> None:
        self._faces: dict[tuple[str, str, int], _Face] = {}
        self._known: set[tuple[str, str]] = set()

    def add(self, font: QFont, text: str) -> None:
        """Take in what is drawn in a font."""
        key = (font.family(), text)
        if key in self._known:
            return
        self._known.add(key)
        layout = QTextLayout(text, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        runs: Sequence[QGlyphRun] = layout.glyphRuns(-1, -1, _WITH_PLACES)
        for run in runs:
            raw = run.rawFont()
            texts = self._faces.setdefault((raw.familyName(), raw.styleName(), raw.weight()), _Face(raw)).texts
            single = {glyph: sign for sign in text for glyph in raw.glyphIndexesForString(sign)[:1]}
            shaped = _clusters(text, run)
            for glyph in run.glyphIndexes():
                if glyph and glyph not in texts:  # 0 stands for signs that the font has not
                    texts[glyph] = _plain(single.get(glyph) or shaped.get(glyph, ""))

    def texts(self, names: Sequence[str]) -> list[str]:
        """Return the texts of the glyphs of a font of the PDF, which Qt has given these names ("" for none).

        None at all, where it is not certain which font that is.
        """
        fitting = [face for face in self._faces.values() if face.fits(names)]
        return list(fitting[0].texts.values()) if len(fitting) == 1 else []


def _clusters(text: str, run: QGlyphRun) -> dict[int, str]:
    """Return the signs that each glyph was shaped from: two for a ligature."""
    signs = text.encode("utf-16-le")
    places = run.stringIndexes()
    return {
        glyph: signs[2 * place : 2 * end].decode("utf-16-le", "ignore")
        for glyph, place, end in zip(run.glyphIndexes(), places, [*places[1:], len(signs) // 2], strict=True)
        if end > place
    }


def _plain(signs: str) -> str:
    """Signs as they are written: characters in place of radicals, without what only chooses a shape."""
    shown = "".join(sign for sign in normalize("NFC", signs) if category(sign) not in ("Cf", "Mn")) or signs
    return "".join(map(character_of, shown))
