"""Two invented issues of the Cableway Accord as a page's text comes out of its columns: torn, without some bullets."""

YEAR = """Cableway Accord Annual Review 2041

January-December 2041

THE YEAR IN NUMBERS

31

Accord members

2,117

Ropes inspected

KEY EVENTS

→ Fourth Cableway Accord Steering Committee meeting endorsed the rope register (28 Mar)

- Oman became the 40th signatory of the Montreux Convention on Aerial Ropeway Safety (MCARS) (4 May)
- Samoa became the 41st signatory of MCARS (2 Oct)
- IRTB equipped the winch school of Lima, Peru

COLLABORATION WITH CLUBS, COLLEGES & WORKSHOPS

- At the 6th Annual Symposium GTWF-IRTB and rope makers discussed the splicing of old ropes (24 Jan)
- IRTB- Delft Bureau of Ropes MoU on test rigs (9 Nov)

ACCORD STRUCTURE

FOUR WORKING GROUPS

1.

2.

Inspecting and renewing hauling

ropes of gondolas Chair: IRTB

Vice-Chairs:

GTWF, OSCM, NLA

Rescue from cabins

and evacuation planning

Chair: GTWF / Co-Chair: OSCM

Training of winch

operators

Chair: NLA

Vice-Chairs:

OSCM, WWB

3.

4 working groups under 2 pillars

Power supply and brakes

Chair: OSCM

Vice-Chair: GTWF
"""

SPRING = """Cableway Accord in Review January-February 2042

ACCORD IN NUMBERS

Accord members

33

- Ropes inspected
- 2,480

Clubs consulted

58

KEY EVENTS

→ Fifth Cableway Accord Steering Committee meeting discussed cabins in Africa (21 Jan)

- Ministerial conference on tides and cable ferries of the Gulf of Guinea, hosted by IRTB in Accra, Ghana (5-6 Feb)
- NLA winch course in Mauritania (27-28 Feb)
- USG Okonedo opened the rope museum (14 Feb)
- GTWF-WW Brigades survey of cabins, presented in Tunis, Tunisia (19 Jan)
- Fiji became the 42nd signatory of MCARS (18 Feb)
- IRTB supported the winch academies of Benin and Togo

COLLABORATION WITH CLUBS, COLLEGES & WORKSHOPS

- At the 7th Annual Symposium GTWF and rope makers examined the wear of sheaves (23 Jan)

GTWF hosted a round table with gondola builders (8 Feb)

- IRTB- Global Circle on Ropeways MoU to share drawings (25 Feb)

OSCM talks with NLA-

and GTWF reviewed

WWB Field Cell

easing the handling of

winches in Bang-

spares and

ladesh (3 Jan and 7 Feb

ACCORD STRUCTURE

FOUR WORKING GROUPS

Inspecting and renewing hauling

ropes of gondolas Chair: IRTB

Vice-Chairs:

GTWF, NLA, WWB

Rescue from cabins

and evacuation planning

Chair: OSCM / Co-Chair: GTWF

SECRETARIAT

IRTB's Rope Policy Branch

FOR MORE

Please contact Cableway Accord Secretariat, IRTB RPB
"""
