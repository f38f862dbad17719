"""What speaks against an address or a page being that of this report."""

import pytest

from core.office.page_doubts import address_doubt, page_doubt
from core.report.report import new_report

REPORT = new_report("云岭市水利局", "政府部门", 2025).with_texts({"meta.website": "https://www.ylqs.gov.cn/zwgk"})


@pytest.mark.parametrize(
    ("url", "is_doubted"),
    [
        ("www.ylqs.gov.cn", True),
        ("https://www.ylqs.gov.cn/", True),
        ("https://www.ylqs.gov.cn/zwgk/", True),
        ("https://www.ylqs.gov.cn/zwgk/ndbg/index.html", True),
        ("https://www.ylqs.gov.cn/zwgk", True),
        ("https://www.ylqs.gov.cn/zwgk/2025nb/", False),
        ("https://www.ylqs.gov.cn/zwgk/ndbg/t20260115_1.html", False),
        ("https://www.ylqs.gov.cn/content/1234567", False),
        ("https://www.ylqs.gov.cn/col/show?id=12", False),
    ],
)
def test_a_site_or_a_column_is_doubted(url: str, is_doubted: bool) -> None:
    assert bool(address_doubt(REPORT, url)) is is_doubted


@pytest.mark.parametrize(
    ("unit", "year", "doubt"),
    [
        ("云岭市水利局", 2025, ""),
        ("云岭市 水利局", 2025, ""),
        ("市水利局", 2025, ""),
        ("", 2025, ""),
        ("云岭市水利局", None, ""),
        ("云岭市水利局", 2024, "2024年的报告"),
        ("云岭市林业局", 2025, "云岭市林业局2025年的报告"),
        ("云岭市林业局", None, "云岭市林业局的报告"),
    ],
)
def test_a_page_of_another_year_or_unit_is_doubted(unit: str, year: int | None, doubt: str) -> None:
    page = REPORT.with_texts({"meta.unit": unit, "meta.year": str(year or "")})
    assert page_doubt(REPORT, page) == doubt
