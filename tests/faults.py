"""Faults on purpose: a process is killed, or the disk refuses, at the n-th moment at which it writes.

    happened = forked(run, root)                       undisturbed; happened.moments is how many there were
    forked(run, root, at=7)                            killed at the seventh, nothing tidied up
    forked(run, root, at=7, refusal=errno.ENOSPC)      from the seventh on nothing more can be written

A moment is just before a file below `root` is opened for writing, synced, renamed, removed or made. Each run
is a fork of this process, so that a kill is one, and nothing of it stays here.
"""

import contextlib
import ctypes
import io
import json
import os
import sys
from dataclasses import dataclass

KILLED = 137
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
MAKING = {"os.mkdir", "os.rename", "os.chmod", "os.truncate", "os.link", "os.symlink"}
REMOVING = {"os.remove", "os.rmdir"}


@dataclass(frozen=True)
class Happened:
    """How a run ended."""

    code: int
    printed: str
    moments: int


class _Disk:
    """Counts the moments below `root`; at the n-th it does its fault."""

    def __init__(self, root, at, refusal):
        self.root, self.at, self.refusal, self.moments = str(root), at, refusal, 0

    def hear(self, event, arguments):
        """An audit hook: Python tells each of its doings before it does it."""
        if event == "open":
            if arguments[2] and arguments[2] & WRITING:
                self.moment(arguments[0])
        elif event in MAKING:
            self.moment(arguments[0], once=event == "os.rename")
        elif event in REMOVING:
            self.moment(arguments[0], makes=False, inside=arguments[1] != -1)

    def moment(self, path, *, makes=True, once=False, inside=False):
        """What only removes is never refused, and what needs no room but `once`.

        `inside`: the path is one relative to an open folder.
        """
        if not inside and not os.fsdecode(path if not isinstance(path, int) else "").startswith(self.root):
            return
        self.moments += 1
        if not self.at or self.moments < self.at:
            return
        if not self.refusal:
            os._exit(KILLED)
        if makes and (self.moments == self.at or not once):
            raise OSError(self.refusal, os.strerror(self.refusal))


def forked(run, root, *, at=0, refusal=0):
    """Run `run` in a fork of this process."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _played(run, _Disk(root, at, refusal), writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    return Happened(os.waitstatus_to_exitcode(status), *(json.loads(told) if told else ("", 0)))


def _played(run, disk, writing):
    """The child's part; never returns."""
    printed, code = io.StringIO(), 1
    os.fsync = lambda _file: disk.moment(disk.root)  # a kill loses nothing that the system has taken over
    sys.addaudithook(disk.hear)
    try:
        with contextlib.redirect_stderr(printed), contextlib.redirect_stdout(printed):
            run()
        code = 0
    except SystemExit as ended:
        code = ended.code or 0
    except BaseException as error:  # noqa: BLE001  a trace on the terminal would be one
        printed.write(f"Traceback: {error!r}")
    os.write(writing, json.dumps([printed.getvalue(), disk.moments]).encode())
    os._exit(code)


def without_privileges(run):
    """`run` as somebody to whom permissions apply, even if that is root."""

    def mortal():
        everything = 0x20080522, 0
        ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(*everything), (ctypes.c_uint32 * 6)())
        run()

    return mortal


def tree(folder):
    """Path → bytes of every file below `folder`, hidden ones included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
