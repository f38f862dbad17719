"""Finds the row that all of a group are said to be of, whatever else is said of them: 均系当事人索要(执法案卷)材料."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.base.patterns import pattern
from core.form.form_files import FormatFolder
from core.texts.language.grammar import ALL_OF
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.told_rows import told_rows
from core.texts.language.vocabulary import TextVocabulary
from core.texts.reading.told.row_of_reason import row_of_reason

_VERB = "要求?|想要?|索取|索要|申请|请求|查阅|调取|获取|求取|涉及"
_OF_ALL = pattern(
    f"(?:{ALL_OF.pattern}|皆|确|依法)+(?P<said>(?:为|是|系|属于?|因为?|由于|出于|{_VERB})(?P<what>[^，；。：（）\\d]{{2,40}}))$"
)
_UNSURE = pattern(
    "等|主要|多数|大多|部分|其中|告知|引导|建议|可以?依|可向|征求|同意公开|有关$|相关$|引发|引起|除|尚|拟|不属|不是|并非|不涉"
)
_JOINT = pattern("、|以及|或者?|和|与|(?<![涉危])及")
_ASKS = pattern(_VERB)
_TAIL = pattern(
    "(?:的|类|中|内|里)*(?:材料|信息|内容|情形|申请|资料|档案|文书|文件|记录|笔录|的|权益|合法权益|公开|而|不予)*"
)
_LEAD = pattern(f"^(?:{ALL_OF.pattern}|皆)+(?:为|是|系|属于?)*")
_BUT = ("其中", "除", "但", "另", "仅", "有")
"""均涉及案卷，(其中)1件同时涉及第三方权益: not all of them."""


def row_of_set(vocabulary: TextVocabulary, clause: str, ways: Alternatives) -> Role | None:
    """Return the only row of a group, given by its ways, that a clause on all of it shows; None for none or several.

    Args:
        vocabulary: The words of a format.
        clause: What is said of all, and the clause behind it.
        ways: The cells of the group.
    """
    clause, _, following = clause.partition("，")
    said = _OF_ALL.match(clause)
    if said is None or _UNSURE.search(clause) or following.startswith(_BUT):
        return None
    words, signs = _signs(vocabulary.folder)
    found = {shape.lastgroup: shape for shape in signs.finditer(said["what"])}
    if len(found) > 1:
        return None
    if not found:
        group = next(
            (role for role in vocabulary.roles if not role.word and role.alternatives("")[:1] == ways[:1]), None
        )
        reason = _LEAD.sub("", clause)
        return row_of_reason(vocabulary, reason, group) if group and not _JOINT.search(reason) else None
    ((number, sign),) = found.items()
    joints = list(_JOINT.finditer(said["what"]))
    last = joints[-1].end() if joints else 0
    is_subject = not joints or (last < sign.start() and bool(_ASKS.search(said["what"], last, sign.start())))
    if not is_subject or not _TAIL.fullmatch(said["what"], sign.end()):
        return None
    return vocabulary.concepts.row(words[int((number or "r0")[1:])])


@cache
def _signs(folder: FormatFolder) -> tuple[Sequence[str], re.Pattern[str]]:
    """Return the rows that have words of their own, and the pattern of these."""
    shown = told_rows(folder).shown
    return [*shown], re.compile("|".join(f"(?P<r{i}>{words})" for i, words in enumerate(shown.values())))
