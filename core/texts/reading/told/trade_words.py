"""Reads decisions told in the words of the trade: 开出罚单78张, 代履行、拆除违建等强制9起, 动用查封、扣押手段27次.

They may be some of all, so they are compared only beside a number of another sort that is the table's
(``decisions_beside``); those of the only licence that there is, all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.base.patterns import last_of, pattern
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

WHY = "行业用语，不核对"
"""How the meaning of one ends that is compared only beside a number of the table."""
OF_YEAR = f"全年的{WHY}"
"""The same of one that is told of the whole year."""
_YEAR = pattern("全年|年内|本年度?|共|累计")
_ALL = "(?:共计?|总计|累计|合计|全年|年内|了|的|为|计)*"
_FORCE = "(?:查封|扣押|冻结|扣留|代履行|划拨|强制拆除|强拆|拆除违建|滞纳金|断电|先行登记保存)"
_PAPER = "(?:(?:[^，；。：、\\d和及与]{0,6}?(?:许可证|执照|许可|证照|资格证|合格证))|证照)"
_TOLD = (
    (
        "penalty",
        pattern(
            f"(?:开出|开具|下达|作出|送达){_ALL}(?:行政)?(?:处罚)?(?:罚单|罚款单){_ALL}(?P<n>\\d+)[张份件]"
            f"|(?:罚单|罚款单)(?:开出|开具|下达)了?{_ALL}(?P<p>\\d+)[张份件]",
            needs=["罚单", "罚款单"],
        ),
    ),
    (
        "penalty",
        pattern(
            f"(?:对[^，；。\\d]{{2,30}}(?:作出|实施|给予)|结案并|立案并)(?:行政)?处罚{_ALL}(?P<n>\\d+)[件起宗]",
            needs=["处罚"],
        ),
    ),
    (
        "coercion",
        pattern(
            f"(?:动用|采取|运用|使用|实施|依法|决定|，|、|^)*{_FORCE}(?:[、和及与]{_FORCE})*(?:等)?(?:各类|的)?(?:行政)?(?:强制)?(?:措施|手段|执行|决定)?{_ALL}(?P<n>\\d+)[次件起宗]",
            needs=["查封", "扣押", "冻结", "扣留", "代履行", "划拨", "强制拆除", "强拆", "拆除违建", "滞纳金"],
        ),
    ),
    (
        "licensing",
        pattern(
            f"(?:核发|发出|颁发|发放|办理|办出|作出|办结)了?(?:各类|各项|各种)?{_PAPER}(?:[、和及与]{_PAPER})*等?(?:各类|各项|各种)?(?:行政)?(?:许可|证照)?{_ALL}(?P<n>\\d+)[件张本个]",
            needs=["许可", "执照", "证照"],
        ),
    ),
)
_SOLE = pattern(
    "(?:是|为|属)(?:[我本](?:[局委办厅院镇乡]|街道|单位|机关))?(?:的)?(?:唯一|仅有)的?一?[项个]?的?(?:行政)?(?:许可|审批)(?:事项|项目)?，"
    "(?:全年|年内|本年度?|□□□本年度?|今年|当年|共计?|累计|受理|并|依法|均|已)*(?:办出|办结|办理|作出(?:决定)?|核准|准予|核发|审批|办)了?(?:共|决定)*(?P<n>\\d+)[件宗个份户]",
    needs=["唯一", "仅有"],
)
"""最高开票限额审批(是我局唯一的许可事项，全年受理并办出3507件)"""
_SORTS = {"licensing": "许可", "penalty": "处罚", "coercion": "强制"}
"""The noun of each sort, which no other number of the sentence may have."""
_OF_SOME = pattern(
    "抽查|抽取|评查|案卷|复核|听证|复议|诉讼|备案|移送|清单|目录|典型|案例|领域|培训|撤销|涉|重大|部分|一批|简易|当场|其中"
    "|较|比(?!例)|增[加长至到]|减[少免至到]|上年|去年|同期|季度|半年|月|每|平均|计划|以来|专项|整治|行动|公示|公开|公布|归集|上传|申请公开"
)
_REST = pattern("，(?:其余|另|其他|剩余|余下)")
_TEXTS = ("s1", "s1.active", "s1.manage", "s2", "note.t2")


@sentence_reader(
    _TEXTS, ("罚单", "罚款单", "处罚", "查封", "扣押", "冻结", "代履行", "拆除违建", "强拆", "许可", "执照", "证照")
)
def decisions_in_trade(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the decisions that are told so and that nothing else was found of."""
    sole = _SOLE.search(source.text, sentence.start, sentence.end)
    if sole:
        yield from _reading(source, sentence, sole, "licensing", is_sure=True)
    for key, words in _TOLD:
        told = [*words.finditer(source.text, sentence.start, sentence.end)]
        is_one = len(told) == 1 and sentence.text.count(_SORTS[key]) < 1 + (_SORTS[key] in told[0][0])
        if is_one:  # 强制842件中，查封扣押611件、代履行42件: parts of those told
            yield from _reading(source, sentence, told[0], key, is_sure=False)


def _reading(
    source: SourceText, sentence: SentenceState, told: re.Match[str], key: str, *, is_sure: bool
) -> Iterator[NumberReading]:
    number = "p" if "p" in told.re.groupindex and told["p"] else "n"
    start, end = source.span(told.start(number), told.end())
    if any(known.start < end and start < known.end for known in sentence.readings if known.key != "unknown"):
        return
    begin = told.start(number) if is_sure else told.start()
    clause = source.text[max(last_of("，；", source.text, 0, begin) + 1, sentence.start) : told.end()]
    if (
        _OF_SOME.search(clause)
        or _REST.match(source.text, told.end())
        or not source.is_this_year(sentence, told.start(number))
    ):
        return
    role = source.vocabulary.role(key)
    quote, scope, ways = source.quote(told.start(), told.end()), source.scope(told.start()), role.alternatives("")
    name, kind = (
        (role.name, "count") if is_sure else (f"{role.name}（{OF_YEAR if _YEAR.search(clause) else WHY}）", "other")
    )
    rule_id = role.rule_id if is_sure else ""
    yield NumberReading(start, end, quote, int(told[number]), kind, role.key, name, rule_id, ways, scope)
