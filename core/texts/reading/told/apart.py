"""Why a count is not compared with the tables: what stands around it tells that it is of some, or of other ones."""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.texts.language.left_alone import NOT_DISCLOSURE, OF_SOME, OTHER_YEAR
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.sentence.sentences import CASE_TEXTS, SentenceState, SourceText
from core.texts.reading.told.matters import ASKS_ELSE, is_matter, is_one_of_cases
from core.texts.reading.told.of_these import is_of_these
from core.texts.reading.told.ways import FRAMED, OF_ANY, as_dealt_with, row_of_head

_OF_EVERY_SO_MANY = pattern("每[\\d两三四五六七八九十百]+件[^，；。\\d]{0,10}(?:[中里]|当中|，)[^，；。\\d]{0,8}$")
"""(每4件申请中就有)3件由自然人提出: a share."""
_ON_DECISIONS_TEXT = "s2"
_DECISIONS = pattern("处罚|许可|行政强制|执法|双公示|案卷|决定书|规范性文件")
_APPLIED_FOR = pattern(
    "依申请|公开申请|申请(?:政府)?信息|申请公开|收到申请|申请人|新收|[件份]申请|信息公开(?:申请|答复)"
)
"""207件处罚决定中，…。(法律法规规定不予公开的)9件只计数、不上网: decisions that were not published."""
_OF_TEN_PEOPLE = pattern(
    "(?:十|一?百)[个位名](?:申请)?(?:人|者|主体)?(?:当?中|里头?|里面|之中)，?(?:就|便|总|至少|约|差不多|往往|大约|大概)*(?:有|占)?(?:约|近)?$"
)
"""(十个申请人里有)九个是个人: a share too, written in words."""
_IN_FORCE = pattern(
    "(?:有效|在用|保留)[^；。\\d]{0,16}\\d+[件个份部][^，；。\\d]{0,10}(?:[中里]|当中|，其中|（其中|：|，(?:按|从)[^，；。\\d]{0,10}[，：])[^；。]*$"
)
"""现行有效的38件规范性文件中，县政府(制发)21件: who made them, in whatever year."""
_THIS_YEAR = pattern("新|本年|今年|当年|年内|全年")
_NEW_BEHIND = pattern("(?:文件)?(?:均)?(?:是|为|系|属于?|由)?(?:□□□本年|本年|今年|当年|年内|全年|新)")
"""2件(是2024年)新制发的"""
_MOVED_BEFORE = pattern(
    "\\d+[个件人家项条份名处类](?:（[^（）\\d]*）)?(?:扩充|扩展|拓展|发展|壮大|增设|增|减|降|升|变)[^，；。：（）\\d]{0,3}(?:到|至|为|成)"
    "[^，；。：（）\\d]{0,6}\\d+[个件人家项条份名处类][，（](?:[净共实]|[今本全]年|比上年)*新?增[加设开添]?了?$",
    needs=["增"],
)
"""公众号由8个增加到12个，(新增)4个: by how much more."""
_THAN_LAST_YEAR = pattern("(?:与|同|较|比|和)(?:□□□)?(?:上年|他年|去年|上一年|前年)")
"""(与上年复议8件、)诉讼7件相比"""
_ON_A_MATTER = pattern(
    "(?:涉(?:及|(?!及))|关于)(?![^，；。]*(?:公开|答复|告知)|[我本](?:[局委办厅院镇乡站所队级市县区州旗省]|街道|单位|机关|中心)(?:机关|本级)?的)[^，；。：\\d]{2,14}的(?:行政)?(?:复议|诉讼|应诉|案件)"
)
"""(涉及派出所的复议)18件: narrowed by what it is on; not 涉及本局的复议, which are all of its own."""
_SOME_NOT_OURS = pattern(
    "\\d+[件份宗][^，。；\\d]{0,8}(?:不属于|并非|不是|不构成|不符合)(?:政府)?信息公开(?:申请|事项|范畴|范围|类)?"
)
"""收到187件，(24件不属于政府信息公开申请): which of them are in the table is said behind it, if at all."""
_PUT_RIGHT = pattern("实际(?:立案|受理|收案|审理|进入)[^，；。\\d]{0,6}\\d")
"""复议申请19件，其中3件未立案，(实际立案16)件"""
_DISCLOSURE_BEHIND = pattern(
    "[^，；。\\d]{0,8}，[^，；。\\d]{0,4}(?:政府)?信息公开[^，；。\\d]{0,8}案?件?(?:仅|只)?(?:占|有|为)(?:了|其中)?的?\\d+[件宗起]"
)
"""应诉案件21件(，政府信息公开案件占8件)"""
_WILLING = pattern(
    "(?:其中)?，?(?:第三方|权利人|对方)?(?:明确|书面)?(?:表示)?(?:不|部分|全部)?(?:同意|愿意|反对)(?:予以|部分|全部)?(?:公开|提供)的?(?:为|有)?"
)
_OBJECTED = pattern(
    "(?:其中|另有|，|有)*(?:第三方|第三人|权利人)(?:明确|书面)?(?:表示)?(?:不同意|反对|拒绝)(?:予以)?(?:公开|提供)?的?(?:有|为|共)?"
)
"""第三方不同意公开的(5件): what others said, unless 因 or 不予公开 tells what was decided."""
_PAPERS = pattern("(?:文书|告知书|答复书|函件)(?:共|有|为|的)*$")
_OTHER_PAPERS = pattern(
    "[^。；]*(?:补正|延期|延长|征求|送达|受理)[^，。；\\d]{0,12}[书函单]\\d"
    "|[^。；\\d]{0,12}(?:其余|其他|另|口头|电话|当面|告知书|决定书)"
)
"""答复文书336份，其中(补正告知书41)份: papers are more than answers."""
_MADE_BY_US = pattern("(?<![需要由非])(?:本机关|本单位|[我本][局委办厅院镇乡县市区])(?:自行|依法|直接)?制作(?!需)")
_MADE_BY_OTHERS = pattern(
    "(?<!行政)(?<!本)(?:政府|[局委办厅]|部门|机关|单位|[镇乡]|街道)(?:负责|依法|牵头|联合|直接)*制作(?!需)"
)
"""3件(由县政府制作)，告知申请人联系方式: not held here."""
_DUE = pattern("(?:其中|已)*到期的?(?:申请)?(?:共|有|为)*")
"""应办申请116件，(其中到期)110件: not left over."""
_NEEDS = pattern("需|另行|现成|加工|汇总|分析")
_NEXT_WORDS = 10
"""82件中41件(为本机关制作)"""
_MADE = pattern("(?<![需要行新工未])制作(?:完成|印发|发放)?了?(?![的而、或])[\u4e00-\u9fff]")
"""(制作答复文书)234份, 制作解读材料12件: what was made, not what would have to be."""
_WHERE_IT_IS = pattern("公开(?:主体|途径|渠道|职责|机关|义务|平台|栏目|网址|时限|范围)")
"""告知(公开主体)的33件: no result."""
_NEW_AND_DONE = pattern("(?:新收|新受理|当年收|本年收)[^，；。]{0,6}(?:并|且|、|而)(?:已|当年|年内)*(?:办结|答复)")
"""(当年新收并办结的)300件: those carried in were dealt with too."""
_SUBJECT = pattern("(?:其中|，|另)*(?:对|针对|就)?(?:涉及|涉)[^，；。]{2,20}的")
"""(涉及个人隐私的)9件申请: what they ask for, not what was decided."""
_THEIR_RIGHTS = pattern(
    "(?:申请)?(?:因|中)?(?:涉及?|关系到?)[^，；。\\d]{0,8}(?:第三[方人者]|他人|个人隐私|商业秘密)[^，；。\\d]{0,8}，"
    "(?![^。；]*(?:不予?|未予?)公开)[^。；\\d]{0,16}(?:征[求询]|未能|尚未|[尚正仍]在|结转|等[待候]|[正还尚仍在]等)"
)
"""1件(涉及第三方权益，正在征求意见): what it touches, no answer yet or another one."""
_REFUSED = pattern("[^。；\\d]{0,20}(?:不予|未予|不|未)公开")
_LIST_OF_REFUSED = pattern(
    "(?:不予?公开|未予?公开|拒绝公开)(?:的|共|有|为|申请|答复|决定)*\\d+件(?:(?!意见|征)[^\\d；]){0,16}(?:其中|：|包括|（|(?:理由|原因|情形|事由)(?:依次|分别|主要|各)*(?:为|是|有))(?:(?!意见|征)[^；])*$"
    "|(?:不予?|未予?|没有?|拒绝)公开的?(?:申请|情形|理由|原因|决定|答复)*(?:[中里]|主要|有|是|为|分|共|[两三四五几][种类项个](?:情形|理由|原因)?)*[，：](?:(?!意见|征|说明)[^；])*$"
)
"""不予公开44件，其中(第三方不同意公开)9件: the reason that the table names, no opinion."""
_OPINIONS = pattern(
    "(?:征[询求]|书面|发函|发出)[^。；]{0,24}(?:意见|函|第三方)[^。；\\d]{0,6}\\d|第三方[^。；\\d]{0,8}(?:意见|回复|反馈|答复|回函)[^。；\\d]{0,4}\\d"
)
"""征询第三方意见6次，收到回复6份，其中(同意公开)2份: what others said, not what was decided."""
_ASKED_THEM = pattern("征[求询](?:了|过)?[^，；。\\d]{0,10}意见(?:函|书)?的?(?:共|有|为|的|计)*$")
"""(因涉及商业秘密征求第三方意见)12件"""
_BOTH_SAID = pattern("(?<!不)同意公开的?\\d[^。]*不同意公开|不同意公开的?\\d[^。]*(?<!不)同意公开")
_RESULT_BESIDE = pattern("、(?:部分公开|不予公开|无法提供)")
"""企业申请公开9件(、部分公开)3件: what came of them, not how many they are."""
_KEPT, _CLAUSES = pattern("保留|留存|现存|存有|现有"), pattern("[，；：]")
_ON_DOCUMENTS = pattern("文件|制发|废止|制定|出台|清理")
"""整合政务新媒体账号12个，(年末保留)29个: of what was told just before."""
_LOOKED_THROUGH = pattern("(?:清理|梳理|评估|复核|审查)[^，；。]{0,16}\\d+[件份个部]")
"""清理规范性文件40件，(年末保留)25件: of those looked through, not all that are in force."""
_ON_THESE = pattern(
    "(?:^|；)(?:其中)?(?:对|就|针对|在)?(?:上述|以上|这|该|被)*(?P<whole>\\d+)[件宗起]"
    "(?:以|按|被)?(?:其[他它]结果|维持|纠正|纠错|驳回|撤回|终止)(?:结案)?的?(?:类|情形)?(?:行政)?(?:复议|诉讼)?(?:案件|案)?(?:中|里)?，"
)
"""对3件其他结果案件，(申请人撤回)2件、复议机关驳回1件: of those."""
_ANSWERED = pattern(
    "(?:共|均|已|及时|按期|依法)*(?:作出|提交|提供|出具|涉及)?(?:行政复议|书面)?答复(?:书|意见|材料)?了?"
)
"""收到复议答复通知书14份，(作出答复)14件: what was sent to who decides."""
_COMPLAINTS = pattern("(?:信访|投诉|举报|仲裁|来信|工单)(?:事项|案件|件|线索)?(?:\\d+[件宗起])?[、，和及与][^。；]*$")
"""受理信访76件、投诉190件、(复议)31件: of all that comes in."""
_OTHER_MATTERS = pattern(
    "(?:信访|投诉|举报|热线|工单|来信|来访|留言|建议|提案|咨询|仲裁|舆情)[^，；。\\d]{0,6}\\d+[件宗起个条]"
)
_CASES = pattern("复议|诉讼|应诉|被诉|起诉")
"""(全年信访事项30件，)其中政府信息公开类4件: no cases."""
_AMONG_ALL = pattern("^其中，?(?:政府)?信息公开(?:类|案)|(?:类|占)$")
"""复议应诉案件30件，(其中信息公开类)6件: reviews perhaps, or both."""
_NOUN_OF_BEFORE = pattern("\\d[件起宗](?:行政)?(?:复议|诉讼)(?:案件|案)?$")
"""3件诉讼(2件)已判: the noun is that of the number before."""
_PEOPLE = pattern("(?:队员|人员|人手|职工|干部|同志|同事|员工|辅警|文员|新人|走|调离|离职|辞职|退休?|招|补)")
_CAME = pattern("来了?$|新(?:来|进|收|招)(?:来|进|到)?了?$")
"""走了31个(来了)28个: people come; applications are no 个 where no noun says so."""
_ANOTHER = pattern("(?:还|另|尚|仍)有$")
_STILL_HEARD = pattern(
    "[^，；。、（）\\d]{0,14}?(?:尚|正|仍|还)?(?:处于?)?在?(?:一审|二审|再审|审理|待审)(?:阶段|之?中|$|(?=[，；。]))"
)
"""均判决驳回，还有1(件复议后起诉案件在二审中): of all that were brought."""
_OLD_CASE = pattern("(?:行政)?(?:复议|诉讼)?(?:旧案|老案|旧件|老件)")
"""2件(复议旧案): of years before."""
_OF_OTHER_FIELDS = pattern(
    "(?:，(?:该件|该案|此案|均|都|全部)(?:均|都)?(?:为|是|系|属于?))?(?:涉及?|因|关于)?(?:行政(?:处罚|许可|强制|征收|赔偿|裁决|确认)|工伤|治安|征地|拆迁|土地|房屋|劳动|林权|山林)(?!信息)[^，；。公\\d]{0,6}案|(?:政府)?(?:信息公开)?申请的?(?:答复|告知|决定)书"
)
"""应诉的四起(行政处罚案件); 7件(申请的答复书)写明了申请行政复议的机关: no cases."""
_INSTANCE = pattern("[一二终再]审")
"""(一审判决)9件: others were decided in another instance."""
_AMONG = pattern("\\d[件宗份][^，；。：（）\\d]{1,12}[中里](?:共|只|仅|约|就|才|也)*[有占]$")
"""98件(办结申请中有)27件"""
_JUDGED = pattern("(?:判决|宣判|裁判|判)(?:了|结|的|案件)*$")
_ENDED_OTHERWISE = pattern("(?:撤诉|撤回起诉|撤回|调解|和解|裁定|移送)[^，；。\\d]{0,8}\\d")
"""判决2件，(撤诉1)件: these are decided too, and by no judgement."""

_ONES_NAMED = pattern(
    "(?<![^；，。！？\\n])(?P<head>[^，；：。（）\\d]{2,24}?(?:的|申请件?))(?:当中|之中|中|里)?[，：]"
    "(?:，?[^，；：。（）、\\d]{2,12}\\d+[件宗份][、和及与]*)*，?[^，；：。（）、\\d]{1,12}$",
    needs=["的，", "的：", "申请"],
)
"""(涉及征地的申请，)自然人68件、商业企业7件"""
_FIRST_OF_THEM = pattern("(?:其中)?的?[前头首后]")
"""(前)两份分别答复了公开和不掌握，第三份按重复申请不予处理: what came of each is told one by one."""
_TOGETHER_WITH = pattern("(?:连同|加上|还有|并同|以及|和|与|及)(?:另外|其他|其余)?的?")
"""有1件是律所代当事人提的，(连同)4件个人申请，都部分公开"""
_EITHER_HAS = pattern("[^，；。：（）]*既有|(?:也|又)有")
"""问厂房回购的(既有)7件企业申请，(也有)2件个人申请"""
_ASK_FOR = pattern(
    "[^，；。：（）、\\d]{2,8}申请(?:[、和及与]\\d+[件份宗][^，；。：（）、\\d]{2,8}申请)*"
    "(?:问|反映|要求|针对|围绕|指向|涉及|内容相同|来自同|出自同|合并)"
)
"""有3件(企业申请、4件个人申请问)的是同一条路: some of them ask for that."""
_HAS_SOME = pattern("(?!其中)[^，；。：（）\\d]{2,10}的?申请(?:件)?(?:当?[中里])?(?:就|却|竟|便)?有")
_COUNTED_RIGHT_BEFORE = pattern("\\d[件份宗]$")
"""9件(企业申请有)7件出自同一园区: of the nine."""
_MAY_BE_OPEN = pattern("符合|区分|不[宜应]公开|[可能]以?够?公开|应当?公开|应予|属于公开|公开范围|要件|审查")
"""对(符合条件)的申请，予以公开20件: what is granted, whatever it is."""
_TO_US = pattern("向[^，；。]{2,16}?(?=提出|提交|递交)")
"""(向临岭县自然资源局)提出的"""


_GRANTED = ("granted", "granted_or_partial", "granted_partial", "partial")
_ANY_OF_THEM = frozenset(["REQ", "RECV", "INFO", "ALL", "FOLK", "DUE"])
"""What 对…的申请 may say of all of them."""
_ALL_OF_KINDS = _ANY_OF_THEM | {"NEW", "PROC", "DONE"}
_KINDS = frozenset(["PERSON", "FIRM", "TRADE", "SCIENCE", "WELFARE", "SOCIETY", "LAWYER", "OTHERBODY", "BODIES"])
_NARROWED = pattern(
    "征[求询]|延[期长]|疑难|复杂|补正|[涉网邮]|信函|当面|窗口|线[上下]|(?<!被)要求|按期|按时|及时|超期|逾期"
)
"""征求第三方意见的申请: some of them, though nothing that the table tells."""


def _is_ratio(text: str, sentence: SentenceState, number: PrintedNumber) -> bool:
    """Whether a number is so many of every four, or of ten people."""
    if "每" in sentence.text and _OF_EVERY_SO_MANY.search(text, sentence.start, number.start):
        return True
    return number.unit == "个" and bool(_OF_TEN_PEOPLE.search(text, sentence.start, number.start))


def why_of_decisions(source: SourceText, number: PrintedNumber, role: Role) -> str:
    """Return why a result is none of applications where a paragraph of section two spoke of decisions last."""
    if not role.is_result or source.code != _ON_DECISIONS_TEXT:
        return ""
    said = source.text[source.text.rfind("\n", 0, number.start) + 1 : number.start]
    told = [match.end() for match in _DECISIONS.finditer(said)]
    is_other = told and not _APPLIED_FOR.search(said, said.rfind("。", 0, told[-1]) + 1)
    return "其他事项" if is_other else ""


def _is_difference(text: str, sentence: SentenceState, number: PrintedNumber) -> bool:
    """Whether a number is by how much more there are than before: 公众号由8个增加到12个，新增4个."""
    return bool(_MOVED_BEFORE.search(text, sentence.start, number.start))


def _are_others(text: str, sentence: SentenceState, number: PrintedNumber, role: Role, own: str) -> bool:
    """Whether what came in are people, or asked for something else: 收到村民书面申请12件，要求调解邻里纠纷."""
    asks_else = role.key == "received" and "公开" not in own and ASKS_ELSE.match(text, number.end)
    return bool(asks_else) or _are_people(text, sentence, number, own)


def why_apart(source: SourceText, sentence: SentenceState, number: PrintedNumber, role: Role, own: str) -> str:
    """Return why a number is not compared of which its sentence tells that it is not the table's; "" where it is."""
    text = source.text
    if _is_ratio(text, sentence, number):
        return "按比例说的"
    than = _THAN_LAST_YEAR.search(text, sentence.start, number.start)  # none, most times
    is_than = than and _THAN_LAST_YEAR.match(text, _clause_start(text, sentence, number), number.start)
    if is_than or ("增" in own and role.key.startswith("received") and _is_difference(text, sentence, number)):
        return "与其他年度比较"
    if role.key.startswith("received") and _are_others(text, sentence, number, role, own):
        return "其他事项"
    if role.rule_id == "N-07" and is_matter(source, sentence, number, own):
        return "申请所涉事项"
    if role.key.startswith("normative_issued") and _IN_FORCE.search(
        text[sentence.start : number.start].rpartition("；")[2]
    ):
        is_new = _THIS_YEAR.search(own) or _NEW_BEHIND.match(text, number.end)
        return "" if is_new else OF_SOME
    if role.key.startswith("normative_in_force") and _KEPT.search(own):
        before = text[sentence.start : number.start - len(own)].rstrip("，；：、")
        if before and "文件" not in own and not _ON_DOCUMENTS.search(_CLAUSES.split(before)[-1]):
            return "其他事项"
        return OF_SOME if _LOOKED_THROUGH.search(before) else ""
    is_some = _are_some(source, sentence, number, role, own) or is_one_of_cases(source, sentence, number, role)
    if is_some or is_of_these(source, sentence, number, role, own):
        return OF_SOME
    if role.key in (*OF_ANY, *_GRANTED) and _is_framed(source, sentence, number):
        return "前面所说的申请"
    if role.is_applicant and own.endswith("申请公开") and _RESULT_BESIDE.match(text, number.end):
        return OF_SOME
    if role.rule_id == "N-01" and not role.is_applicant and _SOME_NOT_OURS.search(text, number.end, sentence.end):
        return "后面另有实际件数"
    is_opinion = _ASKED_THEM.search(own) or (_WILLING.fullmatch(own) and _tells_opinions(text, sentence, number))
    if role.is_result and is_opinion:
        return "第三方的意见"
    if role.key.startswith("handled") and _PAPERS.search(own) and _OTHER_PAPERS.match(text, number.end):
        return "文书的份数"
    if role.is_result and role.word and _is_made(text, number, own):
        return "制作的文书或材料"
    if role.is_result and "制作" in role.name and _is_made_by_others(text, number, own):
        return OF_SOME
    if role.is_result and _WHERE_IT_IS.search(own) and "不予公开" not in own and "免" not in own:
        return OF_SOME
    if role.key.startswith("handled") and _NEW_AND_DONE.search(own):
        return OF_SOME
    if role.key == "carried_out" and _DUE.fullmatch(own):
        return OF_SOME
    if role.is_result and (why := _why_result_apart(text, sentence, number, role, own)):
        return why
    return _why_case_apart(source, sentence, number, role, own) if role.is_case else ""


def _is_of_ones_named(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> bool:
    """Whether kinds of applicants are of some applications that a clause without a number names."""
    named = _ONES_NAMED.search(source.text, sentence.start, number.start)
    if named is None or row_of_head(source, named["head"]):
        return False
    said = source.vocabulary.concepts.said(as_dealt_with(_TO_US.sub("", named["head"])))
    return said is None or not (said <= _ALL_OF_KINDS or said & _KINDS) or bool(_NARROWED.search(named["head"]))


def _are_some(source: SourceText, sentence: SentenceState, number: PrintedNumber, role: Role, own: str) -> bool:
    """Whether a number is told as a part of one before it, or of what is named just before."""
    is_among = own.endswith(("有", "占")) and _AMONG.search(source.text, sentence.start, number.start)
    if _FIRST_OF_THEM.fullmatch(own) or (is_among and role.key in OF_ANY):
        return True
    return role.is_applicant and _are_some_of_kind(source, sentence, number, own)


def _are_some_of_kind(source: SourceText, sentence: SentenceState, number: PrintedNumber, own: str) -> bool:
    """Whether applications of a kind are told as some: beside one of which nothing is known, or of those just named."""
    text = source.text
    if (
        _is_of_ones_named(source, sentence, number)
        or _EITHER_HAS.fullmatch(own)
        or (sentence.is_after_unknown and _TOGETHER_WITH.fullmatch(own))
    ):
        return True
    if own.endswith("有") or not own:
        is_narrowed = "有" in text[sentence.start : number.start] and _ASK_FOR.match(text, number.end)
        place = number.start - len(own)
        is_next = _HAS_SOME.fullmatch(own) and _COUNTED_RIGHT_BEFORE.search(text, sentence.start, place)
        return bool(is_narrowed or is_next)
    return False


def _is_framed(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> bool:
    """Whether a number is of some applications that its sentence begins with: 对涉及征地的申请，全年回复9件."""
    told = FRAMED.search(source.text, sentence.start, number.start)
    if told is None:
        return False
    said = source.vocabulary.concepts.said(told["head"])
    if (said is not None and said <= _ANY_OF_THEM) or _MAY_BE_OPEN.search(told["head"]):
        return False
    kind = source.vocabulary.concepts.shared(told["head"], "request")
    return not (kind and kind.is_applicant)


def _is_made(text: str, number: PrintedNumber, own: str) -> bool:
    """Whether a number is one of papers that were made: 制作答复文书234份."""
    place = number.start - len(own), number.end + _NEXT_WORDS
    return bool(_MADE.search(own) or _MADE_BY_US.search(text, *place))


def _is_made_by_others(text: str, number: PrintedNumber, own: str) -> bool:
    """Whether a number counts information that another body made, which nobody has to make: 3件由县政府制作."""
    said = own + _CLAUSES.split(text[number.end :], maxsplit=1)[0]
    return bool(_MADE_BY_OTHERS.search(said)) and not _NEEDS.search(said)


def _tells_opinions(text: str, sentence: SentenceState, number: PrintedNumber) -> bool:
    """Whether a sentence tells what others said: 同意公开的9件…；不同意公开的8件…, or how they were asked."""
    return bool(_OPINIONS.search(text, sentence.start, number.start) or _BOTH_SAID.search(sentence.text))


def _clause_start(text: str, sentence: SentenceState, number: PrintedNumber) -> int:
    return max(last_of("，；。：（", text, sentence.start, number.start) + 1, sentence.start)


def _is_refused(text: str, sentence: SentenceState, number: PrintedNumber) -> bool:
    """Whether what third parties did not agree to was not published: said behind it, or of the list that it is in."""
    if _REFUSED.match(text, number.end):
        return True
    start = text.rfind("。", 0, sentence.start - 1) + 1 if text.startswith("其中", sentence.start) else sentence.start
    return bool(_LIST_OF_REFUSED.search(text, start, number.start))


def _why_result_apart(text: str, sentence: SentenceState, number: PrintedNumber, role: Role, own: str) -> str:
    """Return why a number of a result is none: what applications touch, or what others said of them."""
    if role.word and _SUBJECT.fullmatch(own) and text.startswith("申请", number.end):
        return OF_SOME
    if role.word and _THEIR_RIGHTS.match(text, number.end):
        return OF_SOME
    is_said = text.startswith(("同意公开", "不同意公开"), number.end)
    if is_said and not own.removeprefix("其中") and _OPINIONS.search(text, sentence.start, number.start):
        return "第三方的意见"
    if _OBJECTED.fullmatch(own) and not _is_refused(text, sentence, number):
        return "第三方的意见"
    return ""


def _why_case_apart(source: SourceText, sentence: SentenceState, number: PrintedNumber, role: Role, own: str) -> str:
    text = source.text
    before = text[sentence.start : number.start]
    these = _ON_THESE.search(before)
    if these and number.value <= int(these["whole"]) and "；" not in before[these.end() :]:
        return OF_SOME
    if role.key == "closed" and (_INSTANCE.search(own) or _ANSWERED.fullmatch(own)):
        return OF_SOME
    if role.key == "closed" and _JUDGED.search(own) and _ENDED_OTHERWISE.search(sentence.text):
        return OF_SOME
    if _OF_OTHER_FIELDS.match(text, number.end):
        return NOT_DISCLOSURE
    if not role.key.startswith("cases_"):
        return ""
    if role.key == "cases_about":
        if _OTHER_MATTERS.search(before) and not _CASES.search(before):
            return "其他事项"
        if _AMONG_ALL.search(own) and (source.code not in CASE_TEXTS or "复议应诉" in before):
            return OF_SOME
    if _OLD_CASE.match(text, number.end):
        return OTHER_YEAR
    if _ANOTHER.search(own) and _STILL_HEARD.match(text, number.end):
        return OF_SOME
    if _NOUN_OF_BEFORE.search(before):
        return OF_SOME
    if _COMPLAINTS.search(before) and "公开" not in own:
        sentence.is_own_case = False
        return NOT_DISCLOSURE
    if _ON_A_MATTER.search(own):
        sentence.is_own_case = False
        return OF_SOME
    if _PUT_RIGHT.search(text, number.end, sentence.end):
        return "后面另有实际件数"
    return NOT_DISCLOSURE if _DISCLOSURE_BEHIND.match(text, number.end) else ""


def _are_people(text: str, sentence: SentenceState, number: PrintedNumber, own: str) -> bool:
    """Whether a number is one of people who came: 一年走了31个来了28个."""
    if number.unit != "个" or not _CAME.search(own):
        return False
    return bool(_PEOPLE.search(text, sentence.start, number.start)) or "申请" not in text[sentence.start : sentence.end]
