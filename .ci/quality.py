#!/usr/bin/env python3
"""Hold the program to its floors on the real articles and pages of ../shared/eval (Python standard library only).

    quality.py --binary PATH [--raise] [--skip-bulk]

Runs the scorers of ../shared/eval and compares precision and recall of every facet with quality/floors.json; runs the program over the bulk sets,
where every input must yield a record. --raise writes floors that have risen; none is ever lowered here: lower one by hand and give the reason
in the commit message. Exit status: 0, or 1 where a floor is missed. Where ../shared/eval is absent, says so and exits with 0.
"""
import argparse, json, lzma, math, pathlib, subprocess, sys, tarfile, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
EVAL = SHARED / "eval"
FLOORS = ROOT / "quality" / "floors.json"

SETS = {
    "seed": ["score.py", "--gold", str(SHARED / "seed/gold"), "--docs", str(SHARED / "seed/docs")],
    "text": ["score.py"],
    "results": ["score.py", "--gold", str(EVAL / "results/gold"), "--docs", str(EVAL / "results/docs")],
    "pages": ["score_pages.py"],
    "pages, generic reader": ["score_pages.py", "--profile", "generic"],
}


def score(binary, command):
    done = subprocess.run([sys.executable, str(EVAL / command[0]), *command[1:], "--json", "--binary", binary], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout[-500:]}{done.stderr[-2000:]}")
    table = json.loads(done.stdout)
    return table.get("facets") or table["fields"]


def encodings(binary):
    done = subprocess.run([sys.executable, str(EVAL / "score_encodings.py"), "--binary", binary], capture_output=True, text=True)
    words = done.stdout.replace(";", " ").split()  # detection 44 of 44; syllable accuracy 0.9999
    try:
        detection = int(words[1]) / int(words[3])
        return {"detection": {"precision": detection, "recall": detection}, "syllables": {"precision": float(words[6]), "recall": float(words[6])}}
    except (IndexError, ValueError, ZeroDivisionError):
        sys.exit(f"score_encodings.py: {done.stdout}{done.stderr}")


def bulk(binary):
    """Every bulk page and text yields one record, and no input makes the program complain."""
    short = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        with tarfile.open(EVAL / "pages/bulk.tar.xz") as tar:
            tar.extractall(folder / "pages", filter="data")
        pages = [p for p in (folder / "pages").rglob("*") if p.is_file()]
        (folder / "text").mkdir()
        texts = []
        for number, line in enumerate(lzma.open(EVAL / "text/bulk.jsonl.xz", "rt", encoding="utf-8")):
            path = folder / "text" / f"{number:05}.txt"
            path.write_text(json.loads(line)["text"], encoding="utf-8")
            texts.append(path)
        texts += sorted((EVAL / "text/docs").glob("*.txt")) + sorted((EVAL / "results/docs").glob("*.txt"))
        for name, kind, inputs in (("bulk pages", "html", pages), ("texts", "text", texts)):
            done = subprocess.run([binary, "extract", "--format", "jsonl", "--input-type", kind, *map(str, inputs)], capture_output=True, text=True)
            records = [json.loads(line) for line in done.stdout.splitlines()]
            count = lambda has: sum(1 for r in records if has(r))
            print(f"{name}: {len(inputs)} inputs, {len(records)} records, {count(lambda r: r.get('title'))} with a title, "
                  f"{count(lambda r: r.get('published'))} with a publish time, {count(lambda r: any(b['kind'] != 'title' for b in r['blocks']))} with a body")
            if done.returncode or done.stderr or len(records) != len(inputs):
                short.append(f"{name}: {len(inputs)} inputs gave {len(records)} records, exit {done.returncode}\n{done.stderr[-2000:]}")
    return short


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--binary", required=True)
    ap.add_argument("--raise", dest="raising", action="store_true", help="write floors that have risen")
    ap.add_argument("--skip-bulk", action="store_true")
    a = ap.parse_args()
    if not EVAL.is_dir():
        print(f"quality floors not checked: {EVAL} is not here")
        return
    floors, short = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}, []
    got = {name: score(a.binary, command) for name, command in SETS.items()}
    got["encodings"] = encodings(a.binary)
    for name, table in got.items():
        print(f"\n{name:24}{'precision':>10}{'floor':>8}{'recall':>10}{'floor':>8}")
        for facet, row in table.items():
            floor = floors.setdefault(name, {}).setdefault(facet, {"precision": 0.0, "recall": 0.0})
            print(f"  {facet:22}{row['precision']:10.3f}{floor['precision']:8.3f}{row['recall']:10.3f}{floor['recall']:8.3f}")
            for side in ("precision", "recall"):
                if row[side] + 5e-4 < floor[side]:
                    short.append(f"{name}, {facet}: {side} {row[side]:.3f} is below its floor {floor[side]:.3f}")
                floor[side] = max(floor[side], math.floor(row[side] * 1000) / 1000)
    print()
    if not a.skip_bulk:
        short += bulk(a.binary)
    if a.raising:
        FLOORS.parent.mkdir(exist_ok=True)
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for line in short:
        print(f"falls short: {line}")
    sys.exit(1 if short else 0)


if __name__ == "__main__":
    main()
