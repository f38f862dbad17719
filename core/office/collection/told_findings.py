"""What was found in a report of others, each slip told once: the window, the letters and the papers count the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from core.checks.findings import Finding, inner_quotes
from core.checks.rule_run import NOT_CHECKED

_NUMBERING, _EMPTY_HEADING = "N-13", "N-14c"
_WIDE = str.maketrans("()", "（）")
_TWICE = "{text}的编号不连续：“{found}”印了两次，第二个应是“{expected}”，请核对。"
_ADD = "没有小标题“{}”的，请补上并写明内容。"
_ELSEWHERE = (
    "{part}的小标题“{found}”不是表样的“{heading}”，它下面的文字读到了前一项；写的就是{name}的，只改小标题，文字不用重写；"
    "不是的，请补写这一项。"
)
_NOT_PRINTED = "{part}没有小标题“{heading}”，或小标题下没有文字，请补写。"
"""What N-13 and N-14c say where it is known how the headings are printed."""

_IN_WORD = (
    (re.compile("基本信息中的单位是(?=“)"), "本单位是"),
    (re.compile("请在“基本信息”中填写"), "请在标题中写明"),
    (re.compile("纸上的(?=合计|总计|（七）总计)"), "表中的"),
)
"""Words of the window, and what they are called in a file that did not come from it."""


def is_of_headings(finding: Finding) -> bool:
    """Whether a finding is about the numbers of the headings of a part, not about those of a list."""
    return finding.rule_id == _NUMBERING and "part" in finding.values


def told_findings(
    findings: Sequence[Finding], part_numbers: Sequence[str], odd_headings: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Return findings of which one tells of a heading of 第一部分 that is not there: number and text are missed.

    Args:
        findings: What the rules say.
        part_numbers: The numbers of these headings as printed; one may stand there twice.
        odd_headings: Those headings as printed that are none of the form's, with text below.
    """
    printed = {number.translate(_WIDE) for number in part_numbers}
    empty = {f.values["heading"]: f for f in findings if f.rule_id == _EMPTY_HEADING and f.topic != NOT_CHECKED}
    twice = {number for number, other in pairwise(part_numbers) if number == other}
    kept: list[Finding] = []
    told: list[Finding] = []
    for finding in findings:
        values = finding.values
        if is_of_headings(finding):
            missing = [heading for heading in empty if heading.startswith(values["expected"])]
            told += [empty[heading] for heading in missing]
            said = _TWICE.format(**values) if values["found"] in twice else finding.message
            finding = replace(finding, message="".join([said, *map(_ADD.format, missing)]))
        elif printed and empty.get(heading := values.get("heading", "")) is finding:
            number = heading[: heading.find("）") + 1]
            other = next((odd for odd in odd_headings if odd.translate(_WIDE).startswith(number)), "")
            if other:
                values = {**values, "found": other, "name": heading.removeprefix(number)}
                kept.append(replace(finding, message=inner_quotes(_ELSEWHERE.format(**values)), values=values))
                continue
            is_printed = number in printed
            said = inner_quotes(_NOT_PRINTED.format(**values))
            finding = finding if is_printed else replace(finding, message=said)
        kept.append(finding)
    gone = {finding.message for finding in told}
    return tuple(finding for finding, was in zip(kept, findings, strict=True) if was.message not in gone)


def in_words_of_the_paper(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings on a file that is no draft, without the words of the window."""
    return tuple(replace(finding, message=_as_on_paper(finding.message)) for finding in findings)


def _as_on_paper(sentence: str) -> str:
    for pattern, words in _IN_WORD:
        sentence = pattern.sub(words, sentence)
    return sentence
