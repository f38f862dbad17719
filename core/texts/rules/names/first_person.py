"""Finds a report that calls itself or its place what it is not (我镇, 我县), or is signed by another unit (N-10)."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import holds_one, last_of, pattern
from core.texts.language.phrases import FULL_NAME
from core.texts.rules.names.authors import is_own
from core.texts.rules.names.names_of_units import parts_of, sort_of
from core.texts.rules.views import Span, sentence_around

_HAN = "[\u4e00-\u9fff]"
_TIME = r"(?:(?:20\d\d年度?|本年度?|今年(?:以来)?|全年|年内|一年来|目前|下一步|同时|此外)，?)?"
_OUR_CLAUSE = rf"(?:^|(?<=[。；，\n]))[ \u3000]*{_TIME}"
_SAID = pattern(
    rf"{_OUR_CLAUSE}(?P<name>[我本](?P<kind>镇|乡(?!村)|街道(?!办)|街道办事处|局(?!部)|厅|委(?!员|托|派|任)))"
    "(?!街|本土|居民|户籍|村民|群众|籍|下属|公安|[”》])",
    needs=["我镇", "我乡", "我街道", "我局", "我厅", "我委", "本镇", "本乡", "本街道", "本局", "本厅", "本委"],
)
"""(我镇)把信息公开纳入考核, in the report of a bureau"""
_SAID_BY_HOUSES = pattern(
    rf"(?:{_OUR_CLAUSE}|(?<=请[与同向到])|(?<=不服)|(?<=[，。；]对)(?=[我本][^，。；]{{1,4}}(?:作出|提起|的?答复)))"
    r"(?P<name>我(?P<kind>部(?![分队委署级位件]|门(?!户))|所(?![有在属需知见说做述能谓示涉提答作辖列])|站(?![点在])|处(?![理置于罚分以在])"
    r"|会(?![议同上计在场员将要把])|司(?![法机])|社(?!会|区)|园(?![区林内艺])|办(?![理结事法公件案学好]))"
    r"|[我本](?P<same>中心(?!城|小学|[镇村])|院(?![落内])|馆|校(?![园内外])|[大支总]队|公司|集团|管委会|学校))",
    needs=[f"{who}{what}" for who in "我本" for what in ("中心", "院", "馆", "校", "大队", "支队", "总队")]
    + [f"{who}{what}" for who in "我本" for what in ("公司", "集团", "管委会", "学校")]
    + [f"我{what}" for what in "部所站处会司社园办"],
)
"""(我中心)每日更新接种点信息, in the report of a bureau"""
_SAID_BY = pattern(
    "[称答]，|在[^，。；]{1,10}中(?:明确|指出|提出|说明)|批复|(?:[说问称道复函书信条]|内容|如下|标题|意见|要求|请求|事项|[名题]为|其)：|表示|反映|来[信电访函]|复函|答复|写[明道]|留言|申请人|例如|比如|咨询|提出|诉求|信访|投诉|申请(?:公开|书)|查询"
)
"""Words before it that may tell what others say of themselves."""
_FOR_THEM = pattern("(?:^|(?<=[，；]))(?:为|对|针对|围绕)[^，；]*，")
"""为方便群众查询，: those who ask are no speakers."""
_ONCE = pattern(
    "(?:撤|改|转)[^，。；]{0,2}[镇乡县区]|撤并|更名|改设|原(?![则因件告来材始野料创文有貌])|划[入转]|挂靠|派出|驻(?!村)|代[管章]|何时|为何|能否|是否"
)
"""Words of a sentence that may tell what the unit was before, or what somebody asked."""
_QUOTED = ("“", "”"), ("「", "」"), ("《", "》"), ("‘", "’")
_CALLED_OTHERWISE = (
    ("局", ("镇", "乡", "街道", "街道办事处", "厅", "委")),
    ("管理委员会", ("镇", "乡", "街道", "街道办事处", "局", "厅")),
    ("管委会", ("镇", "乡", "街道", "街道办事处", "局", "厅")),
    ("委员会", ("镇", "乡", "街道", "街道办事处", "局", "厅")),
    ("办公室", ("镇", "乡", "街道", "局", "厅")),
    ("厅", ("镇", "乡", "街道", "街道办事处", "局", "委")),
    ("镇人民政府", ("乡", "街道", "街道办事处", "局", "厅", "委")),
    ("乡人民政府", ("镇", "街道", "街道办事处", "局", "厅", "委")),
    ("街道办事处", ("镇", "乡", "局", "厅", "委")),
    ("县人民政府", ("镇", "乡", "街道", "局", "厅")),
    ("区人民政府", ("镇", "乡", "街道", "局", "厅")),
    ("市人民政府", ("镇", "乡", "街道", "局", "厅")),
    ("中心", ("镇", "乡", "街道", "厅")),
    ("公司", ("镇", "乡", "街道", "局", "厅", "委")),
    ("院", ("镇", "乡", "街道", "厅")),
    ("队", ("镇", "乡", "街道", "厅")),
    ("馆", ("镇", "乡", "街道", "厅")),
    ("联合会", ("镇", "乡", "街道", "局", "厅")),
)
"""How units end, and what none of them is."""
_HOUSES = (
    ("部", "部"),
    ("所", "所"),
    ("站", "站"),
    ("处", "处"),
    ("会", "会"),
    ("司", "司"),
    ("社", "社"),
    ("园", "园"),
    ("中心", "中心"),
    ("院", "院"),
    ("馆", "馆"),
    ("校", "校"),
    ("学校", "校"),
    ("大队", "队"),
    ("支队", "队"),
    ("总队", "队"),
    ("公司", "公司"),
    ("集团", "公司"),
    ("管委会", "管"),
)
"""What a unit of none of the kinds above is, and what its name then holds."""
_WITHOUT_OFFICE = ("局", "厅", "镇人民政府", "乡人民政府")
"""Units for which no 办 speaks."""
_SAID_OF_PLACE = pattern(
    rf"{_OUR_CLAUSE}(?P<name>[我本](?P<kind>[县旗区市州盟]))(?![域间长场级籍内外立人民]|户籍|本土|居民|群众|[”》])",
    needs=[who + sign for who in "我本" for sign in "县旗区市州盟"],
)
"""(我区)将政务公开纳入综合绩效考核, in the report of a county"""
_REGIONS = pattern("广西|宁夏|西藏|内蒙古|新疆|自治区|[旗盟]")
"""Where 我区 is the region."""
_OUR_NUMBERS = pattern(
    "公开(?:各类)?(?:政府)?信息\\d|(?:收到|新收|受理)[^，。；\\d]{0,14}申请\\d|[没未无]有?(?:发出|收取)[^，。；]{0,12}费"
    "|因政府信息公开|被(?:提起|申请)|[没未无]有?其他需要报告|编制[^，。；]{0,16}年度报告"
)
"""What our report does not tell of a place above us."""
_OF_A_DISTRICT = pattern(
    "(?<!治)区政府办公室|(?<!治)区(?:人民)?政府(?:门户)?网站[^，。；]{0,12}\\d|区直[^，。；]{0,8}镇|各(?:乡?镇|街道|村|社区)"
)
"""What a district has, but no region."""
_WITHIN_CITIES = "县旗区"
_BELOW = ("县", "州", "、", "和", "级")
"""What follows 我市 where all cities of a province are meant: 我市县两级."""
_NEAR = 40
"""Characters behind 我市 that tell what it did."""
_SEAL = "(?:[（(](?:盖章|公章|章)[）)])?"
_SIGNATURE = rf"(?P<name>{_HAN}{{2,30}}?(?:局|委员会|厅|人民政府|街道办事处|管委会)(?:办公[室厅])?){_SEAL}"
_YEAR = r"(?:20\d{2}|二[〇○零]..)\s*年"
_MONTH = r"\s*(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月"
_DAY = r"\s*[\d一二三四五六七八九十]{1,3}\s*日"
_SIGNED = (
    pattern(
        rf"(?:^|(?<=[。；\n])|(?<=[^》][（(]))[ \u3000]*{_SIGNATURE}[，,\s]*{_YEAR}{_MONTH}{_DAY}[。）)\s]*\Z",
        re.MULTILINE,
    ),
    pattern(rf"^[ \u3000]*{_SIGNATURE}\s*{_YEAR}{_MONTH}\s*\Z", re.MULTILINE),
    pattern(rf"(?:(?<=。)|\n[ \u3000]*{_YEAR}{_MONTH}(?:{_DAY})?)\s*\n[ \u3000]*{_SIGNATURE}\s*\Z"),
)
"""(白石镇人民政府)，2025年1月15日。 at the end of a text; the name below the day or without one on its own line."""
_END = 90
"""Characters at the end of a text that hold a signature."""
_TOWNSHIPS = ("镇人民政府", "乡人民政府", "街道办事处")
_LIKE = (_TOWNSHIPS, ("县人民政府",), ("区人民政府",), ("市人民政府",), ("局",), ("委员会",), ("厅",), ("管委会",))
_LAST_CHARACTERS = ("日", "月", "局", "厅", "府", "处", "会", "室", "章")
"""What a text ends with that is signed."""


def called_otherwise(text: str, unit: str) -> tuple[Span, ...]:
    """Return where a text speaks of us as of a unit of another kind, or of our place as of another one."""
    others = _selves_of_others(unit)
    if not holds_one(text, others):
        return ()
    found = [
        *_SAID.finditer(text),
        *_SAID_BY_HOUSES.finditer(text),
        *(said for said in _SAID_OF_PLACE.finditer(text) if _is_other_place(text, said, unit)),
    ]
    found = [said for said in found if said["name"] in others and not _may_be_of_others(text, said)]
    return tuple(Span(*said.span("name"), said["name"]) for said in found[:1])


@lru_cache(maxsize=64)
def _selves_of_others(unit: str) -> tuple[str, ...]:
    """Return what a unit may only by mistake call itself or its place: 我镇, 我县, in the report of a city."""
    kinds = next((kinds for end, kinds in _CALLED_OTHERWISE if unit.endswith(end)), ())
    houses = [house for house, sign in _HOUSES if sign not in unit] if kinds else []
    houses += ["办"] if unit.endswith(_WITHOUT_OFFICE) else []
    levels = levels_of(unit)
    places = [sign for sign in "县旗区市州盟" if levels and sign not in levels]
    return tuple(f"{who}{what}" for what in (*kinds, *houses, *places) for who in "我本")


def _may_be_of_others(text: str, said: re.Match[str]) -> bool:
    """Whether others may speak of themselves there, or we of what was before."""
    sentence = sentence_around(text, *said.span())
    before = text[last_of("。！？\n", text, 0, said.start("name")) + 1 : said.start("name")]
    is_quoted = any(before.count(opening) > before.count(closing) for opening, closing in _QUOTED)
    return is_quoted or bool(_SAID_BY.search(_FOR_THEM.sub("", before)) or _ONCE.search(sentence))


@lru_cache(maxsize=64)
def levels_of(unit: str) -> str:
    """Return the levels of the places that a unit is or lies in, as far as its name tells it."""
    ours, sort = parts_of(unit), sort_of(unit)
    if ours is None or ours.kind.endswith("分局") or sort == "park":
        return ""
    levels = "".join(sign for sign in "省市州盟县旗区" if sign in ours.place + (ours.kind if sort == "county" else ""))
    return levels if sort != "town" or any(sign in levels for sign in _WITHIN_CITIES) else ""


def _is_other_place(text: str, said: re.Match[str], unit: str) -> bool:
    """Whether a unit can neither be nor lie in a place that is not of its name; of one above by what it did."""
    if said["kind"] in "县旗":
        return True
    sentence = sentence_around(text, *said.span())
    if said["kind"] == "区":
        return not _REGIONS.search(unit) and bool(_OF_A_DISTRICT.search(sentence) or _OUR_NUMBERS.search(sentence))
    levels = levels_of(unit)
    if said["kind"] == "市" and "省" in levels and "市" not in levels:
        return not text.startswith(_BELOW, said.end())
    ours = next((level for level in _WITHIN_CITIES if level in levels), "")
    is_told_too = not ours or f"我{ours}" in sentence or f"全{ours}" in sentence
    return not is_told_too and bool(_OUR_NUMBERS.search(text, said.end(), said.end() + _NEAR))


@lru_cache(maxsize=256)
def signed_by_others(text: str, unit: str) -> tuple[Span, ...]:
    """Return the other unit of our kind whose name and day end a text."""
    if not text.rstrip("。）) \n\u3000").endswith(_LAST_CHARACTERS):
        return ()
    start = max(len(text) - _END, 0)
    signed = next((found for each in _SIGNED if (found := each.search(text, start))), None)
    if signed is None:
        return ()
    name, ours = (re.sub("办公[室厅]$", "", one) for one in (signed["name"], unit))
    is_alike = any(ours.endswith(kinds) and name.endswith(kinds) for kinds in _LIKE)
    is_other = FULL_NAME.match(name) and not is_own(name, ours)
    return (Span(*signed.span("name"), signed["name"]),) if is_alike and is_other else ()
