"""What clerks call documents, decisions and fees beside their names in table two and section six: 废掉, 批出, 只收上来.

As with cases (``everyday_cases``), a phrase that the plain words of the vocabulary do not make up is tried again with
all of these marked, each by a character that says its concept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from core.base.patterns import pattern

_ITEM = "(?:[^，；。、：\\d和及与等没未无不]|没(?=收)){1,12}"
_SUCH = (
    f"(?:{_ITEM}(?:[、和及与]{_ITEM}){{0,6}}(?:等|一类|之类|这类)(?:其[他它])?(?:各类|各项|各种|方面|的|各|多项|多类)*)"
)
"""用地、规划等(许可): names some of all sorts, and narrows nothing."""
_ALL_SORTS = "(?:各类|各项|各种|全部|所有|的)*"
_LICENCE = (
    f"{_SUCH}?{_ALL_SORTS}(?:行政)?(?:许可(?:审批|决定书?|事项|证件|证|手续|业务|案件|办件|类|项目)*|审批许可(?:事项)?)"
)
_PENALTY = (
    f"{_SUCH}?{_ALL_SORTS}(?:罚单(?:[和及与、](?:其[他它])?)?)?(?:行政)?处罚(?:决定书?|案件|类|事项|案)*(?:罚了)?"
    "|罚单|罚款单|罚款决定书?|罚没决定书?"
)
_COERCION = f"{_SUCH}?{_ALL_SORTS}(?:行政)?强制(?:执行|措施|手段|决定书?|案件|类|事项|办法)*"
_WORK = "(?:综合|行政)*(?:执法|审批|许可)"
_AGENT = (
    f"(?:(?:全[市县区]|[我本][市县区]|[市县区])?(?:各级|各)(?:有关|相关)?{_WORK}(?:部门|机关|单位)|(?:执法|审批)(?:部门|机关|单位|窗口)"
    f"|(?:[我本]?[镇乡]|街道)(?:综合|行政|便民)*执法(?:[大中]?队|办公室|办|中心)|(?:综合|行政)*执法(?:队(?!伍)|人员)|(?:审批|办事|政务|服务|综合)*窗口)"
    "|[镇乡]政府|[省市县区州旗]政府(?:及|和|、|与|以及)(?:[省市县区州旗]政府)?"
    "(?:办公室|办公厅|办|各部门|所属部门|工作部门)"
)
"""各执法部门, 镇执法队: who decides for the whole unit; 综合行政执法部门 of a county is one of several."""
_WRONGDOERS = "(?:违法|违规)(?:的)?(?:行为人|行为|者|人员|商户|经营者|主体|当事人|单位|企业|个人|案件|[、和及与])+"
_CLIENTS = (
    "(?:(?:行政)?相对人|当事人|企业(?:和|与|及|、)?群众|群众(?:和|与|及|、)?企业"
    "|市场主体|经营主体|办事群众|申请人|社会)"
)
_TO_WHOM = (
    f"(?:对|针对|向|给|为|就)(?:各类|有关|相关|广大)?(?:{_WRONGDOERS}|{_CLIENTS})|(?:依法)?(?:查处|查办)(?:各类)?{_WRONGDOERS}"
    f"|向[^，；。\\d]{{2,12}}(?=收(?:取|上来|了|缴)?)"
)
_DECIDES = (
    "(?:依法|共|陆续|实际|全年|先后)*(?:批出|批办|批准|批复|批了|批|办成|办出|办了|办理|签发|颁发|核准|核发|准予|动用|使用|运用|启动|施用|用了|开出|下达|送达|作决定"
    "|作出决定|作出|做出|给出|采取|实施|发出|开具|给予|处以|罚了)(?:了|过)?"
)
_NEW = "(?:当年|年内|今年|本年|新近)?"
_ISSUE = (
    f"{_NEW}(?:新?(?:出台|制发|印发|制定|颁布|颁行|发布|推出)|新(?:发|定|立|订|出|制|颁)|添|颁|出|立|制)(?:了|的|过)"
    f"|{_NEW}新?(?:出台|制发|印发|制定|颁布|颁行|发布|推出)|新(?:发|定|立|订|出|制|颁)|颁行?"
)
_REPEAL = (
    "(?:宣布|明令|公布|打包|集中|予以|一并|清理|陆续|依法|同步|、|经评估|经清理)*(?:废止|废掉|废除|废弃|作废|停止执行|停止施行|不再执行|不再施行|清退|清出|淘汰|废)(?:了"
    "|掉|的|过)?"
)
_NOW = (
    "(?:年末|年底|期末|岁末|眼下|目前|当前|现在|如今|现|手头|手里|手上|清理后|清理之后"
    "|登记在册|在册|保留下来|、|至今|到)*"
)
_INFORCE = (
    f"{_NOW}(?:仍旧?|仍然|还|继续|依然|尚|正|照旧|照常|保持)*(?:在|能)?(?:现行)?(?:有效|管用|在用|施行|执行|沿用|适用|生效|留用|保留|留存|保有|存续|算数"
    "|起作用)(?:的|着|下来|了)?(?:存量)?(?:还|仍|尚)?(?:剩下?|余下?|留下?|存)?"
)
_PAPERS = "(?:老|旧|新|过时的?|陈旧的?|原有的?|旧有的?|不合时宜的?|失去时效的?)?(?:行政)?规范性文件"
_FILES = "(?:老|旧|新|过时的?|陈旧的?)文件|旧文"
_FEE_NAME = "[^，；。、\\d和及与]{1,12}费"
_CHARGES = (
    f"(?:{_FEE_NAME}(?:[、和及与]{_FEE_NAME})*等(?:的)?)?(?:各项|各类|各种|全部|的)*(?:行政事业性?|事业性|行政性)(?:收费|费用|规费)(?:收入"
    "|项目|金额|总额|款项)*"
)
_TAKEN = (
    "(?:全年|共|实际|依法|陆续|代为|账面|累计)*(?:进账|入账|代收|收上来|收进来?|征收|征缴|收取|收缴|收了|收到|收入|账面|折合|约合|到账|入库|缴库|上缴|实现|取得"
    "|完成)(?:了|的)?(?:合计)?"
)
_PAY = "(?:政府)?(?:信息公开)?(?:信息处理费用?|处理费用?)"
_BILL = "(?:收费|缴费|交费|缴款|付费)(?:通知书?|告知书?|通知单|单子?|单据)"
_NOTICE = (
    f"{_PAY}?(?:的)?{_BILL}|(?:要求|通知|催)(?:申请人|对方)?(?:缴纳?|交纳?|付){_PAY}的?(?:通知书?|单子?|函)|{_PAY}(?:的)?(?:通知书?"
    "|单子?|账单|单据)"
)
_BILLED = (
    f"(?:通知|合计|共|总共|按标准|依标准|按规定)*(?:该|应|应当|须|需|应予)(?:收取?|缴纳?|交纳?|征收|支付|付)(?:的)?{_PAY}?(?:金额|总额|数额|款项?|费用)?(?:则)?"
    f"|(?:票面|单据|开单|核定|核算|载明|列明|通知)(?:上的?|的)?(?:应[收缴交])?(?:总?金额|总额|数额|合计|收费)|票面|计费|核定{_PAY}?"
)
_COLLECTED = (
    "(?<![应该须需未没要])(?:实际|真正|只|仅|才|最终|最后|已|实|陆续|全部|分文不少|全额)*(?:收上来|收进来?|收到手|收到|收讫|收齐|收得|收缴|收取|收回|收了|收过|实收"
    "|缴来|交来|缴上来|交上来|缴清|交清|缴了|交了|缴到|交到|付了|到手|到账|入账|进账|缴入|入库)(?:了|的)?(?:(?:[我本](?:局|委|办|镇|乡|街道|机关"
    f"|单位))?(?:账上|账户|账内|财政|国库)(?:上)?)?(?:的)?{_PAY}?"
)
_NOBODY = "(?:任何(?:一个|一位|一名)?(?:人|申请人|单位|个人)|谁)"


class _Shape(NamedTuple):
    concept: str
    needs: tuple[str, ...]
    text: str


_COMMON = (
    _Shape("", ("执法", "审批", "许可", "政务", "政府"), _AGENT),
    _Shape("", ("对", "向", "给", "为", "就", "查"), _TO_WHOM),
    _Shape("", ("任何", "谁"), f"(?:向|对){_NOBODY}"),
    _Shape("", ("一",), "一[张份件个](?=[^，；。]{0,12}[没未不])"),
)
_POWERS = (
    *_COMMON,
    _Shape("PENALTY", ("罚",), _PENALTY),
    _Shape("COERCION", ("强制",), _COERCION),
    _Shape("LICENCE", ("许可",), _LICENCE),
    _Shape("CHARGES", ("收费", "费用", "规费"), _CHARGES),
    _Shape("NORMS", ("规范性文件",), _PAPERS),
    _Shape("THING", ("文",), _FILES),
    _Shape("REPEAL", ("废", "停止", "不再", "清退", "清出", "淘汰"), _REPEAL),
    _Shape("INFORCE", ("效", "用", "行", "留", "存", "保"), _INFORCE),
    _Shape("ISSUE", ("台", "发", "定", "颁", "推", "立", "订", "添", "增", "出", "制"), _ISSUE),
    _Shape("RECV", ("账", "收", "折", "约合", "库", "缴", "实现", "取得", "完成"), _TAKEN),
    _Shape(
        "DECIDE",
        ("批", "办", "发", "核", "准", "用", "开", "下", "送", "作", "做", "给", "采", "实", "处", "罚", "启"),
        _DECIDES,
    ),
)
_FEES = (
    *_COMMON,
    _Shape("NOTICE", ("通知", "单", "告知"), _NOTICE),
    _Shape("BILLED", ("应", "该", "票", "单据", "开单", "核", "载明", "列明", "通知", "计费", "须", "需"), _BILLED),
    _Shape("COLLECTED", ("收", "缴", "交", "到", "账", "付", "入库"), _COLLECTED),
    _Shape("PAY", ("处理费",), _PAY),
    _Shape(
        "DECIDE",
        ("发", "开", "下", "送", "作", "寄"),
        "(?:共|陆续|先后|依法)*(?:发出|发放|发|开出|开具|开|下达|送达|送出|送|作出|寄出|寄送|寄)(?:了|过)?",
    ),
)
_FIRST = 0xE500
_SECOND = _FIRST + len(_POWERS)
MARKS: Mapping[str, str] = {chr(_FIRST + i): shape.concept for i, shape in enumerate((*_POWERS, *_FEES))}
"""The characters that stand for what was found, each with its concept."""
_FOUND_POWERS = tuple((chr(_FIRST + i), s.needs, pattern(s.text, needs=s.needs)) for i, s in enumerate(_POWERS))
_FOUND_FEES = tuple((chr(_SECOND + i), s.needs, pattern(s.text, needs=s.needs)) for i, s in enumerate(_FEES))
_IS_ON_POWERS = pattern(
    "许可|罚|强制|规范性文件|规章|文件|收费|规费|事业性|[废效]|管用|留用|施行|执行"
    "|新[发定立订出制颁添增]|添了|办|批|动用|账|收|颁|停止"
)
_IS_ON_FEES = pattern("[收缴交付]|通知|票面|到账|入账|核定|到手")
_SAME = pattern("([\ue500-\ue5ff])、(?=\\1)")


def marked(phrase: str, topic: str) -> str:
    """Return a phrase with all everyday names of decisions, documents or fees marked; "" where it has none."""
    is_on = _IS_ON_FEES if topic == "fee" else _IS_ON_POWERS
    if not is_on.search(phrase):
        return ""
    told = "，".join([_marked(clause, topic) for clause in phrase.split("，")])
    return told if told != phrase else ""


def _marked(said: str, topic: str) -> str:
    for mark, needs, words in _FOUND_FEES if topic == "fee" else _FOUND_POWERS:
        if any(need in said for need in needs):
            said = words.sub(mark, said)
    return _SAME.sub(r"\1", said)
