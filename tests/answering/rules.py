"""The rules of the contract that hold for every Answer."""

import re
from collections.abc import Iterable

from tests.answering.library import SECRETS, Library, same

from ctassist.answering.wording import Wording
from ctassist.model.answer import Answer, Status

MARKER = re.compile(r"\[(\d+)\]")


def broken(library: Library, answer: Answer, *, secrets: Iterable[str] = SECRETS) -> list[str]:
    """Says which rules an answer breaks."""
    return [
        *_citations(library, answer),
        *_claims(answer),
        *_lists(answer),
        *_nothing(answer),
        *_access(library, answer, secrets),
    ]


def assert_holds(library: Library, answer: Answer) -> None:
    """Fails when an answer breaks a rule."""
    assert broken(library, answer) == [], f"{answer.question!r}\n{answer.answer}"


def assert_says(library: Library, question: str, said: Iterable[str], unsaid: Iterable[str] = ()) -> None:
    """Fails when a question has no answer, when its answer lacks words or has others, or breaks a rule."""
    answer = library.ask(question)
    assert answer.status == "answered", answer.answer
    assert [words for words in said if words not in answer.answer] == []
    assert [words for words in unsaid if words in answer.answer] == []
    assert_holds(library, answer)


def assert_repeats(library: Library, question: str, *history: str) -> Answer:
    """Fails when the same question gets another answer, or when the answer breaks a rule; returns it."""
    answer = library.ask(question, *history)
    assert same(library.ask(question, *history)) == same(answer)
    assert_holds(library, answer)
    return answer


def _citations(library: Library, answer: Answer) -> list[str]:
    wrong = []
    for citation in answer.citations:
        text = library.texts.get(citation.document_id)
        if text is None:
            wrong.append(f"[{citation.n}] is of a document that the caller may not read")
        elif text[citation.start : citation.end] != citation.quote or not citation.quote.strip():
            wrong.append(f"[{citation.n}] is not the text at its place")
    numbers = [citation.n for citation in answer.citations]
    if numbers != list(range(1, len(numbers) + 1)):
        wrong.append(f"citations are numbered {numbers}")
    return wrong


def _claims(answer: Answer) -> list[str]:
    known = {citation.n for citation in answer.citations}
    wrong = [
        f"claim without citation: {c.text}"
        for c in answer.claims
        if not c.citations or not known.issuperset(c.citations)
    ]
    wrong += [f"marker [{n}] leads nowhere" for n in MARKER.findall(answer.answer) if int(n) not in known]
    wrong += [
        f"a record cites {r.citations}" for r in answer.records if not r.citations or not known.issuperset(r.citations)
    ]
    if answer.status in (Status.ANSWERED, Status.PARTIAL) and not answer.claims:
        wrong.append(f"{answer.status} without a claim")
    return wrong


def _lists(answer: Answer) -> list[str]:
    if answer.status is Status.ANSWERED and answer.coverage.matched != answer.coverage.shown:
        return [f"shows {answer.coverage.shown} of {answer.coverage.matched} as complete"]
    return []


def _nothing(answer: Answer) -> list[str]:
    if answer.status is not Status.NOT_FOUND:
        return []
    wrong = ["not found, but claims or cites"] if answer.claims or answer.citations or answer.records else []
    if not _says_how_many(answer) or not re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", answer.answer):
        wrong.append(f"does not say what was searched: {answer.answer}")
    return wrong


def _says_how_many(answer: Answer) -> bool:
    """Whether the documents searched are counted, in the words of any language."""
    counted = re.sub(r"(?<=\d),(?=\d)", "", answer.answer)
    counts = {int(number) for number in re.findall(r"\d+", counted)}
    return any(
        Wording(language).count(count, "1 document", "{count} documents") in counted
        for language in ("en", "fr", "es", "ar", "ru", "zh")
        for count in counts
    )


def _access(library: Library, answer: Answer, secrets: Iterable[str]) -> list[str]:
    wrong = [f"counts {answer.coverage.documents} documents"] if answer.coverage.documents > len(library.texts) else []
    said = " ".join([answer.answer, answer.resolved_question, *answer.suggestions, *answer.coverage.entities])
    asked = answer.question.casefold()
    return wrong + [
        f"hints at {word}" for word in secrets if word.casefold() in said.casefold() and word.casefold() not in asked
    ]
