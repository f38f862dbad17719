"""What published reports and the portals around them say: titles, numbers of headings, labels, heads and feet of pages.

Most are searched for in plain labels (``core.published.labels``): half-width marks, no white space. Behind each stands
what it finds. Numbers in cells, number formats, styles of web pages and the columns of plain text stand where they are
read.
"""

from __future__ import annotations

import re

from core.base.patterns import pattern

# ---------------------------------------------------------------- traditional characters

TRADITIONAL = str.maketrans(
    "業嚴為舉鄉務動區單廳壓縣發號員圍國圖備復複實審寬對屬應開張強當錄總術機權條來極構標檢檔瀏點狀現暢碼確礙積稱穩"
    "糾納組細織經結統繼續維編繳網罰聯範獲補規視覽認議許訟設訪評識訴詞詢語請讀責質購費資轉載較輯過運還這進採鏈錯鍵"
    "鎮閉問間聞閱隊隱頁項頂題額後關興決況減擊製報護擇執掃據數斷無時個體們會優傳價內兩產處學廢類級緊係與辦臺監祕計"
    "別鞏註籌築萬億佈徵證門於啟誤準眾導層廣憑戶擔擬擴敗敘書檯歸殘滿營獎環異療盡禮種節紀約線練綜職聽藝衛裝見記講讓"
    "財賬帳貨貼賠贈車農遞選郵醫釋錢鐵長陸險難電預頒顯飛館驗龍齊",
    "业严为举乡务动区单厅压县发号员围国图备复复实审宽对属应开张强当录总术机权条来极构标检档浏点状现畅码确碍积称稳"
    "纠纳组细织经结统继续维编缴网罚联范获补规视览认议许讼设访评识诉词询语请读责质购费资转载较辑过运还这进采链错键"
    "镇闭问间闻阅队隐页项顶题额后关兴决况减击制报护择执扫据数断无时个体们会优传价内两产处学废类级紧系与办台监秘计"
    "别巩注筹筑万亿布征证门于启误准众导层广凭户担拟扩败叙书台归残满营奖环异疗尽礼种节纪约线练综职听艺卫装见记讲让"
    "财账账货贴赔赠车农递选邮医释钱铁长陆险难电预颁显飞馆验龙齐",
)
"""Those of the words that are searched for, for matching only: texts stay as they are printed."""

# ---------------------------------------------------------------- titles

YEAR = pattern(r"((?:20|19)\d\d)年?度?")
"""2024年度."""
YEAR_IN_WORDS = pattern(r"([二][〇○零Ｏ][〇○零Ｏ一二三四五六七八九]{2})年?度?")
"""二〇二四年."""
YEAR_ALONE = pattern(r"[(（]?20\d\d年?度?[)）]?")
"""（2024年度） in a line of its own."""
KERNEL = pattern(
    "(?:关于)?(?:(?:政府|政务)?信息公开|政务公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:报告|年报|总结)"
)
"""政府信息公开工作年度报告; 总结, 政务公开, as some offices call it."""
LOOSE_KERNEL = pattern("(?:信息|政务)公开.*(?:报告|年报|总结)")
"""信息公开和依法行政报告."""
ATTACHED = pattern(r"^附件\d{0,2}?[:：.．、]?(?=20\d\d年|[^\d:：.．、])")
"""附件3, above a title or before it."""
TITLE_END = pattern("(?:报告|年报|总结)(?:[(（][^()（）]*[)）])?$")
"""报告（2024年度）."""
YEAR_BEHIND = pattern("(?<=报告|年报|总结)[(（][^()（）]*[)）]$")
"""The same, to be cut off."""
AROUND_UNIT = pattern("^关于|(?:关于|的|年度)$")
"""关于 before the name of the unit, 的 behind it."""
NO_UNIT = pattern("^(?:报送|呈报|上报|印发|公布|发布)")
"""关于报送…的报告: what is left of a title where it names no unit."""
TITLE_BREAK = pattern(r"[_|—]|-{1,2}")
"""What parts the title of a page from the name of the portal."""
SENTENCE = pattern("[。;；!?！？,，、]")
"""A mark that no title and no name holds."""
MAKERS = (
    pattern(
        r"(?:^|[。,;])(?:现?由)?([^。,;:]{4,40}?)(?:组织|负责)?(?:编制|编写|编撰|制作)(?:了?本|20\d\d年|完成本|政府信息)"
    ),
    pattern(
        r"(?:^|[。,;])(?:现将|现对|现|将)?([^。,;:]{4,40}?)20\d\d年度?(?:政府|政务)?信息公开工作[^。,;]{0,6}(?:报告|情况)"
    ),
)
"""某县水利局编制本报告, 现将某县水利局2025年政府信息公开工作情况报告如下: how a lead names the unit."""
PERIOD = pattern(r"(20\d\d)年1月1日起?[,，]?(?:至|到|—|-|~)(?:(?:20\d\d)年|当年|同年)?12月31日")
"""2024年1月1日至12月31日."""
DATE = pattern(r"\(?((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})?日)?\)?")
"""2025年1月20日, 2025年1月."""
DAY_LEFT_OPEN = pattern(r"月日(\)?)$")
"""2025年1月日."""
UNIT_END = pattern(
    "(?:局|委|委员会|政府|办|办公室|厅|院|所|中心|会|处|部|室|队|大队|支队|总队|站|社|校|学校|公司|署|街道|乡|镇|区|市|县|省)$"
)
"""县水利局."""
SHORT_SIGNER = pattern("[\u4e00-\u9fff]{2}[局委办厅镇乡]")
"""市监局 above a date: elsewhere a line of three characters may be anything."""
BETWEEN_UNITS = pattern("[、，,；;]")
"""县水利局、县人民政府办公室."""
DOCUMENT_NUMBER = pattern(r"[^\s。，：:]{2,20}[〔\[(（【](?:19|20)\d\d[〕\])）】](?:第)?\d{1,4}号")
"""某府〔2025〕3号."""

# ---------------------------------------------------------------- numbers of headings and labels

_NUMERALS = "一二三四五六七八九十〇零"
SECTION_NUMBER = pattern(r"(?:第?([一二三四五六])(?:部分)?|([1-6]))\s*(?:[、.,:]|(?<=第.部分))")
"""一、, 第一部分:, 1., 第一部分."""
SECTION_IN_BRACKETS = pattern(r"\(([一二三四五六])\)[、.]?")
"""(五) where a section has 五、."""
SECTION_RUN_IN = pattern(r"^\s*(?:[一二三四五六]|[1-6１-６])\s*[、．.,，]\s*")
"""六、 as printed, before a title whose text goes on in the line."""
PRINTED_NUMBER = pattern(
    r"\s*(?:[(（]\s*[一二三四五六]\s*[)）]|第?[一二三四五六]|[1-6１-６])\s*(?:部分)?[、.．,，:：]?\s*"
)
"""第六部分 and （五） as printed."""
PART_NUMBER = pattern(r"(?:\(([一二三四五六七八九十])\)[、.]?|([1-9])[、.)](?!\d))")
"""(二), 2."""
PRINTED_PART_NUMBER = pattern(r"\s*(?:[(（]\s*[一二三四五六七八九十]\s*[)）][、.．]?|[1-9１-９][、.．)）])\s*")
"""（二） as printed."""
TROUBLE = pattern("问题|困难|不足|短板|弱项|薄弱")
"""What section 五 is about, in whatever words."""
TROUBLE_TITLE = pattern(
    "(?:政府|政务|信息|公开|工作|当前|目前|年度|中|存在|的|主要|突出|问题|困难|不足|短板|弱项|薄弱|环节|之处|与|和|及|以及|、|其|原因|分析"
    "|改进|整改|打算|措施|下一步|下步|下年|明年|下一年|计划|安排|思路|对策|方向|努力|情况|重点|意见|建议|完善|解决|办法|方面)+"
)
"""存在的问题和下一步打算: all that a title of section 五 is made of."""
HEADING_ENDS = pattern("[。:;!?]")
"""A mark that no heading holds."""
NO_TITLE = pattern(r"[。:;!?，,、\d]")
"""What no title holds whose words are not known."""
ANY_PART_NUMBER = pattern(
    r"\s*(?:[(（]\s*(?:[一二三四五六七八九十]|[\d１-９]{1,2})\s*[)）][、.．]?|[①-⑳⑴-⒇⒈-⒛㈠-㈩][、.．]?"
    r"|[一二三四五六七八九十]是[:：，,]?|(?:[1-9１-９]|[一二三四五六七八九十])[、.．)）])\s*"
)
"""（1）, ⑴, 一是, 1.: whatever stands before the heading of a part."""
PART_ENDS = pattern(r"[。:：\s，,]")
"""What parts the heading of a part from its text."""
PART_AND = pattern("以及|[和与及、,，]")
"""主动公开和依申请公开."""
BEFORE_PART = (
    "加强|强化|推进|深化|提升|提高|优化|完善|健全|规范|做好|做实|做优|做细|抓好|抓实|抓牢|紧抓|狠抓|夯实|筑牢|压实|落实|扎实|持续"
    "|进一步|不断|全面|积极|严格|严把|切实|认真|稳步|深入|有序|着力|大力|突出|注重|重视|畅通|拓展|拓宽|细化|统筹|巩固|依法|开展"
    "|关于|全年|本年度?"
)
"""加强平台建设: what stands before the name of a part and says nothing."""
BEHIND_PART = (
    "情况|方面|工作|建设|办理|处理|管理|开展|落实|运行|机制|体系|渠道|力度|水平|质量|质效|制度|措施"
    "|的|更加|规范|有力|有序|到位|扎实"
)
"""平台建设情况: what stands behind it."""
GROUP_NUMBER = pattern(rf"\([{_NUMERALS}]\)")
"""(六)."""
LABEL_NUMBER = pattern(
    rf"(?:[(\[〔【]\s*[{_NUMERALS}\d]{{1,3}}\s*[)\]〕】][、.,]?"
    rf"|(?:[{_NUMERALS}]{{1,3}}|\d{{1,2}})\s*[、.,)]"
    r"|\d{1,2}\s*(?=[\u4e00-\u9fff]))"
)
"""(三), 三、, 3.属于国家秘密: what stands before a label."""
BRACKETS = pattern(r"[(\[〔【][^)\]〕】]*[)\]〕】]?")
"""(单位:万元)."""
PAST = pattern("上一?年|去年|往年")
"""上年结转."""
LEFT_OUT = pattern("[（(]不(?:含|包括|计)[^）)]*[）)]")
"""（不含上年结转）."""
NO_LETTER = pattern(r"[\W_]+")
"""Marks."""

# ---------------------------------------------------------------- portals

PAGE_HEAD = pattern(
    r"(?:发布|发文|成文|公开|更新|生成|录入)(?:日期|时间)|信息来源|^来源|文章来源|浏览|访问量|点击|阅读|字号|字体|打印|分享|索引号"
    r"|责任编辑|编辑[:：]|作者|收藏|语音播报|当前位置|您(?:现在)?的位置|首页|^分类|主题词|公开方式|公开范围|名称[:：]|文号[:：]|有效性"
    r"|关键词|^[>›»/|]"
)
"""发布日期:2025-01-20, 打印, 当前位置:首页."""
PAGE_FOOT = pattern(
    r"^(?:[\[【(<]?(?:打印|关闭|返回|分享|收藏|纠错|顶部)(?:本页|窗口|此页|页面|列表|首页|到[:：])?[\]】)>]?$|附件\d*[:：]?"
    r"|相关(?:链接|附件|文档|解读|信息|新闻|文章|稿件)|上一[篇条页]|下一[篇条页]|扫一扫|分享到|主办(?:单位)?[:：]?|承办(?:单位)?[:：]?"
    r"|版权所有|网站标识码|.{0,4}ICP备|.{0,3}公网安备|联系我们|关于我们|网站(?:地图|声明)|责任编辑|编辑[:：]|信息来源|文章来源|来源[:：]"
    r"|发布(?:日期|时间)|浏览(?:次数|量)|阅读(?:次数|量)|返回顶部|友情链接|无障碍|隐私声明|技术支持"
    r"|您是第|Copyright|©|\[?(?:大|中|小)\]?$|下载[:：]|【?打印本页)",
    re.IGNORECASE,
)
"""【打印本页】, 附件1:, 上一篇, 主办:县政府办."""
PRINTED_FOOT = pattern(
    r"^(?:上一[篇条页][:：]|下一[篇条页][:：]|扫一扫|分享到[:：]|主办(?:单位)?[:：]|承办(?:单位)?[:：]|版权所有|网站标识码"
    r"|.{0,4}ICP备|.{0,3}公网安备|[\[【(<]?(?:打印本页|关闭窗口|返回顶部))",
    re.IGNORECASE,
)
"""上一篇:, 分享到:, 主办:, which stand below a report only where a page of a portal was printed to a file."""
PAGE_NUMBER = pattern(r"(?:[-—–]+|第)(\d{1,3})(?:[-—–]+|页(?:[,/]?共\d{1,3}页)?)")
"""— 3 —, 第3页共9页."""
FULL_STOP = pattern("[。；]")
"""What a line of the report has and a line of a page foot has not."""
