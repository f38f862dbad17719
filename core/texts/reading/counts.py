"""Reads the counts of a text: the role of a number by the words before and behind it, or why it has none."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from core.base.patterns import pattern
from core.texts.language import grammar
from core.texts.language.left_alone import OF_SOME, OTHER_YEAR
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.numbers import PrintedNumber
from core.texts.language.own_words import (
    clause_before,
    in_table_unit,
    is_beside_kinds,
    last_place,
    limit_kind,
    own_words,
    says_why_left,
    words_behind,
)
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.sentences import CASE_TEXTS, REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.some_of import (
    ADDED_UP,
    ALL_OUTCOMES,
    OF_PLACE,
    is_of_subset,
    is_part,
    is_some_of,
    is_sum_of_kinds,
)
from core.texts.reading.shares.shares import ShareReader
from core.texts.reading.told import references
from core.texts.reading.told.apart import why_apart, why_of_decisions
from core.texts.reading.told.conjuncts import Conjuncts
from core.texts.reading.told.counted_first import words_up_to_next
from core.texts.reading.told.elided_decisions import names_decisions
from core.texts.reading.told.lapsed import is_lapsed_beside, without_veto
from core.texts.reading.told.named_before import CASES, NounsBefore, topic_behind
from core.texts.reading.told.of_answers import is_answer_to, why_of_answers
from core.texts.reading.told.outcomes import OutcomeReader
from core.texts.reading.told.reasons import BY_CHANNEL, ONE_REASON, OTHER_MATTER, PLANNED, VETOED, Reasons
from core.texts.reading.told.roles import RoleFinder
from core.texts.reading.told.told_bases import is_base, told_together
from core.texts.reading.told.ways import Ways, keep_row, rule_of

_ONE_CASE = ("received", "received_new", "mentioned", *CASES, "cases_about")
_FIRST_ONE = (*_ONE_CASE, "applicants")
_SAID_ALONE = ("N-03", "N-05", "N-06", "N-07")
_GROUPS = ("denied", "unavailable", "not_processed", "not_provided", "other_result")
_APPLICANTS, _WEAK_REASONS = ("applicants", "society"), (OTHER_YEAR, OF_SOME, PLANNED)
_ALL_CASES, _WAYS_TO_COURT = ("cases_review", "cases_lawsuit"), ("cases_direct", "cases_after")
_NOT_ONCE = pattern("(?:没有?|未曾?)(?:[^，；。]{0,8}过|(?:再|有|新|曾)*(?:发生|收到|接到|出现|产生|引发))$")
_OF_THEM = pattern("其中有?|另有?|还有|有")
"""其中(2件复议涉及同一申请人): what stands behind must be known too."""
_REJECTED = "(?:法院)?(?:判决)?驳回[^，；。、\\d]{0,8}[，、](?:\\0|$)"
_FIRST_OUTCOME = pattern(f"(?:被|获|予以|结果)*(?:(?:维持|纠正|纠错|撤销|驳回)、|{_REJECTED})")
"""复议9件(维持、)2件纠正, 诉讼3件(驳回原告诉请，)1件待判: the first of several outcomes."""
_AMONG = pattern("(?:的)?(?:申请|件)?(?:[中里]|当中)(?:，(?!其中)|(?=自然人|公民|商?业?企业|律|社会|科研|法律|公益))")
"""结转18件(中，)正在征求第三方意见7件"""
_BOTH = pattern("（[含包][^（）]{0,2}部分公开）[^，；。（）]{0,6}$")
_SHORT_CLAUSE, _NEAR, _REACH_OF_QUOTE, _SOME_RESULTS = 4, 10, 30, 3
_CASE_UNITS = ("件", "宗", "份", "起", "例", "件次")
_ABOUT_TABLES = (*REQUEST_TEXTS, *CASE_TEXTS, "s2", "note.t2")


class _Found(NamedTuple):
    """The role of a number, on what topic, how many characters behind belong to it, whether all words make it up."""

    role: Role
    topic: str
    used: int = 0
    offices: str = ""
    is_composed: bool = False


class CountReader:
    """Reads the numbers of one text, sentence by sentence."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._reasons = Reasons(source)
        self._roles = RoleFinder(source)
        self._outcomes = OutcomeReader(source)
        self._ways = Ways(source)
        self._nouns = NounsBefore(source, self._roles)
        self._seen: list[PrintedNumber] = []
        self._told: list[NumberReading] = []
        self._conjuncts = Conjuncts(source)
        self._shares = ShareReader(source, self._roles, self._reasons, self._seen)

    def read(self, sentence: SentenceState, numbers: list[PrintedNumber]) -> list[NumberReading]:
        """Return what the numbers of a sentence are, from left to right."""
        found: list[NumberReading] = []
        left_start = sentence.start
        for i, number in enumerate(numbers):
            limit = numbers[i + 1].start if i + 1 < len(numbers) else sentence.end
            self._seen.append(number)
            left = self._source.text[left_start : number.start]
            is_base_only = is_base(self._source, number)
            left = left.rpartition("占")[2] if is_base_only else left
            right = words_up_to_next(self._source.text, left, numbers[i : i + 2], sentence.end)
            sentence.told = [] if "；" in left else sentence.told
            reading, used = self._count(sentence, number, left, right)
            reading, each = self._outcomes.each(sentence, number, left, self._conjuncts.read(sentence, left, reading))
            found += [reading] if reading else []
            if reading and is_base_only:
                if together := told_together(self._source, sentence, self._seen):
                    sentence.row = sentence.last = together
                left_start = number.end + used
                continue
            if reading:
                self._nouns.enter_cases(sentence, number, reading)
                self._told.append(reading)
                sentence.told.append(reading)
                if reading.key in _APPLICANTS and reading.kind == "count":
                    sentence.kinds.append(reading)
                if reading.rule_id == "N-05" and reading.kind == "count":
                    sentence.results.append(reading)
                if reading.kind == "count" and reading.key in _GROUPS:
                    found += self._outcomes.row_of_all(number, right, reading)
                if reading.kind == "count" and reading.value == 1 and reading.key in (_ONE_CASE if i else _FIRST_ONE):
                    found += self._outcomes.of_one(sentence, number, limit, reading.key, is_first=i == 0)
            elif each:
                found += each
            elif self._is_open(sentence, number):
                found.append(self._unknown(number, left))
                sentence.part_of = references.unknown_cases(self._source, sentence, number, left)
            keep_row(sentence, left, reading)
            if reading and reading is sentence.row:
                found += self._outcomes.kind_of_all(sentence, number, right)
            sentence.is_after_unknown = reading is None
            sentence.last = reading or (sentence.last if number.unit in ("%", "") else None)
            left_start = number.end + used
        return found

    def _is_open(self, sentence: SentenceState, number: PrintedNumber) -> bool:
        """Whether the list shows a number that nothing was understood of: where what is counted is in the tables."""
        if number.unit not in _CASE_UNITS:
            return False
        near = range(number.end, number.end + _NEAR)  # 3件公开诉讼等待裁判
        is_near = any(start in near for start, _, _ in sentence.topics)
        return is_near or self._source.code in _ABOUT_TABLES or bool(self._source.topic_at(sentence, number.start))

    def _unknown(self, number: PrintedNumber, left: str) -> NumberReading:
        start, end = self._source.span(number.start, number.end)
        quote = self._source.quote(number.start - len(grammar.BREAK.split(left)[-1]), number.end)
        return NumberReading(start, end, quote, number.value, "other", "unknown", "未识别：不与表格核对")

    def _count(
        self, sentence: SentenceState, number: PrintedNumber, left: str, right: str
    ) -> tuple[NumberReading | None, int]:
        """Return what a number is and how many characters behind it belong to it."""
        left = grammar.INCLUDING.sub(r"\1和\2公开", left) if "部分" in left and "）" in left else left
        own = own_words(left, right, clauses := grammar.BREAK.split(left), is_behind_results=bool(sentence.results))
        references.enter_part(self._source, sentence, left)
        if number.unit == "%":
            sentence.last_share = self._shares.of(sentence, number, left, own)
            return sentence.last_share, 0
        if number.value == 1 and (own.endswith(("没有", "无", "未有")) or _NOT_ONCE.search(own)):
            return None, 0  # 没有一件逾期, 没有发生一起: says that there is none
        sentence.shares = sentence.last_share = None
        if number.unit in _CASE_UNITS:
            self._enter_list(sentence, number, left, own)
        topic = self._source.topic_of(sentence, number)
        behind = grammar.TOLD_WHERE.sub("", right) if "告知" in right or "引导" in right else right
        phrase = Phrase(clause_before(left, right, clauses), own, behind, topic, number.unit)
        again = references.row_referred(self._source, number) or self._nouns.named(sentence, number, own, topic)
        is_each = not again and self._nouns.tells_each(sentence, number, own)
        listed = again or self._listed(sentence, number, phrase, is_each=is_each)
        if listed is None and is_each:
            return None, 0  # 其中因信息公开引发的分别为3件、2件: what they are is said too far away
        if (left + right[:1] == "（）") or grammar.SAME_AGAIN.fullmatch(left + right[:1]):  # 自然人占80%（24件）
            listed = listed or sentence.share_role
        sentence.share_role = None
        found = _Found(listed, topic) if listed else self._found(sentence, number, clauses, phrase)
        if found is None:
            sentence.is_list = sentence.is_list or bool(grammar.LISTS_REQUESTS.search(left))
            sentence.had_parts = sentence.had_parts or sentence.is_list or self._reasons.is_channel(own)
            return None, 0
        role = self._outcomes.named_row(number, number.end + len(right), found.role)
        why = self._why_not(sentence, number, without_veto(role) if found.is_composed else role, own, right)
        why = why or (OF_SOME if is_lapsed_beside(role, own, right, sentence.text) else "")
        if other := self._otherwise(found, role, why, phrase):
            role, found = other.role, other
            why = self._reasons.why_not(sentence, replace(role, veto=None), own, right, number)
        if found.is_composed and role.is_result and sentence.is_after_unknown and left.startswith("，"):
            why = why or OF_SOME  # 要求公开合同的6件，公开了3件
        is_some = is_some_of(sentence, role, left, joined=own if found.used else "")
        is_some = is_some or is_part(sentence.whole, role, found.topic, number, phrase)
        if is_some or is_of_subset(sentence.told, role, number.value) or (role.is_result and self._is_of_kind(phrase)):
            why = why or OF_SOME
        sentence.had_parts = sentence.had_parts or role.is_applicant or why == BY_CHANNEL
        ways = self._ways.of(sentence, number, role, found.topic, clauses[-1])
        is_sure = again or (listed and sentence.is_each_known)
        words = () if is_sure else self._words(sentence, number, found, role, phrase)
        kept = None if found.is_composed else phrase
        reading = self._reading(number, role, ways, why, clauses, found.used, words, kept)
        return references.as_part(sentence, number, role, reading), found.used

    def _why_not(self, sentence: SentenceState, number: PrintedNumber, role: Role, own: str, right: str) -> str:
        """Return why a number is not compared with the tables; "" where it is."""
        why = why_of_decisions(self._source, number, role) or self._reasons.why_not(sentence, role, own, right, number)
        why = why or references.why_base(self._source, number, role, self._told)
        why = why or why_of_answers(self._source, sentence, number, role, own)
        return why or why_apart(self._source, sentence, number, role, own)

    def _found(
        self, sentence: SentenceState, number: PrintedNumber, clauses: list[str], phrase: Phrase
    ) -> _Found | None:
        """Return the role of a number: by the words before it, behind it, of its total, or by all words together."""
        own, right, topic = phrase.own, phrase.behind, phrase.topic
        role = self._roles.left_role(sentence, own, number, topic)
        if role and role.key == "handled" and grammar.OPEN_ANSWER.fullmatch(own):
            role = None
        if role and role.key in CASES:
            framed = self._nouns.framed(sentence, number, role.key)
            return _Found(framed or role, CASES[role.key] if framed else topic_behind(own, right, topic))
        if role:
            return _Found(role, topic_behind(own, right, topic) if role.is_case else topic)
        role, named, used = self._roles.right_role(sentence, own, right, number, topic)
        if role:
            return _Found(role, named, used)
        concepts = self._source.vocabulary.concepts
        is_open = number.unit not in _CASE_UNITS or names_decisions(phrase) or self._is_open(sentence, number)
        composed = concepts.composed(phrase, may_name=True) if is_open and not own else None
        role = self._role_of_total(sentence, clauses, own, number, named) if composed is None else None
        role = role or self._role_beside(sentence, own)
        if role:
            return _Found(role, named)
        if not is_open:
            return None
        composed = composed or concepts.composed(phrase, may_name=True) or self._roles.row_of_list(sentence, phrase)
        if composed:
            return _Found(*composed, is_composed=True)
        row = self._roles.row_told(phrase, number)
        return _Found(row, topic, is_composed=True) if row else None

    def _otherwise(self, found: _Found, role: Role, why: str, phrase: Phrase) -> _Found | None:
        """Return what all words together make of a number whose role is not judged, or is a group of results.

        裁定驳回起诉 is no lawsuit, 上年结转政府信息公开申请 none of last year's, 因第三方不同意不予公开 one row.
        """
        is_group, is_review = role.key in _GROUPS and why in ("", ONE_REASON), role.key in _ALL_CASES and not why
        is_answer = role.key == "handled" and why in ("", OTHER_MATTER) and is_answer_to(phrase.own)
        is_open = is_group or is_review or is_answer or (why == VETOED and role.is_case) or why in _WEAK_REASONS
        if found.is_composed or not is_open:
            return None
        concepts = self._source.vocabulary.concepts
        alone = concepts.composed(phrase._replace(before="", behind="")) if is_review else None
        if alone and alone.role.key in _WAYS_TO_COURT:
            return _Found(*alone, is_composed=True)  # 经复议的1件获维持: how it came to court, whatever came of it
        composed = concepts.composed(phrase, may_name=True)
        if composed is None and is_review and phrase.own:  # 被纠错的2件复议暴露出…
            noun = phrase.behind[: found.used]
            composed = concepts.composed(phrase._replace(before="", behind=noun))
            composed = composed if composed and composed.role.key in ALL_OUTCOMES else None
        if composed is None or composed.role.key == role.key:
            return None
        if (is_group or is_answer) and not (composed.role.word and composed.role.is_result):
            return None
        is_outcome = alone is not None and alone.role.key in ALL_OUTCOMES  # 诉讼4件均胜诉
        if is_review and not is_outcome:
            named_first = found.used and not grammar.ALL_OF.search(phrase.behind)
            is_outcome = bool(named_first or _FIRST_OUTCOME.match(phrase.behind))
        if is_review and composed.role.key not in _WAYS_TO_COURT and not is_outcome:
            return None
        is_kept = composed.role.key.startswith("carried") or (composed.role.is_result and why != PLANNED)
        return None if why in _WEAK_REASONS and not is_kept else _Found(*composed, is_composed=True)

    def _role_beside(self, sentence: SentenceState, own: str) -> Role | None:
        """Return the role of a number that shares it with the one before: 全县95件，(我局)34件; 办结30件，(尚余)3件."""
        last = sentence.last
        if last and last.scope == "wider" and last.key in OF_PLACE and grammar.ONLY_OURSELVES.match(own):
            return self._source.vocabulary.role(last.key)
        if last and last.key in _APPLICANTS and last.kind == "count" and grammar.OTHERS.fullmatch(own):
            return self._source.vocabulary.role("other_applicants")
        if last and last.key == "handled" and last.kind == "count" and grammar.LEFT_OVER.fullmatch(own):
            return self._source.vocabulary.role("carried_out")
        return None

    def _words(
        self, sentence: SentenceState, number: PrintedNumber, found: _Found, role: Role, phrase: Phrase
    ) -> tuple[str, ...]:
        """Return the clauses by which a number was understood: all of their words must be known."""
        own = phrase.own
        is_elided = role.key == "received" and not grammar.HAS_NOUN.search(own)  # 收到2件(律师函)
        is_behind = (
            (found.used and (role.topics or role.key in _ALL_CASES or _OF_THEM.fullmatch(own))) or not own or is_elided
        )
        once = self._source.text.count("结转", sentence.start, sentence.end) == 1
        is_behind = is_behind and not (role.key.startswith("carried") and says_why_left(phrase.behind, is_once=once))
        behind = words_behind(phrase.behind) if is_behind else ""  # 都按时答复：3件(给了全文)
        said = "" if role.rule_id in _SAID_ALONE or is_beside_kinds(role, own, sentence.said) else sentence.said
        known = "" if role.is_understood else own
        words = (found.offices, "", said) if found.is_composed else (known, behind, said)
        return (*words, sentence.head, self._nouns.said_last(sentence, number, own)) if role.topics else words

    def _is_of_kind(self, phrase: Phrase) -> bool:
        """Whether the clause before a number names whose applications it is of: 自然人申请的，1件公开."""
        shared, before = self._source.vocabulary.concepts.shared, phrase.before
        kind = shared(before, phrase.topic) if before.endswith("的") else None
        return kind is not None and kind.is_applicant

    def _enter_list(self, sentence: SentenceState, number: PrintedNumber, left: str, own: str) -> None:
        """Keep the words that a number shares with those before it.

        协助办理申请27件，其中(予以公开20件): the number whose parts are listed; 受理诉求6件，(办结5件): its noun.
        """
        if "）" in left and sentence.outer is not None:
            sentence.before, sentence.outer, sentence.row = sentence.outer, None, None
            sentence.last_told = sentence.outer_last
        else:
            sentence.last_told = sentence.last
        near = self._source.text[max(number.start - _NEAR, sentence.start) : number.start]
        if left and "其中" not in near and (grammar.OF_WHICH.search(near) or _AMONG.match(left)):
            sentence.head, sentence.whole = "", references.told_again(self._source, sentence, self._seen, self._told)
            sentence.part_of = references.whole_not_understood(self._source, sentence, self._seen)
        elif grammar.LIST_BEGINS.search(left):
            sentence.head, sentence.whole = sentence.before, sentence.last_told
            sentence.part_of = references.left_not_understood(self._source, sentence, left, self._seen)
        elif "；" in left or "）" in left or (grammar.NEW_HEAD.match(own) and not left.startswith(("、", "，因"))):
            sentence.before = sentence.head or sentence.before
            sentence.head, sentence.whole, sentence.part_of = "", None, None
        if left.rfind("（") > left.rfind("）"):
            sentence.outer, sentence.outer_last = sentence.before, sentence.last
        is_anew = "；" in left and "新收" in own and self._source.code in REQUEST_TEXTS
        is_elided = left.startswith("、") or not (is_anew or grammar.HAS_NOUN.search(left))
        sentence.said = sentence.before if is_elided else ""
        words = self._source.words
        if not (words["compare"].search(own) or words["other_years"].search(own)):
            sentence.before = f"{sentence.said}{own}"

    def _listed(self, sentence: SentenceState, number: PrintedNumber, phrase: Phrase, *, is_each: bool) -> Role | None:
        """予以公开、部分公开分别为5件、3件: roles are handed out in order."""
        if is_each:
            if _BOTH.search(self._source.text, sentence.start, number.start):
                return None  # 自然人和企业的公开（含部分公开）分别为159件、13件
            head = self._nouns.head_of_list(sentence, number)
            named = self._nouns.each_named(number, phrase.own, head, phrase.topic)
            sentence.is_each_known = bool(named)
            sentence.respectively = named or self._nouns.listed(number, head, phrase.topic)
        elif phrase.own:
            sentence.respectively, sentence.is_each_known = [], False
        return sentence.respectively.pop(0) if sentence.respectively else None

    def _role_of_total(
        self, sentence: SentenceState, clauses: list[str], own: str, number: PrintedNumber, topic: str
    ) -> Role | None:
        """信函5件、当面3件，共8件: a bare total takes the role of what stands before it."""
        is_total = bool(grammar.TOTAL.match(own))
        if is_total and is_sum_of_kinds(sentence, number.value):
            return None  # 公益组织2件、科研机构1件，合计3件: each of them is compared
        is_sum = is_total and grammar.SURE_TOTAL.search(own) and len(sentence.results) >= _SOME_RESULTS
        if is_sum and sentence.last and sentence.last.rule_id == "N-05":
            named = self._roles.role_of_clauses(sentence, clauses[-2:-1], number, topic)
            if named is None or not named.word:  # 信访3件，不予公开的都是执法案卷，合计5件: of this row
                return self._roles.total_of(sentence, number)
        if is_total and sentence.had_parts and topic == "request" and number.unit in _CASE_UNITS:
            sentence.is_part = False
            sentence.said = "" if sentence.is_list else sentence.said
            return self._source.vocabulary.role("received")
        if is_total and topic == "request" and sentence.last and sentence.last.key in ADDED_UP:
            return self._source.vocabulary.role("received")
        is_changed, changed = self._nouns.changed(sentence, clauses[-1], own, number, topic)
        if is_changed:
            return changed
        follows_colon = self._source.text[number.start - len(clauses[-1]) - 1] == "："
        earlier = [c for c in clauses[:-1] if c][-2:] if is_total else clauses[-2:-1] if follows_colon else []
        if is_total or grammar.EMPTY.match(own):
            return self._roles.role_of_clauses(sentence, earlier, number, topic)
        return None

    def _reading(
        self,
        number: PrintedNumber,
        role: Role,
        ways: Alternatives,
        why: str,
        clauses: list[str],
        used: int,
        words: tuple[str, ...],
        phrase: Phrase | None,
    ) -> NumberReading:
        start, end = self._source.span(number.start, number.end)
        length = len(clauses[-1])
        if length < _SHORT_CLAUSE and len(clauses) > 1 and clauses[-2] not in (*references.OF_THE_LAST, "外"):
            length += len(clauses[-2]) + 1
        quote = self._source.quote(number.start - length, number.end + used * (used <= _REACH_OF_QUOTE))
        value = in_table_unit(number) if role.key == "fees" and not why else number.value
        scope = self._source.scope(number.start)
        if why:
            other = value, "other", role.key, f"{role.name}（{why}，不核对）"
            return NumberReading(start, end, quote, *other, ways=ways, scope=scope, words=words)
        last = in_table_unit(number._replace(value=last_place(number.value))) if number.unit == "亿元" else 0
        kind = limit_kind(self._source.text, number, role.key)
        what = value, kind, role.key, role.name, rule_of(role, ways), ways, scope
        return NumberReading(start, end, quote, *what, slack=number.slack or last, words=words, phrase=phrase)
