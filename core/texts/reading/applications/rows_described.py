"""Reads rows told in everyday words, over several clauses: 补了一次材料还是说不清文号，2件就此作无法提供处理.

Where every word is understood, so many there are. Where some words are not, they narrow the row (投诉物业的9件): it has
at least so many, unless such parts, one of each row, make up what was told of their group.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from core.base.patterns import holds_one, last_of, pattern
from core.form.known_cells import OTHERS, RECEIVED_ROW, in_row
from core.texts.language.grammar import ASKED_FOR
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import PrintedNumber, numbers_in
from core.texts.language.own_words import columns
from core.texts.language.told_rows import Told, has_row, told_rows
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_UNITS = ("件", "宗", "份", "起", "例", "桩")
_GROUPS = ("unavailable", "not_processed", "other_result")
_ANY_GROUP = (*_GROUPS, "denied")
_WEAK = ("handled", "carried_out", "received", "mentioned", "processed", "received_new")
_WEAK_OWN = pattern(
    "(?:这样|如此|此类|这类|这种|该类|类似|就此|据此|照此|以此)(?:的)?(?:情况|情形|答复|了结|处理|办理|办结|回复|申请)*(?:的|了)*(?:有|共|计|共有)*"
    "|(?:均|都)?未办(?:理)?|记了|共?记"
)
"""(这样答复了)22件: told of what the clauses before describe, not of all."""
_SIGNS = ("不再", "又", "没", "再次", "未", "重复", "反复", "重新")
"""(再次来要、不再答复的)6件: of which one stands in a clause that tells a row and an answer."""
_PAPERS = "制作的文书或材料"
_KEYS = frozenset(["unknown", "single_results", "applicants", *_ANY_GROUP, *_WEAK])
_CHANGED = pattern(
    "(?:[由从](?:(?:□□□)?(?:上年|去年|上一年)度?)?的?\\d+[件宗份]?)[，、]?(?:大幅|明显)?(?:下降|下滑|降低|降|减少|减|缩减|压减|压|增加|增长|增|上升|升|攀升|回落|变)(?:到|至|为)$"
)
"""(由上年的21件降到)11件"""
_BY_HOW_MANY = pattern("(?:[比较][^，；。]{0,8}|同比|净)?(?:多|少|增|减|增加|减少|增长|下降|上升)[了出]?$")
_FROM = pattern("(?:[由从自]|[比较])[^，；。：]{0,6}$")
"""不掌握的(由)69件降至54件: last year's."""
_SEVERAL = pattern("等[^，；。\\d]{0,8}(?:原因|理由|情形|因素|情况|缘故|事由)")
"""因不掌握等原因无法提供25件: of all reasons."""
_DENIED = pattern(
    "(?:无|没有|未有|不存在|未发生|未出现|未因)(?:因|任何|一件|出现|发生|属于?|申请人|逾期|重复|信访|大量)"
)
"""无因大量反复申请不予处理的情形"""
_NONE = pattern("(?:没有|没|无|未|未有|不曾|任何|哪|每)$")
"""我局没有(一件)逾期"""
_KINDS_TOGETHER = pattern("[两三四五几各多][种类项]")
"""三种无法提供的情形合起来"""
_IN_QUOTE, _ENDS = "，；：（", "0123456789件宗份起例桩"
_OF_WHICH = pattern("\\d[件宗份](?:申请)?（其?中[^（）]*$")
"""不掌握47件(（其中)不属于本机关职责39件: parts of a row."""
_OPENS = pattern("[，、：（]")
_SET_BEHIND = pattern("(?:已|全部)*(?:办结|办理|答复|新收|收到|受理)的?(?:政府信息公开|信息公开)?(?:申请|办件)?[中里]")
"""“不掌握”答复偏多，98件(办结申请中)有27件: of what the number is, stands behind it."""
_ALL_OF_THEM = pattern(
    "(?:申请|来信|来件)?(?:全都?|都|均|皆|全部|悉数|一律|统统)[^，；。\\d]{0,12}(?:[办答回复]|了结|送达|寄|给)[^，；。\\d]{0,8}，"
)
"""收到3件。…。(三件都在时限内办完，)街道没有的那件还指了路: what follows is no more of all three."""
_THESE = ("", "这", "以上", "上述")
_CLAUSE_ENDS = "，、（："
_TELLS_BEHIND = pattern("(?:均|都|确|实)?(?:为|系|是|属|因)")
"""4件(为)经告知补正、逾期不补正，3件为自愿撤回: what tells the number before stands behind it."""
_MARKS = "。；！？\n"
_IN_SENTENCE = "；\n"
_SHORTEST = 4
_MOST_LEFT = 12
"""So many characters at most may narrow a row."""
_GROUP_BEFORE = pattern(
    "(?P<name>无法提供|不予处理|其他处理)[^，；。\\d]{0,8}(?P<n>\\d+)[件宗份](?:申请)?[，。：、（；](?:其中|具体|大头|主要|分别|一是|包括|含|，|：|是|为)*$"
)
"""(不予处理34件。其中)"""
_UNPAID, _PETITIONS = ("逾期未缴费", "other_result"), ("信访举报投诉", "not_processed")
_ABOUT_PETITIONS = pattern(
    "(?:信访|投诉|举报)[^，；。\\d#]{0,16}(?:案卷|卷宗|隐私|商业秘密|个人信息|过程性|讨论稿|内部(?:事务|管理|流程))"
    "|(?:信访|投诉|举报)[^，；。\\d#]{0,10}的[^，；。\\d#]{0,6}(?:结果|材料|信息|记录|档案|文书|笔录|文件)(?=[，；。#]|$)(?!.*不[予再作][^，；。]{0,4}处理)"
)
"""(投诉举报案件的执法案卷)57件: what was asked for, or why it was refused, is about petitions."""
_REST, _TOGETHER = "其他", "results_together"
_NAMES = {"不予公开": "denied", "无法提供": "unavailable", "不予处理": "not_processed", "其他处理": "other_result"}
_EACH = pattern("各|分别|其[他它]")
"""逾期不补正、逾期未缴费和其他情形(各)1件: no sum, and of more rows than are named."""
_KIND_ENDS = pattern("(?:其中|，|申请|提出|提交|的|有|占|为|共|计)+")


class _Row(NamedTuple):
    """A row described, or the row of the number before whose kinds follow."""

    name: str
    key: str
    ways: Alternatives
    group: str
    is_exact: bool


@count_pass(texts=REQUEST_TEXTS, keys=_KEYS)
def rows_described(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those of rows that are described in everyday words as of these."""
    found = list(readings)
    if not any(map(_may_be_row, found)) or not (signs := told_rows(source.vocabulary.folder).signs(sentence.text)):
        return found
    return _Describer(source, sentence, found, signs).read()


def _may_be_row(reading: NumberReading) -> bool:
    if reading.key in _WEAK:
        own = _own_of(reading.quote)
        if reading.key == "carried_out" and reading.quote.endswith("未办"):
            return True
        return reading.kind in ("count", "other") and (bool(_WEAK_OWN.fullmatch(own)) or holds_one(own, _SIGNS))
    if reading.key in _ANY_GROUP:
        return reading.kind in ("count", "other")
    return reading.key == "unknown" or (reading.kind == "other" and _PAPERS in reading.meaning)


def _own_of(quote: str) -> str:
    return quote[last_of(_IN_QUOTE, quote, 0, len(quote)) + 1 :].rstrip(_ENDS)


class _Describer:
    def __init__(
        self, source: SourceText, sentence: SentenceState, found: list[NumberReading], signs: Sequence[str]
    ) -> None:
        self._source, self._sentence, self._found, self._signs = source, sentence, found, signs
        self._numbers = [number for number in sentence.numbers if number.unit in _UNITS]
        self._group, self._whole = self._told_before()
        self._parts: dict[int, _Row] = {}

    def read(self) -> list[NumberReading]:
        """Return the readings, those of described rows among them."""
        places = {self._source.span(number.start, number.end)[0]: i for i, number in enumerate(self._numbers)}
        row: _Row | None = None
        for i, reading in enumerate(self._found):
            n = places.get(reading.start)
            if reading.key in _GROUPS and reading.kind == "count" and reading.rule_id:
                self._group, self._whole = reading.key, int(reading.value)
            if n is None:
                continue
            if not _may_be_row(reading) and reading.key != "applicants":
                row = None
                continue
            if row and self._of_kind(i, n, row):
                continue
            if self._is_part_of_row(i, n):
                continue
            row, kind = self._described(n, reading)
            row = row if kind or reading.key != "applicants" else None
            if row:
                self._take(i, n, row, kind)
        self._take_whole_rows()
        return self._found

    def _told_before(self) -> tuple[str, int]:
        """Return the group whose parts a sentence tells that another one told: 不予处理34件。其中信访类14件."""
        before = self._source.text[max(self._sentence.start - 24, 0) : self._sentence.start]
        match = _GROUP_BEFORE.search(before) if self._sentence.text.startswith(("其中", "一是")) else None
        return (_NAMES[match["name"]], int(match["n"])) if match else ("", 0)

    def _described(self, n: int, reading: NumberReading) -> tuple[_Row | None, str]:
        """Return the row that the words around a number describe, and the kind of applicants named beside it."""
        number = self._numbers[n]
        left, right = self._left(n), self._right(n)
        rows = told_rows(self._source.vocabulary.folder)
        if (left in _NAMES or len(left) < _SHORTEST) and not right[_SHORTEST:]:
            return None, ""
        near = f"{left}{right[:20]}"
        if _SET_BEHIND.match(self._source.text, number.end) or self._is_of_all(number):
            return None, ""
        if not (holds_one(left, self._signs) or holds_one(right, self._signs)) or rows.is_vetoed(near):
            return None, ""
        head, mark, own = left.rpartition("，")
        kind = self._kind(own) if mark else ""
        left = head if kind else left
        if reading.key == "applicants" and not kind:
            return None, ""
        groups = {*rows.outcomes(right), *({self._group} - {""})}
        groups |= {reading.key} & {*_GROUPS}
        told = rows.told(left, groups)
        if not told.rows:
            told = self._told_behind(left, right, groups)
        is_other = _SEVERAL.search(near) or _DENIED.search(near)
        if not told.rows or is_other or _NONE.search(left) or _KINDS_TOGETHER.search(own):
            return None, ""
        if not self._is_ours(number, told, left):
            return None, ""
        if told.rows == (_PETITIONS,) and _ABOUT_PETITIONS.search(f"{left}#{right}"):
            return None, ""
        if told.own and not has_row(told.own) and not rows.is_neutral(told.own):
            return None, ""
        row = self._row(told, groups | told.groups, reading)
        is_story = row is not None and not left and ASKED_FOR.match(right)  # 2件索要县志，属于公开出版物
        return (row._replace(is_exact=False) if row and is_story else row), kind

    def _is_of_all(self, number: PrintedNumber) -> bool:
        """Whether a sentence begins with a number told before, and says of all of these that they were dealt with."""
        before = self._source.text[self._sentence.start : number.start]
        if before not in _THESE or not _ALL_OF_THEM.match(self._source.text, number.end):
            return False
        return any(n.value == number.value and n.end <= number.start for n in numbers_in(self._source.text))

    def _told_behind(self, left: str, right: str, groups: Collection[str]) -> Told:
        """Return what the clauses behind a number say of it: 9件借信息公开之名投诉举报，已作引导."""
        rows = told_rows(self._source.vocabulary.folder)
        places = [place for place, char in enumerate(right) if char in "，"]
        if right.startswith("，") and not rows.told(left, _GROUPS).rows:
            return rows.told("")
        for end in (*places, len(right)):
            told = rows.told(right[:end], groups)
            if told.rows:
                before = rows.told(left, _GROUPS)
                is_same = before.rows == told.rows and not before.rest
                return told if is_same or (not right.startswith("，") and rows.is_neutral(left)) else rows.told("")
        return rows.told("")

    def _kind(self, own: str) -> str:
        role = self._source.vocabulary.concepts.shared(_KIND_ENDS.sub("", own), "request") if own else None
        if role is None or not role.is_applicant:
            return ""
        return next((way[0] for way in role.alternatives("request") if in_row(way[0], RECEIVED_ROW)), "")

    def _row(self, told: Told, outcomes: Collection[str], reading: NumberReading) -> _Row | None:
        groups = {group for _, group in told.rows}
        if len(groups) != 1 or len(told.rest) > _MOST_LEFT:
            return None
        group = groups.pop()
        is_kept = group == "unavailable"
        is_against = "unavailable" not in outcomes if is_kept else {*outcomes} == {"unavailable"}
        if outcomes and is_against and not (is_kept and "other_result" not in outcomes):
            return None
        if not told.is_sure and told.rest:
            return None
        if not told.is_sure and not outcomes and self._group != group and reading.key != group:
            return None
        is_group = reading.key in _ANY_GROUP and reading.kind == "count" and reading.key != group
        if is_group and not {reading.key, group} <= {"not_processed", "other_result"}:
            return None
        if told.rest and told.is_joined:
            return None
        if len(told.rows) > 1:
            is_sum = told.are_several and not told.rest and not _EACH.search(told.own)
            return self._several(told, group) if is_sum else None
        word = told.rows[0][0]
        role = next((role for role in self._source.vocabulary.rows if role.word == word), None)
        ways = role.alternatives("request") if role else ((OTHERS,),) if word == _REST else ()
        if not ways:
            return None
        name, key = (role.name, role.key) if role else (_REST, "single_results")
        return _Row(name, key, ways, group, not told.rest)

    def _several(self, told: Told, group: str) -> _Row | None:
        """Return rows of a group that are told together: 档案不在本局或者没有现成文本的12件."""
        named = [role for word, _ in told.rows for role in self._source.vocabulary.rows if role.word == word]
        if len(named) < len(told.rows):
            return None
        rows = tuple(dict.fromkeys(cell for role in named for cell in role.alternatives("request")[0]))
        return _Row("、".join(role.name for role in named), _TOGETHER, (rows,), group, is_exact=True)

    def _left(self, n: int) -> str:
        """Return what stands between a number and the clause of the one before."""
        text, number = self._source.text, self._numbers[n]
        start = max(self._sentence.start, *(text.rfind(mark, 0, number.start) + 1 for mark in _IN_SENTENCE))
        left = text[start : number.start]
        changed = _CHANGED.search(left)
        end = number.start - (len(changed[0]) if changed else 0)
        before = [other.end for other in self._numbers[:n] if start <= other.end <= end]
        if before:
            opens = _OPENS.search(text, before[-1], end)
            start = opens.end() if opens else end  # 2件逾期未补正和6件: behind the number before
            if _TELLS_BEHIND.match(text, before[-1]):
                start = max(start, last_of(_CLAUSE_ENDS, text, start, end) + 1)
        return text[start:end]

    def _right(self, n: int) -> str:
        """Return what stands behind a number, to the clause of the next one."""
        text, number = self._source.text, self._numbers[n]
        ends = [place for mark in _MARKS if (place := text.find(mark, number.end)) >= 0]
        end = min([*ends, self._sentence.end])
        if n + 1 < len(self._numbers) and self._numbers[n + 1].start < end:
            end = max(text.rfind(mark, number.end, self._numbers[n + 1].start) for mark in _CLAUSE_ENDS)
        return text[number.end : max(end, number.end)]

    def _is_ours(self, number: PrintedNumber, told: Told, left: str) -> bool:
        topic = self._source.topic_at(self._sentence, number.start)
        is_row = self._group or told.rows == (_PETITIONS,)
        is_ours = topic == "request" or (topic == "other" and is_row) or (topic == "fee" and _UNPAID in told.rows)
        before = self._source.text[self._sentence.start : number.start]
        changed = _CHANGED.search(before)
        before = before[: changed.start()] if changed else before
        is_change = not changed and (_BY_HOW_MANY.search(left) or _FROM.search(left))
        is_part = self._source.words["part_of_year"].search(left) or self._source.words["other_years"].search(left)
        return is_ours and not (self._source.other_year(before) or is_part or is_change)

    def _take(self, i: int, n: int, row: _Row, kind: str) -> None:
        reading, number = self._found[i], self._numbers[n]
        ways = columns(row.ways, ((kind,),)) if kind else row.ways
        if reading.key in _GROUPS and reading.kind == "count" and not kind:
            if not row.is_exact:
                return
            ways = tuple(dict.fromkeys((*ways, *reading.ways)))  # 重复来要的，2件未予处理: these, or all of 不予处理
        count = "count" if row.is_exact else "some"
        name = row.name if row.is_exact else f"至少有的{row.name}"
        what = (reading.value, count, row.key, name, "N-05", ways, self._source.scope(number.start))
        self._found[i] = NumberReading(reading.start, reading.end, reading.quote, *what)
        if not kind and row.key != _TOGETHER:
            self._parts[i] = row

    def _is_part_of_row(self, i: int, n: int) -> bool:
        """Whether a number stands in brackets behind that of a row."""
        opens = _OF_WHICH.search(self._source.text, self._sentence.start, self._numbers[n].start)
        place = self._source.span(opens.start(), opens.end())[0] if opens else 0
        before = [reading for reading in self._found[:i] if reading.start <= place] if opens else []
        return bool(before) and before[-1].key not in (*_ANY_GROUP, "unknown")

    def _of_kind(self, i: int, n: int, row: _Row) -> bool:
        """Read a number of a kind of applicants behind a row as of this row: ……的10件，其中自然人7件."""
        is_behind = self._source.text.rfind("；", 0, self._numbers[n].start) < self._numbers[n - 1].start
        kind = self._kind(self._left(n)) if is_behind else ""
        if kind:
            self._take(i, n, row, kind)
        return bool(kind)

    def _take_whole_rows(self) -> None:
        """Read parts of a group that make it up, one of each row, as these rows, whatever else is said of them."""
        rows = [row.ways[0] for row in self._parts.values()]
        total = sum(int(self._found[i].value) for i in self._parts)
        if len(rows) < 2 or len({*rows}) < len(rows) or total != self._whole:
            return
        for i, row in self._parts.items():
            if row.group == self._group and self._found[i].kind == "some":
                self._found[i] = self._found[i]._replace(kind="count", meaning=row.name)
