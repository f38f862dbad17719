"""Reads what a text says of a whole set: 全部办结, 均为自然人, 都予以公开, 办结率100%, 公开率为65%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import islice

from core.base.patterns import pattern
from core.form.known_cells import HANDLED_ROW, RECEIVED_ROW, in_row
from core.report.entry_text import Number
from core.texts.language import grammar
from core.texts.language.acting_office import without_receiving_office
from core.texts.language.left_alone import OTHER_YEAR
from core.texts.language.meanings import Role, WholeSet
from core.texts.language.new_and_old import NEW_AND_OLD, WITH_OLD_ONES
from core.texts.language.numbers import numbers_in
from core.texts.language.role_keys import ANSWERED
from core.texts.language.vocabulary import TextVocabulary
from core.texts.language.word_shares import share_of
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText, without_arrangements
from core.texts.reading.sentence.some_of import is_told_of_all
from core.texts.reading.told.all_of_several import cells_not_named, has_own_number
from core.texts.reading.wholes.all_given import cells_if_all_given, given_to_all
from core.texts.reading.wholes.each_told import without_each
from core.texts.reading.wholes.how_handled import without_manner
from core.texts.reading.wholes.ways_listed import without_ways

_MOST = 20
"""Claims of a kind that are read in one sentence."""
_STORY = pattern("(?:政府)?(?:信息)?(?:公开)?的?申请[，,]")
_NEXT = pattern("(?:政府)?(?:信息)?(?:公开)?(?:申请)?[，,]?")
_NARROWED = pattern(
    "(?:类|其余|余下|其他|涉及[^，。；]*|需要?[^，。；]{2,}|针对[^，。；]*|关于[^，。；]*)(?:的|信息公开)*(?:申请)?(?:一共|总共|共计|合计|总计|共)?\\d+[件宗份]$"
)
"""需要会商的申请97件，(全部办结): said of these."""
_OF_YEAR = pattern(
    "(?:全年|□□□本年度?|本年度)[^，；。：、\\d到应]{0,6}(?:政府信息公开|信息公开|依申请公开)的?申请(?:件|事项)?的?$"
    "|(?:^|[，；：])年度(?:政府信息公开|信息公开|公开)?申请(?:件|事项)?(?:总体|综合)?的?$|(?:政府信息公开|信息公开|依申请公开)(?:申请)?(?:件|事项)?(?:年度|全年)(?:总体|综合)?的?$"
    "|(?:全年|□□□本年度?|本年度)[^，；。：、\\d到应]{0,6}(?:依申请公开(?:件|办件|事项|工作)?|申请)的?$"
)
"""(全年政府信息公开申请)办结率达100%: all of them, though their number is not told."""
_OF_ALL_REQUESTS = pattern(
    "(?:^|[，；：。])(?:(?:政府信息公开|信息公开|依申请公开)的?申请|依申请公开)(?:件|办件|事项|工作)?的?$"
    "|(?:^|[，；。])[^，；。：\\u4e00-\\u9fff]{0,6}(?:[一二三四五六七八九十][是、])?(?:依申请公开|依申请|公开申请|申请)(?:件|办件|事项|工作|办理|答复|方面)*：$"
)
"""(依申请公开)办结率100%: of those of the year, where nothing is said of being in time"""
_COUNTED = pattern("(?:^|[，。；])(?:全年|年内|本年度?)?\\d+[件宗份](?:政府信息公开|信息公开|公开)?申请")
_SAID_OF_TIME = pattern("[超逾]期|[期时]限|按期|按时|及时|应办|到期")
_OF_SOME = pattern(
    "(?:凡|属|涉|可以?公开|能公开|能够公开|应当?公开|应予公开|符合|针对|需|要求|方式|形式|渠道)[^；。\\d]{0,24}的(?:申请|事项|信息|内容)?，?[^，；。\\d]{0,6}$"
    "|(?:在办|未办结|未办完|待办|未答复)[^；。\\d]{0,6}$"
)
"""收到12件，凡是可以公开的，(均…), 以信函方式提交的(均…): said of these."""
_OF_EVERY = pattern("(?:所有|全部|各类|每一?件)[^\\d]+$")
_PAPERS = pattern("(?:答复书|告知书|决定书|文书)(?:内容|全文)?$")
"""(答复书)均按规定予以公开: that of these, whatever became of the applications."""
_REVIEWED = pattern(
    "^(?:均|都)?经过?(?:(?!第三方|征求|符合|属于|[可能]公开|的)[^，；。\\d]){0,20}?"
    "(?:审议|审核|审查|研究|讨论|会商|审批|审定|签批|把关|核实|批准)(?:通过|同意|批准|确认)*(?:之?后)?$"
)
"""5件申请，(经乡长办公会审议后)全部予以公开: how it was decided narrows nothing."""
_NEXT_YEAR = pattern("结转|跨年|未到期|到期(?!前)|在办|顺延")
_BESIDE_NEW = pattern(
    "(?:新收|收到|受理)[^，；。：（\\d]{0,12}\\d+[件宗份][、，和及](?:上年)?结转\\d+[件宗份]，[^，；。\\d]{0,4}$"
)
"""新收申请99件、结转4件，年度(办结率100%): of both."""
_TOGETHER = pattern("连同|[加算]上|加之|外加|合并|一并|一起|合计|共")
_COUNTED_IN = pattern("(?:的|申请|件)*(?:[都也]?[算包计]?(?:在内|进[来去])|[都也]?(?:一[起并]|也|都)?算[上在]内?)，")
"""连同上年结转的12件(在内，)226件申请"""
_ALL_DONE = pattern(
    "[^，。；]{0,20}(?:，[^，。；]{0,6})?(?:均|都|全部|悉数|无一例外|全数|尽数|如数)[^，；。]{0,8}(?:办结|办完|办毕|办理完)"
)
_EXCEPTED = pattern(
    "除|外|其余|余下|剩余|剩下|另|其中|尚|到期|仍|还有|未到|未满|应办|应答|应当|期[限内]|在办|正在|暂|待|因"
)
"""全部办结，(另有)5件在办: those carried over are told beside it."""
_DONE_TOLD = pattern(
    "(?:办结|答复|(?<!继续)办理|完成|(?<!继续)处理)[^，；。]{0,8}\\d|\\d+[件宗份](?:申请)?(?:已|均|全部|按期)*(?:办结|答复)"
)
"""办结195件，全部按期办结: of those."""
_DONE_APART = pattern(
    "(?:申请)?(?:[中里]|当中)?(?:[，,]?其中)?(?:已|均|年内|今年|本年)*(?:办结|答复|办完)了?(?:其中)?的?\\d"
)
"""新收12件均已办结，上年结转的2件(办结1)件: those carried in are told apart."""
_SUM = pattern("(?:合计|共计|总计)(?:为|有)?\\d+[件宗份]$")
_OF_RESULTS = "sum"
_DUE = "due"
"""应办39件: new ones and those carried in."""
_DONE_RATE = pattern("办[结复]率")
_RECEIVED = frozenset(["received", "received_new", "mentioned", "processed"])
_NEW_ONES = frozenset(["received", "received_new"])
_ALL_DEALT_WITH = pattern("(?:办结|办完|办毕|完毕|完结)")
"""均已按期(办结); not 均已按期答复, said of those that were due."""
_OLD_ONES_BEHIND = pattern("，(?:均|都|全部)?(?:为|系|是)(?:□□□)?(?:上年|去年)[^，；。]{0,4}(?:结转|遗留|转来)")
"""3件申请办结率100%(，均为上年结转)"""
_OF_DONE, _OF_RESULT = "N-04", "N-05"
"""What was dealt with has its own row, compared under its own rule."""
_AMONG_THEM = pattern("(?:政府信息公开|信息公开|公开)?(?:申请)?(?:当?中|里|之中|[，,]其中)[，,]?")
"""已办结的26件(中，)"""
_WHOLES = frozenset(
    ["received", "received_new", "received_and_handled", "mentioned", "processed", "handled", "handled_all"]
)
"""What all applications are called; what is said of all of a part of them is left alone."""


class WholeReader:
    """Reads the claims on whole sets of one text, sentence by sentence."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._is_counted = False
        self._told: Number = 0

    def read(self, sentence: SentenceState, counts: Sequence[NumberReading]) -> list[NumberReading]:
        """Return what a sentence says of all applications; ``counts`` are the numbers in the same sentence."""
        text = self._source.text
        if counts:
            self._enter(counts)
        if not grammar.WHOLE.search(text, sentence.start, sentence.end):
            return []
        found = [*self._rates(sentence, counts), *self._results(sentence, counts)]
        for whole in self._source.vocabulary.wholes:
            for match in islice(whole.pattern.finditer(text, sentence.start, sentence.end), _MOST):
                cells = self._is_said_of_all(sentence, match, whole, counts) and self._cells(match, whole, counts)
                if cells:
                    found.append(self._none(match, whole, cells, counts))
        return found

    def _enter(self, counts: Sequence[NumberReading]) -> None:
        """Keep how many applications the text has told of so far, and whether it has counted all of them."""
        self._told += sum(c.value for c in counts if c.kind == "count" and c.key in (*_RECEIVED, "carried_in"))
        self._is_counted = self._is_counted or any(
            c.key in (*_RECEIVED, "handled_all") or (c.key == _DUE and c.kind == "count") for c in counts
        )

    def _is_said_of_all(
        self, sentence: SentenceState, match: re.Match[str], whole: WholeSet, counts: Sequence[NumberReading]
    ) -> bool:
        start = match.start()
        if self._source.topic_at(sentence, match.end()) != "request" or not self._source.is_this_year(sentence, start):
            return False
        before = without_arrangements(self._source.without_asides(sentence.start, start).rpartition("；")[2])
        clause = before.rpartition("，")[2]
        before = clause if NEW_AND_OLD.search(clause) else before  # 去年的答复问题已纠正，收到和结转的申请全部办结
        before = without_each(without_manner(before))
        both = NEW_AND_OLD.sub("新收", before)
        before = WITH_OLD_ONES.sub("", both)
        before, is_list = self._without_parts(before, counts)
        before = without_receiving_office(before)
        if (whole.veto.search(before) and not whole.despite.search(before)) or whole.partial.search(before):
            return False
        kinds = [count for count in counts if count.key == "applicants"]
        is_kind = len(kinds) == 1 and kinds[0] is counts[0] and counts[-1].kind == "other" and len(counts) > 1
        if is_kind and not any(count.key in _WHOLES for count in counts):
            return False  # 律所申请4件，均在10个工作日内答复，公开2件
        told = {count.key for count in counts}
        is_with_old = before != both and _COUNTED.search(before)  # 138件申请（含上年结转8件）全部办结
        is_of_old = "carried_in" in told and told.isdisjoint((*_WHOLES, _DUE)) and not _TOGETHER.search(both)
        if is_of_old and not is_with_old:
            return False  # 在办的8件，个人6件、企业2件，均已答复: those carried in, told by a word used before
        if whole.key == "all_applicants" and (_OF_SOME.search(before) or self._names_result(clause)):
            return False  # 以信函方式提交的均为自然人, 重复申请全部由自然人提出
        if _OF_EVERY.match(clause) and self._names_result(clause):
            return False  # 所有重复申请均在年内办结
        if _OLD_ONES_BEHIND.match(self._source.text, match.end()) or (not is_list and self._is_of_story(start, counts)):
            return False  # 4名律师提出4件申请，均已答复
        if whole.unless and whole.unless.search(self._source.text) and not self._is_contradicted(start):
            return False
        if whole.key.endswith("rate") and any(count.key == "handled" for count in counts):
            return self._is_less(match, counts)  # 答复60件，答复率100%: of those that were due
        is_of_year = bool(_OF_YEAR.search(before))
        is_of_year |= bool(_OF_ALL_REQUESTS.search(before)) and not _SAID_OF_TIME.search(sentence.text)
        is_of_year &= bool(_DONE_RATE.match(match[0])) and not _NEXT_YEAR.search(self._source.text)
        if whole.is_of_counted and not (self._is_counted or is_of_year) and grammar.IN_TIME.search(match[0]):
            return False  # how many that are is not said, and those carried over are in time
        if self._source.text[start - 1 : start] == "（" and self._subject(start, counts) not in (
            *_WHOLES,
            "applicants",
        ):
            return False  # 上年结转2件（均为自然人）
        subject = self._subject(start, counts)
        if subject == "carried":
            return bool(whole.key == "all_handled_rate" and _BESIDE_NEW.search(before))
        return subject in (None, *_WHOLES, _DUE, "carried_in", "applicants")

    def _names_result(self, clause: str) -> bool:
        """Whether the words before a statement on all name a result: it is said of those that had it."""
        role = self._source.vocabulary.concepts.shared(clause, "request") if clause else None
        return role is not None and role.is_result

    def _is_contradicted(self, start: int) -> bool:
        """所有申请全部办结。结转下年度5件: all are done, and some are carried over, and nothing excepts them."""
        text = self._source.text
        paragraph = text[text.rfind("\n", 0, start) + 1 : text.find("\n", start) % (len(text) + 1)]
        return bool(
            _ALL_DONE.match(text, start) and not _EXCEPTED.search(paragraph) and not _DONE_TOLD.search(paragraph)
        )

    def _is_less(self, match: re.Match[str], counts: Sequence[NumberReading]) -> bool:
        """Whether 办结率100% stands beside fewer dealt with than received, or some that are carried over."""
        handled = sum(count.value for count in counts if count.key == "handled" and count.kind == "count")
        is_left = any(count.key == "carried_out" and count.kind == "count" and count.value for count in counts)
        return bool(_DONE_RATE.match(match[0])) and handled > 0 and (is_left or self._told > handled)

    def _is_of_story(self, start: int, counts: Sequence[NumberReading]) -> bool:
        """Whether the clause before is on a number of applications that nothing else was understood of."""
        place = self._source.span(start, start + 1)[0]
        before = [count for count in counts if count.end <= place]
        if not before or (before[-1].key != "unknown" and before[-1].kind != "other"):
            return False
        between = self._source.printed[before[-1].end : place]
        is_story = before[-1].key == "unknown" and _STORY.fullmatch(between)
        return bool(is_story or (_NEXT.fullmatch(between) and _NARROWED.search(before[-1].quote)))

    def _cells(self, match: re.Match[str], whole: WholeSet, counts: Sequence[NumberReading]) -> tuple[str, ...]:
        """Return the cells that are 0: 法人或其他组织4件，均为商业企业 is said of these alone."""
        cells = whole.cells[match.groupdict().get("who", "")]
        place = self._source.span(match.start(), match.start() + 1)[0]
        last = next((c for c in reversed(counts) if c.end <= place and c.kind != "share" and not _is_compared(c)), None)
        if whole.key == "all_applicants":
            if has_own_number(self._source, match.end()):
                return ()
            cells = cells_not_named(self._source, match.end(), cells)
        if whole.key != "all_applicants" or last is None:
            return cells
        if last.key == "unknown" and grammar.BODIES.search(last.quote):
            return ()
        if last.key in ANSWERED:
            if last.kind != "count":
                return ()  # 网上申请办结12件，均为自然人
            return tuple(cell.replace(RECEIVED_ROW, HANDLED_ROW) for cell in cells)  # 办结的47件，申请人全部为自然人
        own = last.ways[0] if last.key == "applicants" and last.ways else cells
        return tuple(cell for cell in cells if cell in own)

    def _without_parts(self, before: str, counts: Sequence[NumberReading]) -> tuple[str, bool]:
        """Return the words before a place without a list of all parts in them, and whether ways in were listed."""
        told = without_ways(before, self._source.words["channel"])
        is_whole = self._is_listed_whole(told, counts)
        return told.partition("其中")[0] if is_whole else told, len(told) < len(before)

    def _is_listed_whole(self, before: str, counts: Sequence[NumberReading]) -> bool:
        """Whether all parts of what was received are listed before a place: 收到8件，其中甲类5件、乙类3件，(均…)."""
        head, opening, listed = before.partition("其中")
        parts = numbers_in(listed) if opening else []
        wholes = numbers_in(head)
        return bool(len(parts) > 1 and wholes and counts) and sum(p.value for p in parts) == wholes[-1].value

    def _subject(self, start: int, counts: Sequence[NumberReading]) -> str | None:
        """Return what the number before a place counts; None for no number."""
        place = self._source.span(start, start + 1)[0]
        told = [count for count in counts if count.end <= place and not _is_compared(count)]
        before = [count for count in told if count.kind != "share" and count.key != "unknown"]
        if before and before[-1].key == "handled" and len(before[-1].ways) > 1 and _SUM.search(before[-1].quote):
            return _OF_RESULTS  # 执法案卷13件、行政查询14件，合计27件: perhaps of these
        return before[-1].key if before else None

    def _results(self, sentence: SentenceState, counts: Sequence[NumberReading]) -> list[NumberReading]:
        """收到申请7件，都得到了予以公开的答复: no other result occurs."""
        text = self._source.text
        roles = _groups(self._source.vocabulary)
        for match in islice(grammar.ALL_OF.finditer(text, sentence.start, sentence.end), _MOST):
            subject = self._subject(match.start(), counts)
            if (
                subject not in (*_WHOLES, "applicants")
                or (subject == "applicants" and not any(c.key in _WHOLES or is_told_of_all(c) for c in counts))
                or grammar.PARTIAL.search(text, sentence.start, match.start())
                or _OF_SOME.search(text, sentence.start, match.start())
                or _PAPERS.search(text, sentence.start, match.start())
                or not self._source.is_this_year(sentence, match.start())
            ):
                continue
            if given := given_to_all(text, match.end(), sentence.end):
                granted = self._source.vocabulary.role("granted")
                return [self._of_all(match.start(), given, granted, cells_if_all_given(roles))]
            for role in roles:
                said = _result(role.anywhere.pattern if role.anywhere else "").match(text, match.end(), sentence.end)
                if said:
                    rows = dict.fromkeys(code for role in roles for code in role.alternatives("")[0])
                    cells = [code for code in rows if code not in role.alternatives("")[0]]
                    end = said.end()
                    return [self._of_all(match.start(), end, role, cells)]
        return []

    def _of_all(self, start: int, end: int, role: Role, cells: Sequence[str]) -> NumberReading:
        span, quote = self._source.span(start, end), self._source.quote(start, end)
        words = ("", _REVIEWED.sub("", self._source.subject(start)))
        return NumberReading(
            *span, quote, 0, "none", f"all_{role.key}", f"均{role.name}", role.rule_id, (tuple(cells),), words=words
        )

    def _rates(self, sentence: SentenceState, counts: Sequence[NumberReading]) -> list[NumberReading]:
        """公开率（含部分公开）为65%: a share with the name of a result."""
        found: list[NumberReading] = []
        for rate in self._source.vocabulary.rates:
            for match in islice(rate.pattern.finditer(self._source.text, sentence.start, sentence.end), _MOST):
                share = share_of(match, "value")
                is_request = self._source.topic_at(sentence, match.end()) == "request"
                this_year = self._source.is_this_year(sentence, match.start())
                if share is None or not is_request or not this_year:
                    continue
                named = [key for _, end, key in sentence.topics if end <= match.start()]
                if sentence.is_foreign and "request" not in named:
                    continue  # 受理户政业务申请128件，办结率93.7%
                clauses = grammar.BREAK.split(self._source.text[sentence.start : match.start()])[-2:]
                is_of_other = clauses[0] != clauses[-1] and "申请" not in clauses[0] and rate.veto.search(clauses[0])
                if rate.veto.search(clauses[-1]) or is_of_other:
                    continue  # 公开预决算信息164条，公开率100%
                span = self._source.span(match.start("value"), match.end())
                quote = self._source.quote(*match.span())
                meaning = f"{rate.name}占办理总计的比例"
                value, slack = (Decimal(match["percent"]), 0) if share.is_exact else (share.middle, share.slack)
                reading = NumberReading(*span, quote, value, "share", rate.key, meaning, rate.rule_id, rate.ways)
                is_of_done = rate.rule_id == _OF_RESULT and self._is_of_done(match.start(), counts)
                found.append(reading._replace(slack=slack, is_of_handled=is_of_done))
        return found

    def _is_of_done(self, start: int, counts: Sequence[NumberReading]) -> bool:
        """Whether a rate stands behind those dealt with that it is of: 已办结的26件中，予以公开12件，公开率46.2%."""
        place = self._source.span(start, start + 1)[0]
        before = [count for count in counts if count.end <= place]
        done = next((count for count in reversed(before) if count.key == "handled" and count.kind == "count"), None)
        if done is None or not _AMONG_THEM.match(self._source.printed, done.end):
            return False
        behind = [count for count in before if count.start > done.start]
        return (
            all(count.rule_id == _OF_RESULT for count in behind) and "；" not in self._source.printed[done.end : place]
        )

    def _none(
        self, match: re.Match[str], whole: WholeSet, cells: Sequence[str], counts: Sequence[NumberReading]
    ) -> NumberReading:
        span, quote = self._source.span(*match.span()), self._source.quote(*match.span())
        scope = self._source.scope(match.start())
        is_rate = whole.key.endswith("rate")
        keys = (*_WHOLES, _DUE)
        wholes = [count for count in counts if count.key in keys and not (is_rate and count.key == "handled")]
        numbers = [count for count in wholes if count.end <= span[0]] or wholes[:1]  # 全部办结，共办结13件
        size = numbers[-1].value if numbers else 0
        keys_of_old = ("carried_in", "carried") if is_rate else ("carried_in",)
        old = [c for c in counts if c.key in keys_of_old and c.kind == "count"] if numbers else []
        old = [c for c in old if c.end <= span[0] or not _DONE_APART.match(self._source.printed, c.end)]
        carried = sum(count.value for count in old)
        is_total = len(numbers) > 1 and size == numbers[-2].value + carried  # 上年结转2件，新收26件，共28件
        size += 0 if is_total or self._holds_old_ones(numbers, old) else carried
        words, bases = ("", self._source.subject(match.start())), tuple(count.value for count in old)
        rule_id = _OF_DONE if whole.key == "all_applicants" and in_row(cells[0], HANDLED_ROW) else whole.rule_id
        ways, name = (tuple(cells),), (whole.key, whole.name, rule_id)
        is_of_new = (
            (bool(numbers) and not old)
            and bool(_ALL_DEALT_WITH.search(match[0]))
            and (not is_rate or grammar.NEW.search(numbers[-1].quote) is not None)  # 收到11件，办结率100%: 11 of 11
            and {count.key for count in wholes} <= _NEW_ONES
        )
        return NumberReading(*span, quote, 0, "none", *name, ways, scope, size, bases, words=words, is_of_new=is_of_new)

    def _holds_old_ones(self, numbers: Sequence[NumberReading], old: Sequence[NumberReading]) -> bool:
        """Whether the last number of some is with those carried in: 办理23件（含上年结转2件）, 应办23件."""
        if not (numbers and old):
            return False
        between = self._source.printed[numbers[-1].end : old[-1].start]
        is_counted_in = _COUNTED_IN.match(self._source.printed, old[-1].end, max(numbers[-1].start, old[-1].end))
        return numbers[-1].key == _DUE or bool(is_counted_in or grammar.INCLUDED.match(between))


def _is_compared(count: NumberReading) -> bool:
    return count.kind == "other" and OTHER_YEAR in count.meaning


@cache
def _groups(vocabulary: TextVocabulary) -> tuple[Role, ...]:
    return tuple(role for role in vocabulary.roles if role.is_result and not role.word and role.anywhere)


@cache
def _result(result: str) -> re.Pattern[str]:
    """Return the pattern of a result that all applications had, to the end of the clause."""
    tail = "的?(?:答复|决定|处理|结果)?" + grammar.BOUNDARY
    return re.compile(f"{grammar.DONE}(?:得到|获得?|给予|作)?了?{grammar.DONE}(?:{result}){tail}")
