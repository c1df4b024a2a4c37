"""Markdown tables and the line above each that says when and with what it was measured."""

import datetime
import platform


def heading(title, versions, note=""):
    """Print a heading, the date, the machine's Python and the versions of all that is compared."""
    print(f"## {title}\n")
    named = ", ".join(f"{name} {version}" for name, version in versions.items())
    print(f"{datetime.date.today()}, Python {platform.python_version()}: {named}.{' ' + note if note else ''}\n")


def table(columns, rows):
    """Print a table, each row as soon as it is had; the first column is text, the others are figures."""
    print("| " + " | ".join(columns) + " |")
    print("|---" + "|--:" * (len(columns) - 1) + "|", flush=True)
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)
    print(flush=True)


def ratio(count):
    """Precision, recall and F1 of a scorer's `Count`, as cells."""
    return [f"{value:.3f}" for value in count.f1()]
