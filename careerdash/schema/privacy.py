"""What is turned away at the door: national ids, pay, bank data and birth dates, by name and by value."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from statistics import median

from .national_ids import is_bank, is_national

_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a national id", re.compile(
        r"^(sin|nie|nir|nif|pin|rut|ahv|bsn|tin|ahv nr|ahv nummer|pin (number|no|nr))$|"
        r"\b(ssn|ssn4|ssnr|sin (number|no)|nino|ni number|cpf|pesel|curp|dni|nie number|nif number|aadhaar|aadhar|"
        r"burgerservicenummer|svnr|sv nummer|amka|cnp|"
        r"pan number|pan card|social (security|insurance)|rfc number|numero rfc|"
        r"national (id|insurance|identity|identification|identifier|number|registration)|"
        r"tax (id|number|file|identification|code|identifier)|taxpayer|passport|passnummer|passeport|pasaporte|"
        r"passaporto|codice fiscale|personnummer|fodselsnummer|fodelsenummer|henkilotunnus|cpr (nummer|number|nr)|"
        r"sozialversicherung\w*|steuer ?(id|nummer|identifikations\w*)|securite sociale|seguridad social|"
        r"numero de identidad|documento de identidad|cedula|rijksregisternummer|"
        r"insee|(num(ero)?|n|no) (de )?(secu|ss)|fiscal (code|number|id)|steuer ?nr|sv nr|versicherungsn\w*|nif|"
        r"fodselsnr|personnr|egn|jmbg|emso|oib|national insurance|nat ?id|natl id|govt? id|government id|"
        r"nhs number|driver s? ?licen[sc]e|identity card|personalausweis\w*|ausweis\w*|id card number)\b")),
    ("pay", re.compile(
        r"\b((salary|salaries|wages?|pay|payscale)(?! (grade|group|band|scale|level|plan))|payroll(?! (number|no|id|"
        r"status|name))|"
        r"compensation(?! (reason|change reason|grade|band))|bonus|"
        r"remuneration|\w*gehalt(?!s?(stufe|gruppe|band|klasse))\w*|lohn\w*|stundenlohn|vergutung\w*|salaire|salario|sueldo|"
        r"stipendio|retribuzione|salaris|"
        r"(hourly|hrly|pay|annual|annl|ann|base|monthly|mthly|weekly|daily|comp) ?(rate|rt)|comprate|ctc|total comp|"
        r"(annl|annual|ann|base|monthly|hourly|gross|net) (sal|comp|amt|amount)|"
        r"sal (amt|amount|annual|base|rate|admin)|base sal\w*|"
        r"brutto\w*|netto\w*|\w*entgelt(?!gruppe)\w*|besoldung(?!sgruppe)\w*|paga|loon|bruto\w*|"
        r"vencimento|remunera\w*|earnings|income|einkommen|commission(?! date))\b")),
    ("bank data", re.compile(
        r"\b(iban|bic|swift (code|bic)|bank|sort code|routing number|account (number|no)|bankverbindung|kontonummer|"
        r"konto|compte bancaire|credit card|card number|kreditkarte\w*|cuenta bancaria|bankkonto|bankrekening)\b|"
        r"^swift$")),
    ("a birth date", re.compile(
        r"\b(birth ?date|birth ?day|b day|date of birth|dob|d o b|born( on)?|birth ?year|year of birth|geburts\w*|"
        r"geboren\w*|geb datum|date de naissance|naissance|ne (e )?le|fecha (de )?nac\w*|nacimiento|data di nascita|"
        r"nascita|nato il|data de nascimento|nascimento|geboortedatum|fodelsedatum|fodselsdato|age)\b")),
)
_MONEY = re.compile(r"^(?:[$€£¥]|USD|EUR|GBP|CHF)\d[\d.,']*$|^\d[\d.,']*(?:[$€£¥]|USD|EUR|GBP|CHF)$")
_LEAST = 3


def refused_header(header: str) -> str | None:
    """What a header says that is never kept ("pay", "a birth date", ...), or None."""
    text = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header).replace("ø", "o"))
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = re.sub(r"[\W_]+", " ", text).strip().lower()
    for what, pattern in _NAMES:
        if pattern.search(text) and len(text.split()) <= 6:
            return what
    return None


def refused_values(values: Sequence[str]) -> str | None:
    """What a column's different texts look like that is never kept, or None. Needs three texts or more."""
    texts = [re.sub(r"\s+", " ", value).strip().upper() if value else "" for value in values]
    texts = [text for text in texts if text]
    if len(texts) < _LEAST:
        return None
    for what, fits in (("a national id", is_national), ("bank data", is_bank), ("pay", _money)):
        if sum(fits(text) for text in texts) >= 0.8 * len(texts):
            return what
    return None


def refused_days(days: Sequence[date], today: date) -> bool:
    """Whether days under an unknown header look like birth dates: all long ago, most a generation or more.

    `days`: the different days of a column; fewer than five say nothing.
    """
    years = [(today - day).days / 365.25 for day in days]
    return len(years) >= 5 and min(years) > 15 and max(years) < 100 and median(years) > 24


def _money(text: str) -> bool:
    return bool(_MONEY.match(text.replace(" ", "")))
