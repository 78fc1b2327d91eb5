"""From blocks to items, and from items to records: grammar and data, without a word of any one organisation."""

from ctassist.extraction.extract import extract

__all__ = ["extract"]
