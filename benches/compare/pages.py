#!/usr/bin/env python3
"""Body text and header fields of the gold pages, thongcao beside the extractors that users have today.

pages.py [--binary PATH]
"""

import argparse
import statistics

from bench import environment, gold, markdown, ours, smoothie
from bench.readers import READERS, Page

FIELDS = ("title", "published", "lead", "byline")


def our_pages(binary, paths):
    """What thongcao reads, body and title parted as the page scorer parts them."""
    for record in ours.records(binary, "html", paths):
        raw = record["text"].encode()
        parts = [raw[slice(*block["span"])].decode() for block in record["blocks"] if block["kind"] != "title"]
        day = record.get("published", {}).get("value", "")[:10]
        yield Page("\n".join(parts), record.get("title"), day, record.get("lead"), record.get("byline", {}).get("text"))


def smoothie_pages(paths):
    """What dom_smoothie reads."""
    for told in smoothie.articles(paths):
        day = (told.get("published") or "")[:10]
        yield Page(told.get("text") or "", told.get("title"), day, told.get("excerpt"), told.get("byline"))


def reader_pages(read, paths):
    """What one Python extractor reads; a page that makes it raise counts as read empty."""
    for path in paths:
        try:
            yield read(path.read_bytes())
        except Exception:
            yield Page()


def score(golds, pages):
    """The F1 of the bodies (mean precision and mean recall, as the page scorer has it), and a `Count` a field."""
    from score import Count, fold
    from score_pages import gold_shingles, overlap, shingles

    near = lambda x, y: fold(y).startswith(fold(x)[:80]) or fold(x).startswith(fold(y)[:80])  # noqa: E731
    same = {
        "title": lambda x, y: fold(x) == fold(y),
        "published": lambda x, y: x == y[:10],
        "lead": near,
        "byline": lambda x, y: fold(x) in fold(y) or fold(y) in fold(x),
    }
    counts, bodies = {field: Count() for field in FIELDS}, []
    for wanted, page in zip(golds, pages, strict=True):
        shingled, salt = gold_shingles(wanted)
        bodies.append(overlap(shingled, shingles(page.body, salt=salt)))
        found = {"title": page.title, "published": page.day, "lead": page.lead, "byline": page.byline}
        for field, count in counts.items():
            truth = wanted.get(field)
            truth = truth[:10] if truth and field == "published" else truth
            count.add([truth] if truth else [], [found[field]] if found[field] else [], same[field])
    precision, recall = (statistics.mean(column) for column in zip(*bodies, strict=True))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1, counts


def cell(count):
    """How often a field was right, and how often what was given was wrong."""
    return f"{count.tp} ({count.fp})" if count.tp + count.fp else "-"


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ours.add_argument(parser)
    arguments = parser.parse_args()
    gold.require()
    environment.enter()
    smoothie.build()
    golds, paths = zip(*gold.pages(), strict=True)
    read = {"thongcao": our_pages(arguments.binary, paths)}
    read |= {name: reader_pages(function, paths) for name, (_, function) in READERS.items()}
    read |= {"dom_smoothie": smoothie_pages(paths)}
    versions = {"thongcao": ours.version(arguments.binary)}
    versions |= {package: environment.version(package) for package, _ in READERS.values()}
    versions |= {"dom_smoothie": smoothie.versions()["dom_smoothie"]}
    markdown.heading(f"Body and fields of {len(golds)} gold pages", versions, "Fields: right (wrong).")
    having = [sum(bool(wanted.get(field)) for wanted in golds) for field in FIELDS]
    columns = ["", "body P", "body R", "body F1"]
    columns += [f"{field}, of {count}" for field, count in zip(("title", "day", "lead", "byline"), having, strict=True)]
    rows = []
    for name, pages in read.items():
        precision, recall, f1, counts = score(golds, pages)
        body = [f"{value:.3f}" for value in (precision, recall, f1)]
        rows.append([name, *body, *(cell(counts[field]) for field in FIELDS)])
    markdown.table(columns, rows)


if __name__ == "__main__":
    main()
