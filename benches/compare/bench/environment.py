"""The virtual environment of the Python peers, made on first use from requirements.txt."""

import hashlib
import os
import pathlib
import subprocess
import sys
from importlib import metadata

FOLDER = pathlib.Path(__file__).resolve().parent.parent
REQUIREMENTS = FOLDER / "requirements.txt"
VENV = FOLDER / ".venv"
PYTHON = VENV / "bin" / "python"


def enter():
    """Go on inside the environment: make it where it is missing or outdated, then run the script again."""
    if pathlib.Path(sys.prefix) == VENV:
        return
    digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    stamp = VENV / "requirements.sha256"
    if not stamp.exists() or stamp.read_text() != digest:
        make()
        stamp.write_text(digest)
    os.execv(PYTHON, [str(PYTHON), *sys.argv])


def make():
    """Install the pinned peers; pip itself first, as older ones stumble over `lxml[html_clean]`."""
    print("making", VENV, file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    for what in (["--upgrade", "pip"], ["--requirement", REQUIREMENTS]):
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *what], check=True, stdout=sys.stderr)


def version(package):
    """The installed version of `package`, or None."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
