"""Tests of actors: one name for all spellings, and who speaks."""

from __future__ import annotations

import tomllib

import pytest

from summarize.content import lexicon_path
from summarize.grounding.actors import known_actor, normalise_actor, speaker_kind
from summarize.schema.vocabulary import ActorKind, SpeakerKind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Islamic Resistance in Iraq", "Islamic Resistance in Iraq"),
        ("the Islamic Resistance of Iraq", "Islamic Resistance in Iraq"),
        ("Kataib Hezbollah", "Kataib Hezbollah"),
        ("Kata’ib Hizballah", "Kataib Hezbollah"),
        ("Houthis", "Houthis"),
        ("Ansar Allah", "Houthis"),
        ("the Iran-backed Houthi rebels", "Houthis"),
        ("IRGC", "Islamic Revolutionary Guard Corps"),
        ("Iran's Revolutionary Guards", "Islamic Revolutionary Guard Corps"),
        ("Iran’s Revolutionary Guards", "Islamic Revolutionary Guard Corps"),
        ("the cells of Daesh", "Islamic State"),
        ("al-Shabab", "Al-Shabaab"),
        ("RSF", "Rapid Support Forces"),
        ("Israel’s military", "Israel Defense Forces"),
        ("Kyiv", "Ukraine"),
        ("Israeli", "Israel"),
        ("JNIM fighters", "JNIM"),
    ],
)
def test_spellings_have_one_name(words: str, name: str) -> None:
    """An actor's words get the name that the list has for them."""
    assert normalise_actor(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "anti-Houthi tribesmen",
        "a rival of Hamas",
        "an Afghan",
        "saboteurs in Houthi pay",
        "gunmen",
        "the group",
        "",
        "Sons of the Khabur",
    ],
)
def test_who_only_stands_near_a_group_is_not_it(words: str) -> None:
    """Words that hold a group's name but name somebody else, and words that name nobody, get no name."""
    assert normalise_actor(words) is None


def test_the_list_is_wide_and_sound() -> None:
    """The list holds at least 150 actors; no spelling belongs to two, and every kind is one of the schema's."""
    actors = tomllib.loads(lexicon_path("actors.toml").read_text("utf-8"))["actor"]
    owners: dict[str, str] = {}

    assert len(actors) >= 150
    for actor in actors:
        assert ActorKind(actor["kind"])
        for spelling in (actor["name"], *actor["aliases"]):
            found = known_actor(spelling)
            assert found is not None
            assert owners.setdefault(spelling.casefold(), actor["name"]) == actor["name"], spelling
            assert found.name == actor["name"], spelling


@pytest.mark.parametrize(
    ("by", "kind"),
    [
        (None, SpeakerKind.ARTICLE),
        ("The Houthi military spokesman", SpeakerKind.PERPETRATOR),
        ("the PKK’s armed wing", SpeakerKind.PERPETRATOR),
        ("the group", SpeakerKind.PERPETRATOR),
        ("U.S. defense officials", SpeakerKind.OFFICIAL),
        ("GEN. HARTNETT", SpeakerKind.OFFICIAL),
        ("the Hamas-run health ministry", SpeakerKind.OFFICIAL),
        ("Moscow", SpeakerKind.OFFICIAL),
        ("the Israeli military", SpeakerKind.OFFICIAL),
        ("the UN mission", SpeakerKind.INTERNATIONAL),
        ("the European Union's naval force", SpeakerKind.INTERNATIONAL),
        ("UKMTO", SpeakerKind.MONITOR),
        ("the Syrian Observatory for Human Rights", SpeakerKind.MONITOR),
        ("state television", SpeakerKind.MEDIA),
        ("residents", SpeakerKind.WITNESS),
        ("Two villagers", SpeakerKind.WITNESS),
        ("Renee Aldous", SpeakerKind.OTHER),
    ],
)
def test_speakers_have_a_kind(by: str | None, kind: SpeakerKind) -> None:
    """The words for a speaker tell what kind he is."""
    assert speaker_kind(by) is kind


def test_who_is_blamed_speaks_for_himself() -> None:
    """A group that no list has is the perpetrator where the statement is on itself."""
    assert speaker_kind("Salt Anchor") is SpeakerKind.OTHER
    assert speaker_kind("Salt Anchor", actor="“Salt Anchor”") is SpeakerKind.PERPETRATOR
