"""The JSON Schema of a content file, for editors that complete keys and mark slips while one types."""

from __future__ import annotations

import json

from bulletin.content.model import Subdistrict


def schema() -> str:
    """JSON Schema 2020-12, sorted as the model is, with a line end."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Subdistrict.model_json_schema()}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
