"""Fees told in other words and orders (N-17): 共核定1830元, 申请人当月即缴, 约占应收金额的八成."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

Fees = tuple[int, int, int]
"""Notices sent, the sum billed, the sum collected."""

CITY: Fees = (5, 1380, 900)
BUREAU: Fees = (2, 240, 160)
SCHOOLS: Fees = (0, 0, 0)
UNPAID: Fees = (1, 120, 0)
PAID: Fees = (3, 450, 450)


def told(fees: Fees, text: str) -> set[str]:
    cells = dict(zip(("fee.notices", "fee.billed", "fee.collected"), fees, strict=True))
    found = findings_of(filled("平沙市水利局", "s6", text, cells), "N-17", "N-07")
    return {one.rule_id for one in found if "没有写" not in one.message}


WRONG = [
    (CITY, "按量计收的信息处理费共核定1830元，到账900元，全部上缴国库。"),
    (CITY, "按件计收的信息处理费核定1380元，到账990元。"),
    (CITY, "信息处理费核定金额1830元，实际到账900元。"),
    (CITY, "信息处理费共核收1830元，其中900元已到账。"),
    (CITY, "信息处理费核定1380元、到账1000元。"),
    (CITY, "按标准核算应收信息处理费1830元，入账900元。"),
    (CITY, "依标准计算，信息处理费应为1830元，已到账900元。"),
    (CITY, "到账信息处理费990元，核定1380元。"),
    (CITY, "信息处理费计费1830元，缴纳900元。"),
    (BUREAU, "我局对两件申请发出信息处理费收费通知，平均每件240元，均已收讫。"),
    (BUREAU, "发出收费通知两件，平均每件150元。"),
    (BUREAU, "两件收费通知平均每件收费150元。"),
    (BUREAU, "收费通知共两份，每份平均100元。"),
    (BUREAU, "我局对三件申请发出信息处理费收费通知。"),
    (BUREAU, "我局就3件申请发出收费通知，共240元。"),
    (UNPAID, "唯一一件收费通知，所涉信息处理费120元，申请人当月即缴。"),
    (UNPAID, "唯一一件收费通知所涉信息处理费100元，申请人尚未缴纳。"),
    (UNPAID, "仅有的一份收费通知涉及120元，申请人已当场缴纳。"),
    (UNPAID, "发出收费通知1件，金额120元，申请人次日缴清。"),
    (UNPAID, "收费通知1件，应收120元，申请人随即缴纳。"),
    (UNPAID, "收费通知1件，应收120元，当事人已于5月缴清。"),
    (UNPAID, "收费通知1件，应收120元，申请人在期限内缴费。"),
    (SCHOOLS, "信息处理费收取情况：我局依标准向一家企业收取80元，票据已开具。"),
    (SCHOOLS, "我局向一家企业收取信息处理费80元。"),
    (SCHOOLS, "全年向一名申请人收费80元，已开具票据。"),
    (SCHOOLS, "信息处理费方面，依规向申请人收取50元。"),
    (SCHOOLS, "对一件大量复制的申请收取了信息处理费。"),
    (SCHOOLS, "向一名申请人发出收费通知。"),
    (SCHOOLS, "信息处理费收取情况：向某公司收取80元。"),
    (CITY, "发出收费通知的信息处理费中，实收900元，约占应收金额的八成。"),
    (CITY, "信息处理费实收900元，占应收的80%。"),
    (CITY, "信息处理费实收900元，为应收的一半。"),
    (CITY, "实际收取信息处理费900元，不到通知金额的一半。"),
    (CITY, "信息处理费应收1380元，实收900元，收缴率八成。"),
    (CITY, "应收信息处理费中有八成已到账。"),
    (CITY, "应收信息处理费收回了八成。"),
    (CITY, "信息处理费实收额相当于应收额的90%。"),
    (BUREAU, "收费通知2件所列金额合计204元，已收160元。"),
    (BUREAU, "两份收费通知合计金额420元，到账160元。"),
    (BUREAU, "信息处理费应缴240元，申请人实际缴纳200元。"),
    (BUREAU, "已入库的信息处理费占通知总额的九成。"),
    (BUREAU, "信息处理费收缴率不足六成。"),
    (BUREAU, "仅对一件申请收取了信息处理费，金额240元，实收200元。"),
    (BUREAU, "对3件超出合理范围的申请出具收费通知书，合计240元。"),
    (SCHOOLS, "年内就一件申请收取信息处理费100元。"),
    (SCHOOLS, "收费通知书发出一件，申请人缴纳100元。"),
    (SCHOOLS, "一年来共收信息处理费60元。"),
    (UNPAID, "收费通知1件，应收120元，缴费人次日即缴清。"),
    (PAID, "收费通知3件，平均每件160元，均按时缴清。"),
    (PAID, "收费通知三件，件均130元。"),
    (BUREAU, "信息处理费应收、实收分别为240元、200元。"),
    (BUREAU, "信息处理费应收240元，已全部到账。"),
    (BUREAU, "实际到账信息处理费仅占应收数的一半。"),
    (BUREAU, "收费通知2件中，已缴费1件，计60元，另1件应缴180元尚未缴纳。"),
]
RIGHT = [
    (BUREAU, "我局对依申请公开不存在任何收费行为。"),
    (CITY, "按量计收的信息处理费共核定1380元，到账900元，全部上缴国库。"),
    (CITY, "信息处理费核定1380元、到账900元。"),
    (CITY, "信息处理费标准由省里核定，每页5元。"),
    (CITY, "上年信息处理费共核定1830元，到账950元。"),
    (BUREAU, "发出收费通知两件，平均每件120元。"),
    (BUREAU, "我局对两件申请发出信息处理费收费通知，平均每件120元。"),
    (UNPAID, "唯一一件收费通知，所涉信息处理费120元，申请人未缴。"),
    (UNPAID, "唯一一件收费通知，所涉信息处理费120元，申请人年底尚未缴纳。"),
    (UNPAID, "收费通知1件，应收120元，申请人应当月缴纳。"),
    (UNPAID, "收费通知1件，应收120元，要求申请人在期限内缴费。"),
    (UNPAID, "收费通知1件，应收120元，申请人逾期未缴费。"),
    (PAID, "收费通知3件，应收450元，申请人当月即缴。"),
    (SCHOOLS, "信息处理费收取情况：未向任何申请人收取。"),
    (SCHOOLS, "信息处理费标准：超过30页的，按每页10元收取。"),
    (SCHOOLS, "上年向一家企业收取信息处理费80元。"),
    (BUREAU, "信息处理费收取情况：我局依标准向一家企业收取80元，向另一家收取80元。"),
    (BUREAU, "信息处理费共收取160元，其中向一家企业收取80元。"),
    (CITY, "发出收费通知的信息处理费中，实收900元，约占应收金额的六成半。"),
    (CITY, "信息处理费实收900元，占应收的65%。"),
    (CITY, "实际收取信息处理费900元，超过通知金额的一半。"),
    (CITY, "信息处理费应收1380元，实收900元，收缴率65.2%。"),
    (CITY, "信息处理费实收900元，约为上年的八成。"),
    (BUREAU, "本年度共发出收费通知2件，总金额240元，实际收取160元。"),
    (BUREAU, "两份收费通知合计金额240元，到账160元。"),
    (BUREAU, "信息处理费收缴率超过六成。"),
    (BUREAU, "信息处理费收缴率达到三分之二。"),
    (BUREAU, "应缴的信息处理费中有三分之一未到账。"),
    (BUREAU, "对2件超出合理范围的申请出具收费通知书，合计240元。"),
    (BUREAU, "对其中1件申请发出收费通知。"),
    (BUREAU, "拟对3件申请发出收费通知，后因申请人撤回未发出。"),
    (BUREAU, "对5件申请是否收费进行研究，最终发出收费通知2件。"),
    (SCHOOLS, "对1件申请拟收取信息处理费，申请人撤回后未收取。"),
    (SCHOOLS, "我局未对任何申请收取信息处理费。"),
    (SCHOOLS, "办理不动产查询收费80元，不属于信息处理费。"),
    (UNPAID, "收费通知1件，应收120元，申请人次年1月缴清。"),
    (UNPAID, "收费通知1件，应收120元，申请人表示将按期缴纳。"),
    (UNPAID, "收费通知1件，应收120元，申请人可于期限内缴纳。"),
    (UNPAID, "收费通知1件，应收120元，申请人收到通知后放弃申请。"),
    (UNPAID, "收费通知1件，应收120元，年内未缴。"),
    (UNPAID, "收费通知1件，应收120元，提醒其按时缴费。"),
    (PAID, "收费通知3件，应收450元，申请人均按时缴清。"),
    (PAID, "收费通知3件，平均每件150元，均按时缴清。"),
    (BUREAU, "上年发出收费通知3件，应收300元；本年发出2件，应收240元。"),
    (BUREAU, "每件收费通知均载明金额、期限，共发出2件。"),
    (BUREAU, "信息处理费涉及2名申请人，共240元。"),
    (BUREAU, "复制档案资料涉及300元费用由申请人自行承担，信息处理费应收240元。"),
    (BUREAU, "信息处理费以外，支付宣传费用3000元。"),
    (BUREAU, "申请人支付信息处理费160元，余款尚未缴纳。"),
    (BUREAU, "两名申请人各缴纳80元。"),
    (BUREAU, "一名申请人缴纳80元，另一名申请人缴纳80元。"),
    (BUREAU, "信息处理费核定表已公示，实际收取160元。"),
    (CITY, "发出收费通知5件，核定1380元，实收900元，占65.2%。"),
    (CITY, "实收900元占应收1380元的65.2%。"),
]


@pytest.mark.parametrize(("fees", "text"), WRONG)
def test_what_is_false_beside_the_boxes_is_told(fees: Fees, text: str) -> None:
    assert told(fees, text) == {"N-17"}


@pytest.mark.parametrize(("fees", "text"), RIGHT)
def test_what_is_right_or_of_others_is_left_alone(fees: Fees, text: str) -> None:
    assert told(fees, text) == set()


def test_an_amount_left_blank_is_wrong_where_no_notice_was_sent() -> None:
    report = filled("平沙市水利局", "s6", "信息处理费收取情况：向一家企业收取80元。", {"fee.notices": 0})
    (one,) = findings_of(report, "N-17")
    assert "发出收费通知" in one.message


NOT_A_CENT = [
    "今年没有收一分钱。",
    "全年一分钱也没有收。",
    "2025年，我局没有向申请人收过钱。",
    "没有收钱。",
    "本机关全年未收取一分钱的信息处理费。",
    "今年没收过一分钱，也没有其他需要报告的事项。",
    "办理申请没有收到一分钱。",
]
OTHER_MONEY = ["停车场没有收过钱。", "补换公交卡没有收钱。", "没有收一分钱的工本费。", "没收违法所得3万元。"]
OF_SOMETHING_ELSE = "信息处理费共收取60元。老旧小区的图纸复印了六十页，也没收一分钱。"


@pytest.mark.parametrize("text", NOT_A_CENT)
def test_not_a_cent_is_said_of_the_fees(text: str) -> None:
    for collected, wanted in ((60, ["“实际收取总金额”是60元"]), (0, [])):
        cells = {"fee.notices": 1, "fee.billed": 60, "fee.collected": collected}
        found = findings_of(filled("平沙市水利局", "s6", text, cells), "N-17")
        assert [one.message.partition("填报的")[2].partition("，")[0] for one in found] == wanted


@pytest.mark.parametrize("text", OTHER_MONEY)
def test_other_money_is_no_fee(text: str) -> None:
    cells = {"fee.notices": 1, "fee.billed": 60, "fee.collected": 60}
    found = findings_of(filled("平沙市水利局", "s6", text, cells), "N-17")
    assert ["没有写" in one.message for one in found] == [True]


def test_not_a_cent_for_something_told_before_is_not_judged() -> None:
    cells = {"fee.notices": 1, "fee.billed": 60, "fee.collected": 60}
    assert findings_of(filled("平沙市水利局", "s6", OF_SOMETHING_ELSE, cells), "N-17") == []


@pytest.mark.parametrize(
    "text",
    [
        "本年度对3名短期内集中提交申请的申请人各发出收费通知1份，计3件。",
        "向3名申请人各发出信息处理费收费通知1件，应收450元。",
        "对3家企业各寄送缴费通知书一份，应收450元，实收450元。",
        "向3名申请人各开具收费通知1份，金额450元。",
        "对张某等3人各下达收费通知书1份，合计3件。",
        "对3名申请人各制发1份收费通知，共应收450元。",
        "对3名申请人分别发出收费通知1份，应收450元。",
        "以各种方式发出收费通知3件。",
    ],
)
def test_one_notice_for_each_is_not_how_many_there_are(text: str) -> None:
    assert told(PAID, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "本年度发出收费通知1份，应收450元。",
        "以各类渠道发出收费通知4件。",
        "全局发出收费通知1件。",
        "对3名申请人各发出收费通知1份，应收540元。",
    ],
)
def test_notices_in_all_and_sums_are_still_compared(text: str) -> None:
    assert told(PAID, text) == {"N-17"}
