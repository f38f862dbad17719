"""Reads a row named in a clause before the one that tells the result: 重复申请，我局不再重复处理的，全年15件.

The clause with the result alone would be all that was refused. Where its words are not known, the number is not judged:
the first clause names one row of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.texts.language.meanings import Role
from core.texts.reading.due import count_pass, sentence_reader
from core.texts.reading.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_RESULTS = {
    "denied": "(?:(?:不予?|未予?|没有?|未能?|未获得?|没能|不能|不宜|不同意|拒绝)(?:以|对外)?公开|未予?(?:提供|准许))",
    "unavailable": "(?:无法|不能|没法|未能|没能|无从)(?:提供|给出)",
    "not_processed": "(?:不予?|未予?|没有?|不再|不作)(?:再)?(?:重复)?(?:处理|受理|答复|办理)",
    "other_result": (
        "(?:不再(?:处理|办理)|终止(?:办理|处理)?|(?:视为|视同|按|自动)+放弃(?:申请|处理)?|作?其他处理|结案|作结案处理)"
    ),
}
_WORDS = ("公开", "提供", "处理", "受理", "答复", "办理", "终止", "放弃", "给出", "结案")
_WHO = (
    "(?:(?:[\u4e00-\u9fff]{0,8}(?:局|委|办|厅|镇|乡|街道|中心|单位|机关|院|所)|申请人|当事人|故|所以|遂|便|就|依法|依"
    "规|按规定|均|都|已|被|而|但|只好|只能|最终|因而|因此|索取|索要|要求|申请|查阅|查看|获取|告知|决"
    "定|予以|并|其|作出|作|了)*)"
)
_TAIL = "(?:的?(?:申请|决定|答复|处理|告知|情形))?(?:并?(?:已|均)?(?:告知|引导|说明|建议)[^，；。：（）\\d]{0,14})?"
_CHAIN = pattern(
    "(?:(?<=[，；。：\n])|^)(?P<row>[^，；。：（）\\d]{2,36})，"
    f"(?P<said>{_WHO}(?:{'|'.join(f'(?P<{key}>{words})' for key, words in _RESULTS.items())}){_TAIL}的)，?"
    "(?:全年|年内|本年度?|全年度|□□□本年度?|有|共|计|共有|共计|合计|为|是|达)*$"
)
"""(重复申请，我局不再重复处理的，全年)15件"""
_ANY = pattern(
    "(?:(?<=[，；。：\n])|^)(?P<row>[^，；。：（）\\d]{2,36})，[^，；。：（）\\d]{2,30}的，?(?:全年|年内|本年度?|□□□本年度?|有|共|计|为|是)*$"
)
"""The same with other words between: not judged."""
_ON_MATTER = pattern(
    "(?:(?<=[，；。：\n])|^)(?!其|另|对|引导|劝|撤|避免|减少|还|无|未|没)[\u4e00-\u9fff]{2,6}?(?:类|方面)?的?"
    "(?P<row>重复申请|信访投诉(?:举报)?类?|信访举报投诉类?)(?P<number>\\d+)[件宗份](?:均|都|已|依法)*(?:不再|不予|未予)(?:重复)?(?:处理|答复|受理)",
    needs=["不再", "不予", "未予"],
)
"""(征地重复申请)3件不再处理"""
_FAR = 100
_GROUPS = ("denied", "unavailable", "not_processed", "not_provided", "other_result", "unknown")
_GROUP_WORDS = ("不予公开", "无法提供", "不予处理", "不再处理")
_WHY = "其中一种原因的，不核对"


@count_pass(texts=REQUEST_TEXTS, words=_WORDS, keys=_GROUPS)
def rows_in_clauses(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, groups whose row the clause before names as this row."""
    found = list(readings)
    if "的" not in sentence.text:
        return found
    for i, reading in enumerate(found):
        if reading.key not in _GROUPS or (reading.kind != "count" and reading.key != "unknown"):
            continue
        place = _place_of(source, sentence, reading)
        before = source.text[max(sentence.start, place - _FAR) : place]
        told = _CHAIN.search(before) or _ANY.search(before)
        role = _row(source, told["row"]) if told else None
        if role is None or told is None or not source.is_this_year(sentence, place):
            continue
        group = next((key for key in _RESULTS if told.groupdict().get(key)), "")
        if group and _is_of(source, role, group):
            quote = source.quote(place - len(told[0]), place + reading.end - reading.start)
            ways, scope = role.alternatives("request"), source.scope(place)
            what = (reading.value, "count", role.key, role.name, role.rule_id, ways, scope)
            found[i] = NumberReading(reading.start, reading.end, quote, *what)
        elif reading.kind == "count":
            found[i] = reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）", rule_id="", phrase=None)
    return found


@sentence_reader(REQUEST_TEXTS, ("重复申请", "信访"))
def rows_of_matters(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield how many there are at least of a row: 征地重复申请3件不再处理 are some of those, on one matter."""
    for match in _ON_MATTER.finditer(source.text, sentence.start, sentence.end):
        role = source.vocabulary.concepts.row(match["row"])
        if role is None or not source.is_this_year(sentence, match.start()):
            continue
        start, end = source.span(*match.span("number"))
        quote, scope = source.quote(match.start(), match.end()), source.scope(match.start())
        number, least, ways = int(match["number"]), f"至少有的{role.name}", role.alternatives("request")
        yield NumberReading(start, end, quote, number, "some", role.key, least, role.rule_id, ways, scope)


def _place_of(source: SourceText, sentence: SentenceState, reading: NumberReading) -> int:
    """Return where the number of a reading begins in the plain text."""
    place = source.text.find(str(reading.value), sentence.start, sentence.end)
    while place >= 0 and source.span(place, place + 1)[0] < reading.start:
        place = source.text.find(str(reading.value), place + 1, sentence.end)
    return max(place, sentence.start)


def _row(source: SourceText, clause: str) -> Role | None:
    """Return the row that a clause names, in its own words or in those of everyday."""
    concepts = source.vocabulary.concepts
    return concepts.row(clause) or next(filter(None, (concepts.row(clause + group) for group in _GROUP_WORDS)), None)


def _is_of(source: SourceText, row: Role, group: str) -> bool:
    """Whether a row is one of those that a result may mean: 不再处理 is said of several groups."""
    groups = ("not_processed", "other_result") if group in ("not_processed", "other_result") else (group,)
    cells = {cell for key in groups for cell in source.vocabulary.role(key).alternatives("request")[0]}
    return set(row.alternatives("request")[0]) <= cells
