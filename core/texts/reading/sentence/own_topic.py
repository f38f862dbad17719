"""Tells sentences that name applications themselves: whatever the sentence before spoke of, they begin anew.

行政诉讼3件。今年收到自然人申请63件 is of no lawsuit; 行政复议4件，其中自然人申请3件 is of reviews.
"""

from __future__ import annotations

from core.base.patterns import pattern

_NAMED = pattern(
    r"申请(?![人书表]|再审|执行|强制|撤|复|行政|许可)[^，；。：\d]{0,6}\d+[件宗份]"
    r"|(?<=\d)[件宗份](?!行政|复议|诉讼)[^，；。：\d]{0,12}申请(?![人书表]|再审|执行|强制|撤|复|行政|许可)"
    r"|[一二两三四五六七八九十百][件宗份](?:政府)?(?:信息)?(?:公开)?的?申请(?![人书表])"
)
"""自然人申请63件, 35件自然人申请, 五十一件申请"""
_OF_OTHERS = pattern(
    "复议|诉|法院|法庭|许可|处罚|强制|执行|文件|规章|听证|信访|投诉|举报|仲裁|赔偿|审批|证照|补贴|补助|救助|调解|撤回|项目|认定"
)
_OF_THE_LAST = pattern(r"^[\s　]*(?:其中|其余|以上|上述|这|该|按|从|对|分|，)")
_HOW_DEALT_WITH = pattern("收到|新收|受理|接收|登记|结转|办结|答复|今年|全年|□□□本年|信息公开|依申请")
_DEALT_WITH = pattern(r"(?:办结|答复|收到|新收|受理)[^，；。\d]{0,4}\d+[件宗份](?:申请)?(?:[中里]|当中|，|、)")
"""在办结的48件中，予以公开17件: those are of applications, as what came of them is."""
_OF_CASES = pattern("维持|纠正|纠错|驳回|审结|撤销|败诉|胜诉|判决|裁定|引发|引起|提起|被诉")
REMEDIES = pattern(
    "(?:告知|告诉|写明|载明|列明|注明|标明|附有?|附上|附注|交代|提示|列出)[^；。\\d]{0,30}?"
    "(?:(?:可以?|有权|不服的?)[^，；。\\d]{0,16}?(?:复议|诉讼|起诉)|(?:复议|诉讼|起诉)[^，；。\\d]{0,16}?(?:机关|途径|渠道|权利|期限|方式|法院|名称))"
    "[^，；。\\d]*(?=[，；。])|救济(?:途径|渠道|权利)(?:（[^（）\\d]*）)?",
    needs=("复议", "诉讼", "起诉", "救济"),
)
"""(告知申请复议的机关与管辖法院)，2件尚在办理: where applicants may turn, no case."""
_ANSWERS = "(?:不予?公开|未予?公开|部分公开|无法提供|不予提供|不予处理|不再处理|不掌握|信息不存在)"
_UNHAPPY = "(?:不服|不满意?|不认可|不认同|有异议|持异议|有意见)"
DISPUTED = pattern(
    f"(?:对|就|针对|认为|因|对于)(?:[^，；。：、\\d复诉]{{0,10}}){_ANSWERS}[^，；。：、\\d复诉]{{0,8}}?{_UNHAPPY}"
    f"|{_UNHAPPY}(?:[^，；。：、\\d复诉]{{0,8}}?){_ANSWERS}(?:决定|答复|告知|结果|处理|行为|意见|书|类)*"
    f"|针对{_ANSWERS}(?:决定|答复|告知|类|等)*的(?=\\d+[件宗起])",
    needs=("针对", "不服", "不满", "不认", "异议", "有意见"),
)
"""7件复议中，4件(对不予公开不服)，2件(不服无法提供答复)，(针对部分公开的)1件: what cases are about, no results."""
_TOPICS = {"复议": "review", "诉讼": "lawsuit", "直接起诉": "direct", "复议后起诉": "after"}
_IN_BRACKETS = pattern(f"（(?:行政)?({'|'.join(_TOPICS)})(?:案件|案)?）")
_PART_ENDS = pattern("[；。！？\n]")
_CASES = ("review", "both", "direct", "after")
_OTHERS = (*_CASES, "lawsuit", "normative", "rules", "fee")
"""Topics that another sentence does not share with the one before as soon as it names applications."""


def names_applications(words: str, topic_before: str) -> bool:
    """Whether some words behind others on a topic are on applications for information, and not on that topic.

    Reviews are applied for, too: behind them it must be said that applications came in or were dealt with.
    """
    if topic_before not in _OTHERS or "申请" not in words:
        return False
    if not _NAMED.search(words) or _OF_OTHERS.search(words) or _OF_THE_LAST.match(words):
        return False
    return topic_before not in _CASES or bool(_HOW_DEALT_WITH.search(words))


def tells_results(words: str, topic_before: str) -> bool:
    """Whether a sentence that speaks of nothing but results of applications counts them before it names these."""
    if topic_before not in _OTHERS or not _DEALT_WITH.search(words):
        return False
    return not (_OF_OTHERS.search(words) or _OF_CASES.search(words) or _OF_THE_LAST.match(words))


def turns_to_applications(text: str, told: int, place: int, topic: str) -> bool:
    """Whether a part behind ；, told after others on a topic, is on applications: 行政诉讼3件；全年答复申请48件."""
    if topic not in _OTHERS:
        return False
    start = text.rfind("；", told, place) + 1
    if not start:
        return False
    end = _PART_ENDS.search(text, place)
    return names_applications(text[start : end.start() if end else None], topic)


def named_in_brackets(text: str, end: int) -> str:
    """Return the topic of the cases that brackets behind a number, which ends at ``end``, name; "" for none.

    尚未审结1件(（诉讼）)
    """
    named = _IN_BRACKETS.match(text, end) if text.startswith("（", end) else None
    return _TOPICS[named[1]] if named else ""
