"""Which number a list is of: none of its own items, all of its units, what is left after a change (N-24)."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    "text",
    [
        "申请绝大多数是个人递的。内容集中在三块：出警记录11件，户籍档案5件，交通事故材料4件，余下4件零散。",
        "从内容看有三大类：征地拆迁18件，工程建设9件，教育招生6件，其余5件。",
        "申请主要分布在四个领域：住房保障21件，物业管理14件，工程招标9件，燃气安全7件，其余3件较分散。",
        "诉求归为两个方面：拆迁补偿12件，违建查处7件，剩下3件为其他。",
        "内容集中在征地18件，规划9件，其余6件。",
        "几个方面都有：土地20件，房产8件，环保6件，余下4件。",
        "全年收到申请38件，内容有三类：土地类20件，房产类8件，环保类6件，其余4件。",
    ],
)
def test_the_first_item_of_a_list_is_no_total(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "全年收到申请38件，内容有三类：土地类20件，房产类8件，环保类6件，其余5件。",
        "全年收到申请39件，集中在三块：土地20件，房产8件，环保6件，其余4件。",
        "共发布信息39条，公开类20条，解读类8条，动态类6条，其余4条。",
    ],
)
def test_the_total_before_such_a_list_is_still_compared(text: str) -> None:
    assert wrong_sums(text, 2024)


@pytest.mark.parametrize(
    "text",
    [
        "全年在官网公布水质月报12期、停水通知87条、水价公示3条，合计102条。",
        "发布简报8期，通知公告120条，政策文件30件，合计158条。",
        "全年公开会议纪要4篇、工作动态66条、公示公告30条，共计100条。",
        "公开财政预决算2份、政府采购公告15条、人事信息9条，合计26条。",
        "公开财政预决算2份、政府采购公告15条、人事信息9条，合计24条。",
        "开放活动6场、发布信息40条、解读材料10条，合计50条。",
    ],
)
def test_a_total_may_be_of_items_in_all_units(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "全年在官网公布水质月报12期、停水通知87条、水价公示3条，合计112条。",
        "公开财政预决算2份、政府采购公告15条、人事信息9条，合计36条。",
        "开放活动6场、发布信息40条、解读材料10条，合计60条。",
        "公布简报5期；网站发布310条、公众号发布128条，合计443条。",
        "网站发布310条、公众号发布128条，合计448条。",
    ],
)
def test_a_total_that_no_units_come_to_is_wrong(text: str) -> None:
    assert wrong_sums(text, 2024)


@pytest.mark.parametrize(
    "text",
    [
        "政务新媒体由年初的21个整合为9个，其中微信公众号5个、微博2个、视频号2个。",
        "政务新媒体由年初的21个整合为9个，其中注销微信公众号8个、微博4个。",
        "政务新媒体由年初的21个整合为9个，其中公众号5个、微博2个。",
        "账号由21个整合为9个，其中关停8个、合并4个。",
        "账号由21个减少到9个，其中并入县级平台7个、直接注销5个。",
        "账号由21个整合为9个，其中公众号原有14个。",
        "全年关停账号12个，保留9个，其中公众号5个、微博4个。",
        "清理文件40件，废止15件，保留25件，其中修改8件、继续有效17件。",
        "申请量由上年的41件增加至52件，其中自然人45件、企业7件。",
        "申请量由上年的41件增加至52件，上年结转3件，办结55件，其中自然人45件、企业10件。",
        "申请由41件增加到52件，其中自然人40件，较上年增加9件，企业12件。",
        "专栏由30个精简到18个，共发布信息210条，其中政策类90条、民生类120条。",
        "政务新媒体由21个整合为9个，粉丝最多的3个，其中公众号2个、微博1个。",
    ],
)
def test_what_became_of_more_is_the_whole_of_its_parts(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "政务新媒体由年初的21个整合为9个，其中微信公众号5个、微博2个、视频号3个，实现责任落实。",
        "账号从16个压减至7个，其中公众号4个、微博2个、抖音号2个。",
        "全年关停账号12个，保留9个，其中公众号5个、微博3个、视频号2个。",
        "信息公开专栏由30个精简到18个，其中政策类8个、民生类7个、企业类5个。",
        "新媒体由去年的12个缩减为现有的6个（公众号4个、微博2个、视频号1个）。",
        "政务微博微信账号由15个归并为8个，其中县级5个、镇级4个。",
    ],
)
def test_parts_of_more_than_is_left_are_wrong(text: str) -> None:
    assert wrong_sums(text, 2024)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("对3名申请人各发出收费通知1份，计3件。", 0),
        ("对3名申请人各发出收费通知2份，合计6份。", 0),
        ("对3名申请人各发出收费通知1份，计2件。", 1),
        ("对3名申请人各发出收费通知2份，合计5份。", 1),
    ],
)
def test_as_many_for_each_make_their_product(text: str, many: int) -> None:
    assert len(wrong_sums(text, 2024)) == many
