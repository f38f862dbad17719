"""What sets of other hands had missed: years turned at the head, folk who asked, all of some of a year, old limits."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of

RULES = ("N-01", "N-02", "N-03", "N-04", "N-05", "N-06", "N-08", "N-24", "N-25")

NONE: dict[str, Number] = {"t2.licensing.decisions": 21}
FEW: dict[str, Number] = {
    "t3.R01.C1": 4, "t3.R01.C2": 1, "t3.R03.C1": 2, "t3.R04.C1": 1, "t3.R13.C2": 1, "t3.R16.C1": 1,
}  # fmt: skip
PUBLIC: dict[str, Number] = {"t3.R01.C1": 5, "t3.R03.C1": 5}
MANY: dict[str, Number] = {
    "t3.R01.C1": 40, "t3.R01.C2": 6, "t3.R02.C1": 3, "t3.R03.C1": 30, "t3.R03.C2": 4, "t3.R13.C1": 10, "t3.R25.C1": 3,
    "t3.R25.C2": 2,
}  # fmt: skip
DONE: dict[str, Number] = {"t3.R01.C1": 40, "t3.R02.C1": 3, "t3.R03.C1": 33, "t3.R13.C1": 10}
PERSONS: dict[str, Number] = {
    "t3.R01.C1": 40, "t3.R01.C2": 2, "t3.R02.C1": 3, "t3.R03.C1": 43, "t3.R25.C2": 2,
}  # fmt: skip
CASES: dict[str, Number] = {
    **MANY, "t4.review.upheld": 6, "t4.review.corrected": 1, "t4.review.other": 2, "t4.review.pending": 1,
    "t4.review.total": 10,
}  # fmt: skip


def told(
    text: str, cells: dict[str, Number], code: str = "s1.request", unit: str = "石坪县白水乡人民政府"
) -> list[str]:
    kind = "各级人民政府" if unit.endswith("政府") else "政府部门"
    found = findings_of(filled(unit, code, text, cells, unit_type=kind, year=2023), *RULES)
    return [finding.rule_id for finding in found]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("2032年，县水利局认真执行政府信息公开条例，各项工作取得新成效。", ["N-08"]),
        ("2032年度，我局深入学习条例，严格落实各项要求。", ["N-08"]),
        ("总体情况如下。\n2032年，我局持续推进政务公开。", ["N-08"]),
        ("2032年，县域将全面建成节水型社会。", []),
        ("2032年，力争实现公开事项全覆盖。", []),
        ("2033年，县水利局认真执行政府信息公开条例。", []),
        ("公开了规划文本，2032年，县域水网成形。", []),
        ("2032年底前完成水网改造的方案已公开。", []),
        ("2023年，县水利局认真执行政府信息公开条例。", []),
    ],
)
def test_a_year_to_come_at_the_head_is_the_report_year_turned(text: str, rules: list[str]) -> None:
    assert told(text, DONE, "s1", "石坪县水利局") == rules


@pytest.mark.parametrize(
    ("text", "cells", "rules"),
    [
        ("党政综合办公室今年收到村民提交的政府信息公开申请1件。", NONE, ["N-02"]),
        ("2023年收到居民提交的政府信息公开申请2件。", NONE, ["N-02"]),
        ("今年，乡政府收到村民政府信息公开申请1件。", NONE, ["N-02"]),
        ("今年，乡政府收到村民政府信息公开申请9件。", FEW, ["N-01"]),
        ("今年，乡政府收到村民政府信息公开申请1件。", FEW, []),
        ("党政综合办公室今年收到村民提交的政府信息公开申请2件。", FEW, []),
        ("今年收到村民提交的政府信息公开申请4件。", FEW, []),
        ("今年收到村民来信1件。", NONE, []),
        ("今年收到村民提交的低保申请1件。", NONE, []),
        ("县政府办收到村民提交的涉及我乡的政府信息公开申请1件。", NONE, []),
    ],
)
def test_folk_who_asked_where_nobody_did(text: str, cells: dict[str, Number], rules: list[str]) -> None:
    assert told(text, cells) == rules


@pytest.mark.parametrize(
    ("text", "cells", "rules"),
    [
        ("年内没有收到书面或网上的政府信息公开申请。", FEW, ["N-02"]),
        ("全年未收到线上线下政府信息公开申请。", FEW, ["N-02"]),
        ("全年未收到网络和书面形式的政府信息公开申请。", FEW, ["N-02"]),
        ("年内没有收到书面或网上的政府信息公开申请。", NONE, []),
        ("年内没有收到网上的政府信息公开申请。", FEW, []),
        ("年内没有收到当面或网上的政府信息公开申请。", FEW, []),
        ("年内没有收到书面或网上的企业政府信息公开申请。", FEW, []),
        ("年内没有收到线上线下重复申请。", FEW, []),
        ("上年没有收到书面或网上的政府信息公开申请。", FEW, []),
    ],
)
def test_both_ways_are_all_ways(text: str, cells: dict[str, Number], rules: list[str]) -> None:
    assert told(text, cells) == rules


@pytest.mark.parametrize(
    ("text", "cells", "rules"),
    [
        ("到期前3日短信提醒，全年申请办结率100%。", MANY, ["N-04"]),
        ("临近到期前及时预警，全年申请办结率100%，未出现一宗超期。", MANY, ["N-04"]),
        ("从年终核查结果看，全乡49件申请办结率达到100%。", MANY, ["N-04"]),
        ("全乡46件申请办结率为100%。", MANY, ["N-04"]),
        ("到期前3日短信提醒，全年申请办结率100%。", DONE, []),
        ("全乡43件申请办结率达到100%。", DONE, []),
        ("全乡3件申请办结率达到100%，均为上年结转。", MANY, []),
        ("全乡12件申请，涉及征地补偿。", MANY, []),
        ("全乡44件申请办结率达到100%。", MANY, []),
        ("到期申请办结率100%。", MANY, []),
        ("到期前3日短信提醒，到期的申请办结率100%。", MANY, []),
        ("到期前3日短信提醒，全年申请按期办结率100%。", MANY, []),
        ("全乡6件低保申请办结率达到100%。", MANY, []),
        ("全乡应办结的44件申请办结率达到100%。", MANY, []),
        ("全县49件申请办结率达到100%。", MANY, []),
    ],
)
def test_a_rate_of_all_beside_those_left(text: str, cells: dict[str, Number], rules: list[str]) -> None:
    assert told(text, cells) == rules


@pytest.mark.parametrize(
    ("text", "cells", "rules"),
    [
        ("全乡五件申请，经乡长办公会审议后全部予以公开。", FEW, ["N-05"]),
        ("收到5件申请，经党政班子会研究同意后全部予以公开。", FEW, ["N-05"]),
        ("收到5件申请，经保密审查后均予以公开。", FEW, ["N-05"]),
        ("全乡五件申请，经乡长办公会审议后全部予以公开。", PUBLIC, []),
        ("收到5件申请，经保密审查可以公开的全部予以公开。", FEW, []),
        ("收到5件申请，经征求第三方意见并审核后全部予以公开。", FEW, []),
        ("收到5件申请，其中2件经乡长办公会审议后全部予以公开。", FEW, []),
        ("全乡五件惠农政策，经乡长办公会审议后全部予以公开。", FEW, []),
        ("全乡五件申请，经乡长办公会审议后全部予以答复。", FEW, []),
    ],
)
def test_how_it_was_decided_narrows_nothing(text: str, cells: dict[str, Number], rules: list[str]) -> None:
    assert told(text, cells) == rules


@pytest.mark.parametrize(
    ("text", "cells", "rules"),
    [
        ("年内办结的44件，申请人全部为自然人。", MANY, ["N-04"]),
        ("全年办结申请44件，均为自然人。", MANY, ["N-04"]),
        ("全年收到申请46件，均为自然人。", MANY, ["N-01"]),
        ("年内办结的43件，申请人全部为自然人。", PERSONS, []),
        ("全年办结申请43件，均为自然人。", PERSONS, []),
        ("全年收到申请42件，均为自然人。", PERSONS, ["N-01"]),
        ("全年收到申请40件，均为自然人。", DONE, []),
        ("其中办结的34件，申请人全部为自然人。", MANY, ["N-04"]),
        ("网上申请办结12件，均为自然人。", MANY, []),
        ("上年结转的3件，申请人全部为自然人。", MANY, []),
    ],
)
def test_all_of_those_dealt_with_is_compared_with_their_row(
    text: str, cells: dict[str, Number], rules: list[str]
) -> None:
    assert told(text, cells) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("去年全乡行政复议案件共9件，结果维持6件、结果纠正1件、其他结果2件、尚未审结1件。", ["N-24"]),
        ("2022年行政复议案件共9件，维持6件、纠正1件、其他结果2件、尚未审结1件。", ["N-24"]),
        ("去年全乡行政复议案件共10件，结果维持6件、结果纠正1件、其他结果2件、尚未审结1件。", []),
        ("上年行政复议案件共8件，维持6件、纠正1件、其他1件；今年共10件。", []),
        ("行政复议案件共10件，较去年增加9件，维持6件、纠正1件、其他结果2件、尚未审结1件。", []),
        ("去年行政复议案件9件，今年10件，维持6件、纠正1件、其他结果2件、尚未审结1件。", []),
        ("去年行政复议4件、行政诉讼案件共6件，维持6件、纠正1件、其他结果2件、尚未审结1件。", []),
        ("行政复议案件共10件，维持6件、纠正1件、其他结果2件、尚未审结1件。", []),
    ],
)
def test_the_four_outcomes_are_all_of_a_year(text: str, rules: list[str]) -> None:
    assert told(text, CASES, "s4") == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("严格按照《条例》规定,自收到申请之日起15个工作日内予以答复,需延期的另行告知。", ["N-25"]),
        ("对收到的每件申请,自收到之日起15个工作日内予以答复;征求意见的另行计算。", ["N-25"]),
        ("收到申请后,15个工作日内答复,不收费。", ["N-25"]),
        ("严格按照《条例》规定,自收到申请之日起20个工作日内予以答复,需延期的另行告知。", []),
        ("收到申请后,征求第三方意见,第三方15个工作日内答复。", []),
        ("收到申请后,平均15个工作日内答复,需延期的另行告知。", []),
        ("力争将申请答复时限缩短至15个工作日,比法定时限提前。", []),
        ("对群众来信,15个工作日内答复;收到申请的,20个工作日内答复。", []),
        ("收到申请的,20个工作日内答复;延长期限不超过20个工作日。", []),
    ],
)
def test_half_width_marks_part_clauses_too(text: str, rules: list[str]) -> None:
    assert told(text, DONE, "s1.manage") == rules
