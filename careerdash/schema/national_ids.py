"""National ids and bank numbers by their form: kept apart from plain numbers by separators, letters or check digits.

A number without either is never taken for one: employee ids and telephone numbers must pass.
"""

import re

_US = re.compile(r"^(?!000|666|9\d\d)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}$")
_FORMS = tuple(re.compile(pattern) for pattern in (
    r"^[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]$",  # United Kingdom
    r"^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$",  # Italy
    r"^[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d$",  # Mexico
    r"^756\.\d{4}\.\d{4}\.\d{2}$",  # Switzerland
    r"^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$",  # Belgium
    r"^\d{6}[-+A]\d{3}[\dA-Y]$",  # Finland
    r"^\d{6}-[1-8]\d{6}$",  # Korea
))
_BORN = re.compile(r"^(?:\d{2})?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]\d{4}$")
_BORN_FIRST_DAY = re.compile(r"^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}$")
_IBAN = re.compile(r"^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$")
_VERHOEFF = ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9), (1, 5, 7, 6, 2, 8, 3, 0, 9, 4), (5, 8, 0, 3, 7, 9, 6, 1, 4, 2),
             (8, 9, 1, 6, 0, 4, 3, 5, 2, 7), (9, 4, 5, 3, 1, 2, 6, 8, 7, 0), (4, 2, 8, 6, 5, 7, 3, 9, 0, 1),
             (2, 7, 9, 3, 8, 0, 6, 4, 1, 5), (7, 0, 4, 6, 9, 1, 3, 2, 5, 8))


def is_national(text: str) -> bool:
    """Whether an upper-case text has the form of a national id of one of some twenty countries."""
    tight = text.replace(" ", "")
    return bool(_US.match(text) or any(form.match(text) for form in _FORMS) or _BORN.match(text)
                or _BORN_FIRST_DAY.match(text) or _checked(text, tight))


def is_bank(text: str) -> bool:
    """Whether an upper-case text is an IBAN or the number of a payment card, by its check digits."""
    tight = re.sub(r"[ -]", "", text)
    if _IBAN.match(tight):
        turned = tight[4:] + tight[:4]
        return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1
    return bool(re.fullmatch(r"[3-6]\d{13,18}", tight)) and luhn(tight)


def luhn(digits: str) -> bool:
    """The check of payment cards and of Canadian and Swedish numbers.

    >>> luhn("046454286"), luhn("046454287")
    (True, False)
    """
    numbers = [int(char) for char in reversed(digits)]
    return (sum(numbers[0::2]) + sum(sum(divmod(2 * digit, 10)) for digit in numbers[1::2])) % 10 == 0


def _weighted(digits: str, weights: str, modulus: int) -> int:
    return sum(int(digit) * int(weight, 16) for digit, weight in zip(digits, weights, strict=False)) % modulus


def _checked(text: str, tight: str) -> bool:
    if re.fullmatch(r"\d{3}[ -]\d{3}[ -]\d{3}", text):  # Canada
        return luhn(re.sub(r"\D", "", text))
    if re.fullmatch(r"\d{3}\.\d{3}\.\d{3}-\d{2}", text):  # Brazil
        return _cpf(re.sub(r"\D", "", text))
    if re.fullmatch(r"\d{1,2}\.\d{3}\.\d{3}-[\dK]", text):  # Chile
        body = re.sub(r"\D", "", text[:-2])[::-1]
        return "0123456789K0"[11 - sum(int(one) * (2 + place % 6) for place, one in enumerate(body)) % 11] == text[-1]
    if re.fullmatch(r"(\d{8}|[XYZ]-?\d{7})-?[A-Z]", tight):  # Spain
        number = tight[:-1].replace("-", "").translate(str.maketrans("XYZ", "012"))
        return "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23] == tight[-1]
    if re.fullmatch(r"[12]\d{2}(0[1-9]|1[0-2]|[2-9]\d)\d{8,10}", tight) and len(tight) == 15:  # France
        return 97 - int(tight[:13]) % 97 == int(tight[13:])
    if re.fullmatch(r"\d{4} \d{4} \d{4}", text) or re.fullmatch(r"[2-9]\d{11}", text):  # India
        return _aadhaar(tight)
    if re.fullmatch(r"\d{11}", text) and re.fullmatch(r"[0-3]\d", text[4:6]):  # Poland, with a plausible day
        month = int(text[2:4]) % 20
        return 1 <= month <= 12 and (10 - _weighted(text, "1379137913", 10)) % 10 == int(text[10])
    if re.fullmatch(r"\d{17}[\dX]", text):  # China
        rest = sum(int(one) * pow(2, 17 - place, 11) for place, one in enumerate(text[:17])) % 11
        return "10X98765432"[rest] == text[17]
    return False


def _cpf(digits: str) -> bool:
    if len(set(digits)) == 1:
        return False
    for length in (9, 10):
        total = sum(int(digit) * (length + 1 - place) for place, digit in enumerate(digits[:length]))
        if total * 10 % 11 % 10 != int(digits[length]):
            return False
    return True


def _aadhaar(digits: str) -> bool:
    """Verhoeff's check: the sum of the permuted digits in the group of the pentagon's symmetries is 0."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = _VERHOEFF[place % 8][int(digit)]
        total = _turn(total, value)
    return total == 0


def _turn(left: int, right: int) -> int:
    """Product of two symmetries of the pentagon: 0 to 4 turn it, 5 to 9 turn it over."""
    if left < 5:
        return (left + right) % 5 if right < 5 else 5 + (left + right - 5) % 5
    return 5 + (left - 5 - right) % 5 if right < 5 else (left - right) % 5
