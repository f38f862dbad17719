"""Compares lists of all applications that tell no total: 从申请渠道看，网络9件、信函7件、当面3件 are 19.

By ways in, by matters with 其他 at their end, or by all parts of the year. They are those of the year, or with those
carried in; where any number of the text is what they come to, they may be of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, HANDLED, RECEIVED
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.role_keys import NEW
from core.texts.reading.sentence.sentences import OVERVIEW_TEXTS, REQUEST_TEXTS
from core.texts.sums.channels import CHANNEL, NO_OTHER, TOLD_TWICE
from core.texts.sums.sums import wrong_sums

_HEAD = (
    "(?:(?:新收|新增|收到|受理|全部|全年|本年|年内|20\\d\\d年)*(?:的)?(?:政府信息公开|信息公开)?(?:申请|来件|件)?(?:[中里]，?)?)?"
    "(?:从|按照?|以|就|分|依)?(?:新收|收到)?(?:的)?(?:政府信息公开|依申请公开|信息公开)?"
)
_SEEN = "(?:情况)?(?:上?来?看|分布|划分|统计|区分|分类|构成|方面|分别|依次|上|分|计|为|是|有|包括)*[，：]?"
_BY_WAYS = pattern(
    f"(?:^|(?<=[，。；\\n])){_HEAD}(?:申请|提交|接收|接件|收件|收到|受理|递交|提出|来件|办理)?(?:的)?(?:渠道|方式|途径|来源|来路){_SEEN}",
    needs=["渠道", "方式", "途径", "来源", "来路"],
)
_BY_MATTERS = pattern(
    f"(?:^|(?<=[，。；\\n])){_HEAD}(?:申请|所涉|涉及)?(?:的)?(?:内容|事项|领域|类别|类型|主题){_SEEN}",
    needs=["内容", "事项", "领域", "类别", "类型", "主题"],
)
_BY_TIME = pattern(
    f"(?:^|(?<=[，。；\\n])){_HEAD}(?:申请|收到|受理)?(?:的)?(?:各?季度|时间|时段|月份){_SEEN}", needs=["季度", "半年"]
)
_NO_HEAD = pattern("(?:^|(?<=[。\\n]))(?:全年|年内|本年)?(?=[^，；：。、（）()\\d\\n]{2,24}\\d{1,9}[件宗份][，、])")
"""(网络9件、信函7件、当面3件。): a sentence of its own."""
_ITEM = pattern(
    "(?P<name>[^，；：。、（）()\\d\\n]{2,24}?)(?P<n>\\d{1,9})[件宗份](?:（[^（）]{1,12}[%％]）|，占(?:比|总数|总量)?(?:约|为)?[\\d.]+[%％])?"
    "(?P<mark>[，、；]|和|及|与|以及)?"
)
_NO_WAY = pattern(
    "答复|回复|送达|领取|提供|获取|公开(?!系统|平台|窗口|专区|专栏|点|查阅|办|栏)|咨询|办结|处理|补正|延期|自然人|企业|个人|律|其中|增|减|比|仅|超|均|各|近|约|多"
)
_LAST_WAY = pattern("(?:传真|电话|其[他它])(?:及其[他它])?(?:方式|渠道|途径|形式)?(?:提交|申请)?$")
_LAST_MATTER = pattern("(?:其[他它余]|余下|剩余)(?:各?类|方面|事项|领域|内容|信息|申请|的|为|有)*$")
_NO_MATTER = pattern(
    "公开|提供|不予|办结|答复|结转|撤回|终止|补正|自然人|企业法|法人|个人|维持|纠正|其中|增|减|比上|仅|约"
)
_TIMES = (
    ("一季度", "二季度", "三季度", "四季度"),
    ("上半年", "下半年"),
    ("上半年", "三季度", "四季度"),
    ("前三季度", "四季度"),
)
_TIME = pattern("(?:第)?(?P<time>[一二三四]季度|[上下]半年|前三季度)(?:共|收到|新收|受理|登记|提出|申请|的|为|有)*$")
_GOES_ON = pattern(
    "[^。；\\n]*?(?:其余|其[他它]|余下|剩余|剩下|还有|另|等|共|合计|总计|相加|加起来|总和|之和|\\d[件宗份]|正是|一致|相符)"
)
_NOT_OF_ALL = pattern(
    "上年|去年|同期|[1-9]月|截至|以来|答复方式|送达|咨询|信访|信箱|工单|热线|留言|投诉|建议|提案|许可|处罚|复议|诉讼|本级|机关|分局|乡镇|所属|下属|直属|其中"
)
_NET = pattern("网|线上|在线|平台|系统|邮件|邮箱")
_MAIL = pattern("信函|信件|邮寄|邮政|快递|来信|寄")
_DESK = pattern("当面|现场|窗口|上门|来人|线下")
_NUMBERS = pattern("(?<![\\d.])(\\d{1,9})[件宗份]")
_USUAL, _MANY, _MOST = 0.6, 0.85, 1.5
"""The least share of all that the three usual ways, or other lists, must be to be meant as all; and the most."""
_RULE, _KEY, _MEANING = "N-01", "of_all_listed", "收到的申请（逐项相加）"
_FEWEST = 2
_ENDS = "。\n"
_YEAR = pattern("(?<!\\d)(20\\d\\d)年")


def lists_alone(context: CheckContext, found: Found) -> Found:
    """Return the claims, with one for each such list that comes to what the table does not have."""
    new, old, done = (context.numbers.get(cell) for cell in (RECEIVED, CARRIED_IN, HANDLED))
    if not new or old is None or done is None:
        return found
    order = {code: i for i, code in enumerate(context.form.texts)}
    for code in (*OVERVIEW_TEXTS, *REQUEST_TEXTS):
        text = context.report.texts.get(code, "")
        for start, end, least, added in _listed(text):
            if added in (new, old + new, done) or not least <= added / float(new) or added / float(new + old) > _MOST:
                continue
            told = [claim for claim, _ in found if claim.place.text == code]
            if code in OVERVIEW_TEXTS and not any(c.key in NEW and c.agrees and c.place.end <= start for c in told):
                continue
            year = context.report.year
            if not _is_of_all(text, told, (start, end), added) or _is_of_another_year(text, start, year):
                continue
            if any(start <= at < end for wrong in wrong_sums(text, year) for at, _ in wrong.numbers):
                continue  # 新收26件。…，网络15件，信函12件，当面2件: not the total told before it
            cells, sums = (RECEIVED, CARRIED_IN) if old else (RECEIVED,), tuple(dict.fromkeys((new, new + old)))
            quote = f"{text[start:end]}（相加{added}件）"
            claim = Claim(
                Place(code, start, end), quote, _MEANING, added, cells, sums, False, _RULE, _KEY, kind="count"
            )
            at = sum((order[c.place.text], c.place.start) < (order[code], start) for c, _ in found)
            found = [*found[:at], (claim, ""), *found[at:]]
    return found


def _listed(text: str) -> Iterator[tuple[int, int, float, int]]:
    """Yield where lists that seem to be closed stand, the least share of all they may be, and what they come to."""
    for heads, share_of in _LISTS:
        for head in heads.finditer(text):
            items = _items(text, head.end())
            least = share_of(text, items) if len(items) >= _FEWEST else None
            if least is not None and not _GOES_ON.match(text, _end(items[-1])):
                yield head.end(), _end(items[-1]), least, sum(int(item["n"]) for item in items)


def _items(text: str, start: int) -> list[re.Match[str]]:
    """Return the items of a list at a place, up to the first that is told otherwise."""
    items: list[re.Match[str]] = []
    while item := _ITEM.match(text, start):
        items.append(item)
        if not item["mark"] or item["mark"] == "；":
            break
        start = item.end()
    return items


def _end(item: re.Match[str]) -> int:
    return item.start("mark") if item["mark"] else item.end()


def _share_of_ways(text: str, items: Sequence[re.Match[str]]) -> float | None:
    names = [item["name"] for item in items]
    last = _LAST_WAY.search(names[-1])
    ways = names[:-1] if last else names
    if not all(CHANNEL.search(name) for name in ways) or any(map(_NO_WAY.search, names)):
        return None
    is_usual = all(any(map(way.search, names)) for way in (_NET, _MAIL, _DESK))
    if is_usual or NO_OTHER.match(text, _end(items[-1])):
        return _USUAL
    return _MANY if len(names) > _FEWEST else 1


def _share_of_matters(_text: str, items: Sequence[re.Match[str]]) -> float | None:
    names = [item["name"] for item in items]
    is_closed = len(names) > _FEWEST and bool(_LAST_MATTER.match(names[-1]))
    return _USUAL if is_closed and not any(map(_NO_MATTER.search, names)) else None


def _share_of_times(_text: str, items: Sequence[re.Match[str]]) -> float | None:
    names = [_TIME.match(item["name"]) for item in items]
    return _USUAL if tuple(name["time"] for name in names if name) in _TIMES and all(names) else None


def _share_of_usual_ways(text: str, items: Sequence[re.Match[str]]) -> float | None:
    return _MANY if _share_of_ways(text, items) == _USUAL else None


_LISTS = (
    (_BY_WAYS, _share_of_ways),
    (_NO_HEAD, _share_of_usual_ways),
    (_BY_MATTERS, _share_of_matters),
    (_BY_TIME, _share_of_times),
)


def _is_of_another_year(text: str, start: int, year: int | None) -> bool:
    begin = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    return any(int(told[1]) != year for told in _YEAR.finditer(text, begin, start))


def _is_of_all(text: str, told: Sequence[Claim], place: tuple[int, int], added: Number) -> bool:
    """Whether nothing around a list says that it is one of some applications, or of other things."""
    start, end = place
    begin = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    stop = min((at for mark in _ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
    if _NOT_OF_ALL.search(text, begin, end) or TOLD_TWICE.search(text, begin, stop):
        return False
    if str(added) in _NUMBERS.findall(text):
        return False
    before = [c for c in told if c.place.end <= start and c.number and not c.is_share and c.kind != "other"]
    wholes = [c for c in before if c.key in (*NEW, "mentioned", "due")]
    is_told = any(c.agrees is False and c.rule_id == _RULE for c in told)
    return not is_told and all(c.agrees for c in wholes[-1:])
