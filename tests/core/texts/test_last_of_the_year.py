"""What goes on to the next year, told behind parts of this one; what is due; what a head names (N-03 to N-05, N-24)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, told, wrong_quotes

CELLS = {"t3.R01.C1": 100, "t3.R01.C2": 12, "t3.R02.C1": 4, "t3.R03.C1": 60, "t3.R03.C2": 10, "t3.R13.C1": 40}
CELLS |= {"t3.R25.C1": 4, "t3.R25.C2": 2}
FEW = {"t3.R01.C1": 6, "t3.R02.C1": 1, "t3.R03.C1": 5, "t3.R13.C1": 2}
SORTS = {"t3.R01.C1": 40, "t3.R03.C1": 20, "t3.R04.C1": 5, "t3.R11.C1": 3, "t3.R13.C1": 12}
AGAIN = {"t3.R01.C1": 370, "t3.R03.C1": 331, "t3.R17.C1": 39}


def wrong(text: str, cells: dict[str, int]) -> list[str]:
    return wrong_quotes(filled("梨川县应急管理局", "s1.request", text, cells))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("第一季度办结31件，第四季度25件；截至12月31日，无结转下年度办理的申请。", "无结转下年度办理的申请"),
        ("一季度答复30件，二季度20件，三季度30件，四季度30件，年末没有结转下年办理的申请。", "没有结转下年办理的申请"),
        ("上半年办结50件，下半年办结60件，未有结转至2025年的申请。", "未有结转至2025年的申请"),
        ("各季度办结数分别为31件、24件、30件、25件，不存在结转下年度的情况。", "不存在结转下年度的情况"),
        ("第一季度办结31件，第四季度25件；截至12月31日，结转下年度办理6件。", ""),
        ("第一季度无结转下季度办理的申请，全年结转6件。", ""),
        ("第一季度收到的申请无结转下年度办理的情况。", ""),
        ("截至6月30日，无结转下半年办理的申请。", ""),
        ("分局第四季度办结25件，无结转下年度办理的申请。", ""),
        ("对上年结转的4件全部办结，无结转。", ""),
        ("新收的112件和上年结转的4件全部办结，无结转。", "无结转"),
    ],
)
def test_none_goes_on_whatever_the_quarters_were(text: str, quote: str) -> None:
    assert told(wrong(text, CELLS), quote)


@pytest.mark.parametrize(
    ("text", "cells", "quote"),
    [
        ("12月中旬来的一件申请耗时较长，转入2025年办理，故年末结转1件。", FEW, "故年末结转1件"),
        ("12月收到的2件申请需补正，转入2025年继续办理，所以年末结转2件。", FEW, "所以年末结转2件"),
        ("年底收到的1件尚在办理期限内，因此结转下年1件。", FEW, "因此结转下年1件"),
        ("另有一件申请尚未答复，至年末有1件结转。", FEW, "至年末有1件结转"),
        ("12月底收到的3件申请还在征求意见，转至2025年办理，故年末结转3件。", CELLS, "故年末结转3件"),
        ("12月底收到的6件申请还在征求意见，转入2025年办理，故年末结转6件。", CELLS, ""),
        ("上年转入的一件申请耗时较长，故年初结转1件。", FEW, ""),
        ("一件申请由上季度转入本季度办理，故季末结转1件。", FEW, ""),
        ("截至年底收到的112件均已登记。", CELLS, ""),
        ("年底收到的6件尚在办理期限内。", CELLS, ""),
    ],
)
def test_so_many_go_on_therefore(text: str, cells: dict[str, int], quote: str) -> None:
    assert told(wrong(text, cells), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("应办申请116件，其中到期110件，办结率100%，6件结转下年。", ""),
        ("应办申请116件，其中到期110件，已全部办结，办结率100%。", ""),
        ("届满未办结的5件。", "届满未办结的5件"),
        ("尚有5件没有到期。", "尚有5件没有到期"),
        ("1件涉及第三方权益，正在征求意见。", ""),
        ("因1件申请涉及第三方合法权益，经征求意见后予以公开。", ""),
        ("一件申请涉及第三方，未能在年内答复。", ""),
        ("2件涉及第三方合法权益，经征求意见后不予公开。", "2件涉及第三方合法权益"),
    ],
)
def test_what_is_due_is_not_left_over_and_what_is_touched_no_result(text: str, quote: str) -> None:
    assert told(wrong(text, CELLS), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("土地类：22件，予以公开12件。", ""),
        ("（1）土地类：全年新收22件，均已办结。", ""),
        ("征地补偿类：办结22件；房产登记类：办结18件。", ""),
        ("规划许可方面：收到18件，公开8件，不予公开3件。", ""),
        ("房产登记板块：收到18件，不掌握5件。", ""),
        ("办理结果方面：公开22件。", "公开22件"),
        ("申请数量方面：收到38件。", "收到38件"),
        ("自然人类：收到38件。", "收到38件"),
        ("土地类：12件；全年收到38件。", "全年收到38件"),
    ],
)
def test_a_head_names_what_was_asked_for(text: str, quote: str) -> None:
    assert told(wrong(text, SORTS), quote)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("370件中首次申请332件、重复申请39件。", 1),
        ("370件申请中首次申请的332件、重复申请的39件。", 1),
        ("370件中网上申请300件、信函申请71件。", 1),
        ("370件中首次提出332件、再次提出39件。", 1),
        ("370件中首次申请331件、重复申请39件。", 0),
        ("370件中已办结370件、重复申请39件。", 0),
        ("370件中涉及土地的300件、涉及房屋的90件。", 0),
        ("370件中网上提交的360件、征求意见的39件。", 0),
    ],
)
def test_parts_right_behind_their_whole_are_no_more_than_it(text: str, count: int) -> None:
    assert len(findings_of(filled("梨川县应急管理局", "s1.request", text, AGAIN), "N-24")) == count


CASES = {"t4.review.upheld": 4, "t4.direct.upheld": 1, "t4.after_review.upheld": 1, "t4.after_review.pending": 1}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年行政诉讼9件，其中政府信息公开类4件，全部由负责人出庭。", "其中政府信息公开类4件"),
        ("全年行政诉讼案件9件，其中政府信息公开案件4件。", "其中政府信息公开案件4件"),
        ("行政应诉案件9件，政府信息公开案件占4件。", "政府信息公开案件占4件"),
        ("在全年58件行政复议案件中，政府信息公开类占5件。", "政府信息公开类占5件"),
        ("培训3场，修订制度2项，行政诉讼9件，政府信息公开类案件占2件。", "政府信息公开类案件占2件"),
        ("全年行政诉讼9件，其中政府信息公开类3件，全部由负责人出庭。", ""),
        ("全年复议9件，其中政府信息公开类4件。", ""),
        ("全年行政复议和诉讼19件，其中政府信息公开类7件。", ""),
        ("上年行政诉讼9件，其中政府信息公开类5件。", ""),
        ("行政诉讼9件，其中下属单位政府信息公开类5件。", ""),
        ("全年信访事项30件，其中政府信息公开类4件。", ""),
        ("热线工单12件，政府信息公开类占3件。", ""),
    ],
)
def test_those_on_disclosure_among_all_cases(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("梨川县应急管理局", "s4", text, CASES)), quote)
