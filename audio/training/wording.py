"""What the ear's voices say: the two words in many forms, what is mistaken for them, and people talking."""

from __future__ import annotations

import numpy as np

# Phonemes as Kokoro writes them: ˈ and ˌ stress what follows, ː lengthens, A is the vowel of "day", I of "bye".
OK = ("ˈOkˌA.", "ˌOkˈA.", "Okˈeɪ.", "ˈOkˈA!", "ˌOkˈA!", "əkˈA.", "ˌOkˈA?", "kˈA.", "ˈOkˌA,", "ʌkˈA.", "mkˈA.", "ˈO kˈA.")
OK += ("ˌOkˈAː.", "ˈOkA.", "ˌOːkˈAː.", "ˈOːkˌAː.", "əkˈAːː.", "ˌO kˈAː!", "ˌOkˈAːː?", "oʊkˈeɪː.", "ˈOːkˈA.", "əʊkˈeɪ.")
OK += ("ɔkˈA.", "ɐkˈeɪ.", "ˌokˈe.", "ˌOkˈɛɪ.", "ˌOɡˈA.", "ˌOʔkˈA.", "ˌOkˈAi.", "uːkˈA.", "hˌOkˈA.", "ŋkˈA.")
FAREWELL = ("ɡˌʊdbˈI.", "ɡˈʊdbˌI.", "ɡʊdbˈI!", "ɡˌʊdbˈI?", "bˈInˌW.", "bˈI nˈW.", "bˌInˈW!", "bˈI.", "bˈI!", "bˈIː.")
FAREWELL += ("ɡəbˈI.", "ɡˈʊd bˈI.", "ɡˌʊdbˈI,", "ɡʊbˈI.", "ɡˈʊdbˌI!", "ɡˌʊːdbˈIː.", "ɡˈʊdː bˈIːː.", "ɡʊd bˈIː!")
FAREWELL += ("bˈIːː.", "bˈaːɪ.", "ɡˈʊːd, bˈI.", "ɡˈʊdbˈaːɪ.", "bˈIː nˈWː.", "bˈIː, nˈW.", "bˈaaɪ.", "ɡˈʊd bˈIː.")
FAREWELL += ("bˈIː?", "ɡˈʊd bˈI?", "ɡˌʊdbˈɑɪ.", "ɡˌuːdbˈaɪ.", "ɡˌʊdbˈɔɪ.", "kˌʊdbˈI.", "ɡʊdbˈa.", "ɡˌʊʔbˈI.", "ɡˌʊbbˈI.")
FAREWELL += ("bˈInæW.", "bˌInˈaʊ.", "ɡˌʊdbˈI nˈW.", "ɡˌʊdbˈI.", "ɡˌʊdbˈI.", "ɡˌʊdbˈI.")
# One breath, no pause: what must be split.
TOGETHER = ("ˌOkˈA ɡˌʊdbˈI.", "ˌOkˈA bˈI.", "ˌOkˈA, ɡˌʊdbˈI.", "ˌOkˈA bˈI nˈW.", "əkˈA ɡˌʊdbˈI.")
CONFUSED = ("ˈO.", "hˈA.", "kˈA fˈɔɹ.", "ɡˈʊd.", "nˈW.", "ɡˈʊd dˈA.", "mˈI.", "wˈI.", "tədˈA.", "əwˈA.", "ɡˌO əwˈA.")
CONFUSED += ("nˈO wˌA.", "ɡˈʊd bˈY.", "ɡˈʊd ɡˈI.", "bˈY.", "hˈI.", "dˈAt.", "ˌOvəɹ.", "ˈOnli.", "ˈOpən.", "kˈAk.", "jˌA.")
CONFUSED += ("sˈA.", "wˈA.", "bˈIt.", "bˈInd.", "ɡˈʊdnəs.", "hˌW nˈW.", "ˈI nˈO.", "nˈO.", "sˈO.", "ɡˈO.", "ɡɹˈAt.", "ɹˈIt.")
CONFUSED += ("ðˌæts ˌOkˈA.", "ɪts ˌOkˈA.", "ˌɪz ðˌæt ˌOkˈA?", "ˌɑɹ ju ˌOkˈA?", "ðˌæts ɡˈʊd.", "ɔl ɹˈIt.", "ðˌæts ɡɹˈAt.")
CONFUSED += ("mhˈm.", "ʌhˈʌ.", "m.", "jˈæ.", "jˈɛp.", "nˈAbəɹ.", "dˈI.", "ɡˈI.", "tɹˈI.", "lˈI.", "pˈI.", "bˈA.", "ɡˈA.")
EXTRA = (
    "Thank you.",
    "Thanks.",
    "Thank you very much.",
    "I understand.",
    "Have a good day.",
    "Have a nice day.",
    "Have a great day.",
    "Have a nice morning.",
    "No problem.",
    "Sorry.",
    "I'm sorry.",
    "Sorry to bother you.",
    "Sure.",
    "Great.",
    "Take care.",
    "Good luck.",
    "I got it.",
    "I heard you.",
    "Of course.",
    "Thanks for your time.",
    "Thank you for your time.",
    "That is fine.",
    "All right.",
    "Fine.",
    "Good.",
    "Perfect.",
    "Excellent.",
    "See you later.",
    "I see.",
    "Right.",
    "Yes.",
    "No.",
    "Well.",
    "Wait.",
    "Maybe.",
    "Never mind.",
    "Excuse me.",
    "What?",
    "Really?",
    "Hello.",
    "You're welcome.",
    "I hear you.",
    "Not a problem.",
    "Talk to you soon.",
    "Cheers.",
    "Yeah.",
    "Very well.",
    "Please.",
    "That's okay.",
    "It's okay.",
    "That's all right.",
    "Very good.",
    "Good day.",
    "Good day to you.",
    "Have a good one.",
    "Okay then.",
    "Okay great.",
    "All right then.",
    "Fair enough.",
)
_OPENERS = ("Okay,", "Okay", "Okay, so", "All right,", "Yeah,", "Well,", "So", "Right,", "Great,", "Good,", "Oh,", "And")
_OPENERS += ("But", "No,", "Yes,", "Okay, okay,", "That's okay,", "I mean,", "You know,", "Because", "Then", "Now", "", "")
_BODIES = (
    "the next thing is the report",
    "we have to look at the remote control",
    "I think it would be better in the other colour",
    "let me see what we can do about that",
    "that is what she said last time",
    "it depends on how much it costs",
    "we could buy the parts from the other company",
    "they told me that it was fine",
    "I don't know if that works",
    "he wants to talk about the budget",
    "there is a button on the side",
    "maybe we should go back to the first idea",
    "it's going to be a good day for it",
    "we can do that by the end of the week",
    "you can buy it for about nine dollars",
    "I would like to try it once more",
    "the line goes from here to the corner",
    "that sounds good to me",
    "somebody has to write it down",
    "what do you want to do about it",
    "did you get the email that I sent on Monday",
    "my brother does that for us",
    "we already have someone for that",
    "I'm in a meeting right now",
    "can you send me some information",
    "we tried that before and it didn't work",
    "I am not interested in that",
    "we are happy with what we have",
    "how much is it for one year",
    "where did you get my number",
    "the machine is free and we clean it every week",
    "we cut the grass for offices at one price for the year",
    "we fix old roofs in one day and the work is insured",
    "it only takes five minutes of your time",
    "my number is four five nine two two one",
    "she moved the table to the other side of the room",
    "nobody goes there by night",
    "the kids are okay with it",
    "it is okay if you come a little later",
    "I told them goodbye at the station",
    "he said bye and went away",
    "they have a good team and a good plan",
    "I could buy a good guide",
    "take it all the way to the highway",
    "we play the same game every day",
    "the boy may stay at my place",
    "a cake by the bay",
    "we paid for it in May",
    "I go by car and she goes by train",
    "hold on a second",
    "wait a minute, don't go yet",
    "put me on your do not call list",
    "this is my voice mail, please leave a message",
    "she is not available, can I take a message",
    "hello, this is Sam with Green Field",
    "when would be a better time to call you",
    "the weather has been cold this week",
    "it weighs about ten pounds",
    "can you hear me now",
    "I have no way to know",
)
_TAGS = ("", "", "", ", okay?", ", right?", ", you know.", ", so yeah.", ", all right.", ", okay.", ", is that okay?", "?", ".")
OFFERS = (
    "Hello, this is Sam with Green Field. We cut the grass for offices, every week, at one price for the year. "
    "Is that something you want?",
    "I sell office coffee. The machine is free and we clean it every week. Do you want that?",
    "We fix old roofs in one day, and the work is insured. Is that something you want?",
    "This is Anna. We check the heating of shops once a year, before the winter, for one price. Do you want that?",
    "We print cards and signs, and bring them to your office the next day. Is that something that you want?",
)


def talk(rng: np.random.Generator) -> str:
    """A clause or two as people say them, "okay" and "all right" all over them."""
    said = [_clause(rng)]
    if rng.random() < 0.35:  # noqa: PLR2004
        said.append(_clause(rng))
    return " ".join(said)


def _clause(rng: np.random.Generator) -> str:
    tag = str(rng.choice(_TAGS))
    return f"{rng.choice(_OPENERS)} {rng.choice(_BODIES)}{tag or '.'}".strip()
