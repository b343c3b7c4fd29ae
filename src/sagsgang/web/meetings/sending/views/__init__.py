"""The pages of an agenda: checked, sent, read, compared; item by item."""
