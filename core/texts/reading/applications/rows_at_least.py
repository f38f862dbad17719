"""Finds the row of which there are at least so many as a sentence refuses for one reason, whatever else it says.

县里三个项目的招标底价牵涉企业的商业秘密，没有给的共9件: nobody knows whether these are all, but the table cannot have
fewer of that row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.meanings import Role
from core.texts.reading.sentence.sentences import SourceText

_REASONS = {
    "国家秘密": "国家秘密|密级|机密|绝密|(?<!工作)涉密|密件|保密期",
    "法律行政法规禁止公开": ("(?:法律|法规)[^，；。]{0,10}(?:禁止|不得|不准|不许|不让|不允许|禁令|必须保密|应当保密)"),
    "三安全一稳定": "三安全一稳定|国家安全|公共安全|经济安全|社会(?:不?稳定|安定)",
    "第三方合法权益": (
        "第三[方人者]|商业[秘机]密|隐私|(?:他人|旁人|别人|利害关系人|权利人)[^，；。]{0,4}"
        "(?:权益|利益|身份信息|个人信息)|(?:权利人|对方)[^，；。]{0,6}(?:不同意|反对|不愿|拒绝)"
    ),
    "内部事务信息": (
        "内部(?:事务|管理|流程|工作流程|分工|考核)|人事(?:管理|任免|安排|考核|调整|档案)|"
        "后勤|值班安排|人员分工|干部(?:考核|提拔|任免)|职级|考勤"
    ),
    "过程性信息": (
        "过程性|过程稿|讨论[稿记]|会议(?:纪要|记录)|请示[件报]|磋商|草案|草稿|初稿|征求意见稿|"
        "(?:未|没有?)(?:定稿|成文|定型)"
    ),
    "执法案卷": "案卷|卷宗",
    "行政查询事项": (
        "查询(?:事项|类)|行政查询|查档|登记(?:资料|档案|簿|底档|信息)|"
        "(?:不动产|婚姻|户籍|工商|社保|学籍)[^，；。、]{0,6}(?:查询|档案|资料)|"
        "查询[^，；。、]{0,6}(?:不动产|婚姻|户籍|工商|社保|学籍|档案)"
    ),
}
"""Words of the reasons to refuse an application by one name of each row."""
_ROW_OF = tuple(_REASONS)
_ANY = pattern("|".join(f"(?P<r{i}>{words})" for i, words in enumerate(_REASONS.values())))
_REFUSED = pattern(
    "(?:不予?|未予?|没有?|未能?|没能|不能|不宜|不便|不作|未获|不获|一律不)(?:依法|对外|对其|向其|获得?|准许|允许|同意)*(?:公开|提供|给|透露|披露)"
    "|(?<!不)(?<!反对或)(?:回绝|婉拒|谢绝|拒绝|被拒|遭拒|挡回)"
)
_SENT = pattern(
    "(?:告知|引导|指引|转告|告诉|提示|建议|请|指明)[^，；。]{1,20}(?:查询|查档|查阅|阅卷|窗口|渠道|途径|程序|办理|另查)"
)
_SENT_TOO = ("执法案卷", "行政查询事项")
_OTHERWISE = pattern(
    "(?<![不未没])(?:予以公开|同意公开|准予公开)|部分公开|全部公开|(?<!没有)(?<!没)(?<!未)(?:提供|给|给出)了|除|其余|其他(?!法律|人|企业)|另外|主要|为主|居多|大多|多[为是系数]|最多|集中|一部分"
    "|复议|诉讼|起诉|法院|争议|纠正|撤销|没有一|无一|没有因|未因|未发生|不是|并非|不算|计划|拟|打算|争取|力争|目标|今后|之外|以外|上年|去年|往年|历年|年来|以来|占|比|同比|增|减|误|不当|不应|超期|逾期"
    "|等(?:原因|情形|理由|事由|因素|情况|为由|而|不)|(?:原因|理由|情形|事由)(?:之一|包括|有)|分别|不掌握|不存在|现成|制作|补正|重复|信访|投诉|举报|出版|缴费|交费|重新出具|工作秘密|敏感|乡镇|部门(?!之?间)|各[局乡镇街单]"
)
"""What makes that it is of something else, of several things, or not refused."""
_JOINT = pattern("(?:的|信息|材料)?(?:[、和与或]|以?及)")
_JOINT_BEFORE = pattern("(?:[、和与或]|(?<![危涉顾殃波])及)(?:[^，；。、和及与或]{0,2})$")
_ALIKE = pattern("^[^，；。]{0,20}(?:等|之类|一类|这类|此类)")
"""会议纪要(等)过程性材料, 干部提拔、工作人员考核(一类)的事: examples of the row."""
_NEAR = 6
_NO_NUMBER = pattern(
    "(?:文件|信息|公文|材料|稿件|(?<!涉及)(?<!属于)(?:会议)?纪要|会议记录)(?:共|有|计|为|一共|合计)*$|(?:没有?|无|未有?|不曾有)哪?$"
)
"""审查公文9件, 形成会议纪要9件: no applications; (没有)一件: none."""


def row_at_least(source: SourceText, before: str, behind: str) -> Role | None:
    """Return the row that clauses refuse applications for; None where none or several are named."""
    text = f"{before}，{behind}"
    if _OTHERWISE.search(text) or _NO_NUMBER.search(before):
        return None
    found = list(_ANY.finditer(text))
    rows = {match.lastgroup for match in found}
    if len(rows) != 1:
        return None
    name = _ROW_OF[int((rows.pop() or "r0")[1:])]
    if not (_REFUSED.search(text) or (("申请" in text or "事项" in text) and name in _SENT_TOO and _SENT.search(text))):
        return None
    if _is_beside_others(text, found):
        return None
    return source.vocabulary.concepts.row(name)


def _is_beside_others(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether a reason stands in a list with words that are not known as reasons: 商业秘密和工作秘密."""
    begins, ends = [match.start() for match in found], [match.end() for match in found]
    for begin, end in zip(begins, ends, strict=True):
        clause = text[end:].partition("，")[0]
        if _ALIKE.search(clause):
            continue
        joined = _JOINT.match(clause)
        if joined and not any(end < other <= end + joined.end() + _NEAR for other in begins):
            return True
        if _JOINT_BEFORE.search(text, 0, begin) and not any(begin - _NEAR <= other < begin for other in ends):
            return True
    return False
