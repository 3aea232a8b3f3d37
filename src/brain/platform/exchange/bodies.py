"""Decodes a JSON body into its message, or refuses it with everything that is wrong."""

import re
from itertools import islice
from typing import Any, TypeVar

import msgspec

from brain.kit.errors import FieldError, Refusal
from brain.platform.exchange.codes import BadPayload, FieldsMissing
from brain.platform.exchange.problems import find_problems
from brain.platform.exchange.protocol import MAX_ERRORS
from brain.platform.exchange.scenes.standalone import JsonSchema

T = TypeVar("T", bound=msgspec.Struct)

# PostgreSQL cannot store it in a text.
ESCAPED_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def decode(body: bytes | bytearray, decoder: msgspec.json.Decoder[T], schema: JsonSchema) -> T:
    try:
        decoded = decoder.decode(body)
    except msgspec.ValidationError as error:
        raise _refusal(schema, _parsed(body), str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _undecodable(body) from error
    if b"\\u0000" in body and ESCAPED_NUL.search(body):
        raise BadPayload("文字中不能有空字符（\\u0000）")
    return decoded


def _parsed(body: bytes | bytearray) -> Any:
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _undecodable(body) from error


def _undecodable(body: bytes | bytearray) -> BadPayload:
    try:
        body.decode()
    except UnicodeDecodeError as error:
        return BadPayload(f"编码不是 UTF-8（第 {error.start + 1} 字节）")
    return BadPayload("不是合法的 JSON")


def _refusal(schema: JsonSchema, value: Any, decoder_says: str) -> Refusal:
    """103 when any required field is absent or blank, else 104; with the first 100 places."""
    found = list(islice(find_problems(schema, value), MAX_ERRORS))
    errors: list[FieldError] = [{"loc": problem.loc, "message": problem.message} for problem in found]
    if any(problem.missing for problem in found):
        return FieldsMissing("请按 errors 逐项补充", errors=errors)
    if errors:
        return BadPayload("数据不符合接口描述，请按 errors 逐项修改", errors=errors)
    return BadPayload(f"数据不符合接口描述：{decoder_says}")
