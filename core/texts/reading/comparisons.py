"""Reads which of two is more, told without a number: 商业企业的申请数量已超过自然人, 予以公开的多于不予公开的."""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.texts.language import grammar
from core.texts.language.concepts import Composed, Phrase
from core.texts.reading.frames import frame_of
from core.texts.reading.majorities import MORE_THAN
from core.texts.reading.sentences import CASE_TEXTS, REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_MORE = "超过|多于|高于|大于|超出|多过"
_LESS = "少于|低于|小于|不及|不如"
_THAN = pattern(
    rf"^(?:其中)?(?P<who>[^，；。：、（）\d]{{0,24}}?)(?:已经?|首次|均|都|明显|远远?|大幅|略|仍然?|继续|依然|显著|要|也|又|的?(?:件数|数量|总量|总数|量|数|占比|比例|比重))*"
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))了?(?P<other>[^，；。：、（）\d]{{2,20}}?)(?:的?(?:件数|数量|总量|总数|量|数|占比|比例|比重))?$"
)
"""(商业企业的申请数量)已超过(自然人)"""
_SAYS_SO = pattern(f"{_MORE}|{_LESS}")
_NOT_JUDGED = pattern("年|月|季|期|预|计划|平均|其余|其他|全[省市县区]|增|减|不$|[没未]有?$|幅|时长|时限|期限|工作日")
_TOPICS = ("request", "review", "lawsuit", "direct", "after", "both")
_STRICTLY = 1


def comparisons(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield which of two is said to be more in a sentence."""
    if source.code not in (*REQUEST_TEXTS, *CASE_TEXTS) or not _SAYS_SO.search(sentence.text):
        return
    end = sentence.start
    for clause in grammar.BREAK.split(sentence.text):
        start, end = end, end + len(clause) + 1
        match = _THAN.match(clause)
        if match is None or _NOT_JUDGED.search(clause.replace("本年", "").replace("全年", "")):
            continue
        if not source.is_this_year(sentence, start) or frame_of(source, sentence, start) is not None:
            continue
        topic = source.topic_at(sentence, start + len(clause))
        other = _meant(source, match["other"], topic)
        first = _meant(source, match["who"], topic) if match["who"] else None
        if topic not in _TOPICS or not (first and other) or first.role.key == other.role.key == "":
            continue
        yield from _reading(source, start, clause, (first, other) if match["more"] else (other, first))


def _meant(source: SourceText, noun: str, topic: str) -> Composed | None:
    """Return what a noun counts, if it is a kind of applicants, a result, a kind of case or an outcome."""
    made = source.vocabulary.concepts.composed(Phrase("", noun, "", topic, "件"))
    role = made.role if made else None
    is_known = role and (role.is_applicant or role.is_result or role.rule_id == "N-06")
    return made if is_known else None


def _reading(source: SourceText, start: int, clause: str, told: tuple[Composed, Composed]) -> Iterator[NumberReading]:
    """Return that the first is said to be more than the second, if both are of one kind and share no cells."""
    more, less = told
    is_alike = more.role.rule_id == less.role.rule_id and more.role.is_applicant == less.role.is_applicant
    own, others = more.role.alternatives(more.topic), less.role.alternatives(less.topic)[:1]
    own = own[:1] if more.role.is_applicant else own
    if not is_alike or not own or not others or {c for way in own for c in way} & {*others[0]}:
        return
    span, quote = source.span(start, start + len(clause)), source.quote(start, start + len(clause))
    name = f"{more.role.name}{MORE_THAN}{less.role.name}"
    key, ways = f"most_{more.role.key}", (*own, *others)
    yield NumberReading(*span, quote, _STRICTLY, "most", key, name, more.role.rule_id, ways, counted=len(own))
