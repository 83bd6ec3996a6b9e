"""Finds the names of a bill again in the forms in which its draft uses them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from billkit.clauses import inflection
from billkit.clauses.clause import Clause
from billkit.clauses.names import Body, Names
from billkit.reading.recovery.fields import element, nested
from billkit.reading.recovery.streams import NAMES, Tag
from billkit.reading.typed import is_role

__all__ = ["bare", "forms", "names_of", "roles_in", "roles_of"]

_ARTICLE = re.compile(r"(?:the|an?|each|any|every) ", re.IGNORECASE)


def bare(text: str) -> str:
    """Takes the article off a name.

    Example:
        >>> bare("The State Board of Education")
        'State Board of Education'
    """
    return _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text


@lru_cache(maxsize=512)
def forms(body: Body) -> frozenset[str]:
    """Gives every form in which a draft can use a name, without articles and capitals."""
    short = body.short
    shorts = body.plural if short == body.name else inflection.plural(short)
    found = (body.name, short, body.plural, shorts, body.possessive, body.short_possessive)
    return frozenset(bare(form).casefold() for form in found)


def roles_of(text: str, names: Names) -> tuple[str, ...]:
    """Gives the roles that a name in a draft can mean, full names before short ones."""
    wanted = bare(text).casefold()
    found: list[tuple[int, str]] = []
    for role in names.roles():
        body = names.body(role)
        if body is not None and wanted in forms(body):
            full = {bare(form).casefold() for form in (body.name, body.plural)}
            found.append((0 if wanted in full else 1, role))
    return tuple(role for _, role in sorted(found, key=lambda pair: pair[0]))


def roles_in(text: str, names: Names) -> tuple[str, ...]:
    """Gives the roles that a list of names means: ``the legislature and the governor``.

    The longest name that fits goes first, for a name can hold an "and" of its own.
    """
    if found := roles_of(text, names):
        return found[:1]
    for match in reversed(list(re.finditer(r",? and |, ", text))):
        first = roles_in(text[: match.start()], names)
        last = roles_of(text[match.end() :], names)
        if first and last:
            return (*first, last[0])
    return ()


def names_of(tags: Iterable[Tag], clauses: Mapping[str, type[Clause]], defaults: Names) -> Names:
    """Finds the names of a bill in what its fields and its names filled in.

    Args:
        tags: Everything that was filled in.
        clauses: The class of each clause, by its id.
        defaults: The names where a bill sets none, those of the state included.

    Returns:
        The names, those that differ from the defaults set.
    """
    used: dict[str, dict[str, None]] = {}
    fields: dict[tuple[str, str], dict[str, None]] = {}
    for tag in tags:
        if tag.clause == NAMES:
            used.setdefault(tag.field, {})[tag.text] = None
        else:
            fields.setdefault((tag.clause, tag.field), {})[tag.text] = None
    unknown: list[tuple[_Naming, list[str]]] = []
    borne: set[str] = set()
    names = _set(used, defaults)
    for (clause, field), texts in fields.items():
        naming = _naming(clauses.get(clause), field.replace("-", "_"))
        if naming is None:
            continue
        roles = [role for text in texts for role in roles_in(text, names)]
        if naming.usual is None or not all(roles_in(text, names) for text in texts):
            unknown.append((naming, list(texts)))
        else:
            borne.update(roles)
    for naming, found in unknown:
        for group in naming.groups(found, _set(used, defaults)):
            wanted = _role(naming.usual, group, defaults, used, borne)
            if wanted is not None:
                used[wanted] = {**used.get(wanted, {}), **dict.fromkeys(group)}
    return _set(used, defaults)


@dataclass(frozen=True, slots=True)
class _Naming:
    """A field that names bodies: one or ``several``, and which it names where a bill is silent.

    ``usual`` is None for the fields of a value, which can hold other words as well.
    """

    several: bool
    usual: str | None

    def groups(self, texts: Sequence[str], names: Names) -> Iterator[list[str]]:
        """Yields the forms of each name that nobody bears yet."""
        if not self.several:
            if not all(roles_in(text, names) for text in texts):
                yield list(texts)
            return
        for text in texts:
            if (stranger := _stranger(text, names)) is not None:
                yield [stranger]


def _naming(cls: type[BaseModel] | None, field: str) -> _Naming | None:
    """Tells how a field names bodies; None where it names none."""
    info = cls.model_fields.get(field) if cls is not None else None
    if info is None:
        return None
    if is_role(info):
        usual = info.default if isinstance(info.default, str) else ""
        return _Naming(element(info) is not None, usual)
    table = nested(element(info) or info.annotation)
    if table is not None and any(is_role(cell) for cell in table.model_fields.values()):
        return _Naming(several=True, usual=None)
    return None


def _stranger(text: str, names: Names) -> str | None:
    """Finds the name in a list that nobody bears; None where all are known."""
    if roles_in(text, names):
        return None
    for match in re.finditer(r",? and |, ", text):
        if roles_in(text[: match.start()], names):
            return _stranger(text[match.end() :], names) or text[match.end() :]
        if roles_of(text[match.end() :], names):
            return text[: match.start()]
    return text


def _role(
    usual: str | None,
    texts: Sequence[str],
    defaults: Names,
    used: Mapping[str, Iterable[str]],
    borne: Collection[str],
) -> str | None:
    """Chooses the role of a name that no role has yet.

    It is the role whose usual name is most like it, ends in the same noun, and is not used for
    another; else the one the field usually names; else a role of the bill's own. Words that are
    perhaps no name have a role only where a usual name is like them. A role whose usual name the
    draft uses is not free, unless that name is among these.
    """
    longest = bare(max(texts, key=len)).casefold()
    own = {role for text in texts for role in roles_of(text, defaults)}
    free = [
        role
        for role in (usual, *defaults.roles())
        if role and (role not in borne or role in own) and _fits(texts, role, used)
    ]
    alike = [role for role in free if _noun(longest) in _nouns(role, defaults)]
    if alike:
        return max(alike, key=lambda role: len(_all_words(role, defaults) & set(longest.split())))
    if usual is None:
        return None
    return usual if usual in free else _slug(longest)


def _fits(texts: Sequence[str], role: str, used: Mapping[str, Iterable[str]]) -> bool:
    """Whether what a role is called elsewhere and some more texts are forms of one name."""
    together = [*used.get(role, ()), *texts]
    return {bare(text).casefold() for text in together} <= forms(_body(together, None))


def _noun(name: str) -> str:
    """Gives the noun of a name: ``board`` of ``local board of education``."""
    return re.split(r" (?:of|for|in|on|and) ", name)[0].rpartition(" ")[2]


def _nouns(role: str, names: Names) -> set[str]:
    """Gives the nouns of a role's usual names, for one and for many."""
    body = names.body(role)
    return set() if body is None else {_noun(form) for form in forms(body)}


def _all_words(role: str, names: Names) -> set[str]:
    """Gives the words of a role and of its usual names."""
    body = names.body(role)
    named = " ".join(forms(body)) if body is not None else ""
    return {*role.split("-"), *named.split()}


def _set(used: Mapping[str, Iterable[str]], defaults: Names) -> Names:
    """Sets the names whose forms are not those of the defaults."""
    usual: dict[str, Body] = {}
    own = dict(defaults.own)
    for role, found in used.items():
        texts = list(found)
        body = defaults.body(role)
        if body is not None and {bare(text).casefold() for text in texts} <= forms(body):
            continue
        made = _body(texts, body)
        if role.replace("-", "_") in Names.model_fields and role != "own":
            usual[role.replace("-", "_")] = made
        else:
            own[role] = made
    return defaults.model_copy(update={**usual, "own": own})


def _body(texts: Sequence[str], usual: Body | None) -> Body:
    """Makes a name of the forms in which it is used."""
    bares = [bare(text) for text in texts]
    found = {_single(text, bares) for text in texts}
    small = {text for text in found if text[:1].islower()}
    opening = {text for text in found - small if text[:1].lower() + text[1:] in small}
    singles = sorted(found - opening)
    name = max(singles, key=len)
    shorts = [form for form in singles if form != name]
    article = "a" if any(text.casefold().startswith("each ") for text in texts) else None
    article = article or (usual.article if usual is not None else "a")
    given = {"name": name, "short": shorts[0] if shorts else None, "article": article}
    return Body.model_validate(given)


def _single(text: str, others: Sequence[str]) -> str:
    """Gives the form for one of a name that stands in the plural or the possessive.

    What bears "the" is one, even if it sounds like many: the education committees.
    """
    plain = re.sub(r"(?:'s|(?<=s)')$", "", bare(text))
    for other in others:
        if inflection.plural(other) == plain:
            return other
    if text.casefold().startswith("the "):
        return plain
    for match in re.finditer(r"(?:ies|es|s)\b", plain):
        for end in ("y", "", "e"):
            made = plain[: match.start()] + end + plain[match.end() :]
            if inflection.plural(made) == plain:
                return made
    return plain


def _slug(name: str) -> str:
    """Makes a role of a name."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
