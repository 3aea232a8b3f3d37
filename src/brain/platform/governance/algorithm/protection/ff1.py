"""FF1 format-preserving encryption (NIST SP 800-38G, revision 1 limits), over any 128-bit block cipher.

The node uses SM4 (GB/T 32907); the published vectors are for AES. Numerals are integers below the radix.
"""

from collections.abc import Sequence
from typing import Final

from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm, Cipher
from cryptography.hazmat.primitives.ciphers.modes import ECB

from brain.kit.errors import Invalid

ROUNDS: Final = 10
SMALLEST_DOMAIN: Final = 1_000_000  # revision 1: radix ** length; below it values can be tried one by one
BLOCK: Final = 16


class FF1:
    def __init__(self, algorithm: BlockCipherAlgorithm, radix: int) -> None:
        self._encrypt = Cipher(algorithm, ECB()).encryptor()  # noqa: S305 - single blocks inside FF1
        self._radix = radix

    def encrypt(self, numerals: Sequence[int], tweak: bytes = b"") -> list[int]:
        left, right = self._halves(numerals)
        for number in range(ROUNDS):
            mixed = self._mixed(right, len(numerals), tweak, number)
            left, right = right, self._numerals(self._value(left) + mixed, len(left))
        return left + right

    def decrypt(self, numerals: Sequence[int], tweak: bytes = b"") -> list[int]:
        left, right = self._halves(numerals)
        for number in reversed(range(ROUNDS)):
            mixed = self._mixed(left, len(numerals), tweak, number)
            left, right = self._numerals(self._value(right) - mixed, len(right)), left
        return left + right

    def _halves(self, numerals: Sequence[int]) -> tuple[list[int], list[int]]:
        if self._radix ** len(numerals) < SMALLEST_DOMAIN:
            raise Invalid("取值太短，保留格式的加密不安全")
        middle = len(numerals) // 2
        return list(numerals[:middle]), list(numerals[middle:])

    def _mixed(self, half: Sequence[int], length: int, tweak: bytes, number: int) -> int:
        """Steps 6 i to v: what is added in a round, from the other half."""
        longer = length - length // 2
        width = ((self._radix**longer - 1).bit_length() + 7) // 8
        taken = 4 * ((width + 3) // 4) + 4
        start = bytes((1, 2, 1)) + self._radix.to_bytes(3) + bytes((ROUNDS, length // 2 % 256))
        start += length.to_bytes(4) + len(tweak).to_bytes(4)
        padding = bytes(-(len(tweak) + width + 1) % BLOCK)
        block = self._chained(start + tweak + padding + bytes((number,)) + self._value(half).to_bytes(width))
        stream = block + b"".join(
            self._block(_xor(block, count.to_bytes(BLOCK)))
            for count in range(1, (taken + BLOCK - 1) // BLOCK)
        )
        return int.from_bytes(stream[:taken])

    def _chained(self, text: bytes) -> bytes:
        """PRF (algorithm 6): the last block of CBC under a zero vector."""
        block = bytes(BLOCK)
        for place in range(0, len(text), BLOCK):
            block = self._block(_xor(block, text[place : place + BLOCK]))
        return block

    def _block(self, block: bytes) -> bytes:
        return self._encrypt.update(block)

    def _value(self, numerals: Sequence[int]) -> int:
        value = 0
        for numeral in numerals:
            value = value * self._radix + numeral
        return value

    def _numerals(self, value: int, length: int) -> list[int]:
        """Of the value modulo radix ** length."""
        numerals = []
        for _ in range(length):
            value, numeral = divmod(value, self._radix)
            numerals.append(numeral)
        return numerals[::-1]


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(left, right, strict=True))
