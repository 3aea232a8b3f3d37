"""接口文档: the OpenAPI document and a page that shows it without scripts or anything from elsewhere."""

from functools import cache
from html import escape

import msgspec

from brain.platform.exchange import protocol
from brain.platform.exchange.codes import DEFINITIONS
from brain.platform.exchange.scenes.standalone import JsonSchema
from brain.platform.exchange.server.routes import openapi
from brain.platform.exchange.server.routes.call import Call, Operation, Page
from brain.platform.exchange.server.routes.operations import table

TITLE = "产业数据仓数据共享交换接口"
STYLE = """
body{font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#17222c;
background:#f3f5f7;margin:0}
header,main{max-width:1100px;margin:0 auto;padding:16px 24px}
h1{font-size:24px}h2{font-size:20px;margin-top:32px}
section,nav{background:#fff;border:1px solid #e0e6eb;border-radius:8px;padding:16px;margin:16px 0}
h3{font-size:16px;margin:0 0 8px}code,pre{font-family:ui-monospace,Consolas,monospace;font-size:13px}
pre{background:#f3f6f9;padding:12px;overflow:auto;border-radius:4px}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #e0e6eb;text-align:left;padding:4px 8px;vertical-align:top}
a{color:#1c6bb0}.verb{font-weight:600;color:#1a7a66}.note{color:#96600a}
nav ul{columns:2;margin:0;padding-left:20px}@media(max-width:720px){nav ul{columns:1}}
"""


@cache
def _document(prefix: str) -> bytes:
    return msgspec.json.encode(openapi.document(table.visible(sandbox=bool(prefix)), TITLE, prefix))


async def describe(call: Call) -> Page:
    return Page(_document(call.environment.prefix), "application/json; charset=utf-8")


async def show(call: Call) -> Page:
    return Page(_page(call.environment.prefix), "text/html; charset=utf-8")


@cache
def _page(prefix: str) -> bytes:
    operations = table.visible(sandbox=bool(prefix))
    groups = dict.fromkeys(operation.group for operation in operations)
    links = "".join(
        f'<li><a href="#{openapi.operation_id(one)}">{escape(one.title)}</a></li>' for one in operations
    )
    parts = [
        f"<h2>{escape(group)}</h2>"
        + "".join(_operation(one, prefix) for one in operations if one.group == group)
        for group in groups
    ]
    document, place = openapi.document(operations, TITLE, prefix), "（测试环境）" if prefix else ""
    text = (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>'
        f"<header><h1>{TITLE}{place}</h1><p>{escape(document['info']['description'])}</p>"
        f'<p><a href="{prefix}{protocol.BASE_PATH}/openapi.json">OpenAPI 文档（JSON）</a></p></header>'
        f'<main><nav aria-label="接口目录"><ul>{links}</ul></nav>{_codes()}'
        f"{''.join(parts)}</main></body></html>"
    )
    return text.encode()


def _codes() -> str:
    rows = "".join(
        f"<tr><td><code>{code.value}</code></td><td>{text}</td></tr>" for code, text in DEFINITIONS.items()
    )
    return (
        f"<section><h3>接口调用返回码（附录 A 表 A.2）</h3>{_table(('返回码', '返回码定义'), rows)}</section>"
    )


def _operation(operation: Operation, prefix: str) -> str:
    described = openapi.described(operation)
    body = described.get("requestBody", {}).get("content", {})
    answer = described["responses"]["200"].get("content", {})
    refusals = "".join(
        f"<tr><td>{status}</td><td>{escape(one['description'])}</td></tr>"
        for status, one in described["responses"].items()
        if status not in {"200", "default"}
    )
    return (
        f'<section id="{described["operationId"]}"><h3>{escape(operation.title)}</h3>'
        f'<p><span class="verb">{operation.method}</span> <code>{escape(prefix + operation.path)}</code></p>'
        f"<p>{escape(operation.description)}</p>{_parameters(described['parameters'])}"
        + "".join(_media("请求正文", one) for one in body.values())
        + "".join(_media("应答", one) for one in answer.values())
        + (f"<h4>拒绝</h4>{_table(('HTTP', '返回码与原因'), refusals)}" if refusals else "")
        + "</section>"
    )


def _parameters(parameters: list[JsonSchema]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(one['name'])}</code></td><td>{PLACES[one['in']]}</td>"
        f"<td>{'是' if one['required'] else '否'}</td><td>{escape(one['description'])}</td></tr>"
        for one in parameters
    )
    return f"<h4>参数</h4>{_table(('名称', '位置', '必填', '说明'), rows)}" if rows else ""


PLACES = {"path": "路径", "query": "查询", "header": "请求头"}


def _media(title: str, media: JsonSchema) -> str:
    note = ""
    records = media["schema"].get("properties", {}).get("records", {}).get("items", {})
    if records.get("x-provisional"):
        note = f'<p class="note">字段为暂定，版本 {escape(records["x-version"])}</p>'
    example = ""
    if "example" in media:
        pretty = msgspec.json.format(msgspec.json.encode(media["example"]), indent=2).decode()
        example = f"<h4>示例</h4><pre>{escape(pretty)}</pre>"
    rows = "".join(_fields(media["schema"], ""))
    return f"<h4>{title}</h4>{note}{_table(('属性', '类型', '必填', '说明'), rows)}{example}"


def _fields(schema: JsonSchema, path: str) -> list[str]:
    rows = []
    for name, part in schema.get("properties", {}).items():
        inner, suffix = _inner(part)
        rows.append(
            f"<tr><td><code>{escape(path + name + suffix)}</code></td><td>{escape(_kind(part))}</td>"
            f"<td>{'是' if name in schema.get('required', ()) else '否'}</td>"
            f"<td>{escape(part.get('description', ''))}</td></tr>"
        )
        rows += _fields(inner, f"{path}{name}{suffix}.")
    return rows


def _inner(part: JsonSchema) -> tuple[JsonSchema, str]:
    """What lists and maps are made of, and how their path says that they are."""
    if "items" in part:
        return part["items"], "[]"
    values = part.get("additionalProperties")
    if isinstance(values, dict) and values:
        inner, suffix = _inner(values)
        return inner, ".*" + suffix
    return part, ""


def _kind(part: JsonSchema) -> str:
    if "enum" in part:
        return " | ".join(map(str, part["enum"]))
    if "anyOf" in part:
        return " | ".join(_kind(one) for one in part["anyOf"])
    words = [str(part.get("type", "")), part.get("format", "")]
    words += [f"{sign} {part[key]}" for key, sign in LIMITS.items() if key in part]
    return " ".join(filter(None, words))


LIMITS = {
    "minLength": "长度 ≥",
    "maxLength": "长度 ≤",
    "minimum": "≥",
    "maximum": "≤",
    "maxItems": "项数 ≤",
    "pattern": "格式",
}


def _table(heads: tuple[str, ...], rows: str) -> str:
    titles = "".join(f"<th>{head}</th>" for head in heads)
    return f'<div class="wide"><table><thead><tr>{titles}</tr></thead><tbody>{rows}</tbody></table></div>'
