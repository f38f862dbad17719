"""Names of other units in a text (rule B-06): which of them look copied; what is done together is daily wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from core.office.collection.unit_list import plain_name

_LEVELS = "省市县区州旗盟"
_GOVERNMENT = re.compile(rf"[{_LEVELS}]人民政府$")
_PLACE = re.compile(rf"[\u4e00-\u9fff]{{2,6}}?[{_LEVELS}]")
_TOWNS = ("人民政府", "办事处", "管理委员会")
_DEPTH = 8  # 临江市青澜县第…: what a thousand names may have in common
_SHORTEST_NAME = 5  # 水利局 alone may be that of another county
_SHORTEST_SHORT_NAME = 4
_SHORTEST_REST = 3  # 司法局, without its place
_STOPS = "。；，：！？!?;,:\n"
_SEPARATE = re.compile(f"[{_STOPS}]")
_JOINT = re.compile("会同|联合|协同|配合|共同|牵头|协作|合作|等(?:部门|单位)|以及")
_JOINT_BEFORE = re.compile(
    "(?:[与和跟同及由经向报送商请转在从被受到、]|参加|接受|按照?|(?<!针)对|协调|对接|联系|抄送)$"
)
_JOINT_AFTER = re.compile(
    "[、与和同及对为向给](?:我|本|□)|(?:组织|举办|开展|印发|下发)的?[^，。；]{0,12}(?:培训|检查|考核|通报|通知|会议)"
)
_SUBJECT = re.compile(
    r"(?:^|针对|围绕|结合|涉及|关于|更新了|推送|以|把|将|[一二三四五六七八九十]是|[）)]|\d[.、]|年|年度|全年|年内)$"
)
_LEAD = "lead"
_OWN_IN_LEAD = (
    (re.compile("由$"), re.compile(r"[^。]*(?:编制|公布|发布)")),
    (re.compile("(?:按照?|根据|结合|将|对|公布|发布)$"), re.compile(r"20\d\d年度?(?:政府|政务)?信息公开")),
    (re.compile("[与和跟同向]$"), re.compile("[^，。；]{0,12}(?:联系|咨询|反映|索取)")),
    (re.compile("(?:联系|咨询)$"), re.compile("[^，。；]{0,6}$|[（(]")),
    (re.compile("(?:[在从]|登录|访问|通过)$"), re.compile("(?:门户|政府|官方|政务)?网(?:站|页|上)")),
)
"""How a lead speaks of the unit itself, before and after its name: 由…编制, 请与…联系, 在…网站下载."""


def short_names(units: Sequence[str]) -> dict[str, str]:
    """Return plain names of units by their short ones without the place, where these fit no other unit."""
    short = {plain: _PLACE.sub("", plain, count=1) for plain in units}
    # By the length of each, since to ask each unit of each name would take seconds for a thousand
    ends = {
        length: Counter(unit[-length:] for unit in units) for length in {len(rest) for rest in short.values()} if length
    }
    short = {plain: rest for plain, rest in short.items() if rest and ends[len(rest)][rest] == 1}
    return {rest: plain for plain, rest in short.items() if len(rest) >= _SHORTEST_REST}


class OtherNames:
    """The names of all units, full and short (县司法局, 西山镇人民政府 of one county)."""

    def __init__(self, units: Iterable[str]) -> None:
        """Take the plain names of the units; governments and their offices are rightly spoken of."""
        plain = sorted(units)
        self._units = {name: name for name in plain if len(name) >= _SHORTEST_NAME and not is_superior(name)}
        short: dict[str, list[str]] = {}
        for name in self._units:
            place = _PLACE.match(name)
            rest = name[place.end() :] if place else ""
            if place and not rest.endswith(_TOWNS):
                rest = place[0][-1] + rest
            if len(rest) >= _SHORTEST_SHORT_NAME:
                short.setdefault(rest, []).append(name)
        self._short = {name: owners[0] for name, owners in short.items() if len(owners) == 1 and name not in plain}
        known = sorted({*self._units, *self._short}, key=len, reverse=True)
        self._pattern = re.compile(any_of(known)) if known else None

    def short_name(self, name: str) -> str:
        """Return the short name of a unit that has been found by it."""
        return next(short for short, owner in self._short.items() if owner == name)

    def copied(self, own: str, texts: Mapping[str, str]) -> dict[str, tuple[list[str], list[str]]]:
        """Return the other units that texts speak of as if they were theirs.

        Args:
            own: Plain name of the unit.
            texts: Its texts by code.

        Returns:
            For each other unit, by its plain name, the codes of the texts with its full name, and with its short one.
        """
        found: dict[str, tuple[list[str], list[str]]] = {}
        if self._pattern is None:
            return found
        for code, written in texts.items():
            text = plain_name(written.replace("\n", "。")).replace(own, "□")
            for match in self._pattern.finditer(text):
                name = match[0]
                other = self._units.get(name) or self._short[name]
                is_short = name not in self._units
                if name in own or other == own:
                    continue
                is_own_place = code == _LEAD and _is_as_own(text, match)
                if not is_own_place and _is_daily(text, match, needs_subject=is_short):
                    continue
                found.setdefault(other, ([], []))[is_short].append(code)
        return found


def any_of(names: Sequence[str], depth: int = _DEPTH) -> str:
    """Return a pattern of names, longest first; those with the same beginning share it, or a thousand take seconds."""
    if depth == 0 or len(names) == 1:
        return "|".join(map(re.escape, names))
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[:1], []).append(name[1:])
    return "|".join(f"{re.escape(first)}(?:{any_of(rest, depth - 1)})" for first, rest in groups.items())


def is_superior(name: str) -> bool:
    """Whether a plain name is that of a government above towns, or of its office."""
    return bool(_GOVERNMENT.search(re.sub("办公[室厅]$", "", name)))


def _is_as_own(text: str, match: re.Match[str]) -> bool:
    """Whether a name in a lead stands where that of the unit itself belongs."""
    before, after = _clause(text, match)
    rest = text[match.end() :].partition("。")[0] if before.endswith("由") else after
    return any(front.search(before) and back.match(rest) for front, back in _OWN_IN_LEAD)


def _clause(text: str, match: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and after a name in its clause."""
    return _SEPARATE.split(text[: match.start()])[-1], _SEPARATE.split(text[match.end() :], maxsplit=1)[0]


def _is_daily(text: str, match: re.Match[str], *, needs_subject: bool) -> bool:
    """Whether a mention says that units act together, or that one speaks to the other."""
    before, after = _clause(text, match)
    if _JOINT.search(before) or _JOINT.search(after) or _JOINT_BEFORE.search(before) or _JOINT_AFTER.match(after):
        return True
    if not needs_subject:
        return False
    return match[0][0] in _LEVELS and not _SUBJECT.search(before)
