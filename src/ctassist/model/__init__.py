"""The words of the domain: small frozen dataclasses without any input or output.

Every offset in this package counts Unicode code points in a document's canonical text, half open: ``text[start:end]``.
"""
