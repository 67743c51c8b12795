"""Scope: which quotations leave out what their words stand under, and which are honest."""

from __future__ import annotations

import pytest

from summarize.grounding import QuoteStatus, ground

# A sentence, and quotations that leave out its negation, denial, modal or condition.
CUT = [
    ("There were no reports of casualties.", ["reports of casualties", "casualties"]),
    ("No U.S. personnel were injured in the incident.", ["personnel were injured", "injured in the incident"]),
    ("Nobody was killed in the strike, the governor said.", ["killed in the strike", "was killed"]),
    ("The drones did not damage the runway.", ["damage the runway", "damage"]),
    ("The army hasn’t claimed responsibility for the raid.", ["claimed responsibility", "responsibility for the raid"]),
    ("None of the five rockets hit the base.", ["five rockets hit the base", "rockets hit the base"]),
    ("The attack was carried out without any warning or casualties.", ["warning or casualties", "casualties"]),
    ("There were no deaths, injuries or damage to the port.", ["injuries or damage to the port", "damage to the port"]),
    ("No group has yet claimed the bombing.", ["group has yet claimed", "claimed the bombing"]),
    ("It is not clear who fired the missiles or whether they hit anything.", ["they hit anything"]),
    ("Neither side reported casualties.", ["side reported casualties", "reported casualties"]),
    ("The missiles never reached the city.", ["reached the city"]),
    ("The ministry denied that it carried out the attack.", ["carried out the attack", "it carried out the attack"]),
    ("The militia denied involvement in the shelling of the market.", ["involvement in the shelling"]),
    ("Tehran denies arming the group.", ["arming the group"]),
    (
        "The spokesman denied, in a message on Friday, that his men had fired the rockets.",
        ["his men had fired the rockets"],
    ),
    ("A Pentagon spokesman denied U.S. involvement.", ["involvement"]),
    ("The kingdom rejected claims that its jets bombed the school.", ["its jets bombed the school"]),
    ("The strikes could lead to a wider war.", ["lead to a wider war"]),
    (
        "Analysts say the group may have launched the drones from Iraq.",
        ["launched the drones from Iraq", "have launched the drones"],
    ),
    ("The navy would sink any boat that came near.", ["sink any boat"]),
    ("Officials said the blast might have killed dozens.", ["killed dozens"]),
    ("If the ceasefire fails, fighters will attack the bases.", ["the ceasefire fails", "attack the bases"]),
    ("Troops will fire unless the crew surrenders the ship.", ["the crew surrenders the ship"]),
    ("Investigators are trying to establish whether a bomb destroyed the car.", ["a bomb destroyed the car"]),
    ("The second bomber failed to detonate his vest.", ["detonate his vest"]),
    ("The group threatened to attack the airport.", ["attack the airport"]),
    ("Gunmen tried to board the tanker on Monday.", ["board the tanker on Monday"]),
    ("The bomb nearly killed the minister.", ["killed the minister"]),
    ("The strike caused no damage.", ["The strike caused"]),
    ("The gunmen killed none of the hostages.", ["The gunmen killed"]),
    ("Injuries were not reported.", ["Injuries", "Injuries were"]),
    ("Reports of casualties could not be independently confirmed.", ["Reports of casualties"]),
    ("Claims that the base was hit were denied by the army.", ["the base was hit"]),
    (
        "The police chief does not believe there are any further threats.",
        ["further threats", "there are any further threats"],
    ),
    ("Between 6-8 rockets were fired from an F-16.", ["6", "8 rockets", "16"]),
    ("A two-year-old boy was hurt.", ["two"]),
    ("Officials saw no indication that civilians were harmed.", ["civilians were harmed"]),
    ("The crew said they had never been threatened or searched.", ["been threatened", "searched"]),
    ("The council cannot say that the militia attacked the village.", ["the militia attacked the village"]),
    ("The projectile landed in the sea rather than hitting the ship, without exploding.", ["exploding"]),
    ("The hostages were not, as first thought, killed in the raid.", ["killed in the raid"]),
    ("It was not immediately known if anyone had been killed.", ["anyone had been killed", "been killed"]),
]

# A sentence, and quotations that may be taken out of it.
HONEST = [
    ("There were no reports of casualties.", ["no reports of casualties", "There were no reports"]),
    (
        "No U.S. personnel were injured in the incident at Al Asad on Monday.",
        ["No U.S. personnel were injured", "Al Asad", "on Monday", "the incident"],
    ),
    (
        "The army did not say who launched the five drones at Tanf.",
        ["did not say who launched", "five drones", "Tanf", "The army did not say"],
    ),
    ("Nobody was hurt, police said, and two drones were shot down.", ["two drones were shot down", "police said"]),
    (
        "No one was hurt but the attack destroyed a warehouse.",
        ["the attack destroyed a warehouse", "destroyed a warehouse"],
    ),
    ("Nobody was hurt when two rockets hit the base.", ["two rockets hit the base", "hit the base"]),
    ("There were no casualties after a drone struck the ship.", ["a drone struck the ship"]),
    ("Two drones hit the base without causing casualties.", ["Two drones hit the base", "without causing casualties"]),
    ("Two rockets landed near the airport, causing no damage.", ["Two rockets landed near the airport"]),
    ("A drone without a pilot struck the depot.", ["struck the depot"]),
    ("Not only was the bridge destroyed, the road was cut too.", ["the bridge destroyed"]),
    ("No fewer than twelve soldiers were killed.", ["twelve soldiers were killed", "No fewer than twelve soldiers"]),
    ("The group denied involvement in the attack that killed three soldiers.", ["killed three soldiers", "the attack"]),
    ("Iran denied the charge, which followed an attack on a tanker.", ["an attack on a tanker"]),
    ("Baghdad denied it and blamed the militias.", ["blamed the militias"]),
    ("Hezbollah denied having any part in the shelling near Tyre.", ["Hezbollah denied", "Tyre", "near Tyre"]),
    ("The strike in May killed four.", ["killed four"]),
    ("May 19 was the day the base was hit.", ["the base was hit"]),
    ("Its military might was shown when it shelled the town.", ["it shelled the town"]),
    ("Readers will remember that the gang burned the station.", ["the gang burned the station"]),
    (
        "The navy said it would respond to the seizure of the Corvina on Tuesday.",
        ["the Corvina", "on Tuesday", "would respond"],
    ),
    (
        "If the truce fails, Iran will strike, a general said; rockets hit Eilat on Sunday.",
        ["rockets hit Eilat on Sunday"],
    ),
    ("The mission could not reach the village, where gunmen killed nine people.", ["gunmen killed nine people"]),
    ("Police have not found the men who shot the mayor.", ["the men who shot the mayor", "shot the mayor"]),
    ("They could not stop two armed drones from Yemen.", ["two armed drones", "Yemen"]),
    ("The general, who would not be named, said mortars killed two.", ["mortars killed two"]),
    ("The man killed was not named.", ["The man killed"]),
    ("No. 2 in the group was killed.", ["in the group was killed"]),
    ("The ministry said the dead were not soldiers and that a shell had hit a clinic.", ["a shell had hit a clinic"]),
    ("Although no one claimed it, the bombing killed forty.", ["the bombing killed forty"]),
    (
        "A bomb exploded near the court, wounding two; it is unclear who planted it.",
        ["A bomb exploded near the court", "wounding two"],
    ),
]


def _cases(table: list[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    return [(sentence, quote) for sentence, quotes in table for quote in quotes]


@pytest.mark.parametrize(("sentence", "quote"), _cases(CUT))
def test_a_quotation_that_leaves_out_what_takes_it_back_is_cut(sentence: str, quote: str) -> None:
    """The words stand there, and are no evidence: no spans, and the reason names the word left out."""
    found = ground(quote, sentence)
    assert found.status is QuoteStatus.CUT, found
    assert found.spans == ()
    assert "leaves out" in (found.reason or "")


@pytest.mark.parametrize(("sentence", "quote"), _cases(HONEST))
def test_a_quotation_that_says_what_its_sentence_says_is_evidence(sentence: str, quote: str) -> None:
    """Names, dates, numbers with their noun, other clauses and whole statements may be quoted."""
    found = ground(quote, sentence)
    assert found.status is QuoteStatus.VERBATIM, found


def test_a_cut_occurrence_does_not_hide_an_honest_one() -> None:
    """Without a cited sentence the first honest occurrence is taken; with one, what stands there decides."""
    text = "No casualties were reported on Monday. Three casualties were counted on Tuesday."
    assert ground("casualties were", text).sentence == 2
    assert ground("casualties were", text, sentence=1).status is QuoteStatus.CUT


def test_an_ellipsis_hides_no_negation() -> None:
    """What an ellipsis leaves out may hold no word that takes back; anything else it may."""
    text = "The militia said its men did not attack the base at Tanf."
    assert ground("its men … attack the base", text).status is QuoteStatus.CUT
    assert ground("The militia said … did not attack", text).is_evidence
