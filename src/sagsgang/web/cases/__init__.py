"""A case as officers, managers and finance write it: sections, points, attachments, approval."""
