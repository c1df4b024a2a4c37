#!/usr/bin/env python3
"""Builds src/lexicon/data/gazetteer.tsv: every province, district and commune of Vietnam that news may name, with its time.

    python3 scripts/gazetteer.py ../shared/data

The folder holds the General Statistics Office's facts as two tables: provinces.tsv (the 63 provinces until 2025-06-30 and the one
of the 34 that each went into) and communes.tsv (each old commune with its district, and the communes it went into).
What they leave out stands beside this script: gazetteer/earlier.tsv (units gone before 2025-06-30) and gazetteer/later.tsv
(changes since 2025-07-01). Both have the columns of the result.
"""

import csv
import re
import sys
import unicodedata
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULT = HERE.parent / "src/lexicon/data/gazetteer.tsv"
KINDS = ["thành phố", "tỉnh", "thị xã", "quận", "huyện", "thị trấn", "phường", "đặc khu", "xã"]
# Spellings of syllables that come in more than one.
SPELLINGS = [["Đắk", "Đắc", "Đăk", "Đak"], ["Lắk", "Lắc", "Lăk", "Lak"], ["Krông", "Krong"], ["Ngãi", "Ngải"]]
# Names of a unit beside its own, by code.
ALIASES = {
    "79 thành phố": ["HCM", "TPHCM", "Sài Gòn"], "77 tỉnh": ["BR - VT", "BRVT"], "46 tỉnh": ["Thừa Thiên - Huế", "TT - Huế", "TT Huế"],
    "62 tỉnh": ["Kontum"], "06 tỉnh": ["Bắc Cạn"], "622 thành phố": ["Plei Ku"], "643 thành phố": ["Buôn Mê Thuột", "Ban Mê Thuột"],
    "088 thị xã": ["Sapa"], "66 tỉnh": ["Daklak", "ĐắkLắk"], "67 tỉnh": ["ĐắkNông"], "64 tỉnh": ["Gialai"],
}  # fmt: skip
TYPOS = {"Xa ": "Xã ", "Thi trấn": "Thị trấn", "Xuân Quang 3": "Xã Xuân Quang 3", "Xuân Phước": "Xã Xuân Phước"}
LAST_OLD, FIRST_NEW = "2025-06-30", "2025-07-01"
HEAD = """\
# The provinces (code of 2 digits), districts (3) and communes (5) of Vietnam. Made by scripts/gazetteer.py; do not edit.
# `parent`: the unit it lies in. `from`, `to`: its first and last day, empty where it began before 2025 or still is.
# `successor`: the one unit it went into, where that is another; empty where it was parted.
"""
COLUMNS = ["code", "kind", "name", "parent", "from", "to", "successor"]


def rows(path):
    """The rows of a table whose comments begin with `#`."""
    lines = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def unit(title):
    """`Thị Xã  Kỳ Anh` → (`thị xã`, `Kỳ Anh`); nothing where no kind is named."""
    title = re.sub(r"\s+", " ", unicodedata.normalize("NFC", title)).strip().replace("’", "'")
    for typo, right in TYPOS.items():
        title = title.replace(typo, right) if title.startswith(typo) else title
    for kind in KINDS:
        if title.lower().startswith(kind + " "):
            return kind, title[len(kind) + 1 :].strip()
    return None


def sounds(name):
    """The name without what spellings differ in, to tell whether two names are one."""
    # A tone stands on either vowel (`hòa`, `hoà`): the letters of a word are compared in no order.
    plain = unicodedata.normalize("NFD", name.lower().replace("y", "i").replace("-", " "))
    return " ".join("".join(sorted(word)) for word in plain.split())


def spellings(row):
    """The name as it is, then other ways to write it."""
    names = [row[2]] + [alias for alias in ALIASES.get(f"{row[0]} {row[1]}", [])]
    for group in SPELLINGS:
        for name in list(names):
            words = name.split()
            names += [" ".join(other if w in group else w for w in words) for other in group if set(words) & set(group)]
    return list(dict.fromkeys(names))


def provinces(folder):
    after = {}
    for code, old, new_code, new in rows(folder / "provinces.tsv"):
        (kind, name), after[new_code] = unit(old), unit(new)
        gone = code != new_code or name != after[new_code][1]
        yield [code, kind, name, "", "", LAST_OLD if gone else "", new_code if gone else ""]
        if not gone:
            del after[new_code]
    # A merged province may bear the code of one and the name of another.
    kept = {code for code, old, new_code, new in rows(folder / "provinces.tsv") if code == new_code and unit(old)[1] == unit(new)[1]}
    for code, (kind, name) in after.items():
        if code not in kept:
            yield [code, kind, name, "", FIRST_NEW, "", ""]


def districts(table):
    seen = {}
    for _, _, code, title, province, *_ in table:
        seen.setdefault(code, (unit(title), province))
    for code, ((kind, name), province) in seen.items():
        yield [code, kind, name, province, "", LAST_OLD, ""]


def communes(table):
    old, new = {}, {}
    for code, title, district, _, _, _, new_code, new_title, province, _, _ in table:
        new[new_code] = (unit(new_title), province)
        if code and unit(title):
            old.setdefault(code, (unit(title), district, []))[2].append(new_code)
    for code, ((kind, name), district, into) in old.items():
        successor = into[0] if len(into) == 1 else ""
        if successor and sounds(new[successor][0][1]) == sounds(name) and successor == code:
            successor = ""
        yield [code, kind, name, district, "", LAST_OLD, successor]
    for code, ((kind, name), province) in new.items():
        yield [code, kind, name, province, FIRST_NEW, "", ""]


def main():
    folder = Path(sys.argv[1])
    table = rows(folder / "communes.tsv")
    units = [*provinces(folder), *districts(table), *communes(table)]
    for row in rows(HERE / "gazetteer/later.tsv")[1:]:
        # What is renamed ends the day before.
        for known in units:
            if known[0] == row[0] and not known[5]:
                known[5] = row[7]
        units.append(row[:7])
    last = {(row[0], sounds(row[2])) for row in units if row[5] == LAST_OLD}
    for row in rows(HERE / "gazetteer/earlier.tsv")[1:]:
        # The name it had to the end is no earlier one.
        if (row[0], sounds(row[2])) in last:
            continue
        # What bears the code of a unit that is gone began the day after.
        for known in units:
            if known[0] == row[0] and not known[4] and row[5] not in ("", LAST_OLD):
                known[4] = str(date.fromisoformat(row[5]) + timedelta(days=1))
        units.append((row + [""] * 7)[:7])
    for row in units:
        row[2] = "|".join(spellings(row))
    units.sort(key=lambda row: (len(row[0]), row[0], row[5] or "9", row[4]))
    known = {row[0] for row in units}
    for row in units:
        assert row[1] in KINDS and row[2], row
        assert not row[3] or row[3] in known, f"no such parent: {row}"
        assert not row[6] or row[6] in known, f"no such successor: {row}"
    lines = ["\t".join(COLUMNS), *("\t".join(row).rstrip("\t") for row in units)]
    RESULT.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    print(f"{RESULT.name}: {len(units)} units")


if __name__ == "__main__":
    main()
