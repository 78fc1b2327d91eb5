"""Minutes of a boat yard's council in plain sight: topics under headings, few verbs, no dates; a page beside them."""

MINUTES = {
    "2043-03-04": """# Council of the Sloeby Boat Yard, 4 March 2043

Chaired by Nils Abery.

Present:
- Nils Abery
- Ruta Blom

## Subsidies approved

- Regatta Kenya: 300 euros
- Sailing Week Oslo: 450 euros

## New members approved

- Pia Corvin
- Osei Danton
- Approved unanimously

## Ongoing matters

### Dry dock
- Quote awaited from the mason
- Could be dug by volunteers

### Varnish team for hulls
- First sketch of a charter

## New matters

### Tar for the winter
- Two barrels enough until May
- Next steps: order to be placed; shed to be cleared

### Lease of the caretaker

### Crane for heavy hulls
- Sketches by Fenwick & Daughters reviewed

## Tasks
- Nils Abery: Ring the mason about the dry dock
- Ruta Blom: Ask Fenwick & Daughters for a crane on loan
""",
    "2043-04-01": """# Council of the Sloeby Boat Yard, 1 April 2043

Chaired by Nils Abery.

Present:
- Ruta Blom

Apologies:
- None

## New members approved

- Mirle Fossum

## Subsidies approved

- Sailing Week Turku: 200 euros
- Harbour Fair Ghana: 150 euros

## Ongoing matters

### Dry dock
- Mason expected in June
- More subsidies would help the dock along

### Varnish team for hulls
- Charter approved, twelve people wanted
- First meeting to be called by Ruta Blom as Council liaison

## New matters

### Flag on the boathouse
- A green one, with the otter

## Tasks
- Ruta Blom: Sew the flag
- Osei Danton: Measure the slipway with Fenwick & Daughters
""",
    "otter": """# Otter Circle

## Leads
- Pia Corvin

## Purpose
We keep the otter painted.
""",
}
