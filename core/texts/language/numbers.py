"""Finds the numbers in a printed text and hides what is no count: titles, document numbers, dates, addresses.

The *plain* form of a text is what all patterns are matched against: blanks and quotes are gone, digits are ASCII,
marks are full-width, and a year is said by its distance from the report year (``□□□上年``). Every character of it
knows its place in the printed text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.report.han_numbers import han_number as han_number
from core.texts.language.word_shares import word_shares

DATE, PART_OF_YEAR, HIDDEN = "◇", "◆", "▢"
"""What dates, parts of the year (上半年 stays) and everything else that is no count are replaced by."""

BULLETS = "•▪◦➢❖\uf06c\uf06e\uf075\uf09f\uf0a7\uf0b7\uf0d8\uf0fc"
"""What Word puts at the head of a point, also as signs of its own fonts."""
_DROPPED = f" \t\r\u00a0\u3000\u200b\ufeff“”‘’\"'＂＇`{BULLETS}"
_IS_DROPPED = frozenset(_DROPPED)
_ANY_DROPPED = pattern(f"[{_DROPPED}]")
_TABLE = {
    **dict.fromkeys(_DROPPED, ""),
    **{chr(ord("０") + i): str(i) for i in range(10)},
    **dict(zip("％;:()!?．○ＯΟ－", "%；：（）！？.〇〇〇-", strict=True)),
}
_CHANGED = pattern(f"[{''.join(_TABLE)}]")
_ROW_NUMBER = pattern(
    "(?<=[“‘])(?:[（(][一二三四五六][）)])?\\d{1,2}[.．、](?=其他|信访|重复|要求|无正当|确认|申请人|属于|保护|国家|法律|危及|本机关|没有|补正)"
    "|(?<=[“‘])[（(][一二三四五六][）)](?=予以|部分|不予|无法|其他)",
    needs=["“", "‘"],
)
"""“(3.)其他”: the name of a row by its number in the form."""
_SQUARE = pattern(r"[［【]([^［］【】\d\n]*\d[^［］【】\n]*)[］】]")
"""6件［本机关不掌握：4件］, but no heading: ［处罚］4591件"""
_COMMA = pattern(r",(?:(?<!\d,)|(?!\d{3}(?!\d)))")

NUMERALS = "〇零一二两三四五六七八九十百千万"
_HIDE = pattern(
    r"(?=[《〔［\[（【〈<0-9A-Za-z_.\-第二])(?!\d{1,4}[件条次个])(?:"  # most places are passed over at once
    r"(?P<title>《[^《》\n]{0,120}(?:《[^《》\n]{0,80}》[^《》\n]{0,80}){0,9}》)"
    r"|(?P<document>[〔［\[（【〈<]\d{4}[〕］\]）】〉>]第?\d{1,5}号)"
    r"|(?P<address>(?:https?：//|www\.)[\x21-\x7e：；（）！？]+|(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]++@[A-Za-z0-9_.-]+)"
    r"|(?P<phone>(?<!\d)0\d{2,3}[-—–]\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<=邮编：)\d{6}|(?<=邮政编码：)\d{6}"
    r"|(?<!\d)123(?:45|15|16|28|33|50|88|93|95)(?=市民|公众|政务|热线|平台|便民|政府|服务|投诉|举报)"
    r"|(?<!\d)\d{1,2}[×*]\d{1,2}(?!\d))"
    rf"|(?P<ordinal>第[{NUMERALS}\d]{{1,5}}(?:[条款项次期届批号章节名位]|部分)|第（[{NUMERALS}]{{1,3}}）[款项])"
    r"|(?P<span>\d{4}年?[-—–~～至到]\d{4}年(?=度?(?:，|期间|间|三年|[两四五]年|连续|合计|累计|总计|共|全[年局市县区省州镇乡]|[我本]|收到|受理|办理|答复|办结|(?:政府)?信息公开(?!工作要点|[^，。；]{0,8}(?:规划|方案|计划)))))"
    r"|(?P<years>\d{4}年?[-—–~～至到]\d{4}年)"
    r"|(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日|(?:\d{4}年)?12月(?:底|末))"
    r"|(?P<whole>(?<!\d)0?1月?(?:份)?[-—–~～至到]12月(?:份|底|末)?)"  # all of the year
    r"|(?P<part>\d{1,2}[-—–~～至到]\d{1,2}月(?:份)?|(?<=年)\d{1,2}月(?:份|底|末)?|(?<!\d)\d{1,2}月(?:份|底|末)?)"
    r"|(?P<founded>(?<!\d)(?:19|20)\d{2}年(?=(?:新|机构改革)?(?:组建|成立|挂牌)))"  # 系2019年新组建部门，无行政处罚事项
    r"|(?P<year>(?<!\d)(?:19|20)\d{2}年|二[〇零][〇零一二三四五六七八九]{2}年)"
    r"|(?P<item>^\d{1,2}[.、）](?!\d)|（\d{1,2}）(?![、，；。]|$)|(?<![A-Za-z])[A-H][.、](?=[\u4e00-\u9fff])))",
    re.MULTILINE,
)
_OTHER_YEAR = "□□□他年"
_YEAR_WORDS = {-1: "□□□上年", 0: "□□□本年", 1: "□□□下年"}
_HAN_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")

COUNT_UNITS = "件宗份条次个起例"
_NOT_ONE = (
    rf"一[{COUNT_UNITS}元分](?:[^，；。：、（）\d]{{0,6}}?(?:也|都|皆)(?:从|还|尚|均)?(?:没|未|不|无)(?!有?(?:审结|结案|办结))"
    r"|不(?:落|漏|少|缺|剩|留|拖|差)(?=[，；。、）地都均全]|$)|(?:没有?|未|不曾|未曾)有?(?:收到?|发[出生]?|开[出具]?|产生|出现|接到|出具)?过?(?=[，；。、）]|$))"
)
"""一份也未发出, 一件没有: there is none."""
_FORMAL = pattern("[壹贰叁肆伍陆柒捌玖拾佰仟零〇两万]+(?=余?[件宗份条次个起例元])")
"""贰拾叁件, 伍佰元: numerals of accounts."""
_FORMAL_NUMERALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_IN_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_DIGIT = "[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]"
"""一百二元 may be 102 or 120元; of 贰佰元伍角 the 元 are not all."""
_OF_OTHER_THINGS = (
    "个(?:工作日|自然日|小时|季度|单位|部门|行政机关|乡镇|镇街|街道|社区|村|科室|处室|栏目|窗口|岗位|平台"
    "|环节|方面|渠道|途径|层面|阶段|程序|领域)|[件事]一[档卷策案号表码](?!件)"
)
"""仍在20(个工作日)期限之内, 1(件一档): no applications."""
_CASES = (
    "案(?=[均都皆全已俱]|悉数|[中里]|当中|的(?:复议)?(?:结果|结论)"
    "|(?:经|由|被|获|法院|[区县市]政府)[^，；。]{0,12}(?:维持|审结|驳回|审理))"
)
"""两(案)均维持, 4(案)已审结"""
_NUMBER = pattern(
    rf"(?=[\d{NUMERALS}])(?:(?P<grouped>(?<![\d.])\d{{1,3}}(?:[,，]\d{{3}})+(?:\.\d+)?)|(?P<arabic>(?<![第\d.])\d+(?:\.\d+)?)"
    rf"|(?P<han>(?<=唯一)[{NUMERALS}]++|(?<![第{NUMERALS}])(?!(?<=唯)一|(?<=任何)一|(?<=每)一|(?<=[做编])一份|(?<=[重再另新补多][开出发印给寄要写抄])一份|(?<=无)一例外|一[件案事](?=一[\u4e00-\u9fff])|一件(?=[\u4e00-\u9fff]{{2}}一件)|(?<=一件[\u4e00-\u9fff]{{2}})一件|一个(?:说法|交代|交待|结论|结果|定论|着落|明确|最终|答复|回音)|{_NOT_ONE})[{NUMERALS}]++)(?=余?(?:[{COUNT_UNITS}](?!月)|部(?![门分署委级队])|(?<!一){_CASES}))"
    rf"|(?P<money>(?<![第点{NUMERALS}])(?=[{NUMERALS}]*[十百千万])[{NUMERALS}]{{2,}}+(?<![百千万]{_DIGIT}))(?=余?元(?![旦化宵]|{_DIGIT}[角分])))"
    rf"(?P<power>(?<=\d)[百千万亿](?=[余多来]?[件宗起](?!次)))?(?P<rough>余|多|来)?(?P<unit>亿元|万元|元|个?百分点|%|张(?![\u4e00-\u9fff](?<!信)(?<!收)(?<!缴))|回(?=[，；。、）]|被告|官司|诉讼)|项(?=(?:行政)?(?:许可|处罚|强制)(?:措施|处理)?决定)|万?(?:人次|件次(?!之)|(?!{_OF_OTHER_THINGS})[{COUNT_UNITS}])|{_CASES}|部(?![门分署委级队]))?(?P<after>左右|[以之][上下内])?"
)
_SAME_UNIT = {"回": "起", "项": "件", "案": "起"}
"""当了3回被告, 12项许可决定: units of cases and decisions in those words only."""
_LONGEST = 40  # characters of a number; Python reads no integer of thousands of digits
_ROUND = ("百", "千", "万")
_SO_MANY = pattern(
    "(?:[上成几]|(?<![总件个份次人])数)"
    "(?:(?<![网线完办达建形促组以][上成])(?<![结复开请定理收诉毕]数)十|十?[百千万])[百千万]*$"
)
"""上百(件), 数十(件); not 总数十件, 办结数十件, 网上十件, 完成十件, nor 办结数十二件"""
_POWERS = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_TOGETHER = ("在", "到", "合", "加", "算", "放", "连")
_ROUGH_BEFORE = ("约", "近", "逾", "超", "超过", "突破", "不足", "不到", "不满", "约为")


@dataclass(frozen=True, slots=True)
class PlainText:
    """The plain form of a text.

    Attributes:
        text: What patterns are matched against.
        places: For each character its place in the printed text; one more for the end.
    """

    text: str
    places: tuple[int, ...]


class PrintedNumber(NamedTuple):
    """A number in a plain text.

    Attributes:
        start: Its first character.
        end: The character after its unit.
        unit: 件, 元, % …; "" where none follows.
        is_rough: Whether it is said to be approximate (近20件, 20余件).
        slack: By how much it may differ from what is counted, since it is written in 万件 (1.2万件: 1000) or is a share
            told in words or roughly (超过九成: 95 ± 5).
    """

    start: int
    end: int
    value: Number
    unit: str
    is_rough: bool
    slack: Number = 0


@lru_cache(maxsize=256)
def plain_text(printed: str, year: int | None) -> PlainText:
    """Return the plain form of a printed text of a report on this year."""
    printed = _ROW_NUMBER.sub(lambda match: "“" * len(match[0]), printed)
    places: Iterable[int] = range(len(printed))
    if _ANY_DROPPED.search(printed):
        places = [i for i, char in enumerate(printed) if char not in _IS_DROPPED]
    text = _COMMA.sub("，", _CHANGED.sub(lambda match: _TABLE[match[0]], printed))
    if "［" in text or "【" in text:
        text = _SQUARE.sub(r"（\1）", text)
    if not _FORMAL_NUMERALS.isdisjoint(text):
        text = _FORMAL.sub(lambda m: m[0].translate(_IN_PLAIN), text)
    if year is not None and f"{year + 1}年" in text:
        text = re.sub(
            rf"{year + 1}年(?:1月(?:1日)?|元旦)(?:之|以|到来)?前",
            lambda m: "□□□本年年底前".rjust(len(m[0]), "在"),
            text,
        )

    def hidden(match: re.Match[str]) -> str:
        return _hidden(match, year)

    return PlainText(_HIDE.sub(hidden, text), (*places, len(printed)))


_AT_COURT = pattern("官司[^，。；：、]{0,6}$|官司[^。]*(?:打?[赢输胜败]|没判|未判|没打完|待判)[了掉过]*$")
_OF_SUITS = pattern("场(?:信息公开|公开|行政|的)*官司|场(?:还|尚|仍|至今)*(?:没判|未判|没打完|待判|在打)")


def _is_at_court(plain: str, start: int, end: int) -> bool:
    """Whether 场 counts suits (打官司8场, 官司打了8场，赢了3场), as it does not in 讲座3场."""
    if "官司" not in plain:
        return False
    begin = plain.rfind("。", 0, start) + 1
    return bool(_AT_COURT.search(plain, begin, start) or _OF_SUITS.match(plain, end))


@lru_cache(maxsize=256)
def numbers_in(plain: str) -> tuple[PrintedNumber, ...]:
    """Return the numbers of a plain text in reading order."""
    found: list[PrintedNumber] = []
    for match in _NUMBER.finditer(plain):
        grouped, arabic, han, money, power, rough_behind, unit, after = match.groups("")
        said = han or money
        value = han_number(said) if said else _arabic(grouped or arabic)
        if value is None:
            continue
        start, before = match.start(), plain[max(match.start() - 2, 0) : match.start()]
        rough = bool(rough_behind or after) or before.endswith(_ROUGH_BEFORE)
        rough = rough or (said in _ROUND and before.endswith(("过", "破")))  # 新收过百件
        rough = rough or bool(said and _SO_MANY.search(before + said))
        unit = _SAME_UNIT.get(unit, unit)
        end = match.end()
        if not unit and plain.startswith("场", end) and _is_at_court(plain, start, end):
            unit, end = "起", end + 1
        if before.endswith("约") and (power or unit).startswith(("万", "亿")) and isinstance(value, Decimal):
            start, rough = start - 1, False  # 约4.22万件 says no less than 4.22万件
        if said == "一" and unit == "起" and before[-1:] in _TOGETHER:
            continue  # 新收与结转放在一起
        value, slack = _in_ones(value, power)
        found.append(PrintedNumber(start, end, value, unit, rough, slack))
    return tuple(_with_word_shares(plain, found))


def _with_word_shares(plain: str, found: list[PrintedNumber]) -> list[PrintedNumber]:
    """Return the numbers of a text with the shares told in words or roughly, as percents with what they leave open."""
    shares = [PrintedNumber(s.start, s.end, s.middle, "%", False, s.slack) for s in word_shares(plain)]
    if not shares:
        return found
    inside = [(share.start, share.end) for share in shares]
    return sorted([*(n for n in found if not any(a <= n.start < b for a, b in inside)), *shares])


def _in_ones(value: Number, power: str) -> tuple[Number, Number]:
    """Return 1.18万件 as 11800件 that may differ by less than 100."""
    if not power:
        return value, 0
    ones = _POWERS[power]
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    places = -exponent if isinstance(exponent, int) else 0
    return int(value * ones), Decimal(ones) / 10**places


def _arabic(text: str) -> Number | None:
    if text.isdecimal() and len(text) <= _LONGEST:
        return int(text)
    digits = text.replace(",", "").replace("，", "")
    if len(digits) > _LONGEST:
        return None
    return Decimal(digits) if "." in digits else int(digits)


def _hidden(match: re.Match[str], year: int | None) -> str:
    kind, length = match.lastgroup, len(match[0])
    if kind == "date":
        return DATE * length
    if kind == "part":
        return PART_OF_YEAR * length
    if kind == "span":
        return _OTHER_YEAR.rjust(length, HIDDEN)  # 2021年至2023年共收到: not those of the report year
    if kind == "year" and year is not None:
        return _YEAR_WORDS.get(int(match[0][:4].translate(_HAN_YEAR)) - year, _OTHER_YEAR)
    return HIDDEN * length
