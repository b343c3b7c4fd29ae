"""Attendance (A): who was there."""
