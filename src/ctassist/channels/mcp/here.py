"""Where a request is dealt with, and for whom."""

from dataclasses import dataclass
from typing import Any

from ctassist.channels.links import with_addresses
from ctassist.model.caller import Caller
from ctassist.service.engine import Engine


@dataclass(frozen=True, slots=True)
class Here:
    """The service's engine, the caller, and the address under which people reach the service (empty: none is set)."""

    engine: Engine
    caller: Caller
    base: str

    def addressed(self, told: Any) -> Any:
        """Returns JSON of the service with whole addresses, where one is set."""
        return with_addresses(told, self.base)
