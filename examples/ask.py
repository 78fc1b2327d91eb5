"""Asks a question and prints the answer as it is made, then its sources; asks on until there is nothing more to ask.

    python ask.py "Who chairs the working group on border management?" "And its vice-chairs?"

CTASSIST_URL names the service, CTASSIST_KEY the key that it asks for, if any.
"""

import os
import sys

from ctassist.client import Answer, CallFailed, Claim, Client


def ask(client: Client, question: str, conversation_id: str | None) -> str | None:
    """Prints one answer; returns the conversation in which to ask on."""
    print(f"\n> {question}\n")
    for event in client.stream(question, conversation_id=conversation_id):
        if isinstance(event, Claim):
            # Each claim has been verified when it comes, and has its sources.
            print(f"- {event.text} {' '.join(f'[{number}]' for number in event.citations)}")
        elif isinstance(event, Answer):
            if not event.claims:
                print(event.answer)
            for citation in event.citations:
                print(f"\n[{citation.n}] {citation.origin}\n    {client.link(citation.url)}")
            return event.conversation_id
    return conversation_id


def main() -> None:
    """Asks what stands on the command line, as one conversation."""
    questions = sys.argv[1:] or ["Who chairs the working group on border management?"]
    address = os.environ.get("CTASSIST_URL", "http://127.0.0.1:8000")
    conversation_id = None
    with Client(address, os.environ.get("CTASSIST_KEY")) as client:
        for question in questions:
            conversation_id = ask(client, question, conversation_id)


if __name__ == "__main__":
    try:
        main()
    except CallFailed as error:
        sys.exit(f"ask.py: {error}")
