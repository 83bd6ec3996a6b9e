"""Which words of a clause text stand for which value of a field: the text read the other way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from billkit.clauses.catalogue import CLAUSES
from billkit.language.templates import Template

__all__ = ["Arm", "Hole", "Piece", "arms", "fields_read"]

EVERY = "*"
"""The step of a path that stands for each element of a list."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A place that is filled in.

    ``word`` names the plain word of the state that fills it, ``origin`` the root and the field its
    words come from, as they are marked on a run; both are empty where neither is known.
    """

    word: str = ""
    origin: tuple[str, str] = ("", "")


Piece: TypeAlias = str | Hole
"""A part of the words of an arm: as they stand in the text, or a hole."""

_Scope: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Arm:
    """The words that a text has for one value of a field.

    ``path`` leads to the field from the clause, ``*`` stands for each element of a list. ``inner``
    arms hang on a condition or a list besides, so that their words can be wanting all the same.
    """

    path: tuple[str, ...]
    value: str | bool
    pieces: tuple[Piece, ...]
    inner: bool = False


def arms(template: Template, environment: ImmutableSandboxedEnvironment) -> tuple[Arm, ...]:
    """Finds the words for every value that a text tells apart, in the order of the text.

    Args:
        template: The text, checked already.
        environment: The sandbox it was loaded in.

    Example:
        >>> from billkit.language.library import ModelLanguage
        >>> from billkit.language.templates import make_environment
        >>> found = arms(ModelLanguage().template("purpose"), make_environment())
        >>> [arm.pieces for arm in found if arm.value == "research"]
        [('- support research on new models of education and on their results; and',)]
    """
    tree = environment.parse(template.body)
    return tuple(_in_block(tree.body, {"clause": ()}, inner=False))


def fields_read(template: Template, environment: ImmutableSandboxedEnvironment) -> frozenset[str]:
    """Names the fields of the clause that a text asks for.

    A text that hands the clause on as a whole, or asks for what is worked out from several fields,
    can ask for all of them.

    Example:
        >>> from billkit.language.library import ModelLanguage
        >>> from billkit.language.templates import make_environment
        >>> sorted(fields_read(ModelLanguage().template("severability"), make_environment()))
        ['applications']
    """
    tree = environment.parse(template.body)
    held = frozenset(CLAUSES[template.kind].model_fields)
    whole = sum(node.name == "clause" for node in tree.find_all(nodes.Name))
    read = [
        node.attr
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "clause"
    ]
    return frozenset(read) if whole == len(read) and held.issuperset(read) else held


def _in_block(body: Sequence[nodes.Node], scope: _Scope, *, inner: bool) -> Iterator[Arm]:
    """Yields the arms of statements one after the other."""
    for node in body:
        match node:
            case nodes.If():
                yield from _in_branch(node, scope, inner=inner)
            case nodes.For(target=nodes.Name(name=name)):
                path = _path(node.iter, scope)
                below = {**scope, name: (*path, EVERY)} if path is not None else scope
                yield from _in_block(node.body, below, inner=True)


def _in_branch(node: nodes.If, scope: _Scope, *, inner: bool) -> Iterator[Arm]:
    """Yields the arms of a condition, and those within them."""
    for arm in (node, *node.elif_):
        pieces = tuple(_pieces(arm.body, scope))
        several = isinstance(arm.test, nodes.And)
        for path, value in _told(arm.test, scope):
            yield Arm(path, value, pieces, inner or several)
        yield from _in_block(arm.body, scope, inner=True)
    yield from _in_block(node.else_, scope, inner=True)


def _told(test: nodes.Node, scope: _Scope) -> Iterator[tuple[tuple[str, ...], str | bool]]:
    """Yields the fields that a condition asks for, with the value it wants."""
    match test:
        case nodes.And():
            yield from _told(test.left, scope)
            yield from _told(test.right, scope)
        case nodes.Not(node=nodes.Getattr() as inner):
            if (path := _path(inner, scope)) is not None:
                yield path, False
        case nodes.Getattr():
            if (path := _path(test, scope)) is not None:
                yield path, True
        case nodes.Compare(expr=expr, ops=[nodes.Operand(op="eq", expr=nodes.Const(value=value))]):
            if (path := _path(expr, scope)) is not None and isinstance(value, str):
                yield path, value


def _path(node: nodes.Node, scope: _Scope) -> tuple[str, ...] | None:
    """Gives the path of a field from the clause; None where it is no plain field of it."""
    match node:
        case nodes.Name(name=name):
            return scope.get(name)
        case nodes.Getattr(node=inner, attr=attr):
            above = _path(inner, scope)
            return None if above is None else (*above, attr)
        case nodes.Filter(node=nodes.Node() as inner, name="alphabetical"):
            return _path(inner, scope)
    return None


def _pieces(body: Sequence[nodes.Node], scope: _Scope) -> Iterator[Piece]:
    """Yields the words of an arm; what another condition or loop decides is a hole."""
    for node in body:
        if not isinstance(node, nodes.Output):
            yield Hole()
            continue
        for part in node.nodes:
            match part:
                case nodes.TemplateData(data=data):
                    if words := " ".join(data.split()):
                        yield words
                case nodes.Name(name=name) if name not in scope:
                    yield Hole(name)
                case _:
                    yield Hole(origin=_origin(part, scope))


def _origin(node: nodes.Node, scope: _Scope) -> tuple[str, str]:
    """Finds what a hole's words are marked with: a clause's field, or a name of the bill."""
    for found in (node, *node.find_all(nodes.Getattr), *node.find_all(nodes.Name)):
        if (path := _path(found, scope)) is not None and path:
            return "clause", path[0].replace("_", "-")
        match found:
            case nodes.Getattr(node=nodes.Name(name="names"), attr=attr):
                return "names", attr.replace("_", "-")
    return "", ""
