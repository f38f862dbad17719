"""What is adopted with a report is said in full."""

from __future__ import annotations

from core.office.collection.doubts import doubts_in_words
from tests.core.office.collection.desk_samples import FIVE, ITEM, desk, file, unit

WATER, SCHOOLS, POLICE = "青澜县水利局", "青澜县教育局", "青澜县公安局"


def test_doubts_that_no_letter_tells_are_named_too() -> None:
    item = ITEM._replace(level="warning")
    one = file(WATER, texts={"s5": FIVE}, items=(item,))
    other = file(SCHOOLS, f"{POLICE}.docx", texts={"lead": f"{SCHOOLS}编制。", "s5": FIVE})
    made = desk([one, other, file(POLICE)], [WATER, SCHOOLS, POLICE])
    alike = f"疑点：{WATER}与{SCHOOLS}的第五部分100%相同，请核实是否照搬。"
    assert sorted(doubts_in_words(made, unit(made, WATER))) == sorted(["疑点：“自然人”列：相差1。", alike])
    named = f"疑点：“{POLICE}.docx”标题写的是“{SCHOOLS}”，文件名是“{POLICE}”的，暂按{SCHOOLS}的报告计，"
    assert doubts_in_words(made, unit(made, SCHOOLS)) == [f"{named}请核对是哪个单位的报告。", alike]
    assert doubts_in_words(made, unit(made, POLICE)) == []
    unit(made, POLICE).reopened, unit(made, POLICE).changed = "退回后来件另有改动", "甲 1→2"
    assert doubts_in_words(made, unit(made, POLICE)) == ["退回后来件另有改动。甲 1→2"]


def test_a_short_name_beside_a_full_one_is_named() -> None:
    texts = {"s5": f"针对县教育局普法方面的情况，加以改进。{POLICE}修订目录。"}
    made = desk([file(WATER, texts=texts), file(SCHOOLS), file(POLICE)], [WATER, SCHOOLS, POLICE])
    found = "\n".join(doubts_in_words(made, unit(made, WATER)))
    assert found.count("县教育局") == found.count(POLICE) == 1
