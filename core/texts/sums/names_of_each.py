"""Counts the names of a list that have one number each: 属于国家秘密和危及“三安全一稳定”各1件 are two."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count

_VERB = (
    "(?:公示|公开|发布|报送|推送|收到|受理|办理|办结|答复|编发|制发|印发|举办|开展|刊发"
    "|提供|完成|发放|送达|组织|召开)了?"
)
_DID = f"(?:{_VERB})?"
"""公开栏、电子屏各(公开)60条"""
_EACH = pattern(f"(?:各自?|均|都|分别均?)(?:有|为|是|计|占|{_DID})?$")
_SURE_EACH = pattern(f"各自?(?:有|为|是|计|占|{_DID})?$|(?:均|都)(?:为|是)$", needs=["各", "均", "都"])
_IN_WORDS = pattern(
    "[危涉普波触兼顾旁论提述言谈殃]及|及(?=[时早格])|和(?=[谐平睦解缓约])|[调协缓饱附总温暖]和|[参给授赋付寄]与|与(?=会|否)"
    "|(?:没有|现成)[^、]{2,8}需要?|、(?=(?:本)?行政机关不再)"
    "|(?<=法律)(?:以及|[、和及与])(?=(?:行政)?法规)|(?<=安全)(?:以及|[、和及与])(?=(?:国家|公共|经济|社会)*(?:安全|稳定))"
    "|信访、?举报[、和及](?=投诉类)|或者?(?=[^、和及与]{0,4}(?:重新|出具))"
)
"""(危及)三安全一稳定, 法制和谐: no word that joins two names; (逾期不补正、行政机关不再)处理 is one name.

So are (法律、行政法规)禁止公开 and (信访、举报、)投诉类.
"""
_JOINS = pattern("以及|[、和及与]")
_MARK = pattern("[，；：。（）]")
_SAID = pattern(f"(?:各自?|每[^，；。、]{{0,6}})(?:有|为|是|计|占|{_VERB}[^，；。、各每]{{0,6}})?$", needs=["各", "每"])
"""局机关、分局(各办结许可)12件"""
_PLURAL = pattern("(?:^|[、和及与])(?:各(?!自)|每|所有|全部|其他|其余|以上|这|[两二三四五六七八九十几多])[^、]|等各?")


def names_of_each(said: str) -> int:
    """Return how many names share the number behind these words; 1 where it is not said to be that of each."""
    if not _SURE_EACH.search(said):
        return 1
    names = _JOINS.split(_IN_WORDS.sub("", _EACH.sub("", said)))
    return len([name for name in names if name.strip()]) or 1


def each_counted(counts: Sequence[Count]) -> list[Count]:
    """Return counts with what each of several names has, told once, as often as there are names: A、B各3件 are 6.

    Where it is not told how many there are, the number is as good as a rough one: 各学区各3件.
    """
    found, end = [], 0
    for count in counts:
        said = _MARK.split(count.text[end : count.start].lstrip("、"))[-1]
        end = count.end
        each = _SAID.search(said)
        if each is None:
            found.append(count)
            continue
        many = 1 if _PLURAL.search(said) else names_of_each(f"{said[: each.start()]}各")
        found.append(count._replace(value=count.value * many, is_rough=count.is_rough or many == 1))
    return found
