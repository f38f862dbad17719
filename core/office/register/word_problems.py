"""What is said of a row whose kind of applicant or outcome is no word of the form, with what may be proposed."""

from __future__ import annotations

from core.office.register.problems import Problem, problem, quoted
from core.office.register.vocabulary import OPEN, UNDECIDED, kind_word, offered_outcome, plain, vocabulary


def kind_problem(text: str, applicant: str) -> Problem:
    """Return what is wrong with a kind of applicant that is not known, or not written."""
    if not text:
        return problem("REG-4", "no_kind")
    words = vocabulary()
    offered, how = words.offered_kinds.get(kind_word(text), ""), "建议"
    if not offered:
        offered, how = offered_by_name(applicant), "按申请人名称的结尾建议"
    label = f"，{how}计入“{words.kind_labels[offered]}”（对照表写 {offered}）" if offered else ""
    return problem("REG-4", "kind", word=quoted(text), offer=label)


def outcome_problem(text: str, outcome: str, *, has_day: bool) -> Problem:
    """Return what is wrong with an outcome that is not known; without a day its row may be one that is not closed."""
    if outcome == UNDECIDED:
        return problem("REG-4", "several", word=quoted(text))._replace(is_open=not has_day)
    words = vocabulary()
    offered = offered_outcome(text)
    label = words.outcome_labels.get(offered, "")
    named = f"计入“{label}”（对照表写 {offered}）" if label else f"按“{offered}”"
    offer = f"，建议{named}" if offered else ""
    found = problem("REG-4", "outcome", word=quoted(text), offer=offer)
    return found._replace(is_open=not has_day or offered == OPEN)


def offered_by_name(applicant: str) -> str:
    """Return the column that the end of a name proposes; "" for none."""
    name = plain(applicant)
    return next((column for end, column in vocabulary().ends if name.endswith(end)), "")
