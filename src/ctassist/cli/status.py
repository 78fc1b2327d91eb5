"""``ctassist status``: what is indexed, and whether it is in order."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctassist.cli.options import Common
from ctassist.cli.words import period_words, plural, printable, size_words
from ctassist.model.caller import ANYONE
from ctassist.service.overview import Overview, survey
from ctassist.service.render import document_json, period_json, recognition_words, series_json, version_words

if TYPE_CHECKING:
    from ctassist.indexing.archive import Archive
    from ctassist.model.archive import Document


def run(common: Common, *, as_json: bool) -> None:
    """Prints what the archive holds. Raises IndexMissing when there is none."""
    settings = common.settings()
    with common.archive() as archive:
        with archive.view(ANYONE) as view:
            found, generation = survey(view), view.generation
        state = _state(found, archive, settings.index_dir, generation)
    print(json.dumps(state, ensure_ascii=False, indent=2) if as_json else _words(found, state))


def _state(found: Overview, archive: "Archive", folder: Path, generation: int) -> dict[str, Any]:
    return {
        "index_dir": str(folder),
        "generation": generation,
        "model": _model(),
        "size": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        "period": period_json(found.period),
        "gaps": [period_json(gap) for gap in found.gaps],
        "series": [series_json(series) for series in found.series],
        "counts": found.counts,
        "documents_with_warnings": found.warned,
        "health": "ok" if found.documents else "empty",
        "documents": [document_json(document) for document in found.documents],
    }


def _model() -> str:
    from ctassist.indexing.embedding import MODEL

    return MODEL.name


def _facts(document: "Document") -> str:
    facts = (document.language, document.version, plural(document.passages, "passage"))
    return ", ".join(printable(fact) for fact in facts if fact)


def _words(found: Overview, state: dict[str, Any]) -> str:
    from ctassist.indexing.series import series_words

    lines = [
        f"Index       {state['index_dir']}, generation {state['generation']}, {size_words(state['size'])}",
        f"Model       {state['model']}",
        f"Documents   {len(found.documents)}, {period_words(found.period)}",
        "Holds       " + ", ".join(plural(number, kind) for kind, number in found.counts.items()),
        "Gaps        " + (", ".join(period_words(gap) for gap in found.gaps) or "none"),
        f"Health      {state['health']}",
        "",
    ]
    several = [printable(series_words(series)) for series in found.series if series.issues > 1]
    lines += [*several, ""] if several else []
    for document in found.documents:
        lines.append(f"{period_words(document.period):22} {printable(document.title)}  ({_facts(document)})")
        recognised = recognition_words(document.recognition, document.pages)
        remarks = (recognised, *version_words(document), *document.warnings)
        lines += [f"{'':22} note: {printable(remark)}" for remark in remarks if remark]
    return "\n".join(lines).rstrip()
