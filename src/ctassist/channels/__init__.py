"""The same Answer wherever it is asked: each channel turns an event into a request, and an Answer into its own format.

``registry`` names the channels; ``delivery`` deals with what was acknowledged, once. A channel holds no logic of
answering.
"""
