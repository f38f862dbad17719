"""Claims that all were dealt with, though some are carried over: 收到申请96件，已全部办结。年末尚有5件结转下年度办理.

Where the number is that of all new ones, nothing was carried in, and the text tells rightly of those carried over
behind a 。 or a ；, these are some of the 96, so that not all were dealt with. What excepts them (另有5件, 到期的均已
办结) says nothing wrong.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_OUT, RECEIVED
from core.texts.claims.claim import Claim, Found
from core.texts.claims.new_and_old.all_done import KEYS
from core.texts.reading.sentence.sentences import REQUEST_TEXTS

_SAID = pattern(
    "(?:收到|受理|新收|接收|接到)[^，；。：（）\\d]{0,20}(?P<n>\\d{1,9})[件宗份](?:(?:政府)?(?:信息)?公开)?(?:申请)?，"
    "(?:(?:上年|去年)度?结转0件，|(?:无|没有)上年度?结转(?:的?申请|件)?，)?"
    "(?P<said>(?:现|目前|年内|已经?)*(?:均|全部|都|悉数|全数)(?:已经?|予以|依法|依规)*"
    "(?:办结|办理完毕|办理完结|办完|答复完毕|答复|回复))了?(?=[，；。])",
    needs=["均", "全部", "都", "悉数", "全数"],
)
_EXCEPTED = pattern("除|外|其余|余下|剩余|剩下|另|其中|到期|应办|应答|应当|期限|未到|未满|因|截至|目前|前三季度|上半年")
_MEANING, _RULE = "全部办结", "N-04"


def all_done_beside_left(context: CheckContext, found: Found) -> Found:
    """Return the claims, with those that all new ones were dealt with where some of them are carried over."""
    left = context.numbers.get(CARRIED_OUT)
    if not left or context.numbers.get(CARRIED_IN) != 0:
        return found  # as in most reports
    order = {code: i for i, code in enumerate(context.form.texts)}
    for code in REQUEST_TEXTS:
        place = _said(context, [claim for claim, _ in found if claim.place.text == code], code)
        if place:
            said = context.report.texts[code][place.start : place.end]
            claim = Claim(place, said, _MEANING, None, (CARRIED_OUT,), (left,), False, _RULE, KEYS[0])
            at = sum((order[c.place.text], c.place.start) < (order[code], place.start) for c, _ in found)
            found = [*found[:at], (claim, ""), *found[at:]]
    return found


def _said(context: CheckContext, told: list[Claim], code: str) -> Place | None:
    """Return where a text says of all new ones that they are done, and tells behind it how many are carried over."""
    text = context.report.texts.get(code, "")
    said = _SAID.search(text)
    if said is None or int(said["n"]) != context.numbers.get(RECEIVED):
        return None
    place = Place(code, *said.span("said"))
    if any(c.key in KEYS or (c.place.start < place.end and place.start < c.place.end) for c in told):
        return None  # told already
    left = [c for c in told if c.agrees and CARRIED_OUT in c.cells and c.number and c.place.start >= place.end]
    if not left:
        return None
    begin, end = text.rfind("\n", 0, place.start) + 1, text.find("。", left[0].place.end)
    is_own_sentence = any(mark in text[place.end : left[0].place.start] for mark in "。；")
    is_excepted = _EXCEPTED.search(text, begin, end if end >= 0 else len(text))
    return place if is_own_sentence and not is_excepted else None
