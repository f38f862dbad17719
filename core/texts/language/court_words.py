"""Pieces of patterns on the two ways to court: 未经复议程序直接提起的13件, 经复议后又提起的27件."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language import everyday_cases

REVIEWED = "(?:行政)?复议(?:前置)?(?:程序|环节|阶段|途径)?"
"""复议, 复议前置程序: what comes before a lawsuit, or does not."""
NO_REVIEW = f"(?:未|没有?|不)(?:经过?|申请|提起|先行?|走|通过)*{REVIEWED}(?:而|就|即|便)?"
"""未经复议, 没有先申请复议, 不走复议程序."""
STRAIGHT = "(?:直接|径行|径直|径自)"
"""How one goes to court without a review."""
STILL_UNHAPPY = "(?:又|再次?|而|仍然?|还|继续|依然|另行|当事人|申请人|原告|对?(?:结果|决定)?不(?:服|满)|有异议)*"
"""复议后(申请人仍不服)起诉"""
BROUGHT = "(?:向[^，；。]{0,6}法院)?提[起出](?=的?(?:共|有)?\\d)"
"""直接(提起)的13件: the noun is that of the heading, 行政诉讼方面."""
BY_BODY = (
    "(?:(?:经由?|由|被)?(?:上级|上一级|[市县区省州旗])?(?:(?:人民)?(?:政府|法院)|司法局|(?:行政)?复议(?:机关|机构|委员会|部门|局)|中院|[一二终]审法院)"
    "(?:依法)?(?:审理|审查|复议|复核|[一二终]审|判决|裁定|裁决|决定|作出)*(?:之?后，?)?|经(?:依法)?(?:审理|审查|复议|复核|[一二终]审)(?:之?后，?)?)?"
)
"""其余8件(经市政府审查)均予维持"""
ALL_GOT = (
    "(?:均|都|全部|全数|皆|也|已|先后|依法|最终|最后|一律|悉数|分别)*"
    "(?:结果|为|是|予以|予|给予|获得?|得到|得以|被|决定|判决|裁定|作出)*"
)
"""8件(均予)维持"""
UPHELD = ("维持", "支持", "诉讼请求")
"""Words of 均维持, after which no case ended otherwise either."""
PIECES = {
    "by_body": BY_BODY,
    "all_got": ALL_GOT,
    "reviewed": REVIEWED,
    "no_review": NO_REVIEW,
    "straight": STRAIGHT,
    "still_unhappy": STILL_UNHAPPY,
    "brought": BROUGHT,
    "spoken_direct": everyday_cases.DIRECT,
    "spoken_after": everyday_cases.AFTER,
    "spoken_review": everyday_cases.REVIEWED,
}
"""By the names that ``narrative.toml`` calls them."""
REVIEW_IN_COURT = pattern("复议(?:决定|结果|案件)[^，；。]{0,6}(?:被|经|由|在)[^，；。]{0,6}(?:法院|诉讼)")
"""无复议决定被法院撤销: what a court says of reviews, not what these came to."""
REVIEWS_TOLD = pattern("复议[^，；。（）\\d]{0,6}\\d+[件起宗](?:案件)?[，（](?:均|都|全部)(?:再|又)?$")
"""复议9件（(均)未进入诉讼: said of these reviews."""
_ENDED_SO = pattern(
    "(?:方式|结果|情形|途径|原因)(?:予以|而|的)?(?:审结|结案|办结)|(?:终止|终结|停止|中止)审理|(?:来不及|没有?|未能?|尚未)[^，；。\\d]{0,6}(?:审结|结案)"
)
"""以其他方式(结案)的: how they ended, not whose they are."""


def without_endings(words: str) -> str:
    """Return words without what says how cases ended, or that they did not, which says nothing of whose they are."""
    return _ENDED_SO.sub("", words) if "结" in words or "审理" in words else words
