"""The cargo project in dom_smoothie/: the crate dom_smoothie, and `scraper` as the floor of what parsing costs."""

import json
import subprocess
import sys

from bench.environment import FOLDER
from bench.gold import ROOT

PROJECT = FOLDER / "dom_smoothie"
TARGET = ROOT / "target" / "compare"  # not below benches/: a test of the house reads every Rust file there
PROGRAM = TARGET / "release" / "compare-dom-smoothie"


def build():
    """Build it (release, locked); cargo does nothing where it is up to date."""
    command = ["cargo", "build", "--quiet", "--release", "--locked", "--target-dir", TARGET]
    subprocess.run([*command, "--manifest-path", PROJECT / "Cargo.toml"], check=True, stdout=sys.stderr)


def versions():
    """The versions of both crates, from the lock file."""
    lines = (PROJECT / "Cargo.lock").read_text().splitlines()
    find = lambda crate: lines[lines.index(f'name = "{crate}"') + 1].split('"')[1]  # noqa: E731
    return {crate: find(crate) for crate in ("dom_smoothie", "scraper")}


def command(what, paths):
    """The command that reads (`read`) or only parses (`parse`) all `paths` with one thread."""
    return [PROGRAM, what, *paths]


def articles(paths):
    """What dom_smoothie reads in each path: title, byline, excerpt, published and text, or an error."""
    told = subprocess.run([str(part) for part in command("read", paths)], capture_output=True, check=True).stdout
    return [json.loads(line) for line in told.decode().splitlines()]
