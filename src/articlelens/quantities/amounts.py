"""Amounts: a numeral with the unit or currency around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from articlelens.quantities.lexer import Tokens
from articlelens.quantities.measures import Found, currency_after, dimensions, money_after, money_before, units
from articlelens.quantities.metres import is_metres, is_race, unscaled
from articlelens.quantities.numerals import DASHES, HYPHENS, Numeral, read_numeral
from articlelens.quantities.wordsets import wordset
from articlelens.record import FigureKind

PERCENT: Final = "%"
_PERCENT_WORDS: Final = frozenset({"%", "percent", "percents", "pc", "pct", "pcnt", "p.c.", "percentage", "per-cent"})
_AFTER_COUNTRY: Final = {"us": "USD", "u.s.": "USD", "cdn": "CAD", "cad": "CAD", "usd": "USD", "aud": "AUD"}
_CODE: Final = 3  # letters of an ISO 4217 code
# Signs that are letters as well: with a number of their own size only, since PS5 is a console and R2 a robot.
_LETTER_SIGNS: Final = frozenset({"PS", "R"})
_MINUS_WORDS: Final = frozenset({"minus", "negative"})
# What may stand in "so much a ...": a unit, or one of these.
_EACH: Final = wordset(
    "share head person piece pop ticket night bottle student pupil household employee passenger shift seat plate "
    "copy pack packet go time visit"
)
_NOT_A_RATE: Final = frozenset({"ago", "after", "before", "earlier", "later", "old", "into"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with its unit, over the tokens ``first`` to ``last``, both included."""

    first: int
    last: int
    numeral: Numeral
    kind: FigureKind
    unit: str | None
    low: Fraction
    high: Fraction
    own_unit: bool = False  # has a unit or currency of its own, rather than the next amount's
    plus: bool = False  # has a plus sign
    hyphenated: bool = False  # joined to a noun: 12-member
    age: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is a number and nothing else."""
        return self.unit is None and not self.numeral.open and not self.numeral.fraction


def read_amount(tokens: Tokens, i: int, *, before: Amount | None = None) -> Amount | None:
    """The amount that begins at token ``i``; None where there is none.

    Args:
        tokens: The text.
        i: Index of its first token.
        before: The amount before it, whose currency reaches over a dash: ``€90–110m``.
    """
    prefix = money_before().find(tokens, i)
    if prefix is not None:
        amount = _money(tokens, i, prefix)
        if amount is not None:
            return amount
    money = before is not None and before.kind == "money" and i == before.last + 2 and tokens.text(i - 1) in DASHES
    numeral = read_numeral(tokens, i, money=money)
    if numeral is None:
        return _article_unit(tokens, i)
    if numeral.letter:
        metres = is_metres(tokens, numeral)
        if metres is None:
            return None
        numeral = unscaled(numeral) if metres else numeral
    if is_race(tokens, numeral):
        distance = numeral.low / 1000
        return Amount(numeral.first, numeral.last, numeral, "quantity", "kilometre", distance, distance, own_unit=True)
    return _measured(tokens, numeral)


def _money(tokens: Tokens, i: int, prefix: Found) -> Amount | None:
    j = prefix.last + 1
    negative = tokens.text(j) in DASHES and tokens.glued(j) and tokens.glued(j + 1)
    numeral = read_numeral(tokens, j + negative, money=True)
    if numeral is None or tokens.breaks(j) or (numeral.in_words and tokens.kind(prefix.last) != "sign"):
        return None
    sized = tokens.glued(j) and (numeral.scale > 1 or "," in tokens.text(j))
    if tokens.text(prefix.last) in _LETTER_SIGNS and not sized:
        return None
    if tokens.kind(prefix.last) == "word" and not tokens.glued(j) and tokens.glued(prefix.last):
        return None
    unit, last = _with_country(tokens, prefix.name, numeral.last)
    amount = Amount(i, last, numeral, "money", unit, numeral.low, numeral.high, own_unit=True)
    amount = _negated(amount) if negative else amount
    counted = tokens.kind(i - 2) == "digits" or tokens.glued(i - 1)  # $3bn -$5bn is a range, and so is 3-$5
    return _with_rate(tokens, amount if counted and tokens.text(i - 1) in DASHES else _signed(tokens, amount))


def _with_country(tokens: Tokens, unit: str, last: int) -> tuple[str, int]:
    """The currency of a sign and the amount's last token, with what the words behind the number say of it."""
    after = currency_after(tokens, last + 1)
    told = after is not None and (after.name == unit or (unit == "USD" and len(after.name) == _CODE))
    if after is not None and told and not tokens.breaks(last + 1):
        return after.name, after.last  # $45 USD, $5m Australian dollars, €3 million euros
    if unit == "GBP" and tokens.lower(last + 1) in ("pounds", "sterling"):
        return unit, last + 1
    if unit == "USD" and _ends_phrase(tokens, last + 2):
        word = tokens.lower(last + 1)
        country = _AFTER_COUNTRY.get(word) or money_after().names.get(f"{word} dollar")
        if country:
            return country, last + 1  # $76 US a barrel, $20 Canadian
    return unit, last


def _ends_phrase(tokens: Tokens, i: int) -> bool:
    return tokens.kind(i) != "word" or tokens.lower(i) in _AFTER_PHRASE


_AFTER_PHRASE: Final = wordset("a an per and or to in on from at for by last this each")


def _negated(amount: Amount) -> Amount:
    return replace(amount, low=-amount.high, high=-amount.low)


def _measured(tokens: Tokens, numeral: Numeral) -> Amount | None:
    """The amount of a numeral without a currency sign before it."""
    j, hyphen = numeral.last + 1, False
    if tokens.text(j) in HYPHENS and tokens.glued(j) and tokens.glued(j + 1) and tokens.kind(j + 1) == "word":
        j, hyphen = j + 1, True
    j = _over_bound(tokens, j)
    if numeral.open and tokens.lower(j) == "of" and (units().find(tokens, j + 1) or currency_after(tokens, j + 1)):
        j += 1  # tens of millions of dollars
    plain = Amount(numeral.first, numeral.last, numeral, "count", None, numeral.low, numeral.high, hyphenated=hyphen)
    if tokens.breaks(j) and tokens.breaks(j - 1):
        return _signed(tokens, plain)
    amount = _percent(tokens, plain, j) or _currency(tokens, plain, j) or _unit(tokens, plain, j)
    if amount is None:
        amount = _part_of_unit(tokens, plain) or (replace(plain, kind="ratio") if numeral.fraction else plain)
    return _signed(tokens, _with_rate(tokens, amount) if amount.unit else amount)


# What may part a number from its unit: 20-plus years, 5+ miles, 10 or more years.
_BETWEEN: Final = (
    *(("or", "more"), ("or", "so"), ("or", "fewer"), ("or", "less"), ("plus",), ("odd",), ("+",)),
    *(("full",), ("whole",), ("more",), ("additional",), ("extra",), ("further",), ("other",), ("previous",)),
    *(("consecutive",), ("straight",), ("successive",), ("long",), ("solid",), ("calendar",)),
    *(("rushing",), ("passing",), ("receiving",), ("us",), ("imperial",), ("british",)),
)


_BETWEEN_FIRST: Final = frozenset(words[0] for words in _BETWEEN)


def _over_bound(tokens: Tokens, j: int) -> int:
    if tokens.lower(j) not in _BETWEEN_FIRST or units().find(tokens, j) or currency_after(tokens, j):
        return j
    for words in _BETWEEN:
        if all(tokens.lower(j + k) == word for k, word in enumerate(words)):
            after = j + len(words)
            after += tokens.text(after) in HYPHENS and tokens.glued(after)
            if units().find(tokens, after) or tokens.lower(after) in _PERCENT_WORDS or currency_after(tokens, after):
                return after
    return j


def _percent(tokens: Tokens, amount: Amount, j: int) -> Amount | None:
    point = units().find(tokens, j)
    if point is not None and point.name == "percentage point":
        return replace(amount, last=point.last, kind="quantity", unit=point.name, own_unit=True)
    last = j
    if tokens.lower(j) == "per" and tokens.lower(j + 1 + (tokens.text(j + 1) in HYPHENS)) == "cent":
        last = j + 1 + (tokens.text(j + 1) in HYPHENS)
    elif tokens.lower(j) not in _PERCENT_WORDS and tokens.lower(j).removesuffix(".") not in _PERCENT_WORDS:
        return None
    return replace(amount, last=last, kind="percent", unit=PERCENT, own_unit=True)


def _currency(tokens: Tokens, amount: Amount, j: int) -> Amount | None:
    found = currency_after(tokens, j)
    if found is None or (amount.numeral.fraction and amount.numeral.in_words):
        return None
    if found.name == "penny" and tokens.text(amount.numeral.first) in {"480", "720", "1080", "1440", "2160"}:
        return None  # lines of a screen, not pence: 1080p
    return replace(amount, last=found.last, kind="money", unit=found.name, own_unit=True)


# Where "pounds" are money: more of the words around them speak of paying than of weighing.
_PAYING: Final = wordset(
    "pay pays paid paying cost costs price prices priced fine fined worth spend spends spent earn earns earned sold "
    "bought sell buy million billion thousand budget salary wage wages fund funds raised debt bill tax"
)
_WEIGHING: Final = wordset(
    "weigh weighs weighed weighing weight heavy lift lifted lost gained shed tall feet foot inches"
)


# The pressure of the air at sea level, lowest and highest ever: "mb" are millibars there, and megabytes elsewhere.
_AIR_PRESSURE: Final = range(850, 1090)


def _unit(tokens: Tokens, amount: Amount, j: int) -> Amount | None:
    found = units().find(tokens, j)
    if found is not None and tokens.text(found.last) == "mb" and int(amount.low) in _AIR_PRESSURE:
        found = replace(found, name="millibar")
    if found is None or (amount.hyphenated and tokens.text(j) in ("C", "F")) or _is_word(tokens, amount, found):
        return None
    if found.name == "second" and "half" in (tokens.lower(j + 1), tokens.lower(j + 2)):
        return None  # 21 second-half minutes
    if found.name == "second" and amount.hyphenated and amount.numeral.in_words and amount.low % 10 == 0:
        return None  # the twenty-second floor, or a twenty-second wait
    if found.name == "pound" and tokens.lower(found.last).startswith("pound") and _is_money(tokens, amount, found):
        return replace(amount, last=found.last, kind="money", unit="GBP", own_unit=True)
    amount = replace(amount, last=found.last, kind="quantity", unit=found.name, own_unit=True)
    if dimensions().get(found.name) == "time":
        return _age(tokens, amount)
    return amount


# Behind the unit, but hardly behind the bar of a pub: 220 bar of pressure, 7 bar there; not ten bar staff.
_BEHIND_BAR: Final = wordset("of is was there here when while before after pressure tyre")


def _is_word(tokens: Tokens, amount: Amount, found: Found) -> bool:
    """Whether the unit's spelling is a word of another sense here: one in five, a 1-in-10 chance, ten bar staff."""
    behind = found.last + 1
    if found.name == "inch" and tokens.lower(found.last) == "in":
        return amount.numeral.in_words or (tokens.text(behind) in HYPHENS and tokens.glued(behind))
    if found.name == "bar":
        return amount.numeral.in_words or not (_ends_phrase(tokens, behind) or tokens.lower(behind) in _BEHIND_BAR)
    return False


# Behind "pounds", words that make them money: a 20-pound note, 300 pounds a week, 300,000 pounds ($390,000).
_PAID: Final = wordset("note notes coin coins fine fines prize bonus cheque ticket tickets payment sterling")
_PAID_BY: Final = wordset("hour day night week month year annum head person")


def _is_money(tokens: Tokens, amount: Amount, found: Found) -> bool:
    after = found.last + 1
    if tokens.lower(after) in ("a", "an", "per") and tokens.lower(after + 1) in _PAID_BY:
        return True
    if tokens.lower(after) in _PAID or (tokens.text(after) == "(" and money_before().find(tokens, after + 1)):
        return True
    if tokens.lower(after) in ("of", "per"):
        return False
    start = tokens.clause_start(amount.first, reach=8)
    around = {tokens.lower(k) for k in range(start, min(found.last + 4, len(tokens)))}
    return (bool(around & _PAYING) or amount.numeral.open) and not around & _WEIGHING


def _age(tokens: Tokens, amount: Amount) -> Amount:
    """``a 6-year-old girl``, ``6 years of age``: the words of age belong to the amount."""
    j = amount.last + 1
    j += tokens.text(j) in HYPHENS
    if tokens.lower(j) in ("old", "olds", "old's", "old’s"):
        return replace(amount, last=j, age=True)
    if (tokens.lower(j), tokens.lower(j + 1)) == ("of", "age"):
        return replace(amount, last=j + 1, age=True)
    return amount


def _part_of_unit(tokens: Tokens, amount: Amount) -> Amount | None:
    """``half a mile``, ``a quarter of an hour``, ``1/16 of a US pint``, ``a tenth of one percent``."""
    if not amount.numeral.fraction:
        return None
    j = amount.numeral.last + 1
    j += tokens.lower(j) == "of"
    if tokens.lower(j) not in ("a", "an", "one", "1"):
        return None
    share = _percent(tokens, amount, j + 1)
    if share is not None or tokens.lower(j) not in ("a", "an"):
        return share
    j += 1 + (tokens.lower(j + 1) in ("us", "u.s.", "uk", "british", "full"))
    found = units().find(tokens, j)
    if found is not None:
        return replace(amount, last=found.last, kind="quantity", unit=found.name, own_unit=True)
    found = currency_after(tokens, j)
    if found is not None:
        return replace(amount, last=found.last, kind="money", unit=found.name, own_unit=True)
    return None


def _article_unit(tokens: Tokens, i: int) -> Amount | None:
    """``an hour and a half`` and ``a month-old baby``: the article is one, where more of the measure follows."""
    if tokens.lower(i) not in ("a", "an") or tokens.breaks(i + 1):
        return None
    found = units().find(tokens, i + 1)
    if found is None:
        return None
    one = Numeral(i, i, Fraction(1), Fraction(1), in_words=True)
    amount = Amount(i, found.last, one, "quantity", found.name, one.low, one.high, own_unit=True)
    j = found.last + 1
    if [tokens.lower(j), tokens.lower(j + 1)] == ["and", "a"] and tokens.lower(j + 2) in ("half", "quarter"):
        return amount
    aged = _age(tokens, amount) if dimensions().get(found.name) == "time" else amount
    return aged if aged.age else None


def _with_rate(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with what it is counted by: ``per gram``, ``a day``, ``/m2``."""
    found = None if amount.unit == PERCENT else rate_at(tokens, amount.last + 1)
    if found is None and tokens.lower(amount.last + 1) == "of" and amount.kind == "quantity":
        found = _rate_behind(tokens, amount.last + 2)
        return amount if found is None else replace(amount, unit=f"{amount.unit} per {found.name}")
    return amount if found is None else replace(amount, last=found.last, unit=f"{amount.unit} per {found.name}")


_MATTER: Final = 3  # words of what there is so much of


def _rate_behind(tokens: Tokens, start: int) -> Found | None:
    """``of oil per day``, ``of carbon dioxide a year`` from the matter on: the stretch of time it is counted by."""
    for j in range(start + 1, start + _MATTER + 1):
        if tokens.kind(j - 1) != "word" or tokens.lower(j - 1) in ("a", "an", "the", "per"):
            return None
        found = rate_at(tokens, j)
        if found is not None:
            return found if dimensions().get(found.name) == "time" else None
    return None


_RATE_SYMBOLS: Final = {"h": "hour", "s": "second"}


def rate_at(tokens: Tokens, j: int) -> Found | None:
    """What is counted by at token ``j``: the gram of ``per gram``, the day of ``a day``."""
    if tokens.text(j) in HYPHENS and tokens.lower(j + 1) in ("a", "an", "per"):
        j += 1
    word = tokens.lower(j)
    if word not in ("per", "a", "an", "/", "each") or tokens.breaks(j):
        return None
    k = j + 1 + (tokens.text(j + 1) in HYPHENS)
    found = units().find(tokens, k)
    if found is None and word == "/" and tokens.text(k) in _RATE_SYMBOLS:
        found = Found(_RATE_SYMBOLS[tokens.text(k)], k)
    if found is None and (tokens.lower(k) in _EACH or (word == "per" and tokens.kind(k) == "word")):
        found = Found(tokens.lower(k), k)
    if found is None or tokens.breaks(k) or (word in ("a", "an") and _is_moment(tokens, found.last + 1)):
        return None
    return replace(found, name=_UNITS_OF_RATES.get(found.name, found.name))


_UNITS_OF_RATES: Final = {"annum": "year", "diem": "day", "capita": "person"}


def _is_moment(tokens: Tokens, i: int) -> bool:
    """Whether the word behind ``a month`` makes it a point in time: ``a month ago``; not ``$50 a month from May``."""
    if tokens.lower(i) == "from":
        return tokens.lower(i + 1) in _FROM_WHEN
    return tokens.lower(i) in _NOT_A_RATE


_FROM_WHEN: Final = wordset("now today tomorrow yesterday then")


_BELOW_ZERO: Final = ("below", "zero")
_EITHER_WAY: Final = ("plus", "or", "minus")  # a margin, which has no sign


def _signed(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with the sign before it, or what stands for one: ``-5``, ``minus 5``, ``+0.2%``, ``5C below zero``."""
    behind = amount.last + 1
    if (amount.unit or "").startswith("degree") and (tokens.lower(behind), tokens.lower(behind + 1)) == _BELOW_ZERO:
        return replace(_negated(amount), last=behind + 1)
    before, i = tokens.text(amount.first - 1), amount.first
    if tuple(tokens.lower(j) for j in range(i - 3, i)) == _EITHER_WAY:
        return replace(amount, first=i - 3)
    word = i - 2 if before in HYPHENS else i - 1
    if tokens.lower(word) in _MINUS_WORDS:
        return replace(_negated(amount), first=word)
    apart = not tokens.glued(i - 1) or tokens.text(i - 2) in ("(", "[", "/")
    if not (tokens.glued(i) and apart):
        return amount
    if before in DASHES:
        return replace(_negated(amount), first=i - 1)
    return replace(amount, first=i - 1, plus=True) if before == "+" else amount
