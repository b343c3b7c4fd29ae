"""What was asked for and promised: who does it, by when, what shows it, and where it came back."""
