"""What a text refers to: attachments, items, meetings, laws and links, and whether it is there."""
