"""The phone and the website of the lead are those of 基本信息 (N-27)."""

from __future__ import annotations

from datetime import date

import pytest

from core.report.report import new_report
from core.validation.validation import check_report

LEAD = "根据条例编制本报告。如对本报告有疑问，请与办公室联系（{}）。"


def found(lead: str, phone: str = "0571-87654321", website: str = "") -> list[str]:
    texts = {"meta.phone": phone, "meta.website": website, "lead": LEAD.format(lead)}
    report = new_report("云岭市水利局", "政府工作部门", 2025).with_texts(texts)
    result = check_report(report, today=date(2026, 1, 8))
    return [one.message for one in result.findings if one.rule_id == "N-27"]


@pytest.mark.parametrize(
    "lead",
    [
        "电话：0571-87654321",
        "联系电话：0571—87654321",
        "电话：（0571）87654321",
        "电话：87654321",
        "电话：0571-87654321转801",
        "电话0571－87654321，传真0571-87650000",
        "传真：0571-87650000",
        "监督电话：0571-12345678",
        "服务热线：12345",
        "电话：0571-87654322、87654321",
        "电话：0571-8765 4321",
        "电话：0571-8765-4321",
        "电话：０５７１－８７６５４３２１",
        "电话：0571 — 87654321",
        "电话：0571——87654321",
        "电话：（0571） 8765−4321",
        "电话：0571-87654320/21",
        "政务服务中心，电话：0571-87654322",
        "地址：人民路87654322号，邮编：310000",
        "邮箱：slj@example.gov.cn",
    ],
)
def test_the_same_phone_and_other_numbers_are_silent(lead: str) -> None:
    assert found(lead) == []


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("电话：0571-87654322", "0571-87654322"),
        ("联系电话：0572-87654321", "0572-87654321"),
        ("电话：8765432", "8765432"),
        ("电话：7654321", "7654321"),
        ("电话：0571-8765 4322", "0571-8765 4322"),
        ("电话：0571-876543", "0571-876543"),
        ("电话0571-87654231，传真0571-87654321", "0571-87654231"),
        ("电话：０５７１－８７６５４３２２", "０５７１－８７６５４３２２"),
        ("电话：0571——87654322", "0571——87654322"),
        ("电话 0571 － 87654322", "0571 － 87654322"),
        ("电话：0571−87654322", "0571−87654322"),
        ("查阅点电话：0571-82000000；办公室电话：0571-87654312", "0571-87654312"),
    ],
)
def test_another_phone_is_found(lead: str, told: str) -> None:
    assert found(lead) == [f"引言写的电话是“{told}”，基本信息中的联系电话是“0571-87654321”，请核对。"]


def of_contact(lead: str, contact: str, phone: str = "") -> list[str]:
    texts = {"meta.contact": contact, "meta.phone": phone, "lead": lead}
    report = new_report("云岭市水利局", "政府工作部门", 2025).with_texts(texts)
    result = check_report(report, today=date(2026, 1, 8))
    return [one.message for one in result.findings if one.rule_id == "N-27"]


def test_a_phone_entered_with_wide_digits_is_compared_too() -> None:
    assert found("电话：0571-87654321", phone="０５７１－８７６５４３２１") == []
    assert len(found("电话：0571-87654322", phone="（０５７１）８７６５４３２１")) == 1


@pytest.mark.parametrize("lead", ["请与办公室联系，0571-87654322。", "请与办公室（0571—87654322）联系。"])
def test_a_phone_to_reach_somebody_at_needs_no_name(lead: str) -> None:
    (said,) = of_contact(lead, "", phone="0571-87654321")
    assert said.startswith("引言写的电话是“0571")
    assert of_contact(lead, "", phone="0571-87654322") == []


def test_another_office_than_that_of_the_contact_is_found() -> None:
    lead = "如对本报告有疑问，请与云岭市水利局政务公开科（电话：0571—87654321）联系。"
    assert of_contact(lead, "局办公室") == [
        "引言写的联系科室是“云岭市水利局政务公开科”，基本信息中的联系人或联系科室是“局办公室”，请核对。"
    ]


@pytest.mark.parametrize(
    "contact", ["办公室", "局办公室", "云岭市水利局办公室 张三", "综合办公室", "张三", "张主任", ""]
)
def test_the_same_office_in_other_words_and_a_person_are_silent(contact: str) -> None:
    assert of_contact("如有疑问，请与云岭市水利局办公室联系。", contact) == []


def test_what_is_not_entered_is_not_asked_for() -> None:
    assert found("电话：0571-87654322", phone="") == []
    assert found("电话：0571-87654322", phone="值班室") == []
    assert found("网址：www.a.gov.cn") == []


def test_the_website_is_that_of_the_report() -> None:
    site = "https://www.slj.gov.cn/zwgk"
    assert found("网址：http://slj.gov.cn", website=site) == []
    assert found("网址：www.slj.gov.cn/nb，市政府网站www.yl.gov.cn", website=site) == []
    assert found("网址：www.slj.gov.com", website=site) == [
        f"引言写的网址是“slj.gov.com”，基本信息中的公布网址是“{site}”，请核对。"
    ]
    assert found("网址：www.sljj.gov.cn", website=site) == [
        f"引言写的网址是“sljj.gov.cn”，基本信息中的公布网址是“{site}”，请核对。"
    ]
    assert found("网址：www.yunling.gov.cn", website=site) == [
        f"引言写的网址是“yunling.gov.cn”，基本信息中的公布网址是“{site}”；同一个网站的，请改成一致。"
    ]
    assert found("可在中国政府网（www.gov.cn）查阅条例", website=site) == []
    assert found("网址：www.slj.gov.com", website="市政府网站公开专栏") == []
