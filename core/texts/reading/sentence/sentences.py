"""A text as its readers share it: plain form, topics, years, and what is known while a sentence is read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.base.patterns import WordFinder, holds_one, last_of, pattern
from core.report.entry_text import Number
from core.texts.language.acting_office import without_acting_office
from core.texts.language.everyday_reasons import PETITION
from core.texts.language.grammar import BREAK, IN_BRACKETS, OURSELVES, OWN_OFFICE, REMARK, WHAT_THEY_ASK
from core.texts.language.last_year import AHEAD, is_of_last_year, is_of_other_year
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.new_and_old import NEW_AND_OLD, WITH_OLD_ONES
from core.texts.language.numbers import PlainText, PrintedNumber
from core.texts.language.periods import limiting
from core.texts.language.phrase_said import Phrase
from core.texts.language.vocabulary import TextVocabulary
from core.texts.language.whole_county import all_of_county_named_shortly
from core.texts.reading.sentence.own_topic import DISPUTED, REMEDIES, named_in_brackets, turns_to_applications

REQUEST_TEXTS = ("s1.request", "s3", "note.t3")
OVERVIEW_TEXTS = ("s1",)
CASE_TEXTS = ("s4", "note.t4")
WORK_TEXTS = ("s1", "s1.active", "s1.manage", "s1.platform", "s1.oversight")
"""Texts on the work as a whole: decisions and documents are compared there, but for those that were published."""
COMPARED_THERE = ("许可", "处罚", "强制", "文件", "规章")
"""What a sentence of such a text must name."""

_DIVIDED = pattern("其中[^；。]*(?:其余|其他|余下|剩下|部门|乡镇|镇街|街道)[^；。]{0,24}；")
"""(其中县政府办公室受理19件，其余由部门受理；)上年结转17件: all of them are told there, and the whole goes on."""
_WHOLE_PLACE_BEHIND = pattern(
    "(?<=[，；对就将把])(?:因此|据统计|截至年底)?(?:全[省市县区州旗盟镇](?!统一|性)|我[省市县区州旗盟](?![局委办厅])|全(?:局|厅|委|系统)(?=汇总|合计|共|总|累计|新收|收到|受理|办结)|各承办单位|各级各部门|各地各部门|各级行政机关)"
)
"""实行县政府办公室、承办单位两级把关，(全县)新收60件; 局办公室对(全市)现行有效的36件: who is named last."""
_TOLD_BY_OTHERS = pattern(
    "(?<![^，；\\n])(?:根?据)[^，；。\\d]{2,24}(?:通报|反馈|提供|公布|介绍|消息|的?统计|的?数据)，"
)
"""(据区政务公开办公室通报，)全区共收到: who tells it is no subject."""
_ARRANGED = (
    "费",
    *("制", "模式", "格局", "体系", "流程", "方式", "办法", "分工", "调度", "提醒", "督办", "预警", "盯办", "会办"),
)
_HOW_IT_WORKS = pattern(
    "(?<![^，；])(?:[^，；。\\d]{2,12}(?:办公室|[局办科股室]|中心))?(?:进一步|不断|持续|已|继续)*(?:建立|形成|健全|完善|实行|推行|执行|落实|构建|严格|坚持|采取|明确|优化)[^，；]*"
    "(?:机制|制度|模式|格局|体系|流程|责任制|方式|办法|分工|调度|提醒|督办|预警|盯办|会办)[，；]|(?<![^，；])[^，；。\\d]{0,16}(?<!收)费(?!用?收)[^，；。\\d]{0,12}?(?:按照?|执行|依照|依据|根据|遵照)[^，；。\\d]{0,12}?(?:标准|价格|定价|目录)[^，；。\\d]{0,8}[，；]"
)
"""(建立县政府办牵头的工作机制，)全年新收68件; (全县学费按核定标准收取，)本年收费金额: no subject."""
_TOWNSHIPS = pattern(
    "(?:各|所辖|下辖)(?:乡镇|镇街|街镇|镇乡|镇|乡|街道)|(?:^|[，；：])(?:乡镇街道|乡镇|镇街|街镇)(?:全年|年内|共|一共)*(?:新收|收到|受理|办结|答复)"
)
_OTHERS_TOO = pattern("部门|单位|本级|机关|政府|全[县市区旗]|[县市区旗]直|[局办委]")
"""Offices that make townships beside them more than some of a county."""
_ONE_FIELD = pattern(
    "(?:其中，?|按[^，；。]{2,10}[，：])?(?!全|我|本|申请|平台|管理|办公|信息|业务|受理|服务|公开|网上)[\u4e00-\u9fff]{2,6}(?:系统|条线|口)"
    "(?:受理|收件|申请)?(?:量|数)?(?:最多|居首|次之|居多|[，：]|收到|受理|新收|办结|答复|共)"
)
"""(自然资源系统受理最多，)收到118件，予以公开41件: those of one field of a whole place."""
_SENSIBLE_QUOTE, _NEAR_ROWS = 30, 60
_MARKS_OF_SUBJECT = "，；：。（）！？\n"
_MARKS = _MARKS_OF_SUBJECT + "—"  # those of ``BREAK``
_PETITIONS = pattern("信访|投诉|举报")
_MIXED_UP = pattern(
    "(?:将|把|对|误将)[^，；。\\d]{0,12}(?:信访|投诉|举报|咨询)[^，；。\\d]{0,16}(?:混为一谈|混淆|混同|等同(?:起来)?|区分不清|分不清)",
    needs=["混", "等同", "不清"],
)
"""部分申请人(将投诉举报与信息公开混为一谈)，有12件…: why they ask, no other matter."""
_REFUSED = pattern(
    "不予处理[^；。\\n]*(?:[，、：（]|件(?=包括|含|分为|中))(?:其中|主要|分别|包括|包含|含|为|是|有|因|属于?|系|以|：|信访|投诉|举报)*$"
)
"""不予处理的14件，(其中)信访投诉举报9件"""
_YEARS_IN_BRACKETS = pattern(
    "(?:前|近|过去|往)[^，；。（）]{0,3}年(?:间|来)?（[▢、—-]+）(?:[均都也皆则全]|连续)*$"
    "|(?:年|年度|年间|年来|以来|期间|时期)（(?![^（）]*本年)[□上他前年度\\d、和及与至到—-]+）(?:[均都也皆则全]|连续|[我本][局委厅办镇乡县市区]|本?机关|街道)*$"
)
"""前两年(（2023年、2024年）均)未收到申请"""
_SENT_TO = pattern(
    "(?:信访|投诉|举报)[^，；。\\d]{0,4}\\d+件(?:申请)?，?(?:已|均|依法|分别)*(?:转|移交|引导)[^，；。]{0,12}$"
)
"""信访投诉类5件(转12345)热线: where they were sent."""
_THINGS = pattern(
    "(?:材料|稿|产品|文章|文稿)?(?:共|合计)?\\d+(?:篇|期|条|次|场|个|份|部|幅|张|(?<=解读\\d)件|(?<=解读\\d\\d)件)"
)
"""解读(21篇)"""
_ALL_EXPLAINED = pattern(
    "(?:均|都|逐件|全部|一律|同步|配套)[^，；。\\d]{0,8}解读$|(?<=[，；])(?:规范性)?文件(?:及其?|和|与)(?:政策|配套)?解读$"
)
"""制发规范性文件3件，(每件均附文字解读)；废止1件: said of the documents, no other matter."""
_DOCUMENTS = pattern("的?(?:(?:行政)?规范性文件|文件(?=[，。；、]))")
_DOCUMENT_TEXTS = ("s1", "s1.active", "s1.manage", "s2", "note.t2")
_DOCUMENTS_NEXT = pattern(
    "(?:□□□本年度?|全年|年内|本年度?|我局|本局|，)*(?:经|在)?新?(?:制发|制定|出台|印发|发)\\d+件(?:、|，|和|及|并|又|同时)*(?:公布|宣布)?废止\\d+件"
    "(?:之?后|的基础上|，)*，?[^。；\\d]{0,20}规范性文件|(?:[^，；。：\\d]{0,6}(?:制|定|立|发|出台|废|作废|留|存)[^，；。：\\d]{0,3}\\d+件[、，；]?){2,3}[^。；\\d]{0,12}规范性文件[^，；。\\d]{0,8}(?:变化|情况|账|增减|家底|变动)"
)
"""(经新发2件、废止1件之后，我局现行有效规范性文件)为4件: the noun stands behind."""
_COURTS = ("法院", "人民法院")
_ASIDES = (WHAT_THEY_ASK, _MIXED_UP, REMEDIES, DISPUTED)
"""What names topics without speaking of them."""


def without_arrangements(text: str) -> str:
    """Return the words of a sentence without the clauses on how the work is organised."""
    return _HOW_IT_WORKS.sub("", text) if holds_one(text, _ARRANGED) else text


class NumberReading(NamedTuple):
    """What a number or a plain 没有 was taken for.

    Attributes:
        start: Its first character in the printed text.
        end: The character after it.
        quote: The clause it stands in, shortened.
        value: The number; 0 for a plain 没有.
        kind: ``count``, ``none``, ``some`` (at least so many), ``below`` (fewer), ``rough`` (about so many), ``share``
            (percent of the results), ``word_share`` (a share in words), ``largest`` (more than all others), ``more``
            (than one), ``bound`` (within its ``bases``), ``change`` (by how much its ways differ from its groups) or
            ``other`` (not about the tables).
        key: Key of the role or denial.
        meaning: The same in Chinese; why it is not about the tables where it is not.
        rule_id: The rule that compares it; "" for none.
        ways: Alternatives of cells to add up.
        scope: ``wider`` where all offices of a place are spoken of, ``self`` for the unit beside them (其中我局),
            ``own`` for the office of a government, ``some`` for its townships.
        counted: For a share, the number in the text that it belongs to, for 全部办结 how many that are; 0 where none is
            said. For ``largest``, how many of the ways are its own: the others are those of other kinds.
        bases: For a share, the numbers before it: what it may be a share of, or be the share of. For a count, that
            whose part it is, where it is not known what that counts. For ``rough``, the least and the most it may be.
        slack: By how much the table may differ, for a number written in 万件.
        is_of_handled: For a share, whether it is of the number dealt with that is told before its list.
        is_of_new: For 全部办结, whether it is said of a number of applications received, and of nothing else.
        words: The clauses by which it was understood; a word in them that is not known makes it uncertain.
        phrase: The words around it, where they may also be understood as a whole.
        groups: For a share, the results it may be a share of where nothing is said of what: 查询类占不予公开的56%.
        instead: What it is left as where the tables hold more: it says nothing then that others may build on.
    """

    start: int
    end: int
    quote: str
    value: Number
    kind: str
    key: str
    meaning: str
    rule_id: str = ""
    ways: Alternatives = ()
    scope: str = ""
    counted: Number = 0
    bases: tuple[Number, ...] = ()
    slack: Number = 0
    words: tuple[str, ...] = ()
    is_of_handled: bool = False
    is_of_new: bool = False
    phrase: Phrase | None = None
    groups: Alternatives = ()
    instead: NumberReading | None = None

    def with_ways(self, ways: Alternatives) -> NumberReading:
        """Return the reading with fewer ways to reckon it."""
        return self._replace(ways=ways)


class SentenceState:
    """The state while the numbers of one sentence are read from left to right.

    ``before`` are the words of the numbers before that share a noun, ``said`` those that the number shares it with,
    ``head`` those of the number whose parts are being listed, ``whole`` that number, ``part_of`` its value where it is
    not known what it counts, ``row`` one whose applicants may follow, ``kind`` the only kind of applicants told.
    ``is_each_known``: whether all names are understood whose numbers follow in order. ``outer`` are the words before
    the brackets that are open, ``outer_last`` the number there, ``last_told`` the last number outside of brackets that
    are closed. ``frame`` is where the sentence begins that it goes on with. ``numbers`` are its
    numbers, ``readings`` what was read in it so far, ``held`` the words that it holds of those that the text does,
    ``cases_before`` the numbers of cases about 信息公开 in the sentence before.
    """

    is_part: bool = False
    is_part_in_brackets: bool = False
    had_parts: bool = False
    is_list: bool = False
    is_own_case: bool | None = None
    last: NumberReading | None = None
    is_each_known: bool = False
    shares: list[NumberReading] | None = None
    last_share: NumberReading | None = None
    is_foreign: bool = False
    is_after_unknown: bool = False
    share_role: Role | None = None
    before: str = ""
    said: str = ""
    outer: str | None = None
    outer_last: NumberReading | None = None
    last_told: NumberReading | None = None
    head: str = ""
    whole: NumberReading | None = None
    part_of: Number | None = None
    kind: NumberReading | None = None
    row: NumberReading | None = None
    called: set[int] | None = None
    cases_before: frozenset[Number] = frozenset()
    numbers: Sequence[PrintedNumber] = ()
    readings: Sequence[NumberReading] = ()

    def __init__(
        self, start: int, end: int, text: str, topics: list[tuple[int, int, str]], topic: str, words: Iterable[str]
    ) -> None:
        self.start, self.end, self.text = start, end, text
        self.topics, self.topic, self.frame = topics, topic, start
        self.held = [word for word in words if word in text]
        self.respectively: list[Role] = []
        self.results: list[NumberReading] = []
        self.kinds: list[NumberReading] = []
        self.told: list[NumberReading] = []
        self.possible: dict[tuple[str, bool, tuple[str, ...]], tuple[Role, ...]] = {}


class SourceText:
    """One text with the words of its format.

    Attributes:
        held: The words that it holds, of those that roles, denials, topics and readers need.
    """

    def __init__(
        self, code: str, printed: str, plain: PlainText, vocabulary: TextVocabulary, finder: WordFinder
    ) -> None:
        self.code = code
        self.vocabulary = vocabulary
        self.words = vocabulary.words
        self.printed, self._plain, self.text = printed, plain, plain.text
        self.held = finder.held(self.text)
        self._topics = [
            (*m.span(), key)
            for key, pattern, needs in vocabulary.topics
            if not (needs and needs.isdisjoint(self.held))
            for m in pattern.finditer(self.text)
        ]
        if any(key == "other" for _, _, key in self._topics):
            remarks = [m.span() for m in REMARK.finditer(self.text)]
            self._topics = [t for t in self._topics if t[2] != "other" or not any(a < t[0] < b for a, b in remarks)]
            petitions = [m.span() for m in PETITION.finditer(self.text)]
            self._topics = [
                t for t in self._topics
                if t[2] != "other" or not (
                    any(a <= t[0] < b for a, b in petitions)
                    or _SENT_TO.search(self.text, max(t[0] - _NEAR_ROWS, 0), t[0])
                    or self._is_row_of_refused(*t[:2])
                )
            ]  # fmt: skip
        self._asides = sorted(m.span() for p in _ASIDES for m in p.finditer(self.text))
        if self._asides:
            self._topics = [t for t in self._topics if not any(a <= t[0] < b for a, b in self._asides)]
        self._topics.sort(key=lambda topic: (topic[1], -topic[0]))
        courts = [b for a, b in pairwise(self._topics) if b[2] == "lawsuit" and self._is_court_of(a, b)]
        self._topics = [topic for topic in self._topics if topic not in courts] if courts else self._topics
        self._topic_ends = [end for _, end, _ in self._topics]
        self._scoped: dict[int, bool] = {}

    def _is_court_of(self, before: tuple[int, int, str], court: tuple[int, int, str]) -> bool:
        """Whether a court is told of lawsuits that came to it in one way: 直接起诉24件，(法院)维持14件."""
        is_one_way = before[2] in ("direct", "after") and self.text[court[0] : court[1]] in _COURTS
        return is_one_way and "。" not in self.text[before[1] : court[0]]

    def _is_row_of_refused(self, start: int, end: int) -> bool:
        """Whether petitions are told as a row of those refused, no matter of their own: 不予处理14件，其中信访9件."""
        if not _PETITIONS.search(self.text, start, end):
            return False
        return bool(_REFUSED.search(self.text[max(start - _NEAR_ROWS, 0) : start]))

    def possible(self, sentence: SentenceState, unit: str, is_bare: bool, topics: tuple[str, ...]) -> tuple[Role, ...]:
        """Return the roles of such a number whose words occur in the sentence."""
        called = self.called(sentence)
        if not called:
            return ()  # as in most sentences
        key = (unit, is_bare, topics)
        if key not in sentence.possible:
            sentence.possible[key] = self.vocabulary.possible(*key, called)
        return sentence.possible[key]

    def called(self, sentence: SentenceState) -> set[int]:
        """Return the places of the roles whose words occur in the sentence."""
        if sentence.called is None:
            sentence.called = self.vocabulary.called_by(sentence.held)
        return sentence.called

    def topics(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return what the sentence speaks of, in order; of two that end together only the longer one."""
        first, last = bisect_left(self._topic_ends, start), bisect_right(self._topic_ends, end)
        return [topic for topic in self._topics[first:last] if start <= topic[0]]

    def topic_at(self, sentence: SentenceState, place: int) -> str:
        """Return what the sentence speaks of at a place."""
        for _, end, key in reversed(sentence.topics):
            is_over = key == "other" and (self.text.find("；", end, place) >= 0 or self.is_aside(sentence, end, place))
            if end <= place and not is_over:  # 不动产查询9件；不掌握的11件: another matter ends with its part
                return "request" if turns_to_applications(self.text, end, place, key) else key
        return sentence.topic

    def topic_of(self, sentence: SentenceState, number: PrintedNumber) -> str:
        """Return what the sentence speaks of at a number: 没有规章，制发的3件规范性文件 names its noun behind it."""
        topic = named_in_brackets(self.text, number.end) or self.topic_at(sentence, number.start)
        if not topic and self.code in _DOCUMENT_TEXTS and _DOCUMENTS_NEXT.match(sentence.text):
            return "normative"
        return "normative" if topic == "rules" and _DOCUMENTS.match(self.text, number.end) else topic

    def is_aside(self, sentence: SentenceState, end: int, place: int) -> bool:
        """Whether another matter, told up to ``end``, is only counted by the way: 规范性文件7件，解读21篇，废止2件."""
        if not any(key == "normative" and stop <= end for _, stop, key in sentence.topics):
            return False
        is_counted = (things := _THINGS.match(self.text, end)) is not None and things.end() <= place
        return bool(is_counted or _ALL_EXPLAINED.search(self.text, max(end - _NEAR_ROWS, sentence.start), end))

    def without_asides(self, start: int, end: int) -> str:
        """Return a stretch without what it tells of the matters that are asked for."""
        parts, place = [], start
        for begin, stop in self._asides:
            if start <= begin and stop <= end:
                parts.append(self.text[place:begin])
                place = stop
        return "".join([*parts, self.text[place:end]])

    def other_year(self, before: str) -> bool:
        """Whether the year said last is not the report year (结转 of a year aside)."""
        return is_of_other_year(before, self.words["carry"])

    def is_carried_last_year(self, own: str, before: str) -> bool:
        """Whether those carried over are of the year before, too: 上年应办113件（新收108件、结转5件）."""
        is_listed = "年" not in own or before.endswith(("、", "（"), 0, len(before) - len(own))
        return is_listed and is_of_last_year(IN_BRACKETS.sub("", before) if "）" in before else before)

    def is_this_year(self, sentence: SentenceState, place: int) -> bool:
        """Whether a statement at a place is about the whole report year."""
        before = self.text[sentence.start : place]
        clause = NEW_AND_OLD.sub("", BREAK.split(before)[-1])
        if WITH_OLD_ONES.search(clause):  # 新收35件，(连同上年结转的2件)已全部办结
            clause = WITH_OLD_ONES.sub("", before)
        return not (
            self.other_year(before)
            or bool(_YEARS_IN_BRACKETS.search(before))
            or self.words["part_of_year"].search(limiting(before, clause, self.text[place : sentence.end]))
            or self.words["other_years"].search(clause)
            or (self.code == "s5" and AHEAD.search(before))
        )

    def clause(self, start: int, end: int) -> str:
        """Return the clause around a stretch."""
        mark = BREAK.search(self.text, end)
        return self.text[last_of(_MARKS, self.text, 0, start) + 1 : mark.start() if mark else None]

    def subject(self, place: int) -> str:
        """Return what stands in the clause before a place: 下属学校(未收到申请)."""
        return self.text[last_of(_MARKS_OF_SUBJECT, self.text, 0, place) + 1 : place]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the printed text of a stretch."""
        places = self._plain.places
        return places[start], places[end - 1] + 1 if end > start else places[start]

    def quote(self, start: int, end: int) -> str:
        """Return a stretch as printed, shortened from the left."""
        printed_start, printed_end = self.span(start, end)
        printed_start -= self.printed[printed_start - 1 : printed_start] == "“"  # “其他”2件: the name in its quotes
        quote = self.printed[printed_start:printed_end].strip(" 、，；：,;:\n\u3000")
        return quote if len(quote) <= _SENSIBLE_QUOTE else "…" + quote[-_SENSIBLE_QUOTE:]

    def _names_offices(self, start: int) -> bool:
        """Whether a sentence names offices at all, on which its scope depends."""
        end = self.text.find("。", start)
        sentence = self.text[start : end if end >= 0 else len(self.text)]
        if "镇" in sentence and _TOWNSHIPS.search(sentence):
            return True
        return any(p.search(sentence) for p in (OWN_OFFICE, self.words["wider"], self.words["wider_here"]))

    def scope(self, place: int) -> str:
        """Return whose numbers the sentence speaks of: ``own`` office, ``wider``, ``some`` offices, or ""."""
        start = self.text.rfind("。", 0, place) + 1
        if start not in self._scoped:
            self._scoped[start] = self._names_offices(start)
        if not self._scoped[start]:
            return ""
        before = without_acting_office(_TOLD_BY_OTHERS.sub("", self.text[start:place]))
        if "（" in before:
            before = IN_BRACKETS.sub("", before)  # （区政府本级37件）: of the number before it only
        before = _DIVIDED.sub("", before) if "其中" in before and "；" in before else before
        before = without_arrangements(all_of_county_named_shortly(before))
        own = 0
        for office in OWN_OFFICE.finditer(before):
            own = office.end()
        wider = self.words["wider"].search(before)
        if own and not _WHOLE_PLACE_BEHIND.search(before, own):
            return "own"
        clause = max(map(before.rfind, "，；：")) + 1
        if not wider and _ONE_FIELD.match(before, before.rfind("；") + 1):
            return "some"
        if not wider and _TOWNSHIPS.search(before, clause) and not _OTHERS_TOO.search(before):
            return "some"
        if not wider and self.words["wider_here"].search(before, clause):
            return "wider"
        return "" if not wider else "self" if OURSELVES.search(before, wider.end()) else "wider"
