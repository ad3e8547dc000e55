import pytest

from articlelens.reading.furniture import RULES, furniture


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Skip to content", "skip link"),
        ("Skip to main content", "skip link"),
        ("View Featured Image", "image control"),
        ("Hide caption", "image control"),
        ("Above Photo: Marchers on the bridge. Ana Quispe.", "credit"),
        ("Photograph: Li Wei/The Courier", "credit"),
        ("Image credit: Li Wei", "credit"),
        ("Marchers on the bridge on Sunday. (Li Wei/AFP)", "agency credit"),
        ("FILE PHOTO: The bridge in 2019", "credit"),
        ("Share this: Facebook | X | WhatsApp", "share bar"),
        ("Facebook Twitter Email", "share bar"),
        ("Follow us on Telegram", "share bar"),
        ("Read more: Why the bridge was closed", "related link"),
        ("Related stories", "related link"),
        ("Sign up for our weekly newsletter", "newsletter"),
        ("Good stories are hard to find. Subscribe to our newsletter and miss none.", "newsletter"),
        ("Log in", "account"),
        ("Already a subscriber? Log in", "account"),
        ("© 2024 The Courier", "credit"),
        ("Copyright 2024 The Courier. All rights reserved.", "notice"),
        ("Privacy policy", "notice"),
        ("This site uses cookies to remember you.", "notice"),
        ("ADVERTISEMENT", "advertisement"),
        ("Article continues below", "advertisement"),
        ("12 comments", "comments"),
        ("Leave a reply", "comments"),
        ("5 min read", "page control"),
        ("Tags: ports, strikes, Ghana", "page control"),
        ("Home | News | Sport | Weather", "menu"),
    ],
)
def test_furniture(line, rule):
    assert furniture(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "The dockers walked out on Tuesday.",
        "More from the harbour later, the union said.",
        "Twitter has cut its staff in Accra by half.",
        "Sign up, the union told its members, or lose the vote.",
        "She signed up for the army at 18.",
        "Home prices rose 3 percent.",
        "Next week the talks go on.",
        "Photos of the fire went around the world.",
        "Share prices fell on Monday.",
        "Sharing the blame",
        "Advertising revenue fell by a fifth.",
        "Comments by the minister angered the union.",
        "Reading and writing",
        "Registered voters number 14 million.",
        "Topics of the talks were pay and hours.",
        "The minister joined the party by e-mail from abroad.",
        "Searching for a way out",
        "Video shows police firing on marchers",
        "Related parties must be named in the annual report.",
        "Copyright law is to be changed, the minister said, so that authors are paid for what machines read.",
    ],
)
def test_the_articles_own_lines_are_no_furniture(line):
    assert furniture(line) is None


def test_long_paragraphs_are_prose():
    assert furniture("Copyright " + "word " * 80) is None
    assert furniture("©" + "x" * 1000) is None


def test_every_rule_has_a_name_of_its_own_and_a_reason():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.reason for rule in RULES)
