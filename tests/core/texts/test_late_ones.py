"""A rate of 100 % of those done in time beside late ones, and people who came, in all (N-24)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

_CELLS = {"t3.R01.C1": 45, "t3.R03.C1": 45}


def _told(section: str, text: str) -> list[str]:
    return [f.message for f in findings_of(filled("平水市农业农村局", section, text, _CELLS, year=2025), "N-24")]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("全年办结申请45件，按时办结率100%，其中逾期2件。", "43÷45是95.6%"),
        ("全年共办结申请45件，其中逾期答复2件，按时答复率100%。", "43÷45是95.6%"),
        ("全年答复申请45件，按期答复率为100%，仅1件因查档超期答复。", "44÷45是97.8%"),
        ("按时答复率达100%，逾期2件。", "逾期2件算，应是不到100%"),
        ("按期办结率100％，2件逾期。", "逾期2件算，应是不到100%"),
    ],
)
def test_late_ones_contradict_a_rate_of_all(text: str, how: str) -> None:
    (message,) = _told("s3", text)
    assert how in message


@pytest.mark.parametrize(
    "text",
    [
        "按时答复率100%，无逾期件。",
        "按时答复率100%，逾期0件。",
        "按时答复率95.6%，逾期2件。",
        "上年逾期2件，本年按时答复率100%。",
        "按时答复率100%。2024年逾期2件。",
        "按时答复率100%，较上年逾期2件明显好转。",
        "按时答复率100%，其中申请人逾期未补正2件。",
        "按时答复率100%，逾期不补正2件作其他处理。",
        "12345工单按时办结率100%，申请逾期2件。",
        "对临近逾期的2件重点督办，按时答复率100%。",
        "按时答复率100%，因逾期被申请复议2件。",
    ],
)
def test_other_years_and_other_things_that_are_late(text: str) -> None:
    assert _told("s3", text) == []


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("全年组织培训4次，机关86人次、乡镇142人次参加，共计218人次。", "86＋142＝228人次"),
        ("机关86人、乡镇142人参训，合计218人。", "86＋142＝228人"),
        ("全年组织培训4次，机关86人次、乡镇142人次，共计218人次。", "86＋142＝228人次"),
        ("机关60名、乡镇80名干部参加培训，共计150名。", "60＋80＝140名"),
    ],
)
def test_people_who_came_are_added_up(text: str, added: str) -> None:
    (message,) = _told("s5", text)
    assert added in message


@pytest.mark.parametrize(
    "text",
    [
        "全年组织培训4次，机关86人次、乡镇142人次参加，共计228人次。",
        "机关86人次、乡镇142人次参加，另有企业30人次，共计258人次。",
        "集中培训2次，86人次参加，以会代训2次，142人次参加，共计228人次。",
        "机关86人次参加，共计218人次。",
    ],
)
def test_people_added_up_rightly(text: str) -> None:
    assert _told("s5", text) == []


def test_what_applications_are_about_is_a_list_behind_all_of_them() -> None:
    text = "64件申请中涉及招生入学的23件，教师招聘的18件，民办学校的14件，其他事项的{}件。"
    assert _told("s3", text.format(9)) == []
    assert len(_told("s3", text.format(11))) == 1
    assert _told("s3", "64件申请中涉及征地的20件，予以公开30件，不予公开2件，无法提供20件。") == []
