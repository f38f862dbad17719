"""Writes the shipped sample ``resources/samples/示例.xlsx``: an invented unit, complete and 可送审.

Its figures are those of one real published report (行政许可 656 件, no applications, no cases); unit and texts are
invented. Run it again after the draft format or a rule on texts has changed: ``python -m build_scripts.make.sample``.
"""

from core.base.resources import resource_path
from core.draft.workbook import save_draft
from core.office.carry_over import SAMPLE_AUTHOR
from core.report.report import Report, new_report
from core.validation.validation import check_report

UNIT = "云岭市人力资源和社会保障局高新区分局"
YEAR = 2025

META = {
    "meta.scope": "本机关",
    "meta.level": "市级",
    "meta.contact": "分局办公室",
    "meta.phone": "0000-1234567",
    "meta.website": "https://www.example.gov.cn/gxrs",
    "meta.author": SAMPLE_AUTHOR,
}

TEXTS = {
    "lead": (
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发"
        "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，"
        "云岭市人力资源和社会保障局高新区分局（以下简称“分局”）编制本报告。"
        "本报告所列数据的统计期限自2025年1月1日至2025年12月31日，电子版可在高新区管委会网站“政府信息公开”栏目下载。"
        "如对本报告有疑问，请与分局办公室联系（电话：0000-1234567）。"
    ),
    "s1.active": (
        "分局围绕就业创业、社会保险、劳动关系三类群众最关心的事项做好主动公开，"
        "全年通过高新区管委会网站公开政府信息92条，其中政策文件及解读21条、办事指南和业务通知48条、工作动态23条。"
        "同步在办事大厅电子屏和公告栏更新就业补贴、社保缴费等内容。"
    ),
    "s1.request": (
        "2025年分局新收政府信息公开申请{t3.R01.C7}件，上年结转{t3.R02.C7}件，结转下年度继续办理{t3.R25.C7}件。"
        "分局公布了申请受理的地址、电话和邮箱，安排专人每日查看申请渠道，并按季度检查登记台账。"
    ),
    "s1.manage": (
        "分局落实先审查后公开制度，拟公开信息由经办科室提出意见、办公室复核、分管负责人审定，"
        "全年未发生泄密或者不当公开的情况。对网站上的历史信息开展了一次清理，更正办事指南中已经变更的窗口电话和材料清单。"
    ),
    "s1.platform": (
        "依托高新区管委会网站设置的公开专栏发布信息，按法定主动公开内容调整了栏目，"
        "在办事大厅设置信息查阅点，配备查询电脑，由窗口人员协助群众查询和打印。"
    ),
    "s1.oversight": (
        "分局由一名负责人分管政府信息公开工作，办公室具体承办，组织全体窗口人员参加业务培训2次。"
        "主动接受上级部门的工作考核和群众监督，社会评议中未收到对信息公开工作的意见，全年没有需要责任追究的情形。"
    ),
    "s2": (
        "2025年分局办理行政许可{t2.licensing.decisions}件。分局没有行政处罚、行政强制权力事项，没有行政事业性收费项目。"
    ),
    "s3": "2025年分局没有收到政府信息公开申请，也没有上年结转的申请。",
    "s4": "2025年分局未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
    "s5": (
        "存在的主要问题：一是政策解读形式较单一，以文字为主，群众看懂、会用还有距离；"
        "二是栏目更新不够均衡，劳动关系类信息更新较慢；三是窗口人员对公开范围的把握还不够准确。\n"
        "改进情况：一是对就业补贴等三项常用政策制作流程图和问答，解读材料与政策文件同步发布；"
        "二是建立栏目更新台账，由办公室按月提醒责任科室；"
        "三是把公开范围和常见答复情形列入窗口人员培训内容，以实际案例开展练习。"
    ),
    "s6": (
        "本年度发出信息处理费收费通知{fee.notices}件，总金额{fee.billed}元，实际收取{fee.collected}元。"
        "没有其他需要报告的事项。"
    ),
}


def sample_report() -> Report:
    """Return the sample: every cell filled, only 行政许可 not zero."""
    report = new_report(UNIT, "垂直管理和派出机构", YEAR, with_zeros=True)
    report = report.with_texts(META)
    report = report.with_texts(TEXTS)
    report = report.with_cells({code: 0 for code in report.form.entered if code not in report.cells})
    report = report.with_cells({"t2.licensing.decisions": 656, "fee.notices": 0, "fee.billed": 0, "fee.collected": 0})
    return report


def main() -> None:
    """Write the sample and say what the checks make of it."""
    report = sample_report()
    result = check_report(report, final=True)
    for finding in result.findings:
        print(finding.level, finding.rule_id, finding.message)
    print(result.verdict)
    folder = resource_path("samples")
    folder.mkdir(exist_ok=True)
    save_draft(report, folder / "示例.xlsx")


if __name__ == "__main__":
    main()
