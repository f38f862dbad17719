"""What the words before a number narrow it to: kinds of applicants, results, a part of the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_IN, HANDLED, HANDLED_ROW, KINDS, RECEIVED
from core.texts.claims.claim import Claim
from core.texts.language.result_groups import GROUPS, ResultGroups
from core.texts.language.role_keys import NONE_LEFT, ONE_KIND

Columns = tuple[str, ...]

EACH_ALONE = ("N-01", "N-02", "N-03", "N-04")
"""Rules of numbers that each of their cells gives alone, not all of them together."""

_KIND = (
    "(?P<all>法人(?:和|或|及|与|、|以及)?其[他它]组织|[四五]类(?:法人|组织|机构)|各类组织|组织类|(?<![益会他人])组织(?:申请|的申请|来件)|法人|非自然人|单位申请人|(?<![各该本直一每原])单位(?:提出|提交)?的?申请(?=(?:共|有|为)?\\d))"
    "|(?P<C1>自然人|公民|个人(?!隐私|信息))|(?P<C2>企业|公司)|(?P<C3>科研机构|科研院所|高校|院校)"
    "|(?P<C4>公益组织|社会组织|社会团体|公益机构)|(?P<C5>法律服务机构|律师事务所|律所|律师)"
    "|(?P<C6>其他组织|其他申请人|其他主体|其他(?=\\d+[件宗份]))"
)
_KINDS = pattern(_KIND)
_MAINLY = pattern("(?:的?申请)?(?:为主|居多)")
_WHOLES = ((RECEIVED,), (HANDLED,))
_PERSONS = KINDS[0]
_FEWEST = 2
_ALL_BODIES: Sequence[Columns] = (KINDS[1:], KINDS[1:-1])
_OF_ALL = pattern(
    "全[年局市县区省州镇乡](?!.{0,4}的|[^，；。]{0,8}结果[中里看]，)|总体|各类申请|所有申请|全部申请|总计|我[局市县区办委院厅]共"
    "|[从按就][^，；。：、\\d]{0,6}(?:结果|去向|方式|渠道|内容|形式|途径)[^，；。：、\\d]{0,3}[，：]"
)
"""Ends what a kind before it narrows."""
_PLAIN = pattern(
    "(?:^|[。；，\n])(?:其中，?)?(?:仅就|单就|仅从|单从|仅看|单看|只看|仅以|就|从|在)?(?P<kind>[^，；。：、（）\\d]{2,14}?)"
    "(?:提出|提交)?的?(?:申请|来件)?(?:本身)?(?:而言|来看|来说|看|来讲|一项)[，：]|"
    "(?:^|[。；\n])(?P<head>[^，；。：、（）\\d]{2,10}?)(?:申请|来件)?(?:方面|部分|情况)?："
    "|(?:^|[。；\\n])(?P<asked>[^，；。：、（）\\d]{2,8}?)(?:提出|提交|递交)的?申请，(?=(?:全年|本年度?|今年|年内|共)*(?:新收|收到|受理))",
    needs=["的申请，", "而言", "看", "来说", "来讲", "一项", "："],
)
"""仅就自然人而言，"""
_AMONG = pattern("(?:[件宗份])?(?:申请)?(?:当?中|里|之中)")
_LIST_BEHIND = pattern("(?:[件宗份])?(?:申请)?：(?=[^；。]*公开)")
"""企业的17件(：公开5件、…)"""
_RESULTS = pattern("公开类|全部公开(?:和|及|与|、)部分公开|(?:予以)?公开(?:和|及|与|、)部分公开|公开（含部分公开）")
_ROW = f"({'|'.join(GROUPS)})"
_ROW_BEHIND = pattern(f"[件宗份]?(?:申请)?(?:获|被|为|是|属于?|的)*{_ROW}")
"""企业有3件(部分公开)"""
_ROW_FRAME = pattern(
    f"(?:就|从|在|对于?){_ROW}[^，；。：、（）\\d]{{0,6}}(?:而言|来看|来说|看|中)，|(?:^|[。；]){_ROW}[^，；。：、（）\\d]{{0,4}}(?:方面|中|里)?[，：]"
)
"""(就部分公开而言，)自然人21件"""
_TIME = pattern(
    "(?:^|[，；：。（、])(?:其中，?)?(?:在|于)?(?:[上下]半年|第?[一二三四]季度|[前后][一二两三](?:个)?季度|\\d{1,2}(?:月份?)?(?:至|到|-|—|~)+\\d{1,2}月份?"
    "|(?:截[至止]到?|截止至|(?:年初|1月1日)?起?[到至])(?:本年|当年|今年)?(?:[1-9]|1[01]|十一?|[一二三四五六七八九])月(?:份?[底末]?|\\d{1,2}日)(?=，))"
    "(?:(?!全年|年内|[上下]半年|总|全[市县区局])[^。；])*$"
)
"""(下半年)新收95件，办结104件; (截至6月30日)，收到申请16件，下半年又收到12件"""
_DONE = pattern("[件宗份]?(?:已|均)*(?:办结|答复)")
_DONE_BEFORE = pattern("(?:办结|答复|办复)(?:的|了|件|申请|共)*$")
_BRACKETS = pattern("（[^（）]*）")


class Told(NamedTuple):
    """A claim with what is told before it.

    Attributes:
        text: The source text.
        start: Where its sentence begins, or the one before that it goes on with.
        part: Where its part of the sentence begins.
        claim: The claim itself.
        before: The claims before it from ``start`` on.
        here: All claims before it in its text.
        head: All that is told before the number.
        own: The clause before the number.
        results: Which rows of the form are results.
    """

    text: str
    start: int
    part: int
    claim: Claim
    before: Sequence[Claim]
    here: Sequence[Claim]
    head: str
    own: str
    results: ResultGroups

    @property
    def plain_head(self) -> str:
        """All that is told before the number, with blanks for the brackets that are closed before it."""
        if "（" not in self.head:
            return self.head
        return _BRACKETS.sub(lambda match: " " * len(match[0]), self.head)


def ways_of(claim: Claim) -> list[tuple[str, ...]]:
    """Return the ways in which a number may be reckoned from its cells."""
    if claim.rule_id not in EACH_ALONE:
        return [claim.cells]
    alone = [(cell,) for cell in claim.cells]
    both = [(RECEIVED, CARRIED_IN)] if claim.rule_id in ("N-01", "N-02") else []
    return [*alone, *both]


def columns_in(words: str) -> tuple[str, ...]:
    """Return the columns of the kinds of applicants that some words name."""
    return tuple(str(kind.lastgroup) for kind in _KINDS.finditer(words) if not kind["all"])


def kinds_named(text: str, start: int, end: int) -> list[tuple[int, Sequence[Columns]]]:
    """Return where a stretch of a text names kinds of applicants, and which columns each name may mean."""
    named = _KINDS.finditer(text, start, end)
    return [(kind.end(), _ALL_BODIES if kind["all"] else ((str(kind.lastgroup),),)) for kind in named]


def columns_named(told: Told) -> list[Columns]:
    """Return the kinds of applicants that a number may be one of: the last one named, the last group, those listed."""
    head = told.own if told.claim.number is None else told.plain_head  # 法律服务机构的3件全部办结
    kinds = [*_KINDS.finditer(head)]
    begin = told.claim.place.start - len(head)
    over = [m.end() for m in _OF_ALL.finditer(head) if not _is_number_of_kind(told, begin + m.end())] if kinds else []
    kinds = [kind for kind in kinds if not over or kind.start() >= over[-1]]
    kinds = [kind for kind in kinds if not _is_by_the_way(told, head, kind)]
    if not kinds:
        return []
    found: list[Columns] = []
    for kind in (kinds[-1], *[k for k in kinds if k["all"]][-1:]):
        found += _ALL_BODIES if kind["all"] else [(str(kind.lastgroup),)]
    if "分别" in told.head or "依次" in told.head:
        found += [(str(kind.lastgroup),) for kind in kinds if not kind["all"]]  # 自然人、企业，分别收186件、22件
    listed = tuple(dict.fromkeys(str(k.lastgroup) for k in kinds if not k["all"]))
    bodies = tuple(column for column in listed if column != _PERSONS)
    return [columns for columns in dict.fromkeys([*found, listed, bodies]) if columns]


def _is_number_of_kind(told: Told, place: int) -> bool:
    """Whether words of all stand before the number of a kind, which goes on: 律所的申请(全年)有4件，…。其中公开2件."""
    number = next((c for c in told.before if c.place.start >= place), None)
    if number is None or not number.agrees or number.key not in ONE_KIND or not number.cells:
        return False
    clause = told.text[max(told.text.rfind(mark, 0, place) for mark in "，；：。（\n") + 1 : number.place.start]
    columns = {cell.rpartition(".")[2] for cell in number.cells}
    return not any(mark in clause for mark in "，；：。") and any(column in columns for column in columns_in(clause))


def _is_by_the_way(told: Told, head: str, kind: re.Match[str]) -> bool:
    """Whether a kind is told within a whole that goes on: 新收216件，其中自然人186件；办结213件, 以自然人为主."""
    if _MAINLY.match(head, kind.end()):
        return True
    clause = head[max(head.rfind(mark, 0, kind.start()) for mark in "，；：。") + 1 : kind.start()]
    if told.claim.rule_id == "N-05" or not clause.startswith("其中"):
        return False
    place = told.start + kind.start()
    return any(c.agrees and c.cells[:1] in _WHOLES and c.place.start < place for c in told.before)


def plain_column(told: Told) -> Columns:
    """Return the kind of applicants that a plain frame before a number names; () for none."""
    frames = [*_PLAIN.finditer(told.head)]
    if not frames:
        return ()
    kind = _KINDS.fullmatch(_SHORT.sub("", frames[-1]["kind"] or frames[-1]["head"] or frames[-1]["asked"]))
    rest = told.head[frames[-1].end() :]
    if kind is None or _KINDS.search(rest) or (_OF_ALL.search(rest) and not frames[-1]["asked"]):
        return ()
    return _ALL_BODIES[0] if kind["all"] else (str(kind.lastgroup),)


def only_column(told: Told) -> Columns:
    """Return the only kind of applicants that the sentence of a claim names before it; () for none or several."""
    before, colon, head = told.plain_head.rpartition("：")
    kinds = [*_KINDS.finditer(head)]
    if colon and not kinds and _are_all_of_column(told, before):
        head = told.plain_head  # 企业申请办结20件：公开11件、…；年底无结转
        kinds = [*_KINDS.finditer(head)]
    if len({kind.lastgroup for kind in kinds}) != 1 or kinds[0]["all"] or _OF_ALL.search(head, kinds[0].end()):
        return ()
    return (str(kinds[0].lastgroup),)


def _are_all_of_column(told: Told, before: str) -> bool:
    """Whether a part of a sentence names one kind of applicants, and every number up to the claim is right for it."""
    columns = {*columns_in(before)}
    counted = [c for c in told.before if c.number is not None and not c.is_share]
    if len(columns) != 1 or len(counted) < _FEWEST:
        return False
    return all(c.agrees and {cell.rpartition(".")[2] for cell in c.cells} == columns for c in counted)


_SHORT = pattern("^(?:商业|社会|科研(?=院所))")


def rows_named(told: Told) -> list[tuple[str, ...]]:
    """Return the rows of results, or of what was carried, that a kind of applicants may be counted in."""
    results: list[tuple[str, ...]] = []
    carried: list[tuple[str, ...]] = []
    for claim in told.before:
        if claim.number is None or claim.is_share:
            continue
        rows = tuple(dict.fromkeys(cell.rpartition(".")[0] for cell in claim.cells if cell.startswith("t3.")))
        if claim.rule_id == "N-05":
            results.append(rows)
        elif claim.rule_id == "N-03":
            carried += [(row,) for row in rows]
    behind = _ROW_BEHIND.match(told.text, told.claim.place.end)
    named = [m[1] or m[2] for m in _ROW_FRAME.finditer(told.head)] + ([behind[1]] if behind else [])
    if _AMONG.match(told.text, told.claim.place.end):
        named += [name for name in GROUPS if name in told.head]  # 自然人的36件无法提供…；企业的6件里，…
    results += [told.results.rows[name] for name in named]
    if _RESULTS.search(told.head):
        results.append((*told.results.rows["予以公开"], *told.results.rows["部分公开"]))
    is_done = _DONE.match(told.text, told.claim.place.end) or _LIST_BEHIND.match(told.text, told.claim.place.end)
    if is_done or _DONE_BEFORE.search(told.own):
        carried.append((HANDLED_ROW,))  # 企业的21件办结件
    pairs = [(*a, *b) for a, b in pairwise(results) if a != b]
    return [rows for rows in dict.fromkeys([*results, *carried, *pairs]) if rows]


def is_of_a_time(told: Told) -> bool:
    """Whether a number is told of a part of the year: 上半年新收121件，办结109件."""
    return told.claim.key != NONE_LEFT and bool(_TIME.search(told.head[told.part - told.start :]))
