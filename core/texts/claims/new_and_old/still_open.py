"""Claims that what the year before left goes on into the next: 上年结转的1件至今仍在办理，结转2025年.

Where all that was carried in is told so, and the table carries nothing over, one of both is wrong.
"""

from __future__ import annotations

import re

from core.base.patterns import holds_one, last_of, pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_OUT
from core.texts.claims.claim import Claim, Found
from core.texts.reading.sentence.sentences import OVERVIEW_TEXTS, REQUEST_TEXTS

_GOES_ON = pattern(
    "(?:的)?(?:政府信息公开|信息公开)?(?:申请)?(?P<said>[^。；！？\\n\\d]*?(?:(?:12月31日|20\\d\\d年(?:底|末|12月31日))[^。；！？\\n\\d]*?)?)"
    "(?:结转|转入|转至|转到|顺延|延续|延至|转结)(?:至|到|入)?(?:(?:下一?|次|明|来|翌)年|(?P<year>20\\d\\d)年)度?(?:继续)?(?:办理|处理|答复)?(?=[，；。\\n]|$)"
)
"""上年结转的1件(至今仍在办理，结转2025年)"""
_OTHERWISE = pattern(
    "(?<![未没尚])(?<!没有)(?<![未没不]能)(?<!未获)(?<!未予)(?:办结|办完|办毕)|答复(?!期)|[不没无](?!法|能|到)|未(?=结转|转|延)|部分|其中|其余|如|若|拟|计划|原|曾|复议|诉讼|从|避免|防止|以免|杜绝|去年|上年|上一年|（|[不没无未别][^，；。]{0,4}$"
)
_NOW = pattern("至今|仍|尚|继续$")
"""Where the next year is not named by its number: 上年结转的1件因年末收到转入次年 tells of the year before."""
_DONE_BEHIND = pattern(
    "[^。；\\n]*(?:已[^，；。]{0,6}(?:办结|答复|办完)|(?:办结|答复)(?:完毕|了)|并(?:予以|作出)?答复|后(?:办结|办完)|年初|(?:予以|部分|全部|主动)公开|提供)"
)
_OF_SOME = pattern("除|其中|部分|个人|企业|自然人|涉及|又|再")
_WORDS = ("结转", "转入", "转至", "转到", "顺延", "延续", "延至", "转结")
_OLD = "carried_in"
_MEANING = "结转下年度的申请（上年结转的仍未办结）"


def still_open(context: CheckContext, found: Found) -> Found:
    """Return the claims, with those that all that was carried in is carried over, where nothing is."""
    old, left = context.numbers.get(CARRIED_IN), context.numbers.get(CARRIED_OUT)
    if not old or left != 0:
        return found  # as in most reports
    for i, (claim, _) in enumerate(found):
        is_all_old = claim.key == _OLD and claim.agrees and claim.number == old
        if not is_all_old or claim.place.text not in (*REQUEST_TEXTS, *OVERVIEW_TEXTS):
            continue
        said = _said_of(context, claim)
        if said is None or any(c.agrees is False and CARRIED_OUT in c.cells for c, _ in found):
            continue
        text = context.report.texts[claim.place.text]
        place = Place(claim.place.text, claim.place.start, said.end())
        quote = text[place.start : place.end]
        wrong = Claim(place, quote, _MEANING, claim.number, (CARRIED_OUT,), (left,), False, "N-03", "carried_out")
        return [*found[: i + 1], (wrong, ""), *found[i + 1 :]]
    return found


def _said_of(context: CheckContext, claim: Claim) -> re.Match[str] | None:
    """Return what is said behind the number of all carried in: that they go on into the next year."""
    text, place = context.report.texts[claim.place.text], claim.place
    begin = last_of("，；。\n", text, 0, place.start) + 1
    said = _GOES_ON.match(text, place.end) if holds_one(text, _WORDS) else None
    if said is None or _OF_SOME.search(text, begin, place.start) or _OTHERWISE.search(said["said"]):
        return None
    if _DONE_BEHIND.match(text, said.end()):
        return None
    year = context.report.year
    if said["year"] is None:
        return said if _NOW.search(said["said"]) else None
    return said if year is not None and said["year"] == str(year + 1) else None
