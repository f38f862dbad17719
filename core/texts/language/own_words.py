"""The words that belong to a number, and its value in the unit of the table."""

from __future__ import annotations

from decimal import Decimal

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language import grammar
from core.texts.language.acting_office import without_acting_office
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.numbers import PrintedNumber
from core.texts.language.outdated import without_why_outdated
from core.texts.language.words_behind import GOES_ON

_CAUSE = pattern(
    "^(?:[^，；。]{0,40}?(?:致使|导致|造成|使得|以致|以至于)|(?:因|由于)(?![^，；。]{0,6}信息公开)[^，；。]{2,16}?(?=被(?:复议|法院|纠|撤|判|责令|确认)))"
)
"""(征求意见周期偏长致使)5件申请跨年: why it is so narrows nothing."""
_BESIDE = pattern(
    "^(?:略|稍|远|明显|甚至)?(?:超过|超出|多过|多于|高于|少于|低于|不及|仅次于|相当于|等于|等同于|持平于)(?!.*(?:年|平均|同期|全[省市县区]|以往|历史|期限|时限|标准|上限))(?=[^，；。\\d]{3})"
)
"""，(超过)执法案卷类的12件: a number that another is compared with is one of this table too."""
_LOOKED_AT = pattern(
    "^(?:从|就|单看|再看)(?P<what>不予公开|无法提供|不予处理|其他处理|予以公开|部分公开)的?(?:申请)?的?(?:情况|情形|答复|方面|数量|件数)?(?:来|上)?看$"
)
"""(从无法提供的情况看，)全年90件"""
_SAID_OF_ALL = pattern("^(?:或者?)?(?:均|都|全部)?(?:(?<=[均都部])(?:为|是|系|属于?|由|来自))?")
"""(均为)信访举报投诉（4件）(或)重复申请（1件）"""
_HOW_MANY = pattern("等?(?P<number>[两二三四五])[种类项个](?:具体)?(?:原因|情形|情况|理由|事由)(?:而|被)?")
"""因不掌握、没有现成信息(两种原因)无法提供的: how many the list has."""
_ON_A_GROUND = pattern(
    "^(?P<lead>(?:其中)?)(?:按照?|依据?|依照|根据|适用|援引)(?!自然人|公民|个人|企业|法人)(?P<row>[^，；。：（）\\d]{3,24}?)(?:这一|的)?(?:条款|规定|情形|事由|理由|项|款)?(?:而)?"
    "(?:(?<!不)(?:作出|作|给出|予以)了?(?:决定|答复|告知|处理)(?:的|共)?|(?<=条款)的?|(?<=情形)的?|(?<=事由)的?)$"
)
"""不予公开14件，其中(按“保护第三方合法权益”作出决定)4件: the row of the group told."""
_NOUN_OF_THE_LAST = pattern(
    "^(?:新收|新|旧|老|存量|结转)的?(?:件|申请|收件)?(?=(?:一共|总共|合计|总计|共计|共)(?:为|有)?$)"
)
_JOINT = pattern("、|以及|和|及|与")
_NUMERALS = "零一二三四五"
_OF_ITS_GROUP = pattern(
    "^(?:其中|在)?(?:不予公开|无法提供|不予处理|其他处理)(?:的|申请|件)*(?:当中|之中|中|里)，?(?!自然人|公民|个人|商?业?企业|法人|律|科研|社会|公益|其他(?!处理))(?=[^，；。]{2})"
)
"""(其他处理中)逾期不补正3件: the group that a row belongs to."""
_OFFICE = pattern("^(?:厅|局|委|院|镇|乡|县|街道|管委会)(?=被|收到|受理|作出|制发)")
"""(厅)被纠正的行政复议案件: the unit itself."""
_WHY_LEFT = pattern(
    "(?:申请)?(?:(?:因|由于)[^，；。：（）\\d\0]{2,30}|[^，；。、：（）\\d\0]{2,20})，"
    "(?:均|都|已|需|须|将|拟|依法|按规定|延期|延长答复期限|延期答复|并|后|且)*结转(?!的|申请|来|入)"
)
_LONG_LEFT = pattern(f"(?:{grammar.LONG_UNDONE}|{grammar.IN_STAGES})，{grammar.HANDED_ON}(?:[结转移顺延留推拖带跨])")
"""3件(申请由于需征求第三方意见，未能形成最终答复，我们将把它们延续)到2025年"""
_WITH_WHOM = pattern("^[^，；。]{0,16}?(?:会同|联合|配合|协同)[^，；。\\d对就将把]{2,16}(?=[对就将把])")
"""(局办公室会同法规科)对现行有效的3件…: who works on them, and with whom, narrows nothing."""
_ALL_OF = pattern("^[^，；。]{0,40}?(?:全部|所有)(?=(?:行政)?(?:许可|处罚|强制)(?:处理)?(?:决定|措施)书?$)")
"""(平台上传我局全部)强制决定18件: where all of them are is another matter."""
_ALL_DOCUMENTS = pattern(
    "^(?:我[局委厅办镇乡市县区]|本[局委厅办镇乡市县区级]|本?机关|本?单位|在|于|政府|官方|门户|网站|网|专栏|专题|专区|栏目|平台|页面|公众号|数据库|文件库|库"
    "|规范性文件|信息公开|信息|政务|集中|统一|全文|收录|收入|公布|公开|展示|公示|发布|挂出|上传|登载|刊载|汇集|归集|汇总|录入|整理|了|的|中|上|里|内|已|共|对外)*"
    "(?=(?:全部|所有)的?(?:\\d+件)?(?:(?:现行|继续)?有效的?)?(?:行政)?(?:规范性文件)?(?:共|共计|合计)?$|(?:现行|继续)?有效的?(?:全部|所有)的?(?:行政)?规范性文件)"
)
"""(专栏收录了)全部现行有效的规范性文件33件: where all of them are is another matter."""
_EXAMPLES = pattern(
    "^(?P<lead>(?:其中|另有?|还有|对|因|由于|属于?|涉及?)*)(?!申请|要求|请求|索要|查阅)(?:(?!申请|要求|、(?:因|属于?))[^，；：。（）等\\d]){2,30}等"
    "(?=(?:各?类|三类|四类)?(?:内部事务|内部管理|过程性|第三方|行政执法案卷|执法案卷|行政查询|公开出版物|国家秘密|信访)[^、等]{0,8}$)"
)
"""(讨论稿、请示件等)过程性信息7件: examples of a row narrow nothing."""
_EXAMPLES_OF_KIND = pattern(
    "(?:(?<=^)|(?<=其中)|(?<=[由有]))(?!申请|要求)(?:(?!申请|要求|因|属于?)[^，；：。（）等\\d]){2,30}(?:等|[一这]类的?|之类的?)(?=(?:各类|各)?"
    "(?:自然人|个人|公民|企业|公司|市场主体|科研|研究机构|公益|社会公益|社会组织|社会团体|慈善|律师|律所|法律|其他组织|其他单位))"
)
"""(水科院、水文所等)科研单位新提2件: examples of a kind narrow nothing."""
_BARE_SUM = pattern("(?:这?[两二三](?:项|者|类|种|部分))?(?:一共|总共|合计|总计|共计|共|就?有|为|是|达)+$")
_ROOM = (
    "(?:业务|承办|主管|经办|相关|有关|各|局|委|厅|镇|乡|县|县政府|市政府|区政府|街道|机关|本机关)*"
    "(?:股室|科室|处室|[^，；。\\d由会同联合商局委]{2,4}[科股处室]|[科股处]室?|办公室|党政办|综合办)"
)
_BY_WHOM = pattern(
    f"^由{_ROOM}(?:、{_ROOM})*(?:(?:会同|联合|配合|协同|牵头|会商|商){_ROOM}?)+(?:[在于](?=年内|当年|年底))?"
)
"""(由业务股室会同局办公室在)年内办结22件: which rooms of the office work on them narrows nothing."""
_TASK_OF_OTHERS = pattern(
    "^(?:所?申请(?:的|公开)?(?:内容|信息|事项)?)?(?:属于?|涉及|归|由)[^，；。\\d]{1,30}?(?:部门|单位|机关|乡镇|街道|领域)[^，；。、\\d]{0,8}、(?=(?:我|本)[局委办厅镇乡院机单][^，；。、]{0,2}(?:不|未|没有)掌握)"
)
"""(申请内容属于水利、自然资源等部门职责、)我局不掌握的37件"""
_MOST_OF_THEM = pattern("^(?:其中，?)?(?:数量|件数|占比|申请)?最多的(?:是|为|系)(?=[^，；。\\d]{2})")
"""(数量最多的是)属于行政查询事项的38件: no limit."""
_EACH_ASKED = pattern("(?:[^，；。、\\d的类]{2,10}(?:提出|提交|递交))+")
_PART_OF_THEM = pattern("^(?:另外?)?(?:的)?一?部分(?=是|为|系|由|来自|出自)")
"""3件，(一部分)由自然人提出（2件），(另一部分)由企业提出（1件）: each has its number."""
_ALL_RESULTS = "七）总计"
"""(（七）)总计334件: the name of a row."""
_MAY_LEAD = pattern(
    "不予|无法|其他处理|^[厅局委院镇乡县街管另一部]|[致造使至因由超多高少低仅相等持同合]|不及|全部|所有"
)
"""What each of the leads above holds: most words hold none, and need no closer look."""

_END_OF_KIND = pattern(
    "(?:的?申请)?(?:出自|来自|源自|属于?|归|是|为|由|系)[^，；：。（）、\\d]{2,12}[，；](?:另有?|还有|有)?"
)
_MARKS_OF_KIND = ("，", "；", "有", "另")
_WHOSE = pattern("(?:的?申请)?(?:则|却)?(?:出自|来自|源自|属于?|归|是|为|由|系)(?!同一|本年|新|上年|结转)")


def clause_before(left: str, right: str, clauses: list[str]) -> str:
    """Return the clause before the own one of a number, if nothing but a comma or a colon stands between them."""
    if "不予" in left and _END_OF_RESULT.fullmatch(left) and _SAID_OF_THEM.match(right):
        return ""  # 2件为重复申请不予处理，2件均为同一人提出: the end of what is said of the number before
    if left.endswith(_MARKS_OF_KIND) and _END_OF_KIND.fullmatch(left) and _WHOSE.match(right):
        return ""  # 7件出自居民，2件出自单位: of two kinds, each told behind its number
    mark = left[len(left) - len(clauses[-1]) - 1 :][:1]
    if len(clauses) > 1 and _SOME.match(clauses[-1]) and _TOLD_OF_ALL.match(clauses[-2]):
        return ""  # 均未超过期限，含征求第三方意见2件: what is said of all names no part
    before = clauses[-2] if len(clauses) > 1 and mark in "，：（" else ""
    before = _LOOKED_AT.sub(r"\g<what>", before) if before.endswith("看") else before
    is_added = before and grammar.COMES_TO_IT.match(before) and _BARE_SUM.match(clauses[-1])
    return "" if is_added else before  # 加上部分公开的，一共29件: no total of these alone


def own_words(left: str, right: str, clauses: list[str], *, is_behind_results: bool = False) -> str:
    """Return the words of the clause before a number that are its own."""
    own = BREAK.split(grammar.REMARK.sub("", left))[-1] if "）" in left else clauses[-1]
    own = _ALL_RESULTS if own == _ALL_RESULTS[-2:] and left.endswith(f"（{_ALL_RESULTS}") else own
    own = grammar.LINKS.sub("", own) if own.startswith(grammar.LINKING) else own  # 查询类（不动产、规划）32件
    own = without_acting_office(own) if "结转" in own else own
    own = grammar.TOLD_WHERE.sub("", own) if "告知" in own or "引导" in own else own
    own = grammar.AND_ALSO.sub("", own) if "并" in own else own
    own = grammar.BOTH_KINDS_OF.sub("", own) if "两" in own else own
    own = _without_number_of_reasons(own) if "、" in own or "和" in own else own
    own = _MOST_OF_THEM.sub("", own) if "最多的" in own else own
    own = _TASK_OF_OTHERS.sub("", own) if "掌握" in own else own
    own = _EXAMPLES.sub(r"\g<lead>", own) if "等" in own else own
    own = _EXAMPLES_OF_KIND.sub("", own, count=1) if "等" in own or "类" in own else own
    own = _ON_A_GROUND.sub(r"\g<lead>\g<row>", own) if is_behind_results else own
    own = without_leads(without_why_outdated(own, right))
    own = _BY_WHOM.sub("", own) if own.startswith("由") and "其中" not in left else own
    is_more = own.endswith("加") and not own.endswith(("同比增加", "环比增加"))
    is_added = is_more or (left.startswith(("新收", "新增", "本年")) and grammar.NEW_AND.match(left))
    own = "" if is_added else own  # 30件新申请加2件旧申请
    own = _NOUN_OF_THE_LAST.sub("", own) if len(clauses) == 1 else own  # 2件旧件加42件(新件)共44件
    if not own and left.endswith("（") and right.startswith("）"):  # 行政查询事项（59件）、过程性信息（18件）
        own = without_leads(_SAID_OF_ALL.sub("", grammar.LINKS.sub("", clauses[-2])))
    return own


def _without_number_of_reasons(own: str) -> str:
    """Return words before a number without how many reasons they list, if that is right."""
    told = _HOW_MANY.search(own)
    if told is None:
        return own
    listed, number = own[: told.start()], told["number"].replace("两", "二")
    counts = (listed.count("、") + 1, len(_JOINT.split(listed)))
    return listed + own[told.end() :] if _NUMERALS.index(number) in counts else own


def without_leads(own: str) -> str:
    """Return words before a number without what narrows nothing: why it is so, the unit, what it is compared with."""
    if not _MAY_LEAD.search(own):  # most have none
        return own
    for lead in (_OF_ITS_GROUP, _OFFICE, _CAUSE, _BESIDE, _ALL_OF, _ALL_DOCUMENTS, _WITH_WHOM, _PART_OF_THEM):
        own = lead.sub("", own)
    return own


_END_OF_RESULT = pattern(
    "[而故并，]?(?:依法|决定|因此|一律|按规定|均|都|已)*不予(?:处理|公开|提供|受理)的?，(?:这|上述|以上)?"
)
_SAID_OF_THEM = pattern("(?:申请)?(?:均|都|全部|皆)(?!不予|未予|为重|属|系|是|无法)")
_TOLD_OF_ALL = pattern("[均都未尚仍]|全部|全都")
_SOME = pattern("(?:内|包)?含(?![义量金税])|包括")
_PLACE_ALONE = pattern("(?:^|[，；：。\\n])全(?:[省市县区州盟旗镇乡厅局委]|街道)$")


def words_behind(behind: str) -> str:
    """Return the words of the clause behind a number that may narrow it."""
    return grammar.SAID_OF_ALL.split(BREAK.split(behind, maxsplit=1)[0].strip(GOES_ON), maxsplit=1)[0]


def says_why_left(behind: str, *, is_once: bool) -> bool:
    """Whether words behind a number only say why it is carried over: 6件(正在征求第三方意见，结转下年度继续办理)."""
    return bool((is_once and _WHY_LEFT.match(behind)) or _LONG_LEFT.match(behind))


def is_beside_kinds(role: Role, own: str, said: str) -> bool:
    """Whether words before a kind of applicants are only other kinds: (农民专业合作社提出)1件，村民个人提出9件."""
    return role.is_applicant and bool(_EACH_ASKED.fullmatch(own) and _EACH_ASKED.fullmatch(said))


_WITHIN = ("以下", "以内", "之下", "之内")
_NOT_EXCEEDED = ("未超过", "没有超过", "没超过", "未突破", "没有突破", "没突破")


def limit_kind(text: str, number: PrintedNumber, key: str) -> str:
    """Return how a number is meant: as it is (``count``), exceeded (``some``), not reached or not exceeded.

    The last two are ``below`` and ``within``.

    全乡12件申请，涉及征地补偿 may be some of all that there are.
    """
    if not number.is_rough:
        return "some" if key == "mentioned" and _PLACE_ALONE.search(text, 0, number.start) else "count"
    if text.endswith(_WITHIN, 0, number.end) or text.endswith(_NOT_EXCEEDED, 0, number.start):
        return "within"
    return "below" if text.endswith(("不足", "不到", "不满"), 0, number.start) else "some"


def last_place(value: Number) -> Number:
    """Return one unit of the last place that a number is written with: 0.01 for 4.23."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else 0


def in_table_unit(number: PrintedNumber) -> Number:
    """Return an amount in 万元."""
    factor = {"元": Decimal("0.0001"), "亿元": Decimal(10_000)}.get(number.unit, Decimal(1))
    return number.value * factor


def columns(rows: Alternatives, kinds: Alternatives) -> Alternatives:
    """Return the cells of some rows for kinds of applicants that are known by their cells among those received."""
    names = [*dict.fromkeys(cell.rpartition(".")[2] for cell in kinds[0])]
    return tuple(tuple(f"{cell.rpartition('.')[0]}.{c}" for cell in way for c in names) for way in rows)
