"""What the parts of a document say: who met, what was recommended and decided, where a case
goes."""
