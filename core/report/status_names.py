"""What the facts of a report's status are called, and which of them are written for the program alone."""

READING_DOUBTS = "reading_doubts"
"""What reading a draft could not settle, as JSON: sentences by codes (rule C-07)."""

SUM_GAPS = "sum_gaps"
"""What was missing when the numbers of a summed report were added up, as JSON: sentences by what they are about (rule
C-08)."""

REGISTER_CASES = "register_cases"
"""The 登记号 behind each number that a register counted, as JSON: lists by code (rule C-09)."""

STATUS_NAMES = {
    "locked_on": "定稿日期",
    "locked_checksum": "定稿校验码",
    "unlock_reason": "解除定稿的原因",
    "unlocked_copy": "解除定稿前的内容",
    "printed_on": "审签单打印日期",
    "printed_checksum": "审签单校验码",
    "printed_places": "打印审签单时各处内容的摘要",
    "published_url": "公布网址",
    "published_on": "公布日期",
    "page_checked": "核对公布网页的日期和结果",
    "published_shown": "更正前公布的内容",
    "published_before": "更正前的公布日期和网址",
    "correction_reason": "更正的原因",
    "correction_reasons": "各处更正的原因",
    "archived_on": "归档时间",
    "archive_code": "归档码",
    "last_year_file": "上年报告文件",
    "same_unit": "确认是同一单位的两个名称",
    "former_units": "单位在本报告中用过的名称",
    "sum_parts": "汇总的数字来自哪些单位",
    SUM_GAPS: "汇总时缺的单位和空格",
    "departments": "科室分工",
    "department_sheets": "发出的科室填报表",
    REGISTER_CASES: "各格对应的登记号",
    "register_suspects": "台账中要核对的申请",
    "register_decisions": "台账中逐行的处理",
    READING_DOUBTS: "读入草稿时要核对的事",
}

FOR_THE_PROGRAM = frozenset(
    {
        "printed_places",
        "unlocked_copy",
        "published_shown",
        "correction_reasons",
        "sum_parts",
        "departments",
        "department_sheets",
        REGISTER_CASES,
        "register_suspects",
        "register_decisions",
        READING_DOUBTS,
        SUM_GAPS,
    }
)
"""Facts with codes in them, which nobody reads."""
