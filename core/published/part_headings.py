"""The headings of the parts of section 一 as offices print them: 平台建设情况, 加强平台建设, 主动公开和依申请公开.

Only a line whose words are the name of a part, with nothing around it but words that say nothing (加强, 情况, 方面),
is a heading. All else is text, whatever number stands before it: （二）收到依申请公开9件，均已答复。
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from core.published import phrases
from core.published.headings import LONGEST_HEADING
from core.published.labels import label_core, plain_label, similarity
from core.published.vocabulary import LabelVocabulary, vocabulary

NEAR = 0.85
"""Least similarity of a misprinted name to the true one."""

NEAR_SAME_LENGTH = 0.8
"""The same for a name of the same length: one of five characters is wrong."""

LEAST_NEAR = 5
"""Characters of a name of which one may be wrong: 政务公开 is not nearly 主动公开."""

LEAST_UNNUMBERED = 3
_OPENINGS = ("方面", "情况", "工作")
_MARKS = "。:： \t\u3000\xa0"
LONGEST_UNKNOWN = 25
"""Most characters of a numbered line without a mark that looks like a heading of something else."""


@dataclass(frozen=True, slots=True)
class PartHeading:
    """A heading of a part of section 一.

    Attributes:
        codes: Codes of the texts that it names; what stands below it belongs to the first.
        words: Its words as printed.
        rest: Text that goes on behind it in the same line; "" for none.
        is_bracketed: Whether its number stands in brackets, as in the form.
        is_own: Whether it says just what the form says.
    """

    codes: tuple[str, ...]
    words: str
    rest: str
    is_bracketed: bool
    is_own: bool


def part_of(text: str) -> PartHeading | None:
    """Return the part of section 一 that a line begins; None for any other line."""
    start = phrases.PRINTED_PART_NUMBER.match(text)
    number = phrases.PART_NUMBER.match(plain_label(text[: start.end() + 1])) if start else None
    if start is None or number is None:
        return None
    first, most = start.end(), start.end() + 2 * LONGEST_HEADING
    ends = [m.start() for m in phrases.PART_ENDS.finditer(text, first, most)]
    if len(text) <= most:
        ends.append(len(text))
    for end in reversed(ends):
        words = text[first:end]
        if phrases.HEADING_ENDS.search(words.rstrip(_MARKS)):
            continue  # （二）依申请公开：无 is no misprint of the name
        is_clause = text[end : end + 1] in ("，", ",")  # 主动公开方面，全年公开80条。 is a sentence as a whole
        if is_clause and not words.endswith(_OPENINGS):
            continue
        if named := _named(words):
            rest = text[first:] if is_clause else text[end:].lstrip(_MARKS)
            return PartHeading(named, words.strip(), rest, bool(number[1]), _is_own(words))
    return None


def bare_part_of(text: str) -> PartHeading | None:
    """Return the part whose name is all that a line says, whatever number stands before it: 一是主动公开."""
    if len(text) > LONGEST_HEADING:
        return None
    words = _unnumbered(text).rstrip("。:：")
    names, _ = _names(vocabulary())
    match = re.fullmatch(f"({'|'.join(names)})(?:情况|方面|工作|建设)*", label_core(words))
    return PartHeading((names[match[1]],), words, "", False, _is_own(words)) if match else None


def named_in(text: str) -> tuple[str, ...]:
    """Return the codes of the parts that a line names as a heading does, whether or not it counts as one."""
    part = part_of(text) or bare_part_of(text)
    if part is not None:
        return () if part.rest else part.codes
    return _named(_unnumbered(text)) if phrases.ANY_PART_NUMBER.match(text) and "。" not in text else ()


def _unnumbered(text: str) -> str:
    number = phrases.ANY_PART_NUMBER.match(text)
    return text[number.end() if number else 0 :].strip()


def find_parts(lines: Sequence[str]) -> dict[int, PartHeading]:
    """Return the headings of the parts of section 一 by their place among its lines, each part at most once.

    Headings numbered 1. 2. 3. count only where none are numbered （一）（二）（三）. Those that lost their numbers
    count only where none are numbered and at least ``LEAST_UNNUMBERED`` are there to the letter. Of several headings
    of a part the first counts that stands in a line of its own, else the first. A part that has none of these begins
    with the line that is its bare name, whatever number stands before it.
    """
    found = [(at, part) for at, line in enumerate(lines) if (part := part_of(line)) is not None]
    if any(part.is_bracketed for _, part in found):
        found = [(at, part) for at, part in found if part.is_bracketed]
    elif not found:
        plain = [(at, line) for at, line in enumerate(lines) if len(line) <= LONGEST_HEADING]
        found = [
            (at, PartHeading((code,), line, "", False, _is_own(line)))
            for at, line in plain
            if (code := _code_of(label_core(line)))
        ]
        found = found if len({part.codes for _, part in found}) >= LEAST_UNNUMBERED else []
    result: dict[int, PartHeading] = {}
    taken: set[str] = set()
    alone = {part.codes[0] for _, part in found if not part.rest}
    for at, part in found:
        if part.codes[0] not in taken and not (part.rest and part.codes[0] in alone):
            taken.add(part.codes[0])
            result[at] = part
    return result | _bare_parts(lines, {code for part in result.values() for code in part.codes})


def _bare_parts(lines: Sequence[str], taken: set[str]) -> dict[int, PartHeading]:
    """Return the first bare name of each part that is not taken; one without a number only where others are known."""
    result: dict[int, PartHeading] = {}
    known = set(taken)
    for at, line in enumerate(lines):
        part = bare_part_of(line)
        if part is None or part.codes[0] in known:
            continue
        if phrases.ANY_PART_NUMBER.match(line) or len(taken) >= LEAST_UNNUMBERED - 1:
            known.add(part.codes[0])
            result[at] = part
    return result


def looks_like_heading(line: str) -> bool:
    """Return whether a line that names no part is numbered and short as a heading is: （六）政策解读."""
    number = phrases.PRINTED_PART_NUMBER.match(line)
    words = plain_label(line[number.end() :]) if number else ""
    is_bracketed = line.lstrip().startswith(("(", "（"))
    return is_bracketed and 0 < len(words) <= LONGEST_UNKNOWN and not re.search(r"[。:;!?，,\d]", words)


def part_names() -> dict[str, str]:
    """Return what the form calls each part, by code: 主动公开, 政府信息管理."""
    return {text.code: text.name for form in reversed(vocabulary().forms) for text in form.texts.values()}


@lru_cache(maxsize=2_000)
def _named(words: str) -> tuple[str, ...]:
    """Return the codes of the parts that the words of a heading name; none where they say anything else."""
    core = label_core(words)
    if not core or len(core) > LONGEST_HEADING:
        return ()
    if code := _code_of(core) or ("" if phrases.PART_ENDS.search(words.strip()) else _near(core)):
        return (code,)
    codes = [_code_of(label_core(piece)) for piece in phrases.PART_AND.split(plain_label(words))]
    return tuple(codes) if len(codes) > 1 and all(codes) else ()


def _is_own(words: str) -> bool:
    core = label_core(words)
    names = "|".join(label_core(t.heading) for form in vocabulary().forms for t in form.texts.values() if t.heading)
    return bool(re.fullmatch(f"(?:{names})(?:情况|方面|工作|建设)?", core))


def _code_of(core: str) -> str:
    names, pattern = _names(vocabulary())
    match = pattern.fullmatch(core)
    return names[match[1]] if match else ""


def _near(core: str) -> str:
    """Return the part whose name is misprinted by a character; "" for none or several."""
    names, _ = _names(vocabulary())
    bare = re.sub(rf"^(?:{phrases.BEFORE_PART})+|(?:{phrases.BEHIND_PART})+$", "", core)
    codes = {
        code
        for name, code in names.items()
        for own in (core, bare)
        if len(own) >= LEAST_NEAR
        and abs(len(own) - len(name)) <= 1
        and similarity(own, name) >= (NEAR_SAME_LENGTH if len(own) == len(name) else NEAR)
    }
    return codes.pop() if len(codes) == 1 else ""


@cache
def _names(words: LabelVocabulary) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the codes of the parts by all their names, and what matches a name with what may stand around it."""
    names = {
        label_core(name): text.code
        for form in words.forms
        for text in form.texts.values()
        if text.heading
        for name in (text.heading, *text.synonyms)
    }
    either = "|".join(sorted(names, key=len, reverse=True))
    return names, re.compile(f"(?:{phrases.BEFORE_PART})*({either})(?:{phrases.BEHIND_PART})*")
