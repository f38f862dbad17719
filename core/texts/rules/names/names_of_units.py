"""What units are called: offices, parks, towns and governments that clauses of a text begin with or lead to (N-10).

A name is a place, its level and a kind: 青岚县 + 水利局. The place may be left out (县水利局), of a town and a county
the office (青石岭镇).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.base.patterns import pattern

_HAN = "[\u4e00-\u9fff]"
_FIELDS = """
发展 改革 发改 粮食 物资 储备 能源 煤炭 价格 经济 信息 信息化 工业 工信 科技 科学 技术 大数据 数据 商务 贸易 投资
促进 招商 口岸 审计 统计 教育 体育 教体 教科 文化 广电 广播 电视 旅游 文旅 文广旅 文体 新闻 出版 文物 民族 宗教 民宗
公安 司法 民政 财政 国家 税务 金融 医疗 医保 卫生 健康 人力 资源 社会 保障 人社 卫健 卫计 计生 疾病 预防 控制 退役 军人
自然 规划 自规 资规 国土 林业 草原 林草 海洋 渔业 水产 生态 环境 环保 畜牧 兽医 住房 房屋 城乡 建设 住建 城市 城管 园林
绿化 市政 市容 房产 房管 公用 交通 运输 交运 公路 港航 海事 水利 水务 农业 农村 农牧 农机 乡村 振兴 扶贫 移民 搬迁 应急
消防 救援 地震 气象 市场 监督 管理 市监 监管 药品 食品 知识 产权 国有 资产 国资 人防 防空 人民 民防 外事 侨务 信访
机关 事务 档案 地方 史志 政务 服务 行政 审批 综合 执法 供销 公积金 就业 烟草 邮政 中医药 老龄 海关 保密 质量 工商
质监 食药 药监 保护 计划 生育 安监 国税 地税 法制 安全 生产 人事 劳动 人口 物价 保险 经信 科工 科 和 与 改
"""
FIELDS = f"(?:{'|'.join(sorted(_FIELDS.split(), key=len, reverse=True))})+"
"""What an office is responsible for: a closed set, so that a name ends neither too early nor too late."""
_ONE_FIELD = pattern(FIELDS.removesuffix("+"))
PLACE_SIGN = (
    "(?:(?![我本各全该其等所无未不均已也亦由因被把将对向在按就为使让从到用与及或于以凭据即若可请须需应能要会同跟称并是系含见经现代商送占涉至为的了给列存放来去])"
    f"{_HAN})"
)
"""What a name of a place is written with, as good as never a word of grammar."""
_OF_A_CITY = f"(?:国家税务总局)?(?:{PLACE_SIGN}{{2,4}}?(?:省|市|州|盟|地区))?"
_SHAPES = {
    "bureau": f"(?P<place>{_OF_A_CITY}(?:{PLACE_SIGN}{{1,8}}?)?(?P<level>[省市县区州盟旗])(?:人民政府)?)"
    f"(?P<kind>{FIELDS}(?:分局|局|委员会|厅|中心)(?:{_HAN}{{2,9}}分局)?|(?:发改|卫健|国资|住建|农|工|经信|建|民宗)委)",
    "agency": f"(?P<place>(?:中华人民共和国)?{PLACE_SIGN}{{2,4}}?)(?P<level>)(?P<kind>海事[局处]|海关)",
    "town": f"(?P<place>(?:{_OF_A_CITY}{PLACE_SIGN}{{2,4}}?[县市区旗](?:人民政府)?)?{PLACE_SIGN}{{2,5}}?)(?P<level>)"
    "(?P<kind>镇|乡|街道)",
    "county": f"(?P<place>{_OF_A_CITY}{PLACE_SIGN}{{2,6}}?)(?P<level>)(?P<kind>[县旗区市省州])",
    "park": f"(?P<place>{PLACE_SIGN}{{2,9}}?)(?P<level>)"
    "(?P<kind>(?:经济|高新|技术|产业|工业|开发|旅游|度假|保税|示范|综合|自由|贸易|新|港|园|合作|文化|科技|生态|[高经]开?)+"
    "区?(?:管理委员会|管委会))",
}
_FILLERS = (
    "[ \u3000]*(?:(?:[一二三四五六七八九十]|\\d+)(?:是|、|．|\\.)|[（(][一二三四五六七八九十\\d]+[）)]|[①-⑨]"
    "|(?:截[至止])?20\\d\\d年(?:度|底|末|来|以来|里|中|间|内)?|(?:过去|这)?一年(?:以来|来|间|里)?|本?年度|[今去](?:年|后)(?:以来)?|全年|年[内初底]|本年"
    "|(?:最近|近|前|过去|这|连续)(?:[一二两三四五六七八九十几]|\\d+)(?:个)?(?:年度?|月|季度)(?:以?来|[间里中内])?|报告期内|期间|[来明]年|下一?步|下一?阶段|同时|此外|另外|目前|当前|眼下|现阶段|对此|为此|因此|其次|首先|再次|最后|据此|但是?|虽然|尽管|由于|然而|而|接下来"
    "|[上下]半年)*+"
)
"""Words of time and order before a name: one list for all that acts."""
_LEADS = {
    "compiles": f"{_HAN}{{0,12}}?由",
    "answers": (
        "(?:[^，。；\n]{0,12}?(?:请|可|欢迎|应)[^，。；\n]{0,16}?(?:与|同|向|到|联系|咨询|致电|致函|询问)"
        "(?:(?:编制|责任|受理|联系)?单位)?+|联系[为是]"
        "|[^，。；\n]{0,10}?(?:联系|受理|咨询|编制|责任)(?:人|单位|部门|机构|机关)(?:名称)?[为是])"
    ),
    "announces": f"{_HAN}{{0,8}}?(?:现将|现?(?:向社会)?(?:公布|发布|公开)|编制)",
    "shows": "[^，。；\n]{0,16}?(?:[在于到至从]|登录|访问|通过)",
    "suits": "(?:根据|结合|立足|按照|依据)",
    "": "",
}
"""What leads to a name that is not the head of its clause: 本报告由, 请与, 可在."""
_LED = {
    "compiles": pattern("由"),
    "answers": pattern("[与同向到]|联系|咨询|致[电函]|询问|受理|编制|责任"),
    "announces": pattern("现将|公[布开]|发布|编制"),
    "shows": pattern("[在于到至从]|登录|访问|通过"),
    "suits": pattern("[根依]据|结合|立足|按照"),
}
"""What every one of these but the last holds."""
_OFFICES = {
    "town": "(?:人民政府|办事处)?",
    "county": "(?:人民政府办公[室厅]|人民政府|政府办公[室厅])?",
    "bureau": "",
    "agency": "",
    "park": "",
}
_HOUSES = pattern("(?:党委|党工委|[县区]?委)[、和]?[镇乡县区]?(?:政府|办事处)?|政府(?!信息)办?|机关|党组|本级")
"""What acts for a unit whose name stands before it: 石门镇(党委政府)."""
_ENDS = {
    "bureau": pattern(
        "[局委厅中](?<![我本各该全贵两].)(?:(?<=局)(?![面限长势属]|部(?!分))|(?<=厅)|(?<=委)(?:员会|(?![托员会任派办、]))|(?<=中)心(?![工任小镇城]))"
    ),
    "agency": pattern("海事[局处]|海关"),
    "town": pattern(
        "[镇乡街](?<![我本各该全城集乡].)(?<![返回还离异]乡)(?:(?<=镇)(?![长区街里上])|(?<=乡)(?![镇村长里亲])|(?<=街)道(?!$))"
    ),
    "county": pattern("[县旗区市省州](?<![我本各该全\\d].)(?![场域长级里直对])"),
    "park": pattern("管理委员会|管委会"),
}
_SORTS = (
    ("town", pattern("(?:[镇乡](?:人民政府)?|街道(?:办事处)?)$")),
    ("county", pattern("[县旗区市省州]人民政府(?:办公[室厅])?$")),
    ("park", pattern("[区园](?:管理委员会|管委会)$")),
    ("agency", pattern("(?:海事[局处]|海关)$")),
    ("bureau", pattern("(?:局|委员会|厅|中心)$")),
)
_LONGEST = 60
"""Characters of a name and what stands before it in its clause."""
_CLAUSE_MARKS = frozenset("。；，：:！？\n“”《》")


_SECOND_NAMES = (
    ("农业", "乡村振兴|扶贫|农机|畜牧|水产|渔业"),
    ("发展", "粮食|物资|能源|价格|数据|铁路|国防"),
    ("市场监督", "知识产权|食品|药品"),
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
"""What bureaus are called beside their first name: 县农业农村局 is 县乡村振兴局 too."""


@lru_cache(maxsize=256)
def may_be_second_name(name: str, unit: str) -> bool:
    """Whether a bureau may be called so beside its first name."""
    return any(own in unit and re.search(second, name) for own, second in _SECOND_NAMES)


@lru_cache(maxsize=256)
def fields_of(kind: str) -> tuple[str, ...]:
    """Return the words that a bureau's name is made of: 教育 and 体育 of 教育体育局."""
    return tuple(_ONE_FIELD.findall(kind))


@dataclass(frozen=True, slots=True)
class Named:
    """A unit that a text names."""

    start: int
    end: int
    name: str
    place: str
    level: str
    kind: str
    after: int
    """Where it goes on behind the name and who acts for it there."""
    lead: str
    """What leads to it: one of ``_LEADS``; "" for the head of a clause."""


SORTS = tuple(_SHAPES)


@lru_cache(maxsize=64)
def sort_of(unit: str) -> str:
    """Return of which sort a unit is; "" for one of none."""
    return next((sort for sort, end in _SORTS if end.search(unit)), "")


@lru_cache(maxsize=64)
def parts_of(unit: str) -> Named | None:
    """Return a unit's own name by its parts; None where it has none."""
    sort = sort_of(unit)
    shape = _SHAPES[sort].replace(PLACE_SIGN, _HAN) if sort else ""  # 从化区, 和县
    match = re.fullmatch(f"{shape}{_OFFICES[sort]}", unit) if sort else None
    return Named(0, len(unit), unit, match["place"], match["level"], match["kind"], len(unit), "") if match else None


@lru_cache(maxsize=16)
def _heads(sort: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of a clause up to the end of a name, by what leads to it; that of its head comes last."""
    return tuple((role, re.compile(f"{_FILLERS}{lead}(?P<name>{_SHAPES[sort]})")) for role, lead in _LEADS.items())


@lru_cache(maxsize=8)
def _office(sort: str) -> re.Pattern[str]:
    return re.compile(_OFFICES[sort])


@lru_cache(maxsize=512)
def named_units(text: str, sort: str) -> tuple[Named, ...]:
    """Return the units of a sort that the clauses of a text begin with or lead to."""
    return tuple(_named_units(text, sort))


def _named_units(text: str, sort: str) -> Iterator[Named]:
    for end in _ENDS[sort].finditer(text):
        clause = _clause_start(text, end.start())
        for role, head in _heads(sort):
            is_led = not role or _LED[role].search(text, clause, end.start())
            match = head.fullmatch(text, clause, end.end()) if is_led else None
            if match:
                last = _office(sort).match(text, end.end())
                stop, start = last.end() if last else end.end(), match.start("name")
                house = _HOUSES.match(text, stop)
                parts = match["place"], match["level"], match["kind"]
                yield Named(start, stop, text[start:stop], *parts, house.end() if house else stop, role)
                break


@lru_cache(maxsize=64)
def _behind(sort: str, lead: str) -> re.Pattern[str]:
    return re.compile(f"(?:.*?{lead})(?P<name>{_SHAPES[sort]})(?P<office>{_OFFICES[sort]})")


def unit_before(text: str, at: int, sort: str, lead: str) -> Named | None:
    """Return the unit of a sort whose name ends at a place and is led to by some words, within one clause."""
    match = _behind(sort, lead).fullmatch(text, max(_clause_start(text, at), text.rfind("、", 0, at) + 1), at)
    if match is None:
        return None
    start = match.start("name")
    return Named(start, at, text[start:at], match["place"], match["level"], match["kind"], at, lead)


def _clause_start(text: str, at: int) -> int:
    lowest = max(at - _LONGEST, 0)
    return next((i + 1 for i in range(at - 1, lowest - 1, -1) if text[i] in _CLAUSE_MARKS), lowest)
