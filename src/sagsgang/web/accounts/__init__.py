"""Who signs in: people with an account, how they prove who they are, and leave of absence."""
