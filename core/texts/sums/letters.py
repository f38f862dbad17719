"""Knows lists of what letters and calls were about: 来电来信215件，其中公交线路130件，出租车95件."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count

_LETTERS = pattern("来[信电访]|留言|工单|信件|信箱|热线|邮件|诉求")
_OF_TABLES = pattern("申请|复议|诉讼|应诉|案件|许可|处罚")
_SUBJECT = pattern("(?:其中)?[\u4e00-\u9fff]{2,8}")
_NO_SUBJECT = pattern(
    "办|答|复|转|采纳|已|未|均|都|同时|涉及|反映|满意|当[场日]|按|超|逾|延|回|处[理置]|解决|化解|整改|完成|流转|受理|收到|通过|网|线上|线下|公开|重复|[实匿署]名|个人|企业|单位|群众|首次|有效|紧急|联名|电话|信$"
)
"""What became of letters, or how they came: other views of them than what they were about."""
_ALL_DONE = pattern("，(?:都|均|全部|全都|已全部|一一|逐一)[^，；。\\d]{0,10}(?:[，；]|$)")
"""公交130件，出租车95件(，都回了)，回得不满意的有8件: the list has ended."""
_ANOTHER = pattern("\\d(?![\\d.]*%)")
"""A number that is no rate (满意率98%)."""


def are_subjects_of_letters(text: str, place: int, parts: Sequence[Count], totals: Sequence[Count]) -> bool:
    """Whether parts name what letters were about and end their sentence, so that they cannot be more than these."""
    if len(parts) < 2 or not _LETTERS.search(text, 0, place) or _OF_TABLES.search(text):
        return False
    end = len(text) if _ALL_DONE.match(text, parts[-1].end) else parts[-1].end
    are_subjects = all(_SUBJECT.fullmatch(p.head) and not _NO_SUBJECT.search(p.head) for p in parts)
    are_alike = len({p.head.endswith("类") for p in parts}) == 1
    return are_subjects and are_alike and len(totals) == 1 and not _ANOTHER.search(text, end)
