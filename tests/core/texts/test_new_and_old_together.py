"""New applications and those carried in as one number; sentences without a sense; other years and units at heads."""

from __future__ import annotations

import pytest

from core.texts.language.garbled import is_garbled
from core.texts.rules.dates.old_dates import done_in_old_years
from core.texts.rules.listed.parts_listed import parts_miscounted
from tests.core.texts.filled_reports import filled, findings_of, told, wrong_quotes

CELLS = {"t3.R01.C1": 31, "t3.R01.C2": 5, "t3.R02.C1": 3, "t3.R03.C1": 30, "t3.R03.C2": 5, "t3.R25.C1": 4}
ALL_DONE = {**CELLS, "t3.R03.C1": 34, "t3.R25.C1": 0}


def wrong(text: str, cells: dict[str, int], code: str = "s1.request") -> list[str]:
    return wrong_quotes(filled("溪川县水利局", code, text, cells))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年收到的申请加上上年结转的共39件。", ""),
        ("全年收到的申请加上上年结转的共97件。", "共97件"),
        ("我局新收和上年结转的政府信息公开申请合计39件，答复35件。", ""),
        ("我局新收和上年结转的政府信息公开申请合计40件，答复35件。", "合计40件"),
        ("上年结转和本年新收的申请总数为93件。", "93件"),
        ("新收36件，含上年结转共39件。", ""),
        ("新收36件，含上年结转共40件。", "40件"),
        ("新收36件，连同上年结转共3件，应办39件。", ""),
        ("自然人新收和上年结转的申请共34件。", ""),
        ("2023年新收和上年结转的申请共28件。", ""),
        ("新收和上年结转的征地类申请共12件，均已答复。", ""),
        ("连同上年结转共39件，办结35件。", ""),
        ("含上年结转共41件。", "41件"),
        ("自然人31件（含上年结转共34件），企业5件。", ""),
        ("自然人31件（含上年结转共36件），企业5件。", "36件"),
        ("收到申请36件（含上年结转共39件）。", ""),
        ("办结35件（含上年结转共3件）。", ""),
        ("本年办结32件、上年结转办结3件，共计35件。", ""),
        ("本年办结28件、上年结转办结3件，共计31件。", "本年办结28件"),
        ("收到申请36件，其中32件当年办结，4件跨年办理。", ""),
        ("收到申请36件，其中20件当年办结，4件跨年办理。", "20件当年办结"),
        ("本年新收申请办结32件，办结率88.9%。", ""),
    ],
)
def test_the_total_of_both_is_none_of_one(text: str, quote: str) -> None:
    assert told(wrong(text, CELLS), quote)


@pytest.mark.parametrize(
    "text",
    [
        "新收和上年结转的申请共39件，年内办结率100%。",
        "严格执行依申请公开闭环管理，全年受理申请36件，连同上年结转3件，年底前办结率100%。",
        "收到申请36件，算上上年结转的3件，已全部办结。",
        "新收申请36件、上年结转申请3件，全年办结率、答复率均为100%。",
        "新收36件，含上年结转3件共39件，当年全部办结。",
    ],
)
def test_a_rate_beside_both_speaks_of_both(text: str) -> None:
    assert wrong(text, CELLS)
    assert wrong(text, ALL_DONE) == []


@pytest.mark.parametrize(
    "text",
    [
        "应在年内办结的申请办结率100%，新收和上年结转申请共39件。",
        "新收和上年结转的申请共39件，除4件结转下年外，办结率100%。",
        "规范低保申请办理，全年受理低保申请120件，办结率100%。",
        "政务服务平台全年受理事项1200件，连同上年结转12件，年底前办结率100%。",
    ],
)
def test_a_rate_of_some_is_left_alone(text: str) -> None:
    assert wrong(text, CELLS) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("不存在未因政府信息公开被申请行政复议、提起行政诉讼的情况", True),
        ("未发生因政府信息公开被申请行政复议、提起行政诉讼为0件的情况", True),
        ("全乡发生因政府信息公开未被申请行政复议、提起行政诉讼的情况", True),
        ("未因政府信息公开工作未被申请行政复议", True),
        ("不存在没有因政府信息公开被申请行政复议的情况", True),
        ("不存在因政府信息公开被申请行政复议的情况没有发生", True),
        ("未有未因政府信息公开被申请行政复议、提起行政诉讼的案件", True),
        ("没有一起未按期答复引发的行政复议", False),
        ("未发生行政复议，也未发生行政诉讼", False),
        ("未被申请行政复议、未被提起行政诉讼", False),
        ("不存在被申请行政复议或者提起行政诉讼的情况", False),
        ("不存在应公开未公开而引发行政复议的情况", False),
        ("不存在未被告知复议权利的情况", False),
        ("没有未申请行政复议直接提起行政诉讼的案件", False),
        ("没有申请人未收到答复而申请行政复议的情况发生", False),
        ("未发生行政复议（0件）和行政诉讼（0件）案件", False),
        ("如发生因政府信息公开未被提起行政复议的情况，由法规科研判", False),
        ("未发生行政复议、行政诉讼，败诉率为0", False),
    ],
)
def test_what_is_denied_twice_has_no_sense(text: str, is_found: bool) -> None:
    assert is_garbled(text) is is_found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2023年，溪川县坚持以公开促落实，全年发布信息6842条，连续第三年获评先进县。", 1),
        ("2023年溪川县聚焦重点领域，发布信息6842条。", 1),
        ("2023年，我局坚持试点先行，今年全面推开，全年发布信息320条，连续第三年获评先进。", 0),
        ("2023年，县水利局被评为先进单位，2024年全年发布信息320条。", 0),
        ("2023年全县工作会议部署的任务全部完成。", 0),
        ("2023年县水利局坚持开展的“公开日”活动，今年延续举办，全年接待群众120人。", 0),
    ],
)
def test_praise_of_a_whole_year_compares_no_years(text: str, count: int) -> None:
    assert len(findings_of(filled("溪川县人民政府", "s1", text, {}), "N-08")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("现将临江市云麓区人民政府2023年政府信息公开工作的主要情况向社会公布。", 1),
        ("现将我局2024年政府信息公开工作情况予以公布。", 0),
        ("现将整改情况和2023年政府信息公开工作考核结果公布。", 0),
        ("本报告全面反映2023年度镇政府信息公开工作开展情况。", 1),
        ("本报告全面反映2024年度镇政府信息公开工作开展情况。", 0),
        ("对照上年报告反映2023年度政府信息公开工作情况的做法，本报告增加图表。", 0),
        ("镇人大听取反映2023年度政府信息公开工作情况的汇报。", 0),
    ],
)
def test_the_year_that_the_report_reflects_is_its_own(text: str, count: int) -> None:
    assert len(done_in_old_years(text, 2024)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("云溪区卫生健康局围绕群众关心的热点，通过网站发布各类信息402条。", 1),
        ("配合区卫生健康局围绕校园防控，通过网站发布提示24条。", 0),
        ("区教体局围绕招生入学，通过网站发布信息402条。", 0),
        ("区卫生健康局围绕近视防控与我局联合发布科普信息，网站发布24条。", 0),
        ("区政务服务局依托区政府网站统一发布惠民政策120条。", 0),
    ],
)
def test_what_another_bureau_publishes_is_in_its_own_report(text: str, count: int) -> None:
    assert len(findings_of(filled("桐岭市云溪区教育局", "s1.active", text, {}), "N-10")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("从五个方面推进：主动公开、依申请公开、政府信息管理、监督保障，全年平稳。", 1),
        ("从五个方面推进：主动公开、依申请公开、政府信息管理、平台建设和监督保障。", 0),
        ("从五个方面推进：主动公开、依申请公开等。", 0),
        ("从三个方面推进：主动公开、依申请公开、招生考试。", 0),
    ],
)
def test_aspects_named_behind_their_number_are_counted(text: str, count: int) -> None:
    assert len(parts_miscounted(text)) == count


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s1.request", "渠道畅通，但未收到公民、法人或者其他组织提出的政府信息公开申请。", "未收到"),
        ("s1.request", "部分申请人将投诉举报与信息公开混为一谈，有21件被认定为信访举报投诉类申请。", "21件"),
        ("s1.active", "全年出台市政府规章3件，全部公开征求意见。", "规章3件"),
        ("s2", "公布市人民政府规章3件。", "规章3件"),
        ("s1.active", "市政府规章草案公开征求意见3件。", ""),
    ],
)
def test_words_around_what_is_told(code: str, text: str, quote: str) -> None:
    assert told(wrong(text, CELLS, code), quote)
