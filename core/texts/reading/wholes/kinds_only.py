"""Reads that some kinds of applicants or results were all: 要么来自自然人，要么来自企业; 只有自然人和企业两类."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_IN_ROW, CARRIED_OUT_ROW, HANDLED_ROW, KINDS, RECEIVED_ROW
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_KIND = "(?:自然人|公民|个人|商业企业|企业|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所)"
_IS = "(?:是|为|来自|出自|由|属于|系)?"
_ONLY = pattern(
    f"要么{_IS}(?P<a>{_KIND})(?:提出|提交)?的?(?:申请)?，?(?:要么|就){_IS}(?P<b>{_KIND})(?:提出|提交)?的?(?=[，；。]|$)"
    f"|(?:只|仅)(?:有|涉及|来自|包括|限于|分为|是|为)(?P<list>{_KIND}(?:(?:、|和|与|及|以及){_KIND})+)这?(?:[一两二三四]类|[一两二三四]种)"
    "(?:申请人|主体|申请主体|人群)?(?=[，；。]|$)",
)
_JOINT = pattern("、|以及|和|与|及")
_ROWS = (
    ("handled", HANDLED_ROW, "N-04"),
    ("carried_out", CARRIED_OUT_ROW, "N-03"),
    ("carried_in", CARRIED_IN_ROW, "N-03"),
)
_OF_ALL = frozenset(["received", "received_new", "mentioned", "handled", "handled_all", "carried_out", "carried_in"])
_OTHERS = KINDS[-1]
"""Those of the last column may be called 企业 or 个人 by their offices."""
_RESULT = "[^，；：。（）、\\d和与及]{2,10}?"
_RESULTS_ONLY = pattern(
    "^(?:(?:□□□)?(?:本年|全年|今年|年内)度?的?，?)?(?:从|就|按)?(?:全年|各类|申请|依申请公开|信息公开|政府信息公开|的)*(?:答复|办理|处理)的?(?:类型|结果|情形|结论|决定)"
    "(?:上?来?看|上|较为?|比较|相对|很|单一|集中|简单|，)*(?:只|仅|就|共)(?:有|涉及|包括|限于|分为|是|为|集中在|出现)*"
    f"(?P<list>{_RESULT}(?:(?:、|和|与|及|以及){_RESULT})+?)这?(?:[一两二三四]|[2-4])[类种项](?:类型|情形|结果|答复)?(?=[，；。]|$)",
)
"""从答复类型看，只有予以公开和部分公开两类"""


@sentence_reader(REQUEST_TEXTS, ("要么", "只", "仅"))
def kinds_only(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that there are no applications of other kinds, in the row of the number told before or of the new ones."""
    said = sentence.readings
    for match in _ONLY.finditer(source.text, sentence.start, sentence.end):
        start, end = source.span(*match.span())
        before = [r for r in said if r.end <= start and r.key != "unknown"]
        if (before and before[-1].key not in _OF_ALL) or any(r.key == "unknown" for r in said if r.end <= start):
            continue
        if not source.is_this_year(sentence, match.start()):
            continue
        columns = _columns(source, [match["a"], match["b"]] if match["a"] else _JOINT.split(match["list"]))
        row, rule_id = next(
            ((row, rule) for key, row, rule in _ROWS if before and before[-1].key.startswith(key)),
            (RECEIVED_ROW, "N-01"),
        )
        cells = tuple(f"{row}.{kind}" for kind in KINDS if kind not in columns and kind != _OTHERS)
        if columns and cells:
            what = 0, "none", "kinds_only", "申请人只有这几类", rule_id, (cells,), source.scope(match.start())
            yield NumberReading(start, end, source.quote(*match.span()), *what)


@sentence_reader(REQUEST_TEXTS, ("只", "仅", "就", "共"))
def results_only(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that there are no other results than those that a sentence names as all of them."""
    match = _RESULTS_ONLY.match(sentence.text)
    if match is None or not source.is_this_year(sentence, sentence.start + match.end()):
        return
    named = [source.vocabulary.concepts.shared(name, "request") for name in _JOINT.split(match["list"])]
    known = [role for role in named if role and role.is_result]
    own = {cell for role in known for way in role.alternatives("request") for cell in way}
    groups = (role for role in source.vocabulary.roles if role.is_result and not role.word)
    rows = dict.fromkeys(cell for role in groups for cell in role.alternatives("request")[0])
    cells = tuple(cell for cell in rows if cell not in own)
    if cells and len(known) == len(named):
        start, end = source.span(sentence.start + match.start(), sentence.start + match.end())
        what = 0, "none", "results_only", "结果只有这几种", "N-05", (cells,), source.scope(sentence.start + match.end())
        yield NumberReading(start, end, source.quote(sentence.start, sentence.start + match.end()), *what)


def _columns(source: SourceText, names: Sequence[str]) -> set[str]:
    """Return the columns of some kinds by name; none where one is not known."""
    kinds = [source.vocabulary.concepts.shared(name, "request") for name in names]
    if not all(kind and kind.is_applicant for kind in kinds):
        return set()
    return {cell[-2:] for kind in kinds if kind for cell in kind.alternatives("")[0]}
