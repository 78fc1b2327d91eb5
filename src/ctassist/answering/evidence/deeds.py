"""What a question says was done: a passage must say it too, and not its opposite."""

import re
from functools import cache

from ctassist.answering.evidence.posts import tells_of_other_post
from ctassist.answering.terms import fold, is_light, light_stems, stem, table, tokens

_BEFORE_NOUN = re.compile(r"the|an?|its|their|his|her|our|of|for|on|in|at|with|by|and|or|to|from")
"""Behind these stands a noun or what describes it: "the ban", "the damaged maps"."""
_AUXILIARY = re.compile(r"\b(?:did|does|do|will|would|can|could|must|should|may)\b", re.IGNORECASE)


_WHO = re.compile(r"\s*(?:who|which \w+)(?: will| has| have)? ", re.IGNORECASE)


@cache
def _telling_of_whom() -> frozenset[str]:
    """Stems of verbs that merely ask elsewhere, but behind "who" tell what somebody did."""
    return frozenset(map(stem, ["print", "open", "speak", "sign"]))


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in table("opposites")["pairs"]:
        one, other = (frozenset(map(stem, side)) for side in pair)
        for own, against in ((one, other), (other, one)):
            for word in own:
                found[word] = found.get(word, frozenset()) | against
    return found


@cache
def _verbs() -> frozenset[str]:
    """Stems of verbs, by which the one behind "did" and a name is known."""
    words = {word for words in table("synonyms")["verbs"] for word in words if " " not in word}
    return frozenset(map(stem, [*words, *table("words")["irregular_verbs"]])) | frozenset(_opposites())


_AGREED = re.compile(r"\b(?:MoUs?|[Mm]emorand(?:um|a) of [Uu]nderstanding)\b")


def implied_deeds(text: str) -> frozenset[str]:
    """The stems of what was done with what a text names: there is no memorandum that nobody signed."""
    return (
        frozenset(map(stem, ["sign", "signed", "conclude", "concluded", "agree", "agreed"]))
        if _AGREED.search(text)
        else frozenset()
    )


def is_opposite(question: str, held: frozenset[str]) -> bool:
    """Tells whether words have the opposite of what a question says: "closed" where "opened" is asked for."""
    return any(
        token.stem not in held and held & _opposites().get(token.stem, frozenset()) for token in tokens(question)
    )


def deeds(question: str) -> frozenset[str]:
    """The stems of the verbs that tell what was done: "signed", "built", "did the board reject"."""
    asked = _AUXILIARY.search(question)
    words = tokens(question)
    found = set()
    for before, token in zip(["", *(fold(word.text) for word in words)], words, strict=False):
        if _BEFORE_NOUN.fullmatch(before) or not token.text.islower():
            continue
        if is_light(token):
            if _WHO.fullmatch(question[: token.start]) and token.stem in _telling_of_whom():
                found.add(token.stem)
            continue
        participle = (token.text.endswith("ed") and len(token.text) > 4) or token.text in _irregular_pasts()
        infinitive = asked is not None and token.start > asked.end() and token.stem in _verbs()
        if participle or infinitive:
            found.add(token.stem)
    return frozenset(found)


_YES_NO = re.compile(
    r"\W*(?:and\s+|but\s+|so\s+)?(?:is\s+it\s+(?:true|correct)\s+that\s+)?(?:(?P<base>did|does|do|will|would|can|could)"
    r"|has|have|had|was|were|is|are)\b",
    re.IGNORECASE,
)


def asked_deeds(question: str) -> frozenset[str]:
    """The stem of the verb of a question for yes or no, if it tells: "did X join Y", "has X been closed"."""
    asked = _YES_NO.match(question)
    if asked is None:
        return frozenset()
    words = [token for token in tokens(question) if token.start >= asked.end()]
    for before, token in zip(["", *(fold(word.text) for word in words)], words, strict=False):
        word = fold(token.text)
        if _BEFORE_NOUN.fullmatch(before) or not token.text.islower():
            continue
        past = (word.endswith("ed") and len(word) > 4) or word in _irregular_pasts()
        is_verb = token.stem in _verbs() | light_stems() and not past and not word.endswith(("ing", "s"))
        if is_verb if asked["base"] else past:
            return frozenset([token.stem]) & _telling()
    return frozenset()


@cache
def _telling() -> frozenset[str]:
    """Stems of the verbs that tell what was done, where elsewhere they merely ask, and of those that have opposites."""
    return (light_stems() | frozenset(_opposites())) - frozenset(map(stem, table("words")["empty_verbs"]))


def exact_deeds(question: str) -> frozenset[str]:
    """The stems of the verbs of a question that no passage leaves out or says otherwise: "joined", "won"."""
    exact = frozenset(map(stem, table("words")["exact_verbs"]))
    return frozenset(token.stem for token in tokens(question) if token.text.islower()) & exact


def tells_deed(question: str) -> bool:
    """Tells whether a question has a verb that says what was done: "What was signed?" asks for something."""
    return any(token.text.islower() and token.stem in _telling() for token in tokens(question))


def is_of_another(question: str, text: str) -> bool:
    """Tells whether a text tells of somebody else what is asked: "Ada retired. Then came Ben." of Ben's retiring.

    A sentence with a pronoun may go on about who was named before. Who has another post is somebody else too.
    """
    if tells_of_other_post(question, text) or _leaves_instead(question, text):
        return True
    sentences = _SENTENCE_END.split(text)
    names = {token.stem for token in tokens(question)[1:] if token.text[0].isupper()}
    done = deeds(question)
    if len(sentences) < 2 or not names or not done:
        return False
    telling = [sentence for sentence in sentences if done <= {token.stem for token in tokens(sentence)}]
    return bool(telling) and all(_names_only_others(sentence, names) for sentence in telling)


_LEAVES = (
    r"(?:step(?:s|ped|ping)?\s+(?:down|back|aside)|st(?:and|ands|ood|anding)\s+down|resign(?:s|ed|ing)?|retir(?:es?|ed|ing)"
    r"|quit(?:s|ting)?|leav(?:es?|ing)|left|withdr(?:aws?|ew|awing)|relinquish(?:es|ed|ing)?|vacat(?:es?|ed|ing)"
    r"|g[ai]v(?:es?|ing)\s+up|depart(?:s|ed|ing)?)\b"
)
_LEAVING = re.compile(rf"\b{_LEAVES}", re.IGNORECASE)
_LEAVER = re.compile(
    rf"\b(?:did|does|do|has|have|had|will|is|was)\s+(?P<whom>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)+)\s+(?:[a-z]+\s+)?{_LEAVES}"
)
"""Asks of somebody's leaving: "When did Ana Roe step down?"."""
_CLAUSE_END = re.compile(r"[.;]\s+|,\s+(?:and|while|but|whereas)\s+")


def _leaves_instead(question: str, text: str) -> bool:
    """Tells whether somebody else leaves in a text than who is asked about: "Bo left; Ana Roe now leads alone"."""
    asked = _LEAVER.search(question)
    if asked is None:
        return False
    last = re.compile(rf"\b{re.escape(asked['whom'].split()[-1])}\b", re.IGNORECASE)
    clauses = [(clause, _LEAVING.search(clause)) for clause in _CLAUSE_END.split(text)]
    before = [clause[: leaving.start()] for clause, leaving in clauses if leaving]
    return bool(before) and not any(last.search(words) or PRONOUN.search(words) for words in before)


def _names_only_others(sentence: str, names: set[str]) -> bool:
    words = tokens(sentence)
    named = any(token.text[0].isupper() for token in words[1:])
    return named and names.isdisjoint(token.stem for token in words) and not PRONOUN.search(sentence)


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|them|his|her|hers|its|their|theirs|this|these|who|which)\b", re.IGNORECASE
)
"""Words by which a sentence goes on about who was named before."""


@cache
def _irregular_pasts() -> frozenset[str]:
    return frozenset(past for pasts in table("words")["irregular_verbs"].values() for past in pasts)


@cache
def _opening_with_what_is_signed() -> re.Pattern[str]:
    things = "|".join(table("words")["signed_things"])
    between = r"(?:a|an|the|new|and|of|on|for|with|between|&|[-–—,:]|[A-Z0-9][^\s|]*)"
    return re.compile(rf"\W*(?:{between}\s+)*(?i:{things})\b(?!\s+(?:was|were|is|are|will|has|have|had)\b)")


def is_signed_in_name(text: str) -> bool:
    """Tells whether a line without a verb names what was signed and by whom: "FYU – Guild MoU on ice charts"."""
    return _opening_with_what_is_signed().match(text) is not None


_SUCCEEDED = re.compile(
    r"\b[Ww]ho(?:\s+(?:will|has|is|would|then))?\s+(?i:succeed(?:ed|s)?|replac(?:ed|es|e|ing)|followed|took\s+over\s+from)\s+"
    r"(?P<whom>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)"
)
_SUCCEEDS = (
    r"\s+(?:(?:will|would|shall|has|have|is|was|be|been|now)\s+){0,3}"
    r"(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing|e)|follow(?:s|ed|ing)?|(?:tak(?:es|ing|en|e)|took)\s+(?:his|her|their|over))"
    r"\b(?!\s+by\b)"
)


_BEFORE_WHOM = re.compile(
    r"\b[Ww]ho\s+(?:(?:was|were|had|held|served|led|headed|chaired|ran)\b[^?,;]*?\s(?:before|ahead\s+of|prior\s+to)|preceded)\s+"
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?(?P<whom>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)(?=\s+as\s|\s*[?.!]?\s*$)"
)
"""Asks for who came before somebody: "Who was treasurer before Ana Roe?", "Who preceded Ana Roe as treasurer?"."""
_COMING_AFTER = (
    r"(?:succe(?:ed|eds|eded|eding)|replac(?:es|ed|ing|e)|follow(?:s|ed|ing)|in\s+succession\s+to|successor\s+(?:of|to)"
    r"|(?:tak(?:es|ing|en)|took)\s+over(?:\s+[\w-]+){0,6}?\s+from)"
)


_OF_CHANGE = re.compile(
    r"\b(?:succe(?:ed|ss)\w*|predecessors?|replac\w+|follow\w*|t(?:ook|ak\w+)\s+(?:over|office)|hand\w*\s+(?:over|on)|before"
    r"|former\w*|previous\w*|until|outgoing|ex|past|retir\w+|resign\w*|left|step\w*\s+down)\b",
    re.IGNORECASE,
)


_TO_WHOM = re.compile(r"\bto\s+(?:the\s+)?(?P<whom>[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and)\s+)?[A-Z][\w’'-]*)*)")


def tells_nothing_of_before(question: str, text: str) -> bool:
    """Tells whether a question asks who came before somebody, and a text tells who came after, or of no change."""
    asked = _BEFORE_WHOM.search(question)
    if asked is None:
        return False
    last = re.escape(asked["whom"].split()[-1])
    after = re.search(rf"\b{_COMING_AFTER}\s+(?:[\w.]+\s+){{0,4}}?{last}\b", text)
    return after is not None or not _OF_CHANGE.search(text)


def is_turned_round(question: str, text: str) -> bool:
    """Tells whether a text tells what a question asks, but the other way round.

    It may tell whom somebody succeeded, where it is asked by whom they were succeeded; or what somebody gave, where it
    is asked what was given to them.
    """
    asked = _SUCCEEDED.search(question)
    if asked is None:
        return _gave_instead(question, text)
    last = re.escape(asked["whom"].split()[-1])
    passive = rf"\b(?:succeeded|replaced|followed)\b[^.;]{{0,60}}?\bby\s+(?:[A-Z][\w’'-]*\s+){{0,3}}{last}\b"
    if re.search(passive, text, re.IGNORECASE):
        return True
    return re.search(rf"\b{last}{_SUCCEEDS}", text, re.IGNORECASE) is not None


@cache
def _giving() -> frozenset[str]:
    return frozenset(map(stem, table("words")["giving_verbs"]))


def _gave_instead(question: str, text: str) -> bool:
    """Tells whether somebody gave in a text to whom, by a question, something was given."""
    asked = _TO_WHOM.search(question)
    if asked is None or not any(token.stem in _giving() for token in tokens(question[: asked.start()])):
        return False
    whom = re.escape(asked["whom"])
    if re.search(rf"\bto\s+(?:the\s+)?{whom}\b", text):
        return False
    gave = re.search(rf"\b{whom}(?:\s+\([^()]*\))?\s+(?:(?:has|have|had|will|also|then)\s+)*(?P<verb>\w+)", text)
    return gave is not None and stem(gave["verb"]) in _giving()


_BECOME = re.compile(
    r"\b(?:become|became|becomes|made)\s+(?:an?|the|its|our|their)\s+(?:[\w-]+\s+){0,2}?(?P<what>[a-z]{3,}(?:er|or|ist|ian))\b",
    re.IGNORECASE,
)


def tells_becoming(question: str, text: str) -> bool:
    """Tells whether a text has the noun for whoever one has become, if that is asked: who reviewed is no reviewer."""
    asked = _BECOME.search(question)
    if asked is None or stem(asked["what"]) == fold(asked["what"]):
        return True  # "Member" is made of no verb, and whoever joined has become one.
    return re.search(rf"\b{re.escape(asked['what'])}s?\b", text, re.IGNORECASE) is not None
