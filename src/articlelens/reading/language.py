"""The language of a text, told offline.

A language shows by its function words.  English costs nothing to see; only a text that does not show them is handed to
py3langid (M. Lui, T. Baldwin: langid.py, ACL 2012), whose model takes half a second to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from articlelens.reading.function_words import FUNCTION_WORDS

SAMPLE: Final = 6_000  # code points; more tells no more
MIN_WORDS: Final = 20  # fewer are too few to call a language by
MIN_LETTERS: Final = 60  # of scripts that have no blanks between words
# In English prose about two words in five are among these; in no other language is one in six.
ENGLISH_SHARE: Final = 0.2
_FUNCTION_WORDS: Final = frozenset(
    "the of and to in that is was for on with as by at from it he his be has have had are were an this which not but "
    "they their said who will would been or its after more about when up out we you she her there than".split()
)
_WORD: Final = re.compile(r"[^\W\d_]+")

# The names of the languages, and spaCy's small pipelines for them.
NAMES: Final = {
    "ca": ("Catalan", "ca_core_news_md"),
    "da": ("Danish", "da_core_news_md"),
    "de": ("German", "de_core_news_md"),
    "el": ("Greek", "el_core_news_md"),
    "en": ("English", "en_core_web_md"),
    "es": ("Spanish", "es_core_news_md"),
    "fi": ("Finnish", "fi_core_news_md"),
    "fr": ("French", "fr_core_news_md"),
    "hr": ("Croatian", "hr_core_news_md"),
    "it": ("Italian", "it_core_news_md"),
    "ja": ("Japanese", "ja_core_news_md"),
    "ko": ("Korean", "ko_core_news_md"),
    "lt": ("Lithuanian", "lt_core_news_md"),
    "mk": ("Macedonian", "mk_core_news_md"),
    "nb": ("Norwegian", "nb_core_news_md"),
    "nl": ("Dutch", "nl_core_news_md"),
    "no": ("Norwegian", "nb_core_news_md"),
    "pl": ("Polish", "pl_core_news_md"),
    "pt": ("Portuguese", "pt_core_news_md"),
    "ro": ("Romanian", "ro_core_news_md"),
    "ru": ("Russian", "ru_core_news_md"),
    "sl": ("Slovenian", "sl_core_news_md"),
    "sv": ("Swedish", "sv_core_news_md"),
    "uk": ("Ukrainian", "uk_core_news_md"),
    "zh": ("Chinese", "zh_core_web_md"),
}
# Creoles and neighbours of English that short English texts with many names are taken for.
_NEARLY_ENGLISH: Final = frozenset({"en", "pcm", "sco", "jam", "fy"})
# Nearer to another language than to its runner-up by so much (difference of log-probabilities, a byte of text).
MARGIN: Final = 0.05


# In prose about two words in five are function words; in lists of names and titles there are a few, and the same ones.
OWN_SHARE: Final = 0.15
MIN_OWN: Final = 4
MIN_AGAINST: Final = 3  # for each word of English grammar that is none of theirs
MIN_UNKNOWN: Final = 40  # different words, of a language whose function words we do not know
# What somebody said may be in his own tongue; nothing longer than a paragraph is a quotation.
_QUOTED: Final = re.compile(r"“[^“”]{1,600}”|\"[^\"]{1,600}\"|«[^«»]{1,600}»")


def detect(text: str) -> str | None:
    """The language of ``text``, an ISO 639-1 code; None where it cannot be told, or there is too little text.

    English may be guessed; another language is refused by whoever asks, and so has to be shown: by its own function
    words, outside quotations, or by its script.  Names tell nothing, so that words with a capital do not count: a list
    of foreign names is no foreign text.

    Args:
        text: Prose, without page furniture.
    """
    sample = text[:SAMPLE]
    words = _WORD.findall(sample)
    if len(words) >= MIN_WORDS and _english_share(words) >= ENGLISH_SHARE:
        return "en"
    letters = sum(map(len, words))
    if letters >= MIN_LETTERS and _is_unspaced(sample, letters):
        return _of_another_script(sample, letters)
    own = _WORD.findall(_QUOTED.sub(" ", sample))
    if len(own) < MIN_WORDS:
        return None
    plain = [word for word in own if not word[0].isupper()]
    if sum(word[0] > "\u024f" for word in plain) > len(plain) / 2:
        return _of_another_script(" ".join(plain), sum(map(len, plain)))
    return _shown(own, plain)


def _of_another_script(text: str, letters: int) -> str | None:
    """The likeliest language of a text whose script alone says that it is no English."""
    best, others = _ranked(text)
    english = next((score for language, score in others if language == "en"), None)
    return best[0] if english is not None and best[1] - english >= MARGIN * letters else None


def _shown(words: list[str], plain: list[str]) -> str | None:
    """The likeliest language where its own function words show it, or, if we know none of it, a long text.

    Args:
        words: The words.
        plain: Those without a capital.
    """
    if not plain:
        return None
    best, others = _ranked(" ".join(plain))
    half_english = _english_share(words) >= ENGLISH_SHARE / 2
    if best[0] in _NEARLY_ENGLISH:
        return "en" if half_english else None
    if (known := FUNCTION_WORDS.get(best[0])) is not None:
        seen = [word for word in plain if word in known - _FUNCTION_WORDS]
        against = sum(word in _FUNCTION_WORDS - known for word in plain)
        enough = len(seen) >= max(OWN_SHARE * len(words), MIN_AGAINST * against) and len(set(seen)) >= MIN_OWN
        return best[0] if enough else None
    english = next((score for language, score in others if language == "en"), best[1])
    far = best[1] - english >= MARGIN * sum(map(len, plain))
    return best[0] if far and not half_english and len(set(plain)) >= MIN_UNKNOWN else None


def name_of(language: str) -> str:
    """The English name of a language, or its code."""
    return NAMES[language][0] if language in NAMES else f"the language {language!r}"


def primary(language: str | None) -> str | None:
    """The language of a tag such as ``en-GB`` (BCP 47), without region and script, or of its English name."""
    if not language:
        return None
    said = language.strip().lower()
    named = next((code for code, (name, _) in NAMES.items() if name.lower() == said), said)
    return re.split(r"[-_]", named, maxsplit=1)[0] or None


def advice(language: str) -> str:
    """What to do with a text that is not English."""
    model = NAMES.get(language, ("", None))[1]
    known = (
        f"spaCy's own pipeline for it is {model}, which names people and places without us"
        if model
        else "spaCy has no trained pipeline for it"
    )
    return f"{known}; --language en reads it as English all the same"


def _english_share(words: list[str]) -> float:
    return sum(word.lower() in _FUNCTION_WORDS for word in words) / max(len(words), 1)


def _is_unspaced(sample: str, letters: int) -> bool:
    wide = sum(1 for _ in _wide(sample))
    return wide > letters / 2


def _wide(sample: str) -> Iterator[str]:
    """Characters of scripts without blanks: Thai to Burmese, kana, Han."""
    for char in sample:
        if "\u0e00" <= char <= "\u109f" or "\u3040" <= char <= "\u9fff":
            yield char


@cache
def _model() -> object:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def _ranked(text: str) -> tuple[tuple[str, float], list[tuple[str, float]]]:
    """The likeliest language, and the others, with their log-probabilities."""
    ranked = _model().rank(text)  # type: ignore[attr-defined]
    return ranked[0], ranked[1:]
