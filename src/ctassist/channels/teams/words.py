"""The words that the app's manifest announces, and the bot then understands."""

HELP = "help"
NEW = "new conversation"
SEARCH = "search"
"""The command of the message extension."""
QUERY = "query"
"""Its parameter."""
