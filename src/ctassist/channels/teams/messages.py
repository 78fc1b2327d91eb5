"""An Answer as a message of Teams: its words with the sources over their numbers, and a card with what does not fit."""

from collections.abc import Sequence

from microsoft_teams.api.activities import MessageActivityInput
from microsoft_teams.api.models import CardAction, CardActionType, CitationAppearance, SuggestedActions

from ctassist.channels.teams.cards import answer_card, question_card
from ctassist.channels.teams.lines import escaped, lines_of, message_text, shorten
from ctassist.channels.teams.pages import MOST_CITATIONS, Page, Source, pages_of
from ctassist.model.answer import Answer, Claim, Status

MOST_SUGGESTIONS = 6
_SUGGESTION_LENGTH = 300
_LONGEST_CHUNK = 6_000


def answer_message(answer: Answer, public_url: str | None, suggest_to: str = "") -> MessageActivityInput:
    """Returns the message that shows an Answer.

    Args:
        answer: what is shown.
        public_url: address of this service, for links to sources.
        suggest_to: who is shown what to ask next above the place to type; without anyone, it becomes buttons.
    """
    pages = pages_of(answer, public_url)
    message = MessageActivityInput(text=_text(pages[0]), text_format="markdown").add_ai_generated()
    for source in pages[0].sources[:MOST_CITATIONS]:
        message.add_citation(source.n, _appearance(source))
    message.add_feedback()
    suggestions = () if answer.status is Status.CLARIFY else answer.suggestions[:MOST_SUGGESTIONS]
    if suggest_to and suggestions:
        message.with_suggested_actions(_suggested(suggestions, suggest_to))
    card = answer_card(answer, pages, 0, () if suggest_to else suggestions)
    return message.add_card(card) if card else message


def sentence_message(sentence: str) -> MessageActivityInput:
    """Returns a message of ours that answers nothing."""
    return MessageActivityInput(text=escaped(sentence), text_format="markdown")


def welcome_message(questions: Sequence[str], suggest_to: str = "") -> MessageActivityInput:
    """Returns what is said where the bot has been added."""
    words = (
        "Ask me about the reviews in the archive: who chairs what, what happened when and where, how many, who "
        "said what.\n\nEvery line of an answer has a number that shows the very words it comes from; what the archive "
        "does not say, I do not answer."
    )
    if not suggest_to:
        words += "\n\nMention me with your question; in a thread, mention me again to ask on."
    message = MessageActivityInput(text=words, text_format="markdown")
    if suggest_to and questions:
        return message.with_suggested_actions(_suggested(questions[:MOST_SUGGESTIONS], suggest_to))
    return message.add_card(question_card(questions)) if questions else message


def so_far(claims: Sequence[Claim]) -> str:
    """Returns the claims that have been verified, as the text of a message in the making: it only ever grows."""
    told = ""
    for claim in claims:
        markers = "".join(f"[{n}]" for n in claim.citations)
        # A list while it grows; the message at the end has its headings.
        line = message_text(lines_of(f"- {' '.join(claim.text.split())} {markers}", claim.citations)) + "\n"
        if len(told) + len(line) > _LONGEST_CHUNK:
            break
        told += line
    return told


def _text(page: Page) -> str:
    return message_text(page.lines) or "The archive does not say."


def _appearance(source: Source) -> CitationAppearance:
    return CitationAppearance(
        name=source.name, abstract=source.abstract, url=source.url, keywords=list(source.keywords) or None
    )


def _suggested(questions: Sequence[str], to: str) -> SuggestedActions:
    said = [shorten(question, _SUGGESTION_LENGTH) for question in questions]
    actions = [CardAction(type=CardActionType.IM_BACK, title=shorten(q, 60), value=q) for q in said]
    return SuggestedActions(to=[to], actions=actions)
