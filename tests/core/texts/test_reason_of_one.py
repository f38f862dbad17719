"""The reason behind a single result, applications told where none came, a total behind a list (N-02, N-05, N-24)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of
from tests.core.texts.offices import NOTHING, Office, wrong_rules

TWO: Office = ("云屏县档案局", {"t3.R01.C1": 2, "t3.R03.C1": 1, "t3.R12.C1": 1})


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("予以公开1件；不予公开1件，因所要的内容属于国家秘密。", {"N-05"}),
        ("不予公开1件，因申请人所要的档案属于国家秘密，依法不予公开。", {"N-05"}),
        ("不予公开1件，原因是所申请的信息属于第三方合法权益。", {"N-05"}),
        ("不予公开1件，理由是所索取的材料为过程性信息。", {"N-05"}),
        ("不予公开1件，系因查询的事项属于内部事务信息。", {"N-05"}),
        ("不予公开1件，因为对方要求公开的资料属于行政执法案卷。", {"N-05"}),
        ("不予公开1件，由于所需文件涉及国家秘密。", {"N-05"}),
        ("不予公开1件，因所要的内容属于行政查询事项。", set()),
        ("不予公开1件，因申请人查询的事项属于行政查询事项，已告知途径。", set()),
        ("不予公开1件，因所要的内容不宜对外。", set()),
        ("不予公开1件，答复中说明所要的部分内容可能属于国家秘密。", set()),
        ("予以公开1件，因所要的内容不属于国家秘密。", set()),
    ],
)
def test_the_reason_of_one(text: str, rules: set[str]) -> None:
    assert wrong_rules(TWO, text) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("本年内收到村民从网上递来的信息公开申请1件，问的是占地补偿的事。", {"N-02"}),
        ("收到村民托人捎来的信息公开申请1件。", {"N-02"}),
        ("收到居民当面交来的信息公开申请2件。", {"N-02"}),
        ("年内收申请2，均公开。", {"N-02"}),
        ("收到一位市民通过邮箱发来的信息公开申请1件。", {"N-02"}),
        ("收到村民代表联名提交的公开申请1件。", {"N-02"}),
        ("收到本地种粮大户提出的政府信息公开申请1件，问补贴发放。", {"N-02"}),
        ("收到退休教师以挂号信寄来的信息公开申请一件。", {"N-02"}),
        ("收到县政务公开办转来的信息公开申请1件。", set()),
        ("收到应由县自然资源局答复的信息公开申请1件，已移送。", set()),
        ("收到下属中心提交的信息公开申请统计表1件。", set()),
        ("收到村民提交的危房改造申请15件。", set()),
        ("全年接收各界申请3件，均已答复。", {"N-02"}),
        ("收到村民从网上递来的低保申请12件。", set()),
        ("收到县里转来的信访件1件。", set()),
        ("村民来电询问申请流程3次。", set()),
        ("收到村民从网上递来的意见建议5条。", set()),
    ],
)
def test_applications_told_where_none_came(text: str, rules: set[str]) -> None:
    assert wrong_rules(NOTHING, text) == rules


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("办理结果：1.予以公开：7件；2.部分公开：2件；3.不予公开：3件。小计：22件。", 1),
        ("办理结果：1.予以公开：7件；2.部分公开：2件；3.不予公开：3件。小计：12件。", 0),
        ("收到7件，转来2件，共计9件。小计：9件。", 0),
    ],
)
def test_a_total_behind_its_list(text: str, found: int) -> None:
    cells: dict[str, Number] = {"t3.R01.C1": 12, "t3.R03.C1": 7, "t3.R04.C1": 2, "t3.R08.C1": 3}
    assert len(findings_of(filled("云屏县档案局", "s1.request", text, cells), "N-24")) == found


ROWS: dict[str, Number] = {
    "t3.R01.C1": 80, "t3.R03.C1": 40, "t3.R08.C1": 4, "t3.R10.C1": 5, "t3.R13.C1": 20, "t3.R14.C1": 5,
    "t3.R16.C1": 4, "t3.R17.C1": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "对6件不予处理的申请，经核实均属以信息公开名义进行的信访、投诉事项，已全部转区信访局办理。",
        "不予处理6件，经审查全部属于信访投诉类。",
        "不予处理的6件，经我局审查后都是信访举报投诉。",
        "对6件不予处理的申请，经逐件研判，均属信访投诉事项。",
        "无法提供的25件，经检索查找，均为本机关不掌握的信息。",
    ],
)
def test_all_are_of_one_row_as_was_found_out(text: str) -> None:
    assert [f.rule_id for f in findings_of(filled("云屏县档案局", "s3", text, ROWS), "N-05")] == ["N-05"]
    one_row = {**ROWS, "t3.R16.C1": 6, "t3.R17.C1": 0, "t3.R13.C1": 25, "t3.R14.C1": 0}
    assert findings_of(filled("云屏县档案局", "s3", text, one_row), "N-05") == []


@pytest.mark.parametrize(
    "text",
    [
        "对6件不予处理的申请，经核实多属信访、投诉事项。",
        "对6件不予处理的申请，经核实均属信访、投诉事项或者重复申请。",
        "不予处理的6件，经核实，4件均属信访投诉事项。",
        "不予处理的6件，经审查后均向申请人作了说明。",
        "不予处理6件，经沟通均已息诉，信访类4件，重复申请2件。",
    ],
)
def test_what_was_found_out_of_some_or_of_several_rows(text: str) -> None:
    assert findings_of(filled("云屏县档案局", "s3", text, ROWS), "N-05") == []


@pytest.mark.parametrize(
    "how", ["遮盖身份证号码后", "隐去账户后予以", "将户主姓名替换后", "抹去手机号后依法", "打包光盘后予以"]
)
def test_how_those_before_were_given_narrows_nothing(how: str) -> None:
    cells: dict[str, Number] = {"t3.R01.C1": 6, "t3.R03.C1": 2, "t3.R04.C1": 1, "t3.R13.C1": 3}
    for text in ("2件公开，1件{}部分公开，{}件属于本机关不掌握。", "1件{}公开，{}件不掌握。"):
        right, wrong = (filled("云屏县档案局", "s3", text.format(how, n), cells) for n in (3, 4))
        assert findings_of(right, "N-05") == []
        assert [f.cells for f in findings_of(wrong, "N-05")] == [("t3.R13.C7",)]


@pytest.mark.parametrize(
    "text",
    [
        "征地类申请中，2件遮盖身份证号后部分公开，3件属于本机关不掌握。",
        "涉及拆迁的5件，2件隐去姓名后予以公开，3件本机关不掌握。",
        "信访渠道转来5件，2件隐去姓名后予以公开，3件本机关不掌握。",
        "6件要求将旧图打包后公开，3件属于本机关不掌握。",
    ],
)
def test_what_their_set_is_narrows_them(text: str) -> None:
    assert findings_of(filled("云屏县档案局", "s3", text, ROWS), "N-05") == []
