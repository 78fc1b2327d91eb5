"""Why a language model's words are not used; answers then come as they were composed without it."""

from enum import StrEnum


class Failure(StrEnum):
    """A reason, as the sentence that a reader sees."""

    NONE = "No language model is set up."
    DOWN = "The language model cannot be reached."
    SLOW = "The language model took too long."
    BUSY = "The language model has too much to do."
    REFUSED = "The language model declined to answer."
    REJECTED = "The language model's endpoint does not accept the request; its address, key or model may be wrong."
    GARBAGE = "The language model's reply could not be read."
    EMPTY = "The language model replied with nothing."
    LONG = "The language model's reply was too long."
    BROKEN = "The language model broke off."
    LANGUAGE = "This answer is not in the language model's words: those can be verified in English only."
    UNVERIFIED = "What the language model wrote could not be verified."


class AskerGone(Exception):
    """Nobody waits for the answer any more."""


class ModelFailed(Exception):
    """A call to the model came to nothing, or broke off; what came before may be used."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.value)
        self.failure = failure
