"""Figures in the workplace: taken in, looked at, and asked for by the rooms that write."""
