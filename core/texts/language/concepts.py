"""Puts the meaning of a number together from all words of its phrase, in any order, where no pattern knows it.

年末还在手上的1件 says END and CARRY, so it is what is carried over; 家长问学区的11件 is left alone: 学区 is no word
of the lists. A phrase is understood as a whole or left alone: each character belongs to a word that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from core.base.patterns import pattern
from core.texts.language import concept_sets as sets
from core.texts.language import everyday_names, everyday_reasons
from core.texts.language.further_clauses import GO_ON, MOSTLY, Means, goes_on, next_clause, told_ahead, told_further
from core.texts.language.grammar import ALL_OF, ASKED_FOR, BREAK, CLASSIFIED, REASON_FIRST, SAID_OF_ALL
from core.texts.language.kinds_together import OF_ASKING, subject, together
from core.texts.language.known_words import KnownWords
from core.texts.language.meanings import Role
from core.texts.language.phrase_said import (
    CASE,
    MONEY,
    NAMES_ROW,
    Composed,
    Phrase,
    tells_nothing,
    unit_of,
    without_exception,
)
from core.texts.language.role_keys import OUTCOMES
from core.texts.language.words_behind import GOES_ON, own_words_behind

_OWN, _KINDS = (
    ("我", "本"),
    (*"局委办厅院镇乡馆站所园会社队厂校处室台部县市区", "中心", "街道", "单位", "机关", "公司", "行政机关"),
)
"""我馆, 本站: the unit itself."""
_OF_RESULTS, _PAPERS, _DONE = "件宗份起例", "份", "handled"
"""Units of results; 条 are those of what is published, or of problems: 形成问题清单21条，销号19条."""
_TO_COURT = ("direct", "after")
_HIDDEN_DAYS = pattern("([◇◆])\\1+")
"""截至◇◇◇◇◇◇: a day, however many characters it had."""
_GOVERNMENT = pattern("[\u4e00-\u9fff]{2,4}?[省市县区州旗]人民政府")
"""平陵县人民政府: any place has one."""
_PREDICATE = pattern(
    "[已在于也则由经因需待将正按现皆逐多]|无一|[没未]有?一[件起例宗]|[零无]败诉|未败诉|并(?!案)|主要|集中|当[天日月年场]"
)
"""上年末留下的8件(在一季度销号): what begins a statement on all that was counted."""
_REQUESTS = pattern("^的?(?:政府信息公开|信息公开)?申请(?=[已于也则将正现皆均都]|需|全部)")
"""未到期的19件(申请)将在◇前办结"""
_AMONG = pattern("[中里内]有?$")
"""15件(申请中有)3件经补正"""
_OF_ALL = "N-01"


class _Meaning(NamedTuple):
    """What a phrase means that says all of some concepts and perhaps others, but nothing else; its place among all."""

    place: int
    role: Role
    all: frozenset[str]
    all_or_may: frozenset[str]


class Concepts:
    """The words of a format by what they say (``words``), and what they mean together."""

    def __init__(
        self,
        words: Mapping[str, list[str]],
        function_words: Iterable[str],
        meanings: Iterable[Mapping[str, Any]],
        roles: Iterable[Role],
    ) -> None:
        others = {f"{own}{kind}": sets.NO_CONCEPT for own in _OWN for kind in _KINDS}
        self.words = KnownWords(words, {**others, **everyday_reasons.MARKS, **everyday_names.MARKS}, function_words)
        roles = [*roles]
        self._units = {unit for role in roles for unit in role.units}
        by_name = {role.word or role.key: role for role in roles}
        self._received = by_name.get("received")
        made = [(by_name.get(record["role"]), record["all"], record.get("may", [])) for record in meanings]
        made.sort(key=lambda one: -len({*one[1]}))
        self._meanings: dict[str, list[_Meaning]] = {}  # by one of the concepts that each must say
        for place, (role, need, may) in enumerate(made):
            if role:
                meaning = _Meaning(place, role, frozenset(need), frozenset([*need, *may]))
                self._meanings.setdefault(need[0], []).append(meaning)
        self._composed: dict[Phrase, Composed | None] = {}
        self._kept: dict[str, frozenset[str] | None] = {}

    def said(self, phrase: str) -> frozenset[str] | None:
        """Return the concepts of a phrase; None where a character of it belongs to no known word."""
        if phrase not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            said = self._read(phrase)
            is_open = said is None or said >= sets.HIDDEN or everyday_reasons.BESIDE in said
            others = everyday_reasons.marked(phrase) if is_open and len(phrase) <= _LONGEST else ()
            self._kept[phrase] = next(filter(None, map(self._read, others)), said)
        return self._kept[phrase]

    def _read(self, phrase: str) -> frozenset[str] | None:
        """Take a phrase apart into as few known words as can be; nobody understands a very long one."""
        if len(phrase) > _LONGEST:
            return None
        phrase = _GOVERNMENT.sub("县政府", phrase) if "人民政府" in phrase else phrase
        if not self.words.characters.issuperset(phrase):  # as of most phrases
            return None
        phrase = _HIDDEN_DAYS.sub(r"\1", phrase) if "◇" in phrase or "◆" in phrase else phrase
        self.words.meet(phrase)
        concepts, lengths = self.words.concepts, self.words.lengths
        best: list[_Words | None] = [(0, None, sets.NO_CONCEPT)]
        for end, char in enumerate(phrase, 1):
            found: _Words | None = None
            for length in lengths.get(char, ()):
                before = best[end - length] if length <= end else None
                if before is None or (found and before[0] + 1 >= found[0]):
                    continue
                concept = concepts.get(phrase[end - length : end])
                if concept is not None:
                    found = before[0] + 1, before, concept
            best.append(found)
        return _concepts_of(best[-1]) if best[-1] else None

    def is_on_reports(self, clause: str) -> bool:
        """Whether a clause is understood as a whole and speaks of applications, reviews or lawsuits only."""
        said = self.said(clause)
        if said is None and (said := self._read_marked(clause, "both")) and sets.RECEIVED in said:
            return False  # 市政府复议委员会受理268件: of whom is not said
        return said is not None and not said & sets.OF_OTHER_MATTERS

    def is_on_flow(self, clause: str) -> bool:
        """Whether a clause is understood as a whole and tells applications as such, not what they ask for."""
        said = self.said(clause)
        return said is not None and said <= sets.OF_CARRIED | sets.OF_RECEIVED

    def _read_marked(self, clause: str, topic: str) -> frozenset[str] | None:
        """Return the concepts of a clause with the everyday names of a topic; None where it is not understood."""
        told = everyday_names.marked(clause, topic) if len(clause) <= _LONGEST else ""
        return self._read(told) if told else None

    def is_on_powers(self, clause: str) -> bool:
        """Whether a clause is understood as a whole and speaks of documents and decisions only."""
        said = self.said(clause)
        said = self._read_marked(clause, "") if said is None else said
        return bool(said and said <= sets.OF_POWERS)

    def composed(self, phrase: Phrase, *, may_name: bool = False) -> Composed | None:
        """Return what the words around a number mean together; None where they are not understood as a whole.

        ``may_name``: whether they may name offices, which the caller sees to.
        """
        made = self._composed_of(phrase)
        return made if made is None or may_name or not made.offices else None

    def _composed_of(self, phrase: Phrase) -> Composed | None:
        if phrase not in self._composed:
            if len(self._composed) > _MOST_KEPT:
                self._composed.clear()
            made = self._compose(phrase)
            made = self._compose_spoken(phrase) if made is None or made.is_of_one_after_another(phrase) else made
            made = made and made.in_its_topic(phrase)
            is_of_kind = made and made.role.is_applicant and not phrase.own  # 9件申请由自然人（7件）和企业（2件）提出
            is_split = is_of_kind or (made and ALL_OF.match(phrase.behind))  # 14件均为信访（8件）、重复申请（6件）
            self._composed[phrase] = None if is_split and phrase.behind.endswith("（" + GOES_ON) else made
        return self._composed[phrase]

    def _compose_spoken(self, phrase: Phrase) -> Composed | None:
        """Return what the words around a number mean with the everyday names of its matter marked."""
        if phrase.unit not in self._units or not everyday_names.may_tell(*phrase[:4]):
            return None
        made, offices = self._compose_marked(phrase), ""
        if made is None:
            (before, in_before), (own, in_own), (behind, in_behind) = map(everyday_names.without_offices, phrase[:3])
            if not (in_before or in_own or in_behind):
                return None
            made = self._compose_marked(phrase._replace(before=before, own=own, behind=behind))
            offices = "，".join(filter(None, (in_before, in_own, in_behind)))
        return made and made._replace(used=len(own_words_behind(phrase.behind)) if made.used else 0, offices=offices)

    def _compose_marked(self, phrase: Phrase) -> Composed | None:
        before, own, behind = (everyday_names.marked(words, phrase.topic) or words for words in phrase[:3])
        return self._compose(phrase._replace(before=before, own=own, behind=behind, unit=unit_of(phrase)))

    def _compose(self, phrase: Phrase) -> Composed | None:
        if tells_nothing(phrase, self._units):
            return None
        phrase, behind = without_exception(phrase, own_words_behind(phrase.behind))
        if ASKED_FOR.match(behind) or behind.startswith("分别"):
            return None  # 1件申请公开举报人信息: what is asked for, not what came of it
        if behind and MOSTLY.fullmatch(behind):
            if not phrase.own:
                return None
            behind = ""
        said, said_behind = self.said(phrase.own), self.said(behind)
        if said_behind is None and (said or not phrase.own):  # 60件办结件(全部留痕)
            noun = SAID_OF_ALL.split(behind, maxsplit=1)[0]
            said_behind = self.said(noun) if noun != behind else None
        if said_behind and sets.NONE in said_behind and _PREDICATE.match(behind):
            said_behind = None  # 已收到裁判文书的25件(无一败诉)
        if said and said_behind is None and not _AMONG.search(phrase.own):
            is_plain = bool(_PREDICATE.match(_REQUESTS.sub("", behind)))
            if is_plain or GO_ON.match(behind):
                return self._whole(phrase, said, None if is_plain else behind)
        if (said is None or everyday_reasons.IF in said) and NAMES_ROW.search(
            phrase.own
        ):  # 正在立案查处、属于执法案卷的3件
            row = self.row(NAMES_ROW.split(phrase.own)[-1])
            return Composed(row, phrase.topic, 0) if row and not said_behind else None
        if said is None or said_behind is None:
            return None if said is None or said else self._told_further(phrase)
        if kinds := self._of_kinds(phrase, said | said_behind):
            return Composed(kinds, phrase.topic, 0 if said else len(behind))
        if not said and said_behind == {sets.REQUEST}:
            return None  # 12件申请中
        if not phrase.own and REASON_FIRST.match(phrase.before):  # 因属于信访事项，6件不予处理
            reason = self.meaning(said_behind | (self.said(phrase.before) or frozenset()), phrase.topic, phrase.unit)
            is_told = reason and (reason[0].word or reason[0].key.startswith("carried"))
            return Composed(*reason, len(behind)) if reason and is_told else None
        meaning = self.meaning(said | said_behind, phrase.topic, phrase.unit)
        if meaning and meaning[0].rule_id == "N-01" and phrase.before.endswith("的"):  # 没能了结的，…申请加在一起6件
            meaning = told_ahead(phrase.before, self.said, self._means(phrase)) or meaning
        if meaning:
            return Composed(*meaning, 0 if said else len(behind))
        before = self.said(phrase.before)  # 补正后没有再交材料的，终止办理(5件)
        if not said and not said_behind and phrase.own:  # 其中1件当事人不服，(未经复议直接起诉)
            further = self.said(next_clause(phrase.behind, GOES_ON))
            meaning = self.meaning(further, phrase.topic, phrase.unit) if further else None
            if meaning and not (before is None and sets.DONE in (further or ())):  # 涉及征地的不多：共3件，均已答复
                return Composed(*meaning, 0)
        meaning = self.meaning(said | said_behind | before, phrase.topic, phrase.unit) if before else None
        if meaning:
            return Composed(*meaning, 0 if said else len(behind))
        return None if said else self._told_further(phrase)

    def _whole(self, phrase: Phrase, said: frozenset[str], behind: str | None) -> Composed | None:
        """Return what the words before a number say alone, where those behind it tell something of all of these."""
        made = self.meaning(said, phrase.topic, phrase.unit)
        is_told = made and not made[0].is_result and (behind is None or goes_on(made[0], phrase.own, behind))
        return Composed(*made, 0) if made and is_told else None

    def _of_kinds(self, phrase: Phrase, said: frozenset[str]) -> Role | None:
        """Return what a number of several kinds of applicants is, or of the one that the clause before it names."""
        if phrase.topic != "request" or self._received is None:
            return None
        if sets.AND in said and (kinds := together(said, phrase.own, self._received)):
            return kinds
        is_open = not said - OF_ASKING and phrase.before and phrase.unit in _OF_RESULTS
        kind = subject(phrase.before, phrase.own, self.said) if is_open else ""
        meaning = self.meaning(frozenset([kind]), "request", phrase.unit) if kind else None
        return meaning[0] if meaning and meaning[0].is_applicant else None

    def _told_further(self, phrase: Phrase) -> Composed | None:
        if phrase.own not in ("", "有", "共有", "对"):
            return None
        made = told_further(phrase.before, phrase.behind, GOES_ON, self.said, self._means(phrase))
        return Composed(*made, 0) if made else None

    def _means(self, phrase: Phrase) -> Means:
        return lambda said: self.meaning(said, phrase.topic, phrase.unit)

    def contradicts(self, own: str, topic: str, unit: str) -> bool:
        """Whether the words of a clause are all known but mean nothing together: 第三方同意公开."""
        said = self._read(own)
        return bool(said and said.isdisjoint(sets.UNSURE) and not self.meaning(said, topic, unit or "件"))

    def absent(self, clause: str, topic: str) -> list[tuple[Role, tuple[str, ...]]]:
        """Return what a clause says there is none of, each with its cells; nothing where it is not understood."""
        segments = clause.split("、")
        if len(segments) > 1 and all(sets.NONE in (self.said(segment) or ()) for segment in segments):
            return [one for segment in segments for one in self.absent(segment, topic)]  # 零申请、零复议
        said = self.said(clause)
        if said is None and everyday_names.may_tell("", clause, "", topic):
            said = self._read_marked(clause, topic)
        if not said or sets.NONE not in said:
            return []
        joined, said = sets.AND in said, said - {sets.NONE, sets.AND}
        if said - {sets.ALL} == {sets.RECEIVED}:
            return []  # 均未作登记
        said -= {sets.RECEIVED} if said & sets.ASKED_ROWS else {sets.NONE}  # 没有收到要求重新出具的申请
        unit = MONEY if topic == "fee" and "NOTICE" not in said else CASE
        meaning = self.meaning(said, topic, unit)
        nouns = said & sets.NOUNS
        if meaning and not (joined and len(nouns) > 1):
            return [(meaning[0], meaning[0].alternatives(meaning[1])[0])]
        found = [self.meaning(said - nouns | {noun}, topic, unit) for noun in sorted(nouns)]
        known = [one for one in found if one]
        return [(role, role.alternatives(named)[0]) for role, named in known] if len(known) == len(found) else []

    def row(self, clause: str) -> Role | None:
        """Return the row of table three that a clause names and nothing else, if any."""
        said = self.said(clause)
        meaning = self.meaning(said, "request", "件") if said else None
        return meaning[0] if meaning and meaning[0].is_result and meaning[0].word else None

    def classified(self, right: str) -> Role | None:
        """Return the row that a clause behind a number says it belongs to: 一人提了10件，经认定属于重复申请."""
        asked, *clauses = BREAK.split(right.partition("；")[0])
        if ASKED_FOR.match(asked) or (asked.startswith(_NARROWING) and self.said(asked) is None):
            return None  # 2件申请要求公开举报人姓名，认定为个人隐私: those who asked for that
        for clause in clauses:
            if clause.startswith(_IN_GENERAL):
                return None
            if CLASSIFIED.match(clause) and not clause.endswith(GOES_ON):
                return self.row(CLASSIFIED.sub("", clause))
        return None

    def of_all(self, clause: str, topic: str) -> tuple[Role, str] | None:
        """Return the role that a clause says all applications or cases have, and on what topic."""
        said = self.said(clause)
        if (
            not said
            or sets.ALL not in said
            or said & (sets.UNSURE | {sets.NONE})
            or not (said & sets.SUBJECTS or "申请人" in clause)
        ):
            return None
        return self.meaning(said, topic, "件")

    def outcome(self, clause: str, topic: str) -> Role | None:
        """Return what a clause says that came of the only case: 县政府维持我镇答复, 告知本机关不掌握."""
        said = self.said(clause)
        meaning = self.meaning(said, topic, "件") if said and not said & {sets.NONE, sets.AND, sets.ALL} else None
        role = meaning[0] if meaning else None
        return role if role and (role.is_result or role.key in OUTCOMES) else None

    def shared(self, clause: str, topic: str) -> Role | None:
        """Return the kind of applicant or the result that a clause says most applications have, if nothing else."""
        said = self._read(clause)
        meaning = self.meaning(said, topic, "件") if said and not said & {sets.NONE, sets.AND} else None
        return meaning[0] if meaning and (meaning[0].is_result or meaning[0].is_applicant) else None

    def _beside(self, said: frozenset[str], topic: str, unit: str) -> tuple[Role, str] | None:
        """Return what concepts make up beside words that change nothing for a row, and may for anything else."""
        if "REPEAT" in said and not said & everyday_reasons.RESULTS:
            return None  # 因内容重复，与在办申请合并答复
        meaning = self.meaning(said, topic, unit)
        is_row = meaning and meaning[0].is_result and (meaning[0].word or "HANDED" in said or "OPEN" in said)
        is_row = is_row and unit != _PAPERS and not said.isdisjoint(sets.ROWS_TOLD)
        return meaning if is_row or topic in everyday_names.OF_CASES else None

    def meaning(self, said: frozenset[str], topic: str, unit: str) -> tuple[Role, str] | None:
        """Return the role that concepts make up in a sentence on a topic, and the topic that they name themselves."""
        is_summed = sets.SUMMED in said  # 复议和诉讼相加
        said -= {sets.ALL, sets.SUMMED}
        if is_summed and topic in _TO_COURT:
            return None  # 直接起诉4件，复议后起诉11件，两类合起来维持10件
        if everyday_reasons.BESIDE in said:
            return self._beside(said - {everyday_reasons.BESIDE}, topic, unit)
        if everyday_reasons.IF in said:
            said = said - {everyday_reasons.IF} if said & everyday_reasons.RESULTS else frozenset()
        if (topic == "request" or topic in everyday_names.OF_CASES) and sets.DONE not in said:
            said -= {sets.DECIDE}  # 作了不予公开处理
        said = frozenset([sets.OF_TOPIC.get((topic in everyday_names.OF_CASES, concept), concept) for concept in said])
        if sets.AND in said:  # 行政许可和行政处罚, unless both say the same: 过程性信息、讨论记录
            said = said - {sets.AND}
            is_both = is_summed and said >= sets.BOTH_KINDS and not said & everyday_names.OUTCOMES
            if (
                not is_both
                and len(said - sets.GROUPS) > 1
                and not (said <= sets.OF_CARRIED or said - sets.GROUPS <= sets.OF_RECEIVED)
            ):
                return None
        named = next((key for concept, key in sets.WAYS if concept in said), topic)
        named = topic if named == "lawsuit" and topic in _TO_COURT else named
        if named == "both" or (named == "review" and "COURT" in said and "REVIEW" not in said):
            named = next((key for concept, key in sets.DECIDES if concept in said), named)
        for meaning in sorted([meaning for concept in said for meaning in self._meanings.get(concept, ())]):
            role = meaning.role
            if (
                meaning.all <= said <= meaning.all_or_may
                and unit in role.units
                and (unit in _OF_RESULTS or not (role.is_result or role.key == _DONE))
                and role.alternatives(named)
            ) and (not role.topics or named in role.topics):
                return role, named
        return None


_Words = tuple[int, "_Words | None", str]
"""The begin of a phrase as known words: how many they are, all but the last, and what the last one says."""


def _concepts_of(words: _Words | None) -> frozenset[str]:
    said: set[str] = set()
    while words:
        _, words_before, concept = words
        said.update(concept.split())
        words = words_before
    return frozenset(said)


_IN_GENERAL = ("凡", "但凡", "只要", "如", "若")
"""问出警经过的7件，(凡)已立卷的，按执法案卷不予公开: said of some of them."""
_NARROWING = ("申请", "反映", "涉及", "关于", "有关", "要求", "请求", "想")
_LONGEST = 80
"""Characters of a phrase that is taken apart."""
_MOST_KEPT = 4096
"""Phrases whose concepts are kept; a text of random words must not fill the memory."""
