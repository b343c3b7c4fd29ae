"""One thing named twice, with different figures."""
