"""Judges 予以公开 and 部分公开 told as the parts of all that was given: 给材料的19件（其中全给的16件、给一部分的2件）.

Of the head nothing is known but that so many got something. It is the sum of the two rows where it is as many as both
have, or where the parts are called as the rows are. Nothing around it may narrow it: 征地类提供信息8件 are some only.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import GRANTED, PARTIAL
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.sentences import REQUEST_TEXTS

_RULE = "N-05"
_FULL, _PART = ("granted", "granted_short", "granted_or_partial"), "partial"
_NAMES = {GRANTED: "予以公开", PARTIAL: "部分公开"}
_MARKS, _SENTENCE = "，；。：（）！？\n", "。！？；\n"
_NEUTRAL = (
    "(?:全年|年内|本年度?|今年|当年|一年来|20\\d\\d年度?|[我本全][局办委厅院所站镇乡县区市]|街道|本?机关|[本我]单位|共计?|累计|一共|总共|合计|总计"
    "|依法|依规|均|已|经审查|最终|实际|(?:[向给为对]|申请人|对方|群众|当事人)|[为是有的了达])*"
)
_VERB = "(?:予以公开|同意公开|准予公开|答复公开|公开|提供|给出?|拿出|交付|拿到|得到|获得)"
_NOUN = "(?:政府)?(?:信息|材料|资料|文件|内容|东西|申请)"
_HEAD = pattern(
    f"{_NEUTRAL}(?:{_VERB}{_NEUTRAL}(?:{_NOUN})?|(?:把|将)?{_NOUN}{_NEUTRAL}{_VERB}(?:出去|到手)?){_NEUTRAL}"
)
"""(全年给了申请人材料的)19件"""
_OPENS = pattern(
    f"(?:{_NOUN})?(?:[（(](?:其中)?[：，]?|[，：]?其中[：，]?|[：]|，(?:包括|包含|含|分别是|分别为|即)|[中里]，?)[^，；。：、（）\\d]{{0,12}}"
)
_BETWEEN = pattern("(?:申请)?(?:[、，；]|和|及|与|以及)(?:其中)?[^，；。：、（）\\d]{0,16}")
_CLOSED = pattern("(?:申请)?(?:$|[）)。；！\n]|，)")
_OWN = pattern(
    "(?:其中|包括|含)?[：，]?(?:予以|同意|准予|全部|完全|予以全部)?(?<!主动)公开的?(?:申请)?|(?:予以|同意)?部分(?:予以)?公开的?(?:申请)?"
)
"""Words of the rows themselves."""
_OWN_HEAD = pattern(f"(?:其中)?{_NEUTRAL}(?:予以|同意|准予|全部|完全)公开的?{_NOUN}的?(?:有|为|是|共)?")
"""(予以公开的材料)16件、部分公开3件"""
_NARROW = pattern(
    "类|方面|领域|涉及|关于|网[上络站]|线上|信函|邮|当面|现场|窗口|平台|渠道|自然人|个人|公民|村民|居民|企业|公司|法人|组织|律|上年|去年|往年|上一年|前年|历年"
    "|同期|\\d月|季度|半年|[乡镇]|所属|下属|直属|分局|部门|县直|市直|[科股室]|其中|其余|余下|剩|上述|这|该"
)
_LONGEST = 60
"""Characters of a clause before its number."""
_OF_ALL = ("N-01", "N-03", "N-04")
_CLAUSE = pattern("[^，；。：、（）！？\n]+")
_PLAIN = pattern(
    f"(?:{_NEUTRAL}|[按依根][照据]?[^类]{{0,16}}(?:规定|要求)|(?:依申请公开|申请办理|答复)(?:工作|情况|方面)?)"
)
_SAID_OF_ALL = pattern("[^。！？\n]*?(?:均|都|全部|全)?(?:为|是|系|属于?|来自|出自|涉及|集中)")
_YEAR = pattern("(20\\d\\d)年")


def given_parts(context: CheckContext, found: Found) -> Found:
    """Return the claims, such parts compared with their rows, and their head with both."""
    if not any(claim.key == _PART for claim, _ in found):
        return found
    for i in range(len(found) - 1):
        rows = _rows(context, found, i)
        if rows is None or found[i][1] or found[i + 1][1]:
            continue
        has_head = found[i][0].key != "unknown"
        for j, cell in zip((i, i + 1), rows, strict=True):
            claim, scope = found[j]
            known = context.numbers.get(cell)
            if claim.agrees is None and known is not None:
                agrees = claim.number == known
                judged = claim._replace(meaning=_NAMES[cell], cells=(cell,), sums=(known,), agrees=agrees)
                found[j] = judged._replace(rule_id=_RULE, kind="count", key=_key(judged, cell)), scope
        if has_head and found[i - 1][0].agrees is False:
            head, scope = found[i - 1]
            told = "和".join(_NAMES.values())
            found[i - 1] = head._replace(meaning=told, cells=(*_NAMES,), sums=(head.number or 0,), agrees=True), scope
    return found


def _key(claim: Claim, cell: str) -> str:
    return _PART if cell == PARTIAL else claim.key if claim.key in _FULL else _FULL[0]


def _rows(context: CheckContext, found: Found, i: int) -> tuple[str, str] | None:
    """Return the cells of two numbers that are the parts of all that was given; None where they are not surely."""
    a, b = found[i][0], found[i + 1][0]
    if a.place.text != b.place.text or None in (a.number, b.number) or a.is_share or b.is_share:
        return None
    if a.is_linked or b.is_linked:
        return None
    text = context.report.texts[a.place.text]
    if not _BETWEEN.fullmatch(text, a.place.end, b.place.start) or not _is_last(text, found, i + 1):
        return None
    given = context.numbers.get(GRANTED), context.numbers.get(PARTIAL)
    if None in given:
        return None
    both = sum(number or 0 for number in given)
    if b.key == _PART and a.key == "unknown":
        begin = _begin(text, a)
        own = _OWN_HEAD.fullmatch(text, begin, a.place.start) if a.place.start - begin <= _LONGEST else None
        is_plain = bool(own) and _is_like(text, b) and _is_all_known(text, found, a)
        return (GRANTED, PARTIAL) if is_plain and not _is_narrowed(context, text, a, b, is_sure=False) else None
    rows = (GRANTED, PARTIAL) if a.key in _FULL and b.key == _PART else None
    rows = (PARTIAL, GRANTED) if a.key == _PART and b.key in _FULL else rows
    head = found[i - 1][0] if i else None
    if rows is None or head is None or head.place.text != a.place.text or head.is_share:
        return None
    if head.agrees is False and not (head.key in _FULL and head.number == both):
        return None  # 公开19件，其中全部公开17件、部分公开2件: taken for 予以公开, of which there are 17
    is_head = _is_head(context, text, head, (a, b), both)
    return rows if is_head and (head.number == both or _is_all_known(text, found, head)) else None


def _is_head(context: CheckContext, text: str, head: Claim, parts: tuple[Claim, Claim], both: Number) -> bool:
    """Whether a number is all that was given, and two behind it its parts."""
    if not _OPENS.fullmatch(text, head.place.end, parts[0].place.start) or not head.number:
        return False
    words = text[_begin(text, head) : head.place.start]
    if len(words) > _LONGEST or not _HEAD.fullmatch(words.replace(context.report.unit or "\0", "")):
        return False
    is_sure = head.number == both
    is_like = is_sure or all(_is_like(text, part) for part in parts)
    is_open = all(_is_left_for(part, words) for part in parts)
    return is_like and is_open and not _is_narrowed(context, text, head, parts[1], is_sure=is_sure)


def _is_left_for(part: Claim, words: str) -> bool:
    """Whether a part was judged, or left alone for the words of its head only."""
    if part.agrees is not None or OF_SOME in part.meaning:
        return True
    unknown = part.meaning.partition("（“")[2].partition("”")[0]
    return bool(unknown) and all(word in words for word in unknown.split("、"))


def _is_like(text: str, part: Claim) -> bool:
    """Whether a part is called as its row is."""
    return bool(_OWN.fullmatch(text, _begin(text, part, "、和及与"), part.place.start))


def _begin(text: str, claim: Claim, more: str = "") -> int:
    return last_of(_MARKS + more, text, 0, claim.place.start) + 1


def _is_last(text: str, found: Found, i: int) -> bool:
    """Whether no other result follows a number in its list."""
    closed = _CLOSED.match(text, found[i][0].place.end)
    if closed is None or not closed[0].endswith("，"):
        return closed is not None
    behind = found[i + 1][0] if i + 1 < len(found) else None
    is_behind = behind is not None and behind.place.text == found[i][0].place.text
    end = min((at for mark in _SENTENCE if (at := text.find(mark, closed.end())) >= 0), default=len(text))
    return not (is_behind and behind is not None and behind.place.start < end and behind.rule_id == _RULE)


def _is_all_known(text: str, found: Found, head: Claim) -> bool:
    """Whether nothing but right numbers of all applications, and what narrows nothing, stands before it in its line."""
    begin, end = text.rfind("\n", 0, head.place.start) + 1, _begin(text, head)
    whole = [c.place for c, _ in found if c.agrees and c.rule_id in _OF_ALL and c.place.text == head.place.text]
    for clause in _CLAUSE.finditer(text, begin, end):
        is_whole = any(clause.start() <= place.start < clause.end() for place in whole)
        if not (is_whole or _PLAIN.fullmatch(clause[0])):
            return False
    return True


def _is_narrowed(context: CheckContext, text: str, head: Claim, last: Claim, *, is_sure: bool) -> bool:
    """Whether what stands before a number, or is said of it behind, may make it one of some: 征地类…, 去年….

    Where it is as many as the two rows have, only its own sentence is asked.
    """
    start = last_of(_SENTENCE if is_sure else "\n", text, 0, head.place.start) + 1
    before = text[start : head.place.start]
    if not (is_sure or head.place.text in REQUEST_TEXTS or "申请" in before):
        return True  # 公开文件90件，其中全部公开80件、部分公开10件: perhaps none that anybody asked for
    years = {int(year) for year in _YEAR.findall(before)}
    if _NARROW.search(before) or years - {context.report.year}:
        return True
    end = min((at for mark in "。！？\n" if (at := text.find(mark, last.place.end)) >= 0), default=len(text))
    return not is_sure and bool(_SAID_OF_ALL.match(text, last.place.end, end))
