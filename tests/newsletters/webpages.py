"""Layouts for a browser: ways to put an issue on a web page that is printed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from tests.newsletters.invention import ROLES, Group, Issue, Section, invent
from tests.newsletters.layouts import dated
from tests.newsletters.webstyle import WebManner

_DIVIDES = re.compile(r"(?<=[a-z]{2}[aeiouy])(?=[^aeiouy\W][a-z]{2})")


@dataclass(frozen=True)
class WebLayout:
    """A way to write an issue, and how much of one it has room for."""

    write: Callable[[Issue, WebManner], str]
    sections: int = 6
    figures: int = 0
    groups: int = 0
    dated: bool = False
    shared: bool = False
    """Whether some posts are shared by two."""

    @property
    def name(self) -> str:
        """What the layout is called."""
        return self.write.__name__

    def _shown(self, issue: Issue) -> Issue:
        """The part of an issue that the layout has room for."""
        sections = issue.sections[: self.sections]
        if self.dated:
            sections = tuple(
                replace(section, items=tuple(" | ".join(dated(item)) for item in section.items)) for section in sections
            )
        groups = tuple(map(_shared, issue.groups) if self.shared else issue.groups)[: self.groups]
        return replace(issue, sections=sections, figures=issue.figures[: self.figures], groups=groups)

    def invented(self, seed: int) -> Issue:
        """An issue that is long enough."""
        return self._shown(invent(seed, sections=10, groups=12))


def single_column(issue: Issue, manner: WebManner) -> str:
    """One column over the whole page, the period on the right of the title."""
    style = "header {display: flex; justify-content: space-between; align-items: baseline}"
    head = f"<header><h1>{escape(issue.title)}</h1><div class=period>{escape(issue.period)}</div></header>"
    return _page(manner, style, f"{head}<p class=publisher>{escape(issue.publisher)}</p>", _sections(issue, manner))


def css_columns(issue: Issue, manner: WebManner) -> str:
    """Columns that the browser fills evenly."""
    style = f"main {{column-count: 2; column-gap: {manner.gutter}px}} h1 + p {{margin-top: 0}}"
    if manner.framed:
        style += " main {column-rule: 1px solid #999}"
    return _page(manner, style, _title(issue), f"<main>{_sections(issue, manner)}</main>")


def three_narrow_columns(issue: Issue, manner: WebManner) -> str:
    """Three narrow columns below a heading of dark ground."""
    style = f"main {{column-count: 3; column-gap: {manner.gutter - 4}px; font-size: 0.9em}} {_dark_head(manner)}"
    return _page(manner, style, f"<header>{_title(issue)}</header>", f"<main>{_sections(issue, manner)}</main>")


def columns_that_part_items(issue: Issue, manner: WebManner) -> str:
    """Columns at whose ends items go on in the next."""
    style = f"""main {{column-count: 3; column-gap: {manner.gutter}px}}
        main li {{break-inside: auto; orphans: 1; widows: 1}}"""
    return _page(manner, style, _title(issue), f"<main>{_sections(issue, manner)}</main>")


def grid_of_boxes(issue: Issue, manner: WebManner) -> str:
    """Boxes with a heading and items, three beside each other and all of one height."""
    edge = f"border: 1px solid {manner.ink}" if manner.framed else "background: #eef3f7"
    style = f"""main {{display: grid; grid-template-columns: repeat(3, 1fr); gap: {manner.gutter // 2}px;
        font-size: 0.92em}}
        section {{{edge}; padding: 0 8px 6px; border-radius: 4px; break-inside: avoid}}"""
    return _page(manner, style, _title(issue), f"<main>{_sections(issue, manner, 'section')}</main>")


def dark_boxes(issue: Issue, manner: WebManner) -> str:
    """Boxes two by two, every other one with white words on dark ground."""
    style = f"""main {{display: grid; grid-template-columns: 1fr 1fr; gap: {manner.gutter}px}}
        section {{padding: 2px 12px 8px; border: 1px solid #ccc; break-inside: avoid}}
        section:nth-child(3n + 1) {{background: #17202a; color: white; border: 0}}
        section:nth-child(3n + 1) h2 {{color: #f9e79f}} {_dark_head(manner)}"""
    header = f"<header>{_title(issue)}</header>"
    return _page(manner, style, header, f"<main>{_sections(issue, manner, 'section')}</main>")


def figures_over_labels(issue: Issue, manner: WebManner) -> str:
    """A strip of figures over their labels, then two columns."""
    figures = _strip(issue, lambda label, number: f"{number}{label}")
    return _figures_page(issue, manner, figures, 4)


def figures_under_labels(issue: Issue, manner: WebManner) -> str:
    """A strip of six figures under their labels, then two columns."""
    return _figures_page(issue, manner, _strip(issue, lambda label, number: f"{label}{number}"), 6)


def figures_in_a_row(issue: Issue, manner: WebManner) -> str:
    """Figures with their labels on the right, two in a row."""
    style = """.strip {display: grid; grid-template-columns: 1fr 1fr; gap: 12px 20px}
        .strip > div {display: flex; gap: 10px; align-items: center} .label {flex: 1}"""
    figures = _strip(issue, lambda label, number: f"{number}{label}")
    return _page(manner, style, _title(issue), figures + _sections(issue, manner))


def chart_of_cells(issue: Issue, manner: WebManner) -> str:
    """A chart of working groups, three in a row, between two sections."""
    return _page(
        manner,
        _chart_style(manner),
        _title(issue),
        _sections(replace(issue, sections=issue.sections[:1]), manner)
        + f"<h2>Working groups</h2>{_chart(issue.groups, manner)}"
        + _sections(replace(issue, sections=issue.sections[1:]), manner),
    )


def table_of_groups(issue: Issue, manner: WebManner) -> str:
    """A table of groups and who chairs them, with lines around its cells or a ground under every other row."""
    style = "table {border-collapse: collapse; width: 100%} td, th {padding: 4px 6px; text-align: left}"
    if manner.framed:
        style += " td, th {border: 1px solid #888}"
    else:
        style += f" tr:nth-child(even) {{background: #e8eef2}} th {{border-bottom: 2px solid {manner.ink}}}"
    names = "".join(f"<th>{name}</th>" for name in ("No.", "Group", *ROLES))
    rows = "".join(
        f"<tr><td>{group.number}</td><td>{escape(group.name)}</td>"
        + "".join(f"<td>{escape(dict(group.posts).get(role, ''))}</td>" for role in ROLES)
        + "</tr>"
        for group in issue.groups
    )
    table = f"<h2>Working groups</h2><table><tr>{names}</tr>{rows}</table>"
    return _page(manner, style, _title(issue), _sections(issue, manner) + table)


def sidebar(issue: Issue, manner: WebManner) -> str:
    """Items beside a narrow column of figures on a ground of its own."""
    side = "row-reverse" if manner.framed else "row"
    style = f"""main {{display: flex; flex-direction: {side}; gap: {manner.gutter}px; align-items: flex-start}}
        main > div {{flex: 2.4}} aside {{flex: 1; background: #f0f0e8; padding: 10px 14px}}
        aside .number {{margin-top: 8px}}"""
    figures = _strip(issue, lambda label, number: f"{number}{label}")
    body = f"<main><div>{_sections(issue, manner)}</div><aside>{figures}</aside></main>"
    return _page(manner, style, _title(issue), body)


def dates_beside_items(issue: Issue, manner: WebManner) -> str:
    """A narrow column of dates, each beside what happened then."""
    style = """dl {display: grid; grid-template-columns: 5.5em 1fr; gap: 0.35em 0.8em; margin: 0}
        dd {margin: 0}"""
    if manner.framed:
        style += " dt {font-weight: bold}"
    body = ""
    for section in issue.sections:
        rows = (item.split(" | ") for item in section.items)
        days = "".join(f"<dt>{escape(day)}</dt><dd>{_words(words, manner)}</dd>" for day, words in rows)
        body += f"<h2>{escape(section.heading)}</h2><dl>{days}</dl>"
    return _page(manner, style, _title(issue), body)


def mixed(issue: Issue, manner: WebManner) -> str:
    """Pages with running heads and feet: figures, columns, boxes and a chart."""
    foot, head = _string(issue.foot), _string(issue.title.upper())
    style = f"""@page {{margin: 20mm {manner.margin}mm;
            @top-left {{content: {head}; font-size: 9px}} @top-right {{content: 'Second series'; font-size: 9px}}
            @bottom-left {{content: {foot} ' | page ' counter(page); font-size: 9px}}}}
        @page :first {{@top-left {{content: none}} @top-right {{content: none}}}}
        .columns {{column-count: 2; column-gap: {manner.gutter}px}}
        .boxes {{display: grid; grid-template-columns: repeat(3, 1fr); gap: 10px; font-size: 0.9em; break-before: page}}
        section {{border: 1px solid #777; padding: 0 8px 6px; break-inside: avoid}}
        {_strip_style(manner, 4)} {_chart_style(manner)}"""
    first, second = issue.sections[:3], issue.sections[3:]
    body = (
        _strip(issue, lambda label, number: f"{number}{label}")
        + f"<div class=columns>{_sections(replace(issue, sections=first), manner)}</div>"
        + f"<div class=boxes>{_sections(replace(issue, sections=second), manner, 'section')}</div>"
        + f"<h2>Working groups</h2>{_chart(issue.groups, manner)}"
    )
    return _page(manner, style, _title(issue), body)


def columns_without_frames(issue: Issue, manner: WebManner) -> str:
    """Narrow columns of sections, row by row, with nothing but white between them, below a title of two lines."""
    count = 3 if manner.size > 12 else 4
    style = f"""h1 {{width: 9em; text-transform: {"uppercase" if manner.framed else "none"}}}
        main {{display: grid; grid-template-columns: repeat({count}, 1fr); gap: {manner.gutter}px; font-size: 0.85em}}
         section {{break-inside: avoid}}"""
    return _page(manner, style, _title(issue), f"<main>{_sections(issue, manner, 'section')}</main>")


def chart_of_narrow_cells(issue: Issue, manner: WebManner) -> str:
    """A chart four cells wide, in which names and holders run over several lines."""
    style = f"{_chart_style(manner)} .chart {{grid-template-columns: repeat(4, 1fr)}}"
    body = f"{_sections(issue, manner)}<h2>Working groups</h2>{_chart(issue.groups, manner)}"
    return _page(manner, style, _title(issue), body)


def parts_of_unlike_looks(issue: Issue, manner: WebManner) -> str:
    """A part in two columns, on the next page one of boxes in another font and size, and one over the whole width."""
    style = f"""main {{column-count: 2; column-gap: {manner.gutter}px}} div.next {{break-before: page}}
        .boxes {{display: grid; grid-template-columns: 1fr 1fr; gap: 14px}}
        .boxes {{font: {manner.size - 1.5}px/1.3 'DejaVu Serif'}}
        section {{background: #f4f1e6; padding: 2px 10px 6px}}"""
    thirds = [replace(issue, sections=issue.sections[at : at + 3]) for at in (0, 3, 6)]
    first, second, third = (
        _sections(part, manner, tag) for part, tag in zip(thirds, ("div", "section", "div"), strict=True)
    )
    return _page(
        manner, style, _title(issue), f"<main>{first}</main><div class='next boxes'>{second}</div><div>{third}</div>"
    )


def running_feet(issue: Issue, manner: WebManner) -> str:
    """Long pages in two columns with a foot that stands at the same place on each."""
    style = f"""body {{font-size: 1.35em}} .foot {{height: 12mm}}
        footer {{position: fixed; bottom: 0; left: 0; right: 0; font-size: 9px; border-top: 1px solid #999}}
        table {{width: 100%; border-collapse: collapse}} td {{padding: 0}}
        main {{column-count: 2; column-gap: {manner.gutter * 1.35}px}}"""
    foot = f"<footer>{escape(issue.foot)}</footer>"
    body = f"{_title(issue)}<main>{_sections(issue, manner)}</main>"
    room = "<tfoot><tr><td class=foot></td></tr></tfoot>"
    return _page(manner, style, foot, f"<table>{room}<tbody><tr><td>{body}</td></tr></tbody></table>")


LAYOUTS = (
    WebLayout(single_column),
    WebLayout(css_columns, sections=10),
    WebLayout(three_narrow_columns, sections=10),
    WebLayout(columns_that_part_items, sections=8),
    WebLayout(grid_of_boxes),
    WebLayout(dark_boxes),
    WebLayout(figures_over_labels, sections=4, figures=8),
    WebLayout(figures_under_labels, sections=4, figures=6),
    WebLayout(figures_in_a_row, sections=3, figures=6),
    WebLayout(chart_of_cells, sections=2, groups=9),
    WebLayout(table_of_groups, sections=2, groups=9),
    WebLayout(sidebar, sections=3, figures=6),
    WebLayout(dates_beside_items, sections=4, dated=True),
    WebLayout(mixed, figures=8, groups=9),
    WebLayout(running_feet, sections=10),
    WebLayout(columns_without_frames, sections=8),
    WebLayout(chart_of_narrow_cells, sections=2, groups=12, shared=True),
    WebLayout(parts_of_unlike_looks, sections=9),
)


def _page(manner: WebManner, style: str, *body: str) -> str:
    return f"<!doctype html><html lang=en><style>{manner.style()}{style}</style><body>{''.join(body)}</body></html>"


def _title(issue: Issue) -> str:
    return (
        f"<h1>{escape(issue.title)}</h1><p class=publisher>{escape(issue.publisher)}</p>"
        f"<p class=period>{escape(issue.period)}</p>"
    )


def _sections(issue: Issue, manner: WebManner, tag: str = "div") -> str:
    return "".join(_section(section, manner, tag) for section in issue.sections)


def _section(section: Section, manner: WebManner, tag: str) -> str:
    items = "".join(f"<li>{_words(item, manner)}</li>" for item in section.items)
    return f"<{tag}><h2>{escape(section.heading)}</h2><ul>{items}</ul></{tag}>"


def _words(text: str, manner: WebManner) -> str:
    """Words with places where they may be divided, the first few of them a link."""
    words = text.split()
    if manner.hyphens:
        words = [_DIVIDES.sub("\u00ad", word) for word in words]
    if not manner.links:
        return escape(" ".join(words))
    return f'<a href="https://example.org/{len(text)}">{escape(" ".join(words[:5]))}</a> {escape(" ".join(words[5:]))}'


def _strip(issue: Issue, pair: Callable[[str, str], str]) -> str:
    figures = (
        pair(f"<div class=label>{escape(label)}</div>", f"<div class=number>{escape(number)}</div>")
        for label, number in issue.figures
    )
    return f"<div class=strip>{''.join(f'<div>{figure}</div>' for figure in figures)}</div>"


def _figures_page(issue: Issue, manner: WebManner, figures: str, in_row: int) -> str:
    style = f"{_strip_style(manner, in_row)} main {{column-count: 2; column-gap: {manner.gutter}px}}"
    return _page(manner, style, _title(issue), figures, f"<main>{_sections(issue, manner)}</main>")


def _strip_style(manner: WebManner, in_row: int) -> str:
    ground = "background: #e8eef8" if manner.framed else ""
    return f""".strip {{display: flex; flex-wrap: wrap}}
        .strip > div {{flex: 0 0 {100 / in_row}%; padding: 6px 10px; text-align: center; {ground}}}"""


def _chart_style(manner: WebManner) -> str:
    edge = f"border: 1px solid {manner.ink}" if manner.framed else ""
    gap = 0 if manner.framed else 14
    return f""".chart {{display: grid; grid-template-columns: repeat(3, 1fr); gap: {gap}px}}
        .cell {{{edge}; padding: 6px 8px; font-size: 0.9em; break-inside: avoid}}
        .cell.beside, .cell.round {{display: flex; gap: 8px}} .name {{font-weight: bold}}
        .beside .count {{font-size: 1.8em; line-height: 1; font-weight: bold; color: {manner.ink}}}
        .above .count {{font-weight: bold}}
        .round .count {{flex: 0 0 1.8em; height: 1.8em; line-height: 1.8em; border-radius: 50%; text-align: center;
            background: {manner.ink}; color: white}}"""


def _chart(groups: Iterable[Group], manner: WebManner) -> str:
    return f"<div class=chart>{''.join(_cell(group, manner) for group in groups)}</div>"


def _cell(group: Group, manner: WebManner) -> str:
    lines = ((role, [holder for other, holder in group.posts if other == role]) for role in dict(group.posts))
    posts = "".join(f"<div>{escape(role)}: {escape(_listed(holders))}</div>" for role, holders in lines)
    name = f"<div class=name>{escape(group.name)}</div>"
    if manner.number_style == "inline":
        name = f"<div class=name>{group.number}. {escape(group.name)}</div>"
        return f"<div class=cell>{name}{posts}</div>"
    count = f"<div class=count>{group.number}</div>"
    return f"<div class='cell {manner.number_style}'>{count}<div>{name}{posts}</div></div>"


def _listed(holders: Sequence[str]) -> str:
    """Two people, or two bodies, with a comma; a body behind a comma would be where the person before it works."""
    alike = len({holder.isupper() for holder in holders}) == 1
    return (", " if alike else " and ").join(holders)


def _shared(group: Group) -> Group:
    """A group of one or three posts as one whose chair two share."""
    if len(group.posts) == 2:
        return group
    first, *others = dict.fromkeys(holder for _, holder in group.posts)
    return replace(group, posts=(("Co-chairs", first), ("Co-chairs", others[0] if others else "Celia Winterbourne")))


def _dark_head(manner: WebManner) -> str:
    return f"header {{background: {manner.ink}; color: white; padding: 12px 16px; margin-bottom: 10px}}"


def _string(words: str) -> str:
    """A string as style sheets write it."""
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"
