"""Knows what came of some applications of a kind where that stands behind them: 8件自然人申请和1件企业申请得到公开.

Such a number is one of the crossing of row and column, never all that the kind asked for. So is none of all that was
received what 收到的申请中有2件 counts.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.form.known_cells import OF_ALL_KINDS, RECEIVED_ROW, in_row
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.language.role_keys import NEW
from core.texts.reading.sentence.share_checks import added

_ASKED = "(?:政府信息公开|信息公开)?(?:申请|来件|办件)"
_KIND = (
    "(?:自然人|公民|个人|(?:商业)?企业|公司|科研机构|科研院所|高校|(?:社会)?公益组织|社会组织|社会团体|法律服务机构|律师事务所|律所|其他组织|法人)"
    "(?:提出|提交)?的?"
)
_MORE = f"(?:[、，]|以及|[和及与])(?:\\d+件{_KIND}(?:{_ASKED})?|{_KIND}\\d+件(?:{_ASKED})?)"
_GOT = "(?:得到|获得|获准|获批|准予|同意|得以|予以|给予|作出|[获被作])(?:了)?"
_GIVEN = pattern(
    f"(?:[件宗份])?(?:{_KIND})?(?:{_ASKED})?(?:{_MORE})*(?:申请)?(?P<all>均|都|全部)?(?:已|依法|最终|经审查)*"
    f"(?:{_GOT}(?:完全|全部|全文|全|如数)?(?P<granted>公开)(?!申请|条例)|(?:{_GOT})?(?P<partial>部分公开)|(?:{_GOT})?(?P<other>不予公开|无法提供|不予处理))"
)
"""8件自然人(申请和1件企业申请得到完全公开)"""
_NUMBER_FIRST = pattern(f"\\d[件宗份]{_KIND}")
"""(5件自然人)申请得到公开 may be some of these; 自然人有5件部分公开 says how many."""
_SOME_OF_ALL = pattern(
    "(?:收到|受理|新收|接收|接到|登记|办理)(?:到)?的?(?:全部|所有|各类|政府信息公开|信息公开)*申请[当之]?[中里]，?(?:仅|只|共|也|还|另)*有?\\d+[件宗份]$"
)
"""(收到的申请中有2件)需要征求第三方意见"""
_CAME_IN = pattern("收到|新收|受理|接收|接到|登记")


def is_kind_given(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number of a kind of applicants is that of the result behind it, or may be some of these.

    Where all are said to have it (自然人申请8件均予以公开), it may be all of the kind, unless it is right so.
    """
    claim = told.claim
    if claim.number is None or claim.is_share or not claim.cells:
        return False
    if any(not in_row(cell, RECEIVED_ROW) or cell.endswith(OF_ALL_KINDS) for cell in claim.cells[:1]):
        return False
    given = _GIVEN.match(told.text, claim.place.end)
    if given is None or _CAME_IN.search(told.own + claim.quote):
        return False
    name = given["other"] or ("部分公开" if given["partial"] else "予以公开")
    columns = dict.fromkeys(cell.rpartition(".")[2] for cell in claim.cells)
    known = added(tuple(f"{row}.{column}" for row in told.results.rows[name] for column in columns), numbers)
    is_open = not given["all"] and bool(_NUMBER_FIRST.search(told.text, claim.place.start, given.end()))
    return known is not None and (claim.number == known or (claim.number < known and is_open))


def is_some_of_all(told: Told, _numbers: Mapping[str, Number]) -> bool:
    """Whether a number is told of some of those received, whatever the words behind it say of them."""
    claim = told.claim
    if claim.key not in NEW or claim.number is None or claim.number >= max(claim.sums, default=0):
        return False
    return bool(_SOME_OF_ALL.search(told.text[told.part : claim.place.end + 1])) or bool(
        _SOME_OF_ALL.search(told.text[told.part : claim.place.end])
    )
