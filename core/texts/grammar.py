"""How sentences about counts are built: pieces of the patterns in ``narrative.toml``, and patterns of the readers.

The texts in capitals are pieces: ``{end}`` in ``narrative.toml`` stands for ``END``. The patterns are searched for in
the plain form of a text (``core.texts.numbers``); behind each stands what it finds.
"""

from __future__ import annotations

from core.base.patterns import pattern

# ---------------------------------------------------------------- pieces of clauses

START_OR_YEAR = "(?:^|(?<=[，；：、（年度]))"
"""The begin of a clause, or behind a year: 2023年制发."""
END = r"(?=$|[，；：。、（）\n])"
"""The end of a clause."""
OF_RATE = "(?:均|为|是|达到|达|约|：|保持在|保持)*"
"""What stands between 办结率 and its number."""
NUMBER = r"(?<![\d.])\d+(?:\.\d+)?"
"""65, 65.5"""
BOUNDARY = r"(?=$|[，；：。、（）\n！？])"
"""The end of a clause or a sentence."""
SHORT = r"[^，；：。（）\d]{0,16}"
"""A few words without a number, to the end of the clause at most."""

NOT_YET = "(?:(?:尚|还|仍|暂)?(?:未能?|没能?|没有能?)(?:及时|按期|最终|全部|在[^，；。]{1,10}?)?)"
"""尚未, 还没有, 未能在年内."""
DECIDED = "(?:审结|审完|结案|审理完毕|审理终结|审理完结|判决|作出(?:复议)?决定)"
"""审结, of cases."""
FINISHED = "(?:作出|予以)?(?:办结|办完|办毕|办理完毕|处理完|答复完|答复|办理完结)"
"""办结, of applications."""

LAST_YEAR = "(?:上年|上一年|去年)度?"
"""上年, 去年度."""
NEXT_YEAR = "(?:下年|下一年|次年|明年|来年)"
"""下一年, 来年."""
NEXT_YEAR_PROPER = "(?:下年|下一年|次年)"
"""下年; not 明年."""
TO_THIS_YEAR = "(?:□□□)?(?:本年度?)?"
"""2024年度 behind 结转至."""

REQUEST = "(?:依申请公开|公开申请|申请|请求)"
"""How an application is called."""
CARRIED_REQUEST = "(?:[^，；：。（）、]{0,14}?申请)?"
"""政府信息公开申请 behind 结转的."""
IN_COURT = "(?:[诉告走闹][至诸到上进]了?[^，；。\\d]{0,6}法[院庭]|(?<=[再又后])诉(?=[的，；。\\d件案])|打官司|对簿公堂)"
"""诉至法院, 告上法庭."""
SUIT = f"(?:起诉|被诉(?!讼)|(?:行政)?诉讼|{IN_COURT})(?:的(?:(?:政府)?信息公开)?(?:类|的)?(?:行政)?(?:诉讼|应诉))?"
"""行政诉讼, 起诉; 起诉的行政诉讼: the words before 的 narrow the noun behind it."""
TO_COURT = "(?:向[^，；。]{0,6}法院)?"
"""直接(向人民法院)起诉"""
OF_CASES = "(?:(?:行政)?(?:复议|诉讼)(?:案件|案)?)?"
"""1件(复议)被纠正: the noun before what came of it."""
OF_OFFICE = "(?:[^，；：。]{0,10}(?:政府|办公室|我[局委厅镇县市区]|本(?:机关|级|单位))的?)*"
"""以县政府办公室的 before 规范性文件."""

BEHIND_APPLICANT = "(?:名义)?的?(?:提出|提交)?的?(?:申请)?(?:而|，)?"
"""自然人(提出的申请)12件."""
BEHIND_RESULT = (
    "类?"
    "(?:[、，]?视为(?:申请人)?放弃(?:申请)?)?"
    + BEHIND_APPLICANT
    + "(?:而)?(?:不予公开|无法提供|不予处理|终止处理|不再处理|作其他处理|终止办理)?(?:答复)?的?"
)
"""行政查询事项(不予公开的)3件, 逾期不补正(，视为放弃申请)1件."""
LISTED_NOUNS = "(?P<list>(?:{extra}{joint})*{noun}(?:{tail}*{joint}{item})*){tail}*"
"""行政许可事项、行政处罚和行政检查权: names of powers, one of them with a cell."""
NO_CASES = (
    r"(?<![尚有]){no}(?!经|按|审结|及时|能|关|法|论|正当|办结|到期)(?P<mid>[^，；。：！？\n\d]{0,40}?)"
    r"{nouns}(?P<tail>[^，；。：！？\n（）]{0,20}){boundary}"
)
"""未发生因政府信息公开引起的行政复议、行政诉讼情况."""

# ---------------------------------------------------------------- how a sentence is taken apart

SENTENCE = pattern(r"[^。！？\n]+[。！？\n]?")
"""收到申请3件。"""
GOES_ON = pattern(r"(?:已|均|共|全部|其中|当年|年内|按期|按时|依法)*(?:办结|答复|办理|处理|回复|办复|完成)了?\d")
"""收到消费投诉120件。(办结1)18件: of what the sentence before tells."""
BREAK = pattern(r"[，；：。（）！？\n—]")
"""What ends a clause; 、 does not: 信函、当面3件."""
HEAD_BREAK = pattern(r"[；：（）\d]")
"""What ends the list of names before 分别."""
CHANGED_FROM = pattern("由|从")
"""由上年的41件 …."""
LIST_FRAME = pattern("[；。，（]")
"""What ends the frame of a list: 年末在审：复议2件、诉讼1件(；)"""
ON_DECISIONS = pattern(
    "[^，；。\\d]{0,12}(?:决定|答复|告知)书?(?:不服|不满)?，?(?:申请|提起|提出)(?:了)?(?:行政)?(?:复议|诉讼)"
)
"""对2件(不予公开决定申请复议): how many were disputed."""
LOWER_OFFICES = pattern(
    "(?:其中，?)?(?:各|所辖|下辖)?(?:乡镇|镇街|街镇|镇乡|区县|县区|市县|地市|[省市县区]直(?:各)?部门|部门)(?:共|合计|累计|全年|直接|一共)*(?:收到|受理|办理|办结|答复|新收)"
)
"""乡镇共收到49件: not all of a county."""
OF_THE_OTHERS = pattern("其余|余下|剩余|除[^，。；]{0,16}外")
LINKS = pattern(r"^(?:、|以及|和|及|与|并|而|且|另)+")
"""What joins a clause to the one before: 和当面3件."""
YEAR = pattern(
    r"(?<!比)(?<!较)(?<!与)(?<!自)(?<!从)(?<!结转)(?<!结转至)(?<!结转到)(?<!转至)(?<!转入)(?<!含)"
    r"(?:□□□(上年|本年|下年|他年)(?!度?(?:以来|起|至今|同期|相比|底结转|末结转))|今年|本年|当年"
    r"|(?:(?<=[。；，])|^)(?P<last>去年|上年)(?=，|度，|我|全|共))"
)
"""The year spoken of: 2022年收到; not 较2022年, 结转2025年."""
NAMES_REQUESTS = pattern("(?:信息公开|公开|依申请公开)(?:类)?(?:的)?申请|依申请公开")
"""受理各类事项1260件，其中(政府信息公开申请)30件: all of them, since the number before is of other matters."""
PARTLY_IN_BRACKETS = pattern("（[^（）]*部分公开")
"""公开18件(（全部公开13件、部分公开5件）)"""
OPEN_ANSWER = pattern("(?:其中|作出|给予|均|已|的)*(?:予以|部分|不予|同意)?公开的?答复(?:的|书)?")
"""公开答复13件: a result, not all that was answered."""
CLASSIFIED = pattern(
    "(?:经(?:审查|认定|研判|核实|甄别)|依法|均|都|全部)*(?:认定为|属于|属|系|按照?|以|(?:归|列|计|划|纳)入|归为|算作|归到)"
)
"""10件，(经认定属于)重复申请"""
OF_A_DAY = pattern("(?:^|[^至到止◇])◇+(?:才|下午|上午)?(?:收到|受理|提出|提交|递交|登记)")
"""12月30日收到的1件: of a day, not of the year."""
SURE_TOTAL = pattern("总计|合计|共计|加总")
OTHERS = pattern("(?:以及|和)?(?:其他|其它)(?:类|类型|组织|主体|申请人)?")
"""自然人24件、商业企业4件、(其他)2件"""
LISTED_EACH = pattern("、|和|及|与")
"""直接起诉、复议后起诉各2件"""
OCCURRED = pattern("出现|发生|产生")
"""未(出现)败诉: so far"""
AT_FIRST = pattern("年初|期初|原有|原来|此前")
"""(年初)现行有效14件"""
LEFT_OVER = pattern("(?:尚|还|仍)?(?:余|剩|剩余|剩下|余下|留下|结存|留存)(?:的|有)?")
"""办结30件，(尚余)3件"""
AHEAD = pattern("下一步|下步|力争|今后|目标|确保|努力|争取|打算|计划")
"""力争复议零败诉, in section 五."""
ON_REQUESTS = pattern(
    r"(?<!许可)(?<!复议)申请[^，；。\d]{0,6}\d+[件宗份]|(?:收件|进件|接件|来件)\d+[件宗份]"
    r"|(?:收到|受理|登记|接到|接收|新收|办结|答复)[^，；。\d]{0,12}(?<!许可)(?<!复议)申请|[\d一二两三四五六七八九十][件起](?:公开|应办|新收?|[村居]民|群众|企业|[^，；。\d许复]{1,6}类)?的?申请(?![人表书])"
    "|(?:新收|结转)[^。]{0,40}(?:办结|办理|答复)|(?:办结|答复)[^。]{0,40}结转"
    "|(?:上年|去年|上一年)(?:度|底|末)?的?结转|结转[^。]{0,20}新收|新收[^。]{0,20}结转"
)
"""去年底结转3件，今年新收8件: what tells so in section 一 is about applications, though it does not name them."""
WHAT_THEY_ASK = pattern(
    r"[，。；（\n](?:申请|公开)?的?(?:(?:内容|事项|主要|多|大多|均|都|重点)+(?:是|为|包括)|(?:内容|事项|主要|多|大多|均|都|重点)*(?:涉及|集中在|围绕|反映))"
    r"(?:(?![均都]?[已经按]|全部|[未无没]|信息公开|公民|自然人|企业|公开|复议|诉讼)[^，；。（）：\d\n])*(?=[，。；）])",
    needs=["内容", "事项", "主要", "涉及", "集中在", "围绕", "反映"],
)
"""收到申请4件(，内容涉及加装电梯补贴、征收补偿)，均已办结: what is asked for, no other matter."""
OWN_OFFICE = pattern("|".join(["办公室|本级|政府办|府办", *(f"{kind}办(?![理结件事案学公])" for kind in "区县市")]))
"""县政府办, 本级; not 县办理."""
OURSELVES = pattern(
    "我[局委办厅院镇乡街]|本[局委办厅院]|本机关|局机关|委机关|机关本部|[省市县区][局委厅](?=机关|本级|共?[收受]|新收|办结)"
)
"""其中我局, beside 全市."""
ONLY_OURSELVES = pattern("^(?:其中，?)?(?:我[局委办厅院镇乡街]|本[局委办厅院]|本机关)(?:机关|本级|本部)?(?:共|有|为)?$")
"""全县收到申请210件，其中我局(34件): the noun is left out."""

NAMED_OFFICE = pattern(
    r"(?:(?![以由向对及和与年度月日共])[\u4e00-\u9fff]){0,14}?(?:局|委员会|委|人民政府(?:办公室|办公厅)?|政府(?:办公室|办公厅|办(?![理结事案件]))?|办公室|办公厅"
    r"|厅|中心|管委会|镇|乡|街道|队|所(?!有)|办(?![理结事案件复毕公])"
    r"|(?:经开|高新|开发|新|园|示范|度假|保税|合作|试验|功能|工业)区)(?:机关|本级|管委会)?"
)
"""The name of an office in a clause."""
PART_OF_UNIT = pattern(
    "[我本全]?(?:级)?(?:[省市县区镇乡州局厅委]|高新区|开发区)?(?:[省市县区镇乡局厅委]|(?:人民)?政府)?"
    "(?:(?:党政综合|党政|综合|政务公开|政务|信息公开|公开|秘书|政策法规|法规|文秘|行政)?(?:办公室|办公厅|办|科|股|室)|机关|本级|分局|(?:基层|派出|监管)?所|便民服务中心"
    "|(?:直属|综合|行政|农业|市场|生态|城管|文化|交通)*执法(?:局|办|队|[大支中总]队))?"
)
"""综合执法大队, 办公室: what acts for the unit."""
PLACE = pattern("[\u4e00-\u9fff]{2,4}?[省市县区州旗盟镇乡]")
"""溪川县 of 溪川县人民政府: says nothing that narrows a number."""
EACH = pattern("(?<!以)各(?:自|发出|收到|受理|办理|答复|作出|送达|有|为)?$")
"""向3名申请人各发出(1件): no total."""
WITHIN_YEAR = pattern("(?<=年)度?[内间里]")
"""□□□本年(内)县水利局新收: says nothing that a whole year does not."""
AND_SUCH = pattern(
    "^[^，；：。]{2,14}等(?=商业企业|企业|社会公益组织|科研机构|法律服务机构)|^.*(?:等|、|并)(?=(?:作出|办理|实施|下达)?(?:行政)(?:许可|处罚|强制|事业))"
)
"""取水、采砂等(行政许可), 查处违法用地并(作出行政处罚)."""
AND_ALSO = pattern("(?<=制发|出台|制定|印发)并[\u4e00-\u9fff]{2}(?=了?(?:行政)?(?:规范性|规章))")
"""制发并解读规范性文件"""
ASIDE = pattern(r"\{[^{}]*\}|【[^】]*】|\d+[件宗起例]?|[一二两三四五六七八九十]+[件宗起]")
"""{旁注}, (全部)173件"""
BECAUSE = pattern("(?:因|由于)[^，；：。]{2,30}?(?:原因|(?=(?:而|需|须)?(?:结转|顺延|延期|延至|延长|跨|转入|转至)))")
"""因征求第三方意见等原因(未能办结): a cause does not narrow what is carried over."""
AFTER_MARK = pattern(r"[，；：、。（）]|\d+[件宗份条次个起例]?")
"""What the words for a number begin behind at the latest."""

# ---------------------------------------------------------------- the words before a number

TOTAL = pattern(
    r"^(?:[两三四五](?:种|类|个)(?:渠道|途径|方式)|以上|全年|本年度?|□□□本年度?|一|总|，)*(?:共计|合计|总计|总共|合起来|加起来|合在一起|共|累计|总数|总量|总计为)(?:有|为|收到|受理|申请)*$"
)
"""A bare total: 全年共, 合计收到."""
EMPTY = pattern(r"^(?:为|是|有|均为|共有|数量为|总数为)?$")
"""Words that say nothing of what is counted: 办结申请：共有3件."""
OF_THAT_KIND = pattern("(?:此类|这类|该类|此种|这种|上述)(?:决定|答复|告知|申请|案件|文书|结果|情形|复议|诉讼)")
"""全年11份(此类决定)书"""
IN_THE_YEAR = pattern("(?:全年|年内|当年|本年度?|□□□本年度?|共|有|的|作出|出具|收到|发生|办理)*")
"""(全年)11份此类决定书"""
COMPARED = pattern(r"(?:数量)?(?:较|比|与)[^，]*$")
"""办结申请数量较上年增加，为3件: left out."""
THE_REST = pattern("其余|余下")
"""不予处理2件，(其余)22件均已答复"""
RESPECTIVELY = pattern(r"(?:分别|依次|顺次)(?:为|是|有|收到|共|提出|提交|占|计)?(?:申请)?$")
"""予以公开、部分公开分别为5件、3件."""
BOTH_KINDS_OF = pattern("(?:这|上述|以上)?两[类种项者](?:答复|结果|情形|处理)?(?=合计|共|总|占|$)")
"""公开和部分公开(两类答复)合计45件"""
NEW_AND = pattern(r"^(?:新收|新增|本年)[^，；：。、（）\d]{0,8}(?:和|加上?|及|与|以及)$")
"""92件(新收申请和)6件结转申请"""
SAID_OF_ALL = pattern("(?:均|都|全部)(?!为|系|属|是|由|予以|不|未|部分|获|被|维持|纠|公开|作|按|因|无)")
"""拒绝公开的16件(均说明了理由): what is said of all of them narrows nothing."""
REMARK = pattern(r"（[^（）\d]*）")
"""查询类（不动产登记资料）32件: a remark without a number between the words."""
ASKED_FOR = pattern("(?:是|系|为)?(?:申请|要求|请求|涉及申请)(?:公开|获取|提供|查询|查阅)(?!的?(?:$|申请|事项|件))")
"""1件(申请公开)举报人信息"""
IN_BRACKETS = pattern("（[^（）]*）")
"""（区政府本级37件，部门279件）"""
IN_ORDER = pattern("分别|依次|顺次|逐项|各占")
"""不予公开5件、无法提供3件，(依次)占62.5%、37.5%"""
JOINED = pattern("(?:和|及|与|以及|、)$")
"""不予处理(和)其他处理."""
LIST_ENDS = pattern(r"；|，(?:截至|截止|至|到)|(?<!未)(?:审结|结案)(?:了|案件)?\d")
"""复议后起诉4件，截至年底审结4件: what follows speaks of all lawsuits."""
BOTH_WAYS = pattern(
    r"(?:直接|复议后|经(?:过)?(?:行政)?复议)[^，；。\d]{0,14}\d+[件起宗](?:[、，]|和|及|与)+(?:未经(?:行政)?复议)?(?:直接|复议后|经过?(?:行政)?复议)[^，；。\d]{0,14}\d+[件起宗]"
)
"""直接起诉1件、复议后起诉2件，维持2件: of both, perhaps."""
RATE_OF_CASES = pattern(
    r"(?:直接)?(?P<what>维持|支持|纠错|纠正|败诉)率(?:由[^，；。]{0,10}?[\d.]+%(?:上升|下降|提高|降低|升|降|增|减)(?:至|到|为))?(?:均|为|是|达到|达|约|：)*(?P<value>\d{1,3}(?:\.\d+)?%|零(?=[，；。]|$))"
)
"""维持率61.5%"""
COUNTED_AS = pattern(
    r"(?:计入|列入|填入|填在|记入|归入|算作|算在|作为|按|按照|统计为|统计在|计为|列为|列在|归为|记为)(?:了)?(?P<row>其他结果|其它结果|结果维持|结果纠正|尚未审结|维持|纠正)"
)
"""判决驳回1件，计入其他结果: the row that the office itself names."""
SHARED_OUTCOME = pattern(
    r"(?:行政)?(?:复议|诉讼)(?:案件|案)?(?:、|和|及|与)\d+[件起宗](?:行政)?(?:诉讼|应诉|复议)(?:案件|案)?(?:均|都|尚|仍|还|正|被|获|未|已|在)"
)
"""1件(复议、2件诉讼未)审结: the outcome is that of both."""
GROWN_TO = pattern(
    r"(?:^|[，；：。])(?P<head>[^，；：。、（）\d]{2,30}?)(?:同比|(?:较|比)(?:□□□)?(?:上年|去年|上一年)度?(?:同期)?)?(?:增长|增加|上升|下降|减少|提高)(?:了|约)?(?:[\d.]+%|\d+[件宗份起])，(?:达到?|为|共)?$"
)
"""(行政许可同比增长6.2%，达到)2967件: the noun stands before the growth."""
NOUN_BEHIND = pattern("(?:行政)?(?:(?P<review>复议)|诉讼|应诉)(?!后|中)(?:案件)?")
"""(3件)复议案件"""
SEVERAL = pattern(r"(?:类|的|情形)?(?:等|[、和及与或](?=[^\0，；。：（）\d]))")
"""58件为无法提供(、不予处理等)情形: of several results together."""
OF_THOSE = pattern(r"(?:其中|(?:[^，；：。、（）\d]{0,8})中[，：])")
"""(办结的208件)中，按期答复205件: some of those."""
LIST_BEGINS = pattern("其中|包括|包含|：|（[^）]*$")
"""What the parts of the number before follow."""
OF_WHICH = pattern("(?:[中里]|当中)，[^，；：。\\d]{0,6}$")
"""13件未办结申请(中，)9件正在征求意见"""
TOLD_WHERE = pattern(
    "(?:^|[、，])?(?:已|并|并已|均|依法)*(?:告知|引导)(?:申请人|当事人|其)?(?:可以?|应当?)?(?:另行)?(?:到|向|按照?|通过|依照|去)[^，；。、\\d]{1,22}(?:申请|查询|办理|提出|获取|咨询|反映|了解|处理|解决)(?=的?(?:$|[，；。\0]))"
)
"""属于信访性质(，告知通过相应渠道提出)的9件: where to go instead does not change what was decided."""
LISTS_REQUESTS = pattern(
    "申请(?:的|人)?(?:内容|渠道|方式|途径|来源|类型|类别|领域|事项|用途|主体)(?:上|看|分布|情况|为|有|是)*：|按(?:申请)?(?:的)?(?:内容|渠道|方式|类型|领域)(?:分|划分|看|来看|统计)*[，：]"
)
"""申请内容：树木移植5件、…，合计11件: of all applications."""
HAS_NOUN = pattern("申请|公开|复议|诉讼|许可|处罚|强制|收费|文件|规章")
"""收到政府信息公开申请: says itself what is counted, unlike 办结."""
NEW_HEAD = pattern("(?:全年|年内|共|已|另|还|本年)*(?:收到|受理|新收|办结|答复|办理|发生|作出|制发|上年|结转|被)")
"""What begins a clause of its own, no more parts."""
SHARE = pattern(
    r"占(?:比|达到|达|全部|所有|全年|新收|收到|受理|应办|申请|办理|答复|办结|总|数|量|件|的|约|为|本年度|政府信息公开|结果|处理)*$"
)
"""占办理总数的 before 41.4%."""
CHANGED_TO = pattern(
    r"^(?:下降|上升|减少|增加|增长|攀升|跃升|回升|回落|缩减|压减|扩大|提高|滑落|猛增|骤降|涨|跌|降|增|升|减)(?:至|到|为)(?:年末|年底|今年|本年度?|□□□本年度?)?的?$"
)
"""增加至52件: this year's number."""
INCLUDING = pattern(r"(公开)（(?:含|包括|包含)(部分公开)）(?=[^，；：。（）\d]{0,8}$)")
"""予以公开（含部分公开）13件: both together."""
NEW = pattern("新收|新增")
"""新收申请12件: without those carried in."""
REASON = pattern("因|由于|属于?|以|认定为|涉及")
"""因属于信访类(不予处理)."""
REASON_FIRST = pattern("(?:其中|另|有|还|对|、)*(?:因|由于|属于?|以|认定为|涉)")
"""其中(因)商户反对而不公开6件: one reason of several."""
SEVERAL_REASONS = pattern("、|以及|或者?|和|及|与")
"""不掌握(或)需制作而无法提供的: rows that are counted together."""
OF_THE_NEXT = pattern("(?:名义|身份|所|提出|提交|递交|申请|的|了|共|有|为|是)*\0")
"""198件申请由自然人(提出)184件: the kind is that of the number behind it."""
DEALT_WITH = pattern("办结|答复|办理|处理|回复|办复")
"""答复申请63件（自然人52件): those dealt with may be meant."""
DONE = r"(?:已经|已|均|依法|依规|按期|按时|及时|现|目前|结果|为|作出|答复|办结|审结|决定|处理|政府信息|信息|的)*"
"""What may stand around a result said without a number: 已按期答复，(予以公开)."""

# ---------------------------------------------------------------- whole sets, and what is said beside a number

NEW_AND_OLD = pattern(
    "(?:新收|本年)(?:申请|件|的)*(?:及|和|与|、|连同|加上?|以及)(?:□□□)?(?:上年|去年|上一年)度?结转(?:的|来的)?(?:申请|件)?"
)
"""(新收及上年结转的申请)已全部办结: of all that had to be done."""
WHOLE = pattern("均|都|率|100%|百分之百|全部|悉数|一律|清一色|所有|无一例外|全数|尽数|如数")
"""What a sentence on a whole set holds."""
ALL_OF = pattern("均|全部|都|一律|无一例外|悉数|全数|尽数")
"""均(予以公开)"""
PARTIAL = pattern("其中|除|另|其余|余下|剩余|结转的|到期")
"""What makes 均 speak of a part."""
OF_SUBJECT = pattern("^(?:申请人|申请内容|内容|理由|原因|情形|申请的|其中)")
"""(申请人)都是逾期不补正"""
OF_ANSWERS = pattern("答复|依申请|申请|第三方意见|检索")
"""(答复)质量有待提升，全年被复议机关纠正3件, in section 五"""
BODIES = pattern("法人|企业|组织|单位|机构|公司|其他|其它")
"""法人4件，均为商业企业"""
IN_TIME = pattern("率|按期|按时|及时|[期时]限|规定|依法")
"""按期答复: those carried over need not be answered yet."""
NOT_INCLUDED = pattern("不含|未含|不包括|不包含|不计")
"""收到12件（不含上年结转1件）"""
INCLUDED = pattern(r"[，,]?[（(]?(?:其中)?(?:含|包含|包括|内含)[^，,；;。]{0,14}$")
"""收到13件（含上年结转1件）"""
BESIDE = pattern(
    r"[，,、；;]?(?!其中|含|包)(?:[^（）()：:；;。，,、\d]|20\d\d(?=年))*(?:[，,](?!其中|含|包)(?:[^（）()：:；;。，,、\d]|20\d\d(?=年))*)?"
)
"""收到12件，上年结转1件: nothing but a mark and the words for the other number."""
NEW_ONES = pattern("新收|新增|本年|今年|当年")
"""上年结转1件，新收12件"""
TOGETHER = pattern("共|合计|总|累计|一并")
"""上年结转1件，共收到13件"""

# ---------------------------------------------------------------- why a number is not compared

_SINCE = "□□□(?:他年|上年)[^。；]{0,40}?(?:以来|起|至今|开始)"
_CLEANED = "(?:来|的|制发|制定|印发|出台|现行|行政|规范性|政策)*(?:文件|公文)[^，；。\\d]{0,8}(?:清理|评估|审核|梳理)"
YEARS_TOGETHER = pattern(
    f"自{_SINCE}|从{_SINCE}|□□□(?:他年|上年)(?:度)?以来|近[两二三四五]年|三年来|四年来|五年来|历年(?!{_CLEANED})|任期"
)
"""自2019年条例施行以来累计收到, 近三年."""
IN_BRACKETS_OF_YEAR = pattern("(?:□□□(?:上年|他年|下年)|去年|上年|前年|上一年)度?的?（[^（）]*$")
"""与2023年（复议1件）相比: of the year before the brackets."""
OF_REQUESTS = pattern("(?:收到|受理|办理|接收到?|接到|收悉|新收|处理|答复|办结)(?P<what>[^，；：。（）]{2,44}?)申请")
"""收到(社会组织登记)申请: what the applications are for."""
CARRIED_ONES = pattern(rf"{SHORT}，(?:均|全部|都)?(?:系|为|属于?|是)(?:□□□)?{LAST_YEAR}(?:结转|遗留)")
"""收到10件申请，系上年结转."""
PUT_RIGHT = pattern(
    r"(?:实际|最终|实有)(?:登记|受理|新收|收到|办理|纳入)|，(?:其中)?(?:剔除|扣除|除去|减去|归并|合并)(?!结转|上年)[^，。；\d]{0,12}\d+[件份]，(?:共)?(?:登记|受理|收到|办理|纳入)"
)
"""接收42件，其中2件不属于信息公开申请，实际登记40件: the number behind it counts."""
ALL_CHANNELS = pattern(
    "等(?:多种|各种|各类|不同|其他)?(?:渠道|途径|方式|形式)|(?:各|多)(?:种|个|类)?(?:渠道|途径|方式)|共|合计|总计|累计|线上线下"
)
"""通过信函、网络等方式收到: all channels together."""
OF_DOCUMENTS = pattern(r"公文|发文|文件\d+[件份]|公开属性|主动公开(?:类|的|文件|公文)*\d")
"""制发文件120件，不予公开30件: what documents may be published, no result of applications."""
PUBLISHED_IN_ALL = pattern(r"\d[条篇][^，。；\d]{0,6}；(?!其中|含|包括)")
"""主动公开政府信息310条；办理行政许可50件: the decisions behind it are no part of what was published."""
NEW_CASES = pattern("新发生|新收|新增|新提起|新产生|新的")
OLD_ONES = pattern(
    "(?:上年|去年|上一年|年前|跨年)度?(?:底|末)?(?:尚未|未|没|结转)[^，。；]{0,8}\\d+件[^，。；]{0,6}(?:复议|诉讼|案)|(?:上年|去年)[^，。；]{0,10}(?:复议|诉讼)[^，。；]{0,6}\\d+件[^。]{0,8}(?:审结|办结)"
)
NEW_ONES_TOO = pattern("(?:新收|新增|新发生|本年发生|新提起|新受理)[^，。；]{0,12}(?:复议|诉讼|案)")
BOTH_KINDS = pattern("合计|共计|总计|两项|两类|一并")
"""上年未审结的1件复议审结（维持）；本年新收复议7件，维持5件。(合计8件：维持6件)"""
SECOND_COURT = pattern("二审|再审|上诉")
"""(二审)1件，维持原判: of those that were decided before."""
OLD_CASES = pattern("(?:上年|去年|上一年)[^。]{0,16}(?:审|结|案|复议|诉讼)")
"""上年没审完的1件今年出了结果，今年(新发生)复议1件: both are in the table."""
NOT_COUNTED = pattern(
    "(?:未|不)(?:再)?(?:计入|纳入|列入|算入|包含在|包括在|填入)|不在(?:其内|此列|其中|此内)|不在[^，。；]{0,14}(?:统计|范围|之列|表)|(?:另行|单独|分别)(?:统计|编制|列报|填报|报告)|不属于?本"
)
"""其收到的申请6件(未计入本报告)"""
AS_REVIEWER = pattern("(?:作为|履行)(?:本级)?(?:行政)?复议(?:机关|职责)")
"""作为复议机关: cases that the office decides."""
AGAINST_OFFICE = pattern("被|收到(?!.{0,6}案件)")
"""被提起行政复议; not 收到复议案件."""
OTHER_KIND = pattern(r"[\u4e00-\u9fff]{2}类(?:案件)?的?(?:行政)?(?:复议|诉讼|应诉)")
"""政府采购类行政复议."""

_DISCLOSURE = "(?:政府)?信息公开"
SOME_OF_THEM = pattern(
    "[；。](?:其中，?|上述案件中，?)?(?:涉及?|因|与|关于)(?:政府)?信息公开[^，。；\\d]{0,10}(?:仅|只有|只)"
)
"""复议46件、诉讼12件。涉及信息公开的仅1件: most are not."""
UNRELATED = pattern(
    "|".join([
        r"，均?(?:为|系|属于?)(?![^，；。]{0,12}(?:信息公开|复议|起诉|审|维持|纠|公民|自然人))[^，；。\d]{2,12}类",
        "，(?:均|全部|其中)?(?:包含|包括|涵盖|涉及)(?:各类|各种|其他)",
        rf"，涉(?:及)?{_DISCLOSURE}(?:类|的)*(?:案件)?(?:\d|另|单独|不)",  # 复议9件，涉信息公开2件
        r"与[^，；。]{0,10}信息公开[^，；。]{0,6}无关",
        rf"不涉及{_DISCLOSURE}|均?非{_DISCLOSURE}|均?不(?:是|属于|因){_DISCLOSURE}",
        rf"(?:无|没有)(?:涉及|因)?{_DISCLOSURE}",
        rf"(?:其中|另有|另).{{0,6}}(?:涉及?|因|关于|有关)?{_DISCLOSURE}",  # 其中因信息公开1件
        rf"，[^，。；]{{0,6}}{_DISCLOSURE}类",
        rf"，(?:仅|只有)?(?:涉及|属于){_DISCLOSURE}(?:类|的|案件)",
    ])
)  # fmt: skip
"""复议案件5件，均为治安类: words behind a number by which not all of the cases are about 信息公开."""

# ---------------------------------------------------------------- plain 没有

NEGATION = pattern(r"[无未没不零0](?<!\d0)")
"""未收到, 0件."""
TO_NEXT_YEAR = pattern(rf"(?:至|到|入)(?:□□□)?{NEXT_YEAR}")
"""结转1件(至2024年)"""
SOMEBODY = pattern("[\u4e00-\u9fff]某{1,2}(?:[、和][\u4e00-\u9fff]某{1,2})*(?:等人?|等\\d+[人名户])?")
"""参保人(李某等人): who it was changes nothing."""
REVIEW = pattern("(?<!未经)(?<!未经行政)复议(?!后|机关)|(?:行政|法律)争议")
"""行政复议; not 未经复议, 复议后."""
LAWSUIT = pattern("诉讼|应诉|[起被]诉|败诉|胜诉|(?:行政|法律)争议")
"""提起诉讼, 无败诉."""
CLOSED = pattern("审结|审理|结案|待判|未判|宣判|判决中|开庭|待决|在审")
"""2件尚未审结: what is pending is said."""
