"""Reads numbers that are told by the way: companies punished, cases punished, one applicant's story, fees of a kind."""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.texts.language import grammar
from core.texts.language.numbers import han_number, numbers_in
from core.texts.language.own_words import in_table_unit
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_PUNISHED = pattern(
    r"对(?:其中)?(?:的)?[^，；。\d]{0,8}?(?P<n>\d+)(?:余)?[家户名个][^，；。\d]{0,22}?(?:作出|实施|给予|予以|处以|下达)了?(?:行政)?处罚(?!建议|告知|听证)"
    r"|(?:查处|查办|立案)[^，；。\d]{0,16}(?P<m>\d+)[件起宗](?:案件)?，?(?:并|且)?(?:已|依法)*(?:均|全部|都)(?:已|依法)*(?:作出|给予|予以|实施)了?(?:行政)?处罚(?:决定)?(?=[，。；]|$)"
)
"""对其中6家作出行政处罚决定; 立案查处6起并全部作出处罚决定: there are at least as many decisions."""
_NO_PENALTY = pattern(
    "拟|不予|免予|免于|建议|移送|去年|上年|历年|全国|全省|(?:未|没有?|不再)(?:再|曾|依法)*(?:作出|实施|给予|予以|处以|下达)"
)
_ONE_OF_THEM = pattern("(?:^|[，：])(?:其中)?，?(?:有|另有)?(?:一|1)(?:位|名|家|个)[^，；。\\d]{1,24}")
"""有一位在校学生索要工业产值，…，告知其本机关不掌握: what came of one application."""
_ASKED = pattern(
    "(?:收到|受理|接到|办理)了?(?P<n>\\d+|[一二两三四五六七八九十])[名位家个](?:自然人|公民|居民|村民|市民|群众|企业|公司|申请人|律师|法人)[^，。；\\d]{0,16}(?:提出|提交|递交|寄来)的?[^，。；\\d]{0,10}(?:公开申请|申请公开|信息公开)"
)
"""受理1名公民以邮寄方式提出的公开申请: there are at least as many applications."""
_SOMEBODY_ASKED = pattern(
    "(?:^|[，；：])(?:(?:□□□)?(?:本年|全年|今年|年内)度?|仍|共|曾|先后|陆续|也|虽|但|只|仅)*有?"
    "(?:\\d+|[一二两三四五六七八九十])[名位家](?!工作|干部|职工代表|委员|代表)[^，；。：（）\\d]{1,24}?"
    "(?:向(?:我|本|街道|[局委镇乡县市区])[^，；。\\d]{0,8}?)?(?:提出|提交|递交|寄来|送来)[了过]?(?:一件|1件)?的?(?:政府信息公开|信息公开|公开)的?申请(?=[，；。])"
)
"""有一名参保人通过邮寄方式向我局提出公开申请: there is an application, if perhaps one of several people."""
_NOT_ASKED = pattern(
    "[如若倘拟想误]|询问|咨询|怎[么样]|撤回|协助|帮助|指导|引导|代|为[^，；。]{1,8}(?:提|递)|复议|[再重]|结转"
)
_FEE = "(?!新增|增加|公|取消|停|减|免|调|委托|由|对|向|降|变|清)[^，；。：（）\\d]{1,22}?费"
_FEES = pattern(
    r"(?:行政事业性?收费(?:方面|情况|工作|收入|金额)?|(?P<open>(?<![^。；，\n])收费(?:公开|公示|情况|信息|项目|收入)*)"
    r"|行政事业性?收费(?:项目|事项|方面|情况|目录)*[中上]?，?(?:目前|现阶段|现|□□□本年度?|今年|全年)*(?:仅仅|仅|(?<!不)只)"
    rf"(?:有|剩|涉及|保留|为|是|含)*{_FEE}(?:[一1](?:项|种|类|个)(?:收费)?(?:项目)?)?"
    rf"|(?:唯一|仅有|仅存)的?(?:[一1](?:项|种|类|个))?的?行政事业性?收费(?:项目|事项)*(?:是|为|系|即){_FEE}"
    rf"|行政事业性?收费(?:项目|事项)*(?:均|全部|都|全)?(?:为|是|系|即){_FEE}(?:等?[一1二两三四五](?:项|种|类|个)(?:收费)?(?:项目)?)?"
    r")[，：](?P<told>[^。；]*)"
)
"""行政事业性收费方面，…; 行政事业性收费仅船员考试费一项，…: the fee of the only kind is all; …为考务费，… too."""
_CASHED = pattern(
    "(?:入库|收取|征收|收缴|执收|收入|上缴|缴库|收费|实收)(?:国库|财政)?了?(?:总额|总金额|金额|共计|合计|共|为|是|达到?)*$"
    "|(?:收取|征收|收缴|执收)[^，；。、：\\d]{2,14}等[^，；。：\\d]{0,6}(?:收费|费用?|收入|款项)(?:总额|共计|合计|共)*$"
    "|^(?:□□□本年度?|全年|年内|当年)*(?:收费)?金额(?:为|共计|共|合计|是)*$"
)
"""行政事业性收费方面，居民身份证工本费全年入库(152.09万元); 收取耕地开垦费等费用(835.27万元)"""
_IN_ALL = pattern("(?:全年|年内|本年度?|□□□本年度?|当年)(?:共计?|合计|总计|累计|约)*$")
"""收费公开：水资源费等，(全年)4332.1万元"""
_NO_SUM = pattern(
    "其中|同比|较|比|增|减|降|退|免|标准|每|预计|预期|拟|应收|罚没|罚款|没收|(?<!非)税(?!务|局)|基金|社保|医保|租金|价款|保险|经费|预算"
)
"""(环境保护税由税务部门征收，)全年入库1.47亿元: other money."""
_NO_FEES = pattern("(?:没有|无|未收取?|不收取?|不涉及|未设立?|不再收取?|取消|停征)(?:任何|过|的|了|征收|收取)*$")
"""(没有)行政事业性收费，…"""
_NOT_OURS = pattern("下属|所属|直属|下辖|各|代[收征]|委托")
_COMPARED = pattern("(?:^|[，：])(?:[比较](?!照)|同比|环比|相比|与)[^，；。：]*$")
"""收取3.8万元，(较上年减少)2.9万元: beside the sum."""
_MONEY = ("元", "万元", "亿元")


@sentence_reader(None, ["处罚"])
def punished(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield how many decisions there are at least, where those punished are counted."""
    role = source.vocabulary.role("penalty")
    for match in _PUNISHED.finditer(source.text, sentence.start, sentence.end):
        clause = source.clause(*match.span())
        if _NO_PENALTY.search(clause) or not source.is_this_year(sentence, match.start()):
            continue
        if source.scope(match.start()):
            continue
        value = int(match["n"] or match["m"])
        span, quote = source.span(*match.span()), source.quote(*match.span())
        name = f"至少有的{role.name}"
        yield NumberReading(*span, quote, value, "some", role.key, name, role.rule_id, role.alternatives(""))


@sentence_reader(REQUEST_TEXTS, ("提出", "提交", "递交", "寄来"))
def askers(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield how many applications there are at least, where those who asked are counted."""
    asked = _ASKED.search(source.text, sentence.start, sentence.end)
    somebody = None if asked else _SOMEBODY_ASKED.search(source.text, sentence.start, sentence.end)
    if somebody and _NOT_ASKED.search(somebody[0]):
        return
    match = asked or somebody
    value = (int(asked["n"]) if asked["n"].isdecimal() else han_number(asked["n"])) if asked else 1
    if match and value and source.is_this_year(sentence, match.start()):
        role, scope = source.vocabulary.role("received"), source.scope(match.start())
        span, quote = source.span(*match.span()), source.quote(*match.span())
        name = f"至少有的{role.name}"
        ways = role.alternatives("")
        yield NumberReading(*span, quote, value, "some", role.key, name, role.rule_id, ways, scope)


@sentence_reader(REQUEST_TEXTS, ("位", "名", "家"))
def one_of_them(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the row that the application of one person was put into."""
    part = sentence.text.partition("；")[0]
    head = _ONE_OF_THEM.match(part)
    if not head or numbers_in(part[head.end() :]) or not source.is_this_year(sentence, sentence.start):
        return
    place = sentence.start
    for clause in grammar.BREAK.split(part):
        row = source.vocabulary.concepts.row(clause) if "告知" in clause else None
        if row:
            span = source.span(place, place + len(clause))
            quote, name = source.quote(place, place + len(clause)), f"有一件{row.name}"
            yield NumberReading(*span, quote, 1, "some", row.key, name, row.rule_id, row.alternatives(""))
        place += len(clause) + 1


@sentence_reader(("s1", "s1.active", "s2", "note.t2"), ["收费"])
def fees_alone(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the only amount behind a heading on fees; what it counts is sure where that is 行政事业性收费."""
    match = _FEES.search(source.text, sentence.start, sentence.end)
    is_told = any(reading.key == "fees" for reading in sentence.readings)
    if not match or is_told or not source.vocabulary.knows("fees"):
        return
    ahead = source.text[sentence.start : match.start()]
    if _NOT_OURS.search(ahead):
        return
    money = [n for n in sentence.numbers if n.unit in _MONEY and match.start("told") <= n.start < match.end("told")]
    more = [n for n in money[1:] if not _COMPARED.search(source.text[match.start("told") : n.start])]
    if not money or more or money[0].is_rough or (money[0].value and _NO_FEES.search(ahead)):
        return
    before = source.text[match.start("told") : money[0].start]
    if (
        not (_CASHED.search(before) or _IN_ALL.search(before))
        or _NO_SUM.search(before)
        or not source.is_this_year(sentence, money[0].start)
    ):
        return
    role = source.vocabulary.role("fees")
    if (role.veto and role.veto.search(before)) or not source.is_this_year(sentence, money[0].start):
        return
    span, quote = source.span(*money[0][:2]), source.quote(match.start(), money[0].end)
    value, scope = in_table_unit(money[0]), source.scope(money[0].start)
    reading = NumberReading(
        *span, quote, value, "count", role.key, role.name, role.rule_id, role.alternatives(""), scope
    )
    yield reading._replace(words=(before,)) if match["open"] else reading
