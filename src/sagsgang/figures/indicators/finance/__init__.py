"""Budgets, spending, forecasts, frames and appropriations."""
