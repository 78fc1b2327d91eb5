"""What the asker is told when there is no answer: one sentence, of use to somebody who does not run the service."""

from datetime import timedelta

from ctassist.channels.delivery import TryAgain
from ctassist.errors import CtassistError, IndexMissing
from ctassist.service.engine import Overloaded

GIVEN_UP = "Something went wrong, and I could not answer this. Please ask again."
_NOTHING_INDEXED = "Nothing has been indexed here yet, so that I cannot answer. Please ask again later."
_AWAY = "The archive cannot be read at the moment. Please ask again later."
_BUSY = "Too many questions are being answered at the moment. Please ask again in a minute."
_PATIENT_ATTEMPTS = 3


def told(error: CtassistError, attempts: int) -> str:
    """Returns the sentence. Raises TryAgain for the first attempts at what may soon be otherwise."""
    if error.status == 503 and attempts < _PATIENT_ATTEMPTS:
        raise TryAgain(timedelta(seconds=2))
    return sentence_of(error)


def sentence_of(error: CtassistError) -> str:
    """Returns the sentence; what only those who run the service can act on is not shown."""
    if isinstance(error, IndexMissing):
        return _NOTHING_INDEXED
    if isinstance(error, Overloaded):
        return _BUSY
    return _AWAY if error.status >= 500 else str(error)
