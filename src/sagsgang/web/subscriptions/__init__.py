"""Mail for whoever follows a body, a case or a search, without an account."""
