"""English is told from other languages, in articles and in flashes of a few words full of foreign names."""

from __future__ import annotations

import subprocess
import sys

import pytest

from summarize.language import detect_language

TEXTS = {
    "ar": "أعلنت المقاومة الإسلامية في العراق استهداف قاعدة عين الأسد بطائرتين مسيرتين يوم الثلاثاء، ولم تقع إصابات.",
    "fr": "Deux drones ont visé mardi la base aérienne d'Ain al-Asad, dans l'ouest de l'Irak, sans faire de victimes.",
    "es": "Dos drones atacaron el martes la base aérea de Ain al-Asad, en el oeste de Irak, sin causar víctimas.",
    "de": "Zwei Drohnen haben am Dienstag den Stützpunkt Ain al-Assad im Westen des Irak angegriffen.",
    "ru": "Два беспилотника атаковали во вторник авиабазу Айн-эль-Асад на западе Ирака, сообщили военные.",
    "uk": "Два безпілотники атакували у вівторок авіабазу Айн-ель-Асад на заході Іраку, повідомили військові.",
    "tr": "Salı günü Irak'ın batısındaki Ayn el-Esed üssüne iki insansız hava aracıyla saldırı düzenlendi.",
    "fa": "دو پهپاد روز سه‌شنبه به پایگاه هوایی عین‌الاسد در غرب عراق حمله کردند و کسی آسیب ندید.",
    "he": "שני כטב״מים תקפו ביום שלישי את בסיס עין אל-אסד במערב עיראק, ואיש לא נפגע.",
    "it": "Due droni hanno colpito martedì la base aerea di Ain al-Asad, nell'ovest dell'Iraq, senza fare vittime.",
    "nl": "Twee drones vielen dinsdag de luchtmachtbasis Ain al-Asad in het westen van Irak aan. Er was geen schade.",
    "pt": "Dois drones atacaram na terça-feira a base aérea de Ain al-Asad, no oeste do Iraque, sem causar vítimas.",
}
FLASHES = [
    "Kataib Hezbollah, Harakat al-Nujaba claim attack on Ain al-Asad, Anbar",
    "Drones hit al-Tanf; no casualties.",
    "Two rockets hit Harir, Erbil.",
    "BREAKING: Sirens in Kiryat Shmona",
    "Explosion in Sanaa",
    "Sayyid Abdul-Malik al-Houthi: Ansar Allah struck Eilat with Palestine-2, Zulfiqar, Quds missiles",
    "Houthi drone hits MV Galaxy Leader off Hodeidah",
    "Jaish al-Adl gunmen ambush IRGC patrol near Rask, Sistan-Baluchestan",
    "Tehrik-i-Taliban Pakistan kills 3 in Mir Ali, Waziristan",
    "Boko Haram raids Ngala, Borno",
]


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_languages_of_the_field_are_told_apart(code: str) -> None:
    """A sentence or two are enough for the languages that reports on incidents come in."""
    assert detect_language(TEXTS[code]) == code


@pytest.mark.parametrize("flash", FLASHES)
def test_a_flash_of_foreign_names_is_english(flash: str) -> None:
    """Names from the field do not make a few English words another language."""
    assert detect_language(flash) == "en"


@pytest.mark.parametrize("text", ["", " \n", "12345 … !!", "2024-04-23 10:15", "a 1 b 2", "😀 😀"])
def test_a_text_without_words_is_undetermined(text: str) -> None:
    """Digits, marks and single letters have no language."""
    assert detect_language(text) == "und"


def test_an_english_article_with_foreign_quotations_is_english() -> None:
    """What counts is what most of the words are."""
    text = f"The group said in a statement that it had attacked the base: “{TEXTS['ar']}” The army denied it. " * 2
    assert detect_language(text) == "en"


def test_only_the_beginning_counts() -> None:
    """The first 2,000 characters from the first letter on decide, however long the text is."""
    assert detect_language("… \n" * 3000 + TEXTS["de"] * 20 + "The attack was claimed by the group. " * 500) == "de"


def test_english_costs_no_model() -> None:
    """An English article does not load the identifier."""
    program = (
        "import sys; from summarize.language import detect_language; "
        "print(detect_language('The army said that it had attacked the base after two of its soldiers were killed.'), "
        "'py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["en", "False"]
