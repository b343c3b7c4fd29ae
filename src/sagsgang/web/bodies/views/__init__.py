"""The pages of bodies, plans and registers, and those of the administrator."""
