"""Reads results told with the kind whose applications had them: 自然人申请予以公开58件，企业申请中公开11件.

Each is the cell of its row and its column; 企业申请公开11件 counts applications. Only a part of a sentence is read that
holds nothing but such numbers, or behind the number of all applications: behind some of them, they may be results of
these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.form.known_cells import HANDLED_ROW
from core.texts.language.meanings import Role
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.due import count_pass, sentence_reader
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

KIND_NAMES = ("自然人", "公民", "个人", "企业", "机构", "组织", "律")
"""One of them is in the name of every kind of applicants."""
_TOLD = pattern(
    "(?:^|(?<=[，；。：、\\n]))(?:其中，?)?(?P<kind>自然人|个人|公民|商业企业|企业|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所)"
    "(?:提出|提交)?的?(?:政府信息公开|信息公开)?申请件?(?:中(?:有|被|作|决定|依法)*(?=公开)|中?(?:有|被|作|决定|依法)*(?!公开))"
    "(?P<result>予以公开|同意公开|公开|部分公开|不予公开|无法提供|不予处理|其他处理)(?:的|了|有|共|为)*(?P<number>\\d+)[件宗份](?=[，；。、]|$)",
    needs=["申请"],
)
_WHO = (
    "[\u4e00-\u9fff]{0,8}?(?:自然人|个人|公民|[居村市]民|群众|农户|企业|公司|科研机构|科研院所|研究[所院]|社会组织|(?:公益|慈善|志愿)(?:组织|机构|团体)"
    "|基金会|法律服务机构|律师事务所|律所|律师)"
)
"""(环保公益组织)提出的4件申请: whatever else is said of them."""
_ALL_OF_KIND = pattern(
    "(?:^|(?<=[，；。：\\n]))(?:其中，?)?(?:全年|年内|本年度?|今年|□□□本年度?)?"
    f"(?P<kind>{_WHO})(?:所?提出|所?提交|递交|申请)?的?(?:政府信息公开|信息公开|公开)?(?:申请)?(?:共|有)?(?P<number>\\d+)[件宗份](?:申请)?，?(?P<all>(?:均|都|全部)(?:已|依法|获|得到|作出|作|为)*"
    "(?P<result>予以公开|同意公开|部分公开|不予公开|无法提供|不予处理|公开)(?:的?(?:答复|决定|处理)|了)?)(?=[，；。、]|$)",
    needs=["均", "都", "全部"],
)
"""法律服务机构的9件申请(均予以公开)"""
_ONE_OF_KIND = pattern(
    "(?:^|(?<=[，；。：\\n]))"
    f"(?P<kind>{_WHO})(?:提出|提交)?的?(?:政府信息公开|信息公开)?(?:申请)?的?(?P<number>[1一])[件宗份](?:申请)?，(?P<all>(?:[我本](?:[局委办厅院镇乡]|街道|机关|单位))?"
    "(?:已|依法|经审查|审查后|最终|研究后|决定|作出|作)*(?P<result>予以公开|同意公开|部分公开|不予公开|无法提供|不予处理)"
    "(?:的?(?:答复|决定|处理))?)(?=[，；。、]|$)",
    needs=["1件", "一件", "1宗", "1份"],
)
"""法律服务机构申请的1件，(我局予以公开)"""
_EACH_RESULT = "(?:予以公开|同意公开|部分公开|不予公开|无法提供|不予处理)"
_SPLIT_OF_KIND = pattern(
    "(?:^|(?<=[，；。：\\n年内]))(?P<kind>自然人|个人|商业企业|企业|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所)"
    "(?:提出|提交)?的?(?P<number>\\d+)[件宗份](?:申请)?(?:中|里)?，(?:其中|分别|，)*"
    f"(?P<list>(?:\\d+[件宗份](?:被|作)?{_EACH_RESULT}|{_EACH_RESULT}的?\\d+[件宗份])(?:[，、](?:\\d+[件宗份](?:被|作)?{_EACH_RESULT}|{_EACH_RESULT}的?\\d+[件宗份])){{1,4}})"
    "(?=[，；。]|$)",
)
"""科研机构的2件申请，(1件予以公开，1件部分公开)"""
_IN_WORDS_OF_KIND = pattern(
    "(?:^|(?<=[，；。：\\n年内]))(?P<kind>自然人|个人|居民|村民|商业企业|企业|公司|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所|律师)"
    "(?:提出|提交|递交|提|来)?的?(?P<number>\\d+)[件宗份](?:申请)?(?:当?中|里)，(?:其中，?)?"
    "(?P<list>\\d+[件宗份][^，；。：（）\\d]{2,24}(?:[，、]\\d+[件宗份][^，；。：（）\\d]{2,24}){1,5})(?=[，；。]|$)",
    needs=["中，", "里，"],
)
"""企业提出的5件里，(3件拿到了完整材料，1件拿到一部分，1件因为涉及商业秘密没有给)"""
_NUMBER_AND_WORDS = pattern("(?P<number>\\d+)[件宗份](?P<behind>[^，；。：（）\\d]*[^，；。：（）、\\d])(?P<before>)")
_RESULT_AND_NUMBER = pattern(
    f"(?P<before>{_EACH_RESULT})?的?(?P<number>\\d+)[件宗份](?(before)|(?:被|作)?(?P<behind>{_EACH_RESULT}))"
)
_DONE_OF_KINDS = pattern(
    "(?:^|(?<=[，；。：、\\n]))(?:全年|年内|□□□本年度?|本年度?|共|累计|已|按期|依法|一共|合计)*(?:办结|答复|办复|回复|办理完毕)(?:了|的)?"
    "(?P<list>(?:(?:自然人|个人|公民|商业企业|企业|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所)(?:提出|提交)?的?(?:政府信息公开|信息公开)?"
    "(?:申请)?件?(?:共|有|为)?\\d+[件宗份](?:、|，|和|及|与|以及)?)+)(?=[，；。（]|$|其他|(?<=[，、]))",
    needs=["办结", "答复", "办复", "回复", "办理完毕"],
)
"""(答复)自然人33件、企业10件"""
_KIND_AND_NUMBER = pattern(
    "(?P<kind>[^，、；。\\d]+?)(?:和|及|与|以及)?(?:提出|提交)?的?(?:政府信息公开|信息公开)?(?:申请)?件?(?:共|有|为)?(?P<number>\\d+)[件宗份]"
)
_OF_SOME = pattern("其中|类|涉及|关于|结转|季度|上半年|下半年|月")
_COUNT = pattern("[^，；。：、]*\\d+[件宗份]")
_PLAIN = pattern("收到|新收|受理|接收|申请|办结|自然人|个人|公民|企业|机构|组织|律师|律所|其他")
"""收到39件，自然人30件，(企业9件均予以公开): what may be told before it."""
_ALL = frozenset(["received", "received_new", "handled", "handled_all", "due", "carried_in", "carried_out"])
_PART = "。；\n"
_DONE = ("办结", "答复")
_PUBLISHED = "公开"


@count_pass(words=KIND_NAMES)
def results_of_kinds(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, results of one kind of applicants as the cells of its column."""
    found = _done_of_kinds(source, sentence, readings)
    told = [*_TOLD.finditer(source.text, sentence.start, sentence.end)] if found else []
    if not told or not source.is_this_year(sentence, told[0].start()):
        return found
    places = {source.span(*match.span("number"))[0]: match for match in told}
    for i, reading in enumerate(found):
        match = places.get(reading.start)
        if match is None or reading.kind == "share" or (reading.kind == "other" and reading.key != "unknown"):
            continue
        begin = max(source.printed.rfind(mark, 0, reading.start) for mark in _PART)
        before = [r for r in found[:i] if r.start > begin]
        if all(r.start in places or (r.key in _ALL and r.kind == "count") for r in before):
            found[i] = cells_of_kind(source, match["kind"], match["result"], reading) or reading
    return found


def _done_of_kinds(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those of a list of kinds that were dealt with as the cells of that row."""
    found = list(readings)
    for match in _DONE_OF_KINDS.finditer(source.text, sentence.start, sentence.end) if found else ():
        if not source.is_this_year(sentence, match.start()) or source.topic_at(sentence, match.end()) == "other":
            continue
        for told in _KIND_AND_NUMBER.finditer(source.text, *match.span("list")):
            start = source.span(*told.span("number"))[0]
            kind = source.vocabulary.concepts.shared(told["kind"].lstrip("和及与以"), "request")
            i = next((i for i, r in enumerate(found) if r.start == start), None)
            if i is None or kind is None or not kind.is_applicant:
                continue
            found[i] = _handled(source, kind, found[i])
    return found


def _handled(source: SourceText, kind: Role, reading: NumberReading) -> NumberReading:
    """Return a reading as the applications of a kind that were dealt with."""
    sets = dict.fromkeys(tuple(dict.fromkeys(cell[-2:] for cell in way)) for way in kind.alternatives(""))
    ways = tuple(tuple(f"{HANDLED_ROW}.{column}" for column in columns) for columns in sets)
    role = source.vocabulary.role("handled")
    what = reading.value, "count", role.key, f"{kind.name}·{role.name}", role.rule_id, ways, reading.scope
    return NumberReading(reading.start, reading.end, reading.quote, *what)


def cells_of_kind(source: SourceText, kind: str, result: str, reading: NumberReading) -> NumberReading | None:
    """Return a reading as a result of one kind of applicants; None where either is not known."""
    concepts = source.vocabulary.concepts
    column = concepts.shared(kind, "request")
    if result in _DONE and column is not None and column.is_applicant:
        return _handled(source, column, reading)
    row = concepts.composed(Phrase("", "予以公开" if result == _PUBLISHED else result, "", "request", "件"))
    if column is None or row is None or not (column.is_applicant and row.role.is_result):
        return None
    rows = row.role.alternatives("request")
    sets = dict.fromkeys(tuple(dict.fromkeys(cell[-2:] for cell in way)) for way in column.alternatives(""))
    ways = tuple(tuple(f"{cell[:-2]}{kind}" for cell in way for kind in kinds) for kinds in sets for way in rows)
    name, rule_id = f"{column.name}·{row.role.name}", row.role.rule_id
    what = reading.value, "count", row.role.key, name, rule_id, ways, reading.scope
    return NumberReading(reading.start, reading.end, reading.quote, *what)


@sentence_reader((*REQUEST_TEXTS, *OVERVIEW_TEXTS), ("均", "都", "全部", "1件", "一件", "1宗", "1份"))
def all_of_kinds(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what all applications of one kind are said to have come to: at least so many in its column."""
    told = (p.finditer(source.text, sentence.start, sentence.end) for p in (_ALL_OF_KIND, _ONE_OF_KIND))
    for match in (match for matches in told for match in matches):
        before = source.text[sentence.start : match.start()]
        is_plain = all(_PLAIN.search(count) for count in _COUNT.findall(before)) and not _OF_SOME.search(before)
        if not is_plain or not source.is_this_year(sentence, match.start()):
            continue
        if source.code in OVERVIEW_TEXTS and source.topic_at(sentence, match.end("number")) != "request":
            continue
        span, quote = source.span(*match.span("all")), source.quote(match.start(), match.end())
        many = 1 if match["number"] == "一" else int(match["number"])
        what = NumberReading(*span, quote, many, "some", "", "", scope=source.scope(match.start()))
        if made := cells_of_kind(source, match["kind"], match["result"], what):
            yield made._replace(kind="some", quote=quote)


@sentence_reader(REQUEST_TEXTS, KIND_NAMES)
def results_of_one_kind(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what the applications of one kind came to, where a list tells it of all of them."""
    lists = ((_SPLIT_OF_KIND, _RESULT_AND_NUMBER), (_IN_WORDS_OF_KIND, _NUMBER_AND_WORDS))
    found = ((m, each) for p, each in lists for m in p.finditer(source.text, sentence.start, sentence.end))
    for match, each in found:
        told = [*each.finditer(source.text, *match.span("list"))]
        before = source.text[sentence.start : match.start()]
        is_plain = all(_PLAIN.search(count) for count in _COUNT.findall(before)) and not _OF_SOME.search(before)
        is_all = sum(int(one["number"]) for one in told) == int(match["number"])
        if not (is_plain and is_all and source.is_this_year(sentence, match.start())):
            continue
        made = [_result_of_kind(source, match["kind"], one) for one in told]
        yield from filter(None, made if None not in made or each is _RESULT_AND_NUMBER else ())


def _result_of_kind(source: SourceText, kind: str, told: re.Match[str]) -> NumberReading | None:
    """Return a number with its result as that of one kind of applicants; None where either is not known."""
    span, quote = source.span(*told.span("number")), source.quote(*told.span())
    what = NumberReading(*span, quote, int(told["number"]), "count", "", "", scope=source.scope(told.start()))
    return cells_of_kind(source, kind, told["before"] or told["behind"], what)
