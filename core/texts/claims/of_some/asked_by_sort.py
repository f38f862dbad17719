"""Leaves out what is told of applications for one sort of information, which the sentence names at its head.

机关内部的人事、后勤、工作流程，有人申请了9回，均未公开: 9 is that of those, and none of these was disclosed.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_TEXTS = ("s1", "s1.request", "s3", "note.t3")
_RULES = ("N-01", "N-02", "N-03", "N-04", "N-05")
_SORT = (
    "(?![^，；。：]*(?:申请|所有|全部|一切|各类|各种|任何|需要|所需|关心|关注|收到|受理|答复|办结|年))[^，；。：\\d]{2,40}"
    "(?:信息|材料|流程|文件|资料|内容|事项|数据|记录|档案|名单|清单|纪要|合同|协议|方案|请示|批复|台账|[案卷]宗|案卷"
    "|[草讨论底]稿|意见|标准|图纸|票据|凭证|证明|制度|名册|录像|视频|规划|预案|笔录|通知|报表|账目|情况|程序)的?"
)
_ASKERS = (
    "(?:有?(?:[一几]*[位名个家])?(?:人|群众|村民|居民|市民|律师|企业|公司|业主|职工|媒体|记者|学生|教师|老人|读者|网友"
    "|公民|法人|申请人|当事人|家属|农户|商户|和|与|及|、)*)?"
)
_TIMES = "(?:一年里|一年来|全年|年内|今年|本年度?|20\\d\\d年度?|先后|陆续|曾|共|一共|总共|累计|也|前后|来|还)*"
_ASKED_FOR = pattern(
    f"^[\\s　]*(?:其中，?)?{_SORT}，{_TIMES}{_ASKERS}{_TIMES}"
    "(?:申请|问|要|查|打听|索要|询问|索取|追问|讨要|求|提出)(?:公开|查询|了解|查看|获取|起|到|来)?[了过]?(?:的?申请)?(?:有|共)?$"
)
"""(我局从未制作的信息，群众和律师一年里问了)7件"""
_OF_THEM = pattern("均|都|全|一律|悉数|无一|没有一|一概|统统|皆|答复")
_OF_ALL = pattern("全年|总|合计|所有|全部申请|收到|新收|受理|全[局市县区镇乡厅]")
_PARTS = "。！？；\n"


def asked_by_sort_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge how many asked for a sort of information, nor what is said of all of these."""
    for i, (claim, scope) in enumerate(found):
        is_wrong = claim.agrees is False and claim.rule_id in _RULES and claim.place.text in _TEXTS
        if is_wrong and not claim.is_share and _is_of_sort(context, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_of_sort(context: CheckContext, claim: Claim) -> bool:
    """Whether a claim is the number of those who asked for a sort of information, or goes on from it."""
    text, start = context.report.texts[claim.place.text], claim.place.start
    begin = last_of(_PARTS, text, 0, start) + 1
    digit = next((at for at in range(begin, claim.place.end) if text[at].isdecimal()), None)
    if digit is None or not _ASKED_FOR.match(text[begin:digit]):
        return False
    if start <= digit < claim.place.end:
        return (claim.number or 0) <= max(claim.sums, default=0)  # else more than all that there were
    return bool(_OF_THEM.search(text, digit, claim.place.end)) and not _OF_ALL.search(text, digit, claim.place.end)
