"""Facts with their words and dates of force, as data files and what reads them."""
