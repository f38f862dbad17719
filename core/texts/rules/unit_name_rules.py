"""The rule on names of units (N-10): whose report it is, in title, signature and texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from core.base.patterns import holds_one, pattern
from core.checks.findings import Finding, Place
from core.checks.rules import NUMBERS, TEXTS, CheckContext, check_function, finding
from core.form.form_definition import Rule
from core.form.known_cells import RULES_ROW
from core.texts.claims.claim import Claim
from core.texts.claims.claims import claims
from core.texts.language import phrases
from core.texts.language.text_names import text_name
from core.texts.rules.cited.fixed_strings import misspelt_unit
from core.texts.rules.names.announced_names import short_in_lead
from core.texts.rules.names.authors import COMPILED, THIS_REPORT, foreign_authors, is_own, misnamed_offices
from core.texts.rules.names.first_person import signed_by_others
from core.texts.rules.names.former_names import VARIANT, former_names
from core.texts.rules.names.gathered import is_among, selves_of_others, units_of_others
from core.texts.rules.names.other_companies import other_companies
from core.texts.rules.names.other_heads import other_heads
from core.texts.rules.names.own_numbers import tellers_of_our_numbers, wholes_of_others
from core.texts.rules.names.reasons import WITH_US
from core.texts.rules.views import Span, places, sentence_around, typed_texts

_DEPARTMENTS = ("局", "委员会", "厅")
"""How the departments of a place end."""
_PLAN_ALIKE = ("厅", "街道办事处", "镇人民政府", "乡人民政府", "管委会")
"""Units whose plans are their own only in the reports of their like."""
_ENDS_OF_OFFICES = (
    "公司",
    *("局", "委", "厅", "办公室", "办事处", "人民政府", "中心", "队", "院", "所", "镇", "乡", "街道", "学"),
)
"""What the name of every office holds that a text is searched for."""
_ANOTHER = pattern(
    "(?:积极|主动|全力|密切|认真|共同)?(?:配合|会同|联合|协助|协同|支持|指导|督促|邀请|提请|报请|对接|依托|参与|协调|委托)(?!.{0,2}[县市区](?:人民)?政府$)"
)
"""(配合某县司法局)做好清理: another unit is meant."""
_YEARS = pattern("(?:最近|近|前|过去|这|连续)[一二两三四五六七八九十几]年(?:以?来|[间里中内])?")
_NAME = pattern("(?:《[^《》\n]{2,60}》|[\u4e00-\u9fff]{2,24})$")
_HIDDEN = "□"
_COMPILES_REPORT = pattern(
    "[^。\\n]{0,90}?(?:编制|编写|编撰|汇编|起草|撰写|整理|形成)(?:[^。，；\\n]{0,30}(?:年度报告|年报)|[了并和、公发布形成]{0,5}本报告)"
)
"""县水利局编制2025年政府信息公开工作年度报告: in the overview an office may compile other things."""
_THIS_BY = re.compile(f"{THIS_REPORT}(?:即|系|是|均)?由$")
"""(本报告由)某某集团有限公司根据…编制"""
_COMPILES_THIS = pattern(f"[^。\\n]{{0,120}}?{COMPILED}{THIS_REPORT}")
"""汇编形成本年度报告: what the overview says of the report may stand under any of its headings."""
_SHORTEST_UNIT, _LONGEST_UNIT = 4, 40
"""Characters of the name of a unit, as good as always."""
_NO_PART_OF_A_NAME = pattern('[/:?*\\\\|<>"：？／＊｜＜＞＂；;，,。！!]')
"""What no seal has, and most of it no file name either: typed by mistake, or pasted with the name (某局：)."""


@check_function("unit_names", TEXTS, "meta.", NUMBERS)
def unit_names(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-10: title, signature and lead name the unit; a short name is explained before it is used."""
    unit = re.sub(r"\s", "", context.report.unit)
    meta = context.report.meta
    if unit:
        part = repeated_part(unit)
        if part:
            shown, times = part[:_LONGEST_UNIT], len(unit) // len(part)
            yield finding(rule, "repeated", cells=["meta.unit"], count=len(unit), part=shown, times=times)
            return  # with what it is compared is no name
        if len(unit) > _LONGEST_UNIT:
            yield finding(rule, "long", cells=["meta.unit"], count=len(unit), most=_LONGEST_UNIT)
        if len(unit) < _SHORTEST_UNIT:
            yield finding(rule, "short", cells=["meta.unit"], unit=unit, count=len(unit))
        if signs := "".join(dict.fromkeys(_NO_PART_OF_A_NAME.findall(unit))):
            yield finding(rule, "signs", cells=["meta.unit"], unit=unit, signs=signs)
        title = meta.get("meta.title", "").strip()
        if title and unit not in re.sub(r"\s", "", title):
            yield finding(rule, "title", cells=["meta.title"], title=title, unit=unit)
        former = [*_former(context, rule, unit)]
        yield from former
        marked = [place for one in former for place in one.places]
        yield from _signed_and_announced(context, rule, unit, marked)
        for code, text in typed_texts(context).items():
            found = [*_foreign_names(context, rule, code, text, unit)]
            others = [one for one in found if not any(_is_told(place, marked) for place in one.places)]
            yield from others
            told = [*marked, *(place for other in others for place in other.places)]
            yield from _called(context, rule, code, text, unit, told)
    yield from _early_aliases(context, rule, unit)


def _former(context: CheckContext, rule: Rule, unit: str) -> Iterable[Finding]:
    """Yield the old names of the unit that its texts still hold, all places of a name in one."""
    for name, held, spots in former_names(context):
        texts = "、".join(dict.fromkeys(text_name(context.form, place.text) for place in spots))
        values = {"texts": texts, "former": name, "names": "”、“".join(held), "count": len(spots), "unit": unit}
        yield finding(rule, VARIANT, cells=["meta.unit"], places=spots, **values)


def _called(
    context: CheckContext, rule: Rule, code: str, text: str, unit: str, told: Sequence[Place]
) -> Iterable[Finding]:
    """Yield slips in the unit's own name, and what it calls itself or its own that is another's."""
    values = {"text": text_name(context.form, code), "unit": unit}
    for span in misspelt_unit(text, unit, is_lead=code == "lead"):
        (mark,) = places(context, code, [span])
        is_of_neighbour = WITH_US.search(sentence_around(text, span.start, span.end))
        if not (is_of_neighbour or _is_told(mark, told)):  # one slip is said once
            yield finding(rule, "foreign", places=[mark], name=span.what, **values)
    for span in (*selves_of_others(text, unit), *wholes_of_others(text, code, unit, _typed_claims(context, code))):
        (mark,) = places(context, code, [span])
        if not _is_told(mark, told):
            yield finding(rule, "called", places=[mark], name=span.what, **values)


def _is_told(mark: Place, told: Sequence[Place]) -> bool:
    return any(mark.start < place.end and place.start < mark.end for place in told)


def _typed_claims(context: CheckContext, code: str) -> list[Claim]:
    """Return what the numbers of the texts were taken for; none for a text with linked ones."""
    return claims(context) if "{" not in context.report.texts[code] else []


def _signed_and_announced(context: CheckContext, rule: Rule, unit: str, marked: Sequence[Place]) -> Iterable[Finding]:
    """Yield where signature and 现公布… of the lead name it otherwise: a short name in the lead alone is a hint."""
    name = context.report.meta.get("meta.sign_off", "").strip()
    is_signed = not name or unit in re.sub(r"\s", "", name) or _may_sign(context, name)
    short = short_in_lead(typed_texts(context).get("lead", ""), unit)
    if short and _may_sign(context, short.what):
        short = None
    spots = places(context, "lead", [short]) if short else []
    if spots and _is_told(spots[0], marked):
        short, spots = None, []
    if short and not is_signed and short.what == re.sub(r"\s", "", name):
        yield finding(rule, "both", cells=["meta.sign_off"], places=spots, name=name, unit=unit)
        return
    if not is_signed:
        yield finding(rule, "sign_off", cells=["meta.sign_off"], name=name, unit=unit)
    if short:
        yield finding(rule, "lead", places=spots, name=short.what, unit=unit)


def repeated_part(name: str) -> str:
    """Return the name that a pasted one consists of several times over, the last one perhaps cut; "" for none."""
    lengths = range(_SHORTEST_UNIT, len(name) // 2 + 1)
    return next((name[:length] for length in lengths if name[length:] == name[:-length]), "")


def _may_sign(context: CheckContext, name: str) -> bool:
    """Whether an office may sign or compile for the unit: the office of a government, in a 汇总 report."""
    meta = context.report.meta
    is_summed = meta.get("meta.scope") == "汇总" or context.report.unit.endswith("人民政府")
    if not is_summed or not name.endswith(("办公室", "中心", "局")):
        return False
    return _place_of(context.report.unit) in name or not phrases.FULL_NAME.match(name)


def _is_announced(context: CheckContext, name: str) -> bool:
    """Whether the office of a government announces the report of the whole place (汇总)."""
    return name.endswith("人民政府") and context.report.meta.get("meta.scope") == "汇总"


def _place_of(unit: str) -> str:
    """Return the bare name of the place at the end of a government's name: 云岭 for 大理州云岭县人民政府."""
    return re.sub(r"[省市县区州盟旗镇乡]$", "", re.sub(r"人民政府.*$", "", unit))[-2:]


def _foreign_names(context: CheckContext, rule: Rule, code: str, text: str, unit: str) -> Iterable[Finding]:
    authors = foreign_authors(text, unit) if code == "lead" or code.startswith("s1") else ()
    foreign = units_of_others(text, unit, _makes_rules(context, unit))
    signed = signed_by_others(text, unit)
    told = _typed_claims(context, code)
    tellers = tellers_of_our_numbers(text, code, unit, told)
    if not (signed or authors or foreign or tellers or holds_one(text, _ENDS_OF_OFFICES)):
        return  # as in most texts
    if code != "lead":
        compiles = _COMPILES_REPORT if code == "s1" else _COMPILES_THIS
        authors = tuple(
            span for span in authors if compiles.match(text, span.end) or _THIS_BY.search(text, 0, span.start)
        )
    found = [*_other_names(text, unit), *authors, *misnamed_offices(text, unit), *signed]
    found += [*other_heads(text, code, unit, told), *other_companies(text, unit)]
    found += [span for span in tellers if not is_among(span, found)]
    found += [span for span in foreign if not is_among(span, found)]
    found = [span for span in found if not any(_ends_within(span, other) for other in found)]
    for span in {span.start: span for span in reversed(found)}.values():
        is_slip = code == "lead" and any(_ends_within(slip, span) for slip in misspelt_unit(text, unit, is_lead=True))
        may_sign = span not in (*foreign, *signed) and _may_sign(context, span.what)
        if not may_sign and not is_slip and not _is_announced(context, span.what):
            values = {"text": text_name(context.form, code), "name": span.what, "unit": unit}
            yield finding(rule, "foreign", places=places(context, code, [span]), **values)


def _ends_within(name: Span, other: Span) -> bool:
    """Whether another name is the end of one, which then has a word before it: 由(清平县农业农村局)."""
    return name.start < other.start and name.end == other.end


def _makes_rules(context: CheckContext, unit: str) -> bool:
    """Whether a city is one of those that make rules (规章), none of which lies within another."""
    columns = ("issued", "in_force") if unit.endswith("市人民政府") else ()
    return any(context.numbers.get(f"{RULES_ROW}.{column}") for column in columns)


@lru_cache(maxsize=256)
def _other_names(text: str, unit: str) -> tuple[Span, ...]:
    """Return the names in a text that compile or act as the unit does and are not its own."""
    found = [(match, match.lastgroup or "") for match in phrases.FOREIGN.finditer(text)]
    found += [(m, "name") for m in phrases.ACTING.finditer(text) if _is_of_the_same_kind(m["name"], unit)]
    found += [(m, "name") for m in phrases.ACTING_ORGAN.finditer(text)]
    if unit.endswith("公司"):
        found += [(m, "name") for m in phrases.ACTING_COMPANY.finditer(text)]
    found += [(m, "name") for m in phrases.ACTING_PLAN.finditer(text) if _plans_alike(m["name"], unit)]
    spans = [_without_marker(Span(*match.span(kind), match[kind])) for match, kind in found]
    heads = [Span(*m.span("four"), m["four"]) for m, kind in found if kind == "four" and m["four"][1:] not in unit]
    spans = [span for span in spans if not _ANOTHER.match(span.what)]
    return (*heads, *(s for s in spans if _is_other(s.what, unit) and not phrases.VAGUE_NAME.match(s.what)))


def _without_marker(span: Span) -> Span:
    """Return a name without the mark of a list, or the years told of: 一是县水利局, 近三年县水利局."""
    years = _YEARS.match(span.what)
    if years:
        return Span(span.start + years.end(), span.end, span.what[years.end() :])
    return Span(span.start + 2, span.end, span.what[2:]) if span.what[1:2] == "是" else span


def _is_other(name: str, unit: str) -> bool:
    """Whether a name is not the unit's, nor a part of it; a government is not its office."""
    if name.endswith("人民政府") and unit in (f"{name}办公室", f"{name}办公厅"):
        return True
    return not is_own(name, unit)


def _plans_alike(name: str, unit: str) -> bool:
    """Whether what another plans may stand for what the unit does: 省水利厅 plans for a 局 too, not for another 厅."""
    kind = next((end for end in _PLAN_ALIKE if name.endswith(end)), "")
    return bool(phrases.FULL_NAME.match(name)) and unit.endswith(kind)


def _is_of_the_same_kind(name: str, unit: str) -> bool:
    """Whether a full name that acts as the unit does is that of another unit like it: a bureau for a bureau."""
    kind = phrases.KIND.search(unit)
    if name.endswith("人民政府") and unit in (f"{name}办公室", f"{name}办公厅"):
        return True
    kinds = _DEPARTMENTS if kind and kind[0] in _DEPARTMENTS else (kind[0],) if kind else ()
    return name.endswith(kinds) and bool(phrases.FULL_NAME.match(name))


def _early_aliases(context: CheckContext, rule: Rule, unit: str) -> Iterable[Finding]:
    """Yield short names that are used before they are explained, in reading order."""
    texts = typed_texts(context)
    order = [code for code in context.form.texts if code in texts]
    joined = [(code, _with_unit_hidden(texts[code], unit)) for code in order]
    seen: set[str] = set()
    for i, (code, text) in enumerate(joined):
        for alias, start in _explained(text):
            if alias in seen or "条例" in alias or alias in unit:
                continue
            seen.add(alias)
            named = _NAME.search(text[:start])  # 高新区分局（以下简称“分局”）, 《公开指南》（以下简称《指南》）
            name = named[0] if named else ""
            before_it = text[:start]
            if name.strip("《》") == alias:  # “一网通办”平台（以下简称“平台”）: other 平台 before are none of its name
                name, before_it = "", before_it.removesuffix(name)
            for earlier, before in [*joined[:i], (code, before_it)]:
                at = (before.replace(name, _HIDDEN * len(name)) if name else before).find(alias)
                if at >= 0:
                    span = Span(at, at + len(alias))
                    values = {"text": text_name(context.form, earlier), "alias": alias}
                    yield finding(rule, "alias", places=places(context, earlier, [span]), **values)
                    break


@lru_cache(maxsize=256)
def _with_unit_hidden(text: str, unit: str) -> str:
    return text.replace(unit, "□" * len(unit)) if unit else text


@lru_cache(maxsize=256)
def _explained(text: str) -> tuple[tuple[str, int], ...]:
    """Return the short names that a text explains, and where."""
    return tuple((match[1].strip(), match.start()) for match in phrases.ALIAS.finditer(text))
