"""A pasted table of publications: every row is taken, or said why not."""

from __future__ import annotations

from datetime import date

import pytest

from core.office.collection.pasted_places import pasted_places

NAMES = [f"甲县{name}局" for name in ("水利", "教育", "民政", "交通", "信访", "财政")]
URL = "https://a.example/x"
TODAY = date(2026, 2, 5)


def test_a_table_is_read_in_any_order_of_columns() -> None:
    read = pasted_places(
        "序号\t单位\t公布日期\t网址\n"
        f"1\t甲县水利局\t2026年1月20日\t{URL}\n"
        "http://b.example/y，2026/1/31，甲县教育局\n"
        "甲县民政局  20260205\n"
        f"甲县交通局\t{URL}?a=1,2;b=3\t12345\t38000\n"
        f"46042\t甲县信访局\t2026.1.9\t{URL}\n"
        f"县财政局\t1月30日\t{URL}\n",
        NAMES,
        2025,
        TODAY,
    )
    assert read.found == {
        "甲县水利局": ("2026-01-20", URL),
        "甲县教育局": ("2026-01-31", "http://b.example/y"),
        "甲县民政局": ("2026-02-05", ""),
        "甲县交通局": ("", f"{URL}?a=1,2;b=3"),
        "甲县信访局": ("2026-01-09", URL),
        "甲县财政局": ("2026-01-30", URL),
    }
    assert read.lost == ()
    assert read.notes == (
        "第2行（甲县水利局）：网址与甲县信访局、甲县财政局的相同，请核对",
        "第4行（甲县民政局）：没有网址，只登记日期",
        "第5行（甲县交通局）：没有日期（“12345”不是日期），只登记网址",
        "第6行（甲县信访局）：网址与甲县水利局、甲县财政局的相同，请核对",
        "第7行（甲县财政局）：“县财政局”按“甲县财政局”登记；“1月30日”按2026年1月30日登记；"
        "网址与甲县水利局、甲县信访局的相同，请核对",
    )


def test_blanks_part_name_day_and_address() -> None:
    read = pasted_places(
        f"甲县水利局 2026-01-20 {URL}\n"
        f"1 甲县教育局 2026年1月20日 {URL}2\n"
        f"甲县民政局 2026 年 1 月 30 日 {URL}3\n"
        f"甲县交通局 1月9日 {URL}4\n"
        f"{URL}5 2026-1-9 甲县信访局\n"
        "2026/1/31 甲县财政局\n",
        NAMES,
        2025,
        TODAY,
    )
    assert read.lost == ()
    assert list(read.found.values()) == [
        ("2026-01-20", URL),
        ("2026-01-20", f"{URL}2"),
        ("2026-01-30", f"{URL}3"),
        ("2026-01-09", f"{URL}4"),
        ("2026-01-09", f"{URL}5"),
        ("2026-01-31", ""),
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("乙县水利局\t2026-1-1\t" + URL, "没有名单上的单位，请写单位全称"),
        ("甲县水利局", "没有公布日期，也没有网址"),
        ("甲县水利局\t99999", "没有公布日期（“99999”不是日期），也没有网址"),
        ("甲县水利局\t20261332", "没有公布日期（“20261332”不是日期），也没有网址"),
        ("甲县水利局\t2026-02-30\t" + URL, "“2026-02-30”没有这一天，或没写年份"),
        ("甲县水利局\t1-30\t" + URL, "“1-30”没有这一天，或没写年份"),
        *(
            (
                f"甲县水利局\t{serial}{rest}",
                f"“{serial}”像是 Excel 的日期序号（2026年1月20日），请在 Excel 中把这一列设为日期格式，再复制粘贴；"
                "不是日期的，请去掉这一列",
            )
            for serial, rest in (("46042", f"\t{URL}"), ("46042.5", f"\t{URL}"), ("46042", ""))
        ),
        ("甲县水利局\t2026-2-6\t" + URL, "公布日期2026年2月6日还没有到，请核对日期"),
        ("甲县水利局\t2025-12-25\t" + URL, "公布日期2025年12月25日早于2025年度结束"),
        ("甲县水利局\t2026-1-20\tnb.docx", "网址“nb.docx”不是完整的网址"),
        ("甲县水利局\t2026-1-20\ta.gov.con", "网址“a.gov.con”不是完整的网址"),
        ("甲县水利局\t2026-1-20\thttps://", "网址“https://”不是完整的网址"),
        ("甲县水利局\t2026-1-20\tfile:///C:/a", "网址“file:///C:/a”不是完整的网址"),
    ],
)
def test_a_row_that_cannot_be_is_named_and_not_taken(row: str, why: str) -> None:
    read = pasted_places(f"单位\t日期\t网址\n\n{row}\n甲县教育局\t2026-1-3\t{URL}", NAMES, 2025, TODAY)
    assert read.lost == (f"第3行“{' '.join(row.split(chr(9)))[:40]}”：{why}",)
    assert read.found == {"甲县教育局": ("2026-01-03", URL)}
    assert read.notes == ()


def test_of_several_rows_of_a_unit_none_is_taken_unless_they_say_the_same() -> None:
    same = f"甲县水利局\t2026-1-20\t{URL}"
    assert pasted_places(f"{same}\n水利局\t2026-01-20\t{URL}", NAMES, 2025, TODAY).found == {
        "甲县水利局": ("2026-01-20", URL)
    }
    read = pasted_places(f"{same}\n甲县教育局\t2026-1-3\t{URL}\n县水利局\t2026-1-21\t{URL}", NAMES, 2025, TODAY)
    assert list(read.found) == ["甲县教育局"]
    why = "甲县水利局有2行（第1、3行），日期或网址不同，请只留一行"
    assert [line.partition("：")[0][:3] for line in read.lost] == ["第1行", "第3行"]
    assert all(line.endswith(why) for line in read.lost)


def test_one_address_with_and_without_its_https_is_one() -> None:
    read = pasted_places(
        "甲县水利局\t2026-1-20\thttps://www.a.gov.cn/1\n"
        "甲县教育局\t2026-1-20\twww.A.gov.cn/1/\n"
        "甲县民政局\t2026-1-20\ta.gov.cn/2\n"
        "县水利局\t2026-1-20\ta.gov.cn/1\n",
        NAMES,
        2025,
        TODAY,
    )
    assert read.lost == ()
    assert read.found["甲县水利局"] == ("2026-01-20", "https://www.a.gov.cn/1")  # the whole one of its two rows
    assert [note for note in read.notes if "相同" in note] == [
        "第1行（甲县水利局）：网址与甲县教育局的相同，请核对",
        "第2行（甲县教育局）：网址与甲县水利局的相同，请核对",
        "第4行（甲县水利局）：“县水利局”按“甲县水利局”登记；网址与甲县教育局的相同，请核对",
    ]


def test_a_unit_that_sent_no_report_and_is_said_to_have_published_is_noted() -> None:
    without = {"甲县水利局": "未报", "甲县民政局": "收到的文件读不出"}
    rows = [f"甲县{name}局\t2026-1-20\t{URL}{name}" for name in ("水利", "教育", "民政")]
    read = pasted_places("\n".join(rows), NAMES, 2025, TODAY, without)
    assert len(read.found) == 3
    assert read.notes == (
        "第1行（甲县水利局）：未报，但登记了公布",
        "第3行（甲县民政局）：收到的文件读不出，但登记了公布",
    )


@pytest.mark.parametrize("between", ["\t", " ", "，"])
def test_an_address_is_taken_without_its_https_but_not_before_a_whole_one(between: str) -> None:
    row = ["甲县水利局", "2026-1-20", "www.b.gov.cn/kg/1.html"]
    assert pasted_places(between.join(row), NAMES, 2025, TODAY).found == {"甲县水利局": ("2026-01-20", row[2])}
    assert pasted_places(between.join([*row, URL]), NAMES, 2025, TODAY).found["甲县水利局"] == ("2026-01-20", URL)


@pytest.mark.parametrize("between", ["\t", " ", "，"])
@pytest.mark.parametrize(
    "address", ["https://a.example/kg/1 .html", "https://a.example/kg/ 1.html", "https://a. example/1"]
)
def test_an_address_with_a_blank_inside_is_not_cut(between: str, address: str) -> None:
    read = pasted_places(f"甲县水利局{between}2026-1-20{between}{address}", NAMES, 2025, TODAY)
    assert read.found == {}
    assert read.lost[0].endswith("：网址中间有空格或逗号，请改成完整的网址，再复制粘贴")


def test_what_stands_behind_an_address_is_not_left_out_without_a_word() -> None:
    read = pasted_places("甲县水利局，2026-1-20，https://a.example/x,y.html", NAMES, 2025, TODAY)
    assert (read.found, len(read.lost)) == ({}, 1)
    read = pasted_places("甲县水利局，2026-1-20，https://a.example/x,12", NAMES, 2025, TODAY)
    assert read.notes == ("第1行（甲县水利局）：网址后面的“12”没有读，请核对",)
    assert pasted_places(f"{URL}，甲县水利局，2026-1-20", NAMES, 2025, TODAY).notes == ()


def test_a_day_as_excel_counts_is_said_to_be_one_between_blanks_too() -> None:
    read = pasted_places(f"甲县水利局 46042 {URL}\n46042 甲县教育局 {URL}", NAMES, 2025, TODAY)
    assert read.found == {}
    assert ["像是 Excel 的日期序号（2026年1月20日）" in line for line in read.lost] == [True, True]
