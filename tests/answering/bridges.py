"""One issue of a pact on bridges: figures, words of heads, activities, a secretariat, three groups."""

BRIDGES = """# Bridge Pact in Review May-June 2031

## KEY FIGURES

- Keepers trained: 412
- Charts shared: 2,310
- Harbour visits: 18,400
- BKO SP recommendations: 77

## POINTS RAISED BY HEADS OF OFFICES

- The Secretary-General, Ana Roe, stressed that "a bridge is kept by those who cross it" (12 May)
- BKO Director Bo Lindt said that "ropes need sleep" (3 June)

## WORK WITH TOWN COUNCILS

- RIVA workshop on Sur'ayn knots in Togo (9-11 May)
- UN Security Council briefing on ferries (20 May)
- Security Council sitting on the third survey of weirs (4 June)
- BKO handed a winch over to the Kenya Rope Guild (14 June)
- At the second colloquium BKO, RIVA and choirs discussed the place of song in bridge keeping (21 June)
- RIVA course on knots for keepers from Viet Nam (24 June)

- The Lantern won a medal (3 May)
- Begun in 2019, the Lantern is kept by BKO.
- Warden Ida Marsh addressed the Canadian Assembly on Silent Bells (29 June)
- Peru became the 31st state party to the Convention on Rope Care (30 June)
- BKO meeting of ministers on lamp oil in Quito for countries of South America (1-2 June)
- RIVA briefed the states of the Fund on lamps after the storm in Jordan (28 May)

## SECRETARIAT OF THE PACT

Weights and Ropes Branch of the RIVA

## WORKING GROUPS

Working Group on Ropes

Chair: RIVA
Vice-Chair: BKO

Working Group on Arches and Piers

Chair: BKO
Vice-Chairs: RIVA, MOLE

Working Group on Landing Stages

Chair: MOLE
Vice-Chair: RIVA

## STEERING PANEL

Chair: Under-Secretary for Piers and Head of BKO
"""
