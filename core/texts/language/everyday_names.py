"""The everyday names of cases, decisions, documents and fees, by what a text speaks of."""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.texts.language import everyday_cases, everyday_decisions

OF_CASES = frozenset(["review", "lawsuit", "direct", "after", "both"])
"""Topics on cases."""
OUTCOMES = frozenset(["UPHELD", "CORRECTED", "LOST", "OTHEROUT", "PENDING", "CLOSED"])
"""What became of cases."""
TOPICS = OF_CASES | {"", "normative", "rules", "fee"}
"""Topics that have everyday names of their own."""
MARKS: Mapping[str, str] = {**everyday_cases.MARKS, **everyday_decisions.MARKS}
"""The characters that stand for such names, each with its concept."""

_NAMES_POWERS = pattern("许可|罚|强制|规范性文件|规章|[部府长]令|收费|规费|事业性")
"""What a sentence on nothing else must name."""
_OF_REST = pattern("(?:其余|其中|另|其他)的?[^，；。]{0,24}(?:许可|处罚|强制|收费)")
"""其余特种行业、剧毒化学品等许可: some of all."""
_ANSWERS = ("答复", "决定", "（未经", "（经", "（均")
"""1件(答复)经复议后又起诉: no cases are counted; 诉到法院的7件(（未经)复议）: what narrows them stands behind."""


_FIELDS = (
    "公安|教育|民政|财政|司法|水利|水务|交通运输|交通|农业农村|农业|林业和草原|林业|林草|自然资源和规划|自然资源|"
    "规划|国土|住房和城乡建设|住房保障|住建|建设|城管|城市管理|综合执法"
    "|行政审批|审批|市场监督管理|市场监管|生态环境|环保|卫生健康|卫健|人力资源和社会保障|人社|医疗保障|医保|"
    "应急管理|应急|文化和旅游|文旅|文广旅|商务|统计|审计|税务|发展和改革|发展改革"
    "|发改|工业和信息化|工信|经信|科技|民宗|退役军人事务|退役军人|体育|气象|地震|药监|粮食|能源|国资|金融|园林|"
    "房管|邮政|消防|交警|海事|水保"
)
_KIND = "(?:总局|局|厅|委员会|委|总队|支队|大队|分局)"
_OFFICE = pattern(
    f"(?:(?!我|本|该|被|把|将|对|由|向|以|就|在|与|同|和|为|"
    f"因)[\u4e00-\u9fff]){{2,3}}?[省市县区州旗盟](?:{_FIELDS}){_KIND}|[国省市县区州旗](?:{_FIELDS}){_KIND}|"
    f"(?:{_FIELDS}){_KIND}"
    f"|(?:{_FIELDS}|综合|行政)+执法(?:总队|支队|大队|中队|队)"
    "|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}[省市州县区旗](?=[^，；。]{0,12}(?:规章|规范性文件|许可|处罚|"
    "强制))(?!长|级|场|域|内|里|外|人民政府|政府)"
    "|总[局署]|警方|公安机关",
    needs=("局", "厅", "委", "队", "总署", "警方", "公安机关", "规章", "文件", "许可", "处罚", "强制"),
)
_POLICE = ("警方", "公安机关")
_OURS = "我局"
_SQUAD = pattern("执法(?:总|支|大|中)?队$")
"""农业(执法大队): of an office for 农业; in the report of a county it is one of several."""


def without_offices(words: str) -> tuple[str, str]:
    """Return words with our own name for each office that they name, and those names, which must be ours.

    (公安局)被告到法院: whether that is the unit nobody knows who reads a text alone.
    """
    names = [match[0] for match in _OFFICE.finditer(words)]
    if not names:
        return words, ""
    told = ["公安局" if name in _POLICE else _SQUAD.sub("局", name) for name in names]
    return _OFFICE.sub(_OURS, words), "，".join(dict.fromkeys(told))


def may_tell(before: str, own: str, behind: str, topic: str) -> bool:
    """Whether a number among these words may be told in everyday names: where its matter is named, of no rest."""
    if topic not in TOPICS or not (topic or _NAMES_POWERS.search(before + own + behind)):
        return False
    return not behind.startswith(_ANSWERS) and not _OF_REST.match(own)


def marked(words: str, topic: str) -> str:
    """Return some words with the everyday names of the matter marked; "" where they have none."""
    if topic in OF_CASES:
        return everyday_cases.marked(words)
    return everyday_decisions.marked(words, topic)
