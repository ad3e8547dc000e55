"""Which encoding a text is in that is no UTF-8: English news with a few names and signs beyond ASCII.

Statistics of letters, made for whole texts of a language, choose by chance there.  So what they choose is set against
the commonest encodings of such news, and against those whose words and signs can be told by their form.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

_WESTERN: Final = "cp1252"
_MAC: Final = "mac_roman"

# Siblings of what DOS wrote in the West (cp437, cp850), which differ in letters that such texts do not have.
_DOS: Final = ("cp850", "cp437")
_SIBLINGS: Final = frozenset(f"cp{page}" for page in (720, 737, 775, *range(852, 866), 869))
_KOREAN: Final = frozenset({"cp949", "euc_kr", "johab"})
_CHINESE: Final = "gb18030"
# ISO 8859-15 is Latin-1 but for eight signs, the euro where that has a sign for any currency, which nobody writes.
_WITH_EURO: Final = "iso8859_15"
_CURRENCY: Final = re.compile(r"¤ ?\d|\d ?¤")
# Windows-1254 is Windows-1252 but for six Turkish letters, where that has Icelandic ones.  In Icelandic no word ends in
# ``þ`` or has it before most consonants, and no ``ý`` stands in a word twice.
_TURKISH: Final = "cp1254"
_NAMES_OF_TURKEY: Final = re.compile(
    r"\b\w{1,20}(?:oðlu|ðan)\b|\b\w{0,20}þ(?![aeiouyáéíóúýæörjv]|þ)|\b\w{0,20}ý[a-zçöü]{1,4}ý|\bÝ[a-zçöü]|"
    r"\b\w{0,20}Þ[a-z]{1,4}(?:ý|þ|l[ýi])|\b[A-Z]\w{0,20}[bcdfghklmnprstz]ý[krlnzm]"
)
_NAMES_OF_ICELAND: Final = re.compile(
    r"[áíóúæÁÍÓÚÆ]\w{0,20}[ðþý]|[ðþýÞ]\w{0,20}[áíóúæ]|sson\b|dóttir|[ðþ]ör|fjör|ý[ðþ]u|\bÞý[sð]"
)
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_WITHIN_WORDS: Final = "’‘·\u00ad–—‑"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Script:
    """The words of a script in an encoding that has them where Windows-1252 has letters with accents."""

    page: str
    word: str
    common: str
    """Letters that are a good part of all letters of its languages."""
    share: tuple[float, float]
    length: float
    """Of its words, at least, on average."""


# A few Hebrew, Arabic or Russian words in English news are taken for French, Japanese, Chinese or each other.  Five
# letters of Hebrew have another form at the end of a word and stand nowhere else.  In the other encoding of Russian its
# capitals are small letters; a third of the letters of Russian are these four vowels, and few of Greek that is read so.
_SCRIPTS: Final = (
    _Script(page="cp1255", word="[א-יכלמנסעפצ-ת]+[ךםןףץ]?", common="אהוילמ", share=(0.2, 0.8), length=3),
    _Script(page="cp1256", word="[ء-غف-ي]+", common="المني", share=(0.3, 0.9), length=3),
    _Script(page="koi8_r", word="[А-ЯЁ]?[а-яё]+", common="аеио", share=(0.25, 0.6), length=1),
    _Script(page="cp1251", word="[А-ЯЁ]?[а-яё]+", common="аеио", share=(0.25, 0.6), length=1),
)
_FEW: Final = 6  # letters
_CENTRAL: Final = ("cp1250", "iso8859_2")
# The signs and the 3,755 commonest characters of GB 2312 and the 5,401 of Big5, which come two or more in a row.
_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_NOT_HIGH: Final = re.compile(rb"[\x00-\x7f]+")
_GB_2312: Final = re.compile(rb"(?:[\xa1-\xa3\xb0-\xd7][\xa1-\xfe])+")
_BIG5: Final = re.compile(rb"(?:[\xa1-\xc6][\x40-\x7e\xa1-\xfe])+")
_MIN_RUN: Final = 2  # characters, on average


def commonest(data: bytes, guess: str, text: str) -> str:
    """The commonest encoding of English news that reads ``data`` as well as a guess does.

    A handful of accents tells nothing of the single-byte encodings apart: statistics of letters choose by chance among
    them, and read ``£2m`` as ``Ł2m``.  The commonest stands unless it puts more letters and signs where none stand.

    Args:
        data: The text's bytes, or a part of them.
        guess: An encoding that reads them.
        text: What it reads.
    """
    readings = {guess: text}
    others: tuple[str, ...] = (_MAC,) if guess.startswith("mac_") else _DOS if guess in _SIBLINGS else ()
    for name in (_WESTERN, *others):
        with suppress(UnicodeDecodeError):
            readings[name] = data.decode(name)
    if _WESTERN not in readings or _oddities(readings[_WESTERN]):
        others += _CENTRAL
        readings |= {name: data.decode(name, "replace") for name in _CENTRAL}
    order = (_WESTERN, *others, guess)
    found = min((name for name in order if name in readings), key=lambda name: _oddities(readings[name]))
    return _sibling(data, found, readings[found])


def _sibling(data: bytes, name: str, text: str) -> str:
    """``name``, or the encoding that has other letters in the same places, where the words of ``text`` are of those."""
    if name == _WESTERN and len(_NAMES_OF_TURKEY.findall(text)) > len(_NAMES_OF_ICELAND.findall(text)):
        return _TURKISH
    if name == _WESTERN and _CURRENCY.search(text) and not any(0x80 <= byte < 0xA0 for byte in data):
        return _WITH_EURO
    told = (script.page for script in _SCRIPTS if _speaks(data.decode(script.page, "replace"), script))
    if found := next(told, None):
        return found
    # Korean news has no Chinese characters between its syllables
    korean = name in _KOREAN and not any(unicodedata.name(char, "").startswith("CJK UNIFIED") for char in text)
    return name if korean else _chinese(data) or name


def _speaks(text: str, script: _Script) -> bool:
    """Whether nearly all that is no ASCII in ``text`` are words of a script."""
    letters = sum(char.isalpha() and not char.isascii() for char in text)
    words = re.findall(rf"(?<![^\W\d_]){script.word}(?![^\W\d_])", text)
    length = sum(map(len, words))
    if letters < _FEW or length <= 0.9 * letters or length < script.length * len(words):
        return False
    least, most = script.share
    return least < sum(map("".join(words).count, script.common)) / length < most


def _chinese(data: bytes) -> str | None:
    """GB 18030 or Big5, where all that is no ASCII are common characters and signs of it."""
    high = sum(map(len, _HIGH.findall(data)))
    for name, pattern in ((_CHINESE, _GB_2312), ("big5", _BIG5)):
        runs = pattern.findall(data)
        length = sum(map(len, runs))
        signs = all(run[0] < 0xA4 for run in runs) and name == _CHINESE
        if len(_NOT_HIGH.sub(b"", b"".join(runs))) == high and (signs or length >= 2 * _MIN_RUN * len(runs)):
            with suppress(UnicodeDecodeError):
                data.decode(name)
                return name
    return None


def _oddities(text: str) -> int:
    """How many characters stand where no such character stands in the languages of the Latin alphabet or another."""
    return sum(_is_odd(text, match.start()) for match in _NOT_ASCII.finditer(text))


def _is_odd(text: str, place: int) -> bool:
    char = text[place]
    before, after = text[max(place - 2, 0) : place], text[place + 1 : place + 2]
    kind = unicodedata.category(char)
    if kind[0] == "C":
        return True
    if kind[0] != "L" or char in "ªº":
        inside = before[-1:].isalpha() and after.isalpha() and char not in _WITHIN_WORDS
        # a sign is before a number, ``£2m``, and not before a letter that has an accent, ``£ódź``
        return inside or (kind[0] in "SN" and after.isalpha() and not after.isascii())
    if not unicodedata.name(char, "").startswith("LATIN"):
        return any(near.isascii() and near.isalpha() for near in (before[-1:], after))
    # no Western language has three letters with accents in a row, or a capital behind a small letter
    crowd = len(before) > 1 and all(near.isalpha() and not near.isascii() for near in before)
    return crowd or (char.isupper() and before[-1:].islower())
