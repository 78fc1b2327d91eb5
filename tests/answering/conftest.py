from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from tests.answering.bridges import BRIDGES
from tests.answering.choirs import CHOIRS
from tests.answering.clubs import CLUBS
from tests.answering.harbours import AUTUMN, BOARD_MINUTES, SUMMER, WINTER
from tests.answering.library import Library, Shelve, open_library, shelve, shelve_reviews
from tests.answering.measured import ISSUES, SHELVES, Results, ask_all, questions
from tests.answering.orchards import ORCHARDS
from tests.answering.weekly import WEEKLY
from tests.archives import HARBOUR, Archive, Layout, invent


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> None:
    """Threads that wait for each other make a thousand short questions slow where others use the machine as well."""
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """All kinds of questions asked of an invented archive in each layout."""
    found = Results()
    for layout, profile in SHELVES:
        archive = invent(profile, seed=11, issues=ISSUES[profile.name])
        library = shelve_reviews(tmp_path_factory.mktemp(layout), archive, layout)
        found.all += ask_all(library, layout, questions(archive, 11))
        library.archive.close()
    return found


@pytest.fixture(scope="session")
def invented() -> Archive:
    """An invented archive of which ``mixed`` is the index."""
    return invent(HARBOUR, seed=23, issues=4)


@pytest.fixture(scope="session")
def mixed(tmp_path_factory: pytest.TempPathFactory, invented: Archive) -> Iterator[Library]:
    """The index of ``invented``, with the board's document beside it."""
    library = shelve_reviews(tmp_path_factory.mktemp("mixed"), invented, Layout.BULLETS)
    yield library
    library.archive.close()


@pytest.fixture(scope="session")
def bridges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One issue with a part of each kind (``bridges.py``)."""
    library = shelve(tmp_path_factory.mktemp("bridges"), review_may_june_2031=BRIDGES)
    yield library
    library.archive.close()


@pytest.fixture(scope="session")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Three issues in plain sight (``harbours.py``), and minutes that only the board may read."""
    folder = tmp_path_factory.mktemp("harbours")
    (folder / "files").mkdir()
    for name, text in (("summer", SUMMER), ("autumn", AUTUMN), ("winter", WINTER)):
        (folder / "files" / f"{name}.md").write_text(text, encoding="utf-8")
    secret = folder / "minutes.md"
    secret.write_text(BOARD_MINUTES, encoding="utf-8")
    library = open_library(folder, secret)
    yield library
    library.archive.close()


@pytest.fixture(scope="session")
def orchards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Three issues and a circular (``orchards.py``): roles change hands, and two documents contradict each other."""
    library = shelve(tmp_path_factory.mktemp("orchards"), **ORCHARDS)
    yield library
    library.archive.close()


@pytest.fixture(scope="session")
def weekly(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Four issues of a weekly (``weekly.py``)."""
    library = shelve(tmp_path_factory.mktemp("weekly"), **WEEKLY)
    yield library
    library.archive.close()


@pytest.fixture(scope="session")
def choirs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two weekly letters (``choirs.py``) whose calendar spreads an event over two lines."""
    library = shelve(tmp_path_factory.mktemp("choirs"), **CHOIRS)
    yield library
    library.archive.close()


@pytest.fixture(scope="session")
def clubs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Pages of committees and their yearly reports (``clubs.py``)."""
    library = shelve(tmp_path_factory.mktemp("clubs"), **CLUBS)
    yield library
    library.archive.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelve]:
    """Makes an index of Markdown texts, each ``name=text``."""
    opened: list[Library] = []

    def make(**texts: str) -> Library:
        opened.append(shelve(tmp_path / f"shelf-{len(opened)}", **texts))
        return opened[-1]

    yield make
    for library in opened:
        library.archive.close()
