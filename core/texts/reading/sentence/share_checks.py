"""Compares the percentages of a text with what the tables give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_IN, HANDLED, OF_ALL_KINDS, RECEIVED
from core.report.entry_text import Number, format_number
from core.texts.language.own_words import last_place
from core.texts.reading.sentence.case_shares import bases_of_rate, case_shares
from core.texts.reading.sentence.sentences import NumberReading

WHOLES = ((HANDLED,), (RECEIVED,), (RECEIVED, CARRIED_IN))
SHARE_OF_GROUP = "share_of_group"
"""Key of a share of a group that is named: 占无法提供总数的80.4%."""
SHARE_OF_KIND = "share_of_kind"
"""Key of a share of the applications of one kind, its ``bases`` the sums it may be the share of."""
SHARE_OF_TOLD = "share_of_told"
"""Key of a share whose base is told with its number: 占办结234件的56.8%."""
LIMIT = "limit"
"""Key of a share that is said to be more than a limit, or less (``counted`` 1, -1): 占比超过六成."""
_SUMMED = 4
"""How many numbers before one its share may be that of the sum of, where it is itself a slip."""
_OF_NEW = pattern("占[^占，；。]{0,8}(?:新收|新增)(?![^占，；。]*(?:结转|转入))")
_RANGE = 1
"""A share that may differ by more points is told in words."""
_OUTER = 2
"""How many numbers before one its share may be meant of."""

Judged = tuple[str, bool | None]
"""What the tables say, and whether the percentage agrees with it."""


def judged_share(reading: NumberReading, numbers: Mapping[str, Number]) -> Judged:
    """Compare a percentage with the results over all that was handled or received, within 0.1."""
    if reading.key == "rate_of_cases":
        return _judged_case_rate(reading, numbers)
    if reading.key == LIMIT:
        return _judged_limit(reading, numbers)
    if reading.key == "share_of_count":
        return _judged_count_share(reading, numbers)
    if reading.key in (SHARE_OF_GROUP, SHARE_OF_KIND):
        return _judged_group_share(reading, numbers)
    if reading.key == SHARE_OF_TOLD:
        return _judged_told_share(reading, numbers)
    parts = [added(way, numbers) for way in reading.ways[: None if reading.key.startswith("rate") else 1]]
    part = parts[0]
    wholes = [added(way, numbers) for way in WHOLES]
    is_of_handled = reading.is_of_handled and reading.key != "applicants"
    if reading.key == "applicants":  # of those received first
        wholes = [wholes[1], wholes[0], wholes[2]]
    known = [float(whole) for whole in (wholes[:1] if is_of_handled else wholes) if whole]
    if part is None or wholes[0] is None or not known:
        return "", None
    if not reading.is_of_handled:
        known += [float(group) for group in (added(way, numbers) for way in reading.groups) if group]
    if reading.key == "applicants" and reading.counted in (0, part):
        of_kind = _shares_of_kind(reading, part, numbers)
        return _agreement(reading, of_kind) if of_kind else ("", None)
    if len(reading.ways) > 1 and reading.counted and reading.counted != part:
        told_as = [added(way, numbers) for way in reading.ways]
        parts = (
            [reading.counted, *parts] if reading.counted in told_as else parts
        )  # 公开类24件，占60%: shown is that of 24
    counts = [count for count in (*parts, reading.counted or part) if count is not None]
    shares = [float(count) * 100 / whole for count in counts for whole in known]
    is_range = reading.slack > _RANGE  # 不予公开46件，其中案卷3件，占大半: not the 46 of themselves
    shares += [float(b) * 100 / whole for b in reading.bases for whole in known if not (is_range and float(b) == whole)]
    larger = [base for base in reading.bases if base and (base > part or (base == part and not is_range))]
    shares += [float(reading.counted or part) * 100 / float(base) for base in larger]
    if is_range:  # shown is the nearest: 不予公开15件，其中案卷占四成以上 is a share of those
        told = [float(part) * 100 / whole for whole in known]
        shares = [min(told, key=lambda share: abs(share - float(reading.value))), *shares]
    return _agreement(reading, shares)


def _is_of_new(reading: NumberReading) -> bool:
    """Whether a percentage is said to be of the new applications, so not of those carried in too: 占新收总数的."""
    return bool(_OF_NEW.search(reading.quote))


def _shares_of_kind(reading: NumberReading, part: Number, numbers: Mapping[str, Number]) -> list[float]:
    """Return the shares of a kind of applicants in each row that holds its number, and in the numbers before it."""
    columns = [cell[-3:] for cell in reading.ways[0]]
    shares = []
    for whole in (WHOLES[1], WHOLES[0], WHOLES[2])[: 1 if _is_of_new(reading) else None]:  # of those received first
        of_all = added(whole, numbers)
        of_kind = added(tuple(row.removesuffix(OF_ALL_KINDS) + column for row in whole for column in columns), numbers)
        if of_all and of_kind is not None and reading.counted in (0, of_kind):
            shares.append(float(of_kind) * 100 / float(of_all))
            shares += [float(base) * 100 / float(of_all) for base in reading.bases if part < base < of_all]
            # 法人10件，企业4件、律所6件，占新收的12%: of the 10
    return shares + [float(part) * 100 / float(base) for base in reading.bases if base and base >= part]


def _judged_case_rate(reading: NumberReading, numbers: Mapping[str, Number]) -> Judged:
    """Compare 维持率 with the outcomes over all cases, or over those that were closed."""
    told = [added(way, numbers) for way in reading.ways]
    shares = case_shares(reading, told)
    if not shares:
        return "", None
    agreement = _agreement(reading, shares)
    return _with_divisions(reading, agreement, told[0] or 0, [told[i] for i in bases_of_rate(reading)])


def _judged_limit(reading: NumberReading, numbers: Mapping[str, Number]) -> Judged:
    """Compare 超过六成 with an outcome over the cases that it is said of."""
    part, whole = (added(way, numbers) for way in reading.ways)
    if part is None or not whole:
        return "", None
    share = float(part) * 100 / float(whole)
    return f"{share:.2f}%", (share - float(reading.value)) * float(reading.counted) > 0


def _judged_group_share(reading: NumberReading, numbers: Mapping[str, Number]) -> Judged:
    """Compare a percentage with a result, or its number in the text, over the group that is named."""
    part, *wholes = [added(way, numbers) for way in reading.ways]
    if part is None or wholes[0] is None or not wholes[0]:
        return "", None
    shares = [float(part) * 100 / float(whole) for whole in wholes if whole]
    bases = (*wholes, *reading.bases) if reading.counted else ()
    shares += [float(reading.counted) * 100 / float(base) for base in bases if base]
    if reading.key == SHARE_OF_KIND:  # 其中公开9件、部分公开3件，占50%: of both
        shares += [float(count) * 100 / float(whole) for count in reading.bases for whole in wholes if whole]
    return _agreement(reading, shares)


def _judged_told_share(reading: NumberReading, numbers: Mapping[str, Number]) -> Judged:
    """Compare a percentage with the numbers before it over the base told with it, where that is the table's."""
    if reading.counted not in [added(way, numbers) for way in reading.ways[1:]]:
        return "", None  # the base is wrong, which is said of it
    return _agreement(reading, [float(part) * 100 / float(reading.counted) for part in reading.bases])


def _judged_count_share(reading: NumberReading, numbers: Mapping[str, Number]) -> Judged:
    """Compare a percentage with its number over what was handled or received, or over a number said before it."""
    wholes = [added(way, numbers) for way in WHOLES]
    if None in wholes or not wholes[0]:
        return "", None
    if reading.is_of_handled:
        wholes = wholes[:1]  # 合计73件，占办结总数的27.4%
    elif "收" in reading.quote:  # 占新收总量
        wholes = [wholes[1], wholes[0], wholes[2]][: 2 if _is_of_new(reading) else None]
    shares = [float(reading.counted) * 100 / float(whole) for whole in (*wholes, *reading.bases) if whole]
    outer = [float(base) * 100 / float(whole) for base in reading.bases[-_OUTER:] for whole in wholes if whole]
    sums = [sum(reading.bases[-n:]) for n in range(2, min(len(reading.bases), _SUMMED) + 1)]
    sums += [part for part in (added(way, numbers) for way in reading.ways) if part]
    shares += [float(added_up) * 100 / float(whole) for added_up in sums for whole in wholes if whole]  # 两类合计
    groups = [added(way, numbers) for way in reading.groups] if not reading.is_of_handled else []
    shares += [float(reading.counted) * 100 / float(group) for group in groups if group]
    shares += outer  # 51件，来自外省的16件，占12.7%: of the 51
    if reading.is_of_handled:
        return _agreement(reading, shares)
    meant = _meant_share(reading, wholes)
    agreement = _agreement(reading, [*meant, *shares])
    if len(set(wholes[:2])) < _OUTER or "收" in reading.quote or not set(meant) <= set(shares[:2]):
        return agreement  # of those received, or of a number told in the text
    return _with_divisions(reading, agreement, reading.counted, wholes[:2])


def _meant_share(reading: NumberReading, wholes: Sequence[Number | None]) -> list[float]:
    """Return the share of the number told before that it is most likely of: 征地类39件中，21件，占63.8%."""
    told = [base for base in reading.bases if base > reading.counted]
    shares = [
        float(reading.counted) * 100 / float(base) for i, base in enumerate(told, 1) if base in wholes or i == len(told)
    ]
    return sorted(shares, key=lambda share: abs(share - float(reading.value)))[:1]


def _with_divisions(reading: NumberReading, judged: Judged, part: Number, wholes: Sequence[Number | None]) -> Judged:
    """Return a wrong percentage with what it may be reckoned from, the nearest first: 47÷90＝52.22%、47÷91＝51.65%."""
    if judged[1] is not False:
        return judged
    known = {whole: float(part) * 100 / float(whole) for whole in wholes if whole and part <= whole}
    nearest = sorted(known, key=lambda whole: abs(known[whole] - float(reading.value)))
    shown = [f"{format_number(part)}÷{format_number(whole)}＝{known[whole]:.2f}%" for whole in nearest]
    return "、".join(shown) or judged[0], judged[1]


def _agreement(reading: NumberReading, shares: Sequence[float]) -> tuple[str, bool]:
    """Return the first share as printed, and whether a percentage is one of them, as exactly as it is written."""
    slack = max(0.1, float(last_place(reading.value)) / 2, float(reading.slack)) + 1e-9
    return f"{shares[0]:.2f}%", any(abs(share - float(reading.value)) <= slack for share in shares)


def added(codes: tuple[str, ...], numbers: Mapping[str, Number]) -> Number | None:
    """Return the sum of some cells; None while one of them is blank."""
    total: Number = 0
    for code in codes:
        value = numbers.get(code)
        if value is None:
            return None
        total += value
    return total
