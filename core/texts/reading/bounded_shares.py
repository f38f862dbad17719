"""Reads shares of kinds of applicants, and of what is left over, told as a bound: 企业占比不到一成, 占九成以上.

Such a share has no value that could be the right one, only a least and a most. It is read where nothing but a kind and
a base stand around it, and behind no number of some of the applications only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from core.base.patterns import holds_one, pattern
from core.form.known_cells import CARRIED_IN_ROW, CARRIED_OUT, HANDLED_ROW, OF_ALL_KINDS, RECEIVED_ROW
from core.report.entry_text import Number
from core.texts.language.concepts import Phrase
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import han_number
from core.texts.reading.sentences import OVERVIEW_TEXTS, REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.share_checks import added

KIND = "bound"
_WHO = (
    "(?P<who>自然人|公民个人|公民|个人|村民|居民|群众|市民|商业企业|企业|公司|科研机构|科研院所|社会公益组织|公益组织"
    "|法律服务机构|律师事务所|律所)"
)
_BELOW = "不足|不到|未到|未及|低于|少于|未满|未超过|不超过|没有超过|没到"
_ABOVE = "超过|超出|超|逾|突破|高于|多于|不低于|不少于"
_NEAR = "接近|将近|近"
_BOUND = f"(?P<bound>{_BELOW}|{_ABOVE}|{_NEAR})?了?"
_SHARE = (
    "(?:(?P<of>[二三四五六七八九十百])分之(?P<part>[一二两三四五六七八九])|(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?"
    "|(?P<middle>一半|半数)|(?P<percent>\\d{1,3}(?:\\.\\d+)?)%)(?P<behind>以上|以下|有余|出头|多|强|弱)?"
)
_ALL = (
    "(?:全部|所有|全年|年内|本年度?|□□□本年度?|当年|新收|收到|受理|接收|收件|来件|新老|新旧|应办|办结|答复|处理|办理|申请|总数|总量|件数|数量"
    "|合计|总|件|数|量|的|政府信息公开|信息公开|依申请公开)*"
)
_LEAD = "(?:^|(?<=[，；：。、]))(?:其中|而|但|另外|来自|由|以|仅|，)*"
_ASKED = (
    "(?:一?类)?(?:所)?(?:提出|提交|递交|发起)?[了的]?(?:政府信息公开|信息公开|依申请公开|公开)?(?:申请)?"
    "(?:件|的|数量|数|量)*"
)
_COUNT = "(?:共|有|为|达到?)*(?:\\d+[件宗份](?:申请)?)?，?"
_SAYS = "(?:仅|只|就|均|已|还|尚|仍|也|约)*"
_END = "(?=[，；。、）]|$)"
_VERB = "(?:占比重?|占[了到据有]?|比重|比例|份额)"
_SHAPES = (
    pattern(
        f"{_LEAD}{_WHO}{_ASKED}{_COUNT}(?:[在于](?P<within>{_ALL})[中里内当之]+)?的?{_SAYS}{_VERB}{_SAYS}(?:为|是|达到?|在|：)*"
        f"(?P<base>{_ALL}){_SAYS}{_BOUND}{_SHARE}{_END}"
    ),
    pattern(f"{_LEAD}{_WHO}{_ASKED}{_COUNT}{_SAYS}{_BOUND}(?P<base>{_ALL})的{_SHARE}{_END}"),
    pattern(
        f"(?:^|(?<=[，；：。、]))(?P<base>{_ALL})(?:[中里内当之]+，?)?{_SAYS}有?{_BOUND}{_SHARE}的?(?:申请)?(?:件|人)?"
        f"(?:均|都|是|为|系|由|来自|出自|源自|属于?|来源于)+{_WHO}(?:名义|所|提出|提交|递交|的|申请)*{_END}"
    ),
)
_LEFT_OVER = pattern(
    f"(?:^|(?<=[，；：。、]))(?P<base>{_ALL})(?:[中里内当之]+，?)?(?:尚|仍|还|另)?有?{_BOUND}"
    f"{_SHARE.replace('|(?P<middle>一半|半数)', '')}的?(?:申请|办件|件)?(?:因[^，；。\\d]{{2,16}}?)?(?:需|须|要|被|已)?"
    "(?P<left>(?:未能|没能|未|没有|尚未|仍未)(?:在|于)?(?:年内|当年|年底前|年末前)?(?:能)?(?:办结|办完|答复|了结)"
    "|(?:结转|转入|顺延|延|拖|跨|留)(?:至|到|入)?(?:□□□)?(?:下一?年|次年|明年|来年)度?(?:继续)?(?:办理|答复)?|跨年办理)"
    + _END
)
_LEFT_SHARE = pattern(
    "(?:^|(?<=[，；：。、]))(?P<left>(?:期末|年末|年底|报告期末)?(?:时|的)?"
    "(?:未结|未办结|尚未办结|在办|结转下一?年度?|转入下一?年度?|结转次年)的?"
    f"(?:申请|办件|件|数量|数|量)*){_SAYS}{_VERB}{_SAYS}(?:为|是|达到?|在)*(?P<base>{_ALL}){_SAYS}{_BOUND}{_SHARE}{_END}"
)
"""(期末未结申请占应办总数的一成以上)"""
_TEXTS = (*REQUEST_TEXTS, *OVERVIEW_TEXTS, "s5")
_FORMS, _NOUNS = ("成", "分之", "半", "%"), ("申请", "应办", "新收")
_OTHERS = pattern(
    "结转|予以|不予|部分公开|无法|上年|去年|同比|较[上去前往□]|比[上去前往□]|网上|线上|网络|信函|邮|当面|现场|平台|渠道|复议|诉讼|信访|咨询|建议|工单|留言|投诉|热线|涉及|有关"
    "|类申请|以下简称|满意|其余|余下|期限|季度|半年|月"
)
_SAID_OF_ALL = ("received", "received_new", "mentioned", "handled", "handled_all", "due", "processed", "all_handled")
_KINDS = ("applicants", "其他申请人", "社会团体", "自然人或申请")
_TENTH, _HUNDRED, _FIFTY = 10, 100, 50
_SLACK = 0.05
_MARKS = "；。"


class _Limits(NamedTuple):
    """The least and the most that a share in percent may be, by its words."""

    least: Decimal
    most: Decimal


def bounded_shares(
    source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]
) -> Iterator[NumberReading]:
    """Yield the bounded shares of a sentence; ``found`` is what was read in it already."""
    text = sentence.text
    if source.code not in _TEXTS or not (holds_one(text, _FORMS) and holds_one(text, _NOUNS)):
        return
    taken: list[int] = []
    for shape in _SHAPES:
        for match in shape.finditer(source.text, sentence.start, sentence.end):
            place = source.span(match.start(), match.end())[1]
            limits = _limits(match)
            if limits and place not in taken and _is_of_all(source, sentence, match, found):
                taken.append(place)
                yield from _of_kind(source, match, limits)
    left = [m for shape in (_LEFT_OVER, _LEFT_SHARE) for m in shape.finditer(source.text, sentence.start, sentence.end)]
    for match in left:
        limits = _limits(match)
        if limits and match["base"] and _is_of_all(source, sentence, match, found):
            rows = _rows(match["base"])
            ways = tuple((CARRIED_OUT,) for _ in rows), tuple(tuple(r + OF_ALL_KINDS for r in row) for row in rows)
            yield _reading(source, match, limits, ("carried_out", "结转下年度的申请占申请的比例", "N-03"), *ways)


def without_bounded(found: Sequence[NumberReading], bounded: Sequence[NumberReading]) -> list[NumberReading]:
    """Return some readings but the shares in words, comparisons and rough numbers that are read as bounds as well."""
    return [r for r in found if r.kind not in _ALSO or not any(r.start < b.end and b.start < r.end for b in bounded)]


_ALSO = ("share", "most", "more", "rough")


def _limits(match: re.Match[str]) -> _Limits | None:
    """Return what a share may be; None where its words set no bound."""
    said = match.groupdict()
    if said["of"]:
        whole = {"十": 10, "百": 100}.get(said["of"]) or han_number(said["of"]) or 1
        share, step = Decimal(_HUNDRED * (han_number(said["part"]) or 0)) / whole, Decimal(_HUNDRED) / whole
    elif said["tenths"]:
        share = Decimal(_TENTH * (han_number(said["tenths"]) or 0)) + (_TENTH // 2 if said["half"] else 0)
        step = Decimal(_TENTH)
    elif said["percent"]:
        share, step = Decimal(said["percent"]), Decimal(_TENTH)
    else:
        share, step = Decimal(_FIFTY), Decimal(_TENTH)
    bound, behind = said["bound"] or "", said["behind"] or ""
    if bound and behind:
        return None
    if bound in _BELOW.split("|") or behind == "以下":
        return _Limits(Decimal(0), share)
    if bound in _ABOVE.split("|") or behind == "以上":
        return _Limits(share, Decimal(_HUNDRED))
    if bound or behind == "弱":
        return _Limits(share - step, share + 1)
    return _Limits(share, share + step) if behind else None


def _is_of_all(
    source: SourceText, sentence: SentenceState, match: re.Match[str], found: Sequence[NumberReading]
) -> bool:
    """Whether a share is one of all applications of the year, as far as its sentence says."""
    if source.topic_at(sentence, match.end()) not in ("request", "") or not source.is_this_year(
        sentence, match.start()
    ):
        return False
    before = source.text[sentence.start : match.start()]
    part = max(map(before.rfind, _MARKS)) + 1
    said = before[part:] + match[0].replace(match.groupdict().get("left") or "\0", "")
    if _OTHERS.search(said) or source.scope(match.start()) in ("own", "some"):
        return False
    begin = source.span(sentence.start + part, sentence.start + part)[0]
    start = source.span(match.start(), match.end())[0]
    told = [r for r in found if begin <= r.start < start and r.kind != "share"]
    if any(r.key not in (*_SAID_OF_ALL, *_KINDS) and not r.key.startswith("most_") for r in told):
        return False
    return not source.vocabulary.familiar.unknown("N-01", ("", _last(before[part:])), "")


def _last(before: str) -> str:
    """Return the words of the clause before, which may say of what the share is: 教育类申请中，个人占九成以上."""
    clauses = before.rstrip("，：").split("，")
    return clauses[-1] if before.endswith(("中，", "里，", "内，")) else ""


def _of_kind(source: SourceText, match: re.Match[str], limits: _Limits) -> Iterator[NumberReading]:
    kind = source.vocabulary.concepts.composed(Phrase("", match["who"], "", "request", "件"))
    if kind is None or not kind.role.is_applicant:
        return
    sets = dict.fromkeys(tuple(dict.fromkeys(c[-3:] for c in way)) for way in kind.role.alternatives("request"))
    rows = _rows(f"{match.groupdict().get('within') or ''}{match['base']}")
    parts = tuple(tuple(f"{r}{c}" for r in row for c in columns) for row in rows for columns in sets)
    wholes = tuple(tuple(r + OF_ALL_KINDS for r in row) for row in rows for _ in sets)
    name = f"{kind.role.name}占申请的比例"
    yield _reading(source, match, limits, ("applicants_share", name, "N-01"), parts, wholes)


def _rows(base: str) -> Alternatives:
    """Return the rows that a base may mean: 新收 the new ones, 应办 these and the old ones, else any of them."""
    if "新老" in base or "新旧" in base or "应办" in base:
        return ((RECEIVED_ROW, CARRIED_IN_ROW),)
    if "办结" in base or "答复" in base or "处理" in base:
        return ((HANDLED_ROW,),)
    return ((RECEIVED_ROW,),) if "新收" in base else ((RECEIVED_ROW,), (RECEIVED_ROW, CARRIED_IN_ROW), (HANDLED_ROW,))


def _reading(
    source: SourceText,
    match: re.Match[str],
    limits: _Limits,
    what: tuple[str, str, str],
    parts: Alternatives,
    wholes: Alternatives,
) -> NumberReading:
    start, end = source.span(*match.span())
    scope, quote = source.scope(match.start()), source.quote(*match.span())
    shared = limits.least, KIND, *what, parts, scope
    return NumberReading(start, end, quote, *shared, bases=(*limits,), groups=wholes)


def judged_bound(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, bool | None]:
    """Return a number or a share as the tables give it, and whether a way to reckon it lies within its bounds."""
    parts, wholes = ([added(way, numbers) for way in ways] for ways in (reading.ways, reading.groups))
    least, most = (float(bound) for bound in reading.bases)
    if None in parts or None in wholes:
        return "", None
    known = [float(part) for part in parts if part is not None]
    if not reading.groups:
        return f"{known[0]:.0f}", any(least <= one <= most for one in known)
    shares = [part * _HUNDRED / float(whole) for part, whole in zip(known, wholes, strict=True) if whole]
    is_within = any(least - _SLACK <= share <= most + _SLACK for share in shares)
    return (f"{shares[0]:.2f}%", is_within) if shares else ("", None)
