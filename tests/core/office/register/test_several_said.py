"""Remarks that name several applications in a row, which counts as one: asked about, unless the others have rows."""

from pathlib import Path

import pytest

from tests.core.office.register.register_files import HEAD, counted, numbers, text_register

MORE = (*HEAD, "申请人", "备注")


def told(folder: Path, *remarks: str, applicants: str = "甲甲甲甲甲") -> list[str]:
    """Return what is found where rows 1, 2 … have these remarks."""
    rows = [
        (str(n), f"2025-3-{n}", "自然人", "2025-3-20", "予以公开", who, remark)
        for n, (who, remark) in enumerate(zip(applicants, remarks, strict=False), 1)
    ]
    found = counted(text_register(folder, *rows, head=MORE))
    assert numbers(found) == {"t3.R01.C1": len(rows), "t3.R03.C1": len(rows)}
    return [one.message for one in found.findings if one.rule == "REG-10"]


@pytest.mark.parametrize(
    "remark",
    [
        *(
            "同一申请人共3件",
            "本行共3件",
            "共３件申请",
            "3件合并答复",
            "一次提交三份申请",
            "含两件",
            "共计12件申请一并答复",
        ),
        *("合并办理3件", "一并答复3件", "合并答复共3件"),
        *("1-3号一并答复", "第1号至第3号合并办理", "1号-3号已一并答复", "与2-3号一并答复"),
    ],
)
def test_a_remark_of_several_is_asked_about(remark: str, tmp_path: Path) -> None:
    said = f"登记号1：“备注”列写的是“{remark}”，一行只计1件；是几件申请的，请在台账中一件登记一行。"
    assert told(tmp_path, f"已寄出；{remark}") == [said]


@pytest.mark.parametrize(
    "remark",
    [
        *(
            "共1件",
            "附件共3件",
            "提供材料3件",
            "3件快递",
            "共3页",
            "提供3份",
            "与2025-001一并答复",
            "第3件",
            "同意公开2件",
        ),
        *("7-9号一并答复", "3月1-3日一并答复", "共同申请人", ""),
    ],
)
def test_other_remarks_say_nothing(remark: str, tmp_path: Path) -> None:
    assert told(tmp_path, remark) == []


def test_applications_that_all_have_their_rows_are_not_asked_about(tmp_path: Path) -> None:
    assert told(tmp_path, *["同一申请人共3件"] * 3) == []
    assert told(tmp_path, "1-3号一并答复", "", "1-3号一并答复") == []
    assert len(told(tmp_path, *["同一申请人共3件"] * 3, applicants="甲甲乙")) == 3
    assert len(told(tmp_path, "1-3号一并答复", "")) == 1


def test_one_applicant_who_has_as_many_rows_is_not_asked_about(tmp_path: Path) -> None:
    assert told(tmp_path, "同一申请人共5件", "", "", "", "") == []
    assert told(tmp_path, "共2件", "", "共2件", "", applicants="甲甲乙乙") == []
    assert told(tmp_path, *["共3件"] * 6, applicants="甲甲甲甲甲甲") == []  # two groups of three
    assert len(told(tmp_path, *["共3件"] * 5)) == 5
    assert len(told(tmp_path, "共3件", "", "", "", "")) == 1
    assert told(tmp_path, "与2-3号一并答复", "", "") == []
    assert told(tmp_path, "与2-3号一并答复", "", applicants="甲乙") != []


def of_days(folder: Path, *written: tuple[str, str, str, str], head: tuple[str, ...] = MORE) -> list[str]:
    """Return the numbers told where rows have a number, a day of March, an applicant and a remark."""
    rows = [(n, f"2025-3-{day}", "自然人", "2025-4-10", "予以公开", who, said) for n, day, who, said in written]
    found = counted(text_register(folder, *rows, head=head))
    return [one.rows[0].number for one in found.findings if one.rule == "REG-10"]


def test_rows_of_the_same_days_are_those_that_are_told(tmp_path: Path) -> None:
    same = [(str(n), "3", "", "合并办理3件") for n in (2, 3, 4)]
    assert of_days(tmp_path, ("1", "1", "", ""), *same, ("5", "9", "", "")) == []
    assert of_days(tmp_path, *((n, day, "", "同一申请人共3件") for n, day, *_ in same)) == []
    assert of_days(tmp_path, same[0], ("3", "03", "", ""), ("4", "3", "", "")) == []
    assert (
        of_days(tmp_path, *((n, day, who, said) for (n, day, _, said), who in zip(same, "甲乙丙", strict=True))) == []
    )
    assert of_days(tmp_path, ("1", "3", "甲", "共2件"), ("2", "3", "甲", ""), ("3", "5", "甲", "")) == []
    assert of_days(tmp_path, *((str(n), str(n), "", "合并办理3件") for n in (2, 3))) == ["2", "3"]
    assert of_days(tmp_path, same[0], ("3", "3", "", ""), ("4", "4", "", "")) == ["2"]
    other = [(n, "3", who, "本行共3件") for n, who in zip("123", "甲乙丙", strict=True)]
    assert of_days(tmp_path, *other) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "remark", ["共3件合并办理（15-17号）", "共3件：15、16、17号", "合并办理3件，与16、17号一并答复"]
)
def test_numbers_beside_a_count_that_all_have_rows_are_not_asked_about(remark: str, tmp_path: Path) -> None:
    rows = [("15", "3", "甲", remark), ("16", "4", "乙", ""), ("17", "5", "丙", "")]
    assert of_days(tmp_path, *rows) == []
    assert "15" in of_days(tmp_path, *rows[:2])


def test_a_number_that_is_asked_about_is_told_once(tmp_path: Path) -> None:
    rows = [("1", "1", "甲", ""), ("2-4（合并）", "3", "乙", "合并办理3件"), ("5", "4", "丙", "")]
    assert of_days(tmp_path, *rows) == ["2-4（合并）"]
    assert of_days(tmp_path, rows[0], ("2、3、4", *rows[1][1:])) == []
    lines = [
        (n, "2025-3-1", "自然人", "2025-4-10", "予以公开", count) for n, count in (("1", "1"), ("2-4", "3"), ("5", ""))
    ]
    found = counted(text_register(tmp_path, *lines, head=(*HEAD, "件数")))
    assert [one.rows[0].number for one in found.findings if one.rule == "REG-10"] == ["2-4"]


def test_a_long_remark_is_read_at_once(tmp_path: Path) -> None:
    assert told(tmp_path, "共计一次性" * 700 + "答复") == []
