"""Every unit calls itself by its kind: 关区, 集团公司, 中心, 全院, 我支队 are the unit itself, 我局."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.claims.claim import Claim
from core.texts.reading.reader import read_text
from tests.core.texts.filled_reports import claims_in, filled, wrong_quotes
from tests.core.texts.nine_offices import Office, rules_found

CELLS = {
    "t3.R01.C1": 20, "t3.R01.C2": 5, "t3.R02.C1": 2, "t3.R03.C1": 11, "t3.R03.C2": 3, "t3.R04.C1": 4,
    "t3.R13.C1": 5, "t3.R13.C2": 1, "t3.R16.C1": 1, "t3.R25.C1": 1, "t3.R25.C2": 1,
    "t4.review.upheld": 3, "t4.review.corrected": 1, "t4.review.total": 4,
    "t4.direct.upheld": 1, "t4.direct.total": 1,
}  # fmt: skip
NAMES = {
    "琼台海关": ("关区", "海关", "本关", "我关", "全关", "本关区", "全关区"),
    "浔江水务集团有限公司": ("集团公司", "集团", "公司", "本公司", "我集团", "集团本部", "集团上下"),
    "青浦市公共交通有限责任公司": ("公司", "我公司", "全公司"),
    "霞洲市住房公积金管理中心": ("中心", "我中心", "全中心", "公积金中心"),
    "江州职业技术学院": ("学院", "我院", "我校", "全院"),
    "江州大学": ("学校", "我校", "本校", "全校"),
    "青山县第一中学": ("学校", "全校"),
    "平湖市人民医院": ("医院", "我院", "全院"),
    "海州市消防救援支队": ("支队", "我支队", "全支队", "支队机关"),
    "海东省公安厅交通警察总队": ("总队", "我总队", "全总队"),
    "沂水县综合行政执法大队": ("大队", "本大队", "全大队"),
    "东湾经济技术开发区管理委员会": ("管委会", "园区", "经开区", "我管委会"),
    "宁川高新技术产业开发区管理委员会": ("高新区", "高新区管委会", "本管委会"),
    "和平街道办事处": ("街道", "办事处", "我街道"),
    "青禾镇人民政府": ("镇政府", "我镇", "全镇"),
    "国家税务总局澜川县税务局城关税务分局": ("分局", "我分局"),
    "国家税务总局澜川县税务局城关税务所": ("税务所", "我所"),
    "平陵市图书馆": ("图书馆", "我馆", "全馆", "馆里"),
    "平陵市广播电视台": ("我台", "全台"),
    "平陵市环境监测站": ("我站", "全站"),
    "平陵市残疾人联合会": ("残联", "我会", "市残联"),
    "平陵市供销合作社联合社": ("联社", "我社"),
    "平陵市公路管理处": ("我处", "全处"),
    "平陵市自来水厂": ("水厂", "我厂", "全厂"),
    "中国人民银行平陵市分行": ("分行", "我行", "全行"),
    "平陵监狱": ("监狱", "我狱"),
}
FRAMES = (
    ("s3", "{d}2024年共收到政府信息公开申请{n}件，均已登记。", 25, 19, "N-01"),
    ("s3", "2024年{d}新收政府信息公开申请25件，上年结转{n}件。", 2, 6, "N-03"),
    ("s3", "全年{d}办结申请{n}件。", 25, 37, "N-04"),
    ("s3", "2024年，向{d}提出的信息公开申请共{n}件。", 25, 37, "N-01"),
    ("s3", "{d}全年予以公开{n}件，部分公开4件。", 14, 21, "N-05"),
    ("s4", "2024年，{d}因政府信息公开被申请行政复议{n}件。", 4, 9, "N-06"),
)
UNITS = [(unit, name) for unit, names in NAMES.items() for name in names]


@pytest.mark.parametrize(("unit", "name"), UNITS)
def test_a_unit_is_known_by_what_it_calls_itself(unit: str, name: str) -> None:
    office: Office = (unit, 2024, dict(CELLS))
    for code, frame, right, wrong, rule in FRAMES:
        assert rules_found(office, code, frame.format(d=name, n=right)) == set()
        assert rule in rules_found(office, code, frame.format(d=name, n=wrong)), frame


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("浔江水务集团有限公司", "集团公司收到25件，都是居民和企业提的。"),
        ("浔江水务集团有限公司", "2024年共收到申请25件，其中下属供水公司收到3件。"),
        ("浔江水务集团有限公司", "参股公司收到3件，子公司收到2件，均已转办。"),
        ("浔江水务集团有限公司", "申请获取管网图的2件为公司提出，其余由个人提出。"),
        ("浔江水务集团有限公司", "公司提出的5件，个人提出的20件。"),
        ("霞洲市住房公积金管理中心", "政务服务中心收到3件，已转我中心办理。"),
        ("霞洲市住房公积金管理中心", "窗口、12345热线和区县中心收到3件。"),
        ("平湖市人民医院", "附属医院收到3件，各院收到申请4件。"),
        ("琼台海关", "隶属海关收到申请4件，各现场收到5件。"),
        ("琼台海关", "全年关注企业诉求，关区企业提出申请5件。"),
        ("海州市消防救援支队", "各大队收到申请4件，支队收到申请25件。"),
        ("海东省公安厅交通警察总队", "支队收到申请4件，大队收到申请3件，总队收到申请25件。"),
        ("江州大学", "二级学院收到申请3件，学校收到申请25件。"),
        ("平陵市公路管理处", "本处罚决定书之外，我处收到申请25件。"),
        ("中国人民银行平陵市分行", "本行政区域内共有网点7个，我行收到申请25件。"),
        ("平陵市残疾人联合会", "我会将继续做好公开，全年收到申请25件。"),
    ],
)
def test_other_offices_and_applicants_are_not_the_unit(unit: str, text: str) -> None:
    assert rules_found((unit, 2024, dict(CELLS)), "s3", text) == set()


def test_what_is_quoted_stands_as_printed() -> None:
    (reading,) = read_text("s3", "2024年，“集团公司”收到申请19件。", 2024, "2021", "浔江水务集团有限公司")
    assert reading.quote == "“集团公司”收到申请19件"
    assert reading.key == "received"


def test_a_company_that_asks_stays_an_applicant() -> None:
    found: list[Claim] = claims_in(filled("浔江水务集团有限公司", "s3", "全年收到25件，其中公司申请3件。", dict(CELLS)))
    assert [(c.key, c.agrees) for c in found] == [("received", True), ("applicants", False)]


def test_what_the_government_of_a_town_has_done_is_not_its_offices() -> None:
    office: Office = ("青禾镇人民政府", 2024, dict(CELLS))
    assert rules_found(office, "s3", "全年镇政府办结申请37件。") == {"N-04"}
    assert rules_found(office, "s3", "全年镇政府办结申请25件。") == set()


BRANCH, BUREAU = "云岭市人力资源和社会保障局高新区分局", "青石县自然资源局"


@pytest.mark.parametrize(
    ("unit", "text", "quotes"),
    [
        (BRANCH, "分局没有行政处罚、行政强制权力事项。", ["没有行政处罚、行政强制权力事项"]),
        (BRANCH, "分局无行政处罚权。", ["无行政处罚权"]),
        (BRANCH, "分局没有独立的行政处罚主体资格，6件处罚决定均以市局名义作出。", []),
        (BRANCH, "分局没有独立的行政处罚主体资格。", ["没有独立的行政处罚主体资格"]),
        (BRANCH, "各分局没有行政处罚权。", []),
        (BUREAU, "分局没有行政处罚、行政强制权力事项。", []),
    ],
)
def test_a_branch_that_says_it_has_no_powers_speaks_of_itself(unit: str, text: str, quotes: list[str]) -> None:
    cells: dict[str, Number] = {"t2.licensing.decisions": 665, "t2.penalty.decisions": 6, "t2.coercion.decisions": 0}
    assert wrong_quotes(filled(unit, "s2", text, cells)) == quotes
