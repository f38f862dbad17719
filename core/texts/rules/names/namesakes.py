"""Other names of our own bureau (N-10): what it was called before a reform, or is called at other places.

怀岭县自然资源和规划局 is no short form of 怀岭县自然资源局 but the name of the same bureau elsewhere, 怀岭县环境保护局
that of one which is no more. Neither acts in a report, unless the sentence says why it is told.
"""

from __future__ import annotations

from functools import cache, lru_cache

from core.base.patterns import pattern
from core.base.short_names import stands_in_order
from core.base.toml_files import shipped_toml
from core.texts.rules.names import reasons
from core.texts.rules.names.foreign_units import bare_place
from core.texts.rules.names.names_of_units import Named, fields_of, named_units, parts_of, sort_of
from core.texts.rules.views import Span, sentence_around

_ENDS = pattern("(?:局|委员会|厅)$")
_NO_FIELDS = frozenset("和与")
_VAGUE_FIELDS = frozenset(("管理", "监督", "服务", "综合", "行政", "执法", "事务", "发展", "社会", "政务", "保障"))
"""What short forms leave out: 应急局, 市场监管局."""
_UNDER = frozenset(("综合", "行政", "执法", "服务"))
"""What offices under a bureau are called beside its name: 交通运输综合行政执法局."""
_NEVER_BOTH = ({"县", "区"}, {"县", "旗"}, {"区", "旗"})
_SHARED = frozenset(("城市", "城乡", "公共", "综合", "行政", "经济", "社会", "政务", "市场"))
"""First words that bureaus of one place share."""
_SUBORDINATE = pattern("执法|服务|监察|稽查|监测|交易|开发|公路|保护|检验|事业|中心")
"""What a bureau under another is named for."""
_SIGN = 2
"""Characters of the kind of a town: 镇, 街道."""
_PAST = pattern("(?:19|20[01])\\d年|以前|此前|当年|时期|历史|旧|曾|遗留|批文|档案|挂牌|牌子|加挂")
"""What tells of the time when a bureau was called otherwise, or has two names."""


def namesakes(text: str, unit: str) -> tuple[Span, ...]:
    """Return the names of our bureau that are not its own: a wrong one, or one of before."""
    return tuple(span for span, kind in _found(text, unit) if kind != "shorter")


def shorter_namesakes(text: str, unit: str) -> tuple[Span, ...]:
    """Return names that lack a field of ours: 南屿区教育局 for 南屿区教育体育局, an old name or a loose one."""
    return tuple(span for span, kind in _found(text, unit) if kind == "shorter")


@lru_cache(maxsize=256)
def _found(text: str, unit: str) -> tuple[tuple[Span, str], ...]:
    sort, ours = sort_of(unit), parts_of(unit)
    if ours is None or not (sort in ("town", "county") or (sort == "bureau" and _ENDS.search(unit))):
        return ()
    kind_of = _kind_of if sort == "bureau" else _kind_of_place
    found = []
    for named in named_units(text, sort):
        kind = kind_of(named, ours) if named.lead in ("", "compiles") else ""
        if kind and _is_told_of_us(text, named, ours):
            found.append((Span(named.start, named.end, named.name), kind))
    return tuple(found)


def _kind_of(named: Named, ours: Named) -> str:
    """Return how a name is ours otherwise: "longer", "shorter" or "old"; "" where it is ours or another's."""
    is_bare = named.place == named.level
    is_of_branch = ours.kind.endswith("分局") and named.place[:-1] in ours.kind
    is_of_place = not is_bare and (ours.place.endswith(named.place) or is_of_branch)
    if _is_of_other_level(named, ours) and named.kind == ours.kind:
        return "longer"
    is_of_place = is_of_place or named.kind.endswith(f"局{bare_place(ours.place)[:-1]}分局")
    if not (is_of_place or (is_bare and named.level == ours.level)) or named.name == ours.name:
        return ""
    field, own = _ENDS.sub("", named.kind), _ENDS.sub("", ours.kind.partition("局")[0])
    if field != own and any(now in own and field in old for now, old in _old_bureaus()):
        return "shorter" if stands_in_order(field, own) and is_of_place else "" if field in own else "old"
    if "分局" in ours.kind or "分局" in named.kind:
        is_as_branch = named.kind == f"{ours.kind}{bare_place(ours.place)[:-1]}分局"
        is_called_branch = is_of_place and "分局" not in ours.kind and named.kind == f"{ours.kind[:-1]}分局"
        return "longer" if is_as_branch or is_called_branch else ""
    theirs, mine = (set(fields_of(kind)) - _NO_FIELDS for kind in (field, own))
    if mine < theirs and not (theirs - mine) & _UNDER:
        return "longer"
    if mine == theirs and _ENDS.search(named.kind) and named.kind[-1] != ours.kind[-1] and not is_bare:
        return "longer"
    is_beside = (
        field[:2] == own[:2] and not is_bare and _ENDS.search(named.kind) and not _SUBORDINATE.search(named.kind)
    )
    if is_beside and field[:2] not in _SHARED and not theirs <= mine and not mine <= theirs:
        return "shorter"  # 教育科技局, of 教育体育局
    is_shorter = theirs < mine and not (mine - theirs) <= _VAGUE_FIELDS
    return "shorter" if is_shorter and not is_bare else ""


def _is_of_other_level(named: Named, ours: Named) -> bool:
    """Whether a place is ours but for what it is called: 云台县 for 云台区, never both."""
    theirs, own = (bare_place(n.place) if n.level else n.place + n.kind for n in (named, ours))
    return len(theirs) > _SIGN and theirs[:-1] == own[:-1] and {theirs[-1], own[-1]} in _NEVER_BOTH


def _kind_of_place(named: Named, ours: Named) -> str:
    """Return "longer" for 东陂街道 in the report of 东陂镇, 岚河区 in that of 岚河县; "" for other names."""
    if named.kind in "县区旗市":
        return "longer" if _is_of_other_level(named, ours) else ""
    is_same = named.kind != ours.kind and len(named.place) > 1 and bare_place(named.place) == bare_place(ours.place)
    return "longer" if is_same else ""


def _is_told_of_us(text: str, named: Named, ours: Named) -> bool:
    """Whether a name acts as its own unit does, and nothing says why it is told."""
    if named.lead == "compiles":
        return bool(reasons.ROLES["compiles"].match(text, named.end))
    said = sentence_around(text, named.start, named.end).replace(named.name, "□")
    if (
        reasons.NO_SUBJECT.match(text, named.after)
        or ours.name in said
        or (len(ours.kind) > _SIGN and named.kind != ours.kind and ours.kind in said)
    ):
        return False
    return not (reasons.TOLD_BESIDE.search(said) or _PAST.search(said))


@cache
def _old_bureaus() -> list[tuple[str, frozenset[str]]]:
    """Return parts of names of today, each with what bureaus were called of which these are a part."""
    bureaus = shipped_toml("form", "old_bureaus.toml")["bureaus"]
    return [(bureau["now"], frozenset(bureau["old"])) for bureau in bureaus]
