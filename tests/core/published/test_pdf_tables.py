"""Tables of a PDF that the end of a page tore within a row: put together, with no number made up."""

import pytest

from core.published.pdf_tables import Piece, put_together
from core.visible.blocks import Paragraph, Row, VisibleCell

EDGES = [60.0, 110, 160, 260, 300, 340, 380, 420, 460, 500, 540]
NUMBERS = ["387", "1", "2", "3", "4", "5", "402"]
BLANKS = [""] * 7


def piece(*rows: list[str], first: int = 0) -> Piece:
    made = []
    for number, row in enumerate(rows, 1):
        edges = EDGES[len(EDGES) - len(row) - 1 :]
        cells = [
            VisibleCell(left, right, 1, [Paragraph(text)] if text else [])
            for left, right, text in zip(edges, edges[1:], row, strict=False)
        ]
        made.append(Row(cells, EDGES[-1], number))
    return Piece(made, EDGES[first:])


@pytest.mark.parametrize(
    ("above", "below", "wanted"),
    [
        (["", "", "7.属于行", *NUMBERS], ["", "", "政执法案卷", *BLANKS], ["7.属于行政执法案卷", *NUMBERS]),
        (["", "（三）不", "3.其", *NUMBERS], ["", "予公开", "他", *BLANKS], ["（三）不予公开", "3.其他", *NUMBERS]),
        (["", "", "（七", *NUMBERS], ["", "", "）总计", *BLANKS], ["（七）总计", *NUMBERS]),
        (["", "", "（七", "1", "1", "4"], ["", "", "）总计", "", "", "2"], ["（七）总计", "1", "1", "4\n2"]),
        (["", "", "3.其他", "1", "1", "4"], ["", "", "", "", "", "2"], ["3.其他", "1", "1", "4\n2"]),
    ],
)  # fmt: skip
def test_a_row_that_a_page_break_tore_is_one_and_no_number_is_made_up(
    above: list[str], below: list[str], wanted: list[str]
) -> None:
    head, foot = ["", "", "2.重复申请", *NUMBERS], ["", "", "（七）总计", *NUMBERS]
    (made,) = put_together([piece(head, above), piece(below, foot)])
    assert [[cell.text for cell in row.cells if cell.text] for row in made.rows[1:]] == [wanted, foot[2:]]


@pytest.mark.parametrize("label", ["", "3.要求提供公开出版物"])
def test_whole_rows_at_a_page_break_stay_apart(label: str) -> None:
    rows = ["", "", "2.重复申请", *NUMBERS], ["", "", label, *NUMBERS]
    (made,) = put_together([piece(rows[0]), piece(rows[1])])
    assert [row.text for row in made.rows] == [" ".join(filter(None, row)) for row in rows]


def test_a_part_whose_first_column_lost_its_lines_goes_on() -> None:
    row = ["", "4.保护第三方合法权益", *NUMBERS]
    assert len(put_together([piece(["", *row]), piece(row, first=1)])) == 1


def test_parts_of_about_one_width_begin_at_one_place() -> None:
    row = ["", "", "2.重复申请", *NUMBERS]
    below = piece(row)
    below.xs[-1] += 5  # a thick or slanted last line
    assert len(put_together([piece(row), below])) == 1


def test_a_header_that_stands_again_with_blanks_is_dropped() -> None:
    header = ["", "", "申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    first, second = ["", "", "1.属于国家秘密", *NUMBERS], ["", "", "2.重复申请", *NUMBERS]
    again = [*header[:3], "", *header[4:9], ""]
    (made,) = put_together([piece(header, first), piece(again, second)])
    assert [row.text for row in made.rows] == [" ".join(filter(None, row)) for row in (header, first, second)]
