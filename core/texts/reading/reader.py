"""Reads a text: which number, or plain 没有, speaks of which cells. Knows the words and the year, not the tables.

The grammar, by the sentence 2024年，我局收到申请13件，其中信函4件；上年结转2件，较2023年增加1件。

Plain form (``numbers``)
    Years are said by their distance, so that 2024年 becomes □□□本年 and 2023年 □□□上年; titles, dates and addresses are
    hidden. The numbers with their units are 13件, 4件, 2件, 1件.
Sentence and topic (``sentences``)
    A sentence ends at 。！？ or a line. What it speaks of (``topics``: request, review …) is said by its words up to
    the number, else by the sentence before, else by the section: here 申请 alone says nothing, the section does.
Clause → number
    A clause ends at ，；：。（）. Before a number stands ``own``, its clause from the number before on: 我局收到申请,
    其中信函, 上年结转, 较□□□上年增加. Behind it stand the words up to the next mark or number.
Number → role (``counts``)
    1. 分别 hands the roles of the names before it out in order: 予以公开、部分公开分别为5件、3件.
    2. A role's ``left`` must reach the number, but for words of the list ``gap`` (共, 有, 了); of several that which
       ends nearest to it, then the longest: 收到申请 makes 13 ``received``, 上年结转 makes 2 ``carried_in``.
    3. A role's ``right`` must follow the number, but for words of the list ``filler``: 2件予以公开 is ``granted``.
    4. A bare total (共8件) takes the role of the clause before it.
    5. Else all words of the phrase together say what is counted, in any order, if each of them is known (``concepts``):
       年末还在手上的1件 is ``carried_out``. So they do where a role was found among words that are not familiar.
    4件 gets none of these: 信函 is a channel and no role; from there on the sentence is known to have parts.
    A percentage is the share of the result before it; the only case may have its result said without a number.
Known words (``familiar``)
    A number that differs from the table is judged only where every word around it is known: its own clause, the clause
    of the number whose parts are listed (其中), and where its noun was named. 引导撤回重复申请3件 is left alone.
Role → reason (``reasons``)
    Why a number is not compared: about, another year, a plan, a part of the year, one channel, another matter, cases
    not about 信息公开. 较 and 增加 are in the list ``compare``: 办结申请较2023年增加1件 is 与其他年度比较.
Plain 没有 (``denials``), whole sets (``wholes``)
    未收到申请, 无行政处罚权, 未发生行政复议, 均维持: cells that are then 0. So do 全部办结, 均为自然人, 都予以公开 say
    that there is nothing else; 办结率100% is 全部办结. A clause that no pattern knows is read by all its words
    (``absent``): 今年一件申请也没有收到. 未出现因重复申请等不予处理的情形 denies the reasons that it names.
Shares in words (``shares_in_words``) and what is most (``largest``)
    过半数予以公开, 企业占比不到一成, 以企业为主: compared with half or a tenth of all, or with the other kinds.
Rows compared (``row_multiples``), kinds (``results_by_kind``, ``kinds_only``)
    不予处理多于不予公开, 自然人得到公开答复28件，企业6件, 要么来自自然人，要么来自企业.
Telegrams (``brief_lists``)
    新收106：人86、企14; 许可34，处罚2: names so short that only the list around them tells what they are.
Bounds (``bounded_counts``) and differences (``role_differences``)
    新收申请突破百件, 期末结转比年初减少6件: told without the number itself.

A reading names the cells in one or several ways to add them up: 13 may be t3.R01.C7, or that with t3.R02.C7.
``claims`` compares it with the tables. Words that name a cell are in ``narrative.toml``, pieces of sentences in
``grammar`` and beside each reader.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain

from core.base.patterns import WordFinder, any_of, holds_one, pattern
from core.texts.language import grammar
from core.texts.language.grammar import ON_REQUESTS, SENTENCE
from core.texts.language.numbers import PrintedNumber, numbers_in, plain_text
from core.texts.language.other_cases import UNRELATED
from core.texts.language.own_name import in_first_person
from core.texts.language.vocabulary import load_vocabulary
from core.texts.language.word_shares import WORDS as SHARES
from core.texts.reading.absences.absent import AbsenceReader
from core.texts.reading.absences.all_pending import all_pending
from core.texts.reading.absences.denials import CASES_NAMED, DenialReader, without_denied
from core.texts.reading.absences.none_left import none_left
from core.texts.reading.absences.reasons_denied import reasons_denied
from core.texts.reading.amounts.asides import askers, fees_alone, one_of_them, punished
from core.texts.reading.amounts.fee_rates import fee_rates
from core.texts.reading.amounts.fees_in_ten_thousands import fees_in_ten_thousands
from core.texts.reading.amounts.fees_named import fees_named
from core.texts.reading.amounts.swapped import read_swapped
from core.texts.reading.applications.all_new import all_new
from core.texts.reading.applications.articles_cited import articles_cited
from core.texts.reading.applications.both_summed import both_summed
from core.texts.reading.applications.brief_lists import brief_lists
from core.texts.reading.applications.carried_behind import carried_behind
from core.texts.reading.applications.carried_by_dates import carried_by_dates
from core.texts.reading.applications.carried_of_day import carried_of_day
from core.texts.reading.applications.carried_on_then import carried_on_then
from core.texts.reading.applications.carried_when import carried_when
from core.texts.reading.applications.first_to_last import first_to_last
from core.texts.reading.applications.flows_by_signs import flows_shown
from core.texts.reading.applications.granted_beside import granted_beside_partial
from core.texts.reading.applications.in_hand import in_hand
from core.texts.reading.applications.looked_into import looked_into
from core.texts.reading.applications.named_sums import named_behind, named_sums
from core.texts.reading.applications.no_longer_processed import no_longer_processed
from core.texts.reading.applications.old_cases import old_cases
from core.texts.reading.applications.only_ones import only_ones
from core.texts.reading.applications.parts_of_year import parts_of_year
from core.texts.reading.applications.reasons_behind import reasons_behind
from core.texts.reading.applications.received_alone import received_alone
from core.texts.reading.applications.rest_of_group import rest_of_groups
from core.texts.reading.applications.results_told import results_told
from core.texts.reading.applications.rows_by_signs import (
    none_by_signs,
    rows_shown,
    without_shown,
)
from core.texts.reading.applications.rows_described import rows_described
from core.texts.reading.applications.rows_in_clauses import rows_in_clauses, rows_of_matters
from core.texts.reading.applications.shown_by_signs import shown_by_signs
from core.texts.reading.applications.stories import stories
from core.texts.reading.applications.totals_in_order import totals_in_order
from core.texts.reading.applications.totals_of_offices import totals_of_offices
from core.texts.reading.cases.answers_corrected import answers_corrected
from core.texts.reading.cases.both_bodies import of_both_bodies
from core.texts.reading.cases.case_stories import STORIES_TOLD, case_stories
from core.texts.reading.cases.of_that_cause import of_that_cause
from core.texts.reading.cases.only_case import only_case, that_case
from core.texts.reading.cases.outcome_framed import outcome_framed
from core.texts.reading.cases.outcome_of_ways import outcome_of_ways
from core.texts.reading.cases.pending_ways import pending_for_reasons, pending_of_ways
from core.texts.reading.cases.rates_of_ways import rates_of_ways
from core.texts.reading.cases.rest_of_cases import rest_of_cases
from core.texts.reading.cases.rest_outcome import rest_outcome
from core.texts.reading.cases.way_of_case import rest_of_lawsuits, way_of_case
from core.texts.reading.cases.ways_of_outcome import ways_of_outcome
from core.texts.reading.compared.bounded_counts import bounded_counts, without_bounded
from core.texts.reading.compared.compared_cells import compared_cells
from core.texts.reading.compared.comparisons import comparisons
from core.texts.reading.compared.kind_differences import kind_differences
from core.texts.reading.compared.role_differences import multiples, role_differences
from core.texts.reading.compared.rough_counts import rough_counts
from core.texts.reading.compared.row_multiples import row_multiples, rows_compared
from core.texts.reading.counts import CountReader
from core.texts.reading.kinds.bodies_apart import bodies_apart
from core.texts.reading.kinds.kind_of_row import kind_of_row, none_of_row
from core.texts.reading.kinds.kinds_ahead import kinds_ahead
from core.texts.reading.kinds.one_kind import of_one_kind
from core.texts.reading.kinds.others_alone import others_alone
from core.texts.reading.kinds.rest_kind import rest_kind
from core.texts.reading.kinds.results_by_kind import none_by_kind, results_by_kind
from core.texts.reading.kinds.results_of_kinds import all_of_kinds, results_of_kinds, results_of_one_kind
from core.texts.reading.kinds.shares_of_kinds import shares_of_kinds
from core.texts.reading.kinds.sum_of_kinds import sum_of_kinds
from core.texts.reading.sentence.due import ByWord, CountPass, SentenceReader, passed, read_by, readers_of
from core.texts.reading.sentence.own_topic import names_applications, tells_results
from core.texts.reading.sentence.sentences import (
    CASE_TEXTS,
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)
from core.texts.reading.shares.kinds_within import kinds_within
from core.texts.reading.shares.largest import MOST, largest
from core.texts.reading.shares.shares_in_words import shares_in_words
from core.texts.reading.shares.sum_shares import shares_of_sums, sums_of_shares
from core.texts.reading.told.cases_again import cases_told
from core.texts.reading.told.elided_decisions import elided_decisions
from core.texts.reading.told.told_bases import shares_of_told
from core.texts.reading.told.trade_words import decisions_in_trade
from core.texts.reading.wholes.all_but_some import all_but_some
from core.texts.reading.wholes.all_of_number import all_of_number, handled_of_told, result_of_number
from core.texts.reading.wholes.all_of_row import all_of_row
from core.texts.reading.wholes.kinds_only import kinds_only, results_only
from core.texts.reading.wholes.reasons_alone import reasons_alone
from core.texts.reading.wholes.wholes import WholeReader

_MIXED_TEXTS = (*OVERVIEW_TEXTS, "s1.oversight", "s5")
"""Texts that speak of applications now and then."""
_ON_REQUESTS_TOO = (*REQUEST_TEXTS, *_MIXED_TEXTS)
_LEFT_OVER = pattern(
    "(?:年末|年底|年终|期末|◇)[^。；\\d]{0,8}\\d+件(?:政府信息公开|信息公开|公开)?申请"
    "(?:(?:尚|仍|还)?正?在(?:法定期限内)?(?:办理|处理)|(?:因[^，；。\\d]{2,14})?(?:需|将|拟|按规定)*结转)"
)
"""(年末尚有1件申请正在办理): told beside the fees, of which section 六 is."""
_OF_THOSE_CASES = pattern(
    "(?:对|针对|其中，?|就)?(?:上述|以上|前述|这|该|被)?(?:被?(?:撤销|纠正|维持|变更)|败诉|胜诉|未结)的\\d"
)
"""因处罚被申请复议2件，撤销1件。(对撤销的1件)，已重新作出决定: one of those."""
_CLOSED_OF_THEM = pattern(
    "(?:(?:截至|截止|到|至)?(?:□□□|本年度?|今年|当年|全年|◇)*(?:年底|年末|年终|年内|目前|◇|12月31日)?(?:前|时|止)?，?|其中，?|上述案件|以上案件|这些案件)*"
    "(?:现|已|共|均|全部|累计|，)*(?:审结|审理终结|结案|了结)(?:案件|的)*(?:\\d|[中里]，)"
)
"""发生政府信息公开案件19件。(截至年底审结1)6件; (审结案件中，)结果纠正2件: of these."""
_TOLD_WITHOUT = ("法院", "许可", "处罚")
_TOLD_WITHOUT_NUMBERS = pattern(
    f"{grammar.NEGATION.pattern}|{grammar.WHOLE.pattern}|{any_of((*SHARES, *MOST, *CASES_NAMED, *STORIES_TOLD))}"
)
"""What a sentence without numbers and without the words of ``_finder`` holds where it tells of the tables."""
_READERS = (
    (none_left,),
    (bounded_counts,),
    (multiples, compared_cells),
    (row_multiples,),  # apart from those before it, as the next
    (comparisons,),
    (
        *(punished, askers, one_of_them, fees_alone, fees_named, stories),
        *(rows_compared, rates_of_ways, rest_outcome, rest_kind, only_case),
        *(all_of_number, all_of_kinds, old_cases, kinds_only, results_only),
        *(none_by_kind, all_but_some, answers_corrected),
        *(read_swapped, fees_in_ten_thousands, fee_rates, elided_decisions, rows_of_matters),
        decisions_in_trade,
        *(brief_lists, results_of_one_kind, result_of_number, rows_shown, flows_shown),
    ),
    (reasons_alone, all_of_row, reasons_denied, none_by_signs, that_case, way_of_case),  # where nothing else was found
)
"""Readers that need certain words, in the order in which they are asked."""
_PASSES = (
    articles_cited,
    *(
        rest_of_cases,
        in_hand,
        both_summed,
        totals_in_order,
        carried_when,
        carried_on_then,
        carried_by_dates,
        carried_behind,
        first_to_last,
        carried_of_day,
        only_ones,
        all_new,
        looked_into,
        handled_of_told,
    ),
    *(
        received_alone,
        others_alone,
        bodies_apart,
        rows_in_clauses,
        rows_described,
        reasons_behind,
        of_both_bodies,
        rest_of_groups,
        sum_of_kinds,
        named_sums,
        named_behind,
    ),
    *(ways_of_outcome, shares_of_told, kind_differences, role_differences, results_of_kinds, results_by_kind),
    *(
        kinds_ahead,
        rough_counts,
        rest_of_lawsuits,
        pending_of_ways,
        pending_for_reasons,
        outcome_of_ways,
        outcome_framed,
        of_that_cause,
        parts_of_year,
        kinds_within,
        shares_of_kinds,
        sums_of_shares,
        shares_of_sums,
        no_longer_processed,
    ),
    results_told,
    shown_by_signs,
    *(totals_of_offices, granted_beside_partial, all_pending),
)
"""Passes over the readings of the numbers of a sentence, in the order in which they are made."""
_DEFAULT_TOPIC = {**dict.fromkeys(REQUEST_TEXTS, "request"), **dict.fromkeys(CASE_TEXTS, "both"), "s6": "fee"}

_READ_AS = {"lead": "s1"}
"""A lead that gives numbers sums up the year's work as section 一 does."""


@lru_cache(maxsize=256)
def read_text(code: str, printed: str, year: int | None, form_id: str, unit: str = "") -> tuple[NumberReading, ...]:
    """Return what the numbers and negations of a text were taken for, in reading order.

    Args:
        code: Code of the text; what it is about by default.
        printed: The text as printed.
        year: The report year, None while it is blank.
        form_id: The format whose words are used.
        unit: Whose report it is; what it calls itself is known.
    """
    code, words = _READ_AS.get(code, code), load_vocabulary(form_id)
    plain = in_first_person(plain_text(printed, year), unit, words.own_names)
    source = SourceText(code, printed, plain, words, _finder(form_id))
    counts, denials, wholes = CountReader(source), DenialReader(source), WholeReader(source)
    absences = AbsenceReader(source)
    left, bounds, *comparing, others, last = (readers.due(source.held) for readers in _readers_of(code))
    numbers = numbers_in(source.text)
    starts = [number.start for number in numbers]
    done = 0
    found: list[NumberReading] = []
    sentence: SentenceState | None = None
    topic = default = _DEFAULT_TOPIC.get(code, "")
    for match in SENTENCE.finditer(source.text):
        topics = source.topics(*match.span())
        topic = _own_topic(code, match[0], topics, topic)
        before, sentence = sentence, SentenceState(*match.span(), match[0], topics, topic, source.held)
        if before:
            _go_on(source, before, sentence)
        if topic == default == "fee" and _LEFT_OVER.search(match[0]):
            sentence.topic = "request"
        inside = sentence.numbers = numbers[done : bisect_left(starts, match.end())]
        done += len(inside)
        if inside or sentence.held or _TOLD_WITHOUT_NUMBERS.search(match[0]):  # else no reader finds anything
            counted = _counted(source, sentence, inside, counts) if inside else []
            denied = [*none_of_row(denials.read(sentence, counted), counted)]
            sentence.readings = said = [*without_denied(counted, denied), *denied, *wholes.read(sentence, counted)]
            said += kind_of_row(source, sentence, inside, counted)
            said += read_by(left, source, sentence)
            bounded = [*read_by(bounds, source, sentence)]
            bounded += _apart_from(bounded, shares_in_words(source, sentence, said))
            sentence.readings = said = without_bounded(said, bounded)
            bounded += _apart_from(bounded, largest(source, sentence, said))
            found += [*said, *without_shown(none_of_row(absences.read(sentence, said), counted), counted)]
            found += [*bounded, *_compared(source, sentence, comparing)]
            found += [*read_by(others, source, sentence), *case_stories(source, sentence, said)]
            sentence.readings = found
            found += read_by(last, source, sentence)
        topic = _topic_behind(source, sentence, topic, default)
    in_order = sorted(found, key=lambda reading: (reading.start, reading.end))
    return tuple(of_one_kind(source, in_order)) if found else ()


def _go_on(source: SourceText, before: SentenceState, sentence: SentenceState) -> None:
    """Tell a sentence what it goes on with of the one before: its frame, cases that are not of our kind."""
    if grammar.GOES_ON.match(sentence.text) and source.text[sentence.start - 1] != "\n":
        is_on_other = before.is_foreign or (bool(before.topics) and before.topics[-1][2] == "other")
        sentence.frame, sentence.is_foreign = before.frame, is_on_other
    sentence.cases_before = cases_told(source, before)
    if before.is_own_case is False and _OF_THOSE_CASES.match(sentence.text):
        sentence.is_own_case = False
    elif before.is_own_case and "公开" in before.text and _CLOSED_OF_THEM.match(sentence.text):
        sentence.is_own_case = None if UNRELATED.search(before.text) else True


def _topic_behind(source: SourceText, sentence: SentenceState, topic: str, default: str) -> str:
    """Return what the text behind a sentence speaks of until it says so: what that did, or what the text does."""
    end = sentence.end
    topics = [t for t in sentence.topics if t[2] != "other" or not source.is_aside(sentence, t[1], end)]
    is_over = sentence.text.endswith("\n") or (default == "request" and source.text.startswith("\n", end))
    topic = topics[-1][2] if topics else topic
    return default if is_over or topic == "other" else topic


def _own_topic(code: str, sentence: str, topics: Sequence[tuple[int, int, str]], before: str) -> str:
    """Return what a sentence begins to speak of: what the one before did, or applications that it names itself."""
    if not before and code in _MIXED_TEXTS and ON_REQUESTS.search(sentence):
        return "request"
    is_open = code in _ON_REQUESTS_TOO and all(key == "request" for _, _, key in topics)
    is_own = is_open and (names_applications(sentence, before) or (topics and tells_results(sentence, before)))
    return "request" if is_own else before


@cache
def _finder(form_id: str) -> WordFinder:
    """Return what finds the words that roles, denials, topics and readers need."""
    words = chain.from_iterable(reader.words for readers in (*_READERS, _PASSES) for reader in readers)
    return WordFinder((*load_vocabulary(form_id).needed, *words))


@cache
def _readers_of(code: str) -> list[ByWord[SentenceReader]]:
    return [readers_of(code, readers) for readers in _READERS]


@cache
def _passes_of(code: str) -> ByWord[CountPass]:
    return readers_of(code, _PASSES)


def _compared(
    source: SourceText, sentence: SentenceState, readers: Sequence[Sequence[SentenceReader]]
) -> list[NumberReading]:
    """Return the multiples and comparisons that a sentence tells of cells and rows, each by the first that reads it."""
    if not any(readers):
        return []
    first, *others = readers
    changed = [*read_by(first, source, sentence)]
    for more in others:
        changed += _apart_from(changed, read_by(more, source, sentence)) if more else ()
    return changed


def _apart_from(known: Sequence[NumberReading], more: Iterable[NumberReading]) -> list[NumberReading]:
    """Return those of some readings that stand beside what is known already."""
    if not known:
        return list(more)
    return [reading for reading in more if not any(k.start < reading.end and reading.start < k.end for k in known)]


def _counted(
    source: SourceText, sentence: SentenceState, inside: Sequence[PrintedNumber], counts: CountReader
) -> list[NumberReading]:
    """Return what the numbers of a sentence are, one by one and then by those around them."""
    counted = counts.read(sentence, [*inside])
    if not counted and not holds_one(sentence.text, _TOLD_WITHOUT):
        return []  # as in most sentences; only what both bodies said, and sums of decisions, may be read without
    return passed(_passes_of(source.code), source, sentence, counted)
