"""Lists of what issues announce: what is to come, last days, versions, decisions, thanks."""
