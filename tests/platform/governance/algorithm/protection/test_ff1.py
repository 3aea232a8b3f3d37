"""FF1 against the sample vectors that NIST published with SP 800-38G, and its laws over SM4."""

import pytest
from cryptography.hazmat.primitives.ciphers.algorithms import AES, SM4
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.governance.algorithm.protection.ff1 import FF1

KEY = "2B7E151628AED2A6ABF7158809CF4F3C"
LONGER = KEY + "EF4359D8D580AA4F"
LONGEST = LONGER + "7F036D6F04FC6A94"
DIGITS, LETTERS = "0123456789", "0123456789abcdefghi"
TWEAK, OTHER = "39383736353433323130", "3737373770717273373737"
SAMPLES = [
    (KEY, 10, "", DIGITS, "2433477484"),
    (KEY, 10, TWEAK, DIGITS, "6124200773"),
    (KEY, 36, OTHER, LETTERS, "a9tv40mll9kdu509eum"),
    (LONGER, 10, "", DIGITS, "2830668132"),
    (LONGER, 10, TWEAK, DIGITS, "2496655549"),
    (LONGER, 36, OTHER, LETTERS, "xbj3kv35jrawxv32ysr"),
    (LONGEST, 10, "", DIGITS, "6657667009"),
    (LONGEST, 10, TWEAK, DIGITS, "1001623463"),
    (LONGEST, 36, OTHER, LETTERS, "xs8a0azh2avyalyzuwd"),
]


def numerals(text: str) -> list[int]:
    return [int(character, 36) for character in text]


@pytest.mark.parametrize(("key", "radix", "tweak", "plain", "cipher"), SAMPLES, ids=range(1, 10))
def test_the_published_samples_come_out(key: str, radix: int, tweak: str, plain: str, cipher: str) -> None:
    ff1 = FF1(AES(bytes.fromhex(key)), radix)

    assert ff1.encrypt(numerals(plain), bytes.fromhex(tweak)) == numerals(cipher)
    assert ff1.decrypt(numerals(cipher), bytes.fromhex(tweak)) == numerals(plain)


@given(st.lists(st.integers(0, 9), min_size=6, max_size=40), st.binary(max_size=40))
def test_over_sm4_what_is_encrypted_is_decrypted(plain: list[int], tweak: bytes) -> None:
    ff1 = FF1(SM4(bytes(16)), 10)

    assert ff1.decrypt(ff1.encrypt(plain, tweak), tweak) == plain


def test_a_domain_that_can_be_tried_through_is_refused() -> None:
    with pytest.raises(Invalid):
        FF1(SM4(bytes(16)), 10).encrypt([1, 2, 3, 4, 5])
