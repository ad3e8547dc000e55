"""The words by which it is told what a figure counts, by what they do."""

from __future__ import annotations

from typing import Final

from articlelens.quantities.wordsets import wordset

# Nouns that say how much and not of what: a total of, an average of.
LIGHT: Final = frozenset(
    {"total", "average", "sum", "amount", "maximum", "minimum", "equivalent", "excess", "record", "age"}
)
SPENDING: Final = wordset("pay pays paid paying spend spends spent spending invest invests invested investing")
# Between an article and another figure before the noun: an estimated 30,000 pilgrims.
ADDED: Final = frozenset({"estimated", "further", "additional", "average"})
# Participles that describe the noun before them, with a comma or without.
DESCRIBING: Final = wordset(
    "worth ranging priced valued starting costing totaling totalling averaging measuring weighing"
)
# Who speaks is not what is measured.
SPEECH: Final = wordset("say says said saying tell tells told telling report reports reported reporting")
# Whose object is who hears it.
TELLING: Final = wordset("tell tells told telling")
# Who foresees or imposes an amount is not what it is of: economists had forecast $5bn, the court fined him $500.
FORESEEING: Final = wordset(
    "forecast forecasts expect expects expected predict predicts predicted anticipate anticipated projected foresee "
    "fine fines fined jail jailed sentence sentenced"
)
# Who is counted by what became of them, whatever the parser makes of "at least 200 injured in the crash".
CASUALTIES: Final = wordset(
    "killed dead injured hurt wounded missing displaced arrested detained homeless hospitalised hospitalized infected "
    "evacuated rescued trapped stranded"
)
# Behind such a word, what shows that it is a verb with an object.
OBJECT_TAGS: Final = frozenset({"DT", "PRP", "PRP$", "CD"})
DASHES: Final = frozenset({"-", "–"})
# Behind a number that stands for what it counts: injured 40 more; not before a noun with its adjectives.
MORE: Final = "more"
DESCRIPTION_TAGS: Final = frozenset({"JJ", "VBN", "VBG", "IN"})
# Whose object says how many its subject is: attendance topped 40,000.
REACHING: Final = wordset(
    "topped tops exceeded exceeds surpassed surpasses reached reaches reach hit hits totalled totaled totals numbered "
    "numbers averaged averages neared approached"
)
# Behind an amount, what is thought of it rather than what it is of: the $24bn expected.
FORESEEN: Final = wordset(
    "expected forecast forecasted adjusted estimated projected predicted anticipated planned reported quoted targeted"
)
