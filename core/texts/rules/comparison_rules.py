"""The rules that compare texts with tables: N-01 to N-07, T2-06 and the amounts of 信息处理费 (N-17)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.checks.findings import Finding, Place
from core.checks.rules import NUMBERS, TEXTS, CheckContext, check_function, finding
from core.form.form_definition import Rule
from core.form.known_cells import CARRIED_IN, CARRIED_IN_ROW, HANDLED, KINDS, RECEIVED, RECEIVED_ROW, in_row
from core.report.entry_text import format_number
from core.texts.claims.claim import Claim
from core.texts.claims.claims import claims
from core.texts.claims.new_and_old.done_of_own import Own, own_ones
from core.texts.language.text_names import text_name
from core.texts.reading.compared.role_differences import KIND as CHANGE
from core.texts.reading.compared.row_multiples import KIND as TIMES
from core.texts.reading.reader import read_text
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading
from core.texts.reading.sentence.share_checks import added
from core.texts.reading.shares.largest import MORE, MORE_THAN
from core.texts.rules.rates_told import ways_of_rate
from core.texts.rules.standard_sentences import stale_sentences
from core.texts.years.year_rules_of_texts import is_told_beside

_MOST_QUOTES = 2
_KINDS = {"applicants", "applicants_together"}
_TELLING = 10
"""Numbers of last year that are those of this year by chance are mostly smaller."""
_COMPARES = re.compile("同比|相比|比上|较|增加|增长|减少|下降|上升|去年|上年(?!度?结转)|本年|今年|翻|[由从比与自于至]$")

_THIS_YEAR = re.compile("今年|本年|当年")
_AT_HEAD = r"(?:^|(?<=[。\n]))[ \u3000]*在?(?:[我本全][局委办厅镇乡县市区旗院]|本机关|本单位|街道)?"
_OF_IT = "度?(?!以来|底|末|年|起|至|之|以|及|、|—|-|的|\\d|度)"
_OLD_CASES = re.compile("结转|遗留|跨年|尚未|未审结|未结|[请出理起复讼]的|的\\d|针对|对")
"""2023年(受理的)复议3件: what is left of that year."""

_LEFT_BY_THEN = re.compile(
    "度?年?(?:[底末]|结束时)?(?:(?:没有?|未|尚未)[能及]?[^，。；\\d]{0,4}?(?:办完|办结|答复|了结)|遗留|剩余|留存|积存|手上)[^，。；\\d]{0,8}?\\d+[件宗份]"
)
"""加上2024年(底未办完转来的4件)，共办理52件: only these are of that year."""
_OF_OLD_ONES = re.compile(
    "(?:[底末]|12月31日|12月底)?(?:及其?)?(?:之前|以前|前)|[^，。；]{0,8}(?:印发|制发|制定|出台|发布|收到|受理|有效)的"
)
"""2020年(底以前)印发的文件: when what is spoken of came to be."""


@check_function("received_in_text", TEXTS, "meta.", NUMBERS)  # N-01: the applications received, new or with old ones
@check_function("none_received_in_text", TEXTS, "meta.", NUMBERS)  # N-02: none in one place and some in the other
@check_function("carried_in_text", TEXTS, "meta.", NUMBERS)  # N-03: applications carried in and out
@check_function("handled_in_text", TEXTS, "meta.", NUMBERS)  # N-04: applications dealt with
@check_function("results_in_text", TEXTS, "meta.", NUMBERS)  # N-05: results as sums of their rows, and their shares
@check_function("cases_in_text", TEXTS, "meta.", NUMBERS)  # N-06: reviews and lawsuits, and 均维持、无败诉
@check_function("decisions_in_text", TEXTS, "meta.", NUMBERS)  # N-07: licences, penalties, documents and fees
@check_function("powers_in_text", TEXTS, "meta.year", NUMBERS)  # T2-06: a text that says there are none
def compared_with_tables(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """Say where a text tells of a cell what the table does not; the rule says of which cells."""
    if not context.report.texts:  # most keystrokes of a fresh report
        return ()
    return [claim_finding(context, rule, group) for group in disagreeing(context, rule.id).values()]


def disagreeing(context: CheckContext, rule_id: str) -> dict[tuple[str, ...], list[Claim]]:
    """Return the claims of a rule that do not agree with the tables, those on the same cells together.

    All that one standard sentence denies is one claim group, under the rule of the first.
    """
    by_rule: dict[str, dict[tuple[str, ...], list[Claim]]] | None = context.memory.get("disagreeing")
    if by_rule is None:  # worked out once for all rules
        by_rule = context.memory["disagreeing"] = {}
        wrong = [claim for claim in claims(context) if claim.agrees is False]
        for place in [s.place for s in stale_sentences(context.report, context.numbers)] if wrong else ():
            inside = [c for c in wrong if c.number is None and _is_within(c.place, place)]
            if inside:
                quote = context.report.texts[place.text][place.start : place.end].rstrip("。")
                group = [claim._replace(place=place, quote=quote) for claim in inside]
                by_rule.setdefault(inside[0].rule_id, {})[place.text, str(place.start)] = group
                wrong = [claim for claim in wrong if claim not in inside]
        for claim in wrong:
            first = next((other for other in wrong if _says_too(other, claim)), claim)
            kind = "none" if first.number is None else first.key
            groups = by_rule.setdefault(first.rule_id, {})
            groups.setdefault((kind, *first.cells), []).append(claim)
    return by_rule.get(rule_id, {})


def _says_too(count: Claim, whole: Claim) -> bool:
    """Whether a wrong number is told with what it says of all: 31件申请(全部办结) is one slip."""
    is_behind = count.place.text == whole.place.text and 0 <= whole.place.start - count.place.start < len(count.quote)
    is_one = whole.number is None and count.number is not None and count.rule_id == whole.rule_id
    return is_one and is_behind and count.quote.endswith(whole.quote)


def _is_within(inner: Place, outer: Place) -> bool:
    return inner.text == outer.text and outer.start <= inner.start and inner.end <= outer.end


_GREW = re.compile("，同比(?:增长|增加|上升|下降|减少)[\\d.]+%|其中(?:上年|去年)结转\\d+件[、，和]本年新收\\d+件")
"""2022年新收78件(，同比增长18.2%)；办结79件，(其中上年结转3件、本年新收76件): with no number of another year."""


def told_of_last_year(context: CheckContext, code: str) -> list[tuple[int, int]]:
    """Return where a text tells this year's numbers of the year before, and nowhere of this year: 2022年度办结39件."""
    report, printed, year = context.report, context.texts.get(code, ""), context.report.year or 0
    said = f"{year - 1}年"
    if said not in printed:
        return []
    readings = read_text(code, printed, report.year, report.form_id, report.unit)
    is_told = {c.key for c in claims(context) if c.agrees is not None}
    found: dict[int, list[NumberReading]] = {}
    for reading in readings:
        before = printed[: reading.start]
        start = max(map(before.rfind, "。\n")) + 1
        if reading.kind == "other" and reading.ways and said in before[start:] and reading.key not in is_told:
            found.setdefault(start, []).append(reading)
    carried = [r.start for r in readings if r.key == "carried_in" and r.kind == "count"]
    spans = []
    for start, group in found.items():
        sentence = _GREW.sub("", re.split("[。\n]", printed[start:], maxsplit=1)[0])
        is_same = all(r.value in [added(way, context.numbers) for way in r.ways] for r in group)
        is_telling = len(group) > 1 and sum(r.value for r in group) >= _TELLING
        at = printed.index(said, start)
        if any(at < r < group[0].start for r in carried) and {r.key for r in group} <= _KINDS:
            continue  # 2022年转来14件，其中自然人12件、企业2件
        if (
            _LEFT_BY_THEN.match(printed, at + len(said))
            or _OF_OLD_ONES.match(printed, at + len(said))
            or is_told_beside(printed, report.year, at)
        ):
            continue
        if is_same and is_telling and not (_COMPARES.search(sentence) or _COMPARES.search(printed[start:at])):
            spans.append((at, at + len(said)))
    return spans or _cases_of_last_year(context, code, said, readings)


def _cases_of_last_year(
    context: CheckContext, code: str, said: str, readings: Sequence[NumberReading]
) -> list[tuple[int, int]]:
    """Return where the text on cases begins with last year's, whose numbers are this year's, and tells of no other.

    2023年度行政复议3件，全部维持，与上一年度的6件相比下降50%: also what it is compared with is a year too old.
    """
    printed, year = context.texts[code], context.report.year or 0
    if code not in CASE_TEXTS or str(year) in printed or _THIS_YEAR.search(printed):
        return []
    spans = []
    for match in re.finditer(f"{_AT_HEAD}{said}{_OF_IT}", printed):
        end = next((i for i in range(match.end(), len(printed)) if printed[i] in "。\n"), len(printed))
        group = [r for r in readings if match.end() <= r.start < end and r.key.startswith("cases_") and r.ways]
        is_same = all(r.value in [added(way, context.numbers) for way in r.ways] for r in group)
        told = printed[match.end() : group[0].end].removeprefix("，") if group else ""
        is_plain = "，" not in told and not _OLD_CASES.search(told)
        if is_same and is_plain and any(r.value for r in group):
            at = match.end() - len(said) - (printed[match.end() - 1] == "度")
            spans.append((at, at + len(said)))
    return spans


def claim_finding(context: CheckContext, rule: Rule, group: Sequence[Claim], variant: str = "") -> Finding:
    """Return one finding for claims on the same cells, wherever they stand."""
    first = group[0]
    told = [c for c in group if not any(_says_too(other, c) for other in group)]
    shown = dict.fromkeys((text_name(context.form, c.place.text), c.quote) for c in told)
    quotes = [f"{name}写的是“{quote}”" for name, quote in list(shown)[:_MOST_QUOTES]]
    if len(shown) > _MOST_QUOTES:
        quotes.append(f"另有{len(shown) - _MOST_QUOTES}处")
    if first.number is None and "none" in rule.messages:
        variant = "none"
    values: dict[str, object] = {
        "text": "，".join(quotes),
        "meaning": first.meaning,
        "table": _table_words(context, first),
    }
    cells = dict.fromkeys(cell for claim in group for cell in claim.cells)
    if set(cells) == _ALL_BUT_PERSONS:
        cells[RECEIVED] = None  # 剔除个人申请，机构类36件: those of the whole without the persons
    if too_many := _more_than_told(context, first):
        values["table"] = f"{values['table']}，文中各类申请人相加是{too_many}"
        cells[RECEIVED] = None
    places = dict.fromkeys(claim.place for claim in group)
    return finding(rule, variant, cells=tuple(cells), places=list(places), **values)


def _more_than_told(context: CheckContext, wrong: Claim) -> str:
    """Return that the kinds of applicants of a sentence are more than it says there are: 33件，多于写的31件."""
    if wrong.key != "applicants" or wrong.rule_id != "N-01" or wrong.kind != "count":
        return ""
    text = context.report.texts[wrong.place.text]
    start, end = text.rfind("。", 0, wrong.place.start), text.find("。", wrong.place.start) % (len(text) + 1)
    told = [c for c in claims(context) if c.place.text == wrong.place.text and start < c.place.start < end]
    told = [c for c in told if c.kind == "count" and c.rule_id == "N-01" and c.number is not None]
    wholes, kinds = [c for c in told if c.cells[:1] == (RECEIVED,)], [c for c in told if c.key == wrong.key]
    cells = [cell for claim in kinds for cell in claim.cells[:1]]
    if len(wholes) != 1 or not wholes[0].agrees or told[0] != wholes[0] or len(set(cells)) != len(kinds):
        return ""
    added = sum(claim.number or 0 for claim in kinds)
    whole = wholes[0].number or 0
    return f"{format_number(added)}件，多于写的{format_number(whole)}件" if added > whole and len(kinds) > 1 else ""


def _table_words(context: CheckContext, claim: Claim) -> str:
    """Return what the tables say, in words: 本年新收是13件，加上上年结转2件共15件."""
    cells = context.form.cells
    numbers = context.numbers
    if claim.key == CHANGE:
        return "、".join(f"“{_short(cells[c].name)}”是{format_number(numbers[c])}件" for c in claim.cells)
    is_of_all = claim.cells[0] == RECEIVED or (claim.kind == "count" and RECEIVED in claim.cells)  # 群众提出的38件
    if claim.rule_id in ("N-01", "N-02") and is_of_all:
        new, carried = numbers.get(RECEIVED, 0), numbers.get(CARRIED_IN, 0)
        words = f"本年新收{format_number(new)}件"
        return (
            f"{words}，加上上年结转{format_number(carried)}件共{format_number(new + carried)}件" if carried else words
        )
    if claim.is_share and (ways := ways_of_rate(claim, numbers)):
        return f"的数字算出来是{ways}"
    if claim.is_share and "÷" in claim.shown:
        return f"的数字算出来是{claim.shown}"
    if claim.is_share:
        return f"{'' if claim.rule_id == 'N-17' else '的'}数字算出来约占{claim.table_value}"
    if claim.kind == TIMES:
        return f"的数字算出来约是{claim.table_value}倍"
    if claim.kind == MORE:
        names = claim.meaning.split(MORE_THAN)
        return "，".join(f"{name}是{told}件" for name, told in zip(names, claim.table_value.split("、"), strict=True))
    if len(claim.cells) == 1:
        cell = cells[claim.cells[0]]
        words = f"“{_short(cell.name)}”是{format_number(numbers[cell.code])}{cell.unit}"
        own = own_ones(context) if claim.cells[0] == HANDLED and len(claim.sums) > 1 else None
        return f"{words}，只算本年新收的是{_of_own(own)}件，应是{claim.table_value}件" if own else words
    if claim.key == "closed":
        still = sum(numbers.get(c, 0) for c in claim.cells if c.endswith("pending"))
        closed = sum(numbers.get(c, 0) for c in claim.cells) - still
        return f"{claim.meaning}{format_number(closed)}件、尚未审结{format_number(still)}件"
    filled = [c for c in claim.cells if numbers.get(c)]
    if claim.rule_id == "N-01" and 0 < sum(in_row(c, CARRIED_IN_ROW) for c in filled) < len(filled) <= _MOST_PARTS:
        return _with_old_ones(context, filled)
    parts = "＋".join(
        f"{_NUMBERED.sub('', _short(cells[c].name))}{format_number(numbers[c])}" for c in filled[:_MOST_PARTS]
    )
    total = format_number(sum(numbers.get(c, 0) for c in claim.cells))
    if len(filled) == 1 and claim.number and claim.sums == (0,):  # 结果维持: there is another outcome
        return f"{claim.meaning}是0件，“{_short(cells[filled[0]].name)}”是{total}件"
    if claim.number is None and len(filled) == 1:
        return f"“{_short(cells[filled[0]].name)}”是{total}件"
    if len(filled) < 2 or len(filled) > _MOST_PARTS:
        return f"相应各格合计{total}件" if claim.number is None else f"{claim.meaning}合计{total}件"
    return f"{parts}＝{total}件"


def _of_own(own: Own) -> str:
    """Return how many of this year's own were dealt with, as it is reckoned: 82－4＝78."""
    new, left, done = map(format_number, (own.new, own.new - own.done, own.done))
    return f"{new}－{left}＝{done}"


def _with_old_ones(context: CheckContext, cells: Sequence[str]) -> str:
    """Return how many of a kind are new, and how many with those carried in: 本年新收12件，加上上年结转1件共13件."""
    told = [(c, context.numbers.get(c, 0)) for c in cells]
    new, old = ([(c, n) for c, n in told if in_row(c, CARRIED_IN_ROW) == is_old] for is_old in (False, True))
    added = sum(n for _, n in new)
    words = "＋".join(f"{_short(context.form.cells[c].name)}{format_number(n)}" for c, n in new)
    words += f"＝{format_number(added)}件" if len(new) > 1 else "件"
    carried = sum(n for _, n in old)
    return f"{words}，加上上年结转{format_number(carried)}件共{format_number(added + carried)}件"


_MOST_PARTS = 4
_ALL_BUT_PERSONS = {f"{RECEIVED_ROW}.{kind}" for kind in KINDS[1:]}
_NUMBERED = re.compile(r"^(?:（[一二三四五六七八九十]）|\d\.)+")


def _short(name: str) -> str:
    """Return the name of a cell without 总计 where that is the column of all applicants."""
    return name.removesuffix("·总计") if not name.startswith(("行政复议", "未经", "复议后")) else name
