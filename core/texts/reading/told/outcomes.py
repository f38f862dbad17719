"""Reads the outcomes that are said behind a number without one of their own: 收到申请1件，不予公开; 均因过程性信息."""

from __future__ import annotations

import re
from functools import cache

from core.base.patterns import pattern
from core.report.entry_text import format_number
from core.texts.language import grammar
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.language.own_words import columns
from core.texts.language.phrase_said import Composed, Phrase
from core.texts.language.role_keys import ASKED_FOR
from core.texts.language.words_behind import GOES_ON
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.some_of import ALL_OUTCOMES
from core.texts.reading.told.all_of_several import has_own_number
from core.texts.reading.told.decided_by import decided_by
from core.texts.reading.told.named_before import CASES
from core.texts.reading.told.row_of_set import row_of_set
from core.texts.reading.told.ways import ONES_OF_KIND, of_row, rule_of

_OUTCOMES = ("upheld", "corrected", "pending")
_ROWS = (("其", "other_outcome"), ("维持", "upheld"), ("纠正", "corrected"), ("未审结", "pending"))


_OWN_NUMBER = pattern("\\d+[件起宗份]|[零〇][件起宗份]")
"""直接起诉1件，维持(0件), 法院维持(5件): told of these."""
_GROUP_BEHIND = pattern(
    "(?:申请)?(?:被|作|作了|决定|依法)*(?:不予?公开|无法提供|不予处理|其他处理)(?:的?(?:决定|答复|处理|告知|情形)?的?(?:申请|办件)?)?"
)
"""17件(不予公开)，均属于第三方权益; 对3件(无法提供的申请)，原因都是没有现成信息"""
_ALL_WITHOUT_MARK = pattern(f"(?:{_GROUP_BEHIND.pattern}|的?申请)?(?={grammar.ALL_OF.pattern})")  # 8件(申请)都是
_AND_SO = pattern(
    "(?:故|因此|因而|所以)?(?:属于?|系|应属)|(?:如)?(?:一旦)?(?:全部|对外|擅自)?公开(?:之?后)?(?:会|可能|将|恐|有可能|势必|足以)"
)
"""均因涉及家长住址，(公开会)损害第三方合法权益; 均涉及办案材料，(属于)执法案卷: what was asked, and then the row."""
_ONE_OF_NAMES = pattern("、|或者?|以及|和|及|与")
_OF_SUBJECT = pattern(
    "^(?:(?:申请人|当事人|对方)?(?:所|想|要求)?(?:索要|索取|要|查|查阅|申请|涉及|涉|问)的(?:内容|材料|信息|东西)?(?=均|全|都|一律|无一例外|悉数|统统)|申请人|申请内容|内容|(?:(?:[不无].{3}|其)的?)?(?:[理事缘]由|[原起]因|(?:法律|法定)?依据)|情形|申请的|其中)"
)
"""(申请人)都是逾期不补正"""
_ON_ARTICLE = pattern(
    "(?P<all>(?:均|都|全部|一律|皆)(?:为|是|系|援引|引用|适用)+)(?:《|》|▢|(?:政府信息公开)?条例)*▢(?:的?(?:规定|情形))?"
)
"""依据均为条例第十六条第二款（行政执法案卷信息）: the row stands in the brackets behind the article."""
_TO_NEXT_YEAR = pattern(rf"(?:至|到|入)(?:□□□)?{grammar.NEXT_YEAR}")
"""结转1件(至2024年)"""
_WHAT_THEY_ASKED = pattern(
    "^(?P<why>(?:均|都|全部)?(?:(?:其|主要)?(?:原因|理由|缘由)(?:是|为|在于)|是因为?|系因|因为|因|由于|，)?)(?:该|这|此)?(?:申请人|当事人|对方|申请)?(?:其)?"
    "(?:所|想|拟)?(?:要求?|申请|索取|索要|请求|求取|求|需要?|涉|提|查阅?|获取|问|查询)(?:公开|获取|查阅|提供)?的?(?:政府)?(?:信息|内容|材料|档案|文件|资料|数据|事项|文书|图纸|记录|东西)"
    "(?=(?:均|都|全部|确|依法|已|被|经)*(?:属|系|为|是|涉))"
)
"""因(所要的内容)属于国家秘密: whatever it was."""
_IS_ROW = pattern("是|系|为|因|由于|属")
"""其他处理1件，(是)逾期不缴费: said of the only one."""
_CLASSIFIED = pattern("(?:依法|经(?:审查|核实|研判|甄别))*(?:被)?(?:认定|判定)(?:为|属于|是)")
"""对不予处理的2件申请，(认定为)重复申请"""
_NOT_OUR_TASK = pattern(
    "(?<=因)(?:相关|有关|所申请的?|申请的|该类)?(?:政府)?(?:信息|内容|事项|材料)?不属于?(?:本|我)[^，；。、]{1,6}(?:职责|职权|管理|权限)(?:范围)?[、，]?(?=[^、])"
)
"""均因(相关信息不属于本局职责范围、)本机关不掌握"""
_NARROWED = pattern("(?P<all>(?:均|都|全部|一律|皆)(?:为|是|系|属于?)+)[^，；。]{2,30}的(?P<head>[^，；。的、]{2,12})")
"""(均为)涉及患者隐私、医疗机构商业秘密的(第三方信息)"""
_WHO_LACKS = pattern(
    "(?<=[系为因是])[^，；。、\\d]{1,10}?(?:[局委厅办镇乡]|街道(?:办事处)?|政府|机关|单位|中心)(?=不掌握|未掌握|没有掌握|未制作|未保存)"
)
"""均系(市民政局)不掌握相关政府信息"""
_CHECKED = pattern(
    "^(?:我[局镇乡委办]|本(?:机关|单位)|办理中|承办人员?)?经(?:过|我[局镇乡委办]|本机关|承办科室|逐件|逐一|认真|全面|反复|初步|依法|内部)*"
    "(?:(?:核实|审查|检索|查找|查询|研判|研究|甄别|审核|核查|查证|了解|沟通|梳理|分析|会商|比对|判断|核对)(?:[、和与并]|确认|比对)?)+(?:之?后|发现|认为)?"
    "(?=均|都|全部|一律|无一例外|悉数|$)"
)
"""对6件不予处理的申请，(经核实)均属信访事项"""
_EACH = pattern(
    "(?:(?:的|在)?(?:件数|数量|案件数|总数)?(?:均|都|完全)?(?:相等|相同|相当|持平|一样|一致|均等|一样多|对等)，)?"
    "(?:均|都)?各(?:自)?(?:为|有|是|占|共)?$"
)
"""复议案件和诉讼案件(的数量相等，各为)4件"""
_HOW_MANY = pattern("(?:这|等)?[两二三四五][种类项个](?:缘由|理由|原因|情形|情况|事由|类型|答复|结果|申请)?$")
"""保护第三方权益、行政查询(两种缘由)各占4件"""
_ONE_EACH = pattern("(?:、|和|与|及)\\d+[件起宗]")
"""复议与诉讼各15件(、12件): one for each."""
_EACH_OF = pattern(
    "(?:各(?:自|都|均|提出|提交|递交|申请|来件|有)*了?(?:公开|依申请公开)?(?:申请)?|同为|同是|均为|都是|都为|皆为|均有|都有)$"
)
"""科研机构、律所(各提交)1件新申请"""
_CAME_TO = (*ALL_OUTCOMES, "lost")
_OF_BOTH = pattern("(?:诉讼|起诉|复议|案件|案)(?:中|里|当中|之中)|(?:的|数|数量|案件)$")
"""复议和(诉讼中)被纠正的各1件: the outcome is of both."""
_BOTH_HAVE = ("均有", "都有")
"""复议和诉讼(均有)2件被纠正"""
_ALIKE = (*_BOTH_HAVE, "同为", "同是", "均为", "都是", "都为", "皆为")
"""重复申请、公开出版物(同为)3件"""
_LAWS = pattern("(?:其他)?法律(?:、|和|及|与|或)行政法规", needs=["行政法规"])
"""内部事务信息和(法律、行政法规)禁止公开各1件: the name of one row."""
_FEWEST_NAMES = 2
"""Names before 各."""
_REASON_IN_BRACKETS = pattern(
    "(?:的?申请)?（(?![^（）]*(?:含|包括|主要|大多|多[为是属系]|部分|等|如|其中|之一|或))[^（），；。：、\\d]{2,24}）"
)
"""不予公开1件(（属于国家秘密）)"""
_NOUN_OF_ROW = pattern("^(?:结转|未结|未办结|在办|跨年|遗留)的?(?:申请|办件|件)")
"""2件(结转申请)均为企业提出"""
_TWO_KINDS = pattern("(?:自然人|公民|企业)[和、与及](?:自然人|公民|商业企业|企业|法人)")
"""均为(自然人和企业)提出"""


_MARKS = tuple("，；：。（）！？\n—")
_CARRIED_ON = pattern(
    "(?:申请)?(?:[，、；]?(?:目前|现|尚|仍|还|均|都|已|将|需|拟|正|按规定|依法|依规|按程序)*"
    "(?:在(?:法定)?(?:办理|答复)?(?:期限|时限)[以之]?内|未到(?:法定)?(?:办理|答复)?(?:期限|时限)|在?(?:继续)?(?:办理|处理)(?:[之当]?中)?"
    "|(?:结转|顺延|延续|转入)(?:至|到|入)?(?:□□□)?(?:下年|下一年|次年|明年)?度?(?:继续)?(?:办理|处理|答复)?))+[，；]",
    needs=["办理", "结转", "期限", "时限", "处理"],
)
"""尚有5件(申请正在办理，已结转下一年度，)申请人均为自然人"""

_LAWSUITS = ("lawsuit", "direct", "after")
_ASKED = pattern("(?:申请人|原告|对方|当事人)?(?:要求|请求|诉请|希望|主张)")
"""复议1件，(要求)撤销我局答复"""
_WISHED = pattern(
    "(?:但|其|该|因)?(?:申请人|当事人|对方|其)?(?:一?再|曾|曾经|多次)?(?:要求|请求|希望|主张|认为|质疑|表示)|[^，；。]*其中"
)
"""收到申请1件，(当事人要求)部分公开: what was wanted."""
_BY_REVIEWER = pattern("复议(?:机关|机构|委)")
_WHY_SUED = pattern(
    "(?:不服|不满|对)(?:行政)?复议[^，；。]{0,8}(?:维持|驳回|纠正)|复议维持(?:决定|结果|结论)?(?:不服|后|而|提|起)"
)
"""行政诉讼1件，系申请人(不服复议维持)决定而起诉: what the review came to."""
_TO_COURT = pattern(
    "(?:^|[，；：])(?![^，；：]*(?:[未没无]|不(?![服满认])))[^，；：]*(?:起诉|诉讼|官司|诉[至诸到]|再诉|[告闹]到|法院|宣判|判决)"
)
"""行政复议1件，维持我局答复；(当事人向法院起诉)，尚未宣判: what the lawsuit came to."""
_SECOND_COURT = pattern("，(?:(?![未没不])[^，；。]){0,8}(?:上诉|申请再审|提起再审)|二审(?:法院)?(?:改判|撤销|发回)")
"""法院维持我局答复，(原告上诉)，二审改判"""

_SORT_OF_ANSWER = pattern(
    "(?<=的)(?:部分公开|予以公开|不予公开|信息不存在|本机关不掌握|不掌握|无法提供|不予处理|告知)的?(?=(?:政府信息公开)?(?:答复|决定|告知)书?$)"
)
"""维持了我镇作出的(部分公开)答复: which answer it was."""
_NEXT_NUMBER = pattern("(?:的|案件|共|有|为|计|方式|情形|类|处理|结案|[终办了审]结|统计)*(?P<n>\\d+)")
_SAME_ONE = pattern("，(?:均|都|已|应|按规定|依规|统一|在表中)*")
_THEY = pattern("^的?(?:政府)?(?:信息)?(?:公开)?申请(?:人|件|事项)?")
"""(申请人)均为自然人, 结转的5件(申请)均来自自然人"""


_BESIDE = pattern(
    "（(?:上年|去年|□□□上年)[^（）]{0,16}）(?=，)|[，（](?:(?:同比|[比较与](?:□□□)?(?:上年|去年|上一年)度?(?:同期)?的?)[^，；。（）]{1,16}?"
    "(?:\\d[\\d.]*(?:[件宗份]|%)|持平)|占[^，；。（）\\d]{0,14}(?:\\d+[件宗份](?:申请)?的)?\\d[\\d.]*%)）?(?=，)"
)
"""9件(，比上年减少5件)，全部为信访举报投诉类申请"""
_UP_TO_NUMBER = pattern("[^。；\\d]*")


class OutcomeReader:
    """Reads the outcomes of one text that stand behind their number."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def of_one(
        self, sentence: SentenceState, number: PrintedNumber, limit: int, key: str, *, is_first: bool
    ) -> list[NumberReading]:
        """收到申请1件，已按期答复，不予公开: the result of the only case, said without a number before the next one."""
        topic = CASES.get(key) or self._source.topic_at(sentence, number.start)
        at = number.end
        for clause in BREAK.split(self._source.text[number.end : limit]):
            is_told = at + len(clause) == limit and _OWN_NUMBER.match(self._source.text, limit)
            is_wish = topic == "request" and _WISHED.match(clause)
            is_why = topic in _LAWSUITS and _WHY_SUED.search(clause)
            role = None if is_told or is_wish or is_why else self._outcome(clause, topic)
            role = self.named_row(number, limit, role) if role else None
            told = self._source.text[number.end : at + len(clause)]
            if role and role.is_case and _is_of_other_stage(told, clause, topic, self._source.text[at:limit]):
                return []
            if role and (is_first or not clause.startswith(("均", "都", "全部"))):  # else of several cases
                span = self._source.span(at, at + len(clause))
                quote = self._source.quote(number.start, at + len(clause))
                ways = role.alternatives(topic)
                reading = NumberReading(*span, quote, 1, "some", role.key, role.name, role.rule_id, ways)
                return [reading] if ways else []  # 新收1件；复议被纠正5件: no outcome of an application
            at += len(clause) + 1
        return []

    def each(
        self, sentence: SentenceState, number: PrintedNumber, left: str, reading: NumberReading | None
    ) -> tuple[NumberReading | None, list[NumberReading]]:
        """Return the reading of a number, or those of each of the names of a list that has it.

        直接起诉、复议后起诉各2件; 科研机构和律所各提交1件新申请 is no number of all new ones.
        """
        is_open = reading is None or reading.key in ASKED_FOR or (reading.kind == "other" and "各" in left)
        is_rows = reading is not None and reading.rule_id == "N-05" and any(len(way) > 1 for way in reading.ways[:1])
        is_open = is_open or is_rows  # 内部事务信息和法律、行政法规禁止公开各1件
        if reading is not None and reading.key == "cases_both":
            is_open = left.endswith(_BOTH_HAVE)
        if reading is not None and reading.key in _CAME_TO:  # 复议与诉讼各有2件被纠正
            is_open = reading.kind == "other" or left.endswith(_ALIKE)
        each = self._of_each(sentence, number, left) if is_open and ("各" in left or left.endswith(_ALIKE)) else []
        return (None if each else reading), each

    def _of_each(self, sentence: SentenceState, number: PrintedNumber, left: str) -> list[NumberReading]:
        """Return what each of the names of a list is, if all of them are understood."""
        told = _EACH.search(left) or _EACH_OF.search(left)
        if told is None or _ONE_EACH.match(self._source.text, number.end):
            return []
        own = _HOW_MANY.sub("", BREAK.split(left[: told.start()])[-1])
        names = grammar.LISTED_EACH.split(_LAWS.sub("法律法规", own.removeprefix("中")))
        topic = self._source.topic_at(sentence, number.start)
        concepts = self._source.vocabulary.concepts
        meant = [concepts.composed(Phrase("", name, "", topic, number.unit)) for name in names]
        known = [one for one in meant if one]
        known = self._with_outcome(self._with_outcome_behind(sentence, number, known), names[-1])
        if len(known) < _FEWEST_NAMES or len(known) < len(meant) or number.is_rough:
            return []
        if not self._source.is_this_year(sentence, number.start):
            return []
        span, quote = (
            self._source.span(number.start, number.end),
            self._source.quote(number.start - len(own) - len(told[0]), number.end),
        )
        ways = [(role, role.alternatives(named)) for role, named, *_ in known]
        ways = [(role, of_row(sentence, number, way) if role.is_applicant else way) for role, way in ways]
        each = [
            NumberReading(*span, quote, number.value, "count", role.key, role.name, rule_of(role, way), way, "")
            for role, way in ways
        ]
        sentence.results += [one for one in each if one.rule_id == "N-05"]
        return each

    def _with_outcome_behind(
        self, sentence: SentenceState, number: PrintedNumber, known: list[Composed]
    ) -> list[Composed]:
        """Return the kinds of cases of a list with the outcome that is told behind it: 复议和诉讼各有2件被纠正."""
        if not all(one.role.key in CASES for one in known):
            return known
        behind = BREAK.split(self._source.text[number.end : sentence.end])[0]
        role = self._outcome(behind, "both") if behind else None
        if role is None and behind and self._source.text[: number.start].endswith("有"):
            return []  # 复议、诉讼各有1件涉及征地
        return [Composed(role, CASES[one.role.key], 0) for one in known] if role and role.is_case else known

    def _with_outcome(self, known: list[Composed], last: str) -> list[Composed]:
        """Return the names of a list with the outcome that the first one tells: 年末未结的复议、诉讼各1件.

        Or the last, in words that are of both: 复议和诉讼中被纠正的各1件. Nothing where another one tells it: 复议、
        诉讼纠错各1件 may be of both, or not.
        """
        bare = [one.role.key in CASES for one in known]
        if all(bare) or not any(bare):
            return known
        outcome = known[0].role
        if not bare[-1] and all(bare[:-1]) and known[-1].role.key in _CAME_TO and _OF_BOTH.search(last):
            *before, own = known
            role = self._source.vocabulary.role("corrected") if own.role.key == "lost" else own.role
            return [*(Composed(role, CASES[one.role.key], 0) for one in before), Composed(role, own.topic, 0)]
        if bare[0] or not all(bare[1:]) or outcome.key not in ALL_OUTCOMES:
            return []
        return [known[0], *(Composed(outcome, CASES[one.role.key], 0) for one in known[1:])]

    def row_of_all(self, number: PrintedNumber, right: str, group: NumberReading) -> list[NumberReading]:
        """不予公开5件，均为涉及第三方合法权益的信息: the row that all of a group belong to."""
        begin, right = self._past_beside(number, right)
        clauses = BREAK.split(right)
        is_alone = clauses[0] in ("", "申请", "的申请", "中", "里", "申请中", "申请里") or bool(
            _GROUP_BEHIND.fullmatch(clauses[0])
        )
        at = 2 if len(clauses) > 2 and _CHECKED.fullmatch(clauses[1]) else 1
        clause = clauses[at] if len(clauses) > at and is_alone and not clauses[at].endswith(GOES_ON) else ""
        concepts = self._source.vocabulary.concepts
        clause_of_all = _CHECKED.sub("", _WHAT_THEY_ASKED.sub(r"\g<why>", _OF_SUBJECT.sub("", clause)))
        is_in_brackets = bool(_REASON_IN_BRACKETS.match(self._source.text, number.end))
        clause_of_all = _WHO_LACKS.sub("", _NOT_OUR_TASK.sub("", clause_of_all))
        if (cited := _ON_ARTICLE.fullmatch(clause_of_all)) and len(clauses) > at + 1:
            end = begin + sum(len(before) + 1 for before in clauses[: at + 1]) - 1
            named = _REASON_IN_BRACKETS.match(self._source.text, end)
            clause_of_all = f"{cited['all']}{clauses[at + 1]}" if named else clause_of_all
            clause = f"{clause}（{clauses[at + 1]}）" if named else clause
        is_of_all = grammar.ALL_OF.match(clause_of_all) or (group.value == 1 and _IS_ROW.match(clause_of_all))
        if not is_of_all and (judged := (grammar.CLASSIFIED if group.value == 1 else _CLASSIFIED).match(clause_of_all)):
            clause_of_all, is_of_all = f"为{clause_of_all[judged.end() :]}", judged
        row = concepts.row(clause_of_all) if is_in_brackets or is_of_all else None
        if row is None and is_of_all and (narrowed := _NARROWED.fullmatch(clause_of_all)):
            row = concepts.row(f"{narrowed['all']}{narrowed['head']}")
        is_last = len(clauses) <= at + 1
        if row is None and is_of_all and not is_in_brackets and not is_last and _AND_SO.match(clauses[at + 1]):
            names = _ONE_OF_NAMES.split(clause_of_all)
            row = None if any(map(concepts.row, names)) else concepts.row(clauses[at + 1])
            clause = f"{clause}，{clauses[at + 1]}"
        if row is None and not is_in_brackets:
            row = row_of_set(self._source.vocabulary, "，".join((clause_of_all, *clauses[at + 1 :])), group.ways)
        cells = {cell for way in group.ways for cell in way}
        if row is None or not cells.issuperset(row.alternatives("")[0]):
            return []
        start = begin + sum(len(before) + 1 for before in clauses[:at])
        if has_own_number(self._source, start + len(clause)):
            return []
        span, quote = (
            self._source.span(start, start + len(clause)),
            self._source.quote(number.start, start + len(clause)),
        )
        ways = row.alternatives("")
        return [NumberReading(*span, quote, number.value, "count", row.key, row.name, row.rule_id, ways, group.scope)]

    def _past_beside(self, number: PrintedNumber, right: str) -> tuple[int, str]:
        """Return where the words begin that say what a number is of, and these: behind what is told of last year."""
        beside = _BESIDE.match(self._source.text, number.end)
        words = _UP_TO_NUMBER.match(self._source.text, beside.end()) if beside else None
        if not beside or not words:
            noun = _ALL_WITHOUT_MARK.match(right)
            return (number.end - 1, f"{noun[0]}，{right[noun.end() :]}") if noun else (number.end, right)
        goes_on = self._source.text[words.end() : words.end() + 1].isdecimal()
        return beside.end(), words[0] + GOES_ON * goes_on

    def kind_of_all(self, sentence: SentenceState, number: PrintedNumber, right: str) -> list[NumberReading]:
        """年末未办结的2件均由律师事务所提出: the column that all of a row are of."""
        row = sentence.row
        goes_on = _CARRIED_ON.match(right) if row and row.key == "carried_out" and _is_alone(sentence, row) else None
        at = goes_on.end() if goes_on else int(right[:1] in _MARKS)
        whole = BREAK.split(right[at:], maxsplit=1)[0]
        clause = _NOUN_OF_ROW.sub("", whole)
        if row is None or not grammar.ALL_OF.match(_THEY.sub("", clause)) or clause.endswith(GOES_ON):
            return []
        kind = self._source.vocabulary.concepts.shared(clause, self._source.topic_at(sentence, number.end))
        if kind is None or not kind.is_applicant or _TWO_KINDS.search(clause):
            return []
        start = number.end + at + len(whole) - len(clause)
        if has_own_number(self._source, start + len(clause)):
            return []
        ways = columns(row.ways, kind.alternatives(""))
        rule_id = rule_of(kind, ways)
        span = self._source.span(start, start + len(clause))
        quote = self._source.quote(number.start, start + len(clause))
        name = f"{row.meaning}均由{kind.name}提出"
        return [NumberReading(*span, quote, number.value, "count", "kind_of_all", name, rule_id, ways, row.scope)]

    def named_row(self, number: PrintedNumber, limit: int, role: Role) -> Role:
        """Return the outcome that the words behind a number say it was entered as: 驳回1件（按其他结果填）."""
        if role.key in ASKED_FOR:
            told = ONES_OF_KIND.match(self._source.text, number.end)
            kind = self._source.vocabulary.concepts.shared(told["kind"], "request") if told else None
            return kind if kind and kind.is_applicant else role
        if role.key == "carried" and _TO_NEXT_YEAR.match(self._source.text, number.end):
            return self._source.vocabulary.role("carried_out")
        if not role.is_case:
            return role
        end = self._source.text.find("、", number.end, limit)  # 维持3件、调解结案（计入其他结果）1件: of the next one
        named = grammar.COUNTED_AS.search(self._source.text, number.end, limit if end < 0 else end)
        if not named or role.key.startswith("cases_") or self._is_of_next(number, named):
            return role
        key = next(key for word, key in _ROWS if word in named["row"])
        return self._source.vocabulary.role(key)

    def _is_of_next(self, number: PrintedNumber, named: re.Match[str]) -> bool:
        """Whether a row is that of the next number: 维持2件，撤回列入其他结果1件; not 驳回1件，计入其他结果1件."""
        text = self._source.text
        again = _NEXT_NUMBER.match(text, named.end())
        between = text[number.end : named.start()]
        if again is None or not between.startswith(("，", "；")):
            return False
        return again["n"] != format_number(number.value) or _SAME_ONE.fullmatch(between) is None

    def _outcome(self, clause: str, topic: str) -> Role | None:
        """Return the result or outcome that a whole clause says, without a number."""
        clause = clause if topic == "request" else _SORT_OF_ANSWER.sub("", clause)
        vocabulary = self._source.vocabulary
        for role in vocabulary.possible("件", False, (topic,), range(len(vocabulary.roles))):
            is_outcome = (role.is_result or role.key in _OUTCOMES) and not role.word
            if is_outcome and role.anywhere and _alone(role.anywhere.pattern).fullmatch(clause):
                return role
        concepts = vocabulary.concepts
        return concepts.outcome(clause, topic) or decided_by(concepts, clause, topic)


@cache
def _alone(result: str) -> re.Pattern[str]:
    """Return the pattern of a clause that says nothing but a result."""
    return re.compile(f"{grammar.DONE}(?:{result}){grammar.DONE}")


def _is_of_other_stage(told: str, clause: str, topic: str, behind: str) -> bool:
    """Whether a clause tells what is asked of those who decide, or an outcome that was not the last one.

    Args:
        told: What follows the number up to the end of the clause.
        clause: The clause that tells an outcome.
        topic: The kind of the only case.
        behind: The clause and what follows it.
    """
    is_of_review = topic in _LAWSUITS and bool(_BY_REVIEWER.search(clause)) and "法院" not in clause
    is_of_court = topic == "review" and bool(_TO_COURT.search(told))
    return is_of_review or is_of_court or bool(_ASKED.match(clause) or _SECOND_COURT.search(behind))


def _is_alone(sentence: SentenceState, row: NumberReading) -> bool:
    """Whether a sentence tells of no other applications than those of a row."""
    return all(reading is row or reading.kind != "count" for reading in sentence.told)
