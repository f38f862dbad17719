"""Reads that one reason was that of a whole group: 全部不予公开决定均以执法案卷为由, 无法提供的原因均为本机关不掌握."""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_ALONE = pattern(
    "(?:^|(?<=[，；。：\\n]))(?:我局|本局|全年|年内|所有|全部)*(?P<group>不予公开|无法提供|不予处理)的?(?:申请|答复|决定|情形|告知)*的?(?:(?:原因|理由|依据|情形)*"
    "(?:均|都|全部|全|一律|皆)(?:为|是|因|以|系|属于|属|由于|出于)+|(?:原因|理由|依据)(?:只有|仅有)(?:一个|一条|一种|一项)，(?:即|就是|为|是)(?:因|由于)?)"
    "(?P<row>[^，；。：（）\\d]{3,24}?)(?:为由|而作出|所致|的?原因|的?情形|的?申请)?(?=[，；。]|$)",
)
_JOINT = pattern("、|以及|和|及|与|或者?|等")


@sentence_reader(REQUEST_TEXTS, ("不予公开", "无法提供", "不予处理"))
def reasons_alone(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that the other rows of a group are empty, where a sentence says so of no number."""
    for match in _ALONE.finditer(source.text, sentence.start, sentence.end):
        if not source.is_this_year(sentence, match.start()):
            continue
        concepts = source.vocabulary.concepts
        group = concepts.shared(match["group"], "request")
        rows = [concepts.row(name) for name in (match["row"], *_JOINT.split(match["row"]))]
        known = [rows[0]] if rows[0] else rows[1:]
        if group is None or None in known:
            continue
        cells = group.alternatives("request")[0]
        own = {cell for row in known if row for cell in row.alternatives("request")[0]}
        if not own < set(cells):
            continue
        start, end = source.span(*match.span())
        if any(r.start < end and start < r.end and r.rule_id for r in sentence.readings):
            continue  # 不予公开1件，理由均为过程性信息: of that number
        name = "、".join(row.name for row in known if row)
        left = tuple(cell for cell in cells if cell not in own)
        what = 0, "none", f"alone_{group.key}", f"{group.name}均为{name}", "N-05", (left,), source.scope(match.start())
        yield NumberReading(start, end, source.quote(*match.span()), *what)
