"""Knows that a number tells by how many there are more or fewer than before, not how many: 今年多办结19件.

多 or 少 stands right before the number (复议多6件), or before the verb of it (多接8件); ahead of that verb only the
time and the office may stand (2024年办结72件，本年度多办结19件). 大多办结19件 and 多部门办结19件 are no differences.
"""

from __future__ import annotations

from core.base.patterns import holds_one, pattern

_MORE_BY = pattern(
    "(?:(?<![至最不很许大居偏么诸繁])多|(?<![不至最缺较偏])少|(?<![新累])增|(?<![扣削])减|(?<![抬])[升降涨跌])[了出]?$"
)
"""与上年相比，复议(多)6件、诉讼(少了)2件: by how many, not how many."""
_MOVED = "多少增减升降涨跌"
_MORE_OR_LESS = ("多", "少")
_MORE_DONE = pattern(
    "(?:□□□本年|本年|今年|当年|今|全年|年内|[上下]半年|我[局委办厅院镇乡街区县市州]|本[局委办厅院镇乡街级机关单位]+|度|[共则却又还也就])*"
    "[多少](?:(?:予以|部分|主动|依法|不予)*公开|新收|收到|接到|接收|接|收|受理|办理|办结|办|答复|答|回复|处理|结转|转|作出|审结)"
    "了?(?:政府信息公开|信息公开|政府信息|依申请公开|行政(?:许可|处罚|强制|复议|诉讼)(?:决定)?|申请|案件|的)*"
)
"""比上年（50件）(多接)8件, (今年多公开)7件"""


def tells_difference(own: str) -> bool:
    """Whether the words of the clause before a number say that it is one by which others differ."""
    if holds_one(own[-2:], _MOVED) and _MORE_BY.search(own, max(len(own) - len("多了"), 0)):
        return True
    return holds_one(own, _MORE_OR_LESS) and bool(_MORE_DONE.fullmatch(own))
