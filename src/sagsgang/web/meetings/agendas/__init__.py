"""An agenda is built: which items it has, in which order, and who must be done when."""
