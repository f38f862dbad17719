import pytest

from core.report.title_lines import addressee_lines, title_lines
from core.word.looks import looks
from core.word.plan import signed_characters
from core.word.style_profile import preset

TITLE = "2025年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("unit", "lines"),
    [
        ("某某市城市管理和综合行政执法局", ["某某市城市管理和综合行政执法局", TITLE]),
        (
            "武汉市人力资源和社会保障局东湖新技术开发区分局",
            ["武汉市人力资源和社会保障局", "东湖新技术开发区分局", TITLE],
        ),
        ("某某县教局", ["某某县教局2025年", "政府信息公开工作年度报告"]),  # 20 and the gaps of Word
        ("某某县局", [f"某某县局{TITLE}"]),
        ("某" * 80, ["某" * 20, "某" * 20, "某" * 20, "某" * 20, TITLE]),
    ],
)
def test_title_is_broken_between_words(unit: str, lines: list[str]) -> None:
    assert list(title_lines(unit + TITLE, 20)) == lines


@pytest.mark.parametrize(
    ("unit", "lines"),
    [
        ("青澜县水利局", ["关于报送青澜县水利局", f"{TITLE}的函"]),
        ("云岭市市场监督管理局高新区分局", ["关于报送云岭市市场监督管理局高新区分局", f"{TITLE}的函"]),
        ("云岭市住房和城乡建设局高新区分局", ["关于报送云岭市住房和城乡建设局高新区分局", f"{TITLE}的函"]),
        ("云岭市生态环境局青澜经济开发区分局", ["关于报送", "云岭市生态环境局青澜经济开发区分局", f"{TITLE}的函"]),
        ("北京市朝阳区人民政府三里屯街道办事处", ["关于报送", "北京市朝阳区人民政府三里屯街道办事处", f"{TITLE}的函"]),
        (
            "江城市自然资源和规划局高新技术产业开发区分局",
            ["关于报送江城市自然资源和规划局", "高新技术产业开发区分局", f"{TITLE}的函"],
        ),
        (
            "大理白族自治州云岭县城市管理综合行政执法局高新区分局",
            ["关于报送大理白族自治州云岭县", "城市管理综合行政执法局高新区分局", f"{TITLE}的函"],
        ),
    ],
)
def test_the_name_of_a_unit_is_whole_where_it_fits_and_a_word_always(unit: str, lines: list[str]) -> None:
    assert list(title_lines(f"关于报送{unit}{TITLE}的函", 20)) == lines


def test_a_name_too_long_for_a_line_is_broken_before_the_branch_and_not_within_it() -> None:
    unit = "江城市自然资源和规划局高新技术产业开发区分局"
    assert list(title_lines(unit + TITLE, 20)) == ["江城市自然资源和规划局", "高新技术产业开发区分局", TITLE]
    assert list(title_lines("某某县人民政府办公室、某某县人民政府政务公开办公室：", 20)) == [
        "某某县人民政府办公室、",
        "某某县人民政府政务公开办公室：",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "江城国家高新技术产业开发区|管理委员会",
        "江城经济技术开发区|管理委员会办公室",
        "大理白族自治州云岭县人民政府|三里屯街道办事处",
        "西双版纳傣族自治州勐腊县|人民政府办公室",
        "云岭市不动产登记交易服务中心|暨住房保障事务管理中心",
        "云岭市自然资源和规划局|不动产登记交易服务中心",
        "云岭市市场监督管理局|高新区分局综合行政执法大队",
        "云岭市高新技术产业开发区|自然资源和规划局|不动产登记交易服务中心|暨住房保障事务管理中心综合协调处",
        "江城国家高新技术产业开发区|管理委员会|不动产登记和城市更新事务管理局|综合协调与政务公开工作办公室",
    ],
)
def test_the_unit_below_a_letter_is_broken_between_the_words_of_its_name(lines: str) -> None:
    assert "|".join(title_lines(lines.replace("|", ""), 16)) == lines


def test_a_long_unit_below_a_letter_has_no_short_line_in_between() -> None:
    room = signed_characters(preset())
    unit = "锦屏省云岭市高质量发展示范区|科技创新和数字经济产业园管理委员会|应急管理与消防救援协调安全生中心"
    assert "|".join(title_lines(unit.replace("|", ""), room)) == unit
    look = looks(preset())["SignDate"]
    assert look.left - look.right == 7 * look.size  # the axis of unit and date, whatever the unit


@pytest.mark.parametrize(
    "name",
    [
        "云岭市高新技术产业开发区自然资源和规划局不动产登记交易服务中心暨住房保障事务管理中心综合协调处",
        "黔西南布依族苗族自治州安龙县栖凤街道办事处综合治理和应急管理服务中心退役军人服务站",
        "呼和浩特市和林格尔县人力资源和社会保障局城乡居民社会养老保险经办服务中心",
        "新疆生产建设兵团第十二师乌鲁木齐经济技术开发区自然资源和不动产登记中心",
    ],
)
@pytest.mark.parametrize("longest", range(9, 21))
def test_no_word_is_torn_where_lines_are_short(name: str, longest: int) -> None:
    lines = title_lines(name, longest)
    assert "".join(lines) == name
    for words in ("不动产", "高新技术产业开发区", "经济技术开发区", "自然资源", "应急管理", "呼和浩特", "乌鲁木齐"):
        if len(words) <= longest:
            assert words not in name or any(words in line for line in lines), lines


@pytest.mark.parametrize("length", [1, 5, 19, 20, 21, 40, 79, 200])
def test_lines_together_are_the_title_and_none_is_too_long(length: int) -> None:
    title = ("某县12水利局（筹）" * 30)[:length]
    lines = title_lines(title, 20)
    assert "".join(lines) == title
    assert len(lines) == 1 or all(len(line) <= 40 for line in lines)


def test_numbers_are_not_broken_and_punctuation_does_not_begin_a_line() -> None:
    lines = title_lines("某某县某某某某某某某某某某某某某某某1234567890，某某某某某", 20)
    assert any("1234567890" in line for line in lines)
    assert [len(line) for line in title_lines("某" * 12 + "，" + "某" * 11, 20)] == [11, 13]


def test_an_addressee_goes_from_edge_to_edge_unless_a_sign_or_two_would_be_left() -> None:
    assert addressee_lines("某" * 27 + "：", 28) == ("某" * 27 + "：",)
    assert [len(line) for line in addressee_lines("某" * 28 + "：", 28)] == [14, 15]
    assert addressee_lines("某" * 32 + "：", 28) == ("某" * 32 + "：",)
    assert all(line[0] not in "、：" for line in title_lines("某某市人民政府办公室、某某县人民政府办公室：", 11))
