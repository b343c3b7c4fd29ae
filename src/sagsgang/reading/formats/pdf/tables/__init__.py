"""Tables: told from drawn lines or from where the pieces stand, and put together over pages."""
