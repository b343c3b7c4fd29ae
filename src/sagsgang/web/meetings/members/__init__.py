"""A member's own view: agendas on the phone, read state, notes, absence, what she follows."""
