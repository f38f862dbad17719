"""Numbers and mailboxes of persons in a text, however their digits are parted (rule N-21).

Numbers of offices may be published: landlines, numbers of documents, 统一社会信用代码.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.base import patterns
from core.texts.rules.views import Span, sentence_around

_PART = "[ \u00a0\u2002\u2003\u2009\u3000\\-\u2010-\u2015\u2212]"
"""What parts the digits of a number: blanks and dashes of all kinds."""

_WIDE = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
_ANY_WIDE = re.compile("[０-９Ｘｘ]")
_MOBILE, _IDENTITY, _CARD, _MAILBOX = "手机号", "身份证号", "银行卡号", "个人邮箱"
_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_MOBILES = re.compile(rf"1(?<!\d1)(?<!\d[-‐-―−]1)[3-9]\d(?:{_PART}{{0,2}}\d{{4}}){{2}}(?!{_PART}?\d)")
_TOGETHER = re.compile(r"1(?<!\d1)[3-9]\d{9}(?!\d)")
_IDENTITIES = re.compile(
    rf"[1-9](?<!\d.)(?<!\d[-‐-―−].)\d{{5}}{_PART}{{0,2}}(?P<year>(?:19|20)\d{{2}}){_PART}?(?:0[1-9]|1[0-2]){_PART}?"
    rf"(?:0[1-9]|[12]\d|3[01]){_PART}{{0,2}}\d{{3}}[\dXx](?!{_PART}?\d)"
)
_CARDS = re.compile(
    rf"62(?<!\d..)\d{{14,17}}(?!\d)|[3-69](?<!\d.)(?<!\d{_PART}.)\d{{3}}(?P<part>{_PART})\d{{4}}(?P=part)\d{{4}}(?P=part)"
    rf"\d{{4}}(?:(?P=part)?\d{{1,3}})?(?!{_PART}?\d)"
)
_DIGITS_OF_ALL = re.compile(rf"\d{{4}}{_PART}{{0,2}}\d{{4}}")
"""What every number of a person holds: texts without it are passed over at once."""
_CREDIT_CODE = re.compile(r"(?:信用|机构|项目)代码[^\d\n。；]{0,6}$")
_MAILBOXES = patterns.pattern(
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]++@(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|gmail|hotmail|outlook|aliyun|vip\.\w+)\.\w{2,3}(?:\.cn)?",
    needs=["@"],
)
_LAST_BIRTH = 2019
"""Up to this year a number of that shape is taken for that of a person whatever its last digit: most are written in
examples and masked ones; later years are those of documents (330102 20250101 0012), unless the last digit fits."""

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_BEFORE = 12

PRIVACY_RULE = "N-21"
_NUMBERS = (_MOBILE, _IDENTITY, _CARD)


def is_about_number(message: str) -> bool:
    """Return whether a sentence of the rule tells a number of a person: a mailbox may be all that an office has."""
    return any(kind in message for kind in _NUMBERS)


def kinds_told(message: str) -> list[str]:
    """Return the kinds of what is private that a sentence of the rule tells, which may be all that is kept of it."""
    return sorted((kind for kind in (*_NUMBERS, _MAILBOX) if kind in message), key=message.index)


_MASKED = patterns.pattern("“[^“”\n]{0,20}(?:[×✕╳*＊XxＸｘ○〇●]{2}|某)[^“”\n]{0,16}”")
_MASKING = patterns.pattern("隐名|匿名|隐去|隐藏|隐私|脱敏|遮盖|遮蔽|遮挡|去标识|打码|屏蔽|个人信息")


def masked_examples(text: str) -> tuple[Span, ...]:
    """Return what a text quotes to show how private data are masked: 对“李××”“××路××号”作隐名处理."""
    return tuple(
        Span(*match.span())
        for match in (_MASKED.finditer(text) if "“" in text and _MASKING.search(text) else ())
        if _MASKING.search(sentence_around(text, *match.span()))
    )


@lru_cache(maxsize=256)
def private_spans(text: str) -> tuple[Span, ...]:
    """Return what in a text is private, in reading order, each with the name of its kind; addresses hold none."""
    plain = text.translate(_WIDE) if _ANY_WIDE.search(text) else text
    if not _DIGITS_OF_ALL.search(plain):
        return tuple(Span(*match.span(), _MAILBOX) for match in _MAILBOXES.finditer(text))
    addresses = [match.span() for match in _ADDRESS.finditer(plain)]
    found: list[Span] = []
    for span in _numbers(plain):
        is_within = any(start <= span.start < end for start, end in addresses)
        if not is_within and not any(span.start < taken.end and taken.start < span.end for taken in found):
            found.append(span)
    found += [Span(*match.span(), _MAILBOX) for match in _MAILBOXES.finditer(text)]
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def mobile_number(text: str) -> str:
    """Return the first mobile number in a text; "" for none."""
    return next((text[span.start : span.end] for span in private_spans(text) if span.what == _MOBILE), "")


def _numbers(text: str) -> Iterator[Span]:
    """Yield numbers of persons; where two kinds fit a stretch, the likelier one comes first."""
    for match in _IDENTITIES.finditer(text):
        if _is_identity(match) and not _CREDIT_CODE.search(text[max(match.start() - _BEFORE, 0) : match.start()]):
            yield Span(*match.span(), _IDENTITY)
    for match in _CARDS.finditer(text):
        if _fits_luhn(match[0]) and not _CREDIT_CODE.search(text[max(match.start() - _BEFORE, 0) : match.start()]):
            yield Span(*match.span(), _CARD)
    for pattern in (_TOGETHER, _MOBILES):
        yield from (Span(*match.span(), _MOBILE) for match in pattern.finditer(text))


def _is_identity(match: re.Match[str]) -> bool:
    signs = [sign for sign in match[0].upper() if sign.isalnum()]
    check = sum(int(sign) * weight for sign, weight in zip(signs, _ID_WEIGHTS, strict=False)) % len(_ID_CHECKS)
    return int(match["year"]) <= _LAST_BIRTH or _ID_CHECKS[check] == signs[-1]


def _fits_luhn(number: str) -> bool:
    """Whether the last digit of a card is the one that follows from the others (ISO/IEC 7812-1)."""
    digits = [int(sign) for sign in reversed(number) if sign.isdecimal()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return 16 <= len(digits) <= 19 and (sum(digits[::2]) + sum(doubled)) % 10 == 0
