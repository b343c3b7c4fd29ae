"""The forms of the room; each carries its operation's key."""
