"""Names of other units at the head of a sentence that tells what the unit itself did (N-10).

A township cannot act in the report of another one; any other unit does so only with the numbers of this report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from core.base.patterns import holds_one, pattern
from core.texts.claims.claim import Claim
from core.texts.language.phrases import FULL_NAME, VAGUE_NAME
from core.texts.rules.names.authors import is_own
from core.texts.rules.views import Span, sentence_around

_HAN = "[\u4e00-\u9fff]"
_HEAD = (
    r"(?:^|(?<=[。；\n]))[ \u3000]*(?:(?:20\d\d年度?|本年度?|今年|全年|报告期内|一年来)(?:以来|内|里)?，?)?"
    rf"(?P<name>{_HAN}{{2,24}}?(?:局|委员会|厅|办公室|人民政府|街道办事处|管理委员会|管委会|中心))"
)
_RECEIVED = pattern(
    _HEAD + "(?:机关|本级)?(?:20\\d\\d年度?)?，?(?:全年|本年度?|年内)?(?:共|累计|共计)?(?:收到|受理|新收|接收|办理)"
    "[^，；。：\\d]{0,16}$",
    re.MULTILINE,
)
_ALIASED = pattern(
    _HEAD + '(?=[（(]\\s*(?:以下|下)?(?:统一)?简?称(?:为|：)?[“"]?'
    '(?:我|本)(?:局|委|办|厅|镇|乡|街道|中心|管委会|单位|机关)[”"]?[）)])',
    re.MULTILINE,
    needs=["称我", "称本", "“我", "“本"],
)
"""(云陵县人民政府办公室)（以下简称我办）以门户网站为第一平台"""
_OURSELVES = pattern(
    r"(?:^|(?<=[，。；：、\n由经与向同]))[ \u3000]*[我本](?P<kind>局|委|办|厅|镇|乡|街道|中心|管委会"
    r"|机关|行政机关|单位|部门)[（(]\s*(?:即)?"
    rf"(?P<name>(?!原|含|即|包括|应|由|向){_HAN}{{4,30}}?"
    r"(?:局|委员会|厅|办公室|人民政府|街道办事处|管理委员会|管委会|中心))\s*[）)]",
    re.MULTILINE,
    needs=["我", "本"],
)
"""我局（(祁北县林业和草原局)）在县政府网站的专栏更新信息"""
_KINDS_OF_OURS = {"办": ("办公室", "街道办事处"), "委": ("委员会",), "镇": ("镇人民政府",), "乡": ("乡人民政府",)}
_OF_ANY_KIND = ("机关", "行政机关", "单位", "部门")
_OFFICES = ("局", "委员会", "厅", "人民政府", "街道办事处", "管理委员会", "管委会")
_OFFICES_WITHIN = pattern("领导小组|联席会议|协调小组|指挥部|委员会办公室|工作办公室|分局|合署")
"""我办（县政务公开工作领导小组办公室）: another name of the unit, or an office within it."""
_SECOND_NAMES = (
    ("农业", "乡村振兴|扶贫|农机|畜牧|水产|渔业|林业"),
    ("发展", "粮食|物资|能源|价格|数据|铁路|国防"),
    ("市场监督", "知识产权|工商|质量|食品|药品"),
    ("自然资源", "林业|草原|海洋|测绘|规划"),
    ("教育", "体育|科技"),
    ("文化", "文物|广播|体育|旅游|版权"),
    ("卫生", "中医|疾病|爱国|老龄"),
    ("住房", "人民防空|人防|园林|房产"),
    ("政务", "数据|审批|营商"),
    ("审批", "政务|数据"),
    ("财政", "国有资产|金融"),
    ("应急", "地震|消防|防震"),
    ("工业", "商务|中小企业|科技|国防|信息"),
    ("科", "外国专家|知识产权|工业|信息"),
    ("人力", "公务员|就业|社会保险"),
    ("民", "宗教|老龄|社会组织"),
    ("城", "园林|市容|执法"),
    ("水", "河长|湖长|移民"),
    ("商务", "粮食|投资|口岸|供销"),
)
"""What bureaus are called beside their first name: 我局（县乡村振兴局） of 县农业农村局."""
_DECIDED = pattern(
    _HEAD + "(?:机关|本级)?(?:全年|本年度?|年内|依法)?(?:共|累计)?(?:作出|实施|办理|发出|开具|下达|收取|制发|制定)"
    "[^，；。：\\d]{0,16}$",
    re.MULTILINE,
)
"""本年度(祁山市自然资源局)发出收费通知"""
_OWN_DECISIONS = ("licensing", "penalty", "coercion", "fee_notices", "fee_billed", "fee_collected", "normative_issued")
_DEPARTMENTS = ("局", "委员会", "厅")
_TOWNSHIPS = ("街道办事处", "镇人民政府", "乡人民政府")
_ACTING = pattern(
    _HEAD + r"(?=(?:20\d\d年度?)?(?:全年|共|未|依托|通过|利用|借助|运用|主动公开|公开|发布|[制印]发|作出|办理|受理|收到"
    "|编制|组织|[建设成]立|更新|坚持|把|将|完成|健全|完善|落实|压实|开展|召开|举办|明确|指定|配备|加强|规范|推行|实行|严格|修订|制定))",
    re.MULTILINE,
    needs=[*_TOWNSHIPS],
)
_OWN_OFFICE = pattern(
    r"(?:^|(?<=[，。；：、\n由经]))[ \u3000]*(?P<name>(?![由经在向以按据根对])"
    rf"{_HAN}{{2,10}}?(?:[镇乡]|街道)(?:人民政府|办事处)?)"
    "(?:(?:党政综合|党政|综合|政务公开|政府信息公开|信息公开)(?:服务)?办(?:公室)?|政务公开(?:工作)?领导小组(?:办公室)?)"
    "(?=牵头|负责|统筹|组织|审核|汇总|承办|承担|把关|统一|具体|作为|每[月季周])"
    rf"|(?<=，)(?P<acts>{_HAN}{{2,3}}[镇乡])(?=(?:共|累计|全年)*(?:主动公开|收到|受理|办结|作出|制发)[^，。；\d]{{0,16}}\d)",
    re.MULTILINE,
    needs=["镇", "乡", "街道"],
)
"""由(青山镇)政务公开办牵头: who does it in a township is its own office."""
_NO_NAME = pattern("由|均|都是|已|经|我|本|各|全|该|其|等|所属|辖|有关|相关|每|[和与及]|乡镇|为|个")
_COMES_TO_US = pattern("[来到赴向与同和由为给](?:我|本)(?:镇|乡|街道|办)|联合|交流|观摩|移送|划入|并入|代管|来函|转来")
"""桂屏镇人民政府组织干部(到我镇)学习"""
_DENYING = pattern(
    _HEAD + r"(?=(?:机关|本级)?(?:20\d\d年度?)?(?:全年|本年度?|年内)?(?:均|尚)?(?:未|没有)"
    "(?:收到|受理|新收|发出|开具|收取|产生|发生|制发|作出|被申请|被提起|因政府信息公开)"
    "[^，；。]{0,16}(?:申请|信息公开|收费|费用|处理费|复议|诉讼))",
    re.MULTILINE,
    needs=["未", "没有"],
)
"""(某县民政局)未发出收费通知"""
_MAY_DENY = pattern(r"(?:局|委员会|厅)(?:机关|本级)?(?:20\d\d年度?)?(?:全年|本年度?|年内)?(?:均|尚)?(?:未|没有)")
_DOING = pattern(
    _HEAD + "(?=(?:机关|本级)?(?:全年|本年度?|年内)?(?:还|先后|进一步)?"
    "(?:健全|建立|完善|落实|压实|梳理|制定|制发|印发|出台|修订|开展|组织|举办|召开"
    "|编制|编印|更新|规范|明确|细化|公开|发布|主动|通过|利用|依托|推行|实行|优化|强化|加强|加大|打造"
    "|选派|接受|邀请|指定|设立|做好|抓好|共|累计|办理|办结|答复|聚焦|围绕|坚持|把|将))",
    re.MULTILINE,
    needs=["局", "委员会", "办公室", "中心"],
)
_STEADILY = "(?:机关|本级)?(?:全年|本年度?|年内|继续|进一步|持续)*"
_OWN_HOUSE = (
    "坚持|成立[^，；。]{0,20}公开[^，；。]{0,8}小组|完成[^，；。]{0,8}公开[^，；。]{0,6}(?:专栏|栏目)[^，；。]{0,4}改版"
    "|把[^，；。]{0,8}公开[^，；。]{0,8}纳入|将[^，；。]{0,8}公开[^，；。]{0,8}纳入|配备[^，；。]{0,4}(?:政务|信息)公开[^，；。]{0,4}人员"
    "|(?:健全|完善)[^，；。]{0,8}(?:信息|政务)公开[^，；。]{0,16}[机制][制度]"
    "|(?:高度|十分|始终)重视(?:政务|信息|政府信息)公开工作，(?:及时|重新)?(?:调整|成立|充实|明确)[^，；。]{0,8}(?:小组|领导)"
    "|(?:(?:政务|信息|政府信息)?公开)?(?:信息)?(?:保密)?审查(?:工作)?(?:领导)?(?:小组|专班)"
    "|(?:政务|信息|政府信息)公开(?:工作)?(?:领导小组|专班)|党组(?!书记)|领导班子|机关各?[股科处]室"
)
_OUR_OWN_HOUSE = pattern(
    _HEAD + f'(?={_STEADILY}(?:{_OWN_HOUSE})[^；。\\n]{{0,60}}?，[“"]?[我本][局委厅](?P<ours>[^；。\\n]*))',
    re.MULTILINE,
    needs=["我局", "本局", "我委", "本委", "我厅", "本厅"],
)
"""(丰源县发展和改革局)成立政务公开领导小组，我局全年自查4次: nobody tells of the house of another in such words."""
_AUDITS = "(?:建立|制定|修订|实行|落实)了?[^，。；]{0,6}公开[^，。；]{0,12}(?:审[查核]|登记|台账)"
_OURS_TOO = pattern(
    _HEAD + f"(?={_STEADILY}(?:{_OWN_HOUSE}|{_AUDITS})"
    "(?:(?![我本][局委厅])[^\\n]){0,90}?(?P<ours>[。；])[我本][局委厅](?:还|另|同时))",
    re.MULTILINE,
    needs=["我局", "本局", "我委", "本委", "我厅", "本厅"],
)
"""(汾原市财政局)将政务公开纳入科室考核，占5分。我局还组织培训2次: what we did too stands beside what we did."""
_NAMED_FIRST = (
    r"(?:^|(?<=[。；\n]))[ \u3000]*(?:(?:20\d\d年度?|本年度?|今年|全年|年内|年初)，?)?"
    rf"(?P<name>{_HAN}{{0,6}}?[省市县区州旗]{_HAN}{{2,12}}?(?:局|委员会|厅))"
)
_OF_ITSELF = pattern(
    _NAMED_FIRST
    + r"(?P<did>(?:党组|领导班子)?(?:及时|进一步|继续|重新|专门|专题|始终|十分)*(?:高度重视|重视|调整|充实|成立|组建"
    r"|设立|建立|健全|完善|修订|制定|印发|明确|配备|研究|指定|把|将)"
    r"[^。；\n]{0,40}?公开[^。；\n]{0,40}?，(?:由|经|以)?[局委厅](?:党组|党委|主要|分管|领导|负责|长|办公室|机关|内|属|班子|办|直|系统)[^。；\n]*)",
    re.MULTILINE,
    needs=["，局", "，委", "，厅", "，由局", "，由委", "，由厅", "，经局", "，以局"],
)
"""(市水务局)调整政务公开领导小组，局主要负责同志任组长: who says 局 of another tells of the house of that one."""
_ITS_LEADER = pattern(
    _NAMED_FIRST + r"(?P<did>(?:进一步|继续|重新)*(?:明确|指定|确定|安排|落实)由?(?:(?:[一两12]名)?(?:分管)?"
    r"(?:副局长|副主任|副厅长|[局委厅]领导|党组成员|班子成员)|[局委厅]党组[^，。；\n]{0,4})[^，。；\n]{0,10}"
    r"(?:分管|主管|主抓|负责|牵头)[^，。；\n]{0,10}公开[^。；\n]*"
    r"|(?:党组书记|主要负责(?:人|同志)|局长|主任|主要领导|分管(?:副局长|副主任|领导|负责(?:人|同志)))[^，。；\n]{0,4}(?:任|担任|兼任|为)局?"
    r"(?:政务公开|政府信息公开|信息公开)[^，。；\n]{0,8}(?:小组|专班)的?副?组长[^。；\n]*)",
    re.MULTILINE,
    needs=["分管", "主管", "主抓", "负责", "牵头", "组长"],
)
"""(青崖市住房和城乡建设局)明确一名副局长分管政务公开: who leads there is told in the report of that bureau."""
_ITS_GROUP = pattern(
    rf"(?<=[。；，\n])(?P<name>{_HAN}{{0,6}}?[省市县区州旗]{_HAN}{{2,12}}?(?:局|委员会|厅))"
    "(?P<did>(?:保密|(?:政府)?信息公开|政务公开|信息)(?:保密|审查|审核|工作|领导)*(?:小组|专班)由[局委厅]长(?:任|担任|兼任)?组长[^，。；\n]*)",
    needs=["组长"],
)
"""谁发布谁负责，(青石县水务局)保密审查小组由局长任组长"""
_ITS_MEETINGS = pattern(
    _NAMED_FIRST + r"(?P<did>(?:政务公开|(?:政府)?信息公开)(?:工作)?领导小组"
    r"(?:全年|今年|年内|本年度|每[季月半]度?年?|定期|先后|专题|多次|共)*"
    r"(?:开会|召开|研究|听取|审定|审议|会商)[^。；\n]*"
    r"|(?:全年|今年|继续)*[把将][^，。；\n]{0,8}公开[^，。；\n]{0,6}[纳列]入(?:对?各?[股科处]室|局?机关|内部)(?![^，。；\n]*各单位)[^，。；\n]{0,8}考[核评][^。；\n]*)",
    re.MULTILINE,
    needs=["领导小组", "考核", "考评"],
)
"""(汾原市水利局)政务公开领导小组开会4次, 把公开列入科室考核: none but that bureau tells of it."""
_ITS_WORK = pattern(
    _NAMED_FIRST + r"(?P<did>(?:20\d\d年度?)?的?(?:政府信息公开|信息公开|政务公开)工作(?:"
    r"中?(?:还|仍|主要|也)*(?:存在的?|有)(?:主要|一些|以下|突出)*(?:不足|问题|短板|薄弱环节)"
    r"|(?:总体|整体)?(?:稳步|有序|扎实|平稳|取得|虽|仍))[^。；\n]*)",
    re.MULTILINE,
    needs=["公开工作"],
)
"""(望湖区民政局)政府信息公开工作存在的不足：…, 公开工作取得一定成效, in the report of another bureau."""
_ITS_PUBLISHING = pattern(
    _NAMED_FIRST + r"(?P<did>(?:全年|今年|本年度|紧紧|始终|主动|继续|持续)*"
    r"(?:围绕|聚焦|紧扣|坚持|立足|高度重视|主动公开|及时公开|通过|依托|利用)"
    r"[^。；\n]*?(?:网站|公众号|专栏|新媒体|平台)[^。；\n]{0,14}?(?:发布|公开|推送)[^。；\n]{0,14}?\d+(?:余)?[条篇][^。\n]*)",
    re.MULTILINE,
    needs=["网站", "公众号", "专栏", "新媒体", "平台"],
)
"""(云溪区卫生健康局)围绕群众关心的热点，…通过网站发布各类信息402条, in the report of another bureau there."""
_LEADS_OTHERS = pattern("政务|数据|审批|司法|监察|档案|机构编制")
_AS_ASKED = pattern(
    "按要求|按照|根据|统一|同步|配合|参加|参与|派|成员|提供|报送|协助|响应|执行|牵头|指导|考核|要求|部署|推送|借鉴|学习|联合|会同|全[省市县区]|各[单部]|所属|下属|也|亦|同样"
    "|[到来赴向][我本][局委厅]|来访|调研|考察|参观|带队"
)
_WITH_US = pattern("[我本][局委办厅县市区单机中]|两地|交流|协作|联合|移送|征求|来函|复函|委托|转来|借鉴|学习")
"""What a bureau of another place may do in the report of one."""
_WITHIN = pattern("(?:[股科处]室|机关)(?:年度|绩效|目标|工作)*(?:考核|考评)")
"""纳入科室考核: none of those that others make."""
_LEVEL = pattern(f"^(?:{_HAN}{{2,4}})?[省市县区州旗](?!场)")
_LEVELS = pattern("[省市县区州旗](?![场政容])")
_NO_OFFICE = pattern("[各全我本该其等由为对向按从将把]|局.")
_LED_TO = pattern("配合|协[助同]|联合|会同|支持|指导|督促|推动|组织|参[加与]|[与和同跟受随由经向从据依按在为将把对]")
"""(配合)区卫生健康局围绕…: what the office itself does for another."""
_WITH_OTHERS = pattern(
    "审计|巡[察视]|督[查导]|检查|整改|传达|学习|要求|部署|配合|会同|联合|全[省市县区]|各[县区乡镇单部]|[我本][局委厅]|成员单位|参加|下发"
)
_PLACE = pattern("(?<=.)(?:[省县区州旗盟]|市(?![场政容]))")
"""双河(县)市场监督管理局"""
_SHORTEST_KIND = 3
_OWN_NUMBERS = ("received", "received_new", "handled")
_FEWEST = 10
"""A smaller number is that of this report by chance."""


def other_heads(text: str, code: str, unit: str, claims: Sequence[Claim]) -> list[Span]:
    """Return the names of other units at the head of sentences that tell of this unit."""
    found = [*_townships(text, unit), *_own_offices(text, unit), *_aliased(text, unit), *_of_other_places(text, unit)]
    if unit.endswith(_DEPARTMENTS) and holds_one(text, _DEPARTMENTS):
        found += [*_denying(text, unit), *_deciding(text, code, unit, claims), *_of_our_house(text, unit)]
        found += _of_themselves(text, unit)
    for claim in claims:
        is_told = claim.place.text == code and claim.key in _OWN_NUMBERS and claim.agrees
        if is_told and (claim.number or 0) >= _FEWEST:
            head = _RECEIVED.search(*_to_number(text, claim))
            if head and _is_other(head["name"], unit):
                found.append(Span(*head.span("name"), head["name"]))
    return found


def _deciding(text: str, code: str, unit: str, claims: Sequence[Claim]) -> list[Span]:
    """Return other departments that are said to have decided what the tables of this one hold, number by number."""
    found = []
    for i, claim in enumerate(claims):
        if claim.place.text != code or claim.key not in _OWN_DECISIONS or not claim.agrees:
            continue
        head = _DECIDED.search(*_to_number(text, claim))
        end = text.find("。", claim.place.end) % (len(text) + 1)
        told = [c for c in claims[i:] if c.place.text == code and c.place.start < end and c.number is not None]
        is_ours = all(c.agrees for c in told) and max(c.number or 0 for c in told) >= _FEWEST
        if head and is_ours and head["name"].endswith(_DEPARTMENTS) and _is_other(head["name"], unit):
            found.append(Span(*head.span("name"), head["name"]))
    return found


@lru_cache(maxsize=256)
def _aliased(text: str, unit: str) -> tuple[Span, ...]:
    """Return other units that a text calls 我局, 我办 in brackets."""
    named = [Span(*m.span("name"), m["name"]) for m in _ALIASED.finditer(text)]
    for match in _OURSELVES.finditer(text):
        ends = _OFFICES if match["kind"] in _OF_ANY_KIND else _KINDS_OF_OURS.get(match["kind"], (match["kind"],))
        is_second = any(own in unit and re.search(second, match["name"]) for own, second in _SECOND_NAMES)
        if match["name"].endswith(ends) and not (is_second or _OFFICES_WITHIN.search(match["name"])):
            named.append(Span(*match.span("name"), match["name"]))
    return tuple(span for span in named if _is_other(span.what, unit))


@lru_cache(maxsize=256)
def _denying(text: str, unit: str) -> tuple[Span, ...]:
    """Return other departments that are said to have had no applications, cases or fees."""
    if not _MAY_DENY.search(text):
        return ()
    named = [Span(*m.span("name"), m["name"]) for m in _DENYING.finditer(text) if m["name"].endswith(_DEPARTMENTS)]
    return tuple(span for span in named if _is_other(span.what, unit))


@lru_cache(maxsize=256)
def _of_our_house(text: str, unit: str) -> tuple[Span, ...]:
    """Return other departments that are said to have put their own house in order, in a sentence on ours."""
    found = []
    for match in chain(_OUR_OWN_HOUSE.finditer(text), _OURS_TOO.finditer(text)):
        name, told = match["name"], text[match.end("name") : match.end("ours")]
        is_like_us = name.endswith(_DEPARTMENTS) and not _LEADS_OTHERS.search(name)
        is_other = _is_other(name, unit) or _is_neighbour(name, unit)
        if is_like_us and is_other and not _AS_ASKED.search(_WITHIN.sub("", told)):
            found.append(Span(*match.span("name"), name))
    return tuple(found)


def _is_neighbour(name: str, unit: str) -> bool:
    """Whether a name without its place is that of a department beside the unit: 市水务局 for 江州市民政局."""
    level, ours = _LEVEL.match(name), _LEVELS.findall(unit)
    if level is None or level[0] not in ours[-1:] or _LEADS_OTHERS.search(unit):
        return False  # 省水利厅, 市民政局 in the report of a county: who is above tells how it leads
    is_second = any(own in unit and re.search(second, name) for own, second in _SECOND_NAMES)
    kind = name[level.end() :]
    return not (is_second or is_own(name, unit) or is_own(kind, unit) or _NO_OFFICE.search(kind))


@lru_cache(maxsize=256)
def _of_themselves(text: str, unit: str) -> tuple[Span, ...]:
    """Return other departments that are told of as by themselves: 市水务局调整领导小组，局主要负责同志任组长."""
    found = []
    if _LEADS_OTHERS.search(unit):
        return ()
    routines = chain(_ITS_PUBLISHING.finditer(text), _ITS_MEETINGS.finditer(text))
    routine = [m for m in routines if not _may_be_called(m["name"], unit)]
    for match in chain(*(told.finditer(text) for told in (_OF_ITSELF, _ITS_LEADER, _ITS_GROUP, _ITS_WORK)), routine):
        name, told = match["name"], match["did"]
        level = _LEVEL.search(name)
        kind = name[level.end() :] if level else name
        is_ours = is_own(name, unit) or is_own(kind, unit) or kind.endswith(_kind_of(unit) or name)
        is_ours = is_ours or any(own in unit and re.search(second, name) for own, second in _SECOND_NAMES)
        is_else = _LEADS_OTHERS.search(name) or _WITH_OTHERS.search(told) or _NO_OFFICE.search(kind)
        is_else = is_else or _LED_TO.match(name)
        if not (is_ours or is_else):
            found.append(Span(*match.span("name"), name))
    return tuple(found)


def _may_be_called(name: str, unit: str) -> bool:
    """Whether a department may be the unit by another name: 区教体局 for 区教育局."""
    level = _LEVEL.search(name)
    return (name[level.end() :] if level else name)[:1] == _kind_of(unit)[:1]


@lru_cache(maxsize=16)
def _kind_of(unit: str) -> str:
    """Return the name of a unit without its place; "" where no place is named."""
    ends = [m.end() for m in _PLACE.finditer(unit) if len(unit) - m.end() >= _SHORTEST_KIND]
    return unit[ends[-1] :] if ends else ""


@lru_cache(maxsize=256)
def _of_other_places(text: str, unit: str) -> tuple[Span, ...]:
    """Return the offices that do as the unit does and are its like in another place: another county's 水利局."""
    kind = _kind_of(unit)
    if not kind or kind not in text.replace(unit, ""):
        return ()
    alike = unit[-len(kind) - 1 :]  # of a place of the same level
    named = [Span(*m.span("name"), m["name"]) for m in _DOING.finditer(text) if m["name"].endswith(alike)]
    named = [span for span in named if not _WITH_US.search(text[span.end :].partition("。")[0])]
    return tuple(span for span in named if _is_other(span.what, unit))


def _to_number(text: str, claim: Claim) -> tuple[str, int]:
    """Return a text up to the first digit of the number of a claim, and where the part begins that it stands in."""
    head = text[: claim.place.start].rstrip("0123456789,")
    return head, max(head.rfind(mark) for mark in "。；\n") + 1


@lru_cache(maxsize=256)
def _townships(text: str, unit: str) -> tuple[Span, ...]:
    """Return the other townships that act at the head of a sentence in the report of one."""
    if not unit.endswith(_TOWNSHIPS) or not holds_one(text.replace(unit, ""), _TOWNSHIPS):
        return ()
    named = [Span(*m.span("name"), m["name"]) for m in _ACTING.finditer(text) if m["name"].endswith(_TOWNSHIPS)]
    named = [span for span in named if not _COMES_TO_US.search(text[span.end :].partition("。")[0])]
    return tuple(span for span in named if _is_other(span.what, unit))


@lru_cache(maxsize=256)
def _own_offices(text: str, unit: str) -> tuple[Span, ...]:
    """Return other townships whose own offices do the work of this one, anywhere in a sentence."""
    if not unit.endswith((*_TOWNSHIPS, "镇", "乡", "街道")):
        return ()
    found = []
    for match in _OWN_OFFICE.finditer(text):
        kind = match.lastgroup or "name"
        span = Span(*match.span(kind), match[kind])
        sentence = sentence_around(text, span.start, span.end)
        if not (_NO_NAME.search(span.what) or _COMES_TO_US.search(sentence) or is_own(span.what, unit)):
            found.append(span)
    return tuple(found)


def _is_other(name: str, unit: str) -> bool:
    if "各" in name:
        return False  # 阳河区各街道办事处
    return bool(FULL_NAME.match(name)) and not VAGUE_NAME.match(name) and not is_own(name, unit)
