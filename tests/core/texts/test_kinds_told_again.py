"""Kinds of applicants of one row, told again behind their list, and those of whom something is denied (N-01 … N-05)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of, told

_RULES = ("N-01", "N-03", "N-04", "N-05")
_CELLS: Mapping[str, Number] = {
    "t3.R01.C1": 29, "t3.R01.C2": 5, "t3.R01.C4": 1, "t3.R01.C5": 2, "t3.R01.C6": 1, "t3.R03.C1": 16, "t3.R03.C2": 3,
    "t3.R03.C4": 1, "t3.R03.C6": 1, "t3.R04.C1": 4, "t3.R04.C5": 1, "t3.R13.C1": 6, "t3.R13.C2": 2, "t3.R14.C1": 1,
    "t3.R14.C5": 1, "t3.R16.C1": 1, "t3.R25.C1": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“本机关不掌握”一栏8件，自然人6件、企业2件。自然人的6件里，4件问合同。企业的2件都是问采购价。", ""),
        ("部分公开5件，自然人4件、法律服务机构1件。自然人的4件涉及病历。", ""),
        ("不掌握的8件，其中自然人6件、企业2件。至于企业的2件，要的是中标价。", ""),
        ("不掌握的8件，其中自然人6件、企业2件。自然人的7件里，4件问合同。", "自然人的7件"),
        ("不掌握的8件，其中自然人6件、企业2件。企业的3件都是问采购价。", "企业的3件"),
        ("部分公开5件，自然人4件、律师事务所1件。自然人的5件中，隐去了姓名。", "自然人的5件"),
        ("不掌握8件，自然人6件、企业2件。全年新收自然人的28件。", "自然人的28件"),
        ("新收申请38件，自然人29件。自然人的28件里，多数问防疫。", "自然人的28件"),
        ("自然人的6件里，4件问合同。", "自然人的6件"),
    ],
)
def test_kinds_of_a_row_are_told_again(text: str, said: str) -> None:
    report = filled("平川区卫生健康委员会", "s3", text, _CELLS)
    assert told([finding.message for finding in findings_of(report, *_RULES)], said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("企业、律师事务所和其他组织的申请全部办完，没有结转。", ""),
        ("自然人新收29件；企业、律所的申请当年全部办结，无结转下年的情况。", ""),
        ("科研机构、公益组织提出的申请全部办结，没有结转下年。", ""),
        ("其中企业和律所的申请都已按期答复，年底没有结转。", ""),
        ("法人和其他组织的申请均已答复，没有结转。", ""),
        ("自然人、企业的申请全部办完，没有结转。", "没有结转"),
        ("企业、律所的申请全部办完，没有结转；自然人的申请也没有结转。", "没有结转"),
        ("企业、律所的申请全部答复，没有部分公开的。", "没有部分公开的"),
        ("申请全部办完，没有结转。", "没有结转"),
    ],
)
def test_what_is_denied_of_several_kinds(text: str, said: str) -> None:
    report = filled("平川区卫生健康委员会", "s3", text, _CELLS)
    messages = [finding.message for finding in findings_of(report, "N-03", "N-05")]
    assert told(messages, said)
