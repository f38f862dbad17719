"""Sentences on cases whose words are in no order, as a change of a sample sentence leaves them (N-20)."""

from __future__ import annotations

from core.base.patterns import holds_one, pattern
from core.form.debris import find_debris
from core.texts.language.case_clauses import has_sense

_NONE_TOLD = pattern(
    "(?:复议|诉讼|应诉)[^，；。]{0,24}?(?:(?<![\\d.．])[0０〇零](?:件|宗|起|例)|(?:为|是)(?:[0０〇](?![.．\\d])|零(?=[，；。]|$)))"
    "|(?:未曾?(?:发生|引发|收到|产生|出现|被申请|被提起)|没有(?:发生|引发|收到|产生|出现|被申请|被提起)?|(?<!有)无)"
    "(?:[^，；。的]|(?<=[起发生出])的){0,30}?(?:复议|诉讼)(?:及|和|、|与|或|行政|复议|诉讼|案件|案|情况|情形)*(?=[，。])"
)
_DECIDED = pattern(
    "(?:已|均|都|全部|一律|悉数)(?:已|经|依法|按期|按时|如期|全部)*(?:审结|结案|审理完毕)(?!的)"
    "|(?:均|都|全部|一律)(?:被|获得?|得到|予以?|为|是|依法)*(?:复议机关|法院)?(?:维持|胜诉)(?![、0０〇零])"
    "|(?:维持|胜诉|支持|审结|结案)率(?:均|都|为|是|达到|达|保持在?)*(?:100[%％]|百分之百|百分百)"
)
"""已全部审结, 结果均为维持, 维持率100%: what can be said of some cases only."""
_WORDS_OF_DECIDED = ("维持", "审结", "结案", "审理完毕", "胜诉", "支持率")
_SOME_CASES = pattern(
    "(?<![\\d.．])[1-9]\\d*[件宗起例]|[一二两三四五六七八九十][件宗起例](?!也|都|未)|上年|去年|上一年|往年|前年|历年|以前|此前|累计|结转|遗留|[若如]"
)
_OF_OTHERS = pattern("今后|下一步|争取|确保|努力|力争|做到|信访|仲裁|投诉|申请|执法|调解|许可|处罚")
"""未发生行政复议，(全年信访)均已审结; 未发生行政复议，(今后力争)均获维持."""


def is_garbled(sentence: str) -> bool:
    """Whether a sentence on cases has words too many or too few, or tells as decided that of which there was none.

    A number that is left open (提起行政诉讼件) is no word too few: rule N-12 says it.
    """
    has_words_astray = not has_sense(sentence) and not has_sense(_filled(sentence))
    return has_words_astray or _is_none_decided(sentence)


def _filled(sentence: str) -> str:
    """Return a sentence with 0 for each number that is left open: 提起行政诉讼0件."""
    for found in reversed(find_debris(sentence)):
        sentence = f"{sentence[: found.end]}0{sentence[found.end :]}"
    return sentence


def _is_none_decided(sentence: str) -> bool:
    """Whether cases of which there are none are told as decided: 行政复议0件，已全部审结，维持率100%."""
    if not holds_one(sentence, _WORDS_OF_DECIDED):
        return False
    none = _NONE_TOLD.search(sentence)
    decided = _DECIDED.search(sentence, none.end()) if none else None
    if none is None or decided is None or _SOME_CASES.search(sentence):
        return False
    return not _OF_OTHERS.search(sentence, none.end(), decided.start())
