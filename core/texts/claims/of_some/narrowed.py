"""Asks whose number it is, and which part, by the subject and the modifiers of its clause.

Another office or one person as the subject narrows a number, and those of the clauses that go on with it: 6个分局共收到
371件，办结365件. So do words that its rule does not know, where the whole is told beside (结转22件：等待补正4件), and a
part told right before: 分局办结的384件里予以公开102件. A narrowed number that is less than the table's is left alone;
one that is more, or whose part is itself the table's, is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from core.base.patterns import last_of, pattern
from core.base.short_names import stands_in_order
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import NONE_LEFT
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.share_checks import added

_FEES = "N-17"
_RULES = frozenset(["N-01", "N-03", "N-04", "N-05"])
_NUMBERS = pattern("\\d+(?:\\.\\d+)?(?:[件宗份]|[%％])")
_COUNT = pattern("(\\d+)[件宗份]")
_UNITS = ("件", "宗", "份")
_BASE = ("占", "约占")
_MARKS, _PARTS, _SENTENCE = "，；：。（）\n", "。！？；\n", "。！？\n"
_KINDS = (
    "分局|支局|街道(?:办事处|办)?|乡镇|镇街|街镇|镇乡|苏木|县区|区县|[支大中总]队|(?:派出|司法|税务|监管|基层|财政)所"
    "|[科处股]室|[直下所]属(?:单位|机构|事业单位)|[二三]级(?:单位|机构)|事业单位|派出机构|部门|园区|开发区|管委会|社区|窗口"
)
_OFFICE = pattern(
    f"^(?:其中|另|还|有|在)*(?:(?!机关[和及与、])[^，；。：由向经对把会我本])*?(?P<kind>{_KINDS})(?!的?(?:联系|转|移送|移交|流转))"
)
"""(6个分局)共收到371件"""
_MAIN_OFFICE = pattern(
    "^(?:其中|另|还|有|在)*[我本省市县区州]?(?P<kind>[局委厅](?:机关(?:本级|本部)?|本级|本部))(?![和及与、])"
)
"""(局机关)收到97件: all of the unit, unless other offices of it are told beside."""
_ZONES, _OF_ZONE = ("园区", "开发区"), ("区管理委员会", "区管委会")
"""园区 in the report of its 管理委员会 is all of it."""
_OTHERS = pattern(f"(?:(?:{_KINDS})[^，；。：（）\\d]*|[所站科处队])\\d+[件宗份]")
_ASKER = pattern(
    "^(?:其中|另有?|有|对|就|针对|全年|年内|本年度?)*(?:同?[一二两三]|某|这|该|\\d+)(?:[名位户家]|个(?=申请人|人|企业|公司))"
    "|^(?:其中|另有?|有|对|就|针对)*(?:同一|某|该)[^，；。：\\d]{0,6}?(?:申请人|人|居民|村民|企业|公司|组织|业主|所|局)"
)
"""(一名居民)全年提交申请58件，已答复55件"""
_WHOLE = pattern(
    "全(?:[局委厅院市县区省州镇乡盟旗关]|分局|系统|街道)|[我本](?:[局委办厅院市县区省州镇乡盟旗关]|街道|机关|单位|级|分局)|总[计体]"
    "|机关[和及与、](?:各|[直下所]属)|各(?:部门|单位)"
)
_VOLUME = pattern("(?:收|受理|承办|经办|申请|办件)[^，；。]{0,2}(?:量|数)")
"""开发区分局(受理量)居首，全年61件"""
_DIVIDED = pattern(
    "(?:^|[。；])(?:其中，?)?[按从就分][^，；。：、\\d]{0,10}(?:层级|级别|单位|部门|地区|区域)[^，；。：\\d]{0,4}[，：]"
)
"""(按层级分，)部门新收60件，县区70件: parts of all, which must make it up."""
_CAUSE = pattern("^(?:其中|另有?)*(?:因|由于)[^，；。]{3,}(?:导致|造成|致使)[^，；。]*的$")
"""(因机构职能划转导致不掌握的)38件"""
_OLD_ONES_DONE = pattern("(?:结转|遗留)[^，；。]*(?:办结|答复)的?$")
"""连同(上年结转办结的)11件"""
_ANSWERS_OF_A_KIND = pattern("(?<!信息)(?<!申请)(?<!主动)公开的?答复的?$")
"""企业(公开答复)32件"""
_LEFT_ALONE = pattern(f"未识别|{OF_SOME}|一段时间|渠道")
_KIND = pattern("自然人|商业企业|企业的申请|法人|其他组织|律师|律所")
"""(来自商业企业的)申请增多：新收22件: the table has a column of these."""
_FEWEST_OF_STORY = 3
_ALL_YEAR = pattern("全年|年末|年底|年内|本年|今年|共(?:新收|收到|受理)|累计")
_SUBJECT = pattern(
    "(?!新?收到?|受理|办结|答复|予以|公开|申请|上年|结转|收悉|接)[^\\d，；：。]{2,}|\\d+[^\\d件宗份，；：。]{2,}|[^\\d，；：。]*，"
)
_NEUTRAL = pattern(
    "(?:其中|对|就|已|全年|本年度?|年内|当年|今年|新|共|收到|受理|接收|登记|收|提出|提交|递交|申请人?|政府信息公开|信息公开|依法|按期|按时|及时|办结|办理|答复|的|[我本全][局市县区镇乡])*"
)
_RESULT_BEHIND = pattern("(?:申请)?(?:已|均|都|全部|依法|按期)*(?:予以)?(?:公开|答复|办结)")
"""重新提出的3件(已予以公开)"""
_BARE = pattern(
    "(?:[^，；。：\\d]{0,16}，)?(?:已|均|共|全部|按期|当年|年内|其中)*(?:办结|答复|办理|公开|予以公开|结转)了?(?:申请)?"
)
"""驾校的3件(结转)2件"""
_TIME = pattern("^(?:其中|在)*(?:[上下]半年|[前后][两三]个?季度|第?[一二三四]季度|\\d{1,2}月份?)")
"""(下半年)新收552件"""
_HEAD_OF_SORT = pattern(
    "(?!.*(?:申请|公开|受理|办理|答复|处理|收|数量|总[量体]|整体|结[果转]|自然人|公民|个人|企业|法人|组织|机构|渠道|方式|工作|情况|数据|统计|[本我全]))"
    "(?:[\\d一二三四五六七八九十①-⑳]+[、.．]?)?[^，；。：、（）\\d]{2,10}(?:类|方面|领域|板块)"
)
"""(土地类)：收到22件，公开12件: what is asked for there, which no table knows."""
_FRAME = pattern("^(?:对|在|从|就)?其中|(?:当?中|里|内)[^，；。：（）\\d]*$")
_JOINED = pattern("(?:[、，和及与]|以及|另有|另|其中)*[^，；。：（）]{0,16}")
_REST = pattern("(?:其余|余下?|剩余|剩下?|另)的?")


def narrowed_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge what is narrowed by the words before it, or by the part that it is of."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.kind not in ("count", "none"):
            continue
        if claim.rule_id not in _RULES:
            if claim.rule_id == _FEES and _is_fee_of_office(context, claim):
                found[i] = claim.left_alone(OF_SOME), scope
            continue
        if (claim.number or 0) >= max(claim.sums, default=0):
            continue
        printed = _COUNT.match(context.report.texts[claim.place.text], claim.place.start)
        if printed and int(printed[1]) != claim.number:
            continue  # 自然人203件，比企业多出185件: the 18 that this makes are those of the enterprises
        told = [c for c, _ in found if c.place.text == claim.place.text and not c.is_share]
        if _is_of_levels(context.report.texts[claim.place.text], told, claim):
            continue
        before = [c for c in told if c.place.start < claim.place.start]
        is_of_some = _is_of_subject(context, before, claim)
        if claim.number and not is_of_some:
            is_of_some = _has_modifiers(context, told, claim) or _completes_list(told, claim)
            is_of_some = is_of_some or any(test(context, before, claim) for test in _OF_TOLD)
        if is_of_some:
            found[i] = claim.left_alone(OF_SOME), scope
    return _stories_left_out(context, found)


def _stories_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge the numbers of a sentence that has its own whole: 两个县局收到51件，答复49件，公开23件、部分公开6件.

    One slip makes one number wrong. Where all are less than the table's, and none is more than the first of them, they
    are of what that is of, unless it is said to be all.
    """
    runs: dict[tuple[str, int], list[int]] = {}
    for i, (claim, _) in enumerate(found):
        if claim.kind == "count" and claim.agrees is not None and claim.number:
            text = context.report.texts[claim.place.text]
            runs.setdefault((claim.place.text, last_of(_SENTENCE, text, 0, claim.place.start) + 1), []).append(i)
    for (code, start), places in runs.items():
        told = [found[i][0] for i in places]
        if len(told) >= _FEWEST_OF_STORY and _is_own_story(context.report.texts[code][start:], start, told):
            for i in places:
                found[i] = found[i][0].left_alone(OF_SOME), found[i][1]
    return found


def _is_own_story(text: str, start: int, told: Sequence[Claim]) -> bool:
    """Whether the first number of a sentence is the whole of the others, and surely not the table's."""
    first = told[0]
    whole = first.number or 0
    is_less = all(c.agrees is False and c.rule_id in _RULES and (c.number or 0) < max(c.sums, default=0) for c in told)
    if not is_less or any((c.number or 0) > whole for c in told) or whole * 2 >= max(first.sums):
        return False  # as in most sentences
    head = text[: first.place.start - start]
    is_of_all = any(words.search(head) for words in (_WHOLE, _ALL_YEAR, _DIVIDED, _KIND))
    return not is_of_all and bool(_SUBJECT.match(head))


def _own(text: str, claim: Claim) -> str:
    """Return the clause before a number."""
    return text[last_of(_MARKS, text, 0, claim.place.start) + 1 : claim.place.start]


def _has_modifiers(context: CheckContext, told: Sequence[Claim], claim: Claim) -> bool:
    """Whether the clause before a number holds words that narrow it: 等待补正4件, of 22 carried over."""
    own = _own(context.report.texts[claim.place.text], claim)
    if claim.key == "carried_in" and _OLD_ONES_DONE.search(own):
        return True
    if claim.key == "handled" and _ANSWERS_OF_A_KIND.search(own):
        return True
    if claim.rule_id == "N-03" and "补正" in own:
        return True
    text = context.report.texts[claim.place.text]
    if (
        own.endswith("的")
        and "公开" not in own
        and _RESULT_BEHIND.match(text, claim.place.end)
        and not _NUMBERS.search(own)
        and not _REST.fullmatch(own)
    ):
        return not _NEUTRAL.fullmatch(own)
    is_whole_told = any(c.agrees and c.cells[:1] == claim.cells[:1] and c.number in claim.sums for c in told)
    if not is_whole_told and not _CAUSE.search(own):
        return False
    familiar = load_vocabulary(context.report.form_id).familiar
    return bool(familiar.unknown(claim.rule_id, (_NUMBERS.sub(" ", own),), context.report.unit))


def _is_of_subject(context: CheckContext, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether the subject of a number, or of the clauses that it goes on, is less than the unit: 分局96件，办结90件.

    Behind a ； it goes on only where no whole was told in the sentence, to which it might come back.
    """
    text, unit = context.report.texts[claim.place.text], context.report.unit
    sentence = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    is_whole_told = any(c.agrees and c.cells in ALL_WAYS and c.place.start >= sentence for c in before)
    start = last_of(_PARTS, text, 0, claim.place.start) + 1 if is_whole_told else sentence
    if _DIVIDED.search(text, sentence, claim.place.start):
        return False
    has_others = bool(_OTHERS.search(text, sentence))
    end, most, is_anew = claim.place.start, 0, False
    while end > start:
        begin = max(last_of(_MARKS, text, start, end) + 1, start)
        clause = text[begin:end]
        if clause.startswith(_BASE) and end < claim.place.start:
            end = begin - 1
            continue  # 8个街道收到118件，占全区505件的23.4%，办结112件
        if text.startswith("：", end) and _HEAD_OF_SORT.fullmatch(clause):
            return not most or most >= (claim.number or 0)
        subject, *numbers = _COUNT.split(clause)
        most = max([most, *map(int, numbers[::2])])
        if numbers or end == claim.place.start or _VOLUME.search(clause):
            if _WHOLE.search(subject) or (is_anew and numbers):
                return False
            if _is_less_than_unit(subject, unit, has_others=has_others) or (
                claim.key != NONE_LEFT and _TIME.match(subject)
            ):
                return not most or most >= (claim.number or 0)
            is_anew = bool(_ALL_YEAR.search(subject))
        elif is_anew:
            return False
        end = begin - 1
    return False


def _is_fee_of_office(context: CheckContext, claim: Claim) -> bool:
    """Whether an amount is of a sentence that begins with another office: 4个分局发出2件，360元."""
    if (claim.number or 0) >= max(claim.sums, default=0):
        return False
    text = context.report.texts[claim.place.text]
    start = last_of(_PARTS, text, 0, claim.place.start) + 1
    subject = _COUNT.split(text[start : claim.place.start].split("，")[0])[0]
    if _WHOLE.search(text, start, claim.place.start):
        return False  # 下属单位未收费，本局总金额400元
    return bool(_OFFICE.match(subject)) and _is_less_than_unit(subject, context.report.unit, has_others=False)


def _is_of_levels(text: str, told: Sequence[Claim], claim: Claim) -> bool:
    """Whether a sentence splits one number among the office itself and those below it: 市局机关19件，分局14件."""
    start = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    end = min((at for mark in _SENTENCE if (at := text.find(mark, start)) >= 0), default=len(text))
    first, *others = [c for c in told if start <= c.place.start < end]
    is_alike = bool(others) and all(c.key in (first.key, "unknown") for c in others)
    return (
        is_alike and bool(_MAIN_OFFICE.match(_own(text, first))) and all(_OFFICE.match(_own(text, c)) for c in others)
    )


def _is_less_than_unit(subject: str, unit: str, *, has_others: bool) -> bool:
    """Whether a subject is another office than the unit, or somebody who asked."""
    office = _OFFICE.match(subject) or (_MAIN_OFFICE.match(subject) if has_others else None)
    if office is None:
        return bool(_ASKER.match(subject))
    is_zone = office["kind"] in _ZONES and unit.endswith(_OF_ZONE)
    return not (is_zone or (unit and stands_in_order(office["kind"], unit)))


def _is_of_part(context: CheckContext, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number is of a part told right before it that was left alone: 提出申请34件，对其中29件已答复."""
    text, here = context.report.texts[claim.place.text], [*before]
    run, first = claim.number or 0, claim
    while here and claim.rule_id == "N-05" and _is_joined(text, here[-1], first):
        first = here.pop()
        run += first.number or 0
    between = text[here[-1].place.end : first.place.start] if here else ""
    own = between[last_of(_MARKS, between, 0, len(between)) + 1 :]
    if not here or any(mark in between for mark in _PARTS) or not _FRAME.search(own):
        return False
    whole: Number = 0
    next_one = first
    for told in reversed(here):
        is_like = told.agrees is None and told.key == here[-1].key and told.number is not None
        if not is_like or (whole and not _JOINED.fullmatch(text, told.place.end, next_one.place.start)):
            break
        if not text.endswith(_UNITS, 0, told.place.end):
            return False
        whole, next_one = whole + (told.number or 0), told
    return run <= whole and not _is_in_table(context, claim, whole)


def _is_joined(text: str, before: Claim, claim: Claim) -> bool:
    """Whether a result stands right behind one that was left alone itself, and goes on with its list."""
    is_part = before.rule_id == "N-05" and before.agrees is None and OF_SOME in before.meaning
    return is_part and bool(_JOINED.fullmatch(text, before.place.end, claim.place.start))


def _is_rest_of_part(context: CheckContext, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number is what is left of a part: 同一企业的7件申请，已答复其中5件；余2件年末尚在期限内."""
    text = context.report.texts[claim.place.text]
    start = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    here = [c for c in before if c.place.start >= start and text.endswith(_UNITS, 0, c.place.end)]
    if not here or not _REST.fullmatch(_own(text, claim)) or any(c.agrees is not None for c in here):
        return False
    whole = here[0].number or 0
    return whole >= (claim.number or 0) and not _is_in_table(context, claim, whole)


def _goes_on_with_part(context: CheckContext, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number goes on with what was left alone, where no whole is told: 民营企业91件，办结84件.

    Words of the whole year or of all offices between them begin anew.
    """
    text = context.report.texts[claim.place.text]
    start = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    here = [c for c in before if c.place.start >= start and text.endswith(_UNITS, 0, c.place.end)]
    if (
        not here
        or any(c.agrees and c.cells in ALL_WAYS for c in here)
        or _KIND.search(text, start, here[0].place.start)
    ):
        return False
    last = here[-1]
    is_bare = bool(_BARE.fullmatch(text, last.place.end, claim.place.start)) and bool(_own(text, last))
    chain = list(takewhile(lambda c: c.agrees is None and _LEFT_ALONE.search(c.meaning), reversed(here)))
    if not chain or (len(chain) < _FEWEST_OF_STORY - 1 and not is_bare):
        return False
    head = max(chain, key=lambda c: c.number or 0)
    words = text[head.place.end : claim.place.start]
    most = max(added(way, context.numbers) or 0 for way in ALL_WAYS)
    is_within = (claim.number or 0) <= (head.number or 0) < most
    is_anew = "合计" in _own(text, head) or _WHOLE.search(words) or _ALL_YEAR.search(words)
    return is_within and not is_anew and not _is_in_table(context, claim, head.number or 0)


def _completes_list(told: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number and those beside it that are not judged make up a right one: 48件，不同意的44件，未答复的4件."""
    if claim.rule_id != "N-03":
        return False  # 12件：自然人10件，农业企业2件: one more here, one less there
    place = told.index(claim)
    heads = [i for i, c in enumerate(told[:place]) if c.agrees is not None]
    whole = told[heads[-1]] if heads else None
    if whole is None or not whole.agrees or whole.number is None:
        return False
    run: Number = 0
    for i in range(heads[-1] + 1, len(told)):
        if told[i].agrees is not None and i != place:
            return False
        run += told[i].number or 0
        if run >= whole.number and i >= place:
            return run == whole.number and i > heads[-1] + 1
    return False


def _is_in_table(context: CheckContext, claim: Claim, whole: Number) -> bool:
    """Whether what a number is said to be of is all applications, or all of its row or group."""
    groups = load_vocabulary(context.report.form_id).results.refused
    rows = [group for group in groups if set(claim.cells) <= set(group)]
    return whole in [added(way, context.numbers) for way in (*ALL_WAYS, *rows, claim.cells)]


_OF_TOLD = (_is_of_part, _is_rest_of_part, _goes_on_with_part)
