"""Reads what share of all applications is told without a number: 过半数予以公开, 不足三成来自企业, 以企业为主."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.base.patterns import pattern
from core.form.known_cells import KINDS, OF_ALL_KINDS, RECEIVED_ROW
from core.report.entry_text import Number, format_number
from core.texts.language import grammar
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.word_shares import SAID, THAN, WordShare, share_of
from core.texts.reading.frames import frame_of
from core.texts.reading.sentences import OVERVIEW_TEXTS, REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.share_checks import WHOLES, added

_BASE = "(?:全部|所有|办结|答复|办理|处理|申请|收到|总|数|量|件|的)+"
_MOST = pattern(
    f"(?:均|都|占了|占到|占比|占|达到?|为|数量|比例|比重)*(?:(?P<than>{THAN}|占了?){_BASE}(?<!的的))?(?P<said>{SAID.pattern})"
)
"""More than half, or another share in words: 过半数, 超过办结总数的一半, 不足三成."""
_LARGEST = pattern(
    "为主|居多|最多|[高位]?居(?:于|各类)?(?:首位|榜首|第一|首(?=$))|(?:排|列)在?(?:首位|第一)|占大头|占比最[高大]|主要(?=是|为|由|来自|以)|以(?=.{2,14}为主)"
)
"""More than any other kind."""
_SAYS_SO = pattern("首|第一|多数|部分|半|成|分之|%|为主|居多|最多|大头|占比最|主要")
_NO_MOST = pattern("其余|其他|另|增|减|各|率|较上|同比|上年|去年|降|升")
"""What is of something else, or a change."""
_OF_ALL = pattern("(?:办结|答复|办理|申请|收到|受理)[^，；。]{0,6}(?:一半|半数)")
"""超过(办结总数的一半)"""
_OF_A_BASE = pattern("^(?:约|已|共)*(?:占|超过)")
"""占不予公开的(多数): of what is said there."""
_COUNTED = pattern(r"^在?(?:这|上述|以上|收到的?|办结的?|答复的?)*\d+[件宗份](?:申请)?(?:里头?|当中|之中|中)?")
"""20件申请中(过半数予以公开)"""
_AMONG_BODIES = pattern("组织|法人|单位|机构(?:类|中)")
"""What may be all that is compared."""
_OF_PAPERS = pattern("公文|属性|清单|目录|稿件")
"""属性为主动公开的公文占六成，不予公开的不足一成: no applications."""
_WITHIN = ("中", "里")
_WHOLES = ("received", "received_new", "handled", "processed", "mentioned", "carried_in", "due")
_OF_GROUP = pattern("^(?:这|上述|以上|的)*(?:\\d+[件宗份])?的?|(?:的|申请|\\d+[件宗份])*(?:当|之)?[中里]$")
"""9件(不予公开)中, 不予公开的9件中"""
_LONGEST = 40
_TOPIC = "request"
MORE = "more"
"""The kind of a reading that compares two, whose names stand around ``MORE_THAN``: 企业多于自然人."""
MORE_THAN = "多于"


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
        if _OF_PAPERS.search(text):
            return
        place, subject = sentence.start, ""
        for clause in grammar.BREAK.split(text):
            start, place = place, place + len(clause) + 1
            most, largest = _MOST.search(clause), _LARGEST.search(clause)
            before, subject = subject, _LARGEST.sub("", clause) if largest and not most else ""
            if not (most or largest) or len(clause) > _LONGEST or _NO_MOST.search(clause):
                continue
            left = _COUNTED.sub("", (_MOST if most else _LARGEST).sub("", clause)) or before
            if left and _OF_A_BASE.match(left):
                continue
            among, left = self._among(most, clause, left)
            among = frame_of(self._source, sentence, start) if among is None else among
            if among == () or not left or is_overview:
                continue  # 9件不予公开中超过半数（5件）涉及第三方: the number says it
            yield from self._reading(sentence, found, (start, start + len(clause)), left, most, among or ())

    def _reading(
        self,
        sentence: SentenceState,
        found: Sequence[NumberReading],
        place: tuple[int, int],
        left: str,
        most: re.Match[str] | None,
        groups: Alternatives,
    ) -> Iterator[NumberReading]:
        """Yield what a clause says that most are, or so many, if all words but the share mean one thing."""
        meant = self._source.vocabulary.concepts.shared(left, _TOPIC)
        is_row = bool(meant and meant.is_result and meant.word)
        if meant is None or (is_row and not most) or not self._source.is_this_year(sentence, place[0]):
            return
        told = self._source.text[sentence.start : place[0]]
        if meant.is_applicant and not most and meant.word != "自然人" and _AMONG_BODIES.search(told):
            return  # 律所居各类组织第二位；企业最多
        is_open = not any(reading.key == "partial" for reading in found) and not meant.is_applicant
        own = meant.alternatives(_TOPIC) if is_open else meant.alternatives(_TOPIC)[:1]
        others = () if most else self._others(meant, own)
        span, quote, share = self._source.span(*place), self._source.quote(*place), _share(most) if most else None
        base = _base(found, own, span[0])
        is_told = any(r.kind == "share" and r.start < span[1] and span[0] < r.end for r in found)
        of_which = self._source.text.startswith("其中", place[0])
        if of_which and not base and not groups and not self._is_of_all(found, span[0]):
            return
        if is_told or (most and share is None) or (sentence.part_of is not None and not base):
            return
        name = f"{meant.name}的比例" if most else f"主要是{meant.name}"
        value, slack = (share.middle, share.slack) if share else (0, 0)
        key, ways = f"most_{meant.key}", (*own, *others)
        reading = NumberReading(*span, quote, value, "most", key, name, meant.rule_id, ways, groups=groups)
        yield reading._replace(counted=len(own), bases=base, slack=slack)

    def _is_of_all(self, found: Sequence[NumberReading], place: int) -> bool:
        """Whether 其中 behind the last number before a place is of all: 收到8件，其中过半数…, not 企业14件，其中…."""
        last = next((r for r in reversed(found) if r.end <= place and r.kind in ("count", "other")), None)
        if last is not None and last.kind == "other":
            return self._source.printed.startswith(("结转件", "结转申请", "结转的申请"), last.end)
        is_of_both = last is not None and last.key == "carried" and "新" in last.quote  # 新申请和1件结转件
        return last is None or last.key in _WHOLES or is_of_both

    def _among(self, most: re.Match[str] | None, clause: str, left: str) -> tuple[Alternatives | None, str]:
        """Return the group that most is said of, and what most of it is: 不予公开中(超过半数)涉及第三方.

        None where it is said of all, () where it is not known of what.
        """
        head = _COUNTED.sub("", clause[: most.start()]).removeprefix("其中") if most else ""
        if most is None or not head.endswith(_WITHIN):
            return None, left
        group = self._source.vocabulary.concepts.shared(_OF_GROUP.sub("", head), "request")
        is_group = group is not None and group.is_result and not group.word
        return (group.alternatives("request")[:1] if group and is_group else ()), clause[most.end() :]

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


def _share(said: re.Match[str]) -> WordShare | None:
    """Return the share that a match tells, also where it says of what: 超过(办结总数的)一半."""
    apart = said["than"] and not said["than"].startswith("占") and said["mark"] is None
    whole = SAID.match(said["than"] + said["said"]) if apart else said
    share = share_of(whole) if whole else None
    return share if share and (share.is_range or not said["percent"]) else None


def _base(found: Sequence[NumberReading], own: Alternatives, place: int) -> tuple[Number, ...]:
    """Return the number of the group that something is most of: 不予处理3件，多数属重复申请; () where it is of all."""
    groups = [r for r in found if r.kind == "count" and r.rule_id == "N-05" and r.end <= place and r.ways]
    return tuple(r.value for r in groups[-1:] if set(own[0]) < set(r.ways[0]))


def judged_majority(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, bool | None]:
    """Compare what share applications are said to have with the table, or that they are more than those of others."""
    own = [added(way, numbers) for way in reading.ways[: int(reading.counted)]]
    others = [added(way, numbers) for way in reading.ways[int(reading.counted) :]]
    if reading.kind == MORE:
        return "、".join(format_number(v) for v in (*own[:1], *others) if v is not None), _is_more(reading, own, others)
    if not reading.slack:
        return "", _is_more(reading, own, others)
    shares = _shares_of_kind(reading, numbers) if reading.rule_id == "N-01" else []
    if not shares:
        wholes: list[Number | None] = [*reading.bases] or [added(way, numbers) for way in WHOLES]
        wholes = [added(way, numbers) for way in reading.groups] or wholes
        if None in own or None in wholes or not any(wholes):
            return "", None
        shares = [float(part or 0) * 100 / float(whole) for part in own for whole in wholes if whole]
    return f"{shares[0]:.2f}%", _is_within(reading, shares)


def _is_within(reading: NumberReading, shares: Sequence[float]) -> bool:
    return any(abs(share - float(reading.value)) <= float(reading.slack) for share in shares)


def _is_more(reading: NumberReading, own: Sequence[Number | None], others: Sequence[Number | None]) -> bool | None:
    """Whether something is more than others: than each of them, or so many times as many as the only one."""
    if None in own or None in others or not own:
        return None
    largest = max(value for value in own if value is not None)
    if reading.slack:
        return _is_within(reading, [float(largest) / float(other) for other in others if other])
    return not any(value is not None and value + reading.value > largest for value in others)


def _shares_of_kind(reading: NumberReading, numbers: Mapping[str, Number]) -> list[float]:
    """Return the shares of a kind of applicants in the new applications, in those with the old ones, in those done."""
    columns, shares = [cell[-3:] for cell in reading.ways[0]], []
    for rows in (WHOLES[1], WHOLES[2], WHOLES[0]):
        whole = added(rows, numbers)
        part = added(tuple(row.removesuffix(OF_ALL_KINDS) + column for row in rows for column in columns), numbers)
        if whole and part is not None:
            shares.append(float(part) * 100 / float(whole))
    return shares
