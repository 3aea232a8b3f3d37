"""Pseudonyms under a key: by HMAC-SM3 (not to be undone), and in the format of the value (FF1 over SM4).

Values are made tidy first, so that width, spaces and invisible marks do not give one person two pseudonyms.
The purpose binds a pseudonym to what it was made for: two recipients cannot join what they got.
"""

import re
from datetime import date, timedelta
from typing import Final

import polars as pl
from cryptography.hazmat.primitives.ciphers.algorithms import SM4

from brain.kit.crypto import hmac_sm3
from brain.kit.errors import Invalid
from brain.platform.governance.algorithm.protection.ff1 import FF1
from brain.platform.governance.algorithm.protection.hiding import each
from brain.platform.governance.domain.number_shapes import bank_card, luhn_holds, mobile
from brain.reference import credit_code, resident_id
from brain.reference.credit_code import CreditCode
from brain.reference.resident_id import ResidentId

KEY_BYTES: Final = 16
SHOWN: Final = 32  # hexadecimal digits of the 64: 128 bits, no collision among what a province holds
FIRST_DAY: Final = date(1900, 1, 1)
DAYS: Final = (date(2100, 1, 1) - FIRST_DAY).days
_OF_A_DAY: Final = 1_000
_NUMBER: Final = re.compile(r"(?=.*\d)[A-Z\d\s-]+", re.ASCII)
_GAPS: Final = re.compile(r"[\s-]")
_DIGITS: Final = "0123456789"


def pseudonyms(column: pl.Series, key: bytes, purpose: str) -> pl.Series:
    """Equal values get equal pseudonyms under one key and purpose; case and gaps in numbers do not matter."""
    _check(key)
    prefix = purpose.encode() + b"\0"
    return each(column, lambda text: hmac_sm3(key, prefix + _canonical(text).encode())[:SHOWN])


def _canonical(text: str) -> str:
    upper = text.upper()
    return _GAPS.sub("", upper) if _NUMBER.fullmatch(upper) else upper


class FormatPseudonyms:
    """Pseudonyms that look like the value and keep its check digit right; whoever has the key can undo them.

    What the format does not fit becomes null: it is never let through.
    """

    def __init__(self, key: bytes, purpose: str) -> None:
        _check(key)
        secret = bytes.fromhex(hmac_sm3(key, b"ff1\0" + purpose.encode()))[:KEY_BYTES]
        self._decimal = FF1(SM4(secret), len(_DIGITS))
        self._codes = FF1(SM4(secret), len(credit_code.ALPHABET))

    def mobiles(self, column: pl.Series) -> pl.Series:
        """The network's first three digits stay."""
        return each(column, self.mobile)

    def bank_cards(self, column: pl.Series) -> pl.Series:
        """The issuer's six digits stay, Luhn's digit is renewed."""
        return each(column, self.bank_card)

    def resident_ids(self, column: pl.Series) -> pl.Series:
        """The region stays; the birthday becomes another day from 1900 to 2099."""
        return each(column, self.resident_id)

    def credit_codes(self, column: pl.Series) -> pl.Series:
        """Department, category and region stay, the organisation's nine characters change."""
        return each(column, self.credit_code)

    def mobile(self, text: str, *, undo: bool = False) -> str | None:
        digits = "".join(character for character in text if character.isdecimal())[-11:]
        if not mobile(text):
            return None
        return digits[:3] + self._digits(digits[3:], digits[:3], undo=undo)

    def bank_card(self, text: str, *, undo: bool = False) -> str | None:
        digits = "".join(character for character in text if character.isdecimal())
        if not bank_card(digits):
            return None
        body = digits[:6] + self._digits(digits[6:-1], digits[:6], undo=undo)
        return next(body + last for last in _DIGITS if luhn_holds(body + last))

    def resident_id(self, text: str, *, undo: bool = False) -> str | None:
        """Day and order within it are one number, encrypted until it is a day again (cycle walking)."""
        try:
            number = ResidentId(text)
        except Invalid:
            return None
        place = (number.born - FIRST_DAY).days * _OF_A_DAY + int(number[14:17])
        if not number.check_digit_holds or not 0 <= place < DAYS * _OF_A_DAY:
            return None
        while True:
            place = int(self._digits(f"{place:08}", number.region, undo=undo))
            if place < DAYS * _OF_A_DAY:
                break
        day = FIRST_DAY + timedelta(days=place // _OF_A_DAY)
        body = f"{number.region}{day:%Y%m%d}{place % _OF_A_DAY:03}"
        return body + resident_id.check_digit(body)

    def credit_code(self, text: str, *, undo: bool = False) -> str | None:
        try:
            code = CreditCode(text)
        except Invalid:
            return None
        if not code.check_digit_holds:
            return None
        change = self._codes.decrypt if undo else self._codes.encrypt
        numerals = change(
            [credit_code.ALPHABET.index(character) for character in code.organisation], code[:8].encode()
        )
        body = code[:8] + "".join(credit_code.ALPHABET[numeral] for numeral in numerals)
        return body + credit_code.check_digit(body)

    def _digits(self, digits: str, tweak: str, *, undo: bool) -> str:
        change = self._decimal.decrypt if undo else self._decimal.encrypt
        return "".join(map(str, change([int(digit) for digit in digits], tweak.encode())))


def _check(key: bytes) -> None:
    if len(key) < KEY_BYTES:
        raise Invalid(f"密钥至少 {KEY_BYTES} 字节")
