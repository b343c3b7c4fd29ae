"""What a person is told, why, and how often: on the page at once, by mail at once, daily or off."""
