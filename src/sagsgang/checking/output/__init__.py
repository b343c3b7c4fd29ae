"""A report as people and programs read it: text, JSON, SARIF, and a summary of many."""
