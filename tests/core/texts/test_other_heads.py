"""Another unit at the head of a sentence on what this unit did (N-10)."""

from __future__ import annotations

import pytest

from core.report.report import new_report
from tests.core.texts.filled_reports import filled, findings_of

TOWNSHIP, BUREAU = "青桐区人民政府白鹭街道办事处", "青桐区水利局"


def named(unit: str, text: str, code: str = "s1.request") -> list[str]:
    cells = {"t3.R01.C1": 24, "t3.R03.C1": 24}
    cells |= {"t2.licensing.decisions": 318, "fee.notices": 1, "fee.billed": 300, "fee.collected": 300}
    return [f.message for f in findings_of(filled(unit, code, text, cells), "N-10")]


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        (TOWNSHIP, "2024年，青桐区人民政府苍鹰街道办事处依托区政府网站公开信息386条。", "苍鹰街道办事处"),
        (TOWNSHIP, "全年，青桐区人民政府苍鹰街道办事处通过公众号发布信息90条。", "苍鹰街道办事处"),
        (BUREAU, "2024年，青桐区交通运输局共收到政府信息公开申请24件，均已办结。", "青桐区交通运输局"),
        (BUREAU, "本年度，青桐区人民政府收到政府信息公开申请24件。", "青桐区人民政府"),
    ],
)
def test_another_unit_acts_in_place_of_this_one(unit: str, text: str, name: str) -> None:
    assert any(name in message for message in named(unit, text))


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (TOWNSHIP, "2024年，青桐区人民政府白鹭街道办事处依托区政府网站公开信息386条。"),
        (TOWNSHIP, "青桐区人民政府办公室依托区政府网站为街道开设专栏，公开信息386条。"),
        (BUREAU, "2024年，青桐区政务服务中心共收到政府信息公开申请61件，其中转我局24件。"),
        (BUREAU, "2024年，青桐区水利局共收到政府信息公开申请24件。"),
        (BUREAU, "2024年，区水利局共收到政府信息公开申请24件。"),
    ],
)
def test_what_is_named_beside_this_unit_is_left_alone(unit: str, text: str) -> None:
    assert named(unit, text) == []


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        (
            BUREAU,
            "2024年，青桐区交通运输局（以下简称我局）依托门户网站开设专栏，汇集政策文件164份。",
            "青桐区交通运输局",
        ),
        (TOWNSHIP, "银杏县人民政府办公室（简称“我办”）以门户网站为第一平台。", "银杏县人民政府办公室"),
        (BUREAU, "本年度青桐区交通运输局发出信息处理费收费通知1件，总金额300元，实际收取300元。", "青桐区交通运输局"),
        (BUREAU, "全年，青桐区交通运输局办理行政许可318件。", "青桐区交通运输局"),
    ],
)
def test_another_unit_is_called_ours_or_decides_what_is_ours(unit: str, text: str, name: str) -> None:
    code = "s6" if "收费" in text else "s1.active"
    assert any(name in message for message in named(unit, text, code))


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (BUREAU, "2024年，青桐区水利局（以下简称我局）依托门户网站开设专栏。"),
        (BUREAU, "本年度青桐区水利局发出信息处理费收费通知1件，总金额300元，实际收取300元。"),
        (BUREAU, "全年，青桐区交通运输局办理行政许可52件，我局办理行政许可318件。"),
        ("青桐区人民政府", "全年，青桐区交通运输局办理行政许可318件。"),
    ],
)
def test_another_unit_beside_ours_is_left_alone(unit: str, text: str) -> None:
    assert named(unit, text, "s6" if "收费" in text else "s1.active") == []


def old_years(text: str) -> list[str]:
    report = new_report(BUREAU, "政府部门", 2024).with_texts({"s1.oversight": text})
    return [f.message for f in findings_of(report, "N-08")]


@pytest.mark.parametrize(
    ("text", "is_left_over"),
    [
        ("2023年1月1日至2023年12月31日，区政府办开展监测4次，通报问题73个，已整改70个。", True),
        ("2023年1月1日至12月31日，我局自查栏目2轮，整改问题9个。", True),
        ("2024年1月1日至2024年12月31日，区政府办开展监测4次，通报问题73个，已整改70个。", False),
        ("2023年1月1日至2023年12月31日，我局自查栏目2轮；2024年自查4轮。", False),
        ("2023年1月，我局针对市级通报问题开展整改，2项已整改。", False),
    ],
)
def test_a_whole_year_that_is_the_one_before(text: str, is_left_over: bool) -> None:
    assert bool(old_years(text)) is is_left_over


@pytest.mark.parametrize(
    ("text", "is_left_over"),
    [
        ("2023年，我区公开信息6930条，召开发布会7场，比上年均有增长。", True),
        ("2023年，我局公开信息6930条，同比有所上升。", True),
        ("2023年，全区公开信息6930条，较去年略有减少。", True),
        ("2024年，我区公开信息6930条，比上年均有增长。", False),
        ("公开信息6930条，比2023年均有增长。", False),
        ("2023年公开信息6100条，2024年公开6930条，同比有所增长。", False),
    ],
)
def test_a_year_before_that_is_compared_with_its_own_last_year(text: str, is_left_over: bool) -> None:
    assert bool(old_years(text)) is is_left_over


@pytest.mark.parametrize(
    ("unit", "text", "other"),
    [
        ("麻水县退役军人事务局", "2023年度，麻水县民政局未发出信息处理费收费通知。", "麻水县民政局"),
        ("麻水县退役军人事务局", "本年度，麻水县教育局没有收取信息处理费。", "麻水县教育局"),
        ("麻水县退役军人事务局", "全年麻水县水利局未发生行政复议。", "麻水县水利局"),
        ("双河县市场监督管理局", "一年来，平湖县市场监督管理局健全信息发布台账。", "平湖县市场监督管理局"),
        ("双河县市场监督管理局", "2024年，平湖县市场监督管理局组织培训4次。", "平湖县市场监督管理局"),
        ("双河县人民政府办公室", "今年，平湖县人民政府办公室优化了查询功能。", "平湖县人民政府办公室"),
    ],
)
def test_an_office_like_the_unit_cannot_act_for_it(unit: str, text: str, other: str) -> None:
    (message,) = named(unit, text, "s1.manage")
    assert other in message


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("麻水县退役军人事务局", "2023年度，麻水县退役军人事务局未发出信息处理费收费通知。"),
        ("麻水县退役军人事务局", "申请人称，麻水县民政局未作出答复，已告知其另行申请。"),
        ("麻水县退役军人事务局", "麻水县民政局未提供的材料由我局补充。"),
        ("麻水县退役军人事务局", "麻水县人民政府未发出收费通知。"),
        ("麻水县退役军人事务局", "全年麻水县司法局未作出责令整改决定。"),
        ("双河县市场监督管理局", "平湖县市场监督管理局来我局交流信息公开工作。"),
        ("双河县市场监督管理局", "云州市市场监督管理局制定了审查办法。"),
        ("双河县市场监督管理局", "2024年，平湖县市场监督管理局将3件申请转来，已办结。"),
        ("双河县市场监督管理局", "双河县司法局组织培训2次。"),
    ],
)
def test_other_offices_may_be_spoken_of(unit: str, text: str) -> None:
    assert named(unit, text, "s1.manage") == []


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        (BUREAU, "2024年，青桐区财政局坚持“谁起草、谁定性”，我局发文先由起草人填公开属性。", "青桐区财政局"),
        (BUREAU, "青桐区发展和改革局成立政务公开领导小组，我局全年开展自查4次。", "青桐区发展和改革局"),
        (BUREAU, "2024年，青桐区教育局完成政务公开专栏改版，我局公众号发布信息312条。", "青桐区教育局"),
        (BUREAU, "青桐区交通运输局健全政府信息公开属性源头认定机制，我局审查公文320件。", "青桐区交通运输局"),
        (BUREAU, "2024年，青桐区民政局配备政务公开专职人员2名，我局举办培训3次。", "青桐区民政局"),
        (BUREAU, "青桐区教育局把政务公开纳入年度考评，我局各科室均达标。", "青桐区教育局"),
        (TOWNSHIP, "2024年，青桐区人民政府苍鹰街道办事处把公开纳入社区绩效，10个社区得满分。", "苍鹰街道办事处"),
        (TOWNSHIP, "青桐区人民政府苍鹰街道办事处坚持以公开促规范，发布信息90条。", "苍鹰街道办事处"),
        (TOWNSHIP, "青桐区人民政府苍鹰街道办事处成立政务公开领导小组，主任任组长。", "苍鹰街道办事处"),
        (TOWNSHIP, "青桐区人民政府苍鹰街道办事处开展政务公开培训2次。", "苍鹰街道办事处"),
        (TOWNSHIP, "青桐区人民政府苍鹰街道办事处完善信息发布审核制度。", "苍鹰街道办事处"),
    ],
)
def test_another_unit_puts_our_house_in_order(unit: str, text: str, name: str) -> None:
    assert any(name in message for message in named(unit, text, "s1.oversight"))


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (BUREAU, "青桐区财政局统一部署预决算公开，我局按期公开部门预算。"),
        (BUREAU, "青桐区政务服务和数据管理局完成政务公开专栏改版，我局栏目已调整。"),
        (BUREAU, "青桐区财政局建立预决算公开统一平台，我局决算已公开。"),
        (BUREAU, "青桐区发展和改革局成立信用信息公开领导小组，我局为成员单位。"),
        (BUREAU, "青桐区水利局成立政务公开领导小组，我局全年自查4次。"),
        (BUREAU, "青桐区人民政府坚持公开为常态，我局全年发布信息210条。"),
        (BUREAU, "区教育局把政务公开纳入年度考评，我局派员参加。"),
        (TOWNSHIP, "青桐区人民政府苍鹰街道办事处组织干部到我街道学习政务公开工作。"),
        (TOWNSHIP, "青桐区人民政府苍鹰街道办事处将2个社区划入我街道，信息由我街道继续公开。"),
        (TOWNSHIP, "青桐区人民政府将政务公开纳入考核，我街道得分93分。"),
    ],
)
def test_what_others_do_for_us_is_left_alone(unit: str, text: str) -> None:
    assert named(unit, text, "s1.oversight") == []


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        ("白杨坪乡人民政府", "松林镇人民政府2024年未收取信息处理费，无其他需要报告的事项。", "松林镇人民政府"),
        ("白杨坪乡人民政府", "松林镇人民政府未收取信息处理费。", "松林镇人民政府"),
        ("白杨坪镇人民政府", "2024年，青桐区东街街道办事处主动公开信息90条。", "东街街道办事处"),
        (BUREAU, "青桐区交通运输局2024年未收取信息处理费。", "青桐区交通运输局"),
    ],
)
def test_a_unit_of_another_sort_is_named_with_a_year(unit: str, text: str, name: str) -> None:
    assert any(name in message for message in named(unit, text, "s6"))


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("白杨坪乡人民政府", "白杨坪乡人民政府2024年未收取信息处理费。"),
        ("白杨坪乡人民政府", "乡人民政府2024年未收取信息处理费。"),
        ("白杨坪乡人民政府", "与松林镇人民政府联合开展交流1次。"),
        ("白杨坪乡人民政府", "松林镇人民政府组织干部来我乡交流学习。"),
        ("白杨坪乡人民政府", "各镇人民政府、街道办事处2024年未收取信息处理费。"),
        (BUREAU, "青桐区水利局2024年未收取信息处理费。"),
    ],
)
def test_own_names_with_a_year_are_left_alone(unit: str, text: str) -> None:
    assert named(unit, text, "s6") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市水务局调整政务公开领导小组，局主要负责同志任组长，全年专题研究2次。", "市水务局"),
        ("区教育局成立政务公开工作领导小组，局长任组长。", "区教育局"),
        ("2024年，区民政局把政务公开纳入年度考核，局党组专题研究2次。", "区民政局"),
        ("青桐区财政局调整充实政务公开领导小组，由局主要负责同志任组长。", "青桐区财政局"),
        ("区卫生健康局健全信息公开审查制度，局办公室负责汇总。", "区卫生健康局"),
        ("区住房和城乡建设局配备专职信息公开人员2名，局办公室统一管理。", "区住房和城乡建设局"),
        ("区发展和改革委员会完善信息公开制度，委办公室逐件审核。", "区发展和改革委员会"),
    ],
)
def test_another_department_is_told_of_as_by_itself(text: str, name: str) -> None:
    assert [name in message for message in named(BUREAU, text, "s1.oversight")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "我局调整政务公开领导小组，局主要负责同志任组长。",
        "区政务服务和数据管理局组织全区政务公开培训，局主要负责同志带队参加。",
        "区财政局与我局联合开展公开日活动，局领导参加。",
        "区政府办公室召开政务公开会议，局主要负责同志参加。",
        "局政务公开领导小组由局长任组长，局办公室负责。",
        "各镇街财政所健全公开制度，局办公室负责汇总。",
        "按照区财政局要求完善公开制度，局办公室负责。",
        "区审计局开展政务公开专项审计，局党组认真整改。",
    ],
)
def test_who_asks_us_or_joins_us_is_no_other_head(text: str) -> None:
    assert named(BUREAU, text, "s1.oversight") == []


def test_a_head_whose_name_ends_as_the_unit_does_is_another_one() -> None:
    text = "县水务局政府信息公开工作在县委领导下扎实推进。"
    assert any("县水务局" in message for message in named("青桐县税务局", text, "s1.active"))
    assert named("青桐县水务局", text, "s1.active") == []


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        (BUREAU, "我局（青桐区林业和草原局）在区政府网站的专栏更新信息126条。", "青桐区林业和草原局"),
        (BUREAU, "2024年，本局(青桐区民政局)发布信息90条。", "青桐区民政局"),
        (BUREAU, "专栏由我局（银杏县水利局）负责维护。", "银杏县水利局"),
        ("青桐区人民政府办公室", "我办（银杏县人民政府办公室）开设专栏3个。", "银杏县人民政府办公室"),
        ("白杨坪镇人民政府", "我镇（银杏县松林镇人民政府）开设专栏3个。", "松林镇人民政府"),
        ("青桐区人民政府办公室", "银杏区人民政府办公室2024年共新收政府信息公开申请24件。", "银杏区人民政府办公室"),
        (BUREAU, "青桐区交通运输局2024年收到政府信息公开申请24件。", "青桐区交通运输局"),
    ],
)
def test_another_name_is_given_to_ourselves(unit: str, text: str, name: str) -> None:
    assert any(name in message for message in named(unit, text))


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (BUREAU, "我局（青桐区水利局）在区政府网站的专栏更新信息126条。"),
        (BUREAU, "我局（区水利局）更新信息126条。"),
        (BUREAU, "我局（原青桐区水务局）更新信息126条。"),
        (BUREAU, "我局（含所属事业单位）更新信息126条。"),
        (BUREAU, "我局（青桐区河长制办公室）更新信息126条。"),
        ("青桐区农业农村局", "我局（青桐区乡村振兴局）更新信息126条。"),
        ("青桐区人民政府办公室", "我办（青桐区政务公开工作领导小组办公室）开展检查2次。"),
        ("青桐区人民政府办公室", "青桐区人民政府办公室2024年共新收政府信息公开申请24件。"),
        (BUREAU, "青桐区政务服务中心2024年收到政府信息公开申请61件，其中转我局24件。"),
    ],
)
def test_our_own_names_in_brackets_are_left_alone(unit: str, text: str) -> None:
    assert named(unit, text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("本报告中“本机关”指青桐区民政局。", 1),
        ("本报告中“本机关”指青桐区水利局。", 0),
    ],
)
def test_whom_our_own_words_mean(text: str, count: int) -> None:
    assert len(named(BUREAU, text, "lead")) == count
