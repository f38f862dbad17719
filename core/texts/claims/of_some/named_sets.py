"""Claims that are of some applications, which the number before them, or what stands around it, tells.

县自然资源局62件申请中60件已办结: of these 62. 合计收到190件，占全县的66.2%: a part, as its share says. 登记来件135件，
其中27件转为咨询，实际受理108件: all that came. 网上申请中自然人161件: of what came that way.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS, CARRIED_OUT_ROW
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import columns_in
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.sentences import REQUEST_TEXTS
from core.texts.reading.sentence.share_checks import added

_RECEIVED = ("received", "received_new", "mentioned", "processed")
_UNITS = ("件", "宗", "份")
_DONE_OF = pattern(
    "(?:政府信息公开|信息公开)?的?(?:申请)?(?:(?:当?中|里|之中)，?|，(?:其中|现|已|年内)?)(?:有|已|共|现)*[^，；。\\d]{0,3}"
)
"""62件(申请中)60件已办结"""
_OF_ALL = ("all_handled", "all_applicants", "all_in_time")
_OTHER_SUBJECT = pattern("全[年局市县区镇乡省州部]|所有|各类|总|共|我|本|其余|其他|申请(?:件)?均|年内|\\d")
_NO_SET = pattern(
    "(?:^|同比|[较比与](?:20\\d\\d年|上年|去年|上一年)度?(?:同期)?(?:相比)?)(?:增|减|多|少|上升|下降)[^，；。]*$|一件$"
)
"""较上年增加2件，均为自然人; 实行一件一档，均已办结: no set that all are of."""
_BARE = pattern("(?:全年|本年度?|年内|共|共计|合计|累计|[在对其中这些上述以的，]|有)*\\d+[件宗份]$")
_TOGETHER = pattern("共|合计|总计|连同|加上|上年|去年|结转|新收")
"""(连同上年1件共)23件，办结20件: of a row or a column of the tables."""
_OTHER_YEAR = pattern("其他年度")
_SHARE_OF_ALL = pattern(
    "(?:申请)?[，（](?:约)?占(?:全[年局市县区镇乡省州系]|总|新收|收到|受理|申请|年度|本年)[^，；。、（）\\d]{0,12}(?P<share>\\d+(?:\\.\\d+)?)%"
)
_SORT = pattern("\\d[件宗份](?P<sort>[^，；：。、（）\\d]{2,10}?)类(?:的|政府信息公开|信息公开|公开)*申请")
_KNOWN_SORT = pattern(
    "(?:自然人|公民|个人|商业企业|企业|法人|科研机构|社会公益组织|法律服务机构|其他|政府信息公开|信息公开|依申请公开|公开|各|[^不予]*不予(?:公开|处理)|部分公开|无法提供)*"
)
_OF_NEW_ONES = pattern("(?:新收|新受理|新增|收到|本年|今年|当年)(?:申请|的)*(?:当?中|里|之中)的$")
"""上年转入的2件和(本年新收中的)9件"""
_AMONG_DONE = pattern(
    "(?:办结|答复)(?:的|件|申请|总数|总量)*(?:\\d+[件宗份])?(?:申请)?(?:当?中|里|之中)，?[^，；。：（）\\d]*$"
)
"""(办结件中，新收)207件"""
_AMONG = pattern("(?:申请)?(?:当?中|里|之中)，?[^，；。：（）\\d]*")
_REAL_ONES = pattern(
    "(?:的)?(?:申请|来件)?(?:当?中|里|之中)，?(?:真正|实际|算得上|称得上|属于?|确属|确为|是|的|政府|信息公开|公开|申请|只有|只|仅有?|有|共|为)*"
)
"""物业类9件(中，真正属于信息公开的只有)7件"""
_REACH = 16
_NEAR = 0.06
_SUMS_UP = pattern("(?:故|因此|因而|所以)[^，；。]*(?:年末|年底|年终|期末|共)")
"""12月收到的3件尚在征求意见，(故年末)结转3件: of all, told by the only ones."""
_LEFT = pattern("(?:实收|实际|实有|有效|净收|最终|属于?|真正|确属)[^，；。\\d]{0,8}$")
"""剔除重复登记4件，(实收)108件"""
_CHANNEL = pattern(
    "网络|网上|线上|在线|互联网|信函|信件|邮寄|来信|当面|现场|窗口|电子邮件|邮箱|邮件|传真|小程序|公众号|平台"
)
_ALL_CHANNELS = pattern("等|各[种类个]|[、和及与]|多种|方式方便")
_CHANNEL_FRAME = pattern(
    "(?:^|[，：；。])(?:其中，?)?(?P<set>[^，；。：、（）\\d]{2,14}?)(?:\\d+[件宗份](?:申请)?)?(?:当中|之中|中|里)(?:，|：|有)*"
    "(?:[^，；。：、（）\\d]{1,10}\\d+[件宗份]?[、，和及与]*)*(?:[^，；。：、（）\\d]{0,10})$"
)
_MARKS = "。！？；\n"
_CLAUSE = "。！？；\n，：（）"


def of_named_sets(context: CheckContext, found: Found) -> Found:
    """Do not judge claims that are of some applications only."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.is_share:
            continue
        if claim.place.text in REQUEST_TEXTS and _is_of_some(context, found, i):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_of_some(context: CheckContext, found: Found, i: int) -> bool:
    claim = found[i][0]
    text = context.report.texts[claim.place.text]
    start = max(text.rfind(mark, 0, claim.place.start) for mark in _MARKS) + 1
    if claim.number is None:
        before = [c for c, _ in found[:i] if c.place.text == claim.place.text and c.place.start >= start]
        if not claim.key.startswith(_OF_ALL):
            return False
        is_of_last = text[start - 1 : start] == "；" and _is_all_of_kinds(context, text, before, claim)
        return is_of_last or _is_all_of_some(context, text, before, claim)
    if claim.key in (*_RECEIVED, *ONE_KIND) and _is_of_sort(text, claim):
        return True
    if claim.key in ONE_KIND:
        return _is_of_channel(text, start, claim)
    if claim.key.startswith("handled"):
        before = [c for c, _ in found[:i] if c.place.text == claim.place.text and c.place.start >= start]
        return bool(before) and _is_done_of(context, text, before[-1], claim)
    if claim.key.startswith("carried"):
        before = [c for c, _ in found[:i] if c.place.text == claim.place.text and c.place.start >= start]
        return _is_left_of_some(before, claim)
    if claim.key in _RECEIVED:
        behind = [c for c, _ in found[i + 1 :] if c.place.text == claim.place.text]
        if _is_split_at_once(text, behind, claim):
            return True
        if _is_right_share(context, text, claim) or _is_right_rest(context, text, claim, behind):
            return True
        before = [c for c, _ in found[:i] if c.place.text == claim.place.text and c.place.start >= start]
        return _is_within(context, text, before, claim)
    return False


def _is_of_sort(text: str, claim: Claim) -> bool:
    """Whether the words behind a number name a sort of applications that the tables do not know: 4件登记类申请."""
    sort = _SORT.search(text, claim.place.start, claim.place.end + _REACH)
    return sort is not None and sort.start() <= claim.place.end and not _KNOWN_SORT.fullmatch(sort["sort"])


def _is_split_at_once(text: str, behind: Sequence[Claim], claim: Claim) -> bool:
    """Whether what follows splits a number that is narrowed by 的: 市政府收到的41件中，转交部门27件，自行答复14件."""
    parts = [c for c in behind if c.number is not None and not c.is_share][:2]
    if len(parts) < 2 or any(c.agrees is not None for c in parts):
        return False
    is_among = _AMONG.fullmatch(text, claim.place.end, _begin(text, claim, parts[0]))
    is_narrowed = text.endswith("的", 0, claim.place.start)
    return bool(is_among) and is_narrowed and sum(c.number or 0 for c in parts) == claim.number


def _is_within(context: CheckContext, text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number is of some told right before it, or of the new ones: 物业类9件中，真正属于信息公开的只有7件."""
    begin = _begin(text, before[-1], claim) if before else claim.place.start
    if _OF_NEW_ONES.search(text[:begin]) or _AMONG_DONE.search(text[:begin]):
        return (claim.number or 0) <= max(claim.sums, default=0)
    whole = before[-1] if before else None
    wholes = [added(way, context.numbers) for way in ALL_WAYS]
    if whole is None or whole.agrees is not None or whole.number is None or whole.number in wholes:
        return False
    is_less = (claim.number or 0) <= whole.number and text[: whole.place.end].endswith(_UNITS)
    return is_less and bool(_REAL_ONES.fullmatch(text, whole.place.end, begin))


def _is_left_of_some(before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number is what is left of some applications: 自然资源局受理41件，办结42件（含上年结转2件），结转1件."""
    told = [c for c in before if c.number is not None and not c.is_share]
    if not told or told[0].key not in _RECEIVED or told[0].agrees is not None:
        return False
    if (claim.number or 0) > max(claim.sums, default=0) or _SUMS_UP.match(claim.quote):
        return False
    come = sum(c.number or 0 for c in told if c.key in _RECEIVED or c.key == "carried_in")
    done = [c.number or 0 for c in told if c.key.startswith("handled")]
    results = [c.number or 0 for c in told if c.rule_id == "N-05"]
    return come - (done[0] if len(done) == 1 else sum(results)) == claim.number


def _is_done_of(context: CheckContext, text: str, whole: Claim, claim: Claim) -> bool:
    """Whether a number dealt with is of those counted right before it, which are not all: 住建局41件，已办结40件."""
    wholes = [added(way, context.numbers) for way in ALL_WAYS]
    is_some = whole.agrees is None and whole.number is not None and whole.number not in wholes
    if not is_some or (whole.number or 0) < (claim.number or 0) or not text[: whole.place.end].endswith(_UNITS):
        return False
    own = text[max(text.rfind(mark, 0, whole.place.end) for mark in _CLAUSE) + 1 : whole.place.end]
    is_of_table = bool(_BARE.fullmatch(own) or _TOGETHER.search(own) or columns_in(own))
    is_of_table = is_of_table and not _OTHER_YEAR.search(whole.meaning)  # 上年收到97件，办结95件
    return not is_of_table and bool(_DONE_OF.fullmatch(text, whole.place.end, _begin(text, whole, claim)))


def _is_all_of_some(context: CheckContext, text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether what is said of all is said of some counted before it: 城关镇31件申请清一色涉及棚户区，均已答复.

    信函21件、网上80件、当面7件，均已答复 is said of all, since these are all together.
    """
    wholes = [added(way, context.numbers) for way in ALL_WAYS]
    run: Number = 0
    for n, some in enumerate(reversed(before)):
        if some.key != "unknown" or some.number is None or not text[: some.place.end].endswith(_UNITS):
            break
        own = text[max(text.rfind(mark, 0, some.place.end) for mark in _CLAUSE) + 1 : some.place.end]
        is_next = n == 0 and _OTHER_SUBJECT.search(text, some.place.end, claim.place.start)
        if is_next or (n == 0 and (_BARE.fullmatch(own) or _NO_SET.search(own))):
            return False
        run += some.number
        if run in wholes:
            return False
    return bool(run)


def _is_all_of_kinds(context: CheckContext, text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether all of some kinds are dealt with that one part of a sentence tells: 个人8件；企业1件、律所2件，均办结."""
    kinds = [c for c in before if c.number is not None and not c.is_share]
    if not kinds or any(c.key not in ONE_KIND or c.agrees is not True for c in kinds):
        return False
    if sum(c.number or 0 for c in kinds) in [added(way, context.numbers) for way in ALL_WAYS]:
        return False
    columns = {cell[-2:] for kind in kinds for cell in kind.cells}
    is_next = not _OTHER_SUBJECT.search(text, kinds[-1].place.end, claim.place.start)
    return is_next and added(tuple(f"{CARRIED_OUT_ROW}.{c}" for c in columns), context.numbers) == 0


def _begin(text: str, whole: Claim, claim: Claim) -> int:
    """Return where the digits of a claim begin: its place may begin with the words before them."""
    at = max(claim.place.start, whole.place.end)
    return next((i for i in range(at, claim.place.end) if text[i].isdecimal()), at)


def _is_right_share(context: CheckContext, text: str, claim: Claim) -> bool:
    """Whether a percentage behind a number says that it is a part, and is right for that part."""
    share = _SHARE_OF_ALL.match(text, claim.place.end)
    wholes: list[Number | None] = [added(way, context.numbers) for way in ALL_WAYS]
    return share is not None and any(
        w and abs(float(claim.number or 0) * 100 / float(w) - float(share["share"])) < _NEAR for w in wholes
    )


def _is_right_rest(context: CheckContext, text: str, claim: Claim, behind: Sequence[Claim]) -> bool:
    """Whether a number less what is taken from it behind is a right one: 来件135件，其中27件转为咨询，实际受理108件."""
    taken: Number = 0
    wholes = [added(way, context.numbers) for way in ALL_WAYS]
    for other in behind:
        if any(mark in text[claim.place.end : other.place.start] for mark in _MARKS) or other.number is None:
            return False
        is_real = other.key in _RECEIVED and other.agrees and other.number < (claim.number or 0)
        if not taken and is_real and _REAL_ONES.fullmatch(text, claim.place.end, _begin(text, claim, other)):
            return True  # 来件230件中，属于信息公开申请的有214件
        is_left = other.key == "unknown" and other.number in wholes and _LEFT.search(text[: other.place.start])
        if is_left or (other.key in _RECEIVED and other.agrees):
            return 0 < taken == (claim.number or 0) - other.number
        if other.key != "unknown":
            return False
        taken += other.number
    return False


def _is_of_channel(text: str, start: int, claim: Claim) -> bool:
    """Whether a kind of applicants is told of one way in: 信函申请21件均为自然人; 网上申请中自然人161件、企业29件."""
    begin = max(text.rfind(mark, 0, claim.place.end) for mark in _CLAUSE + "、") + 1
    own = text[begin : claim.place.end]
    if _is_one_channel(own):
        return True
    frame = _CHANNEL_FRAME.search(text, max(start - 1, 0), max(claim.place.start, begin))
    return frame is not None and _is_one_channel(frame["set"])


def _is_one_channel(words: str) -> bool:
    return bool(_CHANNEL.search(words)) and not _ALL_CHANNELS.search(words)
