"""An agenda is checked, sent, frozen as a version, and compared with the one before."""
