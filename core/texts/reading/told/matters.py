"""Knows that decisions of table two are only what applications and cases are on: 涉及行政处罚的4件, 行政许可类2件.

In a text on either of them a sort of decisions behind 涉及, in front of 的 or 类, or in a list of matters
(从内容看，投诉举报6件、行政处罚4件) counts those cases. Behind a verb of deciding (作出行政处罚120件) it counts
decisions. So are results of applications where they tell what cases are over (按被诉事由分，不予公开6件).
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.sentence.sentences import CASE_TEXTS, REQUEST_TEXTS, SentenceState, SourceText

_ABOUT = pattern("(?:其中|另有?|有|主要|[，、])*(?:涉及?|关于|有关|(?:申请|要求|请求)(?:公开|获取|查询)?)")
"""(涉及行政处罚的)18件: what applications ask for."""
_CASES_ABOUT = pattern(
    "(?:其中|另有?|有|主要|[，、])*(?:针对|不服|因|起因[于是为]|源于|属于?|围绕|就|对)[^，；。\\d]{0,6}行政(?:许可|处罚|强制)"
)
_LISTED = pattern("(?:涉及|集中在|内容(?:主要)?[为是：])[^，；。]*\\d[件宗份起]、[^，；。]*$")
"""214件申请(涉及征收补偿98件、)行政处罚14件"""
_OF_A_SORT = pattern(
    "(?:其中|另有?|有|主要|属于?|[，、])*行政(?:许可|处罚|强制)(?:决定|措施|行为|案件|事项)*(?:类|方面|领域|纠纷|争议|的)+"
    "(?:案件|案|复议|诉讼|申请)?(?:共|有|为|计)*"
)
"""(行政许可的)4件, (行政处罚类案件)4件"""
_BY_MATTER = pattern(
    "(?:案由|内容|领域|事项|类型|类别|事由|起因)(?:来?看|分|分类|统计|归类|划分|区分|主要?为)[，：]?[^；。]*$"
    "|\\d[件宗起][^，；。\\d]{0,8}[中里]，(?:[^，；。\\d]*\\d+[件宗起][、，])*[^，；。、\\d]*$",
    needs=["看", "分", "统计", "归类", "为", "中", "里"],
)
"""(按案由分，投诉举报6件、)行政处罚4件; (10件中，投诉举报6件、)行政处罚4件"""
_BY_WHAT_WAS_SUED = pattern(
    "(?:按照?|从)[^，；。\\d]{0,6}(?:案由|事由|起因|焦点|原因)(?:来?看|分|分类|统计|归类|划分|区分)[，：]?[^；。]*$",
    needs=["案由", "事由", "起因", "焦点", "原因"],
)
"""按被诉事由分，(不予公开)6件: answers that were sued over."""
_WHO_HAD_IT = pattern("(?:维持|纠正|驳回|终止|撤回|其他结果)的?(?:结果|决定)?的?案件?的(?:申请人|当事人|原告)")
"""1件(维持案件的申请人)向法院起诉: one of those upheld."""
_DECIDED = pattern("作出|下达|实施|查处|办理|办结|核发|准予|审批|采取")
ASKS_ELSE = pattern(
    "，(?:主要|均)?(?:要求|请求|请|希望)(?:[^，；。公信提获查]{0,4})(?:调解|解决|处理|办理|协调|查处|落实|发放|安排|减免|救助|帮扶|维修)"
)
"""村民书面申请12件(，要求调解)邻里纠纷: applications for something else than information."""


def is_matter(source: SourceText, sentence: SentenceState, number: PrintedNumber, own: str) -> bool:
    """Whether decisions, told in a text on applications or cases, are what these are on."""
    text, is_on_cases = source.text, source.code in CASE_TEXTS
    if not is_on_cases and source.code not in REQUEST_TEXTS:
        return False
    if is_on_cases and _DECIDED.search(own):
        return False
    if _ABOUT.match(own) or _LISTED.search(text, sentence.start, number.start) or _OF_A_SORT.fullmatch(own):
        return True
    by_matter = is_on_cases and (_CASES_ABOUT.match(own) or _BY_MATTER.search(text, sentence.start, number.start))
    return bool(by_matter)


def is_one_of_cases(source: SourceText, sentence: SentenceState, number: PrintedNumber, role: Role) -> bool:
    """Whether a text on cases tells what these were over, or of one whose applicant did more, not what came of all."""
    if source.code not in CASE_TEXTS:
        return False
    if role.is_result:
        return bool(_BY_WHAT_WAS_SUED.search(source.text, sentence.start, number.start))
    return role.is_case and bool(_WHO_HAD_IT.match(source.text, number.end))
