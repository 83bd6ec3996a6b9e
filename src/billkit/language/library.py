"""Model language as a whole: clause texts and styles of one folder, loaded when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2.sandbox import ImmutableSandboxedEnvironment

from billkit.clauses.base import nearest
from billkit.clauses.catalogue import CLAUSES, KINDS
from billkit.clauses.clause import Clause
from billkit.clauses.names import Names
from billkit.clauses.samples import largest, smallest
from billkit.errors import DraftError, Finding, Where
from billkit.language.styles import GENERIC, Style, load_style, style_names
from billkit.language.templates import (
    Rendered,
    Template,
    load_template,
    make_environment,
    sentence_template,
)
from billkit.language.voice import Voice
from billkit.language.wordings import Arm, arms, fields_read
from billkit.shipped import shipped

__all__ = ["ModelLanguage"]

_MODEL = "model"


@dataclass(slots=True)
class ModelLanguage:
    """Holds the clause texts and styles of a folder; each file is read once, when first needed."""

    folder: Path = field(default_factory=lambda: shipped("model_language"))
    _environment: ImmutableSandboxedEnvironment = field(
        default_factory=make_environment, repr=False
    )
    _templates: dict[tuple[str, str], Template] = field(default_factory=dict, repr=False)
    _arms: dict[tuple[str, str], tuple[Arm, ...]] = field(default_factory=dict, repr=False)
    _read: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False)
    _styles: dict[str, Style] = field(default_factory=dict, repr=False)
    _sentences: dict[tuple[str, str], Template] = field(default_factory=dict, repr=False)

    def styles(self) -> tuple[str, ...]:
        """Names the states that have a style."""
        return style_names(self.folder)

    def style(self, jurisdiction: str) -> Style:
        """Gives a state's style.

        Raises:
            ReadError: ``unknown-jurisdiction``, ``bad-toml``, ``bad-style``.
        """
        if jurisdiction not in self._styles:
            self._styles[jurisdiction] = load_style(jurisdiction, folder=self.folder)
        return self._styles[jurisdiction]

    def variants(self, kind: str) -> tuple[str, ...]:
        """Names the texts there are for a kind of clause, ``model`` first."""
        found = sorted(path.stem for path in (self.folder / "clauses" / kind).glob("*.md"))
        return tuple(sorted(found, key=lambda name: name != _MODEL))

    def kinds(self) -> tuple[str, ...]:
        """Names the kinds that have a text, in the order in which an act is read."""
        return tuple(kind for kind in KINDS if self.variants(kind))

    def template(self, kind: str, variant: str = _MODEL) -> Template:
        """Gives a clause text.

        Raises:
            DraftError: ``unknown-variant``.
            ReadError: as `load_template`.
        """
        key = (kind, variant)
        if key not in self._templates:
            file = self.folder / "clauses" / kind / f"{variant}.md"
            if kind not in CLAUSES or not file.is_file():
                raise DraftError(
                    Finding(
                        code="unknown-variant",
                        message=f'there is no text "{variant}" for a clause of kind "{kind}".',
                        where=Where(path=kind),
                        hint=nearest(variant, self.variants(kind)),
                    )
                )
            self._templates[key] = load_template(
                file, clause=CLAUSES[kind], environment=self._environment
            )
        return self._templates[key]

    def arms(self, kind: str, variant: str, style: Style) -> tuple[Arm, ...]:
        """Gives the words that a text has in a state for every value it tells apart.

        Raises:
            DraftError: ``unknown-variant``.
            ReadError: as `load_template`.
        """
        template = self._spoken(kind, variant, style)
        key = (template.file, kind)
        if key not in self._arms:
            self._arms[key] = arms(template, self._environment)
        return self._arms[key]

    def fields_read(self, kind: str, variant: str, style: Style) -> frozenset[str]:
        """Names the fields of a clause that make a difference to a text in a state.

        Raises:
            DraftError: ``unknown-variant``.
            ReadError: as `load_template`.
        """
        template = self._spoken(kind, variant, style)
        key = (template.file, kind)
        if key not in self._read:
            self._read[key] = fields_read(template, self._environment)
        return self._read[key]

    def check(self, kind: str, variant: str = _MODEL) -> tuple[Finding, ...]:
        """Puts the smallest and the largest clause of a kind into a text, in plain forms.

        A state's text need not have words for every point that other states' laws have: where it
        has none, that is a warning.

        Args:
            kind: The kind of clause.
            variant: The text.

        Raises:
            DraftError: ``unknown-variant``.
            ReadError: as `load_template`.
        """
        template = self.template(kind, variant)
        found: list[Finding] = []
        for clause in (smallest(kind), largest(kind)):
            voice = Voice.of(self.style(GENERIC), Names(), KINDS)
            try:
                template.render(clause.model_copy(update={"variant": variant}), voice)
            except DraftError as error:
                found += error.findings
        soft = variant != _MODEL
        return tuple(
            replace(each, severity="warning") if soft and "for the point" in each.message else each
            for each in found
        )

    def render(self, clause: Clause, voice: Voice) -> Rendered:
        """Puts a clause into words, in the state's own sentence where its style has one.

        Raises:
            DraftError: ``unknown-variant``, ``no-words``, ``bad-structure``.
            ReadError: as `load_template`.
        """
        return self._spoken(clause.kind, clause.variant, voice.style).render(clause, voice)

    def _spoken(self, kind: str, variant: str, style: Style) -> Template:
        """Gives the text in which a state says a clause: its own sentence, else the text there is.

        Raises:
            DraftError: ``unknown-variant``.
            ReadError: as `load_template`.
        """
        template = self.template(kind, variant)
        fact = style.sentences.get(kind)
        if fact is None or variant != _MODEL:
            return template
        key = (style.jurisdiction, kind)
        if key not in self._sentences:
            self._sentences[key] = sentence_template(
                template,
                fact.value,
                clause=CLAUSES[kind],
                file=str(self.folder / "styles" / f"{style.jurisdiction}.toml"),
                environment=self._environment,
            )
        return self._sentences[key]
