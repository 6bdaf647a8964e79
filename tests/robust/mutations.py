"""A module's source in, every small mistake that could be made in it out."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
DECLARED = ("annotation", "returns", "decorator_list", "bases", "type_params")
"""What says how a thing is used, not what it does."""


@dataclass(frozen=True, slots=True)
class Change:
    """One mistake. `make` puts it into the tree that it was found in."""

    line: int
    what: str
    make: Callable[[], None]


def mutant(source: str, number: int) -> tuple[ast.Module, Change]:
    """The module's tree with the change of that number in it."""
    tree = ast.parse(source)
    change = list(changes(tree))[number]
    change.make()
    return ast.fix_missing_locations(tree), change


def changes(tree: ast.AST) -> Iterator[Change]:
    """In the order of the source; docstrings, types and decorators are left alone."""
    for name, value in ast.iter_fields(tree):
        if name in DECLARED:
            continue
        for node in value if isinstance(value, list) else [value]:
            if isinstance(node, ast.AST) and not _only_told(node):
                yield from _own(node)
                yield from changes(node)


def _only_told(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _own(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in OPERATORS:
            yield _exchange(node, "ops", [OPERATORS[type(op)]()])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in OPERATORS:
            yield _exchange(node, "op", OPERATORS[type(op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield _exchange(node, "op", ast.Not(), operand=ast.UnaryOp(ast.Not(), node.operand))
        case ast.Constant(value=bool(value)):
            yield _exchange(node, "value", not value)
        case ast.Constant(value=int(value)):
            yield _exchange(node, "value", value + 1)
        case ast.Constant(value=str(value)):
            yield _exchange(node, "value", f"{value}¤")
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield _exchange(node, "value", ast.Constant(None))
        case ast.If() | ast.IfExp() | ast.While():
            yield _exchange(node, "test", ast.UnaryOp(ast.Not(), node.test))
        case ast.comprehension(ifs=[first, *rest]):
            yield _exchange(node, "ifs", [ast.UnaryOp(ast.Not(), first), *rest], first.lineno)
        case ast.Expr(value=ast.Yield()) | ast.Expr(value=ast.YieldFrom()):
            yield _exchange(node, "value", ast.YieldFrom(ast.Tuple([], ast.Load())))


def _exchange(node: ast.AST, name: str, value: object, line: int = 0, **more: object) -> Change:
    def make() -> None:
        for key, new in {name: value, **more}.items():
            setattr(node, key, new)

    first = value[0] if isinstance(value, list) else value
    told = (
        ast.unparse(first) if isinstance(first, ast.expr) else type(first).__name__ if isinstance(first, ast.AST) else str(first)
    )
    return Change(line or getattr(node, "lineno", 0), f"{type(node).__name__}.{name} → {told[:60]}", make)
