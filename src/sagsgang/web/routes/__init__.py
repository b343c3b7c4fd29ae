"""A case's way over the bodies: treatments, hearings, what each decided, what is still to come."""
