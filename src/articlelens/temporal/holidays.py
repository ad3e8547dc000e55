"""Holidays with a day of their own: fixed, counted by weekdays, or counted from Easter.

Only names that mean one day wherever English news is written, or that say whose they are.  Days that hang on the moon
or on the country (Eid, Diwali, Mother's Day, Independence Day) are left out, since the text does not tell which.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from articlelens.temporal.calendar import easter, nth_weekday, orthodox_easter, shift_days


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: its names in lower case, and how its day is found.

    ``rule`` is ``(month, day)``, ``(month, weekday, number)`` for the number-th weekday of a month (-1: the last), or
    ``(days,)`` from Easter Sunday, that of the Orthodox churches where ``orthodox`` is set; ``plus`` are days to be
    added to it.  ``weeks`` means the ISO week of the day.
    """

    names: tuple[str, ...]
    rule: tuple[int, ...]
    plus: int = 0
    weeks: bool = False
    orthodox: bool = False

    def day(self, year: int) -> date | None:
        """Its day in ``year``; None where the calendar does not reach it."""
        if not date.min.year < year < date.max.year:
            return None
        if len(self.rule) == 1:
            found = (orthodox_easter if self.orthodox else easter)(year)
            return shift_days(found, self.rule[0] + self.plus)
        if len(self.rule) == 2:
            return shift_days(date(year, *self.rule), self.plus)
        counted = nth_weekday(year, *self.rule)
        return shift_days(counted, self.plus) if counted else None


HOLIDAYS: Final = (
    Holiday(("new year's day", "new years day"), (1, 1)),
    Holiday(("epiphany",), (1, 6)),
    Holiday(("orthodox christmas eve",), (1, 6)),
    Holiday(("orthodox christmas day", "orthodox christmas", "coptic christmas"), (1, 7)),
    Holiday(("burns night",), (1, 25)),
    Holiday(("australia day",), (1, 26)),
    Holiday(("martin luther king jr. day", "martin luther king day", "mlk day"), (1, 1, 3)),
    Holiday(("groundhog day",), (2, 2)),
    Holiday(("waitangi day",), (2, 6)),
    Holiday(("valentine's day",), (2, 14)),
    Holiday(("presidents' day", "presidents day", "president's day"), (2, 1, 3)),
    Holiday(("international women's day",), (3, 8)),
    Holiday(("st. patrick's day", "st patrick's day", "saint patrick's day"), (3, 17)),
    Holiday(("april fools' day", "april fool's day"), (4, 1)),
    Holiday(("mardi gras", "shrove tuesday"), (-47,)),
    Holiday(("ash wednesday",), (-46,)),
    Holiday(("palm sunday",), (-7,)),
    Holiday(("maundy thursday",), (-3,)),
    Holiday(("good friday",), (-2,)),
    Holiday(("holy saturday",), (-1,)),
    Holiday(("easter sunday", "easter"), (0,)),
    Holiday(("easter monday",), (1,)),
    Holiday(("easter week",), (0,), weeks=True),
    Holiday(("ascension day",), (39,)),
    Holiday(("pentecost", "whit sunday"), (49,)),
    Holiday(("whit monday",), (50,)),
    Holiday(("orthodox good friday",), (-2,), orthodox=True),
    Holiday(("orthodox easter sunday", "orthodox easter"), (0,), orthodox=True),
    Holiday(("orthodox easter monday",), (1,), orthodox=True),
    Holiday(("earth day",), (4, 22)),
    Holiday(("anzac day",), (4, 25)),
    Holiday(("may day",), (5, 1)),
    Holiday(("cinco de mayo",), (5, 5)),
    Holiday(("memorial day",), (5, 1, -1)),
    Holiday(("juneteenth",), (6, 19)),
    Holiday(("canada day",), (7, 1)),
    Holiday(("fourth of july", "the fourth of july", "july fourth"), (7, 4)),
    Holiday(("bastille day",), (7, 14)),
    Holiday(("gandhi jayanti",), (10, 2)),
    Holiday(("canadian thanksgiving",), (10, 1, 2)),
    Holiday(("columbus day", "indigenous peoples' day"), (10, 1, 2)),
    Holiday(("halloween",), (10, 31)),
    Holiday(("all saints' day", "all saints day"), (11, 1)),
    Holiday(("all souls' day", "all souls day"), (11, 2)),
    Holiday(("guy fawkes night", "bonfire night"), (11, 5)),
    Holiday(("remembrance sunday",), (11, 7, 2)),
    Holiday(("remembrance day",), (11, 11)),
    Holiday(("election day",), (11, 1, 1), plus=1),  # of the United States: the day behind the first Monday
    Holiday(("veterans day", "armistice day"), (11, 11)),
    Holiday(("thanksgiving day", "thanksgiving"), (11, 4, 4)),
    Holiday(("black friday",), (11, 4, 4), plus=1),
    Holiday(("giving tuesday",), (11, 4, 4), plus=5),
    Holiday(("cyber monday",), (11, 4, 4), plus=4),
    Holiday(("christmas eve",), (12, 24)),
    Holiday(("christmas day", "christmas", "xmas"), (12, 25)),
    Holiday(("boxing day", "st. stephen's day", "st stephen's day"), (12, 26)),
    Holiday(("new year's eve", "new years eve"), (12, 31)),
)

# Labor Day is in September in North America only, and in May elsewhere: under the first spelling it is American.
LABOR_DAY: Final = Holiday(("labor day",), (9, 1, 1))

_ALL_NAMES: Final = frozenset(name for holiday in (*HOLIDAYS, LABOR_DAY) for name in holiday.names)

# What makes a weekday the name of a day in history, of a shopping day, of a club or of a person; "Super Tuesday" is
# set anew by every election.
_NAMING: Final = (
    "bloody", "black", "super", "red", "blue", "dark", "terrible", "throwback", "casual", "sheffield", "man", "girl",
    "ruby", "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr",
)  # fmt: skip
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Names that hold the name of a holiday and mean another day, which hangs on the moon or the country, or no day.
OTHERS: Final = (
    "chinese new year's day", "chinese new year's eve", "lunar new year's day", "lunar new year's eve",
    "jewish new year's day", "persian new year's day", "christmas island", "easter island", "easter rising",
    "ethiopian christmas", "armenian christmas", "ethiopian easter",
    *(name for word in _NAMING for day in _WEEKDAYS if (name := f"{word} {day}") not in _ALL_NAMES),
)  # fmt: skip


@cache
def by_name() -> dict[str, Holiday]:
    """Every holiday by its names, in lower case and with straight apostrophes."""
    return {name: holiday for holiday in (*HOLIDAYS, LABOR_DAY) for name in holiday.names}
