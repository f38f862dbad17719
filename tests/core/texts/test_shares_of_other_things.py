"""Percentages beside numbers of other things: silent where anything gives them, and told with their own base."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, findings_of


def messages(text: str, code: str) -> list[str]:
    found = findings_of(filled("沧浦市公安局", code, text, HUNDRED), "N-05", "N-24")
    return [finding.message for finding in found if finding.level != "hint"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("民意信箱来信4690件，办结4652件，在办38件。通过网站提交的申请52件，占52%。", "s1.platform"),
        ("民意信箱来信4690件，办结4652件，在办38件。通过网站提交的申请52件，占62%。", "s1.platform"),
        ("无法提供的答复22件，占22.2%，反映档案信息化程度不高，12.8万卷档案中已数字化9.6万卷，占75%。", "s5"),
        ("无法提供的答复22件，占办结数99件的22.2%，全局12.8万卷档案中已数字化9.6万卷，占85%。", "s5"),
        ("无法提供22件，占22.2%；其中36个村的宅基地档案缺失率较高，3.2万宗宅基地中无档案的0.8万宗，占25%。", "s5"),
        ("无法提供22件，占22.2%，抽查的40个项目中有档案缺失的6个，占15%。", "s5"),
        ("征地类39件中，集中在3个高速公路项目的有21件，占53.8%；3个项目共涉及12个村。", "s1.request"),
        ("共有62名申请人，其中一年提交3件以上的7人，占11.3%，其申请量达29件，占29%。", "s1.request"),
        ("解读材料86件，图解45件、视频41件；规范性文件5件全部解读，解读率100%。", "s1.active"),
        ("全局专项资金1.86亿元中已公示1.67亿元，占89.8%；予以公开45件，占45.5%。", "s1.request"),
    ],
)
def test_a_percentage_that_anything_gives_is_right(text: str, code: str) -> None:
    assert messages(text, code) == []


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("征地类39件中，集中在3个高速公路项目的有21件，占63.8%；3个项目共涉及12个村。", "s1.request", "53.85%"),
        ("收到咨询186件，涉及社保的47件，占25.3%；收到申请100件，涉及退休档案的19件，占29%。", "s5", "19.00%"),
        ("来信4690件，办结4652件。收到申请100件，其中网上52件，占62%。", "s1.request", "52.00%"),
        ("无法提供22件，占28.7%，抽查的40个项目中有档案缺失的6个，占15%。", "s5", "22.22%"),
        ("公开招聘公告34期，涉及岗位612个，其中基层岗位428个，占79.9%。", "s1.active", "428÷612"),
        ("民意信箱来信4690件，办结4652件，占89.2%。", "s1.platform", "4652÷4690"),
    ],
)
def test_one_that_nothing_gives_is_told_with_its_base(text: str, code: str, said: str) -> None:
    (message,) = messages(text, code)
    assert said in message
