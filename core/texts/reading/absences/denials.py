"""Reads what a text says there is none of: 未收到申请, 无行政处罚权, 未发生行政复议, 均维持."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from core.base.patterns import holds_one, pattern
from core.form.known_cells import AFTER_ROW, DIRECT_ROW
from core.texts.language import grammar
from core.texts.language.court_words import REVIEW_IN_COURT, REVIEWS_TOLD, UPHELD
from core.texts.language.meanings import NounList
from core.texts.language.numbers import han_number, numbers_in
from core.texts.reading.absences.all_of_some_cases import is_of_some_cases
from core.texts.reading.absences.decided_ones import NEITHER, deciding, is_of_decided, is_of_one_instance, tells_pending
from core.texts.reading.absences.denied_of_some import is_denied_of_some, is_of_one_channel, is_of_other_cases, of_few
from core.texts.reading.absences.of_those_told import is_of_those_told
from core.texts.reading.absences.sorts_denied import denies_a_sort, noun_behind, own_span, way_denied, with_words_of
from core.texts.reading.absences.ways_told import is_of_that_way, is_said_of_some, of_outcome
from core.texts.reading.sentence.bare_cases import is_bare
from core.texts.reading.sentence.sentences import CASE_TEXTS, REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.told.cases_again import is_of_told

_NAMED = (("复议后", f"{AFTER_ROW}."), *((word, f"{DIRECT_ROW}.") for word in ("直接", "径行", "径直", "径自")))
_ONLY = {"direct": f"{DIRECT_ROW}.", "after": f"{AFTER_ROW}."}
"""复议后起诉6件，全部维持: only the cells of that group."""
_OF_SOME = pattern("\\d[件起宗][^，；。\\d]{0,8}[中里]，|其中[^，；。]{0,12}\\d")
CASES_NAMED = ("复议", "诉", "维持", "争议", "案件")
"""What a sentence on cases holds one of, the last in a text on cases only."""
_POWERS = ("行政许可", "行政处罚", "行政强制")
_NOT_OURS = pattern(
    "(?P<power>(?:行政)?(?:许可|处罚|强制)(?![^，；。]{0,4}(?:和|、|及))[^，；。\\d]{0,10})(?:由|归|属|统一由|集中由)[^，；。]{2,24}[，；](?P<mid>)"
    "(?:我|本)[局委办厅院镇乡街机单中级][^，；。]{0,6}?(?:没有|无|不具有|不具备|不享有|不行使|不承担|不再行使)(?:这|此|该|相关|相应)?(?:一|项|类|种)*(?:行政)?(?:权力?|权限|职权|职能|职责|事项)",
    needs=["许可", "处罚", "强制"],
)
_BUT_PENDING = pattern(
    "除[^，。；]{0,8}(?:(?:未|尚|在|待|仍|等)[^，。；]{0,6}(?:审结|结案|审理|裁决|判决|办结|开庭|宣判)|在审|待审|待判|待决|未决|未判)"
    "[^，。；]{0,4}(?:之|以)?外，?[^，。；]{0,16}$|(?:信访|投诉|举报|工单|建议|提案|热线|咨询|来信)(?:(?!复议|诉讼|案)[^，。；]){0,10}\\d[^，。；\\d]{0,4}$"
)
"""(除1件尚未审结外，其余)均未被纠正: none of those that are closed was; (信访5件)都已办结: nothing on cases."""
_AFTER_UPHELD = pattern(
    "诉[^；。]*经过?(?:行政)?复议(?:机关)?维持|维持(?:之|以)?后[^，；。]{0,10}诉|(?:维持|胜诉|支持)的(?:[^，；。\\d]{0,6}\\d+[件起宗]|[^，；。\\d]{0,4}案件?，)"
)
_CASES_CLEARED = pattern("^(?!.*(?:积案|陈案|旧案|历史|历年|遗留|超期|逾期|存量)).*(?:复议|诉|案件?|在审|未结)")
"""(复议、诉讼)均已清零; not (历史积案)清零"""
_OUTCOME_NAMED = pattern("(?<=[，；。])(?:上述|这些)?(?:尚?未(?:审)?结|在审|待审|被?纠正|维持|败诉)的(?:案件)?$")
"""(未结的)均为复议后起诉: of these, however many they are, which is compared with their cells."""
_NOT_MEANT = pattern("(?<=[经过])(?:行政)?复议(?=[而之以]?后)|除[^，。；]{0,20}外，(?=其)")
"""(除1件诉讼未审结外，)其余均维持: of reviews too, where these were told before."""
_DENIED_NUMBER = pattern(
    "(?:从?未|没有|未曾)(?:发生|产生|出现)过?(?:因|由|涉及?|有关|关于|与|政府信息公开|信息公开|工作|相关|而|引发|引起|产生|的|类)*"
    "(?:行政)?(?:复议|诉讼)(?:案件|案)?\\d+[件起宗]"
)
"""未发生政府信息公开行政复议3件"""
_STATE = pattern("的?(?:良好|优良|理想|稳定|可喜)?(?:局面|态势|成绩|记录|纪录|状态|佳绩)")
"""保持零复议、零诉讼(的良好局面)"""
_LOSS_APART = pattern(
    "(?:诉讼|复议|应诉|案件)[、，和及与](?:零|无|没有|未发生|未出现)(?:败诉|纠错|纠正|撤销)(?:案件|情形|情况)?$"
)
"""零(诉讼、零败诉): no lawsuit, which also says that none was lost."""
_MARK_OF_PARTS = pattern("[；。！？\\n]")
_CASES_BEFORE = pattern("(\\d+)[件起宗]")
_CLAUSE = pattern("[，、：]")
_WORDS_SLACK = 5
"""Points by which a rate in tenths may differ: 支持率为六成."""
_Groups = tuple[str, ...]
_MOST = 4
"""Claims on lost cases that are read in one sentence."""
_OF_ALL = ("all_closed", "no_loss")
_ALL_CASES = pattern("(?:全年|本年|今年)?(?:政府信息公开|信息公开)?(?:行政)?(?:复议|诉讼|应诉)(?:案件|案)?的?")


class DenialReader:
    """Reads the plain 没有 of one text, sentence by sentence."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._case_groups: tuple[str, ...] = ()

    def read(self, sentence: SentenceState, counts: Sequence[NumberReading]) -> list[NumberReading]:
        """Return what a sentence says there is none of; ``counts`` are its numbers."""
        found = self._case_denials(sentence, counts)
        found = [r for r in found if r.key not in _OF_ALL or not self._is_of_some(sentence, r, counts)]
        if grammar.NEGATION.search(self._source.text, sentence.start, sentence.end):
            found = [*self._plain_denials(sentence), *self._list_denials(sentence), *found]
            found += self._powers_of_others(sentence)
        return found

    def _is_of_some(self, sentence: SentenceState, reading: NumberReading, counts: Sequence[NumberReading]) -> bool:
        if _is_of_others(reading, counts) and not is_of_told(sentence):
            return True
        start, printed = self._source.span(sentence.start, sentence.start + 1)[0], self._source.printed
        return is_of_some_cases(printed[start : reading.start], printed[reading.end :])

    def _plain_denials(self, sentence: SentenceState) -> list[NumberReading]:
        found: list[NumberReading] = []
        taken: set[tuple[str, int]] = set()
        for denial in self._source.vocabulary.denied_by(sentence.held):
            for match in denial.pattern.finditer(self._source.text, sentence.start, sentence.end):
                if (denial.key, match.end()) in taken or (denial.veto and denial.veto.search(match["mid"] or "")):
                    continue
                is_known = "公开" in match[0] or self._source.topic_at(sentence, own_span(match)[0]) == denial.topic
                if (denial.topic and not is_known) or not self._source.is_this_year(sentence, match.start()):
                    continue
                before = self._source.text[sentence.start : match.start()]
                is_by_way = denial.key == "none_received" and is_of_one_channel(before, sentence.text)
                if is_by_way or is_denied_of_some(before):
                    continue
                taken.add((denial.key, match.end()))
                found.append(self._none(match, denial.key, denial.name, denial.rule_id, denial.cells))
        return found

    def _list_denials(self, sentence: SentenceState) -> list[NumberReading]:
        """Return the nouns of lists behind or before a negation, each with its cells."""
        found: list[NumberReading] = []
        for known in self._source.vocabulary.lists:
            for listed in known.patterns if holds_one(sentence.text, known.cells) else ():
                for match in listed.finditer(self._source.text, sentence.start, sentence.end):
                    if known.topic and self._source.topic_at(sentence, match.end()) != known.topic:
                        continue
                    if known.veto.search(self._source.clause(match.start(), match.end())):
                        continue
                    before = self._source.text[sentence.start : match.start()].rpartition("；")[2]
                    if (known.topic and grammar.OF_THE_OTHERS.search(before)) or of_few(before, match[0]):
                        continue  # 除信访举报投诉外，没有不予处理的情形; 对初次违法的38户未实施行政处罚
                    if self._source.is_this_year(sentence, match.start()):
                        found += self._nouns_denied(match, known)
        return found

    def _nouns_denied(self, match: re.Match[str], known: NounList) -> Iterator[NumberReading]:
        left = match["list"]
        for noun in sorted(known.cells, key=len, reverse=True):
            if noun in left:
                left = left.replace(noun, " ")
                yield self._none(match, f"none_{noun}", f"无{noun}", known.rule_id, known.cells[noun])

    def _powers_of_others(self, sentence: SentenceState) -> Iterator[NumberReading]:
        """行政强制权由县级部门行使，我镇没有这项权力: the power is named in the clause before."""
        for match in _NOT_OURS.finditer(self._source.text, sentence.start, sentence.end):
            noun = next((noun for noun in _POWERS if noun[-2:] in match["power"]), "")
            for known in self._source.vocabulary.lists:
                cells = known.cells.get(noun, ())
                if cells and not known.veto.search(match[0]) and self._source.is_this_year(sentence, match.start()):
                    yield self._none(match, f"none_{noun}", f"无{noun}", known.rule_id, cells)

    def _case_denials(self, sentence: SentenceState, counts: Sequence[NumberReading]) -> list[NumberReading]:
        cases = self._source.vocabulary.cases
        text = sentence.text
        if not holds_one(text, CASES_NAMED if self._source.code in CASE_TEXTS else CASES_NAMED[:-1]):
            return []
        found: list[NumberReading] = []
        is_of_requests = self._source.code in CASE_TEXTS + REQUEST_TEXTS or sentence.topic == "request"
        is_of_requests = is_of_requests or is_bare(self._source, sentence.start)
        if is_of_requests or self._source.words["disclosure"].search(text):
            for denied in (cases.none, cases.none_after):
                for match in denied.finditer(self._source.text, sentence.start, sentence.end):
                    if not is_of_other_cases(self._source.text[: match.start()]):
                        found += self._case_denial(sentence, match)
        before, groups = self._case_groups, _case_groups(text) or self._case_groups
        self._case_groups = groups
        found += self._all_closed(sentence, groups)
        of_cases = [count for count in counts if count.rule_id == "N-06" or count.key.startswith("cases_")]
        told = [count.kind for count in of_cases]
        may_tell = self._source.code in REQUEST_TEXTS or self._tells_rates(text, "")
        is_alone = not told and sentence.is_own_case is None and may_tell
        if (sentence.is_own_case and "count" in told) or is_alone:
            found += self._rates(sentence, before or groups)
        if "起诉" in text or "诉讼" in text:
            found += self._ways_to_court(sentence, counts)
        if sentence.is_own_case is not False:
            found += self._none_lost(sentence, groups, before)
        if told and not (is_of_told(sentence) or self._source.words["disclosure"].search(text)):
            found = [with_words_of(r, of_cases[0], self._source.printed) if r.key in _OF_ALL else r for r in found]
        return found

    def _none_lost(self, sentence: SentenceState, groups: _Groups, earlier: _Groups) -> Iterator[NumberReading]:
        """均维持、无败诉: none of the cases spoken of was lost, nor is it pending."""
        cases = self._source.vocabulary.cases
        for losing in islice(cases.no_loss.finditer(self._source.text, sentence.start, sentence.end), _MOST):
            if not self._source.is_this_year(sentence, losing.start()):
                continue
            before = self._source.text[sentence.start : losing.start()]
            part = before.rpartition("；")[2]
            own = part if _case_groups(part) else before
            if self._source.code not in CASE_TEXTS and _OF_SOME.search(own):
                continue  # 不予公开的17件中，6件申请复议，均被维持
            if NEITHER.search(before):
                continue  # 既未维持也未纠正的: what ended otherwise
            if grammar.OF_THE_OTHERS.search(part) and not _BUT_PENDING.search(part):
                continue  # 纠正1件，其余均维持
            behind = self._source.text[losing.end() : sentence.end]
            if is_of_one_instance(part, behind):
                continue  # 上诉8件，二审均维持: of these
            if _AFTER_UPHELD.search(part + losing[0]):
                continue  # 经复议维持后起诉的3件均维持: of some of the lawsuits
            named = _case_groups(grammar.BREAK.split(part)[-1]) or _case_groups(_NOT_MEANT.sub("", part))
            named = named or _case_groups(_NOT_MEANT.sub("", before)) or _case_groups(grammar.BREAK.split(behind)[0])
            named = named or (() if "法院" in before else earlier or groups)
            only = self._only(sentence, losing.start())
            named = ("lawsuit",) if only else deciding(before, named)
            # 无一被纠正或败诉: of both kinds of cases, of which some may be pending
            is_put_right = bool(cases.lost.search(losing[0].replace("败诉", ""))) or "改变" in losing[0]
            is_court = not is_put_right and "诉" in losing[0]
            is_court = is_court and "复议" not in grammar.BREAK.split(before)[-1]  # 复议案件无一败诉
            named = ("lawsuit",) if is_court else named
            codes = [code for group in named for code in cases.losses[group]]
            if holds_one(losing[0], UPHELD):
                codes += [code.replace("corrected", "other") for code in codes if code.endswith("corrected")]
            is_lost = is_put_right or "败诉" in losing[0]
            codes = [c for c in codes if c.startswith(only) and (not is_lost or c.endswith("corrected"))]
            # 没有一件被撤销、未出现败诉: some may be pending
            if is_of_decided(part) or _tells_what_is_pending(self._source.text, named, only):
                codes = [code for code in codes if not code.endswith("pending")]
            yield self._none(losing, "no_loss", "均维持、无败诉", cases.rule_id, codes)

    def _rates(self, sentence: SentenceState, groups: tuple[str, ...]) -> Iterator[NumberReading]:
        """复议5件，维持率40%: the share of all cases, or of those that were closed."""
        cases, text = self._source.vocabulary.cases, self._source.text
        for match in grammar.RATE_OF_CASES.finditer(text, sentence.start, sentence.end):
            before = text[sentence.start : match.start()]
            part = before.rpartition("；")[2]
            own = _CLAUSE.split(part)[-1]  # 复议维持率60%、诉讼维持率75%
            named = _case_groups(own) or _case_groups(part) or (("review",) if "复议机关" in part else groups)
            if (
                len(named) != 1
                or not self._source.is_this_year(sentence, match.start())
                or not self._tells_rates(text[sentence.start : match.end()], own)
                or (self._source.code == "s5" and not _case_groups(grammar.BREAK.split(before)[-1]))
            ):
                continue
            told = numbers_in(match["value"])
            tenths = han_number(match["value"][0]) if "成" in match["value"] else None
            value = told[0].value if told else (tenths or 0) * 10 + 5 * match["value"].endswith("半")
            stems = [code.removesuffix("total") for code in cases.totals[named[0]]]
            key = "upheld" if match["what"] in ("维持", "支持") else "corrected"
            closed = tuple(f"{stem}{outcome}" for stem in stems for outcome in ("upheld", "corrected", "other"))
            ways = (tuple(f"{stem}{key}" for stem in stems), tuple(cases.totals[named[0]]), closed)
            span, quote = self._source.span(*match.span("value")), self._source.quote(*match.span())
            name, slack = f"{match['what']}的比例", 0 if tenths is None else _WORDS_SLACK
            yield NumberReading(*span, quote, value, "share", "rate_of_cases", name, "N-06", ways, slack=slack)

    def _tells_rates(self, text: str, own: str) -> bool:
        """Whether rates of a text are those of cases on 信息公开."""
        return (
            self._source.code in (*CASE_TEXTS, "s5")
            or self._is_plain_rate(own)
            or bool(self._source.words["disclosure"].search(text))
        )

    def _is_plain_rate(self, own: str) -> bool:
        """Whether a rate in a text on applications is that of all reviews or lawsuits: 行政复议纠错率50%."""
        return self._source.code in REQUEST_TEXTS and bool(_ALL_CASES.fullmatch(own))

    def _all_closed(self, sentence: SentenceState, groups: tuple[str, ...]) -> Iterator[NumberReading]:
        """复议后起诉的案件均已审结: none of the cases spoken of is pending."""
        cases = self._source.vocabulary.cases
        told: set[str] = set()
        for match in islice(cases.closed.finditer(self._source.text, sentence.start, sentence.end), _MOST):
            is_ours = self._is_about_disclosure(sentence) and self._source.is_this_year(sentence, match.start())
            if not is_ours or ("办结" in match[0] and self._source.code not in CASE_TEXTS):
                continue
            before = self._source.text[sentence.start : match.start()]
            own = grammar.BREAK.split(before)[-1]
            if grammar.OF_THE_OTHERS.search(own) or _BUT_PENDING.search(before) or is_of_one_instance(own, ""):
                continue  # 2件待决定，其余9件都有了结论; 2名原告上诉，二审已全部结案
            if "清" in match[0] and not _CASES_CLEARED.search(own + match[0]):
                continue  # 问题整改清零
            only = self._only(sentence, match.start())
            named = _case_groups(match[0] + noun_behind(match)) or _nearest_groups(before) or groups
            codes = [c for g in named for c in cases.losses[g] if c.endswith("pending") and c.startswith(only)]
            if codes and told.isdisjoint(codes):
                told.update(codes)
                yield self._none(match, "all_closed", "均已审结", cases.rule_id, codes)

    def _ways_to_court(self, sentence: SentenceState, counts: Sequence[NumberReading]) -> Iterator[NumberReading]:
        """均为复议后起诉: no case came to court directly; of 纠正的2件均为复议后起诉 nothing is said of the others."""
        cases = self._source.vocabulary.cases
        told: list[Sequence[str]] = []
        for name, way, codes in cases.ways:
            match = way.search(self._source.text, sentence.start, sentence.end)
            if not match or codes in told or not self._source.is_this_year(sentence, match.start()):
                continue
            if not grammar.LAWSUIT.search(self._source.text, sentence.start, match.end()):
                continue  # 申请人均未申请复议，也无诉讼
            cells: Sequence[str] = codes
            is_named = _OUTCOME_NAMED.search(self._source.text, sentence.start, match.start())
            start = self._source.span(match.start(), match.end())[0]
            if name[0] == "均" and is_of_that_way(counts, start, codes):
                continue  # 直接起诉的7件（均未经复议）
            if not is_named and is_said_of_some(counts, start) and not (cells := of_outcome(counts, start, codes)):
                continue
            if self._is_of_fewer(sentence, match.start()):
                continue  # 诉讼5件，其中2件均为未经复议直接起诉
            if self._is_about_disclosure(sentence) and self._source.topic_at(sentence, match.start()) != "review":
                told.append(codes)
                yield self._none(match, "way_to_court", name, cases.rule_id, cells)

    def _is_of_fewer(self, sentence: SentenceState, place: int) -> bool:
        """Whether the clause before a place counts fewer cases than were told before it, or names a part of them."""
        own = self._source.subject(place)
        before = self._source.text[sentence.start : place - len(own)]
        some = _CASES_BEFORE.findall(own)
        return bool(some) and any(int(n) > int(some[-1]) for n in _CASES_BEFORE.findall(before))

    def _only(self, sentence: SentenceState, place: int) -> str:
        """Return the cells that a statement is limited to by what its part of the sentence names; "" for all.

        其中复议后起诉的6件、直接起诉的2件；8件均已审结 speaks of all of them, and so it does behind a comma.
        """
        begin = self._source.text.rfind("；", sentence.start, place) + 1
        *before, own = grammar.BREAK.split(self._source.text[max(begin, sentence.start) : place])
        if before and not _ways_named(own) and len(_ways_named(before[-1])) > 1:
            return ""
        named = [key for start, end, key in sentence.topics if begin <= start and end <= place]
        if begin and not named:
            return ""
        return _ONLY.get(self._source.topic_at(sentence, place), "")

    def _is_about_disclosure(self, sentence: SentenceState) -> bool:
        """Whether the cases of a sentence are those about 信息公开, not all cases of the office."""
        if sentence.is_own_case is not None:
            return sentence.is_own_case or is_of_told(sentence)
        return bool(self._source.words["disclosure"].search(sentence.text)) or self._source.code in CASE_TEXTS

    def _case_denial(self, sentence: SentenceState, match: re.Match[str]) -> list[NumberReading]:
        cases = self._source.vocabulary.cases
        named = match["mid"] + match["nouns"]
        groups = _case_groups(named)
        if not self._source.is_this_year(sentence, match.start()) or cases.veto.search(named):
            return []
        if REVIEW_IN_COURT.search(match[0]) or denies_a_sort(match["mid"]):
            return []
        told = self._source.text[: match.start()]
        if is_of_those_told(told) or (groups == ("lawsuit",) and REVIEWS_TOLD.search(told, sentence.start)):
            return []  # 复议9件（均未进入诉讼）; 被纠正的1件已重新答复，申请人未再提起诉讼
        apart = _LOSS_APART.search(match[0])
        if not apart and cases.lost.search(match["mid"] + match["tail"]):
            way = next((start for word, start in _NAMED if word in match[0]), "")
            codes = [
                c for group in groups for c in cases.losses[group] if c.endswith("corrected") and c.startswith(way)
            ]
            return [self._none(match, "no_loss", "无败诉、无纠正", cases.rule_id, codes)]
        if match["tail"] and not (apart or _DENIED_NUMBER.fullmatch(match[0]) or _STATE.fullmatch(match["tail"])):
            return []
        names = {"review": "未发生行政复议", "lawsuit": "未发生行政诉讼"}
        before = grammar.BREAK.split(self._source.text[sentence.start : match.start()])[-1] + match["mid"]
        only = way_denied(before)
        totals = [code for g in groups for code in cases.totals[g] if code.startswith(only)]
        name = "、".join(names[g] for g in groups).replace("、未发生", "、")
        return [self._none(match, f"none_{'_'.join(groups)}", name, cases.rule_id, totals)] if totals else []

    def _none(self, match: re.Match[str], key: str, meaning: str, rule_id: str, cells: Sequence[str]) -> NumberReading:
        ways = (tuple(cells),)
        scope = self._source.scope(match.start())
        words = ("", self._source.subject(match.start()), match.groupdict().get("mid") or "")
        span, quote = self._source.span(*own_span(match)), self._source.quote(*own_span(match))
        return NumberReading(*span, quote, 0, "none", key, meaning, rule_id, ways, scope, words=words)


def without_denied(counts: Sequence[NumberReading], denied: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the counts but those that a denial ends with: 未收到申请21件 says of no number that it is right."""
    if not denied:
        return list(counts)
    ends = {reading.end: reading.start for reading in denied}
    return [c for c in counts if not c.value or c.kind != "count" or ends.get(c.end, c.end) > c.start]


def _tells_what_is_pending(text: str, groups: Sequence[str], only: str) -> bool:
    """Whether a part of a text says what of some kinds of cases is pending: of 复议 where lawsuits were all upheld.

    ``only`` is the way to court of those cases; what is pending of the other way says nothing of them.
    """
    told = [part for part in _MARK_OF_PARTS.split(text) if tells_pending(part)]
    told = [part for part in told if only in (ways := _ways_named(part)) or not only or not ways]
    return any(not named or not {*named}.isdisjoint(groups) for named in map(_case_groups, told))


def _ways_named(text: str) -> list[str]:
    """Return the begin of the cells of the ways to court that a text names."""
    return [start for word, start in _NAMED[:2] if word in text]


def _is_of_others(reading: NumberReading, counts: Sequence[NumberReading]) -> bool:
    """Whether 均已审结 is said of cases that are not compared, such as those of the year before."""
    before = [count for count in counts if count.end <= reading.start]
    return bool(before) and before[-1].kind == "other" and before[-1].key != "unknown"


def _nearest_groups(text: str) -> tuple[str, ...]:
    """Return which of 复议 and 诉讼 the last clause names that names one."""
    return next((g for g in map(_case_groups, reversed(grammar.BREAK.split(text))) if g), ())


def _case_groups(text: str) -> tuple[str, ...]:
    """Return which of 复议 and 诉讼 a text names."""
    groups = ["review"] if grammar.REVIEW.search(text) else []
    if grammar.LAWSUIT.search(text):
        groups.append("lawsuit")
    return tuple(groups)
