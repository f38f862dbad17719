"""Finds what is told as done in a year to come: 2026年共收到申请7件 in a report on 2025 (N-08).

A report is written in January, and the new year slips in. Only words of a plan excuse a year that is not over.
"""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.texts.rules.views import Span, sentence_around

_VERB = (
    "(?:公开(?!招|选|遴|征|课)|发布(?!会)|收到|受理|新收|办结|答复|制发|制定|印发|出台|作出|实施|组织|举办|召开|开展|接待|回应"
    "|发生|被申请|被提起|编发|推送|更新|处理|废止)"
)
_DONE = pattern(
    r"(?:^|(?<=[。；：\n（]))[ \u3000]*(?P<date>(?P<year>20\d{2})\s*年度?)[，,]?"
    r"(?:(?:我|本|全)(?:局|委|办|厅|县|市|区|镇|乡|院|校|街道|单位|中心|机关|省|州)|[\u4e00-\u9fff]{2,10}(?:局|委员会|政府|街道|乡|镇))?[，,]?"
    r"(?:全年|年内|共计?|总共|累计|合计|依法|主动|及时|依申请|通过[^，。；\d]{2,16}|没有|未|无)*"
    rf"(?P<done>{_VERB}[^，。；：\n]*?(?:\d|[一二三四五六七八九十百]{{1,3}}[件条次期场份]))",
    needs=["20"],
)
"""2026年，我局主动公开政府信息92条"""
_UNTIL = pattern(
    r"(?:^|(?<=[。；：，\n（]))[ \u3000]*截[至止]\s*"
    r"(?P<date>(?P<year>20\d{2})\s*年(?:度|\s*12\s*月\s*31\s*日|\s*(?:12\s*月\s*|年)?[底末]))[，,]"
    rf"(?P<done>[^。；\n]{{0,24}}?{_VERB}[^，。；：\n]*?\d)",
    needs=["截"],
)
"""截至2026年12月31日，制发规范性文件3件"""
_TO_COME = pattern(
    "将|拟|计划|规划|下一?步|力争|争取|预计|打算|目标|准备|继续|确保|努力|预期|不少于|不低于|以上的|要(?!求|闻|点|素)|应(?!急|申|诉|对|用)|可能"
    "|结转|转入|安排|任务|部署|起[，、]|以来|同比|相比|[比较](?:上|去|20)|明年|来年|新年|完成|届时|待|今后"
)
"""What is still to come may have any year."""
_PLANS = pattern("下一?步|改进(?:办法|措施|方向|打算)?|今后|打算|接下来|工作(?:计划|思路|安排|打算)|整改|措施")
_OF_TABLES = pattern("收到|受理|新收|办结|答复|作出|制发|发生|被申请|被提起")
_YEARS_AHEAD = 2
_YEARS_BEYOND = 9
_UNITS = "(?:我|本|全)(?:局|委|办|厅|县|市|区|镇|乡|院|校|街道|单位|中心|机关|省|州)"
_ADVERBS = (
    "围绕|聚焦|坚持|紧扣|按照|根据|认真|严格|深入|切实|扎实|积极|不断|着力|全面|持续"
    "|共|累计|合计|未|没有|依法|大力|有序|稳步"
)
_OPENED = pattern(
    r"(?:^|(?<=[。；：\n）]))[ \u3000]*(?P<date>(?P<year>20\d{2})\s*年度?)"
    rf"(?:[，,](?![^，。；\n]{{0,6}}(?:之?前|底|末))|(?={_UNITS}|{_ADVERBS}))",
    needs=["20"],
)
"""2026年，我局围绕群众关心的事项抓好公开; not 2026年1月, 2026年度预算, 2026年底前"""
_PLANNED = pattern(
    "将|拟|计划|规划|下一?步|力争|争取|预计|打算|目标|准备|继续|确保|努力|预期|不少于|不低于|(?<![重主需必首概摘纪])要(?!求|闻|点|素|件|害)"
    "|应(?!急|申|诉|对|用)|可能|起[，、]|以来|明年|来年|新年|届时|待|今后"
)
_NEXT_STEPS = pattern("下一?步|今后|打算|接下来|工作(?:计划|思路|安排|打算)")
_BEYOND = pattern(
    r"(?:(?:^|(?<=[。；：，\n（）]))[ \u3000]*|(?<=[拟划将取争算备])(?:于|在)?)(?P<date>(?P<year>20\d{2})\s*年度?)"
    rf"(?=[，,]|继续|{_UNITS}|{_ADVERBS}|{_VERB}|加强|完善|健全|推进|推动|建立|建成|建设|加大|优化|规范|修订|编制|启动|进一步)",
    needs=["20"],
)
"""2027年继续完善目录 in section 五 of a report on 2025; not 2027年底前, 2026—2027年"""


_IN_MONTH = pattern(
    r"(?:^|(?<=[。；：\n（]))[ \u3000]*(?P<date>(?P<year>20\d{2})\s*年\s*(?P<month>\d{1,2})\s*月"
    r"(?:\s*\d{1,2}\s*日|份|底|末|初|[上中下]旬)?)(?!前)[，,]?"
    rf"{_UNITS}[\u4e00-\u9fff]{{0,10}}?(?:{_VERB}|完成|上线|建成|启用|开通|改版|参加|邀请)",
    re.MULTILINE,
    needs=["月"],
)
"""2026年8月，本局门户网站完成改版, in a report on 2025 that has to be public in March"""
_LAST_MONTH = 3


def done_in_coming_months(text: str, year: int) -> list[Span]:
    """Return the months after the report has to be public of which a text tells what the office itself did."""
    found: list[Span] = []
    for match in _IN_MONTH.finditer(text) if any(str(year + ahead) in text for ahead in (1, _YEARS_AHEAD)) else ():
        day = int(match["year"]), int(match["month"])
        if not (year + 1, _LAST_MONTH) < day <= (year + _YEARS_AHEAD, 12):
            continue
        sentence = sentence_around(text, *match.span("date"))
        is_plan = _PLANNED.search(sentence) or _PLANS.search(text[: match.start()].rpartition("\n")[2])
        if not (is_plan or str(year) in sentence):
            found.append(Span(*match.span("date"), match["year"]))
    return found


def done_in_coming_years(text: str, year: int) -> list[Span]:
    """Return the years to come that a text tells of as done."""
    found: list[Span] = []
    if not any(str(year + ahead) in text for ahead in range(1, _YEARS_AHEAD + 1)):
        return found  # as in most texts
    for match in (*_DONE.finditer(text), *_UNTIL.finditer(text)):
        if not year < int(match["year"]) <= year + _YEARS_AHEAD:
            continue
        sentence = sentence_around(text, *match.span("date"))
        is_plan = _PLANS.search(text[: match.start()].rpartition("\n")[2]) and not _OF_TABLES.search(match["done"])
        if not (is_plan or _TO_COME.search(sentence) or str(year) in sentence):
            found.append(Span(*match.span("date"), match["year"]))
    return found + done_in_coming_months(text, year)


def opened_with_coming_year(text: str, year: int) -> list[Span]:
    """Return the years to come that open a sentence without a word of plan; for texts other than section 五."""
    found: list[Span] = []
    if not any(str(year + ahead) in text for ahead in range(1, _YEARS_AHEAD + 1)):
        return found
    for match in _OPENED.finditer(text):
        is_near = year < int(match["year"]) <= year + _YEARS_AHEAD
        if is_near and not _NEXT_STEPS.search(text[: match.start()].rpartition("\n")[2]):
            sentence = sentence_around(text, *match.span("date"))
            if not _PLANNED.search(sentence) and str(year) not in sentence:
                found.append(Span(*match.span("date"), match["year"]))
    return found


def planned_beyond_next_year(text: str, year: int) -> list[Span]:
    """Return the years after the next one that section 五 plans for: it tells what the next year shall bring."""
    return [
        Span(*m.span("date"), m["year"])
        for m in _BEYOND.finditer(text)
        if year + 1 < int(m["year"]) <= year + _YEARS_BEYOND
    ]
