"""Articles that are full of words of attack and report no incident, and those of another topic that do."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.rules.draft import draft_article
from summarize.schema.draft import ArticleDraft

EMPTY = {
    "sport": (
        "Hosts launched a late assault on Wednesday night in Varkas, striking twice in three minutes to reach the "
        "quarter-finals. Their midfielder fired in the first and shot home the winner as the visitors were bombarded."
    ),
    "markets": (
        "Shares in Varkas tumbled on Friday as fears of a trade war hit exporters. The bank was hammered, losing 6%, "
        "and oil prices exploded."
    ),
    "earthquake": (
        "A magnitude 6.8 earthquake struck the hills near Varkas late on Friday, killing more than 200 people. "
        "Soldiers dug through the rubble after an aftershock."
    ),
    "train crash": (
        "Two trains collided head-on near Varkas late on Tuesday, killing at least 36 people and injuring 85. "
        "The station master was arrested."
    ),
    "politics": (
        "Candidates attacked each other's plans in a debate at Varkas on Thursday. The opposition hit out at the "
        "budget two days before the polls open."
    ),
    "labour": (
        "Nurses will strike for two days next month at the hospitals of Varkas, their union said on Friday. "
        "Ministers attacked the walkout."
    ),
    "animal": (
        "A bear attacked a hiker near Varkas on Tuesday, killing the woman. Rangers later shot the animal dead."
    ),
    "film": (
        "The director's new film, which opened in cinemas on Friday, tells of a hijacked airliner and the commandos "
        "who storm it at Varkas. A bomb destroys the terminal in the finale."
    ),
    "space": (
        "A rocket carrying three astronauts blasted off from Varkas on Wednesday and reached its orbit. Controllers "
        "fired the engines twice."
    ),
    "weapons test": (
        "The navy test-fired a new anti-ship missile off Varkas on Tuesday, striking a target barge. It was the first "
        "of three planned tests."
    ),
    "remembrance": (
        "Ten years after gunmen stormed its town hall, Varkas fell silent on Tuesday to remember the 12 people "
        "killed. The mayor laid a wreath."
    ),
    "obituary": (
        "A heart attack killed the veteran reporter at his home in Varkas on Sunday. He made his name in wars and "
        "was wounded by mortar fire early in his career."
    ),
}
FULL = {
    "at a match": (
        "A grenade blast hit a cricket match in Varkas on Friday, killing two spectators. The league game was "
        "stopped, and fans ran onto the pitch. No group has claimed the attack."
    ),
    "at the polls": (
        "Gunmen attacked a polling station in Varkas on Saturday as voters queued, killing three officials. Turnout "
        "was low and ballot boxes were burned."
    ),
    "on a refinery": (
        "Drones struck an oil refinery in Varkas early on Thursday and set a tank on fire. Oil prices rose, and "
        "shares in the operator fell as investors feared for exports."
    ),
}


def draft(text: str) -> ArticleDraft:
    """The draft of a text."""
    return draft_article(Article(text=text))


@pytest.mark.parametrize("topic", sorted(EMPTY))
def test_words_of_attack_alone_are_no_incident(topic: str) -> None:
    """What sport, trade, nature and the stage say in words of war is reported as no incident, with a reason."""
    made = draft(EMPTY[topic])
    assert made.incidents == []
    assert made.no_incident is not None


@pytest.mark.parametrize("topic", sorted(FULL))
def test_an_attack_stays_one_among_words_of_another_topic(topic: str) -> None:
    """An attack with a weapon or gunmen is an incident, though its article speaks of a match, polls or prices."""
    assert [incident.role for incident in draft(FULL[topic]).incidents] == ["main"]


@pytest.mark.parametrize(
    ("topic", "reason"),
    [("earthquake", "accident"), ("train crash", "accident"), ("remembrance", "anniversary")],
)
def test_the_reason_is_that_of_the_topic(topic: str, reason: str) -> None:
    """An accident and a day of remembrance are told apart from what is merely unrelated."""
    assert draft(EMPTY[topic]).no_incident == reason
