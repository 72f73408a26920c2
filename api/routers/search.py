"""Full-text search over names in every script, titles, texts and claims."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import AfterValidator

from api.filters import FoundTypes
from api.problems import documented
from api.responses import Page
from api.routers import PagingOf, StoreOf
from api.statements import statement
from api.views import Hit, hit
from graph.store.fulltext import lucene, words
from graph.store.schema import SEARCH

router = APIRouter(prefix="/search", tags=["search"])


def _holding_a_word(typed: str) -> str:
    """The words typed; ValueError in words where there is none, and not the pattern of one."""
    if not words(typed):
        raise ValueError("There is no word to search for: type a name or a word")
    return typed


@router.get("", responses=documented(422, 503))
async def search(
    store: StoreOf,
    paging: PagingOf,
    q: Annotated[
        str,
        AfterValidator(_holding_a_word),
        Query(
            max_length=200,
            description="Words; a phrase in quotation marks.",
            json_schema_extra={"pattern": r"\w"},
        ),
    ],
    types: FoundTypes = [],  # noqa: B006
) -> Page[Hit]:
    """What holds all the words, misspelt ones and beginnings included, the best fit first."""
    found = words(q)
    asked = paging.asked | {"index": SEARCH, "query": lucene(q), "words": found}
    asked |= {"types": [one.value for one in types]}
    rows = (await store.read(statement("search"), asked)).records()
    return paging.page(rows, partial(hit, words=found))
