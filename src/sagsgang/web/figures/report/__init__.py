"""Reports: put together once, seen for a period, and released as editions."""
