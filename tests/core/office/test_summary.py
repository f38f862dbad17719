"""What is said before a 送审稿 or 定稿 is made: what is verified, what is open, what changed since the last one."""

from dataclasses import replace
from datetime import date

import pytest

from build_scripts.make.sample import sample_report
from core.office import review
from core.office.department_split import SentSheet, keep_sent
from core.office.remark_list import unchanged_remarks
from core.office.summary import Summary, summary, unfinished
from core.report.report import Explanation, Report
from core.report.stages import Stage
from core.report.totals import report_numbers
from core.validation.validation import Checker

DAY = date(2026, 1, 10)
UNCHANGED = "数字、文字和标题没有改动（文号、主送机关、落款、日期不在比较之内）"
NOT_COMPARED = "未核对：文中与表格无关的数字，与上年的衔接（没有选上年报告）。"


def of(report: Report, stage: Stage = "review", last_year: Report | None = None) -> Summary:
    return summary(Checker(report, last_year=last_year, today=DAY), stage)


def sent(report: Report) -> Report:
    return review.submit(report, DAY).applied_to(report)


def returned(report: Report, *answers: tuple[str, str]) -> Report:
    """Return the report sent, sent back with as many remarks, and these answered."""
    report = sent(report)
    remarks = [f"第{n}条意见" for n, _ in enumerate(answers, 1)]
    report = review.register_return(report, "办公室", DAY, remarks).applied_to(report)
    return review.answer_remarks(report, len(report.rounds), answers).applied_to(report)


def test_what_is_verified_is_counted_and_what_could_not_be_is_said() -> None:
    report = sample_report()
    made = of(report)
    assert made.proof == f"已核对：42项勾稽关系都对，文中13处与表中一致，没有空格。{NOT_COMPARED}"
    assert made.parts == ()
    assert not made.asks
    last = report.with_texts({"meta.year": "2024"})
    assert "，与上年的衔接对照过。" in of(report, last_year=last).proof


def test_comparisons_with_last_year_are_said_to_be_compared_only_where_they_were() -> None:
    report = sample_report()
    last = report.with_texts({"meta.year": "2024"})
    count = Checker(report, today=DAY).numbers["t3.R01.C7"]

    def proof(told: str, *, is_given: bool = True) -> str:
        return of(report.with_texts({"s3": told}), last_year=last if is_given else None).proof

    right = f"新收政府信息公开申请{count}件，与上年持平。"
    assert "，与上年的衔接对照过，文中1处与上年的比较对照过。未核对：文中与表格无关的数字。" in proof(right)
    persons = report_numbers(last)["t3.R01.C1"]
    last = last.with_cells({"t3.R01.C1": persons - 4})
    more = f"新收政府信息公开申请{count}件，比上年增加4件。"
    assert "文中1处与上年的比较对照过。未核对：文中与表格无关的数字。" in proof(more)  # 增加4件 was understood
    unknown = "接待咨询90人次，同比增长5%。"
    assert "，文中其他与上年的比较。" in proof(right + unknown)
    assert "对照过。未核对：文中与表格无关的数字，文中与上年的比较。" in proof(unknown)
    for told in (right, unknown):
        assert "未核对：文中与表格无关的数字，与上年的衔接、文中与上年的比较（没有选上年报告）。" in proof(
            told, is_given=False
        )


def test_what_was_not_understood_is_told_from_what_no_table_holds() -> None:
    report = sample_report()
    told = "一号窗口一共张罗过48件，二号窗口张罗过13件，三号窗口张罗过9件，四号窗口张罗过2件；推文145篇。"
    proof = of(report.with_texts({"s3": told})).proof
    named = "“一号窗口一共张罗过48件”、“二号窗口张罗过13件”、“三号窗口张罗过9件”等4处"
    assert f"未核对：没有读懂的{named}，文中与表格无关的数字，" in proof


def test_a_number_that_was_read_and_differs_but_was_not_compared_is_named() -> None:
    report = sample_report().with_texts({"s3": "县城建档案馆一类的申请，其中予以公开6件。"})
    assert "未核对：拿不准的“其中予以公开6件”，文中与表格无关的数字，" in of(report).proof


def test_only_numbers_that_agree_with_the_tables_are_counted() -> None:
    texts = {"s1.active": "分局公开信息92条，办理行政许可656件。"}
    assert "，文中14处与表中一致，" in of(sample_report().with_texts(texts)).proof
    texts = {"s1.active": "分局公开信息92条，办理行政许可655件。"}
    assert "，文中13处与表中一致、1处不一致，" in of(sample_report().with_texts(texts)).proof


def test_the_open_points_stand_there_with_their_places_and_count_as_a_question() -> None:
    report = sample_report().with_texts({"s5": "公开不够及时，将改进。", "meta.level": ""})
    made = of(report)
    assert made.asks
    assert made.open is not None
    assert made.open.heading == f"{len(made.open.lines)}个疑点没有核实或说明，将列在审签单上："
    assert [finding.rule_id for finding in made.open.findings] == ["F-01", "N-16"]
    assert made.open.lines[1] == "第五部分只有11字，请写清主要问题和改进措施。"


def test_a_number_of_a_person_is_named_with_its_text_though_it_is_only_a_hint() -> None:
    report = sample_report()
    printed = report.with_texts({"s1.oversight": f"{report.texts['s1.oversight']}联系人手机13800000000。"})
    for stage in ("review", "final"):
        made = of(printed, stage)
        assert made.asks
        assert made.open is None
        assert made.private is not None
        assert made.private.heading == "1处文字有个人信息，汇总单位会要求说明："
        assert made.private.lines == ("第一部分“监督保障”出现手机号：“13800000000”，请确认可以公开。",)
        assert [finding.rule_id for finding in made.private.findings] == ["N-21"]
    mailbox = report.with_texts({"s1.oversight": f"{report.texts['s1.oversight']}邮箱是office@163.com。"})
    assert of(mailbox).parts == ()


def test_an_explained_point_is_said_to_be_explained_and_asks_no_more() -> None:
    report = sample_report().with_texts({"s5": "公开不够及时，将改进。"})
    message = "第五部分只有11字，请写清主要问题和改进措施。"
    report = replace(report, explanations={"N-16:s5": Explanation("问题只有这一个", "张三", "2026-01-10", message)})
    made = of(report)
    assert made.parts == ()
    assert "，1个疑点已写明说明。" in made.proof
    later = report.with_texts({"s5": "公开不够及时，改进。"})
    assert of(later).open is not None
    assert "（数据已变，原说明失效，请重新核实）" in of(later).parts[0].lines[0]


def test_the_first_round_and_the_same_round_again_say_nothing_of_differences() -> None:
    report = sample_report()
    assert of(report).since is None
    assert of(sent(report)).parts == ()


def test_what_changed_since_the_last_round_is_told_and_is_no_question() -> None:
    report = returned(sample_report(), ("已改", ""))
    report = report.with_cells({"t2.penalty.decisions": 3}).with_texts({"s5": report.texts["s5"] + "\n按月检查。"})
    for stage in ("review", "final"):
        made = of(report, "final" if stage == "final" else "review")
        assert made.since is not None
        if stage == "review":
            assert made.since.heading == "与第1稿相比有2处不同："
        assert "行政处罚·本年处理决定数量：原为0，现为3" in made.since.lines[0]
        assert made.since.lines[1] == "问题及改进：存在的主要问题及改进情况：增加“按月检查。”"
        assert not made.since.is_question


def test_a_final_copy_that_was_never_sent_is_told_before_all_else() -> None:
    report = returned(sample_report(), ("", "")).with_cells({"t2.penalty.decisions": 3})
    code = report.rounds[0].checksum
    made = of(report, "final")
    assert made.is_other
    assert made.parts[0].heading == f"与第1稿（校验码{code}）不同的有1处，第1稿之后有改动，请重新生成送审稿再送审："
    assert made.parts[1].heading == "1条退回意见没有处理："
    assert not of(report, "review").is_other


def test_the_same_content_with_a_remark_noted_as_followed_is_asked_about() -> None:
    made = of(returned(sample_report(), ("已改", ""), ("不改", "已写明")))
    assert made.asks
    assert made.since is not None
    assert made.since.heading == f"与第1稿相比，{UNCHANGED}，但有1条意见标为“已改”："
    assert made.since.lines == ("1．第1条意见",)


def test_a_mended_document_number_is_not_said_to_be_the_same() -> None:
    made = of(returned(sample_report(), ("已改", "")).with_texts({"meta.doc_number": "县水函〔2026〕9号"}))
    assert made.since is not None
    assert "文号、主送机关、落款、日期不在比较之内" in made.since.heading


def test_the_same_content_is_no_matter_where_no_remark_was_followed() -> None:
    assert of(returned(sample_report(), ("不改", "已写明"))).parts == ()


def test_remarks_that_are_open_are_asked_about_before_a_review_copy_and_before_the_final_one() -> None:
    report = returned(sample_report(), ("已改", ""), ("", "")).with_cells({"t2.penalty.decisions": 3})
    made = of(report)
    assert made.remarks is not None
    assert made.remarks.heading == "1条退回意见没有处理："
    assert made.remarks.lines == ("2．第2条意见",)
    assert of(report, "final").remarks == made.remarks
    assert made.asks


def test_a_remark_noted_as_followed_is_asked_about_where_its_part_shows_what_it_did() -> None:
    report = sent(sample_report())
    remarks = ["第五部分写得太短", "第二部分行政处罚的件数请核对", "全文再读一遍"]
    report = review.register_return(report, "办公室", DAY, remarks).applied_to(report)
    report = review.answer_remarks(report, 1, [("已改", "")] * 3).applied_to(report)
    made = of(report.with_cells({"t2.penalty.decisions": 3}).with_texts({"s2": ""}))
    assert made.asks
    assert made.unchanged is not None
    assert made.unchanged.heading == "1条意见标为“已改”，但所说的部分与第1稿相同："
    assert made.unchanged.lines == ("1．第五部分写得太短",)
    assert [one.number for one in unchanged_remarks(report)] == [1, 2, 3]
    assert [one.number for one in unchanged_remarks(report.with_cells({"t2.penalty.decisions": 3}))] == [1]
    assert unchanged_remarks(sample_report()) == []


def test_a_change_elsewhere_in_the_same_part_does_not_follow_a_remark() -> None:
    """As where a remark was marked as 已改 and Ctrl+Z took back what was done."""
    remarks = [
        "第一部分（二）补写无法提供2件",
        "表三自然人本年新收应为14",
        "表三商业企业结转下年应为0",
        "第三部分请核对",
        "表二行政许可应为52件",
    ]
    report = review.register_return(sent(sample_report()), "办公室", DAY, remarks).applied_to(sent(sample_report()))
    report = review.answer_remarks(report, 1, [("已改", "")] * len(remarks)).applied_to(report)
    report = report.with_texts({"s1.active": "另写的一段。"})
    made = of(report.with_cells({"t3.R03.C1": 6}))  # in the column of what the second one names
    assert made.unchanged is not None
    assert made.unchanged.lines == tuple(f"{n}．{remarks[n - 1]}" for n in (1, 3, 5))


def test_sheets_of_departments_that_are_not_back_are_asked_about() -> None:
    report = sample_report()
    sheets = [
        SentSheet("1", "法规科", "2026-01-05"),
        SentSheet("2", "财务科", "2026-01-05", "2026-01-08"),
        SentSheet("3", "行政执法科", "2026-01-05", "", "t2.penalty.decisions"),
    ]
    report = keep_sent(report, sheets).applied_to(report).with_cells({"t2.penalty.decisions": None})
    made = of(report)
    assert made.asks
    assert made.sheets is not None
    assert (made.sheets.heading, made.sheets.lines) == (
        "2份科室填报表没有收齐：",
        ("法规科：没有收回", "行政执法科：1格要重填"),
    )


def test_a_final_copy_without_its_date_is_told_of_before_it_is_locked() -> None:
    signed = sample_report().with_texts({"meta.sign_off": "某某县水利局"})
    for day, said in (
        ("", "成文日期没有填，Word 和网页版的末尾只有落款单位，没有日期。"),
        ("2026年1月", "成文日期没有写到日，网页版没有印落款和日期。"),
    ):
        report = signed.with_texts({"meta.date": day})
        assert of(report).unsigned is None  # the day of a 送审稿 is still to come
        made = of(report, "final")
        assert made.asks
        assert made.unsigned is not None
        assert made.unsigned.heading == "成文日期没有写全："
        assert made.unsigned.lines == (f"{said}定稿后要先解除定稿才能补填。",)
        assert made.unsigned.findings[0].cells == ("meta.date",)
        assert made.unsigned in unfinished(report, "final")
    assert of(signed.with_texts({"meta.date": "2026年1月20日"}), "final").unsigned is None
    assert of(sample_report(), "final").unsigned is None  # neither unit nor date


@pytest.mark.parametrize(
    ("remark", "missing"),
    [
        ("监督保障中培训应为4次，参训60人次。", ("4次", "60人次")),
        ("培训次数应为四次", ("四次",)),
        ("培训应改为３次，不是4次", ()),
        ("培训应由4次改为3次", ()),
        ("培训应为三次，参训60人次", ("60人次",)),  # each of them is looked for
        ("培训应为三次，少写了1次", ()),  # how far it was off
        ("应写明培训比上年增加60次", ("60次",)),
        ("培训应为三次或四次", ()),  # one of two is enough
        ("第一部分补充主动公开97,531条", ("97,531条",)),
        ("培训4次，请核对", ()),  # which may be what was wrong
        ("表二行政处罚应为0件", ()),
        ("第二部分行政许可应为657", ()),
        ("第二部分行政许可应为658", ("658",)),
        ("第五部分应写到1000字，改为2段", ()),
        ("成文日期应为2026年1月15日", ()),
        ("标题应为30号文的写法", ()),
    ],
)
def test_numbers_that_a_followed_remark_wants_and_that_stand_nowhere_are_asked_about(
    remark: str, missing: tuple[str, ...]
) -> None:
    report = sample_report()
    report = sent(report.with_texts({"s1.oversight": "全年组织培训3次，参训52人次。"}))
    report = review.register_return(report, "办公室", DAY, [remark]).applied_to(report)
    report = review.answer_remarks(report, 1, [("已改", "")]).applied_to(report)
    texts = {code: f"{report.texts[code]}另有改动。" for code in ("s1.active", "s1.oversight", "s2", "s5")}
    made = of(report.with_texts({**texts, "meta.title": "另一个标题"}).with_cells({"t2.licensing.decisions": 657}))
    if not missing:
        assert made.unfound is None
        return
    assert made.unfound is not None
    assert made.asks
    assert made.unfound.heading == "1条意见要写的数在报告中没有找到，仍写“已改”吗？"
    told = "”“".join(missing)
    assert made.unfound.lines == (f"1．{remark}（没有找到“{told}”）",)


def test_a_remark_that_is_open_or_refused_is_not_asked_about_for_its_numbers() -> None:
    for answer in (("", ""), ("不改", "台账是3次")):
        report = sent(sample_report())
        report = review.register_return(report, "办公室", DAY, ["培训应为77次"]).applied_to(report)
        report = review.answer_remarks(report, 1, [answer]).applied_to(report)
        assert of(report.with_cells({"t2.penalty.decisions": 3})).unfound is None
