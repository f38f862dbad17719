"""Whether a clause on cases is one that can be said, told by its words alone (N-20).

That there were no cases is told in a few words, each of which is a letter: 未发生(nv) 因(c) 政府信息公开(i) 引起(s)
的(d) 行政复议(r) 和(j) 行政诉讼(r) is ``nvcisdrjr``. What names cases is put together to N, what names how they ended
to Q: ``mN``, and that is a clause. What is none, such as ``Nwd`` (行政复议为的), has words too many or too few.
A clause with a word that is not known is left alone.
"""

from __future__ import annotations

import re

from core.base.patterns import fill, pattern

_YEAR = "(?:自|至|截至)?(?:20\\d\\d年(?:度|末|底)?(?:\\d+月(?:\\d+日)?)?|\\d+月(?:\\d+日)?)(?:起|底|末|止)?"
_BODY = (
    "[我本该]?(?:单位|机关|[市县区省]?(?:[镇乡局委办院厅处关]|街道(?:办事处)?|管委会|中心|政府|支队|大队))"
    "|[市县区镇乡]政府"
)
_WORDS = {
    "b": (
        "未经(?:行政)?复议(?:程序)?(?:而)?直接(?:起诉|提起(?:行政)?诉讼)"
        "|(?:行政)?复议(?:以|之)?后(?:再|又)?(?:起诉|提起(?:行政)?诉讼)|起诉"
    ),
    "q": (
        "(?:结果)?(?:维持|纠正)(?:结果)?|其[他它]结果|结果|支持|办结|尚?未(?:审结|办结|结案(?!件)|结(?=案件)|决)"
        "|纠错|撤销|驳回(?:起诉|诉讼请求)?|败诉|胜诉|审结|结案|确认违法"
    ),
    "i": (
        "(?:政府信息|信息|政务|政府)公开(?:申请(?!行政|复议)|答复|工作|事项|方面|领域|类型?|行为|事务|问题|事宜|相关|有关|办理)*"
        "|依申请公开(?:工作|答复|办理)*|公开工作|行政机关|以[^，；。]{1,10}?为(?:被申请人|被告)的?"
        "|(?:作?为)?(?:被申请人|被告)(?:为[^，；。]{1,10}?的)?|与[^，；。]{1,14}?有关的?"
        "|申请(?=[均都未没零皆也]|$)|(?:行政)?(?:复议|诉讼|应诉)机关|(?:人民)?法院|申请人"
        "|公民、法人(?:和|或者?|及|以及)其他组织|任何|有关|相关|相应|此类|上述|其他|各类"
        f"|(?:两|[一二三四]|各)(?:项|者|类|栏)|二者|答复(?:问题)?|不作为|由此|工作|{_BODY}|本(?:表|部分|栏)"
        "|人(?=因|就|对|向|申)"
    ),
    "r": (
        "(?:行政)?(?:复议|诉讼)(?:案件|案)?的?(?:被申请人|被告(?!知))(?!为)|(?:行政)?复议(?:行政诉讼|行政应诉|诉讼|应诉|被?提起(?:行政)?诉讼)(?:工作|事宜|事务)?|(?:行政)?诉讼应诉"
        "|(?:行政)?复议申请书?|(?:行政)?(?:复议|诉讼|应诉)(?:工作|事宜|事务)?|涉[诉讼]|官司|诉(?!求)"
    ),
    "d": "的",
    "p": "被",
    "s": "提起|申请|提出|提请|引[起发]|导致|带来|造成|而?起(?=的)|而生",
    "_": (
        "[\\s“”]|其中|因[此而]|所以|而|了|过|再|已经?|曾|仍然?|还(?!是)|尚(?=无|没)|并(?=[无未没])|从(?=[未没无])|则"
        f"|目前|保持|全[年部]|{_YEAR}|(?:\\d+|[一二三四五六七八九十]+)年|(?:本|该)?(?:报告)?(?:年度?|期)[内末底]?"
        "|报告(?:年度?|期)|[本当今一]年(?:度|内|以?来)*|^[是此斯]年度?|^[一二三四五六]是"
    ),
    "l": "(?:案件|发生|案)?(?:件数|总数|数量|总量|次数|数)|率",
    "e": "(?:案件)?方面|案件|案子|案|事项|事件",
    "E": "情况|情形|问题|现象|者|之事",
    "t": "任?何?一(?:件次?|起|例|宗|次|桩)",
    "f": "[0０〇零](?:件次?|起|例|宗|次)",
    "z": "(?:\\d+|[〇零一二两三四五六七八九十]+|[那这该此])(?:件次?|起|例|宗|次)",
    "h": "与[^，；。]{1,14}?无关|有过|如下(?:表(?:所示)?)?|[见如]下?表(?:[四三]|所示)?",
    "x": "无发生$|未有|不存在|不涉及|未涉及?|无|零发生|零(?!$)",
    "m": "没有?",
    "n": "(?:从|尚|并)?未曾?|不曾|不(?=因(?!此)|发生|被)",
    "o": "\\d+|〇|零|空白",
    "k": "件次?|起|宗|例|(?<!法)行政$",
    "v": (
        "(?:成为?|当|做|作|充当|担任)[过上了]?(?=[^，；。]{0,12}(?:被申请人|被告(?!知)))|发现(?:有|存在)|发生|出现|产生|存在"
        "|收到|接到|发现|有|涉及?(?=行政|复议|诉讼)"
    ),
    "c": (
        "因为?|由于|针对"
        "|(?:(?<!理)由|就(?![没未])|对|与)(?=政府|信息|公开|答复|[我本其]|[^，；。]{1,12}?(?:申请|提起|不服))"
        "|涉及?|关于|围绕"
    ),
    "g": "共计|总共|合计|总计|共|累计",
    "a": "均|都|皆|俱|全|各|同样|一律|分别",
    "u": "依法|按[期时]|如期|得到|获得?|予以?",
    "y": "也|亦|且|但|既|又|同时|并(?!提起|被)",
    "j": "以及|还是|、|和|与|及|或者?|并",
    "w": "为|是",
}
"""Words by what they do in a clause; ``_`` can stand anywhere."""
_IN_WORDS = "".join(sorted({sign for words in _WORDS.values() for sign in words if sign > "\u3000"}))
_WORD = pattern("|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items()) + "|.")
_STRANGE = pattern(f"[^\\d\\s“”{_IN_WORDS}]")
"""What is in no word: a clause that has it behind its first cases is left alone, which most clauses are at once."""
_CASES = pattern("复议|诉")
_OFFICE = pattern(
    "(?:(?!因|未|没|无(?!锡)|公开|复议|诉讼|被|发生|出现|存在|件|的|均)[\\u4e00-\\u9fff\\d]){1,24}?"
    "(?:局|镇|乡|街道(?:办事处)?|政府(?:办公室)?|委员会|管委会|委|办|办公室|中心|处|厅|院|署|队|站|所|关)"
    "(?=[本20二全未没无因被政信行涉发收既从年不就]|均|并|复)"
)
_NAMED = {
    "why": "(?:c?i(?:ji)*d?)*",
    "by": "(?:(?<!d)(?:p(?:i?s|(?!i))|s)d?|(?<=[id])vd?)",
    "of": "{why}(?:(?:pi?)?qd{why})?(?:{by}{why})?",
    "end": "(?:d?e)?(?:d?E)?",
    "left": "(?:d?l|(?<![eE])d)?",
}
"""What cases are named by: why (因政府信息公开), who brought them (被申请, 提起的), and 的情况 behind."""


_Steps = tuple[tuple[str, re.Pattern[str], str], ...]


def _steps(*steps: tuple[str, str, str]) -> _Steps:
    return tuple((needed, pattern(fill(found, _NAMED)), made) for needed, found, made in steps)


_LEFT_OUT = _steps(
    ("", "^(?![iU]*Uv)[iU]+[dj]?", "i"),  # what stands before is none of the clause; but (如)发生
    ("c", "c+[nm]?u*[Ui][UieE]*(?:[nm](?:[Ui]+|pq(?=s)))?", "ci"),  # 因未告知救济途径
    ("i", "(?<=[mt])nu*i|i+", "i"),
)
_NAMES = _steps(
    ("t", "(?<=[nm]t)v(?=r)", ""),  # 没有一次成为复议被申请人
    ("i", "i[nm]vi(?=[sp])", "i"),  # 申请人未收到答复而申请
    ("b", "wb", "wq"),
    ("k", "^(y?[mx][^nvj]*r)k$", "\\1e"),  # 没有诉讼件
    ("q", "{of}rq+d[eE](?=[mn])", "i"),  # 复议维持的情况未发生诉讼
    ("", "[nm]v|[nm]s(?=t)|n(?={why}[psbv])", "m"),
    ("", "{of}(?:[rb]d{why})*(?:r?b|r)(?:di(?=[eE]))?(?:p?q+)?", "N"),
    ("q", "{of}q+", "Q"),
    ("N", "N{end}(?:Q{end})?(?:l?j[NQ]{end}(?:Q{end})?)*{left}", "N"),
    ("Q", "Q{end}(?:jQ{end})*{left}", "Q"),
)
"""What makes a clause shorter: 因政府信息公开被申请行政复议、提起行政诉讼的情况 (cipsrjsrdE) is N.

Each step is taken where a letter stands without which it finds nothing.
"""
_PARTS = {
    "about": "(?:vdi|d?c?i)*",
    "how": "y?y?a?y?",
    "count": "g?w?g?v?[fto]",
    "ended": "(?:a|g|y|u)*w?Qt?|t?{how}[nmx]t?Q",
    "said": "i?(?:{ended}|{how}(?:t{how}[mx](?:p[si])?|{count}|wx|x(?:[eE]v?)?|m(?:p[si]|t)?|w?h))",
    "told": "(?>y?(?:i?(?:xN){2,}|g?v?fd?N|(?:N|Q|i?e?E?l?|t){said}|{about}{how}(?:gv?|v|s|Q)?N{count}))",
    "none": "(?>{about}{how}[mx](?:t?N(?:v|ps)?|t?Qv?|i?[si]))",
    "name": "(?:j?{about}y*v?t?[NQ]|{about}|v?d?[eE])",
    "next": "(?:j|(?=y))",
}
"""What can be said: how many or how they ended (N0件, N没有), that there were none (未发生N), or a name alone."""
_SENSE = pattern(fill("(?:{told}(?:{next}{told})*|{none})(?:{next}{none})*(?:(?=y){told})*|{name}", _PARTS))
_BREAK = pattern("[，；。：:,\u3000]")
_ASIDE = pattern("（[^（）]*）|\\([^()]*\\)| |(?:均|都|分别)?[为是](?=[：:])")
_JUDGED = pattern("[rb]|^[awkleEqdgoftxmnvjpuy]+$|p$")
"""About cases, or about nothing but the cases of the clause before: 均为, 其中维持、纠正为."""
_LEFT_ALONE = pattern("U|z|^[^nmx]*t[^nmx]*$")
"""A word that is not known, or told of some: 另有2件, 一件维持."""
_ATTRIBUTE = pattern("^[iU]*U.*[rb]e?di$")
"""凡可能引起行政诉讼的(答复): no cases are told."""
_MAY = pattern("[^，未没无]{0,12}(?:可以?|有权|应当?|能够?|[须需])(?:依法|按规定)?(?:申请|提起|提出)")
"""可依法申请行政复议: what the law lets one do."""
_NAMES_CASES = pattern("[rb]")
_NEVER = pattern("EE|Ee|[rb]d?[eE]+(?:r|(?<=E)i)|nd|p[nmEw]|n[nmxE]|mx|f[eEmnxf]|oE|ad|n[ij]*c[ij]+(?:p?s|v)d[ij]*[rb]")
"""Words that never stand together, whatever else is in the clause: 未的, 情况案件, 未因信息公开引起的行政复议."""
_NEVER_AT_END = pattern("n[ij]*c[ij]+[^nmxvUfot]*[rb][^nmxvUfot]*d[eE]$")
"""未因信息公开被申请行政复议的情况: 未 has no verb."""
_LONGEST = 200
"""No clause is as long: what is longer is no prose, and would take long."""


def has_sense(sentence: str) -> bool:
    """Whether each clause of a sentence on cases whose words are all known is one that can be said."""
    return all(map(_is_clause, clauses_of(sentence)))


def clauses_of(sentence: str) -> list[str]:
    """Return the clauses of a sentence without what stands in brackets."""
    return _BREAK.split(_ASIDE.sub("", sentence))


def letters_of(clause: str) -> str:
    """Return the words of a clause, a letter each, without the office at its begin; U for a sign of no known word."""
    office = _OFFICE.match(clause)
    words = _WORD.finditer(clause, office.end() if office else 0)
    return "".join([word.lastgroup or "U" for word in words]).replace("_", "")


def _is_clause(text: str) -> bool:
    cases = _CASES.search(text)
    if len(text) > _LONGEST or _MAY.match(text):
        return True
    known = letters_of(text)
    if any(_NEVER.search(part) for part in known.split("U") if _NAMES_CASES.search(part)):
        return False
    if _NEVER_AT_END.search(known):
        return False
    if _STRANGE.search(text, cases.end() if cases else 0) or _ATTRIBUTE.search(known):
        return True
    letters = _shorter(known, _LEFT_OUT)
    if _LEFT_ALONE.search(letters) or not _JUDGED.search(letters):
        return True
    return bool(_SENSE.fullmatch(_shorter(letters, _NAMES)))


def _shorter(letters: str, steps: _Steps) -> str:
    for needed, found, made in steps:
        if needed in letters:
            letters = found.sub(made, letters)
    return letters
