"""A weekly of a guild of weavers in plain sight: evenings told in prose, lists of small changes, what is due."""

_FIRST = """---
title: Week ending 7 April 2041
date: 2041-04-08
---

## Guild evening

The evening began with a demo of [Shuttlecock](https://looms.example/shuttlecock) by Imre Vadas.
It is a frame for narrow bands.

Ottilie Brand, newly chosen chair, briefed us on SIG-Dyes, which has a charter now.
They are working on madder and woad.

The Circle for Flax spoke of its spring through Ruth Amsel, who went over the last sowings.

There will be evenings on 11 April and 18 April, but not in the following
two weeks (25 April and 2 May) because of the Wool Fair.

## Calendar of the 2041 pattern book

**Next due: drafts, 12 April**

The freeze of drafts for the 2041 book is only two weeks away, so hurry.

We are well on track for the freeze of plates on the 19th, as the 2041 book team tells.

## Small changes

* Treadles for [the tall looms](https://looms.example/31) are oiled weekly
* The limit of hanks for the tall looms is now 40
* [guild/board#301](https://looms.example/301): imrevadas taking over as Circle for Bobbins chair

## Tip of the week

Wanda Hollis explained [the knot of three](https://looms.example/knot), used to mend a warp.
"""
_SECOND = """---
title: Week ending 14 April 2041
date: 2041-04-15
---

## Guild evening

The demo of the evening was for Heddlemate, a counter in brass, oak and Danish Steel.  It hangs below the Great Loom.

The Circle for Bobbins has been winding the various Bobbins of the Open Shed.  They will soon move to the Long Barn.

Rather than talks we had the [release review of the 2.1 pattern book](https://looms.example/review2040).
Read it all, but some general lessons:

* Early drafts paid off.
* Plates came late from the printer.
* Two proofreaders are too few.

## Calendar of the 2041 pattern book

**Next due: plates, 19 April**

Work on plates has already started, with the end of the freeze of drafts last week.

## Changes

* Benches for the tall looms were planed
* The dye shed has a lock

## Tip of the week

Wanda Hollis brought us a trick for selvedges, a doubled thread.
"""

DISPATCHES = {"2041-04-07-dispatch": _FIRST, "2041-04-14-dispatch": _SECOND}
"""The issues, by file name without suffix."""
