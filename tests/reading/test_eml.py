"""Saved messages: their subject, day and body."""

from email.message import EmailMessage

import pytest
from tests.reading.shown import assert_sound, shown

from ctassist.errors import UnreadableFile
from ctassist.extraction import extract
from ctassist.reading import read_bytes

HTML = "<html><body><h2>Swarms</h2><ul><li>Two hives swarmed in Ghent (4 May)</li></ul></body></html>"


def message(plain: str = "", html: str = "", subject: str = "Beekeepers' Letter, May 2022") -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = subject, "ana@bees.example", "all@bees.example"
    made["Date"] = "Mon, 06 Jun 2022 09:30:00 +0200"
    if plain or not html:
        made.set_content(plain)
    if html and plain:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def test_the_formatted_body_is_read_and_addresses_are_not() -> None:
    reading = read_bytes(bytes(message("Two hives swarmed", HTML)), "letter.eml")
    assert_sound(reading)
    assert shown(reading) == ["## Swarms", "- Two hives swarmed in Ghent (4 May)"]
    assert (reading.metadata["title"], reading.metadata["date"]) == ("Beekeepers' Letter, May 2022", "2022-06-06")
    assert "bees.example" not in reading.text


def test_a_plain_message_is_read_as_text() -> None:
    reading = read_bytes(bytes(message("SWARMS\n\n- Two hives swarmed in Ghent (4 May)\n- Häuser brummen\n")), "a.eml")
    assert shown(reading) == ["# SWARMS", "- Two hives swarmed in Ghent (4 May)", "- Häuser brummen"]


def test_the_subject_is_the_title_and_says_the_period() -> None:
    reading = read_bytes(bytes(message(html=HTML, subject="Fwd: Re: Beekeepers' Letter, May 2022")), "a.eml")
    found = extract(reading, "a.eml")
    assert found.title == "Beekeepers' Letter, May 2022"
    assert found.period
    assert (found.period.start.month, found.period.end.month) == (5, 5)


def test_attachments_are_named_and_not_read() -> None:
    made = message("See the notes.", HTML)
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="notes.pdf")
    reading = read_bytes(bytes(made), "letter.eml")
    assert any("notes.pdf" in warning for warning in reading.warnings)


@pytest.mark.parametrize("made", [message(""), message("   ")])
def test_a_message_without_text_is_said(made: EmailMessage) -> None:
    with pytest.raises(UnreadableFile, match="without text"):
        read_bytes(bytes(made), "letter.eml")


def test_bytes_that_are_not_what_the_message_declares_are_read_as_far_as_they_go() -> None:
    data = b"Subject: Letter\nContent-Type: text/plain; charset=nonsense\n\nTwo hives swarmed \xff in Ghent\n"
    assert "Two hives swarmed" in read_bytes(data, "letter.eml").text
