"""Leaves out what is told of one that is singled out among many, or of applications of one sort.

最多的是河口镇，收到6件，公开4件: such a number is half of all at most, else it is that of no one among many; what goes
on from it is of these. So are 相关申请14件, and 县档案馆，仅收到1件 in the report of another office.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.base.short_names import stands_in_order
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.vocabulary import TextVocabulary, load_vocabulary

_RULES = frozenset(["N-01", "N-03", "N-04", "N-05"])
_WHOLES = ("N-01", "N-04")
_PARTS, _SENTENCE = "。！？；\n", "。！？\n"
_MOST = "最(?:多|少|高|低|大|小|集中|突出|快|慢|活跃|繁忙)"
_SUPERLATIVE = pattern(
    f"{_MOST}的(?:[^，；。：\\d是为有系属]{{0,8}})(?:当?属|是|为|有|系)(?P<who>[^，；。：（）\\d]{{2,20}}|\\d{{1,2}}月(?:份|\\d{{1,2}}日)?)"
    f"|{_MOST}的(?P<one>[一这那][位名家户个件起])"
)
"""(最多的是河口镇)，收到6件, (申请量最大的一名)申请人"""
_RANKED = pattern(
    "(?:^|[，；。：])(?:其中，?)?(?P<who>[^，；。：（）\\d]{2,14}?)(?:的?(?:申请|办件|受理|收件|承办|承接)(?:数?量)?|收到的?(?:申请)?)?"
    f"(?:居?[^，；。：\\d]{{0,8}}(?:首位|之首|榜首|首|前列|第[一二三四]位?)|排(?:名|在)?第?[一二三四](?:位|名)?|{_MOST}|次之|紧随其后)，",
    needs=["首", "第", "排", "最", "次之", "其后", "前列"],
)
"""(县住建局排第二，)受理18件"""
_MONTH = pattern(
    f"(?:^|[，；。：、])(?:其中|而|但|以|，)*(?:\\d{{1,2}}|十[一二]?|[一二三四五六七八九])月份?(?:(?:和|与|、)\\d{{1,2}}月份?)?(?![底末]|\\d)[^，；。：\\d]{{0,10}}"
    f"(?:{_MOST}|最为?[^，；。：\\d]|次之|其次|居[首末]|垫底|高峰|低谷|峰值|谷底|[淡旺]季|(?:较|偏|明显)[多少])[^，；。：\\d]{{0,8}}，(?!.*(?:全年|年内|[今本当]年|一年|累计))",
    needs=["月"],
)
"""(10月最少，)只收到1件"""
_ALONE = pattern(
    "(?:仅|单|光|只)(?:是|论|就|看)?[^，；。：\\d]{2,14}?(?:一家|一个[^，；。：\\d]{1,4}|一[镇乡县区局处地市科]|一地)?(?:单位|部门)?，?(?:就|便|即)(?:有|已|收到|受理|新收|办结|接到)",
    needs=["就", "便", "即"],
)
"""(仅河口镇一家就收到)6件"""
_OFFICE = pattern(
    "(?:^|[，；。：]|的是|的有|[是为有像如])(?P<office>(?:[^，；。：（）\\d是为有像如由]{0,14}?于)?[^，；。：（）\\d是为有像如由于]{1,10}?(?:局|委|馆|镇|乡|街道|中心|办公室|派出所|[支大中]队))"
    "(?:最[^，；。\\d]{1,4}|[^，；。\\d]{0,4}居[^，；。\\d]{1,3})?，(?:一年|全年|年内|今年|本年度?|共|仅|只|累计|也|就)*(?:收到|受理|新收|办结|承办|接收|接到)(?:申请)?$",
    needs=["，"],
)
"""(县档案馆最清闲，仅收到)1件, (仅次于自然资源局，全年受理)18件"""
_EXAMPLE = pattern(
    "(?:^|[，；。：])(?:(?:例如|比如|譬如|像|诸如|如)(?![上下前果何期实])[^，；。：\\d]{2,14}|以[^，；。：\\d]{2,14}为例，)",
    needs=["如", "像", "为例"],
)
"""(以河口镇为例，)全年收到6件"""
_OF_THAT_SORT = pattern(
    "(?:相关|有关|此类|这一?类|该一?类|同类|类似|这一?部分|该部分|这些|上述领域|前述事项|[这该]一?(?:领域|方面))的?"
    "(?:政府信息公开|信息公开|政府信息|公开)?(?:的?申请|新收|收到|受理)"
)
"""(相关申请)14件"""
_PERSONS = pattern(
    "(?:^|[，；。：])(?:其中，?|另有?|如)*(?:[^，；。：（）\\d]{0,8}?某[^，；。：（）\\d]{0,4})(?:等?(?:\\d{1,2}|[一两二三四五六七八九十])[人名户家位])?(?:[^，；。：\\d]{0,8})(?:提交|提出|递交|申请|寄来)[^，；。：\\d]{0,8}$",
    needs=["某"],
)
"""(张某等5人先后提交申请)43件"""
_WHOLE = pattern(
    "全(?:[局市县区州省委厅院镇乡系]|部申请)|[我本](?:[局委办厅院市县区州省镇乡]|机关|单位|街道)|总[数量计共体]|合计|共计|总计|所有"
)
_FEES = "N-17"
_NOBODY = "none_received"
_PLAIN_WORDS = pattern("[^，；。：\\d]*")
_SHARES = ("share", "word_share")
_OF_OFFICE = pattern(
    "(?:^|[，；。：])(?:而|但|同期|同年|此外|另外|相比之下|其中|例如|比如|又如|全年|年内|今年|本年度?)*，?(?:\\d+[件宗份](?:申请)?由)?"
    "(?P<office>[^，；。：（）\\d我本]{1,14}?(?:局|委|馆|镇|乡|街道|中心|办公室|厅|管委会|[支大]队)"
    "|(?:邻近|相邻|毗邻|临近|周边|兄弟|同类)[^，；。：（）\\d我本]{1,8}?[市县区])"
    "(?:(?:全年|一年|年内|今年|本年度?|同期|共|仅|只|累计|则|也|就)*(?:收到|受理|新收|办结|办理|承办|答复|接收|接到)(?:了|的?申请)*(?:\\d+[件宗份]|，)"
    "|最[^，；。\\d]{1,4}，)"
)
"""(同期市公安局收到33件)，公开比例不足三成"""
_LOWER = pattern(
    "(?:另|其中|另有|此外|，|各|其余|其他|所辖|下属|\\d+[个家])*[^，；。\\d我本]{0,6}(?:分局|街道(?:办事处)?|乡镇|镇街|派出所|[支大中]队|二级单位|直属单位|下属单位)[^，；。\\d]{0,4}"
    "(?:发出|制发|开具|收取|收费|应收|实收)"
)
"""(4个区分局共发出)通知2件"""


def singled_out_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge the numbers of what is singled out, nor those that go on from them."""
    vocabulary = load_vocabulary(context.report.form_id)
    head: Claim | None = None
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False:
            continue
        if claim.kind in _SHARES and _is_share_of_office(context, claim):
            found[i] = claim.left_alone(OF_SOME), scope
        if claim.is_share:
            continue
        if claim.rule_id == _FEES and _is_of_lower_offices(context.report.texts[claim.place.text], claim):
            found[i] = claim.left_alone(OF_SOME), scope
        if claim.key == _NOBODY and _is_of_month(context.report.texts[claim.place.text], claim):
            found[i] = claim.left_alone(OF_SOME), scope
        if claim.rule_id not in _RULES:
            continue
        text, start = context.report.texts[claim.place.text], claim.place.start
        begin = last_of(_PARTS, text, 0, start) + 1
        if head and not _goes_on(text, begin, head, claim):
            head = None
        if head is None and _is_singled_out(vocabulary, context.report.unit, text[begin:start], claim):
            head = claim
        if head:
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_share_of_office(context: CheckContext, claim: Claim) -> bool:
    """Whether a share is told in a sentence of another office: 市公安局收到33件，公开比例不足三成.

    That one is spoken of to the end of the sentence, or to the next words of all.
    """
    text = context.report.texts[claim.place.text]
    begin = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    said = [*_OF_OFFICE.finditer(text, begin, claim.place.start)]
    if not said or _WHOLE.search(text, said[-1].start("office"), claim.place.end):
        return False
    return not stands_in_order(said[-1]["office"], context.report.unit)


def _is_of_month(text: str, claim: Claim) -> bool:
    """Whether a denial is said of the month named right before it: 1月最为清闲，没有收到申请."""
    begin = last_of(_PARTS, text, 0, claim.place.start) + 1
    said = [*_MONTH.finditer(text, begin, claim.place.start)]
    return (
        bool(said)
        and not _WHOLE.search(text, said[-1].start(), claim.place.end)
        and (_PLAIN_WORDS.fullmatch(text, said[-1].end(), claim.place.start) is not None)
    )


def _is_of_lower_offices(text: str, claim: Claim) -> bool:
    """Whether the money in a part of a sentence is what other offices asked for: 4个区分局共发出通知2件，金额360元."""
    start = claim.place.start
    begin = last_of(_PARTS, text, 0, start) + 1
    return bool(_LOWER.match(text, begin, start)) and not _WHOLE.search(text, begin, start)


def _goes_on(text: str, begin: int, head: Claim, claim: Claim) -> bool:
    """Whether a number is one of those that the number before it in its part of the sentence is the whole of."""
    is_here = head.place.text == claim.place.text and begin <= head.place.start
    is_less = (claim.number or 0) <= (head.number or 0)  # 收到7件，均为同一村村民提交: said of the 7
    return is_here and is_less and not _WHOLE.search(text, head.place.end, claim.place.start)


def _is_singled_out(vocabulary: TextVocabulary, unit: str, head: str, claim: Claim) -> bool:
    """Whether the words before a number single out what it is told of, which is half of all at most."""
    if claim.rule_id not in _WHOLES or claim.kind != "count" or not claim.number:
        return False
    if claim.number * 2 > max(claim.sums, default=0):
        return False
    said = [m for shape in _SHAPES for m in shape.finditer(head)]
    if not said:
        return False
    last = max(said, key=lambda match: match.end())
    if _WHOLE.search(head, last.start()):
        return False
    office = last.groupdict().get("office")
    if office and stands_in_order(office.rpartition("于")[2], unit):
        return False  # the unit itself
    who = last.groupdict().get("who")
    return who is None or vocabulary.concepts.shared(who, "request") is None


_SHAPES = (_SUPERLATIVE, _RANKED, _MONTH, _ALONE, _OFFICE, _EXAMPLE, _OF_THAT_SORT, _PERSONS)
