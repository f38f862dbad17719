"""Rows told by all clauses around a number, in everyday words: each with its number, and with another one."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_claims
from tests.core.texts.test_everyday_reasons import CELLS, ROWS, UNIT

# fmt: off
TOLD = [
    ([3], "把所要材料全部交到申请人手里的共{n}件。"),
    ([3], "原原本本提供了材料、未作任何删减的有{n}件。"),
    ([3], "全文公开、不作任何保留的有{n}件。"),
    ([4], "遮去不能公开的内容后再给的{n}件。"),
    ([4], "作了区分处理、只给出可公开内容的答复书共{n}件。"),
    ([4], "对姓名和住址作技术处理后公开的{n}件。"),
    ([4], "同一材料里能公开的给、不能公开的删，照此办理的申请{n}件。"),
    ([3, 4], "全给的和给一部分的合到一处，从我局拿到了材料的申请有{n}件。"),
    ([5], "因文件上标着密级、尚未解密，依法没有提供的有{n}件。"),
    ([5], "有{n}件申请要的是涉及国家秘密的文件，经县保密局核定后答复不予公开。"),
    ([6], "另有法律、行政法规写明不许公开的，据此回绝{n}件。"),
    ([6], "税收征管等法律明令不得对外提供的，我局拒绝了{n}件。"),
    ([7], "{n}件因公开后可能危及“三安全一稳定”，未予提供。"),
    ([7], "考虑到公开后会影响社会稳定和公共安全，决定不公开的为{n}件。"),
    ([8], "牵涉第三人商业秘密和个人隐私，对方又不同意，{n}件没有公开。"),
    ([8], "去函征求第三方意见，对方不同意且理由成立，我局因此未公开的申请{n}件。"),
    ([9], "{n}件索要的是干部考核、车辆管理等机关内部管理材料，依法未公开。"),
    ([10], "会议讨论记录、修改稿这类还没定型的材料，有{n}件申请要看，均答复不公开。"),
    ([9, 10], "我局拿内部事务、过程性信息这两条理由不公开的，两条相加{n}件申请。"),
    ([11], "想借公开申请翻阅执法案卷而被拒的{n}件，均指引其走阅卷程序。"),
    ([12], "查房屋和土地登记簿的{n}件，告诉申请人到不动产登记窗口去查。"),
    ([12], "属于不动产登记资料等行政查询事项、告知另循专门渠道的{n}件。"),
]
# fmt: on


def wrong(text: str, cells: dict[str, Number] = CELLS) -> list[tuple[str, ...]]:
    return [claim.cells for claim in wrong_claims(filled(UNIT, "s3", text, cells))]


@pytest.mark.parametrize(("rows", "text"), TOLD)
def test_a_row_is_told_by_all_clauses_around_its_number(rows: list[int], text: str) -> None:
    right = sum(ROWS[row] for row in rows)
    assert wrong(text.format(n=right)) == []
    found = wrong(text.format(n=right + 25))
    assert [{f"t3.R{row:02}.C7" for row in rows}] == [set(cells) for cells in found]


def test_a_kind_told_first_is_that_of_the_row() -> None:
    cells = {**CELLS, "t3.R01.C2": 5, "t3.R03.C2": 5}
    assert wrong("企业来要的文件，我局全文给了5件。", cells) == []
    assert wrong("企业来要的文件，我局全文给了9件。", cells) == [("t3.R03.C2",)]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (5, "带密级的招标底稿不能外传，为此谢绝的申请有{n}件。"),
        (7, "桥梁检测报告一旦公开可能引发社会不稳定，故未公开，此类{n}件。"),
        (8, "顾及邻居的隐私而没给的有{n}件。"),
        (9, "问的是干部提拔、工作人员考核一类的事，属内部事务，没有公开，有{n}件。"),
        (10, "尚未成文的讨论稿、请示件，我局未提供，共{n}件。"),
        (11, "索要涉案厂房的办案卷宗的{n}件申请均被婉拒。"),
        (12, "按照不动产登记资料查询办法，引导申请人到窗口查档的{n}件。"),
    ],
)
def test_of_what_is_not_understood_there_cannot_be_more_than_of_the_row(row: int, text: str) -> None:
    assert wrong(text.format(n=ROWS[row])) == []
    assert wrong(text.format(n=1)) == []  # perhaps some of them
    assert wrong(text.format(n=ROWS[row] + 30)) == [(f"t3.R{row:02}.C7",)]


@pytest.mark.parametrize(
    "text",
    [
        "征求第三方意见90件，其中第三方不同意公开的未予公开。",
        "2023年有90件申请因执法案卷没有公开。",
        "因商业秘密和工作秘密不予公开20件。",
        "全年审查涉密文件90件，均未公开。",
        "各乡镇因查询不动产登记资料引导申请人到窗口办理的90件。",
        "因国家秘密、不掌握等原因未能提供的12件。",
        "计划对90件拒绝公开的执法案卷申请进行复查。",
        "申请材料完整的20件当场受理。",
        "答复书200件全部寄给了申请人。",
        "因执法案卷未公开引发投诉90件。",
        "上半年因第三方不同意没有公开的3件。",
        "为保护个人隐私，对90件公示内容作了遮挡。",
        "补了一次材料还是说不清名称、文号或特征，13件就此作无法提供处理。",
        "我局既没做过也没存过申请人要的材料，这样答复了11件。",
    ],
)
def test_what_is_of_something_else_or_of_some_is_left_alone(text: str) -> None:
    assert [cells for cells in wrong(text) if cells[0] < "t3.R24"] == []


def test_a_reason_that_nobody_knows_leaves_the_group_alone() -> None:
    assert wrong("牵涉邻家的阳台图纸而对方反对，这样答复的4件没有公开。") == []


def test_no_application_was_refused_for_a_reason() -> None:
    for text in ("没有一件申请因为涉及国家秘密而被我局拒绝。", "没有哪一件申请是因为碰到国家秘密而被我局挡回去的。"):
        assert wrong(text) == [("t3.R05.C7",)]
        assert wrong(text, {**CELLS, "t3.R05.C1": 0}) == []
