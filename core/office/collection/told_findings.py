"""What was found in a report of others, each slip told once: the window, the letters and the papers count the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from core.checks.findings import Finding
from core.form.form_definition import FormDefinition

_NUMBERING, _EMPTY_HEADING = "N-13", "N-14c"
_WIDE = str.maketrans("()", "（）")
_QUOTED = re.compile("“([^”]+)”")
_TWICE = "印了两次，第二个应是"
_ADD = "没有小标题“{}”的，请补上并写明内容。"
_IN_WORD = (
    (re.compile("基本信息中的单位是(?=“)"), "本单位是"),
    (re.compile("请在“基本信息”中填写"), "请在标题中写明"),
    (re.compile("纸上的(?=合计|总计|（七）总计)"), "表中的"),
)
"""Words of the window, and what they are called in a file that did not come from it."""

_NOT_PRINTED = ("的小标题“{}”下没有文字", "没有小标题“{}”，或小标题下没有文字")


def jump_pattern(form: FormDefinition) -> re.Pattern[str]:
    """Return what matches a sentence about numbers of headings: the part, the former number, the expected one."""
    before, _, rest = form.rules[_NUMBERING].messages[""].removeprefix("{text}").partition("{found}")
    between, _, after = rest.partition("{expected}")
    return re.compile(f"(第.部分)小标题{before}(.+?)(?:{between}|”{_TWICE}“)(.+?){after}.*")


def told_findings(
    form: FormDefinition, findings: Sequence[Finding], part_numbers: Sequence[str]
) -> tuple[Finding, ...]:
    """Return findings of which one tells of a heading of 第一部分 that is not there: number and text are missed.

    Args:
        form: The form of the report.
        findings: What the rules say.
        part_numbers: The numbers of these headings as printed; one may stand there twice.
    """
    jump = jump_pattern(form)
    printed = {number.translate(_WIDE) for number in part_numbers}
    empty = {found[1]: f for f in findings if f.rule_id == _EMPTY_HEADING and (found := _QUOTED.search(f.message))}
    twice = {number for number, other in pairwise(part_numbers) if number == other}
    kept: list[Finding] = []
    told: list[Finding] = []
    for finding in findings:
        if finding.rule_id == _NUMBERING and (found := jump.fullmatch(finding.message)):
            former, expected = found[2], found[3]
            missing = [heading for heading in empty if heading.startswith(expected)]
            told += [empty[heading] for heading in missing]
            message = "".join([finding.message, *map(_ADD.format, missing)])
            if former in twice:
                message = message.replace(f"“{former}”之后应是", f"“{former}”{_TWICE}", 1)
            finding = replace(finding, message=message)
        elif printed and (heading := next((h for h, f in empty.items() if f is finding), "")):
            is_printed = heading[: heading.find("）") + 1] in printed
            old, new = (words.format(heading) for words in _NOT_PRINTED)
            finding = finding if is_printed else replace(finding, message=finding.message.replace(old, new))
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
