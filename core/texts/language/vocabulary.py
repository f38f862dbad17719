"""The words by which a text says which number it speaks of, read from ``narrative.toml`` of the format.

A *role* is what a number can be (新收的申请, 予以公开, 行政复议总计 …): the words before or after it and the cells it
must agree with. A *denial* is a plain 没有. All patterns are matched against the plain form of a text. Their names in
braces are lists of words in the file, or pieces of sentences in ``core.texts.language.grammar``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from core.base.patterns import Word, any_of, fill, pattern
from core.form.form_definition import FormDefinition
from core.form.form_files import FormatFolder, FormDefinitionError
from core.form.form_reader import load_form
from core.form.formats import format_of
from core.texts.language import grammar
from core.texts.language.concepts import Concepts
from core.texts.language.court_words import PIECES
from core.texts.language.familiar import FamiliarWords
from core.texts.language.meanings import Cases, Denial, NounList, Rate, Role, WholeSet
from core.texts.language.numbers import COUNT_UNITS
from core.texts.language.own_name import OwnNames, names_of_kinds
from core.texts.language.result_groups import ResultGroups
from core.texts.language.word_shares import SAID

_FILE = "narrative.toml"

_BARE_UNITS = ("件", "万元")
_UNITS_OF_ASKERS = COUNT_UNITS.replace("条", "")  # 企业类120条, 新媒体80条: of what is published
"""Roles whose numbers may stand without a unit (部分公开67，占4.6%)."""

_RULE_OF_RESULTS, _RULE_OF_CASES = "N-05", "N-06"
"""Their roles are results of applications, and reviews and lawsuits."""

_PIECES = PIECES | {name.lower(): p for name, p in vars(grammar).items() if name.isupper() and isinstance(p, str)}


@dataclass(frozen=True, eq=False)
class TextVocabulary:
    """All words of a format.

    Attributes:
        topics: What sentences speak of, each with the pattern that finds it and words of which it holds one, if any.
        words: For each list of words (``channel``, ``compare`` …) the pattern that finds any of them.
        needed: All words that roles, denials and topics need.
        familiar: What may stand around a number without changing what is counted.
        concepts: What the words of a phrase mean together.
        results: Which rows of table three are results.
        own_names: What units call themselves.
        folder: The format's, of a mixture that of its first, with the files of words that are read at their first use.
    """

    topics: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]
    roles: tuple[Role, ...]
    denials: tuple[Denial, ...]
    wholes: tuple[WholeSet, ...]
    rates: tuple[Rate, ...]
    lists: tuple[NounList, ...]
    cases: Cases
    words: Mapping[str, re.Pattern[str]]
    needed: frozenset[str]
    familiar: FamiliarWords
    concepts: Concepts
    results: ResultGroups
    own_names: tuple[OwnNames, ...]
    folder: FormatFolder
    _kept: dict[tuple[str, bool, tuple[str, ...]], frozenset[int]] = field(default_factory=dict)

    def called_by(self, words: Iterable[str]) -> set[int]:
        """Return the places of the roles that need one of some words, or none."""
        return _places_of(words, self._roles_by_word)

    def denied_by(self, words: Iterable[str]) -> list[Denial]:
        """Return the denials that need one of some words, or none."""
        return [self.denials[place] for place in sorted(_places_of(words, self._denials_by_word))]

    @cached_property
    def _roles_by_word(self) -> Mapping[str, Sequence[int]]:
        return _by_word(role.needs if role.left or role.right else None for role in self.roles)

    @cached_property
    def _denials_by_word(self) -> Mapping[str, Sequence[int]]:
        return _by_word(denial.needs for denial in self.denials)

    def possible(self, unit: str, is_bare: bool, topics: tuple[str, ...], places: Iterable[int]) -> tuple[Role, ...]:
        """Return those of some roles that a number with this unit (or none, where it stands bare) may have.

        The sentence is on these topics.
        """
        key = (unit, is_bare, topics)
        if key not in self._kept:
            self._kept[key] = frozenset(
                place
                for place, role in enumerate(self.roles)
                if (not role.topics or not role.topics.isdisjoint(topics))
                and (unit in role.units or (is_bare and role.units[0] in _BARE_UNITS))
                and (role.left or role.right)
            )
        return tuple([self.roles[place] for place in sorted(self._kept[key].intersection(places))])

    def role(self, key: str) -> Role:
        """Return the role with this key."""
        return self._by_key[key]

    def knows(self, key: str) -> bool:
        """Whether the form has cells for a role: that of 2019 has none for amounts of fees."""
        return key in self._by_key

    @cached_property
    def _by_key(self) -> Mapping[str, Role]:
        return _by_key(self.roles)

    @cached_property
    def rows(self) -> tuple[Role, ...]:
        """The rows of results that one word names."""
        return tuple(role for role in self.roles if role.is_result and role.word)

    @cached_property
    def applicants(self) -> tuple[Role, ...]:
        """The kinds of applicants that one word names."""
        return tuple(role for role in self.roles if role.is_applicant and role.word)


@cache
def load_vocabulary(form_id: str) -> TextVocabulary:
    """Return the words of a format.

    Raises:
        FormDefinitionError: The file names an unknown cell or rule, or lacks a part.
    """
    form = load_form(form_id)
    folders = [format_of(part).folder for part in form.formats]
    data = [folder.toml(_FILE) for folder in folders]
    is_based = form.is_mixed or folders[0].base is not None
    try:
        made = _vocabulary(_of_form(data, frozenset(form.cells)) if is_based else data[0], folders[0])
    except (KeyError, re.error) as error:
        raise FormDefinitionError(f"{form_id}/{_FILE}: {error}") from error
    _check(made, form)
    return made


def _of_form(data: list[dict[str, Any]], codes: frozenset[str]) -> dict[str, Any]:
    """Return the words of the first format without what speaks of cells that this form lacks.

    Where nothing is left of a role or a denial, those of the other formats (of a mixture) are asked.
    """
    first = data[0]
    roles = [_role_of_form([role, *_same(data[1:], "roles", role)], codes) for role in first["roles"]]
    denials = [
        next((d for d in (denial, *_same(data[1:], "denials", denial)) if codes.issuperset(d["cells"])), None)
        for denial in first["denials"]
    ]
    powers: dict[str, str] = {}
    for words in data:
        powers = {noun: code for noun, code in words["powers"]["cells"].items() if code in codes} | powers
    return {
        **first,
        "roles": [role for role in roles if role],
        "denials": [denial for denial in denials if denial],
        "wholes": [whole for whole in first["wholes"] if codes.issuperset(_codes_of(whole["cells"]))],
        "rates": [rate for rate in first["rates"] if codes.issuperset(code for way in rate["cells"] for code in way)],
        "powers": {**first["powers"], "cells": powers},
        "kinds": [kind for kind in first["kinds"] if codes.issuperset(_codes_of(kind["cells"]))],
    }


def _codes_of(cells: dict[str, list[str] | str] | list[str]) -> list[str]:
    """Return the cells that a record names itself, not by a role."""
    if not isinstance(cells, dict):
        return cells
    return [code for codes in cells.values() if not isinstance(codes, str) for code in codes]


def _same(data: list[dict[str, Any]], name: str, record: dict[str, Any]) -> list[dict[str, Any]]:
    return [other for words in data for other in words[name] if other["key"] == record["key"]]


def _role_of_form(records: list[dict[str, Any]], codes: frozenset[str]) -> dict[str, Any] | None:
    """Return the first of these records of a role that speaks of cells of the form, without its other cells."""
    for role in records:
        cells = role["cells"]
        by_word = cells if isinstance(cells, dict) else {"": cells}
        ways = {word: [way for way in given if codes.issuperset(way)] for word, given in by_word.items()}
        left = {word: given for word, given in ways.items() if given}
        if left:
            return {**role, "cells": left if isinstance(cells, dict) else left[""]}
    return None


def _vocabulary(data: dict[str, Any], folder: FormatFolder) -> TextVocabulary:
    names = _PIECES | {name: any_of(words) for name, words in data["words"].items()}
    words = {name: pattern(fill(names[name], names)) for name in data["words"]}
    needs = {key: frozenset(words) for key, words in data.get("needs_of_topics", {}).items()}
    topics = tuple(
        (key, _any_pattern(patterns, names), needs.get(key, frozenset())) for key, patterns in data["topics"].items()
    )
    roles = tuple(role for record in data["roles"] for role in _roles(record, data["topics_of_rules"], names))
    denials = tuple(
        Denial(
            d["key"], d["name"], d["rule"], pattern(fill(d["pattern"] + "{boundary}", names)),
            pattern(fill(d["mid_veto"], names)) if "mid_veto" in d else None, d.get("topic", ""), tuple(d["cells"]),
            tuple(d.get("needs", ())),
        )
        for d in data["denials"]
    )  # fmt: skip
    needed = frozenset(word for role in roles for word in role.needs)
    needed |= frozenset(word for denial in denials for word in denial.needs).union(*needs.values())
    powers = {**data["powers"], "cells": {noun: [code] for noun, code in data["powers"]["cells"].items()}}
    by_key = _by_key(roles)
    lists = tuple(_noun_list(record, names, by_key) for record in (powers, *data["kinds"]))
    cases = _cases(data["cases"], names)
    wholes = tuple(_whole(record, names) for record in data["wholes"])
    rates = tuple(_rate(record, names) for record in data["rates"])
    function_words = data["familiar"]["function"]
    concepts = Concepts(data["concepts"], function_words, [*data["meanings"], *data.get("more_meanings", ())], roles)
    familiar = FamiliarWords(data["familiar"], names, concepts)
    results = ResultGroups(by_key)
    return TextVocabulary(
        topics,
        roles,
        denials,
        wholes,
        rates,
        lists,
        cases,
        words,
        needed,
        familiar,
        concepts,
        results,
        names_of_kinds(data.get("own_names", ())),
        folder,
    )


def _by_word(needs: Iterable[Iterable[str] | None]) -> dict[str, list[int]]:
    """Return by word the places of those that need it, by "" of those that need none; None is left out."""
    found: dict[str, list[int]] = {"": []}
    for place, words in enumerate(needs):
        for word in () if words is None else (tuple(words) or ("",)):
            found.setdefault(word, []).append(place)
    return found


def _places_of(words: Iterable[str], by_word: Mapping[str, Sequence[int]]) -> set[int]:
    places = {*by_word[""]}
    for word in words:
        if word in by_word:
            places.update(by_word[word])
    return places


def _by_key(roles: Sequence[Role]) -> dict[str, Role]:
    """Return roles by their keys: the first of several."""
    return {role.key: role for role in reversed(roles)}


def _any_pattern(patterns: list[str], names: Mapping[str, str]) -> re.Pattern[str]:
    return pattern(fill("|".join(patterns), names))


def _any_word(words: list[Word], names: Mapping[str, str]) -> re.Pattern[str]:
    return pattern(fill(any_of(words), names))


def _roles(record: dict[str, Any], topics: Mapping[str, list[str]], names: Mapping[str, str]) -> list[Role]:
    """Make one role of a record, or one for each of its words (``by_word``)."""
    record = {"topics": topics.get(record["rule"], []), **record}
    cells = record["cells"]
    if not record.get("by_word"):
        return [_role(record, cells if isinstance(cells, dict) else {"": cells}, names)]
    behind = grammar.BEHIND_RESULT if record["rule"] == _RULE_OF_RESULTS else grammar.BEHIND_APPLICANT
    return [
        replace(
            _role({**record, "name": word, "left": [word + behind], "right": [word]}, {"": ways}, names),
            word=word,
            needs=frozenset([word]),
        )
        for given, ways in cells.items()
        for word in given.split("|")
    ]


def _role(record: dict[str, Any], cells: dict[str, list[list[str]]], names: Mapping[str, str]) -> Role:
    left, right_after = record.get("left", []), record.get("right_after")
    return Role(
        key=record["key"],
        name=record["name"],
        rule_id=record["rule"],
        topics=frozenset(record["topics"]),
        left=tuple(pattern(fill(f"(?:{p})(?P<gap>{{gap}}*)$", names)) for p in left),
        right=tuple(pattern(fill(f"{{filler}}*?(?:{p})", names)) for p in record.get("right", ())),
        right_after=pattern(fill(f"(?:{right_after}){{gap}}*$", names)) if right_after else None,
        anywhere=_any_pattern([*left, *record.get("alone", ())], names) if left else None,
        units=_units(record.get("units", _UNITS_OF_ASKERS if record.get("is_applicant") else COUNT_UNITS)),
        veto=_any_word(record["veto"], names) if "veto" in record else None,
        needs=frozenset(record.get("needs", ())),
        near=() if record.get("apart") else tuple(record.get("needs", ())),
        is_case=record["rule"] == _RULE_OF_CASES,
        is_result=record["rule"] == _RULE_OF_RESULTS,
        is_applicant=record.get("is_applicant", False),
        cells={topic: tuple(map(tuple, alternatives)) for topic, alternatives in cells.items()},
    )


def _whole(record: dict[str, Any], names: Mapping[str, str]) -> WholeSet:
    cells = record["cells"]
    by_word = cells if isinstance(cells, dict) else {"": cells}
    who = any_of(word for words in by_word for word in words.split("|"))
    return WholeSet(
        key=record["key"],
        name=record["name"],
        rule_id=record["rule"],
        pattern=pattern(fill(record["pattern"].replace("{who}", f"(?P<who>{who})"), names)),
        veto=_any_word(record["veto"], names),
        despite=_any_word(record["despite"], names),
        partial=_any_word(record["partial"], names),
        unless=_any_word(record["unless"], names) if "unless" in record else None,
        cells={word: tuple(codes) for words, codes in by_word.items() for word in words.split("|")},
        is_of_counted=record.get("is_of_counted", False),
    )


def _rate(record: dict[str, Any], names: Mapping[str, str]) -> Rate:
    found = pattern(fill(record["pattern"] + "{of_rate}(?P<value>", names) + SAID.pattern + ")")
    veto, ways = _any_word(record["veto"], names), tuple(map(tuple, record["cells"]))
    return Rate(record["key"], record["name"], record["rule"], found, veto, ways)


def _units(text: str) -> tuple[str, ...]:
    if text == "万元":
        return ("万元", "元", "亿元")
    return (*text, "件次") if "件" in text else tuple(text)


def _noun_list(record: dict[str, Any], names: Mapping[str, str], roles: Mapping[str, Role]) -> NounList:
    """Make a list of nouns, each with its cells, or with those of a role that it names."""
    topic = record.get("topic", "")
    cells = {
        noun: roles[codes].alternatives(topic)[0] if isinstance(codes, str) else tuple(codes)
        for nouns, codes in record["cells"].items()
        for noun in nouns.split("|")
    }
    lists = {name: any_of(record[name]) for name in ("none", "between", "joint", "tail")}
    lists["lead"] = f"(?:{any_of(record['lead'])})*" if "lead" in record else ""
    lists |= {"noun": any_of(cells), "item": any_of([*cells, *record["extra"]])}
    names = {**names, **lists, "extra": any_of(record["extra"]), "listed": grammar.LISTED_NOUNS}
    patterns = [pattern(fill(f"{{none}}{record.get('whom', '')}{{between}}*{{listed}}{{boundary}}", names))]
    if "after" in record:
        patterns.append(pattern(fill(f"(?<![\\u4e00-\\u9fff]){{lead}}{{listed}}{record['after']}{{boundary}}", names)))
    return NounList(record["rule"], topic, tuple(patterns), _any_word(record["veto"], names), cells)


def _cases(record: dict[str, Any], names: Mapping[str, str]) -> Cases:
    lists = {name: any_of(record[name]) for name in ("no", "rest")}
    names = {**names, **lists, "nouns": f"(?P<nouns>(?:{record['nouns']}){{rest}}*)"}
    return Cases(
        rule_id=record["rule"],
        none=pattern(fill(grammar.NO_CASES, names)),
        none_after=pattern(fill(f"(?P<mid>){{nouns}}(?P<tail>){record['after']}{{boundary}}", names)),
        veto=_any_word(record["veto"], names),
        lost=_any_word(record["lost"], names),
        ways=tuple((way["name"], pattern(fill(way["pattern"], names)), tuple(way["cells"])) for way in record["ways"]),
        no_loss=_any_pattern(record["no_loss"], names),
        closed=pattern(record["closed"]),
        totals={key: tuple(codes) for key, codes in record["totals"].items()},
        losses={key: tuple(codes) for key, codes in record["losses"].items()},
    )


def _check(made: TextVocabulary, form: FormDefinition) -> None:
    """Refuse unknown cells and rules."""
    codes = [code for role in made.roles for ways in role.cells.values() for way in ways for code in way]
    codes += [code for denial in made.denials for code in denial.cells]
    codes += [code for whole in made.wholes for cells in whole.cells.values() for code in cells]
    codes += [code for rate in made.rates for way in rate.ways for code in way]
    codes += [code for known in made.lists for cells in known.cells.values() for code in cells]
    codes += [code for group in made.cases.totals.values() for code in group]
    codes += [code for _, _, cells in made.cases.ways for code in cells]
    codes += [c for group in made.cases.losses.values() for c in group]
    unknown = {code for code in codes if code not in form.cells}
    rules = {role.rule_id for role in made.roles} | {denial.rule_id for denial in made.denials}
    rules |= {whole.rule_id for whole in made.wholes} | {rate.rule_id for rate in made.rates}
    unknown |= {
        rule_id
        for rule_id in (*rules, *(known.rule_id for known in made.lists), made.cases.rule_id)
        if rule_id not in form.rules
    }
    if unknown:
        raise FormDefinitionError(f"{form.id}/{_FILE} names the unknown {', '.join(sorted(unknown))}")
