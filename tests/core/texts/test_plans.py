"""Plans for the report year that were left from an earlier report."""

from __future__ import annotations

import pytest

from core.texts.numbers import plain_text
from core.texts.plans import wrong_plans


@pytest.mark.parametrize(
    "text",
    [
        "2025年，我局将建立信息发布周调度机制，力争更新率达到95%以上。",
        "答复文书不够规范。2025年我局将制定答复文书模板，组织两次培训。",
        "2025年，本局将举办政策解读专场。",
        "2025年度，我局将邀请企业代表评议。",
        "一是专栏更新慢。2025年，将细化公开清单，按月抽查。",
    ],
)
def test_what_an_office_will_do_in_the_report_year_is_an_old_plan(text: str) -> None:
    assert [span.what for span in wrong_plans(plain_text(text, 2025), 2025)] == ["2025"]


@pytest.mark.parametrize(
    "text",
    [
        "2025年，我局将规范性文件全部公开。",
        "2025年，我局将政务公开纳入绩效考核。",
        "2025年，我局将制定出台的4件文件全部公开。",
        "2025年，我局将建立的台账报县政府办。",
        "2025年，我局将修订后的指南重新公布。",
        "2025年，我局将主动公开目录延伸至基层所。",
        "2026年，我局将建立信息发布周调度机制。",
    ],
)
def test_what_an_office_did_with_a_thing_is_no_plan(text: str) -> None:
    assert wrong_plans(plain_text(text, 2025), 2025) == []
