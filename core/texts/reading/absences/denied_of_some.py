"""Knows that a plain 没有 is said of some only: 发出收费通知3件，2件未收取信息处理费 says nothing of the third."""

from __future__ import annotations

from core.base.patterns import holds_one, pattern
from core.texts.language.persons import NOT_OF_ALL, PERSON

_SOME = pattern(
    r"(?:^|[，；：（、])(?:其中|另外?|有|还|对|但|其余|余下|剩余|的)*(?P<number>\d+)[件份宗人名家户位]"
    r"(?:[^，；。、：\d]{0,12}|[^，；。、：\d]{0,12}(?:缴|收费|逾期|减免|免收)[^，；。、：\d]{0,8}，)$"
)
"""(2件)未收取, (其中2件申请人逾期未缴费，)未收取"""
_REST = pattern(
    r"(?:^|，)除(?:此|(?:上述|以上|前述)[^，；。]{0,8}?)(?:之|以)?外，?(?:[^，；。\d]{2,16}等)?(?:再|也|均|都|就)?$|(?:^|，|对)(?:其余|余下|剩余|其他|其它|另外的?)(?:各|的)*"
    r"(?:(?:政府)?(?:信息公开)?申请人?|(?:单位|部门|乡镇|镇街|街道|分局|站所|科室)|事项|办件|件|部分|情形|主体|类型|类别)?(?:均|都|一律|则|全部)*$"
)
"""对3件申请收费；(其余申请)未收取. (除此之外)没有收取"""
_BUT_SOMEBODY = pattern("除(?:了|去)?[\\d一二两三几]+[名位户人家][^，；。]{0,12}外，[^，；。]*$")
"""(除1名村民外，)没有人申请复议"""
_BUT_THOSE_TOLD = pattern("除(?:此|(?:上述|以上|前述)[^，；。]{0,8}?)(?:之|以)?外，?[^，。；]{0,12}$")
_CASES_TOLD = ("复议", "诉", "法院")
_WHOLE_TOLD = pattern(r"(?:收到|受理|新收|办结|发出|送达|出具|引发|发生)")
_ALL = pattern("均|都|全部|一律")
_OLD_ONES = pattern(
    "(?:其中，?)?(?:对|就)?(?:□□□)?(?:上年|去年|上一年)度?[^，；。]{0,4}的(?:申请)?"
    "\\d+[件份宗](?:申请)?[^，；。\\d]{0,8}(?:办结|答复)，"
)
"""(对上年结转的4件全部办结，)无结转"""


_WAY = (
    "(?:窗口|现场|线下|线上|网上|网络|网站|在线|信函|信件|来信|来函|书面|纸质|邮寄|邮政|快递|寄送|当面|上门|传真|电话|微信|公众号"
    "|(?:电子)?邮箱|信箱|电子邮件|邮件)+(?:寄送|递交|提交|受理|申请|收件|接待|平台)?(?:渠道|方式|形式|途径|窗口|处|点|端|里|上)?"
)
_CHANNELS = pattern(
    "(?:^|[，；：（])(?:但|而|其中|另外?|全年|本年度?|□□□本年度?|年内|我[局镇乡委办]|[局镇乡]|依申请公开|信息公开|公开|通过|经|以|从)*"
    f"(?P<ways>{_WAY}(?:(?:、|和|与|及|以及|或)+{_WAY})*)(?:[这两二三四五][种类个项条])?(?:渠道|方式|形式|途径)?"
    "(?:[^，。；：\\d]{0,10}(?:关停|停用|下线|撤销|关闭|停办|暂停)[^，。；：\\d]{0,4}，)?"
    "(?:则|均|都|也|亦|全年|本年度?|□□□本年度?|年内|至今|一直|仍|还|尚)*$"
)
"""(窗口)没有人提出过申请，网上收到7件; (邮箱渠道已于上年关停，年内)未收到申请; (传真、电子邮件渠道)未收到申请"""
_ON_LINE, _OFF_LINE = (
    pattern("线上|网|在线|电子|邮件|微信"),
    pattern("线下|窗口|现场|信函|信件|书面|纸质|邮寄|当面|来信|来函"),
)
_ALL_THERE_ARE = pattern("线上|线下|书面|纸质")
"""(线上、窗口)未收到申请: the two of them are all ways there are."""
_COUNTED = pattern("\\d[件份宗]")


def is_of_one_channel(before: str, sentence: str = "") -> bool:
    """Whether the words of a sentence before a negation say by what channel, or which of them, nobody applied.

    Where ways on line and off line are named, all are meant: 信函、网上渠道均未收到申请; but not beside numbers in the
    whole ``sentence``: 网站收到12件，信函、电子邮件渠道未收到申请.
    """
    said = _CHANNELS.search(before)
    if said is None:
        return False
    ways = said["ways"]
    if not (_ON_LINE.search(ways) and _OFF_LINE.search(ways)):
        return True
    return not _ALL_THERE_ARE.search(ways) and bool(_COUNTED.search(sentence))


_ONE_PERSON = pattern(f"{PERSON}{NOT_OF_ALL}$", needs=["某"])
"""(王某收到后)未申请行政复议"""
_DECIDED_OTHERS = pattern(
    "\\d+[件份宗](?:(?!公开|答复|告知)[^，；。]){0,10}?(?:处罚|许可|强制|征收|裁决|审计决定|处理决定)[^，；。]{0,4}，(?:也|均|都|亦|尚)*$"
)
"""(当年作出的9份审计决定、3件行政处罚，也)未引发行政复议"""


_OF_SUCH = pattern(
    "(?:[此这该同]类|这样的?)(?:情况|情形|问题|事项|申请|办件)[^，；。\\d]{0,8}\\d+[件份宗]，(?:申请人|当事人|对方)?(?:[收得拿接看]到[^，；。]{0,6}?)?(?:均|都|也)*$",
    needs=["类", "这样"],
)
"""(此类情况全年共4件，申请人收到后均)未申请复议: of these four."""
_BEFORE_COURT = pattern("(?:起诉|诉讼|开庭)之?前(?:均|都|也|并)*$")
"""行政诉讼2件，(起诉前都)没有申请行政复议: of these."""


def is_of_other_cases(before: str) -> bool:
    """Whether the words before a negation except cases or people: 1件由法院驳回。除此之外，没有诉讼.

    What one person did not ask for, or what came of decisions in other fields, says nothing of all either.
    """
    if _ONE_PERSON.search(before) or _DECIDED_OTHERS.search(before) or _BEFORE_COURT.search(before):
        return True
    if _OF_SUCH.search(before):
        return True
    but = _BUT_THOSE_TOLD.search(before)
    is_beside_told = but is not None and holds_one(before[: but.start()], _CASES_TOLD)
    return is_beside_told or bool(_BUT_SOMEBODY.search(before.rpartition("。")[2]))


_THOSE_COUNTED = pattern("(?:对|给|向|就)[^，；。]*\\d+[户名家件起宗人个位][^，；。\\d]{0,8}$")
"""(对首次轻微违法的38户)未实施行政处罚"""


_OF_ANYBODY = pattern("[对向给为]任何")
_IN_ONE_FIELD = pattern("(?<!执法)(?:领域|工作中|过程中|环节)|(?<!报告)(?<!统计)(?<!年度)期间")
"""(新业态领域推行包容审慎监管，)未对任何市场主体实施行政处罚"""


def of_few(before: str, denied: str = "") -> bool:
    """Whether the words before a negation count those that it is said of, or name the field where it holds."""
    is_of_a_field = _OF_ANYBODY.search(denied) and _IN_ONE_FIELD.search(before)
    return bool(is_of_a_field or _THOSE_COUNTED.search(before))


def is_denied_of_some(before: str) -> bool:
    """Whether the words of a sentence before a negation say of how many of those told before it holds."""
    part = before.rpartition("；")[2]
    if _REST.search(part) or _OLD_ONES.fullmatch(part):
        return True
    some = _SOME.search(part)
    if some is None or _WHOLE_TOLD.search(part, some.start("number")):
        return False
    earlier = [number[1] for number in _NUMBER.finditer(before, 0, before.rfind(part) + some.start("number"))]
    if some["number"] in earlier:
        return False  # 发出收费通知3件，3件均未收取
    return bool(earlier) or not _ALL.search(part, some.end("number"))  # 113件申请均未收取


_NUMBER = pattern(r"(?<!\d)(\d+)[件份宗人名家户位]")
