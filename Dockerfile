# Sayso's commands and API; Neo4j runs in its own container (docker-compose.yml).
FROM python:3.11-slim AS build

RUN python -m venv /venv
COPY requirements.lock /src/
# Every package in its exact version, checked against its hash, and nothing compiled here.
RUN /venv/bin/python -m pip install --quiet --no-cache-dir --disable-pip-version-check \
    --no-deps --only-binary :all: --require-hashes -r /src/requirements.lock
COPY pyproject.toml README.md LICENSE /src/
COPY graph /src/graph
COPY ingest /src/ingest
COPY api /src/api
COPY queries /src/queries
RUN /venv/bin/python -m pip install --quiet --no-cache-dir --disable-pip-version-check \
    --no-deps --no-build-isolation /src

FROM python:3.11-slim

RUN useradd --system --create-home --uid 10001 sayso \
    && install --directory --owner=sayso --group=sayso --mode=0700 /var/lib/sayso
COPY --from=build /venv /venv
ENV PATH="/venv/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    SAYSO_HOME=/var/lib/sayso
USER sayso
WORKDIR /var/lib/sayso
EXPOSE 8000
ENTRYPOINT ["sayso"]
# Inside a container every address is the container's; who reaches the port is decided where it is
# published, which docker-compose.yml does on 127.0.0.1. With keys (`sayso keys create`) leave the
# flag away: then nobody gets in without one.
CMD ["serve", "--host", "0.0.0.0", "--allow-beyond-loopback"]
