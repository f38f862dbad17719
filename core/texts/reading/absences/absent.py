"""Reads a plain 没有 by all words of its clause, in any order, where no pattern knows it: 一件申请也没有收到."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import holds_one, pattern
from core.form.known_cells import KINDS, PETITIONS, RECEIVED_ROW, THIRD_PARTY
from core.texts.language import everyday_names, grammar
from core.texts.language.court_words import REVIEW_IN_COURT, REVIEWS_TOLD, UPHELD
from core.texts.language.meanings import Role
from core.texts.reading.absences.decided_ones import is_of_one_instance
from core.texts.reading.absences.denied_of_some import is_of_one_channel, is_of_other_cases
from core.texts.reading.absences.none_left import is_of_the_due
from core.texts.reading.absences.of_those_told import is_of_those_told
from core.texts.reading.absences.sorts_denied import COURT_AGAIN
from core.texts.reading.sentence.bare_cases import is_bare
from core.texts.reading.sentence.sentences import (
    CASE_TEXTS,
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

_POWERS = frozenset(["licensing", "penalty", "coercion"])
_DOCUMENTS = frozenset(["normative_issued", "normative_repealed", "normative_in_force"])
_APPLICATIONS = frozenset(
    [
        *("received", "mentioned", "received_new", "carried_in", "carried_out"),
        *("denied", "unavailable", "not_processed", "other_result"),
    ]
)
_CASES = frozenset(["cases_review", "cases_lawsuit", "cases_direct", "cases_after", "cases_both", "corrected", "lost"])
_FEES = frozenset(["fee_notices", "fee_collected"])
_OF_REQUESTS = pattern(
    "公开(?:的|申请)*(?:名义|渠道|途径|之名|程序|方式|形式)|(?:信访|举报|投诉)(?:类|性质|事项)的?申请"
)
"""没有出现以(信息公开名义)进行信访的情况, 未出现借(信息公开渠道)进行信访的申请: said of applications."""
_RULES = {**dict.fromkeys(_POWERS, "T2-06"), "received": "N-02", "received_new": "N-02", "mentioned": "N-02"}
"""Rules on what there is none of that are others than those on its number."""
_TEXTS = (*REQUEST_TEXTS, *OVERVIEW_TEXTS, *CASE_TEXTS, "s2", "note.t2", "s6")
"""Texts that are read so."""
_ONE_WAY = ("direct", "after_review")
_WAYS = ("direct", "after")
_OTHERS = pattern(
    "[未没不](?:有)?(?:以|按照?|作为|当作)(?:政府信息公开|信息公开|依申请公开|公开)的?申请(?:程序|流程|件|事项)?(?:登记|受理|处理|办理|对待|录入|统计|编号|答复)"
    "|[未没不](?:有)?(?:登记|认定|作|计|列|算|纳|归|视|转|录|统计)*[入为成按](?![止期时规要])|[未没][^，；。]{1,4}的[^，；。]{0,4}(?:均|都|全部)|(?<![容项息题料])再[次度](?:提|递|申请)|(?:无|没有?|缺乏)(?:正当|充分|法定|合法)?(?:理由|依据)(?!的?(?:大量|反复|逾期))|其余|其他(?!组织|处理(?!的?(?:方式|结果)))|另|除|(?:公民|自然人|个人|群众)[^，；。]*其他组织"
    "|(?:单位|组织|企业|法人)(?:或者?|和|与|及|、)(?:个人|公民|自然人)|(?:个人|公民|自然人)(?:或者?|和|与|及|、)(?:单位|组织|企业|法人)"
)
"""其余主体未提出申请: some only; 未登记为政府信息公开申请: what others were entered as; 未结的均为复议后起诉."""
_OF_SOME = ("N-03", "N-05")
"""Rules on numbers that are of some applications, so that what follows is said of these."""
_OLD_DONE = pattern("(?:申请|件|的)[^，；。]{0,4}(?:无|没有)(?:一件)?(?:尚|仍)?(?:未|在办|待办|积压)")
"""上年结转的申请(已无未办结的): all of them are done."""
_THIRD_PARTY = pattern("第三[方人者]|隐私.*商业秘密|商业秘密.*隐私|合法权益")
"""没有因个人隐私不予公开的: there may be some on a secret of trade, in the same row."""
_ANY_OF_A_SORT = pattern(
    "(?:对|向|给|为|针对)任何(?!(?:一[名位户家个])?(?:(?:行政)?(?:管理)?相对人|对象|当事人|市场主体|经营主体|主体|纳税人|缴费人|申请人|人)(?!的))"
)
"""没有(对任何涉民生企业)采取查封等强制措施: of these only."""
_DUE = pattern("[需应须](?:在|于|当)")
"""应在年内办结的申请已全部办结: those that were due."""
_DENIES = pattern("未|没|无|不")
_BUT = pattern("除[^，；。]{2,24}外，$")
"""(除信访举报投诉外，)不予处理情形均未发生"""
_OF_A_MATTER = pattern(
    "(?:对于?|就|针对|关于|涉及?|在)(?![^，；。]*公开(?:领域|方面|工作|答复|申请|事项)*[中里上]?，$)[^，；。]{2,20}"
    "(?:类|方面|领域|申请|事项|案件|答复|问题)[中里上]?，$"
)
"""(对征地补偿类申请，)复议机关从未撤销我局答复"""
_OF_THESE_NONE = pattern(
    "(?:[^，；。\\d]{0,12}?(?:局|政府|委|办|厅|镇|乡|街道|机关|单位|中心))?(?:□□□本年度?|本年度?|今年|全年|年内)*的?"
    "(?:办理|申请)?(?:数量|件数|总数|数)(?:均|都)?(?:为|是)(?:零|0件?)"
)
"""按其他处理办理的申请，(县政府□□□本年度的数量为零)"""
_NOT_ONE = pattern("(?:□□□本年度?|本年度?|今年|全年|年内)*(?:[一1]件(?:也|都)?(?:没有|无)|没有|无|为零)")
"""因为信息公开被告到法院的，(一件也没有)"""
_TREATED = pattern("(?:故|也|均|都|因此)?(?:未|不|没有?)(?:再|另)?(?:作|予|按|列|登记|计|转|走|给予|实施|进行)")
_THINGS_TOLD = pattern(
    "(?:咨询|来电|来访|电话|询问|留言|来信|线索|隐患|问题|求助|测试|违法(?:行为|情形)?)[^。；\\d]{0,16}\\d"
    "|\\d+[个次起人条名件批][^，。；\\d]{0,8}(?:咨询|来电|来访|电话|询问|留言|来信|线索|隐患|问题|求助|测试|违法)"
)
"""(接到咨询电话54个)，均当日解释，(未作)申请登记: these were not made applications."""
_BODIES = {"复议机关": "review", "法院": "lawsuit"}
"""Who decides on the answers of the office."""
_LONGEST = 44
"""Characters of a clause that is read."""

Absent = tuple[Role, tuple[str, ...]]
"""What there is none of, and its cells."""
_COUNTED_ONCE = pattern("重复(?:计[数算入]|统计|登记|列[入支]|合并)")
"""18件并入原申请办理，(未重复计数): how they were counted, no row."""

_NOT_FOUND = pattern(
    "(?:检索|查找|查询|查阅|核查|经查)[^，；。]{0,8}(?:不存在|查无|未找到|未查到|未检索到)|不存在(?:或|、|和|及|以及)"
)
"""(经检索不存在)或者需要加工汇总: why some were not given."""

_BOTH_NONE = pattern(
    '^(?P<head>.*?)(?:行政)?复议(?:案件)?[、和与及](?:行政)?诉讼(?:案件)?(?:继续|连续)*(?:的|保持|实现|达成|做到)?[“"]?双零[”"]?'
)
_LOSS = "被?(?:撤销|变更|确认(?:违法|无效)|责令(?:履行|重新?|改正)?[^，；。、或和及等\\d]{0,6}|败诉|纠错|纠正)"
_LOSSES = pattern(f"{_LOSS}(?:(?:、|或者?|和|及){_LOSS})*等(?:被|结果)*(?:纠正|纠错|败诉)", needs=["等"])
"""没有(被撤销、确认违法等结果纠正)的情形: what they are all called is denied."""
_LISTED_NONE = pattern(
    "(?:^|[，；。（）\\n.．、 ▢])(?P<noun>[^，；：。（）\\n.．、 ▢]{3,24}?)(?:数量|件数|情况)?："
    "(?:暂|均)?(?:无|零|没有|未发生)$",
    needs=["："],
)
"""（一）(重复申请：无)"""
_BOTH_DONE = pattern(
    "复议(?:案件)?(?:\\d+[件起宗])?(?:和|、|与|及)(?:\\d+[件起宗])?(?:行政)?(?:诉讼|应诉)(?:案件)?(?:\\d+[件起宗])?，?(?:均|都|全部)[^，；。]{0,12}，$",
    needs=["复议"],
)
"""(1件行政复议和2件行政诉讼均已审结，)没有答复被纠正的情形: of both."""
_LONGEST_NOUN, _BARE = 30, 4
_COME_TRUE = pattern("实现|保持|达成|达到|做到|延续")
_AIMED_AT = pattern("力争|争取|确保|努力|为目标|推动|围绕|锚定|目标(?:迈进|努力|前进)|[上去]年|领域外")
"""(力争)复议、诉讼“双零”"""


class AbsenceReader:
    """Reads what clauses say there is none of, where every word of them is known."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def read(self, sentence: SentenceState, found: Sequence[NumberReading]) -> Iterator[NumberReading]:
        """Yield what a sentence says there is none of beside what was found already."""
        text = sentence.text
        if not (grammar.NEGATION.search(text) or grammar.WHOLE.search(text)):
            return
        if self._source.code not in _TEXTS and not is_bare(self._source, sentence.start):
            return
        for start, size, clause, is_listed in _clauses_of(sentence):
            is_negative = grammar.NEGATION.search(clause)
            if not (is_negative or grammar.WHOLE.search(clause)) or size > _LONGEST or _says_no_row(clause):
                continue
            span = self._source.span(start, start + size)
            beside = [r for r in found if r.start < span[1] and span[0] < r.end and r.key != "unknown"]
            if any(reading.kind != "none" for reading in beside) or (beside and not is_negative):
                continue
            topic = self._topic(sentence, start, start + size)
            if not is_negative:
                before = [reading for reading in found if reading.end <= span[0] and reading.kind == "count"]
                if not (before and before[-1].rule_id in _OF_SOME and "申请人" in clause):  # 公开10件，申请人均为自然人
                    yield from self._of_all(sentence, start, clause, topic)
                continue
            if self._source.code in REQUEST_TEXTS:
                topic = next((key for body, key in _BODIES.items() if body in clause), "request")
            if self._source.code in OVERVIEW_TEXTS and topic != "request":
                continue
            roles, offices = self._absent(_with_noun(clause, text[: start - sentence.start]), topic)
            read = {cell for reading in beside for way in reading.ways for cell in way}
            placed = [one for one in roles if self._is_in_place(one[0], clause, is_listed=is_listed)]
            placed = [one for one in placed if read.isdisjoint(one[1])]
            is_each = "、" in clause and all(map(grammar.NEGATION.search, clause.split("、")))  # 零申请、零复议
            roles = placed if is_each or len(placed) == len(roles) else []
            if "carried_out" in [role.key for role, _ in roles] and is_of_the_due(sentence, start):
                continue
            roles = _not_of_some(roles, clause, text[: start - sentence.start], self._source.text[:start])
            if roles and self._source.is_this_year(sentence, start):
                quote = self._source.quote(start, start + size)
                for role, way in roles:
                    rule_id = _RULES.get(role.key, role.rule_id)
                    said = f"none_{role.key}", f"无{role.name}"
                    scope = self._source.scope(start + min(is_negative.start(), size))  # (各乡镇)没有收到这样的申请
                    words = (offices,) if offices else ()
                    yield NumberReading(*span, quote, 0, "none", *said, rule_id, (way,), scope, words=words)

    def _absent(self, told: str, topic: str) -> tuple[list[Absent], str]:
        """Return what words say there is none of, and the offices that were left out of them to see it."""
        concepts = self._source.vocabulary.concepts
        roles = concepts.absent(told, topic)
        if roles or topic not in everyday_names.TOPICS:
            return roles, ""
        told, offices = everyday_names.without_offices(told)
        return (concepts.absent(told, topic) if offices else []), offices

    def _topic(self, sentence: SentenceState, start: int, end: int) -> str:
        """Return what a clause speaks of: of one way to court alone where it only adds who decides (被法院撤销的)."""
        topic = self._source.topic_at(sentence, end)
        if topic != "lawsuit" or grammar.LAWSUIT.search(self._source.text, start, end):
            return topic
        if _BOTH_DONE.search(self._source.text, sentence.start, start) and "诉" not in self._source.text[start:end]:
            return "both"
        ways = {key for _, stop, key in sentence.topics if stop <= start and key in _WAYS}
        before = self._source.topic_at(sentence, start)
        return before if ways == {before} else topic

    def _of_all(self, sentence: SentenceState, start: int, clause: str, topic: str) -> Iterator[NumberReading]:
        """所有申请都作了公开答复: no other result; 复议机关全部支持了我局的答复: none was lost."""
        meant = self._source.vocabulary.concepts.of_all(clause, topic)
        if (
            not meant
            or "占" in clause  # 不予公开的申请占全部办结件（102件）的14.7%
            or grammar.ALL_OF.match(clause)
            or grammar.PARTIAL.search(self._source.text, sentence.start, start + len(clause))
        ):
            return
        role, named = meant
        if role.key == "closed" and ("一审" in clause or "二审" in clause):
            return  # what became of it in the end is not said
        behind = self._source.text[start + len(clause) : sentence.end]
        if role.is_case and "审" in clause and is_of_one_instance(clause, behind):
            return  # 一审均维持，1件上诉
        if role.key == "handled" and _DUE.match(clause):
            return
        cells = self._others(role, named)
        if role.key == "upheld" and holds_one(clause, UPHELD):
            cells += [code.replace("corrected", "other") for code in cells if code.endswith("corrected")]
        if not cells or not self._source.is_this_year(sentence, start):
            return
        span, quote = self._source.span(start, start + len(clause)), self._source.quote(start, start + len(clause))
        scope = self._source.scope(start)
        yield NumberReading(
            *span, quote, 0, "none", f"all_{role.key}", f"均{role.name}", role.rule_id, (tuple(cells),), scope
        )

    def _others(self, role: Role, topic: str) -> list[str]:
        """Return the cells that are 0 where all have a role."""
        vocabulary, own = self._source.vocabulary, {cell for way in role.alternatives(topic) for cell in way}
        if role.is_case and self._source.code in CASE_TEXTS:
            groups = {"review": ["review"], "both": ["review", "lawsuit"]}.get(topic, ["lawsuit"])
            codes = [
                code
                for group in groups
                for code in vocabulary.cases.losses[group]
                if topic not in _ONE_WAY or topic in code
            ]
            pending = [code for code in codes if code.endswith("pending")]
            if role.key == "closed":
                return pending
            said_elsewhere = pending if grammar.CLOSED.search(self._source.text) else []
            return [code for code in codes if code not in said_elsewhere] if role.key == "upheld" else []
        if self._source.code not in REQUEST_TEXTS:
            return []
        if role.key == "handled":
            whole = next(whole for whole in vocabulary.wholes if whole.key == "all_handled")
            if whole.unless and whole.unless.search(self._source.text):
                return []
            return list(whole.cells[""])
        if role.is_result and not role.word:
            rows = [c for r in vocabulary.roles if r.is_result and not r.word for c in r.alternatives("")[0]]
            return [code for code in dict.fromkeys(rows) if code not in own]
        if role.is_applicant and len(own) and role.word:
            first = role.alternatives("")[0]
            columns = [f"{RECEIVED_ROW}.{kind}" for kind in KINDS]
            return [code for code in columns if code not in own] if set(first) <= set(columns) else []
        return []

    def _is_in_place(self, role: Role, clause: str, *, is_listed: bool) -> bool:
        """Whether a text on this part of the report says of such a thing that there is none."""
        code = self._source.code
        if role.key in _POWERS or role.key in _DOCUMENTS:
            return code in ("s2", "note.t2")
        if role.key == "corrected" and code in REQUEST_TEXTS:
            return "公开" in clause or "答复" in clause  # 复议机关从未撤销我县作出的公开答复
        if role.key in _CASES:
            return code in CASE_TEXTS or code not in _TEXTS  # those are read for bare cases alone
        if role.key in _FEES:
            return code == "s6"
        if role.is_result and (role.word or is_listed):
            is_petitions = role.alternatives("")[0] == (PETITIONS,)  # 零投诉 is said of the work of the office
            is_on_work = is_petitions and not _OF_REQUESTS.search(clause)
            return code in REQUEST_TEXTS and not is_on_work
        return (role.key in _APPLICATIONS or role.is_applicant) and code in REQUEST_TEXTS + OVERVIEW_TEXTS


def _clauses_of(sentence: SentenceState) -> Iterator[tuple[int, int, str, bool]]:
    """Yield where each clause of a sentence begins, how long it is, and its words; whether it is one of a list."""
    place, text = sentence.start, sentence.text
    for clause in grammar.BREAK.split(text):
        start, end = place, place + len(clause)
        place = end + 1
        begin = max(start - sentence.start - _LONGEST_NOUN, 0)
        listed = _LISTED_NONE.search(text, begin, end - sentence.start) if len(clause) <= _BARE else None
        if listed:
            start = sentence.start + listed.start("noun")
        words = f"{listed['noun']}为零" if listed else _plainly_none(clause)
        yield start, end - start, words, listed is not None


def _plainly_none(clause: str) -> str:
    """Return a clause on 复议、诉讼“双零”, where it came true, as one that there was neither; losses as one word."""
    clause = _LOSSES.sub("被纠正", clause)
    said = _BOTH_NONE.search(clause) if "双零" in clause else None
    if said is None or not _COME_TRUE.search(clause) or _AIMED_AT.search(clause):
        return clause
    return f"{'信息公开' if '公开' in said['head'] else ''}零复议、零诉讼"


def _with_noun(clause: str, before: str) -> str:
    """Return a clause that says of what was named before it that there is none, with its noun."""
    if not before.endswith("，"):
        return clause
    noun = grammar.BREAK.split(before[:-1])[-1]
    if noun.endswith("的") and _NOT_ONE.fullmatch(clause):
        return f"{noun}{clause}"
    is_named = noun.endswith(("申请", "情形", "事项", "的"))
    return f"{noun}数量为零" if is_named and _OF_THESE_NONE.fullmatch(clause) else clause


def _not_of_some(roles: list[Absent], clause: str, before: str, told: str) -> list[Absent]:
    """Return what there is none of at all, not of some: 除信访举报投诉外，不予处理情形均未发生.

    ``before`` stands before it in its sentence, ``told`` in the whole text.
    """
    if roles and roles[0][0].key in _POWERS and _ANY_OF_A_SORT.search(clause):
        return []
    if not roles or _OTHERS.search(clause) or (_BUT.search(before) and any(role.is_result for role, _ in roles)):
        return []
    if _TREATED.match(clause) and _THINGS_TOLD.search(before):
        return []
    if REVIEWS_TOLD.search(before + clause[:1]) or is_of_one_channel(before):
        return []
    is_of_some = _OF_A_MATTER.search(before) or is_of_other_cases(told)
    is_of_some = is_of_some or is_of_those_told(told + _DENIES.split(clause)[0])
    if is_of_some and any(role.is_case for role, _ in roles):
        return []
    if _OLD_DONE.search(clause):
        roles = [one for one in roles if one[0].key != "carried_in"]
    return roles if _THIRD_PARTY.search(clause) else [one for one in roles if one[1] != (THIRD_PARTY,)]


def _says_no_row(clause: str) -> bool:
    """Whether a clause tells what a court said of reviews, or how applications were counted or searched for."""
    is_of_court = REVIEW_IN_COURT.search(clause) or COURT_AGAIN.search(clause)
    return bool(is_of_court or _COUNTED_ONCE.search(clause) or _NOT_FOUND.search(clause))
