"""What holds for all tests."""

import os

from hypothesis import settings

# Where a change is judged, the same examples are tried each time; while it is made, new ones are.
settings.register_profile("judged", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("judged")
