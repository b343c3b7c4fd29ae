"""The cases one may see: the list with its filters, and searching in it; and how cases are tied."""
