"""What is turned away at the door: national ids, pay, bank data and birth dates, by name and by value."""

import re
from collections.abc import Sequence

_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a national id", re.compile(
        r"\b(ssn|sin|nin|nino|bsn|cpf|pesel|curp|dni|nif|nie|aadhaar|pan number|social (security|insurance)|"
        r"national (id|insurance|identity|identification)|tax (id|number|file)|taxpayer|passport|codice fiscale|"
        r"personnummer|"
        r"sozialversicherung\w*|steuer ?(id|nummer|identifikations\w*)|securite sociale|"
        r"nhs number|driver s? ?licen[sc]e|identity card|personalausweis\w*|ausweis\w*|id card number)\b")),
    ("pay", re.compile(
        r"\b(salary|salaries|wages?|pay(?! (grade|group|band))|payroll|compensation(?! (reason|change reason))|bonus|"
        r"remuneration|gehalt\w*|jahresgehalt|lohn\w*|vergutung\w*|salaire|remuneration|salario|sueldo|"
        r"stipendio|retribuzione|"
        r"hourly rate|pay rate|annual rate|base rate|ctc|earnings|income|einkommen|commission)\b")),
    ("bank data", re.compile(
        r"\b(iban|bic|swift|bank|sort code|routing number|account (number|no)|bankverbindung|kontonummer|konto|"
        r"compte bancaire|credit card|card number|kreditkarte\w*|cuenta bancaria)\b")),
    ("a birth date", re.compile(
        r"\b(birth ?date|birth ?day|date of birth|dob|born( on)?|birth ?year|year of birth|geburts\w*|geboren\w*|"
        r"geb datum|date de naissance|naissance|fecha de nacimiento|nacimiento|data di nascita|nascita|"
        r"data de nascimento|geboortedatum|age)\b")),
)
_US = re.compile(r"^(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$")
_IBAN = re.compile(r"^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$")
_NINO = re.compile(r"^[A-CEGHJ-PR-TW-Z]{2}\d{6}[A-D]$")
_FISCAL = re.compile(r"^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$")
_CARD = re.compile(r"^\d{13,19}$")
_MONEY = re.compile(r"^(?:[$€£¥]|USD|EUR|GBP|CHF)\s?\d[\d.,' ]*$|^\d[\d.,' ]*\s?(?:[$€£¥]|USD|EUR|GBP|CHF)$")


def refused_header(header: str) -> str | None:
    """What a header says that is never kept ("pay", "a birth date", ...), or None."""
    text = re.sub(r"[\W_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)).strip().lower()
    text = text.translate(str.maketrans("äöüéèêáíóú", "aoueeeaiou"))
    for what, pattern in _NAMES:
        if pattern.search(text) and len(text.split()) <= 6:
            return what
    return None


def refused_values(values: Sequence[str]) -> str | None:
    """What a column's different texts look like that is never kept, or None. Needs three texts or more."""
    texts = [re.sub(r"\s", "", value).upper() if value else "" for value in values]
    texts = [text for text in texts if text]
    if len(texts) < 3:
        return None
    for what, fits in (("a national id", _national), ("bank data", _bank), ("pay", _MONEY.match)):
        if sum(bool(fits(text)) for text in texts) >= 0.8 * len(texts):
            return what
    return None


def _national(text: str) -> bool:
    return bool(_US.match(text) or _NINO.match(text) or _FISCAL.match(text))


def _bank(text: str) -> bool:
    return bool(_IBAN.match(text) and _iban(text)) or _card(text)


def _iban(text: str) -> bool:
    turned = text[4:] + text[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def _card(text: str) -> bool:
    if not _CARD.match(text.replace("-", "")):
        return False
    digits = [int(char) for char in reversed(text.replace("-", ""))]
    total = sum(digits[0::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return total % 10 == 0
