"""English is read; other languages are named and kept; doubt counts as English."""

from collections.abc import Callable

import pytest

from sayso.core.document import Document

Open = Callable[[str, bytes | str], Document]

LANGUAGES = {
    "The lake fell by two metres in a year, and the farms below it lost their harvest to the salt.": "en",
    "Jezero je palo za dva metra za godinu dana, a sela ispod njega ostala su bez vode i bez žetve zbog soli.": "sr hr bs sl",
    "Der See fiel in einem Jahr um zwei Meter, und die Höfe darunter verloren ihre Ernte durch das Salz im Boden.": "de",
    "Het meer daalde in een jaar met twee meter, en de boeren verloren hun oogst door het zout in de bodem van het dal. "
    "Volgens het ministerie kwam dat omdat niemand de sluizen op tijd wilde sluiten, terwijl de boeren steeds meer katoen lieten "
    "groeien; zonder regen blijft er volgend jaar geen water over voor dorpen langs de oever.": "nl",
    "Озеро упало на два метра за год, и хозяйства под ним потеряли урожай из-за соли, которая осталась на полях.": "ru",
    "湖の水位は一年で二メートル下がり、下流の農場は塩のために収穫を失ったと省は述べた。" * 3: "ja",
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_languages(text: str, opened: Open) -> None:
    document = opened("a.txt", text)
    assert document.language in LANGUAGES[text].split()
    told = [fault for fault in document.faults if fault.startswith("language: ")]
    assert bool(told) == (document.language != "en")
    assert all(fault.endswith(f"({document.language}); kept, not read") for fault in told)


@pytest.mark.parametrize(
    "text",
    [
        "Blims.",
        "Blims stoke gorps. Gorps curb zags. Zags fan trells. Trells sap blims. " * 3,
        "42 | 17",
        "Aspect | Details | Sources |",
        "Belgrade, Novi Sad, Niš",
    ],
)
def test_short_texts_are_taken_for_english(text: str, opened: Open) -> None:
    assert opened("a.txt", text).language in (None, "en")
