import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelens.errors import InputError, SettingsError
from articlelens.reading.decoding import checked_encoding, decode, encoding_of, garbled

WORDS = "The café’s owner said — “we’re closed” — on Tuesday, and José agreed. "


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_encodings_are_found_out(encoding):
    decoded = decode((WORDS * 5).encode(encoding))
    assert decoded.text == WORDS * 5
    assert bool(decoded.warnings) == (encoding in ("utf-16-le", "utf-16-be", "cp1252", "mac_roman"))


def test_windows_1252_is_called_by_its_name():
    (warning,) = decode((WORDS * 3).encode("cp1252")).warnings
    assert warning == "it is not UTF-8 and was read as Windows-1252; --encoding says it if that is wrong"
    assert decode(b"The caf\xe9 in Tema is shut, the union said on Tuesday.").text.startswith("The café in")


@pytest.mark.parametrize(
    "text",
    [
        "The house in Putney costs £3m, the agent said, up from £1.9m in 2018. A café stood there before.",
        "Señor Ordóñez moved from Cádiz to A Coruña in June, his lawyer said, and paid €700 a month.",
        "The striker Íñigo Peña scored for Peñarol on Sunday, and São Paulo lost to Grêmio in Porto Alegre.",
        "Begoña Muñoz, of the Peña Deportiva club, said that the ground would be open by Sunday.",
        "The firm’s chief, Jürgen Köhler, said in Zürich that “rates will rise.” He was born in Malmö.",
        "Nobody was hurt in the fire — a relief for the town’s mayor, who called it “luck.”",
        "Temperatures rose to 41°C in Nîmes and François Leclerc’s crêperie stayed shut, his sister Zoë said.",
    ],
)
def test_western_text_is_read_as_windows_1252(text):
    assert decode(text.encode("cp1252")).text == text
    assert decode(f"id,text\n1,{text}\n".encode("cp1252")).text.endswith(f"{text}\n")


@pytest.mark.parametrize(
    ("encoding", "text", "said"),
    [
        ("cp1251", "Мэр Москвы открыл мост в понедельник, и тысячи людей прошли по нему под дождём.", "Windows-1251"),
        ("cp1250", "W środę w Łodzi i w Gdańsku zamknięto wszystkie mosty, a żółte światła gasną.", "Windows-1250"),
        ("mac_roman", "The café’s owner, José Núñez, said “no” — and left for Málaga on Tuesday.", "Mac Roman"),
        ("gb18030", "武汉市长周一打开了长江上的一座桥，数千人冒雨走过，官员说这座桥耗资三十亿元。", "GB 18030"),
    ],
)
def test_what_is_plainly_not_western_is_not(encoding, text, said):
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.warnings == (f"it is not UTF-8 and was read as {said}; --encoding says it if that is wrong",)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1254", "Kemal Aydın met Erdoğan in Şırnak on Monday, and Beşiktaş lost to Galatasaray."),
        ("cp1254", "The governor of Ağrı, Işık Yıldız, spoke in Diyarbakır. İzmir is quiet."),
        ("cp1252", "Guðmundur Þórðarson of Njarðvík met Davíð Helgason in Seyðisfjörður, and Eyþór left."),
        ("cp1252", "Alþýðusamband Íslands, a union, said so, and Birgir Jónsson of Garðabær agreed."),
        ("cp1252", "Karel Novotný of Brno lost to Björn Borg."),
        ("cp850", "The mayor of São Paulo, João Núñez, said the café was shut in Zürich on Monday."),
        ("cp437", "The café of Zürich is shut, Señor Núñez said on Tuesday, and left."),
        ("gb18030", "The mayor of Wuhan (武汉市长) opened a bridge over the river (长江), the paper 人民日报 said."),
        ("gb18030", "The mayor called it “a shame” — and left. The town’s bridge is shut."),
        ("gb18030", "The bridge was built by 中铁 of Beijing."),
        ("big5", "The bridge was built by 榮民工程 of Taipei, the paper 聯合報 said."),
        ("cp1255", "The mayor of Jerusalem, known as ירושלים in Hebrew, opened a bridge."),
        ("cp1255", "The paper (הארץ) said that the mayor (ראש העיר) “was moved to tears” on Monday."),
        ("cp1256", "The channel, الجزيرة, said that the party النهضة would go on."),
        ("cp1250", "The mayor of Łódź met Paweł Nowak in Gdańsk, and Bożena Wójcik left."),
        ("iso8859_2", "The mayor of Łódź and Źdźary met a man from Gdańsk, and left."),
        ("cp1252", "At 41°C, the crêpes à la carte cost €5½; the Müllers’ dog “Æsop” ate 3 – or 4?"),
        ("cp1252", "Crème brûlée was 40°C, the café 25°F, naïve Zoë said."),
        ("cp949", "The party, 국민의힘, said that 윤석열 would speak in Seoul."),
        ("cp949", "서울 시장은 월요일에 다리를 열었고, 수천 명이 비를 맞으며 걸었다고 관리들이 말했다."),
    ],
)
def test_encodings_that_differ_in_a_few_letters(encoding, text):
    assert decode(text.encode(encoding)).text == text


def test_a_byte_of_another_encoding_spoils_no_utf_8():
    decoded = decode("Café owners won’t pay. ".encode() + "The café is shut.".encode("cp1252"))
    assert decoded.text == "Café owners won’t pay. The caf\ufffd is shut."


def test_what_an_input_declares_stands_above_guesses_and_below_the_users_word():
    data = "Łódź and Gdańsk are shut.".encode("iso-8859-2")
    assert decode(data, declared="ISO-8859-2").text == "Łódź and Gdańsk are shut."
    assert decode(data, declared="ISO-8859-2", encoding="cp1252").text != "Łódź and Gdańsk are shut."
    assert decode("“Shut”".encode("cp1252"), declared="iso-8859-1").text == "“Shut”"  # as browsers read it
    assert decode("“Shut”".encode(), declared="no-such-encoding").text == "“Shut”"
    assert decode(b"The port is shut.", declared="utf-16").text == "The port is shut."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is empty"),
        (b" \n\t", "it has no text in it"),
        (b"abc\0\0\0" * 100, "it looks like a binary file"),
        (bytes(range(256)), "it looks like a binary file"),
        (b"\x89PNG\r\n\x1a\n....", "it is a picture"),
        (b"\xff\xfe\x00\xd8", "it is not UTF-16-LE, which it says to be"),
        (b"\x01\x02\x03\x04" * 100, "it looks like a binary file"),
    ],
)
def test_what_is_no_text(data, message):
    with pytest.raises(InputError) as error:
        decode(data)
    assert error.value.message.startswith(message)


def test_one_zero_byte_makes_no_text_binary():
    assert decode(b"The port is shut.\0 Ama Owusu agreed.").text.endswith("Owusu agreed.")


def test_utf_8_with_a_few_spoiled_bytes_is_utf_8():
    decoded = decode((WORDS * 5).encode() + b" \xe9nd")
    assert decoded.text == WORDS * 5 + " \ufffdnd"
    assert decoded.warnings == ("1 characters are lost: they are U+FFFD in the text",)
    assert decode((WORDS * 5).encode()[:-70]).text.startswith(WORDS)  # cut within a character


def test_a_page_kept_as_utf_8_may_declare_what_it_came_in():
    assert decode(WORDS.encode(), declared="iso-8859-1").text == WORDS
    assert decode(WORDS.encode("iso2022_jp", "replace"), declared="iso-2022-jp").text


def test_the_users_encoding_is_taken_at_his_word():
    assert decode("é".encode("cp1252"), encoding="cp1252").text == "é"
    assert decode(b"\xef\xbb\xbfabc", encoding="utf-8").text == "abc"
    with pytest.raises(InputError, match="it is not utf-8: byte 0xe9 at offset 3"):
        decode(b"caf\xe9", encoding="utf-8")


def test_encodings_that_are_none():
    assert checked_encoding("Windows-1252") == "cp1252"
    for name in ("klingon", "base64", "rot13", "a\0b"):
        with pytest.raises(SettingsError):
            checked_encoding(name)


def test_mojibake_and_lost_characters_are_named():
    spoiled = WORDS.encode().decode("cp1252", "replace")
    first, second = garbled(spoiled)
    assert first.startswith("it has mojibake such as 'Ã©'")
    assert second == f"{spoiled.count(chr(0xFFFD))} characters are lost: they are U+FFFD in the text"


@pytest.mark.parametrize("text", [WORDS, "À Paris, Âge d’or", "ÃO", "Ünsal — “Ärzte”", "São Paulo ‘à la’"])
def test_letters_with_accents_are_no_mojibake(text):
    assert garbled(text) == ()


def test_the_encoding_of_a_long_input_is_told_by_its_beginning():
    assert encoding_of("é".encode()[:1]) == ("utf-8", ())  # cut within a character
    assert encoding_of("é".encode("utf-16"))[0] == "utf-16"
    assert encoding_of(b"\xef\xbb\xbfid,text")[0] == "utf-8-sig"
    assert encoding_of((WORDS * 3).encode("cp1252"))[0] == "cp1252"


@settings(deadline=None)  # the first call imports
@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_an_error(data):
    try:
        decoded = decode(data)
    except InputError:
        return
    assert decoded.text.strip()


@settings(deadline=None)  # the first call imports
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_utf_8_is_read_back(text):
    try:
        assert decode(text.encode(), encoding="utf-8").text in (text, text[1:])
    except InputError as error:
        assert error.message in ("it has no text in it", "it looks like a binary file, not like text")  # noqa: PT017


@pytest.mark.parametrize("encoding", ["koi8_r", "cp1251"])
@pytest.mark.parametrize("words", ["правда", "Москва, Санкт-Петербург и Волгоград", "Новая газета писала"])
def test_a_few_russian_words(words, encoding):
    text = f"The word {words} was on the wall of the port. The dockers said that they had not written it there." * 3
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Ελλάδα και Κύπρος", "cp1253"),
        ("朝日新聞 東京", "cp932"),
        ("café déjà été", "cp1252"),
        ("Besançon: €4m", "iso8859_15"),
        ("Besançon: “€4m”", "cp1252"),
    ],
)
def test_a_few_other_words(words, encoding):
    text = f"The word {words} was on the wall of the port. The dockers said that they had not written it there." * 3
    assert decode(text.encode(encoding)).text == text
