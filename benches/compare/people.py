#!/usr/bin/env python3
"""People found in the gold articles, thongcao beside underthesea's named entities.

people.py [--binary PATH]
"""

import argparse

from bench import environment, gold, markdown, ours


def entities(text):
    """The PER entities of `text` as underthesea's CRF model tags them; the package brings it, nothing is fetched."""
    from underthesea import ner, sent_tokenize

    names = []
    for line in text.splitlines():
        for sentence in sent_tokenize(line):
            for word, *_, tag in ner(sentence):
                if tag == "B-PER":
                    names.append(word)
                elif tag == "I-PER" and names:
                    names[-1] += f" {word}"
    return names


def fullest(names):
    """One name a person: a short name that ends a longer one of the article (`Hùng`, `Phạm Minh Hùng`) is left out.

    The gold has each person once under the fullest name; a tagger knows mentions only, so this is done in its favour.
    """
    names = list(dict.fromkeys(names))
    return [name for name in names if not any(other != name and other.endswith(f" {name}") for other in names)]


def transformer_fault():
    """Why underthesea's second model (`deep=True`) does not run here, in one line; None where it does."""
    try:
        from underthesea import ner

        ner("Ông Phạm Minh Hùng phát biểu.", deep=True)
    except Exception as error:
        return f"{type(error).__name__}: {error}".splitlines()[0][:120]
    return None


def score(golds, people):
    """The scorer's own count of people, where each element of `people` is a list of names."""
    import collections

    from score import Count, compare

    counts = collections.defaultdict(Count)
    for (wanted, path), names in zip(golds, people, strict=True):
        text = path.read_text("utf-8")
        compare(wanted, {"text": text, "people": [{"name": name} for name in names]}, text, counts)
    return counts["people"]


def our_people(binary, golds):
    """Officials and other people of each record."""
    for wanted, path in golds:
        (record,) = ours.records(binary, "text", [path], "--published", wanted["published"])
        yield [person["name"] for person in record["officials"] + record["people"]]


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ours.add_argument(parser)
    arguments = parser.parse_args()
    gold.require()
    environment.enter()
    golds = list(gold.texts())
    tagged = [entities(path.read_text("utf-8")) for _, path in golds]
    rows = {
        "thongcao": our_people(arguments.binary, golds),
        "underthesea, CRF": tagged,
        "underthesea, CRF, short names merged": map(fullest, tagged),
    }
    versions = {"thongcao": ours.version(arguments.binary), "underthesea": environment.version("underthesea")}
    markdown.heading(f"People in {len(golds)} gold articles", versions)
    counts = {name: score(golds, people) for name, people in rows.items()}
    cells = [[name, *markdown.ratio(count), count.tp, count.fp, count.fn] for name, count in counts.items()]
    markdown.table(["", "P", "R", "F1", "right", "wrong", "missed"], cells)
    fault = transformer_fault()
    if fault:
        print(f"underthesea's transformer model (`deep=True`) loads weights from a hub and was not run: {fault}.\n")


if __name__ == "__main__":
    main()
