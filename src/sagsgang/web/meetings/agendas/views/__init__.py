"""The pages on which agendas are built and read."""
