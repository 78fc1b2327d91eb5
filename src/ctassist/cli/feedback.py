"""``ctassist feedback``: what people think of the answers."""

import json
from dataclasses import asdict

from ctassist.cli.options import Common
from ctassist.cli.words import printable


def run(common: Common, *, limit: int, as_json: bool) -> None:
    """Prints the latest feedback. Raises IndexMissing when there is no index."""
    from ctassist.indexing.feedback import Feedback, FeedbackRow

    def line(row: FeedbackRow) -> str:
        facts = f"{row.at:%Y-%m-%d %H:%M}  {row.rating.value:4}  answer {row.answer_id} by {row.subject}"
        return printable(" ".join([facts, *([f": {' '.join(row.comment.split())}"] if row.comment else [])]))

    with common.archive() as archive:
        rows = Feedback(archive.engine).list(limit)
    if as_json:
        print(json.dumps([asdict(row) | {"at": row.at.isoformat()} for row in rows], ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(line, rows)) or "Nobody has judged an answer yet.")
