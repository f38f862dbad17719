"""Small desks whose reports have to do with each other, with decisions or with last year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from core import published
from core.office.collection.decisions import Decision, item_key, own_item
from core.office.collection.desk import DeskFile
from core.office.collection.last_year import LastReports
from core.office.collection.unit_list import NO, YES, ListedUnit
from tests.core.office.collection.desk_samples import FINDING, FIVE, ITEM, record
from tests.kept.rooms.desk_records import DOUBT, DOUBTED, FIRST, NAMED, PRIVATE, SCATTERED, Scene, file, units


def scenes_together() -> dict[str, Scene]:
    """Return the desks by what they show."""
    return {**_governments(), **_twice(), **_texts(), **_decided(), **_before()}


def _governments() -> dict[str, Scene]:
    own, office, water, school = "青澜县人民政府", "青澜县人民政府办公室", "青澜县水利局", "青澜县教育局"
    three = {"t3.R01.C1": 3, "t3.R01.C2": 4, "t3.R01.C3": 5}
    parts = [
        file(water, figures=three),
        file(school, figures={"t3.R01.C1": 1, "t2.rules.issued": 2}),
        file(office, figures={"t3.R01.C1": 9}),
    ]
    sums = {"t3.R01.C1": 13, "t3.R01.C2": 4, "t3.R01.C3": 5, "t2.rules.issued": 2}
    less = {code: n - three.get(code, 0) for code, n in sums.items()}
    odd = {"t3.R01.C1": 20, "t3.R01.C2": 8, "t3.R02.C1": 1, "t2.rules.issued": 4, "fee.billed": Decimal("2.5")}
    listed = [ListedUnit(name) for name in (own, office, water, school)]
    return {
        "a government that adds up": Scene(
            [*parts, file(own, figures={**sums, "fee.notices": 0}, scope="汇总")], listed
        ),
        "a government without one unit": Scene([*parts, file(own, figures=less)], listed),
        "a government with other numbers": Scene(
            [*parts, file(own, figures=odd, controls={"t3.R01.C7": 28, "t3.R02.C7": 1})], listed
        ),
        "a government that left cells blank": Scene(
            [*parts, _blanked(file(own, figures=sums), "t2.rules.issued", "t3.R02.C2")], listed
        ),
        "a government and its office are counted": Scene(
            parts, [ListedUnit(own, counts=YES), ListedUnit(office, counts=YES), ListedUnit(water)]
        ),
        "a government among other places": Scene(
            [file(own), file("白石县水利局"), file("白石县教育局"), file("白石县公安局")]
        ),
        "two governments": Scene([file(own), file("白石县人民政府"), file(water)]),
        "a government that no list names": Scene(
            [*parts, file(own, figures=sums, scope="汇总", unit_type="各级人民政府")], listed[1:]
        ),
        "only towns": Scene(
            [file("青澜县青石镇人民政府"), file("青澜县白石镇人民政府", published_on="2026-3-31")], None
        ),
    }


def _blanked(sent: DeskFile, *codes: str) -> DeskFile:
    figures = {code: number for code, number in sent.record.figures.items() if code not in codes}
    return replace(sent, record=replace(sent.record, figures=figures))


def _twice() -> dict[str, Scene]:
    one, two = (
        {"t3.R01.C1": 3, "t3.R03.C1": 2, "t2.rules.issued": 1},
        {"t3.R01.C1": 4, "t3.R03.C1": 5, "t2.rules.issued": 6},
    )
    both = {code: n + two[code] for code, n in one.items()}
    fewer = {"t3.R01.C1": 7, "t3.R03.C1": 7}
    parts = [file("青澜县水利局", figures=one), file("青澜县教育局", figures=two)]
    zone = [file("青澜县经济开发区管理委员会", scope="汇总", figures=one), file("青澜县经济开发区水利局", figures=two)]
    same = [
        file("青澜县统计局", figures=one),
        file("县统计局", figures=one, digest="c"),
        file("青澜县统计局（新）", figures=two),
    ]
    places = [
        file("临江市青澜县统计局", figures=one),
        file("青澜县统计局", figures=two),
        file("青澜统计局", figures=both),
        file("统计局", figures=fewer),
    ]
    return {
        "the sum of others": Scene([*parts, file("青澜县政务中心", figures=both)], units("水利局 教育局 政务中心")),
        "too few numbers for a sum": Scene(
            [*parts, file("青澜县政务中心", figures=fewer)], units("水利局 教育局 政务中心")
        ),
        "a sum that was adopted": Scene(
            [*parts, file("青澜县政务中心", figures=both, digest="p")],
            units("水利局 教育局 政务中心"),
            {"青澜县政务中心": Decision(adopted=("p",), reason="已核实")},
        ),
        "a unit that sums up": Scene([*parts, file("青澜县政务中心", scope="汇总")], units("水利局 教育局 政务中心")),
        "a zone that sums up its own": Scene(zone, None),
        "a town that sums up nobody here": Scene([*parts, file("青澜县青石镇人民政府", scope="汇总")], None),
        "two names of one unit": Scene(same, None),
        "two names of one unit on a list": Scene(same, [ListedUnit(f.record.unit) for f in same]),
        "places left out": Scene(places, None),
    }


def _texts() -> dict[str, Scene]:
    names = ["水利局", "教育局", "公安局", "财政局", "司法局", "民政局"]
    copied = [file(f"青澜县{name}", texts={"s5": FIVE.replace("秘书", name)}) for name in names[:4]]
    nearly = file(
        "青澜县司法局", texts={"s5": f"{FIVE[:140]}三是另外写的一段，讲的是普法宣传和调解员的培训安排。", "s1": FIRST}
    )
    first = file("青澜县民政局", texts={"s5": "存在的问题是培训不够，改进的办法是多办培训班。", "s1": FIRST})
    both = [file(f"青澜县{name}", texts={"s5": FIVE, "s1": FIRST}) for name in names[:2]]
    scattered = [
        file("青澜县水利局", texts={"s1": FIRST}),
        file("青澜县教育局", texts={"s1.p1": SCATTERED[:90], "s1.p2": SCATTERED[90:]}),
    ]
    mentions = {
        "lead": "本报告由青澜县教育局编制。如有疑问请与青澜县公安局联系。",
        "s1": "会同青澜县公安局开展检查。青澜县财政局主动公开信息5条。县司法局主动公开信息6条，与民政局联合发文。",
        "s5": "青澜县财政局的公开工作有待加强。",
    }
    spoken = [file("青澜县水利局", texts=mentions, items=(NAMED,)), *(file(f"青澜县{name}") for name in names[1:])]
    return {
        "four with one text": Scene(copied, units(" ".join(names[:4]))),
        "alike in part": Scene([copied[0], nearly, first], units("水利局 司法局 民政局")),
        "alike as a whole": Scene(both, units("水利局 教育局")),
        "alike in part, word by word": Scene([first, nearly], units("民政局 司法局")),
        "alike only as a whole": Scene(scattered, units("水利局 教育局")),
        "names of others": Scene(spoken, units(" ".join(names))),
    }


def _decided() -> dict[str, Scene]:
    water, school, police = "青澜县水利局", "青澜县教育局", "青澜县公安局"
    files = [
        file(water, digest="w", findings=(DOUBTED,), items=(DOUBT,), texts={"s5": FIVE}),
        file(school, digest="s", findings=(FINDING,), items=(ITEM,), texts={"s5": FIVE}),
        file(police, digest="p", findings=(PRIVATE,), notes=(published.COMMENTS_LEFT,)),
        file("某局", "来件.docx", digest="g", items=(NAMED,), figures={"t3.R01.C1": 2}),
        file("", "无名.docx", digest="h"),
        file("青澜县林业局", digest="l", items=(DOUBT,)),
    ]
    decisions = {
        water: Decision(adopted=("w",), reason="已电话核实"),
        school: Decision(adopted=("s",), reason="有错误，不能采用", struck=(item_key(ITEM),)),
        police: Decision(
            adopted=("p",), reason="号码是热线", counts=NO, published_on="2026-1-9", published_url="https://a.example/"
        ),
        "青澜县财政局": Decision(given=("g",)),
        "青澜县司法局": Decision(given=("h",)),
        "青澜县林业局": Decision(
            adopted=("old",),
            reason="旧的",
            struck=(item_key(DOUBT),),
            added=(own_item("第五部分", "请写具体。"), own_item("", "请盖章。")),
            about=("l",),
        ),
    }
    listed = units("水利局 教育局 公安局 财政局 司法局 林业局")
    other = {"青澜县林业局": Decision(added=(own_item("", "请盖章。"),), about=("old",), published_on="2026-1-9")}
    return {"decided": Scene(files, listed, decisions), "decided of other files": Scene(files[5:], listed[5:], other)}


def _before() -> dict[str, Scene]:
    water, school, police = "青澜县水利局", "青澜县教育局", "青澜县公安局"
    files = [
        file(water, figures={"t3.R02.C1": 3, "t3.R02.C2": 1}),
        file(school, figures={"t3.R02.C1": 5}),
        file(police, figures={"t3.R02.C1": 2}),
        file("青澜县财政局", figures={"t3.R02.C3": 4}),
    ]
    old = [
        record(water, year=2024, judged_as=2024, figures={"t3.R25.C1": 3, "t3.R25.C2": 2}),
        record(school, year=2024, judged_as=2024, figures={"t3.R25.C1": 4}),
        record("青澜县司法局", year=2024, judged_as=2024, figures={"t3.R25.C1": 9}),
        record(police, year=2023, judged_as=2024, figures={"t3.R25.C1": 2}),
    ]
    listed = [*units("水利局 教育局 公安局"), *units("财政局", counts=NO)]
    total = LastReports(total={"t3.R25.C1": 10, "t3.R25.C2": 2, "t3.R25.C7": 12})
    return {
        "last year by units": Scene(files, listed, {}, LastReports(tuple((None, one) for one in old))),
        "last year as a sum": Scene(files, listed, {}, total),
    }
