"""Who asks, and what may be used for an answer: the place decides where several people read, else the asker."""

import re
from collections.abc import Mapping, Sequence

from ctassist.errors import NotAllowed, UsageError
from ctassist.model.caller import OPEN, Caller

_KEY = re.compile(r"[TE][A-Z0-9]+(/[A-Z][A-Z0-9]+)?")
_STRANGERS = (
    "This workspace has not been given anything to read here. Ask whoever runs the service to add its id "
    "to CTASSIST_SLACK_ACCESS."
)


class Callers:
    """The callers behind teams, channels and users, by the access labels that the settings give them."""

    def __init__(self, access: Mapping[str, Sequence[str]]) -> None:
        """``access`` gives labels by team, or by channel or user of a team; without any, every team reads ``open``.

        Raises UsageError for a name that is none of these.
        """
        for key in access:
            if not _KEY.fullmatch(key):
                raise UsageError(
                    f"CTASSIST_SLACK_ACCESS names {key!r}: write a team's id (T0123), or one of its channels or users "
                    "behind it (T0123/C0456)."
                )
        self._access = {key: frozenset(labels) for key, labels in access.items()}

    def place(self, team: str, channel: str, shared: bool = False) -> Caller:
        """The caller behind a channel. Raises NotAllowed where nothing is to be read.

        Others than the team read along in a channel that is ``shared`` with other companies: what is not ``open`` is
        used there only if the channel itself has been given it.
        """
        own = self._access.get(f"{team}/{channel}")
        if own is None:
            own = self._of_team(team)
            own = own & {OPEN} if shared else own
        return _caller(f"slack:{team}/{channel}", own)

    def person(self, team: str, user: str) -> Caller:
        """The caller behind a user whom alone an answer is shown. Raises NotAllowed where nothing is to be read."""
        own = self._access.get(f"{team}/{user}")
        return _caller(f"slack:{team}/{user}", self._of_team(team) if own is None else own)

    def asking(self, team: str, channel: str, user: str, direct: bool, shared: bool) -> Caller:
        """The caller behind a question: the user in a talk between two, unless that is somebody of another company."""
        return self.person(team, user) if direct and not shared else self.place(team, channel, shared)

    def _of_team(self, team: str) -> frozenset[str]:
        return self._access.get(team, frozenset()) if self._access else frozenset({OPEN})


def _caller(subject: str, labels: frozenset[str]) -> Caller:
    if not labels:
        raise NotAllowed(_STRANGERS)
    return Caller(subject, labels)
