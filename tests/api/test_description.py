"""The API against its own OpenAPI description: every path, with good and with bad requests."""

from __future__ import annotations

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from api.app import create_app
from graph.settings import Settings

# A cursor of ours, the parameters of a question and a statement of Cypher are words of their own
# languages, which a JSON Schema cannot describe: what does not parse is answered with 422.
CONFIG = SchemathesisConfig.from_str("""
seed = 7
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "3xx", "401", "403", "404", "409", "422", "429"]
# A form has no numbers: what is no string in a body of ours is one on its way.
[[operations]]
include-name = "POST /v1/files"
[operations.checks.negative_data_rejection]
enabled = false
""")
DESCRIBED = create_app(Settings(neo4j_uri="bolt://localhost")).openapi()
# Without keys this machine may ask whatever it likes, so the description of such a server asks for
# none
# (that every path asks where there are keys is held by test_keys.py).
for path in DESCRIBED["paths"].values():
    for operation in path.values():
        operation.pop("security", None)
schema = schemathesis.openapi.from_dict(DESCRIBED, config=CONFIG)


@schema.parametrize()
@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_path_does_what_the_description_says(case, served):
    case.call_and_validate(base_url=served)
