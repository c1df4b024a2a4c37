"""A command run to its end: how it ended, the processor time it took, and the most memory it held."""

import dataclasses
import os
import resource
import signal
import subprocess
import threading

MEBIBYTE = 1 << 20


@dataclasses.dataclass(frozen=True)
class Ended:
    """How a command ended. Seconds are of processor time, which other work on the machine hardly moves."""

    status: int
    seconds: float
    mebibytes: float
    timed_out: bool

    @property
    def fault(self):
        """One word for what went wrong, or None."""
        if self.timed_out:
            return "time"
        if self.status < 0:
            return signal.Signals(-self.status).name
        return f"exit {self.status}" if self.status else None


def run(command, *, limit=600, mebibytes=None, output=subprocess.DEVNULL):
    """Run `command` for at most `limit` seconds of processor time (four times that by the clock) in so much memory."""

    def confine():
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if mebibytes:
            resource.setrlimit(resource.RLIMIT_AS, (mebibytes * MEBIBYTE, mebibytes * MEBIBYTE))

    child = subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.DEVNULL,
        preexec_fn=confine,
    )
    late = threading.Event()
    timer = threading.Timer(4 * limit, lambda: (late.set(), child.kill()))
    timer.start()
    _, status, usage = os.wait4(child.pid, 0)
    timer.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    timed_out = late.is_set() or child.returncode == -signal.SIGXCPU or (child.returncode < 0 and seconds >= limit)
    return Ended(child.returncode, seconds, usage.ru_maxrss / 1024, timed_out)
