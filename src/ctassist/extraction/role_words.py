"""Words for roles: forms in documents and questions, and the canonical word for each."""

import re
from functools import cache, lru_cache

from ctassist.extraction.vocabulary import alternatives, table


def _plurals(form: str) -> list[str]:
    if form.endswith("man"):
        return [form[:-3] + "men"]
    if form.endswith("y"):
        return [form[:-1] + "ies"]
    return [form + "s", form + "(s)", form + "x" if form.endswith("eau") else form + "s"]


@cache
def _forms() -> dict[str, str]:
    """Each form in lower case, words joined by one blank, with its canonical role."""
    forms: dict[str, str] = {}
    for role, entry in table("roles").items():
        for form in entry["forms"]:
            for word in (form, *_plurals(form)):
                forms.setdefault(_key(word), role)
    return forms


_LONGEST_KEPT = 200
_BESIDE = r"(?:(?:assistant|aide|advis[eo]r)\s+to(?:\s+the)?|deputy|assistant|associate|honorary|emeritus|former|past)"
"""A post beside a post is one of its own: "deputy treasurer", "assistant to the treasurer", "emeritus organizer"."""
_DEPUTY = r"(?:deputy|assistant|associate)"
"""What makes another post of a title too: "deputy executive secretary"."""
_RANKS = "first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|senior|principal"
_RANK = rf"(?:(?:{_RANKS})\s+)(?=(?:vice|deputy)\b)"
"""Which of several deputies somebody is, which is no part of the role: "First Vice-President", "2nd deputy chair"."""
_EMERITI = r"emerit(?:us|i|a|ae)\b"
_HELD_BEFORE = ("emeritus", "former", "past")


def _beside(words: str) -> str | None:
    """The canonical role of a post beside a post, or None; who held one before is its "emeritus"."""
    match = re.fullmatch(rf"(?P<beside>{_BESIDE}) (?P<role>.+)", words)
    role = _forms().get(_key(match["role"])) if match else None
    if not match or not role:
        return None
    beside = match["beside"]
    if is_title(role):
        return f"{beside} {role}" if re.fullmatch(_DEPUTY, beside) else None
    if is_listed(role):
        return f"emeritus {role}" if beside in _HELD_BEFORE and f"emeritus {role}" in table("roles") else None
    before = "emeritus" if beside in _HELD_BEFORE else re.sub(r" to( the)?$", " to the", beside)
    return f"{before} {role}"


def is_former(role: str) -> bool:
    """Tells whether a role is that of somebody who held another one before: "emeritus lead"."""
    return role.startswith("emeritus ")


def _key(label: str) -> str:
    words = _JOINTS.sub(" ", label.casefold()).strip()
    return _PREFIX.sub(r"\1-", words)


_JOINTS = re.compile(r"[-‐‑\s]+")
_PREFIX = re.compile(r"^(co|vice) ")


@cache
def role_label(*, listed: bool = False) -> str:
    """A regular expression (to be used with ignored case) for a role word in the singular or plural.

    Args:
        listed: whether roles that count in lists and tables only ("members") are among them.
    """
    forms = [form for form, role in _forms().items() if listed or not is_listed(role)]
    titles = [form for form in forms if is_title(_forms()[form])]
    posts = [form for form in forms if not is_title(_forms()[form])]
    # "Deputy director" before "deputy", "secretary general" before "secretary".
    long = [form for form in titles if not form.isalpha()]
    ranked = rf"(?:{_DEPUTY}\s+)?"
    post = rf"(?:{_RANK})?(?:{_BESIDE}\s+)?(?:{_spelt(posts)})(?:\s+{_EMERITI})?"
    return rf"{ranked}(?:{_spelt(long)})|{post}|{ranked}(?:{_spelt(titles)})"


@cache
def said_roles() -> str:
    """A regular expression for what any ``role_label`` has in it, lower case, which takes less time to look for."""
    return _spelt([form for form, role in _forms().items() if not is_listed(role)])


def _spelt(forms: list[str]) -> str:
    return alternatives([form.replace("-", " ") for form in forms] + forms)


def rank_of(words: str) -> str | None:
    """Which of several deputies words speak of, or None: "first" of "1st Vice-President"."""
    match = re.search(rf"\b(?P<rank>{_RANKS})\s+(?:vice|deputy)\b", words, re.IGNORECASE)
    rank = match["rank"].casefold() if match else None
    return _SPELT_OUT.get(rank, rank) if rank else None


_SPELT_OUT = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"}


def is_plural(label: str) -> bool:
    """Tells whether a label is of several holders: "Maintainers", "Chair(s)"."""
    return re.search(r"(?:[^s]s|\(s\)|men)\W*$", label) is not None


def is_listed(role: str) -> bool:
    """Tells whether a role is believed in lists, tables and labels only: in a sentence "member" says too little."""
    return bool(table("roles").get(role, {}).get("listed"))


def is_title(role: str) -> bool:
    """Tells whether a role's word is a title of persons too: "the Director said"."""
    entry = table("roles").get(role) or table("roles").get(re.sub(rf"^{_DEPUTY} ", "", role), {})
    return bool(entry.get("title"))


def is_between(role: str) -> bool:
    """Tells whether a role links its body to another, which words before it name: "board liaison"."""
    return bool(table("roles").get(role.split()[-1], {}).get("between"))


def canonical_role(label: str) -> str | None:
    """The canonical role of a label such as "Vice Chairs" or "Current chairs:", or None."""
    # Several kinds of lines are asked for one and the same label. Long ones are not kept.
    return _role_before(label) if len(label) <= _LONGEST_KEPT else _role_of(label)


@lru_cache(maxsize=4096)
def _role_before(label: str) -> str | None:
    return _role_of(label)


def _role_of(label: str) -> str | None:
    words = re.sub(r"[^\w\s()-]", " ", label)
    words = re.sub(
        r"^\W*(?:current|acting|interim|new|our|the|group|committee)\s+", "", words.strip(), flags=re.IGNORECASE
    )
    words = re.sub(rf"^\W*{_RANK}", "", words, flags=re.IGNORECASE)
    key = re.sub(rf"^(?P<role>.+) {_EMERITI}$", r"emeritus \g<role>", _key(words.strip(" -")))
    return _forms().get(key) or _beside(key)


@cache
def role_verbs() -> dict[str, str]:
    """Verb forms ("chairs", "chaired", "led") with their canonical role."""
    verbs: dict[str, str] = {}
    for role, entry in table("roles").items():
        for verb in entry["verbs"]:
            stem = verb[:-1] if verb.endswith("e") else verb
            for form in (verb, verb + "s", stem + "ed", stem + "ing"):
                verbs.setdefault(form, role)
        for form in entry.get("past", []):
            verbs.setdefault(form, role)
    return verbs
