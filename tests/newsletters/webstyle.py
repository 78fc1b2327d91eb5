"""How a web page looks: a manner chosen by chance, and the style sheet that it makes."""

import random
from dataclasses import dataclass
from urllib.parse import quote

_SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="6"><path d="M0 3 L3 0 L6 3 L3 6 Z" fill="{}"/></svg>'
)
_ITEM_MARKS = {
    "disc": "ul {list-style: disc; padding-left: 1.3em}",
    "circle": "ul {list-style: circle; padding-left: 1.4em}",
    "square": "ul {list-style: square; padding-left: 1.2em}",
    "dash": "ul {list-style: '–  '; padding-left: 1.2em}",
    "outside": "ul {list-style: none; padding-left: 1.1em} li {position: relative}"
    " li::before {content: '•'; position: absolute; left: -0.9em}",
    "inline": "ul {list-style: none; padding-left: 1em} li {text-indent: -1em} li::before {content: '▪ '; color: INK}",
    "box": "ul {list-style: none; padding-left: 1.2em} li {position: relative} li::before {content: '';"
    " position: absolute; left: -1em; top: 0.5em; width: 0.35em; height: 0.35em; background: INK}",
    "picture": "ul {list-style: none; padding-left: 14px}"
    " li {padding-left: 0; position: relative} li::before {content: url('PICTURE'); position: absolute; left: -12px}",
    "gaps": "ul {list-style: none; padding-left: 0} li {margin-bottom: 0.75em !important}",
    "indents": "ul {list-style: none; padding-left: 0} li {text-indent: 1.4em; margin-bottom: 0 !important}",
}
_HEADINGS = {
    "plain": "",
    "bar": "h2 {background: INK; color: white; padding: 0.2em 0.5em}",
    "rule": "h2 {border-bottom: 1px solid INK}",
    "side": "h2 {border-left: 5px solid INK; padding-left: 0.5em}",
    "color": "h2 {color: INK}",
    "centered": "h2 {text-align: center}",
    "capitals": "h2 {text-transform: uppercase; font-size: 1.05em}",
    "spaced": "h2 {text-transform: uppercase; letter-spacing: 0.08em; font-size: 0.95em}",
    "small capitals": "h2 {font-variant: small-caps}",
}
_FONTS = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "DejaVu Serif", "DejaVu Sans Condensed")


@dataclass(frozen=True)
class WebManner:
    """How a web page looks; lengths are CSS's."""

    sheet: str = "A4"
    margin: int = 14
    font: str = "Liberation Sans"
    size: float = 12.0
    line: float = 1.3
    marks: str = "disc"
    heading: str = "plain"
    heading_size: float = 1.3
    ink: str = "#1b4f72"
    gap: float = 0.3
    gutter: int = 22
    framed: bool = True
    justified: bool = False
    hyphens: bool = False
    links: bool = False
    number_style: str = "beside"

    @staticmethod
    def of(seed: int) -> "WebManner":
        """A manner by chance; the same seed makes the same."""
        chance = random.Random(seed * 104729 + 7)
        return WebManner(
            sheet=chance.choice(["A4", "A4", "Letter"]),
            margin=chance.choice([10, 14, 18, 22]),
            font=chance.choice(_FONTS),
            size=chance.choice([11.0, 12.0, 13.0, 14.5]),
            line=chance.choice([1.15, 1.25, 1.4, 1.55]),
            marks=chance.choice(list(_ITEM_MARKS)),
            heading=chance.choice(list(_HEADINGS)),
            heading_size=chance.choice([1.15, 1.3, 1.5]),
            ink=chance.choice(["#1b4f72", "darkred", "#0b5345", "black"]),
            gap=chance.choice([0.0, 0.2, 0.4]),
            gutter=chance.choice([16, 22, 30]),
            framed=chance.random() < 0.6,
            justified=chance.random() < 0.3,
            hyphens=chance.random() < 0.3,
            links=chance.random() < 0.4,
            number_style=chance.choice(["beside", "above", "inline", "round"]),
        )

    def style(self) -> str:
        """The style sheet that all layouts share."""
        picture = "data:image/svg+xml," + quote(_SQUARE.format(self.ink))
        own = f"{_ITEM_MARKS[self.marks]} {_HEADINGS[self.heading]}".replace("INK", self.ink).replace(
            "PICTURE", picture
        )
        return f"""
        @page {{size: {self.sheet}; margin: {self.margin}mm}}
        * {{box-sizing: border-box}}
        body {{margin: 0; font: {self.size}px/{self.line} '{self.font}', sans-serif; hyphens: manual}}
        h1 {{font-size: 2.2em; line-height: 1.15; margin: 0}}
        h2 {{font-size: {self.heading_size}em; line-height: 1.2; margin: 0.8em 0 0.35em}}
        h2 {{break-after: avoid; break-inside: avoid}}
        ul {{margin: 0 0 0.4em}}
        li {{margin-bottom: {self.gap}em; break-inside: avoid; {"text-align: justify" if self.justified else ""}}}
        li, p {{orphans: 3; widows: 3}}
        .publisher {{font-size: 1.15em; margin: 0.2em 0}}
        .period {{font-size: 1.05em; margin: 0.2em 0 0.8em}}
        .number {{font-size: 2.1em; font-weight: bold; line-height: 1.1; color: {self.ink}}}
        .label {{font-size: 0.9em; line-height: 1.2}}
        {own}
        """
