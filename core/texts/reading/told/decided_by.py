"""Reads what a body decided in the only case: 复议1件，经县政府复议予以维持; 诉讼1件，法院一审判决撤销我镇答复."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.concepts import Concepts
from core.texts.language.meanings import Role

_BODY = pattern(
    "(?:案件)?(?:现|均|都|全部)?(?:已)?(?:经|由|被|经由)?过?(?:[\u4e00-\u9fff]{0,8}?)"
    "(?:(?P<court>(?:人民)?法院|法庭)|政府(?:复议办|法制办)?|复议机[关构]|复议局|司法[局厅]|复议委员会|复议委)"
)
_STEPS = pattern(
    "(?:(?:行政)?复议(?!申请)|依法|依规|已经?|于◇+|经|开庭|一审|二审|终审|再审|审理|审查|审议|审核|裁决|判决|裁定|作出|作了|下达|决定|认定|最终|均|都|全部|过程中|结果|为|后|并|了|，)*"
)
_END = pattern("(?:的|之)?(?:行政)?(?:复议)?(?:决定|判决|裁定|结论|结果|处理)书?$")
_OUR = pattern("(?:我|本|该)(?:[局委办厅院镇乡县市区站所队级]|街道|单位|机关|中心|府)(?:作出|所作|原)?的?")
_NOT = pattern("未|没有|无|不")
"""(未出现被法院)判决纠正的情形: it was not."""
_LAWSUITS = ("lawsuit", "direct", "after")


def decided_by(concepts: Concepts, clause: str, topic: str) -> Role | None:
    """Return what a clause says that a body decided of which cases of a topic are; None where it is not plain."""
    body = _BODY.match(clause)
    if body is None or _NOT.search(body[0]) or bool(body["court"]) != (topic in _LAWSUITS):
        return None
    rest = clause[body.end() :]
    steps = _STEPS.match(rest)
    rests = [rest, rest[steps.end() :] if steps else rest]
    for said in dict.fromkeys([*rests, *(_END.sub("", one) for one in rests), *(_OUR.sub("", one) for one in rests)]):
        role = concepts.outcome(said, topic) if said else None
        if role and not role.is_result:
            return role
    return None
