"""Leaves out results of some applications that the sentence before tells of, and that they make up.

科研机构来的5件都有了结果：某大学2件，某社科院3件。4件予以公开；另外1件本机关不掌握: 4 and 1 are those 5. So are those
with a rest that come to a number told before: 征求意见书17份。…。不予公开5件，部分公开3件，其余9件予以公开.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.share_checks import added

_RULE = "N-05"
_SENTENCE = "。！？\n"
_DONE = pattern(
    "(?P<who>[^，；。：\\d]{2,20}?)(?P<n>\\d+)[件份宗](?:申请)?，?(?:都|均|全部|全都|已|也|年内|按期|及时|依法|先后|现|到年底)*"
    "(?:有了?(?:结果|下文|答复)|办结|办完|办理完毕|答复|回复|作出(?:了)?答复|处理完毕|得到答复)"
)
"""(科研机构来的5件都有了结果)：…"""
_OF_ALL = pattern(
    "今年|本年度?|当年|全年|年内|20\\d\\d年|[我本全][局委办厅院镇乡县市区]|街道|机关|单位|收到|新收|受理|接收|办理|办结|答复"
    "|政府|信息|依申请|公开|申请|一共|总共|共计|累计|合计|共|以上|上述|这|的|对|于|在"
)
"""Words before a number that narrow nothing: (今年收到的)100件都有了结果."""
_BEGINS = pattern("(?:其中，?)?(?P<n>\\d+)[件份宗]")
_COUNT = pattern("(?<!\\d)(\\d+)[件份宗]")
_REST = pattern("其余|余下|剩余|剩下")
_SHORTEST = 2


def results_after_story(context: CheckContext, found: Found) -> Found:
    """Do not judge results that are those of some applications told of in the sentence before."""
    for i, (claim, scope) in enumerate(found):
        is_result = claim.agrees is False and claim.rule_id == _RULE and claim.kind == "count"
        if is_result and claim.number and (_are_of_story(context, claim) or _are_of_set(context, claim)):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _are_of_story(context: CheckContext, claim: Claim) -> bool:
    """Whether the numbers of a sentence add up to some applications of which the one before says that they are done."""
    text = context.report.texts[claim.place.text]
    begin = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    if begin == 0 or text[begin - 1] == "\n" or not _BEGINS.match(text, begin):
        return False
    told = _DONE.match(text, last_of(_SENTENCE, text, 0, begin - 1) + 1, begin)
    if told is None or len(_OF_ALL.sub("", told["who"])) < _SHORTEST:
        return False
    end = min((at for mark in _SENTENCE if (at := text.find(mark, begin)) >= 0), default=len(text))
    parts = [int(n) for n in _COUNT.findall(text, begin, end)]
    is_whole = len(parts) > 1 and sum(parts) == int(told["n"])
    is_possible = (claim.number or 0) <= max(claim.sums, default=0)
    return is_whole and is_possible and sum(parts) not in [added(way, context.numbers) for way in ALL_WAYS]


def _are_of_set(context: CheckContext, claim: Claim) -> bool:
    """Whether the numbers of a sentence with a rest come to a number of its paragraph that is not all of the table."""
    text = context.report.texts[claim.place.text]
    begin = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    end = min((at for mark in _SENTENCE if (at := text.find(mark, claim.place.end)) >= 0), default=len(text))
    if not _REST.search(text, begin, end):
        return False
    parts = [int(n) for n in _COUNT.findall(text, begin, end)]
    before = {int(n) for n in _COUNT.findall(text, text.rfind("\n", 0, begin) + 1, begin)}
    is_set = len(parts) > 1 and sum(parts) in before and (claim.number or 0) <= max(claim.sums, default=0)
    return is_set and sum(parts) not in [added(way, context.numbers) for way in ALL_WAYS]
