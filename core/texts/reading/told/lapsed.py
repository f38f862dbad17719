"""Documents whose words are all known; those that lapsed count as repealed, unless others are told so."""

from __future__ import annotations

from dataclasses import replace

from core.base.patterns import pattern
from core.texts.language.meanings import Role

_DOCUMENTS = ("rules_", "normative_")
_LAPSED, _REPEALED = "失效", "repealed"
_CHANGED_TOO = pattern("废止|修改|修订")


def without_veto(role: Role) -> Role:
    """Return the role of a number on documents, all words of which are known: none of them narrows it."""
    return replace(role, veto=None) if role.key.startswith(_DOCUMENTS) else role


def is_lapsed_beside(role: Role, own: str, right: str, sentence: str) -> bool:
    """Whether lapsed documents are told beside those repealed or changed: 废止3件、(宣布失效2件)."""
    is_lapsed = _REPEALED in role.key and "废" not in own and (_LAPSED in own or right.startswith(_LAPSED))
    return is_lapsed and bool(_CHANGED_TOO.search(sentence))
