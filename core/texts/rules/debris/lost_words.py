"""Finds clauses that lost what they need: their verb, their other half, or a part of a fixed term (N-12, N-20)."""

from __future__ import annotations

import re
from functools import cache

from core.base.patterns import holds_one, last_of, pattern

_IN_CLAUSE, _BEGIN = "[^，。；：！？\n]", "(?:^|(?<=[，。；：！？\n]))"
_OWN = "[我本](?:局|镇|乡|县|区|市|委|办|厅|院|所|单位|机关|中心|街道)"
_TO_WHOM = (
    "(?:(?:行政)?复议机关|(?:人民)?法院|申请人|当事人|(?:上级|主管|相关|有关)(?:机关|部门)|社会(?:公众)?|公众|群众|村民|居民|司法局"
    f"|[市县区]?(?:人民)?政府|{_OWN})"
)
_VERB = pattern(
    f"{_BEGIN}(?!{_IN_CLAUSE}{{0,40}}[由从自]){_IN_CLAUSE}{{0,40}}"
    f"向(?<![面转流倾走投推指导趋偏奔飞通迈朝方引心志去动意].){_TO_WHOM}(?=[，。；！？\n])",
    needs=["向"],
)
"""没有(向人民法院)。: what was done is not said; but 面向社会, 由县向区 are whole."""
_HALF = pattern(
    f"(?:^|(?<=[。！？\n]))(?!{_IN_CLAUSE}{{0,60}}(?:[但却仍也还可]|依[旧然]))"
    f"(?:虽然?|尽管(?!如此)|不仅|不但|鉴于|如果|只要|倘若){_IN_CLAUSE}{{2,40}}(?=。)",
    needs=["虽", "尽管", "不仅", "不但", "鉴于", "如果", "只要", "倘若"],
)
"""虽未发生行政复议。: the other half of the sentence lacks."""
_NEITHER = pattern(
    "既(?:没有|[无未])(?![^。；！？\n]*(?:[也又亦且更还没未无不]))[^。；！？\n]+(?=[。\n])",
    needs=["既没", "既无", "既未"],
)
"""既没有被申请行政复议。: nor what?"""
_AGENT = pattern(
    f"[均已了]{_IN_CLAUSE}{{2,20}}，(?:(?:行政)?复议机关|(?:人民)?法院)(?=[。；\n])"
    f"|(?:未|没有)[收接]到(?:(?:行政)?复议机关|(?:人民)?法院)(?:送达|发来|转来)?的(?=[，。；\n])"
    f"|[，。\n](?:20\\d\\d年度?，?{_OWN}|{_OWN}20\\d\\d年度?)(?=。)",
    needs=["复议", "法院", "我", "本"],
)
"""均已提交答辩，(复议机关)。: what it did is not said."""
_NO_OBJECT = (
    "(?:[因被由](?=[，。；、\n])|(?:发生|出现|[收接]到|产生|引[起发])、(?=行政|政府|因|的)"
    "|发生[因由][^，。；\n]{2,30}引[起发](?=[，。；\n]))"
)
_OBJECT = pattern(
    "容易(?:引[起发]|导致)(?=[，。；\n])|可能(?:引[起发]|导致)(?=[，。；\n])"
    "|被(?:(?:行政)?复议机关|(?:人民)?法院)(?=[，。；\n])|无[因被由](?=[，。；、\n])"
    f"|未{_NO_OBJECT}|没有{_NO_OBJECT}",
    needs=["引", "导致", "被", "因", "由", "、"],
)
"""容易引起，: what?"""
_NO_NOUN = pattern(
    "(?:^|(?<=[。！？\n]))(?![^。！？\n]*(?:复议|诉|案|纠纷|争议|投诉|信访))[^。！？\n]{0,30}(?:没有|未|无|不存在)"
    "(?:[^，。；：！？\n]{0,24}公开[^，。；：！？\n]{0,10}(?:引[起发]|产生|提起|导致|造成)的?|被提起"
    "|(?:发生|[收接]到)过?(?:任何)?(?:涉及|有关|关于|对)?[^，。；：！？\n]{0,4}信息公开(?:工作|方面|类)?的)(?=[。\n])",
    needs=["没有", "未", "无", "不存在"],
)
"""我局没有收到因政府信息公开引起的。: of what there was none."""
_ALIKE = pattern("[与较比](?<![同环相]比)(?:持平|相同)(?=[，。；\n])", needs=["持平", "相同"])
_NONE_NAMED = pattern("，其中(?=。)|[无未](?<![^，。；\n].)、", needs=["其中。", "无、", "未、"])
_CUT_LIST = pattern("(?:复议|诉讼)[^。；！？\n]*[，、](?=[。；])", needs=["，。", "、。", "，；", "、；"])
"""与(上年)持平, 无、纠正, 行政复议、。: what stood there is gone."""
_ONE_SIGN = pattern("，(?![无略否零是对胜败输赢撤])(?!(?<=[件起宗案]，)[维纠驳判])[一-\u9fff](?=[。；\n])")
"""(维持)。 behind a comma; but 直接起诉1件，胜。 is whole."""
_LEFT_BEHIND = pattern(
    "。(?:(?:的?(?:情况|情形|案件)|件|起)(?=[。\n])|发生(?=。))",
    needs=["。的", "。情", "。案", "。件", "。起", "。发生"],
)
"""未发生行政诉讼的。(情况)。"""
_HALF_NAMED = pattern(
    "(?:申请|提起|提出)行政(?=、|[和与及或]被?(?:申请|提起))|[、和与或及开请起]行(?=。?\n?\\Z)", needs=["行政", "行"]
)
_BROKEN_OFF = pattern(
    "(?:[被未][申提]?|被申请|被提[起出]|[收接]到(?:人民)?|[都均]是|[两各]项为|[的和、]复|诉讼案|未作|[与于在对向从把]|复议[后之]|的情|将继续"
    "|(?:没有|努力|继续|认真)[做变发开加推]|发生[^，。；\n]{0,40}(?:(?:复议|诉讼)的|引[起发]))\\Z"
)
"""其中直接起诉0件，(复议后): the text ends there, without a mark."""
_TAIL = 80
"""Characters at the end of a text that are looked at."""
_TERMS = ("行政复议", "行政诉讼", "政府信息公开")
_TORN = (
    "(?:没有|[未无])[发生引产出](?=因|行政(?:复议|诉讼)|涉及?)|(?<![进先自另施执履市实践并例银])行(?:复议|诉讼)(?!终结)"
    "|(?<!行)政(?:复议|诉讼)|行政(?:议|复|诉)(?=[、，。和及与或案])|行政讼|(?:提起诉|公开引|均未发)(?=[。，\n])"
    "|(?<!政)府信息公开|政府信公开|政府息公开|政府信息开(?=[申行答工])|公开工(?=[被未没，。、引申提])"
    "|行[，。；、]政(?=复议|诉讼)|行政[，。；](?=复议|诉讼)|复[，。；]议|诉[，。；]讼|政府信息[，。；](?=公开(?:引|工作|申请|行政|被))"
)
_LONG_ENOUGH = 8
"""So many signs are no heading."""
_WORDS_TORN = ("复", "议", "诉", "讼", "公开", "息开", "政")


_LOST = (
    *(_VERB, _HALF, _NEITHER, _AGENT, _OBJECT, _NO_NOUN),
    *(_ALIKE, _NONE_NAMED, _CUT_LIST, _ONE_SIGN, _LEFT_BEHIND, _HALF_NAMED),
)


def lost_words(text: str) -> list[int]:
    """Return where in a text, which ends in a line feed, a clause ends or a term stands that lost a part."""
    found = [lost.end() for words in _LOST for lost in words.finditer(text)]
    last = text.rstrip()
    is_open = last[-1:].isalpha()
    if (is_open and _BROKEN_OFF.search(last, max(len(last) - _TAIL, 0))) or _is_begun_again(last):
        found.append(len(last))
    return found + [torn.start() for torn in _torn().finditer(text)] if holds_one(text, _WORDS_TORN) else found


def _is_begun_again(text: str) -> bool:
    """Whether the last sentence of a text breaks off and stands in it before as a whole."""
    start = last_of("。！？\n", text, 0, len(text)) + 1
    said = text[start:].strip()
    is_said_before = len(said) >= _LONG_ENOUGH and said in text[:start]
    return is_said_before and bool(re.search(f"(?:^|[。！？\n])\\s*{re.escape(said)}", text[:start]))


@cache
def _torn() -> re.Pattern[str]:
    """Return a pattern of terms that lost a sign, have a mark within, or two signs in the wrong order: 行政议复."""
    turned = [term[:i] + term[i + 1] + term[i] + term[i + 2 :] for term in _TERMS for i in range(len(term) - 1)]
    begins = "".join(sorted({term[0] for term in turned} | set("没未无行政提公均府复诉")))
    return re.compile(f"(?=[{begins}])(?:{'|'.join((*turned, _TORN))})")
