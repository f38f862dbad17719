"""雷同: which texts are alike, and that the short cut finds the same pairs as comparing all with all."""

from __future__ import annotations

import random
from dataclasses import replace

from core.office.collection.desk_rules import desk_settings
from core.office.collection.likeness import FIRST, FIVE, WHOLE, _groups, alike_texts
from tests.core.office.collection.desk_samples import FIVE as TEXT

NAMES = ["青澜县水利局", "青澜县教育局"]

FIRST_TEXTS = (
    "聚焦群众关切，围绕水库移民、河道采砂等重点，全年公布各类信息二百余条，其中规划计划、财政资金使用情况逐项列明来源和去向。",
    "信息由起草科室提出公开属性，办公室审核登记，每季度对历年文件清理一次，失效的在网页上注明，不再留在现行目录中。",
    "在县政府门户网站设立专栏，由综合股两名同志轮值，每周五下班前清点上架条数并留存截图，遇故障两小时内报修。",
)


def alike(texts: dict[str, dict[str, str]], limit: int = 80) -> list[tuple[str, str, str, int]]:
    return [tuple(pair)[:4] for pair in alike_texts(texts, NAMES, replace(desk_settings(), similarity=limit))]  # type: ignore[misc]


def test_names_years_and_numbers_are_no_difference() -> None:
    one = TEXT + "青澜县水利局2025年培训12次，本局将继续改进。"
    other = TEXT + "青澜县教育局2024年培训3次，本机关将继续改进。"
    assert alike({"a": {"s5": one}, "b": {"s5": other}}) == [("a", "b", FIVE, 100)]


def test_a_text_that_was_half_rewritten_is_not_alike() -> None:
    half = (
        TEXT[: len(TEXT) // 2]
        + "针对基层经办人员更换频繁的情况，编写岗位交接手册，安排老同志带新同志，每季度组织交流。"
    )
    assert alike({"a": {"s5": TEXT}, "b": {"s5": half}}) == []
    assert alike({"a": {"s5": TEXT}, "b": {"s5": half}}, limit=40) != []


def test_sections_one_and_five_are_compared_as_a_whole_too() -> None:
    first = TEXT.replace("政策解读", "主动公开")
    texts = {"a": {"s1.active": first, "s5": "问题：甲。"}, "b": {"s1.active": first, "s5": "改进：乙。"}}
    assert [pair[2] for pair in alike(texts)] == [WHOLE]
    both = {key: {"s1.active": first, "s5": TEXT} for key in "ab"}
    assert alike_texts(both, NAMES, desk_settings()) == [("a", "b", WHOLE, 100, 100)]


def test_a_section_one_that_was_copied_word_for_word_is_told_by_itself() -> None:
    own = "针对基层经办人员更换频繁的情况，编写岗位交接手册，安排老同志带新同志，每季度组织交流，年底逐项核对落实。"
    fives = (TEXT, own)
    reports = {
        key: {**dict(zip(("s1.active", "s1.manage", "s1.platform"), FIRST_TEXTS, strict=True)), "s5": five}
        for key, five in zip("ab", fives, strict=True)
    }
    assert alike(reports) == [("a", "b", FIRST, 100)]
    reports["b"]["s1.active"] = (
        "青澜县教育局以学校招生为重点，公布学区划分、报名条件和录取结果，答复家长来电，逐条登记。"
    )
    reports["b"]["s1.platform"] = "在县政府网站设招生专栏，每周检查链接，另由各校在公示栏张贴，方便不上网的家长查看。"
    assert alike(reports) == []


def test_standard_sentences_and_short_texts_are_not_compared() -> None:
    standard = (
        "本年度未发出信息处理费收费通知，未收取信息处理费。2025年，本机关未收到政府信息公开申请，无上年结转的申请。"
    )
    assert alike({"a": {"s1": standard * 3, "s5": ""}, "b": {"s1": standard * 3, "s5": ""}}) == []
    assert alike({"a": {"s5": "没有问题。"}, "b": {"s5": "没有问题。"}}) == []


def test_the_short_cut_finds_what_comparing_all_with_all_finds() -> None:
    rng = random.Random(5)
    letters = [chr(0x4E00 + i) for i in range(400)]
    base = ["".join(rng.choices(letters, k=120)) for _ in range(6)]
    texts = {}
    for i in range(60):
        text = list(rng.choice(base))
        for place in rng.sample(range(120), rng.randint(0, 40)):
            text[place] = rng.choice(letters)
        texts[str(i)] = {"s5": "".join(text)}
    groups = {key: _groups([of["s5"]]) for key, of in texts.items()}
    keys = list(texts)
    wanted = {
        (a, b)
        for i, a in enumerate(keys)
        for b in keys[i + 1 :]
        if 200 * len(groups[a] & groups[b]) // (len(groups[a]) + len(groups[b])) >= 80
    }
    assert {(one, other) for one, other, _, _ in alike(texts)} == wanted
    assert len(wanted) > 10


def test_a_copy_in_which_only_the_business_of_the_unit_is_replaced_is_alike() -> None:
    one = (
        "存在的主要问题：基层上报公租房分配材料质量不高；公租房分配信息更新间隔较长，群众查阅公租房分配结果不便。"
        "改进情况：制定公租房分配材料范本并上门指导；公租房分配结果三个工作日内上网，由专人逐条核对并按月通报；首页增设直达入口。"
    )
    other = one.replace("公租房分配", "烈士褒扬")
    others = {str(i): {"s5": TEXT[i * 7 :] + "其他单位写的内容"} for i in range(3)}
    assert ("a", "b", FIVE, 100) in alike({"a": {"s5": one}, "b": {"s5": other}, **others})


def test_short_names_of_the_own_unit_are_no_difference() -> None:
    people, water = "青澜县人力资源和社会保障局", "青澜县水利局"
    text = (
        "存在的主要问题：{0}科室之间衔接不够；{0}政策解读形式单一，{0}目录分类不细，旧链接打不开。"
        "改进情况：{0}制定责任清单，每月提醒；配图解，由办公室周查，请业务骨干逐条核对。"
    )
    one, other = text.format("人社局"), text.format("县水利局")
    assert alike({people: {"s5": one}, water: {"s5": other}}) == [(people, water, FIVE, 100)]
    assert alike({people: {"s5": text.format("该局")}, water: {"s5": text.format("本局")}}) == [
        (people, water, FIVE, 100)
    ]


def test_a_short_section_is_compared_more_strictly() -> None:
    short = (
        "存在的主要问题：一是主动公开不够及时，二是解读形式单一，三是旧链接打不开。"
        "改进情况：实行三日内上网并由办公室周查，配图解和短视频，更换窗口电话牌。"
    )
    assert alike({"a": {"s5": short}, "b": {"s5": short}}) == [("a", "b", FIVE, 100)]
    other = short.replace("三是旧链接打不开", "三是检索结果偏少").replace("更换窗口电话牌", "合并审查环节")
    assert alike({"a": {"s5": short}, "b": {"s5": other}}) == []
    half = short[:38]
    assert alike({"a": {"s5": half}, "b": {"s5": half}}) == []
    nothing = "无其他需要报告的事项。" * 8
    assert alike({"a": {"s5": nothing}, "b": {"s5": nothing}}) == []
