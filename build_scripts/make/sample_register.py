"""Writes the shipped sample register ``resources/samples/示例台账.xlsx``: invented cases of the year 2025.

Run it again after the register changed: ``python -m build_scripts.make.sample_register``.
"""

from datetime import date
from io import BytesIO

import openpyxl

from core.base.resources import resource_path
from core.office.register.template import template_bytes

HEADS = ("登记号", "收到日期", "申请人类别", "办结日期", "办理结果", "申请人", "内容", "方式")
MORE = {"补正告知日": 9, "延期告知日": 10, "收费通知日": 11, "收费金额": 12, "实收金额": 13, "复议结果": 14}
ROWS = (
    ("2024-031", "2024-12-18", "自然人", "2025-01-10", "予以公开", "甲某", "河道整治工程批复", "信函"),
    ("2025-001", "2025-01-08", "自然人", "2025-01-24", "予以公开", "乙某", "水库除险加固资金安排", "网络"),
    (
        "2025-002",
        "2025-02-11",
        "商业企业",
        "2025-03-07",
        "部分公开（区分处理的，只计这一情形，不计其他情形）",
        "甲公司",
        "取水许可审批材料",
        "当面",
    ),
    ("2025-003", "2025-03-03", "自然人", "2025-03-21", "本机关不掌握相关政府信息", "丙某", "地块征收补偿方案", "网络"),
    (
        "2025-004",
        "2025-04-15",
        "法律服务机构",
        "2025-05-12",
        "属于行政执法案卷",
        "乙律师事务所",
        "行政处罚案卷",
        "信函",
    ),
    ("2025-005", "2025-05-06", "自然人", "2025-05-20", "重复申请", "乙某", "水库除险加固资金安排", "网络"),
    (
        "2025-006",
        "2025-06-10",
        "科研机构",
        "2025-07-02",
        "没有现成信息需要另行制作",
        "丙研究院",
        "十年降雨汇总",
        "邮件",
    ),
    (
        "2025-007",
        "2025-07-22",
        "自然人",
        "2025-09-18",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "丁某",
        "工程有关材料",
        "信函",
    ),
    ("2025-008", "2025-09-01", "其他", "2025-09-26", "属于行政查询事项", "丁村村民委员会", "不动产登记资料", "当面"),
    ("2025-009", "2025-10-13", "社会公益组织", "2025-11-06", "予以公开", "戊协会", "饮用水水源水质", "网络"),
    ("2025-010", "2025-11-20", "自然人", None, "尚未办结", "戊某", "防汛预案", "网络"),
    ("2025-011", "2025-12-22", "自然人", None, None, "己某", "水价调整听证材料", "网络"),
    ("2025-012", "2025-12-24", "自然人", None, "不计", "庚某", "咨询停水时间", "网络"),
)
OTHERS: dict[str, dict[str, object]] = {
    "2025-006": {"收费通知日": "2025-06-20", "收费金额": 100, "实收金额": 100},
    "2025-007": {"补正告知日": "2025-07-30"},
    "2025-004": {"复议结果": "结果维持"},
    "2025-010": {"延期告知日": "2025-12-15"},
}


def main() -> None:
    """Write the register."""
    book = openpyxl.load_workbook(BytesIO(template_bytes()))
    sheet = book.worksheets[0]
    for at, row in enumerate(ROWS, 2):
        values: dict[int, object] = dict(enumerate(row, 1))
        values |= {MORE[name]: value for name, value in OTHERS.get(row[0] or "", {}).items()}
        for column, value in values.items():
            is_day = sheet.cell(1, column).value in ("收到日期", "办结日期", "补正告知日", "延期告知日", "收费通知日")
            made = date.fromisoformat(value) if is_day and isinstance(value, str) else value
            sheet.cell(at, column).value = made  # type: ignore[assignment]  # texts, numbers and days
    book.save(resource_path("samples") / "示例台账.xlsx")


if __name__ == "__main__":
    main()
