"""Reads the percentages of a text: the share of the result before them, of several, or of a number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.base.patterns import pattern
from core.report.entry_text import Number, format_number
from core.texts.language import grammar
from core.texts.language.grammar import OF_THE_YEAR
from core.texts.language.last_year import is_of_last_year
from core.texts.language.numbers import COUNT_UNITS, PrintedNumber, numbers_in
from core.texts.language.own_words import columns
from core.texts.language.phrase_said import Phrase
from core.texts.language.word_shares import THAN
from core.texts.language.year_words import CHANGED_TO
from core.texts.reading.sentence.case_shares import case_share, named_case_share
from core.texts.reading.sentence.frames import CARRIED, is_of_years_at
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.share_checks import SHARE_OF_GROUP
from core.texts.reading.shares.share_bases import groups_of, is_of_handled, share_of_group
from core.texts.reading.shares.sum_shares import results_together
from core.texts.reading.told.reasons import Reasons
from core.texts.reading.told.roles import RoleFinder
from core.texts.reading.told.told_bases import is_base

_RISEN = pattern(
    "(?:^|[，；：。（）])(?P<head>[^，；：。（）\\d]{2,16}(?:占比?|的比[重例]))[^，；：。（）\\d]{0,8}[由从][^，；：。（）\\d]{0,8}\\d+(?:\\.\\d+)?%[^，；：。（）\\d]*$"
)
"""(企业申请占)比由上年的15.2%升至"""
_NO_NAME = pattern("(?:另有|还有|有|另|其余|其中|约|和|、)*")
_NAMED_BEHIND = pattern(
    "的?(?:申请|办件)?的?(?:答复|结果|处理结果)?(?:为|是|系|属于?|被|得到|获得?|作|予以|(?=部分公开|[不未]予公开|无法提供|不予处理|其他处理))"
)
_ITS_SHARE = pattern(
    "(?:[^，；：。、（）]{0,8})，?(?:约|大约|大致|大概|近|仅|只|就|已|也|正好|恰好|刚好)*占(?:比|了|到|去|全部|所有|各类|全年|全|"
    f"{OF_THE_YEAR}|全[省市县区州旗镇乡局委](?=新收|收到|受理|申请|收件|来件|办结|答复|政府信息|信息公开)"
    "|总数|政府信息公开|信息公开|依申请公开|申请|来件|收件|接件|办件|答复|办结|办理|处理|应办|收到|收|接收|受理|登记|新收|新增|结果|件|的|为|约|近|总|数|量|额)*"
)
"""未提供，占"""
_OF_PLACE = pattern("占[^，；。]{0,4}全[省市县区州旗镇乡]")
"""269件，(占全市)新收申请的16.8%: in the report of a bureau, a share of what others received too."""
_SHARE_IN_WORDS = pattern(
    "(?:^|[，；：。])(?P<head>[^，；：。（）]{2,20}占)[^，；：。（）]{0,8}(?:成|分之)[^，；：。（）]{0,4}（$"
)
"""无法提供占三成以上(（32.3%）)"""
_THAT_IS = pattern("(?:也?即|也?就是|具体为|具体是|为|达到?|是)")
_THE_SAME = pattern("[，—]+(?:[也亦]?即|也?就是|换算(?:下来|成百分比)?(?:为|是)|[准确][确切]地?说)(?:是|为|约|约为)?")
"""约占七分之一(，即)14.3%"""
_SAID_IN_WORDS = pattern(
    "(?:^|[，；：。])(?P<head>[^，；：。（）]{2,20}占)(?:了|比)?(?:将?近|约|超过?|不足|不到|逾)?[一二两三四五六七八九]成(?:左右|多|有余|以上|出头|半|强|弱)?，$"
)
"""个人占八成有余，(即)81.2%"""
_SUM_OF = pattern(
    "(?:(?:以上|上述|这)?[两二三四五][者项类种样块](?:答复|结果|情形)?)?"
    "(?:之和|合计|共计|总计|累计|相加|[加合放]在一起|加总|合并|共|总)?(?<=.)"
)
"""两者之和, 合计"""
_OF_BOTH = pattern(
    "[两二三四五][类种项者样块](?:答复|结果|情形)?(?:合计|之和|共)?(?:约)?占(?:[^，；。：、（）\\d占]{1,10}的)?$"
)
"""信访类25件，重复申请14件，(两类占)84.8%"""
_AMONG_THEM = pattern("里|(?<!集)中")
"""1000件申请(里网络渠道占)61.2%"""
_ADDED_UP = ("共占", "共约占", "合起来", "加起来", "一共", "总共")
_TWO_THINGS = ("两项", "两类", "二者", "两者")
_AMONG = pattern("^[^，；：。、（）]*中(?:约)?占")
"""不予公开中占"""
_EACH_GREW = pattern(
    "(?:分别|依次)(?:[比较同](?:□□□)?(?:上年|去年|上一年|比)[^，；。\\d]{0,6})?(?:增|减|升|降|上升|下降|提高|回落)[^，；。\\d至到为]{0,3}$"
)
"""予以公开38件、部分公开25件，分别(较上年增加)9.2%和6.5%: no shares."""
_SHARES_GO_ON = pattern(r"(?:(?:、|和|及|与)+\d+(?:\.\d+)?%)+")
"""比例为41.7%(、16.7%和25%): shares of several numbers before them, in order."""
_NAMES_TWO = pattern("[^，；。\\d]{2,}[、和与及][^，；。\\d]{2,}分别")
_OF_EACH = pattern("^(?:均|都|约)*各(?:自|约)*占")
"""不予处理、其他处理各3件，(各占)5.5%: one share of each of them, so that of the last too."""
_OF_TWO = pattern("^(?:其中)?(?P<which>前|后)者")
"""自然人98件，法人38件，(后者)占新收总数的27.9%"""
_WITHIN = pattern("(?:^|[，；])[^，；：。、（）\\d]{2,8}[中里][^，；：。、（）\\d]{2,10}\\d+[件宗份]，[^，；。\\d]*$")
"""(公开类中)完全公开29件，占65.9%"""
_MARK, _JOINED = pattern("[，,；;。：]"), pattern("、|和|及|与|以及")
_OTHER_WORK = pattern("办件|业务|政务服务|服务事项|热线|来电|信访件|建议|提案|工单|留言|咨询")
"""(政务服务平台办件)3300件，占全部办件的33%: of other work."""
_OF_OTHERS = pattern("其他事项|其他年度|多年累计|约数|计划|一段时间|某一天")
_IS_CHANGE = pattern("(?:增加|减少|增长|下降|新增|净增|多|少)了?$")
_OF_APPLICATIONS = ("件", "宗", "份", "起", "例", "件次")
_KINDS = ("applicants", "applicants_together")
_GROUPS = ("denied", "unavailable", "not_processed", "other_result", "granted", "partial", "granted_partial")
_AMONG_HANDLED = pattern("[^，；。：\\d]{0,8}(?:办结|答复)的?\\d+[件宗份](?:政府信息公开)?申请(?:当中|之中|中|里)，")
"""全年办结的100件申请中，公开55件，占55%；…: what each of its shares is of."""
_MOST_BASES = 40
_OUTER = 4
"""How many numbers back that may stand of which a share is told behind its parts."""
_OF_A_REASON = pattern(
    "^，(?:主要|其中|多数?|大多|大部分|绝大多数|原因|以|因|比重|占比|最|居首|排在)[^，；。：（）\\d]{3,40}，"
    "|^，(?:询?问|涉|关于|[要请]求|申请|索要|查|反映|咨询|针对|打听)[^，；。：（）\\d]{2,30}(?:[最居较]多|为[多主]|突出|集中)，"
)
"""56件(，主要原因是不掌握，)占八成, 1件(，问林权的最多，)约占一半: of those that the clause between names."""
_OF_THIS = pattern(
    f"^(?:已|也|约|仅|只)*(?:{THAN}(?=[^占]{{2,14}}的$))?(?=[^占]*$)|^(?:占比?|比[例重]){THAN}(?=[^占]{{2,14}}的$)"
)
"""841件，(超过)办理总数的六成, 841件，(已)超过六成: 4件，(占比不足)新收申请的一成: as 占办理总数的六成."""
_THE_RATIO = pattern("的(?=比[重例](?:约|均|只|仅|也|已)*(?:为|是|达到?|有|占)?$)")
"""予以公开(的)比重为54.9%: as 予以公开占比为."""
_ABOUT = 1
"""Points by which a share of 约占 may differ."""
_REACH = 40
"""How far before a number the words of its share may begin."""
_NEAR = 16
"""How far behind a number its share may stand."""


_DIVIDED = pattern("除以\\d+[件宗份]?，(?:等于|得|是|为)*$", needs=["除以"])
"""公开3件加部分公开1件，除以7，(57.1%): of both."""
_ADDED = pattern("，再?(?:加上|连同|算上|合并)[^，；。]*，[^，；。]{0,4}$")


class ShareReader:
    """Reads the percentages of one text; ``seen`` are its numbers so far, the percentage itself the last."""

    def __init__(self, source: SourceText, roles: RoleFinder, reasons: Reasons, seen: Sequence[PrintedNumber]) -> None:
        self._source = source
        self._roles = roles
        self._reasons = reasons
        self._seen = seen
        self._is_of_handled = (-1, False)

    def of(self, sentence: SentenceState, number: PrintedNumber, left: str, own: str) -> NumberReading | None:
        """Return what a percentage is the share of, by the words between it and the number before."""
        if len(self._seen) > 1 and is_base(self._source, self._seen[-2]):
            return None  # 24件，占不予公开41件的58.5%: by these two numbers
        if (number.slack and _ADDED.search(self._source.text, sentence.start, number.start)) or _DIVIDED.search(
            self._source.text, sentence.start, number.start
        ):
            return None  # 公开的占31.6%，加上部分公开的3件，接近一半: of both
        if number.is_rough and isinstance(number.value, Decimal) and self._source.text[: number.start].endswith("约"):
            number = number._replace(is_rough=False, slack=1)  # 约占15.0%: rounded
        if own.endswith("约占") or own.startswith("约占"):
            own, number = own.replace("约占", "占", 1), number._replace(slack=max(number.slack, _ABOUT))
        if "的比" in own and "占" not in own and self._source.topic_at(sentence, number.start) == "request":
            own = _THE_RATIO.sub("占", own)
        if is_of_years_at(self._source, sentence, number.start) or (
            number.slack and self._is_of_another_time(sentence, number)
        ):
            return None
        said = own
        if number.slack:
            own = _OF_THIS.sub("占", own)
        read = self.alone if "）" in left else self.read  # 29件（予以公开22件），占39.7%
        read = self.exactly if left == "（" and sentence.last_share else read
        if left == "（" and not sentence.last_share:
            in_words = _SHARE_IN_WORDS.search(self._source.text[max(number.start - _REACH, 0) : number.start])
            return self.alone(sentence, number, in_words["head"]) if in_words else read(sentence, number, own)
        if in_words_too := self._in_words_too(sentence, number, own):
            return in_words_too
        behind = self._named_behind(sentence, number, own)
        if _OF_A_REASON.match(left) and own.endswith("占"):
            return None
        is_named, of_group = share_of_group(self._source, sentence, number, own, self._seen)
        share = behind or (of_group if is_named else read(sentence, number, own))
        if share:
            head = self._source.text[sentence.start : number.start - len(own)]
            is_of_done = share.is_of_handled or is_of_handled(own, head)
            share = share._replace(is_of_handled=is_of_done, groups=groups_of(self._source, share.ways))
            share = self._going_on(sentence, share, own)
        if share and number.slack:
            quote = self._source.quote(number.start - len(said), number.end)
            return share._replace(slack=number.slack, quote=quote if len(said) > len(own) else share.quote)
        return share

    def _is_of_another_time(self, sentence: SentenceState, number: PrintedNumber) -> bool:
        """Whether a share in words is of another year, a part of it, or of what is carried over."""
        before = self._source.text[sentence.start : number.start].rpartition("，")[0]
        is_of_left = sentence.row is None and bool(CARRIED.search(before))
        return is_of_left or not self._source.is_this_year(sentence, number.start)

    def _in_words_too(self, sentence: SentenceState, number: PrintedNumber, own: str) -> NumberReading | None:
        """个人占八成有余，即81.2%: the share before the comma once more, now exactly."""
        if (
            sentence.last_share
            and len(self._seen) > 1
            and _THE_SAME.fullmatch(self._source.text, self._seen[-2].end, number.start)
        ):
            return self.exactly(sentence, number, own)  # 部分公开6件约占七分之一，即14.3%
        place = number.start - len(own)
        head = self._source.text[max(place - _REACH, sentence.start) : place]
        told = _SAID_IN_WORDS.search(head) if _THAT_IS.fullmatch(own) else None
        share = self.alone(sentence, number, told["head"]) if told else None
        start = place - len(head) + (told.start("head") if told else 0)
        return share and share._replace(quote=self._source.quote(start, number.end))

    def _going_on(self, sentence: SentenceState, share: NumberReading, own: str) -> NumberReading:
        """Return a bare share as one of those dealt with, where the first of its list says so.

        公开69件，占办结总数的53.5%；不予公开15件，占11.6%
        """
        said = sentence.text
        is_among = bool(_AMONG_HANDLED.match(said))
        if is_of_handled(own) or (share.is_of_handled and is_among):
            self._is_of_handled = (sentence.start, not grammar.LIST_BEGINS.search(said))
        cells = set(share.ways[0]) if share.ways else set()
        is_alone = bool(cells) and not any(cells < set(told.ways[0]) for told in sentence.results if told.ways)
        is_whole = share.key in _GROUPS or (is_among and is_alone and share.key != "applicants")
        is_bare = own == "占" and is_whole and share.kind == "share"
        goes_on = self._is_of_handled == (sentence.start, True)
        return share._replace(is_of_handled=True) if is_bare and goes_on else share

    def _named_behind(self, sentence: SentenceState, number: PrintedNumber, own: str) -> NumberReading | None:
        """公开占47.4%；另有(15.8%为部分公开)，26.3%为无法提供: the result is told behind its share."""
        if not _NO_NAME.fullmatch(own):
            return None
        clause = grammar.BREAK.split(self._source.text[number.end : sentence.end])[0]
        told = _NAMED_BEHIND.match(clause)
        if told and "其中" in own and told[0] in ("", "申请", "的申请"):
            return None  # 涉及征地的申请较多，其中30%不予公开
        role = self._source.vocabulary.concepts.shared(clause[told.end() :], "request") if told else None
        if role is None or not role.is_result or self._source.topic_at(sentence, number.start) != "request":
            return None
        start, end = self._source.span(number.start, number.end)
        quote = self._source.quote(number.start, number.end + len(clause))
        ways = role.alternatives("request")
        key = f"rate_{role.key}" if len(ways) > 1 else role.key
        return NumberReading(
            start, end, quote, number.value, "share", key, f"{role.name}占办理总计的比例", "N-05", ways
        )

    def read(self, sentence: SentenceState, number: PrintedNumber, own: str) -> NumberReading | None:
        """Return what a percentage is the share of: mostly the result before it."""
        if grammar.IN_ORDER.search(own):  # 予以公开5件、部分公开3件，分别占50%、30%: shares are handed out in order
            sentence.shares = self._in_order(sentence, number, own)
        elif not own and _EACH_GREW.search(self._source.text, sentence.start, number.start):
            sentence.shares = []
        elif sentence.shares is None and _SHARES_GO_ON.match(self._source.text, number.end):
            shares = _SHARES_GO_ON.match(self._source.text, number.end)
            many = len(numbers_in(shares[0])) + 1 if shares else 0
            sentence.shares = list(sentence.results) if many == len(sentence.results) else []
        if sentence.shares is not None:
            return self._share_of(sentence, sentence.shares.pop(0), number, own) if sentence.shares else None
        before, own = self._of_two(sentence, own)
        share = grammar.SHARE.search(own)
        head = own[: share.start()] if share else ""
        is_of_both = bool(_SUM_OF.fullmatch(head)) or own.startswith(_ADDED_UP)
        is_of_both |= own.startswith("占") and bool(_OF_BOTH.search(self._source.text[: number.start]))
        said = self._source.text[sentence.start : number.start - len(own)]
        is_of_two = bool(share and not head and said.endswith(_TWO_THINGS))  # 30件与66件两项占办结总数的
        if (is_of_both or is_of_two) and len(sentence.results) > 1:
            return self._share_of_sum(sentence, number, own)
        if _AMONG.search(self._source.text, self._seen[-2].end if len(self._seen) > 1 else 0, number.start):
            return None  # 在94件不予公开中占41.5%: of what is said there
        if of_case := named_case_share(self._source, sentence, number, own):
            return of_case
        if before and before.rule_id == "N-06":
            return case_share(self._source, before, number, own)
        is_risen = bool(CHANGED_TO.search(own)) and len(self._seen) > 1 and self._seen[-2].unit == "%"
        if is_risen and (named := _RISEN.search(self._source.text, sentence.start, number.start)):
            risen = self.alone(sentence, number, _THE_RATIO.sub("占", named["head"]))
            return risen and risen._replace(quote=self._source.quote(named.start("head"), number.end))
        if before is None or (before.rule_id != "N-05" and before.key != "applicants") or before.kind != "count":
            return self.alone(sentence, number, own) or self._share_of_count(sentence, number)
        if head:
            return self.alone(sentence, number, own)
        return self._share_of(sentence, before, number, own) if share or not own or is_risen else None

    def _in_order(self, sentence: SentenceState, number: PrintedNumber, own: str) -> list[NumberReading]:
        """Return the numbers whose shares follow in order (自然人98件、企业21件，分别占72.1%、15.4%), or none."""
        go_on = _SHARES_GO_ON.match(self._source.text, number.end)
        many = len(numbers_in(go_on[0])) + 1 if go_on else 1
        if many > 1 and _NAMES_TWO.match(own):
            return []  # 不予处理和其他处理分别占4.8%、3.8%: of those named, not of the numbers before
        if many == 1:
            last = self._source.span(self._seen[-2].start, self._seen[-2].end)[0] if len(self._seen) > 1 else -1
            is_each = bool(_OF_EACH.match(own))
            return [one for one in sentence.results if not is_each or one.start == last][-is_each:]
        counts = [one for one in self._seen[:-1] if one.unit in COUNT_UNITS][-many:]
        places = [self._source.span(one.start, one.end)[0] for one in counts]
        told = {one.start: one for one in (*sentence.results, *sentence.kinds)}
        return [told[place] for place in places] if all(place in told for place in places) else []

    def _of_two(self, sentence: SentenceState, own: str) -> tuple[NumberReading | None, str]:
        """Return the number that a percentage belongs to, and its words without 前者, 后者: which of the last two."""
        which = _OF_TWO.match(own)
        told = [c for c in sentence.told if c.kind == "count" and (c.rule_id == "N-05" or c.key in _KINDS)][-2:]
        if which is None or len(told) < 2:
            return sentence.last, own
        return told["前后".index(which["which"])], own[which.end() :]

    def exactly(self, sentence: SentenceState, number: PrintedNumber, own: str) -> NumberReading | None:
        """占五成（50.0%）: the share before the brackets once more."""
        start, end = self._source.span(number.start, number.end)
        quote = self._source.quote(number.start - len(own), number.end)
        told = sentence.last_share
        return told and told._replace(start=start, end=end, quote=quote, value=number.value, slack=0)

    def _share_of_sum(self, sentence: SentenceState, number: PrintedNumber, own: str) -> NumberReading | None:
        """予以公开145件、部分公开72件，两者之和占56.8%: the share of both together."""
        together = results_together(self._source, sentence.results, number.start)
        if together is None:
            return None
        share = self._share_of(sentence, together[0], number, own)
        return share._replace(bases=(*share.bases, *together[1]))

    def _share_of_count(self, sentence: SentenceState, number: PrintedNumber) -> NumberReading | None:
        """15件未提供，占33.3%: a number that is no result, and its share of what was received or dealt with."""
        is_near = len(self._seen) > 1 and number.start - self._seen[-2].end <= _NEAR
        count = self._seen[-2] if is_near else None
        if count is None or count.unit not in _OF_APPLICATIONS or count.is_rough or number.is_rough:
            return None  # 三个区来件量占53.6%: districts
        told = sentence.last
        if told and told.kind == "other" and told.value == count.value and _OF_OTHERS.search(told.meaning):
            return None  # 2023年予以公开132件，占44.0%; 受理户政业务申请128件，占办结总数的93.7%
        if is_of_last_year(self._source.text[sentence.start : count.end]):
            return None  # 上年公开类24件，占47.1%
        if _IS_CHANGE.search(self._source.text, max(count.start - _NEAR, 0), count.start):
            return None  # 企业增加4件，占11.8%: of what more there are
        between = self._source.text[count.end : number.start]
        if (
            not _ITS_SHARE.fullmatch(between)
            or _AMONG_THEM.search(between)
            or ("申请" not in between and _OTHER_WORK.search(self._source.subject(count.start)))
            or self._source.topic_at(sentence, number.start) != "request"
        ):
            return None
        start, end = self._source.span(number.start, number.end)
        quote = self._source.quote(count.start, number.end)
        bases = tuple(seen.value for seen in self._seen[-_MOST_BASES:-2] if seen.unit in COUNT_UNITS)
        name = f"{format_number(count.value)}件的比例"
        is_known = told is not None and told.kind == "count" and told.value == count.value
        ways = told.ways[:1] if told and is_known else ()  # 办结185件，占应办数的93.5%: perhaps of the right number
        what = number.value, "share", "share_of_count", name, "N-05", ways
        scope = "wider" if _OF_PLACE.search(between) else ""
        return NumberReading(start, end, quote, *what, scope, counted=count.value, bases=bases)

    def _share_of(
        self, sentence: SentenceState, before: NumberReading, number: PrintedNumber, own: str
    ) -> NumberReading:
        start, end = self._source.span(number.start, number.end)
        meaning = f"{before.meaning}占{'申请' if before.key == 'applicants' else '办理总计'}的比例"
        quote = self._source.quote(number.start - len(own), number.end)
        head = self._source.text[: number.start].rpartition("。")[2]
        nested = grammar.LIST_BEGINS.search(head)
        bases = tuple(seen.value for seen in self._seen[-_OUTER:-1] if seen.unit in COUNT_UNITS) if nested else ()
        if _WITHIN.search(head):
            bases = tuple(seen.value for seen in self._seen[:-1] if seen.unit and seen.unit in COUNT_UNITS)[-_OUTER:]
        whole = sentence.whole
        told = (*sentence.results, *sentence.kinds)
        groups = [r.value for r in told if r.ways and set(before.ways[0]) < set(r.ways[0])]
        if whole and whole.kind == "count" and whole.value >= before.value and whole.key in _KINDS:
            bases = (whole.value, *bases)  # 法人34件，其中企业21件，占61.8%，律所6件，占17.6%
        bases = (*groups[-1:], *bases, *self._whole_list(sentence, before))  # 不予公开14件中查询类6件，占42.9%
        share = NumberReading(
            start, end, quote, number.value, "share", before.key, meaning, "N-05", before.ways, "", before.value, bases
        )
        is_of_handled = bool(whole and whole.kind == "count" and whole.key == "handled" and before.key != "applicants")
        return share._replace(is_of_handled=is_of_handled)

    def _whole_list(self, sentence: SentenceState, last: NumberReading) -> tuple[Number, ...]:
        """Return the sum of the list that a result ends: 予以公开29件和部分公开15件，占41.1%."""
        printed = self._source.printed
        if not sentence.results or sentence.results[-1] != last or not printed.startswith(("，", ","), last.end):
            return ()
        run = [last]
        for before in reversed(sentence.results[:-1]):
            between = printed[before.end : run[-1].start]
            if not _JOINED.match(between) or _MARK.search(between):
                break
            run.append(before)
        return (sum(one.value for one in run),) if len(run) > 1 else ()

    def alone(self, sentence: SentenceState, number: PrintedNumber, own: str) -> NumberReading | None:
        """予以公开的占41.4%: a percentage with the result before it and no count."""
        share = grammar.SHARE.search(own)
        if not share:
            return None
        head = own[: share.start()]
        topic = self._source.topic_at(sentence, number.start)
        one = number._replace(unit="件")
        role = self._roles.left_role(sentence, head, one, topic)
        if role is None or (role.key == "handled" and grammar.OPEN_ANSWER.fullmatch(head)):
            composed = self._source.vocabulary.concepts.composed(Phrase("", head, "", topic, one.unit))
            role = composed.role if composed else None
        why = role and role.is_result and self._reasons.why_not(sentence, role, head, "", one)
        if role is None or not (role.is_result or role.is_applicant) or why:
            return None
        sentence.share_role = role
        start, end = self._source.span(number.start, number.end)
        quote = self._source.quote(number.start - len(own), number.end)
        meaning = f"{role.name}占{'申请' if role.is_applicant else '办理总计'}的比例"
        key, ways = role.key, role.alternatives(topic)
        if role.is_applicant and sentence.row and sentence.row.rule_id == "N-03":
            rows = sentence.row.ways[:1]  # 结转的6件中，自然人占一半
            rule_id, key, ways = "N-03", SHARE_OF_GROUP, (*columns(rows, ways), *rows)
            return NumberReading(start, end, quote, number.value, "share", key, f"{role.name}的比例", rule_id, ways)
        if (
            key.startswith("granted") and "予以" not in head and "全部" not in head
        ):  # 作出公开决定的占57.7%: partly, perhaps
            key = "rate_granted"
            ways = (*ways, *self._source.vocabulary.role("granted_partial").alternatives(topic))
        return NumberReading(start, end, quote, number.value, "share", key, meaning, "N-05", ways)
