"""The `thongcao` program, as a user would run it."""

import json
import os
import subprocess

from bench.gold import ROOT


def add_argument(parser):
    """Let a script be told which build to measure."""
    default = os.environ.get("THONGCAO", str(ROOT / "target" / "release" / "thongcao"))
    parser.add_argument("--binary", default=default, help="the program [default: $THONGCAO, or the release build]")


def version(binary):
    """The version that the program tells, and the commit that is checked out beside it."""
    try:
        told = subprocess.run([binary, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    except (OSError, subprocess.CalledProcessError, IndexError):
        raise SystemExit(f"{binary} is no thongcao: run cargo build --release, or name another build") from None
    describe = ["git", "-C", ROOT, "describe", "--always", "--dirty"]
    commit = subprocess.run(describe, capture_output=True, text=True).stdout
    build = "debug build, " if "debug" in binary else ""
    return f"{told} ({build}commit {commit.strip()})" if commit else told


def command(binary, kind, paths, *options):
    """The command that reads all `paths` with one thread."""
    return [binary, "extract", "--format", "jsonl", "--input-type", kind, "--jobs", "1", *options, *paths]


def records(binary, kind, paths, *options):
    """One record a path."""
    told = subprocess.run(command(binary, kind, paths, *options), capture_output=True, check=True).stdout
    return [json.loads(line) for line in told.decode().splitlines()]
