"""Finds what a number counts whose noun was said before it: 前者3件, 此类决定11份, 由41件增至52件."""

from __future__ import annotations

from bisect import insort

from core.base.patterns import pattern
from core.texts.language import grammar
from core.texts.language.meanings import Role
from core.texts.language.numbers import NUMERALS, PrintedNumber, numbers_in
from core.texts.language.phrase_said import Phrase
from core.texts.language.year_words import CHANGED_TO, MOVES
from core.texts.reading.sentence.own_topic import turns_to_applications
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.told.references import framed_outcome
from core.texts.reading.told.roles import RoleFinder

_FORMER_AND_LATTER = ("前者", "后者")
CASES = {"cases_review": "review", "cases_lawsuit": "lawsuit", "cases_direct": "direct", "cases_after": "after"}
"""What the cases of a role are, as a topic."""
_WAYS_TO_COURT = ("cases_direct", "cases_after")
_NAMED_ALONE = ("N-06", "N-07")
"""Rules on what may change: cases and decisions."""
_THAT_REASON = pattern(
    "^(?:全年|年内|本年度?|□□□本年度?|当年|共)*(?:因|以|由于|按照?|依)(?:此|这一?|该)(?:类|项|条|种|款)?(?:规定|理由|情形|原因|条款)?(?:为由|为理由|而|被)?(?P<rest>.*)$"
)
"""过程性信息认定随意。全年(以此为由)不公开14件"""
_REFUSED = pattern(
    "(?:不予?公开|不予提供|未予?公开|拒绝公开|答复|告知|作出|决定|办结|处理|不予处理|无法提供|的|了|共|有|为|申请|事项|类|情形)*$"
)
_WORKED_AT = pattern(
    "(?:(?:我|本|全)(?:[局委办厅院镇乡县市区]|街道|单位|机关)|街道)?(?:(?:全面|严格|认真|切实|深入|扎实|积极|主动|稳步|有序|进一步|不断|持续|着力|大力|依法)*"
    "(?:落实|执行|规范|优化|完善|健全|畅通|加强|强化|推进|抓好|做好|修订|细化|重视|坚持|提升|深化|推动|开展|拓宽|改进|贯彻)"
    "(?:了|和|并|、|及|与)*)+(?:▢+(?:等|中|的)?)?(?:行政|政府)?"
)
"""(严格落实)依申请公开制度，…共答复8件: how the work is done narrows nothing."""
_IN_FORCE = pattern("(?:现行|继续)有效|^(?:同时|另)?(?:公布|宣布)?废止")
_HOW_MANY = pattern("(?<=[有共计的])\\d+(?=[件起宗])")
"""尚有(4)件案子没有结果：复议1件、诉讼3件"""
_FAR = 70
"""How far before a number the noun may stand that 此 means."""
_IN_ORDER = pattern("\\d+[件宗份起](?:(?:、|，|和|及|与|以及)+\\d+[件宗份起])*")
"""(71件、64件和58件)"""
_SEVERAL = pattern("\\d+[件宗份起](?:(?:、|，|和|及|与|以及)+\\d+[件宗份起])+")
_RESPECTIVELY = pattern("分别|依次|顺次")
_ANSWERED_EACH = pattern(
    "(?:分别|依次|顺次)(?:予以|作出|给予|出具|依法|按规定|已|均)*(?:答复|回复|告知|处理|办理|办结)(?:了|的|书|申请)*$"
)
_MATTERS = pattern(
    "(?:内容|事项|领域)(?:来|上)?(?:看|[^，；。：]{0,6}(?:涉及|包括|为|是|有))|(?:主要|多|均)涉及|集中在|围绕"
)
"""申请(内容主要涉及)行政处罚、行政许可: what is asked for, not what was decided."""
_WAY_BEHIND = pattern(
    "(?:的)?(?:(?P<direct>(?:未经(?:行政)?复议)?(?:而)?直接(?:起诉|诉讼))|(?:经)?(?:行政)?复议后(?:又|再)?(?:起诉|诉讼))的?案件"
)
"""已审结的2件(直接起诉案件)"""
_BY_REVIEW = pattern("复议机关[^，；。、]{0,6}(?:受理|审理|收到|立案|审结|维持|纠正|撤销|责令)")
_BY_COURT = pattern("法院|判决|裁定|一审")
_KIND_BEHIND = pattern(
    "(?:案件|案|答复|决定|件)?，?(?:全部|全都|均|都|悉数|无一例外)?(?:只|仅|集中)?"
    "(?:为|是|系|属于?|出自|来自|由|经|在|(?:出现|发生|集中|产生)?[在于]){1,2}"
    "(?:行政)?(?:(?P<review>复议)(?!后|、|和|与)|(?:诉讼|应诉|法院)(?!、|和|与))"
)
"""被纠正的2件(全部出现在复议环节)"""
_TREND = pattern(
    "(?:呈现?|有所|有|略有|略|稍有|明显|大幅度?|显著|持续|继续|进一步|总体上?|整体上?|逐年|逐步|同步|稳步|稳中有|保持|出现|小幅|较大|一定|较快)*"
    f"(?:{MOVES}|增多|变少|变多|走低|走高|下行|上行)(?:了|明显|显著|较多|较大|较快|幅度|趋势|态势|势头|之势|不少|的)*$"
)
"""被复议数量(明显回落)，由上年的17件降至12件"""
_MOVED = ("降至", "增至", "升至", "减至", "降到", "增到", "升到", "减到", "降为", "增为")
_GROWN = ("", "达", "达到", "为", "共", *_MOVED)
_GROWN_TO = pattern(
    r"(?:^|[，；：。])(?P<head>[^，；：。、（）\d]{2,30}?)(?:同比|(?:较|比)(?:□□□)?(?:上年|去年|上一年)度?(?:同期)?)?(?:(?:增长|增加|上升|下降|减少|提高|[多少增减升降](?=了))(?:了|约)?(?:[\d.]+%|\d+[件宗份起]|[一两]倍)|翻了?一?番)(?:（[^（）]{2,16}）)?，(?:达到?|为|共|[降增升减][至到为])?$"
    r"|(?:^|[，；：。])(?P<kept>[^，；：。、（）\d]{2,24}?(?:(?:申请|复议|诉讼|许可|处罚|强制)(?:案件|决定|事项)?|(?:申请|受理|收件)(?:数量|总量|总数|量|数)))(?:数量|总量|总数|量|数)?"
    r"(?:持续|继续|依然|仍然|仍|总体|整体|基本|明显|大幅|稳步|逐年|有所|略有|较快|较|连续[两三]年|呈|呈现|再)*"
    r"(?:创(?:历史)?新高|创(?:历史)?新低|(?:处于|保持|维持)?(?:在)?(?:高位|低位)(?:运行|徘徊)?|保持(?:稳定|平稳|增长)|平稳|稳定|居高不下|稳中有[升降增减]|趋于稳定"
    r"|(?:增长|上升|增加|下降|减少|回落|攀升)(?:趋势|态势|较快|明显|较多)?)，(?:全年|本年度?|□□□本年度?|年内|共|合计|累计|已)*(?:达到?|为|共|有)?$"
)
"""(行政许可同比增长6.2%，达到)2967件, (申请数量持续处于高位，全年达到)167件: the noun stands before the growth."""
_OF_YEAR = pattern("(?:全年|本年度?|□□□本年度?|年内|共|合计|累计|已)+(?:达到?|为|共|有)?")
_LAST_YEARS = pattern("的?\\d+[件宗份起](?:申请|案件)?$")
"""复议后起诉(的6件)则减为5件"""
_REACH = 60
"""How far before a number what has grown to it may stand."""


_OFFERED = pattern(
    "(?:首次|第一次|全年|年内|今年|当年|本年度?|□□□本年度?|期间|共|一共|总共|累计|先后|陆续|向[我本][局委办厅院镇乡街区县市]{1,2}(?:机关)?|(?:政府)?信息公开|公开)*"
    "(?:提出|提交|递交)(?:过|了|的)?(?:共|合计)?(?:(?:政府)?(?:信息)?公开)?(?:申请)?(?:共|计|有|为)*"
)
"""企业参与度提高，(全年共提交申请)8件: of those named in the clause before."""
_WHO = pattern(
    "(?:其中|另外?|此外|今年|□□□本年度?|年内)*(?P<kind>自然人|公民个人|个人|商业企业|企业|科研机构|科研院所|社会公益组织|公益组织"
    "|法律服务机构|律师事务所|律所)(?:作为|也|亦|仍|还|首次|再次|[的是]|参与|申请|一直|对|关注|较为|比较|持续|热情|积极|零的|实现|打破)"
)
_OTHERS_TOO = pattern(
    "自然人|公民|个人|群众|企业|机构|组织|律师|律所|法人|[我本各全][局市县区]|申请人(?!名单|范围|队伍|构成|结构|类型)"
)
_AT_THE_END = ("年末的", "年底的", "年末", "年底")
_THIS_YEAR = ("□□□本年", "今年", "本年")
_TOLD_LAST = pattern(
    "(?:^|[；，。])(?:□□□上年|去年|上年|上一年)度?(?:同期|全年)?(?:仅|只|共|一共|才)*(?P<noun>[^，；：。（）、\\d]{2,16}?)"
    "(?:仅|只|为|有|共|是|才|不足|不到|不过|刚过|达到?|约|近|超过|数量?|总量|总数|量)*\\d+[件宗份](?:申请)?，$"
)
"""(去年申请不足10件，)今年上升到21件"""
_CARRIED = ("carried_in", "carried_out")
_YEAR_NAMED = pattern("上年|上一年|去年|年初|期初|他年|下年|下一年|次年|明年|来年|翌年")
_NUMBER_BEHIND = pattern(f"(?:\\d+|[{NUMERALS}]+)[件宗份].*$")
_DIGITS_OF_YEAR = pattern("20\\d\\d年")
_NO_WORDS = pattern("^(?:其中|上述|以上|这|该|前述|而)*|的?(?:申请|办件|件)?的?(?:共|有|为)?$")
_ON_TO = pattern("(?:申请)?(?:将|需|拟|已|均|继续)*(?:结转|转|延|留|顺延)*(?:至|到|入|待)")
_SHORTEST = 2
_BODIES = pattern("法人(?:和|及|与|或|或者|以及)其他组织")

_ITEM_GIVEN = pattern(
    "(?:^|：|\\d[件宗份][^，；。\\d]*[，；、])\\d+[件宗份](?:申请)?(?![^，；。：（）\\d]*(?:要求|申请|希望|请求|涉|类|不|未|没))[^，；。：（）\\d]+?"
    "(?:后|再|并|才|予以|依法|给予|作|作出了?|进行|对外)+(?:部分|全部|完全|主动)?公开了?[，；、]$"
)
"""1件(遮盖身份证号码后部分公开，)3件不掌握: how those before it were given, nothing of the next ones."""


class NounsBefore:
    """Finds the nouns of the numbers of one text that stand before them."""

    def __init__(self, source: SourceText, roles: RoleFinder) -> None:
        self._source = source
        self._roles = roles
        self._carried: list[NumberReading] = []

    def enter_cases(self, sentence: SentenceState, number: PrintedNumber, reading: NumberReading) -> None:
        """复议后又诉至法院的4件，(维持2件): what follows is of the cases counted, whatever words they are named by."""
        if reading.kind == "count" and reading.key in _CARRIED:
            self._carried.append(reading)
        kind = CASES.get(reading.key, "") if reading.kind == "count" else ""
        said = self._source.topic_at(sentence, number.start)
        if kind and kind != said and not (kind == "lawsuit" and said in ("direct", "after")):
            insort(sentence.topics, (number.start, number.start, kind), key=lambda topic: topic[1])

    def named(self, sentence: SentenceState, number: PrintedNumber, own: str, topic: str) -> Role | None:
        """科研机构与社会公益组织…，前者3件、后者2件; 不予公开决定说理不足，全年11份此类决定: what was named before."""
        if "此" in own or "这" in own or "该" in own:
            that = self._that_reason(number, own)
            if that:
                return that
        is_offered = ("提" in own or "递" in own) and _OFFERED.fullmatch(own)
        if is_offered and (who := self._who(sentence, number, own)):
            return who
        if self._carried and (again := self._carried_again(number, own)):
            return again
        is_of_pair = own.startswith(_FORMER_AND_LATTER) and grammar.EMPTY.match(own[len("前者") :])
        is_that_kind = grammar.OF_THAT_KIND.match(self._source.text, number.end) and grammar.IN_THE_YEAR.fullmatch(own)
        if not (is_of_pair or is_that_kind):
            return None
        before = self._source.text[sentence.start : number.start - len(own)].partition("前者")[0]
        named = self._roles.roles_named(before, topic, applicants=True)
        if is_of_pair:
            place = _FORMER_AND_LATTER.index(own[: len("前者")])
            return named[place] if len(named) == len(_FORMER_AND_LATTER) else None
        return named[-1] if len({role.key for role in named}) == 1 else None

    def _who(self, sentence: SentenceState, number: PrintedNumber, own: str) -> Role | None:
        """科研机构首次出现在申请人名单里，年内向我局提出1件: the kind of applicants that the clause before is on."""
        clauses = grammar.BREAK.split(self._source.text[sentence.start : number.start - len(own)])
        before = clauses[-2] if len(clauses) > 1 and not clauses[-1] else ""
        who = _WHO.match(before)
        if who is None or _OTHERS_TOO.search(before, who.end("kind")):
            return None
        kind = self._source.vocabulary.concepts.shared(who["kind"], "request")
        return kind if kind and kind.is_applicant else None

    def _carried_again(self, number: PrintedNumber, own: str) -> Role | None:
        """上年跨年办理8件；…；跨年办理的(8件): the only carried ones told before by these words, with their year."""
        if not own.endswith(("的", "申请")) or _ON_TO.match(self._source.text, number.end):
            return None
        words = _NO_WORDS.sub("", own)
        if len(words) < _SHORTEST or _YEAR_NAMED.search(words):
            return None  # 上年结转1件，…，结转1件: those left over
        keys = {
            reading.key
            for reading in self._carried
            if reading.value == number.value
            and _NO_WORDS.sub("", _NUMBER_BEHIND.sub("", reading.quote)).endswith(words)
        }
        named = [r for r in self._carried if r.value == number.value and r.key in keys and _names_year(self._source, r)]
        return self._source.vocabulary.role(named[0].key) if len(keys) == 1 and named else None

    def tells_each(self, sentence: SentenceState, number: PrintedNumber, own: str) -> bool:
        """Whether the words before a number hand out several: 分别为5件、3件; 不掌握的，分别答复3件、8件."""
        if not _RESPECTIVELY.search(own):
            return False
        if grammar.RESPECTIVELY.search(own):
            return True
        several = _SEVERAL.match(self._source.text, number.start)
        names = _RESPECTIVELY.split(self.head_of_list(sentence, number))[-2] if several else ""
        named = self._roles.roles_named(names, "request", applicants=True)
        if several is None or any(role.is_applicant for role in named):
            return False  # 自然人、企业分别答复8件、3件: all that was answered, of each kind
        is_of_results = len(named) == len(numbers_in(several[0])) and all(role.is_result for role in named)
        return is_of_results or bool(_ANSWERED_EACH.search(own))

    def head_of_list(self, sentence: SentenceState, number: PrintedNumber) -> str:
        """Return the words that may name what the numbers of a list count."""
        return grammar.HEAD_BREAK.split(self._source.text[sentence.start : number.start])[-1]

    def each_named(self, number: PrintedNumber, own: str, head: str, topic: str) -> list[Role]:
        """个人、企业、律所、其他组织依次(为26件、11件、…): a list of names of which each is understood, else none."""
        names = _names(grammar.RESPECTIVELY.sub("", own))
        run = _IN_ORDER.match(self._source.text, number.start) if names[-1].endswith("等") else None
        if run and len(numbers_in(run[0])) == len(names):
            names[-1] = names[-1].removesuffix("等")  # 自然人、企业、律所等分别为312件、47件、18件
        if len(names) < len(_FORMER_AND_LATTER) and "，" in head:
            names = _names(grammar.BREAK.split(head)[-2])
        concepts = self._source.vocabulary.concepts
        meant = [concepts.shared(name, topic) for name in names]
        known = [role for role in meant if role]
        return known if len(known) == len(names) and len(known) > 1 else []

    def listed(self, number: PrintedNumber, head: str, topic: str) -> list[Role]:
        """Return the roles of a list that has one for each number: not those of 涉及档案、处罚，分别为71件、6件."""
        run = _IN_ORDER.match(self._source.text, number.start)
        roles = self._roles.listed(head, topic)
        nearest = self._roles.listed(grammar.BREAK.split(head)[-1], topic) if "，" in head else []
        if run and 1 < len(nearest) == len(numbers_in(run[0])):
            roles = nearest  # 11件复议和3件诉讼中，纠正的复议、诉讼分别为4件和1件
        is_short = bool(run) and len(roles) < len(numbers_in(run[0] if run else ""))
        is_on_matters = any(role.rule_id == "N-07" for role in roles) and bool(_MATTERS.search(head))
        return [] if is_short or is_on_matters else roles

    def _that_reason(self, number: PrintedNumber, own: str) -> Role | None:
        """Return the only row of results that is named in the sentence before, or before in this one."""
        meant = _THAT_REASON.match(own)
        if not meant or not _REFUSED.match(meant["rest"]):
            return None
        start = number.start - len(own)
        before = self._source.text[max(start - _FAR, 0) : start].rpartition("\n")[2].rstrip("。；，").split("。")[-1]
        named = {role.alternatives(""): role for role in self._roles.roles_named(before, "request") if role.word}
        return next(iter(named.values())) if len(named) == 1 else None

    def framed(self, sentence: SentenceState, number: PrintedNumber, key: str) -> Role | None:
        """年末在审：复议2件、诉讼1件: the outcome that a heading says of all cases behind it."""
        outcome = framed_outcome(self._source, sentence, number)
        if outcome:
            return self._source.vocabulary.role(outcome)
        if key == "cases_lawsuit" and (way := self._way_to_court(sentence, number)):
            return self._source.vocabulary.role(way)
        part = grammar.LIST_FRAME.split(self._source.text[sentence.start : number.start])[-1]
        head, colon, _ = part.rpartition("：")
        head = _HOW_MANY.sub("", head)
        return self._source.vocabulary.concepts.outcome(head, CASES[key]) if colon and head else None

    def _way_to_court(self, sentence: SentenceState, number: PrintedNumber) -> str:
        """不服复议结果向法院提起诉讼的4件: the words before the noun say how they came to court; "" where none do."""
        since = number.start - len(grammar.BREAK.split(self._source.text[sentence.start : number.start])[-1])
        said = [key for start, end, key in sentence.topics if since <= start and end <= number.start]
        return next((way for way in _WAYS_TO_COURT if said and CASES[way] == said[-1]), "")

    def changed(
        self, sentence: SentenceState, clause: str, own: str, number: PrintedNumber, topic: str
    ) -> tuple[bool, Role | None]:
        """Return whether a number is what something has changed to, and what that is, if known."""
        near = max(sentence.start, number.start - _REACH)
        may_be = own in _GROWN or _OF_YEAR.fullmatch(own)
        grown = _GROWN_TO.search(self._source.text, near, number.start) if may_be else None
        head = (grown["head"] or grown["kept"]) if grown else ""
        if grown and (own not in _MOVED or self._source.vocabulary.concepts.said(head)):
            return True, self._noun(sentence, head, number, topic)
        if not CHANGED_TO.search(own):
            return False, None
        parts = grammar.CHANGED_FROM.split(self._source.text[sentence.start : number.start - len(clause)])
        if own.endswith(_AT_THE_END) and sentence.last and sentence.last.key == "carried_in":
            return True, self._source.vocabulary.role("carried_out")  # 存量由年初的4件压减到年末的2件
        told = _TOLD_LAST.search(parts[-1]) if own.startswith(_THIS_YEAR) else None
        if told:
            made = self._source.vocabulary.concepts.composed(Phrase("", told["noun"], "", topic, number.unit))
            return True, self._noun(sentence, told["noun"], number, topic) or (made.role if made else None)
        head = parts[-2] if len(parts) > 1 else parts[0]  # 申请由180件增至210件，不予公开由35件(降至30件)
        *before, noun = grammar.BREAK.split(head)
        if not noun and before and (trend := _TREND.search(before[-1])):
            noun = before[-1][: trend.start()]  # 被复议数量明显回落，由上年的17件降至12件
        return True, self._noun(sentence, _LAST_YEARS.sub("", noun), number, topic)

    def said_last(self, sentence: SentenceState, number: PrintedNumber, own: str) -> str:
        """Return the words that said last what the numbers are about, where they are not the number's own."""
        before = [
            (start, end, key)
            for start, end, key in sentence.topics
            if end <= number.start and not (key == "other" and self._source.is_aside(sentence, end, number.start))
        ]
        if not before or before[-1][0] >= number.start - len(own):
            return ""
        start, end, key = before[-1]
        if turns_to_applications(self._source.text, end, number.start, key):
            return ""  # 制发规范性文件2件；收到自然人申请36件
        if _IN_FORCE.search(own):  # 公开规范性文件7件，现行有效31件: what is published is another number
            return self._source.text[start:end]
        before_noun = grammar.AFTER_MARK.split(self._source.text[sentence.start : start])[-1]
        if _ITEM_GIVEN.search(self._source.text[sentence.start : end + 1]):
            return ""
        return ("" if _WORKED_AT.fullmatch(before_noun) else before_noun) + self._source.text[start:end]

    def _noun(self, sentence: SentenceState, noun: str, number: PrintedNumber, topic: str) -> Role | None:
        """无法提供类答复由25件(增至31件): by all words of the noun, else by the last."""
        shared = self._source.vocabulary.concepts.shared(noun, topic)
        role = shared or self._roles.left_role(sentence, noun, number, topic)
        if role is None and (
            meant := self._source.vocabulary.concepts.composed(Phrase("", noun, "", topic, number.unit))
        ):
            return meant.role if meant.role.rule_id in _NAMED_ALONE else None  # 许可决定由上年的310件(增加到358件)
        return role


def _names(words: str) -> list[str]:
    """Return the names that a list holds: 法人和其他组织 is one."""
    return grammar.LISTED_EACH.split(_BODIES.sub("法人组织", words))


def _names_year(source: SourceText, reading: NumberReading) -> bool:
    """Whether the clause of a reading names the year that it is of."""
    clause = grammar.BREAK.split(source.printed[: reading.start])[-1]
    return bool(_YEAR_NAMED.search(clause) or _DIGITS_OF_YEAR.search(clause))


def topic_behind(own: str, right: str, topic: str) -> str:
    """Return which cases are meant by the noun behind a number: 被纠正的3件(复议案件), 2件(全部出现在复议环节)."""
    if way := _WAY_BEHIND.match(right):
        return "direct" if way["direct"] else "after"
    noun = grammar.NOUN_BEHIND.match(right) or _KIND_BEHIND.match(right)
    if noun is None and topic == "both" and _BY_COURT.search(own):
        return "lawsuit"  # 法院判决驳回诉讼请求3件
    if noun is None and topic == "both" and _BY_REVIEW.search(own):
        return "review"  # 各级复议机关受理涉信息公开案件78件
    return topic if noun is None else "review" if noun["review"] else "lawsuit"
