"""No backlog beside carried ones, a total that new and old ones do not make, numbers left out before their unit."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

LEFT = {"t3.R01.C1": 27, "t3.R01.C2": 2, "t3.R02.C1": 2, "t3.R03.C1": 20, "t3.R13.C1": 10, "t3.R25.C1": 1}
NONE_LEFT = {"t3.R01.C1": 27, "t3.R03.C1": 27}
UNIT = "江州市北湖区人民政府东风街道办事处"
BACKLOG = [
    ("2024年街道依申请公开办结率100%，件件有回音，没有一件积压。其中现场答复5件，其余采用邮寄和网上答复。", True),
    ("全年申请件件有答复，没有一件积压。", True),
    ("全年依申请公开办结率100%。", True),
    ("全年依申请公开没有积压件。", False),
    ("全年收到的申请全部办结，无一积压。", True),
    ("全年收到的申请无一件积压。", False),
    ("全年申请无积压。", False),
    ("全年申请办理零积压。", False),
    ("年底没有积压的申请。", False),
    ("没有一件申请拖到下一年。", True),
    ("没有一件超期，没有一件引发复议。", False),
    ("全年申请没有一件逾期。", False),
    ("对到期的申请件件答复，没有积压。", False),
    ("未到期的1件结转下年，其余没有一件积压。", False),
    ("除1件结转下年外，没有一件积压。", False),
    ("信访件没有一件积压。", False),
    ("申请全部按期答复，无一积压。", True),
    ("依申请公开办结率达到100%，零积压。", True),
    ("全年申请都已答复，没有任何积压。", True),
    ("申请件件有着落，年底没有积压。", True),
    ("办理12345热线诉求件件有回音，没有积压。", False),
    ("承办建议提案办结率100%，没有一件积压。", False),
    ("办结率100%，没有一件积压的信访件。", False),
    ("行政许可件件有回音，无一积压。", False),
    ("到期的申请办结率100%，没有一件积压。", False),
    ("除1件未到期外全部办结，没有积压。", False),
]
TOTALS = [
    ("全年街道新收依申请公开26件，上年结转2件，共31件需办理，比2022年增长两成。", True),
    ("新收申请26件，上年结转2件，共31件需办理。", True),
    ("新收申请29件，上年结转2件，共31件需办理。", False),
    ("新收申请28件，上年结转2件，共计办理31件。", True),
    ("新收申请26件，加上上年结转2件，合计31件。", True),
    ("新收申请29件，加上上年结转3件，合计31件。", True),
    ("新收申请29件，加上上年结转2件，合计32件。", True),
    ("收到申请26件，结转申请2件，应办理31件。", True),
    ("上年结转2件，本年新收27件，共31件。", True),
    ("上年结转2件，本年新收29件，共31件。", False),
    ("今年新收29件（其中自然人27件），上年结转2件，共31件需办理。", False),
    ("新收申请29件，其中网上26件、信函3件，连同上年结转2件，共31件。", False),
    ("网上收到26件，当面收到3件，上年结转2件，共31件需办理。", False),
    ("市本级收到26件，园区收到3件，上年结转2件，共31件需办理。", False),
    ("上半年新收26件，下半年新收3件，上年结转2件，共31件需办理。", False),
    ("今年一季度新收6件，全年共收到29件。", False),
]
BLANKS = [
    (
        "2024年我局因政府信息公开被申请行政复议、提起行政诉讼未发生件，结果维持、纠正0其他结果情况，局办公室全年组织条例学习2次，参加人员46人次。",
        True,
    ),
    ("2024年，我局因政府信息公开工作被申请行政复议、提起行政诉讼的均未发生件，其中维持、纠正件，其他结果。", True),
    ("2024年，我局因政府信息公开被申请行政复议件，提起行政诉讼件。", True),
    ("2024年，我局被申请行政复议0件，其中维持件、纠正件、其他结果件、尚未审结件。", True),
    ("2024年，我局没有发生件因政府信息公开引起的行政复议。", True),
    ("2024年，全镇因政府信息公开引发行政复议、行政诉讼共件。", True),
    ("2024年，全镇因政府信息公开引发的行政复议为件，行政诉讼为件。", True),
    ("2024年，我局未发生因政府信息公开被申请行政复议、提起行政诉讼的案件。", False),
    ("2024年，我局因政府信息公开被申请行政复议、提起行政诉讼的案件均未发生。", False),
    ("2024年，我局行政复议0件，行政诉讼0件，维持、纠正、其他结果均为0件。", False),
    ("2024年，我局行政复议、行政诉讼案件均未发生，无维持、纠正案件，也无其他结果。", False),
    ("2024年，我局没有发生一件因政府信息公开引起的行政复议、行政诉讼。", False),
    ("2024年，我局没有行政复议件、行政诉讼件在办。", False),
    ("2024年，我局未发生行政复议事件、诉讼事件。", False),
    ("2024年，我局未发生行政复议、行政诉讼，维持、纠正、其他结果都是零。", False),
    ("2024年，我局零复议、零诉讼。", False),
    ("本年度行政复议和行政诉讼未发生共有0件，被均维持，我局将做好释法明理工作。", True),
    ("我局没有未发生政府信息公开行政复议、行政诉讼。", True),
    ("2024年未发生无正当理由拒绝答复而引起的行政复议、行政诉讼。", False),
    ("2024年我局未发生因政府信息公开申请行政复议、提起行政诉讼的情况，审结、未审结件数均为0。", False),
    ("全年收到政府信息公开申请14件，其中予以公开件、不予公开件。", True),
    ("全年收到政府信息公开申请14件，办结件。", True),
    ("全年收到申请14件，办结件14件，公开件14件。", False),
    ("全年收到申请14件，其中来件14件，办件质量较高。", False),
    ("全年收到申请14件，均为公开件。", False),
    ("全年收到政府信息公开申请件14件，都是自然人提出的。", False),
]


@pytest.mark.parametrize(("text", "is_wrong"), BACKLOG)
def test_no_backlog_where_all_is_done_is_said_of_all(text: str, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled(UNIT, "s1.request", text, LEFT))) is is_wrong
    assert wrong_quotes(filled(UNIT, "s1.request", text, NONE_LEFT)) == [] or "1件" in text


@pytest.mark.parametrize(("text", "is_wrong"), TOTALS)
def test_new_and_old_ones_make_their_total(text: str, is_wrong: bool) -> None:
    report = filled(UNIT, "s1.request", text, LEFT)
    assert bool(wrong_quotes(report) or findings_of(report, "N-24")) is is_wrong


@pytest.mark.parametrize(("text", "is_wrong"), BLANKS)
def test_a_unit_without_its_number(text: str, is_wrong: bool) -> None:
    code = "s4" if "复议" in text else "s1.request"
    report = filled("宁川市统计局", code, text, {"t3.R01.C1": 14, "t3.R03.C1": 14})
    assert bool(findings_of(report, "N-12", "N-20")) is is_wrong
