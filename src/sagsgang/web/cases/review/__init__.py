"""What others say of a case before it goes on: comments, the finance statement, approval."""
