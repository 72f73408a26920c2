"""What the service counts, in the text format of Prometheus."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The counters of one application; `registry` takes those of other parts as well."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "sayso_http_requests",
            "Requests answered, by method, path of the description and status.",
            ("method", "path", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "sayso_http_request_seconds",
            "Seconds until the last byte of an answer was handed on.",
            ("method", "path"),
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self.running = Gauge(
            "sayso_http_requests_running", "Requests being answered now.", registry=self.registry
        )

    def observe(self, method: str, path: str, status: int, seconds: float) -> None:
        """Count an answered request."""
        self._requests.labels(method, path, status).inc()
        self._seconds.labels(method, path).observe(seconds)
