"""A sentence that stands twice in one paragraph is told, as equal paragraphs are."""

from __future__ import annotations

import pytest

from core.texts.rules.debris.run_together import run_together
from tests.core.texts.filled_reports import filled, findings_of

LONG = "我局全年组织政务公开业务培训两次，覆盖各科室。"


def messages(text: str) -> list[str]:
    return [f.message for f in findings_of(filled("云岭县林业局", "s1.oversight", text, {}, year=2025), "N-12")]


@pytest.mark.parametrize(
    "text",
    [
        f"加强监督。{LONG}{LONG}社会评议良好。",
        f"{LONG}加强监督，社会评议良好。{LONG}",
        f"{LONG}我局全年组织 政务公开业务培训两次，覆盖各科室",
        f"加强监督。\n{LONG}{LONG}",
    ],
)
def test_a_sentence_twice_in_a_paragraph_is_told(text: str) -> None:
    assert messages(text) == [
        "第一部分“监督保障”里有同一段的两句完全相同：“我局全年组织政务公开业务……”，请核对是否粘贴了两遍。"
    ]


def test_several_are_told_at_once() -> None:
    other = "社会评议结果良好，未发生责任追究情形。"
    (message,) = messages(f"{LONG}{other}{LONG}{other}")
    assert "里有2句与同段前面的句子完全相同：“我局全年组织政务公开业务……”等，" in message


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}社会评议良好。",
        "按时完成。加强监督。按时完成。",
        f"{LONG}\n加强监督，社会评议良好。",
        "全年组织政务公开业务培训两次，覆盖各科室。全年组织政务公开业务培训三次，覆盖各科室。",
        "一是组织政务公开业务培训，覆盖各科室；二是组织政务公开业务培训，覆盖各科室。",
        "收到自然人提出的申请{t3.R01.C1}件，均已办结完毕。收到企业提出的申请{t3.R01.C2}件，均已办结完毕。",
    ],
)
def test_what_differs_or_is_short_is_left_alone(text: str) -> None:
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("本年度新收申请6件，共办理本年度新收申请6件，共办理7件。", "本年度新收申请6件，共办……"),
        ("我局本年度复议诉讼情况我局本年度复议诉讼情况均为零。", "我局本年度复议诉讼情况……"),
        ("其中自然人8件、企业2件，其中自然人8件、企业2件，没有其他申请人。", "其中自然人8件、企业2件……"),
        ("本年度未收到任何申请，本年度未收到任何申请。", "本年度未收到任何申请……"),
        ("经核对，本年度未收取任何信息处理费用，本年度未收取任何信息处理费用。", "本年度未收取任何信息处理……"),
    ],
)
def test_a_stretch_twice_in_a_sentence_is_told(text: str, said: str) -> None:
    (message,) = messages(text)
    assert message == f"第一部分“监督保障”里有紧挨着的两处完全相同：“{said}”，请核对是否粘贴了两遍。"


@pytest.mark.parametrize(
    "text",
    [
        "不属于本机关的36件；不属于本机关的36件均作不掌握答复。",
        "收到申请6件，收到申请6件中有2件是企业的。",
        "谁主管谁答复，谁主管谁负责，谁主管谁存档。",
        "——————————————————————",
        "本年度收到自然人申请{t3.R01.C1}件，本年度收到企业申请{t3.R01.C2}件。",
    ],
)
def test_what_goes_on_with_what_was_told_last_is_left_alone(text: str) -> None:
    assert messages(text) == []


def test_a_short_paragraph_said_often_is_told() -> None:
    again = "加强政策解读，丰富形式。\n第二段\n"
    assert messages(f"开展业务培训，组织社会评议，落实各项监督保障的措施。\n{again * 1500}") == [
        "第一部分“监督保障”里有1499段与前面的段落完全相同：“加强政策解读，丰富形式。……”等，请核对是否粘贴了两遍。"
    ]
    assert messages(f"开展业务培训，组织社会评议，落实各项监督保障的措施。\n{again * 2}") == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("乡党政办做到随到随登、限时转办。", False),
        ("窗口人员坚持随报随审，力争边学边用。", False),
        ("申请一经受理即到即办。", False),
        ("我局做到做到随到随办。", True),
        ("窗口随到随到登记。", True),
    ],
)
def test_what_is_done_as_it_comes_is_no_word_twice(text: str, is_wrong: bool) -> None:
    assert bool(run_together(f"{text}\n")) is is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "全镇13个行政村每村每月至少张贴1次。",
        "全镇13个行政村每个村每个月张贴1次。",
        "9个村每一村每一户均已发放。",
        "全镇13个行政村各村各组同步张贴，逐村逐户走访。",
        "12家卫生院每院每年公开收费目录1次。",
    ],
)
def test_each_of_each_is_not_said_twice(text: str) -> None:
    assert [*run_together(text)] == []


def test_one_for_each_is_not_said_twice() -> None:
    assert run_together("建立一项目一项目一专页的做法。\n") == []
    assert run_together("没有发生发生行政复议。\n")


@pytest.mark.parametrize("text", ["每年每年都公开信息。", "各科室各科室积极配合。", "每村每村张贴1次。"])
def test_each_said_twice_still_is(text: str) -> None:
    assert [*run_together(text)]
