"""Local rules (本地口径): what an office or its superiors want checked otherwise, as one importable TOML file.

The file switches rules off, makes them weaker or stronger, and names what the aspects of section 一 must mention,
each with a reason. What the form or a statute says, and what is an error, it cannot touch.

    name = "某某市2025年度填报口径"

    [[rules]]
    id = "T2-05"
    level = "关闭"            # 关闭, 提示 or 疑点
    reason = "本市收费金额普遍较大，由财政部门另行核对"

    [[statements]]
    text = "监督保障"         # one of the texts of section 一
    any_of = ["社会评议"]     # one of these must occur
    reason = "市政务公开办通知要求"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from core.base.archive_limits import read_limited
from core.base.atomic_file import replace_file
from core.base.errors import DataFolderError, ErrorText, FileError, writing_failed
from core.base.on_disk import OnDisk, on_disk
from core.base.toml_files import TomlError, read_toml
from core.base.user_files import local_rules_file
from core.checks.findings import Finding, Place
from core.checks.rules import CheckContext, check_function, finding
from core.form.form_definition import LEVEL_NAMES, FormDefinition, Level, Rule
from core.form.form_reader import load_form

STATEMENTS_RULE = "L-01"
OFF = "关闭"
_UNTOUCHABLE = {"printed": "官方表样印有", "label": "由官方标签的含义得出", "official": "有明文规定"}
_LEVELS: Mapping[str, Level] = {"提示": "hint", "疑点": "warning", "hint": "hint", "warning": "warning"}
_SECTION = "s1"
_UNUSABLE = ErrorText("本地口径文件“{name}”不能使用：{reason}。", "请修改后再导入；在此之前仍按原来的规则检查。")
_KEPT_UNUSABLE = "请在本程序窗口的“设置－检查口径”中重新导入本地口径，或点“不再使用”。"
_LONGEST_REASON = 200  # it quotes what stands in the file


@dataclass(frozen=True, slots=True)
class LocalRule:
    """A rule that is switched off (level None) or weighs otherwise, and why."""

    id: str
    level: Level | None
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a text of section 一 must mention: one of the words, and why."""

    text: str
    any_of: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class LocalRules:
    """The content of a file of local rules.

    Attributes:
        name: What the file calls itself; shown to the clerk.
    """

    name: str
    rules: tuple[LocalRule, ...]
    statements: tuple[Statement, ...]

    def applied(self, rules: Mapping[str, Rule]) -> dict[str, Rule]:
        """Return the rules of a form as they hold here; those that are switched off are left out."""
        local = {rule.id: rule for rule in self.rules}
        result = {}
        for rule in rules.values():
            own = local.get(rule.id)
            if own and own.level is None:
                continue
            if own and own.level:
                rule = replace(rule, level=own.level, levels=dict.fromkeys(rule.levels, own.level))
            if rule.id == STATEMENTS_RULE:
                rule = replace(rule, params={"statements": self.statements})
            result[rule.id] = rule
        return result

    def change_of(self, rule: Rule) -> LocalRule | None:
        """Return what the file says of a rule, if it does."""
        return next((own for own in self.rules if own.id == rule.id), None)


@check_function("required_statements", f"{_SECTION}.", _SECTION)
def required_statements(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """L-01: statements that a file of local rules asks for; a blank text is reported elsewhere."""
    for statement in rule.params.get("statements", ()):
        text = context.texts.get(statement.text, "")
        if text and not any(word in text for word in statement.any_of):
            words = "或".join(f"“{word}”" for word in statement.any_of)
            name = context.form.texts[statement.text].name
            places = [Place(statement.text, 0, 0)]
            yield finding(rule, places=places, text=name, words=words, reason=statement.reason)


def current_local_rules() -> LocalRules | None:
    """Return the local rules that were imported last; None where there are none.

    Raises:
        FileError: The kept file cannot be read, or does not fit this version of the program.
    """
    try:
        path = local_rules_file()
    except DataFolderError:  # a folder that cannot be made holds no rules
        return None
    try:
        return None if on_disk(path) is OnDisk.MISSING else read_local_rules(path)
    except FileError as error:
        raise FileError(path, summary=error.summary, advice=_KEPT_UNUSABLE) from error


def import_local_rules(path: Path) -> LocalRules:
    """Take over a file of local rules from now on; return what it says.

    Raises:
        FileError: It cannot be read or kept, or asks for what it may not do; the entry is named.
    """
    found = read_local_rules(path)
    replace_file(local_rules_file(), read_limited(path))
    return found


def forget_local_rules() -> None:
    """Check by the shipped rules again.

    Raises:
        FileError: The kept file cannot be removed.
    """
    path = local_rules_file()
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise writing_failed(error, path) from error


def read_local_rules(path: Path) -> LocalRules:
    """Read a file of local rules.

    Raises:
        FileError: It cannot be read, or asks for what it may not do; the entry is named.
    """
    return _Reader(path, load_form()).read()


class _Reader:
    """Reads the entries of a file one by one and refuses what is unknown or not allowed."""

    def __init__(self, path: Path, form: FormDefinition) -> None:
        self._path = path
        self._form = form

    def read(self) -> LocalRules:
        try:
            data = read_toml(read_limited(self._path))
        except TomlError as error:
            self._refuse(error.reason)
        self._known(data, "文件", "name", "rules", "statements")
        name = data.get("name", "")
        if not isinstance(name, str) or not name.strip():
            self._refuse('没有写名称，请在第一行写 name = "……"')
        rules = tuple(self._rule(entry) for entry in self._entries(data, "rules"))
        statements = tuple(self._statement(entry) for entry in self._entries(data, "statements"))
        if len({rule.id for rule in rules}) < len(rules):
            self._refuse("同一条规则写了两次")
        return LocalRules(name.strip(), rules, statements)

    def _refuse(self, reason: str) -> NoReturn:
        raise _UNUSABLE.of(
            self._path, reason=reason if len(reason) <= _LONGEST_REASON else reason[:_LONGEST_REASON] + "…"
        )

    def _entries(self, data: dict[str, object], key: str) -> list[dict[str, object]]:
        entries = data.get(key, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self._refuse(f"{key} 应当写成 [[{key}]] 开头的若干段")
        return entries

    def _known(self, entry: Mapping[str, object], where: str, *keys: str) -> None:
        unknown = [key for key in entry if key not in keys]
        if unknown:
            self._refuse(f"{where}中的“{unknown[0]}”不认识，只能写{'、'.join(keys)}")

    def _text(self, entry: Mapping[str, object], key: str, where: str, what: str) -> str:
        value = entry.get(key, "")
        if not isinstance(value, str) or not value.strip():
            self._refuse(f"{where}没有写{what}（{key}）")
        return value.strip()

    def _rule(self, entry: Mapping[str, object]) -> LocalRule:
        rule_id = self._text(entry, "id", "有一条规则", "编号")
        where = f"规则 {rule_id} "
        self._known(entry, where, "id", "level", "reason")
        rule = self._form.rules.get(rule_id)
        if rule is None or rule_id == STATEMENTS_RULE:
            self._refuse(f"没有编号为 {rule_id} 的规则")
        level = self._text(entry, "level", where, "级别")
        reason = self._text(entry, "reason", where, "理由")
        if rule.basis in _UNTOUCHABLE:
            self._refuse(f"{where}“{rule.name}”{_UNTOUCHABLE[rule.basis]}，不能关闭或改变级别")
        if "error" in (rule.level, *rule.levels.values()):
            self._refuse(f"{where}“{rule.name}”是必须改正的错误，不能关闭或改变级别")
        if level in ("错误", "error"):
            self._refuse(f"{where}“{rule.name}”是建议，不能升为错误，最多写疑点")
        if level != OFF and level not in _LEVELS:
            self._refuse(f"{where}的级别“{level}”不认识，只能写关闭、提示或疑点")
        return LocalRule(rule_id, None if level == OFF else _LEVELS[level], reason)

    def _statement(self, entry: Mapping[str, object]) -> Statement:
        named = self._text(entry, "text", "有一条必写内容", "所在部分")
        where = f"“{named}”的必写内容"
        self._known(entry, where, "text", "any_of", "reason")
        texts = [t for t in self._form.texts.values() if t.section == _SECTION and t.heading]
        text = next((t for t in texts if named in (t.code, t.name, t.heading)), None)
        if text is None:
            self._refuse(f"没有名为“{named}”的部分，只能写{'、'.join(t.name for t in texts)}")
        words = entry.get("any_of", [])
        words = [words] if isinstance(words, str) else words
        if not isinstance(words, list) or not words or not all(isinstance(w, str) and w.strip() for w in words):
            self._refuse(f"{where}没有写要出现的词（any_of）")
        return Statement(text.code, tuple(w.strip() for w in words), self._text(entry, "reason", where, "理由"))


def sample_local_rules(form: FormDefinition) -> str:
    """Return a file of local rules with all it can hold explained; it changes nothing until something is taken in."""
    texts = [text.name for text in form.texts.values() if text.section == _SECTION and text.heading]
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
        "# 二、规定一个小标题下必须写到的内容：any_of 里的词写到一个就行。一项要求写一段。",
        "# [[statements]]",
        f'# text = "{texts[-1]}"',
        '# any_of = ["社会评议", "满意度"]',
        '# reason = "市政务公开办通知要求"',
        "",
        f"# text 可以写：{'、'.join(texts)}",
        "# id 可以写下面的编号（后面是名称和现在的级别）：",
        *(f"# {rule.id}　{rule.name}　{LEVEL_NAMES[rule.level]}" for rule in free),
    ]
    return "\n".join(lines) + "\n"


def _may_be_changed(rule: Rule) -> bool:
    """Whether a file may switch a rule off or give it another level."""
    is_error = "error" in (rule.level, *rule.levels.values())
    return rule.id != STATEMENTS_RULE and rule.basis not in _UNTOUCHABLE and not is_error


def level_in_words(level: Level | None) -> str:
    """Return what a level is called; 关闭 for none."""
    return LEVEL_NAMES[level] if level else OFF
