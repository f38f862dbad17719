"""What a finding was made with goes with it, and is nothing by which it is told from another one or stored."""

import pickle
from dataclasses import replace

from core.checks.findings import Finding, explain, finding_json
from core.checks.rules import finding
from core.form.form_reader import load_form
from core.report.report import Explanation

RULE = load_form().rules["N-13"]
MADE = finding(RULE, "start", text="第五部分", found="二是", expected="一是")


def test_a_finding_keeps_which_sentence_it_says_and_with_which_values() -> None:
    assert MADE.message == "第五部分的编号从“二是”开始，缺少“一是”，请核对。"
    assert (MADE.variant, MADE.values) == ("start", {"text": "第五部分", "found": "二是", "expected": "一是"})


def test_it_keeps_them_with_other_words_with_an_explanation_and_in_another_process() -> None:
    for reason in (MADE.message, "别的话"):
        explained = explain([MADE], {MADE.key: Explanation(reason, "情况属实", "张三", "2026-01-20")})[0]
        assert explained != MADE
        for kept in (explained, replace(explained, message=""), pickle.loads(pickle.dumps(explained))):
            assert (kept.variant, kept.values) == (MADE.variant, MADE.values)


def test_they_make_no_other_finding_of_it() -> None:
    plain = Finding(MADE.rule_id, MADE.level, MADE.message)
    assert (plain, hash(plain), plain.key, repr(plain)) == (MADE, hash(MADE), MADE.key, repr(MADE))
    assert finding_json(plain) == finding_json(MADE)
