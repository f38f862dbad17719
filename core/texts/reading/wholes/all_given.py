"""Reads that all got what they asked for: 均向申请人公开了所需信息, 申请人均拿到了所需材料."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.form.known_cells import GRANTED_ROW, PARTIAL_ROW, in_row
from core.texts.language.grammar import BOUNDARY, DONE
from core.texts.language.meanings import Role

_ASKERS = "(?:各)?(?:申请人|申请者|申请群众|当事人|群众|其)"
_GAVE = "(?:依法|如实|完整|及时|全部|书面)*(?:公开|提供|反馈|发送|寄送|送达)了?"
_ASKED_FOR = "(?:其|所|他们|申请人|全部|全套)*(?:申请公开|申请获取|申请|需要?|想要|请求|相应|相关|有关)+的?|其|全部"
_THINGS = "(?:政府|档案|文件)?(?:信息|材料|内容|文件|资料)"
_GIVEN = pattern(
    f"{DONE}(?:如实|完整|顺利|全部|主动)*(?:[向给为]{_ASKERS}{_GAVE}|(?:获得|获取|得到|拿到|取得|收到)了?)"
    f"(?:{_ASKED_FOR}){_THINGS}{BOUNDARY}"
)


def given_to_all(text: str, start: int, end: int) -> int | None:
    """Return where the words end that all got what they asked for, behind 均; None for other words."""
    given = _GIVEN.match(text, start, end)
    return given.end() if given else None


def cells_if_all_given(roles: Sequence[Role]) -> list[str]:
    """Return the cells of the results that are then 0."""
    cells = dict.fromkeys(code for role in roles for code in role.alternatives("")[0])
    return [code for code in cells if not in_row(code, GRANTED_ROW, PARTIAL_ROW)]  # so may be said of both
