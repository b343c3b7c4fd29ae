"""Files that hold files: archives, e-mails, and Office's older container."""
