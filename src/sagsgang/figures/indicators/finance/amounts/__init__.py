"""What an amount comes to: for part of a year, or as a part of the country's."""
