"""The states: what each act provides, with words and facts, and the list of its laws."""

from __future__ import annotations

from collections.abc import Iterator

from billkit.library import ActEntry, Holding, list_acts, list_statutes
from billkit.reading.contrasts import Party
from billkit.reading.kinds import title
from billkit.reading.profiles import Fact, NotFound, NotHeld, Profile, Quoted, Sourced
from billkit.writers.contrast_cells import basis, summary
from docs._ext.cells import cell_words, source_links
from docs._ext.held import anchor, language, profiles_of
from docs._ext.pages import Site, escaped, folded, link, table, toctree
from docs._ext.statute_pages import states_held

__all__ = ["add_states", "state_name"]


def state_name(state: str) -> str:
    """Gives a state's name, from its style."""
    return language().style(state).name


def add_states(site: Site) -> None:
    """Adds the list of all laws and a page for each state.

    Args:
        site: The site.
    """
    states = states_held()
    held = list_statutes()
    rows = [
        (
            link(state_name(state), f"{state}/index.md"),
            "<br>".join(escaped(act.name) for act in list_acts(state)),
            str(len({one.id.partition("@")[0] for one in held if one.jurisdiction == state})),
            f"{sum(one.counts.total for one in held if one.jurisdiction == state):,}",
        )
        for state in states
    ]
    site.page(
        "reference/statutes/index",
        "# Statutes",
        "The enacted law that billkit holds, and how far each word of it can be trusted. The law "
        "is the states' and in the public domain; only its enacted words are taken. Nothing is "
        "completed or guessed: what is not held stands as a gap.",
        table(("state", "programs", "laws held", "words"), rows),
        toctree(*(f"{state_name(one)} <{one}/index>" for one in states)),
    )
    for state in states:
        own = [one for one in held if one.jurisdiction == state]
        _add_state(site, state, state_name(state), own)


def _add_state(site: Site, state: str, name: str, held: list[Holding]) -> None:
    """Adds the page of a state."""
    page = f"reference/statutes/{state}/index"
    profiles = {one.id: one for one in profiles_of(state)}
    acts = {act.id.partition("/")[2]: act for act in list_acts(state)}
    parts = [f"# {name}: laws", _laws(held)]
    for slug in dict.fromkeys([*profiles, *acts]):
        parts += _act(anchor(state, slug), profiles.get(slug), acts.get(slug))
    files = dict.fromkeys(one.id.partition("@")[0].partition("/")[2] for one in held)
    if files:
        parts.append(toctree(*files))
    site.page(page, *parts)


def _laws(held: list[Holding]) -> str:
    """Lists a state's laws in every version."""
    rows = [
        (
            link(one.citation, f"{one.id.partition('@')[0].partition('/')[2]}.md"),
            one.label,
            escaped(one.stands),
            escaped(str(one.counts)),
        )
        for one in held
    ]
    return table(("law", "version", "stands", "words"), rows) or "No text of this state is held."


def _act(name_: str, profile: Profile | None, act: ActEntry | None) -> Iterator[str]:
    """Tells of one act: its laws, facts, and what it provides."""
    name = profile.name if profile else act.name if act else ""
    yield f"({name_})=\n## {name}"
    if profile and profile.citation:
        standing = f" {profile.repealed}" if profile.repealed else ""
        yield f"{escaped(profile.citation)} ({profile.standing}{standing})."
    for note in dict.fromkeys(
        one for one in (profile.note if profile else "", act.note if act else "") if one
    ):
        yield escaped(note)
    for fact in act.fact if act else ():
        sources = tuple(Sourced(source.name, source.address) for source in fact.sources)
        yield f"{escaped(fact.statement)} ({source_links(sources)})"
    if profile:
        yield from _cells(profile)


def _cells(profile: Profile) -> Iterator[str]:
    """Shows what an act provides: what it says first, then what it does not, or not as held."""
    party = Party(
        profile.label,
        profile.name,
        profile.citation,
        profile.standing,
        profile.repealed,
        profile.origin,
    )
    rows = [
        (
            link(title(cell.kind), f"../../clauses/{cell.kind}.md"),
            escaped(summary(cell)),
            cell_words(cell),
            escaped(basis(cell, party)),
        )
        for cell in profile.cells
        if isinstance(cell, Quoted | Fact)
    ]
    if rows:
        yield table(("provision", "what it says", "words, and where they stand", "basis"), rows)
    for type_, said in (
        (NotFound, "The text is held in full and does not provide for"),
        (NotHeld, "Nothing can be said, as the text is not held, of"),
    ):
        kinds = [cell.kind for cell in profile.cells if isinstance(cell, type_)]
        if kinds:
            names = ", ".join(title(kind).lower() for kind in kinds)
            yield folded(f"{said} {len(kinds)} provisions", f"{said}: {names}.")
