"""The API against its own OpenAPI description: every path, with good and with bad requests."""

from __future__ import annotations

from copy import deepcopy

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
# none.
OPEN = deepcopy(DESCRIBED)
for path in OPEN["paths"].values():
    for operation in path.values():
        operation.pop("security", None)
open_schema = schemathesis.openapi.from_dict(OPEN, config=CONFIG)
keyed_schema = schemathesis.openapi.from_dict(DESCRIBED, config=CONFIG)
BOUNDED = {
    "deadline": None,
    "derandomize": True,
    "suppress_health_check": list(HealthCheck),
}


@open_schema.parametrize()
@settings(max_examples=8, **BOUNDED)
def test_every_path_does_what_the_description_says(case, served):
    case.call_and_validate(base_url=served)


@keyed_schema.parametrize()
@settings(max_examples=5, **BOUNDED)
def test_every_path_does_so_for_a_key_that_may_everything(case, keyed):
    case.call_and_validate(base_url=keyed.address, headers={"Authorization": f"Bearer {keyed.key}"})


@keyed_schema.parametrize()
@settings(max_examples=3, **BOUNDED)
def test_nobody_without_a_key_is_told_more_than_that(case, keyed):
    answer = case.call(base_url=keyed.address, headers={"Authorization": ""})
    if case.operation.definition.raw.get("security"):
        assert answer.status_code in (401, 405)
    case.validate_response(answer)
