"""What English news calls a region."""

import pytest

from articlelens.gazetteer.english import english_name


@pytest.mark.parametrize(
    ("name", "others", "country", "expected"),
    [
        ("Donetska oblast", ["Donetsk", "Donetsk Oblast"], "UA", "Donetsk"),
        ("Al Janūbī", ["Meẖoz HaDarom", "Southern District"], "IL", "Southern District"),
        ("Ash Sharqīyah", ["Eastern Province", "Sharqia Province"], "EG", "Sharqia"),
        ("Mazowieckie", ["Masovian Voivodeship"], "PL", "Masovian Voivodeship"),
        ("Hebei Sheng", ["Hebei", "河北"], "CN", "Hebei"),
        ("Murcia, Región de", [""], "ES", "Murcia"),
        ("Karnātaka", [], "IN", "Karnataka"),
        ("Ţarţūs", [], "SY", "Tartus"),
        ("Ma’ān", [], "JO", "Maan"),
        ("Bragança", [], "PT", "Bragança"),
        ("Cần Thơ", [], "VN", "Cần Thơ"),
        ("Andalucía", [], "ES", "Andalucía"),
        ("Jämtlands län", ["Jämtland County"], "SE", "Jämtland"),
        ("Ohio", ["State of Ohio"], "US", "Ohio"),
    ],
)
def test_english_names(name, others, country, expected):
    assert english_name(name, others, country) == expected
