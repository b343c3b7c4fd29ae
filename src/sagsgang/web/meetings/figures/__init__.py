"""The figures of cases on an agenda: frozen when it is sent and when an item is decided."""
