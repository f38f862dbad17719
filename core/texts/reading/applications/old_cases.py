"""Reads what came of the applications carried in: 上年转来的那1件，年底仍未答复; 上年结转的那件申请，已答复无法提供.

There are at least so many of that result, or still undone at the end of the year.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_OUT
from core.texts.language import grammar
from core.texts.language.numbers import han_number
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_OLD = pattern(
    "(?:^|(?<=[，；。：\\n]))(?:其中，?|而|但|至于)?(?:□□□)?(?:上年|去年|上一年)(?:度|年?底|年?末)?"
    "(?:结转|转来|转入|留下|遗留|带来|移来|接转|未办结|没办完)(?:过来|下来|至今年|到今年)?的(?P<that>那|这|该|唯一|仅有|唯一的|仅有的)?"
    "(?P<n>\\d+|[一两二三四五])?(?:件|宗)(?:申请|老件|旧件)?，(?P<rest>[^；。\\n]+)",
)
_UNDONE = pattern(
    "^(?:(?:直)?(?:到|至|截至)?(?:今年)?(?:年底|年末|期末|年终|岁末|◇)|目前)?(?:仍|还|尚|依然|仍然|均|都|皆|也|一直)*(?:未|没有?)(?:能)?(?:作出|予以|得到|按期)?"
    "(?:答复|办结|办完|了结|回复)(?:完毕)?$"
)
_STILL = pattern("年底|年末|期末|年终|岁末|◇|仍|还|尚")
_HOW_DECIDED = pattern(
    "^(?:(?:(?:经|经过)[^，；。\\d]{0,8}?)?(?:研究|审查|审核|会商|研判|讨论|核实|第三方意见|第三方的意见)(?:认定|决定|同意)?(?:之?后)?)?(?:均|都|全部|皆|一律|悉数)+(?:依法|已)*"
)
"""(经研究均)予以公开"""
_GIVEN = pattern("^(?:作出|作|做出|给予|得到)了?(?P<what>[^，；。]{2,14}?)的?(?:答复|决定|处理)$")
_OF_EACH = pattern("\\d+[件宗]|[一二两三四五]件|其中|分别|各")
_WAYS = ((CARRIED_OUT,),)


@sentence_reader(REQUEST_TEXTS, ("上年", "去年", "上一年"))
def old_cases(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what a sentence says that all of the applications carried in came to."""
    for match in _OLD.finditer(source.text, sentence.start, sentence.end):
        number = _number(match["n"]) if match["n"] else 1
        if not number or not (match["that"] or match["n"]) or _OF_EACH.search(match["rest"]):
            continue
        place = match.start("rest")
        found: NumberReading | None = None
        for clause in grammar.BREAK.split(match["rest"]):
            end = place + len(clause)
            made = _said(source, clause, number)
            if made and not (found and set(found.ways[0]) < set(made.ways[0])):  # 属于国家秘密，不予公开
                span, quote = source.span(match.start(), end), source.quote(match.start(), end)
                found = made._replace(start=span[0], end=span[1], quote=quote, scope=source.scope(place))
            place = end + 1
        if found:
            yield found


def _said(source: SourceText, clause: str, number: int) -> NumberReading | None:
    """Return what a clause says that so many came to, if it says so and nothing else."""
    if _UNDONE.match(clause) and _STILL.search(clause):
        return NumberReading(0, 0, "", number, "some", "carried_out", "未办结的申请", "N-03", _WAYS)
    said = _HOW_DECIDED.sub("", clause) if number > 1 else clause
    given = _GIVEN.match(said)
    role = source.vocabulary.concepts.outcome(given["what"] if given else said, "request")
    if role is None or not role.is_result:
        return None
    if role.key == "granted_or_partial" and "予以公开" in clause:  # the name of its row
        role = source.vocabulary.role("granted")
    ways = role.alternatives("request")
    return NumberReading(0, 0, "", number, "some", role.key, f"至少有的{role.name}", role.rule_id, ways)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else han_number(text)
