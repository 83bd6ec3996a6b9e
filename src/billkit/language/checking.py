"""Checks a template against the clause it speaks for, before it ever runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import nodes

from billkit.clauses.base import nearest
from billkit.errors import Finding, Where
from billkit.language.filters import FILTERS, KEEPS_TYPE, TESTS
from billkit.language.shapes import Shape, choices, elements, fields, member

__all__ = ["Checker"]

_UNKNOWN: Shape = frozenset()
_LOOP = ("first", "last")
_PLAIN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
    nodes.Tuple,
    nodes.List,
)


class Checker:
    """Walks one template: names, fields, filters, tests, and what a template may not do.

    ``roots`` are the names a template starts from, with their types; a name without a type is a
    plain word. Every hole is marked with the clause and field its words come from.
    """

    def __init__(self, file: str, *, line: int, roots: Mapping[str, Shape]) -> None:
        """Takes the file, the line on which the template starts, and what it may name."""
        self._file = file
        self._line = line
        self._roots = roots
        self.findings: list[Finding] = []

    def check(self, tree: nodes.Template) -> None:
        """Checks a template and marks its holes in place; findings are kept in order."""
        self._block(tree.body, {})

    def _say(self, code: str, message: str, node: nodes.Node, hint: str = "") -> None:
        """Keeps one finding."""
        where = Where(file=self._file, line=self._line + node.lineno - 1)
        found = Finding(code=code, message=message, where=where, hint=hint)
        if found not in self.findings:
            self.findings.append(found)

    def _block(self, body: list[nodes.Node], scope: dict[str, tuple[Shape, str, str]]) -> None:
        """Checks statements one after the other."""
        for node in body:
            match node:
                case nodes.Output():
                    node.nodes = [self._hole(part, scope) for part in node.nodes]
                case nodes.If():
                    self._branch(node, scope)
                case nodes.For():
                    self._loop(node, scope)
                case _:
                    self._forbid(node)

    def _branch(self, node: nodes.If, scope: dict[str, tuple[Shape, str, str]]) -> None:
        """Checks a condition and what hangs on it; a chain over keys must word every key."""
        arms = [node, *node.elif_]
        for arm in arms:
            self._expression(arm.test, scope)
            self._block(arm.body, scope)
        self._block(node.else_, scope)
        worded: set[str] = set()
        known: frozenset[str] | None = None
        for arm in arms:
            for subject, word in _compared(arm.test):
                if isinstance(subject, nodes.Getattr) and subject.attr == "key":
                    worded.add(word)
                    known = choices(self._type(subject, scope)) or known
        if len(worded) > 1 and known and not node.else_ and (missing := known - worded):
            hint = "word them, or close the chain with an else."
            self._say("unworded-key", f"no words for {', '.join(sorted(missing))}.", node, hint)

    def _loop(self, node: nodes.For, scope: dict[str, tuple[Shape, str, str]]) -> None:
        """Checks a loop over a list."""
        self._expression(node.iter, scope)
        if not isinstance(node.target, nodes.Name) or node.test or node.recursive:
            self._forbid(node)
            return
        root, name = self._origin(node.iter, scope)
        below = {**scope, node.target.name: (elements(self._type(node.iter, scope)), root, name)}
        self._block(node.body, {**below, "loop": (_UNKNOWN, "", "")})
        self._block(node.else_, scope)

    def _hole(self, node: nodes.Expr, scope: dict[str, tuple[Shape, str, str]]) -> nodes.Expr:
        """Checks a hole and marks it with its origin."""
        if isinstance(node, nodes.TemplateData):
            return node
        self._expression(node, scope)
        if isinstance(node, nodes.CondExpr):
            first = self._hole_mark(node.expr1, scope)
            second = self._hole_mark(node.expr2, scope) if node.expr2 else None
            made = nodes.CondExpr(node.test, first, second, lineno=node.lineno)
            made.environment = node.environment
            return made
        return self._hole_mark(node, scope)

    def _hole_mark(self, node: nodes.Expr, scope: dict[str, tuple[Shape, str, str]]) -> nodes.Expr:
        """Puts the last filter round a hole: the one that escapes and marks."""
        root, name = self._origin(node, scope)
        args: list[nodes.Expr] = [nodes.Const(root), nodes.Const(name)]
        made = nodes.Filter(node, "filled", args, [], None, None, lineno=node.lineno)
        for part in (made, *args):
            part.set_lineno(node.lineno)
            part.environment = node.environment
        return made

    def _expression(self, node: nodes.Node, scope: dict[str, tuple[Shape, str, str]]) -> None:
        """Checks an expression and everything in it."""
        match node:
            case nodes.Name():
                if node.name not in scope and node.name not in self._roots:
                    known = (*self._roots, *scope)
                    message = f'"{node.name}" is not a name a template can use.'
                    self._say("undefined-name", message, node, nearest(node.name, known))
                return
            case nodes.Getattr():
                self._attribute(node, scope)
            case nodes.Filter():
                self._named(node, FILTERS, "filter")
            case nodes.Test():
                self._named(node, TESTS, "test")
            case nodes.Compare():
                self._comparison(node, scope)
            case _ if not isinstance(node, _PLAIN):
                self._forbid(node)
                return
        for child in node.iter_child_nodes():
            self._expression(child, scope)

    def _named(self, node: nodes.Filter | nodes.Test, known: Mapping[str, Any], what: str) -> None:
        """Checks that a filter or test is one of ours."""
        if node.name not in known or node.name == "filled" or node.dyn_args or node.dyn_kwargs:
            hint = nearest(node.name, tuple(known))
            self._say(f"unknown-{what}", f'there is no {what} "{node.name}".', node, hint)

    def _attribute(self, node: nodes.Getattr, scope: dict[str, tuple[Shape, str, str]]) -> None:
        """Checks that a field exists."""
        if isinstance(node.node, nodes.Name) and node.node.name == "loop" and "loop" in scope:
            if node.attr not in _LOOP:
                self._say(
                    "unknown-field",
                    f'a loop has no "{node.attr}".',
                    node,
                    nearest(node.attr, _LOOP),
                )
            return
        of = self._type(node.node, scope)
        if of and member(of, node.attr) is None:
            message = f'{_said(node.node)} has no field "{node.attr}".'
            self._say("unknown-field", message, node, nearest(node.attr, fields(of)))
        elif not of and not _shaped(node.node):
            self._say("unknown-field", f"{_said(node.node)} has no fields.", node)

    def _comparison(self, node: nodes.Compare, scope: dict[str, tuple[Shape, str, str]]) -> None:
        """Checks that a field is compared with words it can hold."""
        for subject, word in _compared(node):
            known = choices(self._type(subject, scope))
            if known is not None and word not in known:
                message = f'{_said(subject)} is never "{word}".'
                self._say("unknown-value", message, node, nearest(word, tuple(sorted(known))))

    def _forbid(self, node: nodes.Node) -> None:
        """Refuses what a template may not do."""
        name = type(node).__name__.lower()
        self._say(
            "forbidden-in-template",
            f"a template may not use {_FORBIDDEN.get(name, name)}.",
            node,
            "conditions, loops and named filters are all there is.",
        )

    def _type(self, node: nodes.Node, scope: dict[str, tuple[Shape, str, str]]) -> Shape:
        """Gives the types of an expression as far as they are known."""
        match node:
            case nodes.Name():
                return (
                    scope[node.name][0]
                    if node.name in scope
                    else self._roots.get(node.name, _UNKNOWN)
                )
            case nodes.Getattr():
                return member(self._type(node.node, scope), node.attr) or _UNKNOWN
            case nodes.Filter() if node.name in KEEPS_TYPE and node.node is not None:
                return self._type(node.node, scope)
        return _UNKNOWN

    def _origin(
        self, node: nodes.Node, scope: dict[str, tuple[Shape, str, str]]
    ) -> tuple[str, str]:
        """Finds the field an expression speaks of: the first that hangs on a root or a loop."""
        for found in _paths(node):
            root, names = found
            if root in scope:
                return scope[root][1], scope[root][2]
            if names and any(names[0] in kind.model_fields for kind in self._roots.get(root, ())):
                return root, names[0].replace("_", "-")
        return "", ""


_FORBIDDEN = {
    "call": "calls",
    "getitem": "indexes",
    "assign": "assignments",
    "add": "arithmetic",
    "sub": "arithmetic",
    "mul": "arithmetic",
    "div": "arithmetic",
    "floordiv": "arithmetic",
    "mod": "arithmetic",
    "pow": "arithmetic",
    "neg": "arithmetic",
    "pos": "arithmetic",
    "concat": "the joining of texts",
    "dict": "tables",
    "for": "such a loop",
    "include": "other templates",
    "import": "other templates",
    "fromimport": "other templates",
    "extends": "other templates",
    "macro": "macros",
    "block": "blocks",
}


def _paths(node: nodes.Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yields every dotted path of an expression, outermost first."""
    steps: list[str] = []
    at = node
    while isinstance(at, nodes.Getattr):
        steps.append(at.attr)
        at = at.node
    if isinstance(at, nodes.Name):
        yield at.name, tuple(reversed(steps))
        return
    for child in at.iter_child_nodes():
        yield from _paths(child)


def _compared(node: nodes.Node) -> Iterator[tuple[nodes.Node, str]]:
    """Yields what is compared with which words: ``x == "a"``, ``x in ["a", "b"]``."""
    if isinstance(node, (nodes.And, nodes.Or)):
        yield from _compared(node.left)
        yield from _compared(node.right)
    if isinstance(node, nodes.Compare):
        for operand in node.ops:
            told = operand.expr
            for part in told.items if isinstance(told, (nodes.List, nodes.Tuple)) else [told]:
                if isinstance(part, nodes.Const) and isinstance(part.value, str):
                    yield node.expr, part.value


def _said(node: nodes.Node) -> str:
    """Writes an expression as the template does, as far as it is a dotted path."""
    return next((".".join((root, *names)) for root, names in _paths(node)), "this")


def _shaped(node: nodes.Node) -> bool:
    """Says whether a complaint about the expression's own base stands already."""
    return isinstance(node, nodes.Getattr)
