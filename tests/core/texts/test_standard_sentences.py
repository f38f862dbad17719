"""Standard sentences: plain facts only, and only where the numbers say so."""

from datetime import date

from core.report.linked_text import resolve
from core.report.report import Report, new_report
from core.report.totals import report_numbers
from core.texts.rules.standard_sentences import stale_sentences, standard_sentences
from core.validation.validation import Checker


def offered(report: Report, text: str) -> list[str]:
    return [resolve(s, report_numbers(report)) for code, _, s in standard_sentences(report) if code == text]


def test_nothing_about_numbers_is_offered_while_the_tables_are_blank() -> None:
    report = new_report("某县水利局", "政府部门", 2025)
    assert {code for code, _, _ in standard_sentences(report)} == {"lead"}


def test_no_applications_and_no_cases_are_offered_for_tables_of_zeros() -> None:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True)
    assert offered(report, "s1.request") == ["2025年，本机关未收到政府信息公开申请，无上年结转的申请。"]
    assert offered(report, "s4") == ["本年度未发生因政府信息公开工作被申请行政复议、被提起行政诉讼的情况。"]


def test_one_application_withdraws_the_sentence_and_offers_the_counts() -> None:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({"t3.R01.C1": 1, "t3.R03.C1": 1, "t4.review.upheld": 1})
    assert offered(report, "s1.request") == [
        "2025年，本机关新收政府信息公开申请1件，上年结转0件；办结1件，结转下年度继续办理0件。"
    ]
    assert offered(report, "s4") == []


def test_fee_sentences_follow_the_three_fee_numbers() -> None:
    report = new_report("某县水利局", "政府部门", 2025)
    assert offered(report, "s6") == []
    report = report.with_cells({"fee.notices": 2, "fee.billed": 300, "fee.collected": 100})
    assert offered(report, "s6") == ["本年度发出信息处理费收费通知2件，总金额300元，实际收取100元。"]


def test_a_sentence_of_none_that_no_longer_holds_is_one_finding_and_can_be_taken_out_or_renewed() -> None:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells(dict.fromkeys(("fee.notices", "fee.billed", "fee.collected"), 0))
    none = {code: sentence for code, _, sentence in reversed(standard_sentences(report)) if code != "lead"}
    texts = {**none, "s3": f"一段。\n{none['s3']}\n另一段。", "s4": f"{none['s4'][:-1]}，往年亦无。"}
    report = report.with_texts(texts).with_cells({"t3.R01.C1": 3, "t3.R02.C1": 1, "t3.R05.C1": 4, "fee.notices": 1})
    report = report.with_cells({"fee.collected": 9, "t4.review.upheld": 2})
    checker = Checker(report, today=date(2026, 1, 2))
    places = [finding.places for finding in checker.result().findings if finding.places]
    stale = {s.place.text: s for s in stale_sentences(report, report_numbers(report))}

    assert sorted(stale) == ["s1.request", "s3", "s6"]  # what the office wrote itself is left alone
    assert sorted(p[0].text for p in places) == ["s1.request", "s3", "s4", "s6"]
    assert all((s.place,) in places for s in stale.values())
    assert stale["s3"].removed(texts["s3"]) == "一段。\n另一段。"
    assert (stale["s3"].instead, stale["s6"].removed(texts["s6"])) == ("", "")
    assert stale["s1.request"].removed(texts["s1.request"], stale["s1.request"].instead) in [
        sentence for code, _, sentence in standard_sentences(report) if code == "s1.request"
    ]


def test_braces_in_the_name_of_the_unit_are_no_field() -> None:
    report = new_report("某县{水利}局", "政府部门", 2025)
    assert "某县{水利}局编制本年度报告" in offered(report, "lead")[0]


def test_the_first_sentence_of_the_lead_uses_the_contact_that_was_filled_in() -> None:
    report = new_report("某县水利局", "政府部门", 2025)
    contact = {"meta.contact": "办公室", "meta.phone": "0571-85012345"}
    ends = []
    for meta in ({}, {"meta.contact": "办公室"}, contact, {**contact, "meta.website": "www.a.gov.cn"}):
        filled = report.with_texts(meta)
        first = offered(filled, "lead")[0]
        ends.append(first.partition("12月31日。")[2])
        filled = filled.with_texts({"lead": first})
        findings = Checker(filled, today=date(2026, 1, 2)).result(final=True).findings
        assert [f.message for f in findings if any(place.text == "lead" for place in f.places)] == []
    told = "如对本报告有疑问，请与办公室联系，联系电话：0571-85012345。"
    assert ends == ["", "", told, f"本报告电子版可从以下网址下载：www.a.gov.cn。{told}"]


def test_a_report_about_a_whole_county_is_offered_sentences_without_one_unit() -> None:
    summed = new_report("某县人民政府", "各级人民政府", 2025, with_zeros=True).with_texts({"meta.scope": "汇总"})
    assert offered(summed, "s1.request") == ["2025年未收到政府信息公开申请，无上年结转的申请。"]
    counted = summed.with_cells({"t3.R01.C1": 3, "t3.R03.C1": 3})
    assert offered(counted, "s1.request") == [
        "2025年新收政府信息公开申请3件，上年结转0件；办结3件，结转下年度继续办理0件。"
    ]
    ((_, _, sentence),) = [found for found in standard_sentences(counted) if found[0] == "s1.request"]
    findings = Checker(counted.with_texts({"s1.request": sentence}), today=date(2026, 1, 2)).result().findings
    assert not [finding for finding in findings if any(place.text == "s1.request" for place in finding.places)]
    for scope in ("本机关", "汇总"):  # one that was written before the scope was filled in is found all the same
        none = standard_sentences(summed.with_texts({"meta.scope": scope}))
        (sentence,) = [text for code, _, text in none if code == "s1.request"]
        (stale,) = stale_sentences(counted.with_texts({"s1.request": sentence}), report_numbers(counted))
        assert stale.instead.startswith("2025年新收")
