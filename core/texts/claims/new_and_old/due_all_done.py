"""Claims in section five that all that had to be dealt with was: 应办的46件虽已全部办结，却有6件用足了20个工作日.

It is told by the way there, where no word before it names applications. The number is that of the new ones and
those carried in, so that what is carried over in the table says that not all were dealt with.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_OUT, RECEIVED
from core.texts.claims.claim import Claim, Found
from core.texts.claims.new_and_old.all_done import KEYS

_SAID = pattern(
    "(?<![不相适])(?:应|需|须)(?:当|要)?办(?:理|结)?的?(?:政府信息公开|信息公开|公开)?(?:申请)?的?(?:共计?|合计|总计)?(?P<n>\\d{1,9})[件宗份]"
    "(?:政府信息公开|信息公开|公开)?的?(?:申请)?，?(?:虽然?|虽说|尽管|固然|的确|现|已|也|最终|年内|[于在]年内|[到至]年[底末])*"
    "(?P<said>(?:已经?)?(?:全部|均|都|悉数|全数|如数)(?:已经?|依法|予以|于年内|在年内)*(?:办结|办完|办毕|办理完毕|办理完结|处理完毕|答复完毕)(?:完毕|归档|了)*)"
    "(?=[，；。\\n]|$)",
    needs=["应办", "应当办", "需办", "需要办", "须办"],
)
_OF_OTHERS = pattern(
    "建议|提案|信访|投诉|举报|留言|工单|来信|热线|许可|处罚|复议|诉讼|咨询|检查|整改|上年|去年|往年|前年"
)
_EXCEPTED = pattern(
    "(?<![解排删免清])除|其余|余下|剩余|剩下|另|尚|未|结转|转入|跨年|在办|延期|顺延|次年|明年|下年|下一年|截至|目前|现在|如今"
)
"""Beside it another number is told as open, or it is told of a later day."""
_LEFT_TOLD = pattern("结转(?:下|次|到|至)|(?:尚未|未)办结|正在办理|继续办理|跨年")
_NOUN, _MEANING, _RULE = "申请", "办结的申请（新收的和上年结转的）", "N-04"
_TEXT = "s5"


def due_all_done(context: CheckContext, found: Found) -> Found:
    """Return the claims, with that all new ones and those carried in were dealt with, where some are carried over."""
    text = context.report.texts.get(_TEXT, "")
    said = _SAID.search(text) if _NOUN in text else None
    if said is None or _LEFT_TOLD.search(text):
        return found  # as in most reports
    new, old, left = (context.numbers.get(cell) for cell in (RECEIVED, CARRIED_IN, CARRIED_OUT))
    if not left or new is None or old is None or int(said["n"]) != new + old:
        return found
    begin, end = said.span()
    wrong = [c for c, _ in found if c.place.text == _TEXT and c.agrees is False]
    if any(c.key in KEYS or (c.place.start < end and begin < c.place.end) for c in wrong):
        return found  # told already
    begin = max(text.rfind(mark, 0, said.start()) for mark in "。；\n") + 1
    end = min((at for at in (text.find(mark, said.end()) for mark in "。\n") if at >= 0), default=len(text))
    sentence = text[begin:end]
    if _OF_OTHERS.search(sentence) or _EXCEPTED.search(sentence):
        return found
    place = Place(_TEXT, *said.span("said"))
    claim = Claim(place, said["said"], _MEANING, None, (CARRIED_OUT,), (left,), False, _RULE, KEYS[0])
    order = {code: i for i, code in enumerate(context.form.texts)}
    at = sum((order[c.place.text], c.place.start) < (order[_TEXT], place.start) for c, _ in found)
    return [*found[:at], (claim, ""), *found[at:]]
