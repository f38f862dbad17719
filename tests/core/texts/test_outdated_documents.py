"""Why documents are repealed narrows nothing: 废止不适应形势要求的规章3部; what they are about does."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_claims, wrong_quotes

_CELLS: dict[str, Number] = {
    "t2.rules.issued": 2,
    "t2.rules.repealed": 1,
    "t2.rules.in_force": 19,
    "t2.normative.issued": 16,
    "t2.normative.repealed": 9,
    "t2.normative.in_force": 112,
}
_UNIT = "临沅市人民政府"
_RULES = [
    "同步废止不适应形势要求的规章{}部，年末现行有效规章19部。",
    "废止不合时宜的规章{}部。",
    "废止与“放管服”改革要求不相适应的规章{}部。",
    "废止明显滞后于改革要求的政府规章{}部。",
    "年内废止与上位法相抵触的规章{}部。",
    "公布废止与现行法律法规不一致的市政府规章{}部。",
    "废止主要内容已失效的规章{}部，新制定2部。",
]
_DOCUMENTS = [
    "全年废止与上位法不一致的行政规范性文件{}件，制发16件。",
    "宣布废止超过有效期的行政规范性文件{}件。",
    "废止内容过时、依据失效的规范性文件{}件。",
    "废止已被新规定替代的规范性文件{}件。",
    "废止主要内容已失效的规范性文件{}件。",
    "废止内容陈旧的规范性文件{}件。",
    "年内废止了已过有效期、不再适用的行政规范性文件{}件。",
    "废止不再需要执行的市政府规范性文件{}件。",
    "集中废止与现行政策不符的行政规范性文件{}件。",
    "废止不适应经济社会发展需要的行政规范性文件{}件。",
    "废止有效期届满的规范性文件{}件，现行有效112件。",
    "全年废止调整对象已消失的规范性文件{}件。",
    "废止工作任务已完成的行政规范性文件{}件。",
    "废止与改革要求不相适应或不再适用的行政规范性文件{}件。",
    "统一废止难以适应新形势的规范性文件{}件。",
]


@pytest.mark.parametrize("text", _RULES)
def test_repealed_rules_are_all_of_them(text: str) -> None:
    assert wrong_quotes(filled(_UNIT, "s2", text.format(1), _CELLS)) == []
    wrong = wrong_claims(filled(_UNIT, "s2", text.format(2), _CELLS))
    assert [claim.cells for claim in wrong] == [("t2.rules.repealed",)]


@pytest.mark.parametrize("text", _DOCUMENTS)
def test_repealed_documents_are_all_of_them(text: str) -> None:
    assert wrong_quotes(filled(_UNIT, "s2", text.format(9), _CELLS)) == []
    wrong = wrong_claims(filled(_UNIT, "s2", text.format(7), _CELLS))
    assert [claim.cells for claim in wrong] == [("t2.normative.repealed",)]


@pytest.mark.parametrize(
    "text",
    [
        "修改完善了涉及营商环境的行政规范性文件6件。",
        "废止营商环境方面的规范性文件4件。",
        "废止以政府名义印发的规范性文件4件。",
        "废止不利于民营经济发展的规范性文件4件。",
        "废止妨碍统一市场和公平竞争的规范性文件2件。",
        "废止2015年以前制定的规范性文件5件。",
        "废止涉及证明事项的规范性文件5件。",
        "废止不适应形势要求的农业农村领域规范性文件4件。",
        "废止内容陈旧的规范性文件5件、被新规定替代的规范性文件4件。",
        "废止有效期届满的规范性文件5件，与上位法不一致的4件。",
        "制发经合法性审核的行政规范性文件15件。",
        "出台管用好用的行政规范性文件15件。",
        "制定与群众生产生活密切相关的行政规范性文件15件。",
        "废止不适应形势要求的规章制度6项。",
        "拟废止不适应形势要求的规章3部。",
        "建议废止与上位法不一致的规范性文件4件。",
    ],
)
def test_documents_that_are_narrowed_are_left_alone(text: str) -> None:
    assert wrong_quotes(filled(_UNIT, "s2", text, _CELLS)) == []
