"""The rules for page furniture.

Each rule is a name, a reason and patterns, one of which a whole line has to match.  They are general forms of words
that sites share, never the furniture of one site.  A rule that would take a sentence of the article is worse than one
that leaves a line of furniture: names, verbs and numbers of the news must not match.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of furniture; the patterns ignore case, but in ``(?-i:…)``."""

    name: str
    reason: str
    patterns: tuple[str, ...]
    open: bool = False
    """Whether the patterns leave room for a sentence: what tells of the news is no furniture then."""


_NETWORK: Final = (
    r"(?:facebook|twitter|x|whats\s?app|linked\s?in|telegram|reddit|e-?mail|print|copy(?: link)?|pinterest|messenger|"
    r"instagram|bluesky|mastodon|threads|flipboard)"
)
_MEDIA: Final = r"(?:photos?|images?|pictures?|photographs?|video|illustration|graphic)"
_STILL: Final = r"(?:photos?|images?|pictures?|photographs?)"
_WHICH: Final = r"(?:above|top|cover|file|featured|lead|main|feature)"
_AGENCY: Final = (
    r"(?:getty(?: images)?|ap(?: photo)?|afp|reuters|epa(?:-efe)?|handout|shutterstock|alamy|unsplash|pool)"
)
_NAME: Final = r"(?-i:[A-ZÀ-Þ])[\w.'’-]*(?: [\w.'’-]+){0,4}"
_PERSON: Final = r"(?-i:[A-ZÀ-ÞĀ-Ž])[\w.-]*(?: (?-i:[A-ZÀ-ÞĀ-Ž])[\w.'’-]*){1,3}"
_PEOPLE: Final = rf"{_PERSON}(?:(?:,| and) {_PERSON}| in (?-i:[A-Z])\w+)*"
_WORK: Final = r"(?:additional )?(?:reporting|writing|editing|graphics?)"
_MAILING: Final = r"\b(?:newsletters?|digest|mailing list|e-?mails?|(?:daily|morning|evening|weekly) briefing)\b"
_NOTICE: Final = (
    r"(?:(?:privacy|cookies?) (?:policy|settings|notice|preferences)|terms (?:of (?:use|service)|(?:and|&) conditions)|"
    r"contact(?: us)?|about(?: us)?|careers|accessibility|advertise(?: with us)?)"
)
_NO_SENTENCE: Final = r"(?! ?(?-i:[a-z\d]).{0,200}\.\Z)"  # a headline or a name, not what goes on in lower case
_NO_CLAUSE: Final = r"(?!.{0,240}\b(?:is|are|was|were|has|had|made|led|who|said|told)\b)"
_TEASER: Final = (
    r"(?:(?:also )?read(?: (?:more|also|next|on))?|see also|"
    r"related(?: (?:articles?|stor(?:y|ies)|news|content|topics))?)"
)

RULES: Final = (
    Rule(
        name="skip link",
        reason="the first line of most saved pages, for screen readers",
        patterns=(
            r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|article|main|footer)\.?",
            r"skip (?:advertisement|ad|video)",
        ),
    ),
    Rule(
        name="image control",
        reason="the label of a button under a picture or a film",
        patterns=(
            rf"(?:view|see|show|open|enlarge)(?: the)?(?: (?:featured|full|larger|full-size))* {_MEDIA}(?: gallery)?",
            r"(?:hide|show|toggle) caption|view gallery",
            r"this video (?:can ?not|can't) be played.{0,40}",
        ),
    ),
    Rule(
        name="credit",
        reason="who took the picture, and what is on it",
        patterns=(
            rf"{_WHICH}[ -]{_STILL}(?: (?:credits?|by|courtesy(?: of)?|caption))?\s*[:|©](?! ?(?-i:[a-z])).{{1,200}}",
            rf"(?:{_STILL}|{_MEDIA} (?:credits?|source|courtesy(?: of)?|caption|copyright)|credits?)\s*[:|©]"
            r"(?! ?(?-i:[a-z$£€\d])).{1,200}",
            r"image (?:source|caption|credit|copyright), ?(?:(?-i:[A-Z]).{1,200})?",
            rf"file {_STILL}(?:\.|[:–-].{{0,160}})?",
            # the caption of a picture of another day, whose dates and places are not this article's
            r"(?-i:FILE)(?: PHOTO)?\s?[:–—-]\s.{1,450}",
            rf"courtesy (?:photo|of (?:the )?{_NAME})",
            rf"[(\[]?{_MEDIA} (?:by|courtesy of) {_NAME}(?:[/|,] ?{_NAME}| (?:via|on|for) {_NAME})*[)\]]?\.?",
            r"©\s?(?:\d{4}|(?-i:[A-Z])).{0,80}",
        ),
    ),
    Rule(
        name="agency credit",
        reason="the photographer and the agency, below a picture",
        patterns=(
            rf"[(\[](?:photo(?:graph)? by )?{_PERSON}(?: ?/ ?|\|| via ){_AGENCY}(?:[/|,] ?{_NAME})?[)\]]\.?",
            rf"(?:(?:photograph|photo|credit|picture|image): )?(?:{_PERSON} ?[/|] ?|{_AGENCY} (?:via|[/|]) )?{_AGENCY}",
            rf"[(\[]?(?-i:AP Photo|REUTERS|AFP PHOTO)\s?/\s?{_PERSON}(?:, ?\w+)?[)\]]?\.?",
            rf"(?:photograph|photo|credit|picture|image)(?: by)?: {_PERSON}(?: ?/ ?{_NAME})?\.?",
        ),
    ),
    Rule(
        name="share bar",
        reason="buttons that send the page on",
        patterns=(
            r"share(?: this)?(?: (?:article|story|post|page))?:?"
            rf"(?:(?:[\s|,•·/]|\b(?:on|via|and|with|by)\b)++{_NETWORK})*+",
            rf"(?:tweet|pin|{_NETWORK})(?:(?:[\s|,•·/]|\band\b)++(?:share|tweet|pin|{_NETWORK}))++\.?",
            rf"follow (?:us|@[\w.-]+|(?-i:[A-Z])[\w'’.-]*(?: [\w'’.-]+){{0,3}}(?: @[\w.-]+| on {_NETWORK}\b))"
            rf"(?: on {_NETWORK}\b)?.{{0,60}}",
            r"(?:add|make) .{1,40} (?:as )?(?:a |your )?preferred (?:source|on)\b.{0,40}|follow us on google news\.?",
            r"(?:download|get) (?:our|the [\w ]{1,40}) app\b.{0,60}|join our (?:whats ?app|telegram) channel\b.{0,60}",
        ),
    ),
    Rule(
        name="related link",
        reason="the way to another article",
        open=True,
        patterns=(
            rf"{_TEASER}\s*[:|>»→]{_NO_SENTENCE}.{{1,200}}",
            rf"(?:{_TEASER}|more (?:stories|news|on this(?: story)?)|recommended(?: (?:for you|stories|reading))?|"
            r"most (?:popular|read|viewed)(?: in (?-i:[A-Z])[\w &]{1,30})?|popular in the community|"
            r"related tags|up next|you may also like|trending(?: now)?|don['’]t miss|"
            r"(?:previous|next) "
            r"(?:article|post|story)|latest (?:news|stories|updates|headlines|posts))\s*[:»>→]?",
            r"(?-i:ALSO|PLUS|WATCH(?: LIVE)?|LISTEN|RELATED|READ|VIDEO|GALLERY|PHOTOS)\s?[:|]"
            rf"{_NO_SENTENCE}\s.{{1,200}}",
            r"(?:watch(?: live)?|also read|must read|read next|gallery|photos)\s?[:|–-]\s(?-i:[A-Z]).{1,160}",
            r"trending in (?-i:[A-Z])[\w ]{1,30}|more (?-i:[A-Z])\w+ news|"
            r"click here (?:for|to) (?:more|read|see|subscribe)\b.{0,60}",
            r"read (?:more (?:about|on) (?-i:[A-Z])[\w ]{1,40}|the (?:full|original) (?:story|article|report)"
            r"(?: (?:at|on|in|here)\b.{0,60})?)",
            r"more (?:from|in|on) (?-i:[A-Z])[\w&-]*(?: (?-i:[A-Z&])[\w&-]*){0,3}",
        ),
    ),
    Rule(
        name="newsletter",
        reason="an invitation to subscribe, not a sentence of the article",
        open=True,
        patterns=(
            rf"(?:sign up|subscribe)(?: now| today| here)? (?:for|to) (?:our|the|my) "
            rf"(?:[\w'’-]+ ){{0,5}}?{_MAILING}.{{0,200}}",
            rf"sign up (?:for|to) (?:[\w'’-]+ ){{0,4}}?{_MAILING}(?: (?:here|now|today))?[.!]?",
            rf"(?:get|receive|have) (?:our|the|all|more|your|breaking)\b.{{0,120}}\b"
            rf"(?:{_MAILING}|(?:in|to|into) your inbox)\b.{{0,200}}",
            rf"join (?:our|the) (?:[\w'’-]+ ){{0,4}}?{_MAILING}(?:[.!]| (?:and|to|for|here|now|today)\b).{{0,160}}",
            rf"sign up (?:for|to) (?-i:[A-Z]).{{1,60}}, (?:our|the|a) (?:[\w'’-]+ ){{0,4}}?{_MAILING}.{{0,200}}",
            r"sign up here (?:for|to) .{1,80}",
            r"(?:start|end) your (?:day|morning|week) with .{1,60}\bnewsletter\b.{0,60}",
            r"stay (?:up to date|informed|in the know) .{1,80}\b(?:newsletters?|inbox)\b.{0,60}",
            r"view (?:this (?:e-?mail|message|newsletter) )?(?:in|on) (?:your |a |the )?(?:(?:web ?)?browser|web)\b.*",
            r"(?:.{1,60} ?[|•·] ?)?unsubscribe\b.{0,160}|forward (?:this (?:e-?mail|newsletter) )?to a friend\b.{0,80}",
            r"you(?:['’]re| are| have)? receiv(?:ed|ing) this (?:e-?mail|message|newsletter) because .{1,200}",
            r"enter your e-?mail.{0,80}|your e-?mail(?: address)?|newsletters?(?: sign[ -]?up)?",
        ),
    ),
    Rule(
        name="paywall",
        reason="that the rest is for those who pay or log in",
        open=True,
        patterns=(
            r"already a (?:subscriber|member)\?.{0,60}",
            r"this (?:article|story|content) is (?:for|available (?:only )?to|reserved for) (?:our )?"
            r"(?:subscribers|members)\b.{0,200}",
            r"(?:subscribe|sign in|log in|register) to (?:continue|(?:keep )?reading|read)"
            r"(?: (?:reading|the|this|our|more|with|for|all|unlimited|full)\b.{0,160})?[.!]?",
            r"(?:to continue reading|to read the (?:full|rest)\b).{0,160}|continue reading (?:with|for) .{1,100}",
            r"you(?:['’]ve| have) (?:reached your|\d+|no)\b.{0,30}(?:limit|free (?:articles?|stories))\b.{0,80}",
            r"subscribe (?:for|from) [$£€]\d.{0,60}|become a (?:member|supporter|subscriber)\b.{0,60}",
        ),
    ),
    Rule(
        name="account",
        reason="the door of a site",
        open=True,
        patterns=(
            r"(?:log|sign)[ -]?(?:in|out|up)|register(?: now)?|my account|subscribe(?: (?:now|today|here))?",
            r"(?:create|open) (?:a|an|your) (?:free )?account(?: (?:now|today|here))?[.!]?",
            r"(?:subscribe|log[ -]?in|sign[ -]?(?:in|up)|register|my account|e-?paper)"
            r"(?:(?:\s+|\s*[|/•·]\s*)(?:subscribe|log[ -]?in|sign[ -]?(?:in|up)|register|my account|e-?paper)){1,5}",
            r"donate(?: (?:now|today|here))?|support (?:us|our (?:work|journalism))(?: (?:now|today|here))?[.!]?",
        ),
    ),
    Rule(
        name="notice",
        reason="the law at the foot of a page",
        open=True,
        patterns=(
            r".{0,120}(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:\d{4}|by (?-i:[A-Z]))\b.{0,200}",
            r"(?:.{0,200}[.,;©)] ?)?all rights reserved(?:[.;)].{0,160})?",
            rf"{_NOTICE}(?:\s*[|•·]\s*{_NOTICE})*",
            r"this (?:site|website|page) uses cookies.{0,200}|we use cookies (?:to|on|and|for)\b.{0,200}",
            r"our standards:.{0,80}",
            r"(?:this site is )?protected by recaptcha\b.{0,120}",
        ),
    ),
    Rule(
        name="barrier",
        reason="what a site says instead of the article: scripts, robots, cookies, a page that is gone",
        open=True,
        patterns=(
            r"(?:you need to |please )?enable (?:java ?script|cookies)\b.{0,160}",
            r"(?:java ?script|cookies) (?:is|are|must be) (?:disabled|required|enabled)"
            r"(?:[.!,]| (?:to|for|in|on)\b).{0,160}",
            r"checking (?:your browser|if the site connection is secure)\b.{0,120}|just a moment\.{0,3}",
            r"(?:please )?verify(?:ing)? (?:that )?you are (?:a )?human\b.{0,120}|ray id: .{1,60}",
            r"(?:sorry,? )?(?:we can['’]?t find )?the page (?:that )?you(?:['’]re| were| are)? "
            r"(?:looking for|requested)"
            r"(?: (?:is|was|has|could|can(?:no|['’])t|does|may|no longer)\b.{0,120})?[.!]?",
            r"(?:error )?404(?:[ :–-]+(?:error|not found|page not found).{0,20})?|page not found.{0,40}",
            r"we value your privacy|before you continue(?: to .{1,40})?|accept all(?: cookies)?",
            r"we and our (?:\d+ )?(?:trusted )?partners (?:use|store)\b.{0,400}",
        ),
    ),
    Rule(
        name="quoted mail",
        reason="what a mail answers to",
        patterns=(r">(?: ?[^\s\d].*)?",),
    ),
    Rule(
        name="sign-off",
        reason="who else had a hand in the story, where it came from, and where the writer is met",
        patterns=(
            r"this (?:article|story|report|piece|post) (?:(?:was|is) )?(?:originally|first) "
            r"(?:appeared|published|produced|reported) (?:on|in|by|at|for|with) "
            r"(?!.{0,200}\b(?:said|says|told)\b).{1,200}",
            r"\(\([^()]{5,200}\)\)",  # how to reach the desk
            r"(?-i:SOURCE:? [A-Z]).{1,80}(?<![.!?])|news provided by",  # of a company's own news
            r"a version of this (?:article|story|report|piece) (?:(?:was )?(?:first |originally )?"
            r"(?:appear(?:s|ed)|published|ran)) .{1,300}",
            r"\((?:adds?|updates?|recasts?|corrects?|removes?|refiles?|rewrites?|changes|fixes)\b[^()]{1,240}(?<!\.)\)",
            rf"(?:{_NAME} )?(?:writers?|reporters?|journalists?|correspondents?|producers?) (?-i:[A-Z]).{{1,160}} "
            r"contributed(?: (?:to this (?:report|story|article)|reporting))?(?: from .{1,60})?\.?",
            rf"(?:the )?{_NAME}(?:,? and {_NAME})? contributed to this (?:report|story|article)\.?",
            rf"\(?{_WORK} by {_PEOPLE}(?:; ?{_WORK} by {_PEOPLE})*\.?\)?",
            rf"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited) by {_NO_CLAUSE}(?-i:[A-Z]).{{0,240}}\)",
            rf"(?:{_PERSON} can be reached at|e-?mail {_PERSON} at|contact {_PERSON} at) "
            rf".{{0,100}}(?:@|\d{{3}}).{{1,80}}",
            rf"{_PERSON} is an? (?:[\w-]+ ){{0,3}}?(?:writer|reporter|editor|correspondent|columnist) (?:at|for|with) "
            rf"{_NO_CLAUSE}.{{1,160}}",
        ),
    ),
    Rule(
        name="advertisement",
        reason="a label over what somebody paid for",
        patterns=(
            r"ad|advertisement|advertising|sponsored(?: content)?",
            r"advertisement [-–—] (?:scroll to continue|(?:story|article) continues.{0,20})|article content",
            r"(?:story|article) continues (?:below|after)(?: (?:this )?(?:advertisement|ad|newsletter.{0,20}|video))?",
            r"scroll to continue(?: .{0,30})?",
        ),
    ),
    Rule(
        name="database entry",
        reason="what LexisNexis and ProQuest say of an article above and below it",
        patterns=(
            r"length:\s*[\d,]+ words|load-date:\s.{1,40}|language:\s*english.{0,30}|publication-type:\s.{1,40}|"
            r"journal-code:\s.{1,40}|section:\s.{1,80}\bpg\..{1,20}|end of document",
            r"publication (?:info|title|subject|year):\s.{1,200}|(?:proquest )?document (?:id|url|type):\s.{1,200}|"
            r"(?:place|country|language) of publication:\s.{1,80}|source type:\s.{1,40}|(?-i:DATELINE): .{1,60}|"
            r"full text:|(?-i:TD)",
        ),
    ),
    Rule(
        name="web address",
        reason="a line that is an address and nothing else",
        patterns=(r"https?://\S+",),
    ),
    Rule(
        name="comments",
        reason="the readers' corner",
        open=True,
        patterns=(
            r"(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)",
            r"(?:no|show|view(?: all)?) comments(?: yet| \(\d+\))?",
            r"(?:join|view) the (?:conversation|comments)",
        ),
    ),
    Rule(
        name="page control",
        reason="buttons and counters of a page",
        open=True,
        patterns=(
            r"listen to this article.{0,40}|\d{1,2}:\d\d(?: ?/? ?\d{1,2}:\d\d)?|play audio|read time:? .{1,20}",
            r"editor['’]s picks|top stories|from the web|paid content|promoted stories|adchoices|font size|text size",
            r"(?:gift|give) this article|share (?:full article|options)|(?:copy link(?: url)? ?)?(?:link )?copied[!.]?",
            r"(?:your privacy choices|manage cookies|reject all|do not sell .{0,40}information)",
            r"report (?:an error|a correction.{0,20})|send us a tip|(?:image|slide|photo|picture) \d{1,3} of \d{1,3}|"
            r"\d{1,2}/\d{1,2}|today['’]s paper|e-edition",
            r"(?:got|have) a (?:news )?(?:tip|story)(?: idea)?\? (?:contact|e-?mail|send|call|tell) .{1,100}",
            r"contact the (?:author|writer|reporter)s?(?: at)?:? .{1,80}|(?-i:TAGS [A-Z]).{1,100}(?<![.!?])",
            r"thank(?:s| you) for (?:signing up|subscribing)[!.]?",
            r"something went wrong\b.{0,60}|(?:invalid )?email address",
            r"by (?:signing up|subscribing), (?:you|i) agree\b.{0,200}",
            r"menu|search|close|home|back(?: to top)?|load more|show more|next|previous|toggle (?:menu|navigation)",
            r"listen(?: to (?:this )?article)?(?: \(?\d+ min(?:ute)?s?\)?)?|\d+[ -]min(?:ute)?s? read",
            r"(?:print|save|bookmark)(?: this)?(?: article| page)?",
            r"(?:tags?|tagged|topics?|keywords|more about|in this article|filed under|posted in|categor(?:y|ies))\s*:"
            rf"{_NO_SENTENCE}(?!.{{0,160}}\.\Z).{{0,160}}",
            r"(?:estimated )?reading time:? .{1,20}|\d{1,2} of \d{1,2}|(?:\d+|an?) (?:minute|hour|day)s? ago",
            r"posted by .{1,60} [|•·] .{1,60}|home(?: ?[/»>›] ?[\w& ]{1,30}){1,5}",
        ),
    ),
    Rule(
        name="menu",
        reason="short headings in a row, parted by strokes or dots",
        patterns=(r"(?:[^|•·›»>\d.!?:;,]{1,28}[|•·›»>]){2,40}[^|•·›»>\d.!?:;,]{1,28}",),
    ),
)

BUTTON: Final = rf"share|tweet|pin|{_NETWORK}"  # a line of its own beside another of its kind

# What sites call their sections; half of a line of such words is a menu.
SECTIONS: Final = frozenset(
    "home news world us uk nation national local politics business money markets economy tech technology science "
    "health sport sports football entertainment culture arts music film books travel lifestyle life style food fashion "
    "opinion opinions comment editorials analysis features video videos photos podcasts live tv radio weather climate "
    "environment education obituaries classifieds jobs crosswords games innovation earth crime courts region "
    "international asia africa europe americas e-edition newsletters magazine explore more".split()
)
