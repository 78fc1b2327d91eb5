"""The command line."""

from ctassist.cli.commands import main

__all__ = ["main"]
