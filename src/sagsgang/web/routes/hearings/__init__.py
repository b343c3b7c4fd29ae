"""Hearings: bodies are asked about a case, answer in their own words, and the case goes on."""
