"""Lets a modifier before the first noun of a list hold for all of them: 被纠正的行政复议案件3件、行政诉讼案件1件."""

from __future__ import annotations

from core.base.patterns import pattern
from core.form.known_cells import OF_ALL_KINDS, RECEIVED_ROW, in_row
from core.texts.language import grammar
from core.texts.language.grammar import BREAK
from core.texts.language.left_alone import OF_SOME
from core.texts.language.own_words import columns, without_leads
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.some_of import ALL_OUTCOMES
from core.texts.reading.told.named_before import CASES

_TOTALS = tuple(CASES)
_ROUGH = "约数"
_HEADS = (
    pattern(
        "(?:(?:行政)?(?:复议|诉讼|应诉)|(?:未经(?:行政)?复议)?直接(?:起诉|诉讼)|(?:经)?(?:行政)?复议后(?:又|再)?(?:起诉|诉讼))"
        "的?(?:案件|案)?(?:共|有|为|各)*$"
    ),
    pattern("(?:(?:行政)?(?:许可|处罚|强制|检查)(?:决定|措施|案件|案|事项)?书?|(?:行政)?规范性文件)(?:共|有|为|各)*$"),
    pattern(
        "(?:自然人|公民|个人|群众|商业企业|企业|公司|科研机构|社会公益组织|社会组织|法律服务机构|律师事务所|律所|法人)"
        "(?:的)?(?:申请)?(?:共|有|为|各)*$"
    ),
)
"""Nouns that stand beside others of their kind; results (不予公开) are told each with words of its own."""
_LINKED = pattern("^(?:、|以及|和|及|与)")
_OTHER_NOUN = pattern("^(?:、|以及|和|及|与)[^的，；。]{2,8}$")
_OF_SOME = pattern("的|领域|行业|方面|条线|(?<!各)执法(?:队伍|力量)")
_OF_APPLICANT = pattern(
    "(?:^|其中|由|因)(?:商业企业|企业|公司|自然人|个人|村民|居民|群众|律师)(?:不服)?(?:提起|提出|申请)的?$"
)
"""(企业提起的)行政复议6件: no total; 公民、法人和其他组织提起的 is one."""
_FOLK, _RECEIVED = "自然人或申请", ("received", "received_new")
_ASKED_BY = pattern(
    "^(?:其中|共|累计|全年|年内|今年|本年度?)*(?:新?收到?|受理|接到)?了?(?:来自|由)?(?P<who>(?![^，；。]*(?:公民、|社会各|各界|公众))[^，；：。（）\\d的]{2,12}?)(?:提出|提交|递交)?的?(?:政府信息公开|信息公开)?申请(?:共|有|为|计|合计)*$"
)
"""(群众和企业)申请67件: people and firms, or all who ask."""
_EVERYBODY = pattern("(?:公民|自然人|个人|群众)(?:、|和|与|及|以及)法人的?(?:申请)?(?:共|有|为)*$")
"""收到(公民、法人申请)67件: all who ask."""
_ONE = (
    "(?:各类|其[他它]|有关|相关)?(?:企业|公司|合作社|法人|单位|机构|律师(?:事务所)?|律所|社会(?:公益)?组织|公益组织"
    "|科研(?:院所|机构)|法律服务机构|组织)"
)
_NO_PERSONS = pattern(f"{_ONE}(?:(?:、|和|及|与|以及){_ONE})+")
"""(企业和其他组织)申请5件: not all who ask, nor one of them."""
_OUTCOME = pattern(
    "(?:维持|纠正|纠错|撤销|变更|确认违法|败诉|胜诉|驳回|撤回|撤诉|终止|调解|和解|结果|结案|审结|审理|未结)[^，；。]{0,6}的$"
)
"""厅(被纠正的)行政复议案件3件: not all of them, whatever else the words may be."""


class Conjuncts:
    """Reads the numbers of one text again whose noun stands behind another one that shares its modifiers."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._sentence = -1
        self._first: NumberReading | None = None
        self._clause = ""
        self._told_of = ""
        self._outside: tuple[NumberReading | None, str] = (None, "")

    @property
    def _words(self) -> str:
        """What was said before the first noun of the list."""
        return without_leads(self._clause)

    def read(self, sentence: SentenceState, left: str, reading: NumberReading | None) -> NumberReading | None:
        """Return the reading of the next number, with what was said before the first noun of its list."""
        if sentence.start != self._sentence:
            self._sentence, self._first, self._clause, self._told_of = sentence.start, None, "", ""
        if "）" in left:
            self._first, self._clause = self._outside
        if left.rfind("（") > left.rfind("）"):
            self._outside = self._first, self._clause
        clause = BREAK.split(left)[-1]
        mark = left[: len(left) - len(clause)][-1:]
        if reading is None and not mark and _OTHER_NOUN.match(clause) and self._words:
            return None  # 行政许可62件、行政合同30件、行政处罚12件: the list goes on
        if reading and self._goes_on(clause, mark):
            self._told_of = self._words
            return self._joined(sentence, reading, is_sure=mark != "，" and "的" in self._words)
        self._first, self._clause = self._narrowed(reading, clause), clause
        if reading and reading.key in _TOTALS:
            self._told_of = ""
        return self._of_those(self._first)

    def _goes_on(self, clause: str, mark: str) -> bool:
        """Whether a clause is nothing but a noun, joined to another of its kind that has modifiers."""
        is_linked = _LINKED.match(clause) if mark in ("", "）") else mark == "，" and "的" in self._clause
        words = self._words if is_linked and self._clause else ""
        if not words or (mark == "，" and "的" not in words):
            return False
        noun = grammar.LINKS.sub("", clause)
        return any(head.fullmatch(noun) and _before(head.search(words)) for head in _HEADS)

    def _of_those(self, reading: NumberReading | None) -> NumberReading | None:
        """劳动保障领域的复议案件8件、诉讼案件4件，维持11件: what is told of a list is told of its modifiers too."""
        if self._told_of and reading and reading.rule_id == "N-06" and reading.kind == "count":
            return reading._replace(words=(*reading.words, self._told_of))
        return reading

    def _narrowed(self, reading: NumberReading | None, clause: str) -> NumberReading | None:
        """Return a total as no total where words before its noun say what came of the cases."""
        if reading is None or reading.kind != "count":
            return reading
        if reading.key.startswith(("carried", "received")):
            return self._of_kind(reading, clause)
        if reading.key not in _TOTALS:
            return reading
        if clause.endswith(("一审", "二审", "再审")):
            return _unjudged(reading)
        head = _HEADS[0].search(clause)
        if head and _OF_APPLICANT.search(clause, 0, head.start()):
            return _unjudged(reading)
        came_of_it = _OUTCOME.search(clause, 0, head.start()) if head else None
        if came_of_it is None:
            return reading
        topic = CASES[reading.key]
        role = self._source.vocabulary.concepts.outcome(came_of_it[0].removesuffix("的"), topic)
        if role is None or role.is_result:
            return _unjudged(reading)
        words, ways = (clause[: came_of_it.start()], *reading.words[1:]), role.alternatives(topic)
        return reading._replace(key=role.key, meaning=role.name, ways=ways, phrase=None, words=words)

    def _of_kind(self, reading: NumberReading, clause: str) -> NumberReading:
        """Return all applications as those of the kind they are said to be of: 上年结转的自然人申请1件."""
        concepts, asked = self._source.vocabulary.concepts, _ASKED_BY.search(clause)
        folk = concepts.shared(asked["who"], "request") if asked and reading.key in _RECEIVED else None
        if folk and folk.key == _FOLK:
            more = [way for way in folk.alternatives("") if reading.key == _RECEIVED[0] or _are_new(way)]
            return reading._replace(ways=tuple(dict.fromkeys([*reading.ways, *more])))
        if asked and folk is None and _NO_PERSONS.fullmatch(asked["who"]):
            return _unjudged(reading)
        head = _HEADS[2].search(clause)
        kind = concepts.shared(head[0], "request") if head else None
        if kind is None or not kind.is_applicant or not all(cell.endswith(OF_ALL_KINDS) for cell in reading.ways[0]):
            return reading
        if head and grammar.JOINED.search(clause, 0, head.start()):
            return reading if _EVERYBODY.search(clause) else _unjudged(reading)  # 律师和企业申请8件: who else?
        if reading.key == _RECEIVED[0]:
            ways, key = kind.alternatives(""), kind.key
            if all(map(_are_new, reading.ways)):  # 新收自然人申请36件
                ways = tuple(filter(_are_new, ways))
            return reading._replace(key=key, meaning=kind.name, rule_id=kind.rule_id, ways=ways, phrase=None)
        return reading._replace(ways=columns(reading.ways, kind.alternatives("")), phrase=None)

    def _joined(self, sentence: SentenceState, reading: NumberReading, *, is_sure: bool) -> NumberReading:
        first = self._first
        if reading.rule_id == "N-07" and not _OF_SOME.search(self._words) and (first is None or first.kind == "count"):
            return reading  # 各执法部门作出行政许可12件、行政处罚3件
        if first is None or (first.kind == "other" and _ROUGH not in first.meaning):
            if first and first.rule_id == "" and reading.rule_id == "N-06":
                sentence.is_own_case = False
            return _unjudged(reading)
        if reading.kind != "count" or first.kind != "count":
            return reading
        if reading.key in _TOTALS and first.key in (*ALL_OUTCOMES, "closed"):
            return self._outcome(reading, first.key, is_sure=is_sure)
        if first.rule_id != reading.rule_id:
            return _unjudged(reading)
        own, *around = reading.words or ("",)
        return reading._replace(words=(f"{first.words[0] if first.words else ''} {own}", *around), phrase=None)

    def _outcome(self, reading: NumberReading, key: str, *, is_sure: bool) -> NumberReading:
        """Return a total of cases as those of them that had the outcome of the first noun."""
        role = self._source.vocabulary.role(key)
        ways = role.alternatives(CASES[reading.key])
        ways = ways if is_sure else (*ways, *reading.ways)  # 纠正行政复议2件，诉讼13件
        return reading._replace(key=key, meaning=role.name, ways=ways, phrase=None, words=(*reading.words, self._words))


def _are_new(way: tuple[str, ...]) -> bool:
    return all(in_row(cell, RECEIVED_ROW) for cell in way)


def _before(head: object) -> bool:
    """Whether words stand before a noun."""
    return bool(head and head.start())  # type: ignore[attr-defined]


def _unjudged(reading: NumberReading) -> NumberReading:
    if reading.kind != "count":
        return reading
    meaning = f"{reading.meaning}（{OF_SOME}，不核对）"
    return reading._replace(kind="other", rule_id="", meaning=meaning, words=(), scope="")
