"""Reads that no application was refused for one of some reasons: 未出现因信访举报投诉、重复申请等不予处理的情形.

Each reason that is named is a row of the table. What 等 leaves open is not compared: of the others nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.form.known_cells import THIRD_PARTY
from core.texts.reading.absences.denied_of_some import is_denied_of_some
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_GROUPS = ("不予公开", "无法提供", "不予处理", "不再处理", "其他处理")
_OTHERS = ("其他处理", "不再处理")
"""The group, and what its rows on applications given up call themselves."""
_NONE_FOR = pattern(
    "(?<![因于、或属])(?:(?:未曾?|没有)(?:出现|发生|产生|存在|收到)过?|不存在|(?:没有|无|未有?)(?=(?:任何|一件|1件|申请)*(?:因|由于|以)))"
    "(?:任何|一件|1件|申请)*(?P<because>因|由于|以)?"
    "(?P<reasons>[^，；。：（）\\d]{2,36}?)(?P<open>等)?(?:[各几多两三]?[类种项]?(?:原因|理由|情形|事由|因素|情况))?(?P<so>而|被|予以|作出|的)*"
    "(?P<group>不予公开|无法提供|不予处理|不再处理|其他处理)(?:处理|答复|决定|的|政府信息公开|申请|情形|情况|事项|件|现象|发生|出现)*(?=[，；。\\n]|$)",
)
_NONE_OF = pattern(
    "(?:^|(?<=[，；。\\n]))(?P<because>因|由于|以)?(?P<reasons>[^，；。：（）\\d]{2,36}?)(?P<open>等)?(?:[各几多两三四五六]+[类种项个])?(?P<so>而|被|的)*"
    "(?P<group>不予公开|无法提供|不予处理|不再处理|其他处理)的?(?:情形|情况|申请|事项|件)?(?:均|都|也)?"
    "(?:未(?:发生|出现|收到|有)|没有(?:发生|出现)?|为零|为0件?)(?=[，；。\\n]|$)",
)
"""公开出版物、重复申请(两类)不予处理情形均未发生"""
_SEVERAL = pattern("、|以及|或者?|和|(?<![危涉波])及|与")
_LEAD = pattern("^(?:申请人|因|由于|属于|涉及)+(?=.)")
_ON_GROUND = pattern("(?<=[^作])为(?:理?由)?$")
"""未出现以国家秘密、社会稳定(为由)不予公开的情形"""
_SECURE = "(?:国家安全|公共安全|经济安全|社会稳定)"
_ALL_SECURE = pattern(f"{_SECURE}(?:(?:、|以及|或者?|和|及|与){_SECURE}){{3}}")
"""危及(国家安全、公共安全、经济安全、社会稳定): what the form calls 三安全一稳定, if all four are named."""
_OF_OTHERS = pattern("除|其余|其他(?!处理)|另|但|只|仅")


@sentence_reader(REQUEST_TEXTS, _GROUPS)
def reasons_denied(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the rows that a sentence says there is none of, but those that are read as such already."""
    places = (sentence.start, sentence.end)
    for match in (*_NONE_FOR.finditer(source.text, *places), *_NONE_OF.finditer(source.text, *places)):
        before = source.text[sentence.start : match.start()].rpartition("；")[2]
        is_list = match.re.pattern == _NONE_OF.pattern or match["because"] or match["open"] or match["so"]
        if not is_list or _OF_OTHERS.search(before) or is_denied_of_some(before):
            continue
        if not source.is_this_year(sentence, match.start()):
            continue
        start, end = source.span(*match.span())
        read = {
            c
            for r in sentence.readings
            if r.kind == "none" and r.start < end and start < r.end
            for way in r.ways
            for c in way
        }
        for name, cell in _rows(source, match["reasons"], match["group"]):
            if cell not in read:
                read.add(cell)
                what = 0, "none", f"none_{name}", f"无{name}", "N-05", ((cell,),), source.scope(match.start())
                yield NumberReading(start, end, source.quote(*match.span()), *what)


def _rows(source: SourceText, reasons: str, group: str) -> list[tuple[str, str]]:
    """Return name and cell of each reason; none where one of them is not known as one of the group."""
    concepts, rows = source.vocabulary.concepts, []
    others = source.vocabulary.results.cells[_OTHERS[0]] if group in _OTHERS else ()
    reasons = _ALL_SECURE.sub("三安全一稳定", _ON_GROUND.sub("", reasons))
    items = [reasons] if concepts.row(reasons) else _SEVERAL.split(reasons)
    for item in items:
        role = concepts.row(item) or concepts.row(_LEAD.sub("", item)) or concepts.row(_LEAD.sub("", item) + group)
        cells = role.alternatives("")[0] if role else ()
        is_known = bool(cells and cells[0] in others)
        is_known = is_known or bool(concepts.row(item + group) or concepts.row(_LEAD.sub("", item) + group))
        if role is None or not is_known or (cells == (THIRD_PARTY,) and "第三方" not in item):
            return []  # 没有因个人隐私不予公开的: there may be some on a secret of trade, in the same row
        rows.append((role.name, cells[0]))
    return rows
