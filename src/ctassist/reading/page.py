"""A web page: which parts of it are its content, and which are the furniture around it."""

import re
from collections.abc import Iterator

from lxml import etree

_NEVER_SEEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "datalist",
    }
)
_CONTROLS = frozenset({"button", "select", "input", "textarea", "option", "dialog"})
_FURNITURE = frozenset({"nav", "footer", "aside", "form", "menu"})
_FURNITURE_ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "menu",
        "menubar",
        "dialog",
        "alertdialog",
        "complementary",
        "toolbar",
    }
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Below this share of a page's words, what is marked as its main part is not all that it has to say.
_MAIN_SHARE = 1 / 3
# Furniture with more than this share of the words is a page that somebody wrapped in a form or an aside.
_FURNITURE_SHARE = 1 / 2


class Page:
    """An HTML tree with its furniture marked."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._dropped: set[etree._Element] = set()
        body = root.find("body")
        self._body = root if body is None else body
        self._words = self._count()
        self._mark()
        self._words = self._count()

    def is_dropped(self, element: etree._Element) -> bool:
        """Says whether an element, with all that is in it, is no content of the page."""
        return element in self._dropped

    def parts(self) -> list[etree._Element]:
        """Returns the elements that hold the content, in reading order; none is inside another."""
        main = self._main()
        if main is None:
            return [self._body]
        titles = [title for title in self._body.iter("h1") if title in self._words]
        if len(titles) == 1 and main not in titles[0].iterancestors() and next(main.iter("h1"), None) is None:
            return [titles[0], main]
        return [main]

    def _main(self) -> etree._Element | None:
        candidates = [element for element in self._seen() if element.tag == "main" or element.get("role") == "main"]
        if not candidates:
            articles = [element for element in self._seen() if element.tag == "article"]
            candidates = articles if len(articles) == 1 else []
        enough = _MAIN_SHARE * self._words[self._body]
        return candidates[0] if candidates and self._words[candidates[0]] >= enough else None

    def _seen(self) -> Iterator[etree._Element]:
        return (element for element in self._body.iter(etree.Element) if element in self._words)

    def _mark(self) -> None:
        enough = _FURNITURE_SHARE * self._words[self._body]
        content = 0
        walk = etree.iterwalk(self._body, events=("start", "end"))
        for event, element in walk:
            inside = element.tag in ("main", "article") or element.get("role") == "main"
            if event == "end":
                content -= inside and element not in self._dropped
            elif element is not self._body and self._is_furniture(element, bool(content), enough):
                self._dropped.add(element)
                walk.skip_subtree()
            else:
                content += inside

    def _is_furniture(self, element: etree._Element, inside: bool, enough: float) -> bool:
        tag, role = element.tag, (element.get("role") or "").lower()
        if tag == "footer" and next(element.iterancestors("blockquote", "figure"), None) is not None:
            return False  # It says whose words they are.
        if tag in _NEVER_SEEN or tag in _CONTROLS or _is_hidden(element):
            return True
        if tag == "header" and not inside:
            # A site's header goes, a page's own, with its title, stays.
            return self._words[element] <= enough and next(element.iter("h1"), None) is None
        if tag == "aside" and role not in _FURNITURE_ROLES and self._is_box(element):
            return False  # With the figures of an issue or its calendar beside its articles.
        return (tag in _FURNITURE or role in _FURNITURE_ROLES) and self._words[element] <= enough

    def _is_box(self, element: etree._Element) -> bool:
        """Tells whether an aside has a heading and words below it, most of which lead to no other page."""
        headings = [words for words in map(self._words.get, element.iter("h1", "h2", "h3", "h4", "h5", "h6")) if words]
        linked = sum(self._words.get(link, 0) for link in element.iter("a"))
        told = self._words[element] - sum(headings)
        return bool(headings) and 2 * linked < told

    def _count(self) -> dict[etree._Element, int]:
        """Counts the words in each element that a reader sees, bottom up, so that deep pages take no longer."""
        words: dict[etree._Element, int] = {}
        walk = etree.iterwalk(self._body, events=("start", "end"))
        for event, element in walk:
            skipped = element in self._dropped or element.tag in _NEVER_SEEN
            if event == "start":
                if skipped:
                    walk.skip_subtree()
                else:
                    words[element] = words.get(element, 0) + len((element.text or "").split())
                continue
            parent = element.getparent()
            if parent is not None and element is not self._body:
                words[parent] += words.get(element, 0) + len((element.tail or "").split())
        return words


def _is_hidden(element: etree._Element) -> bool:
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    return element.get("aria-hidden") == "true" or bool(_HIDDEN_STYLE.search(element.get("style") or ""))
