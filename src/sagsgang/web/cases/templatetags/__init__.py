"""Tags and filters for the templates of cases."""
