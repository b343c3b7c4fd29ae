"""What everybody reads, answered without a session: pages, files, PDFs, data, feeds."""
