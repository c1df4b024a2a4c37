"""Hostile pages: what breaks readers of HTML and finders of facts. Each makes a page's bytes from a count."""

import random

HEAD = "<!doctype html><html><head><title>Tin tức</title></head><body>"
OPENED = "<p>Sáng 6/2, lãnh đạo tỉnh làm việc với xã.</p>"


def repeated(pattern, before="", after=""):
    """A page of `pattern` n times; `{i}` in it is the turn."""
    numbered = "{i}" in pattern

    def page(n):
        body = "".join(pattern.replace("{i}", str(i)) for i in range(n)) if numbered else pattern * n
        return f"{HEAD}{OPENED}{before}{body}{after}".encode()

    return page


def bytes_of(pattern, before=b"", after=b""):
    """The same in bytes that need not be UTF-8."""
    return lambda n: HEAD.encode() + before + pattern * n + after


def one_tag_with_many_attributes(n):
    """One start tag; a reader that looks for duplicates by comparing all pairs takes the square."""
    return f"{HEAD}<div {' '.join(f'a{i}=1' for i in range(n))}>{OPENED}</div>".encode()


def doctype_entities(n):
    """Billion laughs: each entity is ten of the last, for parsers that expand what a DOCTYPE declares."""
    steps = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(min(n, 30)))
    return f'<!DOCTYPE html [<!ENTITY e0 "ha">{steps}]><html><body>{OPENED}<p>{"&e30; " * n}</p></body></html>'.encode()


def noise(n):
    """Random bytes, always the same."""
    return random.Random(1).randbytes(n)


def one_table(n):
    """One well-formed table whose cells claim the widest span."""
    row = "<tr><td colspan=9007199254740991 rowspan=65534>82,89</td><td>57/63</td></tr>"
    return f"{HEAD}{OPENED}<table>{row * n}</table>".encode()


# name → (page, full count); growth is measured from half the count to the full one.
INPUTS = {
    "nested `<div>`": (repeated("<div>"), 20_000),
    "nested `<span>`": (repeated("<span>"), 1_000_000),
    "nested `<ul><li>`": (repeated("<ul><li>"), 20_000),
    "nested `<blockquote><p>` with text": (repeated("<blockquote><p>Tin tức"), 20_000),
    "misnested `<b n><i n>`": (repeated("<b n{i}><i n{i}>tin</b>"), 2_000),
    "unclosed `<font>` in each `<p>`": (repeated("<p><font n{i}>Tin tức"), 3_000),
    "unclosed `<a href>`": (repeated('<a href="/{i}">tin '), 30_000),
    "unclosed nested tables": (repeated("<table><tr><td>"), 10_000),
    "text where a table wants rows": (repeated("<table>tin<tr>tức"), 10_000),
    "tables side by side": (repeated("<table><tr><td>1</td></tr></table>"), 100_000),
    "`colspan=9007199254740991`": (one_table, 20_000),
    "`<p>`": (repeated("<p>Tin tức"), 100_000),
    "`<br>`": (repeated("Tin tức<br>"), 300_000),
    "links": (repeated('<li><a href="/{i}.html">Tin liên quan</a></li>', "<ul>", "</ul>"), 100_000),
    "`<meta>`": (repeated('<meta property="og:title" content="Tin {i}">'), 100_000),
    "attributes of one tag": (one_tag_with_many_attributes, 20_000),
    "letters of one attribute": (repeated("a", '<p title="', '">'), 10_000_000),
    "entities": (repeated("&amp;&#x1EBF;&CounterClockwiseContourIntegral;&notit;"), 150_000),
    "entities of a DOCTYPE": (doctype_entities, 1_000),
    "`<` alone": (repeated("<"), 10_000_000),
    "unclosed comments": (repeated("<!--"), 1_000_000),
    "`</scrip` in an open script": (repeated("</scrip"), 1_000_000),
    "`<select><option>`": (repeated("<select><option>"), 50_000),
    "`<svg><math>` in turn": (repeated("<svg><desc><math><mi>"), 5_000),
    "JSON-LD of open brackets": (repeated("[", '<script type="application/ld+json">', "</script>"), 1_000_000),
    "invalid UTF-8 everywhere": (bytes_of(b"tin \xc3\x28\xff\xfe\x80 "), 500_000),
    "NULs in words": (bytes_of(b"\0tin"), 1_500_000),
    "bytes of noise": (noise, 3_000_000),
    "combining marks on one letter": (repeated("\u0301\u0323", "<p>a", "</p>"), 1_000_000),
    "syllables of one word": (repeated("tin", "<p>", "</p>"), 1_000_000),
    "digits and slashes": (repeated("1/", "<p>", "</p>"), 1_000_000),
    "names with posts in one sentence": (repeated("ông Nguyễn Văn An{i}, Giám đốc Sở Y tế; ", "<p>", "</p>"), 30_000),
    "dates in one sentence": (repeated("ngày 6/2, từ 10 đến 13/3, ", "<p>", "</p>"), 30_000),
    "scores and ranks in one sentence": (repeated("đạt 82,89/100 điểm, xếp hạng 57/63, ", "<p>", "</p>"), 30_000),
}
