"""Names of other units amid a sentence, which do there what only the unit itself does in its report (N-10).

Who adjusts the group that leads the work, and whom to ask about the report, is the unit: so another one of its kind
is left from the report that the text was copied from. Neighbours that are told of for another reason are not doubted.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.language.phrases import FULL_NAME, VAGUE_NAME
from core.texts.rules.names.authors import is_own
from core.texts.rules.views import Span, sentence_around

_HAN = "[\u4e00-\u9fff]"
_KINDS = (
    ("街道办事处", "镇人民政府", "乡人民政府"),
    ("管理委员会", "管委会"),
    ("局",),
    ("厅",),
    ("委员会",),
)
"""Endings of units of one kind."""
_SHORT_PLACE = 3
"""Characters of 柳河镇: where it stands in the sentence too, a neighbour is meant."""
_NAME = rf"(?P<name>(?![我本各全该原由经在向以按据根对将把]){_HAN}{{3,24}}?(?:局|委员会|厅|人民政府|街道办事处|管委会))"
_GROUP = pattern(
    rf"(?<=，)(?:并|还|另)?{_NAME}(?=(?:及时|进一步|继续|重新|专门|专题|适时|研究|发文|先后)*"
    r"(?:调整|充实|成立|组建|设立)[^，。；\n]{0,14}(?:政务公开|信息公开)[^，。；\n]{0,10}(?:小组|机构|专班)"
    r"|(?:党委|党政|党组|党工委)(?:会议?|联席会议?)[^，。；\n]{0,12}(?:政务公开|信息公开))",
    needs=["小组", "机构", "专班", "会"],
)
"""强化组织领导，(石桥镇人民政府)调整充实政务公开工作领导小组"""
_OFFICE = (
    "(?:(?:党政|党群|政府信息公开|政务公开|信息公开|综合|法规|政策|宣传){0,3}(?:工作)?(?:办公室|办|[科股处室部局]))?"
)
_ASKED = pattern(
    rf"(?:可|请|欢迎|应|敬请)(?:[^，。；\n]{{0,14}}?)(?:向|与|同|致电|致函){_NAME}{_OFFICE}"
    "(?:当面|书面|来信|来电|电话)?(?=反映|联系|咨询|提出|沟通|索取|询问|了解|反馈)",
    needs=["可", "请", "欢迎", "应"],
)
"""公众如有疑问，可于工作日向(另一区管理委员会)综合办公室反映"""
_ASKS = "(?:疑问|异议|疑义|不明|问题|意见|建议|咨询|了解|需要)"
_ON_THE_REPORT = pattern(f"(?:报告|年报)[^。\n]*{_ASKS}|{_ASKS}[^。\n]*(?:报告|年报)")
_OF_OTHERS = pattern(
    "[我本](?:镇|乡|街道|办|局|委|厅|管委会)|区划|片区|委托|撤并|合并|调整前|联合|交流|观摩|移送|划入|并入|代管|来函|转来|学习|借鉴|参照|参考|经验|做法|通报|指导|督促"
    "|帮助|同步|共同|两地|邻|其他单位|例如|比如|如：|职[责能权]|不属于|告知|引导|申诉|上级|主管|投诉|举报"
)
_PARK = pattern("..园管(?:理委员|委)会$")
"""青屿临港产业园管委会, which has no place of its own"""
_NOTHING_ELSE = pattern(
    rf"(?:(?:^|(?<=[。；：\n]))|(?:年度?|全年|年内)，){_NAME}(?=(?:全年|本年度|今年|年内|\d{{4}}年度?)?(?:并|均)?(?:没有|未|无)"
    r"(?:(?:发出|收取|制发|下达|产生|征收)[^，。；\n]{0,8}(?:信息处理费|收费通知)|其他(?:需要|应当|需|应)?(?:报告|说明)的?(?:事项|情况)|(?:需要|应当|需|应)(?:报告|说明)的其他(?:事项|情况)))",
    re.MULTILINE,
    needs=["处理费", "收费通知", "其他"],
)
"""2021年，(某市民政局)没有发出收取信息处理费的通知: only the unit itself says so, whatever it is."""
_GOVERNMENT = "政府"
_LEADS_OTHERS = pattern("政务|数据|审批|行政服务|司法|监察|档案|机构编制")


@lru_cache(maxsize=256)
def others_amid(text: str, unit: str) -> tuple[Span, ...]:
    """Return the names of other units of the kind of this one that lead its work or answer for its report."""
    alone = _with_nothing_else(text, unit)
    kind = next((ends for ends in _KINDS if unit.endswith(ends)), ())
    if not kind:
        return alone
    asked = [m for m in _ASKED.finditer(text) if _ON_THE_REPORT.search(sentence_around(text, *m.span()))]
    found = [Span(*m.span("name"), m["name"]) for m in (*_GROUP.finditer(text), *asked)]
    return alone + tuple(
        span
        for span in found
        if span.what.endswith(kind)
        and _is_other(span.what, unit)
        and not _is_of_others(sentence_around(text, span.start, span.end), unit)
    )


def _with_nothing_else(text: str, unit: str) -> tuple[Span, ...]:
    """Return the other units that charged no fee or have nothing else to report; a government may tell of its own."""
    if not unit or _GOVERNMENT in unit:
        return ()
    found = (Span(*m.span("name"), m["name"]) for m in _NOTHING_ELSE.finditer(text))
    return tuple(
        span
        for span in found
        if _GOVERNMENT not in span.what  # a bureau tells of its government
        and _is_other(span.what, unit)
        and not _is_of_others(sentence_around(text, span.start, span.end), unit)
    )


def _is_of_others(sentence: str, unit: str) -> bool:
    """Whether a sentence tells of another unit beside this one, or why it speaks of it."""
    place = unit.removesuffix("人民政府").removesuffix("办事处")[-_SHORT_PLACE:]
    is_beside = unit.endswith(_KINDS[0]) and place in sentence
    return is_beside or bool(_OF_OTHERS.search(sentence.replace("本报告", "")))


def _is_other(name: str, unit: str) -> bool:
    is_vague = VAGUE_NAME.match(name) or "各" in name or name.endswith("乡镇人民政府")
    is_full = FULL_NAME.match(name) or _PARK.search(name)
    return bool(is_full) and not (is_vague or is_own(name, unit) or _LEADS_OTHERS.search(name))
