"""What a text is asked for before the patterns of a rule search it stands in all that they find."""

import re
from collections.abc import Iterable

import pytest

from core.base.late import load_now
from core.texts.language import phrases
from core.texts.language.vocabulary import load_vocabulary
from core.texts.rules import (
    citation_rules,
    coming_years,
    contacts,
    fixed_strings,
    old_dates,
    old_titles,
    other_heads,
    others_amid,
    plans,
    private_numbers,
    sum_rules,
    unit_name_rules,
    wording_rules,
    year_digits,
)
from core.texts.sums import sums
from core.texts.sums.sums import wrong_sums
from tests.core.base.pattern_parts import needs_one, parts

load_now(phrases, plans, contacts, other_heads, unit_name_rules, wording_rules, citation_rules, sum_rules, sums)
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
    *(phrases.FOREIGN, phrases.ACTING, phrases.ACTING_PLACE, phrases.ACTING_ORGAN, phrases.ACTING_PLAN),
    *(unit_name_rules._ACTING_GOVERNMENT, contacts._CONTACT, contacts._COMPILED, contacts._IN_CHARGE),
    *(contacts._RECEIVED, other_heads._RECEIVED, other_heads._ALIASED, other_heads._OURSELVES, other_heads._ACTING),
    *(other_heads._OWN_OFFICE, other_heads._DECIDED, other_heads._DENYING, other_heads._DOING),
    *(other_heads._OUR_OWN_HOUSE, other_heads._OF_ITSELF, other_heads._ITS_LEADER, other_heads._ITS_FAULTS),
    *(other_heads._ITS_PUBLISHING, others_amid._GROUP, others_amid._ASKED),
)
_CITED = (
    *(citation_rules._STATUTE, citation_rules._OLD_STATUTE, citation_rules._FEE_NUMBER, citation_rules._OLD_NOTICE),
    *(citation_rules._TRIAL_FORMAT, citation_rules._CITED_FORMAT, citation_rules._ANY_YEAR),
    *(citation_rules._ANGLE_TITLE, fixed_strings._QUOTED, fixed_strings._OFFICE, fixed_strings._CITED),
)
_DAYS = (
    *(sum_rules._PUBLISHED, sum_rules._DAY_OF_PUBLISHING, phrases.DONE_LATER, phrases.EXTENSION),
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
    asked = [topic for _, topic in load_vocabulary(form_id).topics if getattr(topic, "needs", ())]
    assert len(asked) > 5
    for topic in asked:
        assert needs_one(parts(topic.pattern), topic.needs), topic.pattern  # type: ignore[attr-defined]


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
