"""Finds what a number can be: the role whose words stand before it, or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from core.base.patterns import pattern
from core.texts.language import grammar
from core.texts.language.first_of_list import FIRST_NAMED
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.language.phrase_said import Composed, Phrase
from core.texts.language.role_keys import DEALT_WITH
from core.texts.language.words_behind import GOES_ON
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, SentenceState, SourceText
from core.texts.reading.sentence.some_of import ALL_OUTCOMES
from core.texts.reading.told.row_of_reason import row_named, row_of_reason

_GROUPS = ("denied", "unavailable", "not_processed")
"""Results that have several rows."""
_DECISIONS = ("licensing", "penalty", "coercion")
"""行政许可、行政处罚分别为312件、88件"""
_KINDS = {"cases_review": "review", "cases_lawsuit": "lawsuit"}
_REACH = 80
"""How far before a number the words for it may begin."""
_BOTH_KINDS = re.compile("(?:案件|案)?[、和及与](?:行政)?(?:复议|诉讼|应诉)")
"""3件诉讼(、复议)尚在审理"""
_NOT_DEALT_WITH = pattern("不(?:再|予|作|会)(?:处理|办理|答复)")
"""视作放弃而不再处理的申请，共16件: of another row."""
_NONE = re.compile("(?:、|和|及|也|均|且|但)?(?:无|没有|未|零)")
"""行政复议2件(、无行政诉讼)，合计2件"""
_ITS_KINDS = pattern(
    "(?:(?:主要|大多|多数?)(?:为|是|系|包括|涉及|来自|集中在)|(?:为|是|系|包括|包含|含|涵盖|分为)(?=[^，；。：]*(?:、|等$)))[^，；。：\\d]{2,60}(?<![的类])$"
)
"""行政事业性收费(为不动产登记费、耕地开垦费等)"""
_SAID_OF_RECEIVED = pattern(
    "(?:^|(?<=[，；。\n]))(?:(?!其中|除|[上去]年|结转|各|所属|下属|信访|除)[^，；。：、（）\\d]){0,14}?(?:收到|受理|新收|接收|接到|收悉)的?(?:全部|所有)?(?:的)?"
    "(?:政府信息公开|信息公开|依申请公开|公开)?的?申请(?:件|事项)?，?"
    "(?P<said>(?!.*(?:答复|办结|办理|处理|回复))(?:均|都|全部?(?!部)|皆|一律|无一例外|以|主要|大多|多数|绝大多数|多|基本)[^，；。：\\d]{2,24})，$"
)
_MOSTLY = pattern(
    "以(?P<a>[^，；。]{2,12}?)(?:提出|申请|提交)?(?:的|者)?(?:为主|居多|占多数)"
    "|(?:主要|大多数?|绝大多数|多数?|基本)(?:[由为是系]|来自于?|出自)*(?P<b>[^，；。]{2,12}?)(?:提出|提交|申请|递交)?的?"
)
_MOST = pattern("以|主要|大多|多|绝大|基本")
_ASKED_FOR = re.compile(
    "(?:共计?|依法|累计|合计|总共|一共|向[我本][局委办厅院镇乡街区县市]{1,2}(?:机关)?)*"
    "(?P<verb>提出|提交|递交)[的了]?(?:共|合计)?(?:政府)?信息公开(?=申请)"
)
"""企业(依法提出政府信息公开)申请9件: whose they are, not all of them."""
_ASKERS = pattern(
    "(?:^|[；，。])(?P<noun>[^，；：。（）、\\d]{2,16}?)(?:共?有|共)?\\d+[家户名位人]，[^，；：。、\\d]{0,4}$"
)
"""(企业来申请的有6家，)共8件"""
_NOT_WHO = pattern("隐私|信息|商业秘密|秘密|(?:书面|明确|均|都)?(?:不同意|不愿|反对|拒绝)(?:公开|，)")
"""4件属个人(隐私), 4件企业(不同意公开): no applicants."""
_CAUSES = ("因", "由于")
_WHAT_BECAME = pattern(".*的(?:共|有|计|，)*")
_OTHER_WORK = pattern("办理|受理|收到|接到|接待|处理(?<!不予处理)|答复|回复|化解|办结|调处|涉|关于|围绕|反映")
"""另(办理)信访投诉的8件, 其中(涉及)投诉举报的5件: no applications, or what some ask for."""
_GIVES_NOT = pattern("(?:没有?|未予?|不予?)(?:提供|公开|给出?)的?(?:共|有|计)*$")
_AFTER_BARE = ("", *"，；：。、（）\n")


_SOME_NAMED = pattern(
    "(?!(?:[一二三四五六七八九十]、|我[局委镇]|本(?:局|机关)|本年度?|全年|今年|年内|□□□本年度?|政府|信息|公开|依|新|总|的)*申请)[^，；。]*[^，；。年]申请(?:的?(?:总?数量?|总量|件数))"
)
"""(通过网络申请数量)：3件, (撤回申请数量)：1件: not all applications."""
_IS_ONE_OF_THEM = pattern(
    "(?P<what>[^，；。：（）\\d]{2,20}?)(?:这一?[类种项条]|[一]?类)?(?:答复|情形|申请)?(?:仍然?|依然|也|还|同样)?[是为系](?:我[局委厅办]|本机关|本年度?|今年|全年|其中)?"
    "(?:[^，；。：（）\\d]{0,8}的)?(?:主要|首要|首位|第[一二三]|最大|最|较为?|更|最为)[^，；。：（）\\d]{0,8}"
    "(?:答复|结果|情形|情况|理由|原因|去向|类型|类别|处理方式|[一]?[类种项])$",
    needs=["是", "为", "系"],
)
"""(“本机关不掌握”是最常见的一种答复，共)79件: what is said to be one of the answers is counted, not these."""
_WHOLES = ("received", "handled", "cases_", "licensing", "penalty", "coercion", *DEALT_WITH)


class RoleFinder:
    """Finds the roles of the numbers of one text."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def roles_named(self, text: str, topic: str, *, applicants: bool = False) -> list[Role]:
        """Return the results and outcomes that a list names, in order; kinds of applicants too where they are meant."""
        found: list[tuple[int, int, Role]] = []
        for role in self._source.vocabulary.roles:
            if applicants and role.is_applicant and role.word:
                places = re.finditer(re.escape(role.word), text)
                found += [(m.start(), -m.end(), role) for m in places]
                continue
            if not (role.is_result or role.is_case or role.key in _DECISIONS) or (
                role.topics and topic not in role.topics
            ):
                continue
            found += [(m.start(), -m.end(), role) for m in (role.anywhere.finditer(text) if role.anywhere else ())]
        roles: list[Role] = []
        end = 0
        for start, minus_end, role in sorted(found, key=lambda item: item[:2]):
            if start >= end and role.key not in ("granted_partial", "cases_both", "cases_about"):
                roles.append(role)
                end = -minus_end
        return roles

    def listed(self, text: str, topic: str) -> list[Role]:
        """Return the roles of numbers that follow in order: 未审结的复议、诉讼分别为4件和3件 share their outcome."""
        named = self.roles_named(text, topic)
        outcomes = [role for role in named if role.key in ALL_OUTCOMES]
        kinds = [_KINDS[role.key] for role in named if role.key in _KINDS]
        if len(outcomes) != 1 or len(kinds) < len(_KINDS) or len(kinds) + 1 < len(named):
            return named
        return [replace(outcomes[0], cells={"": outcomes[0].alternatives(kind)}) for kind in kinds]

    def total_of(self, sentence: SentenceState, number: PrintedNumber) -> Role | None:
        """Return what a total behind results is of: all that was dealt with, these rows, or the group they are of.

        None where it is that of the results with numbers among them that nobody understands.
        """
        results = sentence.results
        handled = self._source.vocabulary.role("handled")
        places = [(n, self._source.span(n.start, n.end)[1]) for n in sentence.numbers if n.end < number.start]
        known = {result.end for result in results}
        unknown = [n.value for n, end in places if n.unit in handled.units and end > min(known) and end not in known]
        if unknown and number.value == sum(unknown) + sum(result.value for result in results):
            return None
        cells = tuple(dict.fromkeys(cell for result in results for cell in result.ways[0]))
        groups = [role.alternatives("")[0] for role in self._source.vocabulary.roles if role.key in _GROUPS]
        around = tuple(group for group in groups if set(cells) <= set(group))
        return replace(handled, cells={"": (*handled.alternatives(""), cells, *around)})

    def left_role(self, sentence: SentenceState, own: str, number: PrintedNumber, topic: str) -> Role | None:
        """Return the role whose words reach the number: the nearest, then the longest."""
        if grammar.TOTAL.match(own) and (whole := self._total_of_received(sentence, own, number, topic)):
            return whole
        asked = _ASKED_FOR.sub(r"\g<verb>", own) if "信息公开" in own else own
        kind = self._reaching(sentence, asked, number, topic) if asked != own else None
        return kind if kind and kind.is_applicant else self._reaching(sentence, own, number, topic)

    def _total_of_received(self, sentence: SentenceState, own: str, number: PrintedNumber, topic: str) -> Role | None:
        """收到的申请均为村民提出，(共)3件: what the clause before says of all or most of them makes no other number.

        收到的申请以自然人为主，(共)75件 may also be the number of these.
        """
        told = _SAID_OF_RECEIVED.search(self._source.text, sentence.start, number.start - len(own))
        if told is None or topic not in ("", "request"):
            return None
        received = self._source.vocabulary.role("received")
        most = _MOSTLY.fullmatch(told["said"])
        kind = self._source.vocabulary.concepts.shared(most["a"] or most["b"], "request") if most else None
        if most is None:
            return None if _MOST.match(told["said"]) else received  # 收到的申请主要涉及征地，共62件
        ways = kind.alternatives("request") if kind and kind.is_applicant else ()
        return replace(received, cells={"": (*received.alternatives("request"), *ways)}) if ways else None

    def _reaching(self, sentence: SentenceState, own: str, number: PrintedNumber, topic: str) -> Role | None:
        best: tuple[int, int] | None = None
        chosen: Role | None = None
        possible = self.possible(sentence, number, topic) if own else ()
        if not possible:
            return None
        reached = max(len(own) - _REACH, 0)
        near = {word for word in sentence.held if word in own}
        for role in possible:
            if role.word and role.word not in own:
                continue
            if role.near and near.isdisjoint(role.near):
                continue
            for words in role.left:
                match = words.search(own, reached)
                if match is None:
                    continue
                rank = (match.start("gap"), -match.start())
                if best is None or rank > best:
                    best, chosen = rank, role
        if best is None or chosen is None:
            return None
        if chosen.is_applicant and chosen.word:
            return self._kinds_together(own[: -best[1]], chosen)
        if not chosen.is_result:
            return chosen
        if chosen.word:
            return self._row_named(own, chosen) if grammar.SEVERAL_REASONS.search(own) else chosen
        named = self._row_named(own, chosen)
        return self._joined(own[: -best[1]], named) if named else None

    def _kinds_together(self, before: str, kind: Role) -> Role | None:
        """自然人和企业申请合计75件: kinds of applicants that are counted together; None where one is not known."""
        link = grammar.JOINED.search(before)
        if not link:
            return kind
        named = self._source.vocabulary.applicants
        others = [r for r in named if before[: link.start()].endswith(r.word)]
        if not others:
            return None
        other = max(others, key=lambda role: len(role.word))
        pairs = [(a, b) for a in other.alternatives("") for b in kind.alternatives("")]
        cells = tuple((*a, *b) for a, b in pairs if _rows_of(a) == _rows_of(b) and not {*a} & {*b})
        if not cells:
            return None  # 公民和自然人: the same
        both = replace(kind, key="applicants_together", name=f"{other.name}和{kind.name}", cells={"": cells})
        return self._kinds_together(before[: link.start() - len(other.word)], both)

    def _joined(self, before: str, role: Role) -> Role:
        """不予处理和其他处理4件: two results that are counted together."""
        link = grammar.JOINED.search(before)
        if not link:
            return role
        for other in self._source.vocabulary.roles:
            if other.is_result and not other.word and other.key != role.key:
                for words in other.left:
                    match = words.search(before[: link.start()])
                    if match:
                        cells = (*other.alternatives("")[0], *role.alternatives("")[0])
                        name = f"{other.name}和{role.name}"
                        both = replace(role, key=f"{other.key}_{role.key}", name=name, cells={"": (cells,)})
                        return self._joined(before[: match.start()], both)
        return role

    def _row_named(self, own: str, group: Role) -> Role | None:
        """Return the row of a group that its reason names: 因属于信访举报投诉类不予处理的5件.

        Of several reasons the rows together; None where not all of them are known.
        """
        if "等" in own:
            return self._all_or_named(own.rpartition("等")[0], group)
        if not (group.word or grammar.REASON.match(own) or group.key in _GROUPS):
            return group
        rows = [
            role
            for role in self._source.vocabulary.rows
            if role.word in own and (group.word or _is_within(role, group))
        ]
        named = {role.alternatives("") for role in rows}
        if rows and grammar.SEVERAL_REASONS.search(own):
            return self._rows_together(own, group)
        return rows[0] if len(named) == 1 else group

    def _all_or_named(self, reasons: str, group: Role) -> Role:
        """因不掌握、需制作等原因无法提供的21件: all of a group, or the rows of the reasons that are named."""
        is_list = (
            group.key in _GROUPS and grammar.REASON_FIRST.match(reasons) and grammar.SEVERAL_REASONS.search(reasons)
        )
        named = self._rows_together(reasons, group) if is_list else None
        return replace(group, cells={"": (*group.alternatives(""), *named.alternatives(""))}) if named else group

    def _rows_together(self, own: str, group: Role) -> Role | None:
        """不掌握或需制作而无法提供的21件: the rows that the reasons name; None where one of them is not known."""
        words = self._source.vocabulary
        whole = words.concepts.row(own)
        reasons = grammar.SEVERAL_REASONS.split(own)
        rows = [whole] if whole else [row_of_reason(words, one, group) for one in reasons]
        known = {row.alternatives("")[0]: row for row in rows if row and (group.word or _is_within(row, group))}
        if not known or None in rows:
            return None
        cells = tuple(cell for row_cells in known for cell in row_cells)
        name = "、".join(row.word for row in known.values())
        is_everyday = not whole and any(row_named(words, one) is None for one in reasons)
        return replace(next(iter(known.values())), name=name, cells={"": (cells,)}, is_understood=is_everyday)

    def row_of_list(self, sentence: SentenceState, phrase: Phrase) -> Composed | None:
        """Return the row that a list of results goes on with, whatever its words ask for: …，转去信访渠道的1件."""
        is_open = phrase.topic == "other" and self._source.code in REQUEST_TEXTS
        if not is_open or sentence.last not in sentence.results:
            return None
        if not _WHAT_BECAME.fullmatch(phrase.own) or _OTHER_WORK.search(phrase.own):
            return None
        composed = self._source.vocabulary.concepts.composed(phrase._replace(topic="request"))
        return composed if composed and composed.role.is_result else None

    def row_told(self, phrase: Phrase, number: PrintedNumber) -> Role | None:
        """Return the row that is said behind a number, or the rows of several reasons before it, of no named group."""
        is_on_requests = phrase.topic == "request"
        if is_on_requests and number.value > 1 and (row := self._source.vocabulary.concepts.classified(phrase.behind)):
            return row
        is_on_requests = is_on_requests or (phrase.topic == "other" and self._source.code in REQUEST_TEXTS)
        return self._rows_not_given(phrase.own) if is_on_requests else None

    def _rows_not_given(self, own: str) -> Role | None:
        """因牵涉第三方权益、内部事务和过程性材料而没有提供的16件: the rows of one group, where no word names it."""
        if not (grammar.REASON_FIRST.match(own) and grammar.SEVERAL_REASONS.search(own) and _GIVES_NOT.search(own)):
            return None
        groups = [role for role in self._source.vocabulary.roles if role.key in _GROUPS]
        found = filter(None, (self._rows_together(own, group) for group in groups))
        return next((role for role in found if len(role.alternatives("")[0]) > 1), None)

    def role_of_clauses(
        self, sentence: SentenceState, clauses: list[str], number: PrintedNumber, topic: str
    ) -> Role | None:
        """Return the role that the last of some clauses gives a total behind them, if it does not deny it."""
        for clause in reversed(clauses):
            if _NONE.match(clause):
                continue
            if grammar.COMES_TO_IT.match(clause):
                return None  # 予以公开率39.7%，加上部分公开的，两项合计29件
            left = grammar.COMPARED.sub("", grammar.LINKS.sub("", clause))
            if subject := _IS_ONE_OF_THEM.match(left):
                return self.left_role(sentence, subject["what"], number, topic)
            role = self.left_role(sentence, left, number, topic) or self._divided(sentence, left, number, topic)
            if role:
                is_part = role.key in DEALT_WITH and _NOT_DEALT_WITH.search(left)
                is_part = is_part or (role.key == "mentioned" and _SOME_NAMED.fullmatch(left))
                is_part = is_part or (role.key.startswith(_WHOLES) and FIRST_NAMED.search(clause))
                return None if is_part else role
        askers = _ASKERS.search(self._source.text, sentence.start, number.start) if clauses[-1:] else None
        return self._source.vocabulary.concepts.shared(askers["noun"], topic) if askers else None

    def _divided(self, sentence: SentenceState, clause: str, number: PrintedNumber, topic: str) -> Role | None:
        """行政事业性收费为不动产登记费、耕地开垦费等，(共计3406万元): the noun whose kinds the clause lists."""
        kinds = _ITS_KINDS.search(clause)
        role = self.left_role(sentence, clause[: kinds.start()], number, topic) if kinds else None
        is_power = role is not None and role.rule_id == "N-07" and not (role.veto and role.veto.search(clause))
        return role if is_power else None

    def right_role(
        self, sentence: SentenceState, own: str, right: str, number: PrintedNumber, topic: str
    ) -> tuple[Role | None, str, int]:
        """Return the role said behind the number, what it is about, and how far its words reach."""
        if not self._source.called(sentence):
            return None, topic, 0
        mark = BREAK.search(right)
        reach = number.end + (mark.start() if mark else len(right))
        near = next(
            (key for start, _, key in sentence.topics if number.end <= start < min(reach, number.end + 7)), topic
        )
        best: tuple[Role | None, str, int] = (None, topic, 0)
        is_between = mark is None and right.endswith(GOES_ON)  # 9件(予以公开)1件
        for role in self.possible(sentence, number, *dict.fromkeys((topic, near))):
            if role.right_after and not role.right_after.search(own):
                continue
            for words in role.right:
                match = words.match(right)
                if (
                    match
                    and match.end() > best[2]
                    and not (is_between and grammar.OF_THE_NEXT.match(right, match.end()))
                    and not (role.is_applicant and right[match.end() :] == "（" + GOES_ON)  # 9件由自然人（7件）和企业
                    and not (role.is_applicant and right.startswith(_CAUSES))  # 1件因企业逾期未补正而终止
                    and not ((role.is_result or role.is_applicant) and grammar.SEVERAL.match(right, match.end()))
                    and not (role.is_applicant and _NOT_WHO.match(right, match.end()))
                    and not (role.is_case and _BOTH_KINDS.match(right, match.end()))
                ):
                    best = (role, near if near in role.topics or not role.topics else topic, match.end())
        return best

    def possible(self, sentence: SentenceState, number: PrintedNumber, *topics: str) -> tuple[Role, ...]:
        """Return the roles of a number with its unit, in a sentence on these topics."""
        is_bare = not number.unit and self._source.text[number.end : number.end + 1] in _AFTER_BARE
        return self._source.possible(sentence, number.unit, is_bare, topics)


def _rows_of(cells: Iterable[str]) -> set[str]:
    """Return the rows that cells stand in: 本年新收 alone, or with 上年结转."""
    return {cell.rpartition(".")[0] for cell in cells}


def _is_within(row: Role, group: Role) -> bool:
    """Whether a row is one of several of a group."""
    (row_cells, *_), (cells, *_) = row.alternatives(""), group.alternatives("")
    return len(cells) > 1 and set(row_cells) <= set(cells)
