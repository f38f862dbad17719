"""Numbers told as a bound or by their difference (N-01 to N-04): 突破百件, 比年初减少6件, 与上年的38件相比多了6件."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, wrong_quotes
from tests.core.texts.offices import BUREAU, DISTRICT, Office
from tests.core.texts.offices import wrong_rules as wrong

SCHOOLS: Office = ("长岗县教育体育局", {"t3.R01.C1": 11, "t3.R01.C4": 1, "t3.R03.C1": 11, "t3.R03.C4": 1})


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (BUREAU, "放眼近三年，新收申请首次突破百件大关，其中消费维权类占比最高。", "N-01"),
        (BUREAU, "全年新收申请不足40件。", "N-01"),
        (BUREAU, "全年收到申请超过50件，压力加大。", "N-01"),
        (BUREAU, "办结申请突破50件。", "N-04"),
        (BUREAU, "与2023年的38件相比，本局新收申请多了6件，增量主要来自规划许可。", "N-01"),
        (BUREAU, "新收申请比上年的48件减少6件。", "N-01"),
        (BUREAU, "办结申请较上年的40件增加6件。", "N-04"),
        (BUREAU, "与年初相比，期末结转在办件减少3件，积压情况有所缓解。", "N-03"),
        (BUREAU, "结转下年的申请比上年结转的少了1件。", "N-03"),
        (DISTRICT, "需要正视的是，年末未结件数翻了一番，是年初结转数的两倍。", "N-03"),
        (BUREAU, "年末未结件数翻了一番，是年初结转数的两倍。", "N-03"),
        (BUREAU, "年初结转数是年末未结件数的3倍。", "N-03"),
        (BUREAU, "当年办结数比新收数还多出9件。", "N-04"),
        (BUREAU, "收悉的43件申请，申请人身份清一色为自然人，多是学生家长。", "N-01"),
        (SCHOOLS, "申请人清一色是个人。", "N-01"),
        (BUREAU, "所有申请无一例外由自然人提出。", "N-01"),
        (BUREAU, "去年申请不足10件，2024年上升到34件，内容多为征地。", "N-01"),
        (BUREAU, "去年仅收到申请12件，今年猛增至34件。", "N-01"),
        (BUREAU, "企业申请比自然人申请少20件。", "N-01"),
    ],
)
def test_what_is_false_beside_the_cells_is_told(office: Office, text: str, rule: str) -> None:
    assert wrong(office, text) == {rule}


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (DISTRICT, "放眼近三年，新收申请首次突破百件大关，其中消费维权类占比最高。"),
        (BUREAU, "近三年，新收申请突破百件。"),
        (BUREAU, "全年新收申请不足50件。"),
        (BUREAU, "全年新收申请超过40件。"),
        (BUREAU, "上年新收申请超过50件，压力加大。"),
        (BUREAU, "收到咨询超过100件。"),
        (BUREAU, "收到申请超过去年同期的38件。"),
        (BUREAU, "与2023年的38件相比，本局新收申请多了5件，增量主要来自规划许可。"),
        (BUREAU, "新收申请比上年的48件减少5件。"),
        (BUREAU, "新收申请43件，比上年的48件减少5件。"),
        (BUREAU, "与年初相比，期末结转在办件减少2件，积压情况有所缓解。"),
        (BUREAU, "结转下年的申请比上年结转的少了2件。"),
        (BUREAU, "年初结转数是年末未结件数的两倍。"),
        (BUREAU, "当年办结数比新收数还多出2件。"),
        (BUREAU, "培训人数是上年的两倍。"),
        (BUREAU, "主动公开信息量是依申请公开量的5倍。"),
        (BUREAU, "去年申请不足10件，2024年上升到43件，内容多为征地。"),
        (BUREAU, "去年仅收到申请12件，今年猛增至43件。"),
        (BUREAU, "去年培训12次，今年增至34次。"),
        (BUREAU, "去年公开信息12件，今年增至34件。"),
        (BUREAU, "企业申请比自然人申请少22件。"),
    ],
)
def test_what_is_right_or_of_others_is_left_alone(office: Office, text: str) -> None:
    assert wrong(office, text) == set()


def test_a_number_that_is_read_as_a_count_is_no_bound_as_well() -> None:
    report = filled("临江市水利局", "s3", "办结申请多达120件。", HUNDRED)
    assert wrong_quotes(report) == ["办结申请多达120件"]
