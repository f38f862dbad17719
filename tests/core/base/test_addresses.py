"""What is an address, and which spellings are one."""

import pytest

from core.base.addresses import is_address, plain_address


@pytest.mark.parametrize(
    "spelling",
    [
        "https://www.a.gov.cn/Xxgk/1.html?id=2",
        "http://www.a.gov.cn/Xxgk/1.html?id=2",
        "HTTPS://WWW.A.GOV.CN/Xxgk/1.html?id=2",
        "www.a.gov.cn/Xxgk/1.html?id=2",
        " a.gov.cn/Xxgk/1.html?id=2 ",
    ],
)
def test_an_address_is_the_same_without_its_https_and_its_www(spelling: str) -> None:
    assert plain_address(spelling) == "a.gov.cn/Xxgk/1.html?id=2"


@pytest.mark.parametrize("spelling", ["https://www.a.gov.cn/", "a.gov.cn", "www.a.gov.cn/"])
def test_the_last_slash_makes_no_other_address(spelling: str) -> None:
    assert plain_address(spelling) == "a.gov.cn"


@pytest.mark.parametrize("other", ["a.gov.cn/xxgk", "b.a.gov.cn/Xxgk", "a.gov.cn/Xxgk/1", "a.gov.cn/Xxgk?id=1", ""])
def test_another_page_or_site_is_another_address(other: str) -> None:
    assert plain_address(other) != plain_address("a.gov.cn/Xxgk")


@pytest.mark.parametrize("begun", ["https://www.a.gov.cn", "https://www.a.gov.cn/", "www.a.gov.cn/xxgk/"])
def test_an_address_pasted_behind_another_is_none(begun: str) -> None:
    assert is_address(begun)
    assert not is_address(f"{begun}https://www.a.gov.cn/xxgk/1.html")
    assert not is_address("https://www.a.gov.cnwww.a.gov.cn/xxgk/1.html")
    assert not is_address("a.gov.cnwww.a.gov.cn/xxgk")
    for whole in ("www.cnwww.com/1.html", "https://cnwww.com", "https://www.a.gov.cn/www.b.gov.cn/1.html"):
        assert is_address(whole)
    assert is_address("https://www.a.gov.cn/open?url=https://b.gov.cn/1.html")
