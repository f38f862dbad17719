"""Numbers of many years, names behind years, parts of three sorts, single notices and rounds of applications."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes
from tests.core.texts.nine_offices import LAND, rules_found

_UNIT, _YEAR, _CELLS = LAND


def _found(rule: str, code: str, text: str) -> list[str]:
    return [one.rule_id for one in findings_of(filled(_UNIT, code, text, _CELLS, year=_YEAR), rule)]


@pytest.mark.parametrize(
    "text",
    [
        "自2008年条例施行至2024年底，我局累计新收申请612件。",
        "从2019年新条例实施到2024年末，我局累计受理申请301件，年均50件。",
        "条例施行以来，累计办结申请598件。",
        "新条例施行5年多来，共收到申请301件。",
        "十六年间，我局累计收到申请612件。",
        "平台上线以来，累计受理申请422件。",
        "建局以来，共受理申请612件，2024年占不到一成。",
        "开展依申请公开工作以来，累计收到申请612件，办结608件。",
        "近几年，收到申请合计301件。",
        "自2015年依申请公开系统上线至2024年12月，共办结申请398件。",
    ],
)
def test_numbers_of_many_years(text: str) -> None:
    assert rules_found(LAND, "s3", text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "截至2024年底，我局累计新收申请61件。",
        "今年以来，累计收到申请61件。",
        "开展依申请公开工作，全年累计收到申请61件。",
        "自2024年1月1日至2024年12月31日，累计新收申请61件。",
        "新条例施行以来，我局规范办理。全年收到申请61件。",
        "从2023年12月底到2024年12月底，共收到申请61件。",
    ],
)
def test_numbers_of_the_year(text: str) -> None:
    assert rules_found(LAND, "s3", text)


@pytest.mark.parametrize(
    "text",
    [
        "全年收到54件申请。上年结转4件，今年结转5件。2023年收到的是61件。",
        "全年收到申请54件。2023年受理的申请则是61件，今年有所减少。",
        "全年收到申请54件。2023年收到61件，2022年收到58件。",
    ],
)
def test_last_year_is_told_as_another(text: str) -> None:
    assert _found("N-08", "s1", text) == []


@pytest.mark.parametrize("text", ["2023年收到申请54件，办结53件。", "2023年受理申请54件，均按期答复。"])
def test_last_year_is_told_as_ours(text: str) -> None:
    assert _found("N-08", "s1", text)


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("临湖区人民政府望湖街道办事处", "近三年街道新收申请数依次为2022年19件、2023年15件、2024年12件。"),
        ("临岭县自然资源局", "最近三年县局受理申请数依次为2022年58件、2023年61件、2024年54件。"),
        ("白榆镇人民政府", "过去五年镇政府收到申请逐年减少。"),
    ],
)
def test_years_are_no_part_of_a_name(unit: str, text: str) -> None:
    assert findings_of(filled(unit, "s3", text, _CELLS, year=_YEAR), "N-10") == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("征求第三方意见10次，涉及企业8家，其中5家同意、2家不同意、1家逾期未答。", False),
        ("全年征求意见12次，涉及个人12人，其中7人同意、3人不同意，2人没有回复。", False),
        ("座谈会征求意见，18名代表中11名赞成，4名不赞成，3名弃权。", False),
        ("征求第三方意见，涉及企业8家，其中5家同意、2家不同意。", True),
        ("征求第三方意见，涉及企业8家，其中5家同意、2家不同意、2家逾期未答。", True),
        ("10个乡镇中7个达标，2个未达标。", True),
    ],
)
def test_those_who_did_not_answer(text: str, *, is_wrong: bool) -> None:
    assert bool(_found("N-24", "s3", text)) is is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("全年新收54件，类似多人就同一事项申请的还有2起7件。", False),
        ("群体性申请共3起21件，均按规定合并办理。", False),
        ("予以公开8件3件，部分公开8件。", True),
    ],
)
def test_rounds_of_applications(text: str, *, is_wrong: bool) -> None:
    assert bool(_found("N-12", "s3", text)) is is_wrong


_FEES: dict[str, Number] = {"fee.notices": 2, "fee.billed": 620, "fee.collected": 100}


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("一件提供40页，收费100元，已缴；另一件计82页，应收520元，逾期未缴。两件合计620元，实收100元。", False),
        ("全年开具收费通知2份。其中一份应收100元，已缴清；另一份应收520元，尚未缴纳。", False),
        ("两件通知分别为：40页，收费100元；82页，收费520元。", False),
        ("全年应收520元，实收100元。", True),
    ],
)
def test_single_notices(text: str, *, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled(_UNIT, "s6", text, _FEES))) is is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("申请量创六年来新高，收到92件。", True),
        ("申请量创六年来同期新高，收到92件。", True),
        ("申请量为六年来最高，收到92件。", True),
        ("六年来共收到申请92件。", False),
    ],
)
def test_the_most_in_years_is_of_this_year(text: str, is_wrong: bool) -> None:
    assert bool(rules_found(LAND, "s3", text)) == is_wrong
