"""Time (T): dates, weekdays, routes and deadlines."""
