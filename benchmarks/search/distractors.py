"""A language's records in, sections about something else out: the same ones on every run."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from handbook.search.record import Block, Record
from handbook.words.tokens import tokens

SECTION_WORDS = 60
TITLE_WORDS = 3
SHARES = {"own": 0.5, "elsewhere": 0.47, "invented": 0.03}
ELSEWHERE = {
    "fi": """puutarha kasvihuone lannoite siemen kastelu omenapuu moottori vaihteisto jarru pakoputki öljynvaihto rengas keitto uuni taikina
        leivonta jauho hiiva mauste pannu katto eriste laasti tiili perustus viemäri putkisto lämpöpumppu verkkovene köli purje ankkuri luotain
        metsä kaivinkone sammal havupuu lehmä navetta rehu traktori heinä aura kanala hunaja mehiläinen kutoa lanka neule sukka""",
    "pl": """ogród szklarnia nawóz nasiono podlewanie jabłoń silnik skrzynia hamulec wydech olej opona zupa piekarnik ciasto mąka drożdże
        przyprawa patelnia dach izolacja zaprawa cegła fundament kanalizacja rura pompa łódź kil żagiel kotwica sonda las koparka mech sosna
        krowa obora pasza traktor siano pług kurnik miód pszczoła tkać włóczka sweter skarpeta grzyb strumień skała""",
    "kk": """бақша жылыжай тыңайтқыш тұқым суару алмаағаш қозғалтқыш тежегіш май дөңгелек сорпа пеш қамыр ұн ашытқы дәмдеуіш таба шатыр
        кірпіш іргетас құбыр сорғы қайық желкен зәкір орман экскаватор мүк қарағай сиыр қора жем трактор шөп соқа тауық бал ара тоқу жіп
        жемпір шұлық саңырауқұлақ бұлақ жартас құм тау өзен көл балық қармақ жүзім қарбыз""",
    "en": """garden greenhouse fertiliser seed watering orchard engine gearbox brake exhaust oil tyre soup oven dough flour yeast spice pan roof
        insulation mortar brick foundation drain pipe pump boat keel sail anchor sonar forest excavator moss pine cow barn fodder tractor hay
        plough henhouse honey bee weave yarn jumper sock mushroom stream rock gravel""",
}


def distractors(records: Sequence[Record], lang: str, count: int) -> Iterator[Record]:
    """`count` sections, ten to a page."""
    chance = random.Random(f"{lang}-distractors")
    own = Counter(token.text.lower() for record in records for block in record.blocks for token in tokens(block.text))
    words, frequencies = list(own), list(own.values())
    elsewhere = ELSEWHERE[lang].split()
    syllables = [word[i : i + 3] for word in words if len(word) > 5 for i in range(0, len(word) - 2, 3)]
    for number in range(count):
        kinds = chance.choices(list(SHARES), list(SHARES.values()), k=SECTION_WORDS)
        text = " ".join(
            chance.choices(words, frequencies)[0] if kind == "own"
            else chance.choice(elsewhere) if kind == "elsewhere"
            else "".join(chance.choices(syllables, k=3))
            for kind in kinds
        )  # fmt: skip
        title = " ".join(chance.sample(elsewhere, TITLE_WORDS)).capitalize()
        yield Record(f"{lang}/elsewhere/{number // 10}/#s{number}", title, "section", lang, (Block(text),), ("Elsewhere",))
