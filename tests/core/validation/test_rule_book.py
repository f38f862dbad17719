"""The rule book: every rule is in it, in words for people."""

import re
from html.parser import HTMLParser
from pathlib import Path

from typing_extensions import override

from core.form.form_reader import load_form
from core.office.register.vocabulary import register_rules
from core.validation.local_rules import read_local_rules
from core.validation.rule_book import rule_book_html


class _Text(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta",):
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.parts.append(data)


def shown(html: str) -> str:
    page = _Text(html)
    assert page.open == []
    return "".join(page.parts)


def test_every_rule_is_in_the_book_with_number_name_reason_and_source() -> None:
    text = shown(rule_book_html(load_form()))
    for rule in load_form().rules.values():
        assert f"{rule.id} {rule.name}" in text
        assert rule.why in text
    assert "官方勾稽7项＋合计35项" in text


def test_rules_of_the_register_stand_at_the_end() -> None:
    text = shown(rule_book_html(load_form(), others=register_rules().values()))
    assert text.index("依申请公开台账（") > text.index("F-01")
    for rule in register_rules().values():
        assert f"{rule.id} {rule.name}" in text
        assert rule.why in text


def test_the_book_speaks_no_program() -> None:
    text = shown(rule_book_html(load_form(), others=register_rules().values()))
    assert not re.findall(r"[{}]", text)
    assert not re.findall(r"\b(?:warning|error|hint|linear|function|t[234]\.)", text)


def test_only_what_is_official_is_called_so() -> None:
    html = rule_book_html(load_form())
    for rule in load_form().rules.values():
        entry = html.split(f'<div class="rule" id="{rule.id}">')[1].split("</div>")[0]
        assert "官方：官方" not in entry
        assert ("<td>官方：" in entry) == (rule.basis in ("printed", "label", "official")), rule.id


def test_examples_are_sentences_that_the_rule_can_say() -> None:
    for rule in load_form().rules.values():
        patterns = [".+".join(map(re.escape, re.split(r"\{[^{}]*\}", text))) for text in rule.messages.values()]
        assert not rule.example or any(re.fullmatch(pattern, rule.example) for pattern in patterns), rule.id
    entries = rule_book_html(load_form()).split('<div class="rule"')[1 : len(load_form().rules) + 1]
    assert [entry.count("<th>例</th>") for entry in entries] == [1] * len(load_form().rules)
    assert "“自然人”列：新收1＋结转2＝3；办理总计3＋结转下年4＝7，相差4。" in "".join(entries)


def test_an_example_stands_before_the_words_with_gaps_that_it_explains() -> None:
    for rule in re.findall(r'<div class="rule".*?</div>', rule_book_html(load_form("2021")), re.DOTALL):
        heads = re.findall(r"<th[^>]*>([^<]+)</th>", rule)
        assert "例" not in heads or "提示语" not in heads or heads.index("例") < heads.index("提示语"), rule


def test_the_book_of_every_format_can_be_made() -> None:
    for form_id in ("2019", "2021", "mixed", "mixed_2019_t2"):
        assert "T3-01" in rule_book_html(load_form(form_id))


def test_local_rules_are_marked(tmp_path: Path) -> None:
    path = tmp_path / "口径.toml"
    path.write_text(
        'name = "某市<口径>"\n[[rules]]\nid = "T2-05"\nlevel = "关闭"\nreason = "财政另行核对"\n'
        '[[statements]]\ntext = "监督保障"\nany_of = ["社会评议"]\nreason = "通知要求"\n',
        encoding="utf-8",
    )
    text = shown(rule_book_html(load_form(), read_local_rules(path)))
    assert "已导入本地口径：某市<口径>" in text
    assert "由疑点改为关闭。理由：财政另行核对" in text
    assert "“监督保障”：须写到“社会评议”（通知要求）" in text
