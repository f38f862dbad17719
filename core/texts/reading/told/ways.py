"""The ways to reckon a number that the words before it leave open."""

from __future__ import annotations

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_IN_ROW, CARRIED_OUT_ROW, HANDLED_ROW, OF_ALL_KINDS, RECEIVED_ROW, in_row
from core.texts.language import grammar
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.numbers import PrintedNumber
from core.texts.language.own_words import columns
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.told.named_before import CASES, topic_behind
from core.texts.reading.told.references import OUTCOMES, all_cases

_ROWS = ("N-03", "N-05")
"""Rules on numbers that have columns for the kinds of applicants."""
_APPLICANTS = ("applicants", "applicants_together")
_GRANTED = ("granted", "granted_short", "granted_or_partial")
_FOLK, _OTHERS = "自然人或申请", "other_applicants"
"""自然人和企业: these, or all who ask; 其他主体: a column, or all that are not named."""
_OF_A_KIND = ("N-03", "N-04", "N-05")
"""Rules on what became of applications."""
_OLD_ONES = 20
"""How many more applications of a kind may have been dealt with than were received."""
_KIND_WORDS = "自然人|公民|个人|商业企业|企业|公司|科研机构|(?:社会)?公益组织|法律服务机构|律师事务所|律所"
_KIND_BEHIND = f"(?:(?:为|是|由|来自)*(?:{_KIND_WORDS})(?:提出|提交)?的?)?"
ONES_OF_KIND = pattern(f"(?P<kind>{_KIND_WORDS})(?:提出|提交|递交)?的?(?:政府信息公开|信息公开)?申请(?!人|公开|书)")
"""结转2件(企业申请), 收到142件(个人申请): not of all kinds."""
_LEFT = pattern(
    f"{_KIND_BEHIND}(?:申请)?(?:仍|尚|还|均|都|因故|暂)*(?:未到期|未届期|未到(?:答复|办理|法定)*(?:期限|时限)|没到期)|"
    "(?:申请)?(?:仍|尚|还)*(?:在办(?!结)|未办结|正在办理|待办理?|在办理(?!期|时限))"
    f"|{_KIND_BEHIND}(?:申请)?(?:仍|尚|还)+(?:未到|在)(?:法定)?(?:办理|答复)?(?:期限|时限)[以之]?内?(?=[，；。]|$)"
    f"|{_KIND_BEHIND}(?:申请)?，?(?:仍|尚|还|均|都|正)*(?:在办理中|在办|未办结|正在办理|待办理?)?，?(?:将|按规定|依法|依规)*(?:结转|转入|转至|顺延)(?:至|到|入)?□□□下年(?![^，；。]*\\d)"
    "|(?:申请)?(?:[仍尚还均都]|目前)*(?:正在|处[于在])[^，；。\\d]{2,14}，(?:预计|计划|按规定)?(?:将|要|需|须|拟)(?:于|在|到|至)?(?:□□□下年|下一?年|明年|次年)"
)
"""企业仍有1件(在办), 只有1件(个人申请尚在办理期限内): of those carried over."""
_REST = pattern("(?:其余|余下|剩余|剩下|还剩|尚余|尚剩)")
_DONE_BEHIND = pattern(
    f"{_KIND_BEHIND}申请(?:，|已经|已|均|都|全部|按期|按时|依法|在规定期限内)*(?:答复|办结|办理完毕|办毕|回复)(?:完毕)?(?=[，；。、]|$)"
)
"""35件(自然人申请已答复), not with those carried over."""
_ROWS_OF_ALL = ("received_new", "handled")
"""(本年新收的申请中，)自然人30件: rows that are no results."""
_NEW_ONES = pattern("新收|新增|新申请|新提出|新提交|新受理|新接收")
OF_ANY = ("received", "received_new", "mentioned", "handled", "handled_all", "handled_such", "processed")
"""Roles of numbers that may be of any applications."""
_DONE = ("handled", "handled_all", "handled_such", "processed")
"""办结45件，(剩下)2件为自然人申请: of those carried over."""
_BY_KIND = (
    "，?(?:按照?|从|以|就|论)其?(?:申请人|申请主体|主体|申请者)的?(?:身份|类别|类型|性质|种类|构成)*"
    "(?:来|上|而)?(?:看|说|划分|区分|分类|分|统计|言|论)?[，：]"
)
_ROW_OF = pattern(
    f"(?<![^；，。！？\\n])(?:就|从|对)?(?P<row>[^，；：。（）\\d]{{3,24}}?)(?:(?:当中|之中|中|里)，?|{_BY_KIND}|(?:而言|来看|来说|方面)，"
    "|(?:(?<=的)|(?<=申请)(?:件|办件)?)[：，])"
    "(?:，?[^，；：。（）、\\d]{2,16}\\d+[件宗份][、和及与]*)*"
    "，?[^，；：。（）、\\d]{0,16}$"
)
"""(结转下年的申请里，)自然人2件、企业1件: of which row the kinds are."""
FRAMED = pattern(
    "(?:^|[，；：])(?:对于?|就|针对|关于|面对)(?P<head>[^，；：。（）\\d]{2,24}?)(?:依法|提出|提交|递交|寄来|的)*(?:政府信息公开|信息公开|公开)?申请，"
    "(?:[^，；：。（）、\\d]{0,12}\\d+[件宗份][，、和])*[^，；：。（）、\\d]{0,12}$",
    needs=["申请，"],
)
"""(对商业企业提出的申请，)全年回复49件"""
_LATER = pattern("下年|下一年|次年|明年|来年|年末|年底|期末|[未尚仍还待]|在办")
"""跨年办理的申请 may be those carried in or out, unless one of these words is said."""
_CARRIED = pattern("结转的?(?:政府信息公开|信息公开)?(?:申请|件|事项)")
"""(结转申请)中，自然人2件: carried in or over."""
_COUNTED = (
    "[^，；。：、（）\\d]{0,10}\\d+[件起宗](?:案件)?"
    "(?:(?:均|都|也|已|全部|尚|仍|还|有\\d+件)*(?:审?结案?|办结|未审?结|在审))?"
)
_BOTH_COUNTED = pattern(
    f"复议{_COUNTED}(?:、|，|和|及|与|以及)+[^，；。：、（）\\d复其]{{0,10}}(?:诉讼|应诉|(?:直接|复议后)起诉){_COUNTED}"
    f"|(?<![、和与及])(?<![、和与及]行政)(?:诉讼|应诉|起诉){_COUNTED}(?:、|，|和|及|与|以及)+[^，；。：、（）\\d诉其未]{{0,10}}复议(?!后|直接){_COUNTED}"
)
_IN_FORCE = pattern(
    "(?:现行|继续|现有)有效的?[^，；。、（）\\d]{0,4}规章(?:共|有|为)*\\d+[件部个份](?:、|以及|[和及与])[^，；。\\d]{0,12}$"
)
"""(现行有效规章46件、行政规范性文件)1072件: of those in force too."""
_ALL_LAWSUITS = pattern("(?<!后)(?<!接)(?<!复议)(?:被诉|被起诉|应诉|诉讼)(?:案件|案)?(?:共计?|合计|有|为)*\\d+[件起宗]")
_TAKEN_BY = pattern(
    "(?:复议(?:机关|机构|委员会|委|局|部门)|(?P<court>法院))[^，；。]{0,6}?(?:受理|收到|接收|审理|立案|办理)"
)
"""(各级复议机关受理)涉信息公开案件78件: who takes the cases says which they are."""
_CASES_BEHIND = pattern("(?:行政)?(?:复议(?!后)|(?P<court>诉讼|官司))(?!、|和|及|与)")
"""因信息公开引起的9件(复议)中"""
_BOTH_SUMMED = pattern(
    "复议[^，；。\\d]{0,6}(?:、|和|与|及)[^，；。\\d]{0,4}(?:诉讼|应诉)[^，；。\\d]{0,6}(?:加在一起|加起来|合在一起|合计|合起来|合并)[^，；。\\d]{0,4}\\d"
)
"""(把复议纠正和诉讼败诉加在一起共5)件，相当于已审结30件的六分之一"""
_IN_ALL = pattern("共计|合计|总计|一共|总共")
_BOTH_TOGETHER = pattern("复议(?:案件|案)?(?:、|和|与|及)(?:行政)?(?:诉讼|应诉)[^，；。]*(?:共|合计|总计|一共)")
_ALL_SORTS = pattern("[两三](?:类|种|项|者)")
"""(三类)案件，维持数依次为31件、4件、9件，…，另有其他结果合计19件; (两类)案件纠正数合计8件"""
_DISPUTES = pattern(
    "[^，；。\\d]{0,24}\\d+[件起宗](?:政府信息公开|信息公开|行政)*(?:争议|案件)，(?=[^；。]*复议)(?=[^；。]*诉讼)(?:(?!\\d+[件起宗])[^；。])*$"
)
_AMONG = pattern(
    "(?:[^，；。：、（）\\d复诉]{0,14}[，（]|（)(?:其中|包括|包含|含|有)：?(?:行政)?"
    "(?:(?P<way>直接起诉|(?:经)?复议后(?:提?起诉|诉讼))|诉讼|应诉|复议(?!后|前))"
    "(?:案件|案|的|有|阶段|环节)*\\d+[件起宗]"
)
"""还有4件(没有审结，其中诉讼3件): of both kinds together."""
_ONE_WAY = ("direct", "after")
"""Topics that are one of the two ways to a lawsuit."""


class Ways:
    """Finds the ways to reckon the numbers of one text."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def of(self, sentence: SentenceState, number: PrintedNumber, role: Role, topic: str, clause: str) -> Alternatives:
        """Return the ways to reckon a number that the words before it leave open."""
        ways = role.alternatives(topic)
        if role.is_applicant:
            found = self._of_applicants(sentence, number, ways, clause)
            if role.key in (_FOLK, _OTHERS):
                each = [
                    self._of_applicants(sentence, number, (way,), clause)
                    for way in ways
                    if not in_row(way[0], HANDLED_ROW)
                ]
                found = tuple(dict.fromkeys((*found, *(way for more in each for way in more))))
            return found
        if column := self._kind_behind(number, role, ways) or self._kind_framed(sentence, number, role, ways):
            return column
        if role.key == "normative_any" and _IN_FORCE.search(self._source.text, sentence.start, number.start):
            return self._source.vocabulary.role("normative_in_force").alternatives(topic)
        if role.key == "cases_about" and (
            body := _TAKEN_BY.search(clause) or _CASES_BEHIND.match(self._source.text, number.end)
        ):
            return role.alternatives("lawsuit" if body["court"] else "review")
        named, of_kind = self._of_named_kind(role, clause, ways), self._of_kind(sentence, number, role, ways)
        is_of_them = role.rule_id == "N-04" and sentence.told == [sentence.kind]  # 自然人申请36件，已答复33件
        ways = (*named, *of_kind, *ways) if is_of_them else (*named, *ways, *of_kind)
        if role.rule_id == "N-01" and grammar.NEW.search(clause) and "结转" not in clause:
            return ways[:1]
        if role.key in _GRANTED and grammar.PARTLY_IN_BRACKETS.match(self._source.text, number.end):
            return (*ways, *self._source.vocabulary.role("granted_partial").alternatives(topic))
        return self._of_cases(sentence, number, role, topic, clause, ways) if role.is_case else ways

    def _of_cases(
        self, sentence: SentenceState, number: PrintedNumber, role: Role, topic: str, clause: str, ways: Alternatives
    ) -> Alternatives:
        """Return the ways to reckon cases, or what became of them, of one kind or of both."""
        kind = CASES.get(sentence.whole.key, topic) if sentence.whole and role.key in OUTCOMES else topic
        if kind != topic:  # 4件复议的申请人均未提起诉讼，其中1件撤回
            ways = (*ways, *role.alternatives(kind))
        if role.key in OUTCOMES and topic == "both" and _BOTH_TOGETHER.search(clause):
            return ways[:1]  # 复议、诉讼在审案件共3件
        is_total = role.key in OUTCOMES and _IN_ALL.search(clause) and "复议" not in clause and "诉" not in clause
        if is_total and self._is_of_disputes(sentence, number):
            return role.alternatives("both")[:1]
        if role.key in OUTCOMES and _IN_ALL.search(clause):
            sorts = _ALL_SORTS.search(self._source.text, sentence.start, number.start)
            ways = (*ways, *role.alternatives("both")[:1]) if sorts else ways
        if role.key in OUTCOMES and self._is_of_both(number, topic):
            return role.alternatives("both")[:1]
        referred = all_cases(self._source, sentence, number, role) if role.key in OUTCOMES else ()
        if referred and topic == sentence.topic:
            return referred
        if not role.key.startswith("cases_") and self._is_behind_both(sentence, number):
            whole = self._source.vocabulary.role(role.key.removesuffix("_short"))
            of_each = [way for kind in ("review", "lawsuit") for way in whole.alternatives(kind)[:1]]
            ways = (*ways, *(whole.alternatives("both") or [tuple(cell for way in of_each for cell in way)]))
        if topic in _ONE_WAY and not role.key.startswith("cases_"):
            told = grammar.BOTH_WAYS.search(self._source.text, sentence.start, number.start)
            if told and "；" not in self._source.text[told.end() : number.start]:
                return (*role.alternatives("lawsuit"), *ways)
            if role.key == "pending" and self._may_be_of_all_lawsuits(sentence, number):
                return (*role.alternatives("lawsuit"), *ways)
            if self._topic_end(sentence, number) == sentence.start:  # 复议后起诉20件。尚有8件未审结
                return (*ways, *role.alternatives("lawsuit"))
        behind = self._topic_end(sentence, number), number.start
        if topic in _ONE_WAY and grammar.LIST_ENDS.search(self._source.text, *behind):
            both = role.alternatives("both")[:1] if "；" in self._source.text[slice(*behind)] else ()
            return (*ways, *role.alternatives("lawsuit"), *both)  # 复议后起诉20件；尚有8件未审结: of all, perhaps
        return ways

    def _is_of_disputes(self, sentence: SentenceState, number: PrintedNumber) -> bool:
        """Whether a number is of all disputes of a sentence: 60件争议，四成进入诉讼、六成止于复议，被纠正的共计6件."""
        told = _DISPUTES.match(self._source.text, sentence.start, number.start)
        return told is not None and not any(one.key in OUTCOMES for one in sentence.told)

    def _kind_behind(self, number: PrintedNumber, role: Role, ways: Alternatives) -> Alternatives:
        """Return the column of the kind whose applications are counted: 结转2件企业申请; () where none is named."""
        told = ONES_OF_KIND.match(self._source.text, number.end) if role.rule_id in _OF_A_KIND else None
        kind = self._source.vocabulary.concepts.shared(told["kind"], "request") if told else None
        is_of_all = all(cell.endswith(OF_ALL_KINDS) for way in ways for cell in way)
        return columns(ways, kind.alternatives("")[:1]) if kind and kind.is_applicant and is_of_all else ()

    def _kind_framed(
        self, sentence: SentenceState, number: PrintedNumber, role: Role, ways: Alternatives
    ) -> Alternatives:
        """Return the column of the kind, or the row, that is spoken of: 对企业提出的申请，全年回复49件; () for none."""
        is_open = role.key in OF_ANY or (role.is_result and not role.word)
        told = FRAMED.search(self._source.text, sentence.start, number.start) if is_open else None
        row = self._source.vocabulary.concepts.row(told["head"]) if told and role.is_result else None
        if row and {*row.alternatives("")[0]} < {*ways[0]}:
            return row.alternatives("")  # 对重复提出的申请，不予处理2件
        kind = self._source.vocabulary.concepts.shared(told["head"], "request") if told else None
        return columns(ways, kind.alternatives("")[:1]) if kind and kind.is_applicant else ()

    def _is_of_both(self, number: PrintedNumber, topic: str) -> bool:
        """Whether a number is of both kinds of cases, as some are said to be of one: 还有4件没有审结，其中诉讼3件."""
        among = _AMONG.match(self._source.text, number.end)
        return among is not None and topic in (("review",) if among["way"] else ("review", "lawsuit"))

    def _of_applicants(
        self, sentence: SentenceState, number: PrintedNumber, ways: Alternatives, clause: str
    ) -> Alternatives:
        """Return the ways to reckon applications of a kind: of those received, or of the row told before."""
        is_rest = sentence.last is not None and sentence.last.key in _DONE and bool(_REST.match(clause))
        if is_rest or _LEFT.match(self._source.text, number.end):
            return columns(self._source.vocabulary.role("carried_out").alternatives("request"), ways)
        whole = sentence.whole
        is_whole = whole and whole.kind == "count" and whole.rule_id in _ROWS and not whole.scope
        if whole and is_whole and number.value <= whole.value:
            return columns(whole.ways, ways)  # 予以公开9件（自然人6件
        if row := self._row_named(sentence, number):
            return _of_new_ones(ways) if in_row(row[0][0], RECEIVED_ROW) else columns(row, ways)
        if _NEW_ONES.search(clause) and "结转" not in clause:
            return _of_new_ones(ways)
        if _DONE_BEHIND.match(self._source.text, number.end):
            return (*columns(self._source.vocabulary.role("handled").alternatives("request"), ways[:1]), *ways)
        if not grammar.DEALT_WITH.search(self._source.text, sentence.start, number.start):
            ways = tuple(way for way in ways if not in_row(way[0], HANDLED_ROW))  # 收到63件（自然人52件
        return of_row(sentence, number, ways)

    def _row_named(self, sentence: SentenceState, number: PrintedNumber) -> Alternatives:
        """Return the row of the new ones, of those carried over or of a result that a list of kinds opens with."""
        named = _ROW_OF.search(self._source.text, sentence.start, number.start)
        return row_of_head(self._source, named["row"]) if named else ()

    def _of_named_kind(self, role: Role, clause: str, ways: Alternatives) -> Alternatives:
        """自然人申请办结185件, 企业上年结转1件: those dealt with, or carried, of one kind of applicants."""
        if role.rule_id not in ("N-03", "N-04") or (role.rule_id == "N-03" and grammar.NEW.search(clause)):
            return ()
        named = [kind for kind in self._source.vocabulary.applicants if kind.word in clause]
        kinds = {kind.alternatives("")[:1] for kind in named}
        return columns(ways, kinds.pop()) if len(kinds) == 1 else ()

    def _of_kind(self, sentence: SentenceState, number: PrintedNumber, role: Role, ways: Alternatives) -> Alternatives:
        """自然人187件，其中公开83件: results may be those of the only kind of applicants told before them."""
        kind = sentence.kind
        if kind is None or role.rule_id not in _OF_A_KIND or number.value > kind.value + _OLD_ONES:
            return ()
        place, _ = self._source.span(number.start, number.end)
        return columns(ways, kind.ways) if "；" not in self._source.printed[kind.end : place] else ()

    def _is_behind_both(self, sentence: SentenceState, number: PrintedNumber) -> bool:
        """Whether reviews and lawsuits were counted side by side last: 复议9件、诉讼4件；被纠正的2件 may be of both."""
        if topic_behind("", self._source.text[number.end : sentence.end], ""):
            return False  # 维持的2件均为诉讼
        text, topic_end, start = self._source.text, self._topic_end(sentence, number), sentence.start
        if topic_end == start and text[start - 1 : start] == "。":  # 复议9件、诉讼4件，合计13件。审结12件
            start = max(text.rfind(mark, 0, start - 1) for mark in "。\n") + 1
            topic_end = max((end for _, end, _ in self._source.topics(start, sentence.start)), default=start)
        told = [*_BOTH_COUNTED.finditer(text, start, number.start)]
        told += _BOTH_SUMMED.finditer(text, start, number.start)
        return bool(told) and topic_end <= told[-1].end()

    def _may_be_of_all_lawsuits(self, sentence: SentenceState, number: PrintedNumber) -> bool:
        """Whether all lawsuits were counted before those of one way: 被诉21件，其中8件直接起诉，5件在审."""
        end = self._topic_end(sentence, number)
        behind = self._source.text[end : number.start]
        told = _ALL_LAWSUITS.search(self._source.text, sentence.start, end)
        return (
            told is not None
            and "，" in behind
            and "（" not in behind
            and "；" not in self._source.text[told.end() : end]
        )

    def _topic_end(self, sentence: SentenceState, number: PrintedNumber) -> int:
        """Return where the words end that said last what the sentence is about."""
        return max((end for _, end, _ in sentence.topics if end <= number.start), default=sentence.start)


def as_dealt_with(head: str) -> str:
    """Return the words of a head with those on cases as they are said of applications: 经审结的申请."""
    return head.replace("经审结", "审结").replace("审结", "办结")


def row_of_head(source: SourceText, head: str) -> Alternatives:
    """Return the row whose kinds follow a head, 结转下年的申请; () where it means none."""
    if _CARRIED.fullmatch(head):
        return source.vocabulary.role("carried").alternatives("request")
    row = source.vocabulary.concepts.composed(Phrase("", as_dealt_with(head), "", "request", "件"))
    is_row = row and (row.role.rule_id in _ROWS or row.role.key in _ROWS_OF_ALL)
    ways = row.role.alternatives("request") if row and is_row else ()
    if row and row.role.key == "carried_out" and not _LATER.search(head):
        return (*ways, *source.vocabulary.role("carried_in").alternatives("request"))
    return ways


def _of_new_ones(ways: Alternatives) -> Alternatives:
    """Return the ways of a kind of applicants without those carried in."""
    return tuple(way for way in ways if all(in_row(cell, RECEIVED_ROW) for cell in way)) or ways


def of_row(sentence: SentenceState, number: PrintedNumber, ways: Alternatives) -> Alternatives:
    """Return the ways of a kind of applicants with its column of the row before: 结转下年2件，自然人、律所各1件."""
    row = sentence.row
    return (*columns(row.ways, ways), *ways) if row and number.value <= row.value else ways


def keep_row(sentence: SentenceState, left: str, reading: NumberReading | None) -> None:
    """Keep the row whose applicants may be told next; they end with their part of the sentence."""
    if "；" in left:
        sentence.row = sentence.kind = None
    if reading and reading.kind == "count":
        sentence.kind = _kind_told(sentence.kind, reading)
    if reading is None or reading.kind != "count" or reading.key in _APPLICANTS:
        return
    if reading.rule_id in _ROWS and not reading.scope:
        sentence.row = reading
    else:
        sentence.row = None


def _kind_told(before: NumberReading | None, reading: NumberReading) -> NumberReading | None:
    """Return the number of the only kind of applicants whose results may follow a number."""
    if reading.key in _APPLICANTS:
        return None if before else reading
    if reading.rule_id == "N-04" and len(reading.ways) > 1 and not reading.ways[0][0].endswith(OF_ALL_KINDS):
        return before or reading
    return None if reading.rule_id == "N-01" else before


def rule_of(role: Role, ways: Alternatives) -> str:
    """Return the rule on a number: that on the row, where applicants are those of a row."""
    if role.is_applicant and ways[:1] and in_row(ways[0][0], CARRIED_IN_ROW, CARRIED_OUT_ROW):
        return "N-03"
    return role.rule_id
