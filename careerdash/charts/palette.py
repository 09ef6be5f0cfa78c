"""The colours: four, one meaning each, for light and dark, and the greys of everything else."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """`measure` what is looked at; `done` what is finished; `trouble` what needs someone; `care` what soon may.

    `text` and `muted` are for words, `grid` for lines behind the marks, `track` for the rest of a bar,
    `back` for the page. `on_...` are inks that are readable on a bar of that colour.
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
    on_done: str
    on_trouble: str
    on_care: str


LIGHT = Palette(
    measure="#12436D", done="#28A197", trouble="#801650", care="#F46A25",
    text="#1B2733", muted="#5B6672", grid="#E4E8EC", track="#E4EAEF", back="#FFFFFF",
    on_measure="#FFFFFF", on_done="#06231F", on_trouble="#FFFFFF", on_care="#1B2733")

DARK = Palette(
    measure="#6BACE6", done="#FFB454", trouble="#E46C87", care="#FFFFFF",
    text="#EDF1F5", muted="#A3ADB8", grid="#2A333D", track="#2A343F", back="#11171E",
    on_measure="#0B1117", on_done="#0B1117", on_trouble="#0B1117", on_care="#0B1117")


def palette(theme: str | None) -> Palette:
    """The palette of a theme named `light` or `dark`; light where it is not known."""
    return DARK if theme == "dark" else LIGHT


Look = tuple[str, str, str, bool]
"""What a part is called in the data, its colour, the ink on it, and whether it is drawn hollow."""


def cadence_colors(palette: Palette) -> tuple[Look, ...]:
    """Cadence states from the good to the bad; hollow where nothing can be said yet."""
    return (
        ("on", palette.measure, palette.on_measure, False), ("new", palette.measure, palette.text, True),
        ("ending", palette.muted, palette.text, True), ("no_data", palette.track, palette.text, False),
        ("late", palette.care, palette.on_care, False), ("silent", palette.trouble, palette.on_trouble, False),
        ("never", palette.trouble, palette.text, True))


def outcome_colors(palette: Palette) -> tuple[Look, ...]:
    """What became of milestones: done in one colour, late hollow; overdue in trouble's colour; the rest pale."""
    return (
        ("on_time", palette.done, palette.on_done, False), ("late", palette.done, palette.text, True),
        ("done", palette.measure, palette.text, True), ("overdue", palette.trouble, palette.on_trouble, False),
        ("open", palette.track, palette.text, False), ("left_open", palette.muted, palette.text, True),
        ("dropped", palette.muted, palette.back, False))


def item_colors(palette: Palette) -> tuple[Look, ...]:
    """The four states of a mentor action."""
    return (
        ("done", palette.measure, palette.on_measure, False), ("not_done", palette.trouble, palette.on_trouble, False),
        ("not_due", palette.measure, palette.text, True), ("no_data", palette.track, palette.text, False))


def said_colors(palette: Palette) -> tuple[Look, ...]:
    """What is said against what the data shows."""
    return (
        ("ticked_evidenced", palette.measure, palette.on_measure, False),
        ("evidenced_only", palette.measure, palette.text, True),
        ("ticked_only", palette.care, palette.on_care, False), ("neither", palette.track, palette.text, False))


def plan_colors(palette: Palette) -> tuple[Look, ...]:
    """What became of goals' target days: as planned, healthily re-planned, silently overrun, moved and overdue."""
    return (
        ("as_planned", palette.measure, palette.on_measure, False), ("replanned", palette.measure, palette.text, True),
        ("overrun", palette.trouble, palette.on_trouble, False), ("moved_overdue", palette.trouble, palette.text, True),
        ("no_date", palette.track, palette.text, False))


def score_colors(palette: Palette) -> tuple[Look, ...]:
    """Scores from 5 to 1: satisfied in one colour, 3 pale, the low ones in trouble's colour."""
    return (
        ("5", palette.measure, palette.on_measure, False), ("4", palette.measure, palette.text, True),
        ("3", palette.track, palette.text, False), ("2", palette.trouble, palette.text, True),
        ("1", palette.trouble, palette.on_trouble, False))
