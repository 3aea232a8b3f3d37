"""Keys derived for a purpose are stable on a node and strangers to each other."""

from brain.kit.crypto import SecretBox


def test_a_derived_key_is_the_same_again_and_another_for_another_name_or_node() -> None:
    box = SecretBox(bytes(32))

    assert box.derived("a") == SecretBox(bytes(32)).derived("a")
    assert len({box.derived("a"), box.derived("b"), SecretBox(bytes([1] * 32)).derived("a")}) == 3
