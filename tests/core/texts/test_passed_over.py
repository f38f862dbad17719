"""What a text is asked for before the patterns of a rule search it stands in all that they find."""

import re
from collections.abc import Iterable

import pytest

from core.base.late import load_now
from core.texts.language import phrases
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.absences import none_left, reasons_denied
from core.texts.reading.amounts import asides
from core.texts.reading.applications import old_cases, stories
from core.texts.reading.cases import answers_corrected
from core.texts.reading.compared import bounded_counts, compared_cells, comparisons, role_differences, row_multiples
from core.texts.reading.kinds import results_by_kind, results_of_kinds
from core.texts.reading.sentence.due import SentenceReader
from core.texts.reading.told import elided_decisions
from core.texts.reading.wholes import all_but_some, all_of_number, kinds_only, reasons_alone
from core.texts.rules import citation_rules, sum_rules, unit_name_rules, wording_rules
from core.texts.rules.cited import brackets, fixed_strings
from core.texts.rules.dates import coming_years, old_dates, old_titles, plans, published_early, year_digits
from core.texts.rules.debris import private_numbers
from core.texts.rules.names import other_heads
from core.texts.sums import sums
from core.texts.sums.sums import wrong_sums
from tests.core.base.pattern_parts import needs_one, parts

load_now(phrases, plans, other_heads, unit_name_rules)
load_now(wording_rules, citation_rules, sum_rules, sums)
_YEARS = (
    *(phrases.OLD_YEAR, phrases.HEADING, phrases.CUT_OFF, phrases.CARRIED_LONG_AGO, phrases.OWN_TITLE),
    *(old_dates._DONE, old_dates._WHOLE_YEAR, old_dates._WORK, old_dates._REFLECTS),
    *(old_titles._DESCRIBED, year_digits._WRITTEN),
    *(coming_years._DONE, coming_years._UNTIL, coming_years._IN_MONTH, coming_years._OPENED, coming_years._BEYOND),
)
_PLANS = (
    *(plans._PLANNED, plans._PLANNED_BY, plans._PLANNED_NEXT, plans._PLANNED_FOR_LAST_YEAR, plans._PLANNED_UNTIL),
    plans._CARRIED_TO,
)
_OFFICES = (
    *(phrases.FOREIGN, phrases.ACTING, phrases.ACTING_ORGAN, phrases.ACTING_COMPANY, phrases.ACTING_PLAN),
    *(other_heads._RECEIVED, other_heads._ALIASED, other_heads._OURSELVES),
)
_CITED = (
    *(citation_rules._STATUTE, citation_rules._OLD_STATUTE, citation_rules._FEE_NUMBER, citation_rules._OLD_NOTICE),
    *(citation_rules._TRIAL_FORMAT, citation_rules._CITED_FORMAT, brackets._ANY_YEAR),
    *(
        brackets._ANGLE_TITLE,
        brackets._DECREE_BRACKETS,
        fixed_strings._QUOTED,
        fixed_strings._OFFICE,
        fixed_strings._CITED,
    ),
)
_READERS = (
    (none_left.none_left, (none_left._NO_BACKLOG,)),
    (bounded_counts.bounded_counts, (bounded_counts._SHAPE,)),
    (role_differences.multiples, (role_differences._TIMES,)),
    (compared_cells.compared_cells, (compared_cells._TIMES, compared_cells._RATIO, compared_cells._COMPARED)),
    (row_multiples.row_multiples, (row_multiples._TIMES,)),
    (row_multiples.rows_compared, (row_multiples._MORE_THAN,)),
    (comparisons.comparisons, (comparisons._THAN, comparisons._THAN_OTHER, comparisons._PART_OF)),
    (all_of_number.all_of_number, (all_of_number._ALL_DONE,)),
    (results_of_kinds.all_of_kinds, (results_of_kinds._ALL_OF_KIND,)),
    (old_cases.old_cases, (old_cases._OLD,)),
    (kinds_only.kinds_only, (kinds_only._ONLY,)),
    (results_by_kind.none_by_kind, (results_by_kind._NONE_OF_KIND, results_by_kind._ONE_KIND_ONLY)),
    (all_but_some.all_but_some, (all_but_some._ALL_BUT,)),
    (answers_corrected.answers_corrected, (answers_corrected._CORRECTED, answers_corrected._BY_WHOM)),
    (reasons_alone.reasons_alone, (reasons_alone._ALONE,)),
    (reasons_denied.reasons_denied, (reasons_denied._NONE_FOR, reasons_denied._NONE_OF)),
    (asides.punished, (asides._PUNISHED,)),
    (asides.askers, (asides._ASKED,)),
    (asides.fees_alone, (asides._FEES,)),
    (stories.stories, (stories._SOME, stories._MENTIONED)),
    (elided_decisions.elided_decisions, (elided_decisions._LIST, elided_decisions._IN_ORDER)),
)
_DAYS = (
    *(published_early._PUBLISHED, published_early._DAY_OF_PUBLISHING, phrases.DONE_LATER, phrases.EXTENSION),
    *(phrases.FIFTEEN_DAYS, phrases.DATE, phrases.NO_MONTH),
)


@pytest.mark.parametrize(
    ("searched", "words"),
    [
        (_YEARS, ["年"]),
        (_PLANS, [plans._YEAR_TOLD]),
        (_PLANS, ["年"]),
        (_OFFICES, unit_name_rules._ENDS_OF_OFFICES),
        (_CITED, citation_rules._CITING),
        (_DAYS, ["月", "工作日", "季度"]),
        ((phrases.PERIOD, phrases.STATISTICS_END), ["日"]),
    ],
)
def test_a_rule_passes_over_a_text_only_where_none_of_its_patterns_can_find_anything(
    searched: Iterable[re.Pattern[str]], words: Iterable[str]
) -> None:
    for one in searched:
        assert needs_one(parts(one.pattern), words), one.pattern


@pytest.mark.parametrize("form_id", ["2021", "2019", "mixed"])
def test_every_way_to_say_a_topic_holds_a_word_that_it_needs(form_id: str) -> None:
    asked = [(topic, needs) for _, topic, needs in load_vocabulary(form_id).topics if needs]
    assert len(asked) > 5
    for topic, needs in asked:
        assert needs_one(parts(topic.pattern), needs), topic.pattern


@pytest.mark.parametrize(("reader", "searched"), _READERS)
def test_what_a_reader_finds_holds_a_word_that_it_needs(
    reader: SentenceReader, searched: Iterable[re.Pattern[str]]
) -> None:
    for one in searched:
        assert needs_one(parts(one.pattern), reader.words), one.pattern


def test_results_by_kind_name_a_kind() -> None:
    shapes = (
        *(results_of_kinds._TOLD, results_of_kinds._DONE_OF_KINDS),
        *(results_by_kind._LIST, results_by_kind._FRAMED, results_by_kind._IN_ORDER, results_by_kind._ALL_SO_MANY),
    )
    for one in shapes:
        assert needs_one(parts(one.pattern), results_of_kinds.KIND_NAMES), one.pattern


@pytest.mark.parametrize(
    "said",
    [
        *(
            "五部分组成",
            "6个部分",
            "四 个方面的问题",
            "三件实事",
            "两件事",
            "3点不足",
            "五项措施",
            "二条措施",
            "三个环节",
        ),
        *(
            "三大平台",
            "四类，即",
            "2件，分别是",
            "十道防线",
            "三种制度：",
            "两类事项",
            "五大板块",
            "四维度",
            "三领域",
            "三块",
        ),
        *("六章，", "上述三个问题", "以上两短板", "三个严格", "两方面的问题", "三主题", "四环节"),
    ],
)
def test_every_number_of_listed_things_is_seen(said: str) -> None:
    assert sum_rules._COUNTS_THINGS.search(said)


@pytest.mark.parametrize(
    "item",
    [
        *(
            "（二）",
            "(十一)",
            "推进，二是",
            "十二要",
            "。第三，",
            "；其二：",
            "2.",
            "12、",
            "：3．",
            "一、总体：",
            "：（4）",
        ),
        *("12）", "\u3000 3)", "⑳", "注2：", " 注 2:", "备注：1.", "附注:2、", "1.总体情况"),
    ],
)
def test_every_item_of_a_list_is_seen(item: str) -> None:
    assert wording_rules._NUMBERED.search(item)
    assert wording_rules._NUMBERED.search(f"公开信息。\n{item}")


@pytest.mark.parametrize("text", ["全年公开信息46条，其中政策解读2篇，（第3稿）进一步规范12件。", "3件、2件"])
def test_a_text_without_items_is_passed_over(text: str) -> None:
    assert not wording_rules._NUMBERED.search(text)


@pytest.mark.parametrize("number", ["13800138000", "138 0013 8000", "110101 19900307 1234", "6222021234567890123"])
def test_every_number_of_a_person_is_seen(number: str) -> None:
    assert private_numbers._DIGITS_OF_ALL.search(number)


def test_one_count_has_no_sum_and_two_may_have() -> None:
    assert not wrong_sums("公开信息284条，占九成。", None)
    assert wrong_sums("公开信息284条，其中机构职能类46条、政策文件类73条、其他37条。", None)
    for told in ("3余件、十二件", "1.2万条，3多次", "12万元3元", "三千余份，左右5人次"):
        assert len(sums._COUNT.findall(told)) > 1
