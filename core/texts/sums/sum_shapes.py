"""Finds wholes and parts that are told without a list: quarters of a year, cases closed and pending, what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import NUMERALS
from core.texts.language.periods import are_all_of_year, sums_of_periods, sums_of_years
from core.texts.language.things import Count
from core.texts.sums.composed_of import composed_of
from core.texts.sums.stocks import net_growth, stocks
from core.texts.sums.told_of import count_now, values_now
from core.texts.sums.with_and_without import with_and_without

Sums = Iterator[tuple[Count, Sequence[Count], str]]
"""Totals with their parts, and how these differ: ``more`` where they may be less but are more, ``less`` where hardly
anything of the total is missing, ``refers`` where no such number stands above, ``reckoned`` where another number
follows from those beside it, "" where they are all of it."""

FEWEST = 3
"""Numbers of a total and its parts."""
NO_PART = pattern(
    "同时|增加|减少|增长|下降|上升|多于|少于|较(?![大重])|同比|比上|上年|去年|含(?![义量混糊])|包括|平均|每|超过|占(?![用地道])|其中|约$|近$|(?<![送到抵])达$|^另|此外|不含|连同|(?:共|合计|总计|累计)(?:计|有|为)?$|[比较][^，；。\\d]{1,14}[多少高低](?:出|了)?$"
)
"""Words before a number that is no part of a total."""
SUBTOTAL = pattern(
    "(?:共|合计|总计|累计|小计|合起来|加起来|加在一起|合在一起|相加|之和|加总)(?:共?计|有|就有|为|是|得|达)?(?:了)?$"
)
"""公开6件、部分公开2件，(合起来)8件: what some parts make together is no part."""
TOTAL_ALONE = pattern(
    "(?:(?!集中|涉及|围绕|关于|内容|事项|(?:主要|大多|多数)(?:是|为|有|包括)).)*(?:(?<=[，；：、（）])|^)\\s*(?:合计|共计|总计|小计)：?\\s*"
)
"""A total of what stands above; 内容集中在征收、规划两类，合计 is one of what its own sentence names."""
OPENING = pattern(
    r"(?:(?<=[。，件条篇则期场个次份宗例户名家项处起批])|(?=[，；。：（])|^)"  # most places are passed over at once
    r"(?:(?:^|(?<=[。，]))(?:从|按照?|就|分)[^，；：。、（）\d]{2,10}(?:看|来看|分|划分|区分|统计|拆分|细分|归类|分类|归集|归纳)，|(?<=[件条篇则期场个次份宗例户名家项处起批])(?:[^，；：。、（）\d]{0,8})(?:[中里][，：]|(?:按照?|从|就)[^，；：。、（）\d]{1,8}(?:看|来看|分|划分|区分|统计|拆分|细分|归类|分类|归集|归纳)，)|(?:^|[，；。：（])(?:其中|包括|包含|即(?![将使可日便或办时到收刻])|主要(?:包括|有|是|为)|涉及(?![^，；：。（）\d]{2,24}(?:不予|部分)(?:公开|提供)的?\d)|涵盖|分为|分别为|分别是|具体(?:情况)?(?:为|是)|具体包括|(?:具体|申请人|其)?(?:构成|组成)(?:情况)?(?:为|是|如下)|按[^，；：。、（）\d]{0,6}(?:渠道|方式|途径|形式)分?为|分(?:级|层级|层|单位)统计(?:为|是))[：，]?|(?<=[件条篇则期场个次份宗例户名家项处起批])分别(?:为|是)：?|：|(?<=[件条篇则期场个次份宗例户名家项处起批])（"
    r"|(?<=[件宗份])(?:的?(?:公开)?申请)?[中里](?=[^，；：。、（）\d]{1,8}(?P<alike>申请|提出|提交|类)的?\d+[件宗份][、和]"
    r"[^，；：。、（）\d]{1,8}(?P=alike)的?\d)|(?<=[件宗份])(?:的?(?:公开)?申请)?[中里](?=(?:涉及|关于)[^，；：。、（）\d]{2,24}的?\d+[件宗份][，、](?![^。；]*(?:公开的?\d|无法|不予|处理|办结|答复|结转|维持|纠正|撤回|自然人|企业|公民|网|信函|上年))[^；。]*[，、](?:其他|其它|其余)[^，；。\d]{0,6}\d)"
    r"|(?<=[件宗起份])(?:[^，；：。、（）\d]{0,10}?)的(?:被申请人|申请人|原告|被告|内容|事项|来源|去向|类型|领域|主题|案由|事由|起因|诉求|对象|主体)(?:中|里|看|上)?[，：])"
)
_NEW_ONES = pattern("新|增|另")
_DOUBLED = pattern("翻了?一番，?(?:达到?|到|为|增至)?")
_LOOKED = pattern("清理|梳理|评估")
_KEPT = pattern("保留|继续有效|废止|失效|修改|修订")
_FACETS = (
    (("建议", "提案"), "建议[^，；。\\d]{0,10}提案|两会"),
    (("主办", "[协会分]办"), "建议|提案"),
    (("(?<!不)(?<!未)满意$|(?<!基本)(?<!不)满意", "基本满意", "不满意"), "问卷|调查|评议|测评|意见|收回|回收"),
    (("(?<!未)(?<!不)(?<!不予)采纳", "[未不](?:予)?采纳"), "意见|建议"),
    (("上半年", "下半年"), ""),
    (
        ("^(?:其中)?(?:予以|主动|答复)?公开(?:答复)?.{0,4}全文", "(?:不予?|未予?)公开.{0,4}全文|全文(?:不予?|未)公开"),
        "",
    ),
    (("简易程序", "(?:普通|一般)程序"), "处罚"),
    (("原创", "转载"), ""),
    (
        ("(?:[省市县区]直|[省市县区]级|本级|[省市县区](?:政府)?(?:及其)?)(?:部门|单位)", "乡|镇|街"),
        "全[省市县区]|各|政府|行政",
    ),
    (("直接答复|工作日", "延期|延长"), "办结|答复|^在?$"),
    (("线上|网上", "线下"), ""),
    (("专职", "兼职"), ""),
    (("书面", "口头"), ""),
    (
        (
            "^(?:其中)?(?:(?:予以|同意|准予|全部|完全|全)+公开|(?:全部?|完整|如数)(?:给|提供))",
            "部分(?:予以)?(?:公开|提供|给)|(?:给|提供|公开)了?一?部分",
        ),
        "^(?!.*(?:申请(?!人)|要求|请求|主动|[想不未拟应待]))(?:.*[^信息政务])?(?:公开|提供|给出?|拿到)"
        "(?:了|的|申请人|群众|政府|信息|材料|资料|文件|内容|东西)*(?:共|有|为)?$",
    ),
    (("(?<!未)按期", "(?:逾|超|延)期"), "办结|答复"),
)
"""Names of parts that are everything, and what the whole must be called."""
_TOLD_PLAINLY = tuple(facet for facet in _FACETS if facet[0][0] in ("(?<!不)(?<!未)满意$|(?<!基本)(?<!不)满意", "专职"))
"""Parts that need no 其中 before them."""
_OF_FACETS = pattern("|".join(name for names, _ in _FACETS for name in names))
"""Any of their names: most lists have none and need no closer look."""
_KINDS_OF_DOCUMENTS = ("主动公开", "依申请公开", "不予公开")
_CLOSED = pattern("^(?:其中)?(?:年内|全年|当年|现|目前|共)?已?(?:审结|结案)$")
_OPEN = pattern("(?:尚未审结|未审结|未结|尚在审理|正在审理|在审)(?:中|的)?$")
_OPEN_BEHIND = pattern("(?:尚|仍|还)?(?:未审结|未结|在审理|正在审理)")
_DONE = pattern("(?:办结|完成|整改|答复|解决|审结)$")
_LEFT = pattern("(?:剩余|其余|剩下|余下|尚余|还剩)(?:的)?$")
_REST = pattern("^(?:其余|余下|剩下|剩余)的?")
_ONE_RESULT = pattern("^(?!.*(?:办结|收到|新收|申请)).*(?:公开类|予以公开|部分公开|不予公开|无法提供|不予处理)")
_ONE_OUTCOME = pattern(
    "(?:维持|站住脚|站住了?|站得住脚?|一边|认可|支持|胜诉|纠正|纠错|撤销|推翻|被改|改正|败诉|赢|输|重办|重作)了?的?(?:决定|答复|案件)?(?:有|共)?$"
)
"""(站住脚的)13件，被改的4件，其余6件: the whole is told elsewhere."""
_OF_EARLIER = pattern(
    "其中|包括|包含|主要[是为有]|分为|集中[在于到]|[两三四五六七八九几\\d][大个种项]{0,2}(?:块|类别?|方面|领域|板块|主题|方向|类型)[^，；。：、\\d]{0,6}：[^，；。：\\d]*$"
    "|(?:从|按照?|就|以)[^，；：。、（）\\d]{2,10}(?:看|分|划分|区分|统计|归类|分类)，(?![^，]*(?:收到|受理|新收|接|办结|答复|共|计|总|全))[^，；。：\\d]*$"
)
"""(其中：)抽查188条，食品52条，其余371条; (从内容看，征地类)52件，规划类29件: parts of what was told before."""
_ONE_MORE = pattern("[^，；。]*，(?:另有?|还有)$")
_TAKEN = pattern("^(?:再|另)?(?:扣除|减去|除去|剔除)")
_REMAINS = pattern(
    "^(?:实际|净|实|还|尚|应|最终|有效|共|真正)*(?:剩余?|余下?|保留|留存|办结|办理|登记|受理|收到|答复|有效|为|有|纳入)"
)
_REACH = 8
_ROW = ("、", "和", "及", "与", "以及")
_REMARK = pattern(f"（[^（）\\d{NUMERALS}]*）")
_CASES = pattern("复议|诉讼|应诉|被诉|起诉|案件")
_COMPARED = pattern(
    "，?(?:比|较|与|同|跟|(?:由|从|在)(?=□□□上年|上年|去年|上一年))[^，；。、（）]{0,14}?的?|[，（]?(?:比|较|同比)?(?:□□□上年|上年|去年|上一年)(?:同期)?(?:的|为|是|有|收到)*[（]?"
)
"""，比2024年的(800条)"""
_MOVED = pattern("）?(?:相比|对比|比|的基础上)?，?(?:净)?(?:增加|增长|增|多|上升|(?P<less>减少|下降|少|减))了?")
_CHANGED = pattern(
    "，(?:(?:同比|(?:较|比|与)(?:□□□)?(?:上年|去年|上一年)度?(?:同期|相比)?)，?)?(?:净)?(?:增加|增长|增|多|上升|(?P<less>减少|下降|少|减))了?"
)
_OF_YEAR_BEFORE = pattern("[（，](?:□□□上年|上年|去年|上一年)度?(?:同期)?(?:为|是|收到|共|的)*")
"""92件，同比净增14件(（上年)80件"""


def remarks_blanked(text: str) -> str:
    """Return a sentence without brackets that hold no number, of the same length: 公开18件（含当场答复）."""
    return _REMARK.sub(lambda match: "，" * len(match[0]), text) if "（" in text else text


def is_whole_facet(whole: str, parts: Sequence[Count], facets: Sequence[tuple[tuple[str, ...], str]] = ()) -> bool:
    """Whether the parts are all that there can be of a whole: 建议 and 提案 of 建议提案, those agreed to and not."""
    heads = [part.head for part in parts]
    for names, of in (facets or _FACETS) if heads and _OF_FACETS.search(heads[0]) else ():
        if not any(re.search(name, heads[0]) for name in names) or not re.search(of, whole):
            continue
        found = [[bool(re.search(name, head)) for head in heads] for name in names]
        by_part = [*zip(*found, strict=True)]
        if all(map(any, found)) and all(map(any, by_part)) and not any(map(all, by_part)):
            return True
    return False


def is_most(total: Count, parts: Sequence[Count]) -> bool:
    """Whether parts that may be all of a total are most of it at least: of 28, 2 on the spot and 3 late are not."""
    return sum(part.value for part in parts) * 5 >= total.value * 4


def sums_by_shape(text: str, counts: Sequence[Count]) -> Sums:
    """Yield the totals of a sentence that differ from their parts, by how they are told."""
    if "结" in text and "审" in text:
        yield from _all_and_left(text, counts)
    if "余" in text or "剩" in text:
        yield from _matters_left(text, counts)
    if "其余" in text or "余下" in text or "剩下" in text:
        yield from _rest(text, counts)
    if "中" in text and ("未" in text or "不" in text):
        yield from with_and_without(text, counts)
    if "扣除" in text or "减去" in text or "除去" in text or "剔除" in text:
        yield from _deducted(text, counts)
    if "翻" in text:
        yield from _doubled(text, counts)
    if "季度" in text or "半年" in text:
        yield from sums_of_periods(text, counts)
    if "年" in text and "前" in text:
        yield from sums_of_years(text, counts)
    yield from stocks(text, counts)
    yield from net_growth(text, counts)
    if "清理" in text or "梳理" in text or "评估" in text:
        yield from _cleared(text, counts)
    if "组成" in text or "构成" in text:
        yield from composed_of(text, counts)
    if "满意" in text or "专职" in text:
        yield from _facets(text, counts)
    if "不予公开" in text and "主动公开" in text:
        yield from _documents(text, counts)
    if "比" in text or "较" in text or "上年" in text or "上一年" in text or "去年" in text:
        yield from _differences(text, counts)


def is_complete(parts: Sequence[Count]) -> bool:
    """Whether parts are all that there can be: quarters of a year; documents published, on application, or not."""
    kinds = _KINDS_OF_DOCUMENTS if len(parts) == len(_KINDS_OF_DOCUMENTS) else None
    return are_all_of_year(parts) or (kinds is not None and all(any(p.head.endswith(k) for p in parts) for k in kinds))


def differs(totals: Sequence[Count], parts: Sequence[Count], *, is_closed: bool) -> bool:
    """Whether the parts add up to none of the numbers that may be the total, nor (an open list) to less.

    Where one part is as large as the total, the others lie within it.
    """
    added = sum(part.value for part in parts)
    wholes = [count.value for count in totals]
    wholes += [a + b for a, b in pairwise(wholes)]
    is_row = all(a.text.startswith(_ROW, a.end) for a in parts[:-1])  # 民生4件、营商3件、城管2件、环保1件
    if not is_row and any(sum(part.value for part in parts[:n]) in wholes for n in range(2, len(parts))):
        return False  # 诉讼5件：直接起诉3件，复议后起诉2件，已审结的4件: complete before its last number
    overlap = any(part.value in wholes for part in parts)
    return added not in wholes and (is_closed or (added > max(wholes) and not overlap))


def _facets(text: str, counts: Sequence[Count]) -> Sums:
    """Yield wholes that are not all that there can be of them, told without 其中: 问卷200份，满意180份、…不满意8份."""
    for i, total in enumerate(counts):
        for length in (2, 3):
            parts = counts[i + 1 : i + 1 + length]
            if (
                len(parts) < length
                or {c.unit for c in parts} != {total.unit}
                or not is_whole_facet(total.head, parts, _TOLD_PLAINLY)
                or (_goes_on(text, counts[i + length :], parts[-1]) and sum(p.value for p in parts) < total.value)
            ):
                continue
            gaps = [text[a.end : b.start] for a, b in pairwise((total, *parts))]
            is_plain = not any(re.search("[；：（）其]", gap) for gap in gaps) and not any(
                c.is_rough for c in (total, *parts)
            )
            if is_plain and sum(part.value for part in parts) != total.value:
                yield total, parts, ""


def _goes_on(text: str, behind: Sequence[Count], last: Count) -> bool:
    """Whether a list has one more part of the same unit: 专职1人、兼职2人(、村级信息员)13人."""
    return bool(behind) and behind[0].unit == last.unit and text.startswith("、", last.end)


def _documents(text: str, counts: Sequence[Count]) -> Sums:
    """Yield documents that are not as many as those published, on application and not: 信息12条，主动公开9条，…."""
    for i in range(len(counts) - len(_KINDS_OF_DOCUMENTS)):
        total, *parts = counts[i : i + 1 + len(_KINDS_OF_DOCUMENTS)]
        between = text[total.end : parts[0].start]
        is_listed = "其中" not in between and "：" not in between and is_complete(parts)  # else read as a list
        is_sure = {c.unit for c in parts} == {total.unit} and not any(c.is_rough for c in (total, *parts))
        if is_listed and is_sure and "；" not in between and sum(c.value for c in parts) != total.value:
            yield total, parts, ""


def _doubled(text: str, counts: Sequence[Count]) -> Sums:
    """Yield what is not twice what it was: 由8件翻一番，达到12件."""
    for was, now in pairwise(counts):
        if _DOUBLED.fullmatch(text[was.end : now.start]) and was.unit == now.unit and now.value != was.value * 2:
            yield now, (was, was), ""


def _cleared(text: str, counts: Sequence[Count]) -> Sums:
    """Yield documents looked through that were not all kept, changed or repealed: 清理40件，保留25件、废止15件."""
    for i, total in enumerate(counts):
        parts: list[Count] = []
        for count in counts[i + 1 :]:
            if count.unit != total.unit or not _KEPT.search(count.head) or count.is_rough:
                break
            parts.append(count)
        is_looked = _LOOKED.search(total.head) and not _KEPT.search(total.head) and not total.is_rough
        is_plain = bool(parts) and not re.search("[；（其]", text[total.end : parts[-1].start])
        if is_looked and is_plain and len(parts) >= FEWEST and sum(part.value for part in parts) != total.value:
            yield total, parts, ""


def _matters_left(text: str, counts: Sequence[Count]) -> Sums:
    """Yield matters that are neither done nor left: 督办提案189件，办结185件，剩余5件; no applications."""
    for whole, done, left in zip(counts, counts[1:], counts[2:], strict=False):
        if not (_DONE.search(done.head) and _LEFT.match(left.head)) or len({whole.unit, done.unit, left.unit}) > 1:
            continue
        between = text[whole.end : left.start]
        if "申请" in text[: whole.start] or re.search("[；：（其]", between) or whole.is_rough or done.is_rough:
            continue
        told = [c.value for c in counts if c.end <= whole.end and c.unit == whole.unit]
        wholes = {*told, *(a + b for a, b in combinations(told, 2))}  # 新收163件，…，上年结转10件，办结165件，剩余8件
        if done.value + left.value not in wholes and not NO_PART.search(whole.head):
            yield whole, (done, left), ""


def _rest(text: str, counts: Sequence[Count]) -> Sums:
    """Yield wholes that are not what is listed of them and the rest: 办结39件，公开20件，部分公开6件，其余14件."""
    for i, rest in enumerate(counts):
        if not _REST.search(rest.head):
            continue
        frame = max(remarks_blanked(text).rfind(mark, 0, rest.start) for mark in "；（") + 1
        run = [c for c in counts[:i] if c.start >= frame]
        heads = [c.head.removeprefix("其中") for c in run]
        heads[:1] = [SUBTOTAL.sub("", head) for head in heads[:1]]  # 收到信件(共)12件，已办10件，其余2件
        is_plain = len(run) >= FEWEST - 1 and not any(c.is_rough for c in run) and not any(map(NO_PART.search, heads))
        if len(run) > 1 and sum(c.value for c in run[1:]) == run[0].value:
            continue  # 已审结8件，维持6件、纠正1件、其他1件，其余3件在审: of more than the 8
        if not run or text[run[0].end :].lstrip().startswith("、") or _OF_EARLIER.search(text, frame, run[0].start):
            continue  # 征地47件、规划21件，其余9件: the whole is not told here
        if len(run) < FEWEST and "申请" in text and "其中" not in text[run[0].end : rest.start]:
            continue  # 收到19件，答复18件，其余2件: with those carried in
        if (
            not is_plain
            or rest.is_rough
            or {c.unit for c in run} != {rest.unit}
            or text[rest.end : rest.end + 1] == "、"
        ):
            continue
        if all(_ONE_RESULT.search(c.head) for c in run) or any(c.head.endswith("各") for c in run):
            continue  # 公开类答复95件，不予公开88件，其余30件: three kinds of results; 科研机构和公益组织各2件
        if _ONE_OUTCOME.search(run[0].head) and "其中" not in text[run[0].end : rest.start]:
            continue
        if rest.value > run[0].value:
            continue  # 政策文件12条，工作动态50条，其余115条: of a whole that is told elsewhere
        if any(c.unit == rest.unit and TOTAL_ALONE.match(c.head) for c in counts[i + 1 : i + 2]):
            continue  # 本级38件，派出所31件，其余10件，合计79件: the whole is told behind
        told = rest.value + _told_behind(text, rest, counts[i + 1 : i + 2])
        if run[1:] and sum(c.value for c in run[2:]) <= run[1].value == run[0].value - told:
            continue  # 收到103件，办结41件，公开17件，其余62件结转: 17 of the 41
        if not any(_fits(run[:j], sum(c.value for c in run[j:]) + told) for j in range(1, len(run))):
            yield run[0], (*run[1:], rest), ""


def _told_behind(text: str, rest: Count, behind: Sequence[Count]) -> Number:
    """Return what is told as one more part behind a rest, 0 for nothing: 其余87件作其他答复，另13件结转."""
    is_part = any(c.unit == rest.unit and _ONE_MORE.match(text[rest.end : c.start]) for c in behind)
    return behind[0].value if is_part else 0


def _deducted(text: str, counts: Sequence[Count]) -> Sums:
    """Yield what is left that is not a number without what is taken from it: 共37件；扣除结转的3件，实际办结33件."""
    for whole, taken, left in zip(counts, counts[1:], counts[2:], strict=False):
        if (
            not _TAKEN.search(taken.head)
            or not _REMAINS.search(left.head)
            or len({whole.unit, taken.unit, left.unit}) > 1
        ):
            continue
        is_one_more = text.startswith(("、", "和", "及", "以及"), taken.end)  # 扣除重复28件、登记后转办的45件
        if is_one_more or any(c.is_rough for c in (whole, taken, left)) or "其中" in text[whole.end : left.start]:
            continue
        wholes = [c.value for c in counts if c.end <= whole.end and c.unit == left.unit]
        if left.value + taken.value not in [*wholes, *(a + b for a, b in pairwise(wholes))]:
            yield left, (whole, taken._replace(value=-taken.value)), ""


def _fits(counts: Sequence[Count], value: Number) -> bool:
    """Whether one of some numbers, or two beside each other, have a value."""
    return any(c.value == value for c in counts) or any(a.value + b.value == value for a, b in pairwise(counts))


def _all_and_left(text: str, counts: Sequence[Count]) -> Sums:
    """Yield cases that are neither closed nor pending: 复议案件8件，审结6件，尚未审结1件."""
    for i, (closed, pending) in enumerate(pairwise(counts)):
        if closed.unit != pending.unit or not _CLOSED.search(closed.head) or "其中" in text[closed.end : pending.start]:
            continue
        behind = text[pending.end : pending.end + _REACH]
        is_pending = _OPEN.search(pending.head) or (not NO_PART.search(pending.head) and _OPEN_BEHIND.match(behind))
        wholes = [c for c in counts[:i] if c.unit == closed.unit]
        if not wholes or not _CASES.search(text[: wholes[0].start]) or not is_pending:
            continue
        if differs(wholes, [closed, pending], is_closed=True):
            yield wholes[0], (closed, pending), ""


def _differences(text: str, counts: Sequence[Count]) -> Sums:
    """Yield 826条，比2024年的800条增加36条, 92件，同比净增14件（上年80件）: a difference that is none."""
    for i, (now, change, before) in enumerate(zip(counts, counts[1:], counts[2:], strict=False)):
        moved = _CHANGED.fullmatch(text[now.end : change.start])
        if not moved or not _OF_YEAR_BEFORE.fullmatch(text[change.end : before.start]):
            continue
        if len({now.unit, before.unit, change.unit}) == 1 and not any(c.is_rough for c in (now, before, change)):
            added = -change.value if moved["less"] else change.value
            if before.value + added not in values_now(text, counts[: i + 1]):
                yield count_now(counts[: i + 1]), (before, change._replace(value=added)), ""
    for now, before, change in zip(counts, counts[1:], counts[2:], strict=False):
        gap, verb = text[now.end : before.start], text[before.end : change.start]
        moved = _MOVED.fullmatch(verb)
        if not moved or not _COMPARED.fullmatch(gap) or any(c.is_rough for c in (now, before, change)):
            continue
        if now.unit != before.unit or change.unit != now.unit:
            continue
        added = -change.value if moved["less"] else change.value
        earlier = [c.value for c in counts if c.end <= now.end and c.unit == now.unit]
        earlier += accumulate(reversed(earlier))  # 自然人9件、企业3件，较上年的8件增加4件
        if before.value + added not in earlier:
            yield now, (before, change._replace(value=added)), ""


def is_row(text: str, run: Sequence[Count], said: str) -> bool:
    """Whether the parts stand between 、 alone and 共 follows them: 建议12件、提案9件，共21件."""
    gaps = [text[a.end : b.start] for a, b in pairwise(run)]
    is_new = any(_NEW_ONES.search(count.head) for count in run)  # 新建栏目3个、专题2个，共有12个
    did = said.lstrip("，").removeprefix("共").removeprefix("计")  # 网站发布310条、公众号发布128条，共发布438条
    return (
        len(run) > 1
        and not is_new
        and all(gap.startswith("、") for gap in gaps)
        and said.lstrip("，").startswith("共")
        and all(count.head.endswith(did) for count in run)
    )


def is_alike(run: Sequence[Count]) -> bool:
    """Whether the heads of all numbers begin alike: 建议保留58件，建议修改9件，建议废止6件."""
    return len(run) >= FEWEST and len({count.head[:2] for count in run}) == 1 and len(run[0].head) > 2
