"""What everybody may read: published agendas and minutes, their files, PDFs and feeds."""
