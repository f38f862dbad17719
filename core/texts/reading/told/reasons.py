"""Why a count is not compared with the tables: another year, a plan, a part, something else than was asked for."""

from __future__ import annotations

from functools import cached_property

from core.base.patterns import holds_one, pattern
from core.texts.language import grammar, other_cases
from core.texts.language.court_words import without_endings
from core.texts.language.familiar import CITED
from core.texts.language.left_alone import NOT_DISCLOSURE, OF_SOME, OTHER_YEAR, YEARS_TOGETHER
from core.texts.language.meanings import Role
from core.texts.language.new_and_old import LEFT_AT_FIRST, OLD_TOO, PUT_RIGHT
from core.texts.language.numbers import PrintedNumber
from core.texts.language.words_behind import GOES_ON, NOT_OUR_TASK
from core.texts.language.year_words import CHANGED_TO
from core.texts.reading.sentence.bare_cases import is_bare
from core.texts.reading.sentence.sentences import CASE_TEXTS, REQUEST_TEXTS, SentenceState, SourceText
from core.texts.reading.sentence.some_of import is_all_but_left, is_kind_of_some
from core.texts.reading.told.before_change import before_change
from core.texts.reading.told.cases_again import is_told_again
from core.texts.reading.told.counted_as import is_several_as_so_many
from core.texts.reading.told.earlier_stock import is_earlier_stock
from core.texts.reading.told.fee_prices import is_of_one_fee
from core.texts.reading.told.limits_said import is_limit
from core.texts.reading.told.matters import ASKS_ELSE
from core.texts.reading.told.more_than_before import tells_difference
from core.texts.reading.told.row_of_reason import row_of_reason

VETOED = "另有所指"
PLANNED = "计划或标准"
"""Why a number is not compared whose clause holds a word that its role must not have."""
OTHER_MATTER = "其他事项"
"""Why applications are not compared that are for something else."""
PART_OF_YEAR = "一年中的一段时间"
"""Why a number is not compared that is only of some months; ``part_of_year`` looks at it again."""
BY_CHANNEL = "按渠道分列"
"""Why applications are not compared that came in one way; more than all of them cannot have."""
ONE_REASON = "其中一种原因的"
"""Why a group of results is not compared of which the words before it name one reason."""
_GROUPS = ("denied", "unavailable", "not_processed", "not_provided")
_LIMIT = pattern("[期时]限|周期")
"""处在答复(期限)内的申请: how long they take, nothing that is asked for."""
_PER = ("/", "／", f"的{GOES_ON}")  # 核定220元(的)4件
_SHORTEST_SUBJECT = 3
_EACH = pattern(
    "(?<!以)各(?:自|发出|开出|开具|制发|出具|下达|寄送|收到|受理|办理|答复|作出|送达|提出|提交|递交|申请|有|为)*了?(?:(?:信息处理费?|费用|收费|缴费|缴款)*(?:通知书?|告知书|通知单))?$"
    "|[、和及与][\u4e00-\u9fff]{1,12}(?:局|委|办|厅|镇|乡|街道|中心|所|站|院|公司|企业)各自?(?:发出|收到|受理|办理|答复|作出|送达|开具|下达|制发)[^，；。\\d]{0,24}$"
)
"""向3名申请人各发出(1件): no total."""
_OF_LAST_YEAR = pattern("(?:□□□)?(?:上年|去年|上一年)")
_CARRIED_ON = pattern(
    "(?:并|且|而|但|尚|仍|需|须|将|拟|、)*(?:结转|顺延|延续|延至|转入)(?:至|到|入)?(?:□□□)?(?:下年|下一年|次年|明年)度?"
    "(?:继续|办理|处理|答复|的)*"
)
"""正在办理(、结转下年度继续办理的)申请: says nothing of what they are for."""
_AND_DONE = pattern(
    "^(?:了|到)?(?:并|及|和|且|、)+(?:已|均|依法|按时|按期|及时|妥善)*(?:处理|办理|答复|办结|回复)(?:了|的)?"
)
"""收到(并处理)申请67件: no applications for something else."""
_WHAT_IS_NOT = pattern("[^，；。：（）\\d]*的\\d+[件宗份起]")
_NOT_COUNTED = ("入", "统计", "报", "本", "不在")
"""Words of which one stands where a number is said not to be counted; most clauses have none."""
_NEXT, _NEAR_CLAUSES = 24, 2
"""Characters of the next sentence, clauses behind a number: how far what says that some are not counted may stand."""
_ALL_DECISIONS = pattern("(?:全部|所有)(?:行政)?(?:许可|处罚|强制)(?:处理)?(?:决定|措施)书?$")
"""上传我局(全部强制决定)18件"""
_ON_A_LIST = pattern("[^，；。]{0,6}(?:[纳列]入|录入|编入)[^，；。]{0,8}(?:清单|目录|事项库)|[^，；。]{0,6}咨询|公文")
"""行政许可事项381件(纳入清单): no decisions. 印发的62份(公文): most are no 规范性文件."""
_ALL_IN_FORCE = pattern(
    "(?:全部|所有)的?(?:(?:现行|继续)?有效的?)?(?:行政)?(?:规范性文件)?共?$|有效的?(?:全部|所有)的?(?:行政)?规范性文件共?$"
)
"""专栏公布了(全部)9件现行有效规范性文件"""
_PUBLISHED_IN_ALL = pattern(
    r"\d[条篇][^，。；\d]{0,6}；(?!其中|含|包括)|政府信息\d+条，"
    "(?=(?:(?:行政)?(?:许可|处罚|强制)(?:措施)?\\d+件[，、])*(?:行政)?(?:许可|处罚|强制)(?:措施)?$)"
)
"""主动公开政府信息310条；办理行政许可50件: the decisions behind it are no part of what was published."""
_EACH_REASON = pattern("(?:申请)?（[^（）\\d]{2,24}）(?:[、，和及]|以及)\\d+[件宗份](?:申请)?（[^（）\\d]{2,24}）")
"""不予公开1件(（第三方合法权益）、1件（内部事务信息）)"""
_OFFICE_OF_PLACE = pattern("(?:政府|府|[县市区])办(?:公室|公厅)")
"""全县收到139件，其中(县政府办公室)收到24件: another scope, no part; whose report it is says which is judged."""
_OTHER_STAGE = pattern("已开庭|待判|待决|未判|未宣判|审查中")
_BY_COURT = pattern(
    "(?:法院|复议机关)[^，；。]{0,6}(?:受理|立案|审理|审结)|涉及?(?:我|本)[局委办厅院镇乡街单机]|涉街道"
)
"""(法院受理)的7起: who accepts and hears them is not the office."""
_OF_OTHERS = pattern(
    "其[他它](?:各类|类型|类|方面|领域)?的?(?:行政)?(?:复议|诉讼|应诉)(?:[、和与及]?(?:行政)?(?:诉讼|应诉))?(?!结果)(?:案件|案)?$"
    "|除(?:政府)?信息公开[^，；。]{0,6}外"
)
"""其他行政复议案件4件, 除信息公开外的复议: beside those on 信息公开."""
_ORGANISATION = pattern("全(?:[省市县区州盟旗])?[\u4e00-\u9fff]{0,8}系统(?!平台)")
"""(全市税务系统)收到: offices, no way in."""
_NO_REASON = pattern(
    "(?:其中|另|还|对|、)*(?:因|由于|属于?|以)?(?:故|各类|各种|多种|法定|相关|有关|依法)*(?:事由|原因|理由|情形|情况)?(?:而|被|应当?)*"
    "(?:不予公开|无法提供|不予处理)(?:情形|答复|申请|决定|的|类)*(?:共|有|为)?"
)
"""(因各类法定事由不予公开)99件: no reason of several is named."""
_ALL_REASONS = pattern(
    "(?:其中|另|有|还|对|、)*(?:因|由于|以|属于?)(?P<reasons>[^，；。]*?)(?:等)?(?:[两三多几]?[种类]?(?:原因|情形|理由|因素|情况))?(?:而|被|的)*(?:作出|予以)?(?:不予公开|无法提供|不予处理)"
)
_ABOUT_OTHERS = pattern(
    "，(?:均|都|全部|主要|多|大多)+(?:与|因|由)(?![^，；。]*(?:公开|复议|诉讼))[^，；。\\d]{2,24}"
    "(?:有关|相关|引发|引起|产生)|，(?:均|都|全部)(?:为|系|是|属于?)(?![^，；。]*(?:公开|复议|诉讼))[^，；。\\d]{2,16}(?:争议|纠纷)"
)
"""复议4件，均与招投标监管有关; 均为征税行为争议"""

_THIS_YEAR = pattern("本年|今年|当年")
"""2024年…现行有效15件 in a text on 2025 that names no other year: the year is last year's, the stock is that of now."""
_THIS_YEAR_AGAIN = pattern("[，；。](?:其中，?)?(?:□□□)?(?:本年|今年|当年)度?(?!年?[底末]|[以至初])")
"""对2019年以来印发的文件进行梳理，(本年)新制发1件"""
_ITS_SHARE_OF_ALL = pattern(
    "(?:申请)?，?(?:约|大约|大概|近)?占(?:了|到)?(?:全年|本年度?|今年|年度|全部|所有)*(?:的)?(?:新收|收到|受理|收件|来件|办件|政府信息公开|申请)+的?"
    "(?:总量|总数|件数|数量|量|数)?的?(?:比例|比重)?(?:约|近|为|达到?|超过?|逾)?(?:\\d{1,2}(?:\\.\\d+)?%|[一二两三四五六七八九]成|一半|半数|[二三四]分之)"
)
"""工龄认定方面的申请较多，全年新收52件(，约占新收总量的三成): some of all, whatever they are."""
_COUNTED_AS_OTHERS = pattern("，(?:共计?|合计|总计)\\d+[件起宗]，?(?:均|都)?(?:列|计|归|填)(?:入|为|作|在)“?其他")
"""撤回9件，连同驳回6件(，共15件列入其他)结果"""
_THOUGH, _NEAR, _CASE = ("虽", "尽管"), 4, pattern("复议|诉|审结")
_NO_CASES = pattern("答复书|告知书|决定书|文书|(?:申请)?，申请人(?:均|都)?(?:未|没有?)")
"""10件(答复书)全部经其过目, 其余5件(，申请人未)申请复议: no cases, if none are named before."""
_UNTIL = pattern(r"(?:至|截止|到)\s*(?:20\d\d\s*年\s*)?(?:[1-9]|1[01]|0[1-9])\s*月\s*\d{1,2}\s*日")
"""至6月30日"""
_ON_A_DAY = pattern(r"(?<!\d)(?:[1-9]|1[01]|0[1-9])\s*月\s*\d{1,2}\s*日")
"""6月30日(在办的)"""


class Reasons:
    """Judges the counts of one text."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def _is_left_out(self, role: Role, right: str, number: PrintedNumber) -> bool:
        """Whether a number is said to be no part of the report, and not what is no part of it: 未计入街道受理的9件."""
        said = grammar.NOT_COUNTED.search(near := "，".join(grammar.BREAK.split(right)[:_NEAR_CLAUSES]))
        is_why = said and role.is_result and NOT_OUR_TASK.search(near, 0, said.end())
        return said is not None and not is_why and not _WHAT_IS_NOT.match(self._source.text, number.end + said.end())

    def why_not(self, sentence: SentenceState, role: Role, own: str, right: str, number: PrintedNumber) -> str:
        """Return why the number is not compared with the tables; "" where it is."""
        before = self._source.text[sentence.start : number.start]
        is_carried = role.key.startswith("carried") or role.key == "pending"
        if number.is_rough and not (role.rule_id == "N-07" and is_limit(self._source.text, number)):
            return "约数"
        if role.key.startswith("cases_") and grammar.SHARED_OUTCOME.match(self._source.text, number.end):
            return OF_SOME
        if holds_one(right, _NOT_COUNTED) and self._is_left_out(role, right, number):
            return "不计入本报告"
        if sentence.frame < sentence.start and grammar.YEARS_TOGETHER.search(
            self._source.text[sentence.frame : sentence.start]
        ):
            return YEARS_TOGETHER
        is_now = "in_force" in role.key and "现行" in own and not _THIS_YEAR.search(self._source.text)
        other_time = before_change(self._source.text, number)
        other_time = other_time or self._other_time(own, "" if is_now else before, is_carried=is_carried)
        if other_time and other_time != PART_OF_YEAR:
            return other_time
        why = self._why_otherwise(sentence, role, own, right, number)
        is_part = other_time or ("◇" in own and self._ends_on_another_day(role, number, own))
        return why or (PART_OF_YEAR if is_part else "")

    def _why_otherwise(self, sentence: SentenceState, role: Role, own: str, right: str, number: PrintedNumber) -> str:
        """Return why a number is not compared by what it counts; "" where it may be."""
        before = self._source.text[sentence.start : number.start]
        is_other = right.startswith(_THOUGH) and "另" in before[-_NEAR:]  # 另有2件虽也涉及举报，但要求公开的是审批表
        is_other |= role.is_case and not _CASE.search(own) and bool(_NO_CASES.match(self._source.text, number.end))
        if is_other or (role.key != "other_outcome" and _COUNTED_AS_OTHERS.match(self._source.text, number.end)):
            return OF_SOME
        if role.rule_id in ("N-01", "N-03", "N-04") and self._is_foreign(sentence, own, number.start):
            return OTHER_MATTER
        if (role.is_result or role.key == "mentioned") and grammar.OF_DOCUMENTS.search(before):
            return "公文的公开属性"
        if role.rule_id == "N-07" and _ON_A_LIST.match(right):
            return VETOED
        if role.rule_id == "N-07" and own.startswith("的"):
            return OF_SOME  # 罚款1000元以下的行政处罚100件
        is_of_one = role.rule_id == "N-17" and (
            right.startswith(_PER) or is_of_one_fee(self._source.text, sentence.start, number.start, number.end)
        )
        if ("各" in own and _EACH.search(own)) or is_of_one:  # 120元/件×3件
            return "每一个的数量"
        if role.rule_id == "N-17" and _OF_LAST_YEAR.match(before) and not _THIS_YEAR.search(before):
            return OTHER_YEAR
        if role.is_applicant and is_kind_of_some(self._source, own, number.end):
            return OF_SOME
        if role.key in _GROUPS and grammar.REASON_FIRST.match(own) and not self._names_every_row(role, own):
            return ONE_REASON  # a row is known by its own words
        if role.is_result and own.endswith(("对", "就")) and grammar.ON_DECISIONS.match(self._source.text, number.end):
            return "被申请复议或起诉的"
        is_behind = not own or grammar.TOTAL.match(own)  # 因属于信访事项，6件不予处理
        is_one = is_behind and grammar.REASON_FIRST.match(grammar.BREAK.split(before)[-2:][0])
        if role.key in _GROUPS and (is_one or _EACH_REASON.match(self._source.text, number.end)):
            return ONE_REASON
        if role.rule_id in ("N-01", "N-04") and not role.is_applicant:
            return self._why_no_request(sentence, role, own, number)
        if role.is_case and not role.key.startswith("cases_") and self._is_stage(sentence, role, own + right):
            return OF_SOME
        if (number.unit == "件次" and "办件" in own) or (number.unit == "次" and own.endswith(("提出", "提交"))):
            return "办件次数"
        is_old = "in_force" in role.key and is_earlier_stock(self._source.text, own, before, number.end)
        if is_old or (role.is_case and LEFT_AT_FIRST.search(own)):
            return "年初的或清理时的"
        if role.veto and self._is_vetoed(role, own, before, number):
            return VETOED
        if role.key.startswith("cases_") and self._is_of_new_ones(sentence, own, number):
            return "本年新发生的一部分"
        if role.is_case and not role.key.startswith("cases_") and self._is_of_old_and_new(before):
            return "上年的和本年的分开说"
        is_ours = not role.is_case or is_told_again(sentence, number, own)
        is_ours = is_ours or self._is_own_case(sentence, role, own, before, right, number)
        return "" if is_ours else NOT_DISCLOSURE

    def _names_every_row(self, group: Role, own: str) -> bool:
        """Whether the reasons before a group are all that it has: 因不掌握、需制作、补正后仍不明确等无法提供.

        Behind several ones that are known, 等 says that the others are meant too.
        """
        if _NO_REASON.fullmatch(own):
            return True
        told = _ALL_REASONS.match(own)
        reasons = grammar.SEVERAL_REASONS.split(told["reasons"]) if told else ()
        rows = [row_of_reason(self._source.vocabulary, reason, group) for reason in reasons]
        if told and len(rows) > 1 and None not in rows and own.startswith("等", told.end("reasons")):
            return True
        cells = {cell for row in rows if row for cell in row.alternatives("")[0]}
        return cells >= set(group.alternatives("")[0])

    def _other_time(self, own: str, before: str, *, is_carried: bool) -> str:
        """Return by which words a number is not that of the report year; "" for none."""
        words = self._source.words
        is_suspect = words["no_whole_year"].search(own)  # most are not, and need no closer look
        is_compared = is_suspect and words["compare"].search(own) and not CHANGED_TO.search(own)
        if is_compared or tells_difference(own):
            return "与其他年度比较"
        if is_suspect and not is_carried and (words["plan"].search(own) or words["other_measure"].search(own)):
            return PLANNED
        is_last_year = (is_suspect and words["other_years"].search(own)) or self._source.other_year(before)
        is_carried_then = is_carried and self._source.is_carried_last_year(own, before)
        if is_last_year and (not is_carried or is_carried_then) and not CHANGED_TO.search(own):
            return OTHER_YEAR  # but for 由上年的41件增加至52件
        if "◇" in own and grammar.OF_A_DAY.search(own):
            return "某一天的"
        if "年" in before and grammar.IN_BRACKETS_OF_YEAR.search(before):
            return OTHER_YEAR
        together = grammar.years_together(before)
        is_stock = "有效" in own  # of those issued since then, perhaps
        if together and (is_stock or not _THIS_YEAR_AGAIN.search(before, together.end())):
            return YEARS_TOGETHER
        is_part = is_suspect and words["part_of_year"].search(own)
        return PART_OF_YEAR if is_part or (not is_carried and self._opens_with_part_of_year(before)) else ""

    def _ends_on_another_day(self, role: Role, number: PrintedNumber, own: str) -> bool:
        """至6月30日办结100件, 6月30日时在办的9件: by another day than the last of the year, or on it."""
        start, end = (self._source.span(at, at + 1)[0] for at in (number.start - len(own), number.start))
        day = _ON_A_DAY if role.key == "carried_out" else _UNTIL
        return bool(day.search(self._source.printed, start, end))

    def _opens_with_part_of_year(self, before: str) -> bool:
        """上半年，收到267件，答复263件: what opens a sentence holds for it until the whole year is named."""
        part = self._source.words["part_of_year"].search(before)
        is_opening = part is not None and not grammar.BREAK.search(before, 0, part.start())
        return is_opening and not self._source.words["whole_year"].search(before)

    def _is_foreign(self, sentence: SentenceState, own: str, place: int) -> bool:
        """收到社会组织登记申请36件，办结36件: applications for something else, where 信息公开 is not said."""
        if any(key == "request" and end <= place for _, end, key in sentence.topics):
            return False
        named = grammar.OF_REQUESTS.search(own)
        if named and not _LIMIT.match(named["what"]) and "公开" not in own and "信息" not in own:
            what = CITED.sub("", _AND_DONE.sub("", _CARRIED_ON.sub("", named["what"])))
            left = self._source.words["neutral"].sub("", what)
            is_other = len(left) >= _SHORTEST_SUBJECT and not self._source.vocabulary.concepts.is_on_flow(own)
            sentence.is_foreign = sentence.is_foreign or is_other
        return sentence.is_foreign

    def _why_no_request(self, sentence: SentenceState, role: Role, own: str, number: PrintedNumber) -> str:
        if self.is_channel(own):
            return OTHER_MATTER if ASKS_ELSE.match(self._source.text, number.end) else BY_CHANNEL
        if is_several_as_so_many(self._source.text, number.start):
            return OF_SOME
        is_wider = self._source.words["wider"].search(self._source.text, sentence.start, number.start)
        if not is_wider and grammar.LOWER_OFFICES.match(own):
            return OF_SOME
        is_rest = role.rule_id in ("N-01", "N-04") and grammar.THE_REST.search(own)
        if own.startswith("中") or (is_rest and not is_all_but_left(self._source, sentence, role, number)):
            return OF_SOME  # 新收34件中31件已办结
        if role.rule_id == "N-01" and _ITS_SHARE_OF_ALL.match(self._source.text, number.end):
            return "占总量一部分的"  # its share is compared
        if role.rule_id == "N-01" and grammar.CARRIED_ONES.match(self._source.text, number.end):
            return "上年结转的一部分"
        if role.rule_id == "N-01" and PUT_RIGHT.search(self._source.text, number.end, sentence.end):
            return "后面另有实际件数"
        is_new = "新收" in own or "本年" in own or "实际" in own
        if self._source.words["part_of_cases"].search(own) or (
            sentence.is_part
            and not is_new
            and not (sentence.last is None and grammar.NAMES_REQUESTS.search(own))
            and not (grammar.OURSELVES.search(own) or _OFFICE_OF_PLACE.search(own))
            and role.key in ("received", "mentioned", "processed")
        ):
            return OF_SOME
        return ""

    def _is_stage(self, sentence: SentenceState, role: Role, words: str) -> bool:
        """一审判决5件，裁定1件; 3起尚未开庭，1起待判: one stage of several at which cases end or wait."""
        text = sentence.text
        clause = grammar.BREAK.split(words)[0]
        if role.key == "closed":
            return "判决" in clause and "裁定" in text
        if role.key == "pending":
            return "开庭" in clause and bool(_OTHER_STAGE.search(text.replace(clause, "")))
        return bool(grammar.SECOND_COURT.search(words[: len(clause)]))

    def _is_of_new_ones(self, sentence: SentenceState, own: str, number: PrintedNumber) -> bool:
        """Whether cases are only those of this year, since last year's are told before or behind them."""
        if not grammar.NEW_CASES.search(own):
            return False
        text = self._source.text
        return bool(grammar.OLD_CASES.search(text[: number.start]) or OLD_TOO.search(text, number.end, sentence.end))

    def _is_of_old_and_new(self, before: str) -> bool:
        """Whether outcomes are told of last year's cases and of the new ones apart: the table has both together."""
        if not self._tells_old_and_new:
            return False
        is_here = grammar.OLD_ONES.search(before) or grammar.NEW_ONES_TOO.search(before)
        return bool(is_here and not grammar.BOTH_KINDS.search(before))

    @cached_property
    def _tells_old_and_new(self) -> bool:
        text = self._source.text
        return bool(grammar.OLD_ONES.search(text) and grammar.NEW_ONES_TOO.search(text))

    def _is_vetoed(self, role: Role, own: str, before: str, number: PrintedNumber) -> bool:
        if role.veto and role.veto.search(own):
            return True
        done, public = self._source.words["done"], self._source.words["public"]
        if role.rule_id != "N-07" or "元" in number.unit or done.search(own):
            return False
        run = before[max(map(before.rfind, "，；：。（")) + 1 :]  # 推进执法公示，全年办理许可8372件、处罚2416件
        if done.search(run) and not public.search(run):
            return False
        if _ALL_DECISIONS.search(before) or ("in_force" in role.key and _ALL_IN_FORCE.search(before)):
            return False
        told = [match.end() for match in _PUBLISHED_IN_ALL.finditer(before)]
        return bool(public.search(before, told[-1] if told else 0))

    def _is_own_case(
        self, sentence: SentenceState, role: Role, own: str, before: str, right: str, number: PrintedNumber
    ) -> bool:
        """Whether a review or lawsuit is about 信息公开, not one of all cases of the office."""
        after = self._source.text[number.end : sentence.end]
        is_total = role.key.startswith("cases_")
        is_other = ("其" in own or "除" in own) and bool(_OF_OTHERS.search(own))
        is_other = is_other or (sentence.is_own_case is False and "其中" in own and "公开" not in own)
        is_other = is_other or other_cases.is_of_the_rest(before)
        if is_other:
            sentence.is_own_case = False
        if not is_total and sentence.is_own_case is not None:
            return sentence.is_own_case
        disclosure = self._source.words["disclosure"]
        disclosed = disclosure.search(before) or disclosure.search(right[:12])
        about_others = _ABOUT_OTHERS.search(after.partition("；")[0])
        if about_others and not disclosure.search(before.rpartition("；")[2]):
            disclosed = None  # 未因信息公开被申请复议；另有复议3件，均为征税争议
        some = other_cases.SOME_OF_THEM if disclosed else other_cases.SOME_OR_AMONG_THEM
        is_some = some.search(self._source.text, number.end, sentence.end + _NEXT)
        is_unrelated = other_cases.UNRELATED.search(after) and not other_cases.NAMED.search(own)
        if is_some or is_other or is_unrelated or _reviews(before, right):
            result = False
        elif disclosed:
            result = True
        elif other_cases.OTHER_KIND.search(before) or about_others:
            result = False
        elif self._is_of_whole_office(grammar.BREAK.split(before)[-1] if sentence.is_own_case else before):
            result = False  # 复议6件，现已全部审结；诉讼2件: what came of the first says nothing of the others
        else:
            is_of_answers = self._source.code == "s5" and bool(grammar.OF_ANSWERS.search(before + after))
            result = self._source.code in CASE_TEXTS + REQUEST_TEXTS or is_of_answers
            result = result or is_bare(self._source, number.start)
        sentence.is_own_case = result
        return result

    def _is_of_whole_office(self, before: str) -> bool:
        """全年办理行政复议案件312件: all cases of the office."""
        whole = self._source.words["whole_office"].search(without_endings(before))
        return bool(whole) and not (grammar.AGAINST_OFFICE.search(before) or _BY_COURT.search(before))

    def is_channel(self, own: str) -> bool:
        """Whether the words before a number name one way in (信函, 网络), not all of them together."""
        own = _ORGANISATION.sub("", own) if "系统" in own else own
        matches = list(self._source.words["channel"].finditer(own))
        return bool(matches) and not grammar.ALL_CHANNELS.search(own, matches[0].start())


def _reviews(before: str, right: str) -> bool:
    """Whether cases are those that the office itself decides: 办理复议96件（作为复议机关）."""
    brackets = right.partition("）")[0] if right.startswith("（") else ""
    return bool(grammar.AS_REVIEWER.search(before) or grammar.AS_REVIEWER.search(brackets))
