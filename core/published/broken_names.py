"""Names that stand in several lines: the unit that signs above the date, and whom a report addresses.

Balanced lines of a long name are one name. The styles of our own reports say what a line is; elsewhere it takes lines
that stand in one paragraph, or are set alike beside the margin, and a name that the lines make only together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.published import phrases
from core.published.labels import plain_label, squeezed
from core.published.title import MOST_LINES, addressee, is_date, signs
from core.visible.blocks import Paragraph, VisibleTable

SIGN_OFF_STYLE, ADDRESSEE_STYLE = "落款", "主送机关"
_SET_ASIDE = ("right", "end", "center")
_COLONS = "：:"


def with_whole_signer(
    content: Sequence[Paragraph | VisibleTable], unit: str
) -> tuple[list[Paragraph | VisibleTable], str]:
    """Return the end of a report with the unit that signs in one line, and the name to which that line comes.

    Args:
        content: What stands in the last section.
        unit: The unit that the title names.
    """
    own = list(content)
    filled = [(at, block) for at, block in enumerate(own) if isinstance(block, Paragraph) and block.text.strip()]
    if filled and is_date(filled[-1][1].text):
        filled.pop()
    for first in range(max(len(filled) - MOST_LINES, 0), len(filled)):
        places, lines = zip(*filled[first:], strict=True)
        name = "".join(squeezed(line.text) for line in lines)
        has_table = any(isinstance(block, VisibleTable) for block in own[places[0] :])
        if not has_table and _is_signer(lines, plain_label(name), unit):
            rest = [block for block in own[places[0] :] if not any(block is line for line in lines)]
            return [*own[: places[0]], replace(lines[-1], text=name), *rest], plain_label(name)
    return own, unit


def _is_signer(lines: Sequence[Paragraph], name: str, unit: str) -> bool:
    if all(line.style == SIGN_OFF_STYLE for line in lines):
        return True
    if len(lines) == 1 or any(phrases.SENTENCE.search(line.text) for line in lines):
        return False
    if name == unit:
        return True
    first = lines[0]
    is_one = all(line.group == first.group and line.look == first.look for line in lines)
    is_aside = all(line.look == first.look for line in lines) and any(side in first.look for side in _SET_ASIDE)
    joint = any(signs(plain_label(line.text), "") for line in lines[:-1])  # several units sign
    return (is_one or is_aside) and not joint and signs(name, "")


def with_whole_addressee(lines: Sequence[Paragraph]) -> tuple[list[Paragraph], str]:
    """Return the lines below the title with the addressee in one, and whom it names without the colon; "" for none."""
    for first, line in enumerate(lines):
        if "。" in line.text:
            break
        for last in range(first, min(first + MOST_LINES, len(lines))):
            taken = lines[first : last + 1]
            text = "".join(squeezed(one.text) for one in taken)
            is_ours = all(one.style == ADDRESSEE_STYLE for one in taken)
            if not is_ours and (any(one.group != line.group for one in taken) or not addressee(text)):
                continue
            if is_ours and last + 1 < len(lines) and lines[last + 1].style == ADDRESSEE_STYLE:
                continue
            whole = replace(line, text=text)
            return [*lines[:first], whole, *lines[last + 1 :]], text.rstrip(_COLONS)
    return list(lines), ""
