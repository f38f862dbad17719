"""Small changes of Python source that tests ought to notice: one condition, return value, call or constant each."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_OTHER_OPERATOR: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_EMPTY = {"str": "''", "list": "[]", "tuple": "()", "dict": "{}", "set": "set()", "int": "0"}
"""What a function returns in place of a value of the annotated type; ``None`` for other types."""

_LEFT_ALONE = (ast.JoinedStr, ast.pattern)
"""Python 3.11 gives wrong positions in f-strings; patterns of ``match`` are no expressions."""


@dataclass(frozen=True)
class CodeChange:
    """One change of one file.

    Attributes:
        file: The file, relative to the checkout.
        kind: What was changed: condition, and/or, return, call or constant.
        line: The first line of the statement.
        start: First byte of what is replaced, from the beginning of the file.
        end: The byte behind it.
        text: What stands there instead.
    """

    file: str
    kind: str
    line: int
    start: int
    end: int
    text: str

    def apply(self, source: bytes) -> bytes:
        """Return the changed source."""
        return self.replaced(source, self.text)

    def replaced(self, source: bytes, text: str) -> bytes:
        """Return the source with any text in this place."""
        return source[: self.start] + text.encode() + source[self.end :]

    def shown(self, source: bytes) -> tuple[int, str, str]:
        """Return the number of the changed line, the line, and the line as it was changed."""
        number = source.count(b"\n", 0, self.start)
        before, after = (text.decode().split("\n")[number].strip() for text in (source, self.apply(source)))
        return number + 1, before, after


class _Finder:
    """Collects all changes of one file."""

    def __init__(self, file: str, source: bytes) -> None:
        self.changes: list[CodeChange] = []
        self._file = file
        self._offsets = [0]
        for line in source.splitlines(keepends=True):
            self._offsets.append(self._offsets[-1] + len(line))
        self._statement: ast.stmt
        self._function: ast.FunctionDef | None = None

    def walk(self, node: ast.AST) -> None:
        """Collect the changes of a node and of what it is made of."""
        outer = self._function
        if isinstance(node, ast.stmt):
            self._statement = node
        if isinstance(node, ast.FunctionDef):
            self._function = node
        self._look_at(node)
        for child in _parts(node):
            self.walk(child)
        self._function = outer

    def _look_at(self, node: ast.AST) -> None:
        match node:
            case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
                self._negate(test)
            case ast.comprehension(ifs=conditions):
                for condition in conditions:
                    self._negate(condition)
            case ast.Compare(ops=[operator], left=left, comparators=right):
                changed = ast.Compare(left, [_OTHER_OPERATOR[type(operator)]()], right)
                self._add("condition", node, f"({ast.unparse(changed)})")
            case ast.BoolOp(op=operator, values=values):
                other = ast.Or() if isinstance(operator, ast.And) else ast.And()
                self._add("and/or", node, f"({ast.unparse(ast.BoolOp(other, values))})")
            case ast.Return(value=ast.expr() as value):
                self._return(value)
            case ast.Expr(value=ast.Call()):
                self._add("call", node, "pass")
            case ast.Constant(value=int() as number) if not isinstance(number, bool):
                for near in (number + 1, number - 1):
                    self._add("constant", node, str(near))
        if isinstance(node, ast.Call):
            self._drop_arguments(node)

    def _negate(self, condition: ast.expr) -> None:
        if not isinstance(condition, ast.Compare):  # which is changed by its operator
            self._add("condition", condition, f"(not ({ast.unparse(condition)}))")

    def _return(self, value: ast.expr) -> None:
        returns = self._function.returns if self._function else None
        kind = ast.unparse(returns).partition("[")[0] if returns else ""
        changed = f"not ({ast.unparse(value)})" if kind == "bool" else _EMPTY.get(kind, "None")
        if ast.unparse(value) != changed:
            self._add("return", value, changed)

    def _drop_arguments(self, node: ast.Call) -> None:
        """Drop each keyword, and the last of several arguments: the only one is rarely optional."""
        for i in range(len(node.keywords)):
            fewer = ast.Call(node.func, node.args, node.keywords[:i] + node.keywords[i + 1 :])
            self._add("call", node, ast.unparse(fewer))
        if len(node.args) > 1:
            self._add("call", node, ast.unparse(ast.Call(node.func, node.args[:-1], node.keywords)))

    def _add(self, kind: str, node: ast.expr | ast.stmt, text: str) -> None:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self._offsets[node.lineno - 1] + node.col_offset
        end = self._offsets[node.end_lineno - 1] + node.end_col_offset
        self.changes.append(CodeChange(self._file, kind, self._statement.lineno, start, end, text))


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a change may stand in: nothing of types and decorators."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            is_for_types = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
            if isinstance(child, ast.AST) and not isinstance(child, _LEFT_ALONE) and not is_for_types:
                yield child


def changes_of(file: Path, root: Path) -> list[CodeChange]:
    """Return all changes of a file, in the order of the file."""
    source = file.read_bytes()
    finder = _Finder(file.relative_to(root).as_posix(), source)
    finder.walk(ast.parse(source))
    return finder.changes


def sample(root: Path, folders: Iterable[str], count: int, seed: int) -> list[CodeChange]:
    """Return changes chosen at random: each room gets its share by lines, each kind in a room about as many.

    A room is a folder below a package, such as ``core/draft``. No statement is changed twice. What is chosen for a seed
    depends on the changed lines alone, so that it stays when other code is written, or a file is moved in its room.
    """
    rooms: dict[str, list[Path]] = defaultdict(list)
    for file in sorted(path for folder in folders for path in (root / folder).rglob("*.py")):
        rooms["/".join(file.relative_to(root).parts[:-1][:2])].append(file)
    lines = {room: sum(file.read_bytes().count(b"\n") for file in files) for room, files in rooms.items()}
    chosen: list[CodeChange] = []
    seen = given = 0
    for room, files in rooms.items():
        seen += lines[room]
        share = round(count * seen / sum(lines.values())) - given  # rounded so that the shares sum up to the count
        given += share
        chosen += _spread([rated for file in files for rated in _rated(file, root, seed)], share)
    return chosen


def _rated(file: Path, root: Path, seed: int) -> list[tuple[bytes, CodeChange]]:
    """Return the changes of a file, each with a random number made from its line; of equal lines only the first."""
    source = file.read_bytes()
    rated: dict[bytes, CodeChange] = {}
    for change in changes_of(file, root):
        rating = sha256(repr((seed, file.name, *change.shown(source)[1:])).encode()).digest()
        rated.setdefault(rating, change)
    return list(rated.items())


def _spread(rated: list[tuple[bytes, CodeChange]], count: int) -> list[CodeChange]:
    """Choose those with the largest numbers, one of each kind in turn."""
    kinds: dict[str, list[CodeChange]] = defaultdict(list)
    for _, change in sorted(rated, key=lambda pair: pair[0]):
        kinds[change.kind].append(change)
    chosen: dict[tuple[str, int], CodeChange] = {}
    while len(chosen) < count and any(kinds.values()):
        for kind in sorted(kinds):
            if kinds[kind] and len(chosen) < count:
                change = kinds[kind].pop()
                chosen.setdefault((change.file, change.line), change)
    return sorted(chosen.values(), key=lambda change: (change.file, change.start))
