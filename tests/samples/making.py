"""Makes a sample of an event and tells its shape, so that neither changes unnoticed."""

import json
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from timeline.events import AnyEvent

HERE = Path(__file__).parent


def sample(kind: type[AnyEvent]) -> AnyEvent:
    """Make an event in which no field has its default."""
    fields = kind.model_fields
    return kind.model_validate(
        {
            name: _value(name, number, field.annotation, field.default)
            for number, (name, field) in enumerate(fields.items())
        }
    )


def _value(name: str, number: int, annotation: Any, default: Any) -> Any:
    if get_origin(annotation) is Literal:
        return next(each for each in get_args(annotation) if each != default)
    if annotation == list[str]:
        return [f"{name} ‘1’", f"{name} 2"]
    if annotation == list[int]:
        return [number, number + 1]
    if int in (annotation, *get_args(annotation)):
        return 100 + number
    return f"{name} “é” 北约"


def shape(kind: type[AnyEvent]) -> dict[str, Any]:
    """Tell names, types, permitted values and defaults: what a stored state must fit."""
    schema = kind.model_json_schema()
    said = ("title", "description")
    return {
        name: {key: value for key, value in field.items() if key not in said}
        | {"required": name in schema["required"]}
        for name, field in sorted(schema["properties"].items())
    }


def text(value: object) -> str:
    """Write JSON as people read it in a diff."""
    return json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
