"""Concepts that are asked for together when the meaning of a phrase is put together from its words."""

from __future__ import annotations

from core.texts.language.everyday_reasons import BESIDE, IF, RESULTS

NONE, RECEIVED, DONE = "NONE", "RECV", "DONE"
NOUNS = frozenset([
    "REVIEW", "SUIT", "DIRECT", "AFTER", "LICENCE", "PENALTY", "COERCION", "DENY", "UNAV", "NOPROC",
    "PERSON", "FIRM", "TRADE", "SCIENCE", "WELFARE", "LAWYER", "BODIES", "ISSUE", "REPEAL", "INFORCE",
])  # fmt: skip
"""What a list behind a negation may name, each by itself."""
NO_CONCEPT, AND, ALL, REQUEST, DECIDE = "", "AND", "ALL", "REQ", "DECIDE"
SUBJECTS = frozenset([REQUEST, "REVIEW", "SUIT", "DIRECT", "AFTER", "RORG", "COURT"])
"""What a clause on all must name: 所有申请都作了公开答复."""
WAYS = (("DIRECT", "direct"), ("AFTER", "after"), ("SUIT", "lawsuit"), ("REVIEW", "review"))
"""What a phrase of section 四 says itself of the kind of case."""
DECIDES = (("COURT", "lawsuit"), ("RORG", "review"))
"""Who decided says the kind of case where both are spoken of."""
OF_TOPIC = {
    (True, "UNDONE"): "PENDING",
    (True, "DONE"): "CLOSED",
    **{(True, ended): "OTHEROUT" for ended in ("STOPPED", "NOPROC", "OTHERRES")},
}
"""Words of applications that mean something else of cases: 办结4件 of reviews are closed."""
SUMMED = "SUMMED"
BOTH_KINDS = frozenset(["REVIEW", "SUIT"])
GROUPS = frozenset(
    [
        REQUEST,
        "INFO",
        "THING",
        "DECIDE",
        "DONE",
        "PROC",
        "DENY",
        "UNAV",
        "NOTGIVEN",
        "NOPROC",
        "STOPPED",
        "GUIDE",
        "BESIDE",
        "HANDED",
    ]
)
"""What may stand behind a list that says one thing: 讨论记录、请示报告(不予公开)."""
OF_CARRIED = GROUPS.union([
    "RECV", "ACROSS", "LAST", "NEXT", "CARRY", "CARRYIN", "CARRYOUT", "UNDONE", "LEFT", "END", "MONTH",
])  # fmt: skip
"""What may be said side by side of what is carried in or over: 尚未到期、留待下年续办的申请."""
OF_RECEIVED = frozenset(["RECV", "NEW"])
"""新接、登记的申请: one thing."""
OF_OTHER_MATTERS = frozenset(
    ["PETITION", "QUERY", "LICENCE", "PENALTY", "COERCION", "NORMS", "PAY", "NOTICE", BESIDE, IF]
)
OF_POWERS = frozenset([
    "NORMS", "REGS", "ISSUE", "REPEAL", "INFORCE", "LICENCE", "PENALTY", "COERCION", "CHARGES", "DECIDE",
    "DONE", "PROC", "THING", "AND", "ALL", "END", "NEW"
])  # fmt: skip
HIDDEN = frozenset(["PART", "DENY"])
"""隐去(不宜公开的)内容: what was hidden was not refused."""
UNSURE = frozenset([AND, IF, BESIDE, "GUIDE"])
"""Concepts by which no phrase is known to mean nothing."""
ROWS_TOLD = RESULTS.union([
    "HANDED", "FULL", "PART", "MAKE", "NOTHELD", "UNCLEAR", "REPEAT", "PUBLICATION", "MASS", "REISSUE", "UNPAID",
])  # fmt: skip
"""Results, and reasons that nobody only asks for: what is told beside words that change nothing for a row."""
ASKED_ROWS = frozenset(["REISSUE", "PUBLICATION", "MASS", "SECRET"])
"""Rows told by what is asked for, so that none of them may have been received."""
