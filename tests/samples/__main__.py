"""Stores samples of events that have none: `python -m tests.samples`; old ones never change."""

import json

from tests.samples.making import HERE, sample, shape, text
from timeline.chronicle import encode
from timeline.events import EVENTS

for name, kind in EVENTS.items():
    path = HERE / f"{name}.json"
    if not path.exists():
        state = json.loads(encode(sample(kind)))
        path.write_text(text({"name": name, "shape": shape(kind), "state": state}), "utf-8")
        print(f"stored {path.name}")
