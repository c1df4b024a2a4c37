#!/usr/bin/env python3
"""Hostile pages, each read by thongcao and by each peer in a process of bounded processor time and memory.

hostile.py [--binary PATH] [--only REGEX] [--tools REGEX] [--limit SECONDS] [--minutes N]
"""

import argparse
import dataclasses
import functools
import pathlib
import re
import tempfile
import time

from bench import environment, markdown, ours, process, smoothie
from bench.inputs import INPUTS
from bench.readers import READERS

MEBIBYTES = 2048
TOOLS = ["thongcao", *(name for name in READERS if "," not in name), "dom_smoothie", "scraper, parsing alone"]


@dataclasses.dataclass(frozen=True)
class Told:
    """What became of one page: the fault or None, seconds of processor time, and memory."""

    fault: str | None
    seconds: float
    mebibytes: float


def program(command, limit, empty):
    """A timer for a program: its processor time less its start-up, which is its time on an empty page."""
    start_up = min(process.run(command([empty])).seconds for _ in range(3))

    def timer(path):
        ended = process.run(command([path]), limit=limit, mebibytes=MEBIBYTES)
        return Told(ended.fault, max(ended.seconds - start_up, 0.0), ended.mebibytes)

    return timer


def reader(name, limit):
    """A timer for a Python extractor: the time that reader.py tells."""

    def timer(path):
        with tempfile.TemporaryFile("w+") as output:
            command = [environment.PYTHON, environment.FOLDER / "reader.py", name, path]
            ended = process.run(command, limit=limit, mebibytes=MEBIBYTES, output=output)
            output.seek(0)
            words = output.read().split()
        if ended.fault or not words:
            raised = words[-1] if ended.status == 3 and words else ended.fault
            return Told(raised, 0.0, ended.mebibytes)
        return Told(None, float(words[-1]), ended.mebibytes)

    return timer


def cells(timer, page, count, path, limit):
    """The time at the full count with its growth from half the count, and the memory."""
    path.write_bytes(page(count))
    full = timer(path)
    memory = f"{full.mebibytes:.0f} MiB"
    if full.fault:
        return f"> {limit} s" if full.fault == "time" else f"**{full.fault}**", memory
    path.write_bytes(page(count // 2))
    half = timer(path)
    told = half.fault is None and half.seconds >= 0.02
    return f"{full.seconds:.2f} s" + (f" ×{full.seconds / half.seconds:.1f}" if told else ""), memory


def rows(inputs, timers, path, limit, deadline):
    """One row an input; a cell whose turn comes after the deadline is marked so."""
    for name, (page, count) in inputs.items():
        row, memory = [f"{name}, {count:,}"], "-"
        for tool, timer in timers.items():
            cell, used = ("not run", "-") if time.monotonic() > deadline else cells(timer, page, count, path, limit)
            row.append(cell)
            memory = used if tool == "thongcao" else memory
        yield [*row, memory]


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ours.add_argument(parser)
    parser.add_argument("--only", default="", help="inputs whose name matches this regular expression")
    parser.add_argument("--tools", default="", help="tools whose name matches it")
    parser.add_argument("--limit", type=int, default=20, help="seconds of processor time a page [20]")
    parser.add_argument("--minutes", type=float, default=60, help="begin no further measurement after so many [60]")
    arguments = parser.parse_args()
    environment.enter()
    smoothie.build()
    inputs = {name: value for name, value in INPUTS.items() if re.search(arguments.only, name)}
    versions = {"thongcao": ours.version(arguments.binary)}
    versions |= {package: environment.version(package) for package, _ in READERS.values()} | smoothie.versions()
    note = f"At most {arguments.limit} s of processor time, {MEBIBYTES} MiB; × is the growth from half to full count."
    markdown.heading(f"{len(inputs)} hostile pages", versions, note)
    deadline = time.monotonic() + arguments.minutes * 60
    programs = {
        "thongcao": functools.partial(ours.command, arguments.binary, "html"),
        "dom_smoothie": functools.partial(smoothie.command, "read"),
        "scraper, parsing alone": functools.partial(smoothie.command, "parse"),
    }
    with tempfile.TemporaryDirectory() as folder:
        path, empty = pathlib.Path(folder) / "hostile.html", pathlib.Path(folder) / "empty.html"
        empty.write_text("<!doctype html><title></title>")
        timers = {}
        for tool in filter(re.compile(arguments.tools).search, TOOLS):
            command = programs.get(tool)
            timers[tool] = program(command, arguments.limit, empty) if command else reader(tool, arguments.limit)
        found = rows(inputs, timers, path, arguments.limit, deadline)
        markdown.table(["", *timers, "memory of thongcao"], found)


if __name__ == "__main__":
    main()
