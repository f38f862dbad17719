"""No fee that section six tells is missing from a sum without a word, however it is written."""

from __future__ import annotations

from collections import Counter

import pytest

from core.published import Imported
from core.published.fees import fees_unread, fill_fees
from core.report.report import Report

_WHERE = "第六部分的第4个表格"
CHARGED: tuple[tuple[str, tuple[float | None, ...]], ...] = (
    ("本年度发出信息处理费收费通知1件，总金额￥120.00，实际收取￥120.00。", (1, 120, 120)),
    ("本年度发出信息处理费收费通知2件，总金额¥260，实际收取¥260。", (2, 260, 260)),
    ("信息处理费收费通知1件，总金额RMB 90，实际收取RMB 90。", (1, 90, 90)),
    ("收费通知：3 件\t总金额：450 元\t实收：450 元", (3, 450, 450)),
    ("信息处理费收取情况详见附件。", (None, None, None)),
    ("本年度未发出收费通知，总金额0元，实际收取0元；上年度发出的2件收费通知共400元本年度收取。", (0, 0, 400)),
    ("本年度发出收费通知5件，总金额1250元，实际收取80%。", (5, 1250, 1000)),
    ("收取信息公开申请处理费：通知5件/1250元/1000元。", (5, 1250, 1000)),
    ("一季度收费通知1件100元，二季度1件150元，实际共收取250元。", (2, 250, 250)),
    ("本年度没有收取信息处理费，但下属事业单位收取200元。", (None, None, 200)),
    ("收取信息处理费-50元（退费）。", (None, None, -50)),
    ("本年度向申请人收取信息处理费 CNY 75，收费通知1件。", (1, None, 75)),
    ("收费通知：③件；金额：２６０；实收：２６０", (3, 260, 260)),
    ("共发收费通知Ⅱ份，计人民币壹佰贰拾圆，悉数收讫。", (2, 120, 120)),
    ("信息处理费收取120（元），通知1（件）。", (1, None, 120)),
    ("依申请公开工本费：80。", (None, None, 80)),
    ("收取 2×50 元信息处理费。", (None, None, 100)),
    ("信息处理费收取情况：\n通知 3\n应收 450\n实收 450", (3, 450, 450)),
    ("信息处理费收取情况如下。\n通知3件。\n共450元。", (3, None, 450)),
    ("对３名申请人按规定收取了信息处理费。", (None, None, None)),
    ("实际收取信息处理费一百二。", (None, None, 120)),
    ("信息处理费收取伍拾。", (None, None, 50)),
    ("信息处理费收入０．０１２万元。", (None, None, 120)),
    ("全年收取信息处理费廿元。", (None, None, 20)),
    ("收费通知2件，金额各60元，均已缴清。", (2, 120, 120)),
    ("本年度未发出收费通知，未收取信息处理费；2024年度通知的90元于3月补缴到账。", (0, 0, 90)),
    ("未收取信息处理费（个别申请人缴纳的30元除外）。", (None, None, 30)),
    ("信息处理费收取情况见附表。", (None, None, None)),
    ("本单位信息处理费：通知数、总金额、实收金额分别为3、330、310。", (3, 330, 310)),
    ("收费通知（3）件，总金额（450）元，实际收取（450）元。", (3, 450, 450)),
    ("收取信息处理费若干。", (None, None, None)),
    ("本年度收取信息处理费٣٠٠元。", (None, None, 300)),
    ("本年度收取信息处理费₩300。", (None, None, 300)),
    ("收到申请人支付的费用$20。", (None, None, 20)),
    ("收费通知一件，总金额一佰元正，实际收取一佰元正。", (1, 100, 100)),
    ("本年度收取信息处理费八十块。", (None, None, 80)),
    ("信息处理费收取共两笔，分别为100元和60元。", (2, 160, 160)),
    ("本年度向申请人收费：120元/件×3件。", (3, 360, 360)),
    ("发出收费通知3件，每件收取100元。", (3, 300, 300)),
    ("本年度收取信息处理费伍佰元，另有两百元尚未入账。", (None, None, 500)),
    ("信息处理费：一季度10元、二季度0元、三季度15元。", (None, None, 25)),
    ("发出收费通知4件（总金额1.6千，实收1.6千）。", (4, 1600, 1600)),
    ("收取信息处理费200元，系2024年12月发出的收费通知。", (None, None, 200)),
    ("本年度实际收取0元，未发出收费通知；2024年发出的收费通知400元，于本年收取。", (0, 0, 400)),
    ("未发出收费通知；本年度收取2024年的信息处理费400元。", (0, 0, 400)),
    ("本年度信息处理费收取金额￥ 1,200.50 元整，通知数 12 。", (12, None, 1200.5)),
)
"""What offices write, and what they mean; None for what they do not say."""

NOT_READ = (
    "信息处理费收费通知共计肆件 合计￥１６０．００元 已收￥１６０．００元",
    "本年度依申请公开收费 HK$50。",
    "全年共收取信息处理费 2 笔：①50元；②70元。",
    "本机关收取了一笔信息处理费，为人民币捌拾元整。",
    "信息处理费解缴60元。",
    "按量计收：共计45页，每页收10元。",
    "通知缴费3人次，实缴210。",
    "信息处理费：发通知2，应收80.5，实收80.5",
    "收费2起，收款共计壹佰陆拾圆整。",
    "本年度信息处理费收入1百20元。",
    "信息处理费 120 已上缴财政。",
    "本年未收费，退还上年多收的信息处理费20元。",
    "信息处理费共产生六十元五角。",
    "收费情况：一件，六十元，已缴。",
    "本年度收取信息处理费伍佰贰拾元（￥520）。",
    "发出《收费通知书》2份，金额分别为人民币30元、40元。",
    "本年度共向申请人收取信息处理费5万越南盾。",
    "信息公开申请收到缴费凭证3张，金额90。",
    "申请人支付邮费12元。",
    "信息处理费收取金额：Ⅲ百元",
    "缴费通知 2 份，共 $ 15",
    "信息处理费100+60=160",
    "信息处理费收取：3笔",
    "信息处理费明细：张某30，李某40。",
    "收取检索费、复制费合计叁拾。",
    "信息处理费:2件/300元",
    "已收费两次。",
    "收费一百。",
    "收费通知书发了两份、钱款已到。",
)
"""More of it, in odd spellings; none of these is read as a whole."""

NOTHING_TO_ASK = (
    "信息处理费0件、0元。退费人员身份证号110105-19491231-0021，卡号6222 0200 1234 5678 903。",
    "本年度无收费情况。",
    "本机关2025年未向申请人收取任何检索、复制、邮寄费用。",
    "信息处理费收取情况：无。",
    "全年发出收费通知0件，总金额0元，实际收取0元。",
    "本年度未产生信息处理费。2025年共发布信息1280条，公众号阅读量3.2万次。",
    "没有收取信息处理费。收到表扬信2封、锦旗1面。",
    "信息处理费方面，本年度没有发出收费通知，也没有收费。",
    "按照国办函〔2020〕109号文件要求，本年度未收取信息处理费。",
    "本年度未收取信息处理费。财政拨付政务公开经费5万元。",
    "2025年，我局收到政府信息公开申请5件，均未收取费用。",
    "2023年、2024年、2025年均未收取信息处理费。",
    "未收取信息处理费。其他事项：参加培训30人次，培训费用支出4500元。",
    "依申请公开政府信息未收取信息处理费，行政事业性收费12.5万元。",
    "一是未收取信息处理费；二是开展政府开放日活动2场，参与群众60余人。",
    "信息处理费0元，收取0件。",
    "本单位2025年度信息处理费收费通知件数为0，总金额为0，实际收取总金额为0。",
    "本年度未收取信息处理费，申请量较2024年减少5件，下降12.5%。",
    "本年度收取信息处理费零元。",
    "严格执行信息处理费标准（30页以下不收，31页至100页每页10元），全年未收取。",
    "无信息处理费收取。免费邮寄答复书10份，自付邮费120元。",
    "没有需要报告的收费事项。全年办理人大代表建议3件、政协提案5件。",
    "本年度未收取信息处理费。",
    "信息处理费：0件，0元，0元。",
    "严格按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）执行，2025年未发生收费。",
    "信息处理费按《办法》执行，超过30件的部分每件100元，本年度未达到收费标准。",
    "同一申请人累计申请10件以下（含10件）不收费，11—30件的部分100元/件，本年度没有收取信息处理费。",
    "本年度收取信息处理费0元。另，年报印制费用支出3200元。",
    "政务公开工作经费共支出12万元，其中培训费1.5万元；本年度未收取信息处理费。",
    "本年度收取行政事业性收费35.6万元，与信息公开无关；没有发出信息处理费收费通知。",
    "不存在收取信息处理费的情况，群众满意度提升20个百分点。",
    "全年受理申请12件，均免费提供，未收取任何费用。",
    "2024年收取信息处理费500元；2025年未收取信息处理费。",
    "一、信息处理费收取情况\n本年度无。\n二、其他事项\n组织培训3次，印发手册2000册。",
    "信息处理费收取情况：通知数为零，总金额为零，实际收取为零。",
    "依申请公开信息共10页，未收取检索、复制、邮寄等费用。",
    "本机关没有收取信息处理费。落实惠企政策，为企业减免税费1.2亿元，退还保证金300万元。",
    "规范收费行为，公开收费项目12项、收费文件5件，未收取信息处理费。",
    "本年度收费通知 0 件、金额 0.00 元、实收 ￥0.00。",
    "共收到申请35件，其中自然人30件、企业5件，信息处理费为0。",
    "（一）收费情况。本年度未收取信息处理费。（二）其他。办理建议提案18件，咨询电话0571-88001234。",
    "本年度未收取信息处理费。“十四五”期间，12345热线办理诉求二百三十件。",
    "2025年1月1日至12月31日未收取信息处理费，收费标准详见附件。",
)


def read(text: str, tables: tuple[str, ...] = (), **others: str) -> Imported:
    """Return a report with this section six and these further tables, its fees filled in."""
    texts = {"meta.unit": "清溪县公安局", "meta.year": "2025", "s6": text}
    texts |= {code.replace("_", "."): said for code, said in others.items()}
    imported = Imported(Report("2021").with_texts(texts), {}, unrecognised=[(_WHERE, said) for said in tables])
    fill_fees(imported)
    return imported


def is_told(imported: Imported) -> bool:
    """Whether something of it has to be looked at."""
    return bool(fees_unread(imported.report, imported.unrecognised))


def test_no_fee_is_lost_without_a_word() -> None:
    counts: Counter[str] = Counter()
    lost, wrong = [], []
    for text, meant in CHARGED:
        imported = read(text)
        found = tuple(imported.report.cells.get(f"fee.{key}") for key in ("notices", "billed", "collected"))
        wrong += [(text, found) for one, want in zip(found, meant, strict=True) if one and float(one) != want]  # type: ignore[arg-type]
        is_whole = found == meant and any(found)
        counts["told" if is_told(imported) else "read" if is_whole else "lost"] += 1
        if not is_whole and not is_told(imported):
            lost.append((text, found))
    assert (lost, wrong) == ([], [])
    assert counts["read"] >= 5, counts


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_not_read_is_told(text: str) -> None:
    assert is_told(read(text))


@pytest.mark.parametrize("text", NOTHING_TO_ASK)
def test_where_nothing_was_charged_nobody_is_asked(text: str) -> None:
    assert not is_told(read(text))


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("发出收费通知件数 总金额（元） 实际收取（元） 3 330 310", True),
        ("发出收费通知（件） 三 收费通知总金额（元） 三百三十 实际收取总金额（元） 三百一十", True),
        ("项目 数额 信息处理费 ￥60", True),
        ("收费通知 2件 60元 40元", True),
        ("发出收费通知件数 总金额（元） 实际收取（元） 0 0 0", False),
        ("培训 场次 公开课 3", False),
    ],
)
def test_a_table_below_section_six_is_told_of(table: str, told: bool) -> None:
    assert is_told(read("本年度信息处理费收取情况：", (table,))) == told


def test_a_table_that_says_what_the_text_says_is_not_told_of() -> None:
    text = "本年度发出信息处理费收费通知3件，总金额330元，实际收取310元。"
    assert not is_told(read(text, ("通知件数 总金额（元） 实际收取（元） 3 330 310",)))
    assert is_told(read(text, ("通知件数 总金额（元） 实际收取（元） 3 330 320",)))


def test_parts_of_what_was_read_are_not_asked_for() -> None:
    for text in (
        "本年度发出信息处理费收费通知2件，总金额130元，实际收取130元（其中邮寄费15元）。",
        "本年度信息处理费收费通知1件，总金额100元、实际收取100元；另收取复印成本费45元。",
        "发出收费通知5件，总金额1500元，减免500元，实际收取1000元。",
        "本年度发出收费通知4件（其中100元2件、50元1件、30元1件），总金额280元，实际收取280元。",
        "2024年收取信息处理费500元，2025年收取信息处理费300元，收费通知3件，总金额300元。",
        "本年度按30件以下每件10元标准，发出收费通知1件，总金额30元，实际收取30元。",
    ):
        assert not is_told(read(text)), text


@pytest.mark.parametrize(
    "money",
    [
        "慰问困难群众800元。",
        "购买书籍200元。",
        "组织培训3次，每人300元。",
        "其中一家企业，200元。",
        "王某60元，李某40元。",
    ],
)
def test_money_of_a_sentence_that_names_no_fee_is_asked_for_only_where_nothing_says_what_was_collected(
    money: str,
) -> None:
    for fees in ("本年度没有收费。", "未发出收费通知。", "收取信息处理费200元。", "信息处理费收取0元。"):
        assert [is_told(read(text)) for text in (fees + money, money + fees)] == [False, False]
    for fees in ("共收取信息处理费。", "信息处理费收取情况如下。", "信息处理费已缴清。"):
        assert [is_told(read(text)) for text in (fees + money, money + fees)] == [True, True]


def test_fees_that_another_section_tells_of_are_told() -> None:
    said = "发出信息处理费收费通知1件，总金额100元，实际收取100元。"
    assert fees_unread(read("无其他事项。", s1_requests=said).report) == [
        "第六部分以外写有收费，程序没有读，请核对后手工加上"
    ]
    assert not is_told(read(said, s1_requests=said))
    assert not is_told(read("无其他事项。", s1_requests="受理申请12件，均未收取信息处理费。"))
    assert not is_told(read("无其他事项。", s1_requests="行政事业性收费12.5万元，公开收费文件3件。"))
