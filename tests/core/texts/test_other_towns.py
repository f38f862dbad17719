"""Another township at the head of a sentence on how this one does its work (N-10)."""

from __future__ import annotations

import pytest

from core.texts.rules.other_towns import other_towns
from tests.core.texts.filled_reports import filled, findings_of

TOWN = "定塬县柳沟镇人民政府"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024年，杨家坪镇认真贯彻落实上级部署，明确镇长为第一责任人，将任务分解到7个站所。", "杨家坪镇"),
        ("一年来，石门镇深入推进政务公开，镇党委多次研究。", "石门镇"),
        ("2024年石门镇坚持以公开促规范，全镇公开信息203条。", "石门镇"),
        ("本年度，大河乡严格落实上级部署，乡党委书记亲自抓。", "大河乡"),
        ("2024年，在县委、县政府领导下，石门镇扎实做好政府信息公开工作。", "石门镇"),
        ("今年以来，石门镇党委政府高度重视政务公开，成立了以镇长为组长的领导小组。", "石门镇"),
        ("2024年，杨家坪镇按照县政府统一安排，全面落实公开任务。", "杨家坪镇"),
        ("2024年，定塬县杨家坪镇政府认真落实条例，推进公开。", "定塬县杨家坪镇"),
        ("2024年，河东街道认真贯彻落实条例，各社区同步推进。", "河东街道"),
        ("2024年，杨家坪镇共主动公开政府信息412条。", "杨家坪镇"),
    ],
)
def test_another_township_is_told_once(text: str, name: str) -> None:
    (finding,) = findings_of(filled(TOWN, "s1", text, {}), "N-10")
    assert f"“{name}”" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "2024年，柳沟镇认真贯彻落实上级部署，坚持以公开为常态。",
        "2024年，我镇认真贯彻落实上级部署，向杨家坪镇学习先进经验。",
        "2024年度全镇认真贯彻落实上级部署。这一年镇政府坚持公开。",
        "各乡镇认真落实主体责任，我镇排名靠前。",
        "2024年，杨家坪镇组织干部到我镇交流政务公开经验。",
        "2024年，柳沟镇党委政府高度重视政务公开，成立领导小组。",
        "2024年，全县乡镇严格落实部署，统一公开目录。",
        "2024年，特色小镇坚持规划先行，有关信息及时公开。",
        "2024年，杨家坪镇与我镇联合开展政务公开培训。",
        "2024年，定塬县认真贯彻落实省市部署。",
        "2024年，原杨家坪镇按照机构改革要求并入后，有关信息一并公开。",
    ],
)
def test_the_township_itself_and_what_is_told_beside_it_are_right(text: str) -> None:
    assert findings_of(filled(TOWN, "s1", text, {}), "N-10") == []


def test_only_reports_of_townships_are_looked_at() -> None:
    text = "2024年，杨家坪镇认真贯彻落实上级部署。"
    assert other_towns(text, "定塬县水利局") == ()
    assert other_towns(f"今年街道认真落实部署。{text}", "定塬县城关街道办事处")[0].what == "杨家坪镇"
