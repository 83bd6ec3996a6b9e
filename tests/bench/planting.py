"""Plants known edits in a document and says what a comparison must find.

Every provision carries its place as a label while it is edited, so that the truth is known by
construction and never by comparing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from billkit.comparison.grouping import differs
from billkit.text.enumerators import letter_ordinal, roman_ordinal
from billkit.text.words import WORD, count_words
from billkit.tree import Document, Node, runs

__all__ = ["KINDS", "Planted", "plant"]

FRESH = (
    "The auditor shall publish an annual summary of travel expenses by county.",
    "A member of the commission serves without compensation but is reimbursed for mileage.",
    "Each laboratory keeps a register of samples and makes it available during office hours.",
    "The treasurer may invest surplus money in bonds issued by a municipality.",
    "No person under eighteen years of age may operate a winch, hoist, or derrick.",
    "The clerk records each vote by roll call and files the record before noon.",
)
SWAPS = ("quarterly", "orchard", "velocity", "harbor", "seventeen", "lantern", "granite", "ferry")

Triple = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class Item:
    """A provision that can be edited, with the marks of where it came from."""

    num: str | None
    heading: str
    text: str
    kind: str
    label: str
    status: str | None
    tail: str = ""
    children: list[Item] = field(default_factory=list)

    @classmethod
    def of(cls, node: Node, labels: list[int]) -> Item:
        """Takes a node, giving it and all below it a label each."""
        labels[0] += 1
        label = f"k{labels[0]}"
        heading = "".join(run.text for run in node.heading)
        text = "".join(run.text for run in node.text)
        item = cls(node.num, heading, text, node.kind, label, node.status, node.tail_words)
        item.children = [cls.of(child, labels) for child in node.children]
        return item

    def node(self) -> Node:
        """Gives the node back."""
        return Node(
            kind=self.kind,
            num=self.num,
            heading=runs(self.heading),
            text=runs(self.text),
            children=tuple(child.node() for child in self.children),
            tail=runs(self.tail if self.children else ""),
            status=self.status,  # type: ignore[arg-type]
            label=self.label,
        )

    def walk(self) -> list[Item]:
        """Lists the provision and all below it."""
        return [self, *[below for child in self.children for below in child.walk()]]


@dataclass(frozen=True, slots=True)
class Planted:
    """Two versions of a text and what was done to the first: changes by label, marked words."""

    kind: str
    enacted: Document
    proposed: Document
    truth: frozenset[Triple]
    words: int


class _Planter:
    """Edits one text; keeps the truth by label."""

    def __init__(self, document: Document, rng: random.Random) -> None:
        self.rng = rng
        self.base = Item.of(document.root, [0])
        self.root = Item.of(document.root, [0])
        self.document = document
        self.words = 0
        self.truth: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()

    def lists(self, least: int) -> list[Item]:
        """Lists the parents with so many children of words, none of them a gap."""
        return [
            item
            for item in self.root.walk()
            if len(item.children) >= least
            and all(
                child.status != "gap" and (child.text or child.children) for child in item.children
            )
        ]

    def texts(self, least: int) -> list[Item]:
        """Lists the provisions with so many words of their own."""
        return [
            item
            for item in self.root.walk()[1:]
            if count_words(item.text) >= least and item.label.isalnum() and item.label[0] == "k"
        ]

    def fresh(self, like: Item, salt: int = 0) -> Item:
        """Makes a provision that is nowhere in the text."""
        text = FRESH[(self.rng.randrange(len(FRESH)) + salt) % len(FRESH)]
        return Item(like.num, "", text, like.kind, f"new{len(self.truth)}-{salt}", None)

    def insert(self) -> bool:
        """Inserts a provision and renumbers what follows."""
        parents = self.lists(2)
        if not parents:
            return False
        parent = self.rng.choice(parents)
        place = self.rng.randrange(len(parent.children) + 1)
        item = self.fresh(parent.children[0])
        if any(item.text in other.text for other in self.root.walk()):
            return False
        parent.children.insert(place, item)
        renumber(parent)
        self.truth.add(("inserted", (), (item.label,)))
        self.words += count_words(f"{item.num or ''} {item.text}")
        return True

    def delete(self) -> bool:
        """Deletes a provision with all below it and renumbers what follows."""
        parents = self.lists(3)
        if not parents:
            return False
        parent = self.rng.choice(parents)
        place = self.rng.randrange(len(parent.children))
        if any(below.status == "gap" for below in parent.children[place].walk()):
            return False
        item = parent.children.pop(place)
        for below in item.walk():
            self.truth.add(("deleted", (below.label,), ()))
            self.words += count_words(
                f"{below.num or ''} {below.heading} {below.text} {below.tail}"
            )
        renumber(parent)
        return True

    def swap(self) -> bool:
        """Swaps two neighbours; the lighter one has moved, on a tie the later."""
        parents = self.lists(2)
        if not parents:
            return False
        parent = self.rng.choice(parents)
        place = self.rng.randrange(len(parent.children) - 1)
        one, other = parent.children[place : place + 2]
        if one.text == other.text and not one.children:
            return False
        parent.children[place : place + 2] = [other, one]
        renumber(parent)
        moved = one if _mass(one) < _mass(other) else other
        self.truth.add(("moved", (moved.label,), (moved.label,)))
        return True

    def reword(self) -> bool:
        """Puts other words for one or two words."""
        texts = self.texts(8)
        if not texts:
            return False
        item = self.rng.choice(texts)
        words = list(WORD.finditer(item.text))
        start = self.rng.randrange(len(words) - 1)
        count = self.rng.randint(1, 2)
        gone = words[start : start + count]
        new = self.rng.sample(SWAPS, self.rng.randint(1, 2))
        if any(word in item.text for word in new):
            return False
        item.text = item.text[: gone[0].start()] + " ".join(new) + item.text[gone[-1].end() :]
        self.truth.add(("reworded", (item.label,), (item.label,)))
        self.words += len(gone) + len(new)
        return True

    def restyle(self) -> bool:
        """Prints a provision in capitals, or with other quotes, dashes and blanks."""
        texts = self.texts(4)
        if not texts:
            return False
        item = self.rng.choice(texts)
        was = item.text
        if '"' in was or "--" in was:
            item.text = re.sub(r'"(.*?)"', "“\\1”", was).replace("--", "—")
        elif self.rng.random() < 0.5:
            item.text = was.upper()
        else:
            item.text = was.replace(" ", "\u00a0", 2)
        if item.text == was:
            return False
        self.truth.add(("restyled", (item.label,), (item.label,)))
        return True

    def split(self) -> bool:
        """Splits a provision after a sentence; what stands below goes with the second part."""
        texts = [
            item for item in self.texts(16) if re.search(r"\w{3,}[.;] +[A-Z]\w+ \w+", item.text)
        ]
        if not texts:
            return False
        item = self.rng.choice(texts)
        cuts = [
            found.start() + len(found.group(0)) - len(found.group(1))
            for found in re.finditer(r"\w{3,}[.;] +([A-Z]\w+ \w+)", item.text)
        ]
        cut = self.rng.choice(cuts)
        parent = next(other for other in self.root.walk() if item in other.children)
        one, two = item.text[:cut].strip(), item.text[cut:].strip()
        if min(count_words(one), count_words(two)) < 4 or item.children or item.heading:
            return False
        second = Item(item.num, "", two, item.kind, f"{item.label}+", None)
        item.text = one
        parent.children.insert(parent.children.index(item) + 1, second)
        renumber(parent)
        self.truth.add(("split", (item.label,), (item.label, second.label)))
        self.words += count_words(second.num or "")
        return True

    def merge(self) -> bool:
        """Merges two neighbours without children."""
        parents = [
            (parent, place)
            for parent in self.lists(2)
            for place in range(len(parent.children) - 1)
            if not any(
                child.children or child.heading for child in parent.children[place : place + 2]
            )
            and all(count_words(child.text) > 3 for child in parent.children[place : place + 2])
        ]
        if not parents:
            return False
        parent, place = self.rng.choice(parents)
        one, two = parent.children[place : place + 2]
        one.text = f"{one.text} {two.text}"
        del parent.children[place + 1]
        renumber(parent)
        self.truth.add(("merged", (one.label, two.label), (one.label,)))
        self.words += count_words(two.num or "")
        return True

    def recodify(self) -> bool:
        """Gives a section another number."""
        sections = [item for item in self.root.children if item.kind == "section" and item.num]
        if not sections:
            return False
        item = sections[0]
        item.num = re.sub(
            r"\d+(?=\D*$)", lambda found: str(int(found.group()) + 31), item.num or ""
        )
        return True

    def relocate(self) -> bool:
        """Moves a provision under another parent."""
        parents = self.lists(2)
        items = [
            (parent, child)
            for parent in parents
            for child in parent.children
            if len({w for w in WORD.findall(child.text.casefold()) if len(w) > 3}) >= 6
            and sum(child.text == other.text for other in self.root.walk()) == 1
        ]
        if not items:
            return False
        parent, child = self.rng.choice(items)
        targets = [p for p in parents if p is not parent and p not in child.walk()]
        if not targets:
            return False
        target = self.rng.choice(targets)
        parent.children.remove(child)
        target.children.insert(self.rng.randrange(len(target.children) + 1), child)
        beside = next(other for other in target.children if other is not child)
        self.words += count_words(child.num or "") if not beside.num else 0
        self.words += count_words(beside.num or "") if not child.num else 0
        child.num = beside.num
        renumber(parent)
        renumber(target)
        self.truth.add(("moved", (child.label,), (child.label,)))
        return True

    def finish(self, kind: str) -> Planted:
        """Gives both versions and the truth by id."""
        enacted = Document(self.base.node(), jurisdiction=self.document.jurisdiction)
        proposed = Document(self.root.node(), jurisdiction=self.document.jurisdiction)
        mine = {node.label: id_ for id_, node in zip(enacted.ids, enacted.provisions, strict=True)}
        theirs = {
            node.label: id_ for id_, node in zip(proposed.ids, proposed.provisions, strict=True)
        }
        nums = {node.label: node.num or "" for node in enacted.provisions}
        for node in proposed.provisions:
            if node.label in nums and differs(nums[node.label], node.num or ""):
                self.truth.add(("renumbered", (node.label,), (node.label,)))
        truth = set()
        splits = {t[1][0]: t for t in self.truth if t[0] == "split"}
        merges = {t[2][0]: t for t in self.truth if t[0] == "merged"}
        for change, e_labels, p_labels in self.truth:
            if change not in {"split", "merged", "inserted", "deleted"}:
                if e_labels[0] in splits:
                    e_labels, p_labels = splits[e_labels[0]][1:]  # noqa: PLW2901
                elif p_labels[0] in merges:
                    e_labels, p_labels = merges[p_labels[0]][1:]  # noqa: PLW2901
            truth.add(
                (change, tuple(mine[x] for x in e_labels), tuple(theirs[x] for x in p_labels))
            )
        return Planted(kind, enacted, proposed, frozenset(truth), self.words)


KINDS: dict[str, tuple[str, ...]] = {
    "insert": ("insert",),
    "delete": ("delete",),
    "swap": ("swap",),
    "relocate": ("relocate",),
    "reword": ("reword",),
    "restyle": ("restyle",),
    "split": ("split",),
    "merge": ("merge",),
    "recodify": ("recodify",),
    "insert and reword": ("insert", "reword"),
    "swap and reword": ("swap", "reword"),
    "delete, insert and reword": ("delete", "insert", "reword"),
    "split and insert": ("split", "insert"),
    "split and reword": ("split", "reword"),
    "merge and reword": ("merge", "reword"),
    "delete and split": ("delete", "split"),
    "delete, swap and reword": ("delete", "swap", "reword"),
    "recodify, relocate and reword": ("recodify", "relocate", "reword"),
}
"""The kinds of planted edits, each with the steps that make it."""


def plant(document: Document, kind: str, seed: int) -> Planted | None:
    """Plants edits of a kind; None where the text has no place for them.

    Args:
        document: The text.
        kind: One of `KINDS`.
        seed: Decides where and with which words.
    """
    planter = _Planter(document, random.Random(f"{kind}-{seed}"))  # noqa: S311
    for step in KINDS[kind]:
        act: Callable[[], bool] = getattr(planter, step)
        if not act():
            return None
    return planter.finish(kind)


def renumber(parent: Item) -> None:
    """Numbers the children of a parent anew, where they are numbered in sequence."""
    children = parent.children
    sample = next((child.num for child in children if child.num), None)
    if sample is None or any(not child.num for child in children):
        return
    body = re.sub(r"^\W+|\W+$", "", sample)
    head, tail = sample[: sample.index(body)], sample[sample.index(body) + len(body) :]
    first = sorted((child.num or "" for child in children), key=len)
    values = {re.sub(r"^\W+|\W+$", "", num) for num in first}
    if all(value.isdecimal() for value in values):
        spell: Callable[[int], str] = str
    elif any(letter_ordinal(value) == 1 for value in values):
        spell = _letters
    elif any(roman_ordinal(value) == 1 for value in values):
        spell = _romans
    else:
        return
    if any(value.isupper() for value in values if not value.isdecimal()):
        lower = spell
        spell = lambda n: lower(n).upper()  # noqa: E731
    for number, child in enumerate(children, start=1):
        child.num = f"{head}{spell(number)}{tail}"


def _letters(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _romans(n: int) -> str:
    out = ""
    for value, letters in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while n >= value:
            out, n = out + letters, n - value
    return out


def _mass(item: Item) -> int:
    words = (f"{b.num or ''} {b.heading} {b.text}".split() for b in item.walk())
    return sum(map(len, words))
