"""Finds matters of which more are done and pending than there were: 来信1204件，其中已办结1190件，正在办理24件.

Applications and cases are compared with the tables, and have those of the year before beside them; they are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import NO_PART, Sums

_DONE = pattern(
    "^(?:其中)?(?:已|均|年内|全部|按期|按时)*(?:办结|办理|答复|回复|处理|解决|化解|整改|完成)+(?:回复|答复|完毕|的|了)*$"
)
_PENDING = pattern(
    "^(?:还有|另有|其余|剩余|尚|仍|还|有)*(?:正在|尚在|仍在|在)(?:抓紧)?(?:办理|处理|核查|核实|整改|推进|研究|流转)中?的?$"
    "|^(?:还有|另有|其余|剩余|尚|仍|还|有)*未(?:办结|办理|答复|回复|处理|解决|完成)的?$"
)
_SOME_LEFT = pattern("^(?:还|另|仍|尚|现|其余|剩余)*有?$")
_PENDING_BEHIND = pattern(
    "(?:正在|尚在|仍在|还在|在)(?:抓紧|积极)?(?:办理|处理|核查|核实|整改|推进|研究|流转|协调)|(?:尚|还)?未(?:办结|答复|回复|处理|解决|完成)"
)
"""尚有3件(正在办理)"""
_OTHERS_TOO = pattern("结转|上年|去年|往年|以前|遗留|积压|[；：（）]|含|延期|重复")
_OF_TABLES = pattern("申请|复议|诉讼|应诉|案件")


def done_and_pending(text: str, counts: Sequence[Count]) -> Sums:
    """Yield matters that are fewer than those done and those pending of them, told right behind."""
    if len(counts) < 3 or _OF_TABLES.search(text):
        return
    for whole, done, pending in zip(counts, counts[1:], counts[2:], strict=False):
        is_pending = _PENDING.match(pending.head) or (
            _SOME_LEFT.match(pending.head) and _PENDING_BEHIND.match(text, pending.end)
        )
        if not (_DONE.match(done.head) and is_pending):
            continue
        is_plain = len({whole.unit, done.unit, pending.unit}) == 1 and not any(
            c.is_rough for c in (whole, done, pending)
        )
        if not is_plain or NO_PART.search(whole.head) or _OTHERS_TOO.search(text, 0, pending.start):
            continue
        if any(c.unit != whole.unit for c in counts if c.end <= whole.end):
            continue  # 留言52条、来信8件，其中已答复58条: perhaps of both
        told = sum(c.value for c in counts if c.end <= whole.end and c.unit == whole.unit)
        if done.value + pending.value > told:
            yield whole, (done, pending), "more"
