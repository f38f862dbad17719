"""Numbers led by a year before are not this year's: 上年予以公开20件、部分公开8件."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of

REQUESTS: dict[str, Number] = {
    "t3.R01.C1": 52, "t3.R01.C2": 6, "t3.R02.C1": 4, "t3.R03.C1": 20, "t3.R03.C2": 3, "t3.R04.C1": 6,
    "t3.R08.C1": 7, "t3.R10.C1": 3, "t3.R13.C1": 12, "t3.R14.C1": 2, "t3.R16.C1": 4, "t3.R25.C1": 5,
}  # fmt: skip
"""New 58, carried in 4, dealt with 57, carried over 5."""
CASES: dict[str, Number] = {
    "t4.review.upheld": 6, "t4.review.other": 1, "t4.direct.upheld": 2, "t4.direct.pending": 1,
    "t4.after_review.upheld": 1,
}  # fmt: skip
"""Reviews 7, all closed; lawsuits 4, of which 3 are closed."""
DECISIONS: dict[str, Number] = {
    "t2.licensing.decisions": 2764, "t2.penalty.decisions": 37, "t2.coercion.decisions": 0,
}  # fmt: skip
FEES: dict[str, Number] = {"fee.notices": 4, "fee.billed": 2310, "fee.collected": 1890}
SETS = {"s1.request": REQUESTS, "s2": DECISIONS, "s3": REQUESTS, "s4": CASES, "s6": FEES}
_RULES = ("N-01", "N-03", "N-04", "N-05", "N-06", "N-07", "N-17", "N-24")


def told(code: str, text: str) -> set[str]:
    found = findings_of(filled("青原市农业农村局", code, text, SETS[code]), *_RULES)
    return {f.rule_id for f in found if f.level != "hint" and "没有写" not in f.message}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "公开类（予以公开、部分公开）29件，占办结的50.9%；上年公开类24件，占47.1%。"),
        ("s3", "公开类29件，占办结的50.9%，上年公开类24件，占47.1%。"),
        ("s3", "2023年予以公开19件、部分公开9件、不予公开5件；2024年予以公开23件、部分公开6件、不予公开10件。"),
        ("s3", "上年受理51件，办结49件，其中公开19件、无法提供20件；今年的结构变化不大。"),
        ("s4", "上年复议10件，维持7件、纠正2件、其他1件；诉讼3件，均维持。今年没有被纠正的。"),
        ("s4", "争议共11件，复议7件全部办结，诉讼4件有1件在审。办结的10件里，9件维持、1件其他。"),
        ("s6", "上年发出收费通知2件，应收860元；本年4件，应收2310元。"),
        ("s3", "新收58件，上年结转4件，已办57件。上年应办40件（新收36件、结转3件），已办38件，办结率95%。"),
        ("s3", "新收58件，上年结转4件，已办57件。去年需办40件（其中新收36件，结转3件），办结38件，结转2件。"),
        ("s3", "予以公开23件，部分公开6件。上年予以公开20件、部分公开8件，合计28件。"),
        ("s3", "予以公开23件，部分公开6件；去年予以公开20件、部分公开8件。"),
        ("s3", "予以公开23件，部分公开6件（上年予以公开20件、部分公开8件）。"),
        ("s3", "予以公开23件，部分公开6件，上年分别为予以公开20件、部分公开8件。"),
        ("s3", "今年予以公开23件、部分公开6件，上年予以公开20件、部分公开8件。"),
        ("s2", "行政许可2764件，行政处罚37件。上年许可2619件、处罚44件，本年许可增加145件，处罚减少7件。"),
        ("s2", "行政许可2764件，行政处罚37件，上年行政许可2619件、行政处罚44件。"),
        ("s4", "复议7件，诉讼4件，合计11件，比上年少2件。上年的13件中复议9件、诉讼4件；本年复议少2件。"),
        ("s4", "复议7件，诉讼4件，去年复议9件、诉讼6件。"),
        ("s4", "去年的15件里，复议9件，诉讼6件；今年复议7件，诉讼4件。"),
        ("s3", "新收58件。上一年度的情况是：新收47件，2022年结转3件，办结46件，结转4件。"),
        ("s3", "新收58件。上年办理情况如下：新收47件，办结46件，予以公开20件。"),
        ("s3", "新收58件。2023年的数据为：新收47件，办结46件，予以公开20件；本年办结57件。"),
        ("s4", "复议7件，诉讼4件。去年的情况是：复议9件，诉讼6件。"),
    ],
)
def test_a_year_before_leads_what_is_listed(code: str, text: str) -> None:
    assert not told(code, text)


@pytest.mark.parametrize(
    ("code", "rule", "text"),
    [
        ("s3", "N-05", "去年新收47件，今年新收58件，予以公开25件。"),
        ("s3", "N-05", "新收58件（上年47件），予以公开25件。"),
        ("s3", "N-05", "新收58件，上年同期为47件；予以公开25件、部分公开6件。"),
        ("s3", "N-05", "上年遗留4件、新收58件，予以公开25件。"),
        ("s3", "N-05", "与上年的47件相比，新收58件，予以公开25件。"),
        ("s3", "N-05", "上年予以公开20件，今年予以公开25件、部分公开6件。"),
        ("s3", "N-05", "予以公开25件，比上年多3件，部分公开6件。"),
        ("s3", "N-05", "予以公开23件，上年为20件，部分公开8件。"),
        ("s3", "N-05", "予以公开23件，上年20件；部分公开8件。"),
        ("s2", "N-07", "行政许可2764件，上年2619件；行政处罚44件。"),
        ("s2", "N-07", "行政许可2764件、行政处罚44件，上年为2619件、41件。"),
        ("s4", "N-06", "去年的15件里，复议9件，诉讼6件；今年复议8件，诉讼4件。"),
        ("s4", "N-06", "上年复议9件，今年复议8件、诉讼4件。"),
        ("s4", "N-06", "复议8件，上年为9件，诉讼4件。"),
        ("s3", "N-01", "上年的情况是：新收47件，办结46件。今年的情况是：新收59件。"),
        ("s3", "N-04", "2023年的数据为：新收47件，办结46件；本年办结53件。"),
        ("s3", "N-01", "与上年的情况相比：新收59件。"),
    ],
)
def test_of_this_year_it_is_told(code: str, rule: str, text: str) -> None:
    assert told(code, text) == {rule}


@pytest.mark.parametrize(
    ("code", "text", "rules"),
    [
        ("s3", "2023年，我局新收申请52件，办结49件，当年没有上年结转。", set()),
        ("s3", "2024年，我局新收申请58件，办结57件，当年没有上年结转。", {"N-03"}),
        ("s3", "上年结转4件，与新收申请合计62件。", set()),
        ("s3", "上年结转4件，和本年新收的申请共62件。", set()),
        ("s3", "上年结转4件，与新收申请合计72件。", {"N-01"}),
        ("s3", "上年结转4件，与本年新收的申请合计58件。", {"N-01"}),
    ],
)
def test_the_year_named_at_the_head_and_both_years_together(code: str, text: str, rules: set[str]) -> None:
    assert told(code, text) == rules


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("与2023年相比，新收申请由9件增加到58件。2023年没有不予公开的答复。", False),
        ("较2023年的9件，新收申请增加到58件。2023年无结转，也未延期。", False),
        ("与2023年相比，新收申请由9件增加到58件。2023年收到要求公开出版物的申请。", True),
        ("新收申请58件，均按期答复。2023年没有不予公开的答复。", True),
    ],
)
def test_a_year_set_against_this_one_had_none(text: str, is_asked: bool) -> None:
    assert bool(findings_of(filled("青原市农业农村局", "s3", text, REQUESTS), "N-08")) is is_asked


def test_documents_are_no_rules_whatever_was_told_of_those() -> None:
    texts = (
        "规章的制发、废止和现行有效件数均为0。对现行有效的{}件文件，已标注有效状态。",
        "规章现行有效0件。对现行有效的3件规章，已标注。",
    )
    cells: dict[str, Number] = {"t2.rules.in_force": 0, "t2.normative.in_force": 3, "t2.licensing.decisions": 0}
    found = [
        findings_of(filled("青原市农业农村局", "s2", text, cells), "N-07")
        for text in (texts[0].format(3), texts[0].format(4), texts[1])
    ]
    assert [bool(one) for one in found] == [False, True, True]
