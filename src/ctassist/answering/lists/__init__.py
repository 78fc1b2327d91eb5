"""Complete lists: of what happened, and of lines that are no events."""
