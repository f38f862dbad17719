"""Cases that are told beside those about 信息公开, and are said to have nothing to do with it (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

NONE = {"t4.review.total": 0, "t4.direct.total": 0, "t4.after_review.total": 0}
TOLD = {"t4.review.upheld": 2, "t4.review.total": 2, "t4.direct.upheld": 1, "t4.direct.total": 1}


def wrong(text: str, cells: dict[str, int]) -> int:
    return len(findings_of(filled("柳河县水利局", "s4", text, cells), "N-06"))


OTHERS = [
    "街道另有1起行政诉讼，系某餐饮店对违规设置户外广告的处罚决定不服提出，法院已判决驳回其诉讼请求，与政府信息公开没有关系，未在本部分统计。",
    "另有2件行政复议，均由养殖户对取水许可不服提出，市政府已维持，与政府信息公开工作没有关联，不在本表反映。",
    "年内另有1件行政诉讼，是因采砂处罚引起的，与信息公开没有任何关系。",
    "本局另有行政诉讼1件，是某公司不服行政处罚提起的，已判决驳回，同信息公开毫无关系，没有放进上表。",
    "本局还有1件行政复议，因水土保持补偿费征收引起，跟政府信息公开不沾边，未在上表填报。",
    "全年另有2件行政复议，分别针对罚款和取水许可，同政府信息公开并无关联，故没有在此统计。",
    "本局另有1起行政诉讼，系工伤认定纠纷，法院判决驳回。该案与政府信息公开没有关系，未在本部分统计。",
    "本局另有1起行政诉讼，系补偿纠纷，尚未开庭。此案不涉及政府信息公开。",
]


@pytest.mark.parametrize("told", OTHERS)
def test_cases_that_have_nothing_to_do_with_it(told: str) -> None:
    assert wrong(f"2024年，本局未发生因政府信息公开引起的行政复议，也未发生行政诉讼。{told}", NONE) == 0
    before = "2024年，因政府信息公开引起行政复议2件，均维持；行政诉讼1件，判决驳回诉讼请求。"
    assert wrong(before + told, TOLD) == 0


@pytest.mark.parametrize(
    "text",
    [
        "2024年，本局有1起行政诉讼，系村民对信息公开答复不服提出，区人民法院已判决驳回其诉讼请求。",
        "2024年，因政府信息公开引起的行政诉讼1起，法院认为答复与原告没有关系，判决驳回。",
        "全年因政府信息公开发生行政复议3件，均维持。另有1起行政处罚诉讼与政府信息公开没有关系，未在本部分统计。",
        "全年有1起信息公开行政诉讼，原告申请的内容与其生产生活没有关系，法院判决驳回其诉讼请求。",
        "2024年，因政府信息公开引起行政诉讼1件，法院判决驳回，案件情况未在网站公布。",
        "2024年，因政府信息公开引起行政复议1件，与上年没有关系。",
        "2024年，因政府信息公开引起诉讼1件，另有1件因处罚引起，与政府信息公开没有关系。",
    ],
)
def test_cases_about_it(text: str) -> None:
    assert wrong(text, NONE) == 1


@pytest.mark.parametrize(
    "text",
    [
        "2024年我局作为被申请人的复议案件6件，{n}件属于政府信息公开，{m}件由律师、公证投诉处理引起。",
        "全年行政复议案件6件，{m}件因工伤认定引起，{n}件涉及政府信息公开。",
        "行政复议案件6件：劳动监察{m}件、政府信息公开{n}件。",
        "我局被申请复议6件，{m}件属于行政许可，{n}件属信息公开。",
        "全年被复议6起，因养老待遇核定引起{m}起，信息公开只有{n}起。",
    ],
)
@pytest.mark.parametrize(("ours", "count"), [(1, 0), (2, 1)])
def test_all_cases_are_divided_into_those_on_disclosure_and_others(text: str, ours: int, count: int) -> None:
    cells = {"t4.review.upheld": 1, "t4.review.total": 1}
    assert wrong(text.format(n=ours, m=6 - ours), cells) == count


@pytest.mark.parametrize(
    "text",
    [
        "因信息公开被申请复议6件，1件维持，5件未审结。",
        "行政复议案件6件，5件维持，1件涉及信息公开领域在审。",
        "因政府信息公开引发行政复议6件，1件属于信息公开程序类，5件属于答复内容类。",
    ],
)
def test_cases_divided_otherwise_are_all_on_disclosure(text: str) -> None:
    assert wrong(text, {"t4.review.upheld": 1, "t4.review.total": 1}) > 0


@pytest.mark.parametrize(
    "text",
    [
        "全年发生行政复议案件1件，系水土保持行政处罚争议，市政府已维持；涉及政府信息公开的行政复议、行政诉讼均为0件。",
        "全年发生行政诉讼案件2件。因政府信息公开引发的诉讼为零。",
        "没有因政府信息公开引发的行政复议；全年发生行政复议1件，系行政处罚争议。",
        "未发生涉及政府信息公开的行政诉讼。行政诉讼2件均为工伤认定案件，法院判决维持2件。",
    ],
)
def test_none_of_all_cases_is_ours(text: str) -> None:
    assert wrong(text, NONE) == 0


@pytest.mark.parametrize(
    "text",
    [
        "全年发生行政复议1件；涉及政府信息公开的行政诉讼0件。",
        "全年发生政府信息公开行政复议1件；涉及政府信息公开的行政诉讼0件。",
        "涉及政府信息公开的行政复议1件；涉及政府信息公开的行政诉讼0件。",
        "因政府信息公开，全年发生行政复议1件；涉及政府信息公开的行政复议0件。",
        "全年发生行政复议1件。未发生因政府信息公开引起的行政诉讼。",
    ],
)
def test_the_other_kind_is_none(text: str) -> None:
    assert wrong(text, NONE) > 0
