#!/usr/bin/env python3
"""Processor time a page and MB/s on one thread, thongcao beside the extractors that users have today, in one run.

speed.py [--binary PATH] [--rounds N] [--every N]
"""

import argparse
import functools
import gc
import logging
import pathlib
import tempfile
import time
import warnings

from bench import environment, gold, markdown, ours, process, smoothie
from bench.readers import READERS

EMPTY = "<!doctype html><title></title>"


def child_seconds(command, paths, empty):
    """Processor time of a program over `paths` less its start-up, which is its time over one empty page."""

    def run(paths):
        ended = process.run(command(paths))
        if ended.fault:
            raise SystemExit(f"{command([])[0]}: {ended.fault}")
        return ended.seconds

    start_up = min(run([empty]) for _ in range(3))
    return run(paths) - start_up


def reader_seconds(read, pages):
    """Processor time of a Python extractor over pages in memory; a page that makes it raise counts with its time."""
    gc.collect()
    begin = time.process_time()
    for page in pages:
        try:
            read(page)
        except Exception:
            continue
    return time.process_time() - begin


def measure(timers, rounds):
    """The least time of each timer over the rounds; a round asks all of them, so that all meet the same machine."""
    least = {}
    for _ in range(rounds):
        for name, timer in timers.items():
            seconds = timer()
            least[name] = min(seconds, least.get(name, seconds))
    return least


def compare(title, binary, paths, empty, rounds):
    """Measure everything over `paths` and print the table."""
    pages = [path.read_bytes() for path in paths]
    program = functools.partial(ours.command, binary, "html")
    timers = {"thongcao, all facts": lambda: child_seconds(program, paths, empty)}
    for name, (_, read) in READERS.items():
        reader_seconds(read, pages[:1])  # its imports and tables
        timers[name] = functools.partial(reader_seconds, read, pages)
    for name, what in (("dom_smoothie", "read"), ("scraper, parsing alone", "parse")):
        timers[name] = functools.partial(child_seconds, functools.partial(smoothie.command, what), paths, empty)
    least = measure(timers, rounds)
    size, our = sum(map(len, pages)), least["thongcao, all facts"]
    print(f"### {title}: {len(pages)} pages, {size / 1e6:.1f} MB, least of {rounds} rounds\n")
    markdown.table(
        ["", "ms a page", "MB/s", "time, thongcao = 1"],
        [
            [name, f"{seconds / len(pages) * 1e3:.2f}", f"{size / seconds / 1e6:.1f}", f"{seconds / our:.2f}"]
            for name, seconds in least.items()
        ],
    )


def main():
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ours.add_argument(parser)
    parser.add_argument("--rounds", type=int, default=3, help="over the gold pages; the bulk pages are read once [3]")
    parser.add_argument("--every", type=int, default=1, help="read only each N-th of the bulk pages [1]")
    arguments = parser.parse_args()
    gold.require()
    environment.enter()
    smoothie.build()
    logging.disable()
    warnings.simplefilter("ignore")
    versions = {"thongcao": ours.version(arguments.binary)}
    versions |= {package: environment.version(package) for package, _ in READERS.values()} | smoothie.versions()
    markdown.heading("Speed on one thread", versions, "Processor time, start-up taken off.")
    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder) / "empty.html"
        empty.write_text(EMPTY)
        compare("Gold pages", arguments.binary, [path for _, path in gold.pages()], empty, arguments.rounds)
        bulk = pathlib.Path(folder) / "bulk"
        bulk.mkdir()
        compare("Bulk pages", arguments.binary, gold.unpack_bulk(bulk, arguments.every), empty, 1)


if __name__ == "__main__":
    main()
