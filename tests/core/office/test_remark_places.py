"""The place is found that a remark speaks of; a cell that would have to be guessed is none."""

from __future__ import annotations

import pytest

from core.form.form_reader import load_form
from core.office.remark_places import find_place
from core.office.remark_words import spoken

NAMED = [
    # texts
    ("第五部分太短", "s5"),
    ("五、存在的主要问题及改进情况：请重写", "s5"),
    ("第五部分：与引言重复", "s5"),
    ("第5部分问题写得太笼统，改进措施要对应", "s5"),
    ("改进措施不具体，与去年雷同", "s5"),
    ("第六部分没有写信息处理费", "s6"),
    ("信息处理费要写明收取情况", "s6"),
    ("存在的主要问题要写三条", "s5"),
    ("其他需要报告的事项中请补充公开平台情况", "s6"),
    ("（五）监督保障“业务培训”：写得太空", "s1.oversight"),
    ("监督保障部分请补充考核结果", "s1.oversight"),
    ("（四）平台建设只写了网站，新媒体呢？", "s1.platform"),
    ("“（四）政府信息公开平台建设”请补充政务新媒体数", "s1.platform"),
    ("第一部分（二）补写无法提供2件", "s1.request"),
    ("第一部分(二)申请件数与第三部分不一致", "s1.request"),
    ("第一部分第（三）写规范性文件清理", "s1.manage"),
    ("第一部分“主动公开”：写的是“99条”", "s1.active"),
    ("第一部分依申请公开应写明新收9件", "s1.request"),
    ("依申请公开写得太笼统", "s1.request"),
    ("（二）依申请公开中新收件数与表三不符", "s1.request"),
    ("引言中不要写手机号13900000000。", "lead"),
    ("第三部分表前文字：写的是“没有收到申请”，但表中本年新收自然人5件", "s3"),
    ("第二部分表下注请说明清理情况", "note.t2"),
    ("成文日期写错", "meta.date"),
    ("公布网址打不开", "meta.website"),
    ("标题中少了“县”字", "meta.title"),
    ("报告题目写错了", "meta.title"),
    ("表三不予公开自然人应为1", "t3.R05.C1"),
    # the table of 主动公开
    ("表二行政许可应为52件", "t2.licensing.decisions"),
    ("二行政许可应为52件", "t2.licensing.decisions"),
    ("第二部分行政处罚少报3件", "t2.penalty.decisions"),
    ("表2 行政强制请与执法科核对", "t2.coercion.decisions"),
    ("行政处罚应为14件", "t2.penalty.decisions"),
    ("表二规章本年制发应为0", "t2.rules.issued"),
    ("表二规范性文件废止数不对", "t2.normative.repealed"),
    ("行政规范性文件现行有效应为7件", "t2.normative.in_force"),
    ("行政事业性收费单位是万元不是元", "t2.fees.amount"),
    ("主动公开：规章·本年制发件数“1”：请核对", "t2.rules.issued"),
    ("表一行政许可应为52件", "t2.licensing.decisions"),
    # the table of 申请
    ("表三本年新收自然人与台账不符", "t3.R01.C1"),
    ("表三自然人本年新收应为14", "t3.R01.C1"),
    ("依申请公开：本年新收·自然人“14”：请核对", "t3.R01.C1"),
    ("第三部分：本年新收（自然人、商业企业）：写的是“自然人5、商业企业0”，疑似左移", "t3.R01.C1"),
    ("第三部分：（一）予以公开（商业企业）：写的是“空白”，收到和处理政府信息公开申请情况表还有1格未填", "t3.R03.C2"),
    ("第三部分（三）不予公开第3项自然人应为1", "t3.R07.C1"),
    ("表三（三）5.属于三类内部事务信息，商业企业应为0", "t3.R09.C2"),
    ("表三不予公开中属于国家秘密1件要写依据", "t3.R05.C7"),
    ("表三其他法律行政法规禁止公开应为0", "t3.R06.C7"),
    ("表三结转下年其他应为1", "t3.R25.C6"),
    ("表三自然人上年结转与去年不符", "t3.R02.C1"),
    ("第三部分逾期不补正法律服务机构应为2件", "t3.R21.C5"),
    ("表三本年新收合计应为15件", "t3.R01.C7"),
    ("表三（一）企业应为2", "t3.R03.C2"),
    ("表三（三）自然人应为1", "t3.R05.C1"),
    ("表三自然人这一列不平", "t3.R24.C1"),
    ("新收应为15件", "t3.R01.C7"),
    ("依申请公开情况表自然人新收应为9", "t3.R01.C1"),
    ("办理总计应为15件", "t3.R24.C7"),
    ("无法提供应为2件", "t3.R13.C7"),
    ("表二自然人本年新收应为14", "t3.R01.C1"),  # who counts the tables
    # the table of 复议、诉讼
    ("表四行政复议维持应为1", "t4.review.upheld"),
    ("表四复议后起诉尚未审结漏报1件", "t4.after_review.pending"),
    ("第四部分未经复议直接起诉的结果纠正应为0", "t4.direct.corrected"),
    ("行政复议应为2件", "t4.review.total"),
    ("落款日期写上", "meta.date"),
    # section 六
    ("第六部分发出收费通知应为3件", "fee.notices"),
]

PAGES = [
    ("第二部分的表请核对", "s2"),
    ("表三数字与台账不符", "s3"),
    ("第三部分请重新核对", "s3"),
    ("表二规范性文件应为3件", "s2"),  # which of three columns?
    ("第一部分太长，压缩到一千字以内", "s1"),
    ("第四部分为什么全是0", "s4"),
    ("复议诉讼情况请核对", "s4"),
    ("总体情况写得太简单", "s1"),
    ("表三总计列不平", "s3"),
    ("三、收到和处理政府信息公开申请情况：勾稽关系不成立", "s3"),
]

UNKNOWN = [
    "请再斟酌",
    "请填报人再看一遍",
    "第九部分是什么",
    "规章制度要写全",
    "数字请再核对一遍",
    "有一部分内容重复",
    "小标题太长",
]


@pytest.mark.parametrize(("remark", "code"), NAMED)
def test_the_place_is_found_that_a_remark_names(remark: str, code: str) -> None:
    form = load_form("2021")
    place = find_place(form, remark)
    assert place.code == code
    assert place.code.startswith("meta.") or code in form.pages[place.page]


@pytest.mark.parametrize(("remark", "page"), PAGES)
def test_only_the_page_is_found_where_a_cell_would_be_guessed(remark: str, page: str) -> None:
    assert find_place(load_form("2021"), remark) == ("", page)


@pytest.mark.parametrize("remark", UNKNOWN)
def test_a_remark_that_names_nothing_leads_nowhere(remark: str) -> None:
    assert find_place(load_form("2021"), remark) == ("", "")


def test_a_row_without_its_column_leads_to_a_number_that_nobody_types() -> None:
    form = load_form("2021")
    for remark in ("表三补正后仍不明确应为2件", "表三不予处理漏报", "复议1件没有报"):
        assert form.cells[find_place(form, remark).code].is_derived


def test_the_words_of_superiors_name_lines_that_the_form_has() -> None:
    form = load_form("2021")
    tables = form.tables.values()
    lines = {f"{table.id}.{key}" for table in tables for key in (*table.rows, *table.columns)}
    keys = {
        "parts": {*form.sections},
        "tables": {*form.tables},
        "texts": {*form.texts},
        "rows": lines,
        "columns": lines,
    }
    for kind, known in keys.items():
        said = {word.key for word in spoken(form, kind)}
        assert said
        assert said <= known


def test_another_format_is_read_by_its_own_names() -> None:
    for form_id in ("2021", "2019"):
        form = load_form(form_id)
        assert find_place(form, "第三部分新收自然人应为3").code == "t3.R01.C1"
    assert find_place(load_form("2019"), "表二行政许可处理决定数量应为3").code == "t2_2019.licensing.decisions"
