#!/usr/bin/env python3
"""Hostile pages, each read by thongcao and by each peer in a process with 20 s of processor time and 2 GiB of memory.

hostile.py [--binary PATH] [--only REGEX] [--tools REGEX] [--minutes N]
"""

import argparse
import functools
import pathlib
import re
import tempfile
import time

from bench import environment, markdown, ours, process, smoothie
from bench.inputs import INPUTS
from bench.readers import READERS

LIMIT, MEBIBYTES = 20, 2048
TOOLS = ["thongcao", *(name for name in READERS if "," not in name), "dom_smoothie", "scraper, parsing alone"]


def program(command, empty):
    """A timer for a program: its processor time less its start-up on an empty page."""
    start_up = min(process.run(command([empty])).seconds for _ in range(3))

    def timer(path):
        ended = process.run(command([path]), limit=LIMIT, mebibytes=MEBIBYTES)
        return ended.fault, max(ended.seconds - start_up, 0.0), ended.mebibytes

    return timer


def reader(name):
    """A timer for a Python extractor: the time that reader.py tells."""

    def timer(path):
        with tempfile.TemporaryFile("w+") as told:
            command = [environment.PYTHON, environment.FOLDER / "reader.py", name, path]
            ended = process.run(command, limit=LIMIT, mebibytes=MEBIBYTES, output=told)
            told.seek(0)
            words = told.read().split()
        if ended.status == 3 and words:
            return words[-1], 0.0, ended.mebibytes
        return ended.fault, 0.0 if ended.fault else float(words[-1]), ended.mebibytes

    return timer


def measured(timer, page, count, path):
    """The cell of one tool on one input, and the memory: the time at the full count, and how it grew from the half."""
    path.write_bytes(page(count))
    fault, full, mebibytes = timer(path)
    if fault:
        return f"> {LIMIT} s" if fault == "time" else f"**{fault}**", mebibytes
    path.write_bytes(page(count // 2))
    fault, half, _ = timer(path)
    growth = f" ×{full / half:.1f}" if not fault and half >= 0.02 else ""
    return f"{full:.2f} s{growth}", mebibytes


def main():
    """Print the table; what the time does not suffice for is marked so."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ours.add_argument(parser)
    parser.add_argument("--only", default="", help="inputs whose name matches this regular expression")
    parser.add_argument("--tools", default="", help="tools whose name matches it")
    parser.add_argument("--minutes", type=float, default=60, help="begin no further measurement after so many [60]")
    arguments = parser.parse_args()
    environment.enter()
    smoothie.build()
    tools = [name for name in TOOLS if re.search(arguments.tools, name)]
    inputs = {name: value for name, value in INPUTS.items() if re.search(arguments.only, name)}
    versions = {"thongcao": ours.version(arguments.binary)}
    versions |= {package: environment.version(package) for package, _ in READERS.values()} | smoothie.versions()
    note = f"At most {LIMIT} s of processor time and {MEBIBYTES} MiB; × is the growth from half the count to the full."
    markdown.heading(f"{len(inputs)} hostile pages", versions, note)
    deadline = time.monotonic() + arguments.minutes * 60
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        path, empty = pathlib.Path(folder) / "hostile.html", pathlib.Path(folder) / "empty.html"
        empty.write_text("<!doctype html><title></title>")
        programs = {
            "thongcao": functools.partial(ours.command, arguments.binary, "html"),
            "dom_smoothie": functools.partial(smoothie.command, "read"),
            "scraper, parsing alone": functools.partial(smoothie.command, "parse"),
        }
        timers = {name: program(programs[name], empty) if name in programs else reader(name) for name in tools}
        for name, (page, count) in inputs.items():
            row, memory = [f"{name}, {count:,}"], ""
            for tool, timer in timers.items():
                if time.monotonic() > deadline:
                    row.append("not run")
                    continue
                cell, mebibytes = measured(timer, page, count, path)
                row.append(cell)
                memory = f"{mebibytes:.0f} MiB" if tool == "thongcao" else memory
            rows.append([*row, memory])
    markdown.table(["", *tools, "memory of thongcao"], rows)


if __name__ == "__main__":
    main()
