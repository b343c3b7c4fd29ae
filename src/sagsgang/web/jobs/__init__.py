"""Work that waits its turn in the database: reminders, mail, index updates."""
