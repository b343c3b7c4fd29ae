"""Agendas and meetings: what is put before a body, who was there, and what was decided."""
