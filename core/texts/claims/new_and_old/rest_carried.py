"""Claims on what is left of all applications and goes on into the next year, whatever it is about.

新收9件，年内答复8件，另外1件因要到档案馆查找底册，跨年办理: behind all that were received and those dealt with, the
words on what the others wait for need not be known. So they need not where most were dealt with and only some not:
新收12件，大部分都按时答复了，只有1件涉及三个林场的界线，年底没答复完，结转下年. Some of all that go on are no more
than the table carries over: 新收63件。其中2件12月下旬收到，截至年底未办结，结转下年, where it has none.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_OUT, HANDLED
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.role_keys import ANSWERED, ONE_KIND

_NAME, _RULE, _KEY = "结转下年度的申请", "N-03", "carried_out"
_RECEIVED = ("received", "received_new", "mentioned", "processed", "due")
_OF_ALL = (*_RECEIVED, *ANSWERED, "carried_in", "none_carried_in")
_WHY = "分开说"
_ANOTHER = pattern("(?:^|[，；。、])(?:另有|另外|其余|余下|剩余|剩下|还有|尚有|另)的?\\d+[件宗份]$")
_ADVERBS = "(?:都|均|已|也|能|全部|按时|按期|及时|如期|依法|在?当年|在?年内)*"
_MOST = (
    f"(?:大部分|大多数?|多数|绝大部分|绝大多数|其余|其他|别的)(?:的|申请|件)*{_ADVERBS}"
    "(?:答复|办结|办完|回复|办理完毕|办复)(?:完毕)?了?"
)
_ONLY = pattern(f"[，；。]{_MOST}，(?:另?有|只有|仅有|唯有|仅|只剩|就剩|只|剩下)的?\\d+[件宗份]$")
_BUT = pattern("[，；。]除(?:了|去)?\\d+[件宗份]$")
_OUTSIDE = pattern(f"[之以]?外，{_MOST}")
_SOME = pattern("(?:^|[，；。！？\\n])其中的?\\d+[件宗份]$")
_NEXT = "(?:(?:20\\d\\d|下一?|次|明|来|翌)年度?)"
_GOES_ON = pattern(
    "(?:政府信息公开)?(?:申请)?(?:[^；。\\n]{0,60}?[，\\d]|[^；。\\n\\d]{0,40}?)?(?:按规定|依规|依法|按程序|需要?|须|要|将|拟|已|均|都|只好|只能|故|遂)*"
    f"(?:(?:结转|转入|转至|转到|延续|顺延|留待|延|拖|留)(?:至|到|入)?了?{_NEXT}|跨年度?(?:办理|答复|处理))(?:继续)?(?:办理|答复|处理)?(?=[，；。\\n外]|[之以]外|$)"
)
_MORE = pattern("[^\\n]*?(?:另有|另外|其余|余下|剩余|剩下|还有|尚有|另|结转)[^，；。\\n]{0,12}?\\d+[件宗份]")
"""Behind it, another number of those left: nothing says that the first is all of them."""
_MARKS = "。！？\n"
_OTHERS = pattern("复议|诉讼|许可|信访|建议|提案|投诉|举报|咨询|工单|信箱|来件|热线|留言|其中")


def rest_carried(context: CheckContext, found: Found) -> Found:
    """Compare such a number with what the table carries over, where nothing else was understood of it."""
    known = context.numbers.get(CARRIED_OUT)
    if known is None:
        return found
    for i, (claim, scope) in enumerate(found):
        is_open = claim.agrees is not False and claim.number is not None and claim.key in ("unknown", _KEY)
        told_here = [c for c, _ in found] if is_open else []
        if is_open and (_is_rest(context, told_here, i) or _are_more_of_all(context, told_here, i, known)):
            is_right, told = claim.number == known, (claim.place, claim.quote, _NAME, claim.number)
            found[i] = Claim(*told, (CARRIED_OUT,), (known,), is_right, _RULE, _KEY), scope
            if is_right:
                _leave_out_done_of_new(context, found, i)
    return found


def _are_more_of_all(context: CheckContext, told: list[Claim], i: int, known: Number) -> bool:
    """Whether a number is told as some of all that were received, goes on, and is more than the table carries over."""
    claim = told[i]
    text = context.report.texts[claim.place.text]
    some = _SOME.search(text, 0, claim.place.end)
    if some is None or (claim.number or 0) <= known:
        return False
    begin = max(text.rfind(mark, 0, some.start()) for mark in _MARKS) + 1
    on = _GOES_ON.match(text, claim.place.end)
    before = [c for c in told[:i] if c.place.text == claim.place.text and c.place.start >= begin]
    is_of_all = any(c.key in _RECEIVED and c.agrees for c in before) and all(c.key in _OF_ALL for c in before)
    return on is not None and is_of_all and not _OTHERS.search(text, begin, some.start())


def _leave_out_done_of_new(context: CheckContext, found: Found, i: int) -> None:
    """Do not judge those dealt with of the new ones alone: 新收30件，办结27件，另有3件结转, beside 2 old ones."""
    old, done = context.numbers.get(CARRIED_IN), context.numbers.get(HANDLED)
    text = context.report.texts[found[i][0].place.text]
    begin = max(text.rfind(mark, 0, found[i][0].place.start) for mark in _MARKS) + 1
    for j, (claim, scope) in enumerate(found[:i]):
        is_here = claim.place.text == found[i][0].place.text and claim.place.start >= begin
        if is_here and claim.key in ANSWERED and claim.agrees is False and (claim.number or 0) + (old or 0) == done:
            found[j] = claim.left_alone(_WHY), scope


def _is_rest(context: CheckContext, told: list[Claim], i: int) -> bool:
    """Whether a number is what is left of all that a sentence tells as received, and is carried over."""
    claim = told[i]
    text = context.report.texts[claim.place.text]
    begin = max(text.rfind(mark, 0, claim.place.start) for mark in _MARKS) + 1
    named, only, but = (shape.search(text, begin, claim.place.end) for shape in (_ANOTHER, _ONLY, _BUT))
    on = _GOES_ON.match(text, claim.place.end) if named or only or but else None
    most = only or (but and on and _OUTSIDE.match(text, on.end()))
    if on is None or not (named or most) or _MORE.match(text, on.end()) or _OTHERS.search(text, begin, on.end()):
        return False
    before = [c for c in told[:i] if c.place.text == claim.place.text and c.place.start >= begin]
    is_done = bool(most) or any(c.key in ANSWERED for c in before)
    is_of_all = is_done and any(c.key in _RECEIVED and c.agrees for c in before)
    is_left_told = any(c.key == _KEY and c.number is not None for c in told if c is not claim)
    others = [c for c in before if c.key not in ANSWERED]
    return is_of_all and not is_left_told and not any(c.key in ONE_KIND or c.agrees is False for c in others)
