"""What tests of newsletters share."""

from collections.abc import Iterator

import pytest
from tests.newsletters.browser import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all printed pages: starting it takes longer than printing."""
    browser = Browser()
    yield browser
    browser.close()
