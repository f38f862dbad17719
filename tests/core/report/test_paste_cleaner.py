"""Pasted texts: debris of Word and web pages goes, punctuation becomes that of Chinese print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.report.paste_cleaner import clean_pasted, punctuation_slips, tidy_punctuation, what_was_mended


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("收到5件,其中信函2件;网络3件.", "收到5件，其中信函2件；网络3件。"),
        ("部分公开67,占4.61%", "部分公开67，占4.61%"),
        ("共1,234件", "共1,234件"),
        ("网址:https://www.example.gov.cn/a.html", "网址：https://www.example.gov.cn/a.html"),
        ("电话:0311-8888,8:30上班", "电话：0311-8888,8:30上班"),
        ("(以下简称“我局”)", "（以下简称“我局”）"),
        ("网站(www.a.gov.cn)公布", "网站（www.a.gov.cn）公布"),
        ("(www.a.gov.cn)公布", "（www.a.gov.cn）公布"),
        ("f(x)", "f(x)"),
        ("见(a)b", "见（a）b"),
        ("a(b)见", "a（b）见"),
        ("做好工作。。", "做好工作。"),
        ("收到１２件", "收到12件"),
        ("００５", "005"),
        ('简称"我局"', "简称“我局”"),
        ("收到{t3.R01.C7}件,办结{t3.R24.C7}件", "收到{t3.R01.C7}件，办结{t3.R24.C7}件"),
        ("行政复议 、行政诉讼", "行政复议、行政诉讼"),
        ("信息处理费0.5元", "信息处理费0.5元"),
        ("公开信息12条, 解读5篇; 回应2次", "公开信息12条，解读5篇；回应2次"),
        ("公开5, 部分公开3", "公开5，部分公开3"),
        ("发布 1,234 条", "发布1,234条"),
        ("2026 年 1 月 5 日", "2026年1月5日"),
        ("（1)按时答复", "（1）按时答复"),
        ("增长3.5%.", "增长3.5%。"),
        ("增长3.5%", "增长3.5%"),
        ("张三 12 3", "张三 12 3"),
        ("See a, b (1)", "See a, b (1)"),
        ("公示流程，,更新二维码；，全年。.完成", "公示流程，更新二维码；全年。完成"),
    ],
)
def test_punctuation_becomes_that_of_chinese_print(pasted: str, expected: str) -> None:
    assert tidy_punctuation(pasted) == expected


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("[bookmark: _GoBack]我局收到0件。", "我局收到0件。"),
        ("详见错误!未找到引用源。", "详见"),
        ("收到&nbsp;3&nbsp;件", "收到3件"),
        ("<p>主动公开</p>", "主动公开"),
        ("● 主动公开92条", "主动公开92条"),
        ("1.\t一是加强学习", "1.一是加强学习"),
        ("科室\t负责人\t件数\n法规科\t张三\t12\t3", "科室，负责人，件数；\n法规科，张三，12，3。"),
        ("一段\x0b二段", "一段\n二段"),
        ("增长８．８％，办结率9﹒5%", "增长8.8％，办结率9.5%"),
        ("１．２０２５年收到3．5万件", "1．2025年收到3.5万件"),
        (
            "本年度，我局坚持以公开为常态、不公开为例外，及时\n公布各类政府信息92条。",
            "本年度，我局坚持以公开为常态、不公开为例外，及时公布各类政府信息92条。",
        ),
        ("（一）主动公开\n我局公开92条。", "（一）主动公开\n我局公开92条。"),
        (
            "我局不断完善工作机制，确保公开及时准确有序进行\n（二）依申请公开",
            "我局不断完善工作机制，确保公开及时准确有序进行\n（二）依申请公开",
        ),
    ],
)
def test_what_word_and_web_pages_drag_along_goes(pasted: str, expected: str) -> None:
    assert clean_pasted(pasted) == expected


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("收到5件，其中信函2件。", []),
        ("第1）项如下：1）加强学习；2）整改。", ["） 没有配对"]),
        ("做好工作，，继续", ["重复的标点"]),
        ("一是信息偏少，；二是指导不足", ["重复的标点"]),
        ("“应公开尽公开", ["“ 没有配对"]),
        ("收到１件,办结1件", ["全角数字", "中文之间用了半角标点"]),
        ("省略……", []),
        ("比上年增长8．8%。", ["全角的小数点"]),
        ("1．2025年公开92条。\n2．2026年公开93条。", []),
        ("公示办事流程，,更新二维码41张。", ["重复的标点"]),
        ("见www.a.gov.cn，.net程序。", []),
        ("电话：0736—5283117。", ["电话号码中的全角横线"]),
        ("2023年—2025年，0.0736—52831170元。", []),
    ],
)
def test_slips_are_named_with_their_place(text: str, whats: list[str]) -> None:
    assert [slip.what for slip in punctuation_slips(text)] == whats


def test_the_wide_dash_of_a_telephone_number_is_made_a_narrow_one() -> None:
    assert tidy_punctuation("电话：０７３６－５２８３１１７、0736——5283118。") == "电话：0736-5283117、0736-5283118。"


@pytest.mark.parametrize(
    "piece", ["<!--", "[if ", "[bookmark", "１", "(", "<a ", '"甲', "甲\t", " ", "\n"], ids=lambda piece: repr(piece)
)
def test_a_long_run_of_one_mark_takes_no_time_and_is_no_fault(piece: str) -> None:
    clean_pasted(piece * (100_000 // len(piece)))  # minutes, or a ValueError, for some of them


def test_a_comment_and_a_field_go_and_what_only_begins_like_one_stays() -> None:
    assert clean_pasted("甲<!-- 乙\n丙 -->丁[if gte mso 9]戊[endif]") == "甲丁戊"
    assert clean_pasted("甲<!-- 乙[if 丙") == "甲<!-- 乙[if 丙"


@given(st.text(alphabet="我局收到件,;:.!?()（）“”\"'。，、 12３\n{}t.", max_size=60))
def test_tidying_twice_changes_nothing_more_and_keeps_every_digit(text: str) -> None:
    once = tidy_punctuation(text)
    assert tidy_punctuation(once) == once
    assert [c for c in once if c.isdecimal()] == [str(int(c)) for c in text if c.isdecimal()]


@pytest.mark.parametrize(
    ("pasted", "mended"),
    [
        ("收到申请3件。", ()),
        ("收到申请3件。\r\n办结3件。\n", ()),
        ("收到申请１２件。", ("全角数字",)),
        ("收到 申请 3件。", ("空格",)),
        ("收到申请,办结", ("标点",)),
        ("<b>收到</b>申请１件", ("多带的代码和符号", "全角数字")),
        ("一是收到。\n\n二是办结。", ("断行和空行",)),
    ],
)
def test_what_was_mended_in_a_pasted_text_is_said(pasted: str, mended: tuple[str, ...]) -> None:
    assert what_was_mended(pasted, clean_pasted(pasted)) == mended
