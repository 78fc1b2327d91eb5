"""Writes a briefing on a period into a file, .docx or .md, and prints what it was made from.

    python brief.py 2024-01 2024-02 briefing.docx

CTASSIST_URL names the service, CTASSIST_KEY the key that it asks for, if any.
"""

import os
import sys
from pathlib import Path

from ctassist.client import CallFailed, Client


def main(start: str, end: str, file: str) -> None:
    """Writes the file, and prints the headings with the number of their lines."""
    address = os.environ.get("CTASSIST_URL", "http://127.0.0.1:8000")
    with Client(address, os.environ.get("CTASSIST_KEY")) as client:
        if file.endswith(".docx"):
            Path(file).write_bytes(client.brief_docx(start, end))
        else:
            Path(file).write_text(client.brief_markdown(start, end), encoding="utf-8")
        briefing = client.brief(start, end)
        print(f"{briefing.title}\n{briefing.searched}")
        for section in briefing.sections:
            print(f"- {section.heading}: {len(section.lines)}")
        for row in client.activities(start=start, end=end, undated=False):
            print(f"  {row.record.intervals[0].start if row.record.intervals else 'undated'}  {row.text}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("Usage: python brief.py FROM TO FILE, such as: python brief.py 2024-01 2024-02 briefing.docx")
    try:
        main(*sys.argv[1:])
    except CallFailed as error:
        sys.exit(f"brief.py: {error}")
