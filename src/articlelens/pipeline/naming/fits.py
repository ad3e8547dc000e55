"""The rules by which one written name is short for another, or another spelling of it, class by class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from articlelens.gazetteer import country_code, known_as
from articlelens.pipeline.naming.beside import Apart
from articlelens.pipeline.naming.forms import Words, generation, initials, organization_words, person_words, place_words
from articlelens.pipeline.naming.lexicon import diminutives, words
from articlelens.pipeline.naming.owners import body_words, owned_body
from articlelens.pipeline.naming.spelling import ALONE, ARTICLES, MIN_LETTERS, close_vowels, consonants, same_sound

Fits = Callable[[Words, Words], bool]
Guard = Callable[[Apart, Words, Words], bool]

PARTNERS: Final = 3  # words of "Quill & Ledger"
_TOWNS: Final = frozenset({"province", "metropolis", "city", "town"})
MAX_CUT: Final = 4  # letters of a word that is cut short, "Utd", "Dept"
MIN_CLIP: Final = 3  # letters of a given name that is cut short, "Vin" for "Vinod"
_WORLD: Final = ("united", "nations")  # whose bodies go by letters of their own: "United Nations Seed Board", "SB"
_OWNERS: Final = frozenset({"us", "uk", "un", "eu"})
_VOWELS: Final = frozenset("aeiou")
SECOND_SURNAME: Final = 1  # words that a Spanish or Portuguese full name may have behind the usual one


def _within(short: Words, long: Words) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _full_name(short: Words, long: Words) -> bool:
    """Two forms of a full name: a middle name, an initial or a second surname more."""
    if not 2 <= len(short) <= len(long):
        return False
    if len(short) < len(long):
        if short[0] == long[0] and short[-1] == long[-1] and _in_order(short, long):
            return _same_middle(short, long)
        if short == long[: len(short)]:
            return len(long) - len(short) <= SECOND_SURNAME
        return _within(short, long)
    return _initialled(short, long)


def _same_middle(short: Words, long: Words) -> bool:
    """Whether initials in the middle are the first ones: "George W. Marsh" is not George H. W. Marsh."""
    middle = short[1:-1]
    return any(len(word) > 1 for word in middle) or _in_order(middle, long[1 : 1 + len(middle)])


def _in_order(short: Words, long: Words) -> bool:
    rest = iter(long)
    return all(any(word == other or (len(word) == 1 and other[0] == word) for other in rest) for word in short)


def _initialled(short: Words, long: Words) -> bool:
    """Like "J R Okafor" and "John Robert Okafor": the last word the same, each other the same or its initial."""
    return (
        short != long
        and short[-1] == long[-1]
        and all(one == two or (len(one) == 1 and two.startswith(one)) for one, two in zip(short, long, strict=True))
    )


def _last_name(short: Words, long: Words) -> bool:
    """The last words alone; the Arabic article may be spelled "al" or "el"."""
    if len(short) >= len(long) or (len(short) == 1 == len(short[0])):
        return False
    return all(one == two or {one, two} <= ARTICLES for one, two in zip(reversed(short), reversed(long), strict=False))


def _initial_last(short: Words, long: Words) -> bool:
    if len(short) < 2 or len(short) == len(long) or short[-1] != long[-1]:
        return False
    run = len(short) == 2 and len(short[0]) == len(long) - 1 and short[0] == "".join(word[0] for word in long[:-1])
    return run or (_in_order(short, long) and _same_middle(short, long))  # "K.B. Okafor" for "Kofi Baako Okafor"


def _part_of_name(short: Words, long: Words) -> bool:
    """A first surname ("Castillo" for "Pedro Castillo Terrones") or a given name."""
    if not len(short) == 1 < len(long) or short[0] not in long:
        return False
    return len(short[0]) > 2 or (len(short[0]) == 2 and long[0] == short[0])  # "Xi", "Ng" stand first


def _initials(short: Words, long: Words) -> bool:
    if not (len(short) == 1 < len(long) and 2 <= len(short[0]) <= 8):
        return False
    return short[0] in initials(long) or short[0] in _own_initials(long)


def _monogram(short: Words, long: Words) -> bool:
    """Somebody's initials: "JRQ" for "Juan R. Quispe"."""
    return len(short) == 1 and len(short[0]) > 2 and len(long) > 2 and short[0] in initials(long)


def _own_initials(long: Words) -> frozenset[str]:
    """The letters of a body's own words: "SB" for "United Nations Seed Board"."""
    if len(long) > 3 and long[:2] == _WORLD:
        return initials(long[2:])
    if len(long) > 3 and long[0] in _OWNERS:
        return initials(long[1:])
    if len(long) > 4 and long[0] in words("organizations.heads") and long[1] == "of":
        return frozenset(letters for letters in initials(long[2:]) if len(letters) > 2)
    return frozenset()


def _initial_letters(short: Words, long: Words) -> bool:
    """Partners by their letters: "Q&L" for "Quill & Ledger"."""
    return (
        short != long
        and len(short) == len(long) == PARTNERS
        and short[1] == long[1] == "and"
        and all(len(one) == 1 and two.startswith(one) for one, two in ((short[0], long[0]), (short[2], long[2])))
    )


def _abbreviated(short: Words, long: Words) -> bool:
    """Words cut short or without their vowels: "Man Utd" for "Manchester United"."""
    return (
        len(short) == len(long) > 1
        and short != long
        and all(one == two or _is_cut(one, two) for one, two in zip(short, long, strict=True))
    )


def _is_cut(one: str, two: str) -> bool:
    if not 3 <= len(one) <= MAX_CUT < len(two) or one[0] != two[0]:
        return False
    rest = iter(two)
    if one[-1] == two[-1] == "s" and two.startswith(one[:-1]):
        return True  # "Dems"
    return two.startswith(one) or (one[-1] == two[-1] and not _VOWELS & set(one[1:]) and all(c in rest for c in one))


def _short_form(short: Words, long: Words) -> bool:
    """A company's or body's name cut short: "Volta Gate" for "Volta Gate Terminals"."""
    if len(long) > 1 < len(short) and _joined(short) == long[0]:
        return True  # "J.P. Morgan" for "JPMorgan Chase"
    if len(short) >= len(long) or long[: len(short)] != short:
        return False
    generic = all(word in words("organizations.heads") or word in words("organizations.general") for word in short)
    if len(short) == 1:
        return not generic and len(short[0]) > 2 and long[1] not in ("of", "for", "and", "in")
    return not generic or len(short) > 1


def _without_owner(short: Words, long: Words) -> bool:
    """The name without whose it is: "National Police", "Ministry of Labor" for "Ruritanian Labor Ministry"."""
    if len(short) == len(long) - 1 and long[1:] == short:
        return len(short) > 1
    body = owned_body(long) if len(short) > 1 else None
    return body is not None and body[0] == body_words(short)


def _same_owner(short: Words, long: Words) -> bool:
    """One public body of one owner, as "Russian Foreign Ministry" and "Foreign Ministry of Russia"."""
    body = owned_body(short)
    return short != long and body is not None and body == owned_body(long)


def _behind_of(short: Words, long: Words) -> bool:
    """A body's name without what it is: "Fenwick" for "Church of Fenwick", but no country for its bank."""
    return (
        len(long) == len(short) + 2
        and long[0] in words("organizations.heads")
        and long[1] == "of"
        and long[2:] == short
        and not country_code(" ".join(short))
    )


def _head_word(short: Words, long: Words) -> bool:
    """What a body is, for its name: "the Council" for "Harbour Council", "the Ministry" for "Ministry of Roads"."""
    return (
        len(short) == 1 < len(long)
        and short[0] in words("organizations.heads")
        and (long[-1] == short[0] or (long[0] == short[0] and long[1] in ("of", "for")))
    )


def _generation(short: Words, long: Words) -> bool:
    """The name without "Jr."; of a king or a pope, whose one name a numeral may follow, without that."""
    if len(short) == 1:
        return len(long) == 2 and long[0] == short[0] and long[1] in words("people.numerals")
    return len(long) > len(short) and long[-1] in words("people.generations") and long[:-1] == short


def _of_one(fits: Fits) -> Fits:
    """``fits`` for names without "Jr.", where both have the same or the shorter has none."""

    def fit(short: Words, long: Words) -> bool:
        generations = words("people.generations")
        if len(short) > 1 and short[-1] in generations:
            return long[-1:] == short[-1:] and len(long) > 1 and fits(short[:-1], long[:-1])
        return fits(short, long[:-1] if len(long) > 1 and long[-1] in generations else long)

    return fit


def other_spelling(short: Words, long: Words) -> bool:
    """Another spelling of the whole name; a vowel may differ only where another word agrees to the letter."""
    if short == long:
        return False
    if len(short) != len(long):  # "JPMorgan" and "J.P. Morgan"
        return "".join(short) == "".join(long)
    agreeing = any(
        len(one) > 2 and (one == other or (len(one) >= MIN_LETTERS and same_sound(one, other)))
        for one, other in zip(short, long, strict=True)
    )
    return all(
        (len(one) > 1 < len(other)) and (same_sound(one, other) or (agreeing and close_vowels(one, other)))
        for one, other in zip(short, long, strict=True)
        if one != other
    ) and (len(short) > 1 or min(len(short[0]), len(long[0])) >= MIN_LETTERS)


def _close_spelling(short: Words, long: Words) -> bool:
    """A name of one long word with another vowel: "Hizbullah" for "Hezbollah"."""
    return len(short) == len(long) == 1 and short != long and close_vowels(short[0], long[0], ALONE)


def _turned(short: Words, long: Words) -> bool:
    """A body's words the other way round: "Labor Department" for "Department of Labor"."""
    return short != long and body_words(short) == body_words(long)


def _team(short: Words, long: Words) -> bool:
    """A team without its town: "Gannets" for "Lima Gannets", "City" for "Lima City"."""
    return (
        len(short) == 1 < len(long)
        and long[-1] == short[0]
        and short[0] not in words("organizations.heads")
        and long[0] not in words("grammar.compass")
        and known_as(" ".join(long[:-1])) in _TOWNS
    )


def _diminutive(short: Words, long: Words) -> bool:
    """The name with the given name cut short: "Liz Okoro" for "Elizabeth Okoro"."""
    return (
        len(short) == len(long) > 1
        and short[1:] == long[1:]
        and short[0] != long[0]
        and (
            short[0] in diminutives().get(long[0], ())
            or long[0] in diminutives().get(short[0], ())
            or _is_clipped(*sorted((short[0], long[0]), key=len))
        )
    )


def _is_clipped(short: str, long: str) -> bool:
    """Whether a given name is another's first letters, and the other not made of it for a woman: "Paul", "Paula"."""
    return len(short) >= MIN_CLIP and long.startswith(short) and long[len(short) :] not in words("people.feminine")


def _spelling_of_last(short: Words, long: Words) -> bool:
    """The last name alone in another spelling: "Zelenskyy" for "Volodymyr Zelensky", "al-Sisi" for "… el-Sissi"."""
    bare = short[1:] if len(short) > 1 and short[0] in ARTICLES else short
    if len(bare) != 1 or len(long) < 2 or short[-1:] == long[-1:] == short:
        return False
    one, other = bare[0], long[-1]
    long_enough = max(len(one), len(other)) >= MIN_LETTERS and min(len(one), len(other)) >= MIN_LETTERS - 1
    return (one == other or long_enough) and same_sound(one, other)


def _no_rival(_short: Words, _long: Words) -> bool:
    return False


def _is_other_body(short: Words, long: Words) -> bool:
    """Whether "the Foreign Ministry" may be one that other rules would take for it."""
    return _short_form(short, long) or _without_owner(short, long)


def rivals(kind: str) -> Fits:
    """What other names of class ``kind`` could be meant besides those that a rule joins."""
    return _is_other_body if kind == "organization" else _no_rival


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by which a short name joins a long one."""

    name: str
    fits: Fits
    apart: Guard = Apart.never
    """What keeps the two apart though they fit."""


_PEOPLE: Final = (
    Rule("generation", _generation, Apart.are_kin),
    Rule("full_name", _of_one(_full_name), Apart.are_two),
    Rule("initial", _of_one(_initial_last), Apart.are_two),
    Rule("spelling", _of_one(other_spelling), Apart.are_together),
    Rule("diminutive", _of_one(_diminutive), Apart.are_two),
    Rule("last_name", _of_one(_last_name), Apart.have_titles),
    Rule("part_of_name", _of_one(_part_of_name), Apart.have_titles),
    Rule("spelling", _of_one(_spelling_of_last), Apart.are_together),
    Rule("monogram", _of_one(_monogram), Apart.is_word),
)
_ORGANIZATIONS: Final = (
    Rule("initials", _initials),
    Rule("spelling", other_spelling, Apart.are_together),
    Rule("spelling", _close_spelling, Apart.are_together),
    Rule("turned", _turned),
    Rule("same_owner", _same_owner),
    Rule("initial_letters", _initial_letters),
    Rule("abbreviated", _abbreviated),
    Rule("short_form", _short_form, Apart.are_firm_and_unit),
    Rule("without_owner", _without_owner),
    Rule("head_word", _head_word),
    Rule("team", _team),
    Rule("behind_of", _behind_of),
)
_PLACES: Final = (Rule("initials", _initials),)


def _person_key(form: str) -> Words:
    return person_words(form) + generation(form)


def _place_key(form: str) -> Words:
    if code := country_code(form):
        return (f"country {code}",)
    return place_words(form)


def marks(name: Words) -> set[str]:
    """By what a name is found when longer names or other spellings of it are looked for."""
    if not name:
        return set()
    letters = len(name[0]) == 1 or (len(name) > 1 and min(map(len, name)) <= MAX_CUT)
    return {name[0], name[-1], _joined(name), *_sounds(name[-1]), *(initials(name) if letters else ())}


def marked(name: Words) -> set[str]:
    """The marks that a name is found by."""
    if not name:
        return set()
    letters = initials(name[:-1]) if len(name) > 1 and name[-1] in words("people.generations") else ()
    return {*name, *initials(name), *letters, *_own_initials(name), _joined(name), *_sounds(name[-1])}


def _joined(name: Words) -> str:
    return "".join(name)


def _sounds(word: str) -> set[str]:
    return {f"~{sound}" for sound in consonants(word)}


KINDS: Final[dict[str, tuple[Callable[[str], Words], tuple[Rule, ...]]]] = {
    "person": (_person_key, _PEOPLE),
    "organization": (organization_words, _ORGANIZATIONS),
    "place": (_place_key, _PLACES),
}
