"""The services as an AsyncAPI 3.0 document: letters there and back."""

from typing import Any

from brain.kit.services import Service
from brain.platform.factory_services.brain.contract import Offered
from brain.platform.factory_services.protocol.letters import CALL, RESULT


def described(title: str, offered: Offered) -> dict[str, Any]:
    services = offered.by_name.values()
    return {
        "asyncapi": "3.0.0",
        "info": {"title": f"{title}：给工厂的服务", "version": "1.0.0"},
        "channels": {
            "calls": {"address": CALL, "messages": {_key(each): _message(each) for each in services}},
            "results": {
                "address": RESULT,
                "messages": {f"{_key(each)}_result": _reference(f"{_key(each)}_result") for each in services},
            },
        },
        "operations": {
            _key(each): {
                "action": "receive",
                "summary": each.title,
                "channel": {"$ref": "#/channels/calls"},
                "messages": [{"$ref": f"#/channels/calls/messages/{_key(each)}"}],
                "reply": {
                    "channel": {"$ref": "#/channels/results"},
                    "messages": [{"$ref": f"#/channels/results/messages/{_key(each)}_result"}],
                },
            }
            for each in services
        },
        "components": {
            "messages": {
                **{
                    _key(each): {
                        "name": each.name,
                        "title": each.title,
                        "summary": each.gives,
                        "payload": each.request.model_json_schema(by_alias=True),
                    }
                    for each in services
                },
                **{
                    f"{_key(each)}_result": {
                        "name": f"{each.name} result",
                        "title": each.title,
                        "payload": each.result.model_json_schema(by_alias=True),
                    }
                    for each in services
                },
            }
        },
    }


def _key(service: Service) -> str:
    return service.name.replace(".", "_")


def _message(service: Service) -> dict[str, str]:
    return _reference(_key(service))


def _reference(key: str) -> dict[str, str]:
    return {"$ref": f"#/components/messages/{key}"}
