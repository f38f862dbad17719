"""Knows that a total with a noun of its own is that of something else than the numbers before it.

复议23件，其中维持11件、纠正12件；行政诉讼案件合计19件: such a noun begins another thing, or is one more part: 县府办
26件，各乡镇合计24件，其他部门22件. 前两类合计79件 is the sum of so many of the parts alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import han_number
from core.texts.language.things import Count

_OWN_NOUN = pattern("^[；，](?P<noun>[\u4e00-\u9fff]{2,8}?)(?=一共|总共|总计|合计|共计)")
_PLAIN = pattern(
    "登记[簿本册表]上?|台账上?|[上下]半年|[前后][一二两三]个?季度|第?[一二三四]季度|全年|年内|本年度?|今年|当年|以上|上述|前述|全部|所有|各类?|[两三四五六七八九]?大?[者项类种个级]|部门|渠道|方式|方面|加起来|合起来|相加"
    "|(?:发布|推送|发稿|推文|更新)[总数]?量|行政|政府|公开|申请|办件|案件|事项|信息|数量|件数|办理|受理|收到|新收|办结|答复|处理|的"
)
"""Words that any sum of what stands before it may be called by."""
_SO_MANY = pattern("^[；，](?P<many>[两二三四五六七八九])(?:大?[类种项者级]|个)")
_OF_LAST_YEAR = pattern("(?:□□□(?:上年|他年)|上年|去年|上一年)度?(?!的?(?:结转|转|遗留|未|延))")
_WAY_TO_COURT = pattern("(?:未?经)(?:行政)?复议|(?:行政)?复议后")
"""(复议后)起诉7件；行政复议合计23件: no reviews."""
_NEW_MEDIA, _OF_NEW_MEDIA = "新媒体", pattern("公众号|微信|微博|抖音|快手|视频号|头条|短视频|图文|推文|客户端|直播")
_SOME_OF_LIST = pattern(
    "^，?(?:其中，?)?(?:排名|排在|位列|居)?(?P<which>前|后|末|最后)(?P<many>[两二三四五六七八九十\\d])"
    "(?:大?[类项种位个者])[^，；。\\d]{0,6}?(?:合计|共计|总计|一共|相加|共|占)[^，；。\\d]{0,4}$"
)
_STATE = pattern(
    "现行有效|继续有效|废止|失效|修[改订]|[制印]发|制定|结转|转入|新收|收到|受理|办结|答复|未审结|未结|审结|在办|在审|维持|纠正|驳回|撤销"
)
"""Words for what became of documents, applications and cases."""
_CAME, _DONE = frozenset(["新收", "收到", "受理"]), frozenset(["办结", "答复"])
_OF_ALL = frozenset([*_CAME, *_DONE, "审结"])
"""What a total may be called whose parts have names of their own: 维持3件、纠正2件，合计审结5件."""
_YEAR_BEFORE = pattern(
    "[，；]?(?:而|但)?(?:□□□上年|□□□他年|上年|去年|上一年|前年)度?(?:同期|全年)?(?![^，；。]*(?:转|遗留|未|留))"
)
_LIST_OF_YEAR_BEFORE = pattern(
    "[，；](?:而|但)?(?:□□□上年|□□□他年|上年|去年|上一年|前年)[^，；。（\\d]*\\d+[件宗份起条]（[^（）]*$"
)
"""答复99件(，上年答复89件（)公开39件、部分公开8件"""
_TO_MARK = pattern("[^，；：。、（）\\d]{0,12}")
_LETTERS = 2
_MOVED_TO = pattern("^(?:降|升|增|减|回落|上升|下降|增加|减少|持平)(?:至|到|为)$")
"""由341件(降至)310件"""
_WITHIN_OTHERS = pattern("[^，；。（）]{0,6}(?:含|包含|包括|计)在[^，；。]*(?:内|中)")
"""重新公布的13件(含在继续有效的文件之内)"""
_CAME_IN = pattern("新收|收到|受理|应办")
_DONE_HERE = pattern("(?:办结|答复|回复|办完|办理完毕)(?:了|的)?$")


def is_told_otherwise(text: str, parts: Sequence[Count]) -> bool:
    """Whether parts are within others, or tell how numbers moved, or what came in beside what was done."""
    heads = [part.head for part in parts]
    if _WITHIN_OTHERS.match(text, parts[-1].end) or any(_MOVED_TO.search(head) for head in heads):
        return True  # 自然人由341件降至310件，企业由55件降至42件
    came, done = (sum(bool(words.search(head)) for head in heads) for words in (_CAME_IN, _DONE_HERE))
    return came > 1 and done > 1  # 市本级新收61件、办结59件，县区新收167件、办结165件


def is_of_another_thing(said: str, run: Sequence[Count]) -> bool:
    """Whether the words between some parts and a total name what none of the parts is told as.

    Args:
        said: The words between the last part and the total: 各乡镇合计19件 is one more part.
        run: The parts.
    """
    if _OF_LAST_YEAR.search(said):
        return True  # 公益组织1件、律所3件、其他1件，上年这三类合计6件
    many = _SO_MANY.match(said)
    if is_some_of_list(said) or (many and han_number(many["many"]) == len(run)):
        return False  # 访谈38场、宣讲66场、问答34场，三类解读活动合计138场
    named = _OWN_NOUN.match(said)
    noun = _PLAIN.sub(" ", named["noun"]) if named else ""
    heads = _WAY_TO_COURT.sub("", "，".join(part.head for part in run)).replace("起诉", "起诉诉讼")
    heads += _NEW_MEDIA if all(_OF_NEW_MEDIA.search(part.head) for part in run) else ""
    words = [word for word in noun.split() if len(word) >= _LETTERS]
    pairs = [word[i : i + _LETTERS] for word in words for i in range(len(word) - 1)]
    return bool(pairs) and not any(pair in heads for pair in pairs)


def is_of_another_state(text: str, said: str, run: Sequence[Count], total: Count) -> bool:
    """Whether a total tells what became of things, and its parts tell another thing of them.

    制发规章3件、规范性文件17件，两类现行有效共170件: those made are no parts of those in force.
    """
    behind = _TO_MARK.match(text, total.end)
    states = {match[0] for match in _STATE.finditer(said + (behind[0] if behind else ""))}
    told = {match[0] for part in run for match in _STATE.finditer(part.head)}
    states -= _OF_ALL if told - _CAME else _OF_ALL - _DONE
    return bool(states and told) and not states & told


def is_some_of_list(said: str) -> bool:
    """Whether the words before a total say that it is of some of what is listed: 前四类合计."""
    return bool(_SOME_OF_LIST.match(said))


def some_of_list(said: str, run: Sequence[Count]) -> tuple[Sequence[Count], frozenset[Number]]:
    """Return the parts that 前四类合计 is of, and what it may be: the first ones, or the greatest."""
    named = _SOME_OF_LIST.match(said)
    many = (int(named["many"]) if named["many"].isdecimal() else han_number(named["many"])) if named else None
    if named is None or many is None or len(run) < many:
        return run, frozenset(sum(c.value for c in run[a:b]) for a in range(len(run)) for b in range(a, len(run) + 1))
    others = run[1:]
    if len(others) >= many and sum(part.value for part in others) == run[0].value:
        run = others  # 新收567件，依次为城东区148件、城西区121件、…，前两位合计269件
    is_first = named["which"] == "前"
    parts = run[:many] if is_first else run[-many:]
    by_size = sorted((part.value for part in run), reverse=is_first)[:many]
    return parts, frozenset([sum(part.value for part in parts), sum(by_size)])


def is_of_another_year(total: Count, parts: Sequence[Count]) -> bool:
    """Whether a total behind its parts is that of the year before, and they are not: 企业20件、律所3件，上年合计9件.

    Or the parts are, in brackets behind a total of their own, and the total before that is not.
    """
    if parts and total.end < parts[0].start and _LIST_OF_YEAR_BEFORE.search(total.text, total.end, parts[0].start):
        return True
    is_behind = bool(parts) and total.start > parts[-1].start and bool(_YEAR_BEFORE.match(total.head))
    return is_behind and not any(_YEAR_BEFORE.match(part.head) for part in parts)
