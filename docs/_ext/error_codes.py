"""Collects from the source every code that billkit can say, and where it says it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

__all__ = ["Saying", "collect", "parameters_called_code"]

_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
_SELF = frozenset({"self", "cls"})


@dataclass(frozen=True, slots=True, order=True)
class Saying:
    """One place at which a code is said."""

    code: str
    module: str
    line: int


def collect(folder: Path) -> Mapping[str, tuple[Saying, ...]]:
    """Finds every code that is given to a finding, a fault or a refusal.

    A code is a text that stands where a parameter called ``code`` is filled: by name, or by place
    in a call to a function or class of billkit that has such a parameter.

    Args:
        folder: The package: ``src/billkit``.

    Returns:
        The places under each code, in alphabetical order.
    """
    trees = {
        path.relative_to(folder.parent).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.py"))
        if "_data" not in path.parts
    }
    places = {"PydanticCustomError": 0}
    for tree in trees.values():
        places |= parameters_called_code(tree)
    found = sorted(
        {
            Saying(code, module, line)
            for module, tree in trees.items()
            for code, line in _said(tree, places)
        }
    )
    return {
        code: tuple(one for one in found if one.code == code)
        for code in dict.fromkeys(one.code for one in found)
    }


def parameters_called_code(tree: ast.Module) -> dict[str, int]:
    """Gives the place of the parameter ``code`` in each function and class that has one.

    Args:
        tree: A module.
    """
    out: dict[str, int] = {}
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name, args=arguments):
                names = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
                names = [one for one in names if one not in _SELF]
            case ast.ClassDef(name=name, body=body):
                names = [
                    one.target.id
                    for one in body
                    if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
                ]
            case _:
                continue
        if "code" in names:
            out[name] = names.index("code")
    return out


@dataclass(frozen=True, slots=True)
class _Scope:
    """A function and the module it stands in."""

    module: ast.Module
    function: ast.FunctionDef

    def values(self, name: str) -> Iterator[ast.expr]:
        """Yields what a name can be: what the function gives it, or what it is called with."""
        for node in ast.walk(self.function):
            if isinstance(node, ast.Assign):
                yield from _given_to(name, node)
        names = [one.arg for one in self.function.args.args if one.arg not in _SELF]
        if name not in names:
            return
        place = names.index(name)
        for node in ast.walk(self.module):
            match node:
                case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=given):
                    if called == self.function.name and place < len(given):
                        yield given[place]


def _said(tree: ast.Module, places: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yields the codes that a module says, each with its line."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        scope = _Scope(tree, function)
        for node in ast.walk(function):
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) as call:
                    values = [word.value for word in call.keywords if word.arg == "code"]
                    place = places.get(name)
                    if not values and place is not None and place < len(call.args):
                        values = [call.args[place]]
                    for value in values:
                        yield from _texts(value, scope)


def _texts(value: ast.expr, scope: _Scope) -> Iterator[tuple[str, int]]:
    """Yields the codes that an expression can be."""
    match value:
        case ast.Constant(value=str() as text) if _CODE.fullmatch(text):
            yield text, value.lineno
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(body, scope)
            yield from _texts(orelse, scope)
        case ast.JoinedStr(values=parts):
            choices = [list(_pieces(part, scope)) for part in parts]
            yield from (("".join(texts), value.lineno) for texts in product(*choices))
        case ast.Name(id=name):
            for given in scope.values(name):
                if not isinstance(given, ast.Name):
                    yield from _texts(given, scope)


def _pieces(part: ast.expr, scope: _Scope) -> Iterator[str]:
    """Yields what a part of a formatted text can be."""
    match part:
        case ast.FormattedValue(value=value):
            yield from (text for text, _ in _texts(value, scope))
        case ast.Constant(value=str() as text):
            yield text


def _given_to(name: str, assigned: ast.Assign) -> Iterator[ast.expr]:
    """Yields what an assignment gives to a name, alone or among others."""
    for target in assigned.targets:
        match target, assigned.value:
            case ast.Name(id=known), value if known == name:
                yield value
            case ast.Tuple(elts=names), ast.Tuple(elts=values):
                for one, value in zip(names, values, strict=False):
                    if isinstance(one, ast.Name) and one.id == name:
                        yield value
