"""Who holds which role in which body, as of a date, and how it changed hands."""
