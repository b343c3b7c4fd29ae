"""The minutes of a meeting that was held: checked, locked, approved, kept in the minute book."""
