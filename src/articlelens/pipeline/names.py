"""``articlelens_names``: the mentions of people, organizations and places.

Takes the entity recognizer's spans (OntoNotes labels, Weischedel et al. 2013) as one witness among several, and repairs
them over the whole document: where names begin and end, what class they are of, and where they were missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from articlelens.pipeline.annotations import NAMES, Item, annotate
from articlelens.pipeline.naming.acronyms import Pair, find_pairs
from articlelens.pipeline.naming.also import find_also
from articlelens.pipeline.naming.boundaries import Like
from articlelens.pipeline.naming.candidates import find_candidates
from articlelens.pipeline.naming.classes import classify
from articlelens.pipeline.naming.couples import find_couples
from articlelens.pipeline.naming.datelines import find_datelines
from articlelens.pipeline.naming.duties import find_boards
from articlelens.pipeline.naming.firms import find_firms
from articlelens.pipeline.naming.framed import find_framed, refuse_families, refuse_goods
from articlelens.pipeline.naming.genders import tell_genders
from articlelens.pipeline.naming.groups import find_groups
from articlelens.pipeline.naming.headlines import without_headline_words
from articlelens.pipeline.naming.hyphens import find_hyphenated
from articlelens.pipeline.naming.known import find_known
from articlelens.pipeline.naming.likeness import Likeness
from articlelens.pipeline.naming.listed import Finder, without_longer
from articlelens.pipeline.naming.monograms import class_monograms
from articlelens.pipeline.naming.namesakes import part_namesakes
from articlelens.pipeline.naming.nested import find_nested
from articlelens.pipeline.naming.nicknames import find_nicknamed
from articlelens.pipeline.naming.repeats import NAMES as NAME_CLASSES
from articlelens.pipeline.naming.repeats import find_repeats
from articlelens.pipeline.naming.roles import find_roles
from articlelens.pipeline.naming.view import Mention, View, is_stopped, key
from articlelens.watchlists import Watchlist, read_watchlist

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Names:
    """Finds the names of a document.

    The items of ``doc.spans["articlelens.names"]`` have ``start`` and ``end`` (code points), ``class`` and ``rules``,
    the names of the rules and kinds of evidence that made, moved and classed the mention; ``subject`` says whether the
    name is the subject of its clause, ``roles`` what is said of a person beside it, ``gender`` how the text speaks of
    a person where two may share a surname, ``full`` the whole name where a surname is written once for two people,
    ``listed`` which name of the watchlist it was found by.  The group's ``acronyms`` are the pairs ``[long, short]``
    that brackets tie together, its ``also`` those ``[name, other]`` of which the text says so ("X, known as Y").

    Args:
        watchlist: Names to find wherever they stand, whatever the entity recognizer says.
    """

    def __init__(self, watchlist: Watchlist | None = None) -> None:
        self._likeness: Likeness | None = None
        self.watch(watchlist)

    def watch(self, watchlist: Watchlist | None) -> None:
        """Takes ``watchlist`` in place of the one before."""
        self._finder = Finder(watchlist or Watchlist())

    def __call__(self, doc: Doc) -> Doc:
        if self._likeness is None:
            self._likeness = Likeness(doc.vocab)
        view = View.of(doc)
        spans = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
        mentions, pairs, found = find_mentions(view, spans, self._likeness, self._finder.find(view))
        acronyms = [[view.surface(m.start, m.end) for m in (pair.long, pair.short)] for pair in pairs]
        also = [[view.surface(m.start, m.end) for m in names] for names in found]
        annotate(doc, NAMES, _items(view, mentions), label="class", acronyms=acronyms, also=also)
        return doc


def find_mentions(
    view: View, spans: Sequence[tuple[int, int, str]], likeness: Likeness, listed: Sequence[Mention] = ()
) -> tuple[list[Mention], list[Pair], list[tuple[Mention, Mention]]]:
    """The names of a document, in text order, which of them are another's acronym, and which the text gives as another.

    Args:
        view: The document.
        spans: What the entity recognizer found: first token, token behind the last one, OntoNotes label.
        likeness: What words are like.
        listed: The names of the user's list.
    """
    candidates, pairs = prepare(view, spans, likeness.kind, listed)
    classify(view, candidates, likeness.kind)
    pairs = _agree(view, pairs, candidates)
    refuse_goods(view, candidates)
    refuse_families(view, candidates)
    also = find_also(view, candidates)
    class_monograms(view, candidates)
    repeats = find_repeats(view, candidates)
    names = [mention for mention in candidates if mention.kind in NAME_CLASSES]
    names += repeats
    part_namesakes(view, names)
    tell_genders(view, names, likeness.is_feminine)
    return sorted([*names, *find_nested(view, names)], key=lambda mention: mention.start), pairs, also


def prepare(
    view: View, spans: Sequence[tuple[int, int, str]], like: Like, listed: Sequence[Mention] = ()
) -> tuple[list[Mention], list[Pair]]:
    """All that may be a name, in text order, not yet classed, and which may be another's acronym."""
    shaped = [
        *find_datelines(view),
        *find_framed(view),
        *find_nicknamed(view, like),
        *find_hyphenated(view),
        *find_firms(view),
        *find_groups(view, like),
        *find_boards(view),
    ]
    candidates = _without_overlaps(shaped, without_headline_words(view, find_candidates(view, spans, like), like))
    candidates = _without_overlaps(find_known(view, candidates), candidates)
    candidates = _without_overlaps(find_couples(view, candidates, like), candidates)
    listed = without_longer(listed, candidates)
    candidates = _without_overlaps(listed, candidates)
    pairs = find_pairs(view, candidates)
    paired = _without_overlaps([m for pair in pairs for m in (pair.long, pair.short)], candidates)
    return _without_overlaps(listed, paired), pairs


def _without_overlaps(sure: Iterable[Mention], others: Iterable[Mention]) -> list[Mention]:
    """``sure`` mentions, and those of the others that overlap none of them, in text order."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in [*sure, *others]:
        tokens = range(mention.start, mention.end)
        if taken.isdisjoint(tokens):
            kept.append(mention)
            taken.update(tokens)
    return sorted(kept, key=lambda mention: mention.start)


def _agree(view: View, pairs: Sequence[Pair], mentions: Sequence[Mention]) -> list[Pair]:
    """Gives acronyms the class of their long forms, everywhere; returns the pairs that hold.

    Where the letters do not fit, only an organization's long form counts: what stands in brackets behind a person or
    a place is more often a party, a state or a club.
    """
    held = [pair for pair in pairs if pair.spelled or pair.long.kind == "organization"]
    kinds = {key(view, pair.short): pair.long.kind for pair in held}
    for mention in mentions:
        kind = kinds.get(key(view, mention))
        if kind and kind != mention.kind and not mention.listed:
            mention.kind = kind
            mention.rules.append("acronym")
    return [pair for pair in held if pair.long.kind in NAME_CLASSES]


def _items(view: View, mentions: Sequence[Mention]) -> list[Item]:
    taken = {token for mention in mentions for token in range(mention.start, mention.end)}
    found: list[Item] = []
    for mention in mentions:
        start, end = view.starts[mention.start], view.ends[mention.end - 1]
        end -= is_stopped(view.end_word(mention))
        while start < end and not view.text[start].isalnum():
            start += 1
        while end > start and not view.text[end - 1].isalnum() and view.text[end - 1] not in ".!)":
            end -= 1
        if end < len(view.text) and view.text[end] == ")" and "(" in view.text[start:end]:
            end += 1  # "NP(U)" is one token and a bracket
        if start < end:
            found.append(
                {
                    "start": start,
                    "end": end,
                    "class": mention.kind,
                    "rules": mention.rules,
                    "subject": view.deps[mention.end - 1] in SUBJECTS,
                    "roles": find_roles(view, mention, taken) if mention.kind == "person" else [],
                    "listed": mention.listed,
                    "gender": mention.gender,
                    "full": mention.full if mention.kind == "person" else "",
                }
            )
    return found


@Language.factory("articlelens_names", requires=["doc.ents"], assigns=["doc.spans"], default_config={"watchlist": None})
def make_names(nlp: Language, name: str, watchlist: str | None) -> Names:
    """The factory of ``articlelens_names``.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        watchlist: A file of names to watch for, see :func:`articlelens.watchlists.read_watchlist`.
    """
    return Names(read_watchlist(watchlist) if watchlist else None)
