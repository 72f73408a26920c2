"""The candidate sources that the environment asks for; none unless a user has set one."""

from __future__ import annotations

from graph.errors import SettingsError
from graph.settings import ModelSettings
from ingest.candidates.candidate import CandidateSource


def configured_sources(settings: ModelSettings) -> tuple[CandidateSource, ...]:
    """Every source of the settings, loaded; raises SettingsError where one cannot be used."""
    sources: list[CandidateSource] = []
    if settings.sayso_gliner_model is not None:
        from ingest.candidates.gliner import load_gliner

        sources.append(
            load_gliner(settings.sayso_gliner_model, threshold=settings.sayso_gliner_threshold)
        )
    if settings.sayso_llm_url is not None:
        from ingest.candidates.llm import LlmSource

        if settings.sayso_llm_model is None:
            raise SettingsError(
                "SAYSO_LLM_URL is set without SAYSO_LLM_MODEL",
                remedy="Name the model to ask for there, or unset SAYSO_LLM_URL",
            )
        key = settings.sayso_llm_key
        sources.append(
            LlmSource(
                settings.sayso_llm_url,
                model=settings.sayso_llm_model,
                key=None if key is None else key.get_secret_value(),
                timeout=settings.sayso_llm_timeout,
            )
        )
    return tuple(sources)
