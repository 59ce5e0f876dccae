"""The JSON Schema of a content file or of the summary's, for editors that complete keys and mark slips."""

from __future__ import annotations

import json

from bulletin.content.model import Subdistrict, Summary


def schema(*, summary: bool = False) -> str:
    """JSON Schema 2020-12, sorted as the model is, with a line end; of a content file, or of the summary's."""
    kind = Summary if summary else Subdistrict
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **kind.model_json_schema()}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
