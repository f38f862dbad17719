"""15个工作日 is the limit of the old statute, unless it is a plan or the answer to something else (N-25)."""

from __future__ import annotations

from datetime import date

import pytest

from core.base.late import load_now
from core.checks.rules import FUNCTIONS, CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.validation import validation

load_now(validation)  # registers the rule functions


def found(text: str, code: str) -> int:
    report = new_report("江堤市水利局", "政府部门", 2024).with_texts({code: text})
    rule = report.form.rules["N-25"]
    context = CheckContext(report, report_numbers(report), None, date(2025, 1, 10))
    return len([*FUNCTIONS[rule.function].function(context, rule)])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s1.request", "收到申请后，我局力争都在15个工作日内答复。"),
        ("s5", "下一步，推动依申请公开申请都在15个工作日内答复。"),
        ("s5", "改进措施：今后收到的申请都在15个工作日内答复。"),
        ("s1.request", "收到申请9件。对公开征集的意见都在15个工作日内答复。"),
        ("s1.request", "收到申请9件。申请人的来信咨询，留言都在15个工作日内答复。"),
    ],
)
def test_plans_and_answers_to_others_are_left_alone(code: str, text: str) -> None:
    assert found(text, code) == 0


@pytest.mark.parametrize(
    "text",
    [
        "收到的申请都在15个工作日内答复。",
        "下一步，力争在法定的15个工作日内答复申请。",
        "收到的申请和意见，都在15个工作日的法定期限内答复。",
    ],
)
def test_the_statutory_limit_is_told(text: str) -> None:
    assert found(text, "s1.request") == 1


@pytest.mark.parametrize(
    "text",
    [
        "依照《中华人民共和国政府信息公开条例》规定的15个工作日答复期限，建立登记、审核、归档台账。",
        "严格按照《条例》15个工作日的办结时限，建立台账。",
        "对照条例规定的十五个工作日答复要求，逐件倒排时间。",
        "把依申请公开答复时限15个工作日写入办事流程。",
        "依据条例规定，自收到之日起15个工作日内予以答复。",
        "台账按政府信息公开条例15个工作日的法定答复期限设置预警。",
    ],
)
def test_the_limit_of_the_statute_that_is_named_beside(text: str) -> None:
    assert found(text, "s1.manage") == 1


@pytest.mark.parametrize(
    "text",
    [
        "按照《条例》规定，第三方应当自收到征求意见书之日起15个工作日内提出意见。",
        "按照《政府信息公开条例》要求，由各科室在15个工作日内答复，办公室跟踪督办。",
        "依照《政府信息公开条例》规定的20个工作日答复期限，提前至15个工作日内答复。",
        "按照《条例》，申请人应当自收到补正告知之日起15个工作日内补正。",
        "信访事项15个工作日内答复，落实《信访工作条例》规定。",
        "依申请公开内部流转时限15个工作日。",
        "严格执行《政府信息公开条例》，政民互动留言15个工作日内回复。",
    ],
)
def test_other_limits(text: str) -> None:
    assert found(text, "s1.manage") == 0


@pytest.mark.parametrize(
    "text",
    [
        "申请递进来，科里15个工作日内给出答复，难办的报分管局长点头，顺延20个工作日。",
        "从收到申请算起，十五个工作日之内必须把答复书交到申请人手里，情况复杂的可延期二十个工作日。",
        "对申请一律在15个工作日内书面答复申请人，特殊情况可以延长，延长的期限不超过20个工作日。",
        "申请信息的，我们的底线是15个工作日答复到位，实在来不及，经领导批准再给20个工作日。",
        "答复申请的时限为15个工作日，遇到疑难可以再宽限20个工作日。",
    ],
)
def test_the_days_of_an_extension_are_no_limit_that_others_are_within(text: str) -> None:
    assert found(text, "s1.request") == 1


@pytest.mark.parametrize(
    "text",
    [
        "业务科室须在15个工作日内回复办公室，由办公室统一答复申请人，需要延期的延长20个工作日。",
        "收到申请后2个工作日内转办，承办处室15个工作日内反馈材料，据此答复申请人，延期不超过20个工作日。",
        "收到申请9件，其中7件在15个工作日内答复，2件经批准延长20个工作日。",
        "收到的申请都在15个工作日内答复，比规定早了5天，没有一件延长20个工作日。",
        "信访件15个工作日内答复，信息公开申请20个工作日内答复，延长的不超过20个工作日。",
        "征求第三方意见的，第三方应在15个工作日内答复，确需延长的再延长20个工作日。",
    ],
)
def test_terms_within_the_office_beside_an_extension(text: str) -> None:
    assert found(text, "s1.request") == 0


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("一位租客提出3件申请，要消毒记录。3件都在15个工作日之内答复。", 0),
        ("某村民先后申请4件，4件均于15个工作日内答复。", 0),
        ("上述5件申请，均在十五个工作日内办结。", 0),
        ("收到的3件申请均在15个工作日内答复。", 1),
        ("3件申请都在15个工作日的法定期限内答复。", 1),
        ("3件申请均在规定的15个工作日内答复。", 1),
        ("所有申请均在15个工作日内答复。", 1),
    ],
)
def test_what_those_just_told_took_is_no_limit(text: str, many: int) -> None:
    assert found(text, "s3") == many


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("依申请公开重视不够，个别件临近15个工作日的法定答复期限才报送意见。改进措施：建立首接登记制度。", True),
        ("个别股室超过15个工作日的法定答复期限才反馈。改进措施：加强培训。", True),
        ("不足：法定答复期限15个工作日临近时才催办。改进措施：提前预警。", True),
        ("不足：个别股室在条例规定的15个工作日答复期限最后一天才提供材料。改进：提前催办。", True),
        ("不足：收到申请后超过15个工作日法定期限答复的仍有1件。改进：提前催办。", True),
        ("不足：个别申请用时超过15个工作日，虽未超法定答复期限，但群众体验不佳。", False),
        ("不足：对申请件15个工作日的法定期限把握不严。改进措施：办公室跟踪。", True),
        ("个别件临近20个工作日的法定答复期限才报送意见。改进措施：建立首接登记制度。", False),
        ("第三方15个工作日的法定期限内未提出意见的，股室不会处理。改进：开展依申请公开培训。", False),
        ("信访件临近15个工作日的法定答复期限才答复，依申请公开也偏慢。改进：加强督办。", False),
        ("行政许可15个工作日的法定办结期限未同步公开，依申请公开偏慢。改进：补录。", False),
        ("申请件办理不快。改进：法定期限20个工作日，局内规定15个工作日内报送答复意见。", False),
    ],
)
def test_the_limit_called_by_its_name_is_told_whatever_is_done_by_then(text: str, *, is_wrong: bool) -> None:
    assert bool(found(text, "s5")) == is_wrong
