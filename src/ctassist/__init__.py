"""A cited chat assistant over an archive of periodical reviews."""

__version__ = "0.1.0"
