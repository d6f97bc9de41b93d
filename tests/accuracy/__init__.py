"""How right the engine is, beside what else can be installed; run by `make eval`."""
