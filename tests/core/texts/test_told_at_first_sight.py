"""Kinds named behind a number, parts of both kinds of cases, lists by subject, notes and names left over."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of, told
from tests.core.texts.test_plain_reports import CELLS as PLAIN
from tests.core.texts.test_plain_reports import UNIT as GOVERNMENT

CELLS = {**PLAIN, "t3.R07.C1": 1, "fee.notices": 2, "fee.billed": 1840, "fee.collected": 1240}
BUREAU, UNION = "清河县水利局", "清河市残疾人联合会"


def said(unit: str, code: str, text: str, *rules: str, cells: dict[str, int] | None = None) -> list[str]:
    """Return what some rules say of a text in a report that has all its numbers."""
    report = filled(unit, code, text, CELLS if cells is None else cells)
    found = findings_of(report, *rules)
    return [f.message for f in found if not ("小标题" in f.message or "没有写" in f.message)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("到十二月底，只有7件个人申请尚在办理期限内，转入2025年。", ""),
        ("到十二月底，只有5件个人申请尚在办理期限内，转入2025年。", "只有5件个人"),
        ("今年新收176件。年末仍有2件企业申请未到答复期限，结转2025年办理。", ""),
        ("今年新收176件。年末仍有4件企业申请未到答复期限，结转2025年办理。", "年末仍有4件企业申请"),
        ("截至年底，7件自然人申请结转至2025年继续办理。", ""),
        ("截至年底，9件自然人申请结转至2025年继续办理。", "9件自然人"),
        ("年底有7件自然人提出的申请尚在法定期限内，2件企业申请转入2025年。", ""),
        ("今年收到142件个人申请，23件企业申请，9件结转2025年。", ""),
        ("今年收到140件个人申请，23件企业申请，9件结转2025年。", "今年收到140件"),
        ("今年收到142件个人申请，结转2025年的9件。", ""),
        ("结转下年9件个人申请。", "结转下年9件"),
        ("上年结转6件个人申请、1件企业申请。", ""),
        ("上年结转7件个人申请。", "上年结转7件"),
        ("全年部分公开14件个人申请、4件企业申请。", ""),
        ("全年部分公开18件个人申请。", "全年部分公开18件"),
        ("全年收到176件个人和企业申请。", ""),
        ("今年新收176件，142件个人申请在法定期限内办结的占多数。", ""),
    ],
)
def test_kind_named_behind_a_number_is_its_column(text: str, quote: str) -> None:
    assert told(said(BUREAU, "s1.request", text, "N-01", "N-02", "N-03", "N-05"), quote)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("不予公开的18件中，第三方合法权益5件，{}，国家秘密和法律、行政法规禁止公开的各1件。", False),
        ("不予公开的18件中，第三方合法权益5件，{}，法律、法规禁止公开和国家秘密各1件。", False),
        ("不予公开的18件中，第三方合法权益5件，{}，国家秘密、法律和行政法规禁止公开各1件。", False),
        ("不予公开的18件中，第三方权益5件，{}，危及国家安全、公共安全和社会稳定与国家秘密各1件。", False),
        ("不予公开的18件中，第三方合法权益8件，{}，国家秘密和法律、行政法规禁止公开的各1件。", True),
        ("不予公开的18件中，第三方合法权益8件，{}，国家秘密、法律、行政法规禁止公开各1件。", True),
    ],
)
def test_law_and_statute_are_one_name(text: str, *, is_wrong: bool) -> None:
    rows = "过程性信息3件，执法案卷3件，行政查询事项3件，内部事务信息2件"
    assert bool(wrong_sums(text.format(rows), 2024)) is is_wrong


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("复议14件、诉讼9件。维持的都出现在复议阶段；至年底还有3件没有审结，其中诉讼2件。", ""),
        ("复议14件、诉讼9件。维持的都出现在复议阶段；至年底还有4件没有审结，其中诉讼2件。", "还有4件没有审结"),
        ("复议14件、诉讼9件。被纠正的1件出现在诉讼阶段；至年底还有3件没有审结，其中诉讼2件。", ""),
        ("行政复议14件。年末尚未审结的3件（其中直接起诉1件、复议后起诉1件）仍在审理。", ""),
        ("行政诉讼9件。目前还有3件没有审结，其中复议1件。", ""),
        ("行政诉讼9件。目前还有4件没有审结，其中复议1件。", "还有4件没有审结"),
        ("行政诉讼9件。目前还有2件没有审结，其中复议后起诉1件。", ""),
        ("行政复议14件，尚未审结1件，其中诉讼前调解1件。", ""),
    ],
)
def test_outcome_of_which_some_are_of_one_kind_is_of_both(text: str, quote: str) -> None:
    assert told(said(BUREAU, "s4", text, "N-06"), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("对新收的176件申请按内容归类，征地90件、招考40件、学籍26件、其他15件，提供了参考。", "合计写的是176件"),
        ("对新收的176件申请按内容归类，征地90件、招考40件、学籍26件、其他20件，提供了参考。", ""),
        ("全年176件申请按所涉领域分类，征地90件、招考40件、学籍26件、其他19件。", "合计写的是176件"),
        ("全年176件申请按所涉领域分类，征地90件、招考40件、学籍26件等。", ""),
        ("公众留言120条，按主题归纳，教育50条、医疗40条、其他20条。", "合计写的是120条"),
        ("我局将新收的176件申请逐件归类，征地90件、招考40件较多。", ""),
    ],
)
def test_lists_by_subject_are_added_up(text: str, quote: str) -> None:
    assert told(said(BUREAU, "s1.request", text, "N-24"), quote)


@pytest.mark.parametrize(
    ("unit", "text", "quote"),
    [
        (GOVERNMENT, "县政府办公室、县自然资源局各发出收费通知1件，共2件，实际收取1420元。", "实际收取1420元"),
        (GOVERNMENT, "县政府办公室、县自然资源局各发出收费通知1件，共2件，计费1840元，实际收取1240元。", ""),
        (GOVERNMENT, "县政府办公室、县自然资源局各发出收费通知1件，合计2件，计费1480元。", "计费1480元"),
        (GOVERNMENT, "县政府办公室发出收费通知1件，计费840元，实际收取640元。", ""),
        (BUREAU, "全年发出收费通知2件，计费金额1480元。", "计费金额1480元"),
        (BUREAU, "信息处理费按件计费，每件100元；全年发出收费通知2件，收费总金额1840元。", ""),
    ],
)
def test_fees_of_all_notices_are_compared(unit: str, text: str, quote: str) -> None:
    assert told(said(unit, "s6", text, "N-17"), quote)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("2024年，我局将在上述三方面补短板：修订目录。", True),
        ("2024年，我局将在以下方面下功夫：一是修订目录。", True),
        ("2024年，我局将把政务公开列入新任校长培训必修课。", True),
        ("2024年，本镇将补足人员短板，配强专职人员。", True),
        ("2024年，我局将就上述问题逐一整改。", True),
        ("2024年，我局将政务公开在上述方面的做法汇编成册。", False),
        ("2024年，我局将把关环节前移，做到先审后发。", False),
        ("2024年，我局将在以下方面的成效作为亮点。", False),
        ("2025年，我局将在上述三方面补短板。", False),
    ],
)
def test_plans_told_by_what_was_named_before(text: str, *, is_told: bool) -> None:
    assert bool(said(BUREAU, "s5", text, "N-08")) is is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("我局因政府信息公开被申请行政复议未、提起行政诉讼的件，特此说明。", True),
        ("全年因政府信息公开未、被申请行政复议的件。", True),
        ("本年度因信息公开提起行政诉讼的件，特此说明。", True),
        ("年内政府信息公开行政诉讼未、没有发生。", True),
        ("本年度我局未被申请行政复议、未被提起行政诉讼。", False),
        ("收到复议机关转来的件，均已按时答辩。", False),
        ("行政复议、行政诉讼的件数均为0。", False),
        ("全年没有、往年也没有发生行政诉讼。", False),
    ],
)
def test_words_in_no_order(text: str, *, is_told: bool) -> None:
    assert bool(said(BUREAU, "s4", text, "N-20", cells={})) is is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("（请各股室补充本部分内容，不少于200字）围绕春耕，及时发布技术意见。", True),
        ("围绕春耕，及时发布技术意见。（请办公室补充数据）", True),
        ("（请业务科完善具体做法）围绕春耕，及时发布技术意见。", True),
        ("（本部分不少于300字）围绕春耕，及时发布技术意见。", True),
        ("每篇解读（不少于800字）经办公室审核。", False),
        ("对需补正的（请申请人补充证明材料），一次性告知。", False),
        ("对内容不明确的申请（请其向主管部门补充）逐一告知。", False),
        ("转办单（请有关单位按期报送答复意见）全部按期办结。", False),
    ],
)
def test_notes_to_the_offices_are_left_over(text: str, *, is_told: bool) -> None:
    assert bool(said(BUREAU, "s1.active", text, "N-12")) is is_told


@pytest.mark.parametrize(
    ("unit", "text", "quote"),
    [
        (UNION, "2024年，清河市民政局没有发出收取信息处理费的通知，也没有其他需要报告的事项。", "清河市民政局"),
        (UNION, "清河市民政局没有其他需要报告的事项。", "清河市民政局"),
        ("清河县图书馆", "2024年度，清河县林业局未发出收费通知。", "清河县林业局"),
        (BUREAU, "2024年，柳林县水利局未收取信息处理费。", "柳林县水利局"),
        (UNION, "2024年，清河市残疾人联合会没有发出收费通知。", ""),
        (GOVERNMENT, "2024年，清河县财政局未收取信息处理费。", ""),
        (BUREAU, "按照清河县财政局核定的账户，全年没有收取信息处理费。", ""),
        (BUREAU, "2024年，县水利局未收取信息处理费，也没有其他需要报告的事项。", ""),
    ],
)
def test_another_office_with_nothing_to_report(unit: str, text: str, quote: str) -> None:
    assert told(said(unit, "s6", text, "N-10"), quote)
