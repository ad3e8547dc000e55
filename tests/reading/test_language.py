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
