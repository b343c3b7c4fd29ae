"""Forms for building agendas."""
