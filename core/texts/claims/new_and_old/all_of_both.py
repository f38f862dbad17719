"""Claims that all new applications and those carried in, named together, were dealt with.

对新收和上年结转的共38件申请，逐件研究，至年底均已答复完毕: what is carried over in the table says that they were not.
Clauses may stand between the two as long as they name nothing else that all could be said of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import holds_one, pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_OUT, HANDLED, RECEIVED
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.claims.new_and_old.all_done import IN_TIME, KEYS
from core.texts.language.role_keys import DEALT_WITH, NEW
from core.texts.reading.sentence.sentences import OVERVIEW_TEXTS, REQUEST_TEXTS

_NOUN = "(?:(?:政府信息公开|信息公开|依申请公开|公开)?(?:申请|办件|事项|件)?的?)"
_SO_MANY = f"(?:\\d+[件宗份]{_NOUN})?"
_NEW = (
    "(?:\\d+[件宗份])?(?:(?:20\\d\\d年|本年|今年|当年)度?的?)?(?:新收|收到|受理|接收|新增)"
    f"(?:到|来)?的?{_NOUN}{_SO_MANY}"
)
_OLD = (
    "(?:\\d+[件宗份])?(?:(?:20\\d\\d年|上年|去年|上一年)度?的?)?(?:结转|转入|转来|遗留)(?![至到下次明入])"
    f"(?:过来|而来|下来|来)?的?{_NOUN}{_SO_MANY}"
)
_AND = "(?:、|，(?=[^，。；\\n]*\\d+[件宗份])|以?及|和|与|连同|并同|加之|加上?|还是|或者?)(?:是)?"
_MANY = "(?:共计?|合计|总计|总共|一共|总)?"
_BOTH = pattern(
    f"(?:{_NEW}{_AND}{_OLD}|{_OLD}{_AND}{_NEW})(?:两类|两部分|二者|两者)?(?:的|，)?{_MANY}{_NOUN}{_MANY}"
    "(?:\\d+[件宗份](?:政府信息公开|信息公开)?(?:申请)?)?"
    "|\\d+[件宗份](?:政府信息公开|信息公开)?申请（[含包]括?(?:上年|去年|20\\d\\d年)?(?:结转|转来)(?:申请|件|的)*）",
    needs=["新收", "收到", "受理", "接收", "新增", "（含", "（包"],
)
"""新收和上年结转的共38件申请; 38件申请（含结转）"""
_BY_THEN = "(?:(?:20\\d\\d年)?12月(?:31日|底)|(?:20\\d\\d年?)?年[底末终])[之以]?前?"
_ALL_DONE = pattern(
    f"(?:并|且|也|现|已|目前|截至|截止|至|到|在|于|{_BY_THEN}|年内|当年|本年|全局|分局|全[县市区旗镇乡]|[我本][局委办厅县市区旗镇乡]|街道|两者|二者|两[类项]|最终|逐[件一项]|申请(?!人)|，)*"
    "(?:均|都|全都|(?:全部|所有)(?:的?(?:申请(?!人)(?:件|事项)?|办件)(?:均|都|全部)?)?|悉数|全数|尽数|一律|一并|如数)"
    f"(?:已经?|依法|依规|规范|妥善|予以|作出了?|得到|全部|在年内|年内|[于在](?:当年|年内|{_BY_THEN})(?:内)?)*"
    "(?:办结|办理完毕|办理完结|办理完成|办完|办毕|处理完毕|答复|回复|办复)(?:完毕|归档|申请人|到位|了)*"
    "(?:[并且、](?:均|都|全部|及时|依法|书面|按时|予以)*(?:送达|答复|反馈|告知|回复|寄送)(?:了|给|完毕|到位|申请人)*)?"
    "|(?:总体|综合|年度|全年|的)*(?:办结率|答复率)(?:均|都|达到?|为|是|保持在?)*(?:100[%％]|百分之百)"
)
"""至年底均已答复完毕, 全部申请已于年内办结并送达; not 均按期答复, which may be said of those that were due."""
_OF_SOME = pattern("除|到期|届满|应[于在]|凡|属于?|涉及|其中|部分|多数|大多|绝大|网上|信函|个人|企业|自然人")
_REMINDED = pattern("(?:到期|届满|期满)(?:预警|提醒|提示|催办|督办)")
"""逐件(到期提醒)，38件申请全部办结: how they were dealt with."""
_EXCEPTED = pattern(
    "(?<![解排删免清])除|(?:到期|届满)(?!预警|提醒|提示|催办|督办)|应[于在]|凡|部分(?!公开)|多数|大多|绝大"
)
_IN_TIME_TOO = pattern("按期|如期|[超逾]期|(?:法定|规定|答复|办理)*(?:期限|时限)[以之]?内")
"""171件申请全部办结，(按期)办结率100%: how, beside that they are."""
_NAMES_ELSE = pattern(
    "\\d|申请(?!人|公开)|复议|诉讼|咨询|信访|投诉|来信|留言|工单|建议|提案|许可|处罚|文件|答复书|告知书|其中|到期|期限|部分|对(?!照|接)"
)
"""What a clause between the two may not speak of."""
_BUT = pattern("除|仅|只有|结转|转入|跨年|未到期|未届满|延期|另|尚|其余|余下|剩余|剩下|\\d+[件宗份]")
_LEFT_TOLD = pattern(
    "(?:结转|转入|转至|延至|跨)[^，；。\\n]{0,6}(?:下|次|明)|(?:尚未|未)办结|在办(?![^，。；]{0,6}(?:清零|归零|为零|为0))|正在办理|继续办理"
)
_MEANING = "办结的申请（新收的和上年结转的）"
_COUNTS = pattern("(\\d+)[件宗份]")
_WORDS = ("结转", "转入", "转来", "遗留")
_CLAUSES = 5
_ALL_OF_NUMBER = "handled_all"
_DONE_RULE = "N-04"
_DUE = ("due", "processed", *NEW)
_SAID_DONE = pattern(
    "(?:政府信息公开|信息公开)?(?:申请|办件)?(?:已经?|现已|在年内|年内|最终|，)*(?:均|都|全都|全部|悉数|全数|尽数|一律|如数|一件不[落剩漏]地?)(?:已经?|依法|依规|妥善|得到|予以)*"
    "(?:办结|办理完毕|办理完结|办理完成|办完|办毕|处理完毕|答复完毕)(?:完毕|归档|到位|了)*(?=[，。；]|$)"
)
"""应办8件，…，8件(申请已悉数办结)，"""
_NEAR = 24
_LATER = pattern(
    "报告(?:发布|公布|公开|编制|编写|印发|成文)|目前|现在|如今|现已|次年|翌年|(?:20\\d\\d年)?(?<!\\d)(?:[1-9]|1[01])月"
)
"""(截至本报告公布之日)8件申请已全部办结: not by the end of the year, perhaps."""


def all_of_both(context: CheckContext, found: Found) -> Found:
    """Return the claims, with those that all that had to be dealt with was, where some is carried over."""
    if not context.numbers.get(CARRIED_OUT):
        return found  # as in most reports
    new, old, done = (context.numbers.get(cell) for cell in (RECEIVED, CARRIED_IN, HANDLED))
    if new is None or old is None or done is None or done == new + old:
        return found
    found = _more_than_done(context, found, (new, new + old), done)
    found = _all_told_done(context, found, new + old, done)
    for code in (*OVERVIEW_TEXTS, *REQUEST_TEXTS) if old else ():
        text = context.report.texts.get(code, "")
        if not holds_one(text, _WORDS) or _LEFT_TOLD.search(text):
            continue
        for both in _BOTH.finditer(text):
            place = _said_of_all(code, text, both, (new, old))
            if place and not _is_told(found, place, text):
                said, left = text[place.start : place.end], (context.numbers[CARRIED_OUT],)
                claim = Claim(place, said, _MEANING, None, (CARRIED_OUT,), left, False, "N-04", "all_handled")
                at = sum(c.place.text != code or c.place.start < place.start for c, _ in found)
                found = [*found[:at], (claim, ""), *found[at:]]
    return found


def _more_than_done(context: CheckContext, found: Found, wholes: Sequence[Number], done: Number) -> Found:
    """Return the claims, a number of all that is said to be done wrong where it is more than was dealt with.

    收到申请38件，…，38件申请已全部办结, where one is carried over and nothing says so, rightly or wrongly.
    """
    for i, (claim, scope) in enumerate(found):
        many = claim.number if claim.key == _ALL_OF_NUMBER and claim.agrees else None
        if many is None or many <= done or many not in wholes:
            continue
        text = context.report.texts[claim.place.text]
        left = context.numbers[CARRIED_OUT]
        is_said = _LEFT_TOLD.search(text) or _is_said_of_left(found, claim.place.text, left)
        if _is_of_all(text, claim) and not is_said:
            found = [*found[:i], (claim._replace(agrees=False, sums=(done,)), scope), *found[i + 1 :]]
    return found


def _all_told_done(context: CheckContext, found: Found, both: Number, done: Number) -> Found:
    """Return the claims, the number of both told again and said to be done wrong: 应办8件，其中…，8件申请已悉数办结.

    It was left alone as one of some, since a part of the whole stands between the two, or is not known to be all.
    """
    for i, (claim, scope) in enumerate(found):
        if claim.key not in DEALT_WITH or claim.number != both or claim.agrees is False or claim.is_share:
            continue
        text, place = context.report.texts[claim.place.text], claim.place
        head = max(text.rfind(mark, 0, place.start) for mark in "。；\n") + 1
        said = _SAID_DONE.match(text, place.end)
        here = [c for c, _ in found if c.place.text == place.text and head <= c.place.start]
        is_told = any(c.number == both and c.agrees and c.key in _DUE and c.place.end <= place.start for c in here)
        is_wrong = any(c.agrees is False and c.rule_id == _DONE_RULE for c in here)
        if (
            not said
            or not is_told
            or is_wrong
            or _LEFT_TOLD.search(text)
            or _BUT.search(text, said.end(), said.end() + _NEAR)
        ):
            continue
        own = max(text.rfind(mark, 0, place.start - 1) for mark in "，。；\n") + 1  # 截至公布之日，8件
        is_left = _is_said_of_left(found, place.text, context.numbers[CARRIED_OUT])
        if is_left or any(word.search(text, own, said.end()) for word in (_OF_SOME, _LATER)):
            continue
        meaning = claim.meaning.partition("（")[0]
        wrong = claim._replace(meaning=meaning, cells=(HANDLED,), sums=(done,), agrees=False, rule_id=_DONE_RULE)
        found = [*found[:i], (wrong, scope), *found[i + 1 :]]
    return found


def _is_of_all(text: str, claim: Claim) -> bool:
    """Whether a number is that of all, and not of those done in time: 50件申请全部答复完毕."""
    if holds_one(_REMINDED.sub("", claim.quote), IN_TIME):
        return False
    place = claim.place
    head = max(text.rfind(mark, 0, place.start) for mark in "。；\n") + 1
    end = next((i for i in range(place.end, len(text)) if text[i] in "。\n"), len(text))
    last = [head, *(number.end() for number in _COUNTS.finditer(text, head, place.start))][-1]
    if (
        _LATER.search(text, last, place.end)
        or _EXCEPTED.search(text, head, place.start)
        or _OF_SOME.search(_REMINDED.sub("", text[last : place.end]))
    ):
        return False
    behind = _IN_TIME_TOO.sub("", text[place.end : end])
    return not (_BUT.search(behind) or "期" in behind)


def _is_said_of_left(found: Found, code: str, left: Number) -> bool:
    """Whether a text tells what is carried over, or is said to be wrong in what was dealt with."""
    here = [claim for claim, _ in found if claim.place.text == code and claim.kind != "share"]
    is_wrong = any(c.agrees is False and not {HANDLED, CARRIED_OUT}.isdisjoint(c.cells) for c in here)
    return is_wrong or any(claim.number == left and CARRIED_OUT in claim.cells for claim in here)


def _is_told(found: Found, place: Place, text: str) -> bool:
    """Whether the same sentence is said to be wrong in that already."""
    for claim, _ in found:
        if claim.agrees is False and claim.key in KEYS and claim.place.text == place.text:
            near = sorted([claim.place.start, place.start])
            if not holds_one(text[near[0] : near[1]], "。\n"):
                return True
    return False


def _said_of_all(code: str, text: str, both: re.Match[str], known: Sequence[Number]) -> Place | None:
    """Return where all of both are said to be dealt with; None where that is not sure."""
    head = max(text.rfind(mark, 0, both.start()) for mark in "。；\n") + 1
    told = [int(number) for number in _COUNTS.findall(both[0])]
    together = [told.pop()] if len(told) % 2 else []  # 新收和结转的38件; 新收35件和结转3件，共38件
    is_all = together in ([], [sum(known)]) and sorted(told) in ([], sorted(known))
    if not is_all or not ("申请" in both[0] or told or together) or _OF_SOME.search(text, head, both.start()):
        return None
    end = next((i for i in range(both.end(), len(text)) if text[i] in "。\n"), len(text))
    start = both.end()
    for clause in re.split("[，；]", text[both.end() : end])[:_CLAUSES]:
        stop = start + len(clause)
        if _ALL_DONE.fullmatch(clause):
            return None if _BUT.search(text, stop, end) else Place(code, start, stop)
        if _NAMES_ELSE.search(clause) or _OF_SOME.search(clause):
            return None
        start = stop + 1
    return None
