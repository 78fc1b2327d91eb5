"""Pages by geometry: where words stand decides what belongs together and what is read first.

From the bottom up: ``areas``; ``runs``, words drawn together; ``spread``, those of justified lines; ``margins``, what
runs along the edges; ``drawings``; ``sheets``, all of that for each page; ``styles``; ``figures``, ``grids`` and
``tables``; ``regions``, the reading order; ``pages``, a page part by part; ``lines`` and ``blocks``, a column cut into
pieces; ``ranks``, the levels of headings; ``reading``, the way through all of them.
"""
