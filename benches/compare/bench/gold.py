"""The hand-made gold of ../shared/eval and its own scorers, which are called and not written again."""

import json
import pathlib
import sys
import tarfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
EVAL = ROOT.parent / "shared" / "eval"


def require():
    """End the script with status 0 and a word where the gold is absent; else make its scorers importable."""
    if not EVAL.is_dir():
        print(f"nothing compared: {EVAL} is not here")
        sys.exit(0)
    sys.dont_write_bytecode = True  # the folder is not ours
    sys.path.insert(0, str(EVAL))


def pages():
    """The gold pages as (gold, path of the HTML)."""
    for path in sorted((EVAL / "pages" / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        yield gold, EVAL / "pages" / "html" / pathlib.Path(gold["file"]).name


def texts():
    """The gold articles as (gold, path of the text)."""
    for path in sorted((EVAL / "text" / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        yield gold, EVAL / "text" / "docs" / f"{gold['id']}.txt"


def unpack_bulk(folder, every):
    """Write each `every`-th page of the bulk set into `folder`; the paths in order of name."""
    paths = []
    with tarfile.open(EVAL / "pages" / "bulk.tar.xz") as tar:
        members = sorted((member for member in tar if member.isfile()), key=lambda member: member.name)
        wanted = {member.name for member in members[::every]}
    # A second pass in the archive's own order: seeking in xz is slow.
    with tarfile.open(EVAL / "pages" / "bulk.tar.xz") as tar:
        for member in tar:
            if member.name in wanted:
                path = pathlib.Path(folder) / pathlib.Path(member.name).name
                path.write_bytes(tar.extractfile(member).read())
                paths.append(path)
    return sorted(paths)
