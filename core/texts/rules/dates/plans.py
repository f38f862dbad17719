"""Finds plans for the report year, which a report on that year can no longer have: 2025年我局将建立…… (N-08)."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import holds_one, pattern
from core.texts.language.numbers import PlainText, plain_text
from core.texts.rules.views import Span

_WHO = (
    "(?:我[\u4e00-\u9fff]{1,3}|本[\u4e00-\u9fff]{1,3}|[省市县区旗州][局委厅]|[\u4e00-\u9fff]{1,24}?(?:局|委员会|厅|办公室|街道办事处"
    "|管委会|人民政府|中心|街道|[支总大]队|[镇乡市县区旗])|全[局委厅镇乡县市区旗系街](?:统|道)?(?:上下|系统)?)?"
)
_LED = "(?:在[^，。；\n]{2,24}下，)?"
_NO_VERB = (
    "(?!重点(?:领域|工作|信息|项目|任务|内容|事项|民生|政策|栏目|环节|岗位|资金|部门)|组织(?:机构|架构|人事|领导)|(?:推进|开展)情况|继续教育|深化改革(?:信息|方案|情况)"
    "|从严|从快|从(?!源头|严|快|制度|以下|[^，。；]{0,6}方面)[^，。；]{0,10}的)"
)
_NOT_FAILED = "(?![^。；\n]*(?:未|没|已|实际|了))"
"""2025年拟开展评估，因经费未落实: no plan any more."""
_PLANNED = pattern(
    f"□□□(?:[本上他]年)度?(?:的?工作中)?，?{_LED}{_WHO}将"
    f"(?:{_NO_VERB}(?:分[一二两三四五六\\d]+[批期步轮]|进一步|继续|持续|着力|重点|不断|切实|充实|加强|强化|加大|健全|完善|深化|优化"
    "|提升|推进|推动|开展|组织|严格|坚持|认真|围绕|从|努力|全面|扎实|积极|按照|针对|抓好|做好|聚焦|紧扣|统一|补齐|逐[项一条]|对[照标](?!检查)"
    "|以(?=[^，。；\n]{2,12}为(?:导向|抓手|契机|目标|重点|核心|主线|中心|突破口|牵引)))"
    "|(?:建立|制定|出台|探索|设立|增设|开设|开通|举办|召开|启动|推行|引入|编印|修订|细化|压实|拓宽|拓展|丰富|升级|扩大|配备|选派|邀请"
    "|在(?:上述|以上|以下|下列|这)[^，。；\n]{0,6}方面(?!的)|[就从针]对?(?:上述|以上|以下|下列|这)|补(?:短板|足|强)|把(?![关手握控持])"
    "|采取|依托|督促|推出|打造|构建|定期|逐步|分批|更加|大力|深入|尽快|抓紧|编制|编发|增加|增配|增聘|新增|明确|每[月季半周年]|试行|实行|推广"
    "|聘请|会同|配齐|制作|提速|：)(?!情况|[^，。；\n]{0,3}的))[^。；\n]*"
)
"""2025年我局将加强…… in a report on 2025: a plan of the report before."""
_NOT_DONE = "(?![^。；\n]*(?:未|没|已|实际|了|完成|仅|只|但|却|不足))"
_HOPED = pattern(
    f"(?<![草模虚])(?:力争|争取|拟|(?<!作)(?<!度)计划|打算|准备)(?:于|在)?□□□(?:[本上]年)度?{_NOT_DONE}(?=[^，。；\n的]{{3,}}[，。；])[^，。；\n]*"
    f"|□□□(?:[本上]年)度?，?{_WHO}(?:拟|打算|准备|力争|争取|计划)(?![定制稿任]){_NOT_DONE}[^，。；\n]{{3,}}",
    needs=["力争", "争取", "拟", "计划", "打算", "准备"],
)
"""力争2025年政策解读不少于10篇, 2025年拟新增查询点12处: hoped for, and nothing says what became of it."""
_FOR_EACH = pattern(
    f"(?:^|(?<=[。；：\\n]))[ \u3000]*□□□本年度?，?{_LED}{_WHO}将(?:给|为|向|在)"
    "(?:(?:每[一个家]?|各|全部?|所有)个?[^，。；\\n\\d的]{1,12}?|(?![^，。；\\n]*的)[^，。；\\n\\d的]{0,10}?(?:乡镇|街道|部门|单位|股室|科室|处室|窗口|社区|企业|群众|人员|分局))"
    "(?:(?:统一|分别|各|再|另|逐一|逐步|免费|定期)*"
    "(?:配备|配齐|配|派驻|派|选派|增派|指派|增配|聘请|聘|开设|增设|设立|设|建立|建|添置|添|购置|印制|印发|编印|编|制作|安排|举办|开展|组织|确定|指定|明确|发放|送|讲|开)"
    "(?:[出上]?[一二两三四五六七八九十\\d]+|专[门职]?|至少|不少于|兼职))"
    f"{_NOT_DONE}(?![^，。；\\n]*(?:作为|[列纳归写][为入进]|这[项一条]|交由|交给|化[，。；]|化$))[^，。；\\n的]*(?![^，。；\\n])[^。；\\n]*",
    re.MULTILINE,
    needs=["将给", "将为", "将向", "将在"],
)
"""2022年，我县将给每个乡镇配一名信息员: for each of whom something will be there, in a report on 2022."""
_COMING = ("□□□下年", "明年", "来年", "次年", "下一年", "下年")
_SAID_THEN = pattern("年初|提出|承诺|安排|部署|要求|计划")
_CAME_TRUE = pattern("已|了|到位|到岗|兑现|落实(?!不)|完成|实现|目前|现有|年底|年末")
_OF_BEFORE = pattern("年初|提出|原|曾|此前|上年|去年|去岁|当初|既定|部署|要求")
"""(年初提出)力争2025年解读10篇: what was hoped for then."""
_PLANNED_OTHERWISE = pattern(
    f"□□□(?:[本上]年)度?，?{_WHO}(?:拟|要)(?:着重|重点)?从(?:以下)?(?:[一二两三四五六几\\d]个)?方面[^。；\n]*"
    f"|□□□(?:[本上]年)度?，?{_WHO}拟(?:重点|着重|进一步|继续|做好|抓好|加强|完善|健全|推进|开展|组织|举办|采取){_NOT_FAILED}[^。；\n]*"
    f"|□□□(?:[本上]年)度?，?{_WHO}的?工作重点(?:将|要)[^，。；\n]*"
    "|(?:明年|来年|下年|下一年|新的一年|新年|新一年)度?（□□□(?:[本上]年)度?）"
    "|□□□(?:[本上]年)度?的?(?:(?:工作)?打算|工作计划|改进方向|努力方向|工作思路)(?=：|如下|是：)"
    f"|(?:将|拟|计划|力争|争取)(?:在|于)□□□(?:[本上]年)(?:度|[上下]半年|第?[一二三四]季度|◆+)?(?:开展|组织|举办|建立|完善|健全|推进|启动|制定|修订)"
    f"{_NOT_FAILED}[^，。；\n的]*(?=[，。；])"
    "|(?:下一步|下步)(?:工作)?(?:打算|计划|安排|思路)(?:如下)?：□□□(?:[本上]年)(?:度|[上下]半年|第?[一二三四]季度|◆+)*"
    "(?:完成|修订|制定|建立|开展|组织|举办|推进|启动|出台)[^，。；\n]*",
    needs=[
        "拟",
        "要",
        "明年",
        "来年",
        "下年",
        "下一年",
        "新",
        "打算",
        "计划",
        "方向",
        "思路",
        "将",
        "力争",
        "争取",
        "下步",
        "下一步",
    ],
)
"""2025年我局拟从三个方面改进, 2025年工作打算：, 拟在2025年组织培训: the same without 将."""
_PLANNED_BY = pattern(
    "(?:计划|拟|预计|力争|争取|确保|将)(?:于|在|到|至)?□□□(?:本年|上年)(?:度|年?底|年?末|年内|上半年|下半年|◆+)?(?:前|内|之前)?[^，。；\n]{0,8}"
    "(?:完成|实现|建成|上线|投入|解决|达到|到位)"
)
"""计划2025年底前全部完成 in a report on 2025."""
_MEASURES = pattern("下一步|下步|改进(?:办法|措施|方向|情况|打算)?|今后|整改措施|打算|接下来")
"""改进办法：, what is planned follows."""
_OLD_ONES = pattern("(?:提出|制定|明确|列出|确定|落实|对照|上年|去年)[^，；。：\n]{0,10}$")
"""对照□□□上年度报告提出的(改进措施): what was planned before."""
_PLANNED_UNTIL = pattern(
    "(?:在|于|到|至|赶在|争取)?□□□(?:本年|上年)度?(?:年?底|年?末|年内|上半年|下半年|◆+)(?:前|之前|以前)"
    "|(?:将|拟|计划|争取|力争)(?:在|于)?□□□(?:本年|上年)度?(?:年?底|年?末|年内|上半年|下半年|第?[一二三四]季度|◆+)"
    "|(?:^|(?<=[：；，。]))□□□(?:本年|上年)(?:度|上半年|下半年|年?底|年?末|◆+)*(?:将|要|拟|完成|建立|开展|实现|推动|推进|启动|出台)"
    f"|(?<=[：；，。])□□□本年度?计划(?:举办|开展|组织|完成|建立|修订){_NOT_FAILED}"
)
"""□□□本年底前 behind 改进办法: a plan of the report before."""
_PLANNED_FOR_LAST_YEAR = pattern(
    "(?:^|[，。；：\n])(?:并|还)?(?:拟|计划|打算)(?:于|在|到)?□□□上年[^，。；\n]{2,30}",
    re.MULTILINE,
    needs=["□□□上年"],
)
"""拟于□□□上年三季度编印: a plan of an earlier report."""
_PLANNED_NEXT = pattern(
    "(?<![出定确]的)(?:下一步|下步|今后|接下来)的?(?:工作|改进|整改)*(?:打算|计划|安排|思路|措施|举措|方向|考虑|中)?(?:如下)?(?:：|，|是)?□□□本年度?，?(?:我[\u4e00-\u9fff]{1,3}|本[\u4e00-\u9fff]{1,3}|全[市县区镇乡]|[省市县区][局委厅]|街道|集团|公司|[支总大]队|管委会|中心|学校|医院)?(?:将|要|拟|计划|打算|重点(?:抓|做|围绕))[^，。；\n]{0,12}"
)
"""下一步打算：2025年，我局将以…… in a report on 2025."""
_NO_PLAN = pattern(
    "将(?!把(?![关手握控持]))[^，。；]{0,14}(?:作为|纳入|列入|列为)|已|了|原计划|提出"
    "|将[^，。；：]{2,24}(?:信息|清单|情况|目录|文件|内容|资料|数据|结果)(?:全部|集中|统一|同步|一并|及时)+(?:公开|发布|公布|公示|上传|推送)"
    "|将[^，。；：]{2,24}(?:信息|清单|情况|目录|文件|内容|资料|数据|结果)(?:公开|发布|公布|公示|上传|推送)[到至]"
)
"""将加强公开作为重点, 已: no plan."""
_CARRIED_TO = pattern(
    "(?:结转|转入|转至|延至|顺延|留待|留至)(?:至|到|入)?□□□本年度?(?=继续|办理|处理|答复|[，。；）]|$)"
)
"""结转2025年度继续办理 in a report on 2025."""
_CARRIED_FROM = pattern("上年|去年|上一|他年|前年|年前")
_IN_OLD_YEARS = pattern("□□□(?:上年|他年)(?!度?的?(?:结转|转入|遗留))")
"""2023年12月收到的1件未到期，结转……"""
_DEALT_WITH_BEFORE = pattern("办结|答复|新收|收到|受理")
"""年内办结15件，(结转……)"""
_LEFT_NOW = pattern(
    "(?:年[底末]|期末|尚有|仍有|还有|剩余|余下|(?:未|没有)(?:办完|办结|办理完毕|答复|审结|了结)的?)[^，；。]{0,10}\\d+[件宗份]"
    "|\\d+[件宗份][^，；。\\d]{0,14}(?:尚未|还未|未能|正在|仍在|尚在|还在|未到期)"
)
"""(年末尚有180件)，按规定结转……; (未办完的1件)，结转……"""
_YEAR_TOLD = "□□□"
"""Every plan here names a year, of which the plain text tells the distance."""
_YEAR = re.compile(r"([\d〇零一二三四五六七八九]{4})\s*年")
_DIGITS = str.maketrans("〇零一二三四五六七八九０１２３４５６７８９", "001234567890123456789")


@lru_cache(maxsize=256)
def wrong_plans(text: str, year: int) -> tuple[Span, ...]:
    """Return plans for the report year, or for none that may come next, and applications carried over into it.

    Each says for which year.
    """
    plain = plain_text(text, year)
    if _YEAR_TOLD not in plain.text:
        return ()  # as in most texts
    found = sorted({_span(text, plain, match, year) for match in _matches(plain)}, key=lambda span: span.start)
    found = [s for s in found if not any(o != s and o.start <= s.start and s.end <= o.end for o in found)]
    return tuple(s for i, s in enumerate(found) if not i or s.start >= found[i - 1].end)


@lru_cache(maxsize=256)
def wrong_hopes(text: str, year: int) -> tuple[Span, ...]:
    """Return what section five hopes for in the report year, where it does not say what became of it."""
    plain = plain_text(text, year)
    if _YEAR_TOLD not in plain.text:
        return ()  # as in most texts
    found = []
    for match in _HOPED.finditer(plain.text):
        start = max(plain.text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
        if not (_NO_PLAN.search(match[0]) or _OF_BEFORE.search(plain.text, start, match.start())):
            found.append(_span(text, plain, match, year))
    is_next = holds_one(plain.text, _COMING)  # the next year is planned for by its own number
    for match in _FOR_EACH.finditer(plain.text) if not is_next else ():
        before = plain.text[: match.start()].rstrip("。；\n")
        before = before[max(before.rfind(mark) for mark in "。\n") + 1 :]
        is_old = _SAID_THEN.search(before) or _CAME_TRUE.search(plain.text, match.end())
        if not (_NO_PLAN.search(match[0]) or is_old):
            found.append(_span(text, plain, match, year))
    return tuple(found)


def _span(text: str, plain: PlainText, match: re.Match[str], year: int) -> Span:
    begin = match.start() + len(match[0]) - len(match[0].lstrip("，。；：\n"))
    start, end = plain.places[begin], plain.places[match.end() - 1] + 1
    said = _YEAR.search(text, start, end)
    return Span(start, end, said[1].translate(_DIGITS) if said else str(year))


def _matches(plain: PlainText) -> list[re.Match[str]]:
    found = [m for m in _PLANNED.finditer(plain.text) if not _NO_PLAN.search(m[0])]
    for match in _PLANNED_BY.finditer(plain.text):
        clause = re.split("[，。；\n]", plain.text[max(match.start() - 30, 0) : match.start()])[-1]
        if not _NO_PLAN.search(clause + match[0]):
            found.append(match)
    found += [m for m in _PLANNED_OTHERWISE.finditer(plain.text) if not _NO_PLAN.search(m[0])]
    found += [*_PLANNED_NEXT.finditer(plain.text)]
    found += [m for m in _PLANNED_FOR_LAST_YEAR.finditer(plain.text) if not _NO_PLAN.search(m[0])]
    measures = next((m for m in _MEASURES.finditer(plain.text) if not _OLD_ONES.search(plain.text, 0, m.start())), None)
    for match in _PLANNED_UNTIL.finditer(plain.text, measures.end()) if measures else ():
        clause = re.split("[，。；\n]", plain.text[max(match.start() - 30, 0) : match.start()])[-1]
        behind = re.split("[，。；\n]", plain.text[match.end() : match.end() + 40])[0]
        if not _NO_PLAN.search(clause + match[0] + behind):
            found.append(match)
    for match in _CARRIED_TO.finditer(plain.text):
        sentence = plain.text[max(match.start() - 60, 0) : match.start()].rpartition("。")[2]
        clause = re.split("[，；\n]", sentence)[-1] + match[0]
        is_left = _LEFT_NOW.search(sentence) and not _CARRIED_FROM.search(sentence)
        is_of_old = _IN_OLD_YEARS.search(sentence)
        if (_DEALT_WITH_BEFORE.search(sentence) or is_left) and not (is_of_old or _CARRIED_FROM.search(clause)):
            found.append(match)
    return found
