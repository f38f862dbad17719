"""Reads what most applications are said to be, without a number: 过半数予以公开, 不予公开的占多数, 以企业为主."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.base.patterns import pattern
from core.form.known_cells import HANDLED, KINDS, RECEIVED, RECEIVED_ROW
from core.report.entry_text import Number
from core.texts.language import grammar
from core.texts.language.meanings import Alternatives, Role
from core.texts.reading.sentences import OVERVIEW_TEXTS, REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.share_checks import added

_MOST = pattern(
    "(?:均|都|占|占了|占到|占比|达到?|为|数量|比例)*(?:(?:超过|占)了?(?:全部|办结|答复|办理|处理|申请|收到|总|数|量|件|的)+(?:一半|半数)(?:以上)?(?<!的的)|(?:绝大|大)?多数|绝大部分|大部分|超过(?:一半|半数|五成|50%|六成|七成|八成|九成)|近[七八九]成|[六七八九]成(?:以上|多)|过半数?|半数以上|一半以上|五成以上|大半)"
)
"""More than half."""
_LARGEST = pattern("为主|居多|最多|占大头|占比最[高大]|主要(?=是|为|由|来自|以)|以(?=.{2,14}为主)")
"""More than any other kind."""
_SAYS_SO = pattern("多数|部分|半|成|为主|居多|最多|大头|占比最|主要")
_NO_MOST = pattern(
    "(?:不|未|近|约|将近|接近|不到)(?:足|到|超过)?(?:多数|过半|半数|一半|五成)|其余|其他|另|增|减|较上|同比|上年|去年"
)
"""近半数, 部分公开: not more than half, or of something else."""
_OF_ALL = pattern("(?:办结|答复|办理|申请|收到|受理)[^，；。]{0,6}(?:一半|半数)")
"""超过(办结总数的一半)"""
_OF_A_BASE = pattern("^(?:约|已|共)*(?:占|超过)")
"""占不予公开的(多数): of what is said there."""
_COUNTED = pattern(r"^在?(?:这|上述|以上|收到的?|办结的?|答复的?)*\d+[件宗份](?:申请)?(?:里头?|当中|之中|中)?")
"""20件申请中(过半数予以公开)"""
_AMONG_BODIES = pattern("组织|法人|单位|机构(?:类|中)")
"""What may be all that is compared."""
_WITHIN = ("中", "里")
_OF_GROUP = pattern("^(?:这|上述|以上|的)*(?:\\d+[件宗份])?的?|(?:的|申请|\\d+[件宗份])*(?:当|之)?[中里]$")
"""9件(不予公开)中, 不予公开的9件中"""
_LONGEST = 40


class MajorityReader:
    """Reads the claims of one text on what most applications are, where every word of them is known."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def read(self, sentence: SentenceState, found: Sequence[NumberReading]) -> Iterator[NumberReading]:
        """Yield what most applications are said to be in a sentence; ``found`` is what was read in it already."""
        text = sentence.text
        is_overview = self._source.code in OVERVIEW_TEXTS
        if not (is_overview or self._source.code in REQUEST_TEXTS) or not _SAYS_SO.search(text):
            return
        place = sentence.start
        for clause in grammar.BREAK.split(text):
            start, place = place, place + len(clause) + 1
            most, largest = _MOST.search(clause), _LARGEST.search(clause)
            if not (most or largest) or len(clause) > _LONGEST or _NO_MOST.search(clause):
                continue
            left = _COUNTED.sub("", (_MOST if most else _LARGEST).sub("", clause))
            topic = "request"
            if left and _OF_A_BASE.match(left):
                continue
            among, left = self._among(most, clause, left)
            if among == () or (among and not left):
                continue  # 9件不予公开中超过半数（5件）涉及第三方: the number says it
            if most and not left:
                if self._source.text[place - 1 : place] != "（":  # 多数（5件）因属于执法案卷: the number says it
                    yield from self._of_number(sentence, start, clause, found)
                continue
            if is_overview:
                continue
            meant = self._source.vocabulary.concepts.shared(left, topic)
            is_row = bool(meant and meant.is_result and meant.word)
            if meant is None or (is_row and not most) or not self._source.is_this_year(sentence, start):
                continue
            told = self._source.text[sentence.start : start]
            if meant.is_applicant and not most and meant.word != "自然人" and _AMONG_BODIES.search(told):
                continue  # 律所居各类组织第二位；企业最多
            is_open = not any(reading.key == "partial" for reading in found)
            own = meant.alternatives(topic) if is_open else meant.alternatives(topic)[:1]
            own = own[:1] if meant.is_applicant else own
            others = () if most else self._others(meant, own)
            span = self._source.span(start, start + len(clause))
            quote = self._source.quote(start, start + len(clause))
            name = f"{'多数' if most else '主要'}是{meant.name}"
            ways, key, base = (*own, *others), f"most_{meant.key}", _base(sentence, found, own, span[0])
            what = NumberReading(*span, quote, 0, "most", key, name, meant.rule_id, ways, groups=among or ())
            yield what._replace(counted=len(own), bases=base)

    def _among(self, most: re.Match[str] | None, clause: str, left: str) -> tuple[Alternatives | None, str]:
        """Return the group that most is said of, and what most of it is: 不予公开中(超过半数)涉及第三方.

        None where it is said of all, () where it is not known of what.
        """
        head = _COUNTED.sub("", clause[: most.start()]) if most else ""
        if most is None or not head.endswith(_WITHIN):
            return None, left
        group = self._source.vocabulary.concepts.shared(_OF_GROUP.sub("", head), "request")
        is_group = group is not None and group.is_result and not group.word
        return (group.alternatives("request")[:1] if group and is_group else ()), clause[most.end() :]

    def _of_number(
        self, sentence: SentenceState, start: int, clause: str, found: Sequence[NumberReading]
    ) -> Iterator[NumberReading]:
        """予以公开283件，超过办结总数的一半: said of the number directly before the clause.

        不予公开的46件中，行政查询26件，占一半以上 is most of the 46, unless the clause says of what.
        """
        span = self._source.span(start, start + len(clause))
        before = [r for r in found if r.kind == "count" and r.rule_id == "N-05" and 0 <= span[0] - r.end <= 1]
        if before:
            last, quote = before[-1], self._source.quote(start, start + len(clause))
            key, name, bases = f"most_{last.key}", f"多数是{last.meaning}", last.bases
            if not _OF_ALL.search(clause):
                bases = _base(sentence, found, last.ways, last.start) or bases
            yield NumberReading(
                *span, quote, 0, "most", key, name, "N-05", last.ways, counted=len(last.ways), bases=bases
            )

    def _others(self, role: Role, own: Alternatives) -> Alternatives:
        """Return the cells of the other kinds of applicants, or of the other results."""
        if role.is_applicant:
            kinds = [f"{RECEIVED_ROW}.{kind}" for kind in KINDS]
            return tuple((cell,) for cell in kinds if cell not in own[0])
        mine = {cell for way in own for cell in way}
        groups = [
            r.alternatives("")[0] for r in self._source.vocabulary.roles if r.is_result and not r.word and r.anywhere
        ]
        return tuple(way for way in groups if mine.isdisjoint(way))


def _base(sentence: SentenceState, found: Sequence[NumberReading], own: Alternatives, place: int) -> tuple[Number, ...]:
    """Return the number of the group that something is most of: 不予处理3件，多数属重复申请; () where it is of all."""
    groups = [r for r in found if r.kind == "count" and r.rule_id == "N-05" and r.end <= place and r.ways]
    of_group = tuple(r.value for r in groups[-1:] if set(own[0]) < set(r.ways[0]))
    return of_group or (() if sentence.part_of is None else (sentence.part_of,))


def judged_majority(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, bool | None]:
    """Compare what most applications are said to be with the table: more than half, or more than of other kinds."""
    own = [added(way, numbers) for way in reading.ways[: int(reading.counted)]]
    others = [added(way, numbers) for way in reading.ways[int(reading.counted) :]]
    whole = reading.bases[0] if reading.bases else numbers.get(RECEIVED if reading.rule_id == "N-01" else HANDLED)
    whole = added(reading.groups[0], numbers) if reading.groups else whole
    if not whole or None in own:
        return "", None
    largest = max(value for value in own if value is not None)
    if others:
        return "", not any(value is not None and value > largest for value in others)
    return "", largest * 2 > whole
