"""Time and memory: medians of several rounds in which every engine has its turn."""

from __future__ import annotations

import gc
import math
import resource
import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from statistics import median

__all__ = ["Memory", "exponent", "interleaved", "memory_of", "seconds"]


def seconds(act: Callable[[], object]) -> float:
    """Measures one run."""
    gc.collect()
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def interleaved(
    rounds: int,
    acts: Mapping[str, Callable[[], object]],
    *,
    before: Callable[[], object] | None = None,
    of: Callable[[Sequence[float]], float] = median,
) -> dict[str, float]:
    """Gives the median time of each act; each has its turn in every round.

    Args:
        rounds: How many rounds there are.
        acts: What is measured.
        before: Makes things ready before each round, outside the time.
        of: What is taken of the rounds: `min` where the time itself is asked for and no ratio, so
            that what else the machine does counts little.
    """
    times: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(rounds):
        if before is not None:
            before()
        for name, act in acts.items():
            times[name].append(seconds(act))
    return {name: of(taken) for name, taken in times.items()}


def exponent(sizes: Mapping[int, float]) -> float:
    """Says with which power of the size time grows: the slope of the line through the logs."""
    points = [(math.log(size), math.log(taken)) for size, taken in sizes.items()]
    x, y = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


@dataclass(frozen=True, slots=True)
class Memory:
    """What an act needs at its peak, in megabytes: of Python's objects, and of the process.

    ``process`` counts what the process grew by, tables of extension modules included.
    """

    objects: float
    process: float


def memory_of(prepare: Callable[[], object], act: Callable[[object], object]) -> Memory:
    """Measures the memory of an act in two processes of its own.

    Args:
        prepare: A function of a module that makes what is worked on.
        act: A function of a module that works on it.
    """
    return Memory(_measured(prepare, act, trace=True), _measured(prepare, act, trace=False))


def _measured(
    prepare: Callable[[], object], act: Callable[[object], object], *, trace: bool
) -> float:
    context = get_context("spawn")
    mine, theirs = context.Pipe()
    process = context.Process(target=_child, args=(theirs, prepare, act, trace))
    process.start()
    theirs.close()
    found: float = mine.recv()
    process.join()
    return found


def _child(
    pipe: Connection,
    prepare: Callable[[], object],
    act: Callable[[object], object],
    trace: bool,  # noqa: FBT001 - a process takes its arguments by place
) -> None:
    ready = prepare()
    gc.collect()
    if trace:
        tracemalloc.start()
        act(ready)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
    else:
        start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        act(ready)
        peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start) * 1024 / 1e6
    pipe.send(peak)
