"""Reads the rule records of a format, and makes the equalities of the linear ones."""

from __future__ import annotations

from collections.abc import Mapping

from core.form.form_definition import BASES, LEVELS, OPERATORS, Cell, Equation, Rule, Table
from core.form.form_files import FormatFolder, Record, fail


def read_rules(
    folder: FormatFolder, tables: Mapping[str, Table], cells: Mapping[str, Cell], document: str
) -> tuple[dict[str, Rule], tuple[Equation, ...]]:
    """Read the rules files of a format in the order of their names.

    Args:
        folder: The folder of the format.
        tables: Its tables.
        cells: Its numbers by code.
        document: Number of the notice that made it, for ``{document}`` in the records.

    Raises:
        FormDefinitionError: Naming the file and the record that is wrong, or names what the form does not have.
    """
    rules: dict[str, Rule] = {}
    equations: list[Equation] = []
    for file_name in folder.names("rules*.toml"):
        top = Record(folder.toml(file_name), file_name)
        for record in top.records("rules"):
            other = record.text("sentences_of", "")
            rule, made = _rule(record, tables, document)
            if other:
                if other not in rules:
                    fail(record.place, f"sentences of {other}, which does not stand before it")
                rule = rule._replace(messages={**rules[other].messages, **rule.messages})
            if rule.id in rules:
                fail(record.place, f"rule {rule.id} stands twice")
            if unknown := [code for code in rule.params.get("cells", ()) if code not in cells]:
                fail(record.place, f"params name the unknown cells {unknown}")
            rules[rule.id] = rule
            equations += made
        top.done()
    return rules, tuple(equations)


def _rule(record: Record, tables: Mapping[str, Table], document: str) -> tuple[Rule, list[Equation]]:
    kind = record.text("kind")
    messages = record.mapping("messages")
    if "" not in messages and (kind == "linear" or not messages):
        messages = {"": record.text("message"), **messages}
    levels = record.mapping("levels")
    equations = _equations(record, tables) if kind == "linear" else []
    level = record.text("level")
    basis = record.text("basis")
    rule = Rule(
        id=record.text("id"),
        name=record.text("name"),
        level=next((known for known in LEVELS if known == level), "error"),
        basis=basis,
        kind=kind,
        messages=messages,
        levels=levels,
        formula=record.text("formula", ""),
        why=record.text("why").replace("{document}", document),
        source=record.text("source").replace("{document}", document),
        function=record.text("function") if kind == "function" else "",
        params=record.mapping("params"),
        reasons=record.texts("reasons"),
        needs_last_year=record.flag("needs_last_year"),
        needs_reason=record.flag("needs_reason", default=True),
        first_year=record.number("first_year", 0),
        last_year=record.number("last_year", 9999),
        example=record.text("example", ""),
        fault=record.text("fault", ""),
    )
    record.done()
    if level not in LEVELS or basis not in BASES or kind not in ("linear", "function"):
        fail(record.place, f"unknown level {level!r}, basis {basis!r} or kind {kind!r}")
    if not set(levels) <= set(messages) or not set(levels.values()) <= set(LEVELS):
        fail(record.place, f"levels {levels!r} name an unknown sentence or level")
    return rule, equations


def _equations(record: Record, tables: Mapping[str, Table]) -> list[Equation]:
    """Make one equation for each row or column that ``for_each`` names."""
    rule_id = record.data["id"]
    each = record.take("for_each", (str, list), None)
    left, right = record.mapping("left"), record.mapping("right")
    operator, computes = record.text("operator", "="), record.text("computes", "")
    if computes and (operator != "=" or left != {computes: 1}):
        fail(record.place, f"{computes!r} must stand alone on the left of '=' to be computed")
    if operator not in OPERATORS:
        fail(record.place, f"unknown operator {operator!r}")
    names = [each] if isinstance(each, str) else each
    made: list[Equation] = []
    for name in names:
        table_id, _, what = name.partition(".")
        if table_id not in tables:
            fail(record.place, f"unknown table in {name!r}")
        table = tables[table_id]
        lines = {"rows": table.rows, "columns": table.columns}.get(what)
        by_row = what == "rows" or what in table.rows
        items = list(lines) if lines is not None else [what]
        for item in items:
            line = (table.rows if by_row else table.columns).get(item)
            if line is None:
                fail(record.place, f"unknown row or column {item!r}")
            codes = {
                key: f"{table_id}.{item}.{key}" if by_row else f"{table_id}.{key}.{item}" for key in (*left, *right)
            }
            for key, code in codes.items():
                if code not in table.cells:
                    fail(record.place, f"{key!r} makes {code!r}, which is no cell")
            made.append(
                Equation(
                    rule_id=rule_id,
                    item=item,
                    item_name=line.name,
                    left=tuple((codes[k], int(v)) for k, v in left.items()),
                    operator=operator,
                    right=tuple((codes[k], int(v)) for k, v in right.items()),
                    keys={code: key for key, code in codes.items()},
                    computes=codes[computes] if computes else "",
                )
            )
    return made
