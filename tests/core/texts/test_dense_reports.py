"""True paragraphs of busy offices: bases, rests, last year's lists, other cases, one kind's results (N-01 … N-24)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of, found_in, told, wrong_quotes

_CELLS: dict[str, Number] = {
    "t3.R01.C1": 50, "t3.R01.C2": 10, "t3.R01.C5": 9, "t3.R03.C1": 20, "t3.R03.C2": 6, "t3.R03.C5": 2,
    "t3.R04.C1": 6, "t3.R04.C2": 1, "t3.R11.C1": 3, "t3.R11.C5": 6, "t3.R13.C1": 18, "t3.R13.C2": 1, "t3.R13.C5": 1,
    "t3.R14.C1": 3, "t3.R14.C2": 2,
    "t4.review.upheld": 3, "t4.review.corrected": 1, "t4.review.other": 1, "t4.review.pending": 1,
    "t4.direct.upheld": 1, "t4.after_review.pending": 1, "t4.after_review.upheld": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        # what one kind got
        ("s3", "法律服务机构提出9件，予以公开2件、行政执法案卷6件、不掌握1件，没有部分公开的情形。", ""),
        ("s3", "予以公开28件，不掌握20件，没有部分公开的情形。", "没有部分公开"),
        # cases by what stands in brackets behind them, and the base of a percentage
        ("s4", "行政复议和行政诉讼案件共9件，占全局行政复议、行政诉讼案件总数16件的56.25%。", ""),
        ("s4", "行政复议、行政诉讼案件总数16件。", "16件"),
        ("s4", "按结果统计：纠正1件（复议），其他结果1件（复议），尚未审结1件（诉讼）。", ""),
        ("s4", "按结果统计：纠正1件（复议），其他结果1件（复议），尚未审结2件（诉讼）。", "尚未审结2件"),
        ("s4", "按结果统计：纠正2件（复议），其他结果1件（复议），尚未审结1件（诉讼）。", "纠正2件"),
        ("s4", "尚未审结的案件共2件，其中行政复议1件，县政府于12月受理；行政诉讼1件，属复议后起诉。", ""),
        ("s4", "行政复议6件，其中维持3件；行政诉讼1件，属复议后起诉。", "行政诉讼1件"),
        ("s4", "行政复议8件、诉讼5件，其中信息公开类分别为6件和3件；其余行政复议2件、行政诉讼2件涉及改制。", ""),
        ("s4", "行政复议案件共8件，其中维持3件。", "行政复议案件共8件"),
        ("s4", "行政诉讼由5件降至3件。复议机关已作出决定的5件中，维持3件，纠正1件。", ""),
        ("s4", "行政诉讼由5件降至3件。复议机关已作出决定的6件中，维持3件。", "6件"),
        ("s4", "3件诉讼中，年底前审结2件，1件为复议后起诉，尚未审结。", ""),
        ("s4", "3件诉讼中，年底前审结2件，3件为复议后起诉，尚未审结。", "3件为复议后起诉"),
        ("s4", "6件复议案件中，申请人撤回1件，连同驳回1件，共2件列入其他结果。", "2件列入其他结果"),
        ("s4", "6件复议案件中，驳回申请2件，合计1件列入其他结果。", ""),
        ("s4", "行政复议6件；行政诉讼1件，尚未审结1件。", "行政诉讼1件"),
        # rests of a whole told before
        ("s3", "不掌握20件。除1件为商业企业申请外，其余19件均由自然人和律师提出。", ""),
        ("s3", "无法提供25件，较上年增加9件。除3件为商业企业申请外，其余22件均由自然人提出。", ""),
        ("s3", "新收69件，除10件为商业企业申请外，其余51件均由自然人提出。", "51件"),
        ("s3", "收到的69件申请中，有40件由同一自然人提交。扣除该申请人后，其他申请人提出29件。", ""),
        # of the year before
        ("s3", "办结总数由57件（含2022年结转1件）增加到69件。", ""),
        ("s3", "办结总数由57件增加到68件。", "68件"),
        ("s3", "上年办结数为145件，公开与部分公开88件，占60.7%；不予公开21件，今年少了12件。", ""),
        ("s3", "今年办结69件，公开与部分公开88件。", "88件"),
        ("s3", "2023年办结58件，其中不予公开10件，今年下降1.2个百分点；予以公开31件，今年减少3件。", ""),
        ("s3", "予以公开31件，今年减少3件。", "予以公开31件"),
        ("s3", "上年同口径的当年办结率为92.7%，即新收41件、当年办结38件。", ""),
        ("s3", "年末在办的申请均为自然人提出。", ""),
        ("s3", "全年的申请均为自然人提出。", "均为自然人提出"),
        # cases and rows of some
        ("s3", "执法案卷类申请9件，因此被申请复议的4件，审结3件，均获维持。", ""),
        ("s4", "被申请复议的4件，审结3件。", "4件"),
        ("s3", "另有2件虽也属不掌握，但申请人已另行取得。", ""),
    ],
)  # fmt: skip
def test_dense_paragraphs(code: str, text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("平川县水利局", code, text, _CELLS)), quote)


_OTHERS: dict[str, Number] = {
    "t2.licensing.decisions": 40917, "t2.penalty.decisions": 21, "t2.coercion.decisions": 4,
    "t3.R01.C1": 112, "t3.R03.C1": 34, "t3.R04.C1": 10, "t3.R05.C1": 43, "t3.R13.C1": 25,
    "t4.review.upheld": 1, "t4.review.corrected": 5,
    "fee.notices": 3, "fee.billed": 5920, "fee.collected": 2020,
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s3", "予以公开34件，部分公开10件，共占近四成；不予公开43件。", ""),
        ("s3", "予以公开34件，部分公开10件，共占49.3%；不予公开43件。", "共占49.3%"),
        ("s3", "公开34件加部分公开10件，除以112，39.3%。", ""),
        ("s6", "实际收取2020元。其中1件由住建局按件收取200元，1件由自然资源分局按量收取1820元。", ""),
        ("s6", "实际收取2020元。其中1件由住建局按件收取200元，1件由自然资源分局按量收取1720元。", "1720元"),
        ("s6", "收取情况：发出收费通知3件，总金额5920元，实际收取0元。", "0元"),
        ("s2", "全年许可40917件。计量类许可1944件。不予许可132件已包含在内，其余40,785件为准予许可。", ""),
        ("s2", "全年许可40917件，其余40,785件为准予许可。", "40,785件"),
        ("s2", "行政处罚21件，行政强制4件。上一年因无执法权，处罚、强制均为零。", ""),
        ("s2", "因无执法权，处罚、强制均为零。", "均为零"),
        ("s4", "我局去年因信息公开被复议2件、被诉1件，今年被复议6件。", ""),
        ("s4", "我局因信息公开被复议6件、被诉1件。", "被诉1件"),
        ("s4", "未发生行政诉讼。法律顾问提前审核，10件答复书全部经其过目。", ""),
        ("s5", "界限把握不准，引起复议纠正1件。", ""),
        ("s4", "行政复议纠正1件。", "1件"),
    ],
)  # fmt: skip
def test_other_dense_paragraphs(code: str, text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("平川县水利局", code, text, _OTHERS)), quote)


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s4", "全年行政复议6件，涉及本年办结的信息公开申请5件。申请人为自然人的4件，为商业企业的2件。", ""),
        ("s3", "申请人为自然人的110件。", "110件"),
        ("s4", "答复引起行政复议的6件；其余5件，申请人未申请复议，也未起诉。", ""),
        ("s1", "从近三年看，新收申请2022年51件，2023年84件，2024年112件。2024年新增的28件中，涉及招聘的有23件。", ""),
        ("s1", "新收申请2023年84件，2024年112件。2024年新增的29件中，涉及招聘的有23件。", "新增的29件"),
        ("s3", "全年发出征求意见书17份。经审查，不予公开5件，作区分处理后部分公开的3件，其余9件予以公开。", ""),
        ("s3", "全年发出征求意见书17份。予以公开9件。", "予以公开9件"),
    ],
)  # fmt: skip
def test_some_told_beside_all(code: str, text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("平川县水利局", code, text, _OTHERS)), quote)


def test_a_list_begins_anew_behind_a_question() -> None:
    text = "问题两个。一是人少。二是解读少。怎么改？一是争取增加1人。二是每季度至少1篇。"
    assert not found_in("N-13", 2024, "s5", "平川县水利局", text)
    assert found_in("N-13", 2024, "s5", "平川县水利局", text.replace("。二是每", "。三是每"))


def test_a_sentence_that_ends_in_send_is_whole() -> None:
    assert not found_in("N-12", 2024, "s6", "平川县水利局", "信息处理费没有收，通知也没有发。")
    assert found_in("N-12", 2024, "s6", "平川县水利局", "我局没有发。")


def test_a_price_by_steps_is_left_alone() -> None:
    text = "一个月内提出35件，第11件至第30件每件100元，第31件至第35件每件200元，共计3000元。"
    assert not wrong_sums(text, 2024)
    assert wrong_sums("收费5件，每件200元，共计1200元。", 2024)


def test_a_stock_on_a_day_is_no_period() -> None:
    cells: dict[str, Number] = {"t2.normative.in_force": 7, "t2.licensing.decisions": 99}
    text = "对截至2024年6月30日有效的9件规范性文件逐件评估，年底有效文件保持7件。作出行政许可99件。"
    assert not findings_of(filled("平川县水利局", "s2", text, cells), "N-25")
    early = "截至2024年11月30日，作出行政许可99件。"
    assert findings_of(filled("平川县水利局", "s2", early, cells), "N-25")


def test_a_mean_is_of_the_year_not_of_a_month() -> None:
    assert not wrong_sums("按月看，3月收到18件为全年最多，10月收到5件为全年最少，月均10.8件。", 2024)
    assert not wrong_sums("3月（27件）为申请高峰，占全年181件的14.9%；其余九个月共108件，月均12件。", 2024)
    assert wrong_sums("全年收到申请130件，月均15.8件。", 2024)


def test_shares_of_two_wholes_are_left_alone() -> None:
    text = "行政复议8件、行政诉讼5件，其中政府信息公开类分别为3件和1件，占37.5%和20%。"
    assert not wrong_ratios(text, 2024)
    assert wrong_ratios("行政复议8件，其中政府信息公开类3件，占35.7%。", 2024)


def test_a_name_that_is_left_out_stops_no_rule() -> None:
    text = "网站发布信息11426条，其中概况类312条、动态类11114条；新媒体发布9153条，与网站合计20579条。"
    assert wrong_sums(text, 2024) == ()
