import time

import pytest

from articlelens.reading.furniture import MAX_CHARACTERS, RULES, furniture, mark, tail


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
        ("(Li Wei/AFP)", "agency credit"),
        ("(AP Photo/Li Wei, File)", "agency credit"),
        ("AP Photo/Li Wei", "agency credit"),
        ("Li Wei / Getty Images", "agency credit"),
        ("FILE PHOTO: The bridge in 2019", "credit"),
        ("Share this: Facebook | X | WhatsApp", "share bar"),
        ("Facebook Twitter Email", "share bar"),
        ("Follow us on Telegram", "share bar"),
        ("Read more: Why the bridge was closed", "related link"),
        ("Related stories", "related link"),
        ("Sign up for our weekly newsletter", "newsletter"),
        ("Log in", "account"),
        ("Already a subscriber? Log in", "paywall"),
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
        ("Image source, Getty Images", "credit"),
        ("Image caption, Marchers cross the bridge", "credit"),
        ("(Photo by Li Wei/AFP via Getty Images)", "credit"),
        ("Photo by Li Wei on Unsplash", "credit"),
        ("Getty Images", "agency credit"),
        ("AFP via Getty Images", "agency credit"),
        ("(Reporting by Ana Quispe in Lima; Editing by Li Wei)", "sign-off"),
        ("Our Standards: The Courier Trust Principles.", "notice"),
        ("Follow Ana on Twitter @anaq", "share bar"),
        ("ALSO: Baker Ana Quispe wins a prize", "related link"),
        ("Sign up for Morning Coast, our free newsletter, and hear of Lisbon.", "newsletter"),
        ("Subscribe  Log In", "account"),
        ("This article is for subscribers only. Already a subscriber? Log in.", "paywall"),
        ("You need to enable JavaScript to run this app.", "barrier"),
        ("Checking your browser before accessing coast.example", "barrier"),
        ("Sorry, the page you were looking for could not be found.", "barrier"),
        ("We and our 91 partners store and/or access information on a device in Germany.", "barrier"),
        ("> On Monday Li Wei wrote:", "quoted mail"),
        ("Coast Press writer Li Wei in Accra contributed to this report.", "sign-off"),
        ("ALSO READ | Bridge closed again", "related link"),
        ("Privacy Policy | Terms of Use", "notice"),
        ("Skip Advertisement", "skip link"),
        ("More from Politics", "related link"),
        ("Latest News", "related link"),
        ("View comments", "comments"),
        ("View this email in your browser: https://coast.example/v?u=1", "newsletter"),
        ("Forward to a friend | Unsubscribe (https://coast.example/u)", "newsletter"),
        ("You are receiving this email because you signed up at coast.example.", "newsletter"),
        ("SOURCE Coast Savings Bank", "sign-off"),
        ("((ana.quispe@coast.example; +51 1 499 1239;))", "sign-off"),
        (
            "A version of this article appears in print on May 3, 2021, Section A, Page 8.",
            "sign-off",
        ),
        ("This video can not be played", "image control"),
        ("Get our best stories in your inbox every Friday. No ads.", "newsletter"),
    ],
)
def test_furniture(line, rule):
    assert furniture(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "The dockers walked out on Tuesday.",
        "More from the harbour later, the union said.",
        "Unsubscribe, the union told its members on Monday, or pay twice.",
        "Source close to the talks: the port is for sale.",
        "A version of this story is told in every bar of Tema.",
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
        "Three people were killed in Cebu, police said. (AFP)",
        "Four died in Leyte. - Reuters",
        "Iran sacks minister (AFP)",
        "Oil rises 3% - Reuters",
        "Share prices tumble in Tokyo",
        "Share price falls 5 percent",
        "Share buyback",
        "Residents can sign up for our new alerts system, the mayor said, adding that 20,000 people had done so.",
        "Join forces or lose, the general told his troops in a briefing on Monday.",
        "Get vaccinated now, health officials said in a briefing on Tuesday as cases rose.",
        "Register of members' interests: emails show minister hid payments",
        "Video: police open fire on marchers",
        "Credit/debit cards fail across Europe",
        "File photo of the suspect was shown to jurors in court on Wednesday",
        "Next article 5 will be invoked, the alliance says, if the attacks on its members continue.",
        "Up next: a runoff between Quispe and Mamani on April 13",
        "Trending now in Iran",
        "The man reserved his rights. All rights reserved by the treaty remain with Denmark, the minister said.",
        "We use cookies as a weapon, said the baker, who gives them to inspectors.",
        "Support us or lose us, the unions told the party.",
        "Labour 300 | Conservatives 200 | SNP 20",
        "Photo by photo, she put the evening together again.",
        "Follow the money, the auditor told the court.",
        "Reading more is what pupils need, the minister said.",
        "Copyright law is to be changed, the minister said, so that authors are paid for what machines read.",
    ],
)
def test_the_articles_own_lines_are_no_furniture(line):
    assert furniture(line) is None


@pytest.mark.parametrize(
    "part", ["Home | ", "Q.&A. | ", "Share on X ", "a, ", "Photo by A ", "sign up for our x ", "Getty/", "A B ", "| "]
)
def test_no_line_takes_long(part):
    line = (part * 200)[:MAX_CHARACTERS]
    start = time.process_time()
    for end in ("", "!", "U.S."):
        furniture(line[: MAX_CHARACTERS - 5] + end)
    assert time.process_time() - start < 1  # an exponential pattern takes hours


def test_buttons_beside_buttons_are_a_share_bar_and_a_lone_one_is_none():
    assert mark(["Share", "X", "Facebook", "Copy link", "The port is shut.", "X"]) == [*["share bar"] * 4, None, None]


def test_a_newsletter_box_takes_its_heading_and_foot_but_no_story():
    box = "Sign up for our newsletter"
    story = "Three people were killed in Puno, the minister said."
    assert (
        mark([story] * 4 + ["Stay With Us", box, "You can also find us on the radio."])
        == [None] * 4 + ["newsletter"] * 3
    )
    assert mark([story] * 3 + [box, story, story]) == [None] * 3 + ["newsletter", None, None]


def test_long_paragraphs_are_prose():
    assert furniture("Copyright " + "word " * 80) is None
    assert furniture("©" + "x" * 1000) is None


def test_every_rule_has_a_name_of_its_own_and_a_reason():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.reason for rule in RULES)


def test_headlines_below_a_heading_at_the_end_are_related_links():
    story = ["The port of Tema was shut on Monday, the union said.", "Ships are waiting offshore."] * 3
    tail = ["More in Local", "Accra baker Kofi Mensah wins a prize", "Dockers of Lomé walk out"]
    assert mark([*story, *tail]) == [None] * 6 + ["related link"] * 3
    prose = "The minister said that the port would be open by Friday."
    assert mark([*story, *tail[:2], prose]) == [None] * 6 + ["related link"] * 2 + [None]
    assert mark([*tail[:1], *story]) == ["related link"] + [None] * 6


@pytest.mark.parametrize(
    ("paragraph", "behind"),
    [
        ("Marchers on the bridge on Sunday. (Li Wei/AFP)", "(Li Wei/AFP)"),
        ("FILE - Ama Owusu stands at the gate, Feb. 2, 2023. (AP Photo/Li Wei, File)", "(AP Photo/Li Wei, File)"),
        ("Ama Owusu at the gate. REUTERS/Li Wei", "REUTERS/Li Wei"),
        ("Ama Owusu at the gate. Photograph: Li Wei/AP", "Photograph: Li Wei/AP"),
        ("Ama Owusu at the gate. Credit: Li Wei", "Credit: Li Wei"),
        ("Ama Owusu at the gate. Courtesy of the Port of Tema", "Courtesy of the Port of Tema"),
        ("Police held Kofi Mensah on Friday. Subscribe to our newsletter.", "Subscribe to our newsletter."),
        ("Two people died on Monday, witnesses said (the port's own Radio Tema via AFP)", None),
        ("They were paid in 2009. Image is all, the minister said.", None),
        ("The union (and the drivers) agreed.", None),
    ],
)
def test_what_is_set_behind_a_paragraph_is_parted_from_it(paragraph, behind):
    start = tail(paragraph)
    assert (None if start is None else paragraph[start:]) == behind


@pytest.mark.parametrize(
    "line",
    [
        "Register to keep voting by mail, the minister told voters in Accra.",
        "Log in to keep your health plan, officials in Tema told a million people.",
        "Checking your browser history is legal at the border, a court in Accra ruled on Monday.",
        "This story is for members of the union who were taken to the gates of the port.",
        "Read more: those two words greet every pupil who walks into the library.",
        "Photo: that was the only evidence they showed the jury on Tuesday.",
        "Credits: $7,500 for each car sold in Ghana, the law says.",
        "404 killed in a fire at the port",
        "Follow Owusu to Accra",
        "Join the mailing list of the lost, the graffiti in Tema reads.",
        "Cookies are required at the baker's gate, and Mrs. Owusu of Tema bakes 400 every year.",
        "All rights reserved, the band sang in Accra on Monday.",
        "(Writing by Mensah, who lived in Tema, is banned in two schools of Accra.)",
        "Editing by Ama Owusu made the film a classic (and won her a prize)",
        "Subscribe to read was the motto of the port.",
        "© is the sign that the singer from Tema put on her records",
        "> 100 homes lost in Tema",
        "Lead image: how the picture of a boy in Lomé moved the world",
        "Image source, the agency said, was a satellite over Tema.",
        "Posted in: Lomé, Tema and Accra. Sgt. Mensah served 9 years.",
        "Topics: Ghana. Moderator: Ama Owusu.",
        "(Changes in the law of Ghana took effect in May, and 300 people left Tema.)",
        "This story first appeared in the Bible, a priest told his church in Tema.",
        "Email Ama Owusu at your own risk, the dockers joke in Tema.",
        "The page you requested from the court in Accra costs 12 cedis.",
        "Ama Owusu is a reporter for the Coast Courier who was shot in Accra on Friday.",
        "Tags Ama Owusu as a spy, the file does",
        "Follow the ships on Facebook, and Lomé looks like an island in fog.",
        "Port workers without borders contributed to this report with 40 lawyers in Tema.",
    ],
)
def test_sentences_of_the_news_are_no_furniture(line):
    assert furniture(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ama Owusu; editing by Li Wei and Kofi Mensah",
        "The Coast Press contributed to this report.",
        "Ama Owusu is a staff writer at The Coast Courier covering the port.",
        "Ama Owusu can be reached at ama@coast.example",
        "Add The Courier as a preferred source on Google",
        "Follow us on Google News",
        "WATCH: Ships wait off Tema",
        "You have 2 free articles remaining this month.",
        "Home / News / Ghana",
        "This article originally appeared on Coast Courier: Ships wait off Tema",
        "Reading time: 5 minutes",
        "1 of 7",
        "FILE - Ama Owusu stands at the gate of the port in Tema, Ghana, Feb. 2, 2023.",
        "Read more about Ghana",
        "Read the full story at The Coast Courier",
        "This story was originally published by Coast Weekly and is reproduced here with its permission.",
        "This article first appeared on Coast Courier.",
        "Get the Coast Courier app",
        "Got a tip? Email tips@coast.example",
        "Contact the author: ama@coast.example",
        "Start your day with the Courier's morning newsletter.",
        "Stay up to date with the latest from Ghana by signing up for our newsletter",
        "(Adds comment by Owusu, details on the strike)",
        "Image 1 of 4",
        "Show comments (12)",
        "TAGS Ghana Ama Owusu",
        "Photo courtesy of Coast University",
        "Courtesy of Coast University",
    ],
)
def test_what_stands_around_an_article_is_furniture(line):
    assert furniture(line)


def test_lines_of_section_names_are_a_menu():
    lines = ["News", "Sport", "Weather", "Ships wait off Tema", "Weather", "News Sport Business Culture Travel"]
    assert mark(lines) == ["menu", "menu", "menu", None, None, "menu"]


def test_a_newsletter_box_has_its_reasons_too():
    story = "Three people were killed in Puno, the minister said."
    lines = [*[story] * 4, "Sign up to our daily digest", "Ports are told to be silent.", "Sign up for our newsletter."]
    assert mark(lines, [6]) == [None] * 4 + ["newsletter"] * 3
    assert mark(lines)[5] is None  # a paragraph of its own
    assert mark([*[story] * 5, "It was late.", "Sign up for our newsletter."], [6])[5] is None
