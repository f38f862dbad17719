"""Which signs of a report no font of this PC has: Qt prints an empty box for each, and its PDF does not say which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from core.base.short_texts import some_of
from core.report.report import Report
from core.report.shown_report import shown_report
from core.word.style_profile import StyleProfile, missing_fonts

_SIGN = re.compile(r"[\U0001f1e6-\U0001f1ff]{2}|.(?:[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d.)*", re.DOTALL)
"""What is one sign to the eye: a flag, a face with its colour, several that are joined."""
_USUAL_BYTES = 2  # of a sign in GB 18030 that Chinese fonts have always had; asking a font takes time
_BEFORE = 6  # signs quoted before it, for who can not see it on this PC either


def missing_signs(report: Report, profile: StyleProfile) -> tuple[str, str]:
    """Return where a report has signs that no font here has, in words, and the page of the first; "" for none."""
    found: dict[str, list[tuple[str, str]]] = {}
    for part, quoted, page in _missing(report, _metrics(profile)):
        found.setdefault(part, []).append((quoted, page))
    if not found:
        return "", ""
    named = [part + some_of([f"“{quoted}”" for quoted, _ in places], 1, "处") for part, places in found.items()]
    pages = [page for places in found.values() for _, page in places if page]
    return f"{'，'.join(named)}：这样的字或符号，本机字体里没有。", next(iter(pages), "")


def _missing(report: Report, metrics: QFontMetricsF) -> Iterator[tuple[str, str, str]]:
    """Yield each once: the part, the sign with what stands before it, the key of the page."""
    form, shown = report.form, shown_report(report)
    known: set[tuple[str, str]] = set()
    texts = [("标题", "", shown.title)]
    for code, paragraphs in shown.texts.items():
        section = form.sections.get(form.texts[code].section)
        part, page = (section.part, section.key) if section else ("开头", "")
        texts += [(part, page, text) for text in paragraphs]
    texts += [("文号、主送机关、落款", "", text) for text in shown.others.values()]
    for part, page, text in texts:
        for sign in _SIGN.finditer(text):
            if (part, sign[0]) not in known and not all(_is_there(one, metrics) for one in sign[0]):
                known.add((part, sign[0]))
                yield part, text[max(sign.start() - _BEFORE, 0) : sign.end()], page


def _is_there(sign: str, metrics: QFontMetricsF) -> bool:
    return len(sign.encode("gb18030", "replace")) <= _USUAL_BYTES or metrics.inFontUcs4(ord(sign))


def _metrics(profile: StyleProfile) -> QFontMetricsF:
    """Return what knows the font of the text, and those that Qt takes where that lacks a sign."""
    wanted = profile.fonts["body"]
    instead = dict(missing_fonts(profile, QFontDatabase.families()))
    font = QFont()
    font.setFamilies([instead.get(wanted, wanted), *font.families()])
    return QFontMetricsF(font)
