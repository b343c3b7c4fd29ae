"""Minutes and agendas that were read in, as people read them: meeting by meeting, item by item."""
