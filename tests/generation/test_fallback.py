"""However a model fails, the answer is there: complete, in time, and it says that the model's words are not used."""

from collections.abc import Sequence

import pytest
from tests.answering.library import Library, shelve
from tests.generation.behaviours import repeating
from tests.generation.conftest import worded_by
from tests.generation.model_server import Asked, Claim

from ctassist.answering.generation.composing import plain
from ctassist.answering.generation.failures import AskerGone, Failure
from ctassist.answering.wording import Wording
from ctassist.cli.ask import plain as plain_text
from ctassist.model.answer import Answer, AnswerRequest, Piece, Status
from ctassist.model.caller import ANYONE

REVIEW = """# Lighthouse Network Review, March 2031

## Training
- MSI trained 40 keepers in Bergen (3 March)
- OLA opened a lamp school in Lisbon (9 March)
- GHJA gave 12 lenses to ports in Kenya (20 March)

## Working groups
- Fog signals. Chair: OLA. Vice-chair: MSI
"""
LIST = "What happened in March 2031?"
ROLE = "Who chairs the working group on fog signals?"


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return shelve(tmp_path_factory.mktemp("network"), review=REVIEW)


def texts(answer: Answer) -> list[str]:
    """The claims of an answer."""
    return [claim.text for claim in answer.claims]


def test_an_answer_says_which_model_and_template_worded_it(network: Library) -> None:
    with worded_by(network, lambda asked: [(f"In short: {t}", [n]) for n, t in asked.findings.items()]) as worded:
        refused = worded.ask(LIST)
    with worded_by(network, repeating) as worded:
        answer = worded.ask(LIST)
    assert (answer.mode, answer.model, answer.prompt, answer.fallback) == ("generative", "lantern-1", "phrase@3", None)
    assert (refused.mode, refused.model, refused.prompt) == ("extractive", None, None)
    assert refused.fallback == Failure.UNVERIFIED.value


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"silence": 30.0}, Failure.SLOW),
        ({"statuses": [503] * 99}, Failure.DOWN),
        ({"statuses": [429] * 99}, Failure.BUSY),
        ({"statuses": [401]}, Failure.REJECTED),
        ({"raw": ["no JSON and no claim"]}, Failure.UNVERIFIED),
        ({"raw": ['{"claims": "none"}']}, Failure.UNVERIFIED),
        ({"raw": ['{"claims": [{"text": "MSI tra']}, Failure.UNVERIFIED),
        ({"raw": ["<html>down for maintenance</html>"], "content_type": "text/html"}, Failure.GARBAGE),
        ({"raw": []}, Failure.EMPTY),
        ({"raw": ["I cannot help with that."], "finish": "content_filter"}, Failure.REFUSED),
        ({"raw": ["MSI a formé 40 gardiens à Bergen le 3 mars 2031 [1]\n"]}, Failure.UNVERIFIED),
        ({"raw": ["x" * 9_000] * 30}, Failure.LONG),
        ({"raw": ["x"] * 9, "breaks_after": 2}, Failure.BROKEN),
    ],
)
def test_however_the_model_fails_the_answer_is_complete(
    network: Library, change: dict[str, object], why: Failure
) -> None:
    without = network.ask(LIST)
    with worded_by(network, repeating, llm_seconds=2) as worded:
        for name, value in change.items():
            setattr(worded.model, name, value)
        answer = worded.ask(LIST)
    assert (answer.mode, answer.model, answer.fallback) == ("extractive", None, why.value)
    assert (answer.answer, answer.claims, answer.citations) == (without.answer, without.claims, without.citations)


def test_what_was_verified_before_a_break_stays_and_the_rest_is_as_it_was(network: Library) -> None:
    with worded_by(network, repeating) as worded:
        worded.model.raw = [
            "On 3 March 2031, MSI trained 40 keepers in Bergen [1]\n",
            "On 9 March 2031, OLA op",
            "ened",
        ]
        worded.model.breaks_after = 2
        worded.model.knows_schema = False
        answer = worded.ask(LIST)
    assert answer.claims[0].text == "On 3 March 2031, MSI trained 40 keepers in Bergen"
    assert len(answer.claims) == 3
    assert (answer.mode, answer.fallback) == ("generative", Failure.BROKEN.value)


def test_what_a_model_says_when_all_is_told_is_not_waited_for(network: Library) -> None:
    told = [plain(text) for text in texts(network.ask(LIST))]
    with worded_by(network, repeating) as worded:
        worded.model.raw = [
            *(f"[{number}] {text}\n" for number, text in enumerate(told, 1)),
            "and so",
            " on",
            " and on",
        ]
        worded.model.breaks_after = len(told) + 2
        worded.model.knows_schema = False
        answer = worded.ask(LIST)
    assert texts(answer) == told
    assert (answer.mode, answer.fallback) == ("generative", None)


def test_a_claim_that_fails_is_asked_for_once_more(network: Library) -> None:
    def corrected(asked: Asked) -> Sequence[Claim]:
        if asked.again is not None:
            return [("On 9 March 2031, OLA opened a lamp school in Lisbon", list(asked.findings))]
        return [("On 9 March 2031, GHJA opened a lamp school in Lisbon", [2])]

    with worded_by(network, corrected) as worded:
        answer = worded.ask(LIST)
        again = [asked.again for asked in worded.model.requests if asked.again]
    assert again == ["On 9 March 2031, GHJA opened a lamp school in Lisbon"]
    assert texts(answer)[0] == "On 9 March 2031, OLA opened a lamp school in Lisbon"
    assert len(answer.claims) == 3


def test_who_asks_for_no_model_gets_none(network: Library) -> None:
    with worded_by(network, repeating) as worded:
        assert worded.ask(LIST, mode="extractive").mode == "extractive"
        assert not worded.model.requests


def test_who_asks_for_a_model_where_there_is_none_is_told(network: Library) -> None:
    answer = network.assistant.answer(AnswerRequest(LIST, mode="generative"), ANYONE)
    assert (answer.mode, answer.fallback) == ("extractive", Failure.NONE.value)
    assert network.ask(LIST).fallback is None


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("fr", "Que s'est-il passé en mars 2031 ?"),
        ("es", "¿Qué ocurrió en marzo de 2031?"),
        ("ar", "ماذا حدث في مارس 2031؟"),
        ("ru", "Что произошло в марте 2031 года?"),
        ("zh", "2031年3月发生了什么？"),
    ],
)
@pytest.mark.parametrize("mode", ["auto", "generative"])
def test_an_answer_in_another_language_is_not_worded_and_says_so_in_it_without_a_call(
    network: Library, language: str, question: str, mode: str
) -> None:
    told, without = Wording(language)(Failure.LANGUAGE.value), network.ask(question)
    with worded_by(network, repeating) as worded:
        answer = worded.ask(question, mode=mode)
        plain_answer = worded.ask(question, mode="extractive")
        assert not worded.model.requests
    assert told != Failure.LANGUAGE.value
    assert (answer.mode, answer.model, answer.prompt, answer.fallback) == ("extractive", None, None, told)
    assert told in plain_text(answer)
    assert len(answer.claims) == 3
    assert (answer.answer, answer.claims, answer.citations) == (without.answer, without.claims, without.citations)
    assert plain_answer.fallback is None


def test_who_asks_in_french_for_a_model_where_there_is_none_is_told_in_french(network: Library) -> None:
    request = AnswerRequest("Que s'est-il passé en mars 2031 ?", mode="generative")
    assert network.assistant.answer(request, ANYONE).fallback == Wording("fr")(Failure.NONE.value)


@pytest.mark.parametrize("question", ["What is the budget of the moon?", "hello"])
def test_what_was_not_found_is_not_worded(network: Library, question: str) -> None:
    with worded_by(network, lambda _: [("The budget is 5 million", [1])]) as worded:
        answer = worded.ask(question)
    assert answer.status in (Status.NOT_FOUND, Status.CLARIFY)
    assert not answer.claims


def test_verified_claims_are_shown_before_the_model_is_done(network: Library) -> None:
    shown: list[object] = []

    def listen(kind: str, what: object) -> None:
        if kind == "claim":
            shown.append(what)

    with worded_by(network, repeating) as worded:
        worded.model.knows_schema = False
        worded.model.raw = ["On 3 March 2031, MSI trained 40 keepers in Bergen [1]\n", *["thinking "] * 4_000]
        worded.model.pause = 0.05
        # Whoever asks leaves with the first claim, long before the model is done.
        with pytest.raises(AskerGone):
            worded.assistant.answer(AnswerRequest(LIST), ANYONE, listen, lambda: bool(shown))
    assert [claim.text for claim in shown] == ["On 3 March 2031, MSI trained 40 keepers in Bergen"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("question", [LIST, ROLE])
def test_a_model_s_words_come_as_pieces_of_the_very_answer(network: Library, question: str) -> None:
    shown: list[tuple[str, object]] = []
    with worded_by(network, lambda asked: repeating(asked)[:-1]) as worded:
        answer = worded.assistant.answer(AnswerRequest(question), ANYONE, lambda kind, what: shown.append((kind, what)))
    pieces = [what.text for _, what in shown if isinstance(what, Piece)]
    assert pieces
    assert answer.answer.startswith("".join(pieces))
    assert all(claim.text in "".join(pieces) for claim in answer.claims)
