"""Dossier: a folder of news articles goes in, a published, searchable, annotated report site comes out."""
