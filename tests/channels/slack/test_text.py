"""Text on its way to Slack and from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctassist.channels.slack.text import escaped, mentions, pieces, plain, shortened


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("<@U0BOT> Who chairs it?", "Who chairs it?"),
        ("<@U0BOT|ctassist>: who?", ": who?"),
        ("What did <@U1|Ana> say in <#C1|general>?", "What did Ana say in #general?"),
        ("What did <@U1> say?", "What did say?"),
        ("See <https://a.example/x?y=1&amp;z=2|the page>", "See the page"),
        ("See <https://a.example/x?y=1&amp;z=2>", "See https://a.example/x?y=1&z=2"),
        ("Write to <mailto:a@b.example|a@b.example>", "Write to a@b.example"),
        ("<!here> <!subteam^S1|@team> <!date^1^{date}|today>", "@here @team today"),
        ("AT&amp;T &lt;b&gt; &amp;lt;", "AT&T <b> &lt;"),
        ("two\nlines  and\tblanks", "two lines and blanks"),
    ],
)
def test_what_was_typed_is_read(sent: str, typed: str) -> None:
    assert plain(sent, "U0BOT") == typed


def test_only_a_mention_of_the_user_counts() -> None:
    assert mentions("hello <@U0BOT|me> there", "U0BOT")
    assert not mentions("hello <@U0BOTTLE> and &lt;@U0BOT&gt;", "U0BOT")


@given(st.text(alphabet=st.sampled_from("<>&;amplt@!herchanev yo|#UC^ 1"), max_size=80) | st.text(max_size=80))
def test_escaped_text_holds_no_command_and_comes_back(text: str) -> None:
    written = escaped(text)
    assert not set("<>") & set(written)
    assert not any(call in written.casefold() for call in ("@here ", "@channel ", "@everyone "))
    assert plain(written).replace("\u2060", "") == " ".join(text.replace("\u2060", "").split())


@given(st.text(max_size=300), st.integers(2, 60))
def test_pieces_are_the_text_and_short_enough(text: str, length: int) -> None:
    found = pieces(text, length)
    assert "".join(found) == text
    assert all(len(piece) <= length for piece in found)


@given(st.text(max_size=300), st.integers(2, 60))
def test_what_is_shortened_is_short_enough_and_begins_alike(text: str, length: int) -> None:
    short = shortened(text, length)
    assert len(short) <= length
    assert short == text if len(text) <= length else text.startswith(short[:-1])
