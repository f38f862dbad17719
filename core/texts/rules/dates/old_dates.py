"""Finds what the office is told to have done in an earlier year: 2023年6月，我局组织培训; 做好2023年度公开工作 (N-08).

A day is also told rightly of an earlier year: of an act, of what began then, of what is compared. So only a sentence is
looked at that begins with the day and goes on with what the office itself did, and that names no other year.
"""

from __future__ import annotations

import re

from core.base.patterns import holds_one, pattern
from core.texts.rules.views import Span, sentence_around

_DONE = pattern(
    r"(?:^|(?<=[。；：\n]))[ \u3000]*"
    r"(?P<date>(?P<year>20\d{2})\s*年\s*(?:\d{1,2}\s*月(?:\s*\d{1,2}\s*日|份|底|末|初|[上中下]旬)?|第?[一二三四]季度|[上下]半年))[，,]?"
    r"(?:(?:我|本|全)(?:局|委|办|厅|县|市|区|镇|乡|院|校|街道|单位|中心|机关)|街道|镇里|县里)?"
    r"(?:还|专门|专题|集中|分别|先后|联合[^，。；]{2,12}|面向[^，。；]{2,12})?"
    r"(?:组织|召开|举办|开展|邀请|参加|承办|举行|收到|受理|办结|答复|发布|公开)(?!了?《)[^。；\n]{4,}",
    needs=["月", "季度", "半年"],
)
_LOOKS_BACK = pattern(
    r"(?:^|(?<=[。；\n]))[ \u3000]*(?:认真)?(?:回[望首顾看]|[纵综]观|盘点|总结|反思|审视)"
    r"(?P<date>(?P<year>20\d{2})\s*年(?:度|全年|一年)*)(?:以来|(?:的|我[局委办厅县市区镇乡]的?)*(?:政府信息公开|信息公开|政务公开)?(?:各项|全年)?工作)?，"
    r"(?:(?:我|本|全)(?:局|委|办|厅|县|市|区|镇|乡|街道|单位|机关)|(?:主要|突出)?(?:不足|短板|问题)|(?:政府信息公开|信息公开|政务公开)工作"
    r"|(?:虽然?|尽管|仍然?|还|也|依然)*(?:存在|有|取得))[^。；\n]{4,}",
    re.MULTILINE,
    needs=["回", "观", "盘点", "总结", "反思", "审视"],
)
"""回望(2023年)，我局坚持公开为常态"""
_THIS_YEAR_TOO = pattern(
    "今年|本年(?!度?报告)|(?:已|完成|均|全部|逐[项条一])[^，。；]{0,6}(?:整改|销号)|整改(?:完毕|到位|完成)"
)
"""回顾2023年，…的问题已整改。2024年…: both years are told of."""
_WHOLE_YEAR = pattern(
    r"(?:^|(?<=[。；：\n]))[ \u3000]*[自从]?"
    r"(?P<date>(?P<year>20\d{2})\s*年\s*1\s*月(?:\s*1\s*日)?\s*起?(?:至|到|—{1,2}|-)\s*(?:(?P=year)\s*年\s*)?12\s*月(?P<last>\s*31\s*日)?止?"
    r"|至\s*(?P<until>20\d{2})\s*年\s*12\s*月\s*31\s*日)[，,]?"
    r"(?=(?:我|本|全|局|县|市|区|镇|共|累计|通过|主动)[^。；\n]{4,})",
    needs=["12"],
)
"""2023年1月至12月，我局共发布信息310条; 自2023年1月1日起至12月31日，本关收到…; 至2023年12月31日，局网站共…."""
_OTHERWISE = pattern(
    "同比|相比|对比|[较比]|以来|至今|此后|起[，至]|今年|本年|去年|上年|次年|整改|试点|启动|首次|首个|成立|挂牌|连续|持续|延续|沿用|历年|结转|提出|申请|复议|诉讼|印发|修订|施行|通报|巡视|巡察|审计|督查"
)
_BY_OURSELVES = pattern("整改|通报|督查")
"""2023年1月1日至12月31日，县政府办开展监测4次，通报问题73个: what an office does itself in a whole year."""
_WORK = pattern(
    r"(?:做好|抓好|推进|部署|安排|开展|完成|组织|加强|强化|落实|实施|回顾)(?:了|好|落实|实施|开展){0,2}"
    r"(?P<date>(?P<year>20\d{2})\s*年)度?(?![底末初以前之来])(?P<work>[^，。；：《》\n]{0,20}?(?:工作|任务|管理|培训))(?=[，。；、]|$)",
    needs=["20"],
)
"""按上级要求做好(2023年)度政府信息管理工作: the year of the work itself."""
_REFLECTS = pattern(
    r"(?:反映|展示|展现|呈现|总结|回顾|梳理|汇报|报告|概括|记录|介绍|说明|体现|公布|(?:以上|上述)[就便即]?[是为系])了?(?:(?:我|本|全)?(?:局|委|办|厅|县|市|区|镇|乡|街道|单位|机关)|[\u4e00-\u9fff]{2,12}(?:政府|局|委员会|委|办公室|厅|办事处))?"
    r"(?P<date>(?P<year>20\d{2})\s*年)(?:度|全年)?(?=[^，。；：、《》\n]{0,16}(?:政府信息公开|信息公开|政务公开)(?:各项)?(?:工作|任务)?"
    r"[^，。；：、《》\n]{0,8}(?:情况|成效|进展|成果|全貌|数据|状况)(?:的?(?:报告|汇报))?[，。；\n])",
    needs=["20"],
)
"""本报告…全面反映(2023年)度镇政府信息公开工作开展情况: the year that this report is on."""
_THIS_IS = pattern(
    r"(?:以上|上述)(?:内容|文字)?(?:(?:就|便|即)[是为系]?|[是为系])[\u4e00-\u9fff]{0,14}?(?P<date>(?P<year>20\d{2})\s*年)度?"
    r"政府信息公开(?:工作)?(?:年度报告|年报)(?:的?(?:全文|正文|全部内容|主要内容|内容))?[，。；\n]",
    needs=["以上", "上述"],
)
"""以上即(2022年)度政府信息公开工作年度报告全文"""
_ANNOUNCED = pattern(
    r"(?:^|(?<=[。；，\n]))[ \u3000]*现将[\u4e00-\u9fff]{0,24}?(?P<date>(?P<year>20\d{2})\s*年)度?"
    r"(?:政府信息公开|信息公开|政务公开)工作(?:的?(?:主要|总体|基本|有关|开展)*(?:情况|成效|进展))?(?:向[^，。；《》]{0,8}|予以|进行)?(?:公布|公开|报告|发布|汇报)",
    needs=["现将"],
)
"""现将我局(2022年)政府信息公开工作的主要情况向社会公布"""
_OF_THIS_REPORT = pattern(
    "(?<![他去上往])(?:本|该|这份)(?:年度|年)?(?:政府信息公开)?(?:工作)?(?:年度)?(?:报告|年报)|(?:报告|年报)全文|(?:以上|上述)(?:内容|文字)?(?:[就便即][是为系]?|[是为系])"
)
_OF_ANOTHER = pattern("上年|去年|上一年|往年|前年|历年|相比|对比|对照|[较比]20|同比|审议|督查|巡[察视]|审计|指出")
_LATER = pattern(
    "报告|年报|[决预]算|考[核评]|评[估价议选比]|总结|检查|审计|测[评查]|督查|整改|问题|绩效|统计|归档|成果|结果|抽查|[动展署成立施定达]的|结转|未|的(?:申请|文件|案件|信息)|收到|印发|制发"
)
"""What is done in the year after: 完成2024年度报告编制工作."""
_COMPARED = pattern("同比|相比|对比|[较比与同和](?:开展|完成)|[较比](?:[上去]年|20)|历年|连续|延续")
_TOLD_OF_CASES = pattern(
    "(?:政府信息公开|信息公开)?的?申请(?!人|提出|的(?!件))(?=\\d|，|$|件)|结转(?:至|到)?(?:□□□)?(?:下|次)一?年度?|(?:上|去)年度?结转|结转0件"
)
"""新收(政府信息公开申请)112件，(结转下年度)3件: as the whole year is told in every report."""
_RECEIVES = pattern(
    "，?(?:(?:我|本)[局委办厅县市区镇乡院校关]|(?:我|本)?(?:街道|单位|中心|机关))?(?:全年|共|累计)*(?:新收|收到|受理)"
)
_HEAD_OF_REPORT = pattern(
    "^\\s*(?:□□□本年|今年|本年)度?，"
    "(?![^。]*(?:基础上|底数|对照|针对|经验|问题|不足|短板|整改|[，；。](?:□□□本年|今年|本年)))"
    "(?=[^；。\\d□]*，□□□上年度?(?:全年|共|累计|我[局镇乡委办县区市]|街道)*[^，。；\\d]{0,28}"
    "(?:公开|发布|更新|推送|制发|印发|收到|受理|办结|答复|组织|召开|开展|举办|接待|回应|发放)[^，。；\\d]{0,14}"
    "\\d+[\\u4e00-\\u9fff]{1,2}[，；。、])"
)
"""(2023年，)我镇深化公开，2022年全年公开信息214条: the report year opens, and no number is told of it."""
OLD_PAPERS = pattern(
    "(?:对|将|把|就|清理|梳理|评估|复核|审查|整理|排查|归档|补录|上传)(?:了|出|完)?(?:往年|历年|以往年度)度?的?"
    "(?:制发|形成|印发|存量|已|主动|不予|依申请|公开|产生|归档|的)*"
    "(?:文件|公文|规范性文件|政策|信息|档案|目录|材料|积案|存量|发文)(?![^，。；]{0,6}(?:相比|对比|比较))"
)
"""(对往年文件)重新评估83件: work on old papers compares no years."""
_NOT_COUNTED = pattern(
    "不(?:再|另|重复)?(?:计|列|纳)[入在进](?:本|今年|□□□本年|统计)|不在(?:本|今年|□□□本年|统计)[^，。；]{0,8}(?:之列|之内|范围)|不属于?(?:本年|今年|本报告|□□□本年)"
)
_DAY_OR_YEAR = pattern("\\d{1,2}[月日]|20\\d\\d年|\\d+个工作日")
_SOME_OF_THEM = pattern("其中|重复|部分(?!公开)|个别|另|除")
_ONE_NUMBER = pattern("\\d[\\d.]*")
_JOINED = pattern("[^，]*[、和及与][^，]*")
_ALL_OF_THEM = pattern("均|都|全部|一律|皆")
_DONE_THEN = pattern(
    "[，：]?[^，。；]{0,8}(?:收到|受理|接到|新收|发生|发出|收取|申请|提起)的[^，。；\\d]{0,12}\\d+[件宗份起元][^，。；\\d]{0,6}，?(?:已|均|都|全部|也|皆)*[于在]?(?:当年|该年|那年)"
)
_CAME_THEN = pattern(
    "度?(?:，|全年|共|累计|也|则|曾|只|仅|有|我[局委厅办镇乡县市区]|本[局委厅办镇乡县市区]|本?机关|街道)*(?:收到|新收|受理|接到|收件)(?:过|了|的)?(?:政府|信息公开|信息|公开|申请)*\\d+[件宗份]"
)
"""(2023年)收到2件"""
_NONE_CAME = pattern(
    "(?:未|没有|没|无)(?:再|能|有|曾)?(?:收到|接到|受理|新收|人(?=[^，；。]{0,12}(?:提出|提交|申请)))(?P<of>[^，；。\\d]{0,18}?)申请(?!人)"
    "|(?:收到|新收|受理|收件|申请)(?P<what>[^，；。\\d]{0,10}?)(?:(?<!\\d)0[件宗份]?(?!\\d)|为零|零件)|零申请|[一1][件份宗]也?(?:没有?|未)(?:收到|接到|有)"
)
_OF_ANY = pattern(
    "(?:过|任何|[一1][件份宗个]|政府|信息|公开|依|的|了|新|向|我们?|本|[局委厅办镇乡县市区院]|机关|街道|单位|来|提出|提交|递交|书面|申请|数量?|件数|总数|[为是共计]|均|都|有"
    "|(?=[^，；。]*(?:公民|自然人|个人|群众))(?:公民|自然人|个人|法人|企业|单位|(?:其他|非法人)?组织|群众|和|与|及|以及|或者?|、){3,})*"
)
"""没有收到(任何政府信息公开)申请: of no topic and no one kind of applicant."""
_OF_A_PART = pattern(
    "半年|季度|(?<!12)月(?!31)|个月|[企法]人|企业|公司|组织|公民|自然人|个人|机构|其中|窗口|网上|信函|当面|邮寄|渠道"
)
_ON_A_TOPIC = pattern("(?:就|关于|对于?|针对|涉及)[^，；。]{1,16}，?$")
_PUT_RIGHT_SINCE = pattern(
    "[^。；\\n]*(?:问题|不足|短板|薄弱)[^。；\\n]*[，；](?:经|通过[^，；。]{2,12}，)?(?:今年|本年|□□□本年|本年度)[^，；。]{0,20}"
    "(?:整改|改善|改进|改观|好转|解决|补齐|纠正|缓解)"
)
"""2023年(，我委存在解读形式单一的问题，今年已整改)到位: both years are told of."""
_NONE_THEN = pattern("度?(?:，|则|还|也|全年|当年|我[局委厅办镇乡县市区院]|本机关|街道)*(?:没有?|无|未)")
_SET_AGAINST = pattern("[与同较比]□□□上年")
"""(与2021年)相比，…。2021年没有不予公开的答复: that year is set against this one."""
_SHORT = 8
"""Characters of a clause that leads to the next one: 企业方面，没有收到申请."""
"""(上半年)没有收到申请: that says nothing of the whole year."""
_NOUGHT = pattern("(?<!\\d)0[件宗份]")
_CAME_NOW = pattern("(?:收到|新收|受理)[^，；。\\d]{0,12}[1-9]\\d*[件宗份]")
_OTHER_YEAR = pattern("□□□(?:上年|他年)(?!度?(?:结转|转|遗留))")
_THIS_ONE = ("本年", "今年", "没有", "无", "未")
_YEARS_BACK = 2
_ENDS_OF_YEAR = ("月", "日", "季度", "半年")


def done_in_old_years(text: str, year: int) -> list[Span]:
    """Return the days of earlier years at which sentences begin on what the office did, and years of its work."""
    found: list[Span] = []
    if not any(str(year - back) in text for back in range(1, _YEARS_BACK + 1)):
        return found  # as in most texts
    for match in (*_DONE.finditer(text), *_LOOKS_BACK.finditer(text), *_WHOLE_YEAR.finditer(text)):
        said = int(match["year"] or match["until"])
        rest = _told_besides(text, match)
        is_other = bool(_OTHERWISE.search(rest)) or "年" in rest
        if match.re.pattern == _LOOKS_BACK.pattern:
            is_other = f"{year}" in text or bool(_THIS_YEAR_TOO.search(text))
        if match["date"].endswith(_ENDS_OF_YEAR) and str(year) in text[match.end("date") :].partition("\n")[0]:
            is_other = True  # 2024年1月至12月62件。2025年112件
        if year - _YEARS_BACK <= said < year and not is_other:
            found.append(Span(*match.span("date"), str(said)))
    for match in _WORK.finditer(text):
        is_compared = _COMPARED.search(sentence_around(text, *match.span("date")))
        if year - _YEARS_BACK <= int(match["year"]) < year and not (_LATER.search(match["work"]) or is_compared):
            found.append(Span(*match.span("date"), match["year"]))
    return found + _years_reflected(text, year)


def is_of_that_year(plain: str, start: int, end: int) -> bool:
    """Whether a sentence says of an earlier year what does not count, or was done then, where this one had none.

    本年度没有申请。2023年收到的2件已于当年答复，不在统计之列。
    """
    if _is_not_counted(plain, start, end):
        return True
    if _PUT_RIGHT_SINCE.match(plain, end):
        return True
    earlier = plain[:start].rpartition("\n")[2].rpartition("。")[0]
    if _NONE_THEN.match(plain, end) and plain.startswith("□□□上年", start) and _SET_AGAINST.search(earlier):
        return True
    before = earlier.rpartition("。")[2]
    if _DONE_THEN.match(plain, end) is not None and (holds_one(before, _THIS_ONE) or _none_came(before)):
        return True
    return _came_now_and_then(earlier, plain, end)


def _came_now_and_then(earlier: str, plain: str, end: int) -> bool:
    """Whether the paragraph told that none came in, or another number, before it tells what came in an earlier year.

    全年未收到申请。2023年收到2件，均为…: this year's was told before.
    """
    then = _CAME_THEN.match(plain, end)
    if then is None or not earlier:
        return False
    told = [one for one in earlier.split("。") if "申请" in one and not _OTHER_YEAR.search(one)]
    return any(_none_came(one) and not _CAME_NOW.search(_NOUGHT.sub("", one)) for one in told)


def _none_came(sentence: str) -> bool:
    """Whether a sentence tells that no application came in at all: not in half a year, on a topic, from some."""
    for said in _NONE_CAME.finditer(sentence):
        before = sentence[: said.start()].rpartition("；")[2]
        led = before.rpartition("，")[0].rpartition("，")[2]
        is_named = "申请" in said[0] and len(led) > _SHORT
        near = before.rpartition("，")[2] if is_named else before
        is_of_any = _OF_ANY.fullmatch(said["of"] or said["what"] or "")
        if is_of_any and not (_OF_A_PART.search(near) or _ON_A_TOPIC.search(before)):
            return True
    return False


def _is_not_counted(plain: str, start: int, end: int) -> bool:
    """Whether it is told of a year's own number that it does not count: not of the 2 among 97 that came twice."""
    sentence = sentence_around(plain, start, end)
    first = plain.find(sentence, max(start - len(sentence), 0))
    before, behind = sentence[: start - first], sentence[end - first :].partition("；")[0]
    if _NOT_COUNTED.search(before.rpartition("；")[2].rpartition("，")[2]):
        return True
    said = _NOT_COUNTED.search(behind)
    if said is None:
        return False
    told = _DAY_OR_YEAR.sub("", behind[: said.start()])
    _, *between = _ONE_NUMBER.split(told)
    is_joined = all(_JOINED.fullmatch(words) for words in between[:-1]) or _ALL_OF_THEM.search(told)
    return bool(is_joined) and not _SOME_OF_THEM.search(told)


def without_own_year(sentence: str) -> str:
    """Return a sentence in plain form without the report year at its head, of which nothing is told to compare."""
    return _HEAD_OF_REPORT.sub("", sentence) if "本年，" in sentence or "今年，" in sentence else sentence


def _years_reflected(text: str, year: int) -> list[Span]:
    """Return the earlier years whose work this report is said to tell of, in a sentence that names no other year."""
    found = []
    for match in (*_ANNOUNCED.finditer(text), *_REFLECTS.finditer(text), *_THIS_IS.finditer(text)):
        sentence = sentence_around(text, *match.span("date"))
        is_announced = match.re.pattern == _ANNOUNCED.pattern
        is_ours = (is_announced or _OF_THIS_REPORT.search(sentence)) and not _OF_ANOTHER.search(sentence)
        if is_ours and year - _YEARS_BACK <= int(match["year"]) < year and str(year) not in sentence:
            found.append(Span(*match.span("date"), match["year"]))
    return found


def _told_besides(text: str, match: re.Match[str]) -> str:
    """Return a sentence without its day, and without what is told of a whole year in every report."""
    rest = sentence_around(text, *match.span("date")).replace(match["date"], "")
    if "last" in match.groupdict():  # of a whole year
        rest = _TOLD_OF_CASES.sub("", rest) if _RECEIVES.match(text, match.end("date")) else rest
        rest = _BY_OURSELVES.sub("", rest) if match["last"] else rest
    return rest
