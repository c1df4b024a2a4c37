"""The Python extractors, each as one function from a page's bytes to a `Page`.

Every peer runs with its defaults; what differs is said beside it. Imports stand inside, so that a process pays for one.
"""

import dataclasses
import functools


@dataclasses.dataclass
class Page:
    """What an extractor gives of a page; a field that it does not offer stays None."""

    body: str = ""
    title: str | None = None
    day: str | None = None
    lead: str | None = None
    byline: str | None = None


def trafilatura(data, **options):
    """Reads the page with metadata; comments are left out, as in the gold."""
    from trafilatura import bare_extraction

    found = bare_extraction(data, with_metadata=True, include_comments=False, **options)
    if found is None:
        return Page()
    return Page(found.text or "", found.title, found.date, found.description, found.author)


def resiliparse(data):
    """The main content as text without comments, forms and `alt` texts; the only field is the `<title>` element."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(data, detect_encoding(data))
    body = extract_plain_text(tree, main_content=True, comments=False, form_fields=False, alt_texts=False)
    return Page(body, tree.title)


def readability(data):
    """The summary's text, a line a block; `short_title` is its guess of the headline."""
    from lxml import html
    from readability import Document

    document = Document(data)
    tree = html.fromstring(document.summary())
    for block in tree.iter("p", "div", "br", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"):
        block.tail = "\n" + (block.tail or "")
    return Page(tree.text_content(), document.short_title())


def newspaper(data):
    """The article with the language given, which its guess needs on Vietnamese pages. Nothing is fetched."""
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False
    article = Article("http://localhost/", language="vi", config=config)
    article.download(input_html=data.decode("utf-8", "replace"))
    article.parse()
    published = article.publish_date
    day = published.isoformat()[:10] if hasattr(published, "isoformat") else None
    return Page(article.text, article.title, day, article.meta_description, ", ".join(article.authors))


# The name in the tables, the package whose version counts, and the function.
READERS = {
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura, fast": ("trafilatura", functools.partial(trafilatura, fast=True)),
    "trafilatura, for recall": ("trafilatura", functools.partial(trafilatura, favor_recall=True)),
    "resiliparse": ("Resiliparse", resiliparse),
    "readability-lxml": ("readability-lxml", readability),
    "newspaper4k": ("newspaper4k", newspaper),
}
