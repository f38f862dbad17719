"""Knows numbers that are of some only, by what leads their part of a sentence, or by what stands right before them.

不掌握43件。这43件里，档案馆已接收17件、…; 分县局办结351件，…，结转9件; 逾期未缴的1件，涉及420元;
协助办理的案件13件，办结12件.
"""

from __future__ import annotations

from core.base.patterns import holds_one, pattern
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.sentences import SentenceState, SourceText

_THESE = pattern(
    "(?:^|[；，])(?:在|对)?(?:这|上述|该|以上)(?P<many>\\d+)[件宗份](?:申请|答复)?(?:里面?|中|当中|之中|里头)"
    "(?=[^；]*$)"
)
OF_BRANCHES = pattern(
    "(?:^|[；：])(?:而|其余|其他)?(?:(?:各|所辖|下辖|\\d+个)+分局|(?<=[；：])分局"
    "|(?:各|所辖|下辖|\\d+个)*(?:分县局|县区局|区县局|县分局|市县局|县[（(][市、区]+[）)]局|县市局))"
    "(?!办(?![结理了])|党|综合|局长|领导|机关|法)(?![^；]*(?:全[年市县局系]|机关|[我本]局|合计|总计|共计))"
)
"""(分县局)办结351件，其中含上年结转17件，结转下年9件: of the offices below, up to the end of the part."""
_NOTICES = pattern(
    "通知书?(?:共|合计|有|了|书)*(?P<many>\\d+)[件份张](?:[，、]|[^，；。、\\d中里]){0,16}\\d+(?:\\.\\d+)?元"
)
"""收费通知(4件，涉及金额2310元)；…未缴的1件，涉及420元: all of it was told."""
_SOME_NOTICES = pattern("(?P<many>\\d+)[件份张笔][^；。\\d]{0,12}$")
_ANOTHER = pattern("[向对就][^，；。]{0,3}另[外一]?")
"""向一家企业收取80元，(向另一家)收取80元"""
_GREATEST = pattern("(?:最[高低多少大小]|单[笔件])[^，；。]*$")
"""(最高)一件应收900元"""
_FOR_OTHERS = pattern(
    "(?:协助|配合|代理|代表|代为|指导|支持)(?![^；。\\d]*[我本][局委办厅机单市县区镇乡街])[^，；。\\d]{0,24}(?:复议|诉讼|应诉|案)[^；。]*$"
)
"""协助省政府行政复议机构办理涉市县局的案件13件，办结12件: cases of others."""


def is_of_some_only(source: SourceText, sentence: SentenceState, number: PrintedNumber, role: Role) -> bool:
    """Whether a number is of some applications only: of one row told before, or of the offices below."""
    before = source.text[sentence.start : number.start]
    if role.rule_id == "N-03" and "局" in before and OF_BRANCHES.search(before):
        return True
    these = _THESE.search(before) if role.rule_id == "N-05" and holds_one(before, ("这", "述", "该", "以上")) else None
    if these is None:
        return False
    end = source.text.rfind(f"{these['many']}件", 0, sentence.start + these.start("many"))
    row = source.subject(end).removeprefix("其中").removesuffix("的") if end >= 0 else ""
    return source.vocabulary.concepts.row(row) is not None


def is_of_some_notices(before: str, own: str, right: str, key: str) -> bool:
    """Whether money is that of one notice of several, or of one who asked of several."""
    if _ANOTHER.search(own + right) or _GREATEST.search(before):
        return True
    some = _SOME_NOTICES.search(before) if key == "fee_billed" else None
    all_told = _NOTICES.search(before) if some else None
    return bool(some and all_told and int(some["many"]) < int(all_told["many"]))


def is_for_others(before: str) -> bool:
    """Whether cases are those of other offices, which one only helped with."""
    return bool(_FOR_OTHERS.search(before))
