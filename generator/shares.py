"""Work dealt out to processes, one for each core. The result is the same as with one."""

import ctypes
import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def seldom_collected(new: int = 2_000_000) -> Iterator[None]:
    """Look for garbage among so many `new` objects at a time, not 700.

    What a build makes stays, and to look through it again and again takes a fifth; of reading it takes a tenth.
    """
    before = gc.get_threshold()
    gc.set_threshold(new, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def uncollected(*, ends_soon: bool = False) -> Iterator[None]:
    """Do not look for garbage: who only makes what stays, and no cycles, leaves none that is not seen at once.

    A process that `ends_soon` does not look through what was made when it goes on, either.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            if ends_soon:
                gc.freeze()
                gc.unfreeze()  # all that was made counts as old now
            gc.enable()


def give_back() -> None:
    """Let other processes have the memory that was freed.

    glibc keeps what was freed below what is in use; the texts of a large dossier are hundreds of megabytes.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim:
        trim(0)


def dealt(items: Sequence[Item], shares: int) -> list[Sequence[Item]]:
    """`items` in at most `shares` parts, as cards are dealt; none is empty."""
    return [part for part in (items[start::shares] for start in range(shares)) if part]


def each(work: Callable[[Item], Result], items: Sequence[Item], few: int) -> list[Result]:
    """`work` of each of `items`, in their order, dealt out to all cores if they are more than `few`."""
    processes = cores() if len(items) > few else 1
    parts = dealt(items, processes)
    done = list(in_processes(lambda part: [work(item) for item in part], parts, processes))
    return [done[number % len(parts)][number // len(parts)] for number in range(len(items))]


def in_processes(work: Callable[[Item], Result], items: Sequence[Item], processes: int) -> Iterator[Result]:
    """`work` of each of `items`, in their order, each in a process of its own, `processes` at once.

    What `work` needs is there already, since processes are forked; only its result travels, pickled. With one
    process or one item nothing is forked, nor where that cannot be done, as on Windows. An exception in `work` is
    raised here; the other processes end.
    """
    if min(processes, len(items)) < 2 or not _can_fork():
        yield from map(work, items)
        return
    results: dict[int, Result] = {}
    running: dict[Connection, tuple[int, BaseProcess]] = {}
    waiting = iter(enumerate(items))
    told = 0
    try:
        while told < len(items):
            while len(running) < processes and (entry := next(waiting, None)):
                number, item = entry
                answers, process = _begun(work, item)
                running[answers] = number, process
            for ready in cast("list[Connection]", wait(list(running))):
                number, process = running.pop(ready)
                results[number] = _received(ready, process)
            while told in results:
                yield results.pop(told)
                told += 1
    finally:
        for _number, process in running.values():
            process.kill()


@contextmanager
def beside(work: Callable[[Sequence[Item]], object], items: Sequence[Item], few: int) -> Iterator[None]:
    """Do `work` of all `items` while this process goes on, if they are more than `few`, else first.

    It is done at the end, and only what it does in files is seen. An exception in it is raised.
    """
    if len(items) <= few or cores() < 2 or not _can_fork():
        work(items)
        yield
        return
    answers, process = _begun(work, items)
    try:
        yield
        _received(answers, process)
    finally:
        process.kill()
        process.join()


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def _begun(work: Callable[[Item], object], item: Item) -> tuple[Connection, BaseProcess]:
    """A forked process that does `work` of `item`, and where its result is to be had."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, item, theirs))
    process.start()
    theirs.close()
    return ours, process


def _run(work: Callable[[Item], Result], item: Item, answers: Connection) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # what was there before the fork is shared; looking through it would copy it
    gc.set_threshold(200_000, 20, 100)  # what MkDocs leaves of a page is mostly garbage
    try:
        answers.send((True, work(item)))
    except BaseException as error:  # noqa: BLE001  it is raised again where the work was given out
        answers.send((False, error))


def _end_with_parent() -> None:
    """Whoever is killed cannot end those that work for it, and they would hold the dossier against the next run."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _received(answers: Connection, process: BaseProcess) -> Any:
    try:
        done, result = answers.recv()
    except EOFError:
        process.join()
        raise ChildProcessError(f"a process ended with exit code {process.exitcode}") from None
    process.join()
    if not done:
        raise result
    return result
