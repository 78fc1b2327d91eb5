"""The index: a database that is the truth, and passage files derived from it, one folder a generation.

Import what you need from its modules: ``archive`` to read, ``ingest`` to write, ``conversations`` for what was asked.
"""
