"""Municipalities and their bodies: council, committees and whoever else holds meetings."""
