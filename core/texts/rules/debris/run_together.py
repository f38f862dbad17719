"""Finds sentences that ran together, titles that ran into one, and words that stand twice (N-12, N-20)."""

from __future__ import annotations

from core.base.patterns import last_of, pattern

_STOPS = "，。；：！？\n"
_TITLE = pattern(
    "[\u4e00-\u9fff\\d](?<![见在即为是第和与至到及对将把入按照述“])[一二三四五六]、"
    "(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议、行政诉讼情况"
    "|(?:政府信息公开工作)?存在的主要问题及改进情况|其他需要报告的事项)",
    needs=["情况", "事项"],
)
"""县水利局四、政府信息公开行政复议、行政诉讼情况2023年度。"""
_OWN = "(?:我们|[我本](?:局|镇|乡|县|区|市|委|办|厅|院|所|单位|机关|中心|街道))"
_CASES = "(?:复议|诉讼)(?:申请|案件|案|事项|的?情况|的?情形|的?问题|的)*+(?:发生|出现)?"
_BEGINS = (
    f"(?:今后|下一?步|接下来|特此|20\\d\\d年|[全本今]年|本年度|目前|{_OWN}|各[栏项]|[下该本附]?表[内中格]?[各数]?|[与较比][上去往]年|答复书?[均都]"
    "|没有|未(?!经)|社会评议|群众|公众|法律顾问|申请人[均都]"
    "|[\u4e00-\u9fff]{1,6}(?:科|股|办公室|司法局|法制办)(?:全年|负责|协助|参与|审核|每))"
)
_NEXT = pattern(
    "(?:没有|未|(?<!有)无)(?:再|曾)?(?:发生|出现|[收接]到|产生|引[发起]|被|因|政府|信息|行政|复议|诉讼|涉)"
    f"[^，。；：\n]{{0,40}}{_CASES}(?={_BEGINS})(?!{_BEGINS}(?:的|受理|立案|支持))"
    f"|(?:复议|诉讼)[^，。；：\n]{{0,8}}(?:零|(?<!\\d)[0０])[件起宗例]?(?=今后|下一?步|接下来|特此|20\\d\\d年|{_OWN}|[表下]表?[内中]|[与较比][上去往]年)",
    needs=["复议", "诉讼"],
)
"""未发生行政复议、行政诉讼案件(我局将继续规范答复), 行政诉讼均为零(今后)."""
_SAME_CASES = pattern(
    "(?P<case>复议|诉讼)(?:、被?(?:申请|提起)?行政(?:复议|诉讼))?(?:、|和|及|与|或者?|以及)被?(?:申请|提起|提出)?(?:行政)?(?P=case)"
    "(?=(?:的|案件|案|事项|情况|情形)*(?:发生|出现)?(?:[，。；\n0０]|均|都|也|为|共))",
    needs=["复议", "诉讼"],
)
"""被申请行政复议、行政复议的情况: the second one was 行政诉讼."""
_TURNED = pattern(
    "(?:复议|诉讼)行政(?=[、，。；的\n]|[或与]|情况|案|和(?!解))|的公开行政(?:复议|诉讼)",
    needs=["复议行", "诉讼行", "的公开行"],
)
"""申请复议行政、提起诉讼行政."""
_ASTRAY = pattern(
    f"未{_OWN}(?=发生|收到|被|因)|无{_OWN}(?=发生|收到|被|因)|未(?:20\\d\\d年度?|[全本]年度?)(?=发生|收到|被|因)"
    "|未(?:行政(?:复议|诉讼)|复议机关|人民法院|政府信息公开(?=发生|引|被))|被(?:(?:行政)?复议申请|行政诉讼提起)"
    "|复议(?:案件|案|情况|情形)+(?:有|收到|发现)(?=[，。；\n])|诉讼(?:案件|案|情况|情形)+(?:有|收到|发现)(?=[，。；\n])"
    "|2(?<![^。；\n]2)0\\d\\d年度?(?:20\\d\\d年度?|[本今]年度?)(?=[，我本])"
)
"""未我局发生, 被行政复议申请, 没有行政复议案件(有)。, 2024年2023年，我局."""
_TIME = pattern("(?:20\\d\\d年|本年|全年)度?，?")
_UNIT = pattern("[\u4e00-\u9fff]{2,12}?(?:局|镇|乡|街道(?:办事处)?|政府|委员会|中心|厅)")
"""县水利局2024年(县水利局)."""
_COMPOUND = (
    "(?:机关|费|法|人|权|书|表|栏|局|办|条例|要点|方案|计划|机制|制度|部门|单位|中心|平台|网|窗口|大厅|系统|[化员者科室处股站所点期率量]|流程|指南"
    "|程序|材料|档案|报告|领导|委员会|专[区栏员业]|队伍|体系|事项|情况|内容|信息|工作|台账|目录|会|站|要求|标准|质量|水平|能力|职[责能])"
)
_TWICE = pattern(
    "(?P<said>(?!.(?P<frame>[随边即应]).(?P=frame))(?![一逐很非好]|.一(?!步))(?![零〇一二三四五六七八九十百]+(?![零〇一二三四五六七八九十百]))"
    f"[\u4e00-\u9fff]{{2,8}}(?<![每各逐一])(?<![每各逐][一个]))(?P=said)(?!{_COMPOUND})(?<!政府政府)(?<!研究)(?<!讨论)(?<!商量)(?<!了解)(?<!考虑)(?<!学习)"
    "|(?P<year>20\\d\\d年度?)，?(?P=year)(?![至到])"
    f"|(?:[我本](?:局|委|厅|单位|机关|中心)){{2}}|零零件|[\\d零]件件(?=[，。、；\n])|未未|没没|被被(?<![植棉覆]被被)|因因(?<![成诱病死主内外起原]因因)"
    "|的的(?<!目的的)(?<![似是]的的)(?!确)"
)
"""没有发生发生, 我局我局: words that do not stand beside themselves (but 政府政府信息, 公开公开栏 do)."""
_TWO_ALIKE, _TWO_YEARS = pattern("([\u4e00-\u9fff]{1,8})\\1"), pattern("20\\d\\d年度?，?20")
"""One of them stands in every text that ``_TWICE`` finds anything in."""


def run_together(text: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, which ends in a line feed, that do not belong together."""
    found = [*_TITLE.finditer(text)]
    found = found if len(found) == 1 else []  # 报告包括一、总体情况二、…: a table of contents
    for slips in (_NEXT, _SAME_CASES, _TURNED, _ASTRAY):
        found += slips.finditer(text)
    if _TWO_ALIKE.search(text) or _TWO_YEARS.search(text):
        found += _TWICE.finditer(text)
    for time in _TIME.finditer(text):
        unit = _UNIT.match(text, time.end())
        if unit and text.endswith(unit[0], 0, time.start()):
            found.append(unit)
    return [(max(last_of(_STOPS, text, 0, one.start()) + 1, one.start() - 30), one.end()) for one in found]
