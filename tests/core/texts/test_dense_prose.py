"""Dense sentences: bases told with their share, one kind of applicants, decisions that are published, year's end."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

ROWS = {  # 自然人, 企业, 法律服务机构
    "R01": (180, 24, 10), "R02": (8, 2, 0), "R03": (70, 9, 3), "R04": (20, 3, 1), "R08": (5, 3, 0), "R10": (3, 0, 0),
    "R11": (10, 2, 1), "R12": (12, 0, 2), "R13": (40, 5, 2), "R14": (6, 1, 0), "R16": (8, 0, 0), "R17": (5, 1, 0),
    "R21": (5, 0, 0), "R25": (4, 2, 1),
}  # fmt: skip
COLUMNS = ("C1", "C2", "C5")
CELLS = {f"t3.{row}.{c}": n for row, numbers in ROWS.items() for c, n in zip(COLUMNS, numbers, strict=True)}
CASES = {
    "t4.review.upheld": 6, "t4.review.corrected": 2, "t4.review.pending": 1,
    "t4.direct.upheld": 2, "t4.after_review.upheld": 3, "t4.after_review.pending": 1,
}  # fmt: skip
DECISIONS = {
    "t2.normative.issued": 6, "t2.normative.repealed": 2, "t2.normative.in_force": 31,
    "t2.licensing.decisions": 1250, "t2.penalty.decisions": 318, "t2.coercion.decisions": 45,
}  # fmt: skip


def wrong(text: str, code: str = "s3", cells: dict[str, int] | None = None) -> list[str]:
    return wrong_quotes(filled("岚江市自然资源和规划局", code, text, cells or {**CELLS, **CASES, **DECISIONS}))


TOLD_BASES = [
    ("行政执法案卷13件，占不予公开38件的34.2%。", ""),
    ("予以公开82件、部分公开24件，合计占办结217件的48.8%。", ""),
    ("行政查询事项14件，占不予公开38件的36.8%，其中自然人12件、法律服务机构2件。", ""),
    ("行政复议9件，纠正2件，占行政复议9件的22.2%。", ""),
    ("执法案卷13件、行政查询事项14件，占不予公开38件的71.1%，其中自然人22件、企业2件、法律服务机构3件。", ""),
    ("网上申请150件，占新收214件的70.1%，其中自然人130件、企业20件。", ""),
    ("执法案卷13件、行政查询事项14件，占不予公开38件的71.1%，其中自然人25件、企业2件。", "自然人25件"),
    ("2023年予以公开90件，占办结200件的44%。", ""),
    ("行政执法案卷13件，占不予公开38件的43.2%。", "占不予公开38件的43.2%"),
    ("予以公开82件、部分公开24件，两项合计占办结217件的84.8%。", "占办结217件的84.8%"),
    ("行政查询事项14件，占不予公开38件的36.8%，其中自然人11件、法律服务机构3件。", "自然人11件"),
    ("公开类（予以公开82件、部分公开24件）共106件，占办结总数217件的44.8%。", "占办结总数217件的44.8%"),
]


@pytest.mark.parametrize(("text", "quote"), TOLD_BASES)
def test_a_share_whose_base_is_told_with_its_number(text: str, quote: str) -> None:
    assert told(wrong(text, "s4" if "复议" in text else "s3"), quote)


DONE_OF_A_KIND = [
    ("企业申请办结24件，公开和部分公开12件，占50%，高于法律服务机构。", ""),
    ("律师事务所申请的办结件9件，公开和部分公开4件，占44.4%，本机关不掌握2件；自然人申请办结184件。", ""),
    ("自然人申请办结184件，公开和部分公开90件，占自然人办结量的48.9%。", ""),
    ("法律服务机构申请办结9件，其中公开和部分公开4件、行政查询事项2件、执法案卷1件、本机关不掌握2件。", ""),
    ("企业申请办结24件，占11.1%，其中公开9件、部分公开3件，占50%。", ""),
    ("企业申请办结24件，占11.1%，其中公开9件、部分公开3件，占55%。", "占55%"),
    ("企业申请办结24件，公开和部分公开12件，占54%；法律服务机构申请办结9件。", "占54%"),
    ("律师事务所申请的办结件9件，公开和部分公开4件，占44.4%，本机关不掌握6件。", "本机关不掌握6件"),
    ("自然人申请办结184件，公开和部分公开90件，占自然人办结量的50.9%。", "占自然人办结量的50.9%"),
    ("律师事务所申请的办结件10件，公开和部分公开4件。", "律师事务所申请的办结件10件"),
]


@pytest.mark.parametrize(("text", "quote"), DONE_OF_A_KIND)
def test_what_became_of_the_applications_of_a_kind(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


CASES_TOLD = [
    ("行政复议9件，除1件尚在审理外，均已审结，维持6件、纠正2件。", ""),
    ("行政复议9件，在审1件；直接被诉2件，均已审结且全部胜诉。", ""),
    ("行政复议9件，在审1件；复议后被诉4件，均已审结。", "均已审结"),
    ("行政复议9件，维持6件、纠正2件，均已审结。", "均已审结"),
]


@pytest.mark.parametrize(("text", "quote"), CASES_TOLD)
def test_which_cases_are_all_closed(text: str, quote: str) -> None:
    assert told(wrong(text, "s4"), quote)


LEFT_AND_TOGETHER = [
    ("不予处理14件，信访类8件，重复申请6件，两类占100%。", ""),
    ("不予公开38件，执法案卷13件，行政查询事项14件，两项占71.1%。", ""),
    ("不予公开38件，执法案卷13件，行政查询事项14件，两项占17.1%。", "占17.1%"),
    ("新收214件，办结217件，其余7件结转2024年度继续办理，其中自然人申请4件。", ""),
    ("新收214件，上年结转10件，办结217件；自然人申请仍有4件在办。", ""),
    ("新收214件，上年结转10件，办结217件；自然人申请仍有3件在办。", "自然人申请仍有3件"),
    ("上年结转10件，新收214件，至12月31日办结217件。", ""),
    ("上年结转10件，新收214件，至6月30日办结100件。", ""),
    ("上年结转10件，新收214件，至12月31日办结271件。", "至12月31日办结271件"),
    ("自然人180件，法人和其他组织34件，占15.9%，其中企业24件、法律服务机构10件，合计34件。", ""),
    ("自然人180件，法人和其他组织34件，占19.5%，其中企业24件、法律服务机构10件，合计34件。", "占19.5%"),
]


@pytest.mark.parametrize(("text", "quote"), LEFT_AND_TOGETHER)
def test_what_is_left_and_what_is_told_together(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


PUBLISHED = [
    ("公开行政规范性文件6件，同步解读21篇，废止2件，截至年底现行有效31件。", ""),
    ("公示行政许可1250件，其中运输类1000件；公示行政处罚300件、行政强制45件。", ""),
    ("全市系统公示行政许可9000件、行政处罚318件。", ""),
    ("在信用平台公示行政许可决定1260件、行政处罚决定300件。", ""),
    ("公开行政规范性文件6件，同步解读21篇，废止2件，截至年底现行有效13件。", "现行有效13件"),
    ("公开行政规范性文件6件，同步解读21篇，废止3件，截至年底现行有效31件。", "废止3件"),
    ("公示行政许可1250件，其中运输类1000件；公示行政处罚381件、行政强制45件。", "公示行政处罚381件"),
    ("全年在信用平台公示行政许可决定318件、行政处罚决定1250件、行政强制45件。", "行政处罚决定1250件"),
]


@pytest.mark.parametrize(("text", "quote"), PUBLISHED)
def test_documents_and_decisions_that_are_published(text: str, quote: str) -> None:
    assert told(wrong(text, "s1.active"), quote)


OF_ALL_AND_OF_NEW = [
    ("收到申请214件，其中自然人180件、企业24件、法律服务机构10件；连同上年结转10件，共224件。", ""),
    ("收到申请214件，其中自然人180件，其他申请人34件（商业企业24件、法律服务机构10件）。", ""),
    ("收到申请224件（自然人188件、企业26件、法律服务机构10件）。", ""),
    ("收到申请214件，其中自然人188件、企业24件、法律服务机构10件。", "自然人188件"),
    ("受查询类申请增多影响，全年不予公开38件引用条款单一。", ""),
    ("受查询类申请增多影响，全年不予公开83件引用条款单一。", "不予公开83件"),
    ("查询类申请53件，不予公开31件。", ""),
]


@pytest.mark.parametrize(("text", "quote"), OF_ALL_AND_OF_NEW)
def test_what_is_told_of_all_or_of_the_new_ones(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("4件申请全部由自然人提出，其中予以公开3件、无法提供1件。", []),
        ("4件申请全部由自然人提出，其中予以公开1件、无法提供3件。", ["其中予以公开1件", "无法提供3件"]),
        ("2件申请全部由自然人提出，其中予以公开1件、无法提供1件。", ["2件申请全部由自然人"]),
    ],
)
def test_results_of_all_that_one_kind_asked_for(text: str, quotes: list[str]) -> None:
    assert wrong(text, cells={"t3.R01.C1": 4, "t3.R03.C1": 3, "t3.R13.C1": 1}) == quotes


KIND_GOES_ON = [
    ("企业申请24件，公开9件，占37.5%；结转2件。", ""),
    ("自然人申请180件，办结184件；无法提供46件；结转4件。", ""),
    ("企业申请24件，公开9件；结转3件。", "结转3件"),
    ("收到申请214件，其中204件均为自然人和企业提出。", ""),
    ("收到申请214件，其中209件均为自然人和企业提出。", "其中209件均为自然人和企业"),
]


@pytest.mark.parametrize(("text", "quote"), KIND_GOES_ON)
def test_a_kind_goes_on_behind_a_semicolon(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


EACH_KIND = [
    (
        "按申请人统计，自然人办结184件（公开70件、部分公开20件、无法提供46件），企业办结24件（公开9件、无法提供6件）。",
        "",
    ),
    ("企业的办理情况（含上年结转2件）为：全部公开9件，部分公开3件，无法提供6件，结转下年2件。", ""),
    ("应办224件，办结217件，余下7件（自然人4件、企业2件、法律服务机构1件）结转下年。", ""),
    ("按申请人统计，自然人办结184件（公开70件、部分公开20件），企业办结26件（公开9件、无法提供6件）。", "企业办结26件"),
    ("按申请人统计，自然人办结184件（公开70件、部分公开20件），企业办结24件（公开12件、无法提供6件）。", "公开12件"),
    ("企业的办理情况（含上年结转2件）为：全部公开9件，部分公开20件，无法提供6件。", "部分公开20件"),
]


@pytest.mark.parametrize(("text", "quote"), EACH_KIND)
def test_each_kind_of_a_list_is_told_with_its_own(text: str, quote: str) -> None:
    assert told(wrong(text), quote)
