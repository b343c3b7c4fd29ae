"""The files of a case: kept by their content, looked through, open or closed, and handed out."""
