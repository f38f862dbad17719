"""What stands behind a paper and tells why it was made out, which is no list of its parts (N-24).

发出收费通知1件：同一申请人交来13件，超出免费10件的3件按件计收: applications are counted there, and not notices.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count

_PAPER = pattern(
    "(?:通知书?|告知书|决定书|答复书|意见书|建议书|催告书|缴款书|提示函|函件?|票据|收据|文书|单据|凭证|账单|罚单|笔录)(?:共|计|合计|为|了)?$"
)
"""发出收费通知1件"""
_CAME_IN = pattern(
    "交来|[提递报送寄]来|提[交出]|递交|申请|寄来|收到|来件|来信|[超多]出|超过|[超满]|免费|免收|上限|限额|起征"
    "|一次|分次|分批|一人|同一|该人|此人"
)
_ITS_KIND = pattern(
    "通知|告知|决定|答复|意见|建议|函|票|文书|单据|凭证|罚单|笔录|开[具出]|发[出给]|制发|送达|寄[出给送]|下达"
)
"""向企业(发出)2件、向个人发出1件: parts of the papers themselves."""


def tells_story(total: Count, parts: Sequence[Count]) -> bool:
    """Whether numbers behind a paper count what it is about, since they are told to have come in, or to be free."""
    if total.start > parts[0].start or not _PAPER.search(total.head):
        return False
    heads = [part.head for part in parts]
    return any(map(_CAME_IN.search, heads)) and not any(map(_ITS_KIND.search, heads))
