"""For every rule on texts a report that holds, one that breaks it, one with blanks, and the sentence expected."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.report.entry_text import Number
from core.report.report import Report, new_report

UNIT = "青原县水利局"
YEAR = 2024

CELLS: dict[str, Number] = {
    "t3.R01.C1": 12,
    "t3.R01.C2": 3,
    "t3.R02.C1": 2,
    "t3.R03.C1": 9,
    "t3.R04.C1": 3,
    "t3.R08.C1": 1,
    "t3.R10.C2": 1,
    "t3.R13.C1": 1,
    "t3.R23.C2": 1,
    "t3.R25.C2": 1,
    "t4.review.upheld": 2,
    "t4.review.pending": 1,
    "t4.direct.upheld": 1,
    "t2.licensing.decisions": 656,
    "t2.normative.issued": 3,
    "t2.normative.in_force": 25,
}

TEXTS = {
    "s1.active": "2024年，我局主动公开政府信息492条。",
    "s1.request": "全年受理政府信息公开申请15件，均在法定期限内答复。",
    "s1.manage": "加强政府信息管理，落实保密审查。",
    "s1.platform": "维护县政府网站水利专栏，更新信息120条。",
    "s1.oversight": "开展业务培训2次，工作考核和社会评议结果良好，无责任追究情形。",
    "s5": "存在的问题：公开内容不够丰富，更新不够及时。改进措施：细化公开目录，按月检查，今后继续加强培训。",
    "s6": "本年度未收取信息处理费。",
}


@dataclass(frozen=True, slots=True)
class TextRuleExample:
    """One rule on texts.

    Attributes:
        holds: Texts or metadata with which it is silent, laid over a correct report.
        breaks: The same with which it speaks.
        message: What it then says.
        blanks: Codes emptied (or, for a code of a table, the whole table) so that it is silent on ``breaks`` again;
            empty where blanks do not silence it.
        places: What it marks, as the marked stretches of the source texts.
        cells: The cells it paints.
        level: Its level.
        last_year: Texts of last year's report.
    """

    rule_id: str
    holds: dict[str, str]
    breaks: dict[str, str]
    message: str
    blanks: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    level: str = "warning"
    last_year: dict[str, str] = field(default_factory=dict)
    zeros: tuple[str, ...] = ()


def report_with(changes: dict[str, str], blanks: tuple[str, ...] = (), zeros: tuple[str, ...] = ()) -> Report:
    """Return the correct report with other texts or metadata, emptied tables and tables of zeros."""
    report = new_report(UNIT, "政府部门", YEAR)
    report = report.with_cells(dict.fromkeys(report.form.entered, 0))
    report = report.with_cells(CELLS)
    report = report.with_texts(TEXTS)
    for code, text in changes.items():
        report = report.with_texts({code: text})
    for code in blanks:
        for cell in [c for c in report.cells if c == code or c.startswith(f"{code}.")]:
            report = report.with_cells({cell: None})
        report = report.with_texts({code: ""})
    for table in zeros:
        report = report.with_cells({cell: 0 for cell in report.cells if cell.startswith(f"{table}.")})
    return report


_LONG = "青原县水利局扎实推进政府信息公开各项工作，持续提升公开质量和服务水平，" * 40
_OLD_S5 = (
    "公开的范围还不够广，公开的内容不够丰富，政策解读不理想。我局将制作图文教程，更新办事指南，利用政务新媒体提高宣传质量，"
    "加强民生项目的公开力度，围绕群众关心的重点内容做好公开工作，确保各项整改措施落到实处、取得实效。"
)

_ONLY_OPENING = {code: "" for code in TEXTS if code.startswith("s1.")}

EXAMPLES = (
    TextRuleExample(
        "N-01",
        {"s3": "全年收到申请17件（含上年结转2件）。"},
        {"s3": "全年收到政府信息公开申请51件。"},
        "第三部分表前文字写的是“全年收到政府信息公开申请51件”，表中本年新收15件，加上上年结转2件共17件，请核对。",
        blanks=("t3",),
        places=("51件",),
        cells=("t3.R01.C7", "t3.R02.C7"),
    ),
    TextRuleExample(
        "N-02",
        {"s3": "本年度未收到信函方式的申请。"},
        {"s3": "2024年，我局未收到政府信息公开申请。"},
        "第三部分表前文字写的是“未收到政府信息公开申请”，但表中本年新收15件，加上上年结转2件共17件，请核对。",
        blanks=("t3",),
        places=("未收到政府信息公开申请",),
        cells=("t3.R01.C7",),
    ),
    TextRuleExample(
        "N-03",
        {"s3": "上年结转2件，结转2025年度继续办理1件。"},
        {"s3": "上年结转2件，结转下年度3件。"},
        "第三部分表前文字写的是“结转下年度3件”，表中“结转下年”是1件，请核对。",
        blanks=("t3",),
        places=("3件",),
        cells=("t3.R25.C7",),
    ),
    TextRuleExample(
        "N-04",
        {"s3": "按时办结，8件申请人撤销。共办结16件。"},
        {"s3": "全年办结政府信息公开申请十五件。"},
        "第三部分表前文字写的是“全年办结政府信息公开申请十五件”，表中“（七）总计”是16件，请核对。",
        blanks=("t3",),
        places=("十五件",),
        cells=("t3.R24.C7",),
    ),
    TextRuleExample(
        "N-05",
        {"s3": "予以公开及部分公开12件，占75%；不予公开2件。"},
        {"s3": "予以公开及部分公开10件。"},
        "第三部分表前文字写的是“予以公开及部分公开10件”，表中予以公开9＋部分公开3＝12件，请核对。",
        blanks=("t3",),
        places=("10件",),
        cells=("t3.R03.C7", "t3.R04.C7"),
    ),
    TextRuleExample(
        "N-06",
        {"s4": "我局全年办理行政复议312件，其中涉及政府信息公开3件；行政诉讼1件。"},
        {"s4": "行政复议3件，行政诉讼1件，均获维持。"},
        "第四部分表前文字写的是“均获维持”，但表中“行政复议·尚未审结”是1件，请核对。",
        blanks=("t4",),
        places=("均获维持",),
    ),
    TextRuleExample(
        "N-07",
        {"s2": "办理行政许可事项656件，公开行政许可信息120件。"},
        {"s2": "办理行政许可事项665件。"},
        "第二部分表前文字写的是“办理行政许可事项665件”，表中“行政许可·本年处理决定数量”是656件，请核对。",
        blanks=("t2",),
        places=("665件",),
        cells=("t2.licensing.decisions",),
    ),
    TextRuleExample(
        "T2-06",
        {"s2": "我局无行政处罚、行政强制权力事项。无行政事业收费事项。"},
        {"s2": "我局无行政许可、行政处罚权力事项。"},
        "第二部分表前文字写的是“无行政许可、行政处罚权力事项”，但表中“行政许可·本年处理决定数量”是656件，请核对。",
        blanks=("t2",),
        places=("无行政许可、行政处罚权力事项",),
        cells=("t2.licensing.decisions",),
    ),
    TextRuleExample(
        "N-08",
        {"s1.active": "2024年，我局公开信息492条，比2023年增加12条。自2019年起公开部门决算。"},
        {"s1.active": "2023年，我局主动公开政府信息492条。"},
        "第一部分“主动公开”出现2023年，报告年度是2024年：“2023年”，请核对年份。",
        blanks=("meta.year",),
        places=("2023年",),
    ),
    TextRuleExample(
        "N-09",
        {"lead": "本报告所列数据的统计期限为2024年1月1日至12月31日。"},
        {"lead": "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"},
        "引言的统计期限写的是“2023年1月1日起至2023年12月31日”，应为2024年1月1日至2024年12月31日，请核对。",
        blanks=("meta.year",),
        places=("2023年1月1日起至2023年12月31日",),
    ),
    TextRuleExample(
        "N-10",
        {"lead": "现公布青原县水利局2024年政府信息公开工作年度报告。"},
        {"lead": "现公布青原县林业局2024年政府信息公开工作年度报告。"},
        "引言写的单位是“青原县林业局”，基本信息中的单位是“青原县水利局”，请核对。",
        blanks=("meta.unit",),
        places=("青原县林业局",),
    ),
    TextRuleExample(
        "N-11",
        {
            "lead": "根据《中华人民共和国政府信息公开条例》（国令第711号）和《国务院办公厅关于印发〈格式〉的通知》"
            "（国办公开办函〔2021〕30号）编制。"
        },
        {"lead": "根据《中华人民共和国政府信息公开条例》（国务院令第492号）和国办公开办函〔2019〕60号编制。"},
        "引言的引用请核对：“国务院令第492号”应为国务院令第711号；"
        "“国办公开办函〔2019〕60号”不是现行格式的文号，应为国办公开办函〔2021〕30号。",
        places=("国务院令第492号", "国办公开办函〔2019〕60号"),
    ),
    TextRuleExample(
        "N-12",
        {"s1.platform": "依托【一图读懂】栏目发布解读12篇，本级网站7×24小时运行。"},
        {"s1.platform": "[bookmark: _GoBack]维护××网站，更新信息__条。"},
        "第一部分“政府信息公开平台建设”中有未填完或多余的内容："
        "“[bookmark: _GoBack]”（Word 书签等代码）、“××”（待填的占位）、“__”（待填的占位），请补填或删除。",
        places=("[bookmark: _GoBack]", "××", "__"),
    ),
    TextRuleExample(
        "N-13",
        {"s5": "一是公开不够及时，二是解读不够通俗。下一步一要加强培训，二要完善机制，提升公开质量和实效。"},
        {"s5": "问题：一是公开不够及时，三是解读不够通俗。下一步将加强培训，完善机制，提升公开质量。"},
        "第五部分的编号不连续：“一是”之后应是“二是”，请核对。",
        places=("三",),
    ),
    TextRuleExample(
        "N-14",
        _ONLY_OPENING | {"s1": "主动公开、依申请公开、信息管理、网站平台、监督培训均有进展。"},
        _ONLY_OPENING | {"s1": "主动公开、依申请公开、监督培训均有进展。"},
        "第一部分没有写到：政府信息管理、政府信息公开平台建设，请补写。",
        blanks=("s1",),
    ),
    TextRuleExample(
        "N-14c",
        _ONLY_OPENING | {"s1": "加强信息管理。"},
        {"s1.manage": "", "s1": "加强信息管理。"},
        "第一部分的小标题“（三）政府信息管理”下没有文字，请补写。",
        blanks=tuple(code for code in TEXTS if code.startswith("s1.")),
    ),
    TextRuleExample(
        "N-14b",
        {"s1": "青原县水利局推进公开。"},
        {"s1": _LONG},
        f"第一部分共{len(_LONG) + sum(len(TEXTS[c]) for c in TEXTS if c.startswith('s1'))}字，"
        "原则上不超过1000字，请酌情精简。",
    ),
    TextRuleExample(
        "N-15",
        {"meta.unit_type": "各级人民政府"},
        {"meta.unit_type": "各级人民政府", "s1.oversight": "开展业务培训2次，开展年度考核。"},
        "“监督保障”没有写到社会评议、责任追究，各级人民政府的报告应写考核、评议、追责三项，没有的也请说明。",
        blanks=("s1.oversight",),
    ),
    TextRuleExample(
        "N-16",
        {"s5": TEXTS["s5"]},
        {"s5": "无。"},
        "第五部分“存在的主要问题及改进情况”没有写出内容（只写“无”不算），请写主要问题和改进措施。",
        places=("无。",),
    ),
    TextRuleExample(
        "N-17",
        {"s6": "未收取信息处理费。"},
        {"s6": "无其他需要报告的事项。"},
        "第六部分没有写信息处理费的收取情况，请补写。",
        places=("无其他需要报告的事项。",),
    ),
    TextRuleExample(
        "N-18",
        {
            "s5": "今年新发现申请答复的说理不足，复议案件暴露程序问题，"
            "已修订流程并聘请法律顾问，逐件审核答复文书，按季通报。"
        },
        {"s5": _OLD_S5.replace("图文教程", "视频教程")},
        "第五部分与上年报告约有98%相同，请写本年的问题和改进情况。",
        blanks=("s5",),
        last_year={"s5": _OLD_S5},
    ),
    TextRuleExample(
        "N-19",
        {},
        {
            "s1.active": "各地区、各部门坚持以公开为常态，不断完善主动公开目录，持续提升公开质量，取得新的成效。",
            "s1.request": "依法办理依申请公开，规范答复流程，申请人满意程度不断提高，依申请公开各项制度持续健全。",
            "s1.manage": "加强信息管理，严格保密审查。",
            "s1.platform": "加强平台建设，优化栏目设置。",
            "s1.oversight": "加强监督保障，强化业务培训。",
        },
        "第一部分没有一个数字，请写本单位的数据。",
        level="hint",
    ),
    TextRuleExample(
        "N-20",
        {"s4": "本年度未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。"},
        {"s4": "我局本年度因政府信息公开被行政复议、行政诉讼情况。"},
        "第四部分表前文字的“我局本年度因政府信息公开被行政复议、行政诉讼情况”像是缺了“未发生”或“无”，请核对语句。",
        places=("我局本年度因政府信息公开被行政复议、行政诉讼情况",),
        zeros=("t4",),
    ),
    TextRuleExample(
        "N-21",
        {"lead": "如有疑问，请致电0796-7012345，邮编343000，信箱xxgk@qingyuan.gov.cn。"},
        {"lead": "如有疑问，请致电13800138000，邮箱qyslj@qq.com。"},
        "引言出现手机号、个人邮箱：“13800138000”、“qyslj@qq.com”，请确认可以公开。",
        places=("13800138000", "qyslj@qq.com"),
        level="hint",
    ),
    TextRuleExample(
        "N-22",
        {"s6": "未收取信息处理费（0.5元/页），电话：0796-7012345，网址：http://a.gov.cn。"},
        {"s6": "未收取信息处理费,无其他事项。。"},
        "第六部分有2处标点需要整理：中文之间用了半角标点、重复的标点。",
        places=(",", "。。"),
        level="hint",
    ),
    TextRuleExample(
        "N-23",
        {"s1.manage": "严格审查国家秘密、商业秘密，不予公开属于三类内部事务信息的内容。"},
        {"s1.manage": "机密★5年\n加强政府信息管理。"},
        "第一部分“政府信息管理”出现“机密★”，请确认已经过保密审查。",
        places=("机密★",),
        level="hint",
    ),
    TextRuleExample(
        "N-24",
        {"s1.active": "全年公开信息284条，其中机构职能46条、政策文件73条、其他165条。"},
        {"s1.active": "全年公开信息284条，其中机构职能46条、政策文件73条、其他167条。"},
        "第一部分“主动公开”中各分项相加是46＋73＋167＝286条，合计写的是284条，请核对。",
        places=("284条", "46条", "73条", "167条"),
    ),
    TextRuleExample(
        "N-24",
        {"s1.oversight": "发放问卷200份，收回185份，满意174份，满意率94.1%。"},
        {"s1.oversight": "发放问卷200份，收回185份，满意174份，满意率97.0%。"},
        "第一部分“监督保障”写的是97.0%，按文中的174÷200是87.0%，请核对。",
        places=("97.0%",),
    ),
    TextRuleExample(
        "N-25",
        {"lead": "青原县水利局2024年政府信息公开工作年度报告于2025年1月15日在县政府网站公布。"},
        {"lead": "青原县水利局2024年政府信息公开工作年度报告于2024年1月15日在县政府网站公布。"},
        "引言写的是“2024年1月15日在县政府网站公布”，2024年的年度报告不会在2024年内公布，请核对日期。",
        places=("2024年1月15日在县政府网站公布",),
    ),
    TextRuleExample(
        "N-26",
        {"lead": "本报告由六个部分组成。"},
        {"lead": "本报告由五个部分组成。"},
        "引言写的是“五个部分”，年度报告的格式是6个部分，请核对。",
        level="hint",
        places=("五个部分",),
    ),
    TextRuleExample(
        "N-27",
        {"lead": "联系电话：0796-7012345。", "meta.phone": "0796-7012345"},
        {"lead": "联系电话：0796-7012354。", "meta.phone": "0796-7012345"},
        "引言写的电话是“0796-7012354”，基本信息中的联系电话是“0796-7012345”，请核对。",
        blanks=("meta.phone",),
        places=("0796-7012354",),
    ),
)
