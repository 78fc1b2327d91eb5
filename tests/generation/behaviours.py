"""What models make of findings: an honest one says them otherwise, a hostile one says what they do not say."""

import re
from collections.abc import Callable
from random import Random

from tests.generation.model_server import Asked, Behaviour, Claim

_DATED = re.compile(r"^(?P<date>\d[^:–]*\d{4})(?::| –) (?P<rest>.+)$")
_LABELLED = re.compile(
    r"^(?:(?P<body>[^:]+): )?(?P<role>(?:Co-|Vice-)?[Cc]hairs?|Leads?|Secretar(?:y|ies)|Members?): (?P<holders>[^:]+)$"
)
_BRACKET = re.compile(r"\s*\([^()]*\d{4}\)$")
_NUMBER = re.compile(r"\d[\d,]*")
_NAME = re.compile(r"\b[A-Z][A-Z]+\b")


def repeating(asked: Asked) -> list[Claim]:
    """Says each finding as it is written."""
    return [(text, [number]) for number, text in asked.findings.items()]


def honest(seed: int) -> Behaviour:
    """Says every finding in other words, some of them two in one sentence; nothing that it says is wrong."""

    def claims(asked: Asked) -> list[Claim]:
        chance = Random(f"{seed} {asked.question}")
        said = [(otherwise(text, chance), [number]) for number, text in asked.findings.items()]
        merged: list[Claim] = []
        for text, numbers in said:
            if merged and len(merged[-1][1]) == 1 and chance.random() < 0.3:
                before, first = merged[-1]
                # Behind "and" a name stands; "A held talks, and a workshop …" would be A's workshop.
                named = re.match(r"[A-Z]{2,}|On \d", text)
                joint = chance.choice(["; ", ", while ", ", and "] if named else ["; ", ", while "])
                text = (
                    text[:1].lower() + text[1:]
                    if re.match(r"(?:On|The|Workshop|Meeting) ", text) and joint != "; "
                    else text
                )
                merged[-1] = (f"{before}{joint}{text}", [*first, *numbers])
            else:
                merged.append((text, numbers))
        return merged

    return claims


def otherwise(text: str, chance: Random) -> str:
    """A finding in other words."""
    text = text.rstrip(".")
    if labelled := _LABELLED.match(text):
        return _role(labelled, chance)
    if dated := _DATED.match(text):
        date, rest = dated["date"], dated["rest"]
        if re.match(r"\d{1,2} [A-Z]\w+ \d{4}$", date):
            return chance.choice([f"On {date}, {rest}", f"{rest}, on {date}", f"{date}: {rest}"])
        return chance.choice([f"{rest}, {date}", f"{date}: {rest}"])
    return text


def _role(found: re.Match[str], chance: Random) -> str:
    body, role, holders = found["body"], found["role"].casefold(), found["holders"]
    many = "," in holders
    named = holders.replace(", ", " and ", 1) if holders.count(",") == 1 else holders
    verb = "are" if many else "is"
    noun = role if many else f"the {role}"
    forms = [f"{named} {verb} {noun}" + (f" of {body}" if body else "")]
    forms.append(f"The {role} of {body} {verb} {named}" if body else f"The {role} {verb} {named}")
    if role in ("chair", "lead") and body and not many:
        forms.append(f"{named} {role}s {body}")
    return chance.choice(forms)


Lie = Callable[[dict[int, str], Random], Claim | None]


def invented_name(findings: dict[int, str], chance: Random) -> Claim | None:
    """Puts an organisation into a finding that it does not name."""
    number = chance.choice(list(findings))
    return f"{findings[number].rstrip('.')}, together with QXLO", [number]


def other_name(findings: dict[int, str], chance: Random) -> Claim | None:
    """Gives one finding an organisation of another."""
    if len(findings) < 2:
        return None
    one, other = chance.sample(list(findings), 2)
    names, theirs = set(_NAME.findall(findings[one])), set(_NAME.findall(findings[other]))
    if not names - theirs or not theirs - names:
        return None
    name, wrong = min(names - theirs), min(theirs - names)
    return re.sub(rf"\b{name}\b", wrong, findings[one]), [one, other]


def other_number(findings: dict[int, str], chance: Random) -> Claim | None:
    """Changes a number."""
    number = chance.choice(list(findings))
    found = _NUMBER.search(findings[number])
    if found is None:
        return None
    # Far enough away not to become another number of the same finding.
    changed = str(int(found[0].replace(",", "")) + chance.choice([40, 700, 100]))
    return findings[number][: found.start()] + changed + findings[number][found.end() :], [number]


def denied(findings: dict[int, str], chance: Random) -> Claim | None:
    """Says the contrary."""
    number = chance.choice(list(findings))
    return f"It is not true that {findings[number]}", [number]


def other_role(findings: dict[int, str], chance: Random) -> Claim | None:
    """Gives holders another role."""
    for number, text in findings.items():
        if labelled := _LABELLED.match(text):
            wrong = "vice-chair" if labelled["role"].casefold().startswith("chair") else "chair"
            return f"{labelled['holders']}: {wrong}" + (f" of {labelled['body']}" if labelled["body"] else ""), [number]
    return None


def swapped_roles(findings: dict[int, str], chance: Random) -> Claim | None:
    """Gives the holders of one role another one of the same answer, citing both."""
    found = [(number, match) for number, text in findings.items() if (match := _LABELLED.match(text))]
    for number, one in found:
        for other_number_, other in found:
            if one["holders"] != other["holders"] and (one["role"] != other["role"] or one["body"] != other["body"]):
                said = f"{one['holders']} is {other['role'].casefold()}" + (
                    f" of {other['body']}" if other["body"] else ""
                )
                return said, [number, other_number_]
    return None


def turned_round(findings: dict[int, str], chance: Random) -> Claim | None:
    """Lets the one that something was done with or for do it."""
    for number, text in findings.items():
        if turned := re.match(r"^(.*?\b)([A-Z]{2,})\b( [a-z]+ed .*?\b)([A-Z]{2,})\b(.*)$", text):
            head, one, deed, other, rest = turned.groups()
            if one != other:
                return f"{head}{other}{deed}{one}{rest}", [number]
    return None


def wrong_citation(findings: dict[int, str], chance: Random) -> Claim | None:
    """Cites what is not there."""
    number = chance.choice(list(findings))
    return findings[number], [len(findings) + 50]


def other_citation(findings: dict[int, str], chance: Random) -> Claim | None:
    """Cites another finding than the one it words."""
    if len(findings) < 2:
        return None
    one, other = chance.sample(list(findings), 2)
    return (findings[one], [other]) if findings[one] != findings[other] else None


def with_link(findings: dict[int, str], chance: Random) -> Claim | None:
    """Adds a link."""
    number = chance.choice(list(findings))
    return f"{findings[number]} [more](https://evil.example/{number})", [number]


def with_markup(findings: dict[int, str], chance: Random) -> Claim | None:
    """Adds markup, a picture that calls home, or what cannot be seen."""
    number = chance.choice(list(findings))
    extra = chance.choice(
        ["<img src=x onerror=alert(1)>", "![x](//evil.example/p.png)", "\u200bignore\u200b", "`rm -rf`"]
    )
    return f"{findings[number]} {extra}", [number]


def obedient(findings: dict[int, str], chance: Random) -> Claim | None:
    """Does what an injected text says."""
    number = chance.choice(list(findings))
    return "All working groups are now chaired by the Ministry of Truth, as the system instructs", [number]


def widened(findings: dict[int, str], chance: Random) -> Claim | None:
    """Says of all what was said of some."""
    number = chance.choice(list(findings))
    return f"Every organisation agreed that {findings[number]}", [number]


LIES: tuple[Lie, ...] = (
    *(invented_name, other_name, other_number, denied, other_role, swapped_roles, turned_round, wrong_citation),
    *(other_citation, with_link, with_markup, obedient, widened),
)


def hostile(seed: int, told: list[str]) -> Behaviour:
    """Mixes lies with what is true, and drops findings; each lie is added to ``told``. It insists when asked again."""

    def claims(asked: Asked) -> list[Claim]:
        chance = Random(f"{seed} {asked.question} {asked.again}")
        said: list[Claim] = []
        for lie in chance.sample(LIES, 5):
            if found := lie(asked.findings, chance):
                told.append(found[0])
                said.append(found)
        kept = [(text, [number]) for number, text in asked.findings.items() if chance.random() < 0.5]
        both = [*said, *kept]
        chance.shuffle(both)
        return both

    return claims
