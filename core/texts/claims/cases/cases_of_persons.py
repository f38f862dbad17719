"""Leaves out what became of the cases of somebody that a text tells of: 吴某对3份答复书分别申请复议，市政府均予维持.

Of how many answers, or who went there, narrows what is told behind it in the sentence.
"""

from __future__ import annotations

import re

from core.base.patterns import holds_one, last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import LAWSUIT_ROWS, REVIEW_ROW
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.language.role_keys import TOLD_OUTCOMES
from core.texts.reading.sentence.share_checks import added

_RULE = "N-06"
_TWICE = 2
"""Persons that nothing tells to be some of all are few where there are twice as many cases."""
_SENTENCE = "。！？\n"
_PARTS = "。；\n"
_WENT = (
    "(?:(?:申请|提起?|提出|提交|启动|走了?)(?:了|过)*(?:政府信息公开|信息公开)?(?P<review>(?:行政)?复议)"
    "|(?:(?:申请|提起?|提出)(?:了|过)*(?:行政)?诉讼|起诉|[诉告][至到诸上]))"
)
_ABOUT = pattern(
    f"(?:对|就|不服|针对|围绕|不满)[^，；。\\d]{{0,10}}?(?P<n>\\d+|[{NUMERALS}]+)[份件封](?:政府信息公开|信息公开|公开|依申请公开|申请|的|作出)*"
    f"(?:答复|告知|决定|回复|处理|不予公开|部分公开)[^；。\\d]{{0,24}}?{_WENT}",
    needs=["份", "件", "封"],
)
"""(对3份答复书分别申请复议)，市政府均予维持"""
_NAMED = (
    "某某?|[\u4e00-\u9fff](?:先生|女士)|[\u4e00-\u9fff]姓(?:村民|居民|市民|业主|申请人|男子|女子)|(?<![会共协不])同一?(?:个|名|位)?(?:申请人|人(?![民社大])|村民|公司|企业)(?!等)"
    f"|(?P<many>\\d+|[{NUMERALS}]+)[名位户家](?:村民|居民|申请人|群众|市民|业主|企业|公司|职工|家长|农户)"
    "|[该此](?:申请人|人|公司|企业|村民|居民|市民|户)(?!等)"
)
_PERSON = pattern(
    f"(?:{_NAMED})(?!等|.{{0,6}}(?:代理|应诉|出庭))[^；。]{{0,40}}?{_WENT}",
    needs=["某", "先生", "女士", "姓", "同", "该", "此", "名", "位", "户", "家"],
)
"""(王某先后申请复议)，均被维持"""
_SOME = (
    f"(?P<many>\\d+|[{NUMERALS}]+)(?:[名位户家](?:村民|居民|申请人|群众|市民|业主|企业|公司|职工|家长|农户)?|人|个(?:人|申请人))(?!次|等)"
    "(?![^，；。]{0,8}(?:代理|应诉|出庭))"
)
_OF_THEM = pattern(
    f"(?:其中，?(?:有|就有)?|光|仅){_SOME}[^，；。\\d]{{0,10}}?{_WENT}", needs=["人", "名", "位", "户", "家"]
)
"""涉及6名申请人，(其中1人先后提起复议)3件: of that one, whatever is said of all before it."""
_THEN_SOME = pattern(
    f"(?:(?<=，)|(?<=[后来]))(?:另外?|又|还)?有{_SOME}[^，；。\\d]{{0,12}}?{_WENT}"
    f"|有{_SOME.replace('<many>', '<these>')}[^，；。\\d]{{0,4}}?(?:就|对|因|不服)(?:同一|[该此这其]|上述|前述|以上)"
    f"[^，；。\\d]{{0,10}}?{_WENT.replace('<review>', '<disputed>')}",
    needs=["人", "名", "位", "户", "家"],
)
"""答复后，(有2人就同一事项申请复议)，区政府维持1件: of these two, where nothing says that they are all of the year."""
_OF_COUNTED = pattern(
    "(?:^|[，；。])(?![^，；。]*(?:办结|收到|答复|受理|新收|处理|办理))[^，；。\\d]{1,12}(?P<n>\\d{1,6})[件份宗](?:答复|申请|决定)?[^，；。\\d]{0,6}(?:只|仅|才)有?$"
)
"""会审的(26件目前只有)1件引发复议: of the 26."""
_ALL_OF_HIS = pattern("(?:均|都|全部|皆)(?:是|为|系|由)[^，；。]{0,6}$")
"""复议10件，(均为)李某提起"""
_BACK = pattern("全[年局市县区省州委厅镇乡]|[今本]年(?!度?报)|累计|总[计数量]|合计|共计|一共|所有|上述")
_YEAR = pattern("20\\d\\d年(?!\\d)|本年度?，")
_COUNT = pattern("(?<!\\d)(\\d{1,6})[件起宗份]")
_HINTS = (
    "份",
    "封",
    "件答复",
    "件申请",
    "件告知",
    "件决定",
    "件政府信息",
    "件信息",
    "某",
    "先生",
    "女士",
    "姓",
    "同",
    "该",
    "此",
    "名",
    "位",
    "户",
    "家",
    "人",
)
_BROUGHT = ("cases_review", "cases_lawsuit")
_NO_LOSS = "no_loss"
_ALL_UPHELD = (_NO_LOSS, "all_upheld")


def cases_of_persons(context: CheckContext, found: Found) -> Found:
    """Do not judge outcomes, or lawsuits, of a few answers that somebody took to a review, or to court."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.rule_id != _RULE or claim.is_share or not _may_be_of_some(claim):
            continue
        if _is_of_somebody(context, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _may_be_of_some(claim: Claim) -> bool:
    """Whether a claim says of all that they ended in a way, or is no more than the table has."""
    if claim.number is None:
        return claim.key == _NO_LOSS or claim.key.startswith("all_")
    return (claim.key in TOLD_OUTCOMES or claim.key in _BROUGHT) and claim.number < max(claim.sums, default=0)


def _is_of_somebody(context: CheckContext, claim: Claim) -> bool:
    text, end = context.report.texts[claim.place.text], claim.place.end
    begin = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    begin = max(text.rfind("；", begin, claim.place.start) + 1, begin)
    few = _OF_COUNTED.search(text, begin, claim.place.start)
    if few and (claim.number or 0) <= int(few["n"]):
        return True
    if not holds_one(text[begin:end], _HINTS):
        return False
    close = min((at for mark in _PARTS if (at := text.find(mark, end)) >= 0), default=len(text))
    story = _ABOUT.search(text, begin, close)
    story = story if story and story.start() <= claim.place.start else None
    if story and _is_few(context, story, claim):
        return not _BACK.search(text, begin, end)
    some = _OF_THEM.search(text, begin, end)
    if some and _number(some["many"]) < (_all(context, some) or 0):
        return True
    then = _THEN_SOME.search(text, begin, end)
    if then and not (_BACK.search(text, begin, end) or _YEAR.search(text, begin, end)):
        rows = (REVIEW_ROW,) if then["review"] or then["disputed"] else LAWSUIT_ROWS
        return _number(then["many"] or then["these"]) * _TWICE <= (_total(context, rows) or 0)
    told = _PERSON.search(text, begin, close if claim.key in _BROUGHT else end)  # 周某对其中(2件)申请复议
    if told is None or story or _ALL_OF_HIS.search(text, begin, told.start()):
        return False
    whole = _all(context, told)
    if whole is None or (told["many"] and _number(told["many"]) >= whole):
        return False
    counted = {int(n) for n in _COUNT.findall(text, begin, claim.place.start)}
    return whole not in counted and not _BACK.search(text, begin, end)


def _is_few(context: CheckContext, story: re.Match[str], claim: Claim) -> bool:
    """Whether the answers that were taken there are fewer than all cases, and no more than were upheld."""
    number = _number(story["n"])
    upheld = added(tuple(f"{row}.upheld" for row in _rows(story)), context.numbers)
    is_upheld = claim.key not in _ALL_UPHELD or upheld is None or number <= upheld
    return 0 < number < (_all(context, story) or 0) and is_upheld


def _number(printed: str) -> int:
    return (int(printed) if printed.isdecimal() else han_number(printed)) or 0


def _rows(went: re.Match[str]) -> tuple[str, ...]:
    return (REVIEW_ROW,) if went["review"] else LAWSUIT_ROWS


def _all(context: CheckContext, went: re.Match[str]) -> Number | None:
    return _total(context, _rows(went))


def _total(context: CheckContext, rows: tuple[str, ...]) -> Number | None:
    return added(tuple(f"{row}.total" for row in rows), context.numbers)
