"""What holds for all tests."""

import os

from hypothesis import settings

# Where a change is judged, the same examples are tried each time; while it is made, new ones are. No test is timed.
settings.register_profile("judged", derandomize=True, deadline=None)
settings.register_profile("made", deadline=None)
settings.load_profile("judged" if os.environ.get("CI") else "made")
