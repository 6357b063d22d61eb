"""Ordinary words that hold, begin with, or end like a rude one: none of them counts as rude."""

import pytest

from houserules import Facts, Member, judge, read
from houserules.meaning import is_here, whole_words
from houserules.signals.hurtful_words import base_of, classes_of
from houserules.signals.rude_words import MILD

ADA = Member(name="ada")
ORDINARY = """
butter butters buttered buttery buttering buttercup buttermilk butterfly butterscotch button buttons buttress butted butting
butty rebut rebuttal halibut assess assessed assesses assessing assessor assessment assassin assassinate assault assay
assemble assembly assert assertion asset assets assign assignment assimilate assist assistant associate assort assorted
assortment assuage assume assumption assurance assure bass bassist bassoon brass brassy brassiere carcass class classes classic
classical classify classmate classroom classy compass compassion cutlass embarrass embassy encompass gas gasses glass glasses
glassy grass grasses grasshopper grassy harass lass lasso mass massacre massage masses massive molasses overpass pass passage
passed passenger passes passing passion passive passport password morass sassy surpass tassel trespass vassal cassette cassock
casserole potassium quassia sassafras wrasse harness canvass canvasser analyse analysed analyser analyses analysis analyst
analytic analytical analogue analogy canal canals banal penalty penalise peninsula pennies pen pens cumulative cumin
cucumber cumbersome cumber circumstance circumvent accumulate document documents documentary encumber incumbent scum succumb
hello shell shells shelled sheller shelly seashell michelle hellebore helmet othello cocktail cocktails peacock
peacocks cockatoo cockerel cockle cockles cockney cockpit cockroach hancock babcock shuttlecock weathercock woodcock hitchcock
cockade cocky dickens dickensian dickinson benedict addicted predict verdict dictate dictionary edict jurisdiction titmouse
titmice tit title titles titled titan titanic titanium tithe titillate titrate constitution institute competitor petition
restitution repetition entitle appetite stalactite pussycat pussywillow pussyfoot octopussy grape grapes grapefruit drape
scrape trapeze therapist therapists therapy rapeseed rapid rapids rapidly rapidity rapier rapport rapt raptor rapture shitake
shiitake shih ashit mishit shirt shift shipyard scunthorpe penistone clitheroe lightwater essex sussex middlesex wessex
sextant sextet sexton sussed unisex arsenal arsenic arson arsonist parse parsed parsec parser parsley sparse sparsely coarse
hoarse hearse rehearse farce farted farthing farther farthest scrap scraps scrapped crape crapes craped scrapbook
crapaud spice spices spiced spicer spicing spicy spicier despicable auspices hospice conspicuous suspicion perspicacious
cocoon cocoons raccoon raccoons tycoon tycoons niggle niggled niggling niggard snigger sniggers sniggered
denigrate niger nigeria nigerian enigma chinking chinks chinked japan japanese japed japes jape paddy pakistan pakistani
kraken honkytonk homogeneous homograph homologous homonym homophone homework homely homage hominid
faggoting dykes dyke dyked whorl whorled tardy tardily tardiness tardigrade custard mustard bastardise
mustardy leotard retardant damning damnation damnable adamant macadamia damsel damson madam balls ballet ballistic balloon
ballot ballots balled baller ballers ballroom bally screwdriver screwed screws corkscrew bugle buggy bloodied bloodily
 stitch stitches pitcher witches turdus saturday turducken swank swanky cuntline country countries
count counties county discount account pisces pistachio piste pistol piston epistle episode hoist moist gimped gimping
spastically spasm spasms mongolia mongoose among mongers fishmonger ironmonger crackers firecracker nutcracker
 hike hiked squawk squawked squawks wopping swop swopped hebrew hebrews hebes hebe lesbos lesbian lesbians
crippling crippled crippler retarding retarder slutsk scrotal crotchet crotchety vaginal orgasm organic organ
organism specialist socialist cialis socialise bespoke screwball sucker succulent suction suckle suckled sucked blowing
blower blown blowy jihad jihadist islamism islamists islam rating ratings rated rater rate rates ration simply simple simplify
hager hagen prickly pricklier tooling toolbar shilling shillings hacker hackers hacking dimes dimly fates fated whining monger
dope dopey puppetry jerky creeping goofy punky lame lamely boob-tube booby boobies boobook number 455 455's 7-175 he'll she'll we'll
""".split()  # fmt: skip
RUDE = set("anal ass fk jap negro tard".split())
"""Words of the large list that are rude."""


def is_rude(word: str) -> bool:
    return bool({"profane", "slur"} & classes_of(word)) and base_of(word) not in MILD


@pytest.mark.parametrize("word", ORDINARY)
def test_an_ordinary_word_is_not_rude(word):
    assert not is_rude(word), base_of(word)


@pytest.mark.skipif(not is_here(), reason="the extra `meaning` is not installed: its word list is needed")
def test_no_ordinary_word_of_a_large_list_is_rude():
    assert {word for word in whole_words() if is_rude(word)} == RUDE


@pytest.mark.parametrize("text", ["Melt the butter, assess the spicy spices.", "It cost 455 a night.", "Two balls, three crackers."])
def test_a_comment_of_ordinary_words_is_left(text):
    for rule in ("No profanity.", "No slurs.", "No filter evasion."):
        assert not judge(Facts(author=ADA, text=f"You {text}"), read(rule).all_confirmed()).findings


@pytest.mark.parametrize(
    "word", ["butts", "asses", "pissing", "shits", "bitches", "bitched", "whores", "tards", "a$$es", "@$$", "sh1t"]
)  # fmt: skip
def test_a_form_of_a_rude_word_is_rude(word):
    assert is_rude(word)
