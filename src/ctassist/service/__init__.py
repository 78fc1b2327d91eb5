"""The HTTP service: it parses a request, calls the Assistant or the archive, and renders what comes back."""
