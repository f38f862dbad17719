"""The rule book: all rules of a form as a page for people, to read on the screen or on paper, made from the data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from core.checks.sum_findings import sum_sentence
from core.form.form_definition import LEVEL_NAMES, FormDefinition, Rule
from core.validation.local_rules import LocalRules, level_in_words

_GROUPS = (
    ("C", "单元格：填什么、怎么填"),
    ("T2", "第二部分：主动公开政府信息情况"),
    ("T3", "第三部分：收到和处理政府信息公开申请情况"),
    ("T4", "第四部分：行政复议、行政诉讼情况"),
    ("X", "表与表之间"),
    ("Y", "与上年报告对照"),
    ("N", "文字"),
    ("F", "格式和报送过程"),
    ("L", "本地口径"),
    ("REG", "依申请公开台账（导入台账时检查；有错误的行处理完才能采用）"),
    ("B", "汇总审核：各单位的报告之间"),
)
_BASIS = {
    "printed": "官方",
    "label": "官方",
    "official": "官方",
    "practice": "惯例",
    "inferred": "建议",
}
_DO = {
    "error": "必须改，改正前不能生成送审稿",
    "warning": "核实或填写说明，定稿前处理",
    "hint": "供参考，不影响送审和定稿",
}
_FIELD = re.compile(r"\{[^{}]*\}")

_STYLE = """
body { font-family: "Microsoft YaHei", "Noto Sans CJK SC", "SimSun", sans-serif; line-height: 1.6; color: #222;
  max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; } h2 { font-size: 1.2em; border-bottom: 2px solid #888; margin-top: 2em; }
div.rule { border: 1px solid #bbb; border-radius: 4px; padding: .4em 1em; margin: .8em 0; break-inside: avoid; }
h3 { font-size: 1em; margin: .3em 0; } h3 b { margin-right: .6em; }
.level { float: right; font-weight: normal; padding: 0 .5em; border: 1px solid currentColor; border-radius: 3px; }
.error { color: #a40000; } .warning { color: #8a5300; } .hint { color: #31548f; } .off { color: #666; }
table { border-collapse: collapse; } th { color: #666; font-weight: normal; text-align: left; vertical-align: top;
  white-space: nowrap; padding: 0 1em 0 0; } td { padding: 0; }
p.local { border-left: 3px solid #8a5300; padding-left: .6em; }
@page { size: A4; margin: 18mm; } @media print { body { margin: 0; max-width: none; font-size: 10.5pt; } }
"""


def rule_book_html(
    form: FormDefinition, local: LocalRules | None = None, others: Iterable[Rule] = (), *, more: str = ""
) -> str:
    """Return the rule book as a complete HTML page.

    Args:
        form: The form whose rules are listed.
        local: Local rules, marked where they change the catalogue.
        others: Rules of what the report is made from, which the form does not know.
        more: HTML of chapters that follow the rules.
    """
    parts = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN"><head><meta charset="utf-8">',
        f"<title>校核规则（{escape(form.name)}）</title><style>{_STYLE}</style></head><body>",
        "<h1>政府信息公开工作年度报告校核规则</h1>",
        *_introduction(form, local),
    ]
    everything = [*form.rules.values(), *others]
    for prefix, title in _GROUPS:
        rules = [rule for rule in everything if _group(rule) == prefix]
        if rules:
            parts.append(f"<h2>{escape(title)}</h2>")
            parts += [_rule_html(form, rule, local) for rule in sorted(rules, key=_number)]
    parts.append(f"{more}</body></html>\n")
    return "\n".join(parts)


def _group(rule: Rule) -> str:
    prefix = rule.id.partition("-")[0]
    return next((group for group, _ in _GROUPS if prefix == group), "F")


def _number(rule: Rule) -> tuple[int, str]:
    digits = re.search(r"-(\d+)", rule.id)
    return (int(digits[1]) if digits else 0, rule.id)


def _introduction(form: FormDefinition, local: LocalRules | None) -> Iterable[str]:
    printed = sum(form.rules[e.rule_id].basis == "printed" for e in form.equations)
    counts = "、".join(
        f"{LEVEL_NAMES[level]}{sum(rule.level == level for rule in form.rules.values())}条" for level in LEVEL_NAMES
    )
    yield f"<p>适用：{escape(form.name)}。共{len(form.rules)}条规则：{counts}。</p>"
    yield f"<p>数字之间的等式：官方勾稽{printed}项＋合计{len(form.equations) - printed}项。</p>"
    yield "<ul>"
    for level, name in LEVEL_NAMES.items():
        yield f'<li><span class="{level}">{name}</span>：{_DO[level]}。</li>'
    yield "</ul>"
    yield "<p>“官方”指官方表样印有或文件有规定；“惯例”“建议”是本程序根据公开报告和各栏含义提出的，不是官方规定。</p>"
    yield "<p>提示语中的“…”，检查时换成报告里的名称、数字或文字。</p>"
    if local:
        yield f'<p class="local">已导入本地口径：{escape(local.name)}。改动之处在各条规则中注明。</p>'


def _rule_html(form: FormDefinition, rule: Rule, local: LocalRules | None) -> str:
    own = local.change_of(rule) if local else None
    level = own.level if own else rule.level
    lines = [
        f'<div class="rule" id="{escape(rule.id)}"><h3>',
        f'<span class="level {level or "off"}">{level_in_words(level)}</span>',
        f"<b>{escape(rule.id)}</b> {escape(rule.name)}</h3><table>",
    ]
    if rule.formula:
        lines.append(_entry("关系", rule.formula))
    if example := rule.example or _sum_example(form, rule):
        lines.append(_entry("例", example))
    sentences = rule.messages if rule.kind == "function" else {"": rule.messages[""]}
    for variant, sentence in sentences.items():
        other = rule.level_of(variant)
        note = f"（{LEVEL_NAMES[other]}）" if other != rule.level and not own else ""
        lines.append(_entry("提示语", _blanked(sentence) + note))
    lines.append(_entry("为什么", rule.why))
    if rule.reasons:
        lines.append(_entry("常见说明", "；".join(rule.reasons)))
    lines.append(_entry("来源", basis_in_words(rule)))
    if rule.needs_last_year:
        lines.append(_entry("条件", "选择了上年报告时才检查"))
    lines.append("</table>")
    if own:
        lines.append(
            f'<p class="local">本地口径：由{LEVEL_NAMES[rule.level]}改为{level_in_words(own.level)}。'
            f"理由：{escape(own.reason)}</p>"
        )
    asked = local.asked_in_words().get(rule.id, ()) if local else ()
    lines += [f'<p class="local">{escape(one)}</p>' for one in asked]
    lines.append("</div>")
    return "\n".join(lines)


def _entry(name: str, text: str) -> str:
    return f"<tr><th>{name}</th><td>{escape(text)}</td></tr>"


def basis_in_words(rule: Rule) -> str:
    """Return how official a rule is, and its source: 官方：…, 惯例：…, 建议：…."""
    return f"{_BASIS[rule.basis]}：{_without_basis(rule)}"


def _without_basis(rule: Rule) -> str:
    """Return the source without the word that stands before it anyway."""
    return rule.source.removeprefix("建议：").removeprefix("惯例：").removeprefix("官方")


def _sum_example(form: FormDefinition, rule: Rule) -> str:
    """Return what is said of a sum that does not hold, with 1, 2, 3 … in its cells; "" for other rules."""
    equation = next((one for one in form.equations if one.rule_id == rule.id), None)
    if equation is None:
        return ""
    numbers = {code: number for number, code in enumerate(equation.codes, 1)}
    return sum_sentence(form, equation, numbers, {c: n for c, n in numbers.items() if c != equation.computes})


def _blanked(sentence: str) -> str:
    """Return a sentence with … where the report's own numbers and names come."""
    return re.sub(r"…(?:、?…)+", "…", _FIELD.sub("…", sentence))
