"""Reads the total of new applications and those carried in, named together: 新收和上年结转的申请共97件.

However the two are joined, the number is what both cells hold, and none of those carried in alone. Where no word adds
them up (新收和结转的97件申请), it may still be that of one of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import holds_one, pattern
from core.form.known_cells import CARRIED_IN_ROW, RECEIVED_ROW
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Alternatives
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_NOUN = "(?:政府信息公开|信息公开|依申请公开|公开|申请|办件|事项|件|的|总量)*"
_NEW = f"(?:新收|新增|收到|受理|接收)(?:到|来)?{_NOUN}"
_LAST_YEAR = "(?:(?:□□□)?(?:上年|去年|上一年|往年)度?)?的?"
_OLD = f"{_LAST_YEAR}(?:结转|转入|转来|遗留)(?!至|到|下|次|明)(?:过来|而来|下来|来)?{_NOUN}"
_AND = "(?:、|以及|和|及|与|连同|并同|加之|加上?|外加)"
_YEAR = "(?:(?:□□□)?(?:本年|当年|今年)度?的?)?"
_SUM = "(?:共|合计|总计|总数|总量|之和|相加|累计|加起来|合起来|加在一起|一并计算|合并计算)"
_TOGETHER = pattern(
    f"(?P<names>{_YEAR}{_NEW}{_AND}{_OLD}|{_OLD}{_AND}{_YEAR}{_NEW}|(?P<added>(?:(?<=[件宗份请]，)|(?<=[件宗份次]（)|(?<![^。；\n]))(?:含|包含|包括|连同|加上?|加之|算上){_OLD})"
    f"|(?P<beside>(?<=[件宗份]，)(?:与|和|同|连同|加上?|并入){_YEAR}{_NEW}))"
    f"(?:，|两项|两者|二者|两类|两部分|一|总|{_SUM})*(?:计|为|有|是|达到?|得|，|申请|{_SUM})*(?=\\d+[件宗份])"
)
_ADDS = pattern(_SUM)
_WORKED_ON = pattern(
    f"(?<=[件宗份请]，)(?:计入|并入|含|包含|包括|加|连|连同|加上?|加之|算上){_OLD}(?:后|在内|计算在内|一并|在一起)*，"
    "(?:□□□|本年度?|今年|全年|年内|当年|实际|[我本全][局委办厅院镇乡县市区州旗省]|街道|单位|本机关|一共|合计|总计|累计|共|总)*"
    "(?P<due>(?:应予|应当?|需要?|须|待)?(?:办理|处理|处置|答复|承办|经办|办)|实有|在手|手头|手上)(?:的|申请|总数|总量|共|计|为|有|达到?)*(?=\\d+[件宗份])"
)
"""新收申请165件，(加上上年结转，实际办理)174件: both, or those of them that were done."""
_BY_WORDS_BEFORE = ("carried", "carried_in", "carried_out")
_MUST = ("应", "需", "须", "待", "实有", "手")
_OF_WHAT = "新旧合计"
"""Why a total of new and old ones is not compared that stands behind a number of something else."""
_HEAD = pattern(
    "(?:针对|对于?|将|在|就)?(?:□□□本年度?|本年度?|今年|全年|年内|当年|报告期内?|[我本全][局委办厅院镇乡县市区州旗省](?:机关)?|街道|本机关|我?单位|[需应]要?当?办(?:理|结)?的?|共|，)*"
)
_OF_SOME = pattern(
    "自然人|公民|个人|群众|企业|法人|机构|组织|律|类|涉|线|网|函|平台|渠道|复议|诉讼|处罚|许可|其中|[乡镇街]等|各"
)


@count_pass(words=["结转", "转入", "转来", "遗留"])
def both_summed(source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, the total of new ones and those carried in read as that of both."""
    readings = [*found]
    for match in _TOGETHER.finditer(source.text, sentence.start, sentence.end):
        start = source.span(match.end(), match.end() + 1)[0]
        place = next((i for i, r in enumerate(readings) if r.start == start), None)
        adds_up = _ADDS.search(match[0], len(match["names"])) is not None
        is_joined = match["added"] is None and match["beside"] is None
        if place is None or not (adds_up or is_joined):
            continue
        if source.text[match.start() - 1 : match.start()] == "（":
            readings[place] = _of_kind(source, readings[place], readings[place - 1] if place else None)
            continue
        head = BREAK.split(source.text[sentence.start : match.start()])[-1]
        is_about = source.code in REQUEST_TEXTS or source.topic_at(sentence, match.end()) == "request"
        is_all = is_about and not _OF_SOME.search(head) and source.is_this_year(sentence, match.start())
        if is_all:
            old = readings[place].ways if match["added"] and readings[place].key == "carried_in" else ()
            old = old if adds_up else _ways_of_either(source)
            readings[place] = _as_due(source, readings[place], _HEAD.sub("", head), old)
    for match in _WORKED_ON.finditer(source.text, sentence.start, sentence.end):
        start = source.span(match.end(), match.end() + 1)[0]
        place = next((i for i, r in enumerate(readings) if r.start == start and r.key in _BY_WORDS_BEFORE), None)
        if place is not None:
            done = () if holds_one(match["due"], _MUST) else source.vocabulary.role("handled").alternatives("request")
            readings[place] = _as_due(source, readings[place], "", done)
    return readings


def _of_kind(source: SourceText, reading: NumberReading, before: NumberReading | None) -> NumberReading:
    """Return what stands in brackets behind a number as the total of its new ones and its old ones.

    自然人29件(（含上年结转共30件）): of that kind; behind any other number than one received it is not judged.
    """
    if before is None or before.kind != "count" or not before.ways or before.rule_id != "N-01":
        return reading._replace(kind="other", meaning=f"{reading.meaning}（{_OF_WHAT}，不核对）", ways=(), phrase=None)
    cells = dict.fromkeys(cell.rpartition(".")[2] for cell in before.ways[0])
    ways = (tuple(f"{row}.{column}" for row in (RECEIVED_ROW, CARRIED_IN_ROW) for column in cells),)
    return _as_due(source, reading, "", ())._replace(ways=ways)


def _ways_of_either(source: SourceText) -> Alternatives:
    """Return the cells of the new ones, and those of the ones carried in."""
    roles = [source.vocabulary.role(key) for key in ("received_new", "carried_in")]
    return tuple(way for role in roles for way in role.alternatives("request"))


def _as_due(source: SourceText, reading: NumberReading, head: str, old: Alternatives) -> NumberReading:
    """Return a reading as the total of both; of 新收36件，连同上年结转共3件 it may be that of the old ones alone."""
    role = source.vocabulary.role("due")
    return reading._replace(
        kind="count",
        key=role.key,
        meaning=role.name,
        rule_id=role.rule_id,
        ways=(*role.alternatives("request"), *old),
        words=(head,),
        phrase=None,
    )
