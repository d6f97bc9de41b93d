"""Files in and out: one module per format, found by the registry; they speak in `core.model` records only."""
