"""The one family of errors; each carries the sentence that a person reads."""


class CtassistError(Exception):
    """A problem that a person can act on. ``str(error)`` says what is wrong and what to do.

    ``exit_code`` is for the command line, ``status`` for HTTP.
    """

    exit_code = 1
    status = 500


class UsageError(CtassistError):
    """The request itself is at fault."""

    exit_code = 2
    status = 400


class UnreadableFile(CtassistError):
    """A file that cannot be read as a document."""

    status = 422


class IndexMissing(CtassistError):
    """Nothing has been indexed yet, or the index folder does not exist."""

    status = 503


class IndexUnusable(CtassistError):
    """The index is of another schema version, another embedding model, or damaged."""

    status = 503


class IngestRunning(CtassistError):
    """Another ingest holds the index."""

    status = 409


class ModelUnusable(CtassistError):
    """The embedding model's weights are missing or not the expected ones."""

    status = 503


class NotFound(CtassistError):
    """A document or conversation that does not exist for this caller."""

    status = 404


class NotAllowed(CtassistError):
    """The caller has no valid key."""

    status = 401
