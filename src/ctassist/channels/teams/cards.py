"""Adaptive Cards: the sources of an answer, its further pages, choices, and a line to insert into a message."""

from collections.abc import Iterable, Sequence
from typing import Any

from microsoft_teams.cards import (
    Action,
    ActionSet,
    AdaptiveCard,
    CardElement,
    Container,
    ExecuteAction,
    OpenUrlAction,
    RichTextBlock,
    SubmitAction,
    TextRun,
    ToggleVisibilityAction,
)

from ctassist.channels.teams.incoming import OURS
from ctassist.channels.teams.lines import Line, Run, shorten
from ctassist.channels.teams.pages import Page, Source
from ctassist.model.answer import Answer, Status

VERSION = "1.5"
"""What Teams shows on desktops, in browsers and on phones."""
MOST_ACTIONS = 6
TURN_PAGE = "page"
"""The verb of the buttons that turn pages."""
_SHOWN_AT_ONCE = 4
_MOST_CHOICES = 12
_TITLE_LENGTH = 60
_QUESTION_LENGTH = 300


def answer_card(answer: Answer, pages: Sequence[Page], at: int, questions: Sequence[str] = ()) -> AdaptiveCard | None:
    """Returns the card below a message (``at`` 0) or in its place when somebody turns to another page.

    Args:
        answer: what is shown.
        pages: all its pages.
        at: which of them the card belongs to; the lines of page 0 stand in the message itself.
        questions: what could be asked next, as buttons.

    Returns None where a card would be empty.
    """
    page = pages[at]
    body: list[CardElement] = []
    if at == 0:
        notes = [f"Understood as: {answer.resolved_question}"] if _differs(answer) else []
        notes += [answer.fallback] if answer.fallback else []
        body += [_subtle(shorten(note, _QUESTION_LENGTH)) for note in notes]
    body += [line_element(line) for line in page.lines] if at else []
    actions: list[Action] = []
    if page.sources:
        folded = len(page.sources) > _SHOWN_AT_ONCE
        listed: list[CardElement] = [element for source in page.sources for element in _source(source)]
        body.append(Container(id="sources", items=listed, is_visible=not folded, separator=bool(body)))
        if folded:
            title = f"Sources ({len(page.sources)})"
            actions.append(ToggleVisibilityAction(title=title, target_elements=["sources"]))
    if len(pages) > 1:
        body.append(_subtle(f"Page {at + 1} of {len(pages)} of this answer"))
        actions += [_turn(answer, "Back", at - 1)] if at else []
        actions += [_turn(answer, "More", at + 1)] if at + 1 < len(pages) else []
    if answer.status is Status.CLARIFY or questions:
        choices = list(dict.fromkeys(answer.suggestions if answer.status is Status.CLARIFY else questions))
        buttons = [_ask(choice) for choice in choices[:_MOST_CHOICES]]
        body += [ActionSet(actions=buttons[at : at + MOST_ACTIONS]) for at in range(0, len(buttons), MOST_ACTIONS)]
    if not body:
        return None
    return AdaptiveCard(version=VERSION, body=body, actions=actions or None)


def question_card(questions: Iterable[str]) -> AdaptiveCard:
    """Returns a card with questions as buttons."""
    buttons: list[Action] = [_ask(question) for question in questions]
    return AdaptiveCard(version=VERSION, body=[ActionSet(actions=buttons[:MOST_ACTIONS])])


def inserted_card(line: Line, sources: Sequence[Source]) -> AdaptiveCard:
    """Returns a card with one cited line and its sources, to be put into somebody's message."""
    listed = [element for source in sources for element in _source(source)]
    return AdaptiveCard(version=VERSION, body=[line_element(line), Container(items=listed, separator=True)])


def line_element(line: Line) -> RichTextBlock:
    """Returns a line as an element of a card: runs of text, of which none is taken for Markdown."""
    runs = [_run(run) for run in line.runs]
    if line.depth:
        runs.insert(0, TextRun(text="  " * (line.depth - 1) + "• "))
    return RichTextBlock(inlines=runs, spacing="Small")


def _run(run: Run) -> TextRun:
    if run.marker:
        return TextRun(text=f"[{run.marker}]", color="Accent", size="Small")
    return TextRun(text=literal(run.text), weight="Bolder" if run.bold else None)


def literal(text: str) -> str:
    """Returns text in which Teams finds no date to format (``{{DATE(…)}}``)."""
    return text.replace("{{", "{\u200b{")


def _source(source: Source) -> list[CardElement]:
    name = TextRun(text=literal(source.name))
    if source.url:
        name.select_action = OpenUrlAction(url=source.url)
        name.color, name.underline = "Accent", True
    head = [TextRun(text=f"[{source.n}] ", weight="Bolder"), name]
    if source.origin:
        head.append(TextRun(text=literal(f" · {source.origin}"), is_subtle=True))
    quote = TextRun(text=literal(f"“{source.quote}”"), size="Small", is_subtle=True)
    return [RichTextBlock(inlines=head, spacing="Medium"), RichTextBlock(inlines=[quote], spacing="None")]


def _subtle(text: str) -> RichTextBlock:
    return RichTextBlock(inlines=[TextRun(text=literal(text), is_subtle=True, size="Small")])


def _turn(answer: Answer, title: str, to: int) -> ExecuteAction:
    data: dict[str, Any] = {OURS: TURN_PAGE, "conversation": answer.conversation_id, "answer": answer.id, "page": to}
    return ExecuteAction(title=title, verb=TURN_PAGE, data=data)


def _ask(question: str) -> SubmitAction:
    """A button that asks, in the name of whoever presses it."""
    said = shorten(question, _QUESTION_LENGTH)
    sent = {"type": "messageBack", "text": said, "displayText": said, "value": {OURS: "ask"}}
    return SubmitAction(title=shorten(question, _TITLE_LENGTH), data={OURS: "ask", "msteams": sent})


def _differs(answer: Answer) -> bool:
    return answer.resolved_question.strip() != answer.question.strip()
