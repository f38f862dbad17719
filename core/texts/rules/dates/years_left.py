"""Finds paragraphs of last year's report that were left as they were: 2024年，新收申请21件，上年结转2件，… (N-08).

What was carried in and on makes no comparison where a sentence tells the whole year of an earlier one, nor is what the
office did in it (2024年组织培训2次) history by itself. Left alone is what tells of this year too, or has told the same
of it before: 全年收到申请35件。2024年收到21件，办结20件，结转1件.
"""

from __future__ import annotations

import re

from core.base.patterns import holds_one, pattern
from core.texts.language.numbers import NUMERALS, PlainText
from core.texts.rules.dates.old_cut_offs import YEARS_BACK
from core.texts.rules.dates.old_dates import is_of_that_year
from core.texts.rules.views import Span, sentence_around

_EARLIER = ("□□□上年", "□□□他年")
_DAY = (
    r"(?:^|(?<=[。！？\n])|(?<=[开理设障]：))[ \u3000]*"
    r"(?:[一二三四五六七八九]、|（[一二三四五六七八九]）)?在?(?:(?:我|本|全)[^，。；□\d]{1,3})?"
    r"(?P<date>□□□(?:上年|他年)度?)(?![底末初以起至之来间的及、—◇\d-])"
)
"""(主动公开：我镇2024年)"""
_OBJECT = r"[^，。；：、（）《》▢◆◇\d□的]"
_REQUESTS = pattern(
    rf"{_DAY}，?[^，。；：、（）\d□的]{{0,24}}?(?:新收|收到|受理|接收|新增)[^，。；：（）\d□的]{{0,24}}\d+[件宗份]",
    re.MULTILINE,
)
"""(2024年)，我镇共收到政府信息公开申请21件"""
_CARRIED = pattern(
    "(?:上|去)(?:一)?年度?(?:结转|遗留|转入)(?:来|过来)?(?:的?(?:政府信息公开)?申请)?(?:为|有|共)?\\d+[件宗份]"
    "|(?:结转|转入|转至)(?:至|到|入)?(?:下一?|次|来)年度?|(?:尚|仍)?(?:未办结|在办)(?:的)?\\d+[件宗份]，?结转"
)
"""As the office's own year is told in its report: 上年结转2件, 结转下年度继续办理2件."""
_VERBS = (
    "组织|开展|举办|召开|举行|参加|制定|制发|印发|出台|废止|发布|公开|推送|公示|更新|新增|开设|开通|作出|办理|下达|实施"
    "|编发|编制|解读|清理|调整|审查|审核|回应|回复|接听|接待|征集|检查|抽查|巡查|通报|约谈|处理|答复|办结|受理|收到|收取|发出|发生"
)
_DID = pattern(
    rf"{_DAY}(?!报告|年报)，?(?P<who>{_OBJECT}{{0,12}}?)(?:(?:修订|制定|出台|完善|印发|建立)了?[^，。；\d□]{{2,30}}，)?(?:共|累计|先后|分别|依法|主动|集中|及时)*(?P<verb>(?:{_VERBS})了?|因{_OBJECT}{{2,12}}被)"
    rf"(?P<what>{_OBJECT}{{0,16}})\d[\d.]*(?:万?[次期场件条篇个份人起宗部项元]|人次|件次)(?![的内])",
    re.MULTILINE,
)
"""(2024年)组织培训2次, (2024年)因信息公开被申请行政复议1件"""
_NO_WORK = pattern("[已未没无仍尚月日季节前后]|期间|接受|检查|结转|[遗滞存]留|转来|考核|排名|得分|启动|试点|首次")
_THIS_YEAR = pattern("今年|本年|□□□|目前|现在|如今|至今|现已")
_OF_THIS_YEAR = pattern(
    f"今年|本年|□□□本年|有?(?:\\d+|[{NUMERALS}]+)[名位户家][^，。；]{{1,10}}(?:，|对|就|因|不服|向|申请)"
)
"""2025年，1件复议尚未审结, 有1名申请人申请行政复议: told of the year that is reported."""
_PLAIN_WORK = pattern(
    f"^(?!.*(?:\\d|没有|[未无]|[{NUMERALS}][件起宗名位户家次])).*(?:继续|规范|加强|强化|进一步|不断|持续|重视|工作)"
)
"""今年继续规范复议应诉工作: tells nothing that a number of another year could be compared with."""
_SINCE = pattern("整改|改正|纠正|销号|当年|(?:现行|有效)(?![^，。；\\d]{0,8}\\d)|继续|仍|沿用|延续|历年|往年|以来")
_COMPARES = pattern("同比|相比|对比|[比较](?:□□□|上|去|前)|增长|增加|减少|下降|上升|[增减]幅|持平|升至|降至|连续")
_BACK_OF_IT = pattern(
    "[比较](?:上年|去年|上一年)(?:度|同期)*(?:[均都有所略]|增长|增加|减少|下降|上升)*|同比(?:增长|增加|减少|下降|上升)*"
)
"""较上年增加3件 in a sentence that tells an earlier year as its own: copied with it."""
_COUNTED = r"[^，。；：、（）\d]{0,6}\d"
_REQUESTS_COUNTED = pattern("(?:收到|新收|受理|申请)[^，。；：、（）\\d]{0,8}\\d+[件宗份]")
_MARK = pattern("[，。；：\n]")
_LEAST = 2


def years_left(plain: PlainText, text: str, year: int) -> list[Span]:
    """Return the earlier years at the head of sentences that tell an office's own year, with nothing on this one."""
    if not holds_one(plain.text, _EARLIER):
        return []  # as in most texts
    found = []
    for match in _REQUESTS.finditer(plain.text):
        sentence = sentence_around(plain.text, *match.span("date"))
        rest = _BACK_OF_IT.sub("", sentence.replace(match["date"], "", 1))
        others = _others(plain.text, match)
        is_told = any(map(_REQUESTS_COUNTED.search, others[0])) or any(
            _THIS_YEAR.search(one) and _REQUESTS_COUNTED.search(one) for one in others[1]
        )
        if _CARRIED.search(sentence) and not (is_told or _THIS_YEAR.search(rest) or _COMPARES.search(rest)):
            found.append(match)
    for match in _DID.finditer(plain.text):
        sentence = sentence_around(plain.text, *match.span("date"))
        rest = _BACK_OF_IT.sub("", sentence.replace(match["date"], "", 1))
        is_history = any(words.search(rest) for words in (_THIS_YEAR, _COMPARES, _SINCE))
        is_last = match["date"].startswith("□□□上年")
        is_last = is_last and not is_of_that_year(plain.text, *match.span("date"))
        if is_last and not (is_history or _NO_WORK.search(match["who"]) or _is_told_again(plain.text, match)):
            found.append(match)
    spans = {match.start("date"): _span(plain, match, text) for match in found}
    return [span for span in spans.values() if year - YEARS_BACK <= int(span.what) < year]


def _is_told_again(text: str, match: re.Match[str]) -> bool:
    """Whether the same is counted, or told of this year, in a sentence before, or told of this year in one behind."""
    before, behind = _others(text, match)
    if behind and _THIS_YEAR.match(behind[0].lstrip()):
        return True
    what = (match["verb"] + match["what"])[-_LEAST:]
    again = re.compile(re.escape(what) + _COUNTED)
    is_now = any(what in one and _OF_THIS_YEAR.search(one) and not _PLAIN_WORK.search(one) for one in before)
    return is_now or any(map(again.search, before)) or any(what in one and _THIS_YEAR.search(one) for one in behind)


def _others(text: str, match: re.Match[str]) -> tuple[list[str], list[str]]:
    """Return the sentences before and behind the one of a match."""
    ends = [place for mark in "。！？\n" if (place := text.find(mark, match.end())) >= 0]
    before, behind = text[: match.start("date")], text[min(ends, default=len(text)) + 1 :]
    return [one for one in re.split("[。！？\n]", before) if one], [
        one for one in re.split("[。！？\n]", behind) if one
    ]


def _span(plain: PlainText, match: re.Match[str], text: str) -> Span:
    """Return the year with the words behind it up to the next mark."""
    mark = _MARK.search(plain.text, match.end("date") + 1, match.end())
    start = plain.places[match.start("date")]
    digits = "".join(char for char in text[start : plain.places[match.end("date")]] if char.isdecimal())
    return Span(start, plain.places[mark.start() if mark else match.end()], digits[: len("2024")])
