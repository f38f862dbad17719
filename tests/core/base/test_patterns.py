"""Lists of words and named pieces become patterns."""

import gc
import re

import pytest

from core.base.late import load_now
from core.base.patterns import WordFinder, any_of, fill, pattern
from core.report.report import new_report
from core.texts.language import phrases
from core.texts.language.vocabulary import TextVocabulary, load_vocabulary
from core.validation import validation
from tests.core.base.pattern_parts import needs_one, parts

BROKEN = {"(", "日("}
"""Made for tests."""


def test_the_longest_word_of_a_list_is_found() -> None:
    assert re.findall(any_of(["复议", "行政复议", "."]), "行政复议.复议") == ["行政复议", ".", "复议"]


def test_a_word_does_not_count_within_the_longer_ones_named() -> None:
    found = re.compile(any_of([{"word": "比", "not_in": ["占比", "比例", "比重"]}]))
    assert found.search("比上年")
    assert not found.search("占比、比例、比重")


def test_a_number_sign_stands_for_a_number_and_a_name_for_another_list() -> None:
    names = {"last": any_of(["上年", "去年"])}
    assert re.fullmatch(fill(any_of(["累计#年", "{last}"]) + "{1,2}", names), "去年累计12年")
    with pytest.raises(KeyError):
        fill("{unknown}", names)


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.search("")


def test_a_text_without_a_word_that_a_pattern_needs_is_not_searched() -> None:
    asked = pattern(r"(\d{2})日|号", needs=["日", "号"])
    assert [m[0] for m in asked.finditer("12日、3日，5号")] == ["12日", "号"]
    assert not [*asked.finditer("12")]
    assert asked.search("12") is None


def test_a_pattern_that_no_text_needs_is_not_compiled() -> None:
    broken = pattern("日(", needs=["日"])
    assert broken.search("12") is None
    with pytest.raises(re.error):
        broken.search("12日")


def test_every_pattern_of_the_program_compiles() -> None:
    validation.check_report(new_report("某某县水利局", "政府部门", 2025))
    load_vocabulary("2021")
    gc.unfreeze()  # what the tests froze at their start is listed too
    made = [known for known in gc.get_objects() if type(known).__name__ == "_Lazy"]
    gc.freeze()
    needing = [known for known in made if known.needs and known.pattern not in BROKEN]
    assert len(needing) > 100
    for known in needing:
        re.compile(known.pattern, known.flags)


def test_a_finder_tells_which_of_its_words_a_text_holds() -> None:
    finder = WordFinder(["申请", "申", "结转", "申请", "不予公开"])
    assert sorted(finder.held("收到申请3件，不予处理1件")) == ["申", "申请"]
    assert finder.held("无") == []


def test_what_a_pattern_finds_holds_a_word_that_it_needs() -> None:
    load_now(phrases)
    asked = {name: made for name, made in vars(phrases).items() if getattr(made, "needs", ())}
    assert len(asked) > 10
    for name, made in asked.items():
        assert needs_one(parts(made.pattern), made.needs), name
        assert not needs_one(parts(made.pattern), ["某"]), name


@pytest.mark.parametrize("form_id", ["2021", "2019", "mixed", "mixed_2019_t2"])
def test_all_patterns_of_a_format_compile(form_id: str) -> None:
    vocabulary = load_vocabulary(form_id)
    assert isinstance(vocabulary, TextVocabulary)
    cases = vocabulary.cases
    found = [*vocabulary.words.values(), *(topic for _, topic, _ in vocabulary.topics)]
    for known in vocabulary.lists:
        found += [*known.patterns, known.veto]
    found += [way for _, way, _ in cases.ways]
    found += [cases.none, cases.none_after, cases.veto, cases.lost, cases.no_loss, cases.closed]
    for role in vocabulary.roles:
        found += [*role.left, *role.right, *filter(None, (role.right_after, role.anywhere, role.veto))]
    for denial in vocabulary.denials:
        found += filter(None, (denial.pattern, denial.veto))
    assert len(found) > 300
    assert not any(p.fullmatch("无关的话") for p in found)
