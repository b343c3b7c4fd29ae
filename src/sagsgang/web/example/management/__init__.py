"""Commands of the room, run as `python -m django …`."""
