"""The tense of the clause that a word stands in, from tags and the dependency parse."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from spacy.tokens import Doc, Span, Token

from articlelens.temporal import Tense
from articlelens.temporal.lexicon import MONTHS, WEEKDAYS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
AUXILIARIES: Final = frozenset({"aux", "auxpass"})
# what hangs on these is yet to come
AHEAD: Final = _words(
    "deadline scheduled rescheduled due slated set expected forecast plans planned planning hopes upcoming expires "
    "ready likely booked pencilled earmarked"
)
# what is traded for a month is delivered in the coming one: "wheat for July delivery", "the May contract"
TRADED: Final = _words("future futures delivery contract contracts settlement")
# what exchanges trade by the month of its delivery: "December wheat rose"; not "December wheat exports"
COMMODITIES: Final = _words(
    "wheat corn maize soybeans soybean soymeal soyoil oats rice canola rapeseed cotton coffee cocoa sugar cattle hogs "
    "lumber copper aluminium aluminum nickel zinc gold silver platinum palladium crude brent wti gasoline diesel gasoil"
)
TRADED_BEHIND: Final = TRADED | _words("oil crude meal")
# what is moved to a day has it yet to come: "postponed to Friday"
MOVED: Final = _words(
    "move moved postpone postponed delay delayed push pushed put shift shifted reschedule rescheduled bring brought "
    "defer deferred extend extended adjourned forward back"
)
# "would" and "might" are the future of reported speech ("said it would")
FUTURE: Final = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "may", "might", "should", "must"})
UNSURE: Final = frozenset({"can", "could", "may", "might"})
POSSIBLE: Final = frozenset({"can", "could"})
# verbs whose infinitive is yet to come: "plans to meet"
PLANNING: Final = _words(
    "plan plans planned planning expect expects expected want wants wanted hope hopes hoped intend intends "
    "intended vow vows vowed agree agrees agreed decide decided aim aims aimed promise promised pledge pledged "
    "prepare prepares preparing prepared need needs needed going scheduled due set slated is are was were be "
    "likely ready"
)
# in the present tense these tell what was said or seen: "the report says Friday's fire was set"
SPEAKING: Final = _words(
    "say says tell tells show shows report reports suggest suggests indicate indicates reveal reveals describe "
    "describes confirm confirms claim claims insist insists think thinks believe believes mean means remember "
    "remembers recall recalls know knows cover covers compare compares include includes"
)
# verbs of the past whose object may be yet to come: "announced a vote in January"
ANNOUNCING: Final = PLANNING | _words(
    "announce announced propose proposed call called seek sought demand demanded offer offered approve approved back "
    "backed order ordered say said tell told ask asked urge urged discuss discussed consider considered predict "
    "predicted forecast foresaw wait waited"
)
# whose object happens when they do: "will miss Tuesday's game"; not "will discuss Tuesday's vote"
TAKING_PART: Final = _words(
    "miss attend skip host face play start join contest sit enter defend boycott chair return travel go compete feature"
)
TOWARDS: Final = _words("for in at to into")
# who is that for a game has it before him: "is doubtful for Saturday's derby"
FITNESS: Final = _words("doubtful doubt available unavailable suspended fit ineligible eligible ruled")
# in the present tense, what somebody says with these lies ahead: "sees inflation slowing by December"
FORESEEING: Final = _words(
    "expect expects see sees forecast forecasts predict predicts project projects anticipate anticipates foresee "
    "foresees envisage envisages"
)
STARTING: Final = _words("from starting beginning")
# of the present tense, these tell how things are: "it is cold in January"; places are that on their days
BEING: Final = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "has", "have"})
OPEN: Final = _words("open closed shut off back")
# what ends a sentence, but no headline; a headline tells the past in the present tense
STOPS: Final = frozenset('.!?…"”’') | {"..."}
OPENING: Final = frozenset('"“‘')  # what a quotation begins with
MAX_LINE: Final = 60  # tokens up to the end of a sentence; no headline is longer
LOOKING_AHEAD: Final = ANNOUNCING | AHEAD
MAX_REACH: Final = 40  # tokens between a verb and what tells its tense
MAX_CLIMB: Final = 12


def tense_at(doc: Doc, start: int, end: int) -> Tense | None:
    """The tense of the clause around ``doc.text[start:end]``, in a parsed document; None where there is no verb."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    return _in_so_long(span.root) if span.root.lower_ == "in" else _of_clause(span)


def _of_clause(span: Span) -> Tense | None:
    """The tense of the clause around a date that stands in it as a day or a month does."""
    before = span.doc[span.start - 1] if span.start else None
    told = _by_neighbour(span, before)
    if told is not None:
        return told
    if _is_of_telling(span):
        return "past"
    tense = _climb(span)
    if tense in ("past", "future") and span.root.lower_ not in WEEKDAYS and _is_of_noun(span.root):
        return None  # "the prize for May went to her": the verb says when it went, not which May
    if tense == "past" and before is not None and _is_done(span, before):
        return "done"
    if tense == "present" and (_has_day(span, before) or _is_scheduled(span, before)):
        return "future"  # "the vote is on Friday": what is over, news tells in the past
    return tense


def _by_neighbour(span: Span, before: Token | None) -> Tense | None:  # noqa: PLR0911 - one return a word
    """The tense that the noun behind it, or the word before it, tells without the clause."""
    behind = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    if behind in TRADED or span.root.head.lower_ in TRADED or _is_delivery(span, before):
        return "future"
    if before is None:
        return None
    if before.lower_ in STARTING and behind in FUTURE:
        return "future"  # "tax cuts from July 1 would add to prices", wherever the parser hangs it
    if before.lower_ == "since" or (before.tag_ == "VBD" and before.lower_ not in AHEAD):
        return "done" if before.lower_ == "since" else "past"  # "said Friday", wherever the parser hangs it
    if before.lower_ in ("until", "till"):
        return _until(span)
    if before.lower_ == "of" and before.i and span.doc[before.i - 1].lower_ == "ahead":
        return "planned"  # "ahead of Friday's vote"
    return _behind(before, span.root) if before.lower_ in ("to", "for") else None


def _is_delivery(span: Span, before: Token | None) -> bool:
    """``December wheat rose``: a month right before what is traded for it, and no other noun behind that."""
    doc, i = span.doc, span.end
    if i >= len(doc) or doc[i].lower_ not in COMMODITIES or span[-1].lower_ not in MONTHS:
        return False
    while i + 1 < len(doc) and doc[i + 1].lower_ in TRADED_BEHIND:
        i += 1
    noun = i + 1 < len(doc) and doc[i + 1].tag_[:2] == "NN"
    return not noun and (before is None or before.dep_ != "prep")  # "in December gold rose" is of that month


def _is_of_telling(span: Span) -> bool:
    """``said on Monday it will open schools``: without ``that`` the parser gives the day to what was said."""
    phrase = span.root.head if span.root.head.lower_ == "on" else span.root
    said = next((above.head for above in _above(phrase) if above.dep_ == "ccomp"), phrase)
    first = min(phrase.i, span.start)
    return (
        said.tag_ == "VBD"
        and said.lower_ in ANNOUNCING
        and said.i < first <= span.start < phrase.head.i
        and span.doc[first - 1].tag_[:2] in ("VB", "NN", "PR")  # no "that", comma or quotation mark between them
        and not any(token.is_punct for token in span.doc[span.end : span.end + 1])
    )


def _has_day(span: Span, before: Token | None) -> bool:
    """Whether the verb has the day as its own: ``meets Friday``, ``meets on Monday and Friday``, ``at the weekend``."""
    if before is not None and before.tag_ in ("VBZ", "VBP"):
        return before.lower_ not in SPEAKING
    if span.root.dep_ == "nsubj":
        return True  # "Monday marks a year since the quake"
    words = {token.lower_ for token in span} | {span.root.head.lower_} | ({before.lower_} if before else set())
    if span.root.dep_ == "conj":
        words.add(span.root.head.head.lower_)
    return bool(words & {"on", "at"})


def _is_done(span: Span, before: Token) -> bool:
    """Whether a verb of the past has the date as its own: ``resigned in June``; not ``called for talks in June``.

    With a day the verb must stand right before it: ``resigned on June 5``; not ``invited them to talks on June 5``.
    """
    verb = before.head
    beside = before.i == verb.i + 1
    return (
        (before.lower_ == "in" or (before.lower_ == "on" and beside))
        and span.root.head == before
        and verb.tag_ in ("VBD", "VBN")
        and (beside or not {verb.lower_, *(child.lower_ for child in _children(verb))} & LOOKING_AHEAD)
    )


def _is_scheduled(span: Span, before: Token | None) -> bool:
    """Whether a verb of the present has the date as its own: ``opens in May``, ``vote again Thursday``."""
    if before is not None and before.lower_ == "in" and span.root.head == before and span.root.lower_ in MONTHS:
        verb = before.head
        found = verb.tag_ in ("VBZ", "VBP") and verb.lower_ not in BEING
    elif span.root.dep_ == "npadvmod" and span.root.lower_ in WEEKDAYS:
        verb = next((above for above in _above(span.root) if above.tag_ in VERBS and above.dep_ != "acomp"), span.root)
        found = verb.lower_ not in BEING or any(child.lower_ in OPEN for child in _children(verb))
    else:
        return False
    being = any(child.lower_ == "being" for child in _children(verb))  # "is being held Monday" is so already
    return found and not being and verb.lower_ not in SPEAKING and not _is_headline(span)


def _is_headline(span: Span) -> bool:
    """Whether no full stop ends the line."""
    last = span[-1]
    for token in span.doc[span.end : span.end + MAX_LINE]:
        if token.is_sent_start or "\n" in token.text:
            break
        last = token
    return last.i < span.end + MAX_LINE - 1 and last.text not in STOPS


def _in_so_long(preposition: Token) -> Tense | None:
    """The tense of the verb that ``in two weeks`` says the day of; not of ``will build 500 homes in two years``.

    What is counted is done by then, and what may be is no date.
    """
    verb = preposition.head
    if verb.lower_ in AHEAD and verb.tag_ not in VERBS:
        return _of_plan(verb)
    if verb.tag_ not in VERBS or any(child.lower_ in UNSURE or _is_number(child) for child in _children(verb)):
        return None
    tense = next((found for above in _above(verb) if above.tag_ in VERBS and (found := _tense_of(above))), None)
    scheduled = verb.lower_ not in BEING | SPEAKING and not _is_headline(
        preposition.doc[preposition.i : preposition.i + 1]
    )
    return "future" if tense == "present" and scheduled else tense


def _is_number(child: Token) -> bool:
    """Whether what hangs on a verb says how much or how many."""
    counting = child.dep_ in ("dobj", "attr", "npadvmod", "nsubjpass")
    return counting and any(below.dep_ == "nummod" or below.tag_ == "CD" for below in (child, *_children(child)))


def _behind(before: Token, root: Token) -> Tense | None:
    """``postponed to Friday``, ``futures for May``: what is yet to come by the word that has it."""
    head = before.head if before.head != root else root.head
    if before.lower_ == "for" and root.lower_ in WEEKDAYS and root.dep_ == "pobj" and head.tag_ in ("VBN", "JJ"):
        return "planned"  # "a rally called for Saturday"
    if before.lower_ == "for" and root.dep_ == "poss" and before.nbor(-1 if before.i else 0).lower_ in FITNESS:
        return "planned"
    words = MOVED if before.lower_ == "to" else TRADED | COMMODITIES | TRADED_BEHIND
    return "future" if head.lower_ in words else None


def _is_of_noun(token: Token) -> bool:
    """Whether it belongs to a noun by ``for``: ``the data for May``, ``figures for the July-September quarter``."""
    above = next((above for above in _above(token) if above.tag_ in VERBS or above.dep_ == "prep"), token)
    return above.lower_ == "for" and above.head.tag_.startswith("NN")


def _children(token: Token) -> Iterator[Token]:
    """The tokens near a token that hang on it.

    ``token.children`` goes through all that is below it at each asking, and a page of days may hang on one token.
    """
    first = max(token.left_edge.i, token.i - MAX_REACH)
    last = min(token.right_edge.i, token.i + MAX_REACH)
    return (near for near in token.doc[first : last + 1] if near.head == token and near != token)


def _above(token: Token) -> Iterator[Token]:
    """A token and what it hangs on, up to the root."""
    for _ in range(MAX_CLIMB):
        yield token
        if token.head == token:
            return
        token = token.head


def _climb(span: Span) -> Tense | None:
    """The tense of the first verb above ``span`` that has one of its own; the "am" of "2.30 am" is none."""
    possessive = span.root.dep_ == "poss"
    for above in _above(span.root):
        if span.start < above.i < span.end:
            continue
        if above.dep_ == "acomp" and above.head.tag_ in VERBS and above.lower_ not in AHEAD:
            continue  # "remains closed Monday" is in the tense of "remains"
        found = _tense_of(above) if above.tag_ in VERBS else _of_plan(above) if above.lower_ in AHEAD else None
        if found is not None:
            return "future" if found == "present" and _is_foreseen(span, above) else found
        if (
            possessive
            and above.head.tag_ in VERBS
            and above.dep_ not in ("nsubj", "nsubjpass")
            and not _takes_part(above)
        ):
            return "past"  # "discuss Friday's vote": it is the vote that has the day
    return None


def _takes_part(event: Token) -> bool:
    """Whether somebody is to be at an event: ``will miss Tuesday's game``, ``could return for Friday's final``."""
    beside = event.dep_ in ("dobj", "npadvmod") or (event.dep_ == "prep" and event.lower_ in TOWARDS)
    return beside and event.head.lower_ in TAKING_PART and _tense_of(event.head) == "future"


def _is_foreseen(span: Span, verb: Token) -> bool:
    """Whether the date is that of what the verb foresees: ``expects cuts starting in May``, ``sees 3% by May``."""
    if verb.lower_ not in FORESEEING or verb.i > span.start:
        return False
    between = span.doc[verb.i + 1 : span.start][-MAX_REACH:]
    by = len(between) > 0 and between[-1].lower_ in ("by", "starting", "beginning")
    return by or any(above.tag_ == "VBG" and above.dep_ == "ccomp" for above in _above(span.root))


def _of_plan(word: Token) -> Tense:
    """``due in March``: in the future, but only that of a clause of the past in ``was due``, ``due then, was late``."""
    helpers = [child.tag_ for child in _children(word) if child.dep_ in AUXILIARIES]
    if helpers or word.tag_ == "VBD":
        return "planned" if "VBD" in (*helpers, word.tag_) else "future"
    for above in islice(_above(word), 1, None):
        if above.tag_ in VERBS and (tense := _tense_of(above)) is not None:
            return "planned" if tense in ("past", "planned") else "future"
    return "future"


def _until(span: Span) -> Tense:
    """``postponed until Friday`` looks ahead; ``until Friday, nobody had known`` looks back."""
    token = span.root
    for token in _above(span.root):
        if token.tag_ in VERBS:
            break
    negated = any(child.dep_ == "neg" for child in _children(token))
    return "past" if token.i > span.start or negated else "future"


def _is_request(verb: Token) -> bool:
    """Whether it is an imperative: ``"See you on Monday," she said.``"""
    if verb.tag_ != "VB" or any(child.dep_ in {*AUXILIARIES, "nsubj", "nsubjpass"} for child in _children(verb)):
        return False
    first = verb.nbor(-1) if verb.i and verb.nbor(-1).lower_ == "please" else verb
    return bool(first.is_sent_start) or first.i == 0 or first.nbor(-1).text in OPENING


def _tense_of(verb: Token) -> Tense | None:  # noqa: PLR0911 - one return a form
    """The tense of a verb with its auxiliaries; None for a form that has it from the clause above."""
    helpers = [child for child in _children(verb) if child.dep_ in AUXILIARIES]
    words = {helper.lower_ for helper in helpers} | ({verb.lower_} if verb.tag_ == "MD" else set())
    if words & FUTURE:
        return "past" if "have" in words else "future"
    if words & POSSIBLE:  # "could not be reached Friday"
        negated = any(child.dep_ == "neg" for child in _children(verb))
        return "past" if negated or "have" in words else "future"
    if verb.lower_ in AHEAD and (verb.tag_ == "VBN" or (verb.tag_ != "VB" and verb.lower_ != "set")):
        return _of_plan(verb)
    if any(helper.tag_ == "TO" for helper in helpers):
        if verb.head == verb or verb.head.lower_ not in PLANNING:
            return None
        return "planned" if verb.head.tag_ == "VBD" else "future"
    tags = {helper.tag_ for helper in helpers} | {verb.tag_}
    if _is_request(verb):
        return "future"
    if verb.tag_ == "VB" and not helpers and verb.head == verb and any(c.dep_ == "nsubj" for c in _children(verb)):
        return "present"  # tagged like an infinitive: "Tickets go on sale Friday"
    if "VBD" in tags or (verb.tag_ == "VBN" and (not helpers or words & {"has", "have", "'ve", "’ve"})):
        return "past"
    if verb.tag_ == "VBN" or tags & {"VBZ", "VBP"}:
        return "present"
    return None
