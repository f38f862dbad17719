"""Finds holes where a number stood: 网络提交件，, 被申请行政复议为，, 维持4件，其他结果，复议后起诉1件 (N-12, N-20)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from core.base.patterns import holds_one, last_of, pattern
from core.checks.findings import Finding
from core.checks.rules import CheckContext, finding
from core.form.debris import find_debris
from core.form.form_definition import Rule
from core.texts.language.text_names import text_name
from core.texts.rules.debris.cut_ends import cut_ends
from core.texts.rules.debris.extra_words import extra_words
from core.texts.rules.debris.lost_words import lost_words
from core.texts.rules.debris.run_together import run_together
from core.texts.rules.views import Span, places, quotes, sentence_around, typed_texts

CASE_TEXTS = ("s4", "note.t4")
_WORD, _NUMBER, _ORDER, _TYPO = "word", "hole", "order", "typo"
"""What is wrong, as the messages are called: 尚未2件 lacks a word, 结果为， a number, 纠正1件4件 has one too many;
and 末 that should be 未."""

_BREAKS, _STOPS = "，。；：、！？（）\n", "。！？\n"
_BREAK = pattern(f"[{_BREAKS}]")
_LONGEST = 60
"""Characters of a part that are looked at."""
_AMOUNTS, _MEASURES = "为共计达占均", "元次条件宗起份篇幅部期场个项分%％"
_CASE_UNITS = "件宗起份"
_UNITS = f"[{_CASE_UNITS}]"
_DIGITS = "0-9０-９〇零一二两三四五六七八九十百千"
_COUNT = f"[{_DIGITS}]+[余多]?"
_ENDS = pattern(
    "[，。；、\n](?<=[为共计达占均元次条件宗起份篇幅部期场个项分%％的持正果结开供理诉人业构织寄面政].)"
    f"(?<![{_DIGITS}]..)(?<!主动公开.)(?<!信息公开.)"
    "(?<!(?:[事专各]项|[人场频批层件多首再逐]次|[文邮条事附]件|[办管审受代整清]理|[请关责事]人|[逐按定延学]期|[行作认因成]为|[目的新重]的).)",
    re.DOTALL,
)
"""Where a part of a sentence ends that may lack its number; most places are passed over at once."""

# ---------------------------------------------------------------- what has a number in a list

_RESULT = "(?:(?:予以|部分|不予)公开|无法提供|不予处理|其他处理)"
_REASON = (
    "(?:(?:国家|商业)秘密|第三方(?:合法)?权益|内部事务(?:信息)?|过程性信息|执法案卷|行政查询(?:事项)?|现成信息|另行制作|仍然?不明确"
    "|不掌握(?:相关|有关)?(?:政府)?(?:信息)?|(?:信访|举报|投诉)(?:举报|投诉|类)*|[重反]复申请|公开出版物|不补正)"
)
_OUTCOME = "(?:(?:结果)?(?:维持|纠正)|其他结果|尚未审结)"
_TO_COURT = "(?:提起)?(?:诉讼|起诉)"
_WAY = (
    f"(?:(?:未经(?:行政)?复议)?直接{_TO_COURT}|(?:行政)?复议后{_TO_COURT}"
    "|(?:被申请|被提起|提起)?(?:行政)?(?:复议|诉讼))"
)
_APPLICANT = "(?:自然人|商业企业|科研机构|社会公益组织|法律服务机构)"
_ASKER = "(?:公民|个人|企业|法人(?:(?:或|和|及|、)?(?:其他)?组织)?|律师事务所|律所|其他(?:组织)?)"
_CHANNEL = (
    "(?:(?:通过|以)?(?:网络|网上|网站|线上|在线|互联网|当面|现场|窗口|信函|书面|邮寄|邮政|传真|电子邮件|邮件|平台|系统)"
    "(?:渠道|方式|平台|形式)?(?:提交|递交|提出|申请|寄送|投递|寄来|收到)|信函|邮寄|邮件|传真|窗口|现场|当面)"
)
_NEW_OR_OLD = (
    "(?:(?:本年度?|今年|年内)?新收|(?:已|共|年内)?(?:办结|办理|答复|受理|收到)|上一?年度?结转"
    "|(?:结转|顺延|转入|跨)[至到入]?(?:下一?年度?|20[0-9]{2}年度?|年)(?:继续)?(?:办理)?|结转)"
)
_PAPER = "(?:新?制发|制定|出台|废止|修订|修改|宣布失效|(?:现行)?有效)"
_DECISION = "(?:行政(?:许可|处罚|强制)|(?:维持|纠正|撤销|驳回)决定|(?:人大(?:代表)?)?建议|(?:政协)?提案)"
_NOUN = (
    f"(?:{_RESULT}|{_REASON}|{_OUTCOME}|{_WAY}|[一二再]审|{_APPLICANT}|{_ASKER}|{_CHANNEL}|{_NEW_OR_OLD}"
    f"|{_PAPER}|{_DECISION})"
)
_HEAD = (
    "(?:(?:20[0-9]{2}|今|本|上)年度?|全年|年内|其中|分别是|包括|有|我[局委办镇乡市县区院厅]|本机关|本单位|因|政府信息公开(?:工作)?"
    "|已|共|依法|作出|办结|办理|实施|核发|大量|属于?|涉及|来自|收到|受理|通过)*"
)
_LINK = (
    "(?:类|的|(?:政府)?信息公开|申请|案件|决定|(?:行政)?规范性文件|答复|申请人|提出|提交|行为|网站|平台"
    "|共计?|合计|为|是|有|了)*"
)
_PART_WITHOUT = pattern(f"{_HEAD}{_NOUN}{_LINK}{_UNITS}$")
_PART_BEFORE = pattern(f"{_NOUN}{_LINK}{_COUNT}{_UNITS}$")
_PART_BEHIND = pattern(f"{_HEAD}{_NOUN}{_LINK}{_COUNT}{_UNITS}?")
"""Parts of a list with their numbers, before and behind the one that lacks it: 信函提交5件，(网络提交件)，邮寄1件."""


def _family(noun: str, more: str = "") -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a noun alone, and of those before and behind it with their numbers."""
    number = f"(?:的|为|是|有|类|申请|信息|事项)*{_COUNT}{_UNITS}?"
    one = f"(?:其中|属于?|通过|为)?{noun}(?:类|的|信息|事项|申请)*"
    return pattern(f"{one}$"), pattern(f"{noun}{number}$"), pattern(f"(?:{one}|{more or noun}){number}[，。；、）\n]")


_FAMILIES = (
    _family(_RESULT),
    _family(_REASON),
    _family(_OUTCOME, f"(?:{_OUTCOME}|{_WAY})"),
    _family(_APPLICANT, f"(?:{_APPLICANT}|{_ASKER})"),
    _family(_CHANNEL),
    _family(_DECISION),
)
"""Nouns that stand bare between numbered ones: 维持4件，(其他结果)，复议后起诉1件."""
_LAST_OUTCOME = pattern("(?:其中)?(?:结果(?:维持|纠正)|其他结果)$")
_LAST_WAY = pattern(f"复议后{_TO_COURT}$")
_DIRECT_BEFORE = pattern(f"直接{_TO_COURT}{_COUNT}{_UNITS}$")
_DENIED_BEHIND = pattern(f"[也亦则均都]?(?:[无未没为{_DIGITS}]|不存在)")
"""维持2件，(结果纠正)。 and 直接起诉1件，(复议后起诉)，均已审结: the last one of a list; not 复议后起诉，无."""

# ---------------------------------------------------------------- what has a number wherever it stands

_COUNTED = (
    "(?:复议|诉讼|起诉|应诉|案件|维持|纠正|其他结果|审结|申请|公开|提供|处理|结果|信息|总数|总量|数量|[件次]数|金额|总额|费|许可|处罚|强制"
    "|决定|规范性文件|满意[度率]|各[栏项]|得分|成绩|访问量|收到|受理|新收|办结|办理|结转|答复|发布|推送|收取|自然人|企业)(?:案件?|申请|件|量|总?数|公开|决定|信息)*"
)
_NO_AMOUNT = pattern(f"{_COUNTED}(?:[合总累共]计)?的?(?:均|都|分别)?(?:[为占达共均]|共为|[合总累共]计|占比为)$")
_OF_ALL = pattern("[、和及与].*[合总累]计$")
"""新收和结转合计: all of them."""
_OF_TABLE = pattern(
    "表[中内里上格][^，。；]*[合总累共]计$|^(?:也|亦)?(?:即为?|就是|正是|恰是|正好是|等于|对应|构成|[填计列记]入)[^，。；]*[合总累共]计$"
)
"""两者相加24件，(即表中行政复议总计): what the table calls so."""
_SAID_BEHIND = pattern("[“‘《0-9０-９]|[共为有][0-9０-９]")
_OF_LIST, _LISTED = pattern("(?:结果|分别|处理|公开)(?:均|都|分别)?为$"), pattern(f"{_HEAD}{_NOUN}{_LINK}{_COUNT}")
"""结果为，(维持1件): a comma in place of a colon."""
_NO_COUNT = pattern(
    "(?:处理费|收费|收取|收缴|征收|金额|总额|共计|合计|减免|应收|实收|计收|实缴|退还|费用|罚款|罚没)(?:人民币)?万?元$"
    "|[\u4e00-\u9fff](?<![位以用按]为)(?<![位以用按余多])[%％]$"
    "|发出了?[收缴]费通知书?[件份]$|(?:许可|处罚|强制)决定件$|[文案信邮事稿]件件$|案件[宗起]$|行政[件宗起]$|书份$|资料份$|收到[^，。]{0,14}复议申请件$|通知书件$"
    "|(?:推送|发布|编发|转发|政府信息|公开信息|(?:回复|答复|办理|办结|回应).{0,8}留言)条$"
    "|(?:培训|会议|[议进会]会|检查|督查|督导|调度|演练|量|量为|量达)次$|培训班期$|(?:成绩|得分|分)[为达]分$"
    "|(?:减少|增加|下降|上升|增长)了?[件宗起]$|(?:[合总]计|[降增减升]至|前者|后者|[少多]了)[件宗起]$"
    "|[\u4e00-\u9fff](?<![各每逐整几数多余来哪这那某单两一二三四五六七八九十百千万亿])个$"
)
_NAMES_UNIT = pattern("单位|口径|[未无没以按每各]")
_EXPLAINED = pattern("(?:解读(?:材料|稿|文章|文件|信息)?|图解|视频|图表|信息|稿件|简报|公报)[篇幅条期部件份个]$")
_ANY_COUNT = pattern(f"{_COUNT}[篇幅条期部件份个]$")
_YEARLY = pattern(
    "(?:全年|共|今年|本年|20[0-9]{2}年|累计).{0,12}(?:收到|受理|新收|办结|办理|答复|登记)(?:的|了|政府|信息公开|依申请公开)*申请件$"
)
_SHARE_OR_CHANGE = pattern("约?占[^，。；]{0,12}[0-9]|(?:同比|环比|[比较](?:上|去|前|20))[^，。；、]{0,12}[0-9]")
"""收到申请件，(同比减少2件); 企业件，(占20%)."""
_ONE_OF_UNIT = pattern(f"[^0-9，。；]{{1,10}}(?<!件){_COUNT}([{_CASE_UNITS}条篇期场次])$")
_SAME_THING = pattern(f"([\u4e00-\u9fff]{{2}}){_COUNT}([{_CASE_UNITS}条篇项次个期场])")
_VERBAL = frozenset(["申请", "答复", "信访", "投诉", "交办", "督办", "批办", "转办", "举报", "咨询"])
"""申请件 is a word of its own: 登记申请件，受理申请3件."""
_NOT_COUNTED = pattern("对|就|把|将|针对|凡|按|每|各|以|所有|全部|均|都|经|无(?!法)|未(?!经)|没有|不(?!予|掌)")
_OF_A_WORD = pattern(
    "(?:(?<!提)案件|[文条信邮事证稿附来办收要软硬零部原印退急快旧老陈积]件|[头每逐各信]条|[多依场批频人层其各每逐首再屡历档名班]次"
    "|[股月年省身备各每]份|[学定延逾按长短近前后同如限分周到超早中末假工任时日初预有展宽无各每]期|[现市会广立农操各每当入出]场"
    "|[事各专单多款逐选立奖强义]项|[各每逐诗名]篇|[提引发掀一缘]起|[打得满高评]分|[^\u4e00-\u9fff].|[余多来几数万亿].|[件家户辆批个等台车]次)$"
)
"""文件, 人次, 逾期: what only looks like a unit."""

# ---------------------------------------------------------------- what was cut out within a part

_LOST_WORD = pattern("(?:复议|诉讼)(?:案件)?(?:[和及与或]|以及|或者)被?(?:提起|申请)?行政$")
_CUT_WITHIN = pattern(
    f"[未持正](?=(?:其他结果|尚未审结|结果维持|结果纠正)?{_COUNT}{_UNITS}[，。；、\n])"
    "(?:(?<=未)(?=[^其尚结])|(?<=维持|纠正)(?=[其尚结]))"
)
"""尚未2件, where 审结 was cut out; 维持其他结果1件, where 1件、 was."""
_MISTYPED = pattern(
    "末(?<![年月周期季旬度岁纪本始粉毫句文段卷篇书页行表章条尾首版栏微终].)"
    "(?=曾|能(?!耗)|因|被|经|按|予|及时|发[生现出]|收[到取缴]|接到|出现|产生|引[发起]|存在|涉及|新收|办[结理]|审结|结[案转]|答复|公开|提[起供]"
    "|申请|制[发定]|出台|开展|建立|设立|纳入|达到|完成|落实|明确|作出|受理|形成|更新)"
)
"""县水利局(末)发生: 未 was meant."""


class _Part(NamedTuple):
    """A part of a sentence between two marks.

    Attributes:
        text: The text that it is a part of, with a line feed at the end.
        start: Its first character.
        end: The mark behind it.
    """

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def is_listed(self) -> bool:
        """Whether a mark of enumeration stands before it: 网络19件、(当面)."""
        return self.text[self.start - 1 : self.start] == "、"

    @property
    def is_between_equal_marks(self) -> bool:
        """Whether it is no head with another one: 维持2件，(纠正)、其他结果各1件."""
        return self.is_listed == (self.text[self.end] == "、")

    def before(self) -> str:
        """Return the part before, "" at the beginning of a sentence."""
        if not self.start or self.text[self.start - 1] in _STOPS:
            return ""
        return _part_before(self.text, self.start - 1).words

    def behind(self) -> str:
        """Return the part behind with the mark that ends it, "" at the end of a sentence."""
        if self.text[self.end] in _STOPS:
            return ""
        mark = _BREAK.search(self.text, self.end + 1)
        return self.text[self.end + 1 : mark.end() if mark else None]


def holes_in_texts(context: CheckContext, rule: Rule, *, of_cases: bool) -> Iterator[Finding]:
    """Yield findings on what lacks or is too much in sentences on reviews and lawsuits (N-20), or in others (N-12)."""
    for code, text in typed_texts(context).items():
        spans = [span for span in missing_numbers(text) if _is_of_cases(code, text, span) == of_cases]
        for variant in dict.fromkeys(span.what for span in spans):
            found = [span for span in spans if span.what == variant]
            values = {"text": text_name(context.form, code), "quotes": quotes(context.texts[code], found)}
            yield finding(rule, variant, places=places(context, code, found), **values)


def has_hole(text: str, start: int, end: int) -> bool:
    """Return whether something is missing in a stretch of a text."""
    return any(start <= hole.start < end for hole in missing_numbers(text))


def _is_of_cases(code: str, text: str, span: Span) -> bool:
    if code in CASE_TEXTS:
        return True
    return holds_one(sentence_around(text, span.start, span.end), ("复议", "诉讼"))


@lru_cache(maxsize=256)
def missing_numbers(text: str) -> tuple[Span, ...]:
    """Return the parts of sentences that lack a number or a word or have one too many, in reading order, with what.

    Where debris is told, such as 行政复议件， without a number, there is no second word.
    """
    found: list[Span] = []
    text += "\n"
    for mark in _ENDS.finditer(text):
        part = _part_before(text, mark.start())
        if _is_hole(part):
            found.append(Span(part.start, part.end, _NUMBER))
        elif _LOST_WORD.search(part.words):
            found.append(Span(part.start, part.end, _WORD))
    ends, extra = [*cut_ends(text), *lost_words(text)], extra_words(text)
    if ends or extra:
        known = {span.end for span in found}
        found += [span for span in _spans_at(text, ends, extra) if span.end not in known]
    for cut in _CUT_WITHIN.finditer(text):
        part = _part_around(text, cut.end())
        found.append(Span(part.start, part.end, _WORD if cut[0] == "未" else _NUMBER))
    found += [Span(*together, _ORDER) for together in run_together(text)]
    found += [Span(*_stretch(text, typo.start()), _TYPO) for typo in _MISTYPED.finditer(text)]
    if not found:
        return ()
    told = find_debris(text)
    holes = [span for span in found if not any(one.start <= span.end and span.start <= one.end for one in told)]
    return tuple(sorted(holes, key=lambda span: span.start))


def _stretch(text: str, place: int) -> tuple[int, int]:
    part = _part_around(text, place)
    return part.start, part.end


def _spans_at(text: str, ends: list[int], extra: list[int]) -> Iterable[Span]:
    """Return the parts whose ends were cut off, and those with words too many, each once."""
    slips = (*((end, _WORD) for end in ends), *((place, _ORDER) for place in extra))
    parts = [(_part_around(text, place), what) for place, what in slips]
    return {part.end: Span(part.start, part.end, what) for part, what in parts}.values()


def _part_before(text: str, end: int) -> _Part:
    nearest = max(end - _LONGEST, 0)
    return _Part(text, max(last_of(_BREAKS, text, nearest, end) + 1, nearest), end)


def _part_around(text: str, place: int) -> _Part:
    return _part_before(text, next(_BREAK.finditer(text, place)).start())


def _is_hole(part: _Part) -> bool:
    last = part.text[part.end - 1]
    if last in _AMOUNTS:
        return _lacks_amount(part)
    return _lacks_count(part) if last in _MEASURES else _is_bare_among_numbered(part)


def _lacks_amount(part: _Part) -> bool:
    """Whether 为, 共计, 占 are followed by nothing; a comma may stand in place of a colon, and 合计 for all of them."""
    is_of_all = part.words[-1] == "计" and (
        part.text[part.start - 1 : part.start] == "、" or _OF_ALL.search(part.words) or _OF_TABLE.search(part.words)
    )
    if not _NO_AMOUNT.search(part.words) or is_of_all:
        return False
    return not _SAID_BEHIND.match(part.behind()) and not (_OF_LIST.search(part.words) and _LISTED.match(part.behind()))


def _lacks_count(part: _Part) -> bool:
    """Whether nothing stands before a unit: 收取元, and in a list of numbers 网络提交件."""
    words = part.words
    if _NO_COUNT.search(words) and not _NAMES_UNIT.search(words):
        return True
    if _EXPLAINED.search(words) and not _NOT_COUNTED.match(words):
        return bool(_ANY_COUNT.search(part.before()) or _ANY_COUNT.search(part.behind()[:-1]))
    if _OF_A_WORD.search(words) or _NOT_COUNTED.match(words):
        return False
    if _YEARLY.search(words) or _SHARE_OR_CHANGE.match(part.behind()) or _is_like_neighbours(part):
        return True
    is_part = words[-1] in _CASE_UNITS and _PART_WITHOUT.match(words)
    return bool(is_part and (_PART_BEFORE.search(part.before()) or _PART_BEHIND.match(part.behind())))


def _is_like_neighbours(part: _Part) -> bool:
    """Whether a part beside this one counts the same things, or all around it have its unit: 线上14场、(线下场)."""
    words, before, behind = part.words, part.before(), part.behind()[:-1]
    unit, thing = words[-1:], words[-3:-1]
    for one in (before, behind):
        same = _SAME_THING.search(one)
        if same and same[1] == thing and same[2] == unit and thing not in _VERBAL:
            return True
    numbered = [one for one in (before, behind) if (last := _ONE_OF_UNIT.match(one)) and last[1] == unit]
    return len(numbered) == 2 or bool(numbered and unit != "件" and part.is_listed)


def _is_bare_among_numbered(part: _Part) -> bool:
    """Whether a result or a kind of applicants has no number, while those before and behind it have."""
    for bare, before, behind in _FAMILIES:
        if bare.match(part.words):
            is_between = part.is_between_equal_marks and behind.match(part.behind())
            is_last = not part.behind() and (part.is_listed or _LAST_OUTCOME.match(part.words))
            if (is_between or is_last) and before.search(part.before()):
                return True
    is_last = _LAST_WAY.match(part.words) and _DIRECT_BEFORE.search(part.before())
    return bool(is_last and not _DENIED_BEHIND.match(part.behind()))
