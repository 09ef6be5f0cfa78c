"""The colours: four, one meaning each, for light and dark, and the greys of everything else."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """`measure` what is looked at; `done` what is finished; `trouble` what needs someone; `care` what soon may.

    `text` and `muted` are for words, `grid` for lines behind the marks, `track` for the rest of a bar,
    `back` for the page. `on_measure` and `on_trouble` are readable on a bar of that colour.
    """

    measure: str
    done: str
    trouble: str
    care: str
    text: str
    muted: str
    grid: str
    track: str
    back: str
    on_measure: str
    on_trouble: str


LIGHT = Palette(
    measure="#12436D", done="#28A197", trouble="#801650", care="#F46A25",
    text="#1B2733", muted="#5B6672", grid="#E4E8EC", track="#E4EAEF", back="#FFFFFF",
    on_measure="#FFFFFF", on_trouble="#FFFFFF")

DARK = Palette(
    measure="#6BACE6", done="#FFB454", trouble="#E46C87", care="#FFFFFF",
    text="#EDF1F5", muted="#A3ADB8", grid="#2A333D", track="#2A343F", back="#11171E",
    on_measure="#0B1117", on_trouble="#0B1117")


def palette(theme: str | None) -> Palette:
    """The palette of a theme named `light` or `dark`; light where it is not known."""
    return DARK if theme == "dark" else LIGHT
