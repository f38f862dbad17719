"""Small desks: which files came from whom, and what the list says; each shows another thing."""

from __future__ import annotations

from decimal import Decimal

from core import published
from core.office.collection.decisions import Decision
from core.office.collection.file_record import LETTER
from core.office.collection.unit_list import APART, NO
from tests.core.office.collection import desk_samples
from tests.core.office.collection.desk_samples import FINDING, ITEM
from tests.kept.rooms.desk_records import (
    DOUBT,
    DOUBTED,
    HINT,
    MAIL,
    MANY,
    NAMED,
    PRIVATE,
    Scene,
    file,
    letter,
    units,
    unread,
)
from tests.kept.rooms.desk_scenes_together import scenes_together


def scenes() -> dict[str, Scene]:
    """Return the desks by what they show."""
    return {**_states(), **_names(), **_years_and_versions(), **scenes_together()}


def _states() -> dict[str, Scene]:
    water, school = "青澜县水利局", "青澜县教育局"
    listed = [
        *units("水利局 教育局 公安局 财政局 司法局 民政局"),
        *units("林业局", must_report=False, counts=NO, note="合署办公"),
        *units("统计局", counts=APART, unit_type="政府工作部门", contact="王五", phone="13800138000"),
        *units("信访局", published_on="2026-1-20", published_url="https://a.example/1.html"),
        *units("审计局", published_on="2025-12-31"),
        *units("医保局", published_on="看不清"),
        *units("体育局", published_on="2026-5-1", unit_type="企事业单位"),
        *units("文旅局", published_on="2026年4月1日", must_report=False),
    ]
    files = [
        file(
            water,
            findings=(FINDING, HINT),
            items=(ITEM, DOUBT),
            figures={"t3.R01.C1": 3, "fee.billed": Decimal("1.50")},
        ),
        desk_samples.file(
            school, findings=(DOUBTED,), items=(DOUBT,), figures={"t3.R01.C1": 0}, refused={"t3.R02.C1": "无数"}
        ),
        file("青澜县公安局", figures={**MANY, "fee.notices": 1}, notes=("“本年新收”按一行读",)),
        file("青澜县林业局", figures={"t3.R01.C1": 100}),
        file("青澜县统计局", figures={"t3.R01.C1": 50, "t3.R25.C1": 2}, unit_type="别的类型", verdict="有错误"),
        file("青澜县信访局", figures={"t3.R01.C1": 7}),
        file("青澜县审计局", figures={"t3.R01.C1": 8}),
        file("青澜县医保局", findings=(PRIVATE, MAIL)),
        file("青澜县体育局", findings=(MAIL,), published_on="2026-1-3"),
        file("青澜县文旅局", items=(DOUBT,), notes=(published.REVISIONS_READ, published.FEES_UNREAD)),
        letter(
            "司法局的函.docx",
            "关于报送政府信息公开工作年度报告的函",
            "县政府办公室：",
            "现报送年度报告。",
            "青澜县司法局",
            "2026年1月3日",
        ),
    ]
    unlisted = [f for f in files if f.record.kind != LETTER]
    blanks = [
        desk_samples.file(
            water,
            figures=dict.fromkeys(("t3.R01.C1", "t3.R01.C2", "fee.notices"), 1),
            notes=(published.FEES_ELSEWHERE,),
        ),
        desk_samples.file(
            school, figures={"t3.R01.C1": 1, "fee.billed": Decimal("0.30"), "fee.notices": 0}, controls={"t3.R01.C7": 9}
        ),
    ]
    return {
        "all states": Scene(files, listed),
        "no list": Scene([*unlisted, files[-1]]),
        "nothing came": Scene([], units("水利局 教育局")),
        "nothing is asked for": Scene([], []),
        "blanks and amounts": Scene(blanks, units("水利局 教育局")),
    }


def _names() -> dict[str, Scene]:
    listed = [
        *units("水利局 教育局 人力资源和社会保障局 市场监督管理局 住房和城乡建设局 自然资源局 农业农村局 应急管理局"),
        *units("青石镇人民政府 大青石镇人民政府 湖滨街道办事处 经济开发区管理委员会 生态环境局 卫生健康委员会"),
    ]
    files = [
        file("青澜县人社局", "报告1.docx"),
        file("青澜县教育体育局", "报告2.docx"),
        file("", "市监局2025年报.docx"),
        file(
            "青澜县水利局",
            "自然资源局.docx",
            texts={"lead": "青澜县自然资源局编制本报告。青澜县自然资源局公布。"},
            items=(NAMED,),
        ),
        file("青澜县农业农村局", "青澜县应急管理局.docx", texts={"lead": "本报告。"}),
        file("不知道的单位", "报告3.docx"),
        file("", "报告4.docx", texts={"lead": "青澜县住房和城乡建设局按要求编制。"}),
        file("", "没有名字.docx"),
        unread("青石镇.pdf"),
        unread("湖滨街道办 年报.docx", digest=""),
        unread("生态环境分局报告.doc", why="“{file}”的扩展名不是能读的格式。请另存。"),
        unread("扫描件.pdf", lines=("青澜县卫生健康委员会", "2025年度报告")),
        unread("说明.zip"),
        unread("20260103.docx"),
        letter("不知谁的函.docx", "关于报送年报的函", "请查收。"),
    ]
    short = [
        file("县教育局", "甲.docx"),
        file("水利", "乙.docx"),
        file("青澜县水力局", "丙.docx"),
        file("青澜县民政局", "丁.docx"),
    ]
    replaced = [file("青澜县水利局"), unread("水利局.pdf"), unread("青澜县水利局旧.pdf"), unread("教育局.jpg")]
    return {
        "names": Scene(files, listed),
        "names that are near": Scene(short, units("水利局 教育局 财政局")),
        "an unread file that was replaced": Scene(replaced, units("水利局 教育局")),
        "unread files of nobody": Scene([unread("a.docx"), unread("b.html"), unread("c.zip")], units("水利局")),
        "letters alone": Scene(
            [letter("a.docx", "关于报送年报的函", "青澜县水利局"), letter("b.docx", "某某", "青澜县教育局", "1日")]
        ),
    }


def _years_and_versions() -> dict[str, Scene]:
    water = "青澜县水利局"
    period = {"lead": "统计期限自2025年1月1日起至2025年12月31日止。"}
    years = [
        file(water, year=2024, texts={"lead": "统计期限自2024年1月1日起至2024年12月31日止。"}),
        file("青澜县教育局", year=2024, texts=period),
        file("青澜县公安局", year=None, figures={"t3.R01.C1": 1}),
        file("青澜县财政局", year=2023),
        file("青澜县财政局", "财政局新.docx", digest="n"),
        file("青澜县司法局", year=2026),
    ]
    differing = [
        file(
            water,
            "一.docx",
            digest="a",
            figures={**MANY, "t2.rules.issued": 5},
            texts={"s5": "甲", "s1": "同"},
            findings=(FINDING, HINT),
            items=(ITEM, DOUBT),
        ),
        file(
            water,
            "二.docx",
            digest="b",
            figures={code: n + 1 for code, n in MANY.items()},
            texts={"s5": "乙", "s1": " 同"},
            findings=(FINDING, DOUBTED),
            items=(ITEM,),
            verdict="",
        ),
        desk_samples.file(
            water,
            "三.docx",
            digest="c",
            figures={},
            refused={"t3.R01.C1": "三"},
            findings=(FINDING,),
            items=(ITEM,),
            year=None,
        ),
    ]
    titles = [file(water, f"{name}.docx", digest=name, texts={"s5": "同"}, figures={"t3.R01.C1": 1}) for name in "甲乙"]
    totals = [
        file(water, f"{n}.docx", digest=str(n), controls={"t3.R01.C7": n}, figures={"t3.R01.C1": 1}) for n in (1, 2)
    ]
    same = [
        file(water, "一.docx", digest="a", shown="x", figures={"t3.R01.C1": 1}, findings=(DOUBTED,), items=(DOUBT,)),
        file(
            water,
            "一.xlsx",
            digest="b",
            shown="x",
            figures={"t3.R01.C1": 1, "fee.billed": 2},
            findings=(DOUBTED,),
            items=(DOUBT,),
        ),
        letter("函.docx", "关于报送年报的函", water),
    ]
    copies = [file(water, name, digest="a", shown="x") for name in ("一.docx", "补/一.docx")]
    return {
        "years": Scene(years, units("水利局 教育局 公安局 财政局 司法局")),
        "three versions": Scene(differing, units("水利局")),
        "three versions, one chosen": Scene(differing, units("水利局"), {water: Decision(chosen="b")}),
        "versions with other titles": Scene(titles, units("水利局")),
        "versions with other totals": Scene(totals, units("水利局")),
        "the same as Word and draft": Scene(same, units("水利局")),
        "copies": Scene(copies, units("水利局"), {water: Decision(chosen="a")}),
    }
