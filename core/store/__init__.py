"""The project file: one SQLite database, and the only place that speaks SQL."""
