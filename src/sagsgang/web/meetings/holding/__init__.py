"""A meeting is held: who is in the room at each item, from the opening to the closing."""
