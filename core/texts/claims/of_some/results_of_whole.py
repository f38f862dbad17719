"""Compares what became of a number told right before it, where that number is right: the table has no more of such.

企业申请3件，2件予以公开、1件部分公开: wrong where the column of enterprises has no 部分公开. 因工伤认定材料公开引发行政
复议2件，均维持: words that narrow the 2 narrow nothing where the table has no more cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.base.patterns import last_of, pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.form.known_cells import (
    CARRIED_IN,
    CARRIED_OUT,
    HANDLED,
    KINDS,
    OF_ALL_KINDS,
    RECEIVED,
    RECEIVED_ROW,
    REVIEW_ROW,
    REVIEWS,
    in_row,
)
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.meanings import Role
from core.texts.language.role_keys import OUTCOMES
from core.texts.language.vocabulary import TextVocabulary, load_vocabulary
from core.texts.reading.sentence.share_checks import added

_Columns = Sequence[tuple[str, ...]]
_KIND, _BODIES = "applicants", (KINDS[1:2], KINDS[1:])
"""Enterprises, or all that are no natural persons: what 企业 may mean."""
_WHOLES = ("received", "received_new", "cases_review", "cases_lawsuit", "cases_direct", "cases_after")
_SHORT, _ANY_GRANTED = "granted_short", "granted_or_partial"
"""公开: in full, or with those in part."""
_NO_LOSS, _UPHELD = "no_loss", "upheld"
_PART, _SENTENCE = "；。！？\n", "。！？\n"
_MOST, _FEWEST, _NEAR = 6, 2, 24
_UNKNOWN = pattern("（“(?P<words>[^”]+)”未识别，不核对）$")
_JOIN = "、"
_ON_ANSWERS = pattern("公开|答复|告知书")
_ASKED_BY = pattern(
    "(?:^|[。；，：\\n])(?P<kind>[^，；。：\\d]{2,8}?)(?:本年度?|全年|年内|今年|当年|一?共|合计|累计)*(?:提出|提交|递交)的$"
)
_LEFT = pattern("尚|仍|结转|未到期|跨年|在办|延期|其余|除")
_COUNT = pattern("\\d[件宗份起例]")
_ALL = pattern(
    "(?:的?申请)?(?:，(?:多|大多|主要|均|内容|事项|集中|所涉|其中心)[^，；。\\d]{0,24}|，(?:涉及|围绕|关于|要求|申请)[^，；。\\d]{1,24}){0,2}?"
    "，(?P<said>(?:[^，；。、\\d的可能应凡除其若符属部未不]{0,8}?(?<!答复)(?<!文书)(?<!信息))(?:经(?:依法)?(?:审查|审核|检索|研究)后?，?)?(?:均|全部|都|一律|悉数|全数)(?:已|在[^，；。\\d]{0,10}(?:期限|时限)[以之]?内|在\\d{1,2}个工作日[以之]?内|依法|按期|按时|及时|如实|获得?|得到|被)*"
    "(?:(?:予以|作出|给予)公开|(?P<partial>(?:予以|作出|给予)?部分公开)|(?P<denied>(?:决定|依法)?不予公开)|(?P<unavailable>(?:答复|告知)?无法提供)|(?P<done>(?:办结|答复)))"
    "(?:完毕|答复|决定|处理|的)*)(?=[，；。]|$)",
    needs=["均", "全部", "都", "一律", "悉数", "全数"],
)
"""(经审查全部予以公开)"""


def results_of_whole(context: CheckContext, found: Found) -> Found:
    """Return the claims, those on what became of a right number compared with the cells of these."""
    made: Found = []
    for i, (whole, scope) in enumerate(found):
        if not whole.number or scope or whole.is_share or whole.rule_id not in ("N-01", "N-06"):
            continue
        if columns := _columns(context, whole):
            made += _of_kind(context, found, i, columns)
        elif whole.agrees and whole.key in _WHOLES and _is_all(context, whole):
            _of_all(context, found, i)
        elif whole.agrees is None and whole.key in _WHOLES[:2] and _UNKNOWN.search(whole.meaning):
            _all_of_unknown(context, found, i)
        elif whole.agrees is False and (whole.key, whole.cells) == ("cases_review", (REVIEWS,)):
            _upheld_ones(context, found, i)
    return sorted([*found, *made], key=lambda told: told[0].place) if made else found


def _of_kind(context: CheckContext, found: Found, i: int, columns: _Columns) -> Found:
    """Compare the results behind a kind with its column; return a claim that all had one, where none was read."""
    whole, scope = found[i]
    text = context.report.texts[whole.place.text]
    behind = _behind(text, found, i)
    end = _end(text, whole.place.end)
    vocabulary = load_vocabulary(context.report.form_id)
    said = _ALL.match(text, whole.place.end, end)
    if said:
        key = next((key for key in ("partial", "denied", "unavailable", "done") if said[key]), "granted")
        return _all_of_kind(context, found, i, columns, said.span("said"), key)
    if _is_ambiguous(text, found, i) or sum(int(found[j][0].number or 0) for j in behind) != whole.number:
        return []
    for j in behind:
        part, part_scope = found[j]
        role = _role(vocabulary, part)
        if role is None or part.agrees is not None or part_scope or OF_SOME not in part.meaning:
            continue
        ways = (vocabulary.role(_ANY_GRANTED) if role.key == _SHORT else role).alternatives("request")
        cells, most = _most(context, ways, columns)
        if most is not None and (part.number or 0) > most:
            found[j] = _wrong(part, role, cells, most), scope
    return []


def _all_of_kind(
    context: CheckContext, found: Found, i: int, columns: _Columns, span: tuple[int, int], key: str
) -> Found:
    """Compare 均予以公开 behind a kind with its column."""
    whole, scope = found[i]
    vocabulary = load_vocabulary(context.report.form_id)
    role = vocabulary.role("handled" if key == "done" else key)
    alternatives = ((HANDLED,),) if key == "done" else role.alternatives("request")
    cells, most = _most(context, alternatives, columns)
    text = context.report.texts[whole.place.text]
    place = Place(whole.place.text, *span)
    here = [j for j in range(i + 1, min(i + 1 + _MOST, len(found))) if _overlap(found[j][0].place, place)]
    if most is None or (whole.number or 0) <= most:
        for j in here:
            if found[j][0].agrees is False and found[j][0].number is None and not _is_ambiguous(text, found, i):
                found[j] = found[j][0].left_alone(OF_SOME), scope  # 商业企业申请8件，均已答复: all of theirs were
        return []
    if key == "done" and _LEFT.search(text, whole.place.end, _end(text, whole.place.end, _SENTENCE)):
        return []
    name = f"均{role.name}"
    if here:
        claim = found[here[0]][0]
        if len(here) == 1 and claim.number is None:
            found[here[0]] = claim._replace(agrees=False, cells=cells, sums=(most,), rule_id=role.rule_id), scope
        return []
    quote = text[whole.place.start : span[1]]
    return [
        (Claim(place, quote, name, None, cells, (most,), False, role.rule_id, f"all_{role.key}", kind="none"), scope)
    ]


def _of_all(context: CheckContext, found: Found, i: int) -> None:
    """Compare what is told of all there are, and was left alone for words before them."""
    whole = found[i][0]
    text = context.report.texts[whole.place.text]
    begin = last_of(_SENTENCE, text, 0, whole.place.start) + 1
    before = text[begin : whole.place.end]
    if whole.rule_id == "N-06" and not _ON_ANSWERS.search(before):
        return  # 工伤认定行政复议9件: of other decisions
    for j in range(i + 1, min(i + 1 + _MOST, len(found))):
        part, part_scope = found[j]
        is_near = part.place.text == whole.place.text and part.place.start < _end(text, whole.place.end)
        if not is_near or part.rule_id not in ("N-05", "N-06") or part.agrees is False:
            return
        unknown = _UNKNOWN.search(part.meaning) if part.agrees is None else None
        if unknown is None or part_scope or not part.cells:
            continue
        words = unknown["words"].split(_JOIN)
        if not all(word in before for word in words) or any(
            word in text[whole.place.end : part.place.end] for word in words
        ):
            continue
        known = added(part.cells, context.numbers)
        is_wrong = known is not None and (known > 0 if part.number is None else part.number > known)
        if is_wrong:
            found[j] = part._replace(agrees=False, meaning=part.meaning[: unknown.start()]), part_scope


def _all_of_unknown(context: CheckContext, found: Found, i: int) -> None:
    """Leave alone what is said of all of a number that nothing is known of: 市水利局收到申请40件，均已办结."""
    whole = found[i][0]
    part, scope = found[i + 1] if i + 1 < len(found) else found[i]
    is_behind = part.place.text == whole.place.text and part.place.start < _end(
        context.report.texts[whole.place.text], whole.place.end
    )
    if is_behind and part.agrees is False and part.number is None and part.key.startswith("all_"):
        found[i + 1] = part.left_alone(OF_SOME), scope


def _upheld_ones(context: CheckContext, found: Found, i: int) -> None:
    """Leave alone 均维持 behind a wrong number of reviews that is as many as were upheld: one slip is said once."""
    whole = found[i][0]
    part, scope = found[i + 1] if i + 1 < len(found) else found[i]
    is_of_these = part.key == _NO_LOSS and part.agrees is False and part.place.text == whole.place.text
    between = context.report.texts[whole.place.text][whole.place.end : part.place.start]
    if is_of_these and "。" not in between and whole.number == context.numbers.get(f"{REVIEW_ROW}.{_UPHELD}"):
        found[i + 1] = part.left_alone(OF_SOME), scope


def _is_all(context: CheckContext, whole: Claim) -> bool:
    """Whether a right number is that of all there are: of cases, or of applications where none were carried in."""
    return whole.rule_id == "N-06" or whole.number == added((RECEIVED, CARRIED_IN), context.numbers)


def _columns(context: CheckContext, whole: Claim) -> _Columns:
    """Return the columns that applications of one kind may be counted in; none for other numbers, or a wrong one."""
    if whole.rule_id != "N-01" or (whole.number or 0) < _FEWEST:
        return ()
    if whole.agrees and whole.key == _KIND and in_row(whole.cells[0], RECEIVED_ROW):
        own: tuple[str, ...] = (whole.cells[0][-2:],)
    elif whole.agrees is None and whole.key == "mentioned" and OF_SOME in whole.meaning:
        own = _named(context, whole)
    else:
        return ()
    if _in(context, (RECEIVED, CARRIED_IN), own) != _in(context, (HANDLED, CARRIED_OUT), own):
        return ()  # the column itself is wrong, which is said of it
    ways = [own] if own != _BODIES[0] else [*_BODIES]
    is_right = [way for way in ways if _in(context, (RECEIVED,), way) == whole.number]
    return is_right if is_right[:1] == ways[:1] else ways if is_right else ()


def _named(context: CheckContext, whole: Claim) -> tuple[str, ...]:
    """Return the column of the kind named right before its number: (商业企业本年提出的)8件申请."""
    place = whole.place.start
    named = _ASKED_BY.search(context.report.texts[whole.place.text], max(place - _NEAR, 0), place)
    concepts = load_vocabulary(context.report.form_id).concepts
    kind = concepts.shared(named["kind"], "request") if named else None
    cells = kind.alternatives("request")[0] if kind and kind.is_applicant else ()
    return (cells[0][-2:],) if len(cells) == 1 else ()


def _most(
    context: CheckContext, ways: Iterable[Sequence[str]], columns: _Columns
) -> tuple[tuple[str, ...], Number | None]:
    """Return the cells of a result in the first of some columns, and the most of it; None while one is blank."""
    sums = [_in(context, way, some) for way in ways for some in columns]
    cells = tuple(f"{cell.removesuffix(OF_ALL_KINDS)}.{column}" for cell in next(iter(ways)) for column in columns[0])
    known = [n for n in sums if n is not None]
    return cells, max(known) if len(known) == len(sums) else None


def _in(context: CheckContext, way: Sequence[str], columns: Sequence[str]) -> Number | None:
    return added(
        tuple(f"{cell.removesuffix(OF_ALL_KINDS)}.{column}" for cell in way for column in columns), context.numbers
    )


def _behind(text: str, found: Found, i: int) -> list[int]:
    """Return the results that stand behind a number in its part of the sentence, up to the first other number."""
    whole = found[i][0]
    run: list[int] = []
    for j in range(i + 1, min(i + 1 + _MOST, len(found))):
        part = found[j][0]
        is_near = part.place.text == whole.place.text and part.place.start < _end(text, whole.place.end)
        if not is_near or part.number is None or part.is_share or part.key in (_KIND, "unknown", *_WHOLES, *OUTCOMES):
            break
        run.append(j)
    return run


def _is_ambiguous(text: str, found: Found, i: int) -> bool:
    """Whether numbers stand before a kind that its results may be of as well: 自然人16件、企业3件，其中部分公开3件."""
    whole = found[i][0]
    begin = last_of(_SENTENCE, text, 0, whole.place.start) + 1
    if not _COUNT.search(text, begin, whole.place.start):
        return False
    before = found[i - 1][0] if i else None
    mark = last_of(_PART, text, 0, whole.place.start)
    is_next = mark >= 0 and text[mark] == "；"
    return not (is_next and before and before.place.text == whole.place.text and before.key not in (_KIND, *_WHOLES))


def _role(vocabulary: TextVocabulary, claim: Claim) -> Role | None:
    """Return the row, or group of rows, that a claim is on; None where it is on none."""
    name = claim.meaning.partition("（")[0]
    role = next(
        (role for role in vocabulary.roles if role.is_result and (role.key, role.name) == (claim.key, name)), None
    )
    return role if role and role.rule_id == "N-05" else None


def _wrong(claim: Claim, role: Role, cells: tuple[str, ...], known: Number) -> Claim:
    return claim._replace(
        meaning=role.name, cells=cells, sums=(known,), agrees=False, rule_id=role.rule_id, kind="count"
    )


def _overlap(one: Place, other: Place) -> bool:
    return one.text == other.text and one.start < other.end and other.start < one.end


def _end(text: str, place: int, marks: str = _PART) -> int:
    """Return the end of the part of a sentence that goes on at a place."""
    return min((at for mark in marks if (at := text.find(mark, place)) >= 0), default=len(text))
