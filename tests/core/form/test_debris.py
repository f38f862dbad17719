"""Debris of Word and web pages, and what was never filled in: found in texts, and told from what only looks like it."""

from __future__ import annotations

import re
import time

import pytest

from core.form.debris import begins, find_debris, kinds
from core.report.paste_cleaner import clean_pasted
from tests.core.base.pattern_parts import first_characters


@pytest.mark.parametrize(
    ("text", "found", "what"),
    [
        ("见[bookmark: _GoBack]下", "[bookmark: _GoBack]", "Word 书签等代码"),
        ("见错误！未找到引用源。", "错误！未找到引用源。", "Word 失效的引用"),
        ("PAGEREF _Toc12 \\h 3", "PAGEREF _Toc12 \\h", "Word 域代码"),
        ("公开<br/>信息", "<br/>", "网页代码"),
        ("公开&nbsp;信息", "&nbsp;", "网页代码"),
        ("删除的内容：甲", "删除的内容：", "批注、修订的标记"),
        ("共#DIV/0!件", "#DIV/0!", "Excel 的错误值"),
        ("办理NaN件", "NaN", "程序的空值"),
        ("办理\ufffd\ufffd件", "\ufffd\ufffd", "乱码"),
        ("由${unit}编制", "${unit}", "邮件合并或模板的域"),
        ("【插图1】", "【插图1】", "图片的占位"),
        ("20XX年", "20XX", "待填的年份"),
        ("202X年", "202X", "待填的年份"),
        ("X月X日", "X", "待填的占位"),
        ("李××", "××", "待填的占位"),  # perhaps masked on purpose: asked about, never an error
        ("（ ）", "（ ）", "空的括号"),
        *((f"办件{empty}件", empty, "空的括号") for empty in ("{}", "{ }", "｛｝", "｛\u3000｝")),
        ("点击此处输入日期", "点击此处输入日期", "填写的提示"),
        ("2026年 月", " 月", "空着的数字"),
        ("本年新收件，结转2件。", "新收", "空着的数字"),
        ("本单位收到申请为件，均已答复。", "为", "空着的数字"),
        ("除1件补正外，均为件。", "为", "空着的数字"),
        ("实收360元，其余均为件。", "为", "空着的数字"),
        ("收费为0元，行政复议均为件。", "为", "空着的数字"),
        ("复议维持件，纠正2件。", "维持", "空着的数字"),
        ("被申请行政复议件，已维持1件。", "复议", "空着的数字"),
        ("被提起行政诉讼件、撤销1件。", "诉讼", "空着的数字"),
        ("共收到件政府信息公开申请。", "收到", "空着的数字"),
        ("全年受理件申请，均已答复。", "受理", "空着的数字"),
        ("办结率为，答复均未超期。", "率", "空着的数字"),
        ("按时答复率均达到。", "率", "空着的数字"),
        ("重复申请占比为；其余首次提出。", "占", "空着的数字"),
        ("共计件，已办结2件。", "共计", "空着的数字"),
        ("作出行政处罚决定件，均已公示。", "作出行政处罚决定", "空着的数字"),
        ("制发规范性文件件。", "制发规范性文件", "空着的数字"),
        ("主要问题：一是……", "……", "没有写完的地方"),
        ("按月检查栏目，", "，", "没有写完的地方"),
        ("一是...二是", "...", "没有写完的地方"),
        ("由某县水利局编制", "某", "没有换成实际名称的地方"),
        ("由A局编制", "A", "没有换成实际名称的地方"),
        ("X局公开信息", "X", "没有换成实际名称的地方"),
        ("网址www.xxx.gov.cn", ".xxx", "没有换成实际名称的地方"),
        ("电话123456789X", "123456789X", "没有换成实际名称的地方"),
        ("填写说明：写主要问题", "填写说明：", "填写的提示"),
        ("（略）", "（略）", "填写的提示"),
        ("【范文】问题", "【范文】", "填写的提示"),
        ("数据待核实。", "待核实", "填写的提示"),
        ("（红字请核实）", "（红字请核实）", "填写的提示"),
        ("问题。请张局长审阅。", "请张局长审阅", "填写的提示"),
        ("问题。请各位领导批示。", "请各位领导批示", "填写的提示"),
        ("无。请有关领导同志审定。", "请有关领导同志审定", "填写的提示"),
        ("以上请领导们审阅！", "请领导们审阅", "填写的提示"),
        ("问题。请张局长审阅 。", "请张局长审阅", "填写的提示"),
        ("无。请各位领导批示\u3000！", "请各位领导批示", "填写的提示"),
        ("以上请主任核定\r\n。", "请主任核定", "填写的提示"),
        ("请核实 ）", "请核实", "填写的提示"),
        ("数据待核实 。", "待核实", "填写的提示"),
        ("同上年 。", "同上年 。", "没有写出的内容"),
        ("（征求意见稿）", "（征求意见稿）", "稿次的标记"),
        ("附件：年报.docx", ".docx", "文件名或本机的位置"),
        ("C:\\年报", "C:\\", "文件名或本机的位置"),
        ("好的，以下是修改后的版本", "以下是修改后的", "写作软件的话"),
        ("## 问题", "## ", "写作软件的话"),
        ("同上年。", "同上年。", "没有写出的内容"),
        ("详见附件1。", "详见附件1。", "没有写出的内容"),
        ("完。12", "12", "多余的数字"),
        ("占七成以上。12.5", "12.5", "多余的数字"),
        ("好！3", "3", "多余的数字"),
        ("推送240条0", "0", "多余的数字"),
        ("共答复11件2", "2", "多余的数字"),
    ],
)
def test_debris_is_found_and_named(text: str, found: str, what: str) -> None:
    first = find_debris(text)[0]
    assert (text[first.start : first.end], first.what) == (found, what)


@pytest.mark.parametrize(
    "text",
    [
        "认定1545份，剩余75份待定。",
        "二〇〇八年", "2020年", "20世纪", "7×24小时", "3×5米", "5×8条", "X光", "PDF格式", "A-XX-3", "【一图读懂】",
        "http://a.gov.cn/xx_1/index__2", "点击此处查看", "annullare", "公开了……等信息", "共20 件", "1月 日", "《X》",
        "机制有待完善。", "尚待补充。", "某些信息", "某项工作", "办事大厅C区", "VIP厅", "报请领导审定。", "提请审核。",
        "附表计量单位，除行政事业性收费为万元外，均为件。", "除收费金额为元之外，其余均为件；",
        "收费金额为元，其余为件。", "除收费按万元计外，均为件。",
        "以上合计109件，单位均为件。", "计量单位统一为件，不计人次。", "统计口径为件。", "本部分数据单位默认为件。",
        "复议件、诉讼件均未发生。", "没有被申请行政复议件，也未被提起行政诉讼件。", "行政复议的为未发生件",
        "申请件、答复件一并归档。", "已受理件申请人信息", "办结率为100%。", "以提高答复率为目标。", "占比达到四成。",
        "无结转下年度继续办理件。", "行政处罚件均上网公示。", "规范性文件件件公开。", "共计3件。",
        "同上年相比增长", "略有增加。", "与上年相同的栏目", "详见附件的清单说明和目录。", "电话0000-1234567", "共3条。",
        "占七成。12.5万元", "推送240条", "推送240", "依据第二十条第3", "见表2", "3件、2件",
        "1.公开内容", "填报说明书", "5G县", "一是完善制度；", "http://www.xx.gov.cn/a.html", "征求意见稿公示",
        "完。2025年", "报请领导审定 。", "请领导审阅 后报送。", "机制有待完善 。", "对予以公开件，附送材料。",
        "办理的均为当年新收件，计54件。",
    ],
)  # fmt: skip
def test_what_only_looks_like_debris_is_left_alone(text: str) -> None:
    assert [f.what for f in find_debris(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收到申请【数字】件。", "【数字】"),
        ("发布〔填写〕件。", "〔填写〕"),
        ("全年收到申请（件数）件。", "（件数）"),
        ("受理{申请数}件，办结<办结数>件。", "{申请数}"),
        ("发布信息「数量」条。", "「数量」"),
        ("｛数字｝件，其中﹝数字﹞件。", "｛数字｝"),
        ("上年结转〖结转数〗。", "〖结转数〗"),
        ("《待补充》", "《待补充》"),
        ("收到申请‘待核实’件。", "‘待核实’"),
        ("电话：（电话号码）", "（电话号码）"),
        ("联系人：（姓名）", "（姓名）"),
        ("网址：[网址]", "[网址]"),
        ("［网站名称］设有专栏。", "［网站名称］"),
        ("许可【表二·行政许可·本年处理决定数量】件", "【表二·行政许可·本年处理决定数量】"),
        ("收到（表三·本年新收·总计）件", "（表三·本年新收·总计）"),
        ("《报告年度》年", "《报告年度》"),
        ("（联系人）", "（联系人）"),
        ("【联系科室】", "【联系科室】"),
        ("（网址）", "（网址）"),
        ("（电话号码）", "（电话号码）"),
        ("《数量》余条", "《数量》"),
        ('公开"数量"件', '"数量"'),
        ("比上年【增减·表三·本年新收·总计】件", "【增减·表三·本年新收·总计】"),
        ("联系我们：【联系电话】，【公布网址】", "【联系电话】"),
        ("存在以下不足：【问题一】；（问题二）；", "【问题一】"),
    ],
)
def test_a_name_left_where_a_value_should_stand_is_found(text: str, found: str) -> None:
    assert [text[one.start : one.end] for one in find_debris(text)][:1] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "让「数据」多跑路，推行“数字”赋能。",
        "本年处理决定数量（件数）比上年增加12件。",
        "表二、表三（表三第一行）另行说明。",
        "登记表写明申请人（姓名、电话）和所需信息。",
        "（报告年度）指1月1日至12月31日。",
        "“待办结”事项逐件催办，【一件事】专栏设12个。",
        "联系电话：0571-8800123",
        "【联系电话】0571-8800123",
        "主要问题（原因）如下。",
        "【问题】",
        "（问题一）",
    ],
)
def test_a_name_that_is_meant_is_left_alone(text: str) -> None:
    assert find_debris(text) == []


def test_every_kind_says_what_it_is_and_begins_with_a_character() -> None:
    """A part that begins with what stands before it would be tried at each character."""
    begun = first_characters(f"(?:{begins()})")
    for kind in kinds():
        assert re.search(r"[\u4e00-\u9fff]", kind.what)
        assert not re.match(r"\(\?<|.*\|\(\?<", kind.pattern), kind.what
        assert all(first in begun or re.match(begins(), first) for first in first_characters(kind.pattern)), kind.what


def test_pasted_texts_lose_code_and_keep_what_a_person_must_fill_in() -> None:
    assert clean_pasted("见[bookmark: _GoBack]下<b>文</b>，20XX年××局。") == "见下文，20XX年××局。"


@pytest.mark.parametrize(
    "brackets", ["[]", "［］", "〔〕", "〖〗", "{}", "｛｝", "「」", "『』", "<>", "＜＞", "【】", "（）", "()"]
)
def test_what_is_to_be_filled_in_is_found_in_brackets_of_every_kind(brackets: str) -> None:
    for said in ("待补充", "待填", "此处填写做法", "请填写"):
        text = f"一是{brackets[0]}{said}{brackets[1]}"
        assert [text[f.start : f.end] for f in find_debris(text)] == [text[2:]]
    assert not find_debris(f"按照国办公开办函{brackets[0]}2021{brackets[1]}30号编制")


@pytest.mark.parametrize("text", ["9" * 60_000, "９" * 60_000, "9" * 60_000 + "X", "1." * 30_000])
def test_a_long_text_of_digits_takes_no_time(text: str) -> None:
    begun = time.perf_counter()
    find_debris(text)
    assert time.perf_counter() - begun < 1
