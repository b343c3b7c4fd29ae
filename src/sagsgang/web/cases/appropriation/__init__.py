"""The appropriation statement as a form in the case, and the direction's overview of them all."""
