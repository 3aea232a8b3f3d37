"""OpenTelemetry, switched on by its own standard environment variables."""

from fastapi import FastAPI

from brain.nodes.settings import telemetry_wanted


def instrument(app: FastAPI) -> None:
    """Trace requests to the exporter named by OTEL_EXPORTER_OTLP_ENDPOINT; needs the `telemetry` extra."""
    if not telemetry_wanted():
        return
    from opentelemetry import trace  # noqa: PLC0415 - an optional extra
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
    from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    FastAPIInstrumentor.instrument_app(app, excluded_urls="health,metrics")
