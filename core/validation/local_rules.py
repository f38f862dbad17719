"""Local rules (本地口径): what an office or its superiors want checked otherwise, as one importable TOML file.

The file switches rules off, makes them weaker or stronger, names what the aspects of section 一 must mention, which
numbers the texts must state, and how much of them may be the same as last year, each with a reason or a source. What
the form or a statute says, and what is an error, it cannot touch.

    name = "某某市2025年度填报口径"

    [[rules]]
    id = "T2-05"
    level = "关闭"            # 关闭, 提示 or 疑点
    reason = "本市收费金额普遍较大，由财政部门另行核对"

    [[statements]]
    text = "监督保障"         # one of the texts of section 一
    any_of = ["社会评议"]     # one of these must occur
    reason = "市政务公开办通知要求"

    [[demands]]
    part = "主动公开"         # 第一部分 … 第六部分, one of the texts of section 一, or 全文
    near = ["政策解读"]       # a number with the unit must stand with one of these
    unit = ["条", "篇"]
    equals = "行政规范性文件·本年制发件数"   # may be left out, as the next three
    unit_types = ["各级人民政府"]
    levels = ["县级"]
    level = "疑点"            # 提示 or 疑点
    source = "《某市2025年度编制通知》"

    [[repetition]]
    parts = ["第五部分"]      # each part where it is left out; 全文 for all together
    limit = 50                # percent
    source = "《某市2025年评估指标》"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from core.base.archive_limits import read_limited
from core.base.atomic_file import replace_file
from core.base.errors import DataFolderError, ErrorText, FileError, writing_failed
from core.base.on_disk import OnDisk, on_disk
from core.base.toml_files import TomlError, read_toml
from core.base.user_files import local_rules_file
from core.checks.findings import Finding, Place
from core.checks.rules import CheckContext, check_function, finding
from core.form.form_definition import LEVEL_NAMES, FormDefinition, Level, Rule, TextField
from core.form.form_reader import load_form
from core.validation.demands import (
    EQUAL_RULE,
    LIMITS_RULE,
    NUMBERS_RULE,
    WHOLE,
    Demand,
    RepetitionLimit,
    limits_in_words,
)
from core.validation.local_entries import Entries, Entry, EntryError

STATEMENTS_RULE = "L-01"
LOCAL_ONLY = (STATEMENTS_RULE, LIMITS_RULE, NUMBERS_RULE, EQUAL_RULE)
"""Rules that say nothing but what a file of local rules asks for."""

OFF = "关闭"
UNTOUCHABLE = {"printed": "官方表样印有", "label": "由官方标签的含义得出", "official": "有明文规定"}
_LEVELS: Mapping[str, Level] = {"提示": "hint", "疑点": "warning", "hint": "hint", "warning": "warning"}
_SECTION = "s1"
_UNUSABLE = ErrorText("本地口径文件“{name}”不能使用：{reason}。", "请修改后再导入；在此之前仍按原来的规则检查。")
_KEPT_UNUSABLE = "请在本程序窗口的“设置－检查口径”中重新导入本地口径，或点“不再使用”。"


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
    demands: tuple[Demand, ...] = ()
    limits: tuple[RepetitionLimit, ...] = ()

    def applied(self, rules: Mapping[str, Rule]) -> dict[str, Rule]:
        """Return the rules of a form as they hold here; those that are switched off are left out."""
        local = {rule.id: rule for rule in self.rules}
        asked: dict[str, dict[str, object]] = {
            STATEMENTS_RULE: {"statements": self.statements},
            LIMITS_RULE: {"limits": self.limits},
            NUMBERS_RULE: {"demands": self.demands},
            EQUAL_RULE: {"demands": [demand for demand in self.demands if demand.equals]},
        }
        result = {}
        for rule in rules.values():
            own = local.get(rule.id)
            if own and own.level is None:
                continue
            if own and own.level:
                rule = rule._replace(level=own.level, levels=dict.fromkeys(rule.levels, own.level))
            if rule.id in asked:
                rule = rule._replace(params=asked[rule.id])
            result[rule.id] = rule
        return result

    def change_of(self, rule: Rule) -> LocalRule | None:
        """Return what the file says of a rule, if it does."""
        return next((own for own in self.rules if own.id == rule.id), None)

    def limit_of(self, part: str) -> RepetitionLimit | None:
        """Return how much of a section may be the same as last year, if that is said."""
        return next((limit for limit in self.limits if limit.part == part), None)

    def asked_in_words(self) -> dict[str, list[str]]:
        """Return what is asked for beyond the national rules as the clerk reads it, by rule."""
        form = load_form()  # by which the file was read
        statements = []
        for statement in self.statements:
            words = "或".join(f"“{word}”" for word in statement.any_of)
            statements.append(f"“{form.texts[statement.text].name}”：须写到{words}（{statement.reason}）")
        return {
            STATEMENTS_RULE: statements,
            LIMITS_RULE: limits_in_words(form, self.limits),
            NUMBERS_RULE: [demand.in_words(form) for demand in self.demands],
            EQUAL_RULE: [demand.in_words(form) for demand in self.demands if demand.equals],
        }


@check_function("required_statements", f"{_SECTION}.", _SECTION)
def required_statements(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """L-01: statements that a file of local rules asks for; a blank text is reported elsewhere."""
    statements = rule.params.get("statements", ())
    for number, statement in enumerate(statements):
        text = context.texts.get(statement.text, "")
        if text and not any(word in text for word in statement.any_of):
            words = "或".join(f"“{word}”" for word in statement.any_of)
            name = context.form.texts[statement.text].name
            places = [Place(statement.text, 0, 0)]
            said = finding(rule, places=places, text=name, words=words, reason=statement.reason)
            is_first = all(other.text != statement.text for other in statements[:number])
            yield said if is_first else replace(said, topic=statement.any_of[0])


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
    """Makes values of the entries of a file and refuses what is unknown or not allowed."""

    def __init__(self, path: Path, form: FormDefinition) -> None:
        self._path = path
        self._form = form

    def read(self) -> LocalRules:
        data = read_limited(self._path)
        try:
            content = read_toml(data)
        except TomlError as error:
            raise _UNUSABLE.of(self._path, reason=error.reason) from error
        entries = Entries(content, data.decode("utf-8-sig"))
        entries.known("name", "rules", "statements", "demands", "repetition")
        name = content.get("name", "")
        if not isinstance(name, str) or not name.strip():
            entries.note('没有写名称，请在第一行写 name = "……"')
            name = ""
        rules = entries.read("rules", "规则", self._rule)
        statements = entries.read("statements", "必写内容", self._statement)
        demands = entries.read("demands", "要求", self._demand)
        limits = [limit for made in entries.read("repetition", "界限", self._limits) for limit in made]
        for what, keys in (("同一条规则", [r.id for r in rules]), ("同一部分的界限", [x.part for x in limits])):
            if len(set(keys)) < len(keys):
                entries.note(f"{what}写了两次")
        if entries.mistakes:
            raise _UNUSABLE.of(self._path, reason=entries.told())
        return LocalRules(name.strip(), tuple(rules), tuple(statements), tuple(demands), tuple(limits))

    def _rule(self, entry: Entry) -> LocalRule:
        rule_id = entry.text("id", "编号")
        rule = self._form.rules.get(rule_id)
        if rule is not None:
            entry.name = f"规则 {rule_id} "
        entry.known("id", "level", "reason")
        level, reason = entry.text("level", "级别"), entry.text("reason", "理由")
        if level and level != OFF and level not in (*_LEVELS, "错误", "error"):
            entry.note(f"的级别“{level}”不认识，只能写关闭、提示或疑点", "level")
        if not rule_id:
            raise EntryError
        if rule is None or rule_id in LOCAL_ONLY:
            entry.refuse(f"：没有编号为 {rule_id} 的规则", "id")
        if rule.basis in UNTOUCHABLE:
            entry.refuse(f"“{rule.name}”{UNTOUCHABLE[rule.basis]}，不能关闭或改变级别", "id")
        if "error" in (rule.level, *rule.levels.values()):
            entry.refuse(f"“{rule.name}”是必须改正的错误，不能关闭或改变级别", "id")
        if level in ("错误", "error"):
            entry.refuse(f"“{rule.name}”是建议，不能升为错误，最多写疑点", "level")
        return LocalRule(rule_id, _LEVELS.get(level), reason)

    def _statement(self, entry: Entry) -> Statement:
        named = entry.text("text", "所在部分")
        entry.name = f"“{named}”的必写内容"
        entry.known("text", "any_of", "reason")
        texts = headed_texts(self._form)
        text = next((t for t in texts if named in (t.code, t.name, t.heading)), None)
        if named and text is None:
            entry.note(f"：没有名为“{named}”的部分，只能写{'、'.join(t.name for t in texts)}", "text")
        return Statement(text.code if text else "", entry.texts("any_of", "要出现的词"), entry.text("reason", "理由"))

    def _demand(self, entry: Entry) -> Demand:
        entry.known("part", "near", "unit", "equals", "unit_types", "levels", "level", "source")
        meta = self._form.meta
        return Demand(
            self._part(entry, entry.text("part", "所在部分"), with_texts=True),
            entry.texts("near", "旁边的词"),
            entry.texts("unit", "单位"),
            entry.text("source", "来源（哪一份通知）"),
            self._cell(entry),
            entry.choices("unit_types", "单位类型", meta["meta.unit_type"].choices),
            entry.choices("levels", "行政层级", meta["meta.level"].choices),
            self._level(entry),
        )

    def _limits(self, entry: Entry) -> list[RepetitionLimit]:
        entry.known("parts", "limit", "level", "source")
        percent = entry.whole_number("limit", "界限", 1, 99)
        level, source = self._level(entry), entry.text("source", "来源（哪一份通知）")
        named = entry.texts("parts", "部分", is_needed=False)
        parts = [self._part(entry, one, "parts") for one in named] or [*self._form.sections]
        return [RepetitionLimit(part, percent, level, source) for part in parts]

    def _level(self, entry: Entry) -> Level:
        level = entry.text_or_none("level", "级别") or "疑点"
        if level not in _LEVELS:
            entry.note(f"的级别“{level}”不认识，本地要求只能写提示或疑点", "level")
        return _LEVELS.get(level, "warning")

    def _part(self, entry: Entry, named: str, key: str = "part", *, with_texts: bool = False) -> str:
        """Return the key of a section, the code of a text below a sub-heading, or that of the whole report."""
        sections = self._form.sections.values()
        section = next((s.key for s in sections if named in (s.key, s.part, s.title, s.title.partition("、")[2])), None)
        texts = headed_texts(self._form) if with_texts else []
        text = next((t.code for t in texts if named in (t.code, t.name, t.heading)), None)
        found = WHOLE if named == WHOLE else text or section
        if named and found is None:
            known = [*(s.part for s in sections), *(t.name for t in texts), WHOLE]
            entry.note(f"：没有名为“{named}”的部分，只能写{'、'.join(known)}", key)
        return found or ""

    def _cell(self, entry: Entry) -> str:
        """Return the code of the cell that a number must equal, named by its code or as the window calls it."""
        named = entry.text_or_none("equals", "相同的格")
        cells = self._form.cells
        code = named if named in cells else next((c.code for c in cells.values() if c.name == named), "")
        if named and not code:
            near = get_close_matches(named, [c.name for c in cells.values()], 1, 0.3)
            most = f"，最接近的是“{near[0]}”" if near else ""
            entry.note(f"：表格里没有“{named}”这一格{most}", "equals")
        return code


def headed_texts(form: FormDefinition) -> list[TextField]:
    """Return the texts of section 一 below a sub-heading."""
    return [text for text in form.texts.values() if text.section == _SECTION and text.heading]


def level_in_words(level: Level | None) -> str:
    """Return what a level is called; 关闭 for none."""
    return LEVEL_NAMES[level] if level else OFF
