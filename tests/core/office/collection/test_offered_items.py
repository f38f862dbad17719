"""What stands ready for a letter without being told by itself: each rule of the desk that concerns one unit."""

from __future__ import annotations

import pytest

from core import published
from core.office.collection import desk_rules
from core.office.collection.decisions import Decision
from core.office.collection.desk import Desk
from core.office.collection.offered_items import offered_items
from tests.core.office.collection.desk_samples import FINDING, FIVE, desk, file, unit

WATER, SCHOOLS, POLICE = "青澜县水利局", "青澜县教育局", "青澜县公安局"

RULES = desk_rules.desk_rules()


def offered(made: Desk, name: str) -> list[tuple[str, str]]:
    return [(item.place, item.check) for item in offered_items(made, unit(made, name))]


def test_a_report_like_that_of_another_unit_is_offered_to_both() -> None:
    made = desk([file(WATER, texts={"s5": FIVE}), file(SCHOOLS, texts={"s5": FIVE}), file(POLICE)], None)
    for one, other in ((WATER, SCHOOLS), (SCHOOLS, WATER)):
        said = f"与{other}的第五部分100%相同，请核实；照搬的，请按本单位实际重写。"
        assert offered(made, one) == [("第五部分", said)]
        assert unit(made, one).items == []  # none goes out by itself
    assert offered(made, POLICE) == []
    (item,) = offered_items(made, unit(made, WATER))
    assert item.written == "100%相同"
    chosen = Decision(added=(item,), about=unit(made, WATER).digests)
    assert chosen.items((), unit(made, WATER).digests) == [item]


def test_several_reports_that_differ_are_offered_and_copies_are_not() -> None:
    differing = [file(WATER, f"报/{shown}.docx", digest=shown, shown=shown) for shown in "ab"]
    same = [file(SCHOOLS, f"{digest}.docx", digest=digest, shown="x") for digest in "cd"]
    made = desk([*differing, *same], [WATER, SCHOOLS])
    said = "收到你单位2份内容不同的报告（“a.docx”、“b.docx”），请确认以哪一份为准。"
    assert offered(made, WATER) == [("整份报告", said)]
    assert offered(made, SCHOOLS) == []


def test_a_short_name_is_offered_and_a_full_one_is_told_already() -> None:
    texts = {"s5": f"针对县教育局普法方面的情况，加以改进。{POLICE}修订目录。"}
    made = desk([file(WATER, texts=texts), file(SCHOOLS), file(POLICE)], [WATER, SCHOOLS, POLICE])
    said = "出现了“县教育局”，请核实是否借用了其他单位的报告。"
    assert offered(made, WATER) == [("第五部分", said)]
    assert [item.written for item in unit(made, WATER).items] == [POLICE]
    assert offered(made, SCHOOLS) == offered(made, POLICE) == []


def test_a_short_name_is_offered_whatever_words_its_rule_has(monkeypatch: pytest.MonkeyPatch) -> None:
    reworded = {"": "“{other}”写在{unit}的{text}里。"}
    monkeypatch.setattr(desk_rules, "desk_rules", lambda: {**RULES, "B-06": RULES["B-06"]._replace(messages=reworded)})
    made = desk([file(WATER, texts={"s5": "针对县教育局普法方面的情况，加以改进。"}), file(SCHOOLS)], [WATER, SCHOOLS])
    assert [found.message for found in made.batch] == [f"“县教育局”写在{WATER}的第五部分里。"]
    assert offered(made, WATER) == [("第五部分", "出现了“县教育局”，请核实是否借用了其他单位的报告。")]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (published.REVISIONS_READ, "文件里有没有接受的修订，请接受或拒绝全部修订，保存后重新报送。"),
        (published.COMMENTS_LEFT, "文件里还有批注，请处理并删去全部批注，保存后重新报送。"),
    ],
)
def test_open_tracked_changes_and_comments_are_offered(note: str, said: str) -> None:
    made = desk([file(WATER, notes=(note,)), file(SCHOOLS)], [WATER, SCHOOLS])
    assert offered(made, WATER) == [("整份报告", said)]
    assert offered(made, SCHOOLS) == []
    assert (unit(made, WATER).items, unit(made, WATER).state) == ([], "可采用")


def test_numbers_of_persons_are_offered_without_the_numbers() -> None:
    said = "第六部分出现身份证号、银行卡号：“110105-19491231-0021”、“6222 0200”，请确认可以公开。"
    place = {"text": "s6", "start": 0, "end": 3}
    found = {**FINDING, "rule": "N-21", "level": "hint", "cells": [], "places": [place], "message": said}
    mailbox = {**found, "message": "第六部分出现个人邮箱：“a@qq.com”，请确认可以公开。"}
    reworded = {**found, "message": "请看“6222 0200”、“a@qq.com”：银行卡号、手机号，写在第六部分。"}
    made = desk([file(WATER, findings=(found, mailbox, reworded))], [WATER])
    told = "出现{}，请核实；不能公开的请删去，或改用办公电话。"
    kinds = ("身份证号、银行卡号", "银行卡号、手机号")
    assert offered(made, WATER) == [("第六部分", told.format(each)) for each in kinds]
    assert unit(made, WATER).items == []
