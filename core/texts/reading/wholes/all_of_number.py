"""Reads that all of a number told before were dealt with: 今年5件申请，公开2件…，5件都按期办完了."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.due import count_pass, sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_OF_ALL = ("都", "均", "全部", "一律", "悉数", "全数")
_ALL_DONE = pattern(
    "(?:^|(?<=[，；。\\n]))(?:对|以上|上述|这|收到的|受理的|新收的|所收)*(?P<said>(?P<n>\\d+)[件宗份](?:政府信息公开)?(?:申请)?，?"
    "(?:现|已|也)*(?:都|均|全部|一律|悉数|全数)(?:已经?|在[^，；。\\d]{0,10}(?:期限|时限|规定时间)[以之]?内|按期|按时|如期|及时|依法|依规|按规定|予以|作出|作了|得到|给予|了)*"
    "(?:办结|办完|办毕|办理完毕|办理完|处理完毕?|答复|回复|答复完毕?)了?)(?=[，；。\\n]|$)",
)
_ALL_RECEIVED_DONE = pattern(
    "(?:收到|受理|新收|接到)的(?P<n>\\d+)[件宗份](?:政府信息公开|信息公开)?的?(?:申请)?，"
    "(?:(?!其中|结转|另|除|因|已)[^，；。：\\d]{2,20}(?:登记|承办|办理|转办|分办|审核|审查|会商|把关|研判)，){1,3}"
    "(?P<said>(?:现|已|也)*(?:都|均|全部|一律|悉数|全数)(?:已经?|按期|按时|如期|及时|依法|予以)*"
    "(?:办结|办完|办毕|办理完毕|答复|回复)(?:并[^，；。\\d]{2,8})?)(?=[，；。\\n]|$)",
    needs=["登记", "办", "审", "会商", "把关", "研判"],
)
"""收到的6件申请，由办公室登记，各科分头承办，(已全部办结)"""
_RECEIVED = (
    "(?:今年|全年|□□□本年|本年|年内|共计?|总共|累计|收到|新收|受理|接到|收件)[^，；。：、（）\\d]{{0,14}}{}[件宗份]"
    "(?:(?:政府)?(?:信息)?公开)?的?(?:申请)?(?=[，；。：（])"
)
_OF_SOME = pattern(
    "其中|类|涉及|信访|投诉|举报|结转|转来|个人|企业|自然人|复议|诉讼|咨询|信箱|留言|工单|建议|提案|条|文件"
)

_ALL_WITH_RESULT = pattern(
    '(?:^|(?<=[，；。\\n”"]))(?:全年|今年|□□□本年|本年|对|以上|上述|这|全部)*(?P<n>\\d+)[件宗份](?:政府信息公开|信息公开|依申请公开)?的?申请(?:事项)?'
    "(?:，?(?:均|都|逐件|逐一|先后|依次)?(?:经|由|通过)过?[^，；。：\\d]{2,30}?){1,2}，?"
    "(?P<said>(?:均|都|全部|一律|悉数|全数)(?:已|依法|依规|按规定|决定|最终|对外|作出了?|给予|得到|作了)*(?P<result>(?:[予不部无属主全][^，；。：、（\\d]{1,10}|公开))(?:的)?(?:答复|决定|处理)?)"
    "(?=[，；。\\n]|$)",
    needs=["经", "由", "通过"],
)
"""43件申请经办公室与各科室联合研判，(均予以公开)"""


@sentence_reader(REQUEST_TEXTS, _OF_ALL)
def result_of_number(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that at least so many have a result: 43件申请经联合研判，均予以公开, be they all or some."""
    for match in _ALL_WITH_RESULT.finditer(source.text, sentence.start, sentence.end):
        role = source.vocabulary.concepts.shared(match["result"], "request")
        place = match.start("said")
        if role is None or not role.is_result or source.topic_at(sentence, place) != "request":
            continue
        start, end = source.span(place, match.end("said"))
        head = source.span(match.start("n"), match.end("n"))[0]
        is_told = any(r.end > head and r.start < end and r.key != "unknown" for r in sentence.readings)
        if not is_told and source.is_this_year(sentence, match.start()) and source.is_this_year(sentence, place):
            what = int(match["n"]), "some", role.key, role.name, role.rule_id, role.alternatives("request")
            quote, scope = source.quote(match.start("n"), match.end("said")), source.scope(match.start("n"))
            yield NumberReading(start, end, quote, *what, scope)  # 经办公室研判: whose they are is said before


@sentence_reader(REQUEST_TEXTS, _OF_ALL)
def all_of_number(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield how many a sentence says were dealt with, where these are all that the paragraph says were received."""
    places = (sentence.start, sentence.end)
    for match in (*_ALL_DONE.finditer(source.text, *places), *_ALL_RECEIVED_DONE.finditer(source.text, *places)):
        is_received = match.re.pattern == _ALL_RECEIVED_DONE.pattern
        if not source.is_this_year(sentence, match.start()):
            continue
        if not is_received and not _is_told(source, match.start(), match["n"]):
            continue
        start, end = source.span(match.start("said"), match.end("said"))
        if any(r.start < end and start < r.end and (r.kind == "count" or r.counted) for r in sentence.readings):
            continue
        role, quote, scope = source.vocabulary.role("handled"), source.quote(*match.span("said")), source.scope(start)
        what = int(match["n"]), "some", role.key, role.name, role.rule_id, role.alternatives("request")[:1], scope
        yield NumberReading(start, end, quote, *what)


def _is_told(source: SourceText, place: int, number: str) -> bool:
    """Whether the paragraph says before a place that so many were received, and of no part of them."""
    before = source.text[source.text.rfind("\n", 0, place) + 1 : place]
    told = [m[0] for m in pattern(_RECEIVED.format(number)).finditer(before)]
    return any("申请" in one for one in told) and not any(map(_OF_SOME.search, told))


@count_pass()
def handled_of_told(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those dealt with narrowed where they are a number told right before.

    新收12件，12件均按期办结 are at least so many; 上年结转2件，2件均已办结 and 结转的2件办结1件 are some of all.
    """
    found = list(readings)
    for i in range(1, len(found)):
        before, reading = found[i - 1], found[i]
        if not reading.key.startswith("handled"):
            continue
        between = source.printed[before.end : reading.start]
        if _is_all_but_those_left(source, found[:i], between):
            told = [r.value - before.value for r in found[:i] if r.key in _ALL_RECEIVED and r.kind == "count"]
            role = source.vocabulary.role("handled")
            ways = role.alternatives("request")[:1]
            is_of_kind = any(r.key.startswith("applicants") or r.rule_id == "N-05" for r in found[:i])
            if told[-1:] != [reading.value] and not is_of_kind:  # else of the new ones, perhaps
                found[i] = reading._replace(
                    kind="count",
                    key=role.key,
                    meaning=role.name,
                    rule_id=role.rule_id,
                    ways=ways,
                    words=(),
                    phrase=None,
                )
            continue
        if reading.kind != "count":
            continue
        is_same = before.value == reading.value and _AGAIN.fullmatch(between)
        if is_same and before.kind == "count" and before.key in _ALL_RECEIVED:
            found[i] = reading._replace(kind="some")
        elif (
            (is_same and before.key != "unknown")
            or _is_of_carried(before, reading, between)
            or _is_of_new(source, before, reading, between)
        ):
            found[i] = reading._replace(kind="other", meaning=f"{reading.meaning}（{OF_SOME}，不核对）", rule_id="")
    return found


def _is_of_carried(before: NumberReading, reading: NumberReading, between: str) -> bool:
    return before.key == "carried_in" and reading.value <= before.value and bool(_DONE_OF.fullmatch(between))


def _is_of_new(source: SourceText, before: NumberReading, reading: NumberReading, between: str) -> bool:
    """上年结转1件。(当年的27件办结25件): of the new ones."""
    if before.key not in (*_ALL_RECEIVED, "unknown") or reading.value > before.value or not _DONE_OF.fullmatch(between):
        return False
    head = source.printed[max(before.start - _NEAR, 0) : before.start]
    return bool(_NEW_ONES.search(head)) and _CARRIED in source.printed[: before.start]


def _is_all_but_those_left(source: SourceText, before: Sequence[NumberReading], between: str) -> bool:
    """除7件结转下年外，(其余)234件全部办结: all but those carried over."""
    left = before[-1]
    if left.key != "carried_out":
        return False
    head = source.printed[max(left.start - _NEAR, 0) : left.start]
    return bool(_BUT.search(head) and _THE_OTHERS.fullmatch(between))


_NEAR = 12
_BUT = pattern("除(?:了|去)?[^，；。\\d]{0,10}$")
_THE_OTHERS = pattern("[^，；。\\d]{0,24}(?:以外|之外|外)[，,]?(?:其余|其他|余下|剩余|剩下|另外)的?(?:申请)?")
_ALL_RECEIVED = ("received", "received_new", "mentioned", "processed")
_AGAIN = pattern("(?:申请)?[，,；;。]?(?:以上|上述|这|该)?")
_NEW_ONES, _CARRIED = pattern("(?:当年|今年|本年|本年度|新收|年内)(?:新收|收到|受理|申请)?的$"), "结转"
_DONE_OF = pattern("(?:申请)?(?:[中里]|当中)?(?:[，,]?其中)?(?:已|均|年内|今年|本年)*(?:办结|答复|办完)了?(?:其中)?的?")
"""上年结转的2件(办结)1件"""
