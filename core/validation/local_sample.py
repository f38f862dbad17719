"""The sample of a file of local rules: all that it can hold, explained; it changes nothing until a line is taken in."""

from __future__ import annotations

from core.form.form_definition import LEVEL_NAMES, FormDefinition, Rule
from core.validation.demands import WHOLE
from core.validation.local_rules import LOCAL_ONLY, UNTOUCHABLE, headed_texts

_CELL_TABLE = "t2"


def sample_local_rules(form: FormDefinition) -> str:
    """Return the file as text."""
    free = [rule for rule in form.rules.values() if _may_be_changed(rule)]
    lines = [
        "# 本地口径样例。用记事本打开，改好保存，再用“设置－检查口径－导入本地口径”导入。",
        "# 以 # 开头的行只是说明，不起作用。要用哪一段，就去掉那一段各行最前面的 #。",
        "# 引号用英文的（半角），文件按 UTF-8 保存。",
        "",
        'name = "本单位的填报口径"',
        "",
        "# 一、关闭一条检查，或者改变它的级别：级别写关闭、提示或疑点，理由必填。一条检查写一段。",
        "# [[rules]]",
        f'# id = "{free[0].id}"',
        '# level = "提示"',
        '# reason = "本市口径不同"',
        "",
        *_what_may_be_asked(form),
        *_what_may_be_written(form),
        "# id 可以写下面的编号（后面是名称和现在的级别）：",
        *(f"# {rule.id}　{rule.name}　{LEVEL_NAMES[rule.level]}" for rule in free),
    ]
    return "\n".join(lines) + "\n"


def _what_may_be_asked(form: FormDefinition) -> list[str]:
    """Return the lines on statements, numbers and limits."""
    texts = [text.name for text in headed_texts(form)]
    parts = [section.part for section in form.sections.values()]
    types, levels = form.meta["meta.unit_type"].choices, form.meta["meta.level"].choices
    return [
        "# 二、规定一个小标题下必须写到的内容：any_of 里的词写到一个就行。一项要求写一段。",
        "# [[statements]]",
        f'# text = "{texts[-1]}"',
        '# any_of = ["社会评议", "满意度"]',
        '# reason = "市政务公开办通知要求"',
        "",
        "# 三、要求包：规定一个部分必须写明的数字。near 里的词与带单位的数字要写在同一句里，词、单位各写到一个就行。",
        "# 写明“没有”的也算写了。source 写是哪一份通知的要求，会写在提示语里。一项要求写一段。",
        "# [[demands]]",
        f'# part = "{texts[0]}"',
        '# near = ["政策解读", "解读材料"]',
        '# unit = ["条", "篇"]',
        '# source = "《某市2025年度政府信息公开工作年度报告编制通知》"',
        "#",
        "# 还可以写：equals 数字要与表格里的这一格相同；unit_types、levels 只对这些单位类型、行政层级的单位要求；",
        "# 级别（level）写疑点或提示，不写就是疑点。",
        "# [[demands]]",
        f'# part = "{parts[0]}"',
        '# near = ["发布行政规范性文件", "公开行政规范性文件"]',
        '# unit = "件"',
        f'# equals = "{_cells(form)[3]}"',
        f'# unit_types = ["{types[1]}", "{types[0]}"]',
        f'# levels = ["{levels[3]}"]',
        '# level = "疑点"',
        '# source = "《某市2025年度政府信息公开工作年度报告编制通知》"',
        "",
        "# 四、与上年相同的界限：超过百分之几就提出。parts 不写就是每个部分各自算，写“全文”是各部分合起来算。",
        "# [[repetition]]",
        "# limit = 50",
        f'# parts = ["{parts[0]}", "{parts[4]}"]',
        '# level = "疑点"',
        '# source = "《某市2025年政务公开评估指标》"',
        "",
    ]


def _what_may_be_written(form: FormDefinition) -> list[str]:
    """Return the lines that list the names."""
    texts = "、".join(text.name for text in headed_texts(form))
    parts = "、".join(section.part for section in form.sections.values())
    return [
        f"# text 可以写：{texts}",
        f"# part 可以写：{parts}、{texts}、{WHOLE}",
        f"# unit_types 可以写：{'、'.join(form.meta['meta.unit_type'].choices)}",
        f"# levels 可以写：{'、'.join(form.meta['meta.level'].choices)}",
        f"# equals 写表格里一格的名称，与窗口里显示的相同，例如：{'、'.join(_cells(form))}",
    ]


def _cells(form: FormDefinition) -> list[str]:
    """Return the names of the cells that most demands are about."""
    return [form.cells[code].name for code in form.tables[_CELL_TABLE].cells]


def _may_be_changed(rule: Rule) -> bool:
    """Whether a file may switch a rule off or give it another level."""
    is_error = "error" in (rule.level, *rule.levels.values())
    return rule.id not in LOCAL_ONLY and rule.basis not in UNTOUCHABLE and not is_error
