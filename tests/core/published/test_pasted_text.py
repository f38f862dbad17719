"""What is pasted in one piece is taken apart at the headings that the reader of published reports knows."""

from __future__ import annotations

import pytest

from core.published import split_pasted

LEAD = "根据《中华人民共和国政府信息公开条例》要求，清河县某局编制本年度报告。"
PARTS = "（一）主动公开情况\n公开92条。\n（二）依申请公开情况\n收到18件。\n（五）监督保障\n培训1次。"
OVERVIEW = f"一、总体情况\n{PARTS}"
TABLE = (
    "二、主动公开政府信息情况\n"
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t3\n行政规范性文件\t1\t2\t3\n"
)
TITLE = "清河县某局2026年政府信息公开工作年度报告"
REST = "五、存在的主要问题及改进情况\n解读少。\n六、其他需要报告的事项\n无。"
SPREAD = {"s1.active": "公开92条。", "s1.request": "收到18件。", "s1.oversight": "培训1次。"}


def test_what_stands_before_section_one_is_the_lead_and_its_title_no_text() -> None:
    found = split_pasted(f"{LEAD}\n{OVERVIEW}")
    assert found is not None
    assert found.texts == {"lead": LEAD, **SPREAD}
    assert found.left == ()


def test_a_whole_report_keeps_what_has_no_place_among_the_texts_apart() -> None:
    found = split_pasted(f"{TITLE}\n{LEAD}\n{OVERVIEW}\n{TABLE}本年无许可。\n{REST}\n清河县某局\n2027年1月20日")
    assert found is not None
    assert found.texts == {"lead": LEAD, **SPREAD, "s5": "解读少。", "s6": "无。"}
    left = "；".join(found.left)
    for words in (f"标题“{TITLE}”", "第二部分的表格", "“本年无许可。”", "落款“清河县某局 2027年1月20日”"):
        assert words in left
    assert found.is_of_several_sections


def test_sentences_before_a_table_go_to_the_text_before_it_and_words_of_a_table_do_not() -> None:
    numbers = "本列数据的勾稽关系\n自然人\n14\n三十四"
    titles = ["三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"]
    before = "办理行政许可事项656件，行政处罚12件。"
    table = TABLE.replace("\n", f"\n{before}\n", 1)
    whole = f"{TITLE}\n{OVERVIEW}\n{table}{titles[0]}\n收到申请14件。\n{numbers}\n{titles[1]}\n没有复议、诉讼。\n{REST}"
    found = split_pasted(whole)
    assert found is not None
    texts = {code: found.texts.get(code) for code in ("s2", "s3", "s4", "s5")}
    assert texts == {"s2": before, "s3": "收到申请14件。", "s4": "没有复议、诉讼。", "s5": "解读少。"}
    assert found.unit == "清河县某局"
    assert any("自然人" in one for one in found.left)


def test_without_the_title_of_section_one_what_stands_above_its_parts_is_its_own_text() -> None:
    found = split_pasted(f"全年平稳。\n{PARTS}\n{REST}")
    assert found is not None
    assert found.texts == {"s1": "全年平稳。", **SPREAD, "s5": "解读少。", "s6": "无。"}
    alone = split_pasted(f"全年平稳。\n{PARTS}")
    assert alone is not None
    assert alone.texts == {"s1": "全年平稳。", **SPREAD}
    assert not alone.is_of_several_sections


@pytest.mark.parametrize(
    "text",
    [
        "",
        "公开92条。",
        "一是学习。\n二是改进。",
        "一、加强学习。\n二、改进工作。",
        "一、总体情况\n全年平稳。",
        "\t\n\t",
    ],
)
def test_a_single_text_is_left_whole(text: str) -> None:
    assert split_pasted(text) is None
