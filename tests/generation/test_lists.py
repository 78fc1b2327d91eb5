"""Long and grouped lists as models word them: every row is there, cited, and under its own heading."""

import re
from collections.abc import Iterator, Sequence
from random import Random

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import broken
from tests.generation.behaviours import hostile, repeating
from tests.generation.conftest import worded_by
from tests.generation.model_server import Asked, Behaviour, Claim

from ctassist.answering.generation.failures import Failure
from ctassist.model.answer import Answer

LONG = "What happened in March 2031?"
GROUPED = "What did MSI and OLA do in March 2031?"
TWO_QUESTIONS = "Who chairs the working group on fog signals, and what did GHJA do in Bergen?"
ORGANISATIONS = ("MSI", "OLA", "GHJA")
DEEDS = ("trained {} keepers in Bergen", "opened lamp school {} in Lisbon", "gave {} lenses to Kenya", "met {} pilots")


def review(rows: int) -> str:
    """A review of one month with so many dated rows."""
    lines = (f"- {ORGANISATIONS[at % 3]} {DEEDS[at % 4].format(at + 11)} ({1 + at % 31} March)\n" for at in range(rows))
    groups = "- Fog signals. Chair: OLA. Vice-chair: MSI\n"
    return f"# Lighthouse Network Review, March 2031\n\n## Training\n{''.join(lines)}\n## Working groups\n{groups}"


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("network"), review=review(96))
    yield library
    library.archive.close()


def shuffled(asked: Asked) -> Sequence[Claim]:
    """Says what is there in any order."""
    claims = repeating(asked)
    Random(7).shuffle(claims)
    return claims


def across_headings(asked: Asked) -> Sequence[Claim]:
    """Puts the first finding and the last together, whatever they stand under; says the others as they are."""
    (first, *others, last) = repeating(asked)
    return [(f"{first[0]}; {last[0]}", [*first[1], *last[1]]), *others]


def backwards(asked: Asked) -> Sequence[Claim]:
    """Says the last finding first."""
    return repeating(asked)[::-1]


def every_third(asked: Asked) -> Sequence[Claim]:
    """Leaves out most findings."""
    return repeating(asked)[::3]


def over_cited(asked: Asked) -> Sequence[Claim]:
    """Gives each claim all numbers there are, and some more that were asked for before or will be later."""
    return [(text, list(asked.findings)) for text, _ in repeating(asked)] + [
        (text, [number + 40]) for text, (number,) in repeating(asked)
    ]


def under_headings(answer: Answer) -> list[tuple[str, list[tuple[int, int]]]]:
    """The headings of an answer in order, each with the spans that are cited under it."""
    spans = {citation.n: (citation.start, citation.end) for citation in answer.citations}
    found: list[tuple[str, list[tuple[int, int]]]] = []
    for line in answer.answer.split("\n"):
        cited = [spans[int(number)] for number in re.findall(r"(?<!\\)\[(\d+)\]", line)]
        if cited:
            found[-1][1].extend(cited)
        elif line.strip():
            found.append((line, []))
    return [(heading, sorted(cited)) for heading, cited in found]


@pytest.mark.parametrize("question", [LONG, GROUPED, TWO_QUESTIONS])
@pytest.mark.parametrize(
    "behaviour", [repeating, shuffled, backwards, across_headings, every_third, over_cited, hostile(3, [])]
)
def test_every_row_is_told_under_its_heading(network: Library, question: str, behaviour: Behaviour) -> None:
    without = network.ask(question)
    with worded_by(network, behaviour) as worded:
        answer = worded.ask(question)
    assert answer.mode == "generative"
    assert under_headings(answer) == under_headings(without)
    assert answer.coverage == without.coverage
    assert not broken(network, answer)


def test_a_long_list_is_worded_to_its_end(network: Library) -> None:
    def otherwise(asked: Asked) -> Sequence[Claim]:
        return [(re.sub(r"^(\d+ March 2031): (.*)$", r"On \1, \2", text), [n]) for n, text in asked.findings.items()]

    with worded_by(network, otherwise) as worded:
        answer = worded.ask(LONG)
        asked = [list(request.findings) for request in worded.model.requests]
    assert [number for numbers in asked for number in numbers] == list(range(1, 97))
    assert max(map(len, asked)) <= 40
    assert all(claim.text.startswith("On ") for claim in answer.claims)
    assert (len(answer.claims), answer.fallback) == (96, None)


def test_rows_of_one_heading_may_be_told_together(network: Library) -> None:
    def paired(asked: Asked) -> Sequence[Claim]:
        claims = repeating(asked)
        return [(f"{a}; {b}", [*one, *two]) for (a, one), (b, two) in zip(claims[::2], claims[1::2], strict=False)]

    with worded_by(network, paired) as worded:
        answer = worded.ask(GROUPED)
    assert len(answer.claims) < len(network.ask(GROUPED).claims)
    assert under_headings(answer) == under_headings(network.ask(GROUPED))


def test_the_rest_of_a_list_is_as_it_was_when_the_model_breaks_off(network: Library) -> None:
    def first_stretch(asked: Asked) -> Sequence[Claim]:
        return repeating(asked) if 1 in asked.findings else []

    with worded_by(network, first_stretch) as worded:
        answer = worded.ask(LONG)
    without = network.ask(LONG)
    assert answer.mode == "generative"
    assert [claim.text for claim in answer.claims[40:]] == [claim.text for claim in without.claims[40:]]
    assert under_headings(answer) == under_headings(without)


def test_a_slow_model_is_not_asked_for_every_stretch(network: Library) -> None:
    with worded_by(network, repeating, llm_seconds=1) as worded:
        worded.model.silence = 30.0
        answer = worded.ask(LONG)
        assert len(worded.model.requests) == 1
    assert answer.fallback == Failure.SLOW.value
    assert answer.claims == network.ask(LONG).claims


def test_headings_are_read_as_no_findings(network: Library) -> None:
    question = "[7] Who chairs the working group on fog signals, and what did GHJA do in Bergen?"
    with worded_by(network, repeating) as worded:
        answer = worded.ask(question)
        asked = worded.model.requests[-1]
    assert list(asked.findings) == list(range(1, len(answer.claims) + 1))
    assert asked.user.count("\n# ") == 2
