"""The words of a request put into plain English, before anything is understood: no framing, slips, other languages."""
