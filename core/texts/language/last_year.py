"""Knows how far the year before reaches that a clause names: 上年予以公开467件、部分公开98件，合计565件.

What opens a sentence holds to its end: 上年应办113件（新收108件、结转5件），已办109件. Told amid one, it holds for its
list alone: 公开494件，上年公开467件、部分公开98件; a bare number set beside this year's holds for nothing else:
自然人156件，上年为184件；企业20件. This year's name and every comparison take over: 上年许可2619件，比上年增加145件.
上年结转4件 and 较上年增加13件 open nothing: they are of this year.
"""

from __future__ import annotations

import re

from core.base.patterns import holds_one, pattern
from core.texts.language.grammar import IN_BRACKETS, YEAR

_NAMED = ("上年", "去年", "上一年")
_FILL = (
    "数量|总数|总量|数|共|合计|总|全年|同期|同口径|为|是|有|的|了|则|仅|已|分别|我[局委办厅院镇乡市县区]"
    "|全[局市县区镇乡]|度"
)
_WHAT = (
    "政府|类|信息公开|信息|依申请公开|申请|予以公开|部分公开|不予公开|全部公开|公开|无法提供|不予处理|其他处理|不掌握"
    "|收到|受理|新收|接收|登记|应办|需办|当年办结率|办结率|办结|办理|答复|已办|作出|实施|下达|办件|收件"
    "|发生|被|提起|引发|涉及?|行政|许可|处罚|强制|决定书?|措施|复议|诉讼|应诉|案件|直接|起诉|维持|纠正|审结"
    "|发出|收费|通知书?|收取|实收|应收|信息处理费|制发|废止|规范性文件|规章"
    "|自然人|公民|个人|商业企业|企业|法人|科研机构|社会公益组织|法律服务机构|律所"
)
_OPENS = pattern(
    r"(?P<mark>^|[，；。：、（])(?:(?:回看|回顾|再看|反观)(?:□□□上年|上年|去年|上一年)度?(?P<looks>[，：])"
    "|(?:□□□上年|上年|去年|上一年)度?(?:同期)?的?(?:申请|收件|办理|答复|收办|依申请公开|基本|统计|对应|相应)*"
    "(?:情况|数据|数字|数)?(?:[如见]下|分别[是为]|[是为])?(?P<head>：)"
    rf"|(?:而|对比|对照)?(?:□□□上年|上年|去年|上一年)(?:{_FILL})*(?P<what>(?:{_WHAT}|{_FILL})*?)"
    r"\d[\d.]*(?:[件宗份起条元%]|万元)(?P<of>(?:申请|案件|案)?(?:[中里]|当中|，(?:其中|即|分别|包括|包含)|（))?)"
)
_ENDS = pattern(
    "今年|本年|(?<![占、])当年|同比|[比较与同](?:□□□)?(?:上年|去年|上一年|前年|他年)|相比|[增减升降]|(?<![、（])(?:上年|去年)结转"
    "|(?<=[，；])(?:全年|年内|[^，；。（\\d]{0,4}新[收增])|下年|截[至止]"
)
_GOES_ON = pattern("，(?!(?:其中|合计|共|总|两|三|各类|这)|[^，；\\d]{0,6}(?:合计|共|率))")
"""上年公开467件、部分公开98件(，合计)565件: of the same list."""
AHEAD = pattern(
    "下一步|下步|力争|今后|(?:目标|计划)(?!(?:均|都|已经?|基本|大体|全面|如期|顺利|圆满|全部)+(?:得以|得到)?(?:实现|完成|达成|兑现|落实))"
    "|确保|努力|争取|打算"
)
"""力争复议零败诉, in section 五; not 目标基本实现."""


def is_of_last_year(before: str) -> bool:
    """Whether the words of a sentence before a number say that it is one of the year before.

    Args:
        before: The sentence up to the number, in plain form and without brackets that are closed.
    """
    if not holds_one(before, _NAMED):
        return False
    for opening in _OPENS.finditer(before):
        mark, behind = opening["mark"], before[opening.end() :]
        is_told = bool(opening["what"] or opening["of"] or opening["looks"] or opening["head"])
        is_itself = not behind  # 今年31件，占21.68%，上年24件、占18.90%: asked of the very number
        if _ENDS.search(behind) or not (is_told or is_itself or not mark):
            continue
        if mark and mark != "（" and ("；" in behind or (mark in "，、" and _GOES_ON.search(behind))):
            continue
        return True
    return False


_STOCK_AT_END = pattern(
    "(?:清理|梳理|评估|审查|审核|排查|修订|修改|废止)[^；。]*[，；](?:目前|截[至止](?:◇+|□□□本年[末底]?)|(?:□□□本)?年[末底终])，?(?:全?[我本局市县区镇乡]+|共|尚|仍)*"
    "(?:现行|继续|保留)?(?:有效|保留)的?(?:行政)?(?:规范性)?(?:文件)?(?:共|为|有|计)*$",
    needs=["有效"],
)
"""对2013年以前的文件开展清理，废止2件，(截至12月31日现行有效)21件: of this year, whatever was looked through."""
_MEASURED_BY = pattern(
    "，[^，；。\\d]{0,6}?(?:是|为|达|达到|等于|相当于|超过|超出|不到|不足|接近|多于|少于|高于|低于|仅有|只有|仅及|不及)了?□□□(?:上年|他年)度?"
    "(?:全年|同期)?的?[^，；。（]{0,8}?(?:倍|半|分之[一二三四五六七八九十]|成|水平|总数|总量|件数|数量|全年)"
    "(?:多|以上|左右|还多|以下|不止|强|弱|还不到)?(?=，)",
    needs=["□□□上年", "□□□他年"],
)
"""新收14件(，是2022年的两倍)，其中自然人13件: what this year's is measured by."""
_OPENED_BY_YEAR = pattern("[，；。\\s]*□□□(上年|他年)度?，")
"""2022年，新收52件，(当年)没有上年结转: of 2022"""


_NOT_YET_DONE = pattern(
    "度?(?:年?[底末终][前时]?)?(?P<undone>(?:尚|仍|还|均)*(?:没有?|未)(?:能|来得及|及时)*(?:办[完结毕]|办理完毕?|答复完?|处理完毕?)[、而，的]?)?"
)
"""(上年底没有办完)转来的4件"""


def _is_carried(before: str, place: int, carry: re.Pattern[str]) -> bool:
    """Whether what stands behind a year says that it went on from then: 2023年底没有办完转来的6件."""
    undone = _NOT_YET_DONE.match(before, place)
    return undone is not None and bool(undone["undone"] or carry.match(before, undone.end()))


def is_of_other_year(before: str, carry: re.Pattern[str]) -> bool:
    """Whether the year said last in the words before a number is not the report year.

    Args:
        before: The sentence up to the number, in plain form.
        carry: Matches 结转 behind a year, which is what goes on from it.
    """
    if "年" not in before:
        return False
    before = IN_BRACKETS.sub("", before) if "）" in before else before  # 新收45件（2022年为50件）；办结46件
    before = _MEASURED_BY.sub("", before)
    if is_of_last_year(before):
        return True
    if "有效" in before and _STOCK_AT_END.search(before):
        return False
    clause = max(map(before.rfind, "，；：。")) + 1
    opened = _OPENED_BY_YEAR.match(before)
    that = opened[1] if opened else "本年"
    years = [
        m[1] or ("上年" if m["last"] else that if m[0] == "当年" else "本年")
        for m in YEAR.finditer(before)
        if not _is_carried(before, m.end(), carry)
        and (m[1] != "下年" or m.start() >= clause)  # 留到□□□下年的2件，不予处理1件: where it went
    ]
    return bool(years) and years[-1] != "本年"
