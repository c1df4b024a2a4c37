#!/usr/bin/env python3
"""Dates of the gold articles as EDTF, thongcao beside dateparser and Duckling.

dates.py [--binary PATH]
"""

import argparse
import collections
import copy
import re

from bench import environment, gold, markdown, ours
from bench.datereaders import dateparser_dates, duckling_dates

DAY = re.compile(r"\d{4}-\d\d-\d\d(T.*)?$")


def our_dates(binary, wanted, path):
    """The dates of our record, with places in its own text."""
    (record,) = ours.records(binary, "text", [path], "--published", wanted["published"])
    raw = record["text"].encode()
    return record["text"], [
        (len(raw[: date["span"][0]].decode()), date["text"], date["value"]) for date in record["dates"]
    ]


def compared(golds, dates):
    """The scorer's count of dates: value, overlapping text, near the place."""
    from score import compare

    counts = collections.defaultdict(compare.__globals__["Count"])
    for (wanted, path), (text, found) in zip(golds, dates, strict=True):
        spans = [(len(text[:at].encode()), words, value) for at, words, value in found]
        record = {"text": text, "dates": []}
        for start, words, value in spans:
            record["dates"].append({"text": words, "value": value, "span": [start, start + len(words.encode())]})
        compare(wanted, record, path.read_text("utf-8"), counts)
    return counts["dates"]


def days_alone(golds, dates):
    """The same asked of days only: what is no single day is optional in the gold and left out of what was found."""
    easier = []
    for wanted, path in golds:
        wanted = copy.deepcopy(wanted)
        for date in wanted["dates"]:
            if DAY.match(date["value"]):
                date["value"] = date["value"][:10]
            else:
                date["optional"] = True
        easier.append((wanted, path))
    found = [(text, [(at, words, value[:10]) for at, words, value in each if DAY.match(value)]) for text, each in dates]
    return compared(easier, found)


def main():
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ours.add_argument(parser)
    arguments = parser.parse_args()
    gold.require()
    environment.enter()
    golds = list(gold.texts())
    peers = {"dateparser": ("dateparser", dateparser_dates), "Duckling": ("pyduckling-native-phihos", duckling_dates)}
    versions = {"thongcao": ours.version(arguments.binary)}
    rows = {"thongcao": [our_dates(arguments.binary, wanted, path) for wanted, path in golds]}
    for name, (package, read) in peers.items():
        if environment.version(package) is None:
            print(f"{name} is left out: no wheel of {package} for this Python was installed.\n")
            continue
        versions[name if name == package else f"{name} ({package})"] = environment.version(package)
        texts = [path.read_text("utf-8") for _, path in golds]
        rows[name] = [(text, read(text, wanted["published"])) for (wanted, _), text in zip(golds, texts, strict=True)]
    for title, score in (("All dates", compared), ("Single days", days_alone)):
        markdown.heading(f"{title} of {len(golds)} gold articles", versions)
        counts = {name: score(golds, dates) for name, dates in rows.items()}
        cells = [[name, *markdown.ratio(count), count.tp, count.fp, count.fn] for name, count in counts.items()]
        markdown.table(["", "P", "R", "F1", "right", "wrong", "missed"], cells)


if __name__ == "__main__":
    main()
