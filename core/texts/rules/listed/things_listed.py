"""Finds numbers of things beside a list of another number of them: 三个平台：网站、微信、微博、客户端 (N-26)."""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.texts.language import phrases
from core.texts.language.numbers import han_number
from core.texts.rules.listed.parts_listed import BOTH_CASES
from core.texts.rules.views import Span

_VERB_BEFORE = pattern("(?:建立|健全|完善|修订|落实|推进|推行|巩固|优化|规范|强化|抓好|做好|用好|管好)$")
"""建立、健全、(完善)这两项制度: no list of things."""
_QUOTED = pattern("“[^“”]*”(?!$)|‘[^‘’]*’(?!$)|《[^《》]*》|（[^（）]*）|\\([^()]*\\)")
"""归集至(“政府规章、规范性文件”)专栏并提供Word、PDF两种格式: a name with marks of its own."""
_NEXT_VERB = pattern(
    "(?<=[^、，]{2})(?:(?:并且?|同时|进而|从而|还|再|又|且)(?=[\u4e00-\u9fffA-Za-z]{2})(?!列|轨|联|网|行)"
    "|(?:提供|采用|采取|支持|推出|开设|设置|设立|开通|开辟|区分|划分|涵盖|覆盖)(?=[\u4e00-\u9fffA-Za-z]))"
)
"""修订指南、目录(并)提供Word、PDF两种格式: another list begins within an item."""
_ONE_MORE = pattern(
    "，(?!下一?步|今后|针对|对此|为此|[我本将拟已])[^，。；、\\d]{2,10}(?:不|偏|较|欠|有待|尚待|仍需)[^，。；、\\d]{1,6}(?=[。；，]|$)"
)
"""四个不足：目录、指南、年报都较粗糙(，人员也不够): the list of problems goes on."""
_PROBLEM = ("问题", "不足", "短板", "困难", "弱项")
_FEWEST = 3
"""So many things are no two names of one sentence that stand side by side."""
_NEAR = 20
"""How far before a number the last mark of its list may stand."""
_OF_A_DIVISION = pattern("[（(](?:[县市区旗镇乡、]|自治县|街道)+[）)]")
"""8个县(（市、区）): one word for all of them"""


def things_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return how many things are meant (三个平台), where the list beside it names another number of them."""
    found = []
    matches = (
        [*phrases.COUNTED_THINGS.finditer(text), *phrases.ANNOUNCED.finditer(text), *phrases.NAMELY.finditer(text)]
        if "、" in text
        else []
    )
    for match in matches:
        said, listed = numeral(match["number"]), match.groupdict().get("list") or _list_beside(text, match)
        items = BOTH_CASES.sub(r"\1", listed).split("、")
        most = len(items) + sum(bool(phrases.TWO_IN_ONE.search(item)) for item in items)
        is_open = "等" in listed or _is_one_more_told(text, match, listed)
        if _OF_A_DIVISION.match(text, match.end()):
            continue
        if listed and said is not None and (said < len(items) or (said > most and not is_open)):
            found.append((Span(*match.span("said")), said, len(items)))
    return tuple(found)


def _is_one_more_told(text: str, match: re.Match[str], listed: str) -> bool:
    """Whether a clause behind a list of problems tells one more of them."""
    end = text.find(listed, match.end()) + len(listed) if listed else 0
    is_behind = end > len(listed) and end - match.end() <= phrases.LONGEST_LIST
    return is_behind and any(word in match["said"] for word in _PROBLEM) and bool(_ONE_MORE.match(text, end))


def _list_beside(text: str, match: re.Match[str]) -> str:
    """Return the list of the things that a number counts; "" for none."""
    before = text[max(match.start() - phrases.LONGEST_LIST, 0) : match.start()]
    behind = phrases.LIST_BEHIND.match(text, match.end(), match.end() + phrases.LONGEST_LIST)
    if behind:
        return behind["list"]
    before = _QUOTED.sub(lambda quoted: quoted[0].replace("、", "·"), before) if "、" in before else before
    if before.endswith(("上述", "以上", "这")):
        meant = phrases.LIST_MEANT.search(before) or _list_right_before(before, match["noun"])
    else:
        meant = phrases.LIST_BEFORE.search(before) if "、" in before[-_NEAR:] and match["noun"] else None
    return _last_of_two(meant["list"]) if meant else ""


def _last_of_two(listed: str) -> str:
    """Return the list that stands behind the last verb of a clause, where another was told before it."""
    _, *others = listed.split("、")
    begun = [i for i, item in enumerate(others) if _NEXT_VERB.search(item)]
    if not begun:
        return listed
    left = others[begun[-1] :]
    return "、".join(left) if len(left) >= _FEWEST else ""


def _list_right_before(before: str, noun: str) -> re.Match[str] | None:
    """Return the list that ends with 这: 用好公示栏、大喇叭、微信群(这四种渠道)."""
    listed = before.removesuffix("这")
    is_list = before != listed and noun and "、" in listed[-_NEAR:] and not _VERB_BEFORE.search(listed)
    return phrases.LIST_BEFORE.search(listed) if is_list else None


def numeral(text: str) -> int | None:
    """Return a number in digits, Chinese numerals or a circle; None for none."""
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return int(text) if text.isdecimal() else han_number(text)
