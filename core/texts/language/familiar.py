"""Whether the words around a number are known, so that it surely counts what it was taken for.

引导撤回重复申请3件 is read as 重复申请; of 引导撤回 nothing is known. So the number is listed as 未识别 and not judged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from core.base.patterns import any_of, fill, pattern
from core.base.short_names import stands_in_order
from core.texts.language import grammar
from core.texts.language.concepts import Concepts
from core.texts.language.own_field import without_field_of_requests, without_own_field
from core.texts.language.own_hall import without_own_hall
from core.texts.language.whole_county import without_whole_county

_SAME_MATTER = ("N-01", "N-03", "N-04", "N-05", "N-06")
"""Rules on applications and what became of them: the numbers of one stand among those of another."""

_OF_POWERS, _CARRIED = "N-07", "N-03"
_BY_ANYBODY = ("N-01", "N-04")
_WORDS_OF = {"N-02": "N-01"}
"""Rules that share their familiar words with another."""

_BECAUSE = pattern(
    "(?:因|由于)(?:[^，；：。]{2,40}?(?:原因|缘故|因素)"
    "|[^，；：。]{2,30}?(?=，?(?:(?:才|故|已|均|将|依法|按规定|依规|只能|只好|只得|经批准)*)(?:而|需|须)?(?:结转|顺延|延期|延至|延长(?!答复|办理)|跨|转入|转至|转到|留到|移到))"
    "|[^，；：。]{2,30}?(?=，?(?:仍|尚|还|均|都)?(?:未能|没能|没有|未|没|来不及|没来得及|无法|不能)(?:在|于|按|年内|及时|赶在|当年)?[^，；：。]{0,8}?(?:办结|办完|答复|办理完毕|审结|结案)))"
)
"""因征求第三方意见等原因(未能办结): a cause does not narrow what is carried over."""
_CARRIED_BECAUSE = pattern("(?:因|由于|鉴于|考虑到)[^，；：。]{2,40}$")
"""其余2件(因须征求意见、一时难有定论)，转入下年"""
_SOMEBODY = pattern("[\u4e00-\u9fff]某{1,2}(?:[、和][\u4e00-\u9fff]某{1,2})*(?:等人?|等\\d+[人名户])?")
"""参保人(李某等人): who it was changes nothing."""
_AND_SUCH = pattern(
    "^[^，；：。]{2,14}等(?=商业企业|企业|社会公益组织|科研机构|法律服务机构)|^.*(?:等|、|并)(?=(?:作出|办理|实施|下达)?(?:行政)(?:许可|处罚|强制|事业))"
)
"""取水、采砂等(行政许可), 查处违法用地并(作出行政处罚)."""
_WITHIN_YEAR = pattern("(?<=年)度?[内间里]|(?:(?<=[年期岁][底末终])|(?<=◇))[之那]?(?:时[候点]?|一?天|当[天日])")
"""□□□本年(内)县水利局新收: says nothing that a whole year does not, nor 年底(时) what 年底 does not."""
_ASIDE = pattern(
    r"连续[两二三四五\d]+年|(?:平均)?每个?(?:月|季度?|周)|月均|\{[^{}]*\}|【[^】]*】|\d+[件宗起例]?|[一二两三四五六七八九十]+[件宗起]"
)
"""{旁注}, (全部)173件"""
_A_FIRM = "(?:纳税人|市场主体|经营主体|企业|单位|法人|社会组织|用人单位|经营者)"
_A_PERSON = "(?:缴费人|群众|社会公众|公众|公民|个人|自然人|居民|村民|市民|职工|参保人)"
_OF_ALL = "(?:全[县市区省]|辖区内?|广大|各类|不同|，)*"
_PIECE = "[^，；：。、\\d涉关类案反]{2,10}"
_ANYBODY = pattern(
    f"(?<=来自|收到|受理|接收|接到)(?:来自)?{_PIECE}(?:(?:以及|[、和及与]){_PIECE})*等(?:各|不同|多|社会各)(?:类|方面?|个|界|种)*"
    "(?:主体|群体|人群|申请人|对象|人员)?(?=的|提|递|政|信|申)"
    f"|(?:来自)?{_OF_ALL}(?:{_A_FIRM}(?:以及|[、和及与])?{_OF_ALL}{_A_PERSON}|{_A_PERSON}(?:以及|[、和及与])?{_OF_ALL}{_A_FIRM})"
    "(?:等(?:主体|群体|方面)?)?"
)
"""(纳税人缴费人)提出的申请, (企业、群众等各类主体)的申请: whoever asks."""
_OUR_ROOMS = pattern(
    "(?:[经由]|分送|交由)?(?:(?:各|全体)(?:承办|业务|内设|责任|相关|有关|职能|牵头)*)(?:处室|科室|股室|内设机构)"
    "(?:(?:以及|[、和及与])(?:各|所属|下属|相关)*(?:直属单位|下属单位|派出机构|直属机构|所属单位))?(?:共同|分头|协同)?"
    "(?:(?:分办|承办|会办|会签|会商|审核|办理|研究)后)?(?!各|分别|平均|都|均)"
)
"""(各业务处室及直属单位分办后)办结388件: all rooms of ours, and what they did first."""
CITED = pattern(
    "(?:依据?|根据|依照|按照?|符合|援引)(?:▢{4}|▢{10}|▢{17})(?!▢)的?(?:规定|要求)?|"
    "(?:依据?|根据|依照|按照?|符合|援引)(?:▢{9}|▢{15}|▢{22})(?!▢)的?(?:规定|要求|(?:形式)?要件)?的?(?=[提递接收受向申政信]|$)|"
    "(?:依据?|根据|依照|按照?)(?:▢{8}|▢{14}|▢{21})(?!▢)的?(?:规定|要求)?的?(?=不予)",
    needs=("▢",),
)
"""(依《条例》第二十七条)提出的申请37件: the 条例, known by the length of its name, and an article of two digits."""
_ABOVE = ("中华人民共和国", "国家税务总局")
_SHORTEST_NAME = 4
_PLACES = pattern("[\u4e00-\u9fff]{2,7}?(?:自治[区州县]|[省市县区州旗盟])(?:[\u4e00-\u9fff]{2,3}?[县区])?")
_IS_COMPANY = pattern("公司|集团")
_COMPANY = ("我公司", "本公司", "我集团", "本集团", "集团公司", "集团", "公司")
"""What an enterprise with public duties calls itself."""
_OFFICE_OF_GOVERNMENT = pattern("(?P<level>[省市县区州旗盟])人民政府办公[室厅]$")
_SHORT_FOR_OFFICE = ("政府办公室", "政府办公厅", "政府办", "府办")
"""不服(县政府办)答复, in the report of 青岭县人民政府办公室."""

_SYSTEM = pattern(
    "全(?:[省市县区州盟旗])?(?:(?P<kind>[\u4e00-\u9fff]{0,8}?)系统(?!平台)|(?P<field>[\u4e00-\u9fff]{2,8}?)(?:机关|部门))"
)
"""(全市税务系统)收到, (全市公安机关)收到 in the report of a tax or police office: all its offices."""
_OFFICES = pattern("机关")
_LENGTHS = (6, 4, 3, 2)
"""Characters that tell what offices are for: 公安, 市场监管."""
_GOVERNMENT = "人民政府"
_OF_GOVERNMENT = pattern(
    "[省市县区州旗](?:人民)?政府(?=(?:现行|继续)?有效|制[定发]|出台|印发|名义|的?(?:行政)?规范性文件)"
)
"""(县政府)现行有效的3件, in the report of a bureau: whose documents they are."""
_OFFICE_ABOVE = pattern(
    "(?:上级|上一级|[省市州])(?P<kind>[\u4e00-\u9fff]{2,6})(?:局|厅|委员会|委)(?!的|被|因|收|受|作为|应诉|发生|办|答)"
)
"""(市税务局)均维持, in the report of a county's: who reviews what it decides."""
_ENDS = ("局", "委", "委员会")
_WORD = pattern("[^，、；：。（）]")
_UNFAMILIAR = 1
"""So many characters that nothing is known of make a number uncertain."""


class FamiliarWords:
    """The words of a format that may stand around a number without changing what is counted, by rule."""

    def __init__(self, lists: Mapping[str, list[Any]], names: Mapping[str, str], concepts: Concepts) -> None:
        self._concepts = concepts
        names = {**names, **{name: any_of(words) for name, words in lists.items()}}
        self._own: dict[str, re.Pattern[str]] = {}
        self._around: dict[str, re.Pattern[str]] = {}
        for rule_id in lists.keys() - {"function", "common", "applications"}:
            own = [*lists["function"], *lists["common"], *lists[rule_id]]
            about = [word for other in _SAME_MATTER if rule_id in _SAME_MATTER for word in lists[other]]
            self._own[rule_id] = pattern(fill(any_of(own), names))
            self._around[rule_id] = pattern(fill(any_of([*own, *about]), names))

    def unknown(self, rule_id: str, words: tuple[str, ...], unit: str) -> str:
        """Return what nothing is known of in the words by which a number was understood; "" for nothing.

        The first clause is its own, the others are what it is part of and where that was named.
        """
        rule_id = _WORDS_OF.get(rule_id, rule_id)
        for i, clause in enumerate(words if rule_id in self._own else ()):
            if i and rule_id in _SAME_MATTER and self._concepts.is_on_reports(clause):
                continue
            if i and rule_id == _OF_POWERS and self._concepts.is_on_powers(clause):
                continue
            if rule_id == _OF_POWERS and not unit.endswith(_GOVERNMENT) and (above := _OF_GOVERNMENT.search(clause)):
                return above[0]
            said = (without_own_field if rule_id == _OF_POWERS else without_field_of_requests)(clause, unit)
            said = without_whole_county(said, unit)
            if rule_id == _OF_POWERS and unit.endswith(_GOVERNMENT):
                said = said.replace(f"{unit.removesuffix(_GOVERNMENT)[-1:]}级", "")  # 市级规范性文件 of a 市
            for name in _names_of(unit):
                said = said.replace(name, "")
            said = without_own_hall(said, unit)
            for known in (_SOMEBODY, _AND_SUCH, _BECAUSE, _ASIDE, CITED):
                said = known.sub("", said)
            if rule_id in _BY_ANYBODY:
                said = _OUR_ROOMS.sub("", _ANYBODY.sub("", said))
            said = _CARRIED_BECAUSE.sub("", said) if rule_id == _CARRIED else said
            said = _SYSTEM.sub(lambda match: "" if stands_in_order(_kind(match), unit) else match[0], said)
            said = _without_own_offices(said, unit)
            said = _WITHIN_YEAR.sub("", said)
            said = grammar.NAMED_OFFICE.sub(lambda match: "" if _is_ours(match[0], unit) else match[0], said)
            left = [*filter(_WORD.search, (self._around if i else self._own)[rule_id].sub(" ", said).split())]
            if sum(map(len, left)) >= _UNFAMILIAR:
                return "、".join(left)
        return ""


def _without_own_offices(said: str, unit: str) -> str:
    """Return words without 公安机关 in the report of an office of this kind: the unit itself."""
    for office in reversed([*_OFFICES.finditer(said)]) if "机关" in said else ():
        for length in _LENGTHS:
            kind = said[max(office.start() - length, 0) : office.start()]
            if len(kind) == length and stands_in_order(kind, unit) and kind[0] != unit[0]:
                said = said[: office.start() - length] + said[office.end() :]
                break
    return said


def without_office_above(said: str, unit: str) -> str:
    """Return words without an office like ours that stands above it, and reviews what we decide."""

    def is_above(match: re.Match[str]) -> bool:
        return unit.endswith(tuple(match["kind"] + end for end in _ENDS)) and not unit.endswith(match[0])

    return _OFFICE_ABOVE.sub(lambda match: "" if is_above(match) else match[0], said)


def _kind(system: re.Match[str]) -> str:
    """Return what the offices of a system are for: 税务 of 全市税务系统."""
    return system["kind"] or system["field"] or ""


@lru_cache(maxsize=16)
def _names_of(unit: str) -> tuple[str, ...]:
    """Return the names of a unit, the longest first, and of places in it: 中华人民共和国浦川海关 is 浦川海关 too."""
    names = [unit, *(unit.removeprefix(land) for land in _ABOVE), unit.rpartition("人民政府")[2]]
    names += _COMPANY if _IS_COMPANY.search(unit) else ()
    if place := _PLACES.match(unit):
        names.append(unit[place.end() - 1 :])  # 县人力资源和社会保障局
    office = _OFFICE_OF_GOVERNMENT.search(unit)
    shorts = [f"{office['level']}{name}" for name in _SHORT_FOR_OFFICE] if office else []
    longest_first = sorted(
        {name for name in names if len(name) >= _SHORTEST_NAME or name in _COMPANY}.union(shorts),
        key=len,
        reverse=True,
    )
    return (*longest_first, *grammar.PLACE.findall(unit))


def _is_ours(name: str, unit: str) -> bool:
    """Whether an office is the unit, shortened or not (住建局), or a part that any unit may have."""
    name = name.removesuffix("机关").removesuffix("本级")
    is_short = not unit or stands_in_order(name, unit)  # 东湾经开区 of 东湾经济技术开发区管理委员会
    return is_short or (not name.endswith("区") and bool(grammar.PART_OF_UNIT.fullmatch(name)))
