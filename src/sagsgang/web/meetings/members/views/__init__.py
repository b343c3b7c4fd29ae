"""A member's pages."""
