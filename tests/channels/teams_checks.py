"""What Teams' connector checks in what a bot sends: the limits that Microsoft publishes, each as an assertion."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

LARGEST = 28 * 1024
MOST_CITATIONS = 20
MARKER = re.compile(r"(?<!\\)\[(\d+)\]")
ELEMENTS = {"Container", "RichTextBlock", "TextBlock", "ActionSet"}
ACTIONS = {"Action.Execute", "Action.Submit", "Action.ToggleVisibility", "Action.OpenUrl"}
VERSIONS = {"1.0", "1.1", "1.2", "1.3", "1.4", "1.5"}
CARD = "application/vnd.microsoft.card.adaptive"
SCHEMA_MESSAGE = "https://schema.org/Message"
FIELDS = {
    *("type", "id", "text", "textFormat", "from", "conversation", "replyToId", "entities", "attachments"),
    *("channelData", "suggestedActions"),
}


def check_message(activity: Mapping[str, Any], *, personal: bool) -> None:
    """Checks a message as it is posted, or put in the place of another one."""
    check_fields(activity)
    assert activity["type"] == "message"
    text = activity.get("text", "")
    cards = activity.get("attachments", [])
    assert text or cards, "a message says something"
    assert activity.get("textFormat") == "markdown"
    assert not re.search(r"<(?!quoted )", text), "HTML in the text of a message"
    for attachment in cards:
        assert attachment["contentType"] == CARD
        check_card(attachment["content"])
    entities = [entity for entity in activity.get("entities", []) if entity["type"] == SCHEMA_MESSAGE]
    assert len(entities) <= 1, "several root message entities"
    for entity in entities:
        check_entity(entity, text, cards)
    if not entities:
        assert not MARKER.search(text), "a number that leads nowhere"
    suggested = activity.get("suggestedActions")
    if suggested:
        assert personal, "suggested actions are for talks between two"
        assert suggested["to"]
        assert 1 <= len(suggested["actions"]) <= 6
        for action in suggested["actions"]:
            assert action["type"] == "imBack"
            assert action["title"]
            assert action["value"]


def check_fields(activity: Mapping[str, Any]) -> None:
    """Checks what holds for all activities: their size and members."""
    assert len(json.dumps(activity, ensure_ascii=False).encode("utf-8")) <= LARGEST, "the message is too large"
    assert FIELDS.issuperset(activity), set(activity) - FIELDS
    data = activity.get("channelData", {})
    assert {"feedbackLoop", "streamId", "streamType", "streamSequence"}.issuperset(data)
    if "feedbackLoop" in data:
        assert data["feedbackLoop"] == {"type": "default"}


def check_entity(entity: Mapping[str, Any], text: str, cards: list[Any]) -> None:
    """Checks the AI label and the citations."""
    assert (entity["@type"], entity["@context"], entity.get("@id")) == ("Message", "https://schema.org", "")
    assert entity["additionalType"] == ["AIGeneratedContent"]
    claims = entity.get("citation", [])
    assert len(claims) <= MOST_CITATIONS
    positions = [claim["position"] for claim in claims]
    assert len(set(positions)) == len(positions)
    markers = {int(marker) for marker in MARKER.findall(text)}
    assert markers.issuperset(positions), "a citation without its number in the text"
    listed = {int(marker) for marker in MARKER.findall(" ".join(run_texts(cards)))}
    assert markers <= listed | set(positions), "a number that leads nowhere"
    for claim in claims:
        assert claim["@type"] == "Claim"
        appearance = claim["appearance"]
        assert appearance["@type"] == "DigitalDocument"
        assert 1 <= len(appearance["name"]) <= 80
        assert 1 <= len(appearance["abstract"]) <= 160
        keywords = appearance.get("keywords", [])
        assert len(keywords) <= 3
        assert all(0 < len(keyword) <= 28 for keyword in keywords)
        if "url" in appearance:
            assert re.match(r"https?://[^/]+/", appearance["url"])


def check_card(card: Mapping[str, Any]) -> None:
    """Checks an Adaptive Card with everything in it."""
    assert card["type"] == "AdaptiveCard"
    assert card["version"] in VERSIONS
    assert card["body"]
    assert len(json.dumps(card, ensure_ascii=False).encode("utf-8")) <= LARGEST
    ids = {element["id"] for element in elements(card) if "id" in element}
    for element in elements(card):
        assert element["type"] in ELEMENTS, element["type"]
        if element["type"] == "RichTextBlock":
            assert element["inlines"]
            for run in element["inlines"]:
                assert run["type"] == "TextRun"
                assert run["text"], "a run without text"
                assert not re.search(r"\{\{(DATE|TIME)\(", run["text"])
                if "selectAction" in run:
                    check_action(run["selectAction"], ids)
    for actions in action_lists(card):
        assert 1 <= len(actions) <= 6
        for action in actions:
            assert action["title"].strip()
            check_action(action, ids)


def check_action(action: Mapping[str, Any], ids: set[str]) -> None:
    """Checks what a button does."""
    assert action["type"] in ACTIONS
    match action["type"]:
        case "Action.Execute":
            assert action["verb"]
            assert isinstance(action["data"], dict)
        case "Action.Submit":
            sent = action["data"]["msteams"]
            assert sent["type"] == "messageBack"
            assert sent["text"].strip()
            assert sent["displayText"] == sent["text"]
        case "Action.ToggleVisibility":
            assert ids.issuperset(action["targetElements"])
        case "Action.OpenUrl":
            assert re.match(r"https?://[^/]+/", action["url"])


def elements(part: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """All elements of a card."""
    for element in [*part.get("body", []), *part.get("items", [])]:
        yield element
        yield from elements(element)


def action_lists(card: Mapping[str, Any]) -> Iterator[list[Mapping[str, Any]]]:
    """The actions of a card, and of each set of actions in it."""
    if "actions" in card:
        yield card["actions"]
    yield from (element["actions"] for element in elements(card) if element["type"] == "ActionSet")


def run_texts(cards: list[Any]) -> Iterator[str]:
    """All words of cards."""
    for attachment in cards:
        for element in elements(attachment["content"]):
            yield "".join(run["text"] for run in element.get("inlines", []))
