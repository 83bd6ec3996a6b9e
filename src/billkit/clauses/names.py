"""Names set once in a bill: the bodies that act, the zones, the schools, the program."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, TypeAlias

from pydantic import Field, model_validator

from billkit.clauses import inflection
from billkit.clauses.base import Slug, Text, Value, Written, refuse

__all__ = ["Body", "Names", "Role", "RoleMark"]


class RoleMark:
    """Marks the fields that name a role, so that a bill can check that it names the body."""


Role: TypeAlias = Annotated[Slug, RoleMark()]
"""The place a body has in the bill: a field of `Names` with hyphens, or a name of ``names.own``."""


class Body(Written):
    """A body or a thing that a bill names again and again, in all the forms law needs.

    ``state-board = "State Board of Education"`` is enough; forms not given are made by rule.
    """

    examples = ("State Board of Education", "[insert agency]")

    name: Text
    """The full name without its article: ``State Board of Education``."""
    short_form: Text | None = Field(default=None, alias="short")
    """The name after its first mention or its definition: ``board``; none is the full name."""
    article: Text = "the"
    """What stands before it: ``the`` for the one there is, ``a`` for one of many, ``none``."""
    plural_form: Text | None = Field(default=None, alias="plural")
    """The plural, where it is not made by rule."""
    possessive_form: Text | None = Field(default=None, alias="possessive")
    """The possessive, where it is not made by rule."""

    @model_validator(mode="after")
    def _check(self) -> Body:
        """Refuses another article than there is, and an article within the name."""
        if self.article not in {"the", "a", "an", "none"}:
            refuse(
                "not-an-article",
                f'"{self.article}" is none of: the, a, none.',
                'write article = "the".',
            )
        word = self.name.split(" ", 1)[0].casefold()
        if word in {"the", "a", "an"} and " " in self.name:
            hint = f'write "{self.name.split(" ", 1)[1]}" and set `article`.'
            refuse("article-in-name", f'the name "{self.name}" holds its article.', hint)
        return self

    @classmethod
    def _read(cls, line: str) -> dict[str, Any]:
        """Takes a line for the name."""
        return {"name": line}

    @property
    def short(self) -> str:
        """The name after its first mention."""
        return self.short_form or self.name

    @property
    def definite(self) -> str:
        """The name with its definite article, or without any where it takes none."""
        return self.name if self.article == "none" else f"the {self.name}"

    @property
    def short_definite(self) -> str:
        """The short name with its definite article."""
        return self.short if self.article == "none" else f"the {self.short}"

    @property
    def indefinite(self) -> str:
        """The name with "a" or "an"."""
        return f"{inflection.indefinite_article(self.name)} {self.name}"

    @property
    def subject(self) -> str:
        """The name as the subject of a rule: with the article that is its own."""
        return self.indefinite if self.article in {"a", "an"} else self.definite

    @property
    def plural(self) -> str:
        """The plural of the name."""
        return self.plural_form or (self.name if self.is_blank else inflection.plural(self.name))

    @property
    def possessive(self) -> str:
        """The possessive of the name."""
        return self.possessive_form or inflection.possessive(self.name)

    @property
    def short_possessive(self) -> str:
        """The possessive of the short name."""
        return inflection.possessive(self.short)

    @property
    def plural_possessive(self) -> str:
        """The possessive of the plural."""
        return inflection.possessive(self.plural)

    @property
    def is_blank(self) -> bool:
        """Whether the name is a blank of a model act."""
        return self.name.startswith("[") and self.name.endswith("]")

    def __str__(self) -> str:
        """Writes the full name."""
        return self.name


def _one(name: str, short: str | None = None) -> Any:
    """Makes a field for the one body of its kind."""
    return Field(default=Body.model_construct(**_full(name, short, "the")))


def _many(name: str, short: str | None = None) -> Any:
    """Makes a field for one of many."""
    return Field(default=Body.model_construct(**_full(name, short, "a")))


def _full(name: str, short: str | None, article: str) -> dict[str, Any]:
    """Gives all the fields of a default name."""
    return {"name": name, "short_form": short, "article": article}


_AFTER_THE_ZONE: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "program": ("program", "program", "the"),
        "partnership": ("partnership", "partnership", "a"),
        "panel": ("advisory panel", "panel", "the"),
    }
)
"""What is called after the zone: the words after its name, the short name, the article."""


class Names(Value):
    """The names of a bill, each set once; what a bill does not set, its state's style may.

    ``Names.filled`` puts a style's names where the bill has set none.
    """

    legislature: Body = _one("legislature")
    """The legislature."""
    legislative_committee: Body = _many("committee of the legislature on education", "committee")
    """Who receives reports for the legislature: a committee, a legislative management."""
    governor: Body = _one("governor")
    """The governor."""
    state_board: Body = _one("state board of education", "state board")
    """The state board."""
    department: Body = _one("department of education", "department")
    """The state's department."""
    chief: Body = _one("commissioner of education", "commissioner")
    """The chief state school officer: commissioner, superintendent, secretary."""
    higher_education: Body = _one("office of higher education")
    """The state's office or board for higher education."""
    district: Body = _many("school district", "district")
    """A school district."""
    school: Body = _many("public school", "school")
    """A public school."""
    charter_school: Body = _many("charter school")
    """A charter school."""
    nonpublic_school: Body = _many("nonpublic school")
    """A nonpublic school."""
    governing_board: Body = _many("school board")
    """The board that governs a district or a school: school board, local board of education."""
    zone: Body = _many("innovation zone", "zone")
    """What is approved: innovation zone, district of innovation."""
    zone_school: Body = _many("innovation school")
    """A school that takes part: innovation school, school of innovation."""
    program: Body = _one("innovation zone program", "program")
    """The program as a whole."""
    plan: Body = _many("innovation plan", "plan")
    """What is submitted and approved: innovation plan, plan of innovation, proposal."""
    application: Body = _many("application")
    """The paper by which one applies."""
    waiver: Body = _many("waiver")
    """What sets law aside for a zone: waiver, exemption."""
    partnership: Body = _many("innovation zone partnership", "partnership")
    """Several who join together."""
    partner: Body = _many("partner")
    """A member of a partnership."""
    panel: Body = _one("innovation zone advisory panel", "panel")
    """The advisory panel."""
    review_committee: Body = _one("review committee")
    """Who reviews applications for grants."""
    office: Body = _one("office of education innovation", "office")
    """The state's office of innovation."""
    council: Body = _one("innovation advisory council", "council")
    """The council that advises the office."""
    network: Body = _one("innovation learning network", "network")
    """The network in which practice is shared."""
    research_team: Body = _one("education innovation research team", "research team")
    """The team that studies the program."""
    own: dict[Slug, Body] = Field(default_factory=dict)
    """Further bodies of the bill's own: ``own.labor-panel = "Labor Panel"``."""

    @model_validator(mode="before")
    @classmethod
    def _articles(cls, data: object) -> object:
        """Gives a name written in one line the article of the name it takes the place of."""
        if not isinstance(data, dict):
            return data
        out = dict(data)
        for name in cls._usual():
            usual = cls.model_fields[name].default
            for key in {name, name.replace("_", "-")} & set(out):
                if isinstance(out[key], str) and out[key].strip():
                    out[key] = {"name": out[key], "article": usual.article}
        return out

    @model_validator(mode="after")
    def _check(self) -> Names:
        """Refuses an own name that hides one of the bill's usual names."""
        if hidden := sorted(set(self.own) & {name.replace("_", "-") for name in self._usual()}):
            message = f'"{hidden[0]}" is one of the usual names.'
            refuse("name-hidden", message, f"set `names.{hidden[0]}` itself.")
        return self

    @classmethod
    def _usual(cls) -> tuple[str, ...]:
        """Gives the fields that hold one name each."""
        return tuple(name for name in cls.model_fields if name != "own")

    def roles(self) -> tuple[Role, ...]:
        """Gives every role a clause may name, the bill's own last."""
        return (*(name.replace("_", "-") for name in self._usual()), *self.own)

    def body(self, role: Role) -> Body | None:
        """Gives the body of a role; None where the bill names none.

        Example:
            >>> str(Names().body("state-board")), Names().body("moon-board")
            ('state board of education', None)
        """
        if role in self.own:
            return self.own[role]
        field = role.replace("-", "_")
        found = getattr(self, field) if field in self._usual() else None
        return found if isinstance(found, Body) else None

    @property
    def act_name(self) -> str:
        """The name of an act on the zones: Innovation Zones Act."""
        return f"{inflection.title_case(self.zone.plural)} Act"

    def filled(self, defaults: Mapping[str, Body]) -> Names:
        """Puts other defaults, by role, in the place of names the bill has not set itself.

        The program, the partnership and the panel bear the zone's name where they have no other.

        Example:
            >>> str(Names(zone="district of innovation").filled({}).program)
            'district of innovation program'
        """
        usual: dict[str, Body] = {}
        own: dict[str, Body] = {}
        for role, body in defaults.items():
            field = role.replace("-", "_")
            if field not in self._usual():
                own[role] = body
            elif field not in self.model_fields_set:
                usual[field] = body
        zone = usual.get("zone", self.zone).name
        for field, (tail, short, article) in _AFTER_THE_ZONE.items():
            if field not in {*self.model_fields_set, *usual}:
                usual[field] = Body.model_construct(**_full(f"{zone} {tail}", short, article))
        return self.model_copy(update={**usual, "own": {**own, **self.own}})
