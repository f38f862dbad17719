"""Finds the other unit whose work the report is said to tell of (N-10): 反映2024年桂园街道办事处履行公开职责的情况."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.rules.names.authors import is_own
from core.texts.rules.names.foreign_units import is_no_place
from core.texts.rules.names.names_of_units import PLACE_SIGN, parts_of, sort_of
from core.texts.rules.views import Span, sentence_around

_DAY = r"20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_TIME = rf"(?:自|从|了|{_DAY}|起|[至到]|—{{1,2}}|-|止|期间|20\d\d\s*年度?|本年度?|全年|[，,\s]|的)*"
_TELLS = "(?:反映|展示|展现|呈现|总结|回顾|概括|记录|介绍|说明|体现|汇报)"
_REFLECTED = pattern(
    rf"(?:{_TELLS}|现将){_TIME}(?P<name>(?!{_TELLS}){PLACE_SIGN}{{2,24}}?(?:街道办事处|[街镇乡]道?人民政府|街道|局|委员会|厅|管委会|人民政府|(?<=[\u4e00-\u9fff]{{2}})[镇乡]))"
    rf"(?:机关)?{_TIME}(?:认真|依法|全面|深入|扎实)*(?:履行|开展|推进|做好|贯彻|落实|实施|执行)?[^，。；：《》\n]{{0,4}}"
    r"(?:政府信息公开|信息公开|政务公开)[^，。；：《》\n]{0,12}(?:情况|成效|进展|成果|全貌|数据|状况)",
    needs=["反映", "展", "呈现", "总结", "回顾", "概括", "记录", "介绍", "说明", "体现", "汇报", "现将"],
)
_SEVERAL = pattern("[和与及、]|各|所属|下属|辖|部门|有关|两级|系统|单位")
_TOLD_BESIDE = pattern("上级|考核|通报|划[入转]|合并|更名|撤销|转[来隶]|学习|借鉴|代管|此前|原(?!则|因)")


def reflected_units(text: str, unit: str) -> tuple[Span, ...]:
    """Return the names of other units of our sort whose openness a sentence says that it tells of."""
    if "公开" not in text:
        return ()
    spans = (Span(*match.span("name"), match["name"]) for match in _REFLECTED.finditer(text))
    return tuple(span for span in spans if _is_another(span.what, unit) and not _is_told_beside(text, span))


def _is_another(name: str, unit: str) -> bool:
    """Whether a name is that of another unit of our sort, with a place of its own."""
    named, sort = parts_of(name), sort_of(unit)
    if named is None or not sort or sort_of(name) != sort or _SEVERAL.search(named.place) or is_no_place(named.place):
        return False
    return not is_own(name, unit) and named.place != named.level


def _is_told_beside(text: str, span: Span) -> bool:
    """Whether a sentence names our unit too or says why another one is told of."""
    return bool(_TOLD_BESIDE.search(sentence_around(text, span.start, span.end)))
