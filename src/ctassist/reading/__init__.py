"""Files read into one canonical text with blocks that are spans of it."""

from ctassist.reading.registry import FORMATS, SUFFIXES, read_bytes, read_file

__all__ = ["FORMATS", "SUFFIXES", "read_bytes", "read_file"]
