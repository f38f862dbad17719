"""What the rules on wording look for in a text as printed, or in its plain form where □□□ stands for a year.

Behind each pattern stands what it finds. Plain lists of words are in ``narrative.toml``; numbers of documents (N-11)
and private data (N-21) stand beside their rules.
"""

from __future__ import annotations

import re

from core.base.patterns import pattern

_HAN = r"[\u4e00-\u9fff]"

# ---------------------------------------------------------------- N-08: years

OLD_YEAR = pattern("□□□(?:上年|他年)")
"""2023年 in a report on 2024."""
SUBJECT = pattern(
    rf"(?:^|[，。；：\n（）])(?:截至|截止|编制|现?公布|现?将|报告|(?:我|本){_HAN}{{1,3}}|全[市县区镇乡省]"
    r"|[^，。；：\n（）]{0,20}(?:局|委|办|厅|政府|街道|镇|乡|中心))?$"
)
"""现公布县水利局 before 2023年: the year is that of the report."""
GOES_ON = pattern(
    "度?(?:，|我|本(?!级)|全年|共|累计|收到|受理|未|无|没有|主动公开|政府信息公开工作(?:年度报告|情况)"
    "|全[市县区镇乡](?![^，。；]{0,14}(?:会议|要点|方案|通知|考核|评估|测评|检查|督查))"
    "|是[^，。；]{0,24}(?:之年|[一百周]年)(?=，))"
)
"""度，我局 behind 2023年: what was done in that year follows; not 全市工作会议."""
COMPARES = pattern(
    "同比|相比|对比|[^□]上年|去年|往年|增长|增加|减少|下降|上升|结转|连续|历年|以来|□□□本年|被评|获评|荣获"
    "|获得[^，。；]{0,8}(?:称号|名次|优秀|先进)|得分|排名|表彰|修订|施行|实施以来|成立|组建|机构改革"
)
"""较2023年增长: an earlier year is meant."""
SHIFTED = pattern("[较比]□□□他年")
"""2023年较2022年 in a report on 2024: a sentence of last year."""
CUT_OFF = pattern(r"截[至止]\s*(\d{4})\s*年(?:度|\s*12\s*月\s*31\s*日|\s*(?:12\s*月\s*)?(?:年)?[底末])")
"""截至2023年12月31日, 截止2023年底."""
SINCE_CUT_OFF = pattern("比|较|同期|上年末")
"""较截至2023年底."""
OWN_TITLE = pattern(r"《?[^《》\n，。]{0,40}?(\d{4})\s*年度?\s*政府信息公开(?:工作)?年度报告")
"""县水利局2023年政府信息公开工作年度报告."""
OTHER_TITLE = pattern("上年|去年|对照|整改|相比")
"""对照上年的报告."""
YEAR_IN_TITLE = pattern(r"(?<!\d)(?:19|20)\d{2}(?=\s*年)")
"""2023 of 2023年度."""

# ---------------------------------------------------------------- N-09: period

PERIOD = pattern(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(?:起|开始)?\s*[，,]?\s*(?:至|到|—{1,2}|-|－|–|~|～)\s*"
    r"(?:(\d{4})\s*年|当年|同年|本年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
)
"""2024年1月1日起至12月31日."""
ABOUT_PERIOD = pattern(f"统计|期限|时限|数据|报告期|跨度|时间范围|本年?报告?{_HAN}{{0,8}}时间")
"""数据统计期限: the period is that of the report."""

# ---------------------------------------------------------------- N-10: names of units

_ORGAN = "(?:局|委员会|厅|办公室|人民政府|街道办事处|管理委员会|管委会|中心|分局|支队|大队)"
_NAME = (
    rf"(?:(?:{_HAN}{{4,30}}?|{_HAN}{{1,3}}[省市县区州旗镇乡]){_ORGAN}"
    rf"|{_HAN}{{2,30}}?(?:街道办事处|人民政府))"
)
KIND = pattern(f"{_ORGAN}$")
"""局 of 县水利局."""
FOREIGN = pattern(
    rf"(?:(?:现公布|现将|编制)(?P<one>{_NAME})(?=[（(]|20\d\d年|\d{{4}}年|本年度)"
    rf"|(?:由|本报告是|本报告系)(?P<two>{_NAME})(?=编制|组织编制|负责编制|汇总|结合)"
    rf"|^[^\S\n]*(?P<three>{_NAME})(?=20\d\d年(?:度)?政府信息公开(?:工作)?(?:年度报告|情况报告|年报)\s*$))",
    re.MULTILINE,
)
"""现公布(县水利局)2024年, 本报告由(县水利局)编制."""
ACTING = pattern(
    rf"(?:^|[，。；：\n]|\d{{4}}年度?，?|全年，?)(?P<name>{_HAN}{{2,24}}?{_ORGAN})(?=[（(，]?(?:\d{{4}}年度?，?)?"
    r"(?:在[^，。；]{2,30}领导下|认真(?:贯彻|落实|执行|学习)|严格(?:按照|落实|贯彻|执行|遵循)|全面(?:贯彻|落实)|深入(?:贯彻|学习)"
    r"|(?:按照|依照|依据|根据)《|做好|依法|不断|始终|持续|进一步|牢固|坚持|扎实|着力|大力|全力|高度重视|紧[紧扣围抓]|聚焦|立足|突出"
    r"|深化|强化|加强|推进|切实|积极|共?(?:收到|受理|主动公开)[^，。；]{0,12}(?:信息|申请)|未(?:收到|发生)|以下简称))",
    re.MULTILINE,
)
"""2024年，(县水利局)认真贯彻: a unit that acts as the one that reports."""
FULL_NAME = pattern(f"^{_HAN}{{2,}}[省市县区州盟旗镇乡道]")
"""云岭县 of 云岭县水利局."""
VAGUE_NAME = pattern("^(?:我|本|局|委|厅|镇|乡|县|市|区|省|街道|各|全)")
"""我局, 全市水利局."""
ALIAS = pattern(
    r"[（(]\s*(?:以下|下)?(?:统一)?(?:简称|称)\s*(?:为|：|:)?\s*[“\"《]?([^”\"》）)（(，。]{2,16})[”\"》]?\s*[）)]"
)
"""（以下简称“县水利局”）."""
ALIAS_IN_QUOTES = pattern(r"简称(?:为|：)?[“\"]([^”\"]{2,16})[”\"]")
"""简称“县水利局”, brackets or not."""

# ---------------------------------------------------------------- N-13: numbering

HAN_DIGITS = "一二三四五六七八九十"
IN_BRACKETS = pattern(rf"(?:^|(?<=[。：；]))[ \u3000]*[（(]([{HAN_DIGITS}]{{1,3}})[)）]", re.MULTILINE)
"""（二）"""
FIRST_IS = pattern(rf"(?:^|(?<=[，。；：、（\s\u3000]))([{HAN_DIGITS}]{{1,2}})是(?![否不])", re.MULTILINE)
"""二是."""
FIRST_MUST = pattern(rf"(?:^|(?<=[，。；：、（\s\u3000]))([{HAN_DIGITS}]{{1,2}})要(?![求素点])", re.MULTILINE)
"""二要."""
ITEM = pattern(r"^[ \u3000]*(\d{1,2})[.．、](?!\d)", re.MULTILINE)
"""2. at the begin of a line."""
ITEM_IN_LINE = pattern(r"(?:^[ \u3000]*|(?<=[：；。]))(\d{1,2})[.．、](?!\d)", re.MULTILINE)
"""存在问题：1.……；2.……: numbered within a line."""
BEGUN = pattern("首先|第一|其一|一方面")
"""首先，…；二是: the first item has another word."""
TITLE_NUMBER = pattern(r"^\s*[一二三四五六七八九十\d]{1,2}\s*[、.．,，]\s*")
"""一、 before 总体情况."""
WRONG_TITLE = pattern(
    r"^[ \u3000]*(([1-6])[、.．]\s*)"
    r"(总体情况|主动公开政府信息情况|收到和处理|政府信息公开行政复议|存在的主要问题|其他需要报告的事项)",
    re.MULTILINE,
)
"""1.总体情况: 一、 in the form."""

# ---------------------------------------------------------------- N-14 to N-19: what a section must say

ASPECTS = {
    "s1.active": pattern("主动公开"),
    "s1.request": pattern("依申请公开|公开申请"),
    "s1.manage": pattern("信息管理|信息.{0,6}审查|保密审查|规范性文件.{0,8}(?:清理|管理)"),
    "s1.platform": pattern("平台|网站|新媒体|专栏"),
    "s1.oversight": pattern("监督|考核|评议|培训|追究"),
}
"""What the whole of section 一 may say of a part that is empty."""
GOVERNMENT_DUTIES = {
    "工作考核": pattern("考核|绩效"),
    "社会评议": pattern("评议|评价|满意度"),
    "责任追究": pattern("责任追究|追责|问责|追究责任|追究.{0,6}责任"),
}
"""纳入绩效考核."""
NOTHING = pattern("^(?:本年度)?(?:暂?无|没有|无其他.{0,12})。?$")
"""本年度无。"""
FEE = pattern("处理费|信息公开(?:收)?费|收费|收取.{0,10}费|费用")
"""未收取信息处理费."""
WRONG_FEE = pattern("(?:政府)?信息公开处理费|(?:政府)?信息公开费(?!用)|信息公开收费(?!通知|标准)")
"""信息公开费: 信息处理费 is its name."""
FIRST_PERSON = pattern(
    "(?:我|本|全)(?:局|办|委|镇|乡|县|区|市|州|盟|旗|省|街道|单位|机关|行政机关|厅|中心|院|所|处|馆|队|管委会|分局|部门|公司|校|级"
    "|会|站|园区)"
)
"""我局, 全县."""

# ---------------------------------------------------------------- N-20, N-23

CASE_SENTENCE = pattern(r"(?<![^。；！？\n])[^。；！？\n]*(?:复议|诉讼)[^。；！？\n]*")
"""因政府信息公开被行政复议、行政诉讼情况"""
NO_PREDICATE = pattern(r"未经(?:行政)?复议|20\d{2}年")
"""未经复议: its 未 says nothing of a number."""
PREDICATE = pattern("[无未没零0-9〇一二三四五六七八九十两]|不存在|发生|收到|如下|见|为|是|共|有(?!关)|均|：|不")
"""情况如下, 为0件."""
SECRECY = pattern(
    r"(?<!国家)(?<!商业)(?<!工作)(?:秘密|机密|绝密)\s*[★☆]|^[ \u3000]*(?:秘密|机密|绝密)[ \u3000]*$|密级\s*[:：]"
    r"|内部(?:资料|文件|刊物)|(?:注意保存|严禁外传|不得外传)",
    re.MULTILINE,
)
"""机密★, 密级：, 内部资料."""
