"""The function words that show a language: what none of its prose can do without.

Words of grammar only (articles, prepositions, pronouns, conjunctions, forms of *be* and *have*), twenty to thirty of
the commonest of each language, in lower case.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = {
    "ca": "el la els les un una de del dels al als i que en per amb no és són ha han va van com més seva seu aquest",
    "cs": "v ve na se že je jsou byl byla bylo by do od za po pro jako ale když který která které jeho i si už také",
    "da": "og i at det den de en et er var har på for til med som af ikke fra om han hun der ved sig blev efter",
    "de": "der die das den dem des ein eine einen einem einer und in im zu zur zum von vom mit auf für ist sind war "
    "hat haben nicht auch sich als bei nach wie am dass sie er es wird werden aus wurde wurden noch",
    "es": "el la los las un una de del al y que en por para con no se su sus es son ha han fue como más pero lo le nos "
    "una este esta sobre entre hasta desde nuestros",
    "fi": "ja on ei se että oli mutta kun ovat hän ole myös joka jos kuin sen ollut mukaan sekä niin jo voi vain",
    "fr": "le la les un une des du de d l et que qui en dans pour par avec ne pas se son sa ses est sont été a ont au "
    "aux sur il elle ils être ce cette plus leur jusqu",
    "hr": "i u na se da je su za od s sa o iz kao što koji koja koje nije ali te bi će do ne po biti nakon",
    "hu": "a az és hogy nem is egy meg volt ez azt van mint csak már de vagy még ezt szerint lesz majd után",
    "id": "yang dan di ke dari untuk dengan ini itu pada tidak dalam akan oleh adalah sebagai telah juga para mereka",
    "it": "il lo la i gli le un una di del della dei delle dal dalla al alla e che in nel nella per con non si su è "
    "sono ha hanno come più anche ma da",
    "lt": "ir į kad su iš yra tai bet kaip ne buvo dėl apie nuo už jis ji per taip pat tik prie jo savo bus",
    "nb": "og i at det den de en et er var har på for til med som av ikke fra om han hun der ved seg ble etter",
    "nl": "de het een en van in op te dat die is zijn was voor met niet aan er om ook als bij door uit naar heeft werd "
    "zei wordt hij ze hebben maar",
    "pl": "w we z ze na i się że nie do jest są był była było od za po dla jak ale który która które jego o przez też",
    "pt": "o os um uma de do da dos das no na nos nas e que em por para com não se seu sua é são foi como mais ao à "
    "pelo pela entre até",
    "ro": "și în de la cu pe un o nu că din a fost este sunt se să au care pentru ce prin dar mai ale al către",
    "sl": "in v na se da je so za od s z o iz kot ki ni pa bi bo do ne po tudi biti še ali",
    "sv": "och i att det den de en ett är var har på för till med som av inte från om han hon där vid sig blev efter",
    "tr": "ve bir bu da de için ile olarak gibi daha çok ne olan kadar sonra ama en olduğunu dedi ise her",
}
FUNCTION_WORDS: Final = {language: frozenset(words.split()) for language, words in _WORDS.items()} | {
    "no": frozenset(_WORDS["nb"].split()),
    "bs": frozenset(_WORDS["hr"].split()),
}
"""By the code of the language, ISO 639-1."""
