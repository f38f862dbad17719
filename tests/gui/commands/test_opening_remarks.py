"""What is told first on opening a draft that somebody else filled in."""

from core.draft.workbook import NUMBER_READ
from gui.commands.opening_actions import remark_lines

COMMENT = ("三、申请情况", "F9", "这一格有批注“局长：应为45”，没有读入；请核对。")


def as_number(row: int) -> tuple[str, str, str]:
    return ("三、申请情况", f"D{row}", f"“本年新收·自然人”填的“0”{NUMBER_READ}0读入。")


def test_many_numbers_written_as_text_push_nothing_out() -> None:
    lines = remark_lines([*(as_number(row) for row in range(15)), COMMENT])
    assert lines[0] == f"三、申请情况 F9：{COMMENT[2]}"
    assert lines[1:] == ["另有15格是文字数字，已按数字读入；在表格里用到它们的合计算不出来，在程序中保存后就是数字。"]


def test_few_of_them_are_told_one_by_one_behind_the_others() -> None:
    lines = remark_lines([as_number(9), COMMENT])
    assert [line.partition("：")[0] for line in lines] == ["三、申请情况 F9", "三、申请情况 D9"]
