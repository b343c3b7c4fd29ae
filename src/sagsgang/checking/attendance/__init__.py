"""Who the document says was there: every mention of a member, and who is the same."""
