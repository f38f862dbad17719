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
HEADING = pattern(
    "^[^，。；\\n□]{0,6}□□□上年度?(?!报告)[^，。；：\\n□]{2,18}(?:情况|工作|问题|措施|安排)$",
    re.MULTILINE,
    needs=["□□□上年"],
)
"""2023年政府信息公开总体情况: a heading of last year's report."""
GOES_ON = pattern(
    "度?(?:，|我|本(?!级)|全年|共|累计|收到|受理|新[收增](?!的)|发出|未|无|没有|主动公开|政府信息公开工作(?:年度报告|情况)"
    "|全[市县区镇乡](?![^，。；]{0,14}(?:会议|要点|方案|通知|考核|评估|测评|检查|督查))"
    "|是[^，。；]{0,24}(?:之年|[一百周]年)(?=，))"
)
"""度，我局 behind 2023年: what was done in that year follows; not 全市工作会议."""
COMPARES = pattern(
    "同比|相比|对比|[^□]上年|去年|往年|增长|增加|减少|下降|上升|结转|连续|历年|以来|□□□本年|被评|获评|荣获"
    "|获得[^，。；]{0,8}(?:称号|名次|优秀|先进)|得分|排名|表彰|修订|施行|实施以来|成立|组建|机构改革"
)
"""较2023年增长: an earlier year is meant."""
BEGINS_WITH_YEAR = pattern("(?:^|[。；\\n])□□□(?:上年|他年)度?(?:，|全年|我|本)")
"""2023年全年公开135条，比上年多12条: told of that year itself."""
THAN_LAST_YEAR = pattern("(?:[比较](?:上年|去年)(?:同期)?|同比)[均都有所略稳步]*(?:增长|增加|减少|下降|上升)?")
SHIFTED = pattern("[较比]□□□他年")
"""2023年较2022年 in a report on 2024: a sentence of last year."""
CUT_OFF = pattern(r"截[至止]\s*(\d{4})\s*年(?:度|\s*12\s*月\s*31\s*日|\s*(?:12\s*月\s*)?(?:年)?[底末])")
"""截至2023年12月31日, 截止2023年底."""
CARRIED_LONG_AGO = pattern(r"(\d{4})\s*年度?(?:结转|遗留|转入)(?:的|申请|办理)*\s*\d+\s*[件宗份]")
"""2022年结转1件 in a report on 2024."""
SINCE_CUT_OFF = pattern("比|较|同期|上年末")
"""较截至2023年底."""
OWN_TITLE = pattern(r"《?[^《》\n，。]{0,40}?(\d{4})\s*年度?\s*政府信息公开(?:工作)?年度报告", needs=["年度报告"])
"""县水利局2023年政府信息公开工作年度报告."""
PUBLISHES = pattern(
    "^现?将?《?[^，。；\\n]{0,30}年度报告》?[^，。；\\n]{0,6}(?:公布|公开|发布)如?下?|^现将", re.MULTILINE
)
"""现将《……2022年政府信息公开工作年度报告》予以公布。"""
OTHER_TITLE = pattern("上年|去年|对照|整改|相比")
"""对照上年的报告."""
YEAR_IN_WORDS = pattern("二[〇○零Ｏ0][一二三四五六七八九〇○零]{2}年")
"""二〇二五年."""
KIND_OF_REPORT = pattern("信息公开.{0,8}(?:年度.{0,4}报告|年报)")
"""政府信息公开工作年度报告, and what offices write instead."""
YEAR_IN_TITLE = pattern(r"(?<!\d)(?:19|20)\d{2}(?=\s*年)")
"""2023 of 2023年度."""

# ---------------------------------------------------------------- N-09: period

PERIOD = pattern(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(?:起|开始)?\s*[，,]?\s*(?:至|到|—{1,2}|-|－|–|~|～)\s*"
    r"(?:(\d{4})\s*年|当年|同年|本年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日",
    needs=["日"],
)
"""2024年1月1日起至12月31日."""
SET_UP = pattern("挂牌|成立|组建|新设|设立|合并|撤并|划转|机构改革|新建|揭牌|转隶")
"""于4月18日挂牌成立: the period may begin then."""
STATISTICS_END = pattern(
    r"(?:(?:统计|数据)[^。；，\d]{0,10}截[止至](?:时间|日期)|统计[^。；，\d]{0,10}截[止至])(?:为|是|到|至|于)?\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日",
    needs=["截止", "截至"],
)
"""数据统计截止时间为2025年11月30日"""
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
    rf"(?:(?:现公布|现发布|现公开|现向社会(?:公布|发布|公开)|现将|编制)(?P<one>{_NAME})(?=[（(]|20\d\d年|\d{{4}}年|本年度)"
    rf"|(?:由|本报告是|本报告系)(?P<two>{_NAME})(?=编制|组织编制|负责编制|汇总|结合|(?:根据|按照|依据|依照)[^。\n]{{2,60}}编制)"
    rf"|(?:^|(?<=[。\n]))(?P<four>[省市县区州旗镇乡]{_HAN}{{1,10}}{_ORGAN})(?=政府信息公开工作(?:在|坚持)|政务公开工作(?:在|坚持))"
    rf"|^[^\S\n]*(?P<three>{_NAME})(?=20\d\d年(?:度)?政府信息公开(?:工作)?(?:年度报告|情况报告|年报)(?:\s*$|，?(?:依据|根据|按照))))",
    re.MULTILINE,
    needs=["现公", "现发", "现向", "现将", "编制", "汇总", "结合", "公开工作", "年度报告", "情况报告", "年报"],
)
"""现公布(县水利局)2024年, 本报告由(县水利局)编制."""
ACTING = pattern(
    rf"(?:^|[，。；：\n]|\d{{4}}年度?，?|全年，?)(?P<name>{_HAN}{{2,24}}?{_ORGAN})(?=[（(，]?(?:\d{{4}}年度?，?)?"
    r"(?:在[^，。；]{2,30}领导下|认真(?:贯彻|落实|执行|学习)|严格(?:按照|落实|贯彻|执行|遵循)|全面(?:贯彻|落实)|深入(?:贯彻|学习)"
    r"|(?:按照|依照|依据|根据)《|做好|依法|不断|始终|持续|进一步|牢固|坚持|扎实|着力|大力|全力|高度重视|紧[紧扣围抓]|聚焦|立足|突出"
    r"|深化|强化|加强|推进|切实|积极|在(?:政府信息|政务)公开(?:工作)?(?:中|上|方面)|(?:组织)?编制(?:并|和|、)?(?:公布|发布|了|本)|现?(?:向社会)?(?:公布|发布|公开)[^，。；]{0,24}年度报告|政府信息公开工作(?:在|坚持|认真|严格|紧紧)|共?(?:收到|受理|主动公开)[^，。；]{0,12}(?:信息|申请)|未(?:收到|发生)|以下简称))",
    re.MULTILINE,
)
"""2024年，(县水利局)认真贯彻: a unit that acts as the one that reports."""
TOWNSHIP = pattern("[乡镇](?:人民政府)?$")
ACTING_PLACE = pattern(
    rf"(?:^|(?<=[。；\n]))(?P<name>{_HAN}{{2,4}}[乡镇])(?=(?:认真|严格|全面|深入|扎实|切实|积极|不断|持续|坚持|高度重视|共?收到|共?受理|主动公开|进一步|着力))",
    re.MULTILINE,
)
"""(双河乡)严格落实先审后发: a township that acts as the one that reports."""
ACTING_ORGAN = pattern(
    rf"(?:^|(?<=[。；\n]))(?P<name>{_HAN}{{2,8}}[省市县区州旗]{_HAN}{{2,12}}(?:局|委员会|中心))(?=(?:高度重视|认真做好|扎实推进|严格落实)[^，。；]{{0,6}}(?:信息公开|政务公开)[^。]*本(?:局|委|中心|单位|办|院|所|站))",
    re.MULTILINE,
    needs=["高度重视", "认真做好", "扎实推进", "严格落实"],
)
"""(县煤炭工业局)高度重视信息公开，本中心……: another head than the unit's own."""
ACTING_PLAN = pattern(
    rf"(?:下一步|下步|今后|接下来|□□□下年|20\d\d年|[。；]对此|[。；]为此|针对[^，。；]{{2,30}})，(?P<name>{_HAN}{{2,20}}(?:局|委员会|中心|院|所))(?=(?:将|要|计划|拟)(?:在20\d\d年|进一步|继续|持续|健全|完善|加强|强化|优化|深化|推进|着力|重点|切实))"
)
"""下一步，(某市卫生健康委员会)将健全……: what another unit plans."""
FULL_NAME = pattern(f"^{_HAN}{{2,}}[省市县区州盟旗镇乡道]")
"""云岭县 of 云岭县水利局."""
VAGUE_NAME = pattern("^(?:我|本|局|委|厅|镇|乡|县|市|区|省|街道|各|全|.{2,6}[我本各全][省市县区州旗乡镇局委厅])")
"""我局, 全市水利局, 今年我镇."""
ALIAS = pattern(
    r"[（(]\s*(?:以下|下)?(?:统一)?(?:简称|称)\s*(?:为|：|:)?\s*[“\"《]?([^”\"》）)（(，。]{2,16})[”\"》]?\s*[）)]",
    needs=["称"],
)
"""（以下简称“县水利局”）."""
ALIAS_IN_QUOTES = pattern(r"简称(?:为|：)?[“\"]([^”\"]{2,16})[”\"]")
"""简称“县水利局”, brackets or not."""

# ---------------------------------------------------------------- N-13: numbering

HAN_DIGITS = "一二三四五六七八九十"
# The first look-ahead of some of these passes most places over at once.
IN_BRACKETS = pattern(rf"(?=[ \u3000（(])(?:^|(?<=[。：；]))[ \u3000]*[（(]([{HAN_DIGITS}]{{1,3}})[)）]", re.MULTILINE)
"""（二）"""
FIRST_IS = pattern(
    rf"(?=[{HAN_DIGITS}])(?:^|(?<=[，。；：、（\s\u3000]))([{HAN_DIGITS}]{{1,2}})是(?!否|不是)",
    re.MULTILINE,
    needs=[f"{digit}是" for digit in HAN_DIGITS],
)
"""二是."""
THIRDLY = pattern(
    rf"(?:^|(?<=[：；。，]))[ \u3000]*其([{HAN_DIGITS}])(?=[，、：是])",
    re.MULTILINE,
    needs=[f"其{digit}" for digit in HAN_DIGITS],
)
"""其二，"""
ORDINAL = pattern(
    rf"(?:^|(?<=[：；。]))[ \u3000]*第([{HAN_DIGITS}])(?=[，、：])",
    re.MULTILINE,
    needs=[f"第{digit}" for digit in HAN_DIGITS],
)
"""第二，"""
LISTED = pattern(rf"[（(]([{HAN_DIGITS}]{{1,2}})[)）]")
"""（一） within a line."""
FIRST_MUST = pattern(
    rf"(?=[{HAN_DIGITS}])(?:^|(?<=[，。；：、（\s\u3000]))([{HAN_DIGITS}]{{1,2}})要(?![求素点])",
    re.MULTILINE,
    needs=[f"{digit}要" for digit in HAN_DIGITS],
)
"""二要."""
ITEM = pattern(r"^[ \u3000]*(\d{1,2})(?:[.．、](?!\d)|[.．](?=20\d\d年))", re.MULTILINE)
"""2. at the begin of a line."""
ITEM_IN_LINE = pattern(r"(?:^|(?<=[：；。]))[ \u3000]*(\d{1,2})(?:[.．、](?!\d)|[.．](?=20\d\d年))", re.MULTILINE)
"""存在问题：1.……；2.……: numbered within a line."""
HAN_ITEM = pattern(
    r"(?:^[ \u3000]*|(?<=[。；：]))([一二三四五六七八九])、(?=[^，。；：\n]{2,20}[：。；])",
    re.MULTILINE,
    needs=[f"{digit}、" for digit in HAN_DIGITS],
)
"""一、主动公开方面：……。二、依申请公开方面：……"""
HEADING_ALONE = pattern(
    r"^[ \u3000]*[（(][一二三四五六][）)][ \u3000]*(?P<heading>[^\n。：，；]{3,16})[。：]?[ \u3000]*\n"
    r"(?=[ \u3000]*[（(][一二三四五六][）)]|\Z)",
    re.MULTILINE,
)
"""（二）依申请公开。 with the next heading in the next line"""
BEGUN = pattern("首先|第一|其一|一方面")
"""首先，…；二是: the first item has another word."""
TITLE_NUMBER = pattern(
    r"^\s*(?:[一二三四五六七八九十\d]{1,2}\s*[、.．,，]|第[一二三四五六]\s*部分\s*[、.．,，:：]?|[（(]\s*[一二三四五六]\s*[)）])\s*"
)
"""一、, 第一部分, （一） before 总体情况."""
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
DENIED_PROBLEM = pattern("(?:不存在|没有|无|未发现|未出现)[^，。；]{0,8}(?:问题|不足)")
"""不存在突出问题: says that there is none."""
WANTED = pattern(
    "(?:有待|亟待|仍需|尚需|还需|需要?)(?:进一步)?(?:加强|提高|提升|完善|改进|规范|优化|强化|健全)|不够?(?:规范|健全|完善)"
)
"""有待提高: a problem, no measure."""
NOTHING = pattern("^(?:[本今]年度?|目前)?，?(?:暂?无|暂?没有|不涉及|无其他.{0,12})[。．.；;！!]*$")
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

# ---------------------------------------------------------------- N-25, N-26

NEW_STATUTE_YEAR = 2019
"""Since its revision 20 days are given to answer, not 15."""
PUBLISHED = pattern(
    r"(?P<year>20\d{2})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?:(?P<day>\d{1,2})\s*日|底|初|中旬|份)?\s*(?:起|前|已|正式|，)*"
    r"(?:(?:通过|在|于)[^，。；\d]{2,24})?(?:对外|向社会|主动|全文|完成)*(?:公布|发布|公开(?!条例)|上线|挂网|刊登|公示|编制|形成|审定)"
)
"""2025年1月15日在县人民政府网站公布"""
DONE_LATER = pattern(
    r"(?<![自从至到前])(?P<date>(?P<year>20\d{2})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?:\d{1,2}\s*日|底|初|中旬|份)?)(?:已经|已|正式|全面|，|成功|在[^，。；]{2,12})*"
    r"(?:上线|开通|启用|投入|召开|举办|举行|成立|挂牌|印发|出台|制发|公布|发布|完成|建成|改版|收到|受理|办结|答复|审结|作出|组织|开展|参加)(?!前|时限|期限)"
)
"""2026年4月16日上线, told in a report on 2025 as done."""
STILL_TO_COME = pattern(
    "将|拟|计划|预计|力争|争取|确保|目标|应|待|施行|实施|有效期|届时|下一步|要|结转|到期|期限|时限|底前|之前|以前"
)
"""将于2026年4月上线: a plan."""
YEAR_OF_REPORT = pattern(r"(20\d{2})\s*年度?\s*(?:政府信息公开)?(?:工作)?(?:年度报告|年报|情况报告)")
"""2025年政府信息公开工作年度报告"""
THIS_REPORT = pattern("本(?:年度)?报告|本年报")
"""本报告(于…公布)"""
FIFTEEN_DAYS = pattern(r"(?:(?<!\d)15|(?<![一二三四五六七八九])十五)\s*个?工作日", needs=["工作日"])
"""15个工作日"""
ANSWERED = pattern("申请[^。；]{0,40}(?:答复|办结|回复)|(?:答复|办结|回复)[^。；]{0,30}申请")
"""对申请……予以答复"""
EXTENSION = pattern(
    r"延长[^，。；]{0,14}(?:不超过|最长|不得超过)[^，。；]{0,4}(?P<days>(?:(?<!\d)15|十五)\s*个?工作日)"
)
"""延长答复期限最长不超过15个工作日: of the old statute."""
DATE = pattern(r"(?=\d)(?:(?P<year>20\d{2})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日", needs=["日"])
"""2025年2月30日"""
NO_MONTH = pattern(r"20\d{2}\s*年\s*(?:0?0|1[3-9]|[2-9]\d)\s*月(?!度)")
"""2023年13月"""
ON_REQUESTS = pattern("申请|新收|收到之日")
"""What a text on applications holds."""
OF_THE_STATUTE = pattern(
    "^(?!.*(?:科室|处室|股室|承办|经办|责任单位|各[部单]|流转|办理意见|答复意见|草拟|拟稿|互动|留言|网民|咨询|工单|来电|信箱))"
    ".*(?:信息公开条例|《条例》|(?:^|[照据按循行实以，])条例|依申请公开)"
)
"""《政府信息公开条例》规定的(15个工作日答复期限), in a sentence on no other limit"""
ANSWER = pattern("答复|办结|回复|送达")
"""在15个工作日内(答复)"""
COUNTED = pattern(r"^[^，。；]*\d+\s*[件宗]")
"""15个工作日内(答复30件): how many were, no limit."""
OTHER_LIMIT = pattern(
    "第三方|征求|补正|平均|少于|复议|诉讼|许可|信访|投诉|建议|提案|热线|延长期限|延期|内部|不超过|收费|缴费"
    "|意见|咨询|留言|来信|来电|来访|信箱|工单|诉求|方案|草案"
)
"""征求第三方意见 has 15 days: what the days of a clause are for."""
BY_LAW = pattern("(?:之?内)?(?:予以|作出)?(?:答复|办结|回复)?的?(?:法定|规定)(?:答复|办理)?(?:期限|时限)")
"""15个工作日(的法定期限)"""
OWN_LIMIT = pattern(
    "力争|争取|努力|拟在|计划|目标|推动|推进|下一步|下步|今后|缩短|压缩|提前|提速|承诺|较|原来|此前|法定|(?<!\\d)20个?工作日|二十个?工作日"
)
"""缩短至15个工作日, 力争在15个工作日内答复: a limit that the office set itself."""
PARTS_OF_REPORT = pattern(
    rf"(?P<said>(?P<number>[{HAN_DIGITS}]{{1,2}}|\d{{1,2}})\s*(?:个|大|项)?(?:部分|方面|章|项|板块)(?:的?内容)?)"
    r"(?=组成|构成|[，。；、]|内容|编写|编制|$|进行)"
)
"""六个部分(组成)"""
OF_REPORT = pattern(r"(?:本报告|年度报告|全文|年报)[^。；]{0,40}(?:由|共|分为|包括|包含|内容)[^。；]{0,100}部分")
"""报告全文由"""
SECTION_NAMES = tuple(
    map(
        pattern,
        (
            "总体情况|概述",
            "主动公开政府信息|主动公开(?:的)?情况",
            "收到和处理|依申请公开(?:政府信息)?(?:的)?情况|申请情况",
            "行政复议|行政诉讼",
            "存在的?(?:主要)?问题|改进(?:情况|措施)",
            "其他需要报告",
        ),
    )
)
"""The titles of the six parts, also in other words."""
ENOUGH_SECTIONS = 4
"""So many of them are a list of the parts."""
POINTS = pattern(
    rf"(?P<said>(?P<number>[两{HAN_DIGITS[1:]}]|[2-9])\s*(?:个方面|方面|点|个问题|项措施|项工作|项重点工作|项任务|条措施|个环节|(?:个|项|条|种|类)[\u4e00-\u9fff]{{0,8}}(?=：))"
    r"(?:的?(?:问题|不足|工作|措施|内容|短板))?)[^。；\n一二]{0,12}[：:。，]?(?=\s*(?:一是|[（(]一[)）]|1[.．、]))"
)
"""主要有四个方面的问题：(一是)"""

_HAN_NUMBER = "[两二三四五六七八九十]{1,2}"
_ITEM = r"[^，。；：、（）()\s\d]{1,18}"
COUNTED_THINGS = pattern(
    rf"(?P<said>(?P<number>{_HAN_NUMBER}|(?<!\d)\d)(?:个|项|种|类|大|道)(?!月|工作日)(?P<noun>[^，。；：、（）()\d]{{0,8}}))"
)
"""三个平台, beside a list of them"""
LIST_BEFORE = pattern(rf"(?:^|[，。；：])(?P<list>(?:{_ITEM}、){{2,12}}{_ITEM}?)$")
"""网站、微信、微博(三个平台)"""
LIST_MEANT = pattern(
    rf"(?P<list>(?:{_ITEM}、){{2,12}}{_ITEM}?)[^。；：、（），]{{0,10}}，[^。；：、（），]{{0,6}}(?:上述|以上|这)$"
)
"""登记、审查、答复工作规程，落实好上述(三个环节)"""
LIST_BEHIND = pattern(
    rf"(?:：|（|，(?:即|分别是|分别为|包括)：?)(?P<list>(?:{_ITEM}、){{2,12}}{_ITEM}(?=[，。；）)])|{_ITEM}、{_ITEM}(?=[。；）)]))"
)
"""(三个平台)：网站、微信、微博"""
ANNOUNCED = pattern(
    rf"(?:以下|下列|如下)(?P<said>(?P<number>{_HAN_NUMBER}|\d)(?:个|项|种|条)(?P<noun>[^，。；：、]{{0,24}}))：(?P<list>(?:{_ITEM}、){{1,12}}{_ITEM})(?=[，。；]|$)"
)
"""以下三项制度得到落实：内容审核制度、巡检制度、应急制度"""
NAMELY = pattern(
    rf"(?P<said>(?P<number>{_HAN_NUMBER}|\d{{1,2}})(?:件|个|项|部|种))，(?:即|分别是|分别为)：?(?P<list>(?:[^，。；：、（）\d]{{2,20}}、){{1,12}}[^，。；：、（）\d]{{2,24}}?)(?=[二两三四五六七八九十\d]?[件个项部]?(?:办法|制度|规定|文件|措施)?[，。；]|$)",
    needs=["即", "分别是", "分别为"],
)
"""现行有效4件，即旅游民宿管理、文物安全、……五项办法"""
SAME_WORDS = pattern(
    rf"(?P<said>[“\"]?(?P<number>{_HAN_NUMBER})个(?P<word>[\u4e00-\u9fff]{{2}})[”\"]?)(?=[^，。；：]{{0,12}}[：，])",
    needs=[f"{digit}个" for digit in "两二三四五六七八九十"],
)
"""“三个严格”管信息："""
PROBLEMS_MEANT = pattern(
    rf"(?:上述|以上)(?P<said>(?P<number>{_HAN_NUMBER})个?(?:方面的?|项|点)?(?:问题|不足|短板))", needs=["上述", "以上"]
)
"""针对上述三个问题"""
LONGEST_LIST = 160
"""Characters of a list of things."""
TWO_IN_ONE = pattern("和|(?<!涉)及(?!时)|与|或")
"""What may make two things of an item of a list."""

# ---------------------------------------------------------------- N-20, N-23

CASE_SENTENCE = pattern(r"(?<![^。；！？\n])[^。；！？\n]*(?:复议|诉讼)[^。；！？\n]*")
"""因政府信息公开被行政复议、行政诉讼情况"""
NO_PREDICATE = pattern(r"未经(?:行政)?复议|20\d{2}年")
"""未经复议: its 未 says nothing of a number."""
PREDICATE = pattern("[无未没零0-9０-９〇一二三四五六七八九十两不见为是共均：]|发生|收到|如下|有(?!关)|审结|结案")
"""情况如下, 为0件."""
SECRECY = pattern(
    r"(?<!国家)(?<!商业)(?<!工作)(?:秘密|机密|绝密)\s*[★☆]|^[ \u3000]*(?:秘密|机密|绝密)[ \u3000]*$|密级\s*[:：]"
    r"|内部(?:资料|文件|刊物)|(?:注意保存|严禁外传|不得外传)",
    re.MULTILINE,
)
"""机密★, 密级：, 内部资料."""
