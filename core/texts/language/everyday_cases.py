"""What clerks call cases and what came of them beside the names of table four: 绕开复议直奔法院, 站在我局一边.

Courts and those who review are told as actors, outcomes as what they did or how the answer fared. A phrase that the
plain words of the vocabulary do not make up is tried again with all of these marked, each by a character that says its
concept; so they go together with each other and with all known words, in any order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from core.base.patterns import pattern
from core.texts.language import case_words as words

_BEGINS_DIRECT, _BEGINS_AFTER = (
    "(?=[未没不无绕避跳越略省撇舍放直径迳抛从并])",
    "(?=[先首经走过历完打用穷拿收接领手不对申提复通尝试做])",
)
DIRECT, AFTER = f"{_BEGINS_DIRECT}(?:{words.DIRECT}|{words.STRAIGHT})", f"{_BEGINS_AFTER}(?:{words.AFTER})"
REVIEWED = (
    f"(?=[告诉申闹反找行复省市县区州旗镇乡])(?:(?:告|诉|申诉|闹|反映|"
    f"找){words.TO}{words.ABOVE}?(?:行政)?复议(?:机关|机构|部门|办公室|办|委员会|局)"
    f"|{words.DECIDED_ON})"
)
"""What sentences name the way of their cases by."""


class _Shape(NamedTuple):
    concepts: tuple[str, ...]
    needs: tuple[str, ...]
    text: str


_SHAPES = (
    _Shape(
        ("PROTEST",),
        ("不", "异议", "意见", "针对", "冲着", "以", "引", "招", "导致", "产生", "惹", "带来", "牵出"),
        words.PROTEST,
    ),
    _Shape(("",), ("公开", "针对", "冲着", "以"), words.ABOUT),
    _Shape(("REVIEW",), ("复议",), words.DECIDED_ON),
    _Shape(("DIRECT",), ("复议",), words.DIRECT),
    _Shape(("AFTER",), ("复议",), f"{words.AFTER}|{words.BEHIND}"),
    _Shape(("DIRECT",), ("直接", "径", "直奔", "直诉", "迳"), words.STRAIGHT),
    _Shape(
        ("OTHEROUT",),
        (
            "撤",
            "终",
            "驳回",
            "和解",
            "调解",
            "其他",
            "其它",
            "裁定",
            "没维持",
            "未维持",
            "不算",
            "没判",
            "未判",
            "不予",
            "移送",
            "放弃",
            "其余",
            "言和",
            "化解",
            "达成",
            "协",
            "以外",
            "之外",
        ),
        words.OTHER,
    ),
    _Shape(("PENDING",), ("未", "没", "无", "等", "待", "在", "悬", "挂着", "来不及"), words.PENDING),
    _Shape(("UPHELD",), ("改", "推翻", "动", "变更", "否定", "撤销"), words.LEFT_AS_IT_IS),
    _Shape(
        ("CORRECTED",),
        (
            "撤",
            "变更",
            "推翻",
            "改",
            "否",
            "纠",
            "打回",
            "退回",
            "废",
            "违法",
            "责",
            "判",
            "令",
            "让",
            "叫",
            "督",
            "翻",
            "驳倒",
            "推倒",
            "要求",
            "认",
            "支持",
            "采纳",
            "维持",
            "误",
            "错",
            "限期",
        ),
        words.CORRECTED,
    ),
    _Shape(
        ("UPHELD",),
        (
            "维持",
            "认",
            "肯定",
            "支持",
            "采纳",
            "赞同",
            "保",
            "照",
            "站",
            "赢",
            "胜",
            "判",
            "立",
            "过",
            "驳回",
            "动",
            "无",
            "没",
            "正确",
            "经",
            "占理",
            "占",
            "结论",
            "合",
            "对的",
            "挑不出",
            "撑腰",
            "一致",
        ),
        words.UPHELD,
    ),
    _Shape(("LOST",), ("输", "败"), words.LOST),
    _Shape(("SUIT",), ("被告", "应诉"), words.DEFENDANT),
    _Shape(("REVIEW",), ("复议", "政府", "上级"), words.TO_REVIEW),
    _Shape(
        ("SUIT",),
        ("诉", "法院", "法庭", "官司", "公堂", "告", "中院", "立案"),
        f"(?:[把将与和跟同就]{words.OURS})?{words.SUE}",
    ),
    _Shape(("CLOSED",), ("审", "判", "结"), words.CLOSED),
    _Shape(("RORG",), ("复议", "政府", "司法", "上级"), words.REVIEWER),
    _Shape(("COURT",), ("法", "院", "判决", "裁判", "机关"), words.COURT),
    _Shape(("",), ("人", "民", "企业", "众", "告", "方", "公司", "单位", "姓", "业主"), words.WHO),
    _Shape(
        ("SUMMED",),
        ("加", "合", "算", "拢共"),
        "(?:全|都|一并|通通)?(?:加|合|算)(?:起来|在一起|总|到一起)|全算上|相加|拢共|合并计算",
    ),
    _Shape(
        ("",),
        (
            "这",
            "那",
            "案",
            "审",
            "一路",
            "里",
            "书",
            "加",
            "账",
            "总数",
            "末了",
            "头",
            "争议",
            "两",
            "收",
            "办",
            "有",
            "该",
            "部",
            "对",
            "当",
            "做",
            "打",
            "吃",
            "成",
            "惹",
        ),
        "(?:这|那)(?:一)?(?:边|路|块|方面|类|头|端|摊)|一头|案子|(?:行政)?争议(?:案件|案)|案(?!件)|写明|审(?:查|"
        "理)?(?:下来|过)?后?(?=[涉针，\ue400-\ue4ff]|$)|审(?:下来|过的?)|书面"
        f"|[部厅院省市旗州]里|该(?:局|委|办|厅|院|镇|乡|县|市|区|部|中心|机关|单位|街道)|[我本]部|部(?:本级|机关)|"
        f"(?:对|就|针对){words.OURS}(?:的|所作|作出)*{words.ANSWER}(?=[没从未提无]|$)|"
        f"(?<=[\ue400-\ue4ff])的(?:{words.ANSWER}|判决|裁判|裁定|文书|(?:行政)?复议决定书?)(?=[，有共占达为是]|$)"
        "|(?:当|做|打|吃|惹|成)(?:过|了|为|上)$"
        "|两(?:类|种|条|项)(?:路径|途径|渠道|路)?|末了|到头来|总算|有了",
    ),
)


def _mark(place: int) -> str:
    return chr(0xE400 + place)


_COURT_MARK, _REVIEWER_MARK, _CORRECTED_MARK = map(_mark, range(len(_SHAPES), len(_SHAPES) + 3))
MARKS: Mapping[str, str] = {
    **{_mark(i): shape.concepts[0] for i, shape in enumerate(_SHAPES)},
    _COURT_MARK: "COURT",
    _REVIEWER_MARK: "RORG",
    _CORRECTED_MARK: "CORRECTED",
}
"""The characters that stand for what was found, each with its concept."""
_OUTCOMES = frozenset(["OTHEROUT", "PENDING", "CORRECTED", "UPHELD", "LOST"])
_FOUND = tuple((_mark(i), shape, pattern(shape.text, needs=shape.needs)) for i, shape in enumerate(_SHAPES))
_IS_ON_CASES = pattern(
    "复议|法[院庭官]|诉|告|官司|公堂|判|答复|维持|[赢输胜败审撤终纠]|推翻|改变|改动|改正|被改|返工|重新|"
    "重[作做办]|言和|化解|其余|途径|"
    "责[令成]|其[他它]|结[果论]|悬|未|没|中院|上级|做法|被告|认[可定同]|支持|采纳|肯定|确认|有[误错]|违法|"
    "合[法规]|正确|站|在审|来不及|别的|[当做打吃惹][过了上]|争议|相加|加总"
)
_BETWEEN = pattern("(?<=[\ue400-\ue4ff])[、和或及并且](?=[\ue400-\ue4ff])")
_IS_OF_OTHERS = pattern(
    "共同被告|因为?对复议|未再|没有再|未就|没有就|未继续|继续[起诉提]|维持后|息诉|(?<![正错销诉])以外|除[^，；。]+外"
)
"""申请人未再提起诉讼, 其中9件继续起诉: what came of some, or did not."""
_SAID_BY_COURT = pattern("法[院庭官]|判|中院|高院|庭|败诉|胜诉|官司|撤诉|起诉|诉讼")
_SAID_BY_REVIEWER = pattern("复议")


_LOST_ONES, _PUT_RIGHT = (
    "".join(mark for mark, concept in MARKS.items() if concept == name) for name in ("LOST", "CORRECTED")
)
_LOST_SO = pattern(f"[{_LOST_ONES}]{_COURT_MARK}?[、且并](?=[{_PUT_RIGHT}])")
"""(判我局输、)撤销答复: one outcome."""


def marked(phrase: str) -> str:
    """Return a phrase with all everyday names of cases and of what came of them marked; "" where it has none."""
    if not _IS_ON_CASES.search(phrase) or _IS_OF_OTHERS.search(phrase):
        return ""
    return told if (told := "，".join(map(_marked, phrase.split("，")))) != phrase else ""


def _marked(said: str) -> str:
    for mark, shape, found in _FOUND:
        if any(need in said for need in shape.needs):
            said = found.sub(partial(_marks, mark=mark, shape=shape), said)
    return _BETWEEN.sub("", _LOST_SO.sub("", said))


def _marks(match: re.Match[str], mark: str, shape: _Shape) -> str:
    """Return what stands for words that were found, with who decided where they tell that."""
    if not match[0]:
        return ""
    if shape.concepts[0] not in _OUTCOMES:
        return mark
    if shape.concepts[0] == "LOST" and not _SAID_BY_COURT.search(match[0]):
        mark = _CORRECTED_MARK  # 我局输了2件: perhaps of reviews too
    by = (
        _COURT_MARK if _SAID_BY_COURT.search(match[0]) else _REVIEWER_MARK if _SAID_BY_REVIEWER.search(match[0]) else ""
    )
    return mark + by
