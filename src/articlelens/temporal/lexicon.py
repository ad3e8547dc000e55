"""The words that dates are made of, as data: sets of words by what they do, and what each word stands for."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MONTH_NAMES: Final = _words("january february march april may june july august september october november december")
_MONTH_SHORT: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTHS: Final[dict[str, int]] = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, start=1)},
    **{name: number for number, name in enumerate(_MONTH_SHORT, start=1)},
    "sept": 9,
}

_WEEKDAY_NAMES: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: Final[dict[str, int]] = {name: number for number, name in enumerate(_WEEKDAY_NAMES, start=1)}
WEEKDAY_SHORT: Final[dict[str, int]] = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
WEEKDAYS_PLURAL: Final[dict[str, int]] = {f"{name}s": number for name, number in WEEKDAYS.items()}

# written with a full stop that is part of the word
DOTTED: Final = frozenset({*_MONTH_SHORT, "sept", *WEEKDAY_SHORT} - {"may"})
# words of everyday language unless they begin with a capital
CAPITAL_ONLY: Final = frozenset({*_MONTH_SHORT, "march", "august", "sept", *WEEKDAY_SHORT})
# months that are first names or verbs as well: alone they need a word before them that asks for a date
AMBIGUOUS_MONTHS: Final = frozenset({"may", "march", "august", "april", "june", "jan", "mar", "dec", "sep", "jun"})

SEASONS: Final[dict[str, str]] = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}

DAY_PARTS: Final[dict[str, str]] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI",
}  # fmt: skip
DAY_PARTS_PLURAL: Final[dict[str, str]] = {f"{name}s": part for name, part in DAY_PARTS.items()}
# moments with a clock time of their own
MOMENTS: Final[dict[str, str]] = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}

# units by their letter in ISO 8601 and how many of them one unit is; T marks the letters behind the T
UNITS: Final[dict[str, tuple[int, str]]] = {
    "day": (1, "D"), "week": (1, "W"), "fortnight": (2, "W"), "month": (1, "M"), "year": (1, "Y"),
    "decade": (10, "Y"), "century": (100, "Y"), "hour": (1, "TH"), "hr": (1, "TH"), "minute": (1, "TM"),
    "min": (1, "TM"), "second": (1, "TS"), "quarter": (3, "M"),
}  # fmt: skip
UNITS_PLURAL: Final[dict[str, tuple[int, str]]] = {
    **{f"{name}s": unit for name, unit in UNITS.items() if name != "century"},
    "centuries": (100, "Y"),
}

ORDINALS: Final[dict[str, int]] = {
    name: number
    for number, name in enumerate(
        _words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
}

_ONES: Final = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS: Final[dict[str, int]] = {
    name: 10 * number
    for number, name in enumerate(_words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
ONES: Final[dict[str, int]] = {name: number for number, name in enumerate(_ONES, start=1)}
NUMBER_WORDS: Final[dict[str, int]] = {**ONES, **TENS}
SCALES: Final[dict[str, int]] = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

FREQUENCIES: Final[dict[str, str]] = {
    "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
    "hourly": "PT1H", "fortnightly": "P2W",
}  # fmt: skip

# what "now" and its like point to; adjectives and adverbs alone, phrases are rules of the grammar
VAGUE: Final[dict[str, str]] = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF", "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF",
    "future": "FUTURE_REF",
}  # fmt: skip

# hours from UTC do not follow from most of these (CST, IST, BST): they stay in the mention, the value is local time
ZONES: Final = frozenset(
    _words(
        "gmt utc est edt et ct pt mt cst cdt pst pdt mst mdt bst cet cest eet eest msk ist jst kst hkt sgt wib "
        "aest aedt awst nzst nzdt sast eat wat akst hst"
    )
)
UNIVERSAL: Final = frozenset({"gmt", "utc"})

# minutes that are said before and behind the hour: "twenty past six"
TENS_OF_CLOCK: Final[dict[str, int]] = {"five": 5, "ten": 10, "twenty": 20}

RELATIVE_DAYS: Final[dict[str, int]] = {"yesterday": -1, "today": 0, "tomorrow": 1}

# which way a word beside a unit points from the date before it in the text
BACK: Final = frozenset({"earlier", "before", "previous", "prior"})
FORTH: Final = frozenset({"later", "after", "following", "next"})

DEICTIC: Final[dict[str, int]] = {
    "last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1,
}  # fmt: skip


def shift_of(word: str) -> int:
    """How many units a word moves: one back, one forth, or none (``that``, ``same``)."""
    return -1 if word in BACK else 1 if word in FORTH else 0


# a quarter or a half beside one of these is part of a game
GAME_WORDS: Final = frozenset(
    _words(
        "touchdowns? quarterback rebounds? scored scoring scoreless scoreline halftime half-time fumbles? "
        "dunks? fouls? "
        "interceptions? three-pointers? goals? goalless goalkeeper striker midfielder possession overtime playoffs? "
        "match kick-off kickoff coach league equali[sz]er penalty stadium"
    )
)

# a weekday or "Daily" before one of these is part of a newspaper's name
PAPERS: Final = frozenset(
    _words(
        "Times Mail Telegraph Express Mirror Post Star Tribune Herald Independent Monitor Standard Chronicle "
        "Gazette Examiner Dispatch Nation Beast Bulletin Observer Record Sport Show"
    )
)
# a number before a name and one of these is that of a house
STREETS: Final = frozenset(
    _words("St Street Ave Avenue Rd Road Blvd Boulevard Dr Drive Ln Lane Way Ct Court Hwy Highway Pl Place Terrace")
)

# days that everybody calls by their digits
KNOWN_DAYS: Final[dict[str, tuple[int, int, int]]] = {"9/11": (2001, 9, 11)}

# what stands before a month asks for a date, but these stand before people too: "of April Jones"
OF_PEOPLE: Final = frozenset({"of", "by", "for", "to", "and", "or", "between", "from", "as", "before", "after"})

# behind a number these are not what it counts
UNCOUNTED: Final = frozenset(
    _words(
        "is are was were has have had will would when where while but who which with under over he she it they we i "
        "his her its their local nearly almost about amid despite because if than there said says"
    )
)

# Every set that a pattern may name.  Members are words in lower case, or one of the lexer's own symbols in capitals.
SETS: Final[dict[str, frozenset[str]]] = {
    "MONTH": frozenset(MONTHS),
    "WEEKDAY": frozenset(WEEKDAYS),
    "WEEKDAYS": frozenset(WEEKDAYS_PLURAL),
    "WEEKDAY_ANY": frozenset(WEEKDAYS) | frozenset(WEEKDAY_SHORT),
    "SEASON": frozenset(SEASONS),
    "DAY_PART": frozenset(DAY_PARTS),
    "DAY_PARTS": frozenset(DAY_PARTS_PLURAL),
    "MOMENT": frozenset(MOMENTS),
    "UNIT": frozenset({"day", "week", "fortnight", "month", "year", "decade", "century"}),
    "UNITS": frozenset({"days", "weeks", "fortnights", "months", "years", "decades", "centuries"}),
    "CLOCK_UNIT": frozenset({"hour", "minute"}),
    "CLOCK_UNITS": frozenset({"hours", "minutes", "seconds", "hrs", "mins"}),
    "ANY_UNIT": frozenset({*UNITS} - {"quarter", "hr", "min", "second"}),
    "ANY_UNITS": frozenset({*UNITS_PLURAL}),
    "QUARTER_NUMBER": frozenset({"first", "second", "third", "fourth", "ORDINAL_DAY"}),
    "HALF_NUMBER": frozenset({"first", "second", "ORDINAL_DAY"}),
    "DAY": frozenset({"HOUR", "DAY_NUMBER", "ORDINAL_DAY"}),
    "YEAR_OF_ERA": frozenset({"HOUR", "DAY_NUMBER", "INTEGER", "YEAR", "FOUR_DIGITS"}),
    "ERA": frozenset({"BC", "AD"}),
    # words of the grammar that make "a Friday" the Friday of something: "a Friday night", "a Friday match"
    "KNOWN_NOUN": frozenset({*DAY_PARTS, *MONTHS, "HOLIDAY", "match", "end", "half", "DASH"}),
    "TWO_DIGITS": frozenset({"HOUR", "DAY_NUMBER", "INTEGER"}),
    # behind "in a year" these say more of it: "in a year of war", "in a day or two"
    "BEGINS_MORE": frozenset(_words("of or and that when before after since from ago later earlier old")),
    "SECOND_YEAR": frozenset({"HOUR", "DAY_NUMBER", "INTEGER", "YEAR"}),
    "FAR_YEAR": frozenset({"FOUR_DIGITS", "INTEGER"}),
    "NUMBER": frozenset({"HOUR", "DAY_NUMBER", "YEAR", "INTEGER", "DECIMAL", *NUMBER_WORDS, "FRACTION"}),
    "SCALE": frozenset(SCALES),
    "VAGUE": frozenset(VAGUE),
    "FREQUENCY": frozenset(FREQUENCIES),
    "ZONE": ZONES,
    "ARTICLE": frozenset({"a", "an"}),
    "SOME": frozenset({"several", "few", "many", "some", "recent", "coming"}),
    "STAGE": frozenset({"early", "late", "mid"}),
    "PERIOD": frozenset({"week", "month", "year", "decade", "century"}),
    "PERIOD_HEAD": frozenset(
        _words(
            "end beginning start rest half quarter quarters part remainder most middle months weeks turn course "
            "close remaining balance days"
        )
    ),
    "PERIOD_SIDE": frozenset({"last", "past", "next", "coming", "previous", "following", "first", "final", "recent"}),
    "AFTER_PERIOD": frozenset({"before", "after", "earlier", "ago", "ended", "ending", "of", "that", "DASH", "later"}),
    # what "the week before" is the week of: "the week before the vote"; not "prices fell the week before"
    "OF_SOMETHING": frozenset(_words("the a an his her its their our my this these those he she they it we")),
    "CLAUSE_END": frozenset({"COMMA", "DOT", "CLOSE"}),
    "AT_TIME": frozenset({"at", "until", "till", "by", "before", "after", "around", "about", "from"}),
    "AT_HOUR": frozenset({"at", "until", "till", "before", "after", "around"}),
    "FIVES": frozenset(TENS_OF_CLOCK),
    "ASKING": frozenset(_words("for in within after about over nearly almost than spent least under during took only")),
    # what happens at a time of the clock, and is never the price of anything
    "CLOCK_VERB": frozenset(
        _words(
            "left leave leaves leaving arrive arrives arrived depart departs departed departing begin begins began "
            "landed happened occurred woke crashed struck died off kick-off kickoff airs aired due scheduled meet met"
        )
    ),
    "THROUGHOUT": frozenset({"for", "in", "over", "during", "within"}),
    "FOR": frozenset({"for", "over", "took", "spent", "in", "after", "within"}),
    "VAGUE_AMOUNT": frozenset({"several", "few", "many", "some"}),
    "HEAPS": frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "millions", "billions"}),
    "UNIT_LONG": frozenset({"daylong", "weeklong", "monthlong", "yearlong", "decadelong"}),
    "AGED": frozenset({"age", "aged", "ages"}),
    "OLD": frozenset({"old", "olds"}),
    "COUNTED": frozenset(
        _words(
            "people troops soldiers workers employees dollars euros pounds jobs homes houses miles kilometers "
            "kilometres meters metres feet tonnes tons km square pages words votes percent refugees copies units "
            "rooms"
        )
    ),
    # what is called by its year, however old: "an 1864 ban"; other things may be so many
    "DATED": frozenset(
        _words(
            "act agreement amendment ban battle building census charter chapel church constitution convention "
            "deed earthquake edition election epidemic eruption expedition famine flood house invasion law "
            "letter mansion massacre mill mutiny novel opera painting photograph poem purchase quake "
            "rebellion revolt revolution riot ruling shipwreck siege statute treaty uprising war wreck"
        )
    ),
    # a number behind one of these is a number, not a year
    "NUMBERED": frozenset(
        _words(
            "resolution section flight route room article chapter page highway bus building model psalm boeing airbus "
            "windows number decree directive regulation bulletin apartment platform channel area"
        )
    ),
    "SEASON_DATING": frozenset(_words("in since by until till during from before after for through throughout")),
    "FISCAL": frozenset({"fiscal", "financial"}),
    "ORDINAL_WORD": frozenset(ORDINALS),
    "ORDINAL_ANY": frozenset({*ORDINALS, "ORDINAL_DAY"}),
    "TENS": frozenset(TENS),
    "ONES": frozenset(ONES),
    "SMALL": frozenset({"HOUR", *ONES}),
    "RELATIVE_DAY": frozenset(RELATIVE_DAYS),
    "DEICTIC": frozenset(DEICTIC),
    "ZONE_REGION": frozenset({"local", "eastern", "pacific", "central", "mountain"}),
    "DATING": frozenset(
        _words(
            "in since by until till during from before after between of for through on to and or as late early "
            "mid last this next"
        )
    ),
}

# Every word that a pattern may name, alone or through a set.
WORDS: Final = frozenset(
    _words(
        "every each the more less just up per same that these time times once twice long short full whole straight "
        "consecutive couple dozen leading moment other present tonight weekend weekends o'clock standard "
        "daylight period eve opening closing overnight into "
    )
) | {word for members in SETS.values() for word in members if word.islower()}
