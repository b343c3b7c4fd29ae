"""References (R): titles, case numbers and mentions that must agree."""
