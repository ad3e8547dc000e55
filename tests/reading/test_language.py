import subprocess
import sys

import pytest

from articlelens.reading import read_text
from articlelens.reading.language import advice, detect, name_of, primary

TEXTS = {
    "en": "The dockers of Tema walked out on Monday, the union said, and they will not be back before there is a deal "
    "on their pay and the hours that they work in the port.",
    "de": "Die Hafenarbeiter haben am Montag die Arbeit niedergelegt, wie die Gewerkschaft mitteilte. Sie fordern, "
    "dass sie nach Stunden bezahlt werden, und wollen weiter streiken.",
    "fr": "Les dockers ont cessé le travail lundi, a annoncé le syndicat. Ils demandent à être payés à l'heure et "
    "veulent poursuivre la grève jusqu'à ce que la compagnie cède enfin.",
    "es": "Los estibadores dejaron de trabajar el lunes, dijo el sindicato. Piden que se les pague por hora y quieren "
    "seguir con la huelga hasta que la empresa ceda de una vez.",
    "ru": "Докеры прекратили работу в понедельник, сообщил профсоюз. Они требуют почасовой оплаты и намерены "
    "продолжать забастовку до тех пор, пока компания не уступит и не сядет за стол переговоров с ними.",
    "zh": "码头工人周一停止工作，工会表示。他们要求按小时支付工资，并希望继续罢工，直到公司让步为止。"
    "部长在首都对记者说，与公司的谈判将持续下去。港口已经损失了三百万美元，司机们周二也加入了罢工的行列。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages(language):
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,234 5,678 9,101 " * 40,
        "Kofi Mensah, Ama Owusu, Li Wei",
        "Der Hafen ist zu.",
        "Quispe Mamani Huanca Condori Flores Rojas Vargas Castro Mendoza Torres " * 5 + "of the and to in that " * 3,
    ],
)
def test_what_cannot_be_told_is_not(text):
    assert detect(text) in (None, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Names: Jürgen Vogt, Karl-Heinz Müller, Ulrich Bäcker, Klaus Ehlers, Hans Köster, Petra Lang, Dieter Groß, "
        "Otto Weiß, Werner Schäfer, Franz Hübner, Horst Krämer resigned.",
        "Deaths: Halina Zielińska, 88, Chicago; Mieczysław Wójcik, 79, Detroit; Zbigniew Dąbrowski, 81, Buffalo; "
        "Jadwiga Król, 64, Toledo; Kazimierz Jabłoński, 90, Cleveland.",
        "Died: Jorge Luis Gutiérrez Peña, 79, Quito. Survived by wife Ana Lucía Ortega de la Torre; sons Diego Andrés, "
        "Juan Pablo, José Ignacio.",
        "Awards: best film, L'histoire d'une ville; best director, Jeanne Aubry; best actress, Greta Öhman; best song, "
        "Le ciel en rouge; best foreign film, Les Oubliés.",
        "Appointed: Dr Heinz Müller, chairman, Deutsche Werft Aufsichtsrat, Bremen; Dr Ute Schäfer, deputy, "
        "Bundesverband der Deutschen Reeder, Köln, from 1 May.",
        "“No vamos a parar, vamos a seguir en la calle por nuestros hijos hasta el final,” said Rosa Mamani, a nurse "
        "in Juliaca. “El pueblo no se rinde y no se va,” the crowd answered. Police fired tear gas.",
        "Ana Quispe " * 10,
    ],
)
def test_names_titles_and_quotations_are_no_other_language(text):
    assert detect(text) in (None, "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "it",
            "Il sindaco di Genova ha detto lunedì che il ponte della città non è sicuro e che i lavori sono in "
            "ritardo, ma la società che lo gestisce ha risposto che tutto è in ordine.",
        ),
        (
            "nl",
            "De burgemeester van Gent zei dinsdag dat de brug niet veilig is en dat het werk te laat is begonnen, "
            "maar het bedrijf heeft gezegd dat alles in orde was.",
        ),
        (
            "pl",
            "Burmistrz powiedział w poniedziałek, że most nie jest bezpieczny i że prace są opóźnione, ale firma, "
            "która go utrzymuje, odpowiada, że wszystko jest w porządku i nie ma się czego bać.",
        ),
        (
            "ar",
            "قال رئيس البلدية يوم الاثنين إن الجسر غير آمن وإن العمل تأخر كثيرا، لكن الشركة التي تديره قالت إن كل شيء "
            "على ما يرام وإن الجسر سيبقى مفتوحا أمام الجميع.",
        ),
    ],
)
def test_other_languages_show(language, text):
    assert detect(text) == language


def test_the_text_stands_above_what_its_page_says():
    article = read_text(f"---\nlang: fr\n---\n{TEXTS['en']}")
    assert article.language == "en"
    assert article.warnings == ("it says that it is in French; the text is in English",)
    assert read_text(f"---\nlang: en-GB\n---\n{TEXTS['en']}").language == "en-GB"
    assert read_text("---\nlang: fr\n---\nTema.").language == "fr"
    assert read_text(TEXTS["de"], language="en").language == "en"


def test_names_and_advice():
    assert primary("en-GB") == primary("EN_us") == "en"
    assert primary(None) is None
    assert primary("English") == "en"
    assert name_of("de") == "German"
    assert name_of("xx") == "the language 'xx'"
    assert advice("de").startswith("spaCy's own pipeline for it is de_core_news_md")
    assert advice("sw").startswith("spaCy has no trained pipeline for it")


def test_english_costs_no_import():
    script = "import sys; from articlelens import read_text; read_text(sys.argv[1]); print('py3langid' in sys.modules)"
    for language, imported in (("en", "False"), ("de", "True")):
        done = subprocess.run(
            [sys.executable, "-c", script, TEXTS[language]], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == imported
