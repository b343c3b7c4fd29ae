"""Runs the command line interface for `python -m sagsgang.cli`."""
