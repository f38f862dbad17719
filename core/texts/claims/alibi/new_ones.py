"""What words narrow a number to: the new applications alone, those carried in, both together."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_IN, CARRIED_IN_ROW, HANDLED, RECEIVED, RECEIVED_ROW, in_row
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told, columns_in
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.share_checks import added

_LEFT_ALONE = pattern("其中一部分|分开说|本年新收的")
_NEW_AND_DONE = pattern(
    "(?:新收|新接收|新受理)[^，；。\\d]{0,8}(?:当年|本年|年内|同年|当期)[^，；。\\d]{0,6}(?:办结|答复|办完|办理完毕)"
    "|(?:当年|本年度?|今年|年内)(?:新收|新接收|新受理|收到|受理)的(?:申请)?(?:中|里)?(?:，)?(?:已|均|共)*(?:办结|答复|办完|办理完毕)"
    "|新收的?(?:政府信息公开)?的?(?:申请|办件|件)(?:中|里)?(?:已|共|均|当年|年内)*(?:办结|答复|办完)"
)
"""本年新收并于当年办结的266件"""
_NEW_ONES_DONE = pattern(
    "(?:\\d+[件宗份])?(?:当年|本年|今年)?新(?:收|申请)[^，；。]{0,8}\\d+[件宗份](?:已|均)?(?:在|于)?(?:当年|本年|年内|同年)"
)
"""10件新申请有9件当年办结"""
_BESIDE_OLD = pattern(
    "(?:当年|本年|年内)(?:新收的?(?:申请)?)?办结(?:申请)?\\d+[件宗份][、，](?:上年|去年)度?(?:结转|遗留)的?(?:申请)?(?:已|也|中)*办结"
    "|其中\\d+[件宗份](?:申请)?(?:均|已|于|在)*(?:当年|本年|年内)内?(?:办结|答复|办完)，(?:另有?|其余|余下|还有)?\\d+[件宗份](?:申请)?(?:将|需|须)?(?:跨年|结转|次年|转入)"
)
"""本年办结33件、上年结转办结2件; 收到35件，其中33件当年办结，2件跨年办理"""
_AMONG_NEW = pattern("(?:政府信息公开)?(?:申请)?(?:当?中|里|之中)，?(?:已|当年|年内|本年)*(?:办结|答复)?")
"""370件(中，当年)办结343件"""
_REACH = 8
_AMONG_CARRIED = pattern(
    "(?:结转|转入|遗留|带入|转来)[^，；。\\d]{0,8}(?P<n>\\d+)[件宗份][^，；。\\d]{0,4}(?:当?中|里|，其中)[^；。]*$"
)
_WITH_OLD = pattern("(?:连同|加上|算上|加之|包括|连)(?:□□□)?(?:上年|去年|上一年)")
_OLD_AND_NEW = pattern(
    "(?:结转|遗留)的?(?:申请)?(?:与|和|及|加上?|、|连同|以及)[^，；。、\\d]{0,6}新[收增]|新[收增]的?(?:申请)?(?:与|和|及|加上?|、|连同|以及)[^，；。、\\d]{0,6}(?:结转|遗留)"
)
_TOGETHER_WITH = pattern("(?:连同|加上|算上|加之|并同)[^，；。\\d]{0,10}$")
"""(连同去年转入的)1件，收到并办理18件"""
_NEXT_KIND = pattern("[^，。；\\d]{0,6}，[^，。；\\d]{2,16}\\d+[件宗份]")


def is_new_and_done(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is that of the new ones dealt with in the year, which no cell holds."""
    said = told.own + told.text[told.claim.place.start : told.claim.place.end + _REACH]
    if (
        not (
            _NEW_AND_DONE.search(told.own) or _is_among_new(told) or _NEW_ONES_DONE.match(said) or _is_beside_old(told)
        )
        or told.claim.number is None
    ):
        return False
    return told.claim.number <= numbers.get(HANDLED, 0) and told.claim.number >= numbers.get(HANDLED, 0) - numbers.get(
        CARRIED_IN, 0
    )


def _is_beside_old(told: Told) -> bool:
    """Whether those of the old ones that were dealt with, or those of the new ones that were not, are told behind."""
    start = told.claim.place.start - len(told.own)
    return _BESIDE_OLD.match(told.text, start) is not None


def _is_among_new(told: Told) -> bool:
    """Whether those dealt with are told as some of the new ones: 本年收到的370件中，当年办结343件."""
    last = told.before[-1] if told.before else None
    if last is None or told.claim.key != "handled" or last.key not in ("received", "received_new") or not last.agrees:
        return False
    return bool(_AMONG_NEW.fullmatch(told.text, last.place.end, told.claim.place.start))


def is_of_carried(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a result is that of applications carried in, which no cell holds: 结转11件中公开4件."""
    said = _AMONG_CARRIED.search(told.text, told.part, told.claim.place.start)
    is_result = told.claim.rule_id == "N-05" and not told.claim.is_share
    whole = int(said["n"]) if said else 0
    return bool(said) and is_result and (told.claim.number or 0) <= whole <= numbers.get(HANDLED, 0)


def is_carried_of_kind(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number carried in is that of the kind named behind it: 连同上年结转的1件，律师事务所的6件已办4件."""
    if not _WITH_OLD.match(told.own + told.text[told.claim.place.start : told.claim.place.end]):
        return False
    clause = _NEXT_KIND.match(told.text, told.claim.place.end)
    columns = columns_in(clause[0]) if clause else ()
    return any(told.claim.number == numbers.get(f"{CARRIED_IN_ROW}.{column}") for column in columns)


def is_old_and_new(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is that of those carried in together with the new ones: 上年结转与本年新收的自然人申请共92件."""
    if not told.claim.cells or not (_OLD_AND_NEW.search(told.own) or _is_behind_old(told)):
        return False
    columns = [*dict.fromkeys(cell.rpartition(".")[2] for cell in told.claim.cells)]
    return told.claim.number == added(
        tuple(f"{row}.{column}" for row in (RECEIVED_ROW, CARRIED_IN_ROW) for column in columns), numbers
    )


def _is_behind_old(told: Told) -> bool:
    """Whether those carried in stand right before a number that takes them in: 连同去年转入的1件，收到并办理18件."""
    old = told.before[-1] if told.before else None
    if old is None or not old.agrees or not old.cells or not in_row(old.cells[0], CARRIED_IN_ROW):
        return False
    if told.claim.rule_id != "N-01":
        return False  # 连同去年转入的2件，61件均已办结: of what is dealt with
    return bool(_TOGETHER_WITH.search(told.text, told.start, old.place.start))


def is_part_of_unknown(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number carried in is one of some that nothing more is known of: 补正件2件，其中1件是上年结转的."""
    whole = told.before[-1] if told.before and told.own.startswith("其中") else None
    if whole is None or whole.key != "unknown":
        return False
    if not told.claim.cells or not in_row(told.claim.cells[0], CARRIED_IN_ROW):
        return False
    return (told.claim.number or 0) <= (whole.number or 0) < numbers.get(RECEIVED, 0)


def is_of_part_told(told: Told, _numbers: Mapping[str, Number]) -> bool:
    """Whether a kind of applicants is told behind some of those dealt with: 当年办结343件，自然人288件、企业39件."""
    kinds = [*takewhile(lambda c: c.key in ONE_KIND, reversed(told.before))]
    rest = told.before[: len(told.before) - len(kinds)]
    last = rest[-1] if rest and told.claim.key in ONE_KIND else None
    if last is None or last.key != "handled" or last.agrees is not None or not _LEFT_ALONE.search(last.meaning):
        return False
    together = sum(c.number or 0 for c in (*kinds, told.claim))
    return last.place.start >= told.part and together <= (last.number or 0)
