"""Who the lead says compiles the report, where that is not the unit (N-10), whatever kind of office either is.

Only who is named as the author counts: a superior, a government or an office that is mentioned is no author.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.base.short_names import stands_in_order
from core.texts.language.phrases import FULL_NAME
from core.texts.rules.views import Span

_HAN = r"[\u4e00-\u9fff]"
_NO_NAME = "(?!按|根据|依[据照]|遵照|结合|在|经|受|与|向|报|并|现|将|由|为|从|对|各|我|本|该|其|以)"
_ORGAN = "(?:局|厅|委|会|办|室|府|处|队|所|站|院|馆|校|学|社|部|心|公司|集团)"
_ALIAS = r"[（(]\s*(?:以下)?(?:统一)?简?称[^（）()\n]{1,24}[）)]"
_COMPILES = (
    r"，?(?:特|现|已)?(?:认真|组织|负责|牵头|统一|汇总){0,2}"
    r"(?:编制|编写|编撰|编报|汇编|制作)(?:了|并|和|、|完成|形成|本|《|20\d\d年|年度|政府信息|[。，；])"
)
_ON_GROUNDS = r"，?(?:根据|按照|依据|依照|结合)(?:(?!各|印发|下发|我|本[局委办镇乡单机])[^。\n]){2,120}?(?:编制|编写)"
COMPILED = "(?:编制|编写|编撰|汇编|汇总|起草|撰写|整理|形成)(?:形成|完成|而成|成|了)*"
THIS_REPORT = "本(?:年度|年)?(?:政府信息公开)?(?:工作)?(?:年度)?(?:报告|年报)"
_COMPILES_THIS = (
    "，?(?:根据|按照|依据|依照|结合|综合|汇总|汇集|在)"
    r"(?:(?!我[局委办厅院镇乡县市区省]|本[局委办厅院镇乡县市区省级单机]|印发|下发|据此|要求)[^。\n]){2,120}?"
    f"{COMPILED}{THIS_REPORT}"
)
"""(西峦县人民政府)根据各乡镇报送的情况汇编形成本年度报告: whatever is said of the grounds, it is this report."""
_AUTHOR = pattern(
    rf"(?:^|(?<=[，。；：\n由])|(?<=报告是)|(?<=报告系))[ \u3000]*{_NO_NAME}"
    rf"(?P<name>{_HAN}{{3,44}}?{_ORGAN}(?:[（(](?!以下|简称|下称)[^（）()\n]{{2,24}}[）)])?)"
    rf"(?:(?:{_ALIAS})?(?:{_COMPILES}|{_ON_GROUNDS}|{_COMPILES_THIS})|{_ALIAS}，?(?:20\d\d年|全年|认真|严格|高度重视|现将|特此))",
    re.MULTILINE,
    needs=["编制", "编写", "编撰", "编报", "制作", "称", "本报告", "本年"],
)
"""(云岭县水利局)（以下简称“县水利局”）编制本报告."""
_GOVERNMENT_OFFICE = pattern("(?:人民)?政府办公(?P<kind>[室厅])$")
_OFFICE_WITHIN = re.compile(
    "(?:党政|党群|政府信息公开|政务公开|信息公开|综合)*(?:工作)?(?:领导小组)?(?:办公室|办|[科股处室])$"
)
"""党政综合办公室 of 吉巷乡党政综合办公室: an office within the unit, which compiles for it."""


@lru_cache(maxsize=256)
def foreign_authors(lead: str, unit: str) -> tuple[Span, ...]:
    """Return the full names of offices that a lead names as its author and that are not the unit."""
    found = [Span(*match.span("name"), match["name"]) for match in _AUTHOR.finditer(lead)]
    return tuple(
        span
        for span in found
        if FULL_NAME.match(span.what) and (_is_above(span.what, unit) or not is_own(span.what, unit))
    )


def _is_above(name: str, unit: str) -> bool:
    """Whether a name is that of the office our own name begins with: 苍澜市生态环境局, of its 怀岭分局."""
    is_longer = name != unit and unit.startswith(name) and unit.endswith(("局", "办事处"))
    return is_longer and name.endswith(("局", "政府"))


def misnamed_offices(text: str, unit: str) -> list[Span]:
    """Return where the office of a government is called as the other kind: 某市人民政府办公厅 for 办公室."""
    kind = _GOVERNMENT_OFFICE.search(unit) if "政府办公" in text else None
    if kind is None:
        return []
    other = "室" if kind["kind"] == "厅" else "厅"
    place = unit[: kind.start()]
    if not FULL_NAME.match(place) or f"政府办公{other}" not in text:
        return []
    named = re.compile(f"(?<!原){re.escape(place)}(?:人民)?政府办公{other}(?!字|函|发|原|印发)")
    return [Span(*match.span(), match[0]) for match in named.finditer(text)]


_BRANCH = pattern("[^省市县州]{2,4}分局")
"""东城分局, in the report of the bureau that it is a branch of."""


def is_own(name: str, unit: str) -> bool:
    """Whether a name is the unit's, a short form of it (云岭县卫健委), longer than it, or an office within it."""
    first, mark, other = name.partition("和")
    if mark and first.endswith(("政府", "局", "委", "厅")):
        return all(unit and stands_in_order(one.removesuffix("办公室"), unit) for one in (first, other))
    if unit in name or name in unit:
        return not (name.endswith("人民政府") and unit in (f"{name}办公室", f"{name}办公厅"))
    if unit.endswith("局") and not unit.endswith("分局") and _BRANCH.fullmatch(name):
        return True
    if _OFFICE_WITHIN.fullmatch(name):
        return True  # 政府信息公开工作领导小组办公室
    name = name.replace("党工委", "")  # 高新区党工委管委会办公室
    place = FULL_NAME.match(name)
    bare = name[place.end() :] if place and not FULL_NAME.match(unit) else ""  # of 县卫生健康委员会
    shorts = (name, bare, _OFFICE_WITHIN.sub("", name))
    return any(stands_in_order(short, unit) for short in shorts if short)
