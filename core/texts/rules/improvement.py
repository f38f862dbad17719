"""Whether section five tells what an office did, or will do, about its problems, in whatever words.

A clause tells it where a *frame* (为此, 已, 我局, 每季末 …) stands before an act of an office, where it speaks of the
coming year, or where it says that a problem is solved. A clause that ends in a complaint (已成为短板, 目前仍有空白栏目,
为此群众意见较大) tells none, nor does one whose subject is somebody else.
"""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.texts.language.phrases import WANTED
from core.texts.language.vocabulary import TextVocabulary

_SENTENCES = pattern("[。！？；\n]")
_CLAUSES = pattern("[，,：:；。！？\n]")
_OPENING = (
    r"^[ \u3000]*(?:[（(]?[一二三四五六七八九十\d①-⑩]{1,2}[）)、.．]|[一二三四五六七八九十]是|[第其][一二三四五六]"
    r"|[①-⑩／/])?[ \u3000]*(?:(?:[本今当]年度?|\d{4}年|上半年|下半年|[上下一二三四]{1,2}季度"
    r"|\d{1,2}月(?:份|[上中下]旬|初|底)?(?:起|前|以来)?|年[内底初中]"
    "|同时|此外|另外|并且?|还|也|又|先后|随后|后|从|自|于)+)?"
)
"""What may stand before the words with which a clause begins: 二是今年6月底前."""
_ABOUT = pattern(
    _OPENING + "(?:[对为就据因]此|针对|为(?:了|解决|避免|防止|补齐|弥补|扭转|缓解)|对(?:这|此类|上述|以上)|围绕)"
)
"""对此, 为解决这一问题: what follows in the sentence is about the problems."""
_FRAME = pattern(
    "(?:^|[^一早久])(?:已经?|现已|均已|业已|正在?|拟|准备|计划|争取|力争|确保|着手|着力|着重|抓紧|决定|定于|商定|约定|责成|责令)"
    "|^[ \u3000]*(?:通过|采取|采用|实行|推行|要求|组织|开展)"
    r"|经(?:与|同|向|报|研究|协调|督促|整改)|[年月日度]起(?!草)|\d月(?:份|[上中下]旬|初|底)?(?!\d)|现(?:对|由)"
    "|逐(?:[件份条个家项级村段批篇]|步)|每(?:[日周月季年]|半[月年])|按[月季周]|一律|凡|必须|不得"
)
"""已于6月举办培训, 拟编印样本, 由法制股逐件把关."""
_OWN = pattern(
    "(?:我|本|全)(?:局|办|委|镇|乡|县|区|市|州|盟|旗|省|街道|单位|机关|厅|中心|院|所|处|馆|队|会|管委会|分局|部门|公司|校)"
    "|我们|咱们|[局镇乡县区市委办厅院校队处所站](?:里|机关|党[组委]|(?:主要)?(?:领导|负责))|党组|专班"
    "|(?:办公室|(?:法制|法规|综合|业务)?[股科处室])(?=[对把到与给派按每在为现])|各(?:窗口|科室|股室|站所|社区|村)"
    "|街道|[支大总]队|人民政府|政府办"
)
"""我局, 局里, 办公室."""
_FALSE_FRAME = pattern(
    "已(?:[成有是达几经划老借临超难无不久满近过]|严重|形同|习惯|连续|长期|多次|多年|影响|引起|出现|调离|退休|办结|答复|审结|公开|公布|发布)"
)
"""已成为短板, 已办结28件."""
_BY = pattern("(?:由(?!上级|国家|省)|(?<!申)请|会同|联合|邀请|安排|委托|依托)[^，。；]{1,20}")
"""由法制股逐件把关, 请县司法局来讲课."""
_ASPECT = pattern("[^，。；]{0,3}了|[^，。；]{0,8}(?:完毕|到位|完成)")
_BEGUN = pattern(
    _OPENING + "(?:(?:拟|准备|计划|打算|力争|争取|约定|商定|定于|决定)(?!的)"
    "|[^，。；]{0,4}[改补修编印配请派建设搬删摆购买装贴]了"
    "|(?:安排|责令|责成|督促|派|选派|邀请|指定|约谈)(?![不难少的时])"
    "|已(?:请|与|向|对|把|将|由|派|同|会同|从|于)(?=[^，。；]{3})"
    "|(?:会商|走访|征集|采纳|扫描|标注|删去|巡查|增[配派设开]|补[充发齐录换设扫标办印报课全挂]|配[备齐强]|约谈|下发|印发|编[印制写发]"
    r"|制定|修订|出台|聘请|邀请|开设|开通|建成|上线|清理|清零)(?:了|[^，。；的]{0,12}\d))"
)
"""拟请各单位共编清单, 年内补发解读9篇: the office is left out."""
_MOVED = pattern(
    "把(?![握关尺柄脉])[^，。；]{2,24}?(?:[入到至成给进为]|一遍|出来|起来)"
    "|(?:提前|移|压缩?|缩短|改|归并|合并|搬|换)[到至为由成]"
)
"""把公开栏搬到集市口, 发布日提前到每月12日."""
_MISTAKEN = pattern("当|看[作成]|视为|误|混|推[给到]|拖")
"""把投诉当成公开申请."""
_OWN_WAY = pattern(
    "与|同|到|请|会同|联合|派|向|给|用|在[^，。；]{1,8}(?=[^，。；]了)|都?[^，。；]{1,2}了|对[^，。；]{2,12}[先再]"
)
"""我们与县档案馆共建检索库."""
_UNDER_WAY = pattern(
    _OPENING + "[^，。；]{0,6}正在(?!使用|成为|扩大|加剧|老化|变|逐渐|不断|日益|上升|增|下降|减|[办受审处]理|公示)"
)
"""目前正在筹备宣讲."""
_FREE = pattern(
    _OPENING
    + "(?:[对为就据因]此)?(?!(?:[^，。；]{0,12}(?:有|是|属|存在|收到|受理|办结|表示|感到|觉得|认为|成为|造成|导致"
    "|引发|提出|提起|申请|复议|强烈|通报|超期|无|面临|呼声|要求|期待|排|被|建议|来电|咨询|下降|下滑|上升|群众|企业|代表|大$)))"
    "[^，。；]{4,}"
)
"""Anything else that follows 为此: 为此，县局拍了方言短视频."""
_SHORTER = pattern(
    r"(?:由|从)\d+(?:\.\d+)?个?(?:多)?(?:工作日|[天日周月]|小时|分钟)[^，。；]{0,4}[压缩减降][^，。；]{0,2}[到至为]"
)
"""平均用时由7天减到2天."""
_ROUTINE = pattern(
    "相比|相较|看$|来看|来说|而言|存在|收到|面临|属于|(?:公开|发布)(?:了|信息|政府)|受理|答复|办理|承担|出现"
)
_OTHERS = pattern(
    _OPENING
    + "(?:[对为就]此)?(?:[^，。；]{0,4}(?:部分|个别|有的|有些|一些|少数|多数|不少|许多|大量|有人|群众|居民|村民"
    "|牧民|农户|百姓|市民|网民|申请人|当事人|企业|公众|媒体|上级|复议机关|法院)"
    r"|[^，。；]{0,2}\d+[件个家名所份起篇条])"
)
"""为此群众意见较大: not what the office did."""
_COMPLAINT = pattern(
    "仍|尚|还|只|仅|才|未|没|缺|难|迟|慢|不(?!少于|低于|超过|予|再|掌握|断|存在)|偏|较|不足|不够|有限|空白|兼|发现"
    r"|有\d|中有|占|排名|薄弱|滞后|问题|短板|意见[较很大强不]|压力|争议|影响|反映|质疑|投诉|依靠|依赖|[少差低弱短多]$"
)
"""What makes the rest of a clause behind its act a complaint: 已开展解读但效果不佳."""
_ONLY_NAMED = pattern(
    "[^，。；]{0,3}的|[^，。；]{0,2}(?:次数|频次|力度|能力|水平|效果|质量)"
    "|[^，。；]{0,8}(?:(?:信息|政务)公开(?:各项)?工作|条例|《|有关要求|职责|部署$|任务$)"
)
"""已印发的文件; 我局认真开展政府信息公开工作: what was done is only named, or is what every office does."""
_FACT = pattern(
    "全年|(?:复议|诉讼|法院|机关)$|只|仅|才(?!能)|共(?:开展|组织|举办)|被|应当?|需要?|未|没|缺|难以|依靠|依赖"
    "|不(?!少于|低于|超过|予|再|掌握|断)"
)
"""What stands before an act that is none, or is only told as a number: 全年只组织1次."""
_SOLVED = pattern(
    "(?:问题|现象|情况|不足|短板|毛病|投诉|差错|错漏|错敏|超期|逾期|异议|空白|缺项|耗时|用时|时间)[^，。；]{0,12}?"
    "(?:解决|消除|改正|(?:得到|全部|及时|已经?)纠正|清零|销号|补齐|改完|整治|好转|改善|改观|扭转|遏制|缓解|杜绝"
    "|(?:明显|大幅|大为|逐步|显著)(?:减少|下降|降低|缩短))"
    "|(?:得到|获得)(?:了|有效|初步|基本|很好|较好|明显|妥善|彻底)*(?:解决|改善|缓解|纠正|扭转|遏制|整治|化解)"
    "|(?:未|不|没有|无)再(?:出现|发生|发现)"
)
"""更新不及时的情况明显减少, 上年的问题已不再发生."""
_UNSOLVED = pattern("未(?!再)|没(?!有再)|难|待|亟|不能|无法|不到|不易|急|需|如何|怎样")
_NOT_WELL = pattern("得?(?:不|较|很|比较|十分|过于)?(?:好|慢|缓慢|迟|难|彻底|及时)|、")
"""问题解决(得不好), 超期问题解决(慢)"""
_LONGEST = 300
"""No clause is as long: what is longer is no prose, and would take long."""
_NEAR = 8
_COMING = r"(?:^|[、 \u3000（(])(?:[一二三四]是)?(?:自|从|于|到|计划|预计|争取|力争|拟于?|在|并|先在)?{year}年"


def tells_improvement(text: str, words: TextVocabulary, year: int | None) -> bool:
    """Whether a text tells what was done, or will be done, about the problems of the year it reports on."""
    if words.words["measure"].search(WANTED.sub("", text)):
        return True
    coming = re.compile(_COMING.format(year=year + 1)) if year else None
    acts = words.words["measure_act"]
    for sentence in _SENTENCES.split(text):
        is_about = False
        for clause in (clause for clause in _CLAUSES.split(sentence) if len(clause) <= _LONGEST):
            is_ours = not _OTHERS.search(clause)
            is_about = is_ours and (is_about or bool(_ABOUT.search(clause)))
            if _is_solved(clause) or (is_ours and _tells_deed(clause, acts, is_about=is_about)):
                return True
            if coming and coming.search(clause) and not _COMPLAINT.search(clause):
                return True
    return False


def _is_solved(clause: str) -> bool:
    """Whether a clause says that a problem is no longer one."""
    return any(
        not _NOT_WELL.match(clause, found.end())
        and not _UNSOLVED.search(clause[max(0, found.end() - _NEAR) : found.end()].rsplit("的", 1)[-1])
        for found in _SOLVED.finditer(clause)
    )


def _tells_deed(clause: str, acts: re.Pattern[str], *, is_about: bool) -> bool:
    """Whether a clause tells an act of the office."""
    begun, moved, own = _BEGUN.match(clause), _MOVED.search(clause), _OWN.search(clause)
    if begun and not _FACT.search(begun.group()) and not _COMPLAINT.search(clause, begun.end()):
        return True
    if not _COMPLAINT.search(clause):
        if _SHORTER.search(clause) or _UNDER_WAY.search(clause) or (is_about and _FREE.match(clause)):
            return True
        if moved and not _MISTAKEN.search(moved.group()):
            return True
        if own and _OWN_WAY.match(clause, own.end()) and not _ROUTINE.search(clause):
            return True
    frame = 0 if is_about else _frame_end(clause)
    return any(_is_done(clause, act, frame) for act in acts.finditer(clause))


def _is_done(clause: str, act: re.Match[str], frame: int | None) -> bool:
    """Whether an act stands behind a frame, which ends somewhere before it, and no complaint follows."""
    before, behind = clause[: act.start()], clause[act.end() :]
    if _ONLY_NAMED.match(behind) or _COMPLAINT.search(behind) or _FACT.search(before[-12:]):
        return False
    is_framed = frame is not None and frame <= act.start()
    return is_framed or bool(_ASPECT.match(behind)) or bool(_BY.search(before))


def _frame_end(clause: str) -> int | None:
    """Return where the words end that make what follows an act of the office; None without such words."""
    ends = [found.end() for found in (_FRAME.search(clause), _OWN.search(clause)) if found]
    return None if _FALSE_FRAME.search(clause) or not ends else min(ends)
