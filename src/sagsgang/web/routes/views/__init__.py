"""The pages of ways: one case's, each treatment's, what is forgotten, and the templates."""
