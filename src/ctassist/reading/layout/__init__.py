"""Pages by geometry: where words stand decides what belongs together and what is read first.

From the bottom up: ``areas``; ``runs``, words drawn together; ``drawings``; ``spread``, the words of justified lines;
``margins``, what runs along the edges; ``sheets``, all of that for each page. Then ``lines`` and ``styles``; ``labels``
and ``figures``; ``grids`` and ``tables``. Reading order: ``parts``, ``space`` between them, ``cuts`` and ``bands``
across a page, ``regions``. ``pages`` makes a page of these; ``leading`` and ``blocks`` cut its columns into pieces,
``ranks`` gives headings their level, ``reading`` goes the whole way.
"""
